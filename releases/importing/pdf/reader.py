"""A PDF file to Pages: what is refused, and how the pages come together."""

import contextlib
import ctypes
import dataclasses
import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from django.utils.translation import gettext as _

from ..notes import ImportRefused, Note
from ..paragraphs import Line, Mark, Pages, Paragraph, Picture
from . import columns, flow, furniture, pictures, sheets, tables, weights
from . import rows as printed
from .columns import Flow, Grid
from .flow import Passage, Print
from .rows import Row
from .sheets import Box, Drawn, Sheet

MAX_PAGES = 60
MAX_CHARACTERS = 150_000
# Of all pictures together.
MAX_PIXELS = 250_000_000
# The share of a page that a scan fills, and of characters that no font names.
WHOLE_PAGE = 0.8
UNREADABLE = 0.3
# Of the height of a page: how high a logo is, and where the head ends and the foot begins.
LOGO, HEAD, FOOT = 0.14, 0.22, 0.88


@dataclasses.dataclass
class Item:
    """What is read next: a passage, the cells of a row, or pictures alone."""

    page: int
    top: float
    x0: float
    passage: Passage | None = None
    flow: Flow | None = None
    cells: list[list[Passage]] | None = None
    box: Box | None = None
    table: int = 0
    flows: list[Flow] = dataclasses.field(default_factory=list)
    pictures: list[str] = dataclasses.field(default_factory=list)
    last_page: int = -1


def read(data: bytes) -> Pages:
    """Return the paragraphs of a PDF. Raises ImportRefused where it is none or holds no text."""
    pdfium.FPDF_InitLibrary()
    buffer = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        raise _refusal(pdfium.FPDF_GetLastError())
    try:
        return _Reader(document).read()
    finally:
        pdfium.FPDF_CloseDocument(document)


def _refusal(error: int) -> ImportRefused:
    if error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return ImportRefused(
            _("The PDF is protected by a password. Save it without a password and try again.")
        )
    return ImportRefused(_("The PDF is damaged and cannot be read. Save it anew and try again."))


