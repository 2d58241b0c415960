"""Which reader a file is for: by what it holds, never by its name."""

from django.utils.translation import gettext as _

from . import pdf, plain_text, word
from .imported import MAX_BYTES, Format
from .notes import ImportRefused
from .paragraphs import Pages

READERS = {"txt": plain_text.read, "docx": word.read, "pdf": pdf.read}
OTHERS = {
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"MZ": "EXE",
    b"\x7fELF": "ELF",
}


def read(data: bytes) -> tuple[Format, Pages]:
    """Return the format of a file and its paragraphs. Raises ImportRefused."""
    if len(data) > MAX_BYTES:
        raise ImportRefused(
            _("The file is larger than %(limit)d MB. Save the release alone and try again.")
            % {"limit": MAX_BYTES // 1024 // 1024}
        )
    format = _format(data)
    pages = READERS[format](data)
    if not any(paragraph.text for paragraph in pages.paragraphs):
        raise ImportRefused(_("The file holds no text. Choose the file that holds the release."))
    return format, pages


def _format(data: bytes) -> Format:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportRefused(
            _(
                "This is a Word 97-2003 file, or one protected by a password. "
                "Save it as .docx without a password and try again."
            )
        )
    for signature, kind in OTHERS.items():
        if data.startswith(signature):
            raise ImportRefused(
                _("This is a file of the kind %(kind)s. Choose a .docx, .pdf or .txt file.")
                % {"kind": kind}
            )
    return "txt"
