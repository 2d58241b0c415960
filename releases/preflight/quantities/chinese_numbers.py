"""Chinese numerals, alone and mixed with digits: 三千五百, 二○二六, 1.2萬, 3億5,000萬, 三點五億."""

import re
from fractions import Fraction

ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d{1,18})?|(?<!\d )[1-9]\d{0,2}(?: \d{3}){1,6}(?![\d,]| \d)(?:\.\d{1,18})?|\d{1,18}(?:\.\d{1,18})?)"
HAN = "〇零○一二兩三四五六七八九十百千萬億兆廿卅"
_POINT = r"(?<=[〇零○一二兩三四五六七八九十百千])點(?=[〇零○一二三四五六七八九])"
_SCALE = r"[十百千萬億兆]"

NUMBER = re.compile(
    rf"(?:{ARABIC}(?: ?[多餘]?(?!十)(?:{_SCALE}+)(?: ?{ARABIC}(?= ?{_SCALE}))?)*"
    rf"|[{HAN}](?:[{HAN}]|{_POINT}|[多餘](?=[萬億]))*)"
)
"""A number as it is written in Chinese; not everything that matches is one (see ``value``)."""

LONGEST = 40
"""Characters of a number; what is longer is none."""

_DIGITS = {c: n for n, row in enumerate(("〇零○", "一", "二兩", *"三四五六七八九")) for c in row}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"萬": 10**4, "億": 10**8, "兆": 10**12}
_TOKEN = re.compile(rf"{ARABIC}|.")
_ROUND = re.compile(r"[十百千萬億兆]")
_NEIGHBOURS = re.compile(r"[一二三四五六七八九]{2}(?![〇零○一二三四五六七八九])")


def value(words: str) -> Fraction | None:
    """Return what a match of NUMBER says, or None where it says no number or no certain one (七八十)."""
    if len(words) > LONGEST:
        return None
    words = words.replace("廿", "二十").replace("卅", "三十").replace(" ", "")
    words = words.replace("多", "").replace("餘", "")
    whole, point, decimals = words.partition("點")
    if point:
        tail = re.match(r"[〇零○一二三四五六七八九]+", decimals)
        rest = decimals[tail.end() :]
        base = value(whole)
        if base is None:
            return None
        number = base + Fraction(_positional(tail[0]), 10 ** len(tail[0]))
        return _scaled(number, rest)
    if not words[0].isdigit() or words[0] in _DIGITS:
        if not _ROUND.search(words):
            return Fraction(_positional(words)) if len(words) in (1, 3, 4) else None
        if _NEIGHBOURS.search(words):
            return None
    return _sum(words)


def _positional(words):
    return int("".join(str(_DIGITS[c]) for c in words))


def _scaled(number, rest):
    for character in rest:
        scale = _SMALL.get(character) or _LARGE.get(character)
        if scale is None:
            return None
        number *= scale
    return number


def _sum(words):
    """Add up digits and places: sections of up to 千, each under its 萬 or 億."""
    total = section = Fraction(0)
    number = None
    last = 0
    for token in _TOKEN.findall(words):
        if token in _DIGITS and (_DIGITS[token] == 0 or not token.isdigit()):
            if _DIGITS[token] == 0:
                last = 0
                continue
            number = Fraction(_DIGITS[token])
        elif token in _SMALL:
            section += (1 if number is None else number) * _SMALL[token]
            number, last = None, _SMALL[token]
        elif token in _LARGE:
            section += number or 0
            scale = _LARGE[token]
            if total and total < scale:
                total = (total + section) * scale
            else:
                total += (section or 1) * scale
            section, number, last = Fraction(0), None, scale
        else:
            number, last = Fraction(token.replace(",", "")), 0
    if number is not None and last > 10:  # 三萬五, 一百五
        number = number * last / 10
    return total + section + (number or 0)
