"""Abstract people for the drawings: no faces, only coats, hair and posture."""

from .canvas import Fade, mix, oval, spline

SKIN = ("#e9b48f", "#d99a74", "#f0c3a0", "#c9865f", "#e2a882")
HAIR = ("#1a1c22", "#2b2226", "#3a2a26", "#55504f", "#151a20")


def lit(colour, warm=0.20, dark=0.36, *, side="left"):
    """A coat in light that comes from one side."""
    bright, deep = mix(colour, "#ffd9a0", warm), mix(colour, "#081c26", dark)
    stops = ((0.0, bright), (0.42, colour), (1.0, deep))
    if side == "right":
        stops = ((0.0, deep), (0.58, colour), (1.0, bright))
    return Fade(*stops, across=True)


def head(c, x, y, size, hair="short", hair_colour=HAIR[0], skin=SKIN[0], *, side="left"):
    """Draw a head around (x, y); ``size`` is half its height."""
    rx = size * 0.80
    turn = -1 if side == "left" else 1
    if hair == "bob":
        c.shape(
            spline(
                [
                    (x - rx * 1.2, y + size * 0.75),
                    (x - rx * 1.32, y - size * 0.1),
                    (x - rx * 0.8, y - size * 1.1),
                    (x, y - size * 1.3),
                    (x + rx * 0.8, y - size * 1.1),
                    (x + rx * 1.32, y - size * 0.1),
                    (x + rx * 1.2, y + size * 0.75),
                    (x, y + size * 0.9),
                ],
                closed=True,
            ),
            hair_colour,
        )
    elif hair == "long":
        c.shape(
            spline(
                [
                    (x - rx * 1.38, y + size * 1.6),
                    (x - rx * 1.32, y - size * 0.2),
                    (x - rx * 0.8, y - size * 1.1),
                    (x, y - size * 1.28),
                    (x + rx * 0.8, y - size * 1.1),
                    (x + rx * 1.32, y - size * 0.2),
                    (x + rx * 1.38, y + size * 1.6),
                    (x + rx * 0.95, y + size * 1.84),
                    (x + rx * 0.62, y + size * 1.3),
                    (x, y + size * 0.95),
                    (x - rx * 0.62, y + size * 1.3),
                    (x - rx * 0.95, y + size * 1.84),
                ],
                closed=True,
            ),
            hair_colour,
        )
    elif hair == "bun":
        c.circle(x - turn * rx * 0.25, y - size * 1.28, size * 0.42, hair_colour)
    # neck, in the shade of the chin
    c.shape(
        [
            (x - size * 0.36, y + size * 0.5),
            (x + size * 0.36, y + size * 0.5),
            (x + size * 0.40, y + size * 1.1),
            (x, y + size * 1.6),
            (x - size * 0.40, y + size * 1.1),
        ],
        mix(skin, "#5a2f2a", 0.30),
    )
    if hair == "bald":
        c.shape(oval(x, y - size * 0.04, rx, size * 1.04), lit(skin, 0.18, 0.22, side=side))
        c.shape(
            oval(x, y - size * 0.04, rx * 1.04, size * 1.0, start=-38, end=38),
            mix(hair_colour, skin, 0.45),
        )
        return
    # the cap of hair, then the face that leaves a parting
    c.shape(oval(x, y - size * 0.12, rx * 1.1, size * 1.1, start=180, end=360), hair_colour)
    c.shape(
        [
            (x - rx * 1.1, y - size * 0.14),
            (x + rx * 1.1, y - size * 0.14),
            (x + rx * 0.98, y + size * 0.22),
            (x - rx * 0.98, y + size * 0.22),
        ],
        hair_colour,
    )
    face = spline(
        [
            (x + turn * rx * 0.05, y - size * 0.52),
            (x - turn * rx * 0.92, y - size * 0.18),
            (x - turn * rx * 0.9, y + size * 0.45),
            (x - turn * rx * 0.1, y + size),
            (x + turn * rx * 0.62, y + size * 0.72),
            (x + turn * rx * 0.93, y + size * 0.1),
            (x + turn * rx * 0.66, y - size * 0.5),
        ],
        closed=True,
    )
    c.shape(face, lit(skin, 0.16, 0.22, side=side))


