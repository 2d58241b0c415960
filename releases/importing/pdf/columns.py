"""The order in which the rows of a page are read: columns one after the other, tables row by row.

Text stands in columns only where nothing crosses the space between them over several rows, and both
sides are wrapped prose, or whole contacts, or aligned cells; everything else is read row by row.
"""

import dataclasses
import functools
import itertools
import math
import re
import statistics
from collections import Counter

from .. import shapes
from . import rows as printed
from .rows import Row

LABEL = re.compile(r"[:：]\s*$")
VALUE = re.compile(r"^\s*[:：]")
# In ems: the narrowest column of prose.
NARROWEST = 13
# A page of print has a hundred rows or less, and a table on it some hundred cells.
MOST_PIECES = 500
MOST_GUTTERS = 60


@dataclasses.dataclass
class Flow:
    """Rows that are read one after the other, between two margins; those of a cell are drawn."""

    rows: list[Row]
    x0: float
    x1: float
    is_cell: bool = False


@dataclasses.dataclass
class Grid:
    """A table without lines: rows of cells of rows; the margins of its columns, where their lines
    may be wrapped.
    """

    rows: list[list[list[Row]]]
    margins: list[tuple[float, float]] = dataclasses.field(default_factory=list)


def order(found: list[Row], x0: float, x1: float, before: float | None = None) -> list[Flow | Grid]:
    """The rows of a page, or of a column, as they are read; ``x0`` and ``x1`` are its margins,
    ``before`` is where the right one of two columns in step began on the page before.
    """
    if before is not None and (sides := _at(found, before)):
        left, right = sides
        return _in_step(left, right, before) or [
            Flow(side, min(r.x0 for r in side), max(r.x1 for r in side), is_cell=True)
            for side in sides
        ]
    band = _band(found)
    if band is None:
        return [Flow(found, x0, _narrowed(found, x1))] if found else []
    above, left, right, below = band
    edge = (max(row.x1 for row in left) + min(row.x0 for row in right)) / 2
    parts = [*_further(left), *_further(right)]
    if _is_prose(left) and _is_prose(right):
        middle = _in_step(left, right, before) or [
            *order(left, x0, max(r.x1 for r in left)),
            *order(right, min(r.x0 for r in right), x1),
        ]
    elif _reaches(left) and _reaches(right):
        middle = [Grid(_groups(parts))]
    elif len(parts) > 2 and not any(map(_is_prose, parts)):
        edges = [min(row.x0 for row in part) for part in parts]
        ends = [*(edge - left[0].size for edge in edges[1:]), x1]
        middle = [Grid(_groups(parts, one_by_one=True), list(zip(edges, ends, strict=True)))]
    elif grid := _aligned(left, right, edge):
        middle = [grid]
    else:
        rest = order(below, x0, x1)
        plain = Flow([*above, *_side_by_side(left, right)], x0, x1)
        if rest and isinstance(rest[0], Flow):
            plain.rows += rest.pop(0).rows
        return [plain, *rest]
    return [*order(above, x0, x1), *middle, *order(below, x0, x1)]


def _narrowed(found: list[Row], x1: float) -> float:
    """The right margin: that of the page, or that of a column that stands alone on its page."""
    widest = max(row.x1 for row in found)
    at_margin = [row for row in found if widest - row.x1 < 0.5 * row.size]
    is_column = widest - min(row.x0 for row in found) > NARROWEST * found[0].size
    return widest if is_column and len(at_margin) > max(3, 0.4 * len(found)) else x1


# Where nothing crosses


def _band(found: list[Row]) -> tuple[list[Row], list[Row], list[Row], list[Row]] | None:
    """The longest run of rows with a space between left and right: above, left, right, below."""
    cut = [printed.segments(row) for row in found]
    if sum(map(len, cut)) > MOST_PIECES:
        return None
    gutters = Counter(round(piece.x0) for pieces in cut for piece in pieces)
    best, most = None, 0
    for gutter, count in gutters.most_common(MOST_GUTTERS):
        if count < 2:
            break
        sides = [_sides(row, pieces, gutter) for row, pieces in zip(found, cut, strict=True)]
        for start, end in _runs(sides, gutter):
            left = [one for one, _other in sides[start:end] if one]
            right = [other for _one, other in sides[start:end] if other]
            score = min(len(left), len(right))
            if score > max(most, 1) and _stand_apart(left, right):
                best, most = (start, end, left, right), score
    if best is None:
        return None
    start, end, left, right = best
    return found[:start], left, right, found[end:]


