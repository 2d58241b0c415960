"""How much a Chinese and an English text, or person, may say the same: evidence that needs no
dictionary of the two languages but what both print, and the words that stand for each other.

Scores are sums of evidence; 0 says nothing, some 2 is telling, below 0 speaks against.
"""

import functools
import math
import re

from releases.document.schema import Person

from . import shapes

# Every text is compared with many.
cached = functools.lru_cache(maxsize=2000)
# English letters that a Han character takes, on average.
LETTERS_PER_HAN = 3.2
UNITS = {
    **dict.fromkeys(("百萬", "百万", "million", "mn", "m"), 10**6),
    **dict.fromkeys(("千萬", "千万"), 10**7),
    **dict.fromkeys(("萬", "万"), 10**4),
    **dict.fromkeys(("億", "亿"), 10**8),
    **dict.fromkeys(("萬億", "万亿", "兆", "trillion", "tn"), 10**12),
    **dict.fromkeys(("十億", "十亿", "billion", "bn"), 10**9),
    **dict.fromkeys(("千", "thousand"), 10**3),
}
# The sign of a currency tells 35m, an amount, from 35m, a length.
NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])(?P<money>(?:[A-Z]{2,3})?[$€£¥]\s?|(?:RMB|HKD|USD|EUR|CNY)\s?)?(?P<digits>\d[\d,]*(?:\.\d+)?)"
    r"\s*(?P<unit>十億|十亿|百萬|百万|千萬|千万|萬億|万亿|[萬万億亿]|千(?![瓦克米伏卡帕赫焦])|兆(?![瓦赫帕焦伏])|(?:thousand|million|billion|trillion|bn|mn|tn)\b|(?(money)m\b|(?!)))?",
    re.IGNORECASE,
)
MONTHS = "january february march april may june july august september october november december"
MONTH = re.compile(
    rf"(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+)?\b(?P<month>{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTHS.split())})\b\.?"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?\b)?(?:,?\s+(?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
DATE_ZH = re.compile(
    r"(?:\d{4}\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?:(?P<day>\d{1,2})\s*[日號号])?|\d+\s*[年日號号]"
)
TIME = re.compile(
    r"\d{1,2}:\d\d|\d{1,2}(?=\s*(?:[時时點点]|[ap]\.?m\b))|(?<=[時时點点])\s*\d{1,2}\s*分", re.I
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|,\d)")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&'’\-]{2,}")
HAN_NUMBER = re.compile(
    r"[〇零一二三四五六七八九]{4}(?=年)|[一二兩三四五六七八九十](?:[〇零一二三四五六七八九十百萬万億亿]|千(?![瓦伏帕赫焦]))+"
)
HAN_DIGITS = {"零": 0, "兩": 2, **{c: n for n, c in enumerate("〇一二三四五六七八九")}}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8}
# Numbers that one language may write as a word.
SMALL_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
SMALL_ZH = dict(zip("〇一二三四五六七八九十兩两雙", (*range(11), 2, 2, 2), strict=True))
# Words that stand for each other in job titles.
ROLES = {
    "主席": "chair",
    "總裁": "president chief executive",
    "执行官": "chief executive",
    "執行官": "chief executive",
    "總監": "director chief",
    "董事": "director",
    "總經理": "general manager managing",
    "經理": "manager",
    "校長": "president vice-chancellor principal",
    "院長": "dean director head",
    "教授": "professor",
    "局長": "secretary director",
    "署長": "director commissioner",
    "司長": "secretary",
    "會長": "president chair",
    "主任": "director head officer",
    "主管": "head lead",
    "科學": "scientist scientific science",
    "技術": "technology technical",
    "科技": "technology",
    "財務": "financial finance",
    "營運": "operating operations",
    "傳訊": "communications",
    "市場": "marketing market",
    "發言人": "spokes",
    "創辦人": "founder",
    "創始人": "founder",
    "秘書": "secretary",
    "顧問": "advis consult",
    "研究員": "research",
    "工程師": "engineer",
    "副": "vice deputy",
}
HONORIFICS = {
    "先生": "mr",
    "女士": "ms mrs miss",
    "小姐": "ms miss",
    "太太": "mrs",
    "博士": "dr",
    "醫生": "dr",
    "教授": "prof professor",
    "工程師": "ir",
    "爵士": "sir",
}
# How the surnames most met are written in Hong Kong, on the mainland, in Taiwan and in Singapore.
SURNAMES = {
    zh: set(en.split())
    for zh, en in (
        line.split(maxsplit=1)
        for line in """
王 wong wang ong
李 lee li lei
張 cheung chang zhang teo
劉 lau liu low
陳 chan chen chin tan
楊 yeung yang young
黃 wong huang hwang ng
趙 chiu zhao chao
吳 ng wu woo goh
周 chow chau zhou chou
徐 tsui chui xu hsu
孫 suen sun
馬 ma mah
朱 chu zhu
胡 wu woo hu
郭 kwok guo kuo
何 ho he
羅 law lo luo
高 ko kao gao
林 lam lin lim
鄭 cheng zheng
梁 leung liang
謝 tse xie hsieh
宋 sung song
唐 tong tang
許 hui xu hsu
韓 hon han
馮 fung feng
鄧 tang deng teng
曹 tso cao tsao
彭 pang peng
曾 tsang zeng tseng
蕭 siu xiao hsiao
田 tin tian
董 tung dong
潘 poon pun pan
袁 yuen yuan
蔡 choi tsoi cai tsai
蔣 chiang jiang
余 yu yue
杜 to du tu
葉 yip ip ye yeh
程 ching cheng
魏 ngai wei
蘇 so su
呂 lui lu
丁 ting ding
任 yam ren jen
沈 shum sham shen
盧 lo lu
姚 yiu yao
鍾 chung zhong
姜 keung jiang
崔 chui tsui cui
譚 tam tan
陸 luk lu
汪 wong wang
范 fan
金 kam jin kim
石 shek shi
廖 liu liao
賈 ka jia
夏 ha xia hsia
韋 wai wei
方 fong fang
白 pak bai
鄒 chow zou
熊 hung xiong
孟 mang meng
秦 chun qin
邱 yau qiu chiu
江 kong jiang chiang
尹 wan yin
薛 sit xue
雷 lui lei
侯 hau hou
龍 lung long
史 sze shi
陶 to tao
黎 lai li
賀 ho he
顧 koo ku gu
毛 mo mao
郝 kok hao
龔 kung gong
邵 siu shao shaw
萬 man wan
錢 chin tsin qian
嚴 yim yan
戴 tai dai
莫 mok mo
孔 hung kong
湯 tong tang
溫 wan wen
康 hong kang
施 sze shi shih
洪 hung hong
伍 ng wu
倪 ngai ni
莊 chong zhuang
關 kwan guan
柯 or ke ko
阮 yuen ruan
區 au ou
歐 au ou
甄 yan zhen
翁 yung weng
簡 kan jian
麥 mak mai
岑 shum sham cen
狄 tik dik di
芮 yui rui
貝 pui bui bei
湛 cham zhan
霍 fok huo
祝 chuk zhu
鄺 kwong kuang
植 chik zhi
勞 lo lao
冼 sin xian
查 cha zha
歐陽 au-yeung au ouyang
司徒 szeto seto situ
上官 sheung-kwun sheungkwun shangguan
""".strip().split("\n")
    )
}  # fmt: skip