def person(
    c,
    x,
    ground,
    height,
    coat,
    *,
    hair="short",
    hair_colour=HAIR[0],
    skin=SKIN[0],
    shirt="#f2ece0",
    accent=None,
    wear="suit",
    side="left",
    trousers=None,
    arms="down",
):
    """Draw a standing person with the feet at ``ground``.

    ``wear`` is suit, coat (to the knee) or dress; ``arms`` is down, folded, open or raised.
    """
    h = height

    def at(px, py):
        return (x + px * h, ground - py * h)

    trousers = trousers or mix(coat, "#07161e", 0.5)
    cloth, leg = lit(coat, side=side), lit(trousers, 0.08, 0.4, side=side)
    c.glow(x, ground + h * 0.005, h * 0.2, "#04141b", 0.55, ry=h * 0.025, softness=1.2)
    # legs
    if wear == "dress":
        for s in (-1, 1):
            c.line([at(s * 0.035, 0.3), at(s * 0.03, 0.02)], h * 0.034, mix(skin, "#5a2f2a", 0.25))
            c.shape(
                [at(s * 0.012, 0.03), at(s * 0.055, 0.03), at(s * 0.062, 0.0), at(s * 0.01, 0.0)],
                "#10181d",
            )
    else:
        for s in (-1, 1):
            c.shape(
                [at(s * 0.006, 0.5), at(s * 0.094, 0.5), at(s * 0.07, 0.015), at(s * 0.018, 0.015)],
                leg,
            )
            c.shape(
                spline(
                    [
                        at(s * 0.012, 0.022),
                        at(s * 0.074, 0.022),
                        at(s * 0.085, 0.0),
                        at(s * 0.012, 0.0),
                    ],
                    closed=True,
                    steps=4,
                ),
                "#0b1419",
            )

    def arm(s, points, width=0.054):
        c.line(
            spline([at(s * px, py) for px, py in points]),
            (h * width, h * width * 0.8),
            mix(coat, "#ffd9a0", 0.10)
            if (s < 0) == (side == "left")
            else mix(coat, "#081c26", 0.34),
        )
        hx, hy = points[-1]
        c.circle(
            *at(s * hx, hy - 0.012),
            h * 0.022,
            skin if (s < 0) == (side == "left") else mix(skin, "#5a2f2a", 0.2),
        )

    if arms in ("down", "open"):
        for s in (-1, 1):
            arm(
                s,
                [(0.112, 0.79), (0.136, 0.64), (0.124, 0.49)]
                if arms == "down" or s > 0 and arms == "open"
                else [(0.112, 0.79), (0.165, 0.66), (0.245, 0.70)],
            )
    elif arms == "raised":
        for s in (-1, 1):
            arm(s, [(0.11, 0.80), (0.17, 0.92), (0.13, 1.06)])
    hem = {"suit": 0.455, "coat": 0.27, "dress": 0.24}[wear]
    flare = {"suit": 0.105, "coat": 0.125, "dress": 0.135}[wear]
    # coat
    outline = (
        spline([at(0, 0.855), at(0.055, 0.845), at(0.118, 0.808), at(0.126, 0.75), at(0.104, 0.62)])
        + spline([at(0.104, 0.62), at(flare * 0.97, hem + 0.06), at(flare, hem)])
        + spline([at(-flare, hem), at(-flare * 0.97, hem + 0.06), at(-0.104, 0.62)])
        + spline(
            [at(-0.104, 0.62), at(-0.126, 0.75), at(-0.118, 0.808), at(-0.055, 0.845), at(0, 0.855)]
        )
    )
    c.shape(outline, cloth)
    # shirt, lapels, the line down the front
    if wear == "dress":
        c.shape([at(-0.04, 0.852), at(0.04, 0.852), at(0.0, 0.80)], mix(skin, "#5a2f2a", 0.12))
        c.line(
            spline([at(-0.098, 0.605), at(0, 0.592), at(0.098, 0.605)]),
            h * 0.012,
            mix(coat, "#081c26", 0.45),
        )
    else:
        c.shape([at(-0.042, 0.855), at(0.042, 0.855), at(0.006, 0.66), at(-0.006, 0.66)], shirt)
        if accent:
            c.shape(
                [
                    at(-0.011, 0.832),
                    at(0.011, 0.832),
                    at(0.016, 0.72),
                    at(0, 0.672),
                    at(-0.016, 0.72),
                ],
                accent,
            )
        for s in (-1, 1):
            c.shape(
                [
                    at(s * 0.040, 0.858),
                    at(s * 0.078, 0.80),
                    at(s * 0.052, 0.775),
                    at(s * 0.003, 0.655),
                ],
                mix(coat, "#ffe2b8", 0.16) if s < 0 else mix(coat, "#081c26", 0.26),
            )
        c.line([at(0.002, 0.66), at(0.004, hem)], h * 0.005, mix(coat, "#04121a", 0.55))
    if arms == "folded":
        dark, light = mix(coat, "#081c26", 0.38), mix(coat, "#ffd9a0", 0.14)
        near, far = (-1, 1) if side == "left" else (1, -1)
        for s, tone in ((far, dark), (near, light)):
            c.line(
                spline([at(s * 0.106, 0.785), at(s * 0.132, 0.70), at(s * 0.128, 0.625)]),
                h * 0.050,
                tone,
            )
            c.line([at(s * 0.128, 0.62), at(s * 0.022, 0.585)], (h * 0.050, h * 0.040), tone)
            c.circle(
                *at(s * 0.010, 0.582), h * 0.024, skin if s == near else mix(skin, "#5a2f2a", 0.22)
            )
    head(c, *at(0, 0.925), h * 0.062, hair, hair_colour, skin, side=side)
    # the collar lies over the neck
    if wear != "dress":
        for s in (-1, 1):
            c.shape(
                [at(s * 0.026, 0.864), at(s * 0.040, 0.848), at(s * 0.004, 0.816)],
                mix(shirt, "#8fa3a6", 0.0 if s < 0 else 0.3),
            )


