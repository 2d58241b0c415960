"""On and under the water."""

import math
from itertools import pairwise
from random import Random

from .canvas import Canvas, Fade, mix, oval, rounded, spline
from .people import SKIN, person
from .scenery import (
    AMBER,
    CORAL,
    FOAM,
    GOLD,
    INK,
    NIGHT,
    PAPER,
    PLUM,
    ROSE,
    TEAL,
    banyan,
    dusk_harbour,
    ferry,
    hills,
    rover,
    skyline,
    water,
)


def harbour_dusk():
    c = Canvas(1800, 1200, NIGHT, seed=21)
    dusk_harbour(c, 690, sun=1180, seed=8)
    ferry(c, 560, 800, 110)
    for w, y in ((330, 806), (250, 822), (180, 842), (110, 864)):
        c.line([(560 - w / 2, y), (560 + w / 2, y)], 4, "#ffd9a0", 0.4)
    ferry(c, 1390, 742, 44)
    # the near shore: a lamp-lit quay between banyans
    c.shape(
        [(0, 1040), (1800, 1040), (1800, 1200), (0, 1200)],
        Fade("#3b4a4e", (0.1, "#15343e"), "#061921"),
    )
    c.box(0, 1036, 1800, 8, "#f3c592", 0.75)
    for x in range(20, 1800, 44):
        c.line([(x, 1036), (x, 992)], 3, "#07202a")
    c.line([(0, 992), (1800, 992)], 5, "#07202a")
    c.line([(0, 1014), (1800, 1014)], 2.5, "#07202a")
    for x in range(430, 1440, 240):
        c.glow(x, 1062, 190, "#ffcf80", 0.5, ry=36)
        c.line([(x, 1060), (x, 880)], 6, "#041319")
        c.line([(x - 22, 884), (x + 22, 884)], 5, "#041319")
        c.circle(x, 870, 13, "#fff0c4")
        c.glow(x, 870, 120, "#ffcf80", 0.7)
    person(c, 900, 1076, 190, "#d9644e", hair="bun", side="right", wear="coat")
    person(c, 968, 1080, 204, "#27505b", hair="short", side="right")
    banyan(c, 130, 960, 260, seed=2)
    banyan(c, 1690, 930, 300, seed=5)
    return c


