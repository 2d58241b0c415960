"""The times of the clock and the days of the week that a text names, in Chinese and in English."""

import re
from functools import lru_cache

from .chinese_numbers import value as chinese_value
from .mentions import FAIR, FIRM, LOOSE, Mention, narrow

MONDAY_FIRST = "一二三四五六日"

_HOUR = r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二兩三四五六七八九])"
_MINUTE = r"(?:[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|[零〇○]?[一二三四五六七八九])"
_PERIOD = "上午|早上|清晨|凌晨|中午|正午|下午|傍晚|黃昏|晚上|晚間|今晚|當晚|明晚|昨晚|深夜|夜晚|今早|今晨|晨早|午夜|早|晚"
_ZH_TIME = re.compile(
    rf"(?P<period>{_PERIOD})? ?(?:(?P<a>{_HOUR}) ?[時點](?![間代期裝尚光刻裝段機差區候分]|鐘(?!頭))"
    rf"(?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>{_MINUTE}) ?分(?!鐘)|[正許])?"
    r"|(?P<b>2[0-4]|1\d|0?\d):(?P<c>[0-5]\d)(?![\d:])(?: ?(?P<latin>[ap])\.?m\.?(?![a-z]))?)",
    re.IGNORECASE,
)
_ZH_NAMED = re.compile(r"正午|中午(?! ?[\d一二三四五六七八九十])|午夜|零時")
_ZH_RANGE = re.compile(r"^ ?(?:至|到|[-–—~～]|及|、|和|或) ?$")

_EN_TIME = re.compile(
    r"(?<![\d.,:$])(?P<a>2[0-3]|1\d|0?\d)(?:(?P<sep>[:.])(?P<c>[0-5]\d))?(?![\d]|[.,:]\d)"
    r"(?:(?:\s?[-–—]\s?|\s(?:to|and|until|or)\s)(?P<d>2[0-3]|1\d|0?\d)(?:[:.](?P<e>[0-5]\d))?(?!\d))?"
    r"(?:\s?(?P<period>[ap])\.?\s?m\b\.?|\s(?:this|in the)\s(?P<part>morning|afternoon|evening)\b|\s?(?P<noon>noon|midnight|midday)\b|\s?(?P<hours>hours|hrs|h)\b|\s(?P<clock>o[’']clock))?",
    re.IGNORECASE,
)
_EN_NAMED = re.compile(r"\b(?:noon|midday|midnight)\b", re.IGNORECASE)
_OTHER_ZONE = re.compile(
    r"\b(?:GMT|UTC|BST|EST|EDT|PST|PDT|CET|CEST|JST|[Ll]ondon time|local time)\b|當地時間|格林"
)
_NEAR = 12, 24
"""How many characters from its zone a time stands, in Chinese and in English."""

_ZH_WEEKDAY = re.compile(
    r"(?P<stem>星期|禮拜|週|周)(?P<days>[一二三四五六日天](?:(?:、|及|和|或|至|到|[-–~～/]) ?(?:星期|禮拜|週|周)?[一二三四五六日天](?![\w]?[月年個次名場屆項\d]))*)"
    r"(?! ?[次年歲個場節晚回刊]|[天日](?![、至及和）)]))"
)  # fmt: skip
_ZH_NOTE = re.compile(
    r"(?<=日)(?: ?[（(])(?P<days>[一二三四五六日](?:[、至及和–-][一二三四五六日])*)[）)]"
)
_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_EN_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(_NAMES)})s?\b", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"(?<=[(（])(?P<a>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?(?=\s?[)）–,-])"
    r"|\b(?P<b>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?(?=,? \d{1,2}\b|, [A-Z][a-z]{2}|\s?[-–]\s?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))"
    r"|(?<=[-–])(?P<c>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b(?!-)"
)
_FESTIVALS = re.compile(
    r"(?:黑色|受難|復活|[Bb]lack|[Gg]ood|[Aa]sh|[Cc]yber|[Ee]aster|[Pp]alm|[Gg]iving|[Ss]hrove|[Ss]uper|[Hh]oly|[Mm]aundy|[Cc]asual|South China|The) ?$"
)
_TITLES = re.compile(r" (?:Times|Post|Telegraph|Mail|Express|Club|Morning Post|Mirror|Herald)\b")


@lru_cache(maxsize=1024)
def times(text: str, language: str) -> tuple[Mention, ...]:
    """Every time of the clock, as hours and minutes; “7:30” without a half of the day means two."""
    narrowed = narrow(text)
    found = list((_english if language == "en" else _chinese)(narrowed, text))
    zones = [match.span() for match in _OTHER_ZONE.finditer(narrowed)]
    near = _NEAR[language == "en"]
    return tuple(
        mention._replace(weight=LOOSE)
        if any(start - near < mention.end and mention.start < end + near for start, end in zones)
        else mention
        for mention in found
    )


