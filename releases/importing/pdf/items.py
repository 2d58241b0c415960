"""What stands on the pages, in the order in which it is read: passages, rows of tables, pictures."""

import dataclasses
import itertools
import math
from collections.abc import Iterator

from . import columns, flow, tables
from . import rows as printed
from .columns import Flow, Grid
from .flow import Passage, Print
from .rows import Row
from .sheets import Box, Sheet, around


@dataclasses.dataclass
class Item:
    """What is read next: a passage, the cells of a row, or pictures alone."""

    page: int
    top: float
    passage: Passage | None = None
    flow: Flow | None = None
    cells: list[list[Passage]] | None = None
    box: Box | None = None
    table: int = 0
    flows: list[Flow] = dataclasses.field(default_factory=list)
    pictures: list[str] = dataclasses.field(default_factory=list)
    last_page: int = -1


def arrange(
    pages: list[list[Row]], sheets: list[Sheet], placed: list[list[tuple[Box, str]]]
) -> tuple[list[Item], list[Row], Print]:
    """What stands on the pages in the order in which it is read, the rows that a table repeats on
    every page, and how the file is printed. ``placed`` are the pictures of every page.
    """
    orders = []
    before = in_step = None
    left, right = _margins(pages, sheets)
    for rows, sheet in zip(pages, sheets, strict=True):
        letters = [letter for row in rows for letter in row.letters]
        found = tables.ruled(sheet, letters, before)
        before = found[-1] if found else None
        taken = {id(x) for table in found for some in table.letters.values() for x in some}
        free = [_outside(row, taken) for row in rows]
        parts = _order([row for row in free if row], found, sheet, (left, right), in_step)
        orders.append(list(parts))
        cells = [one.x0 for one in orders[-1] if isinstance(one, Flow) and one.is_cell]
        in_step = max(cells, default=None)
    manner = flow.measure([one for parts in orders for one in _flows(parts)])
    numbers = itertools.count(1)
    items = []
    for page, parts in enumerate(orders):
        made = [item for part in parts for item in _made(part, manner, page, numbers)]
        items += _with_pictures(made, placed[page], page)
    items, repeated = _over_pages(items, manner)
    _title(items)
    return items, repeated, manner


def _made(part, manner: Print, page: int, numbers: Iterator[int]) -> Iterator[Item]:
    if isinstance(part, Flow):
        for passage in flow.passages(part, manner):
            yield Item(page, passage.rows[0].top, passage, part)
        return
    number = next(numbers)
    for cells, box in zip(*part, strict=True):
        made = [flow.passages(cell, manner) for cell in cells]
        top = min((p.rows[0].top for cell in made for p in cell), default=box.top if box else 0)
        yield Item(page, top, cells=made, box=box, table=number, flows=cells)


def _with_pictures(items: list[Item], placed: list[tuple[Box, str]], page: int) -> list[Item]:
    for box, sha256 in placed:
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        inside = [item for item in items if item.box and item.box.holds(x, y)]
        if inside:
            inside[0].pictures.append(sha256)
            continue
        index = _place(items, box)
        before = items[index - 1] if index else None
        alone = before and not before.passage and not before.cells
        if alone and abs(before.top - box.top) < 0.5 * box.height:
            before.pictures.append(sha256)
        else:
            items.insert(index, Item(page, box.top, pictures=[sha256]))
    return items


def _margins(pages: list[list[Row]], sheets: list[Sheet]) -> tuple[float, float]:
    rows = [row for rows in pages for row in rows]
    if not rows:
        return 0, sheets[0].width if sheets else 0
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    # Short lines reach no margin: the right one is as wide as the left one.
    width = sheets[0].width
    return left, right if right > 0.7 * width else max(right, width - left)


def _outside(row: Row, taken: set[int]) -> Row | None:
    """What a row holds beside the letters that are taken by tables (by their ids)."""
    letters = [letter for letter in row.letters if id(letter) not in taken]
    if len(letters) == len(row.letters):
        return row
    return printed.part(row, letters) if any(not one.text.isspace() for one in letters) else None


def _order(
    rows: list[Row],
    found: list[tables.Table],
    sheet: Sheet,
    margins: tuple[float, float],
    in_step: float | None,
):
    """The flows and tables of a page from top to bottom."""
    for table in [*found, None]:
        above = [row for row in rows if table is None or row.base < table.box.top + 1]
        rows = [row for row in rows if all(row is not one for one in above)]
        for part in columns.order(above, *margins, in_step):
            yield _grid(part) if isinstance(part, Grid) else part
        if table is not None:
            yield _cells(table, sheet)


