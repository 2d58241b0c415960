"""The palette, and what several pictures show: hills, towers, water, ferries, the robot."""

import math
from random import Random

from .canvas import Fade, mix, oval, rounded, spline

INK = "#0a222d"
NIGHT = "#0e2f3b"
TEAL = "#14525c"
SEA = "#2f7f83"
FOAM = "#8cc3bb"
MIST = "#dce9e2"
PAPER = "#f5efe1"
CORAL = "#f0745a"
ROSE = "#eba58f"
AMBER = "#f4b04f"
GOLD = "#ffd88f"
PLUM = "#4b3553"
CLAY = "#b4533f"
LEAF = "#4f8f6d"

DUSK = ((0.0, "#174b5c"), (0.38, "#5d8c93"), (0.62, "#e8b59a"), (0.82, "#f6a06e"), (1.0, "#ffd79a"))


def hills(c, base, height, paint, *, peaks=5, seed=1, left=0.0, right=None, low=0.0):
    """Draw a ridge of soft hills that stands on ``base``."""
    right = c.width if right is None else right
    chance = Random(seed)
    bumps = [
        (
            left + (right - left) * (i + chance.uniform(-0.1, 1.1)) / peaks,
            (right - left) / peaks * chance.uniform(0.35, 0.75),
            height * chance.uniform(0.45, 1.0),
        )
        for i in range(peaks)
    ]
    ridge = []
    steps = 160
    for i in range(steps + 1):
        x = left + (right - left) * i / steps
        y = max(h * math.exp(-(abs((x - px) / w) ** 1.55)) for px, w, h in bumps) + low
        y += height * 0.02 * math.sin(x / 23 + seed) + height * 0.012 * math.sin(x / 9.0 + 2 * seed)
        ridge.append((x, base - y))
    c.shape([(left, base), *ridge, (right, base)], paint)
    return ridge


