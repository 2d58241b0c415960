"""The pictures of the sample newsroom, drawn in code: ``draw(name)`` gives their bytes.

One art direction: Hong Kong at dusk. Ink and deep teal carry the weight, coral and amber are the
light, pale mist is the air between. People have no faces, so they are nobody.
"""

import math
from itertools import pairwise
from random import Random

from PIL import Image

from newsroom.sample.canvas import Canvas, Fade, box, mix, oval, rounded, spline
from newsroom.sample.logos import LOGOS, mark
from newsroom.sample.people import HAIR, SKIN, person, seated
from newsroom.sample.scenery import (
    AMBER,
    CLAY,
    CORAL,
    FOAM,
    GOLD,
    INK,
    LEAF,
    MIST,
    NIGHT,
    PAPER,
    PLUM,
    ROSE,
    SEA,
    TEAL,
    banyan,
    dusk_harbour,
    ferry,
    hills,
    rover,
    skyline,
    water,
)


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
        c.beam(
            [
                (x - 20 + (x - 900) * 0.04, 806),
                (x + 300 + (x - 900) * 0.04, 806),
                (x + 420 + (x - 740) * 0.5, 1200),
                (x - 140 + (x - 740) * 0.5, 1200),
            ],
            "#f9b77e",
            0.34,
        )
    # witnesses
    person(
        c,
        500,
        1010,
        640,
        "#2d6a70",
        hair="bob",
        hair_colour=HAIR[1],
        skin=SKIN[2],
        wear="coat",
        side="right",
        shirt="#f4e4d2",
    )
    person(
        c, 1300, 1010, 665, "#394b5e", hair="short", skin=SKIN[1], accent=CORAL, hair_colour=HAIR[3]
    )
    person(
        c,
        900,
        1000,
        690,
        "#1d3b4c",
        hair="short",
        hair_colour="#6d6a69",
        skin=SKIN[0],
        accent=AMBER,
        side="right",
    )
    # the table
    seated(
        c,
        640,
        830,
        560,
        "#16333f",
        hair="short",
        skin=SKIN[4],
        accent="#e0a13f",
        side="right",
        hand=1,
    )
    seated(c, 1160, 830, 548, "#e2694f", hair="long", hair_colour=HAIR[2], skin=SKIN[2], hand=-1)
    c.glow(900, 1118, 900, "#04141b", 0.6, ry=90, softness=1.3)
    c.shape([(300, 826), (1500, 826), (1560, 900), (240, 900)], Fade("#f9ecd3", "#d9c6a6"))
    c.shape(
        [(240, 900), (1560, 900), (1540, 1122), (260, 1122)],
        Fade("#1d6068", (0.1, "#14505a"), "#0a2f3a"),
    )
    c.shape([(240, 900), (1560, 900), (1559, 912), (241, 912)], "#fff3dc", 0.75)
    for x in range(300, 1540, 62):
        c.shape([(x, 912), (x + 22, 912), (x + 18, 1122), (x + 4, 1122)], "#08303a", 0.28)
    # the park's mark on the cloth
    for i, tone in enumerate((AMBER, CORAL, FOAM)):
        c.line(
            spline(
                [
                    (812 + i * 0, 1040 + i * 18),
                    (856, 1010 + i * 18),
                    (900, 1034 + i * 18),
                    (944, 1010 + i * 18),
                    (988, 1036 + i * 18),
                ]
            ),
            9,
            tone,
        )
    c.circle(944, 972, 20, GOLD)
    # papers, hands again above them, flowers
    for x in (640, 1160):
        c.shape([(x - 108, 846), (x + 92, 846), (x + 106, 892), (x - 112, 892)], "#c9b48f", 0.6)
        c.shape([(x - 104, 842), (x + 88, 842), (x + 102, 887), (x - 108, 887)], "#0f4a55")
        c.shape([(x - 92, 845), (x - 8, 845), (x - 10, 883), (x - 96, 883)], "#fffaf0")
        c.shape([(x + 2, 845), (x + 78, 845), (x + 90, 883), (x, 883)], "#fffaf0")
        for row in range(4):
            y = 852 + row * 7
            c.line([(x - 82, y), (x - 22, y)], 1.6, "#9fb0b0")
            c.line([(x + 12, y), (x + 66, y)], 1.6, "#9fb0b0")
    for x, hand, coat, skin, shirt in (
        (640, 1, "#16333f", SKIN[4], PAPER),
        (1160, -1, "#e2694f", SKIN[2], PAPER),
    ):
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
        c.circle(
            x, y, flowers.uniform(9, 19), flowers.choice((LEAF, "#2f6b58", "#83b08c", "#1f5548"))
        )
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
            c.shape(
                rounded(x, y - h, w, h, 10),
                Fade(mix(tone, "#ffffff", 0.22), (0.5, tone), mix(tone, INK, 0.35), across=True),
            )
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
        body = (
            spline([(x - 0.16 * s, base - 1.5 * s), (x - 0.16 * s, base - 0.98 * s)])
            + spline(
                [
                    (x - 0.16 * s, base - 0.98 * s),
                    (x - 0.4 * s, base - 0.6 * s),
                    (x - 0.72 * s, base - 0.12 * s),
                    (x - 0.62 * s, base),
                ]
            )
            + spline(
                [
                    (x + 0.62 * s, base),
                    (x + 0.72 * s, base - 0.12 * s),
                    (x + 0.4 * s, base - 0.6 * s),
                    (x + 0.16 * s, base - 0.98 * s),
                ]
            )
            + [(x + 0.16 * s, base - 1.5 * s)]
        )
        vessel(body, x, base, s * 0.72, s * 1.5, liquid, level)
        c.box(x - 0.21 * s, base - 1.54 * s, 0.42 * s, 0.08 * s, "#f4fbf6", 0.9, radius=4)

    def vessel(body, x, base, half, height, liquid, level):
        c.glow(x + half * 0.5, 894, half * 2.0, "#3a2a20", 0.30, ry=half * 0.2, softness=1.2)
        c.glow(x - half * 0.9, 898, half * 1.5, liquid, 0.65, ry=half * 0.16, softness=1.2)
        c.shape(body, "#f4fffb", 0.40)
        with c.inside(body):
            top = base - height * level
            c.box(
                x - half * 1.2,
                top,
                half * 2.4,
                base - top,
                Fade(mix(liquid, "#ffffff", 0.30), mix(liquid, INK, 0.12)),
                0.92,
            )
            c.shape(oval(x, top, half * 1.1, half * 0.10), mix(liquid, "#ffffff", 0.5))
            c.box(x - half * 1.2, base - height * 1.1, half * 0.42, height * 1.2, "#ffffff", 0.16)
            for k in range(7):
                c.circle(
                    x + half * (0.5 - 0.17 * k),
                    base - height * level * (0.2 + 0.1 * (k * 3 % 7)),
                    half * (0.05 + 0.02 * (k % 3)),
                    "#ffffff",
                    0.55,
                )
        c.line([*body, body[0]], 4, "#ffffff", 0.75)
        c.line(
            [(x - half * 0.52, base - height * 0.12), (x - half * 0.28, base - height * 0.5)],
            7,
            "#ffffff",
            0.8,
        )

    flask(360, 886, 180, CORAL, 0.42)
    flask(640, 888, 128, AMBER, 0.5)
    # round flask on a stand with a condenser
    c.box(820, 872, 250, 16, "#0d3842", radius=6)
    c.line([(1050, 874), (1050, 330)], 12, "#1b4d57")
    c.line([(1050, 560), (940, 560)], 9, "#1b4d57")
    tube = spline(
        [(925, 600), (925, 455), (960, 392), (1060, 400), (1190, 520), (1290, 660)], steps=14
    )
    c.line(tube, 34, "#f7fffc", 0.55)
    c.line(tube, 12, "#f5a98f", 0.9)
    vessel(oval(925, 700, 118, 112), 925, 812, 118, 224, "#2d8f8f", 0.52)
    c.box(908, 560, 34, 44, "#f7fffc", 0.6)
    c.shape(
        spline([(880, 872), (895, 838), (925, 812), (955, 838), (970, 872)]),
        Fade("#ffd27a", "#f0745a"),
        0.9,
    )
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
            c.box(
                x, 770 - 22 * (i % 3), 34, 120 + 22 * (i % 3), Fade(mix(tone, "#ffffff", 0.3), tone)
            )
        c.line([(x + 8, 720), (x + 8, 850)], 4, "#ffffff", 0.7)
        c.box(x - 4, 694, 42, 10, "#ffffff", 0.85, radius=5)
    c.box(1460, 806, 290, 8, "#2f7f83", 0.7)
    # seedlings in a dish: what it is all about
    for i in range(3):
        x = 140 + i * 46
        c.shape(spline([(x, 880), (x - 4, 842), (x, 815)]), LEAF)
        c.line(spline([(x, 882), (x - 3, 850), (x, 812)]), 6, "#3c7d5d")
        c.shape(
            spline([(x, 815), (x + 34, 788), (x + 40, 806), (x + 12, 826)], closed=True), "#6aa77c"
        )
        c.shape(
            spline([(x, 820), (x - 30, 798), (x - 38, 816), (x - 10, 832)], closed=True), "#4f8f6d"
        )
    c.box(100, 872, 180, 20, "#ffffff", 0.75, radius=9)
    c.beam([(980, 0), (1800, 0), (1100, 1200), (100, 1200)], "#ffe6b5", 0.20)
    return c