class _Reader:
    def __init__(self, document):
        self.document = document
        self.sheets: list[Sheet] = []
        self.notes: list[Note] = []
        self.found: dict[str, Picture] = {}
        # Of every page: its pictures with their places.
        self.placed: list[list[tuple[Box, str]]] = []
        self.tables = 0
        self.pixels = 0

    def read(self) -> Pages:
        count = pdfium.FPDF_GetPageCount(self.document)
        if count > MAX_PAGES:
            raise ImportRefused(
                _(
                    "The PDF has %(count)d pages; at most %(limit)d are read. "
                    "Save the pages of the release alone and try again."
                )
                % {"count": count, "limit": MAX_PAGES}
            )
        self._read_sheets(count)
        self._refuse_unreadable()
        rows = [printed.rows(sheet.letters, index) for index, sheet in enumerate(self.sheets)]
        served = furniture.take(rows, self.sheets)
        self._leave_logos(rows)
        return self._pages(self._items(rows), served)

    # The file

    def _read_sheets(self, count: int) -> None:
        characters = 0
        images: list[list[tuple[Box, str]]] = []
        for index in range(count):
            with sheets.opened(self.document, index) as (page, text):
                if page is None:
                    message = _("Page %(number)d is damaged and could not be read.")
                    self.notes.append(Note("missing", message % {"number": index + 1}))
                    self.sheets.append(Sheet(595, 842, index))
                    images.append([])
                    continue
                characters += pdfium.FPDFText_CountChars(text)
                if characters > MAX_CHARACTERS:
                    raise ImportRefused(
                        _(
                            "The text is longer than any release. "
                            "Save the text of one release and try again."
                        )
                    )
                sheet = sheets.sheet(self.document, page, text, index)
                weights.measure(page, sheet)
                self.sheets.append(sheet)
                images.append(self._pictures(page, sheet, index))
        self.placed = images
        weights.mark_bold(self.sheets)

    def _refuse_unreadable(self) -> None:
        named = sum(not letter.text.isspace() for sheet in self.sheets for letter in sheet.letters)
        lost = sum(sheet.lost for sheet in self.sheets)
        private = sum(
            "\ue000" <= letter.text <= "\uf8ff" for sheet in self.sheets for letter in sheet.letters
        )
        if lost + private > UNREADABLE * (named + lost) and lost + private > 20:
            raise ImportRefused(
                _(
                    "The text of this PDF cannot be read: its fonts do not say which characters "
                    "they print. Choose the Word file, or save the PDF from Word anew."
                )
            )
        if not named and any(sheet.is_scan or sheet.images for sheet in self.sheets):
            raise ImportRefused(
                _(
                    "This PDF holds pictures of pages and no text. Choose the Word file, "
                    "save the PDF from Word, or run text recognition (OCR) and try again."
                )
            )
        if lost:
            message = _("%(count)d characters that the PDF does not name were left out.")
            self.notes.append(Note("mismatch", message % {"count": lost}))
        for number, sheet in enumerate(self.sheets, 1):
            if sheet.is_recognised:
                message = _(
                    "The text of page %(number)d was recognised from a scan. Check each word."
                )
                self.notes.append(Note("guess", message % {"number": number}))
            elif sheet.is_scan and not sheet.letters:
                message = _("Page %(number)d is the picture of a page: its text was not read.")
                self.notes.append(Note("missing", message % {"number": number}))

    # Pictures

    def _pictures(self, page, sheet: Sheet, index: int) -> list[tuple[Box, str]]:
        found = []
        for strips in _strips(sheet.images):
            box = _around([strip.shown for strip in strips])
            if box.width <= 0 or box.height <= 0:
                continue
            if box.width * box.height > WHOLE_PAGE * sheet.width * sheet.height:
                sheet.is_scan = True
                continue
            sizes = [pictures.size(self.document, page, strip) for strip in strips]
            width, height = max(w for w, _h in sizes), sum(h for _w, h in sizes)
            if min(width, height) < pictures.SMALLEST or min(box.width, box.height) < 12:
                continue
            if width * height > pictures.LARGEST or max(width, height) > pictures.LONGEST_SIDE:
                message = _(
                    "A picture of page %(number)d is too large (%(width)d × %(height)d pixels) and "
                    "was left out. Add it by hand."
                )
                values = {"number": index + 1, "width": width, "height": height}
                self.notes.append(Note("missing", message % values))
                continue
            picture = None
            if self.pixels < MAX_PIXELS:
                self.pixels += width * height
                with contextlib.suppress(MemoryError):
                    picture = pictures.take(self.document, page, strips)
            if picture is None:
                message = _("A picture of page %(number)d could not be taken out. Add it by hand.")
                self.notes.append(Note("missing", message % {"number": index + 1}))
                continue
            if len(strips) == 1 and picture.width < min(sizes[0]) * 0.95:
                message = _(
                    "A picture of page %(number)d was made smaller; add the original by hand."
                )
                self.notes.append(Note("guess", message % {"number": index + 1}))
            self.found.setdefault(picture.sha256, picture)
            found.append((box, picture.sha256))
        return found

    def _leave_logos(self, rows: list[list[Row]]) -> None:
        """Leave the pictures of the letterhead: small ones above all text, and those of every page."""
        pages = Counter(sha256 for placed in self.placed for sha256 in {s for _b, s in placed})
        for index, placed in enumerate(self.placed):
            sheet = self.sheets[index]
            first = rows[index][0].base if rows[index] else 0
            for box, sha256 in list(placed):
                small = box.height < LOGO * sheet.height
                head = box.bottom < HEAD * sheet.height and box.bottom < first + box.height / 2
                edge = head or box.top > FOOT * sheet.height
                if not (small and (head or edge and pages[sha256] > 1)):
                    continue
                placed.remove((box, sha256))
                message = _("A picture in the head or foot of page %(number)d: taken to be a logo.")
                self.notes.append(Note("left_over", message % {"number": index + 1}))
        used = {sha256 for placed in self.placed for _box, sha256 in placed}
        self.found = {sha256: found for sha256, found in self.found.items() if sha256 in used}

    # The order

    def _items(self, pages: list[list[Row]]) -> list[Item]:
        orders = []
        before = None
        left, right = _margins(pages, self.sheets)
        for rows, sheet in zip(pages, self.sheets, strict=True):
            letters = [letter for row in rows for letter in row.letters]
            found = tables.ruled(sheet, letters, before)
            before = found[-1] if found else None
            taken = {id(x) for table in found for some in table.letters.values() for x in some}
            free = [_outside(row, taken) for row in rows]
            loose = [row for row in free if row]
            orders.append(list(_order(loose, found, sheet, left, right)))
        every = [part for parts in orders for part in parts]
        manner = flow.measure([*_flows(every)])
        items = []
        for index, parts in enumerate(orders):
            items += self._with_pictures(list(self._made(parts, manner, index)), index)
        self.manner = manner
        items = _over_pages(items, manner)
        _title(items)
        return items

    def _made(self, parts: list, manner: Print, page: int) -> Iterator[Item]:
        for part in parts:
            match part:
                case Flow():
                    for passage in flow.passages(part, manner):
                        first = passage.rows[0]
                        yield Item(page, first.top, first.x0, passage, part)
                case _:
                    yield from self._table(part, manner, page)

    def _table(self, part: tuple[list[list[Flow]], list[Box | None]], manner: Print, page: int):
        self.tables += 1
        for cells, box in zip(*part, strict=True):
            made = [flow.passages(cell, manner) for cell in cells]
            top = min((p.rows[0].top for cell in made for p in cell), default=box.top if box else 0)
            yield Item(page, top, cells[0].x0, cells=made, box=box, table=self.tables, flows=cells)

    def _with_pictures(self, items: list[Item], page: int) -> list[Item]:
        for box, sha256 in self.placed[page]:
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
                items.insert(index, Item(page, box.top, box.x0, pictures=[sha256]))
        return items

    # The result

    def _pages(self, items: list[Item], served: list[list[Row]]) -> Pages:
        numbering = _Numbering()
        numbers: dict[int, int] = {}
        paragraphs, running = [], []
        for page in range(len(self.sheets)):
            middle = self.sheets[page].height / 2
            heads = [row for row in served[page] if row.base < middle]
            feet = [row for row in served[page] if row.base >= middle]
            running += [numbering.line(row.text) for row in heads]
            for item in (item for item in items if item.page == page):
                paragraph = numbering.paragraph(item, self.manner, numbers)
                if paragraph:
                    paragraphs.append(paragraph)
            running += [numbering.line(row.text) for row in feet]
            running += [numbering.line(words) for words in self.sheets[page].aside if words]
        message = _("A word was divided at the end of a line; read as “%(word)s”.")
        for row, word in self.manner.hyphens:
            number = numbers.get(id(row))
            self.notes.append(Note("guess", message % {"word": word}, number, word))
        return Pages(paragraphs, running, self.notes, list(self.found.values()))


