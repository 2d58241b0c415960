"""Adding a picture: check, re-encode, make the renditions, store. The only code that writes files,
and takes them away, which only an erasure asks for.

The upload itself is never kept: re-encoding drops EXIF, GPS, XMP, IPTC and whatever else hides in
a file. Credit and caption are read first, to prefill a figure.
"""

import contextlib
import hashlib
import io

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, IptcImagePlugin, UnidentifiedImageError

from .models import Picture
from .renditions import FULL, FULL_TRANSPARENT, file_path, widths

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF")
MAX_BYTES = 40 * 1024 * 1024
MAX_PIXELS = 50_000_000  # a larger one takes gigabytes to decode and scale
MAX_SIDE = 16_000  # WebP ends at 16,383
SRGB = ImageCms.createProfile("sRGB")


class PictureRefused(ValueError):
    """The upload cannot be a picture here. The message, in the user's language, says why."""


def add(data: bytes, *, name: str, by=None) -> Picture:
    """Store a picture and return it; the same picture a second time is the one already there.

    ``data`` is a JPEG, PNG, WebP, TIFF or GIF file. Its name for us is the SHA-256 of the
    re-encoded full-size file. Raises PictureRefused.
    """
    image = _open(data)
    credit, caption = _found_words(image)
    image = _upright_srgb(image)
    files = {FULL: _encode(image, "JPEG", quality=92)}
    if _is_transparent(image):
        files[FULL_TRANSPARENT] = _encode(image, "PNG")
    sha256 = hashlib.sha256(files.get(FULL_TRANSPARENT, files[FULL])).hexdigest()
    stored = Picture.objects.filter(sha256=sha256).first()
    if stored:
        return stored
    for width in widths(image.width):
        scaled = _scaled(image, width)
        files[f"{width}.jpg"] = _encode(scaled, "JPEG", quality=82)
        files[f"{width}.webp"] = _encode(scaled, "WEBP", quality=80)
    for file_name, content in files.items():
        default_storage.save(file_path(sha256, file_name), ContentFile(content))
    # Files first: a row without its files would be a broken picture, files without a row are only waste.
    picture, _created = Picture.objects.get_or_create(
        sha256=sha256,
        defaults={
            "width": image.width,
            "height": image.height,
            "name": name[:200],
            "credit_found": credit,
            "caption_found": caption,
            "uploaded_by": by,
        },
    )
    return picture


def remove(picture: Picture) -> None:
    """Delete a picture with all its files. Raises ProtectedError where a draft or a logo shows it."""
    folder = file_path(picture.sha256, "").rstrip("/")
    picture.delete()
    transaction.on_commit(lambda: _remove_folder(folder))


def _remove_folder(folder):
    with contextlib.suppress(FileNotFoundError):
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")
        default_storage.delete(folder)


def _open(data):
    if len(data) > MAX_BYTES:
        raise PictureRefused(
            _("The file is larger than %(limit)d MB. Save the picture smaller and upload it again.")
            % {"limit": MAX_BYTES // 1024 // 1024}
        )
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
        if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
            raise Image.DecompressionBombError
        image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureRefused(
            _(
                "The picture has more than %(limit)d million pixels, or a side of more than "
                "%(side)d pixels. Save it smaller and upload it again."
            )
            % {"limit": MAX_PIXELS // 1_000_000, "side": MAX_SIDE}
        ) from None
    except UnidentifiedImageError:
        raise PictureRefused(
            _("This file cannot be read as a picture. Use JPEG, PNG, WebP, TIFF or GIF.")
        ) from None
    except Exception:  # a damaged file can raise anything from inside a decoder
        raise PictureRefused(_("The picture is damaged and cannot be read completely.")) from None
    return image


def _found_words(image):
    """Credit and caption as the file states them (IPTC, then EXIF)."""
    try:
        iptc = IptcImagePlugin.getiptcinfo(image) or {}
        exif = image.getexif()
    except Exception:  # metadata is a courtesy: broken metadata is no reason to refuse a picture
        return "", ""
    credit = _words(iptc.get((2, 110))) or _words(iptc.get((2, 80))) or _words(exif.get(0x013B))
    caption = _words(iptc.get((2, 120))) or _words(exif.get(0x010E))
    return credit, caption


def _words(value):
    if isinstance(value, list):
        value = value[0]
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def _upright_srgb(image):
    """The pixels alone: the way up they were taken, in sRGB, 8 bits, without what the file says."""
    with contextlib.suppress(Exception):  # broken metadata is no reason to refuse a picture
        image = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    transparent = image.has_transparency_data
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        image = _in_srgb(image, profile)
    image = image.convert("RGBA" if transparent else "RGB")
    image.info = {}
    return image


def _in_srgb(image, profile):
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image  # an unreadable profile: the plain conversion is the best left


def _is_transparent(image):
    return image.mode == "RGBA" and image.getextrema()[3][0] < 255


def _scaled(image, width):
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _encode(image, kind, **options):
    if kind == "JPEG":
        if image.mode == "RGBA":
            paper = Image.new("RGB", image.size, "white")
            paper.paste(image, mask=image.getchannel("A"))
            image = paper
        options |= {"optimize": True, "progressive": True}
    elif kind == "WEBP":
        options |= {"method": 4}
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
