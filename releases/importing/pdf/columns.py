"""The order in which the rows of a page are read: columns one after the other, tables row by row.

Text stands in columns only where nothing crosses the space between them over several rows, and both
sides are wrapped prose, or whole contacts, or aligned cells; everything else is read row by row.
"""

import dataclasses
import itertools
import re
import statistics

from .. import shapes
from . import rows as printed
from .rows import Row

LABEL = re.compile(r"[:：]\s*$")
VALUE = re.compile(r"^\s*[:：]")
# In ems: the narrowest space between columns, the narrowest column of prose.
GUTTER = 1.0
NARROWEST = 11


@dataclasses.dataclass
class Flow:
    """Rows that are read one after the other, between two margins."""

    rows: list[Row]
    x0: float
    x1: float


@dataclasses.dataclass
class Grid:
    """A table without lines: rows of cells of rows."""

    rows: list[list[list[Row]]]


def order(found: list[Row], x0: float, x1: float) -> list[Flow | Grid]:
    """The rows of a page, or of a column, as they are read; ``x0`` and ``x1`` are its margins."""
    band = _band(found)
    if band is None:
        return [Flow(found, x0, x1)] if found else []
    above, left, right, below = band
    edge = (max(row.x1 for row in left) + min(row.x0 for row in right)) / 2
    if _is_prose(left) and _is_prose(right):
        middle = [
            *order(left, x0, max(r.x1 for r in left)),
            *order(right, min(r.x0 for r in right), x1),
        ]
    elif _reaches(left) and _reaches(right):
        middle = [Grid(_groups([left, *_further(right)]))]
    elif grid := _aligned(left, right, edge):
        middle = [grid]
    else:
        rest = order(below, x0, x1)
        plain = Flow([*above, *_side_by_side(left, right)], x0, x1)
        if rest and isinstance(rest[0], Flow):
            plain.rows += rest.pop(0).rows
        return [plain, *rest]
    return [*order(above, x0, x1), *middle, *order(below, x0, x1)]


# Where nothing crosses


def _band(found: list[Row]) -> tuple[list[Row], list[Row], list[Row], list[Row]] | None:
    """The longest run of rows with a space between left and right: above, left, right, below."""
    cut = [printed.segments(row) for row in found]
    gutters = sorted({round(piece.x0, 0) for pieces in cut for piece in pieces})
    best, most = None, 0
    for gutter in gutters[:200]:
        for start, end in _runs(cut, gutter):
            left, right = _sides(cut[start:end], gutter)
            if len(left) < 2 or len(right) < 2:
                continue
            score = min(len(left), len(right))
            if score > most and _stand_apart(left, right):
                best, most = (start, end, left, right), score
    if best is None:
        return None
    start, end, left, right = best
    return found[:start], left, right, found[end:]


def _runs(cut: list[list[Row]], gutter: float) -> list[tuple[int, int]]:
    """Runs of rows that do not cross a place, each from the first to the last with a right side."""
    runs: list[tuple[int, int]] = []
    start = None
    for index, pieces in enumerate([*cut, None]):
        crosses = pieces is None or any(p.x0 < gutter - 1 < p.x1 + GUTTER * p.size for p in pieces)
        if crosses and start is not None:
            runs += _trimmed(cut, gutter, start, index)
            start = None
        elif not crosses and start is None:
            start = index
    return runs


def _trimmed(cut, gutter: float, start: int, end: int) -> list[tuple[int, int]]:
    right = [i for i in range(start, end) if any(p.x0 >= gutter - 1 for p in cut[i])]
    if not right:
        return []
    first, last = right[0], right[-1] + 1
    # The left column may be the longer one: it goes on while its rows stand as near as before.
    lefts = [pieces[0] for pieces in cut[first:last] if pieces[0].x0 < gutter - 1]
    steps = [b.base - a.base for a, b in itertools.pairwise(lefts)]
    near = 1.1 * max(steps) if steps else 0
    while last < end and cut[last][0].base - cut[last - 1][0].base <= near:
        last += 1
    return [(first, last)]


def _sides(cut: list[list[Row]], gutter: float) -> tuple[list[Row], list[Row]]:
    left, right = [], []
    for pieces in cut:
        for side, members in (
            (left, [p for p in pieces if p.x0 < gutter - 1]),
            (right, [p for p in pieces if p.x0 >= gutter - 1]),
        ):
            if members:
                row = members[0]
                for member in members[1:]:
                    row = printed.joined(row, member)
                side.append(row)
    return left, right


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
    return [band[1], *_further(band[2])]


def _groups(columns: list[list[Row]]) -> list[list[list[Row]]]:
    """Columns of whole contacts cut where a space goes through all of them."""
    every = sorted((row for column in columns for row in column), key=lambda row: row.base)
    steps = [b.base - a.base for a, b in itertools.pairwise(every)]
    step = statistics.median([s for s in steps if s > 0.5 * every[0].size] or [0])
    cuts = [b.base - 1 for a, b, s in zip(every, every[1:], steps, strict=False) if s > 1.5 * step]
    found = []
    for low, high in zip([0, *cuts], [*cuts, every[-1].base + 1], strict=True):
        cells = [[row for row in column if low <= row.base < high] for column in columns]
        found.append(cells)
    return found


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


def _pairs(left: list[Row], right: list[Row]) -> list[tuple[Row | None, Row | None]]:
    bases = sorted({row.base for row in (*left, *right)})
    by_base = [{row.base: row for row in side} for side in (left, right)]
    return [(by_base[0].get(base), by_base[1].get(base)) for base in bases]


def _side_by_side(left: list[Row], right: list[Row]) -> list[Row]:
    return [
        printed.joined(one, other) if one and other else one or other
        for one, other in _pairs(left, right)
    ]