def speaker_stage():
    c = Canvas(1200, 1500, Fade("#0c3340", (0.6, "#17525c"), "#0a2731"), seed=51)
    # a large sun behind the speaker, hills in front of it
    c.glow(600, 600, 760, "#f6a06e", 0.45)
    c.circle(600, 600, 430, Fade("#ffd88f", (0.5, "#f6a06e"), "#e3634c"))
    with c.inside(oval(600, 600, 430, 430)):
        hills(c, 1060, 420, Fade("#c2705f", "#9a5a56"), peaks=3, seed=2, left=150, right=1050)
        hills(c, 1060, 280, Fade("#7a4a54", "#4f3d4c"), peaks=4, seed=8, left=150, right=1050)
    for i in range(5):
        c.line(oval(600, 600, 480 + i * 46, 480 + i * 46), 2.5, "#f6c88a", 0.30 - i * 0.05)
    person(
        c,
        600,
        2030,
        1560,
        "#1c4a58",
        hair="short",
        hair_colour="#6f6c6a",
        skin=SKIN[0],
        accent=AMBER,
        arms="open",
    )
    # lectern
    c.glow(600, 1500, 800, "#04141b", 0.7, ry=240)
    c.shape([(360, 1180), (840, 1180), (806, 1500), (394, 1500)], Fade("#f6ead2", "#cbb590"))
    c.shape([(330, 1140), (870, 1140), (846, 1192), (354, 1192)], Fade("#fffaf0", "#e3d2af"))
    for i, tone in enumerate((AMBER, CORAL, SEA)):
        y = 1350 + i * 24
        c.line(
            spline([(510, y + 6), (555, y - 26), (600, y), (645, y - 26), (690, y + 4)]), 12, tone
        )
    c.circle(648, 1276, 25, AMBER)
    c.line(spline([(470, 1140), (468, 1060), (520, 1010)]), 8, "#0a222d")
    c.line([(520, 1012), (546, 998)], 24, "#0a222d")
    c.line([(724, 1140), (728, 1070), (690, 1018)], 8, "#0a222d")
    c.line([(692, 1020), (668, 1004)], 24, "#0a222d")
    # the first rows
    for i, x in enumerate(range(-20, 1300, 165)):
        y = 1440 + 34 * (i % 2)
        tone = mix("#06202a", "#164450", 0.3 * (i % 3))
        c.shape(
            spline(
                [(x - 110, 1540), (x - 92, y + 26), (x, y - 8), (x + 92, y + 26), (x + 110, 1540)]
            ),
            tone,
        )
        c.circle(x, y - 44, 48, tone)
        c.line(oval(x, y - 44, 47, 47, start=215, end=325), 4, "#f6b07e", 0.55)
    return c


