"""The public addresses of a picture's files."""

from django.urls import reverse

from pictures.renditions import FULL, widths


def picture_files(picture: dict, focal_point: dict | None = None) -> dict:
    """Return what an ``<img>`` needs of a picture (as JSON): addresses, sizes, what a crop keeps."""

    def address(file_name):
        return reverse("picture", args=[picture["sha256"], file_name])

    focal = focal_point or {"x": 50, "y": 50}
    sizes = widths(picture["width"])
    return {
        "width": picture["width"],
        "height": picture["height"],
        "srcset_webp": ", ".join(f"{address(f'{width}.webp')} {width}w" for width in sizes),
        "srcset_jpg": ", ".join(f"{address(f'{width}.jpg')} {width}w" for width in sizes),
        "src": address(f"{sizes[min(1, len(sizes) - 1)]}.jpg"),
        "thumbnail": address(f"{sizes[0]}.webp"),
        "full": address(FULL),
        # Classes, because the Content-Security-Policy allows no style attribute.
        "focal_classes": f"fx-{round(focal['x'], -1)} fy-{round(focal['y'], -1)}",
    }


def widest_jpeg(picture: dict) -> dict:
    """Return the largest rendition of a picture for the web: file name, address, width, height (px)."""
    width = widths(picture["width"])[-1]
    file_name = f"{width}.jpg"
    return {
        "file_name": file_name,
        "src": reverse("picture", args=[picture["sha256"], file_name]),
        "width": width,
        "height": max(1, round(picture["height"] * width / picture["width"])),
    }
