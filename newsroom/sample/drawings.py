"""The pictures of the sample newsroom, drawn in code: ``draw(name)`` gives their bytes.

One art direction: Hong Kong at dusk. Ink and deep teal carry the weight, coral and amber are the
light, pale mist is the air between. People have no faces, so they are nobody.
"""

import io
import math

from PIL import Image

from newsroom.sample.canvas import Canvas, Fade, box, mix, oval, rounded, spline
from newsroom.sample.people import HAIR, SKIN, lit, person, seated

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


# Scenery that several pictures share


def hills(c, base, height, paint, *, peaks=5, seed=1, left=0.0, right=None, low=0.0):
    """Draw a ridge of soft hills that stands on ``base``."""
    right = c.width if right is None else right
    chance = __import__("random").Random(seed)
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
        y = max(h * math.exp(-abs((x - px) / w) ** 1.55) for px, w, h in bumps) + low
        y += height * 0.02 * math.sin(x / 23 + seed) + height * 0.012 * math.sin(x / 9.0 + 2 * seed)
        ridge.append((x, base - y))
    c.shape([(left, base), *ridge, (right, base)], paint)
    return ridge


def skyline(c, base, left, right, tallest, tone, lights=AMBER, *, seed=1, gap=0.25, lit_share=0.3, air=None):
    """Draw a row of slender towers with lit windows."""
    chance = __import__("random").Random(seed)
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
                    c.box(x + 4 + column * 7, base - h + 6 + row * 10, 3.4, 4.6, lights, chance.uniform(0.25, 0.95))
        x += w + chance.uniform(0, gap * 40)


def water(c, top, bottom, paint, *, light=GOLD, column=None, spread=260, seed=1, left=0, right=None, amount=240):
    """Draw water with the glitter of a low light in it."""
    right = c.width if right is None else right
    c.box(left, top, right - left, bottom - top, paint)
    chance = __import__("random").Random(seed)
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


def dusk_harbour(c, horizon, *, sun=None, left=0.0, right=None, bottom=None, seed=3, towers=True, top=0.0):
    """Draw the harbour at dusk: sky, three ranges of hills, towers, water."""
    right = c.width if right is None else right
    bottom = c.height if bottom is None else bottom
    sun = (left + right) / 2 if sun is None else sun
    wide = right - left
    c.box(left, top, wide, horizon - top, Fade(*DUSK))
    c.glow(sun, horizon - 20, wide * 0.42, "#ffe3a8", 0.85, ry=wide * 0.26, softness=2.2)
    c.circle(sun, horizon - wide * 0.052, wide * 0.034, "#fff0c8")
    chance = __import__("random").Random(seed)
    for _ in range(9):
        x, y = chance.uniform(left, right), top + (horizon - top) * chance.uniform(0.12, 0.62)
        w = chance.uniform(0.12, 0.34) * wide
        c.line([(x - w / 2, y), (x + w / 2, y)], chance.uniform(3, 9), "#fbd3b0", 0.30)
        c.line([(x - w * 0.3, y + 9), (x + w * 0.36, y + 9)], chance.uniform(2, 5), "#fbd3b0", 0.22)
    hills(c, horizon, wide * 0.13, Fade("#a58e95", "#f0b893"), peaks=4, seed=seed, left=left, right=right)
    hills(c, horizon, wide * 0.092, Fade("#5f7580", "#d99f88"), peaks=5, seed=seed + 4, left=left, right=right)
    if towers:
        skyline(c, horizon, left + wide * 0.03, left + wide * 0.42, wide * 0.12, "#3a5f6c", GOLD, seed=seed, air="#8f8288")
        skyline(c, horizon, left + wide * 0.62, left + wide * 0.99, wide * 0.10, "#35596a", GOLD, seed=seed + 1, air="#7f7a84")
    hills(c, horizon + 2, wide * 0.036, Fade("#1f4855", "#2f5560"), peaks=7, seed=seed + 9, left=left, right=right)
    water(c, horizon, bottom, Fade("#e0a184", (0.18, "#a78d8c"), (0.5, "#3f747d"), (1.0, "#123f4c")),
          column=sun, spread=wide * 0.09, seed=seed, left=left, right=right)


