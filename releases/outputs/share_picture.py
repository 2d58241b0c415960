"""The picture of a release for where its address is shared: a card of 1200 × 630 px (Open Graph)."""

import hashlib
import io
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst
from PIL import Image, ImageOps

WIDTH, HEIGHT = 1200, 630
CONTENT_TYPE = "image/jpeg"
PICTURE_WIDTH = 456  # of the lead picture, at the right edge; the template leaves it free
MAX_BYTES = 300_000  # what every messenger still shows

TEMPLATE = Path(__file__).with_suffix(".typ").read_bytes()
FONT_PACKAGES = ("cvttf_NotoSansCJK_Regular", "cvttf_NotoSansCJK_Bold")


def key(card: dict) -> str:
    """Return the name of a card by its content: what it says, and how it is drawn."""
    said = json.dumps(card, sort_keys=True, ensure_ascii=False).encode()
    return hashlib.sha256(TEMPLATE + said).hexdigest()[:32]


def render(card: dict, picture: bytes | None = None) -> bytes:
    """Draw a card; return a JPEG of at most ``MAX_BYTES``.

    ``card`` has ``language`` (a BCP 47 tag), ``newsroom``, ``headline``, ``date`` as printed, ``hosts``
    (names) and ``focal_point`` (per cent, or None). Its words are nobody's markup: they reach the
    typesetter as data. ``picture`` is the lead picture as a file; None leaves the whole width to the words.
    """
    data = {**card, **_forms(card["language"]), "has_picture": picture is not None}
    drawn = typst.compile(
        TEMPLATE,
        format="png",
        ppi=72,
        font_paths=_fonts(),
        sys_inputs={"card": json.dumps(data, ensure_ascii=False)},
    )
    image = Image.open(io.BytesIO(drawn)).convert("RGB")
    if picture is not None:
        focal = card["focal_point"] or {"x": 50, "y": 50}
        cropped = ImageOps.fit(
            Image.open(io.BytesIO(picture)).convert("RGB"),
            (PICTURE_WIDTH, HEIGHT),
            method=Image.Resampling.LANCZOS,
            centering=(focal["x"] / 100, focal["y"] / 100),
        )
        image.paste(cropped, (WIDTH - PICTURE_WIDTH, 0))
    return next(data for data in _encoded(image) if len(data) <= MAX_BYTES)


def _forms(tag):
    """The language and the region whose forms of Han characters the font is asked for."""
    language, *rest = tag.split("-")
    region = next((part for part in rest if len(part) == 2), "HK")
    return {"lang": language, "region": "CN" if "Hans" in rest else region}


def _encoded(image):
    for quality in (88, 75, 50, 20):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True, subsampling=0)
        yield buffer.getvalue()


@cache
def _fonts():
    """The fonts that the product brings: a server has none that can be relied on."""
    folders = [find_spec(package).submodule_search_locations[0] for package in FONT_PACKAGES]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)