def _chinese(text, printed):
    period, last = None, 0
    taken = []
    for match in _ZH_TIME.finditer(text):
        named = match["period"]
        if named is None and period and _ZH_RANGE.match(text[last : match.start()]):
            named = period
        hour = match["a"] or match["b"]
        hour, minute = int(chinese_value(hour)), match["c"]
        if match["minute"]:
            minute = chinese_value(match["minute"].lstrip("零〇○"))
        minute = 30 if match["half"] else 15 if match["quarter"] == "一" else 45 if match["quarter"] else int(minute or 0)  # fmt: skip
        exact = match["minute"] or match["half"] or match["quarter"] or match["b"]
        # 四時, 三點 alone may be the seasons, or points of a speech.
        if hour > 24 or not (exact or named or (match["a"][0].isdigit() and "時" in match[0])):
            continue
        values = _hours(hour, minute, _half(named, hour) or (match["latin"] or "").lower())
        weight = FIRM if len(values) == 1 else FAIR
        start, end = match.span()
        period, last = named, end
        taken.append((start, end))
        yield Mention("time", values, start, end, printed[start:end], weight)
    for match in _ZH_NAMED.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            values = ((12, 0),) if "午" in match[0] and match[0] != "午夜" else ((0, 0),)
            yield Mention("time", values, *match.span(), printed[slice(*match.span())], FAIR)


def _half(period, hour):
    if not period:
        return ""
    if period in ("上午", "早上", "清晨", "凌晨", "今早", "今晨", "晨早", "早"):
        return "a"
    if period in ("中午", "正午"):
        return "a" if hour == 11 else "p"
    if period in ("午夜", "深夜", "晚上", "晚間", "夜晚", "晚", "今晚", "當晚", "明晚", "昨晚"):
        return "p" if 5 <= hour < 12 else "a"
    return "p"


def _hours(hour, minute, half):
    """The hours that “half past seven” of this half of the day may be."""
    if half == "a":
        return ((hour % 12 if hour <= 12 else hour % 24, minute),)
    if half == "p":
        return ((hour % 12 + 12 if hour <= 12 else hour % 24, minute),)
    if hour == 0 or hour > 12:
        return ((hour % 24, minute),)
    return ((hour, minute), ((hour + 12) % 24, minute))


def _english(text, printed):
    taken = []
    for match in _EN_TIME.finditer(text):
        marked = match["period"] or match["noon"] or match["part"]
        colon = match["sep"] == ":"
        military = match["hours"] and match["a"][0] == "0" and match["c"]
        if not (marked or match["clock"] or colon or military):
            continue
        half = (match["period"] or "").lower() or ("p" if match["noon"] or match["part"] else "")
        if (match["part"] or "").lower() == "morning":
            half = "a"
        start, end = match.span()
        taken.append((start, end))
        hour, minute = int(match["a"]), int(match["c"] or 0)
        if match["d"] is None:
            if (match["noon"] or "").lower() == "midnight":
                half = "a"
            values = _hours(hour, minute, half)
            yield _time(values, start, end, printed, colon or marked)
            continue
        split = re.search(r"[-–—]|\s(?:to|and|until|or)\s", text[start:end])
        later, last = int(match["d"]), int(match["e"] or 0)
        # “10-2 pm” begins in the morning.
        early = "a" if half == "p" and (hour % 12, minute) > (later % 12, last) else half
        yield _time(_hours(hour, minute, early), start, start + split.start(), printed, True)
        yield _time(_hours(later, last, half), start + split.end(), end, printed, True)
    for match in _EN_NAMED.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            values = ((0, 0),) if match[0].lower() == "midnight" else ((12, 0),)
            yield Mention("time", values, *match.span(), match[0], FAIR)


def _time(values, start, end, printed, sure):
    weight = FIRM if sure and len(values) == 1 else FAIR
    words = printed[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Mention("time", values, start, start + len(words), words, weight)


@lru_cache(maxsize=1024)
def weekdays(text: str, language: str) -> tuple[Mention, ...]:
    """Every day of the week, Monday is 0; two of them with “to” between are told by their ends."""
    text = narrow(text)
    found = []
    if language == "en":
        for pattern in (_EN_WEEKDAY, _ABBREVIATED):
            for match in pattern.finditer(text):
                name = next(group for group in match.groups() if group)[:3].lower()
                number = [n[:3] for n in _NAMES].index(name)
                if not _festival(text, match):
                    found.append(Mention("weekday", (number,), *match.span(), match[0]))
    else:
        for pattern in (_ZH_WEEKDAY, _ZH_NOTE):
            for match in pattern.finditer(text):
                if not _festival(text, match):
                    found.extend(_chinese_weekdays(match))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _festival(text, match):
    before = text[max(0, match.start() - 16) : match.start()]
    return _FESTIVALS.search(before) or _TITLES.match(text, match.end())


def _chinese_weekdays(match):
    for index, character in enumerate(match["days"]):
        number = MONDAY_FIRST.find("日" if character == "天" else character)
        if number < 0:
            continue
        at = match.start("days") + index
        start = match.start() if index == 0 and "stem" in match.groupdict() else at
        words = match.string[start : at + 1]
        yield Mention("weekday", (number,), start, at + 1, words)