def speaker_quay():
    c = Canvas(1200, 1200, NIGHT, seed=52)
    dusk_harbour(c, 640, sun=300, seed=14, bottom=1200)
    ferry(c, 900, 730, 62)
    c.soften(4)
    c.glow(300, 560, 700, "#ffe0a6", 0.4)
    c.box(0, 1010, 1200, 190, Fade("#29515b", "#0a2731"))
    c.box(0, 1004, 1200, 8, "#f6c88a", 0.8)
    for x in range(-30, 1200, 150):
        c.line([(x, 1010), (x, 900)], 12, "#0b2731")
    c.line([(0, 900), (1200, 900)], 14, "#0b2731")
    c.line([(0, 896), (1200, 896)], 3, "#f6c88a", 0.8)
    person(
        c, 640, 1740, 1400, "#e2694f", hair="long", hair_colour=HAIR[2], skin=SKIN[2], arms="folded"
    )
    return c


def speaker_lab():
    c = Canvas(1800, 1200, Fade("#1a5a63", "#0b2f3a"), seed=53)
    # tanks of light behind the speaker
    for i, x in enumerate((60, 420, 1100, 1460)):
        tank = rounded(x, 150, 290, 760, 60)
        c.glow(x + 145, 530, 420, "#6fd0c4", 0.35)
        c.shape(tank, Fade("#a5e3d2", (0.4, "#3fa3a2"), "#124d5a"))
        with c.inside(tank):
            for k in range(5):
                sx = x + 45 + k * 52
                top = 360 + ((k * 137 + i * 71) % 210)
                stem = spline(
                    [
                        (sx, 910),
                        (sx + 16 * math.sin(k + i), 700),
                        (sx - 14 * math.sin(k * 2 + i), top),
                    ]
                )
                c.line(stem, (12, 5), "#0f5a58")
                for j in range(4, len(stem) - 1, 3):
                    side = 1 if j % 2 else -1
                    px, py = stem[j]
                    c.shape(
                        spline(
                            [
                                (px, py),
                                (px + side * 24, py - 22),
                                (px + side * 44, py - 30),
                                (px + side * 22, py - 4),
                            ],
                            closed=True,
                            steps=5,
                        ),
                        "#1f7a6c",
                    )
            for k in range(16):
                c.circle(
                    x + 20 + (k * 83) % 250,
                    220 + (k * 197 + i * 60) % 640,
                    3 + k % 5,
                    "#f2fff6",
                    0.5,
                )
            c.box(x, 140, 60, 780, "#ffffff", 0.14)
        c.box(x - 14, 884, 318, 50, Fade("#f2d7a4", "#b98f5b"), radius=12)
        c.box(x - 14, 128, 318, 44, Fade("#f2d7a4", "#b98f5b"), radius=12)
    c.soften(3)
    c.box(0, 1010, 1800, 190, Fade("#0e3a45", "#061d26"))
    person(
        c,
        900,
        1840,
        1560,
        "#f0e6d2",
        hair="bob",
        hair_colour=HAIR[1],
        skin=SKIN[4],
        shirt="#2b7479",
        wear="coat",
        arms="folded",
    )
    c.box(0, 1108, 1800, 100, Fade("#f7ecd6", (0.2, "#d6c29c"), "#8d7a5c"))
    rover(c, 1490, 1010, 150, lamp=False)
    for i in range(3):
        x = 190 + i * 96
        c.shape(rounded(x, 960 - 20 * i, 58, 150 + 20 * i, 22), "#f4fffb", 0.45)
        c.shape(rounded(x + 5, 1030 - 26 * i, 48, 76 + 26 * i, 18), (CORAL, AMBER, FOAM)[i], 0.9)
        c.box(x - 6, 952 - 20 * i, 70, 16, "#f4fffb", 0.85, radius=6)
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


