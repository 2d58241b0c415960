"""The pictures of the documents, taken anew: ``make pictures``.

A sheet is a row of shots of the sample newsroom, as a visitor's window shows it.
"""

import io

import pytest
from PIL import Image

from ..conftest import BASE_DIR
from .page_types import address

FOLDER = BASE_DIR / "docs/images"
MOST_BYTES = 250_000
WINDOWS = {"desktop": (1280, 1600), "telephone": (375, 812)}
HEIGHT, MARGIN, GROUND = 1000, 40, "#8a9a99"

# file name → the shots from left to right: page type, language, window, colour scheme
SHEETS = {
    "home.webp": [
        ("home", "en", "desktop", "light"),
        ("release", "zh-hant", "desktop", "light"),
    ],
    "found.webp": [
        ("search for Chinese", "zh-hant", "desktop", "light"),
        ("person", "en", "desktop", "light"),
        ("press pictures", "en", "desktop", "light"),
    ],
    "telephone.webp": [
        ("home", "zh-hant", "telephone", "light"),
        ("release", "zh-hans", "telephone", "light"),
        ("corrected release", "en", "telephone", "light"),
        ("search for Chinese", "zh-hant", "telephone", "dark"),
        ("release", "en", "telephone", "dark"),
    ],
}


def shot(browser, url, window, scheme):
    width, height = WINDOWS[window]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        device_scale_factor=2,
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    image = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    return image.resize((round(HEIGHT * width / height), HEIGHT), Image.Resampling.LANCZOS)


def sheet(shots):
    width = sum(image.width + MARGIN for image in shots) + MARGIN
    whole = Image.new("RGB", (width, HEIGHT + 2 * MARGIN), GROUND)
    left = MARGIN
    for image in shots:
        whole.paste(image, (left, MARGIN))
        left += image.width + MARGIN
    return whole


@pytest.mark.parametrize("name", SHEETS)
def test_take(name, chromium, newsroom_url):
    """No promise: pytest runs it when it is asked for this file, and has the browser and the newsroom."""
    whole = sheet(
        [
            shot(chromium, newsroom_url + address(page_type, language), window, scheme)
            for page_type, language, window, scheme in SHEETS[name]
        ]
    )
    whole.save(FOLDER / name, quality=80, method=6)
