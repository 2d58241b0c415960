"""The two colours of the host organisation, made readable: its hue, as light or dark as contrast asks.

A colour is ``#rrggbb``. The hue stays while the lightness moves: that is what OKLCH is for
(Björn Ottosson, “A perceptual color space for image processing”, 2020). Contrast is that of
WCAG 2.2: 4.5 for words, which is more than the 3 that lines and the focus ring need.
"""

import functools
import hashlib
import math
from typing import NamedTuple

ACCENT, WARM = "#0d5a62", "#b23f24"

# What the colours stand on, and what was drawn by hand for the newsroom's own two: the tokens of
# static/newsroom/site.css.
PAPER = {"light": "#fcfbf8", "dark": "#0c171b"}
PANEL = {"light": "#f2f1ea", "dark": "#132228"}
INK = {"light": "#0b1f27", "dark": "#eaefec"}
OWN = {
    "light": {"accent": ACCENT, "warm": WARM, "mist": "#e3ebe6", "deep": "#0e2f3b"},
    "dark": {"accent": "#7fcac3", "warm": "#f58d72", "mist": "#153037", "deep": "#081115"},
}

# Light words on a dark ground look thinner than they are: they get more than they must.
CONTRAST = {"light": 4.5, "dark": 5.5}

# Lightness and most chroma of what is tinted with the accent: a ground for words, and the footer.
MIST = {"light": (0.935, 0.012), "dark": (0.292, 0.035)}
DEEP = {"light": (0.288, 0.044), "dark": (0.173, 0.018)}

_STEP = 1 / 256


class Shown(NamedTuple):
    """A colour as one scheme shows it, and its least contrast with what it stands on."""

    colour: str
    contrast: float


@functools.lru_cache(maxsize=64)
def palette(accent: str, warm: str) -> dict[str, dict[str, Shown | str]]:
    """Return what each scheme shows: accent and warm as Shown, mist and deep as colours."""
    shown = {}
    for scheme, own in OWN.items():
        first, second = accent, warm
        mist, deep = (_tint(accent, *tint[scheme]) for tint in (MIST, DEEP))
        if accent == ACCENT:
            first, mist, deep = own["accent"], own["mist"], own["deep"]
        if warm == WARM:
            second = own["warm"]
        grounds = (PAPER[scheme], PANEL[scheme], mist)
        shown[scheme] = {
            "accent": _readable(first, grounds, scheme),
            "warm": _readable(second, grounds, scheme),
            "mist": mist,
            "deep": deep,
        }
    return shown


def stylesheet(accent: str, warm: str) -> str:
    """Return the tokens of site.css that the colours change; an empty string for its own colours."""
    if (accent, warm) == (ACCENT, WARM):
        return ""
    light, dark = palette(accent, warm).values()
    tokens = "".join(
        f"--{name}:light-dark({_colour(light[name])},{_colour(dark[name])});" for name in light
    )
    return f"@layer tokens{{:root{{{tokens}}}}}"  # the layer, so that print keeps its black


def version(css: str) -> str:
    """Return a name for exactly this stylesheet."""
    return hashlib.sha256(css.encode()).hexdigest()[:8]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _colour(shown):
    return shown.colour if isinstance(shown, Shown) else shown


def _readable(colour, grounds, scheme):
    """The colour itself, or the nearest of its hue with enough contrast on every ground."""
    lightness, chroma, hue = _to_oklch(colour)
    step = -_STEP if scheme == "light" else _STEP
    shown = colour
    while (least := min(contrast(shown, ground) for ground in grounds)) < CONTRAST[scheme]:
        lightness += step
        shown = _from_oklch(lightness, chroma, hue)
    return Shown(shown, least)


def _tint(colour, lightness, most_chroma):
    _lightness, chroma, hue = _to_oklch(colour)
    return _from_oklch(lightness, min(chroma, most_chroma), hue)


def _to_oklch(colour):
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness, chroma, hue):
    """The colour; where sRGB has none so vivid, the most vivid that it has."""
    lightness = min(max(lightness, 0), 1)
    rgb = _rgb(lightness, chroma, hue)
    while min(rgb) < -0.0005 or max(rgb) > 1.0005:
        chroma = chroma * 0.97 if chroma > 0.001 else 0
        rgb = _rgb(lightness, chroma, hue)
    return "#" + "".join(f"{round(255 * _encoded(min(max(part, 0), 1))):02x}" for part in rgb)


def _rgb(lightness, chroma, hue):
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _luminance(colour):
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour):
    for start in (1, 3, 5):
        part = int(colour[start : start + 2], 16) / 255
        yield part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part):
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