def market_arm():
    c = Canvas(1800, 1200, Fade("#123c46", (0.5, "#1b5159"), "#0a2731"), seed=91)
    chance = c.random
    # the lane behind, out of focus
    for x in range(-40, 1840, 230):
        tone = chance.choice(("#1f5a60", "#245058", "#2f4b55", "#3f4a50"))
        c.box(x, 180, 214, 560, Fade(mix(tone, "#f6a06e", 0.18), tone))
        for y in range(220, 640, 96):
            c.box(x + 24, y, 74, 54, "#ffcf85" if chance.random() < 0.45 else "#123640", 0.8)
            c.box(x + 116, y, 74, 54, "#ffcf85" if chance.random() < 0.35 else "#123640", 0.8)
    for _ in range(26):
        c.glow(
            chance.uniform(0, 1800),
            chance.uniform(280, 720),
            chance.uniform(30, 80),
            chance.choice((AMBER, CORAL, GOLD)),
            0.6,
        )
    c.soften(9)
    # awning
    for i in range(13):
        x = i * 150 - 75
        tone = CORAL if i % 2 else PAPER
        c.shape(
            [(x, -10), (x + 150, -10), (x + 162, 150), (x - 12, 150)],
            Fade(mix(tone, INK, 0.35), tone),
        )
        c.shape(oval(x + 75, 150, 87, 42, start=0, end=180), tone)
        c.shape(oval(x + 75, 150, 87, 42, start=0, end=180), INK, 0.10)
    # red lamps over the stall
    for x in (250, 640, 1130, 1540):
        c.line([(x, 140), (x, 300)], 5, "#0a1a20")
        c.beam([(x - 80, 366), (x + 80, 366), (x + 360, 1000), (x - 360, 1000)], "#ffc981", 0.34)
        c.shape(
            spline([(x - 26, 300), (x - 92, 372), (x + 92, 372), (x + 26, 300)]),
            Fade("#ff8a66", "#c83f33"),
        )
        c.shape(oval(x, 372, 90, 18), "#fff2cc")
        c.glow(x, 392, 210, "#ffd68a", 0.75)
    # people at the stall
    person(
        c, 300, 1090, 640, "#2d6a70", hair="bun", hair_colour="#77726e", skin=SKIN[0], wear="coat"
    )
    person(
        c,
        1500,
        1090,
        660,
        "#f0e6d2",
        hair="short",
        skin=SKIN[1],
        shirt="#2b7479",
        side="left",
        arms="folded",
    )
    # robot arm
    c.shape(rounded(820, 790, 200, 120, 30), Fade("#e9dcc0", "#9b8c6d"))
    c.line([(920, 800), (850, 560), (1070, 420), (1190, 560)], 66, "#0d3540")
    c.line([(920, 800), (850, 560)], 54, Fade("#fff6e4", "#d2bf99", across=True))
    c.line([(850, 560), (1070, 420)], 48, Fade("#fff6e4", "#d2bf99"))
    c.line([(1070, 420), (1186, 556)], 38, Fade("#fff6e4", "#d2bf99"))
    for x, y, r in ((920, 800, 54), (850, 560, 48), (1070, 420, 42), (1190, 562, 30)):
        c.circle(x, y, r, Fade("#f58f70", "#b8452f"))
        c.circle(x, y, r * 0.5, "#0d3540")
        c.circle(x, y, r * 0.22, GOLD)
    c.line([(1190, 576), (1150, 630), (1164, 676)], 15, "#0d3540")
    c.line([(1190, 576), (1232, 628), (1218, 676)], 15, "#0d3540")
    # a pomelo in the grip
    c.circle(1191, 690, 46, Fade("#ffdf86", "#d99a3a"))
    c.shape(spline([(1190, 648), (1216, 622), (1240, 630), (1214, 650)], closed=True), LEAF)
    # the counter with its crates
    c.box(0, 900, 1800, 300, Fade("#2a6b70", "#08252f"))
    c.box(0, 890, 1800, 22, Fade("#f6dcae", "#b98f5b"))
    crates = ((30, AMBER), (380, LEAF), (735, CORAL), (1090, "#86b98a"), (1445, ROSE))
    for x, tone in crates:
        for row in range(3):
            for i in range(7 - row % 2):
                fx, fy, r = (
                    x + 44 + i * 42 + 20 * (row % 2) + chance.uniform(-4, 4),
                    966 - 38 * row * 0.9,
                    29,
                )
                if tone in (LEAF, "#86b98a"):
                    for a in (-0.7, 0, 0.7):
                        c.shape(
                            spline(
                                [
                                    (fx, fy + 20),
                                    (fx + 30 * math.sin(a) - 12, fy - 16),
                                    (fx + 46 * math.sin(a), fy - 40),
                                    (fx + 30 * math.sin(a) + 14, fy - 10),
                                ],
                                closed=True,
                                steps=5,
                            ),
                            mix(tone, "#163f3c", chance.uniform(0.0, 0.5)),
                        )
                else:
                    c.circle(
                        fx, fy, r, Fade(mix(tone, "#ffffff", 0.32), mix(tone, "#5a2f2a", 0.28))
                    )
        c.shape(
            [(x, 960), (x + 330, 960), (x + 316, 1110), (x + 14, 1110)], Fade("#d9b27a", "#8c6238")
        )
        for y in (986, 1030, 1074):
            c.line([(x + 8, y), (x + 322, y)], 5, "#5d3f24", 0.7)
        c.box(x + 118, 1000, 92, 58, "#fff8e8", 0.95, radius=6)
        c.line([(x + 136, 1022), (x + 192, 1022)], 5, "#8aa09c")
        c.line([(x + 136, 1040), (x + 174, 1040)], 5, CORAL)
    c.box(0, 1110, 1800, 100, "#061a22", 0.75)
    return c