def kelp_robot():
    c = Canvas(
        1800,
        1200,
        Fade((0.0, "#7fd0c4"), (0.16, "#3b9c9f"), (0.5, "#156470"), (1.0, "#07222e")),
        seed=31,
    )
    chance = c.random
    # light from above
    c.glow(1010, -120, 1050, "#fff0c0", 0.75, ry=760, softness=2.0)
    for x, w, lean, a in (
        (420, 70, -260, 0.18),
        (700, 130, -140, 0.22),
        (980, 90, -10, 0.26),
        (1180, 150, 120, 0.22),
        (1480, 80, 280, 0.16),
    ):
        c.beam(
            [(x, -10), (x + w, -10), (x + w * 2.4 + lean, 1080), (x - w * 1.2 + lean, 1080)],
            "#f2f7d6",
            a,
        )
    # the surface, from below
    for _ in range(90):
        x, y, w = chance.uniform(-50, 1850), chance.uniform(0, 70), chance.uniform(40, 160)
        c.line([(x, y), (x + w, y + chance.uniform(-6, 6))], chance.uniform(2, 6), "#f3fae3", 0.35)
    # far rocks
    hills(c, 1200, 330, Fade("#1d6c75", "#0b3a47"), peaks=5, seed=4)
    hills(c, 1200, 240, Fade("#125560", "#08303c"), peaks=6, seed=12)

    def kelp(x, base, height, tone, scale, sway, edge):
        stem = [
            (
                x + sway * math.sin(k / 18 * 2.6 + x) * (k / 18) ** 1.2 * 60 * scale,
                base - height * k / 18,
            )
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
                leaf = spline(
                    [
                        (px, py),
                        (px + s * length * 0.35, py - length * rise * 0.15 - 15 * scale),
                        (px + s * length * 0.75, py - length * rise * 0.7 - 9 * scale),
                        tip,
                    ]
                )
                leaf += spline(
                    [
                        tip,
                        (px + s * length * 0.72, py - length * rise * 0.5 + 13 * scale),
                        (px + s * length * 0.3, py + 12 * scale),
                        (px, py),
                    ]
                )
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
        c.shape(
            spline(
                [(x - s * 1.6, y), (x, y - s * 0.55), (x + s * 1.7, y), (x, y + s * 0.55)],
                closed=True,
                steps=6,
            ),
            tone,
        )
        c.shape([(x - s * 1.3, y), (x - s * 2.4, y - s * 0.6), (x - s * 2.4, y + s * 0.6)], tone)
    # the tether and the robot
    c.line(
        spline([(640, -20), (600, 130), (690, 260), (800, 370), (815, 470)], steps=24), 6, "#ffdf9e"
    )
    rover(c, 850, 600, 205)
    # sea bed
    hills(c, 1210, 130, Fade("#12454f", "#051a23"), peaks=6, seed=22, low=46)
    for x0 in (150, 520, 960, 1330, 1700):
        for _ in range(7):
            x, y, r = (
                x0 + chance.gauss(0, 70),
                1135 + chance.uniform(-24, 46),
                chance.uniform(16, 50),
            )
            c.shape(oval(x, y, r * 1.3, r * 0.8), Fade("#2a6a6c", "#0a2b35"))
        for _ in range(5):
            x, y = x0 + chance.gauss(0, 80), 1110 + chance.uniform(-14, 40)
            tone = chance.choice((CORAL, ROSE, AMBER, "#d9644e"))
            for a in range(-3, 4):
                k = chance.uniform(34, 66)
                c.line(
                    [(x, y + 20), (x + k * math.sin(a * 0.28), y + 20 - k * math.cos(a * 0.28))],
                    (7, 4),
                    tone,
                )
                c.circle(
                    x + k * math.sin(a * 0.28),
                    y + 20 - k * math.cos(a * 0.28),
                    5,
                    mix(tone, "#ffffff", 0.3),
                )
    # near kelp frames the scene
    kelp(70, 1260, 1200, "#0d4a4a", 1.7, 0.8, "#e0a24e")
    kelp(1735, 1260, 1120, "#0c4448", 1.7, -0.8, "#e0a24e")
    for _ in range(46):
        x, y, r = chance.gauss(1010, 260), chance.uniform(80, 700), chance.uniform(2, 9)
        c.circle(x, y, r, "#eefaf0", 0.35)
        c.circle(x - r * 0.3, y - r * 0.3, r * 0.35, "#ffffff", 0.8)
    return c


def quay_launch():
    c = Canvas(1800, 1200, NIGHT, seed=61)
    dusk_harbour(c, 600, sun=1330, seed=31, towers=False)
    skyline(c, 606, 60, 560, 150, "#3a5f6c", GOLD, seed=4, air="#8f8288")
    hills(c, 606, 60, Fade("#1f4855", "#2f5560"), peaks=4, seed=19, right=800)
    # the workboat
    c.line([(560, 930), (1500, 930)], 26, "#07222c", 0.4)
    c.shape(
        spline([(520, 770), (560, 900), (640, 936)])
        + [(1420, 936)]
        + spline([(1420, 936), (1500, 880), (1560, 730)])
        + [(1300, 770)],
        Fade("#e2694f", (0.55, "#b8452f"), "#5e2a2b"),
    )
    c.shape([(520, 770), (1560, 730), (1554, 752), (524, 794)], "#fff1dc")
    c.box(980, 560, 300, 210, Fade("#fff6e4", "#dcc9a6"), radius=14)
    c.box(960, 540, 340, 30, "#16404b", radius=10)
    for x in (1010, 1100, 1190):
        c.box(x, 604, 66, 70, Fade("#2d6a70", "#ffd08a"), radius=10)
    c.line([(1130, 540), (1130, 410)], 8, "#16404b")
    c.line([(1090, 450), (1170, 450)], 6, "#16404b")
    c.circle(1130, 404, 12, "#fff0c4")
    c.glow(1130, 404, 90, "#ffcf80", 0.9)
    # crane, cable and the robot above the water
    c.box(800, 640, 70, 140, Fade("#f4b04f", "#b8752f"), radius=8)
    c.line([(835, 660), (560, 300), (380, 330)], 24, "#f4b04f")
    c.line([(835, 660), (560, 300), (380, 330)], 6, "#fff0c4", 0.5)
    c.line([(560, 300), (835, 520)], 5, "#7a4f22")
    for x, y in ((835, 660), (560, 300)):
        c.circle(x, y, 20, "#16404b")
    c.line([(380, 330), (380, 560)], 6, "#0a222d")
    c.line([(300, 624), (380, 556), (460, 624)], 5, "#0a222d")
    rover(c, 380, 716, 150, lamp=False)
    for x, y in ((300, 850), (400, 880), (470, 846)):
        c.shape(
            spline([(x, y - 22), (x + 7, y), (x, y + 8), (x - 7, y)], closed=True), "#dff3ea", 0.85
        )
    for k in range(5):
        c.line(oval(380, 950, 90 + 62 * k, 14 + 9 * k), 3.5, "#f7d9b4", 0.5 - 0.08 * k)
    # crew
    person(
        c,
        700,
        800,
        235,
        "#f4b04f",
        hair="short",
        wear="suit",
        arms="open",
        skin=SKIN[1],
        trousers="#173e49",
    )
    person(
        c,
        920,
        790,
        225,
        "#2d6a70",
        hair="bun",
        wear="suit",
        skin=SKIN[2],
        trousers="#173e49",
        side="right",
    )
    person(c, 1360, 772, 232, "#f0e6d2", hair="bob", wear="coat", skin=SKIN[4], side="right")
    c.shape([(560, 800), (1440, 776), (1440, 800), (562, 820)], "#a63f2d")
    water(c, 930, 1200, Fade("#3f6f79", "#0d3744"), column=1330, spread=330, seed=9, amount=150)
    for k in range(4):
        c.line(oval(380, 986, 110 + 70 * k, 14 + 10 * k), 3.5, "#f7d9b4", 0.42 - 0.08 * k)
    for k, (y, w) in enumerate(((938, 940), (952, 860), (970, 700))):
        c.line([(1020 - w / 2, y), (1020 + w / 2, y)], 5, ("#ffe9c9", "#e2694f", "#07222c")[k], 0.5)
    return c


def seabed_map():
    c = Canvas(1800, 1200, Fade("#0a2530", (0.45, "#103e4a"), "#071b25"), seed=71)
    c.glow(1180, 170, 900, "#f0745a", 0.40, ry=420)
    c.glow(1180, 150, 420, "#ffd88f", 0.60, ry=240)
    chance = c.random
    rows = 40
    for row in range(rows):
        depth = row / (rows - 1)
        y = 300 + 880 * depth**1.25
        scale = 0.35 + 1.0 * depth
        line = []
        for i in range(97):
            x = -60 + 1920 * i / 96
            u = (x - 900) / (900 * (0.55 + 0.65 * depth))
            ridge = 210 * math.exp(-(((u - 0.36) / 0.20) ** 2) - ((depth - 0.42) / 0.22) ** 2)
            ridge += 150 * math.exp(-(((u + 0.46) / 0.24) ** 2) - ((depth - 0.58) / 0.2) ** 2)
            ridge += 70 * math.exp(-(((u + 0.02) / 0.12) ** 2) - ((depth - 0.78) / 0.12) ** 2)
            ridge += 12 * math.sin(u * 17 + row * 0.55) * math.cos(
                u * 6 - row * 0.3
            ) + 6 * math.sin(u * 41 + row)
            line.append((x, y - ridge * scale))
        c.shape([(-60, 1240), *line, (1860, 1240)], mix("#134754", "#081e29", depth))
        tone = Fade(mix("#4aa0a0", "#2a7078", depth), (0.3, "#4f9a98"), CORAL, "#f7b98c")
        for one, other in pairwise(line):
            rise = (y - (one[1] + other[1]) / 2) / (210 * scale)
            c.line([one, other], 1.6 + 2.6 * depth, tone.at(min(max(rise, 0), 1)))
    # soundings above the ridge, and the path of the survey
    path = spline(
        [(210, 640), (470, 500), (760, 610), (1010, 420), (1290, 300), (1560, 470)], steps=22
    )
    for i in range(0, len(path) - 2, 3):
        c.line(path[i : i + 2], 5, "#fff3d6", 0.9)
    for i in range(0, len(path), 22):
        px, py = path[i]
        c.line([(px, py), (px, py + 120)], 2.5, GOLD, 0.6)
        c.glow(px, py, 60, GOLD, 0.8)
        c.circle(px, py, 11, "#fff6dc")
        c.circle(px, py, 5, CORAL)
    for _ in range(150):
        x, y = chance.uniform(0, 1800), chance.uniform(20, 330)
        c.circle(x, y, chance.uniform(0.8, 2.4), "#f5efe1", chance.uniform(0.2, 0.8))
    return c


def pool_lanes():
    c = Canvas(1200, 1200, Fade("#5fc0b8", (0.5, "#2c9095"), "#12606c"), seed=102)
    chance = c.random
    # light on the bottom of the pool, seen from above
    for _ in range(170):
        x, y, r = chance.uniform(0, 1200), chance.uniform(0, 1200), chance.uniform(36, 90)
        c.line(
            spline(
                [
                    (
                        x + r * math.cos(a) * chance.uniform(0.75, 1.2),
                        y + r * math.sin(a) * chance.uniform(0.6, 1.1),
                    )
                    for a in (0, 1.2, 2.5, 3.8, 5.1)
                ],
                closed=True,
                steps=6,
            ),
            3.4,
            "#e9fff2",
            0.22,
        )
    for x in (300, 600, 900):
        for k, y in enumerate(range(-20, 1220, 44)):
            c.box(x - 13, y, 26, 38, CORAL if k % 2 else PAPER, radius=12)
            c.box(x - 13, y + 22, 26, 16, INK, 0.12, radius=8)
    tones = ((CORAL, AMBER), ("#f6ead2", CORAL), (AMBER, "#16404b"), (PLUM, ROSE))
    for i, (hull, trim) in enumerate(tones):
        x, y = 150 + i * 300, (640, 300, 520, 830)[i]
        for k in range(7):
            w = 24 + k * 15
            c.line(
                spline(
                    [(x - w, y + 150 + k * 46), (x, y + 128 + k * 46), (x + w, y + 150 + k * 46)]
                ),
                7,
                "#f2fff6",
                0.75 - k * 0.1,
            )
        c.glow(x + 26, y + 40, 150, "#052a35", 0.7, ry=190)
        for s in (-1, 1):
            c.shape(
                rounded(x + s * 70 - 20, y - 92, 40, 230, 20),
                Fade(mix(hull, "#ffffff", 0.2), mix(hull, INK, 0.25), across=True),
            )
            c.circle(x + s * 70, y + 118, 15, "#0a2731")
        c.shape(
            spline(
                [
                    (x, y - 150),
                    (x + 62, y - 60),
                    (x + 58, y + 92),
                    (x, y + 120),
                    (x - 58, y + 92),
                    (x - 62, y - 60),
                ],
                closed=True,
            ),
            Fade(mix(hull, "#ffffff", 0.3), (0.5, hull), mix(hull, INK, 0.35), across=True),
        )
        c.line([(x - 64, y + 10), (x + 64, y + 10)], 22, trim)
        c.circle(x, y - 56, 35, "#0a2731")
        c.circle(x, y - 56, 26, Fade("#a9ece2", "#12606c"))
        c.circle(x - 8, y - 65, 8, "#ffffff")
        for k in range(3):
            c.circle(x - 24 + k * 24, y + 62, 7, (GOLD, FOAM, "#ffffff")[k])
        c.circle(x, y - 148, 9, "#fff2c8")
        c.glow(x, y - 175, 80, "#fff2c8", 0.6)
    for k in range(20):
        c.box(k * 60, 40, 60, 22, PAPER if k % 2 else INK)
        c.box(k * 60, 62, 60, 22, INK if k % 2 else PAPER)
    return c


def night_buoys():
    c = Canvas(
        1800, 1200, Fade("#081f2b", (0.4, "#15495a"), (0.52, "#5d8c93"), "#5d8c93"), seed=171
    )
    chance = c.random
    for _ in range(170):
        c.circle(
            chance.uniform(0, 1800),
            chance.uniform(0, 480),
            chance.uniform(0.8, 2.8),
            PAPER,
            chance.uniform(0.2, 0.9),
        )
    c.glow(1290, 300, 520, "#ffe9b8", 0.65)
    c.circle(1290, 300, 120, Fade("#fff8e2", "#f9d79a"))
    for x, y, r in ((1250, 270, 24), (1330, 330, 32), (1300, 250, 13)):
        c.circle(x, y, r, "#efc98c", 0.55)
    hills(c, 626, 170, Fade("#2f6470", "#7a9a9c"), peaks=5, seed=16)
    hills(c, 628, 90, Fade("#123f4c", "#35656f"), peaks=6, seed=21)
    water(
        c,
        624,
        1200,
        Fade("#6f9c9c", (0.25, "#25626e"), "#082530"),
        column=1290,
        spread=210,
        seed=7,
        light="#ffe9b8",
        amount=340,
    )

    def buoy(x, y, s):
        c.glow(x, y + 0.06 * s, s * 1.0, "#041219", 0.6, ry=s * 0.16)
        for k in range(3):
            c.line(
                oval(x, y + 0.04 * s, s * (0.6 + 0.32 * k), s * (0.09 + 0.05 * k)),
                max(s * 0.02, 2),
                "#ffe3b0",
                0.5 - 0.13 * k,
            )
        c.shape(
            spline(
                [
                    (x - 0.5 * s, y - 0.1 * s),
                    (x - 0.42 * s, y + 0.08 * s),
                    (x, y + 0.14 * s),
                    (x + 0.42 * s, y + 0.08 * s),
                    (x + 0.5 * s, y - 0.1 * s),
                ]
            )
            + [(x + 0.46 * s, y - 0.2 * s), (x - 0.46 * s, y - 0.2 * s)],
            Fade("#ff9a72", CORAL, "#8c3a36"),
        )
        c.box(x - 0.46 * s, y - 0.24 * s, 0.92 * s, 0.06 * s, "#fff1dc")
        for k in (-1, 1):
            c.line(
                [(x + k * 0.3 * s, y - 0.22 * s), (x + k * 0.1 * s, y - 1.05 * s)],
                s * 0.045,
                "#f6ead2",
            )
        for k in range(3):
            yy, half = y - (0.42 + 0.22 * k) * s, (0.25 - 0.055 * k) * s
            c.line([(x - half, yy), (x + half, yy - 0.06 * s)], s * 0.03, "#c9b48c")
        c.shape(
            [
                (x - 0.36 * s, y - 0.34 * s),
                (x - 0.06 * s, y - 0.40 * s),
                (x - 0.1 * s, y - 0.72 * s),
                (x - 0.26 * s, y - 0.68 * s),
            ],
            Fade("#7fb9c0", "#123f52"),
        )
        c.circle(x, y - 1.14 * s, 0.11 * s, "#fff4cd")
        c.glow(x, y - 1.14 * s, 0.75 * s, "#ffd27a", 0.9)
        for k in range(3):
            for start in (-40, 140):
                c.line(
                    oval(
                        x,
                        y - 1.14 * s,
                        s * (0.28 + 0.16 * k),
                        s * (0.28 + 0.16 * k),
                        start=start,
                        end=start + 80,
                    ),
                    max(s * 0.022, 2),
                    "#bff0e2",
                    0.75 - 0.2 * k,
                )

    far = ((250, 690, 62), (640, 664, 44), (1590, 700, 66), (960, 672, 48))
    links = [(x, y - 1.14 * s) for x, y, s in far] + [(1180, 1003 - 355), (430, 720)]
    for x, y, s in far:
        buoy(x, y, s)
    buoy(1230, 800, 120)
    buoy(520, 980, 290)
    for a, b in ((links[0], links[1]), (links[1], links[3]), (links[3], links[2])):
        mid = ((a[0] + b[0]) / 2, min(a[1], b[1]) - 70)
        way = spline([a, mid, b], steps=16)
        for i in range(0, len(way) - 1, 2):
            c.line(way[i : i + 2], 3.4, "#ffe9b8", 0.8)
    return c


def clinic_islands():
    c = Canvas(1800, 1200, Fade("#9fd6c8", (0.5, "#4aa3a4"), "#1a6470"), seed=141)
    chance = c.random
    for _ in range(210):
        x, y, w = chance.uniform(-50, 1850), chance.uniform(0, 1200), chance.uniform(20, 80)
        c.line(
            spline([(x, y), (x + w * 0.5, y - 5), (x + w, y)]),
            3,
            "#e9fff2" if chance.random() < 0.6 else "#0f5563",
            0.35,
        )
    spots = (
        (330, 400, 250),
        (900, 250, 190),
        (1430, 400, 270),
        (700, 770, 300),
        (1290, 880, 250),
        (180, 930, 190),
    )
    # the lines of the boats that link them
    routes = ((0, 1), (1, 2), (0, 3), (3, 4), (2, 4), (3, 5), (1, 3))
    for a, b in routes:
        (x0, y0, _), (x1, y1, _) = spots[a], spots[b]
        mid = ((x0 + x1) / 2 + (y1 - y0) * 0.16, (y0 + y1) / 2 - (x1 - x0) * 0.12)
        way = spline([(x0, y0), mid, (x1, y1)], steps=26)
        for i in range(0, len(way) - 1, 2):
            c.line(way[i : i + 2], 6, "#fff8e2", 0.95)
    for i, (x, y, r) in enumerate(spots):
        grow = Random(i + 40)

        def coast(k, dy=0.0, squash=0.62, x=x, y=y, r=r, i=i):
            return spline(
                [
                    (
                        x
                        + k
                        * r
                        * (1 + 0.16 * math.sin(3 * a + i * 2) + 0.07 * math.sin(5 * a + i))
                        * math.cos(a),
                        y
                        + dy
                        + squash
                        * k
                        * r
                        * (1 + 0.16 * math.sin(3 * a + i * 2) + 0.07 * math.sin(5 * a + i))
                        * math.sin(a),
                    )
                    for a in (2 * math.pi * j / 14 for j in range(14))
                ],
                closed=True,
                steps=6,
            )

        c.shape(coast(0.98, 34), "#0d4a57", 0.45)
        c.shape(coast(0.92), "#d5f2de", 0.6)
        c.shape(coast(0.80, 10), "#9b6f4d")
        c.shape(coast(0.80), Fade("#ffe6b0", "#e0b878"))
        c.shape(coast(0.68, -12), Fade("#7fb07f", "#3f7f68"))
        # hills and woods
        hills(
            c,
            y + r * 0.12,
            r * 0.62,
            Fade("#a9c48c", (0.4, "#4f8f6d"), "#2c6a5b"),
            peaks=2,
            seed=i + 3,
            left=x - r * 0.5,
            right=x + r * 0.5,
        )
        trees = sorted(
            ((x + grow.gauss(0, r * 0.26), y + grow.uniform(-0.04, 0.3) * r) for _ in range(26)),
            key=lambda p: p[1],
        )
        for tx, ty in trees:
            c.circle(
                tx,
                ty,
                r * grow.uniform(0.035, 0.07),
                grow.choice(("#2f6f5b", "#3f8066", "#1f5a4e", "#6fa37a")),
            )
        # the clinic: a white house with a lamp
        hx, hy, s = x - r * 0.02, y + r * 0.14, 34 + r * 0.07
        c.shape(
            [
                (hx + s * 0.9, hy + s * 0.5),
                (hx + s * 1.8, hy + s * 0.7),
                (hx, hy + s * 0.8),
                (hx - s * 0.7, hy + s * 0.5),
            ],
            "#123f49",
            0.4,
        )
        c.box(hx - s, hy - s * 0.5, s * 2, s * 1.1, Fade("#fffdf4", "#e9d9b8"))
        c.box(hx + s * 0.5, hy - s * 0.5, s * 0.5, s * 1.1, "#7a5a3a", 0.18)
        c.shape(
            [
                (hx - s * 1.2, hy - s * 0.46),
                (hx - s * 0.8, hy - s * 1.1),
                (hx + s * 0.8, hy - s * 1.1),
                (hx + s * 1.2, hy - s * 0.46),
            ],
            Fade("#f58f70", "#c8503a"),
        )
        c.box(hx - s * 0.2, hy - s * 0.02, s * 0.4, s * 0.62, TEAL)
        for dx in (-0.68, 0.42):
            c.box(hx + dx * s, hy - s * 0.12, s * 0.28, s * 0.34, "#ffc864")
        c.box(hx - s * 0.09, hy - s * 0.98, s * 0.18, s * 0.44, "#ffffff")
        c.box(hx - s * 0.22, hy - s * 0.85, s * 0.44, s * 0.18, "#ffffff")
        c.glow(hx, hy, s * 3.4, "#fff0b8", 0.38)
    ferry(c, 560, 590, 52)
    ferry(c, 1150, 330, 44)
    ferry(c, 1010, 900, 56)
    c.beam([(1800, -10), (900, -10), (-100, 1210), (500, 1210)], "#fff0c0", 0.22)
    c.glow(1650, 60, 900, "#fff0c0", 0.45)
    return c
