"""The days that a text names, in Chinese and in English: 2026年5月4日, 5月4至6日, 4-6 May 2026, Q3, 2025/26.

A day is a ``Mention`` whose value is a ``Day`` of which parts may be unknown. Days told from
today (yesterday, 下月) are reckoned from the dateline; they are loose, as one language says “today” where the
other one prints the date.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from .chinese_numbers import value as chinese_value
from .mentions import FAIR, FIRM, LOOSE, Mention, narrow


class Day(NamedTuple):
    """``part`` is a quarter (“Q3”), a half (“H1”) or, of a year that ends in the next one, its end."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""


ANY = Day(part="any")
"""Told from today where the document has no date: it answers for one day, whichever."""

_HAN_YEAR = "[一二][〇零○七八九][〇零○一二三四五六七八九]{2}"
_YEAR = rf"(?:(?:1[5-9]|2[01])\d\d|{_HAN_YEAR})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DATE = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_SEP = r" ?(?:、|及|和|與|或|至|到|[-–—~～/]|以及) ?"
WEEKDAY_NOTE = r"(?: ?[（(](?:(?:星期|週|周|禮拜)?[一二三四五六日](?:[、至及和]|[-–])?(?:星期|週|周)?[一二三四五六日]?)[）)]| ?(?:星期|週|周)[一二三四五六日](?![次天日年晚]))"
_LIST = rf"{_DATE}(?:{_SEP}{_DATE}(?! ?[月\d%])){{0,9}}"