def competition_stage():
    c = Canvas(1800, 1200, Fade("#07202b", (0.5, "#123f4d"), "#0a2a36"), seed=101)
    chance = c.random
    c.glow(900, 640, 1000, "#f0745a", 0.35, ry=460)
    # beams
    for i, x in enumerate(range(120, 1800, 195)):
        lean = (900 - x) * 0.55 + 70 * math.sin(i * 2.1)
        tone = (AMBER, "#7fd0c4", CORAL)[i % 3]
        c.beam([(x - 8, 60), (x + 8, 60), (x + lean + 150, 900), (x + lean - 150, 900)], tone, 0.38)
    c.box(0, 30, 1800, 26, "#051820")
    c.box(0, 70, 1800, 10, "#051820")
    for x in range(0, 1800, 45):
        c.line([(x, 40), (x + 22, 74), (x + 45, 40)], 4, "#051820")
    for i, x in enumerate(range(120, 1800, 195)):
        c.circle(x, 66, 20, "#fff2cc")
        c.glow(x, 66, 90, (AMBER, "#7fd0c4", CORAL)[i % 3], 0.9)
    # the screen: waves and a medal-like sun
    c.shape(rounded(520, 190, 760, 380, 16), "#041219")
    with c.inside(rounded(532, 202, 736, 356, 10)):
        c.box(520, 190, 760, 400, Fade("#f6a06e", (0.5, "#f0745a"), "#7a3c4d"))
        c.circle(900, 360, 96, "#ffe9b8")
        for k in range(6):
            y = 400 + k * 30
            c.shape(
                [
                    (520, 600),
                    *spline([(520 + j * 95, y + (16 if (j + k) % 2 else -16)) for j in range(9)]),
                    (1290, 600),
                ],
                mix("#e3634c", "#0e3c4a", k / 5),
            )
    c.glow(900, 380, 620, "#ffb884", 0.30)
    # stage, with the tank
    c.shape([(140, 760), (1660, 760), (1800, 860), (0, 860)], Fade("#1d5a66", "#113f4b"))
    c.box(0, 860, 1800, 60, Fade("#f4b04f", "#8c4a32"))
    c.shape(rounded(470, 610, 860, 200, 26), Fade("#9fe3d6", (0.15, "#3aa0a3"), "#0f5563"))
    for _ in range(36):
        x, y, w = chance.uniform(490, 1260), chance.uniform(625, 670), chance.uniform(20, 70)
        c.line([(x, y), (min(x + w, 1310), y)], 3, "#eafff4", 0.5)
    rover(c, 720, 700, 66)
    rover(c, 1010, 730, 48)
    for x in (600, 900, 1210):
        c.line(oval(x, 740, 28, 40), 8, CORAL if x != 900 else AMBER)
    c.line([*rounded(470, 610, 860, 200, 26), (1304, 610)], 6, "#e8fff6", 0.55)
    # teams on the stage
    for x, coat, hair, arms in (
        (240, CORAL, "bun", "raised"),
        (330, AMBER, "short", "raised"),
        (420, "#e9dcc0", "bob", "down"),
        (1400, "#4fa39c", "short", "raised"),
        (1490, "#e9dcc0", "long", "raised"),
        (1585, CORAL, "short", "down"),
    ):
        person(c, x, 812, 240, coat, hair=hair, arms=arms, skin=SKIN[x % 5], trousers="#0e3440")
    # confetti
    for _ in range(150):
        x, y = chance.uniform(60, 1740), chance.uniform(90, 760)
        a, k = chance.uniform(0, 3.1), chance.uniform(5, 10)
        c.line(
            [(x, y), (x + k * math.cos(a), y + k * math.sin(a))],
            chance.uniform(3, 6),
            chance.choice((CORAL, AMBER, PAPER, "#7fd0c4", ROSE)),
            0.9,
        )
    # the audience
    for row in range(3):
        y = 985 + row * 95
        for i in range(20 - row * 3):
            x = -30 + i * (98 + row * 20) + chance.uniform(-14, 14) + 40 * (row % 2)
            r = 34 + row * 8
            tone = mix("#0f3743", "#051820", row / 2)
            c.shape(
                spline(
                    [
                        (x - r * 1.9, y + r * 3.6),
                        (x - r * 1.5, y + r * 1.3),
                        (x, y + r * 0.8),
                        (x + r * 1.5, y + r * 1.3),
                        (x + r * 1.9, y + r * 3.6),
                    ]
                ),
                tone,
            )
            if chance.random() < 0.22:
                side = chance.choice((-1, 1))
                c.line(
                    [(x + side * r * 1.3, y + r * 1.6), (x + side * r * 1.7, y - r * 1.4)],
                    r * 0.62,
                    tone,
                )
                c.circle(x + side * r * 1.7, y - r * 1.6, r * 0.36, tone)
            c.circle(x, y, r, tone)
            c.line(
                oval(x, y, r * 0.97, r * 0.97, start=205, end=335),
                3.2,
                "#f6a878",
                0.65 - 0.18 * row,
            )
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


FIGURES = {
    "building-section": building_section,
    "clinic-eye": clinic_eye,
    "clinic-islands": clinic_islands,
    "competition-stage": competition_stage,
    "data-city": data_city,
    "harbour-dusk": harbour_dusk,
    "kelp-robot": kelp_robot,
    "lab-bench": lab_bench,
    "market-arm": market_arm,
    "night-buoys": night_buoys,
    "park-dawn": park_dawn,
    "pool-lanes": pool_lanes,
    "quay-launch": quay_launch,
    "seabed-map": seabed_map,
    "seed-terrace": seed_terrace,
    "signing-table": signing_table,
    "solar-garden": solar_garden,
    "speaker-lab": speaker_lab,
    "speaker-quay": speaker_quay,
    "speaker-stage": speaker_stage,
    "stair-of-light": stair_of_light,
}

NAMES = (*FIGURES, *LOGOS)


def draw(name):
    """Return the bytes of a figure (JPEG) or of a logo (PNG) by its name."""
    if name in LOGOS:
        return mark(LOGOS[name])
    return FIGURES[name]().jpeg()
