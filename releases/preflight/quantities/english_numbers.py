"""English numbers: 12,000, 1.2 million, HK$5m, forty-eight, two and a half, a hundred, twenty-first."""

import re
from fractions import Fraction

ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d{1,18})?|(?<!\d )[1-9]\d{0,2}(?: \d{3}){1,6}(?![\d,]| \d)(?:\.\d{1,18})?|\d{1,18}(?!\d)(?:\.\d{1,18})?|\.\d{1,18})"

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NAMES = {name: n for n, name in enumerate(_UNITS)} | {
    name: 10 * n for n, name in enumerate(_TENS, 2)
}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}

_UNIT = "(?:" + "|".join(sorted(_UNITS[1:], key=len, reverse=True)) + ")"
_TEN = "(?:" + "|".join(_TENS) + ")"
_SMALL = rf"(?:{_TEN}(?:[ -]{_UNIT})?|{_UNIT})"
_BELOW = rf"(?:(?:{_SMALL}|a)[ -]hundred(?:(?: and)?[ -]{_SMALL})?|{_SMALL})"
_LARGE = r"(?:thousand|million|billion|trillion)"
_HALF = r"(?:[ -]and[ -]a[ -]half)"
_AND = r",? (?:and )?"
_REST = rf"(?:{_AND}{_BELOW}(?![ -]{_LARGE}))?"
_THOUSANDS = rf"(?:{_AND}{_BELOW}[ -]thousand\b)?{_REST}"
_MILLIONS = rf"(?:{_AND}{_BELOW}[ -]million\b)?{_THOUSANDS}"
SPELLED = re.compile(
    rf"\b(?:{_BELOW}{_HALF}?(?:[ -]thousand\b{_REST}|[ -]million\b{_HALF}?{_THOUSANDS}|[ -]billion\b{_HALF}?{_MILLIONS}"
    rf"|[ -]trillion\b)?|an? {_LARGE}|half[ -]a[ -]{_LARGE}|a quarter of a {_LARGE})\b",
    re.IGNORECASE,
)
"""A number in words."""

DIGITS = re.compile(
    rf"(?:(?<![\w.,])|(?<=RMB|HKD|USD|CNY|GBP|EUR|MOP|SGD|JPY|AUD)){ARABIC}(?:(?:[ -](?:hundred|thousand|million|billion|trillion)|[ ]?(?:bn|mn|tn|trn|k|m|b|K|M|B))\b)?"
)
"""A number in digits, with the word or letter that multiplies it."""

_ORDINAL_UNITS = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]  # fmt: skip
ORDINALS = {"first": 1, "second": 2} | {name: n for n, name in enumerate(_ORDINAL_UNITS, 3)}
_ORDINAL_TENS = {name[:-1] + "ieth": value for name, value in _NAMES.items() if name in _TENS}
ORDINAL = re.compile(
    rf"\b(?:(?:{_TEN})-(?:first|second|{'|'.join(_ORDINAL_UNITS[:7])})|{'|'.join(_ORDINAL_UNITS)}"
    rf"|{'|'.join(_ORDINAL_TENS)}|(?:one )?hundredth|\d{{1,4}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def value(words: str) -> Fraction:
    """Return what a match of SPELLED or of DIGITS says."""
    words = words.lower().replace(",", "")
    digits = re.match(ARABIC, words)
    if digits:
        scale = words[digits.end() :].strip(" -")
        return Fraction(digits[0].replace(" ", "")) * SCALES.get(scale, 1)
    if words.startswith("a quarter of a"):
        return Fraction(SCALES[words.split()[-1]], 4)
    tokens = re.split(r"[ -]", words)
    if tokens[0] == "half":
        return Fraction(SCALES[tokens[-1]], 2)
    return _sum(tokens)


def _sum(tokens):
    total, section = Fraction(0), Fraction(0)
    last = 1
    for token in tokens:
        if token in _NAMES:
            section += _NAMES[token]
            last = 1
        elif token == "hundred":
            section = (section or 1) * 100
            last = 100
        elif token in SCALES:
            scale = SCALES[token]
            if section:
                total += section * scale
            else:
                total = (total or 1) * scale
            section, last = Fraction(0), scale
        elif token == "half":
            section += Fraction(last, 2) if last > 100 else Fraction(1, 2)
    return total + section


def ordinal(words: str) -> int:
    """Return the place that a match of ORDINAL names."""
    words = words.lower()
    if words[0].isdigit():
        return int(words[:-2])
    if words.endswith("hundredth"):
        return 100
    if words in _ORDINAL_TENS:
        return _ORDINAL_TENS[words]
    tens, _, units = words.rpartition("-")
    return _NAMES.get(tens, 0) + ORDINALS[units]
