"""Items to paragraphs: every line with its number in the file, and the emphasis as marks."""

from ..paragraphs import Line, Mark, Paragraph
from .flow import Print
from .items import Item
from .rows import Row


class Numbering:
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
