"""A number while its words are read, and what numbers of both languages are counted in."""

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from .mentions import FAIR, FIRM, LOOSE, Mention

LARGE = 10**6
"""From here on a number that is printed with a word (萬, million) is an amount."""

TIME = {"year": 12, "week": 7, "day": 24, "hour": 60, "minute": 60, "month": 0, "second": 0}
"""Units of time, and how many of a smaller one each is told by."""

DISCOUNT = "off"
"""Unit of a share that is taken off a price, and not what is left to pay."""

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
    "TWD": ("NT$", "TWD", "新台幣", "新臺幣", "台幣", "臺幣"),
    "SGD": ("S$", "SGD", "Singapore dollars", "新加坡元", "坡元", "新加坡幣", "新元"),
    "AUD": ("A$", "AUD", "AU$", "Australian dollars", "澳元", "澳洲元"),
    "CAD": ("C$", "CAD", "CA$", "Canadian dollars", "加元", "加拿大元"),
    "MOP": ("MOP$", "MOP", "patacas", "澳門元", "澳門幣", "葡幣"),
    "KRW": ("KRW", "₩", "Korean won", "韓元", "韓圜", "韓圓"),
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
    scaled: int | Fraction = 1
    """What its word or sign multiplies by (million, 萬, ‰), where it has one."""

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
_ALL = [word for words in CURRENCIES.values() for word in words]
SIGNS = currency_pattern(word for word in _ALL if not any(c.islower() for c in word))
"""What stands before an amount, and in Chinese behind it: HK$, RMB, 港幣; no word such as “won”."""


def spread(numbers: list[Number], between: Callable[[Number, Number], bool]) -> None:
    """Let both ends of a range have the scale, the currency and the sign of per cent of either
    (5至10%, HK$3-5 million). ``between(a, b)`` says whether two numbers are the ends of one."""
    for a, b in itertools.pairwise(numbers):
        if not between(a, b):
            continue
        if b.kind == "share" and a.kind == "figure":
            a.kind, a.unit, a.value, a.also = "share", b.unit, a.value * b.scaled, ()
            a.weight = min(a.weight, b.weight)
        elif b.kind == "amount" and a.kind == "figure":
            a.kind, a.unit = "amount", b.unit
        if a.kind == "amount" and b.scaled > 1 and a.scaled == 1 and a.value < 1000:
            a.value, a.also = a.value * b.scaled, (*a.also, a.value)
        for one, other in ((a, b), (b, a)):
            if not one.unit and other.unit in TIME:
                one.unit, one.also = other.unit, (*one.also, *smaller(one.value, other.unit))
        if a.weight == LOOSE and b.weight > LOOSE and a.value >= 3:
            a.weight = FAIR
        if a.kind == b.kind:
            a.rough = b.rough = a.rough or b.rough


def join_times(numbers: list[Number], joined: Callable[[Number, Number], bool]) -> None:
    """Let 14小時30分 mean fourteen and a half hours, and 870 minutes, too."""
    for a, b in itertools.pairwise(numbers):
        if (a.unit, b.unit) in (("hour", "minute"), ("minute", "second")) and joined(a, b):
            whole = a.value + b.value / 60
            a.also = (*a.also, whole, *smaller(whole, a.unit))
            b.weight = min(b.weight, FAIR)


def smaller(value: Fraction, unit: str) -> tuple[Fraction, ...]:
    """The same length of time in the next smaller unit."""
    return (value * TIME[unit],) if TIME.get(unit) else ()


def is_small(value: Fraction) -> bool:
    """Nought, one and two."""
    return value in (0, 1, 2)