def ferry(c, x, y, size, hull=INK, deck=PAPER):
    """Draw a small harbour ferry, seen from the side."""
    s = size
    c.line([(x - 1.2 * s, y + 0.02 * s), (x + 1.25 * s, y + 0.02 * s)], s * 0.06, "#061a22", 0.35)
    c.shape(spline([(x - s, y - 0.18 * s), (x - 0.9 * s, y), (x + 0.9 * s, y), (x + s, y - 0.2 * s)]), hull)
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
            c.beam([(x + turn * 0.9 * s, y + (dy - 0.05) * s), (x + turn * reach * s, y + (dy - 0.62) * s),
                    (x + turn * reach * s, y + (dy + 0.95) * s), (x + turn * 0.9 * s, y + (dy + 0.07) * s)]
                   , "#ffeab4", 0.30, across=True) if turn > 0 else None
    # frame and skids
    c.line([(x - 0.8 * s, y + 0.66 * s), (x + 0.82 * s, y + 0.66 * s)], s * 0.07, "#0b2b35")
    for px in (-0.55, 0.5):
        c.line([(x + px * s, y + 0.3 * s), (x + px * s, y + 0.66 * s)], s * 0.06, "#0b2b35")
    # body
    c.shape(rounded(x - 0.86 * s, y - 0.12 * s, 1.72 * s, 0.56 * s, 0.2 * s), Fade("#285a63", "#0d3540"))
    c.box(x - 0.7 * s, y + 0.06 * s, 0.8 * s, 0.12 * s, "#0a2a34", radius=0.05 * s)
    for i in range(4):
        c.circle(x + (-0.6 + i * 0.19) * s, y + 0.12 * s, 0.03 * s, (AMBER, FOAM, FOAM, CORAL)[i])
    # float
    c.shape(rounded(x - 0.98 * s, y - 0.62 * s, 1.96 * s, 0.56 * s, 0.24 * s), Fade("#ffc46a", (0.45, CORAL), "#b8452f"))
    c.shape(rounded(x - 0.86 * s, y - 0.56 * s, 1.6 * s, 0.1 * s, 0.05 * s), "#fff0cf", 0.55)
    c.box(x - 0.36 * s, y - 0.62 * s, 0.12 * s, 0.56 * s, "#fff3df", 0.8)
    c.box(x - 0.18 * s, y - 0.62 * s, 0.05 * s, 0.56 * s, "#fff3df", 0.8)
    # thruster
    c.circle(x - turn * 0.62 * s, y + 0.36 * s, 0.24 * s, "#0a2731")
    c.circle(x - turn * 0.62 * s, y + 0.36 * s, 0.18 * s, "#1b5560")
    for a in range(3):
        c.shape(oval(x - turn * 0.62 * s, y + 0.36 * s, 0.15 * s, 0.045 * s, turn=a * 60 + 20), "#9cc9c2")
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
    arm = [(x + turn * 0.35 * s, y + 0.5 * s), (x + turn * 0.78 * s, y + 0.86 * s), (x + turn * 1.22 * s, y + 0.74 * s)]
    c.line(arm, s * 0.085, "#f3d9a6")
    for px, py in arm[:2]:
        c.circle(px, py, s * 0.075, "#0d3540")
    ex, ey = arm[-1]
    c.line([(ex, ey), (ex + turn * 0.16 * s, ey - 0.1 * s)], s * 0.05, "#f3d9a6")
    c.line([(ex, ey), (ex + turn * 0.17 * s, ey + 0.06 * s)], s * 0.05, "#f3d9a6")


# The pictures