_ZH_DAY = re.compile(
    rf"(?:(?P<year>{_YEAR}) ?年 ?|(?P<told_year>今年|本年|去年|明年|翌年|同年|前年|後年) ?)?"
    rf"(?:(?P<month>{_MONTH}) ?月|(?P<told_month>本月|下月|上月|同月|當月)) ?"
    rf"(?P<days>{_LIST}) ?[日號](?P<more>(?:{WEEKDAY_NOTE}?{_SEP}{_LIST} ?[日號](?![、]?\d)){{0,9}})"
)
_ZH_TODAY = re.compile(rf"(?<=[今昨明][日天][（(]){_DATE} ?[日號](?=[）)])")
_ZH_MONTHS = re.compile(
    rf"(?:(?P<year>{_YEAR}) ?年 ?|(?P<told>今年|本年|去年|明年|翌年|同年|前年) ?)?"
    rf"(?P<months>{_MONTH}(?: ?月)?(?:{_SEP}{_MONTH})?) ?月(?!球|餅|亮|薪|嫂|曆)"
)
_ZH_YEARS = re.compile(
    rf"(?<![\d.,])(?P<first>{_YEAR})(?: ?年度?)?(?: ?[-–—/至到~～] ?)(?P<last>{_YEAR}|(?:\d\d|[〇零○一二三四五六七八九]{{2}})(?=[ ]?(?:年|學年|財)))(?: ?(?:財政年度|財年|學年度?|年度|年))?(?![\d])"
)
_ZH_YEAR = re.compile(rf"(?<![\d.,])(?P<year>{_YEAR}) ?(?P<mark>年)(?!代)")
_ZH_SHORT_YEAR = re.compile(
    r"(?<![〇零○一二三四五六七八九十百千萬\d])[〇零○八九][〇零○一二三四五六七八九](?= ?年(?![級代]))"
)
# Those of a generation: 九十後, 九五後, 00後.
_ZH_BORN_AFTER = re.compile(
    r"(?<![〇零○一二三四五六七八九十百千萬億\d.,])(?:[〇零○六七八九][〇零○五十]|[016-9][05])(?= ?後(?![來天日半方續備期果]))"
)
_ZH_QUARTER = re.compile(
    rf"(?:(?P<year>{_YEAR}) ?年 ?(?:度)?|(?:今年|本年|去年|明年))?(?:第 ?(?P<q>[一二三四1-4]) ?季|(?P<first>首)季|(?P<half>[上下])半年)"
)
_ZH_DECADE = re.compile(
    r"(?:(?:19|20)?\d0|[一二三四五六七八九]十|(?:一九|二[〇○零])[〇○零一二三四五六七八九][〇○零]) ?年代"
)
_ZH_TOLD = re.compile(
    r"今日|今天|今晨|今晚|今早|即日|昨日|昨天|昨晚|明日|明天|明晚|後日|後天|前日|本月|下月|下個月|上月|上個月|今年|本年|去年|明年|翌年|來年|下年|前年|後年|同日|當日|翌日|(?:[本下上]|下下)(?:個)?(?:週|周|星期)|週末|周末"
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<t>[/.-])(?P<b>\d{1,2})(?P=t)(?P<z>(?:19|20)\d\d))(?![\d/-]|\.\d)"
)
_BARE_YEAR = re.compile(
    r"(?<![\d.,$£€/A-Za-z-])(?:19|20)\d\d(?![\d%,]\d|\d|[.]\d|[A-Za-z%]| ?[名位人個間所家項宗種件份張輛艘隻棵株片台部套組隊次場元港美萬億多餘米呎公平立噸度戶])"
)

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]  # fmt: skip
_MON = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_MON_ANY = rf"(?:{_MON}|{'|'.join(m.upper() for m in _MONTHS)})"
_D = rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?(?:am|pm|a\.m|p\.m|million|per\b)|\s(?:of )?{_MON_ANY}\b)"
_NOTE = r"(?:\s?\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?\))?"
_EN_SEP = r"(?:\s?[-–—/&]\s?|,?\s(?:to|and|or|until|through)\s(?:the\s)?|,\s)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_EN_DAYS = rf"{_D}(?:{_NOTE}{_EN_SEP}{_D}){{0,9}}"
# The last day before the month may stand right before it.
_D_BEFORE = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_EN_DAYS_BEFORE = rf"(?:{_D}{_NOTE}{_EN_SEP}){{0,9}}{_D_BEFORE}"
_Y = r"(?:1[5-9]|2[01])\d\d(?!\d)"
_EN_DAY = re.compile(
    rf"(?<![\d.,:$-])(?P<days>{_EN_DAYS_BEFORE})\s(?:of\s)?(?P<month>{_MON_ANY})\b\.?(?:,?\s(?P<year>{_Y}))?"
)
_EN_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MON_ANY})\b\.?\s(?:the\s)?(?P<days>{_EN_DAYS})(?:{_NOTE},?\s(?P<year>{_Y}))?"
)
_EN_MONTHS = re.compile(
    rf"\b(?P<months>{_MON_ANY}(?:\s?(?:to|and|or|through|[-–—/])\s?{_MON_ANY})?)\b\.?(?:,?\s(?:of\s)?(?P<year>{_Y}))?"
)
_BEFORE_MAY = re.compile(
    r"(?:\b(?:in|of|by|until|till|from|since|to|this|next|last|early|late|mid|during|and|or|through|between|before|after|for|end|every|each)[ -]|[-–/]|mid-)$",
    re.I,
)
_EN_YEARS = re.compile(
    rf"(?<![\d.,$£€])(?:FY ?)?(?P<first>{_Y})(?:(?:\s?[-–—/]\s?|\sto\s|\sand\s)(?P<last>{_Y})|\s?[-–—/]\s?(?P<short>\d\d))(?![\d%,]|\.\d)"
)
_EN_YEAR = re.compile(
    rf"(?:(?<=mid-)|(?<=late-)|(?<=early-)|(?<=pre-)|(?<=post-)|(?<=end-)|(?<![\d.,$£€A-Za-z/-]))(?P<year>{_Y})(?![\d%A-Za-z]|[.,]\d|-\w)"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|of|for|during|before|after|between|and|through|year|early|late|mid|end|than)[ -]|[(,–-] ?)$",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:about|some|over|more than|fewer than|less than|nearly|around|almost|at least|up to|approximately) $",
    re.I,
)
_MAY_BE_YEAR = re.compile(
    r"[,.;:)?!]|\s*(?:\Z|\n)| (?:and|or|but|when|while|as|if|after|before|with|at|in|to|the)\b"
)
_COUNTED = re.compile(
    r" (?:\w+ )?(?:people|persons|students|pupils|visitors|participants|members|households|families|residents|flats|units|homes|beds|seats|places|jobs"
    r"|staff|employees|workers|volunteers|guests|patients|children|runners|schools|companies|samples|cases|items|pieces|metres|meters|kilomet(?:re|er)s?|km|kg|tonnes"
    r"|square|cubic|hours|days|words|copies|trees|hectares|kilowatt\w*|kWh|MW|tickets|spectators|shops|rooms|points)\b"
)
_FY = re.compile(rf"\bFY ?(?P<year>{_Y})\b")
_EN_QUARTER = re.compile(
    rf"\b(?:(?P<word>first|second|third|fourth|final|last) quarter|(?:Q(?P<q>[1-4])|(?P<p>[1-4])Q)|(?P<half>first|second) half(?= of| {_Y})|H(?P<h>[12])\b|(?P<g>[12])H)(?:(?: of|,)?\s?(?P<year>{_Y}))?\b"
)
_EN_DECADE = re.compile(r"\b(?:19|20)\d0s\b|[’']\d0s\b")
_EN_TOLD = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|(?:this|next|last|following|same|previous|coming) (?:month|year|day|week|weekend|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?:this|the) morning|a year (?:ago|earlier|before)|year[- ]on[- ]year)\b",
    re.I,
)

