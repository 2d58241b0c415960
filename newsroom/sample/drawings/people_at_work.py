"""People at work: a signing, speakers, a bench, a stage, a market."""

import math

from .canvas import Canvas, Fade, mix, oval, rounded, spline
from .people import HAIR, SKIN, person, seated
from .scenery import (
    AMBER,
    CLAY,
    CORAL,
    FOAM,
    GOLD,
    INK,
    LEAF,
    NIGHT,
    PAPER,
    PLUM,
    ROSE,
    SEA,
    TEAL,
    dusk_harbour,
    ferry,
    hills,
    rover,
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
