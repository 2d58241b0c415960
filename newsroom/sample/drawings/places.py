"""Places, by day and by night."""

import math
from random import Random

from .canvas import Canvas, Fade, mix, oval, rounded, spline
from .people import HAIR, SKIN, person
from .scenery import (
    AMBER,
    CLAY,
    CORAL,
    FOAM,
    INK,
    LEAF,
    PAPER,
    ROSE,
    banyan,
    ferry,
    hills,
    rover,
    skyline,
    water,
)


def seed_terrace():
    c = Canvas(
        1800, 1200, Fade("#1c5963", (0.35, "#83aaa0"), (0.62, "#f3c08d"), (1.0, "#f6dca7")), seed=81
    )
    c.glow(1240, 520, 760, "#fff0c4", 0.9, ry=520)
    c.circle(1240, 500, 84, "#fff5d8")
    hills(c, 800, 330, Fade("#8fa39b", "#efc296"), peaks=4, seed=3)
    hills(c, 820, 240, Fade("#4d827e", "#b5a98b"), peaks=4, seed=15)
    # terraces, each with its row of glass bells
    tones = (
        ("#4c8f7d", "#2b6a63"),
        ("#357a70", "#1d5552"),
        ("#22605d", "#124347"),
        ("#154a4c", "#0a2d36"),
    )
    for row, (near, far) in enumerate(tones):
        y = 690 + row * 128 + (row * row) * 7
        ridge = spline(
            [
                (-60, y + 24),
                (260, y - 30),
                (620, y + 18),
                (980, y - 26),
                (1360, y + 22),
                (1860, y - 26),
            ],
            steps=20,
        )
        c.shape([(-60, 1260), *ridge, (1860, 1260)], Fade(near, (0.35, far), INK))
        c.line(ridge, 6, "#f6d9a0", 0.75 - 0.12 * row)
        s = 0.55 + 0.28 * row
        step = 210 * s
        x = 70 + 50 * (row % 2) - row * 12
        while x < 1800:
            ground = min(ridge, key=lambda p: abs(p[0] - x))[1] + 4
            h, w = 120 * s, 46 * s
            c.glow(x, ground - h * 0.45, 100 * s, "#ffe3a4", 0.55)
            bell = spline(
                [
                    (x - w, ground),
                    (x - w, ground - h * 0.6),
                    (x - w * 0.6, ground - h * 0.92),
                    (x, ground - h),
                    (x + w * 0.6, ground - h * 0.92),
                    (x + w, ground - h * 0.6),
                    (x + w, ground),
                ]
            )
            c.shape(bell, "#fff8e6", 0.30)
            stalk = [(x, ground), (x + 3 * s, ground - h * 0.32), (x, ground - h * 0.52)]
            c.line(spline(stalk), 5 * s, "#1d6b52")
            for side in (-1, 1):
                c.shape(
                    spline(
                        [
                            (x, ground - h * 0.48),
                            (x + side * 20 * s, ground - h * 0.74),
                            (x + side * 34 * s, ground - h * 0.66),
                            (x + side * 16 * s, ground - h * 0.44),
                        ],
                        closed=True,
                    ),
                    "#3f9a6b" if side > 0 else "#5cb07c",
                )
            if int(x / step) % 3 == row % 3:
                c.circle(x, ground - h * 0.62, 11 * s, CORAL)
                c.circle(x - 3 * s, ground - h * 0.65, 4 * s, "#ffd0b8")
            c.line(bell, 3.4 * s, "#fffdf2", 0.8)
            c.line(
                [(x - w * 0.62, ground - h * 0.2), (x - w * 0.62, ground - h * 0.62)],
                5 * s,
                "#ffffff",
                0.7,
            )
            c.circle(x, ground - h - 6 * s, 7 * s, "#f4d59a")
            c.box(x - w * 1.12, ground - 5 * s, w * 2.24, 10 * s, "#0d3a40", radius=4 * s)
            x += step
    person(
        c,
        470,
        1010,
        330,
        "#e2694f",
        hair="bun",
        wear="coat",
        arms="open",
        side="right",
        skin=SKIN[2],
    )
    return c


