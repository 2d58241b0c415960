"""What goes in and what comes out: files, and the release that was read from them."""

import dataclasses
from typing import Literal

from releases.document.schema import Document

from .notes import Note
from .paragraphs import Pages

Format = Literal["txt", "docx", "pdf"]
# Of one file; the larger ones hold pictures.
MAX_BYTES = 40 * 1024 * 1024


@dataclasses.dataclass(frozen=True)
class File:
    """A file as somebody chose it: its name without folders, and its bytes."""

    name: str
    data: bytes = dataclasses.field(repr=False)


@dataclasses.dataclass(frozen=True)
class ReadFile:
    """What a file held. ``places`` says for every line where it went: the key of a part, the name
    of a field of the document, or ``left_over``.
    """

    name: str
    format: Format
    pages: Pages
    places: dict[int, str]


@dataclasses.dataclass(frozen=True)
class Imported:
    """A document and what the press officer has to know about how it came about.

    Its pictures stand in it by the SHA-256 of the bytes that the files hold (``pages.pictures``).
    """

    document: Document
    notes: list[Note]
    files: list[ReadFile]