def signing_table():
    c = Canvas(1800, 1200, "#16404b", seed=11)
    # a wall of windows over the harbour
    dusk_harbour(c, 560, sun=905, bottom=820, seed=5)
    ferry(c, 330, 640, 52)
    ferry(c, 1490, 606, 34)
    c.soften(3)
    c.glow(905, 470, 900, "#ffdca0", 0.35, ry=520)
    for x in (-30, 410, 860, 1315, 1765):
        c.box(x, 0, 62, 860, Fade("#0b2a35", (0.3, "#1c4753"), "#09212b", across=True))
    c.box(0, 0, 1800, 66, Fade("#0a2630", "#123844"))
    c.box(0, 66, 1800, 6, "#f6c88a", 0.5)
    # floor with the light of the windows in it
    c.box(0, 800, 1800, 400, Fade("#5b4a4a", (0.35, "#2c4149"), "#10303b"))
    c.box(0, 792, 1800, 14, "#0a2630")
    for x in (110, 560, 1010, 1460):
        c.beam([(x - 20 + (x - 900) * 0.04, 806), (x + 300 + (x - 900) * 0.04, 806),
                (x + 420 + (x - 740) * 0.5, 1200), (x - 140 + (x - 740) * 0.5, 1200)], "#f9b77e", 0.34)
    # witnesses
    person(c, 500, 1010, 640, "#2d6a70", hair="bob", hair_colour=HAIR[1], skin=SKIN[2], wear="coat", side="right", shirt="#f4e4d2")
    person(c, 1300, 1010, 665, "#394b5e", hair="short", skin=SKIN[1], accent=CORAL, hair_colour=HAIR[3])
    person(c, 900, 1000, 690, "#1d3b4c", hair="short", hair_colour="#6d6a69", skin=SKIN[0], accent=AMBER, side="right")
    # the table
    seated(c, 640, 830, 560, "#16333f", hair="short", skin=SKIN[4], accent="#e0a13f", side="right", hand=1)
    seated(c, 1160, 830, 548, "#e2694f", hair="long", hair_colour=HAIR[2], skin=SKIN[2], hand=-1)
    c.glow(900, 1118, 900, "#04141b", 0.6, ry=90, softness=1.3)
    c.shape([(300, 826), (1500, 826), (1560, 900), (240, 900)], Fade("#f9ecd3", "#d9c6a6"))
    c.shape([(240, 900), (1560, 900), (1540, 1122), (260, 1122)], Fade("#1d6068", (0.1, "#14505a"), "#0a2f3a"))
    c.shape([(240, 900), (1560, 900), (1559, 912), (241, 912)], "#fff3dc", 0.75)
    for x in range(300, 1540, 62):
        c.shape([(x, 912), (x + 22, 912), (x + 18, 1122), (x + 4, 1122)], "#08303a", 0.28)
    # the park's mark on the cloth
    for i, tone in enumerate((AMBER, CORAL, FOAM)):
        c.line(spline([(812 + i * 0, 1040 + i * 18), (856, 1010 + i * 18), (900, 1034 + i * 18), (944, 1010 + i * 18), (988, 1036 + i * 18)]), 9, tone)
    c.circle(944, 972, 20, GOLD)
    # papers, hands again above them, flowers
    for x, lean in ((640, 1), (1160, -1)):
        c.shape([(x - 108, 846), (x + 92, 846), (x + 106, 892), (x - 112, 892)], "#c9b48f", 0.6)
        c.shape([(x - 104, 842), (x + 88, 842), (x + 102, 887), (x - 108, 887)], "#0f4a55")
        c.shape([(x - 92, 845), (x - 8, 845), (x - 10, 883), (x - 96, 883)], "#fffaf0")
        c.shape([(x + 2, 845), (x + 78, 845), (x + 90, 883), (x, 883)], "#fffaf0")
        for row in range(4):
            y = 852 + row * 7
            c.line([(x - 82, y), (x - 22, y)], 1.6, "#9fb0b0")
            c.line([(x + 12, y), (x + 66, y)], 1.6, "#9fb0b0")
    for x, hand, coat, skin, shirt in ((640, 1, "#16333f", SKIN[4], PAPER), (1160, -1, "#e2694f", SKIN[2], PAPER)):
        for s in (-1, 1):
            tone = mix(coat, "#ffd9a0", 0.14) if s == -hand else mix(coat, "#081c26", 0.25)
            end = x + s * (46 if s == hand else 74)
            c.line([(x + s * 142, 822), (end + s * 26, 858)], (52, 40), tone)
            c.circle(end + s * 8, 862, 21, shirt)
            c.circle(end - s * 8, 866, 21, skin)
            if s == hand:
                c.line([(end - s * 24, 880), (end + s * 34, 792)], 7, "#0d1f26")
                c.line([(end - s * 24, 880), (end - s * 17, 869)], 4, GOLD)
    flowers = c.random
    for _ in range(46):
        x, y = 900 + flowers.gauss(0, 62), 836 - abs(flowers.gauss(0, 26))
        c.circle(x, y, flowers.uniform(9, 19), flowers.choice((LEAF, "#2f6b58", "#83b08c", "#1f5548")))
    for _ in range(26):
        x, y = 900 + flowers.gauss(0, 52), 828 - abs(flowers.gauss(0, 24))
        r = flowers.uniform(8, 15)
        tone = flowers.choice((CORAL, AMBER, ROSE, "#fff1dc"))
        c.circle(x, y, r, tone)
        c.circle(x - r * 0.2, y - r * 0.2, r * 0.45, mix(tone, "#ffffff", 0.4))
    c.glow(905, 300, 1000, "#ffd9a0", 0.16, ry=700)
    return c