def solar_garden():
    c = Canvas(
        1800, 1200, Fade("#7fb3b4", (0.3, "#dcd9c2"), (0.55, "#ffd9a0"), (1.0, "#f6b37c")), seed=111
    )
    c.glow(420, 380, 760, "#fff6d8", 0.95, ry=560)
    c.circle(420, 360, 78, "#fffaea")
    hills(c, 640, 230, Fade("#9fb3ac", "#f0cfa2"), peaks=4, seed=7)
    skyline(
        c,
        690,
        -20,
        1820,
        380,
        "#6f9798",
        "#fff2cf",
        seed=23,
        gap=0.1,
        lit_share=0.12,
        air="#dcc7a0",
    )
    skyline(
        c, 740, 500, 1820, 420, "#3f747b", "#ffe6b0", seed=29, gap=0.6, lit_share=0.2, air="#a5a48f"
    )
    # roof
    c.shape(
        [(0, 740), (1800, 690), (1800, 1200), (0, 1200)],
        Fade("#e9c796", (0.2, "#b99a78"), "#33535a"),
    )
    c.shape([(0, 726), (1800, 676), (1800, 700), (0, 752)], Fade("#fff2d8", "#d9b98a"))
    chance = c.random

    def panel(x, y, w, h, lean):
        quad = [(x, y), (x + w, y - w * 0.03), (x + w - lean, y + h - w * 0.03), (x - lean, y + h)]
        c.line(
            [(x - lean * 0.6 + 20, y + h * 0.6), (x - lean * 0.6 + 20, y + h + 52)], 9, "#17343c"
        )
        c.line(
            [(x + w - lean * 0.6 - 20, y + h * 0.6), (x + w - lean * 0.6 - 20, y + h + 46)],
            9,
            "#17343c",
        )
        c.shape([(px + 3, py + 9) for px, py in quad], "#0b2731")
        c.shape(quad, Fade("#f3c391", (0.18, "#4f8f9c"), (0.55, "#1c5466"), "#0d3446"))
        for k in range(1, 6):
            dx = w * k / 6
            c.line(
                [(x + dx, y - dx * 0.03), (x + dx - lean, y + h - dx * 0.03)], 2.6, "#bfe0da", 0.55
            )
        for k in range(1, 4):
            f = k / 4
            c.line(
                [(x - lean * f, y + h * f), (x + w - lean * f, y + h * f - w * 0.03)],
                2.6,
                "#bfe0da",
                0.55,
            )
        c.beam(
            [
                (x + w * 0.12, y),
                (x + w * 0.34, y),
                (x + w * 0.18 - lean, y + h),
                (x - w * 0.05 - lean, y + h),
            ],
            "#ffffff",
            0.5,
        )
        c.line([*quad, quad[0]], 5, "#f6ead2", 0.9)

    def bed(x0, x1, y, size, seed):
        grow = Random(seed)
        x = x0
        while x < x1:
            kind = grow.random()
            h = size * grow.uniform(0.6, 1.25)
            tone = grow.choice((LEAF, "#2f6f5b", "#78a877", "#1f5a4e"))
            if kind < 0.6:
                for a in (-0.8, -0.4, 0.0, 0.4, 0.8):
                    tip = (
                        x + h * 0.75 * math.sin(a),
                        y - h * math.cos(a) * grow.uniform(0.8, 1.05),
                    )
                    c.shape(
                        spline(
                            [
                                (x, y),
                                ((x + tip[0]) / 2 - 8, (y + tip[1]) / 2),
                                tip,
                                ((x + tip[0]) / 2 + 10, (y + tip[1]) / 2 + 4),
                            ],
                            closed=True,
                            steps=5,
                        ),
                        mix(tone, "#f6d28a", grow.uniform(0, 0.35)),
                    )
            else:
                c.line(spline([(x, y), (x + 4, y - h * 0.6), (x - 2, y - h)]), 5, "#2f6f5b")
                c.circle(x - 2, y - h, size * 0.17, grow.choice((CORAL, AMBER, "#fff1dc", ROSE)))
                c.circle(x - 2, y - h, size * 0.07, "#a0522d")
            x += size * grow.uniform(0.32, 0.55)

    for x in range(120, 1900, 400):
        panel(x, 760 - x * 0.028, 330, 92, 46)
    bed(-20, 1820, 928, 70, 5)
    c.shape([(0, 920), (1800, 880), (1800, 930), (0, 972)], Fade("#b5764a", "#6d4530"))
    person(
        c,
        1180,
        1050,
        300,
        "#e2694f",
        hair="bob",
        skin=SKIN[2],
        side="left",
        arms="open",
        trousers="#173e49",
    )
    person(
        c, 1300, 1058, 318, "#1c4a58", hair="short", skin=SKIN[1], side="left", trousers="#0d2a34"
    )
    for x in (-120, 500):
        panel(x + 130, 930, 480, 150, 90)
    bed(-20, 980, 1200, 120, 9)
    bed(1360, 1840, 1200, 130, 13)
    for _ in range(5):
        x, y = chance.uniform(1000, 1500), chance.uniform(240, 380)
        c.line(
            spline([(x - 20, y - 8), (x - 8, y - 10), (x, y), (x + 8, y - 10), (x + 20, y - 8)]),
            4,
            "#2d5a62",
        )
    return c


