"""The quantities that a text gives: figures, amounts (of money, and millions of anything), shares.

A number is a ``Mention`` of kind “figure”, “amount” or “share” (in per cent). Its value is a Fraction; other values that it
may have in the other language (two weeks, 14 days) follow.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from . import clock
from .addresses import addresses
from .days import days
from .mentions import FAIR, FIRM, LOOSE, Mention, blank, narrow

LARGE = 10**6
"""From here on a number that is printed with a word (萬, million) is an amount."""

TIME = {"year": 12, "week": 7, "day": 24, "hour": 60, "minute": 60, "month": 0, "second": 0}
"""Units of time, and how many of a smaller one each is told by."""

CURRENCIES = {
    "HKD": (
        "HK$",
        "HKD",
        "H.K.$",
        "Hong Kong dollars",
        "Hong Kong dollar",
        "港幣",
        "港元",
        "港紙",
        "港圓",
    ),
    "USD": ("US$", "USD", "U.S.$", "US dollars", "US dollar", "美元", "美金"),
    "CNY": ("RMB", "CNY", "CN¥", "yuan", "renminbi", "人民幣", "元人民幣"),
    "GBP": ("£", "GBP", "pounds sterling", "pounds", "英鎊", "鎊"),
    "EUR": ("€", "EUR", "euros", "euro", "歐元", "歐羅"),
    "JPY": ("JPY", "JP¥", "yen", "日圓", "日元"),
    "TWD": ("NT$", "TWD", "新台幣", "新臺幣", "台幣", "台幣"),
    "SGD": ("S$", "SGD", "Singapore dollars", "新加坡元", "坡元", "新加坡幣", "新元"),
    "AUD": ("A$", "AUD", "AU$", "Australian dollars", "澳元", "澳洲元"),
    "CAD": ("C$", "CAD", "CA$", "Canadian dollars", "加元", "加拿大元"),
    "MOP": ("MOP$", "MOP", "patacas", "澳門元", "澳門幣", "葡幣"),
    "KRW": ("KRW", "₩", "won", "韓元", "韓圜", "韓圓"),
    "CHF": ("CHF", "Swiss francs", "瑞士法郎"),
    "THB": ("THB", "baht", "泰銖"),
    "INR": ("INR", "₹", "rupees", "盧比"),
    "$": ("$", "¥", "dollars", "dollar", "元", "圓", "蚊", "塊錢"),
}
"""How a currency is printed; “$” is one that the text does not name."""


@dataclass
class Number:
    """A number while its words are read; becomes a Mention."""

    value: Fraction
    start: int
    end: int
    kind: str = "figure"
    unit: str = ""
    weight: int = FIRM
    rough: bool = False
    also: tuple[Fraction, ...] = ()
    scaled: int = 1
    """What its word multiplies by, where it has one."""

    def mention(self, text: str) -> Mention:
        return Mention(
            self.kind,
            (self.value, *self.also),
            self.start,
            self.end,
            text[self.start : self.end],
            self.weight,
            self.unit,
            self.rough,
        )


def currency_pattern(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


CURRENCY_OF = {word.lower(): code for code, words in CURRENCIES.items() for word in words}
ALL_CURRENCIES = currency_pattern(word for words in CURRENCIES.values() for word in words)


@lru_cache(maxsize=1024)
def quantities(text: str, language: str, today: dt.date | None = None) -> tuple[Mention, ...]:
    """Every quantity of a text, in its order; days, times and addresses are none."""
    from . import chinese_quantities, english_quantities  # they need what stands above

    narrowed = narrow(text)
    taken = [
        *addresses(text),
        *days(text, language, today),
        *clock.times(text, language),
        *clock.weekdays(text, language),
    ]
    rest = blank(narrowed, [(mention.start, mention.end) for mention in taken])
    module = english_quantities if language == "en" else chinese_quantities
    numbers = module.numbers(rest)
    return tuple(sorted((n.mention(text) for n in numbers), key=lambda m: (m.start, m.end)))


def spread(numbers: list[Number], between) -> None:
    """Let both ends of a range have the scale, the currency and the sign of per cent of either
    (5至10%, HK$3-5 million). ``between(a, b)`` says whether two numbers are the ends of one."""
    for a, b in zip(numbers, numbers[1:], strict=False):
        if not between(a, b):
            continue
        if b.kind == "share" and a.kind == "figure":
            a.kind, a.unit, a.value, a.also = "share", b.unit, a.value * _per_cent(b), ()
            a.weight = min(a.weight, b.weight)
        elif b.kind == "amount" and a.kind == "figure" or a.kind == "amount" and b.kind == "figure":
            other, bare = (b, a) if b.kind == "amount" else (a, b)
            bare.kind, bare.unit = "amount", other.unit
        if a.kind == "amount" and b.scaled > 1 and a.scaled == 1 and a.value < 1000:
            a.value, a.also = a.value * b.scaled, (*a.also, a.value)
        for one, other in ((a, b), (b, a)):
            if not one.unit and other.unit in TIME:
                one.unit, one.also = other.unit, (*one.also, *smaller(one.value, other.unit))
        if a.weight == LOOSE and b.weight > LOOSE and a.value >= 3:
            a.weight = FAIR
        a.rough = b.rough = a.rough or b.rough


def _per_cent(share):
    return share.scaled


def smaller(value: Fraction, unit: str) -> tuple[Fraction, ...]:
    """The same length of time in the next smaller unit."""
    return (value * TIME[unit],) if TIME.get(unit) else ()


# Whether two are the same


def same_exactly(a: Mention, b: Mention) -> bool:
    return _may_be(a, b) and a.values[0] == b.values[0]


def same_quantity(a: Mention, b: Mention) -> bool:
    return _may_be(a, b) and (a.values[0] in b.values or b.values[0] in a.values)


def same_rounded(a: Mention, b: Mention) -> bool:
    """One is called approximate and is the other one with fewer figures (逾200, 211)."""
    if not _may_be(a, b) or a.rough == b.rough:
        return False
    rounded, exact = (a, b) if a.rough else (b, a)
    step = _step(rounded.values[0])
    return _step(exact.values[0]) < step and abs(rounded.values[0] - exact.values[0]) < step


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
        return a.unit == b.unit or "?" in (a.unit, b.unit)
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
    if (
        a.kind != "share"
        and (is_small(a.values[0]) or is_small(b.values[0]))
        and "amount" not in (a.kind, b.kind)
    ):
        if not (_printed(a) and _printed(b)):
            return False
    return (a.unit if a.unit in TIME else "") == (b.unit if b.unit in TIME else "")


def is_small(value: Fraction) -> bool:
    """Nought, one and two."""
    return value in (0, 1, 2)


def _printed(mention):
    return any(character.isdigit() and character.isascii() for character in narrow(mention.words))


__all__ = ["FAIR", "FIRM", "LOOSE", "SAME", "Number", "comparable", "quantities"]