def harbour_dusk():
    c = Canvas(1800, 1200, NIGHT, seed=21)
    dusk_harbour(c, 690, sun=1180, seed=8)
    ferry(c, 560, 800, 110)
    for w, y in ((330, 806), (250, 822), (180, 842), (110, 864)):
        c.line([(560 - w / 2, y), (560 + w / 2, y)], 4, "#ffd9a0", 0.4)
    ferry(c, 1390, 742, 44)
    # the near shore: banyans and a lamp-lit walk
    chance = c.random
    hills(c, 1210, 150, Fade("#0b2a35", "#061921"), peaks=3, seed=6, low=60)
    for x0, y0, r in ((110, 1010, 190), (330, 1090, 150), (1690, 1040, 200), (1480, 1120, 130)):
        for _ in range(60):
            a, d = chance.uniform(0, 6.28), r * chance.random() ** 0.5
            x, y = x0 + d * math.cos(a), y0 + d * 0.62 * math.sin(a)
            c.circle(x, y, chance.uniform(0.12, 0.26) * r, mix("#06202a", "#2a5a58", max(0, (y0 - y) / r) * chance.uniform(0.3, 0.9)))
    for x in range(470, 1400, 132):
        y = 1098 + 26 * math.sin(x / 260)
        c.line([(x, y), (x, y - 66)], 4, "#041319")
        c.circle(x, y - 70, 8, "#fff0c4")
        c.glow(x, y - 70, 70, "#ffcf80", 0.75)
    return c