def stair_of_light():
    c = Canvas(1800, 1200, Fade("#0d3340", "#17525c"), seed=151)
    # a tall round window over hills at the end of a hall
    with c.inside(oval(1150, 470, 360, 360)):
        c.box(760, 80, 780, 800, Fade("#5d9aa0", (0.45, "#f2c19a"), "#ffdf9e"))
        c.glow(1150, 560, 420, "#fff4d0", 0.95)
        c.circle(1150, 560, 84, "#fff8e2")
        hills(c, 850, 260, Fade("#a5928f", "#f0b893"), peaks=3, seed=5, left=760, right=1560)
        hills(c, 850, 160, Fade("#47727c", "#9a8c86"), peaks=4, seed=12, left=760, right=1560)
        c.box(760, 760, 800, 100, Fade("#e0a184", "#3f747d"))
    c.line(oval(1150, 470, 364, 364), 26, Fade("#f6dcae", "#a9794e"))
    c.line([(1150, 110), (1150, 830)], 10, "#e9cfa0")
    c.line([(790, 470), (1510, 470)], 10, "#e9cfa0")
    c.glow(1150, 470, 800, "#ffdca0", 0.40)
    for x in (90, 390, 1620):
        c.box(x, 0, 88, 1200, Fade("#2a6a70", "#103c47", across=True), 0.75)
        c.box(x - 14, 0, 116, 40, "#0b2a35")
    # steps that rise towards the window
    for i in range(8):
        y, x0, x1 = 1200 - i * 62, 140 + i * 62, 1760 - i * 26
        c.box(x0, y - 62, x1 - x0, 62, Fade("#f0cfa0", (0.16, "#2d6a70"), "#123f49"))
        c.box(x0, y - 66, x1 - x0, 14, Fade("#fff3d6", "#f4c88e"))
    c.beam([(960, 770), (1340, 770), (1500, 1200), (500, 1200)], "#ffe2ac", 0.45)
    person(
        c,
        1120,
        708,
        420,
        "#e2694f",
        hair="bob",
        hair_colour=HAIR[1],
        skin=SKIN[2],
        wear="suit",
        side="right",
        trousers="#7e3a37",
    )
    # those who look up
    for x, ground, h, coat, hair in (
        (330, 1190, 520, "#1c4a58", "short"),
        (520, 1200, 500, "#f0e6d2", "bun"),
        (1560, 1200, 520, "#394b5e", "long"),
    ):
        person(
            c, x, ground, h, coat, hair=hair, skin=SKIN[h % 5], side="right" if x < 900 else "left"
        )
    return c


