"""The pictures of a PDF, taken out as they are drawn."""

import contextlib
import ctypes
import hashlib
import io
import math

import pypdfium2.raw as pdfium
from PIL import Image

from ..paragraphs import Picture
from .sheets import Drawn

# Pixels: smaller ones are rules and icons; larger ones the picture store refuses.
SMALLEST = 48
LARGEST = 50_000_000
LONGEST_SIDE = 16_000
ORIENTATION = 0x0112
# A picture that has to be encoded anew is made no larger, for print in a newspaper's width.
MOST_ENCODED = 8_000_000


def size(document, page, drawn: Drawn) -> tuple[int, int]:
    """Width and height in pixels; nothing is decoded."""
    metadata = pdfium.FPDF_IMAGEOBJ_METADATA()
    if not pdfium.FPDFImageObj_GetImageMetadata(drawn.object, page, metadata):
        return 0, 0
    return metadata.width, metadata.height


def take(document, page, strips: list[Drawn]) -> Picture | None:
    """The picture that an image makes, or several that were cut from one; None where it is broken."""
    if len(strips) == 1 and _is_whole(strips[0]) and (data := _jpeg(document, page, strips[0])):
        return _picture(data)
    pixels = sum(math.prod(size(document, page, strip)) for strip in strips)
    scale = min(1, math.sqrt(MOST_ENCODED / pixels))
    images = [_image(document, page, strip, scale) for strip in strips]
    if any(image is None for image in images):
        return None
    whole = images[0] if len(images) == 1 else _one_below_the_other(images)
    if whole.mode == "RGBA" and whole.getextrema()[3][0] == 255:
        whole = whole.convert("RGB")
    buffer = io.BytesIO()
    if whole.mode == "RGB" and _is_jpeg(strips[0]):
        whole.save(buffer, "JPEG", quality=92)
    else:
        whole.save(buffer, "PNG")
    return _picture(buffer.getvalue())


def _picture(data: bytes) -> Picture | None:
    with (
        contextlib.suppress(Exception),  # a decoder can raise anything
        Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image,
    ):
        return Picture(hashlib.sha256(data).hexdigest(), image.width, image.height, data)
    return None


def _one_below_the_other(images: list[Image.Image]) -> Image.Image:
    height = sum(image.height for image in images)
    whole = Image.new("RGBA", (max(image.width for image in images), height))
    top = 0
    for image in images:
        whole.paste(image, (0, top))
        top += image.height
    return whole


def _is_whole(drawn: Drawn) -> bool:
    """Whether next to nothing of an image is cut away where it is drawn."""
    wide = drawn.shown.width > 0.97 * drawn.box.width
    return wide and drawn.shown.height > 0.97 * drawn.box.height


def _cropped(image: Image.Image, drawn: Drawn) -> Image.Image:
    """An image, turned as it is drawn, without what is cut away."""
    box, shown = drawn.box, drawn.shown
    if _is_whole(drawn):
        return image
    x, y = image.width / box.width, image.height / box.height
    sides = (shown.x0 - box.x0) * x, (shown.top - box.top) * y
    return image.crop(
        [round(s) for s in (*sides, sides[0] + shown.width * x, sides[1] + shown.height * y)]
    )


def _is_upright(drawn: Drawn) -> bool:
    a, b, c, d, _e, _f = drawn.matrix
    return a > 0 and d > 0 and abs(b) < 0.01 * a and abs(c) < 0.01 * d


def _jpeg(document, page, drawn: Drawn) -> bytes | None:
    """The bytes of a JPEG that needs no change: upright, in RGB or grey, opaque."""
    image = drawn.object
    if not _is_jpeg(drawn) or not _is_upright(drawn):
        return None
    length = pdfium.FPDFImageObj_GetImageDataRaw(image, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(image, buffer, length)
    with contextlib.suppress(Exception):  # a decoder can raise anything
        with Image.open(io.BytesIO(buffer.raw), formats=("JPEG",)) as opened:
            plain = opened.mode in ("RGB", "L") and opened.getexif().get(ORIENTATION, 1) == 1
        if plain and _is_opaque(document, page, drawn):
            return buffer.raw
    return None


def _is_jpeg(drawn: Drawn) -> bool:
    if pdfium.FPDFImageObj_GetImageFilterCount(drawn.object) != 1:
        return False
    name = ctypes.create_string_buffer(32)
    pdfium.FPDFImageObj_GetImageFilter(drawn.object, 0, name, 32)
    return name.value == b"DCTDecode"


def _is_opaque(document, page, drawn: Drawn) -> bool:
    small = _rendered(document, page, drawn, 32, 32)
    return small is None or small.mode != "RGBA" or small.getextrema()[3][0] > 250


def _image(document, page, drawn: Drawn, scale: float) -> Image.Image | None:
    width, height = size(document, page, drawn)
    image = _rendered(document, page, drawn, round(width * scale), round(height * scale))
    return image and _cropped(image, drawn)


def _rendered(document, page, drawn: Drawn, width: int, height: int) -> Image.Image | None:
    """An image in so many pixels with its mask, turned as it is drawn."""
    a, b, c, d, _e, _f = drawn.matrix
    if abs(b) > abs(a):  # a quarter turn
        width, height = height, width
    across = max(abs(a), abs(b)) or 1
    down = max(abs(c), abs(d)) or 1
    sx, sy = (
        (width / across, height / down) if abs(a) >= abs(b) else (height / across, width / down)
    )
    matrix = pdfium.FS_MATRIX(a * sx, b * sx, c * sy, d * sy, 0, 0)
    before = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn.object, before)
    try:
        pdfium.FPDFPageObj_SetMatrix(drawn.object, matrix)
        bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, drawn.object)
    finally:
        pdfium.FPDFPageObj_SetMatrix(drawn.object, before)
    if not bitmap:
        return None
    try:
        return _of_bitmap(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _of_bitmap(bitmap) -> Image.Image | None:
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    modes = {
        pdfium.FPDFBitmap_Gray: ("L", "L"),
        pdfium.FPDFBitmap_BGR: ("RGB", "BGR"),
        pdfium.FPDFBitmap_BGRx: ("RGB", "BGRX"),
        pdfium.FPDFBitmap_BGRA: ("RGBA", "BGRA"),
    }
    mode = modes.get(pdfium.FPDFBitmap_GetFormat(bitmap))
    return mode and Image.frombuffer(mode[0], (width, height), data, "raw", mode[1], stride, 1)