_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_PLACES = {"first": "1", "second": "2", "third": "3", "fourth": "4", "final": "4", "last": "4"}
_DAYS_AWAY = {
    **dict.fromkeys(("今日", "今天", "今晨", "今晚", "今早", "即日", "today", "tonight", "this morning"), 0),
    **dict.fromkeys(("昨日", "昨天", "昨晚", "yesterday"), -1),
    **dict.fromkeys(("明日", "明天", "明晚", "tomorrow"), 1),
    **dict.fromkeys(("後日", "後天"), 2),
    "前日": -2,
}  # fmt: skip
_MONTHS_AWAY = {"本月": 0, "當月": 0, "下月": 1, "下個月": 1, "上月": -1, "上個月": -1, "this month": 0, "next month": 1, "last month": -1}  # fmt: skip
_YEARS_AWAY = {"今年": 0, "本年": 0, "去年": -1, "明年": 1, "來年": 1, "下年": 1, "前年": -2, "後年": 2, "this year": 0, "next year": 1, "last year": -1}  # fmt: skip


@lru_cache(maxsize=1024)
def days(text: str, language: str, today: dt.date | None = None) -> tuple[Mention, ...]:
    """Every day, month, quarter and year that a text names, in its order."""
    reader = _Reader(narrow(text), text, today)
    if language == "en":
        reader.english()
    else:
        reader.chinese()
    found = sorted(reader.found, key=lambda mention: mention.start)
    return tuple(_with_years(found, text))


_THROUGH = re.compile(
    rf"(?:{WEEKDAY_NOTE})? ?(?:起|開始)?{_SEP}"
    r"|(?:\s?\((?:Mon|Tues?|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?\))?"
    r"(?:\s?[-–—]\s?|,?\s(?:to|until|till|through|and)\s)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
)


def follows(text: str, one: Mention, other: Mention) -> bool:
    """Whether two days are the ends of a range, or two of a list."""
    return bool(_THROUGH.fullmatch(text, one.end, other.start))


def _with_years(found, text):
    """Let a day without a year have that of the other end (19 February to 21 March 2027)."""
    found = list(found)
    order = range(len(found) - 1)
    for here, there in [*((n + 1, n) for n in order), *((n, n + 1) for n in reversed(order))]:
        day, known = found[here].values[0], found[there].values[0]
        first, last = sorted((here, there))
        if not (day.month and day.day and not day.year and known.year and known.day):
            continue
        if len(found[here].values) > 1 or not follows(text, found[first], found[last]):
            continue
        turned = (day.month < known.month) if here > there else (day.month > known.month)
        year = known.year + (turned if here > there else -turned)
        found[here] = found[here]._replace(values=(day._replace(year=year),))
    return found


def months_of(words: str) -> list[int]:
    return [1 + [m[:3] for m in _MONTHS].index(w[:3].lower()) for w in re.findall(_MON_ANY, words)]


