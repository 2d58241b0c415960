"""The public addresses of a picture's files."""

from pictures.renditions import FULL, widths
from releases.addresses import address

ANY = (
    "0" * 64
)  # reversing the address of each of thousands of pictures would take longer than all else


def _address(sha256, file_name):
    return address("picture", ANY, file_name).replace(ANY, sha256)


def picture_files(picture: dict, focal_point: dict | None = None) -> dict:
    """Return what an ``<img>`` needs of a picture (as JSON): addresses, sizes, what a crop keeps."""
    full = _address(picture["sha256"], FULL)
    folder = full.removesuffix(FULL)
    focal = focal_point or {"x": 50, "y": 50}
    sizes = widths(picture["width"])
    return {
        "width": picture["width"],
        "height": picture["height"],
        "srcset_webp": ", ".join(f"{folder}{width}.webp {width}w" for width in sizes),
        "srcset_jpg": ", ".join(f"{folder}{width}.jpg {width}w" for width in sizes),
        "src": f"{folder}{sizes[min(1, len(sizes) - 1)]}.jpg",
        "thumbnail": f"{folder}{sizes[0]}.webp",
        "full": full,
        # Classes, because the Content-Security-Policy allows no style attribute.
        "focal_classes": f"fx-{round(focal['x'], -1)} fy-{round(focal['y'], -1)}",
    }


def widest_jpeg(picture: dict) -> dict:
    """Return the largest rendition of a picture for the web: file name, address, width, height (px)."""
    width = widths(picture["width"])[-1]
    file_name = f"{width}.jpg"
    return {
        "file_name": file_name,
        "src": _address(picture["sha256"], file_name),
        "width": width,
        "height": max(1, round(picture["height"] * width / picture["width"])),
    }
