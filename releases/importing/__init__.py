"""Reading foreign files: a plain-text release becomes a document, with notes on every guess."""

import dataclasses
from pathlib import Path

from django.utils.translation import gettext as _

from releases.document.schema import Document

from . import plain_text, structure
from .encodings import MAX_BYTES, ImportRefused, decode
from .notes import Note

__all__ = ["ImportRefused", "Imported", "Note", "import_plain_text", "read_file"]


# Some eighty pages of print: no release is longer.
MAX_CHARACTERS = 250_000
MAX_LINES = 20_000


@dataclasses.dataclass(frozen=True)
class Imported:
    """A document and what the press officer has to know about how it came about.

    ``sources`` says for every line of the source that is not blank (from 1) where it went: the
    key of a part, the name of a field of the document, or ``left_over``.
    """

    document: Document
    notes: list[Note]
    sources: dict[int, str] = dataclasses.field(default_factory=dict)


def import_plain_text(data: bytes) -> Imported:
    """Return the release that a plain-text file holds. Raises ImportRefused where it holds none."""
    text, encoding = decode(data)
    if len(text) > MAX_CHARACTERS or len(text.splitlines()) > MAX_LINES:
        raise ImportRefused(
            _("The text is longer than any release. Save the text of one release and try again.")
        )
    pages = plain_text.read(text)
    if not pages.paragraphs:
        raise ImportRefused(_("The file holds no text. Choose the file that holds the release."))
    return Imported(*structure.read(pages, encoding))


def read_file(path: str | Path) -> Imported:
    """Return the release in a file, or refuse the file in one clear line."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ImportRefused(_("“%s” is a folder. Choose one file.") % path.name)
        if not path.is_file():
            raise ImportRefused(_("There is no file “%s”. Check its name and place.") % path.name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ImportRefused):
            raise
        raise ImportRefused(
            _("The file “%s” cannot be read. Check its permissions and try again.") % path.name
        ) from error
    return import_plain_text(data)