def building_section():
    c = Canvas(1800, 1200, Fade("#0c2f3c", (0.5, "#36626c"), (0.8, "#e2a082"), "#f6c48c"), seed=161)
    c.glow(260, 900, 700, "#ffd9a0", 0.6, ry=420)
    hills(c, 1010, 360, Fade("#4b6f78", "#d69c80"), peaks=4, seed=4)
    hills(c, 1030, 210, Fade("#24515d", "#6f706f"), peaks=5, seed=13)
    chance = c.random
    for _ in range(60):
        c.circle(
            chance.uniform(0, 1800),
            chance.uniform(0, 360),
            chance.uniform(1, 2.4),
            PAPER,
            chance.uniform(0.2, 0.8),
        )
    c.box(0, 1030, 1800, 170, Fade("#174651", "#071f28"))
    # the house, cut open
    x0, y0, w, h = 430, 190, 1080, 840
    c.glow(970, 1040, 760, "#ffcf8a", 0.5, ry=70)
    c.shape(rounded(x0 - 22, y0 - 22, w + 44, h + 32, 18), Fade("#f6ead2", "#b7a37d"))
    colours = (
        ("#2a7076", "#ffd694"),
        ("#2f6470", "#ffcf8f"),
        ("#3c5866", "#ffe0a8"),
        ("#256a68", "#ffd694"),
    )
    for floor in range(4):
        fy = y0 + floor * 208
        parts = (
            ((0, 0.42), (0.42, 0.70), (0.70, 1.0))
            if floor % 2
            else ((0, 0.30), (0.30, 0.66), (0.66, 1.0))
        )
        for k, (a, b) in enumerate(parts):
            rx, rw = x0 + w * a + 8, w * (b - a) - 16
            wall, light = colours[(floor + k) % 4]
            if (floor * 3 + k) % 4 == 2:
                c.box(rx, fy + 8, rw, 190, Fade("#123f49", "#0d323d"))
            else:
                c.box(
                    rx,
                    fy + 8,
                    rw,
                    190,
                    Fade(mix(light, wall, 0.35), (0.7, mix(wall, light, 0.35)), wall),
                )
                for lx in (rx + rw * 0.3, rx + rw * 0.72):
                    c.box(lx - 26, fy + 14, 52, 8, "#fff8e2", radius=4)
                    c.beam(
                        [
                            (lx - 26, fy + 22),
                            (lx + 26, fy + 22),
                            (lx + 90, fy + 198),
                            (lx - 90, fy + 198),
                        ],
                        "#fff0c4",
                        0.45,
                    )
            kind = (floor * 2 + k) % 5
            ground = fy + 198
            if kind == 0:  # bench with glass
                c.box(rx + rw * 0.1, ground - 62, rw * 0.5, 12, PAPER)
                c.box(rx + rw * 0.12, ground - 50, rw * 0.46, 50, "#123f49")
                for j, tone in enumerate((CORAL, AMBER, FOAM, CORAL)):
                    bx = rx + rw * (0.14 + 0.11 * j)
                    c.shape(
                        [
                            (bx, ground - 62),
                            (bx + 26, ground - 62),
                            (bx + 17, ground - 92),
                            (bx + 17, ground - 106),
                            (bx + 9, ground - 106),
                            (bx + 9, ground - 92),
                        ],
                        tone,
                    )
                person(
                    c,
                    rx + rw * 0.8,
                    ground,
                    132,
                    "#f4ecda",
                    hair="bun",
                    wear="coat",
                    shirt="#2b7479",
                    skin=SKIN[k],
                )
            elif kind == 1:  # tank
                c.shape(
                    rounded(rx + rw * 0.08, ground - 130, rw * 0.5, 122, 14),
                    Fade("#a5e3d2", "#1d7a83"),
                )
                rover(c, rx + rw * 0.3, ground - 62, 34, lamp=False)
                c.box(rx + rw * 0.06, ground - 14, rw * 0.54, 14, "#b98f5b")
                person(
                    c,
                    rx + rw * 0.78,
                    ground,
                    138,
                    "#e2694f",
                    hair="bob",
                    skin=SKIN[2],
                    trousers="#173e49",
                )
            elif kind == 2:  # racks
                for j in range(4):
                    bx = rx + rw * (0.08 + 0.22 * j)
                    c.box(bx, ground - 150, rw * 0.17, 150, "#0b2c36", radius=6)
                    for q in range(7):
                        c.box(bx + 8, ground - 138 + q * 20, rw * 0.17 - 16, 8, "#1b5560")
                        c.circle(
                            bx + 14, ground - 134 + q * 20, 3.4, chance.choice((AMBER, FOAM, CORAL))
                        )
            elif kind == 3:  # a meeting
                c.box(rx + rw * 0.22, ground - 58, rw * 0.56, 12, PAPER)
                c.line([(rx + rw * 0.5, ground - 50), (rx + rw * 0.5, ground)], 12, "#123f49")
                for j, coat in ((0.16, "#1c4a58"), (0.86, AMBER)):
                    person(
                        c,
                        rx + rw * j,
                        ground,
                        136,
                        coat,
                        hair="short",
                        skin=SKIN[k + 1],
                        side="left" if j < 0.5 else "right",
                    )
                c.box(rx + rw * 0.3, fy + 46, rw * 0.4, 72, "#0d3540", radius=6)
                c.line(
                    [(rx + rw * (0.34 + 0.06 * q), fy + 104 - (q * 31 % 40)) for q in range(6)],
                    5,
                    AMBER,
                )
            else:  # plants
                for j in range(4):
                    bx = rx + rw * (0.16 + 0.2 * j)
                    c.shape(
                        [
                            (bx - 20, ground - 40),
                            (bx + 20, ground - 40),
                            (bx + 14, ground),
                            (bx - 14, ground),
                        ],
                        CLAY,
                    )
                    for a in (-0.8, -0.4, 0, 0.4, 0.8):
                        c.shape(
                            spline(
                                [
                                    (bx, ground - 38),
                                    (bx + 34 * math.sin(a) - 6, ground - 70),
                                    (bx + 62 * math.sin(a), ground - 40 - 66 * math.cos(a)),
                                    (bx + 34 * math.sin(a) + 8, ground - 64),
                                ],
                                closed=True,
                                steps=5,
                            ),
                            (LEAF, "#6fa37a")[j % 2],
                        )
        c.box(x0 - 22, fy + 198, w + 44, 14, Fade("#fff6e4", "#c9b48c"))
    # roof garden and mast
    for _ in range(70):
        x = chance.uniform(x0, x0 + w)
        c.circle(
            x,
            y0 - 26 - abs(chance.gauss(0, 14)),
            chance.uniform(8, 22),
            chance.choice((LEAF, "#2f6f5b", "#6fa37a", "#1f5a4e")),
        )
    c.line([(1380, 168), (1380, 60)], 6, "#0b2731")
    c.circle(1380, 56, 9, CORAL)
    c.glow(1380, 56, 60, CORAL, 0.9)
    banyan(c, 230, 930, 190, seed=8)
    banyan(c, 1665, 930, 170, seed=3)
    for x, coat, hair in ((620, AMBER, "short"), (760, "#e9dcc0", "bob"), (1340, CORAL, "long")):
        person(c, x, 1130, 150, coat, hair=hair, skin=SKIN[x % 5])
        c.glow(x, 1130, 60, "#ffcf8a", 0.2, ry=12)
    return c


