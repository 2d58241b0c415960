"""Word files (.docx) to paragraphs."""

from django.utils.translation import gettext as _

from .notes import ImportRefused
from .paragraphs import Pages


def read(data: bytes) -> Pages:
    """Return the paragraphs of a Word file. Raises ImportRefused where it is none."""
    raise ImportRefused(_("Word files cannot be read yet. Save it as plain text and try again."))