def _at(found: list[Row], gutter: float) -> tuple[list[Row], list[Row]] | None:
    """What of all rows stands left and right of a place that none of them crosses."""
    sides = [_sides(row, printed.segments(row), gutter) for row in found]
    if None in sides:
        return None
    left, right = ([side[n] for side in sides if side[n]] for n in (0, 1))
    return (left, right) if min(len(left), len(right)) > 1 else None


def _sides(row: Row, pieces: list[Row], gutter: float) -> tuple[Row | None, Row | None] | None:
    """What of a row stands left and right of a place; None where something crosses it."""
    left = [piece for piece in pieces if piece.x0 < gutter - 1]
    right = [piece for piece in pieces if piece.x0 >= gutter - 1]
    if left and left[-1].x1 + 0.5 * row.size > gutter:
        one, other = printed.divided(left[-1], gutter)
        if other is None:
            return None
        left, right = [*left[:-1], one], [other, *right]
    # Columns begin at one place, but for what is indented in them.
    if right and right[0].x0 > gutter + 3 * row.size:
        return None
    return _whole(left), _whole(right)


def _whole(pieces: list[Row]) -> Row | None:
    return functools.reduce(printed.joined, pieces) if pieces else None


def _runs(sides: list, gutter: float) -> list[tuple[int, int]]:
    """Runs of rows that do not cross a place, each from the first to the last with a right side."""
    runs: list[tuple[int, int]] = []
    start = None
    for index, row in enumerate([*sides, None]):
        if row is None and start is not None:
            runs += _trimmed(sides, gutter, start, index)
            start = None
        elif row is not None and start is None:
            start = index
    return runs


def _trimmed(sides: list, gutter: float, start: int, end: int) -> list[tuple[int, int]]:
    right = [i for i in range(start, end) if sides[i][1]]
    at_gutter = [i for i in right if abs(sides[i][1].x0 - gutter) < 0.5 * sides[i][1].size]
    if len(at_gutter) < 0.5 * len(right) or not at_gutter:
        return []
    first, last = right[0], right[-1] + 1
    # The left column may be the longer one: it goes on while its rows stand as near as before.
    lefts = [one for one, _other in sides[first:last] if one]
    steps = [b.base - a.base for a, b in itertools.pairwise(lefts)]
    near = 1.1 * max(steps) if steps else 0
    while last < end and lefts and sides[last][0].base - lefts[-1].base <= near:
        lefts.append(sides[last][0])
        last += 1
    return [(first, last)]


def _stand_apart(left: list[Row], right: list[Row]) -> bool:
    """Whether both sides stand beside each other, not one below the other."""
    low = max(left[0].base, right[0].base)
    high = min(left[-1].base, right[-1].base)
    beside = [sum(low - 1 <= row.base <= high + 1 for row in side) for side in (left, right)]
    return min(beside) >= 2


# What stands in them


def _is_prose(side: list[Row]) -> bool:
    """Whether the rows of a side are wrapped at its width."""
    size = statistics.median(row.size for row in side)
    width = max(row.x1 for row in side) - min(row.x0 for row in side)
    full = [row for row in side if row.width > 0.75 * width and not shapes.ends_sentence(row.text)]
    return width > NARROWEST * size and len(full) >= 3 and len(full) > 0.35 * len(side)


def _reaches(side: list[Row]) -> bool:
    """Whether a side holds a way to reach somebody and who that is: a contact of its own."""
    reached = [
        row for row in side if shapes.is_contact_line(row.text) or shapes.EMAIL.search(row.text)
    ]
    return bool(reached) and len(reached) < len(side) and shapes.width(side[0].text) > 3


def _further(side: list[Row]) -> list[list[Row]]:
    """A side cut into the columns that it holds itself."""
    band = _band(side)
    if band is None or band[0] or band[3]:
        return [side]
    return [*_further(band[1]), *_further(band[2])]


