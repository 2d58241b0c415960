"""What research found: data and an eye."""

import math

from PIL import Image

from .canvas import Canvas, Fade, box, mix, oval, rounded, spline
from .people import SKIN, person
from .scenery import (
    AMBER,
    CORAL,
    FOAM,
    GOLD,
    INK,
    MIST,
    SEA,
    TEAL,
    ferry,
    hills,
    skyline,
)


def data_city():
    c = Canvas(
        1800,
        1200,
        Fade("#0d3542", (0.35, "#3a6c77"), (0.52, "#e5a98c"), (0.60, "#ffcf96"), (1.0, "#ffcf96")),
        seed=121,
    )
    c.glow(1320, 640, 720, "#ffe9b8", 0.85, ry=420)
    hills(c, 760, 190, Fade("#8b828a", "#efb58f"), peaks=5, seed=11)
    # towers that are columns of a chart
    heights = (150, 205, 190, 262, 300, 282, 372, 430, 415, 520, 590)
    top = []
    for i, h in enumerate(heights):
        x = 150 + i * 142
        tone = (TEAL, "#1d6670", SEA)[i % 3] if i < 10 else CORAL
        c.box(x, 780 - h, 96, h, Fade(mix(tone, "#ffd9a0", 0.28), tone, mix(tone, INK, 0.35)))
        c.box(x + 66, 780 - h, 30, h, "#04161e", 0.22)
        c.shape(
            [(x, 780 - h), (x + 18, 780 - h - 16), (x + 114, 780 - h - 16), (x + 96, 780 - h)],
            mix(tone, "#ffe9c4", 0.5),
        )
        c.shape(
            [(x + 96, 780 - h), (x + 114, 780 - h - 16), (x + 114, 780), (x + 96, 780)],
            mix(tone, INK, 0.55),
        )
        for row in range(int((h - 24) // 26)):
            for col in range(4):
                if (row * 7 + col * 5 + i * 3) % 4:
                    c.box(
                        x + 10 + col * 20,
                        780 - h + 16 + row * 26,
                        11,
                        14,
                        GOLD if (row + col + i) % 3 else "#fff4d8",
                        0.85,
                    )
        top.append((x + 56, 780 - h - 70))
    for _ in range(2):
        c.line(spline(top), 7, "#fff3d6", 0.95)
    for x, y in top:
        c.glow(x, y, 50, "#ffe9b8", 0.7)
        c.circle(x, y, 14, "#fff9ea")
        c.circle(x, y, 7, CORAL)
    skyline(c, 786, -10, 1810, 90, "#113f4b", GOLD, seed=33, gap=0.2)
    c.box(0, 780, 1800, 10, "#092833")
    # the reflection
    flipped = c.image.crop((0, 360 * 2, 3600, 780 * 2)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    c.image.paste(flipped.resize((3600, 820)), (0, 790 * 2))
    c.shape(box(0, 790, 1800, 410), "#0d3a47", 0.55)
    chance = c.random
    for _ in range(330):
        depth = chance.random() ** 1.3
        y, x, w = (
            794 + 400 * depth,
            chance.uniform(-60, 1860),
            chance.uniform(30, 150) * (0.3 + depth),
        )
        c.line(
            [(x, y), (x + w, y)],
            1.4 + 3.4 * depth,
            chance.choice(("#0b303c", "#0b303c", "#ffd9a0", "#5f9aa0")),
            0.42,
        )
    ferry(c, 560, 960, 92)
    return c


def clinic_eye():
    c = Canvas(1800, 1200, Fade("#0b2c38", "#134853", "#0a2630"), seed=131)
    chance = c.random
    for _ in range(120):
        c.circle(
            chance.uniform(0, 1800),
            chance.uniform(0, 900),
            chance.uniform(0.8, 2.6),
            MIST,
            chance.uniform(0.2, 0.7),
        )
    # the back of an eye as a rising planet
    cx, cy, r = 1010, 560, 430
    c.glow(cx, cy, 800, "#f0745a", 0.55)
    c.circle(cx, cy, r, Fade("#ffc27d", (0.5, "#f0805c"), "#a8403c"))
    with c.inside(oval(cx, cy, r, r)):
        c.glow(cx + 150, cy - 40, 330, "#ffe7b4", 0.75)
        c.circle(cx - 130, cy + 30, 72, "#7e2f35", 0.35)
        c.glow(cx - 130, cy + 30, 150, "#7e2f35", 0.5)

        def vessel(x, y, angle, width, length, depth):
            points = [(x, y)]
            for _ in range(6):
                angle += chance.uniform(-0.26, 0.26)
                x, y = x + length / 6 * math.cos(angle), y + length / 6 * math.sin(angle)
                points.append((x, y))
            line = spline(points, steps=5)
            c.line(line, (width, width * 0.62), "#8c2f38", 0.9)
            if depth:
                for turn in (-0.5, 0.45):
                    vessel(
                        x,
                        y,
                        angle + turn * chance.uniform(0.7, 1.3),
                        width * 0.6,
                        length * 0.72,
                        depth - 1,
                    )

        for a in (-2.25, -1.1, 1.15, 2.3, 3.0, 0.1):
            vessel(cx + 190, cy - 30, a, 15, 190, 3)
        c.circle(cx + 190, cy - 30, 62, Fade("#fff6d8", "#f9c776"))
        c.glow(cx - 250, cy + 300, 520, "#3a1d33", 0.55)
    # what the software looks at
    for x, y, w in ((cx - 250, cy - 190, 150), (cx - 190, cy - 20, 120), (cx + 60, cy + 140, 130)):
        for sx, sy in ((0, 0), (1, 0), (0, 1), (1, 1)):
            px, py = x + sx * w, y + sy * w
            c.line(
                [
                    (px + (30 if sx == 0 else -30), py),
                    (px, py),
                    (px, py + (30 if sy == 0 else -30)),
                ],
                6,
                "#eafff6",
            )
    for k in range(3):
        c.line(
            oval(cx, cy, r + 46 + k * 44, r + 46 + k * 44, start=200 + 12 * k, end=338 - 9 * k),
            3.5,
            FOAM,
            0.7 - 0.18 * k,
        )
    for a, k in ((-2.4, 0), (-1.9, 1), (-0.7, 2), (-1.2, 0)):
        d = r + 46 + k * 44
        c.circle(cx + d * math.cos(a), cy + d * math.sin(a), 13, AMBER)
        c.glow(cx + d * math.cos(a), cy + d * math.sin(a), 44, GOLD, 0.7)
    # the clinic below
    c.shape(
        spline([(-40, 1010), (500, 968), (1100, 974), (1840, 1016)]) + [(1840, 1220), (-40, 1220)],
        Fade("#1d5a63", "#08242e"),
    )
    c.line(spline([(-40, 1010), (500, 968), (1100, 974), (1840, 1016)]), 6, "#f6b07e", 0.8)
    person(
        c,
        330,
        1110,
        420,
        "#f4ecda",
        hair="bun",
        skin=SKIN[2],
        shirt="#2b7479",
        wear="coat",
        side="right",
        arms="open",
    )
    person(
        c,
        520,
        1120,
        400,
        "#e2694f",
        hair="short",
        hair_colour="#a9a5a0",
        skin=SKIN[0],
        side="right",
        trousers="#173e49",
    )
    c.shape(rounded(640, 900, 34, 200, 10), Fade("#f4ecda", "#b9a98a"))
    c.shape(rounded(610, 1086, 96, 22, 10), "#0d3540")
    c.shape(rounded(596, 800, 150, 116, 26), Fade("#fff6e4", "#cdbb98"))
    c.circle(622, 858, 34, "#0d3540")
    c.circle(622, 858, 24, Fade("#7fd0cf", "#0f4a59"))
    return c