def skyline(
    c, base, left, right, tallest, tone, lights=AMBER, *, seed=1, gap=0.25, lit_share=0.3, air=None
):
    """Draw a row of slender towers with lit windows."""
    chance = Random(seed)
    x = left
    while x < right:
        w = chance.uniform(16, 44)
        middle = 1 - abs((x - (left + right) / 2) / ((right - left) / 2)) ** 2
        h = tallest * chance.uniform(0.35, 0.72) * (0.45 + 0.55 * middle)
        if chance.random() < 0.16:
            h *= 1.45
        shade = mix(tone, "#ffffff", chance.uniform(0, 0.07))
        c.box(x, base - h, w, h, Fade(shade, air) if air else shade)
        c.box(x + w * 0.62, base - h, w * 0.38, h, "#04161e", 0.16)
        if chance.random() < 0.4:
            c.box(x + w * 0.3, base - h - 9, w * 0.35, 10, shade)
        if chance.random() < 0.22:
            c.line([(x + w * 0.5, base - h - 34), (x + w * 0.5, base - h)], 1.6, shade)
        columns = int((w - 5) // 7)
        for row in range(int((h - 8) // 10)):
            for column in range(columns):
                if chance.random() < lit_share:
                    c.box(
                        x + 4 + column * 7,
                        base - h + 6 + row * 10,
                        3.4,
                        4.6,
                        lights,
                        chance.uniform(0.25, 0.95),
                    )
        x += w + chance.uniform(0, gap * 40)


def water(
    c,
    top,
    bottom,
    paint,
    *,
    light=GOLD,
    column=None,
    spread=260,
    seed=1,
    left=0,
    right=None,
    amount=240,
):
    """Draw water with the glitter of a low light in it."""
    right = c.width if right is None else right
    c.box(left, top, right - left, bottom - top, paint)
    chance = Random(seed)
    for _ in range(amount):
        depth = chance.random() ** 1.5
        y = top + 2 + (bottom - top) * depth
        near = 0.15 + depth
        if column is not None and chance.random() < 0.72:
            x = chance.gauss(column, spread * (0.22 + 0.5 * depth))
            tone, alpha = light, chance.uniform(0.25, 0.8) * (1 - 0.5 * depth)
        else:
            x = chance.uniform(left, right)
            tone, alpha = (MIST, 0.16) if chance.random() < 0.5 else (INK, 0.16)
        w = chance.uniform(14, 90) * near
        c.line([(x - w / 2, y), (x + w / 2, y)], 1.0 + 2.6 * depth, tone, alpha)


def dusk_harbour(
    c, horizon, *, sun=None, left=0.0, right=None, bottom=None, seed=3, towers=True, top=0.0
):
    """Draw the harbour at dusk: sky, three ranges of hills, towers, water."""
    right = c.width if right is None else right
    bottom = c.height if bottom is None else bottom
    sun = (left + right) / 2 if sun is None else sun
    wide = right - left
    c.box(left, top, wide, horizon - top, Fade(*DUSK))
    c.glow(sun, horizon - 20, wide * 0.42, "#ffe3a8", 0.85, ry=wide * 0.26, softness=2.2)
    c.circle(sun, horizon - wide * 0.052, wide * 0.034, "#fff0c8")
    chance = Random(seed)
    for _ in range(9):
        x, y = chance.uniform(left, right), top + (horizon - top) * chance.uniform(0.12, 0.62)
        w = chance.uniform(0.12, 0.34) * wide
        share = (y - top) / (horizon - top)
        tone = mix("#9fb4ad", "#ffdcb4", min(share * 1.5, 1))
        for dx, dy, k in ((0, 0, 1.0), (0.16, -0.012, 0.55), (-0.2, 0.010, 0.6)):
            c.shape(oval(x + dx * w, y + dy * wide, w * 0.5 * k, wide * 0.0052 * k), tone, 0.42)
    hills(
        c,
        horizon,
        wide * 0.13,
        Fade("#a58e95", "#f0b893"),
        peaks=4,
        seed=seed,
        left=left,
        right=right,
    )
    hills(
        c,
        horizon,
        wide * 0.092,
        Fade("#5f7580", "#d99f88"),
        peaks=5,
        seed=seed + 4,
        left=left,
        right=right,
    )
    if towers:
        skyline(
            c,
            horizon,
            left + wide * 0.03,
            left + wide * 0.42,
            wide * 0.12,
            "#3a5f6c",
            GOLD,
            seed=seed,
            air="#8f8288",
        )
        skyline(
            c,
            horizon,
            left + wide * 0.62,
            left + wide * 0.99,
            wide * 0.10,
            "#35596a",
            GOLD,
            seed=seed + 1,
            air="#7f7a84",
        )
    hills(
        c,
        horizon + 2,
        wide * 0.036,
        Fade("#1f4855", "#2f5560"),
        peaks=7,
        seed=seed + 9,
        left=left,
        right=right,
    )
    water(
        c,
        horizon,
        bottom,
        Fade("#e0a184", (0.18, "#a78d8c"), (0.5, "#3f747d"), (1.0, "#123f4c")),
        column=sun,
        spread=wide * 0.09,
        seed=seed,
        left=left,
        right=right,
    )


def ferry(c, x, y, size, hull=INK, deck=PAPER):
    """Draw a small harbour ferry, seen from the side."""
    s = size
    c.line([(x - 1.2 * s, y + 0.02 * s), (x + 1.25 * s, y + 0.02 * s)], s * 0.06, "#061a22", 0.35)
    c.shape(
        spline([(x - s, y - 0.18 * s), (x - 0.9 * s, y), (x + 0.9 * s, y), (x + s, y - 0.2 * s)]),
        hull,
    )
    c.box(x - 0.86 * s, y - 0.34 * s, 1.72 * s, 0.17 * s, deck)
    c.box(x - 0.86 * s, y - 0.21 * s, 1.72 * s, 0.05 * s, CORAL)
    c.box(x - 0.7 * s, y - 0.52 * s, 1.4 * s, 0.15 * s, mix(deck, TEAL, 0.12))
    c.box(x - 0.76 * s, y - 0.56 * s, 1.52 * s, 0.05 * s, hull)
    for i in range(9):
        c.box(x - 0.78 * s + i * 0.18 * s, y - 0.31 * s, 0.1 * s, 0.08 * s, GOLD)
        if i < 7:
            c.box(x - 0.6 * s + i * 0.18 * s, y - 0.48 * s, 0.1 * s, 0.08 * s, GOLD)
    c.box(x - 0.12 * s, y - 0.74 * s, 0.22 * s, 0.2 * s, CLAY)


def rover(c, x, y, s, *, lamp=True, turn=1):
    """Draw the survey robot: a float, a body with a porthole, thrusters, two lamps, an arm."""
    if lamp:
        for dy, reach in ((0.16, 3.9), (-0.02, 3.4)):
            c.beam(
                [
                    (x + turn * 0.9 * s, y + (dy - 0.05) * s),
                    (x + turn * reach * s, y + (dy - 0.62) * s),
                    (x + turn * reach * s, y + (dy + 0.95) * s),
                    (x + turn * 0.9 * s, y + (dy + 0.07) * s),
                ],
                "#ffeab4",
                0.30,
                across=True,
            ) if turn > 0 else None
    # frame and skids
    c.line([(x - 0.8 * s, y + 0.66 * s), (x + 0.82 * s, y + 0.66 * s)], s * 0.07, "#0b2b35")
    for px in (-0.55, 0.5):
        c.line([(x + px * s, y + 0.3 * s), (x + px * s, y + 0.66 * s)], s * 0.06, "#0b2b35")
    # body
    c.shape(
        rounded(x - 0.86 * s, y - 0.12 * s, 1.72 * s, 0.56 * s, 0.2 * s), Fade("#285a63", "#0d3540")
    )
    c.box(x - 0.7 * s, y + 0.06 * s, 0.8 * s, 0.12 * s, "#0a2a34", radius=0.05 * s)
    for i in range(4):
        c.circle(x + (-0.6 + i * 0.19) * s, y + 0.12 * s, 0.03 * s, (AMBER, FOAM, FOAM, CORAL)[i])
    # float
    c.shape(
        rounded(x - 0.98 * s, y - 0.62 * s, 1.96 * s, 0.56 * s, 0.24 * s),
        Fade("#ffc46a", (0.45, CORAL), "#b8452f"),
    )
    c.shape(rounded(x - 0.86 * s, y - 0.56 * s, 1.6 * s, 0.1 * s, 0.05 * s), "#fff0cf", 0.55)
    c.box(x - 0.36 * s, y - 0.62 * s, 0.12 * s, 0.56 * s, "#fff3df", 0.8)
    c.box(x - 0.18 * s, y - 0.62 * s, 0.05 * s, 0.56 * s, "#fff3df", 0.8)
    # thruster
    c.circle(x - turn * 0.62 * s, y + 0.36 * s, 0.24 * s, "#0a2731")
    c.circle(x - turn * 0.62 * s, y + 0.36 * s, 0.18 * s, "#1b5560")
    for a in range(3):
        c.shape(
            oval(x - turn * 0.62 * s, y + 0.36 * s, 0.15 * s, 0.045 * s, turn=a * 60 + 20),
            "#9cc9c2",
        )
    c.circle(x - turn * 0.62 * s, y + 0.36 * s, 0.045 * s, AMBER)
    # porthole
    c.circle(x + turn * 0.6 * s, y + 0.12 * s, 0.29 * s, "#0a2731")
    c.circle(x + turn * 0.6 * s, y + 0.12 * s, 0.235 * s, Fade("#7fd0cf", "#0f4a59"))
    c.circle(x + turn * 0.53 * s, y + 0.05 * s, 0.07 * s, "#f2fffb", 0.85)
    # lamps
    for dy in (-0.02, 0.2):
        c.circle(x + turn * 0.93 * s, y + dy * s, 0.075 * s, "#fff4cd")
        c.glow(x + turn * 0.95 * s, y + dy * s, 0.42 * s, "#fff0c0", 0.8)
    # arm
    arm = [
        (x + turn * 0.35 * s, y + 0.5 * s),
        (x + turn * 0.78 * s, y + 0.86 * s),
        (x + turn * 1.22 * s, y + 0.74 * s),
    ]
    c.line(arm, s * 0.085, "#f3d9a6")
    for px, py in arm[:2]:
        c.circle(px, py, s * 0.075, "#0d3540")
    ex, ey = arm[-1]
    c.line([(ex, ey), (ex + turn * 0.16 * s, ey - 0.1 * s)], s * 0.05, "#f3d9a6")
    c.line([(ex, ey), (ex + turn * 0.17 * s, ey + 0.06 * s)], s * 0.05, "#f3d9a6")


def banyan(c, x, y, size, *, seed=1, light=-1):
    """Draw the crown and trunk of a tree against the light."""
    chance = Random(seed)
    for k in (-0.16, 0.0, 0.14):
        c.line(
            spline(
                [
                    (x + k * size, y + 0.9 * size),
                    (x + k * 0.6 * size, y + 0.4 * size),
                    (x + k * 2.4 * size, y),
                ]
            ),
            (size * 0.09, size * 0.05),
            "#05181f",
        )
    leaves = []
    for _ in range(210):
        a, d = chance.uniform(0, 2 * math.pi), chance.random() ** 0.5
        leaves.append(
            (
                x + d * size * math.cos(a),
                y + d * 0.62 * size * math.sin(a) - 0.1 * size,
                chance.uniform(0.07, 0.15) * size,
            )
        )
    leaves.sort(key=lambda leaf: -leaf[1])
    for lx, ly, r in leaves:
        up = min(max((y + 0.25 * size - ly) / (0.9 * size) + 0.16 * (x - lx) / size * -light, 0), 1)
        c.circle(lx, ly, r, mix("#06212b", "#3c6f62", up * chance.uniform(0.55, 1.0)))
