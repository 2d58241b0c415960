"""The marks of the invented organisations: shapes alone, on nothing."""

import io

from PIL import Image, ImageDraw

from .canvas import oval, rgb, rounded, spline
from .scenery import AMBER, CORAL, FOAM, GOLD, LEAF, PAPER, SEA, TEAL


def mark(paint):
    """Return a square PNG of what ``paint`` draws with a pen, on nothing."""
    scale = 4
    image = Image.new("RGBA", (480 * scale, 480 * scale))
    paint(Pen(image, scale))
    out = io.BytesIO()
    image.reduce(scale).save(out, "PNG")
    return out.getvalue()


class Pen:
    def __init__(self, image, scale):
        self.pen, self.scale = ImageDraw.Draw(image), scale

    def shape(self, points, colour):
        fill = (*rgb(colour), 255) if colour else (0, 0, 0, 0)
        self.pen.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=fill)

    def line(self, points, width, colour):
        fill, w = (*rgb(colour), 255), width * self.scale
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        self.pen.line(scaled, fill=fill, width=round(w))
        for x, y in scaled:
            self.pen.ellipse([x - w / 2, y - w / 2, x + w / 2, y + w / 2], fill=fill)


def logo_lantau_bay(p):
    p.shape(oval(315, 130, 62, 62), AMBER)
    for i, tone in enumerate((CORAL, SEA, TEAL)):
        y = 240 + i * 74
        p.line(
            spline(
                [(60, y + 22), (150, y - 44), (240, y + 10), (330, y - 44), (420, y + 16)], steps=24
            ),
            40,
            tone,
        )


def logo_tidewright(p):
    p.shape(oval(240, 240, 200, 200), "#17525c")
    p.shape(
        [
            *spline([(44, 280), (110, 248), (190, 286), (280, 244), (370, 286), (436, 262)]),
            *oval(240, 240, 200, 200, start=7, end=168),
        ],
        FOAM,
    )
    p.shape(
        [
            *spline([(48, 318), (120, 352), (210, 312), (300, 354), (380, 318), (424, 334)]),
            *oval(240, 240, 200, 200, start=27, end=156),
        ],
        SEA,
    )
    p.shape(rounded(134, 148, 212, 104, 48), CORAL)
    p.shape(oval(292, 200, 34, 34), PAPER)
    p.shape(oval(292, 200, 16, 16), "#123f4c")


def logo_ottermere(p):
    p.shape(
        spline(
            [
                (40, 240),
                (130, 130),
                (240, 96),
                (350, 130),
                (440, 240),
                (350, 350),
                (240, 384),
                (130, 350),
            ],
            closed=True,
            steps=16,
        ),
        TEAL,
    )
    p.shape(oval(240, 240, 112, 112), PAPER)
    p.shape(oval(240, 240, 74, 74), CORAL)
    p.line([(44, 240), (176, 240), (212, 176), (258, 312), (292, 240), (436, 240)], 18, AMBER)


def logo_tsai_shan(p):
    p.shape([(60, 396), (196, 120), (262, 250), (300, 190), (420, 396)], "#14525c")
    p.shape([(60, 396), (196, 120), (222, 172), (150, 396)], "#2f7f83")
    p.shape(oval(352, 118, 46, 46), AMBER)
    p.line(spline([(60, 420), (150, 404), (240, 424), (330, 404), (420, 420)], steps=20), 20, CORAL)


def logo_stonesail(p):
    p.shape(spline([(226, 60), (300, 160), (318, 260), (300, 340)], steps=20) + [(226, 340)], CORAL)
    p.shape(
        spline([(200, 120), (130, 220), (104, 300), (100, 340)], steps=20) + [(200, 340)], AMBER
    )
    p.shape(spline([(60, 364), (110, 424), (370, 424), (420, 364)], steps=16), "#14525c")


def logo_roofleaf(p):
    p.shape([(60, 270), (240, 120), (420, 270), (420, 400), (60, 400)], "#14525c")
    p.shape(
        spline(
            [(150, 350), (170, 220), (290, 170), (360, 190), (350, 290), (260, 360)],
            closed=True,
            steps=18,
        ),
        LEAF,
    )
    p.line(spline([(150, 384), (210, 300), (330, 214)], steps=16), 14, GOLD)
    p.shape(oval(374, 108, 44, 44), AMBER)


LOGOS = {
    "logo-lantau-bay": logo_lantau_bay,
    "logo-ottermere": logo_ottermere,
    "logo-roofleaf": logo_roofleaf,
    "logo-stonesail": logo_stonesail,
    "logo-tidewright": logo_tidewright,
    "logo-tsai-shan": logo_tsai_shan,
}