def amounts(text: str) -> set[float]:
    """The numbers that a text prints, with their units; dates and times aside."""
    return in_digits(_with_digits(text))


@cached
def in_digits(text: str) -> set[float]:
    """The numbers that a text prints in digits; dates and times aside."""
    text = shapes.EMAIL.sub(" ", shapes.WEB_ADDRESS.sub(" ", text))
    for pattern in (TIME, DATE_ZH, MONTH, YEAR):
        text = pattern.sub(" ", text)
    return {
        round(float(m["digits"].replace(",", "")) * UNITS.get((m["unit"] or "").lower(), 1), 4)
        for m in NUMBER.finditer(text)
    }


@cached
def _with_digits(text: str) -> str:
    """A text with its Chinese numbers in digits: 三千五百萬 as 35000000, 二〇〇一年 as 2001年."""
    return HAN_NUMBER.sub(lambda m: str(_value(m.group())), text)


def _value(numeral: str) -> int:
    if not set(numeral) & set(HAN_UNITS):
        return int("".join(str(HAN_DIGITS[c]) for c in numeral))
    whole = part = digit = 0
    for character in numeral:
        unit = HAN_UNITS.get(character)
        if unit is None:
            digit = HAN_DIGITS[character]
        elif unit < 10**4:
            part, digit = part + (digit or 1) * unit, 0
        elif part + digit:
            whole, part, digit = whole + (part + digit) * unit, 0, 0
        else:
            whole *= unit
    return whole + part + digit


@cached
def small_numbers(text: str) -> set[float]:
    """The small numbers that a text may say in words."""
    lower = text.lower()
    found = {float(n) for n, word in enumerate(SMALL_EN) if re.search(rf"\b{word}", lower)}
    return found | {float(value) for han, value in SMALL_ZH.items() if han in text}