class _Numbering:
    """Gives every line its number in the file, its gap and its indent."""

    def __init__(self):
        self.number = 0
        self.last: Row | None = None
        self.page = 0

    def line(self, text: str, row: Row | None = None, gap: int = 0, indent: int = 0) -> Line:
        self.number += 1
        is_new = row is not None and row.page != self.page
        if row is not None:
            self.page, self.last = row.page, row
        return Line(self.number, text, gap, indent, is_new)

    def lines(self, rows: list[Row], manner: Print, numbers: dict[int, int]) -> list[Line]:
        made = []
        for row in rows:
            gap = 0
            if self.last and self.last.page == row.page:
                gap = max(0, round((row.base - self.last.base) / manner.step(self.last) - 0.8))
            made.append(self.line(row.text, row, gap))
            numbers[id(row)] = self.number
        return made

    def paragraph(self, item: Item, manner: Print, numbers: dict[int, int]) -> Paragraph | None:
        shas = tuple(dict.fromkeys(item.pictures))
        if item.passage:
            lines = self.lines(item.passage.rows, manner, numbers)
            marks = _marks(item.passage.text, item.passage.tags)
            return Paragraph(item.passage.text, tuple(lines), item.passage.style, marks, shas)
        if item.cells is None:
            self.last = None
            return Paragraph("", (self.line(""),), pictures=shas)
        rows = [row for cell in item.cells for passage in cell for row in passage.rows]
        if not rows and not shas:
            return None
        lines = self.lines(rows, manner, numbers) or [self.line("")]
        cells, text, tags = [], "", []
        for index, cell in enumerate(item.cells):
            if index:
                text, tags = text + "\t", [*tags, frozenset()]
            words = ""
            for passage in cell:
                bold = {("strong", "")} if passage.rows[0].is_bold else set()
                joint = "\n" if words else ""
                words += joint + passage.text
                tags += [frozenset()] * len(joint) + [tag | bold for tag in passage.tags]
            cells.append(words)
            text += words
        return Paragraph(text, tuple(lines), "", _marks(text, tags), shas, tuple(cells), item.table)


