"""A small canvas over Pillow: shapes with fades, soft light and grain, drawn at twice the size.

Coordinates are those of the finished picture. Whatever looks like chance comes from the seed, so
the same drawing has the same bytes every time.
"""

import io
import math
import random
from contextlib import contextmanager
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SCALE = 2


def rgb(colour):
    """Return “#rrggbb” (or a tuple, as it is) as three numbers."""
    if isinstance(colour, tuple):
        return colour
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def mix(one, other, share):
    """Return the colour that lies ``share`` of the way from one to the other."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))


class Fade:
    """A run of colours, downwards or across; stops are colours or (place, colour)."""

    def __init__(self, *stops, across=False):
        last = max(len(stops) - 1, 1)
        self.stops = [s if isinstance(s[0], float) else (i / last, s) for i, s in enumerate(stops)]
        self.across = across

    def at(self, place):
        before = self.stops[0]
        for stop in self.stops:
            if place <= stop[0]:
                span = stop[0] - before[0]
                return mix(before[1], stop[1], (place - before[0]) / span if span else 1.0)
            before = stop
        return rgb(before[1])

    def image(self, size):
        strip = Image.new("RGB", (256, 1) if self.across else (1, 256))
        strip.putdata([self.at(i / 255) for i in range(256)])
        return strip.resize(size, Image.Resampling.BILINEAR)


@cache
def _disc(softness):
    """A soft round light, 255 in the middle and 0 at the rim."""
    light = Image.radial_gradient("L")
    rim = light.getpixel((0, 128))
    return light.point(lambda v: round(255 * max(1 - v / rim, 0) ** softness))


def spline(points, *, closed=False, steps=10):
    """Return a smooth line through the points (Catmull-Rom)."""
    n = len(points)
    line = []
    for i in range(n if closed else n - 1):
        around = (i - 1, i, i + 1, i + 2)
        p0, p1, p2, p3 = (points[j % n if closed else min(max(j, 0), n - 1)] for j in around)
        for k in range(steps):
            t = k / steps
            line.append(
                tuple(
                    0.5
                    * (
                        2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t * t
                        + (3 * b - a - 3 * c + d) * t**3
                    )
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    if not closed:
        line.append(tuple(points[-1]))
    return line


def oval(x, y, rx, ry, *, turn=0.0, start=0.0, end=360.0):
    """Return an ellipse, or the part of it between two angles, as points."""
    steps = 72
    points = []
    for i in range(steps + 1):
        a = math.radians(start + (end - start) * i / steps)
        dx, dy = rx * math.cos(a), ry * math.sin(a)
        t = math.radians(turn)
        points.append(
            (x + dx * math.cos(t) - dy * math.sin(t), y + dx * math.sin(t) + dy * math.cos(t))
        )
    return points


def box(x, y, width, height):
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def rounded(x, y, width, height, radius):
    """Return a rectangle with round corners as points."""
    r = min(radius, width / 2, height / 2)
    corners = (
        (x + width - r, y + r, 270),
        (x + width - r, y + height - r, 0),
        (x + r, y + height - r, 90),
        (x + r, y + r, 180),
    )
    return [
        (cx + r * math.cos(math.radians(a + s)), cy + r * math.sin(math.radians(a + s)))
        for cx, cy, a in corners
        for s in range(0, 91, 10)
    ]


class Canvas:
    def __init__(self, width, height, ground, seed=1):
        self.width, self.height = width, height
        size = (width * SCALE, height * SCALE)
        self.image = (
            ground.image(size) if isinstance(ground, Fade) else Image.new("RGB", size, rgb(ground))
        )
        self.draw = ImageDraw.Draw(self.image, "RGBA")
        self.random = random.Random(seed)

    # Shapes

    def _frame(self, points, margin=0.0):
        """The pixels that hold the points: left, top, right, bottom; None where outside."""
        xs = [p[0] for p in points]
        ys = [p[1] for p in points]
        left = max(math.floor((min(xs) - margin) * SCALE), 0)
        top = max(math.floor((min(ys) - margin) * SCALE), 0)
        right = min(math.ceil((max(xs) + margin) * SCALE) + 1, self.image.width)
        bottom = min(math.ceil((max(ys) + margin) * SCALE) + 1, self.image.height)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def shape(self, points, paint, alpha=1.0):
        """Fill a polygon with a colour or a fade (which spans the part that is in the picture)."""
        if not isinstance(paint, Fade):
            scaled = [(x * SCALE, y * SCALE) for x, y in points]
            self.draw.polygon(scaled, fill=(*rgb(paint), round(255 * alpha)))
            return
        frame = self._frame(points)
        if frame is None:
            return
        left, top, right, bottom = frame
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon(
            [(x * SCALE - left, y * SCALE - top) for x, y in points], fill=round(255 * alpha)
        )
        self.image.paste(paint.image(mask.size), (left, top), mask)

    def circle(self, x, y, radius, paint, alpha=1.0):
        if isinstance(paint, Fade):
            self.shape(oval(x, y, radius, radius), paint, alpha)
            return
        self.draw.ellipse(
            [
                (x - radius) * SCALE,
                (y - radius) * SCALE,
                (x + radius) * SCALE,
                (y + radius) * SCALE,
            ],
            fill=(*rgb(paint), round(255 * alpha)),
        )

    def box(self, x, y, width, height, paint, alpha=1.0, radius=0.0):
        self.shape(
            rounded(x, y, width, height, radius) if radius else box(x, y, width, height),
            paint,
            alpha,
        )

    def line(self, points, width, paint, alpha=1.0):
        """Draw a line with round ends and joints; ``width`` may run from one value to another."""
        ends = width if isinstance(width, tuple) else (width, width)
        frame = self._frame(points, max(ends) / 2 + 1)
        if frame is None:
            return
        left, top, right, bottom = frame
        direct = alpha == 1.0 and not isinstance(paint, Fade)
        if direct:
            pen, fill, left, top = self.draw, (*rgb(paint), 255), 0, 0
        else:
            mask = Image.new("L", (right - left, bottom - top))
            pen, fill = ImageDraw.Draw(mask), round(255 * alpha)
        scaled = [(x * SCALE - left, y * SCALE - top) for x, y in points]
        last = max(len(scaled) - 1, 1)
        for i, (x, y) in enumerate(scaled):
            w = (ends[0] + (ends[1] - ends[0]) * i / last) * SCALE
            if w > 3:
                pen.ellipse([x - w / 2, y - w / 2, x + w / 2, y + w / 2], fill=fill)
            if i:
                pen.line([scaled[i - 1], (x, y)], fill=fill, width=max(round(w), 1))
        if not direct:
            ground = paint.image(mask.size) if isinstance(paint, Fade) else rgb(paint)
            if isinstance(ground, tuple):
                self.image.paste(ground, (left, top, right, bottom), mask)
            else:
                self.image.paste(ground, (left, top), mask)

    # Light

    def glow(self, x, y, rx, colour, alpha=1.0, *, ry=None, softness=2.0):
        """Lay a soft round light (or, with a dark colour, a shadow) over the picture."""
        ry = rx if ry is None else ry
        width, height = round(2 * rx * SCALE), round(2 * ry * SCALE)
        left, top = round((x - rx) * SCALE), round((y - ry) * SCALE)
        shown = (
            max(left, 0),
            max(top, 0),
            min(left + width, self.image.width),
            min(top + height, self.image.height),
        )
        if shown[0] >= shown[2] or shown[1] >= shown[3]:
            return
        part = (
            (shown[0] - left) * 256 / width,
            (shown[1] - top) * 256 / height,
            (shown[2] - left) * 256 / width,
            (shown[3] - top) * 256 / height,
        )
        size = (shown[2] - shown[0], shown[3] - shown[1])
        mask = _disc(softness).resize(size, Image.Resampling.BILINEAR, box=part)
        if alpha != 1.0:
            mask = mask.point([round(v * alpha) for v in range(256)])
        self.image.paste(rgb(colour), shown, mask)

    def beam(self, points, colour, alpha, *, across=False, fade_from=0.0):
        """Fill a polygon with light that thins out towards its far edge."""
        frame = self._frame(points)
        if frame is None:
            return
        left, top, right, bottom = frame
        size = (right - left, bottom - top)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon(
            [(x * SCALE - left, y * SCALE - top) for x, y in points], fill=255
        )
        strength = (
            Fade((fade_from, (round(255 * alpha),) * 3), (1.0, (0, 0, 0)), across=across)
            .image(size)
            .getchannel(0)
        )
        self.image.paste(rgb(colour), (left, top), ImageChops.multiply(mask, strength))

    @contextmanager
    def inside(self, points):
        """Whatever is drawn within the block is kept only inside the polygon."""
        before = self.image.copy()
        yield
        drawn, self.image = self.image, before
        self.draw = ImageDraw.Draw(self.image, "RGBA")
        frame = self._frame(points)
        if frame is None:
            return
        left, top, right, bottom = frame
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon(
            [(x * SCALE - left, y * SCALE - top) for x, y in points], fill=255
        )
        self.image.paste(drawn.crop(frame), (left, top), mask)

    def soften(self, radius):
        """Put what has been drawn so far out of focus."""
        small = self.image.reduce(2 * SCALE).filter(ImageFilter.GaussianBlur(radius / 2))
        self.image.paste(small.resize(self.image.size, Image.Resampling.BILINEAR))

    # The finished picture

    def picture(self, *, grain=8, vignette=0.30):
        """Return the picture at its size, with grain and darker corners."""
        image = self.image.reduce(SCALE)
        if vignette:
            shade = (
                Image.radial_gradient("L")
                .crop((38, 38, 218, 218))
                .resize(image.size, Image.Resampling.BILINEAR)
            )
            light = shade.point(
                lambda v: round(255 - vignette * 255 * max(v - 70, 0) ** 2 / 185**2)
            )
            image = ImageChops.multiply(image, Image.merge("RGB", (light,) * 3))
        if grain:
            noise = Image.frombytes(
                "L", image.size, self.random.randbytes(image.width * image.height)
            )
            noise = noise.filter(ImageFilter.BoxBlur(0.6)).point(
                [min(max(round(128 + (v - 127.5) * grain / 60), 0), 255) for v in range(256)]
            )
            image = ImageChops.overlay(image, Image.merge("RGB", (noise,) * 3))
        return image

    def jpeg(self, **finish):
        out = io.BytesIO()
        self.picture(**finish).save(out, "JPEG", quality=88, optimize=False, subsampling=0)
        return out.getvalue()