def park_dawn():
    c = Canvas(1800, 1200, Fade("#1b5a68", (0.3, "#7fa8a4"), (0.5, "#f5c79b"), "#f5c79b"), seed=181)
    c.glow(760, 520, 900, "#fff0c4", 0.8, ry=440)
    c.circle(760, 470, 66, "#fff8e2")
    hills(c, 640, 330, Fade("#7d9b9a", "#eebf98"), peaks=4, seed=24)
    hills(c, 660, 250, Fade("#457a7d", "#b8a48c"), peaks=5, seed=32)
    hills(c, 690, 150, Fade("#23605f", "#4f807a"), peaks=5, seed=41)
    water(
        c,
        680,
        1200,
        Fade("#f0c096", (0.25, "#8fb0a6"), (0.6, "#3a8489"), "#12505c"),
        column=760,
        spread=240,
        seed=3,
        amount=230,
    )
    # the park on its tongue of land
    shore = spline([(420, 900), (640, 820), (980, 790), (1350, 800), (1860, 760)], steps=14)
    c.shape(
        [(360, 930), *shore, (1860, 1240), (1180, 1240)],
        Fade("#6fa37a", (0.3, "#2f6f5b"), "#0d3d40"),
    )
    c.line(spline([(360, 930), (520, 960), (820, 1080), (1180, 1250)]), 16, "#f6dcae")
    c.line(spline([(360, 930), (520, 960), (820, 1080), (1180, 1250)]), 4, "#b98f5b")

    def house(x, y, w, h, tone, floors, bend=0.0):
        c.glow(x + w * 0.6, y + 4, w * 0.9, "#0a3038", 0.6, ry=26)
        roof = spline([(x, y - h), (x + w * 0.5, y - h - bend), (x + w, y - h * 0.94)])
        c.shape([(x, y), *roof, (x + w, y)], Fade(mix(tone, "#ffffff", 0.25), tone))
        with c.inside([(x, y), *roof, (x + w, y)]):
            for k in range(floors):
                fy = y - h + 26 + k * (h - 30) / floors
                c.box(
                    x + 12,
                    fy,
                    w - 24,
                    (h - 30) / floors * 0.52,
                    Fade("#f9d79a", "#3f8a8f", across=True),
                )
                for q in range(int(w // 34)):
                    c.line(
                        [(x + 12 + q * 34, fy), (x + 12 + q * 34, fy + (h - 30) / floors * 0.52)],
                        3,
                        tone,
                    )
            c.box(x + w * 0.72, y - h - bend, w * 0.3, h + bend, "#0a3038", 0.16)
        c.line(roof, 10, "#fffaf0")
        for q in range(int(w // 20)):
            k = Random(q + int(x))
            c.circle(
                x + 14 + q * 20,
                y - h - bend * 0.7 - 4 + abs(q / (w / 20) - 0.5) * bend * 1.6,
                k.uniform(8, 15),
                k.choice((LEAF, "#2f6f5b", "#78a877")),
            )

    house(1460, 830, 300, 330, "#e9d9b8", 7, 40)
    house(1090, 836, 250, 240, "#d8c9a8", 5, 30)
    house(1280, 880, 300, 190, "#f0745a", 4, 60)
    house(800, 880, 340, 150, "#f6ead2", 3, 54)
    # dome of the tank hall
    c.shape(
        oval(1500, 980, 190, 180, start=180, end=360), Fade("#bfeade", (0.5, "#4aa3a4"), "#17606b")
    )
    for k in range(1, 6):
        c.line(
            spline(
                [
                    (1500 + 190 * math.cos(math.pi * k / 6), 980),
                    (1500 + 120 * math.cos(math.pi * k / 6), 880),
                    (1500, 800),
                ]
            ),
            3,
            "#f2fff6",
            0.6,
        )
    c.line(oval(1500, 980, 190, 180, start=180, end=360), 6, "#f2fff6", 0.8)
    c.box(1290, 976, 420, 16, "#f6ead2", radius=6)
    grow = c.random
    for _ in range(90):
        x = grow.uniform(620, 1820)
        y = grow.uniform(905, 1170)
        if y > 930 + (x - 420) * 0.34 or (1280 < x < 1720 and y < 1000):
            continue
        r = grow.uniform(16, 40)
        c.circle(x, y, r, grow.choice((LEAF, "#2f6f5b", "#1f5a4e", "#5c966f")))
        c.circle(x - r * 0.25, y - r * 0.3, r * 0.5, "#8fbb86", 0.55)
    # pier and ferry
    c.shape([(500, 930), (560, 948), (300, 1030), (240, 1012)], Fade("#f6dcae", "#a9794e"))
    for x, y in ((300, 1030), (380, 1004), (460, 978)):
        c.line([(x, y), (x, y + 40)], 9, "#5d3f24")
    ferry(c, 190, 990, 120)
    ferry(c, 420, 770, 40)
    return c