class _Reader:
    """Takes one kind of words after another out of a text, those that say most first."""

    def __init__(self, text, printed, today):
        self.text, self.printed, self.today = text, printed, today
        self.found: list[Mention] = []

    def each(self, pattern):
        """Every match in what is not taken yet; taken from now on, unless it says no day."""
        for match in list(pattern.finditer(self.text)):
            before = len(self.found)
            yield match
            if len(self.found) > before:
                start, end = match.span()
                self.text = self.text[:start] + "\ufffc" * (end - start) + self.text[end:]

    def add(self, day, start, end, weight=FIRM, also=()):
        self.found.append(Mention("day", (day, *also), start, end, self.printed[start:end], weight))

    def numeric(self):
        for match in self.each(_NUMERIC):
            if match["y"]:
                options = [(int(match["y"]), int(match["m"]), int(match["d"]))]
            else:
                a, b, year = int(match["a"]), int(match["b"]), int(match["z"])
                options = [(year, b, a), (year, a, b)]
            real = [Day(*option) for option in options if _exists(*option)]
            if real:
                self.add(real[0], *match.span(), also=real[1:])

    # Chinese

    def chinese(self):
        for match in self.each(_ZH_DECADE):
            self.add(ANY, *match.span(), weight=0)
        self.numeric()
        for match in self.each(_ZH_DAY):
            self._chinese_days(match)
        for match in self.each(_ZH_TODAY):
            there = self.today and (self.today.year, self.today.month)
            year, month = there or (None, None)
            day = Day(year, month, _number(match[0].rstrip(" 日號")))
            self.add(day, *match.span(), weight=FIRM if there else LOOSE)
        for match in self.each(_ZH_QUARTER):
            part = "Q1" if match["first"] else f"Q{_number(match['q'])}" if match["q"] else ""
            if match["half"]:
                part = "H1" if match["half"] == "上" else "H2"
            self.add(Day(_number(match["year"]), part=part), *match.span(), weight=FAIR)
        for match in self.each(_ZH_MONTHS):
            year = _number(match["year"])
            if match["told"]:
                year = self._year(match["told"])
            for month in re.finditer(_MONTH, match["months"]):
                self.add(
                    Day(year, _number(month[0])),
                    *match.span(),
                    weight=FIRM if match["year"] else FAIR,
                )
        for match in self.each(_ZH_YEARS):
            self._years(match)
        for match in self.each(_ZH_YEAR):
            self.add(Day(_number(match["year"])), *match.span("year"))
        for match in self.each(_ZH_SHORT_YEAR):
            digits = match[0].translate(_HAN_DIGITS)
            year = (2000 if digits[0] == "0" else 1900) + int(digits)
            self.add(Day(year), *match.span(), weight=LOOSE)
        for match in self.each(_ZH_BORN_AFTER):
            digits = match[0].replace("十", "零").translate(_HAN_DIGITS)
            self.add(Day((2000 if digits[0] in "01" else 1900) + int(digits)), *match.span(), LOOSE)
        for match in self.each(_BARE_YEAR):
            self.add(Day(int(match[0])), *match.span(), weight=LOOSE)
        self._told(_ZH_TOLD)

    def _chinese_days(self, match):
        year, month = _number(match["year"]), _number(match["month"])
        if match["told_year"]:
            year = self._year(match["told_year"])
        if match["told_month"]:
            there = self._month(match["told_month"])
            year, month = there if there else (None, None)
        start, end = match.start(), match.end("days") + len("日")
        listed = [(match.start("days"), match["days"]), (match.start("more"), match["more"])]
        days = [
            (offset + found.start(), offset + found.end(), _number(found[0]))
            for offset, words in listed
            for found in re.finditer(_DATE, re.sub(WEEKDAY_NOTE, lambda m: " " * len(m[0]), words))
        ]
        for number, (first, last, day) in enumerate(days):
            if number == 0:
                last = end if len(days) == 1 or match["more"] else last
                self.add(Day(year, month, day), start, last)
            else:
                last += self.text[last : last + 1] in ("日", "號")
                self.add(Day(year, month, day), first, last)

    # English

    def english(self):
        for match in self.each(_EN_DECADE):
            self.add(ANY, *match.span(), weight=0)
        self.numeric()
        for match in self.each(_EN_DAY):
            self._english_days(match)
        for match in self.each(_EN_MONTH_DAY):
            self._english_days(match)
        for match in self.each(_EN_QUARTER):
            part = match["word"] and f"Q{_PLACES[match['word']]}"
            if match["q"] or match["p"]:
                part = f"Q{match['q'] or match['p']}"
            if match["half"]:
                part = "H1" if match["half"] == "first" else "H2"
            if match["h"] or match["g"]:
                part = f"H{match['h'] or match['g']}"
            self.add(Day(_number(match["year"]), part=part), *match.span(), weight=FAIR)
        for match in self.each(_EN_MONTHS):
            self._english_months(match)
        for match in self.each(_EN_YEARS):
            self._years(match)
        for match in self.each(_FY):
            self.add(Day(int(match["year"])), *match.span(), weight=FAIR)
        for match in self.each(_EN_YEAR):
            weight = self._year_weight(match)
            if weight is not None:
                self.add(Day(int(match["year"])), *match.span(), weight=weight)
        self._told(_EN_TOLD)

    def _english_days(self, match):
        [month] = months_of(match["month"])
        numbers = [
            (match.start("days") + d.start(), match.start("days") + d.end(), int(d[1]))
            for d in re.finditer(r"(\d+)(?:st|nd|rd|th)?", match["days"])
        ]
        year = _number(match["year"])
        before = match.start("month") < match.start("days")
        for number, (first, last, day) in enumerate(numbers):
            if before and number == 0:
                first = match.start()
            if number == len(numbers) - 1:
                last = match.end() if not before or len(numbers) == 1 else last
            self.add(Day(year, month, day), first, last)

    def _english_months(self, match):
        months = match["months"]
        if not match["year"]:
            before = self.text[max(0, match.start() - 12) : match.start()]
            if not _BEFORE_MAY.search(before):
                return
        for month in months_of(months):
            self.add(
                Day(_number(match["year"]), month),
                *match.span(),
                weight=FIRM if match["year"] else FAIR,
            )

    def _year_weight(self, match):
        """A year after a name (Book Fair 2026) is part of the name; 2000 people are no year."""
        before = self.text[max(0, match.start() - 24) : match.start()]
        if _ABOUT.search(before):
            # “By or around 2050”, “in nearly 2000 of them”: either.
            is_counted = _COUNTED.match(self.text, match.end())
            return LOOSE if _MAY_BE_YEAR.match(self.text, match.end()) and not is_counted else None
        if not _BEFORE_YEAR.search(before) and (
            _COUNTED.match(self.text, match.end()) or not 1900 <= int(match["year"]) < 2100
        ):
            return None
        return LOOSE if re.search(r"[A-Z][\w’'.-]*[ ]$", before) else FIRM

    # Both

    def _years(self, match):
        named = "short" if match.groupdict().get("short") else "last"
        first, last = _number(match["first"]), match[named].translate(_HAN_DIGITS)
        if len(last) == 2:
            end = first // 100 * 100 + int(last)
            if end != first + 1 and not (first < end <= first + 30):
                return
        else:
            end = _number(last)
        if end == first + 1:
            self.add(Day(first, part=str(end)), *match.span())
        elif first < end:
            self.add(Day(first), *match.span("first"))
            self.add(Day(end), *match.span(named))

    def _told(self, pattern):
        for match in self.each(pattern):
            words = match[0].lower()
            day = ANY
            if self.today and words in _DAYS_AWAY:
                there = self.today + dt.timedelta(days=_DAYS_AWAY[words])
                day = Day(there.year, there.month, there.day)
            elif words in _MONTHS_AWAY and self.today:
                day = Day(*self._month(words))
            elif words in _YEARS_AWAY and self.today:
                day = Day(self._year(words))
            self.add(day, *match.span(), weight=LOOSE)

    def _month(self, words):
        if self.today is None or words not in _MONTHS_AWAY:
            return None
        months = self.today.year * 12 + self.today.month - 1 + _MONTHS_AWAY[words]
        return months // 12, months % 12 + 1

    def _year(self, words):
        if self.today is None or words not in _YEARS_AWAY:
            return None
        return self.today.year + _YEARS_AWAY[words]


def _number(words):
    if not words:
        return None
    number = chinese_value(words)
    return None if number is None else int(number)


def _exists(year, month, day):
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