@cached
def dates(text: str) -> set[tuple[int, int]]:
    """The days (month, day) and months (month, 0) that a text names in digits or in English."""
    found = {(int(m["month"]), int(m["day"] or 0)) for m in DATE_ZH.finditer(text) if m["month"]}
    months = [m[:3] for m in MONTHS.split()]
    for match in MONTH.finditer(text):
        day = match["before"] or match["after"]
        # “may” and “march” are words, too.
        if match["month"][0].isupper():
            found.add((months.index(match["month"][:3].lower()) + 1, int(day or 0)))
    return found


@cached
def _latin(text: str) -> set[str]:
    return {word.lower() for word in LATIN.findall(text)}


@cached
def _years(text: str) -> set[str]:
    return set(YEAR.findall(_with_digits(text)))


def figures(text: str) -> set:
    """The numbers and the days that a text says."""
    return amounts(text) | {day for day in dates(text) if day[1]}


def differing(chinese: str, english: str) -> tuple[list[float], list[float]]:
    """The numbers in digits that only one of two texts says, be it in words."""
    return (
        sorted(in_digits(chinese) - amounts(english) - small_numbers(english)),
        sorted(in_digits(english) - amounts(chinese) - small_numbers(chinese)),
    )


def same_words(chinese: str, english: str) -> float:
    """How much two texts may say the same: between some -3 and 8."""
    if not chinese or not english:
        return 0
    score = 0.0
    mine, its = amounts(chinese), amounts(english)
    only_zh, only_en = differing(chinese, english)
    score += min(3, 1.2 * len(mine & its)) - min(1.6, 0.4 * (len(only_zh) + len(only_en)))
    days, other_days = dates(chinese), dates(english)
    score += min(1.5, len(days & other_days)) - (0.5 if days and other_days - days else 0)
    score += min(1, 0.5 * len(_years(chinese) & _years(english)))
    if latin := _latin(chinese):
        words = _latin(english)
        score += min(3, 1.0 * len(latin & words)) - min(1, 0.4 * len(latin - words))
    return score + as_long(chinese, english)


def as_long(chinese: str, english: str) -> float:
    """From 0.6, as long as a translation is, down to -1.4."""
    ratio = len(english) / max(1, _expected(chinese))
    return 0.6 - min(2, 1.2 * abs(math.log(max(ratio, 0.01))))


@cached
def _expected(chinese: str) -> float:
    """The length that an English text has which says the same."""
    han = len(shapes.HAN_CHARACTER.findall(chinese))
    return han * LETTERS_PER_HAN + len("".join(LATIN.findall(chinese)))


def in_common(chinese: str, english: str) -> tuple[int, int]:
    """Of what two whole texts print that both could (numbers, days, Latin words): how much both do,
    and out of how much."""
    pairs = [(amounts(chinese), amounts(english)), (dates(chinese), dates(english))]
    latin = _latin(chinese)
    common = sum(len(a & b) for a, b in pairs) + len(latin & _latin(english))
    return common, sum(min(len(a), len(b)) for a, b in pairs) + len(latin)


def same_person(chinese: Person, english: Person) -> float:
    """How much two people may be one, by name, honorific and job title."""
    return (
        same_name(chinese.name.get("zh-hant", ""), english.name.get("en", ""))
        + _same_honorific(chinese.honorific.get("zh-hant", ""), english.honorific.get("en", ""))
        + _same_role(chinese.job_title.get("zh-hant", ""), english.job_title.get("en", ""))
    )


def same_name(chinese: str, english: str) -> float:
    if not chinese or not english:
        return 0
    words = set(re.findall(r"[a-z]+(?:-[a-z]+)*", english.lower()))
    words |= {piece for word in words for piece in word.split("-")}
    if latin := _latin(chinese):
        return 5 if latin & words else -2
    surname = SURNAMES.get(chinese[:2]) or SURNAMES.get(chinese[:1])
    if not surname:
        return 0
    return 2 if surname & words else -1


def _same_honorific(chinese: str, english: str) -> float:
    wanted = HONORIFICS.get(chinese, "").split()
    if not wanted or not english:
        return 0
    return 0.5 if english.lower().rstrip(".") in wanted else -0.7


def _same_role(chinese: str, english: str) -> float:
    english = english.lower()
    if not chinese or not english:
        return 0
    known = [words.split() for han, words in ROLES.items() if han in chinese]
    said = sum(any(word in english for word in words) for words in known)
    return min(1.5, 0.75 * said) - (0.5 if known and not said else 0)