def _marks(text: str, tags: list[frozenset]) -> tuple[Mark, ...]:
    """The runs of every tag; a link whose text is its address is none."""
    marks = []
    for tag in sorted({one for some in tags for one in some}):
        start = None
        for index, some in enumerate([*tags, frozenset()]):
            if tag in some and start is None:
                start = index
            elif tag not in some and start is not None:
                if tag[0] != "a" or not _says_its_address(text[start:index], tag[1]):
                    marks.append(Mark(start, index, tag[0], tag[1]))
                start = None
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.tag)))


def _says_its_address(text: str, address: str) -> bool:
    def plain(value: str) -> str:
        for start in ("mailto:", "https://", "http://", "www."):
            value = value.removeprefix(start)
        return value.rstrip("/.,;")

    one, other = plain(text.strip().lower()), plain(address.strip().lower())
    # The parts of an address that is wrapped are links of their own.
    return bool(one) and (
        one == other or "." in one and one in other or "/" in one and one in other
    )


# Helpers of the order


def _margins(pages: list[list[Row]], found: list[Sheet]) -> tuple[float, float]:
    rows = [row for rows in pages for row in rows]
    if not rows:
        return 0, found[0].width if found else 0
    return min(row.x0 for row in rows), max(row.x1 for row in rows)


def _outside(row: Row, taken: set[int]) -> Row | None:
    """What a row holds beside the letters that are taken by tables (by their ids)."""
    letters = [letter for letter in row.letters if id(letter) not in taken]
    if len(letters) == len(row.letters):
        return row
    return printed.part(row, letters) if any(not one.text.isspace() for one in letters) else None


def _order(rows: list[Row], found: list[tables.Table], sheet: Sheet, left: float, right: float):
    """The flows and tables of a page from top to bottom."""
    for table in [*found, None]:
        above = [row for row in rows if table is None or row.base < table.box.top + 1]
        rows = [row for row in rows if all(row is not one for one in above)]
        for part in columns.order(above, left, right):
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
        boxes.append(_around(cells))
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


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def _strips(images: list[Drawn]) -> list[list[Drawn]]:
    """Images one by one; those that a program cut from one picture, together."""
    groups: list[list[Drawn]] = []
    for image in images:
        last = groups[-1][-1].box if groups else None
        touches = (
            last
            and abs(last.x0 - image.box.x0) < 0.5
            and abs(last.x1 - image.box.x1) < 0.5
            and abs(last.bottom - image.box.top) < 0.5
        )
        if touches:
            groups[-1].append(image)
        else:
            groups.append([image])
    return groups


def _place(items: list[Item], box: Box) -> int:
    """Before which item a picture stands: the first that begins below its middle, in its column."""
    middle, x = (box.top + box.bottom) / 2, (box.x0 + box.x1) / 2
    flows = [i for i, item in enumerate(items) if item.flow and item.flow.x0 <= x <= item.flow.x1]
    beside = flows or range(len(items))
    below = [index for index in beside if items[index].top > middle]
    return below[0] if below else beside[-1] + 1 if items else 0


def _over_pages(items: list[Item], manner: Print) -> list[Item]:
    """Join what a page or a column cut: passages, tables, and the row of a table."""
    joined: list[Item] = []
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
            if _row_goes_over(last, item, manner):
                _join_cells(last, item, manner)
                last.last_page = item.page
                continue
        joined.append(item)
        if item.passage or item.cells:
            last = item
    for item in joined:
        item.table = same.get(item.table, item.table)
    return joined


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
        and flow.goes_over(last.passage, item.passage, last.flow, manner)
    )