def _cells(table: tables.Table, sheet: Sheet) -> tuple[list[list[Flow]], list[Box]]:
    made, boxes = [], []
    for cells in table.rows:
        flows = []
        for cell in cells:
            rows = printed.rows(table.letters.pop(cell, []), sheet.number)
            padding = min((row.x0 for row in rows), default=cell.x0) - cell.x0
            padding = min(padding, 12)
            flows.append(Flow(rows, cell.x0 + padding, cell.x1 - padding, is_cell=True))
        made.append(flows)
        boxes.append(around(cells))
    return made, boxes


def _grid(grid: Grid) -> tuple[list[list[Flow]], list[None]]:
    flows = []
    for cells in grid.rows:
        # Without margins the lines are those of the author: none is wrapped.
        margins = grid.margins or [(0, math.inf)] * len(cells)
        flows.append(
            [
                Flow(cell, *sides, bool(grid.margins))
                for cell, sides in zip(cells, margins, strict=True)
            ]
        )
    return flows, [None] * len(flows)


def _flows(parts: list) -> Iterator[Flow]:
    for part in parts:
        if isinstance(part, Flow):
            yield part
        else:
            for cells in part[0]:
                yield from cells


def _place(items: list[Item], box: Box) -> int:
    """Before which item a picture stands: the first that begins below its middle, in its column."""
    middle, x = (box.top + box.bottom) / 2, (box.x0 + box.x1) / 2
    flows = [i for i, item in enumerate(items) if item.flow and item.flow.x0 <= x <= item.flow.x1]
    beside = flows or range(len(items))
    below = [index for index in beside if items[index].top > middle]
    return below[0] if below else beside[-1] + 1 if items else 0


def _over_pages(items: list[Item], manner: Print) -> tuple[list[Item], list[Row]]:
    """Join what a page or a column cut: passages, tables, and the row of a table. Apart from them
    the rows of print of the head of a table, where every page repeats it.
    """
    joined: list[Item] = []
    repeated: list[Row] = []
    heads: dict[int, list[str]] = {}
    last: Item | None = None
    same: dict[int, int] = {}
    for item in items:
        if last and _goes_over(last, item, manner):
            last.passage.rows += item.passage.rows
            flow.write(last.passage, last.flow, manner)
            last.flow, last.last_page = item.flow, item.page
            continue
        if last and _same_table(last, item):
            same[item.table] = same.get(last.table, last.table)
            if _words(item) == heads[same[item.table]]:
                repeated += [row for cell in item.cells for one in cell for row in one.rows]
                continue
            if _row_goes_over(last, item, manner):
                _join_cells(last, item, manner)
                last.last_page = item.page
                continue
        joined.append(item)
        if item.cells:
            heads.setdefault(item.table, _words(item))
        if item.passage or item.cells:
            last = item
    for item in joined:
        item.table = same.get(item.table, item.table)
    return joined, repeated


def _words(item: Item) -> list[str]:
    return [passage.text for cell in item.cells for passage in cell]


def _same_table(last: Item, item: Item) -> bool:
    if not (
        last.cells
        and item.cells
        and last.box
        and item.box
        and item.page == last.page + 1
        and last.last_page < item.page
    ):
        return False
    ends = [(round(cells.box.x0 / 3), round(cells.box.x1 / 3)) for cells in (last, item)]
    return ends[0] == ends[1] and len(last.cells) == len(item.cells)


def _row_goes_over(last: Item, item: Item, manner: Print) -> bool:
    """Whether a cell goes on in the first row of the next page, and none begins there."""
    pairs = [(one, other) for one, other in zip(last.cells, item.cells, strict=True) if other]
    return all(one for one, _other in pairs) and any(
        flow.goes_over(one[-1], other[0], cell, manner)
        for one, other, cell in zip(last.cells, item.cells, last.flows, strict=True)
        if one and other
    )


def _join_cells(last: Item, item: Item, manner: Print) -> None:
    for one, other, cell in zip(last.cells, item.cells, last.flows, strict=True):
        if one and other and flow.goes_over(one[-1], other[0], cell, manner):
            one[-1].rows += other.pop(0).rows
            flow.write(one[-1], cell, manner)
        one += other


def _title(items: list[Item]) -> None:
    """The largest headings of the first page are its title, those that stand together."""
    headings = [
        item
        for item in items
        if item.page == 0 and item.passage and item.passage.style == "heading"
    ]
    largest = max((item.passage.rows[0].size for item in headings), default=0)
    first = next(
        (
            i
            for i, item in enumerate(items)
            if item in headings and item.passage.rows[0].size > largest - 0.5
        ),
        len(items),
    )
    for item in items[first:]:
        if item not in headings or item.passage.rows[0].size < largest - 0.5:
            return
        item.passage.style = "title"


def _goes_over(last: Item, item: Item, manner: Print) -> bool:
    return bool(
        last.passage
        and item.passage
        and item.flow is not last.flow
        and not (last.flow.is_cell and last.page == item.page)
        and flow.goes_over(last.passage, item.passage, last.flow, manner)
    )
