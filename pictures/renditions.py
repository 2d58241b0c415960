"""The files that are made of a picture, once, when it is uploaded.

``480.webp 480.jpg 960.… 1600.…`` where the picture is that wide, ``full.jpg`` for the press, and
``full.png`` where it is transparent. Which widths there are follows from the picture's own width,
so a template needs no query. The picture's name is the SHA-256 of its full.png, or else full.jpg.
"""

import re

WIDTHS = (480, 960, 1600)
FULL = "full.jpg"
FULL_TRANSPARENT = "full.png"
FILE_NAME = re.compile(r"(?:full\.(?:jpg|png)|[1-9][0-9]{0,3}\.(?:webp|jpg))")
CONTENT_TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


def widths(width: int) -> list[int]:
    """The widths (px) in which a picture of this width exists: never larger than it is."""
    return [w for w in WIDTHS if w <= width] or [width]


def file_path(sha256: str, file_name: str) -> str:
    """Where a file of a picture stands in the storage."""
    return f"{sha256[:2]}/{sha256}/{file_name}"