def seated(
    c,
    x,
    table,
    height,
    coat,
    *,
    hair="short",
    hair_colour=HAIR[0],
    skin=SKIN[0],
    shirt="#f2ece0",
    accent=None,
    side="left",
    hand=1,
):
    """Draw somebody who sits behind a table and writes; ``hand`` is the side of the pen."""
    h = height

    def at(px, py):
        return (x + px * h, table - py * h)

    cloth = lit(coat, 0.24, 0.4, side=side)
    body = spline(
        [
            at(0, 0.50),
            at(0.09, 0.485),
            at(0.20, 0.425),
            at(0.235, 0.33),
            at(0.215, 0.12),
            at(0.22, -0.05),
        ]
    )
    body += spline(
        [
            at(-0.22, -0.05),
            at(-0.215, 0.12),
            at(-0.235, 0.33),
            at(-0.20, 0.425),
            at(-0.09, 0.485),
            at(0, 0.50),
        ]
    )
    c.shape(body, cloth)
    c.shape([at(-0.075, 0.505), at(0.075, 0.505), at(0.008, 0.12), at(-0.008, 0.12)], shirt)
    if accent:
        c.shape(
            [at(-0.02, 0.45), at(0.02, 0.45), at(0.03, 0.25), at(0, 0.16), at(-0.03, 0.25)], accent
        )
    for s in (-1, 1):
        c.shape(
            [at(s * 0.07, 0.51), at(s * 0.145, 0.40), at(s * 0.10, 0.355), at(s * 0.004, 0.10)],
            mix(coat, "#ffe2b8", 0.18)
            if (s < 0) == (side == "left")
            else mix(coat, "#081c26", 0.28),
        )
    head(c, *at(0.0, 0.635), h * 0.118, hair, hair_colour, skin, side=side)
    for s in (-1, 1):
        c.shape(
            [at(s * 0.046, 0.522), at(s * 0.072, 0.495), at(s * 0.006, 0.425)],
            mix(shirt, "#8fa3a6", 0.0 if s < 0 else 0.3),
        )
    # arms on the table
    for s in (-1, 1):
        tone = (
            mix(coat, "#ffd9a0", 0.16)
            if (s < 0) == (side == "left")
            else mix(coat, "#081c26", 0.30)
        )
        c.line(
            spline([at(s * 0.205, 0.38), at(s * 0.285, 0.16), at(s * 0.235, 0.01)]),
            (h * 0.105, h * 0.095),
            tone,
        )
        end = (0.05, -0.06) if s == hand else (0.10, -0.045)
        c.line([at(s * 0.24, 0.0), at(s * end[0] + s * 0.03, end[1])], (h * 0.092, h * 0.066), tone)
        c.circle(*at(s * end[0], end[1] - 0.006), h * 0.042, shirt)
        c.circle(*at(s * (end[0] - 0.03), end[1] - 0.012), h * 0.04, skin)