def kelp_robot():
    c = Canvas(1800, 1200, Fade((0.0, "#7fd0c4"), (0.16, "#3b9c9f"), (0.5, "#156470"), (1.0, "#07222e")), seed=31)
    chance = c.random
    # light from above
    c.glow(1010, -120, 1050, "#fff0c0", 0.75, ry=760, softness=2.0)
    for x, w, lean, a in ((420, 70, -260, 0.18), (700, 130, -140, 0.22), (980, 90, -10, 0.26), (1180, 150, 120, 0.22), (1480, 80, 280, 0.16)):
        c.beam([(x, -10), (x + w, -10), (x + w * 2.4 + lean, 1080), (x - w * 1.2 + lean, 1080)], "#f2f7d6", a)
    # the surface, from below
    for _ in range(90):
        x, y, w = chance.uniform(-50, 1850), chance.uniform(0, 70), chance.uniform(40, 160)
        c.line([(x, y), (x + w, y + chance.uniform(-6, 6))], chance.uniform(2, 6), "#f3fae3", 0.35)
    # far rocks
    hills(c, 1200, 330, Fade("#1d6c75", "#0b3a47"), peaks=5, seed=4)
    hills(c, 1200, 240, Fade("#125560", "#08303c"), peaks=6, seed=12)

    def kelp(x, base, height, tone, scale, sway, edge):
        stem = [
            (x + sway * math.sin(k / 18 * 2.6 + x) * (k / 18) ** 1.2 * 60 * scale, base - height * k / 18)
            for k in range(19)
        ]
        line = spline(stem, steps=4)
        c.line(line, (9 * scale, 4 * scale), mix(tone, INK, 0.25))
        for k in range(1, 18):
            px, py = stem[k]
            for s in (-1, 1):
                if (k + (s > 0)) % 2 and k < 17:
                    continue
                length = scale * chance.uniform(95, 150) * (1.1 - 0.5 * k / 18)
                rise = chance.uniform(0.2, 0.65)
                tip = (px + s * length, py - length * rise)
                leaf = spline([(px, py), (px + s * length * 0.35, py - length * rise * 0.15 - 15 * scale),
                               (px + s * length * 0.75, py - length * rise * 0.7 - 9 * scale), tip])
                leaf += spline([tip, (px + s * length * 0.72, py - length * rise * 0.5 + 13 * scale),
                                (px + s * length * 0.3, py + 12 * scale), (px, py)])
                c.shape(leaf, mix(tone, edge, chance.uniform(0.0, 0.55) * k / 18))
                c.circle(px + s * 9 * scale, py - 3 * scale, 7 * scale, mix(tone, GOLD, 0.35))

    for x, h in ((210, 760), (420, 900), (1420, 860), (1620, 720), (1180, 560), (640, 600)):
        kelp(x, 1180, h, "#1c6468", 0.8, 0.7, "#4d9c8c")
    c.soften(5)
    # fish
    for _ in range(34):
        x, y = 1290 + chance.gauss(0, 150), 330 + chance.gauss(0, 62)
        s = chance.uniform(7, 13)
        tone = chance.choice(("#f6d9a4", "#dff0e4", ROSE))
        c.shape(spline([(x - s * 1.6, y), (x, y - s * 0.55), (x + s * 1.7, y), (x, y + s * 0.55)], closed=True, steps=6), tone)
        c.shape([(x - s * 1.3, y), (x - s * 2.4, y - s * 0.6), (x - s * 2.4, y + s * 0.6)], tone)
    # the tether and the robot
    c.line(spline([(640, -20), (600, 130), (690, 260), (800, 370), (815, 470)], steps=24), 6, "#ffdf9e")
    rover(c, 850, 600, 205)
    # sea bed
    hills(c, 1210, 130, Fade("#12454f", "#051a23"), peaks=6, seed=22, low=46)
    for x0 in (150, 520, 960, 1330, 1700):
        for _ in range(7):
            x, y, r = x0 + chance.gauss(0, 70), 1135 + chance.uniform(-24, 46), chance.uniform(16, 50)
            c.shape(oval(x, y, r * 1.3, r * 0.8), Fade("#2a6a6c", "#0a2b35"))
        for _ in range(5):
            x, y = x0 + chance.gauss(0, 80), 1110 + chance.uniform(-14, 40)
            tone = chance.choice((CORAL, ROSE, AMBER, "#d9644e"))
            for a in range(-3, 4):
                k = chance.uniform(34, 66)
                c.line([(x, y + 20), (x + k * math.sin(a * 0.28), y + 20 - k * math.cos(a * 0.28))], (7, 4), tone)
                c.circle(x + k * math.sin(a * 0.28), y + 20 - k * math.cos(a * 0.28), 5, mix(tone, "#ffffff", 0.3))
    # near kelp frames the scene
    kelp(70, 1260, 1200, "#0d4a4a", 1.7, 0.8, "#e0a24e")
    kelp(1735, 1260, 1120, "#0c4448", 1.7, -0.8, "#e0a24e")
    for _ in range(46):
        x, y, r = chance.gauss(1010, 260), chance.uniform(80, 700), chance.uniform(2, 9)
        c.circle(x, y, r, "#eefaf0", 0.35)
        c.circle(x - r * 0.3, y - r * 0.3, r * 0.35, "#ffffff", 0.8)
    return c


