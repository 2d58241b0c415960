"""Paragraphs: the neutral form between a foreign file and the structure of a release.

Every reader (plain_text, word, pdf) makes ``Pages``; nothing that follows knows the format.
"""

import dataclasses
import html
import itertools
from collections.abc import Container
from typing import Literal

from .notes import Note

Tag = Literal["strong", "em", "sub", "sup", "a"]
# What the file itself says of a paragraph; plain text says nothing. ``bold``: bold from end to end.
# ``footnote``: stands at the foot of a page and here behind the last paragraph.
Style = Literal["", "title", "heading", "bold", "caption", "footnote"]


@dataclasses.dataclass(frozen=True)
class Line:
    """A line of the source that is not blank.

    ``number`` (from 1) is its place in the file: the line of a text or of a PDF, the paragraph of a
    Word file (or its line, where breaks divide one). ``gap`` counts the blank lines before it;
    ``new_page`` says that a page begins in that gap.
    """

    number: int
    text: str
    gap: int = 0
    indent: int = 0
    new_page: bool = False


@dataclasses.dataclass(frozen=True)
class Mark:
    """Emphasis or a link on the characters ``start`` to ``end`` of a paragraph's text."""

    start: int
    end: int
    tag: Tag
    href: str = ""


@dataclasses.dataclass(frozen=True)
class Picture:
    """A picture found in a file, as it stands there. Width and height in pixels.

    ``sha256`` is that of ``data`` (JPEG, PNG, WebP, TIFF or GIF); ``alt_text`` what the file says.
    """

    sha256: str
    width: int
    height: int
    data: bytes = dataclasses.field(repr=False)
    alt_text: str = ""


@dataclasses.dataclass(frozen=True)
class Paragraph:
    """A paragraph with the lines it was made of.

    A list item begins with the mark or the number that is printed. ``pictures`` are those that
    stand at this place (SHA-256); a paragraph of pictures alone has no text. A row of a table has
    its ``cells`` (lines of a cell apart by newlines) and the number of its ``table`` in the file,
    from 1; its text is the cells, apart by tabs.
    """

    text: str
    lines: tuple[Line, ...]
    style: Style = ""
    marks: tuple[Mark, ...] = ()
    pictures: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    table: int = 0

    @property
    def line(self) -> int:
        return self.lines[0].number

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(line.number for line in self.lines)

    @property
    def html(self) -> str:
        """The text as inline HTML, with its marks; newlines are breaks."""
        edges = sorted({0, len(self.text), *(e for m in self.marks for e in (m.start, m.end))})
        pieces = []
        for start, end in itertools.pairwise(edges):
            piece = html.escape(self.text[start:end], quote=False).replace("\n", "<br>")
            for mark in self.marks:
                if mark.start <= start and end <= mark.end:
                    opening = f'a href="{html.escape(mark.href)}"' if mark.tag == "a" else mark.tag
                    piece = f"<{opening}>{piece}</{mark.tag}>"
            pieces.append(piece)
        return "".join(pieces)

    def piece(self, text: str, taken: Container[int] = ()) -> "Paragraph":
        """A paragraph of one line of this one: of the line that says the text, or of the first.
        Lines that are ``taken`` say another text that is the same.
        """
        said = [line for line in self.lines if line.text.strip() in text]
        free = [line for line in said if line.number not in taken]
        line = next(iter(free or said), self.lines[0])
        return Paragraph(text, (dataclasses.replace(line, text=text),), self.style)

    def since(self, start: int) -> "Paragraph":
        """The rest of a paragraph from a character on, without the spaces that it would begin with."""
        start = len(self.text) - len(self.text[start:].lstrip())
        marks = (
            dataclasses.replace(m, start=max(0, m.start - start), end=m.end - start)
            for m in self.marks
            if m.end > start
        )
        return dataclasses.replace(self, text=self.text[start:], marks=tuple(marks))


@dataclasses.dataclass(frozen=True)
class Pages:
    """What a reader found in one file.

    ``furniture`` are the lines that only served the pages (running heads, page numbers), ``notes``
    the reader's own guesses, ``pictures`` those that paragraphs name.
    """

    paragraphs: list[Paragraph]
    furniture: list[Line] = dataclasses.field(default_factory=list)
    notes: list[Note] = dataclasses.field(default_factory=list)
    pictures: list[Picture] = dataclasses.field(default_factory=list)
