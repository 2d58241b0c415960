"""Bold print of fonts that bear no name, told by the thickness of their strokes.

Browsers write Chinese fonts as drawings (Type 3), without a name or a weight. A stroke of a given
thickness has as much ink as its two edges are long times half of it, whatever character it is of.
"""

import ctypes
import statistics
from collections import Counter

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageStat

from .. import shapes
from . import rows as printed
from .rows import segments
from .sheets import Sheet

# Pixels in a point. Bold strokes are at least 1.35 times as thick; the rows of one weight differ by 5 %.
SCALE = 2
BOLD = 1.22
MOST_PIXELS = 20_000_000


def measure(page, sheet: Sheet) -> None:
    """Give every letter whose font bears no name the thickness of the strokes around it, in ems."""
    width, height = round(sheet.width * SCALE), round(sheet.height * SCALE)
    unnamed = any(letter.is_unnamed for letter in sheet.letters)
    if not unnamed or not 0 < width * height < MOST_PIXELS:
        return
    rows = [piece for row in printed.rows(sheet.letters, sheet.number) for piece in segments(row)]
    ink = _ink(page, width, height)
    for row in rows:
        top, bottom = row.base - 0.9 * row.size, row.base + 0.3 * row.size
        cut = _plain(ink.crop([round(side * SCALE) for side in (row.x0, top, row.x1 + 1, bottom)]))
        edges = _edges(cut, 1, 0) + _edges(cut, 0, 1)
        stroke = 2 * _sum(cut) / max(edges, 1) / SCALE / row.size
        for letter in row.letters:
            letter.stroke, letter.beside_han = stroke, bool(shapes.HAN_CHARACTER.search(row.text))


def mark_bold(sheets: list[Sheet]) -> None:
    """Mark as bold what is much thicker than the rest of the same size and script."""
    _unmark_text(sheets)
    drawn = [one for sheet in sheets for one in sheet.letters if one.is_unnamed and one.stroke]
    sizes = Counter(round(letter.size) for letter in drawn)
    body = max(sizes, key=sizes.get, default=0)
    strokes: dict[bool, list[float]] = {}
    for letter in drawn:
        if round(letter.size) == body:
            strokes.setdefault(letter.beside_han, []).append(letter.stroke)
    # The strokes of Chinese characters are thicker or thinner than those of Latin ones.
    usual = {script: statistics.median(found) for script, found in strokes.items()}
    for letter in drawn:
        # Next to the size of the text only: how thick a stroke looks depends on its size, too.
        if abs(letter.size - body) < 1:
            letter.bold = letter.stroke > BOLD * usual.get(letter.beside_han, letter.stroke)


def _unmark_text(sheets: list[Sheet]) -> None:
    """PDFium takes some Chinese fonts for bold by their stems: what the text is set in is not."""
    letters = [one for sheet in sheets for one in sheet.letters]
    han = [one for one in letters if shapes.HAN_CHARACTER.match(one.text)]
    sizes = Counter(round(letter.size) for letter in han)
    text = [one for one in han if round(one.size) == max(sizes, key=sizes.get)]
    if sum(letter.bold for letter in text) > 0.6 * len(text):
        for letter in text:
            letter.bold = False


def _ink(page, width: int, height: int) -> Image.Image:
    """The page as it is printed, in grey, light where there is ink."""
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return ImageChops.invert(Image.frombuffer("L", (width, height), data, "raw", "L", stride, 1))


def _plain(image: Image.Image) -> Image.Image:
    """An image without the shade that its ground is printed in."""
    tones = image.histogram()
    ground = tones.index(max(tones))
    return image.point([abs(tone - ground) for tone in range(256)])


def _sum(image: Image.Image) -> float:
    return ImageStat.Stat(image).sum[0] if min(image.size) > 0 else 0


def _edges(image: Image.Image, x: int, y: int) -> float:
    """How long the edges across one direction are."""
    width, height = image.size
    if width <= x or height <= y:
        return 0
    shifted = image.crop((x, y, width, height)), image.crop((0, 0, width - x, height - y))
    return _sum(ImageChops.difference(*shifted))
