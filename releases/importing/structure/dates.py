"""Dates and times as releases print them, in Chinese and English."""

import dataclasses
import datetime as dt
import re

NUMERALS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "O": 0,
    "元": 1,
    "两": 2,
}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAY_EN = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?"
WEEKDAY_ZH = r"\s*[（(]?\s*(?:星期|週|周|禮拜)[一二三四五六日天]\s*[）)]?"
MONTH = r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
DIGITS_ZH = r"[\d０-９〇零○ＯO一二三四五六七八九十廿卅]"

ZH = re.compile(
    rf"(?:(?P<year>[\d０-９]{{4}}|[〇零○ＯO一二三四五六七八九]{{4}})\s*年\s*)?(?P<month>{DIGITS_ZH}{{1,3}})\s*月\s*"
    rf"(?P<day>{DIGITS_ZH}{{1,3}})\s*[日號号](?:{WEEKDAY_ZH})?"
)
ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<day>\d{1,2})(?!\d)"
)
SLASHED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?!\d)"
)
EN = re.compile(
    rf"(?:{WEEKDAY_EN},?\s+)?(?:(?:the\s+)?{DAY.format('d1')}\s+(?:of\s+)?{MONTH.format('m1')}|{MONTH.format('m2')}\s+{DAY.format('d2')})\b"
    rf"(?:\s*,?\s*(?P<year>(?:19|20)\d\d))?(?!\d)(?:\s*\(?{WEEKDAY_EN}\)?(?![A-Za-z]))?",
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True)
class Found:
    """A date in a text; ``date`` is None where the year is not printed."""

    start: int
    end: int
    month: int
    day: int
    date: dt.date | None
    ambiguous: bool = False


def number(text: str) -> int:
    """The value of a number in digits or Chinese numerals; -1 where it is none."""
    text = text.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    if text.isdigit() and text.isascii():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text:
        tens, _ten, ones = text.partition("十")
        if any(part and part not in NUMERALS for part in (tens, ones)):
            return -1
        return (NUMERALS[tens] if tens else 1) * 10 + (NUMERALS[ones] if ones else 0)
    if text and all(c in NUMERALS for c in text):
        return int("".join(str(NUMERALS[c]) for c in text))
    return -1


def find(text: str, start: int = 0) -> Found | None:
    """Return the first date in a text from a place on."""
    found = [f for pattern in (ZH, ISO, SLASHED, EN) if (f := _first(pattern, text, start))]
    return min(found, key=lambda f: (f.start, f.date is None, -f.end), default=None)


def _first(pattern: re.Pattern, text: str, start: int) -> Found | None:
    for match in pattern.finditer(text, start):
        if found := _value(match):
            return found
    return None


def _value(match: re.Match) -> Found | None:
    groups = match.groupdict()
    if match.re is EN:
        name = (groups["m1"] or groups["m2"]).lower()[:3]
        month = next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name))
        day = int(groups["d1"] or groups["d2"])
    else:
        month, day = number(groups["month"]), number(groups["day"])
    ambiguous = match.re is SLASHED and month <= 12 and day <= 12 and month != day
    if match.re is SLASHED and month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = number(groups["year"]) if groups["year"] else None
    date = None
    if year is not None:
        try:
            date = dt.date(year, month, day)
        except ValueError:
            return None
    return Found(match.start(), match.end(), month, day, date, ambiguous)


TIME_EN = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>a\.?m\.?|p\.?m\.?|noon|midnight)(?![a-z])"
    r"|(?<![\d/-])(?P<hour24>\d{1,2})[:：.](?P<minute24>\d{2})(?![\d/])(?:\s*(?:hours|hrs))?"
    r"|(?<!\d)(?P<military>[0-2]\d[0-5]\d)\s*(?:hours|hrs|h\b|GMT|HKT|UTC|BST)|(?P<word>\bnoon\b|\bmidnight\b)",
    re.IGNORECASE,
)
TIME_ZH = re.compile(
    r"(?P<half>上午|早上|凌晨|中午|正午|下午|晚上|晚)?\s*(?P<hour>[\d０-９〇零一二三四五六七八九十]{1,3})\s*(?:時正?|时|點正?|点|[:：])\s*"
    r"(?:(?P<minute>[\d０-９〇零一二三四五六七八九十]{1,3})\s*分?|(?P<thirty>半))?|(?P<word>正午|中午|午夜)"
)


def find_time(text: str) -> dt.time | None:
    """Return the first time of day that a text names."""
    for match in sorted(
        [*TIME_ZH.finditer(text), *TIME_EN.finditer(text)],
        key=lambda m: (m.start(), -m.end()),
    ):
        groups = match.groupdict()
        if groups.get("word"):
            return dt.time(0) if groups["word"].lower() in ("midnight", "午夜") else dt.time(12)
        if groups.get("military"):
            hour, minute = int(groups["military"][:2]), int(groups["military"][2:])
        else:
            hour = number(groups.get("hour24") or groups["hour"])
            minute = (
                30
                if groups.get("thirty")
                else number(groups.get("minute24") or groups.get("minute") or "0")
            )
        half = (groups.get("half") or "").lower().replace(".", "")
        if (
            half in ("pm", "下午", "晚上", "晚", "中午", "noon")
            and hour < 12
            and not (half == "中午" and hour == 11)
        ):
            hour += 12
        elif half in ("am", "凌晨", "midnight") and hour == 12:
            hour = 0
        if 0 <= hour <= 23 and 0 <= minute <= 59:
            return dt.time(hour, minute)
    return None