def _groups(columns: list[list[Row]], one_by_one: bool = False) -> list[list[list[Row]]]:
    """Columns cut where a wide space goes through all of them; ``one_by_one``, where all spaces are
    alike, at every row that has something in the first column.
    """
    every = sorted((row for column in columns for row in column), key=lambda row: row.base)
    pairs = [(a, b) for a, b in itertools.pairwise(every) if b.base - a.base > 0.5 * a.size]
    steps = [b.base - a.base for a, b in pairs]
    step = min(steps, default=0)
    cuts = [b.base - 1 for a, b in pairs if b.base - a.base > 1.4 * step]
    if one_by_one and not cuts:
        firsts = {row.base for row in columns[0]}
        cuts = [b.base - 1 for _a, b in pairs if any(abs(b.base - base) < 2 for base in firsts)]
    return [
        [[row for row in column if low <= row.base < high] for column in columns]
        for low, high in itertools.pairwise([0, *cuts, math.inf])
    ]


def _aligned(left: list[Row], right: list[Row], edge: float) -> Grid | None:
    """Rows whose cells share their lines and begin at the same places."""
    pairs = _pairs(left, right)
    both = [(one, other) for one, other in pairs if one and other]
    if len(both) < 3 or len(both) < 0.8 * len(pairs):
        return None
    if any(LABEL.search(one.text) or VALUE.match(other.text) for one, other in both):
        return None
    size = both[0][0].size
    starts = [{round(row.x0 / size) for row in side} for side in zip(*both, strict=True)]
    if any(len(places) > 2 for places in starts):
        return None
    if any(shapes.ends_sentence(one.text) or shapes.width(one.text) > 60 for one, _other in both):
        return None
    grid = []
    for one, other in pairs:
        cells = [[one] if one else []]
        cells += [[piece] for piece in printed.segments(other)] if other else [[]]
        grid.append(cells)
    return Grid(grid)


def _in_step(left: list[Row], right: list[Row], before: float | None) -> list[Flow]:
    """The cells of two columns of prose whose paragraphs begin side by side, as in a table without
    lines that says the same twice; nothing where they do not. What goes on from the page before
    needs fewer signs.
    """
    sides = (left, right)
    steps = [_wider_steps(side) for side in sides]
    # Rows that stand beside each other, each below more space than there is within a paragraph.
    starts = [
        one.base
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if abs(one.base - other.base) < 1 and min(steps[0][i], steps[1][j]) > 1.04
    ]
    apart = [
        row.base
        for side, wider in zip(sides, steps, strict=True)
        for row, step in zip(side, wider, strict=True)
        if 1.35 < step < math.inf
    ]
    beside = sum(any(abs(base - start) < 1 for start in starts) for base in apart)
    edges = [(min(r.x0 for r in side), max(r.x1 for r in side)) for side in sides]
    goes_on = before is not None and abs(edges[1][0] - before) < 3 and len(starts) > 1
    if not goes_on and (len(starts) < 4 or beside < 0.8 * len(apart)):
        return []
    return [
        Flow(cell, *margins, is_cell=True)
        for low, high in itertools.pairwise([-math.inf, *(base - 1 for base in starts), math.inf])
        for side, margins in zip(sides, edges, strict=True)
        if (cell := [row for row in side if low <= row.base < high])
    ]


def _wider_steps(side: list[Row]) -> list[float]:
    """How much more space is above each row than is usual between rows of its size."""
    pairs = list(itertools.pairwise(side))
    usual = {
        size: statistics.median(b.base - a.base for a, b in pairs if round(b.size) == size)
        for size in {round(b.size) for _a, b in pairs}
    }
    alike = [abs(a.size - b.size) < 0.06 * b.size for a, b in pairs]
    return [
        math.inf,
        *(
            (b.base - a.base) / usual[round(b.size)] if same else math.inf
            for (a, b), same in zip(pairs, alike, strict=True)
        ),
    ]


def _pairs(left: list[Row], right: list[Row]) -> list[tuple[Row | None, Row | None]]:
    bases = sorted({row.base for row in (*left, *right)})
    by_base = [{row.base: row for row in side} for side in (left, right)]
    return [(by_base[0].get(base), by_base[1].get(base)) for base in bases]


def _side_by_side(left: list[Row], right: list[Row]) -> list[Row]:
    return [
        printed.joined(one, other) if one and other else one or other
        for one, other in _pairs(left, right)
    ]
