"""What becomes of an upload."""

import hashlib
import io
import struct
import zlib

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from pictures import store
from pictures.models import Picture
from pictures.renditions import file_path, widths

from ..factories import image_bytes

pytestmark = pytest.mark.django_db


def stored(picture, file_name):
    with default_storage.open(file_path(picture.sha256, file_name)) as file:
        return file.read()


def test_a_picture_is_named_by_the_sha_256_of_its_stored_bytes():
    picture = store.add(image_bytes(), name="signing.jpg")

    assert hashlib.sha256(stored(picture, "full.jpg")).hexdigest() == picture.sha256


def test_a_transparent_picture_is_named_by_its_png():
    buffer = io.BytesIO()
    Image.new("RGBA", (300, 100), (10, 80, 90, 128)).save(buffer, "PNG")

    picture = store.add(buffer.getvalue(), name="logo")

    assert hashlib.sha256(stored(picture, "full.png")).hexdigest() == picture.sha256
    with Image.open(io.BytesIO(stored(picture, "300.webp"))) as rendition:
        assert rendition.mode == "RGBA"


def test_renditions_are_made_at_upload_and_never_larger_than_the_picture():
    picture = store.add(image_bytes(size=(1000, 600)), name="x")

    assert widths(picture.width) == [480, 960]
    for width in (480, 960):
        for kind in ("webp", "jpg"):
            with Image.open(io.BytesIO(stored(picture, f"{width}.{kind}"))) as rendition:
                assert rendition.size == (width, round(600 * width / 1000))
    assert not default_storage.exists(file_path(picture.sha256, "1600.jpg"))
    assert widths(200) == [200]


def test_place_and_all_other_exif_are_dropped_and_credit_and_caption_read_first():
    exif = Image.Exif()
    exif[0x010E] = "Two people sign"
    exif[0x013B] = "Bob the photographer"
    exif.get_ifd(0x8825)[2] = (22.0, 16.0, 42.0)
    upload = image_bytes(exif=exif, comment=b"internal: not for release")
    assert Image.open(io.BytesIO(upload)).getexif().get_ifd(0x8825)

    picture = store.add(upload, name="x")

    assert (picture.credit_found, picture.caption_found) == (
        "Bob the photographer",
        "Two people sign",
    )
    for file_name in ("full.jpg", "480.jpg", "480.webp"):
        with Image.open(io.BytesIO(stored(picture, file_name))) as rendition:
            assert not rendition.getexif()
        for hidden in (b"photographer", b"not for release"):
            assert hidden not in stored(picture, file_name)


def test_a_picture_that_was_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    picture = store.add(image_bytes(size=(600, 400), exif=exif), name="x")

    assert (picture.width, picture.height) == (400, 600)


def test_the_same_picture_twice_is_one():
    first = store.add(image_bytes(), name="first")
    second = store.add(image_bytes(), name="second")

    assert first == second
    assert Picture.objects.count() == 1


def test_sixteen_bits_of_grey_are_not_all_white():
    buffer = io.BytesIO()
    Image.new("I;16", (300, 100), 32_768).save(buffer, "PNG")

    picture = store.add(buffer.getvalue(), name="x-ray")

    with Image.open(io.BytesIO(stored(picture, "full.jpg"))) as full:
        assert full.getpixel((10, 10))[0] == pytest.approx(128, abs=2)


def bomb():
    """A PNG that says it is 30,000 px on each side."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (image_bytes(size=(300, 16_001), kind="PNG"), "million pixels"),
        (b"", "cannot be read as a picture"),
        (b"MZ this is a program", "cannot be read as a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot be read as a picture"),
        (image_bytes()[:2000], "damaged"),
        (bomb(), "million pixels"),
        (b"x" * (store.MAX_BYTES + 1), "larger than"),
    ],
    ids=["too tall", "empty", "program", "svg", "cut off", "bomb", "huge"],
)
def test_what_cannot_be_a_picture_is_refused_and_nothing_is_stored(data, words, settings):
    from django.utils import translation

    with translation.override("en"), pytest.raises(store.PictureRefused, match=words):
        store.add(data, name="x")

    assert not Picture.objects.exists()