def lab_bench():
    c = Canvas(1800, 1200, Fade("#efe4cf", (0.55, "#dfe6da"), "#bcd3cb"), seed=41)
    # the window and the hills beyond
    with c.inside(rounded(980, 90, 700, 620, 18)):
        c.box(960, 80, 740, 660, Fade("#8fb9b8", (0.55, "#f3c9a4"), "#ffe3b0"))
        c.glow(1420, 470, 430, "#fff3cf", 0.9)
        c.circle(1420, 470, 54, "#fff6dc")
        hills(c, 730, 270, Fade("#86a5a3", "#e9bf9e"), peaks=3, seed=3, left=960, right=1700)
        hills(c, 730, 170, Fade("#417a7b", "#9aa796"), peaks=4, seed=9, left=960, right=1700)
        hills(c, 730, 80, Fade("#1d5560", "#2c6467"), peaks=5, seed=14, left=960, right=1700)
    for x in (980, 1213, 1446, 1668):
        c.box(x - 2, 90, 14, 620, "#fbf5e8")
    c.box(972, 82, 716, 14, "#fbf5e8")
    c.box(960, 704, 740, 22, Fade("#fffaf0", "#cdbfa3"))
    # shelves
    for y in (250, 470):
        c.box(110, y, 720, 16, Fade("#1d5a63", "#0d3842"))
        c.beam([(110, y + 16), (830, y + 16), (830, y + 60), (110, y + 60)], "#3d6a68", 0.3)
    shelf = c.random
    for y in (250, 470):
        x = 138
        while x < 790:
            w, h = shelf.choice(((46, 96), (64, 120), (38, 130), (78, 84)))
            if x + w > 810:
                break
            tone = shelf.choice((TEAL, SEA, CORAL, AMBER, "#7aa79d", PLUM, CLAY))
            c.shape(rounded(x, y - h, w, h, 10), Fade(mix(tone, "#ffffff", 0.22), (0.5, tone), mix(tone, INK, 0.35), across=True))
            c.box(x + w * 0.3, y - h - 16, w * 0.4, 18, mix(tone, INK, 0.45), radius=4)
            c.box(x + w * 0.14, y - h * 0.62, w * 0.72, h * 0.34, PAPER, 0.92)
            c.line([(x + w * 0.26, y - h * 0.48), (x + w * 0.7, y - h * 0.48)], 3, "#8aa09c")
            x += w + shelf.choice((14, 20, 46))
    # bench
    c.box(0, 900, 1800, 300, Fade("#135059", (0.12, "#0f434d"), "#07242e"))
    c.box(0, 880, 1800, 34, Fade("#fdf6e6", "#d8c8a8"))
    for x in range(60, 1800, 440):
        c.box(x, 950, 396, 260, "#0a3640", 0.55, radius=8)
        c.box(x + 150, 974, 96, 12, "#f0cf93", radius=6)
    c.glow(1300, 900, 900, "#ffe2b0", 0.45, ry=60, softness=1.4)

    def flask(x, base, s, liquid, level=0.5):
        body = spline([(x - 0.16 * s, base - 1.5 * s), (x - 0.16 * s, base - 0.98 * s)]) + spline(
            [(x - 0.16 * s, base - 0.98 * s), (x - 0.4 * s, base - 0.6 * s), (x - 0.72 * s, base - 0.12 * s),
             (x - 0.62 * s, base)]) + spline([(x + 0.62 * s, base), (x + 0.72 * s, base - 0.12 * s),
                                              (x + 0.4 * s, base - 0.6 * s), (x + 0.16 * s, base - 0.98 * s)]) + [
            (x + 0.16 * s, base - 1.5 * s)]
        vessel(body, x, base, s * 0.72, s * 1.5, liquid, level)
        c.box(x - 0.21 * s, base - 1.54 * s, 0.42 * s, 0.08 * s, "#f4fbf6", 0.9, radius=4)

    def vessel(body, x, base, half, height, liquid, level):
        c.glow(x + half * 0.5, base + 8, half * 2.0, "#3a2a20", 0.28, ry=half * 0.24, softness=1.2)
        c.glow(x - half * 0.9, base + 12, half * 1.5, liquid, 0.65, ry=half * 0.2, softness=1.2)
        c.shape(body, "#f4fffb", 0.40)
        with c.inside(body):
            top = base - height * level
            c.box(x - half * 1.2, top, half * 2.4, base - top, Fade(mix(liquid, "#ffffff", 0.30), mix(liquid, INK, 0.12)), 0.92)
            c.shape(oval(x, top, half * 1.1, half * 0.10), mix(liquid, "#ffffff", 0.5))
            c.box(x - half * 1.2, base - height * 1.1, half * 0.42, height * 1.2, "#ffffff", 0.16)
            for k in range(7):
                c.circle(x + half * (0.5 - 0.17 * k), base - height * level * (0.2 + 0.1 * (k * 3 % 7)), half * (0.05 + 0.02 * (k % 3)), "#ffffff", 0.55)
        c.line([*body, body[0]], 4, "#ffffff", 0.75)
        c.line([(x - half * 0.52, base - height * 0.12), (x - half * 0.28, base - height * 0.5)], 7, "#ffffff", 0.8)

    flask(360, 886, 180, CORAL, 0.42)
    flask(640, 888, 128, AMBER, 0.5)
    # round flask on a stand with a condenser
    c.box(820, 872, 250, 16, "#0d3842", radius=6)
    c.line([(1050, 874), (1050, 330)], 12, "#1b4d57")
    c.line([(1050, 560), (940, 560)], 9, "#1b4d57")
    tube = spline([(925, 600), (925, 455), (960, 392), (1060, 400), (1190, 520), (1290, 660)], steps=14)
    c.line(tube, 34, "#f7fffc", 0.55)
    c.line(tube, 12, "#f5a98f", 0.9)
    vessel(oval(925, 700, 118, 112), 925, 812, 118, 224, "#2d8f8f", 0.52)
    c.box(908, 560, 34, 44, "#f7fffc", 0.6)
    c.shape(spline([(880, 872), (895, 838), (925, 812), (955, 838), (970, 872)]), Fade("#ffd27a", "#f0745a"), 0.9)
    c.glow(925, 846, 80, "#ffcf70", 0.8)
    # beaker and rack
    vessel(rounded(1225, 690, 170, 196, 20), 1310, 886, 85, 196, "#e98b62", 0.45)
    c.box(1460, 800, 290, 20, "#1b5a63", radius=5)
    c.box(1460, 866, 290, 22, "#123f49", radius=5)
    for i, tone in enumerate((AMBER, CORAL, SEA, "#efe2c4", TEAL)):
        x = 1482 + i * 54
        body = rounded(x, 700, 34, 176, 17)
        c.shape(body, "#f7fffc", 0.55)
        with c.inside(body):
            c.box(x, 770 - 22 * (i % 3), 34, 120 + 22 * (i % 3), Fade(mix(tone, "#ffffff", 0.3), tone))
        c.line([(x + 8, 720), (x + 8, 850)], 4, "#ffffff", 0.7)
        c.box(x - 4, 694, 42, 10, "#ffffff", 0.85, radius=5)
    c.box(1460, 806, 290, 8, "#2f7f83", 0.7)
    # seedlings in a dish: what it is all about
    for i in range(3):
        x = 140 + i * 46
        c.shape(spline([(x, 880), (x - 4, 842), (x, 815)]), LEAF)
        c.line(spline([(x, 882), (x - 3, 850), (x, 812)]), 6, "#3c7d5d")
        c.shape(spline([(x, 815), (x + 34, 788), (x + 40, 806), (x + 12, 826)], closed=True), "#6aa77c")
        c.shape(spline([(x, 820), (x - 30, 798), (x - 38, 816), (x - 10, 832)], closed=True), "#4f8f6d")
    c.box(100, 872, 180, 20, "#ffffff", 0.75, radius=9)
    c.beam([(980, 0), (1800, 0), (1100, 1200), (100, 1200)], "#ffe6b5", 0.20)
    return c


FIGURES = {
    "signing-table": signing_table,
    "harbour-dusk": harbour_dusk,
    "kelp-robot": kelp_robot,
    "lab-bench": lab_bench,
}


def draw(name):
    """Return the bytes of a picture (JPEG) or of a logo (PNG) by its name."""
    return FIGURES[name]().jpeg()
