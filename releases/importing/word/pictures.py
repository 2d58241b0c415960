"""The pictures of a Word file, as they stand there, and notes on those that cannot be used."""

import hashlib
import io

from django.utils.translation import gettext as _
from PIL import Image

from pictures.store import FORMATS, MAX_PIXELS, MAX_SIDE

from ..paragraphs import Picture

# Of one file, and of all of them together.
MAX_PICTURES = 200
MAX_BYTES = 64 * 1024 * 1024
DRAWINGS = {b" EMF": (40, "EMF"), b"\xd7\xcd\xc6\x9a": (0, "WMF"), b"\x01\x00\x09\x00": (0, "WMF")}


class Unusable(Exception):
    """A picture that cannot be used. The message says why and what to do."""


def read(data: bytes, alt_text: str) -> Picture:
    """Return a picture. Raises Unusable."""
    for signature, (place, kind) in DRAWINGS.items():
        if data[place : place + len(signature)] == signature:
            message = _("A drawing of the kind %(kind)s: save it as PNG and add it by hand.")
            raise Unusable(message % {"kind": kind})
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
        width, height = image.size
        small = width * height <= MAX_PIXELS and max(width, height) <= MAX_SIDE
        if small and image.format in ("JPEG", "MPO"):
            image.draft(image.mode, (width // 8, height // 8))  # decoded only that large
            image.load()
        elif small:
            image.verify()
    except Exception:  # a damaged file can raise anything from inside a decoder
        raise Unusable(
            _("A picture is damaged or of a kind that cannot be used: add it by hand.")
        ) from None
    if not small:
        raise Unusable(_("A picture has too many pixels: save it smaller and add it by hand."))
    return Picture(hashlib.sha256(data).hexdigest(), width, height, data, alt_text)
