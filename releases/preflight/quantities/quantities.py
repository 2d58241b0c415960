"""The quantities that a text gives: figures, amounts (of money, and millions of anything), shares.

A number is a ``Mention`` of kind “figure”, “amount” or “share” (in per cent). Its value is a Fraction; other values that it
may have in the other language (two weeks, 14 days) follow.
"""

import datetime as dt
from fractions import Fraction
from functools import lru_cache

from . import chinese_quantities, clock, english_quantities
from .addresses import addresses
from .days import days
from .mentions import FIRM, LOOSE, Mention, blank, narrow
from .number import CURRENCIES, DISCOUNT, TIME, is_small


@lru_cache(maxsize=1024)
def quantities(text: str, language: str, today: dt.date | None = None) -> tuple[Mention, ...]:
    """Every quantity of a text, in its order; days, times and addresses are none. What may be a year or a
    number answers for both.
    """
    narrowed = narrow(text)
    dates = days(text, language, today)
    taken = [
        *addresses(text),
        *dates,
        *clock.times(text, language),
        *clock.weekdays(text, language),
    ]
    rest = blank(narrowed, [(mention.start, mention.end) for mention in taken])
    module = english_quantities if language == "en" else chinese_quantities
    found = [number.mention(text) for number in module.numbers(rest)]
    found += [
        Mention("figure", (Fraction(day.words),), day.start, day.end, day.words, LOOSE)
        for day in dates
        if day.weight == LOOSE and day.words.isdecimal()
    ]
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


# Whether two are the same


def same_exactly(a: Mention, b: Mention) -> bool:
    return _may_be(a, b) and a.values[0] == b.values[0]


def same_quantity(a: Mention, b: Mention) -> bool:
    if DISCOUNT in (a.unit, b.unit):  # 七折 is 30% off, and not 70% off
        return same_exactly(a, b)
    return _may_be(a, b) and (a.values[0] in b.values or b.values[0] in a.values)


def same_rounded(a: Mention, b: Mention) -> bool:
    """One is called approximate and is the other one with fewer figures (逾200, 211)."""
    if not _may_be(a, b) or a.rough == b.rough:
        return False
    rounded, exact = (a, b) if a.rough else (b, a)
    step = _step(rounded.values[0])
    apart = abs(rounded.values[0] - exact.values[0])
    return _step(exact.values[0]) < step and apart < step and apart * 3 < rounded.values[0]


def same_share(a: Mention, b: Mention) -> bool:
    """A fraction is a share that was not rounded: a third, 33%, 三成多."""
    if a.kind != "share" or not _may_be(a, b):
        return False
    broken = [m for m in (a, b) if (m.values[0] * 10**6).denominator != 1]
    return bool(broken) and abs(a.values[0] - b.values[0]) < (4 if a.rough or b.rough else 1)


SAME = [same_exactly, same_quantity]


def _may_be(a, b):
    if (a.kind == "share") != (b.kind == "share"):
        return False
    if a.kind == "share":
        units = {a.unit, b.unit} - {"", DISCOUNT}
        return len(units) == 0 or a.unit == b.unit or "?" in units
    if a.kind == b.kind == "amount" and a.unit and b.unit:
        return a.unit == b.unit or "$" in (a.unit, b.unit)
    return True


def _step(value):
    """The place of the last figure that is not nought: 200 → 100, 4.5 → 0.1."""
    if value == 0:
        return Fraction(1)
    step = Fraction(1)
    for _place in range(18):
        if (value / step).denominator == 1:
            break
        step /= 10
    for _place in range(18):
        if (value / (step * 10)).denominator != 1:
            break
        step *= 10
    return step


def comparable(a: Mention, b: Mention) -> bool:
    """Whether one can stand for the other by a slip: years for years, a share for a share.

    Small numbers are too idiomatic (a, both, 一, 兩) unless both are printed in digits.
    """
    if (a.kind == "share") != (b.kind == "share"):
        return False
    counted = a.kind == b.kind == "figure"
    small = is_small(a.values[0]) or is_small(b.values[0])
    if counted and small and not (_printed(a) and _printed(b)):
        return False
    if any(_is_money(one) and not _may_be_money(other) for one, other in ((a, b), (b, a))):
        return False
    units = {mention.unit if mention.unit in TIME else "" for mention in (a, b)}
    # Both sure: each would be missed anyway, so that one that names no unit may stand for the other.
    return len(units) == 1 or ("" in units and a.weight == b.weight == FIRM)


def _is_money(mention):
    return mention.kind == "amount" and mention.unit in CURRENCIES


def _may_be_money(mention):
    return mention.kind == "amount" or (_printed(mention) and mention.unit not in TIME)


def _printed(mention):
    return any(character.isdigit() and character.isascii() for character in narrow(mention.words))
