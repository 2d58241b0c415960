"""PDF files to paragraphs."""

from django.utils.translation import gettext as _

from .notes import ImportRefused
from .paragraphs import Pages


def read(data: bytes) -> Pages:
    """Return the paragraphs of a PDF. Raises ImportRefused where it is none or holds no text."""
    raise ImportRefused(_("PDF files cannot be read yet. Save it as plain text and try again."))
