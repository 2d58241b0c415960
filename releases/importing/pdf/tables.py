"""Ruled tables: the cells between the lines that are drawn."""

import dataclasses

from pdfplumber import table as plumber

from .letters import Letter
from .sheets import Box, Sheet

# In points: how far apart two lines may be that are one, and how far they may miss each other.
TOLERANCE = 3
MOST_CELLS = 2_000


@dataclasses.dataclass
class Table:
    box: Box
    rows: list[list[Box]]
    letters: dict[Box, list[Letter]] = dataclasses.field(default_factory=dict)

    @property
    def columns(self) -> tuple[int, ...]:
        """Where the columns begin, roughly: the rest of a table on the next page has the same."""
        return tuple(sorted({round(box.x0 / TOLERANCE) for row in self.rows for box in row}))


def ruled(sheet: Sheet, letters: list[Letter], before: Table | None) -> list[Table]:
    """The tables of a page whose rows have cells side by side, each cell once, with their letters;
    a frame around text is none. ``before`` is the last one of the page before: its rest may have
    one cell with words.

    The lines are those of PDFium, so that pdfplumber reads no file and its time is bounded.
    """
    edges = plumber.merge_edges([_edge(box) for box in sheet.edges], *[TOLERANCE] * 4)
    if not 3 <= len(edges) <= MOST_CELLS // 4:
        return []
    edges = plumber.merge_edges([*edges, *_open_sides(edges)], *[TOLERANCE] * 4)
    crossings = plumber.edges_to_intersections(edges, TOLERANCE, TOLERANCE)
    if len(crossings) > MOST_CELLS:
        return []
    boxes = [Box(*cell) for cell in plumber.intersections_to_cells(crossings)]
    written = _written(boxes, letters)
    found = []
    for cells in plumber.cells_to_tables([dataclasses.astuple(box) for box in boxes]):
        rows = _rows([Box(*cell) for cell in cells])
        xs0, tops, xs1, bottoms = zip(
            *(dataclasses.astuple(c) for r in rows for c in r), strict=True
        )
        table = Table(Box(min(xs0), min(tops), max(xs1), max(bottoms)), rows)
        rest = before and not found and table.columns == before.columns
        if rest or any(sum(box in written for box in row) > 1 for row in rows):
            found.append(table)
    _share_out(found, letters)
    return found


def _share_out(found: list[Table], letters: list[Letter]) -> None:
    """Give every letter to the smallest cell it stands in: lines that cross make cells in cells."""
    cells = [(cell, table) for table in found for row in table.rows for cell in row]
    cells.sort(key=lambda one: one[0].width * one[0].height)
    for letter in letters:
        for cell, table in cells:
            if inside(cell, letter):
                table.letters.setdefault(cell, []).append(letter)
                break


def _edge(box: Box) -> dict:
    horizontal = box.width > box.height
    return {
        "x0": box.x0,
        "x1": box.x1,
        "top": box.top,
        "bottom": box.bottom,
        "width": box.width,
        "height": box.height,
        "orientation": "h" if horizontal else "v",
    }


def _open_sides(edges: list[dict]) -> list[dict]:
    """Lines along the ends of others: a table may be open at its sides, or cut by the page."""
    sides = []
    for orientation, along, ends in (("v", "x0", ("top", "bottom")), ("h", "top", ("x0", "x1"))):
        lines = [edge for edge in edges if edge["orientation"] == orientation]
        for end in ends:
            groups: dict[int, list[dict]] = {}
            for line in lines:
                groups.setdefault(round(line[end] / TOLERANCE), []).append(line)
            for group in groups.values():
                places = [line[along] for line in group]
                if len(group) > 1 and max(places) - min(places) > 20:
                    at = group[0][end]
                    x, y = (places, [at]) if orientation == "v" else ([at], places)
                    sides.append(_edge(Box(min(x), min(y), max(x), max(y))))
    return sides


def _written(boxes: list[Box], letters: list[Letter]) -> set[Box]:
    """The cells that hold words."""
    words = [letter for letter in letters if not letter.text.isspace()]
    return {box for box in boxes if any(inside(box, letter) for letter in words)}


def inside(box: Box, letter: Letter) -> bool:
    return box.holds(letter.middle, letter.base - 0.3 * letter.size)


def _rows(cells: list[Box]) -> list[list[Box]]:
    """Cells by the row in which they begin, without the boxes above and below that touch them."""
    rows: dict[float, list[Box]] = {}
    for cell in sorted(cells, key=lambda box: (box.top, box.x0)):
        rows.setdefault(cell.top, []).append(cell)
    found = list(rows.values())
    while len(found) > 1 and len(found[0]) == 1:
        found.pop(0)
    while len(found) > 1 and len(found[-1]) == 1 and found[-1][0].x0 == found[0][0].x0:
        found.pop()
    return found
