"""The dateline: city and date at the head of the lead, or on a line of their own.

A dateline is the longest beginning of the paragraph that consists of nothing but a place, a date
and the name of a wire, closed by a bracket, a dash or 電/訊.
"""

import dataclasses
import datetime as dt
import re

from ..shapes import HAN
from . import dates, words

CLOSERS = re.compile(
    r"[)）】\]]\s*(?:[—–\-─－:：]+\s*|[電电訊讯]\s*[—–\-─－:：]*\s*|(?=[\s\S]))|\s*(?:—+|–|─+|--+|－)\s*|\s[-|｜]\s+|[:：]\s*"
    r"|[電电訊讯]\s*[)）】\]]?\s*(?:[（(][^）)]{1,20}[）)]\s*(?:\d{1,2}日[，,])?)?\s*(?:/[^/]{2,30}/)?\s*[—–\-─－:：]*\s*"
)
WIRE = re.compile(
    r"/(?!\d{1,2}/)[^/\n]{2,40}/|[（(](?:[A-Z][A-Za-z\-.]*\s?)*(?:WIRE|Wire|Newswire|NEWSWIRE|NEWS|News)[^）)]{0,20}[）)]"
    r"|Media OutReach(?:\s+Newswire)?|EQS(?:\s+Newswire|\s+Group)?|ACN\s+Newswire|PRNewswire(?:-[A-Za-z]+)*|Business\s?Wire"
    r"|(?:Xinhua|Reuters|Bloomberg|GlobeNewswire)\b|美通社|[（(]?[亞亚]太商[訊讯][）)]?|商業資訊|新華社|新华社|中新網|中新网|中新社|中通社|中央社|[電电訊讯]$|[（(]?(?:本報|本报)?[記记]者[^）)]{0,15}[）)]",
)
CITIES_ZH = words.listed(
    """
    香港 澳門 澳门 北京 上海 廣州 广州 深圳 珠海 佛山 東莞 东莞 中山 惠州 杭州 南京 武漢 武汉 成都 重慶 重庆 天津 蘇州 苏州 西安 廈門 厦门 青島 海口
    三亞 台北 高雄 台中 新加坡 倫敦 伦敦 紐約 纽约 東京 东京 首爾 曼谷 巴黎 柏林 日內瓦 悉尼 吉隆坡 雅加達 馬尼拉 杜拜 迪拜 華盛頓 三藩市 舊金山 洛杉磯
    波士頓 劍橋 英國 美國 新德里 孟買 中國香港
    """
)
CITIES_EN = [
    "hong kong",
    "macau",
    "macao",
    "beijing",
    "shanghai",
    "guangzhou",
    "shenzhen",
    "taipei",
    "singapore",
    "london",
    "new york",
    "tokyo",
    "seoul",
    "bangkok",
    "paris",
    "berlin",
    "geneva",
    "sydney",
    "melbourne",
    "kuala lumpur",
    "jakarta",
    "manila",
    "dubai",
    "washington",
    "san francisco",
    "los angeles",
    "boston",
    "chicago",
    "cambridge",
    "oxford",
    "edinburgh",
    "dublin",
    "zurich",
    "basel",
    "brussels",
    "amsterdam",
    "toronto",
    "vancouver",
    "mumbai",
    "new delhi",
    "hanoi",
    "hangzhou",
    "nanjing",
    "wuhan",
    "chengdu",
    "manchester",
    "glasgow",
    "cardiff",
    "belfast",
]
PLACE_ZH = re.compile(rf"^[{HAN}]{{2,12}}(?:[·、，及和與\s][{HAN}]{{2,12}}){{0,2}}$")
WORD_EN = r"(?:[A-Z][\w'’.\-]*|of|and|the|de|la|&)"
NO_PLACE_ZH = re.compile(r"[今昨][日天]|本[月年]|[將将於于在]$|公司|大[學学]|宣[布佈]|表示")
PLACE_EN = re.compile(rf"^[A-Z][\w'’.\-]*(?:(?:,?\s+|\s*[,/&]\s*){WORD_EN}){{0,7}}$")
EDGES = " \t\u3000・‧•,，、;；:：-–—─－/()（）[]【】.。·|"


@dataclasses.dataclass(frozen=True)
class Prefix:
    """What stands at the head of a paragraph: ``end`` is where the text proper begins."""

    end: int
    city: str
    date: dt.date | None
    wires: tuple[str, ...]
    printed_date: str
    sure: bool = True


def parse(text: str) -> Prefix | None:
    """Return the dateline at the head of a paragraph."""
    best = None
    for closer in CLOSERS.finditer(text[:170]):
        if closer.end() == 0:
            continue
        ends_with_word = (
            closer.group().strip()[:1] in tuple("電电訊讯)）】]")
            if closer.group().strip()
            else False
        )
        head = text[: closer.start() + (1 if ends_with_word else 0)]
        if found := _whole(head, closer.group()):
            named = [m.group() for m in WIRE.finditer(text[: closer.end()])]
            wires = tuple(wire for wire in named if wire.strip("電电訊讯"))
            best = dataclasses.replace(found, end=closer.end(), wires=wires)
    return best


def alone(text: str) -> Prefix | None:
    """Return the place and date of a line that holds nothing else."""
    found = dates.find(text) if len(text) < 60 else None
    if not found:
        return None
    city = (text[: found.start] + " " + text[found.end :]).strip(EDGES)
    city = re.sub(
        r"^(?:日期|Date|Release date|(?:發佈|發布|发布|發放)(?:日期|時間|时间))\s*[：:]?\s*",
        "",
        city,
        flags=re.IGNORECASE,
    )
    if (other := dates.find(city)) and other.date == found.date:
        # 2026年8月3日 3 August 2026
        city = (city[: other.start] + city[other.end :]).strip(EDGES)
    if city and not (_is_place(city) and (city in CITIES_ZH or not re.search(f"[{HAN}]", city))):
        return None
    if city and not (city.lower().split(",")[0] in CITIES_EN or city in CITIES_ZH):
        return None
    return Prefix(len(text), city, found.date, (), text[found.start : found.end])


def _whole(head: str, closer: str) -> Prefix | None:
    opened = head.lstrip().startswith(("（", "(", "【", "["))
    if closer.strip() in tuple(")）】]") and not opened:
        return None
    rest, wires = head, []
    for match in reversed(list(WIRE.finditer(head))):
        wires.insert(0, match.group())
        rest = rest[: match.start()] + " | " + rest[match.end() :]
    found = dates.find(rest)
    printed = ""
    if found:
        printed = rest[found.start : found.end]
        rest = rest[: found.start] + " | " + rest[found.end :]
    pieces = [p.strip(EDGES) for p in rest.split("|")]
    pieces = [p for p in pieces if p]
    if len(pieces) > 1:
        pieces = [p for p in pieces if not re.fullmatch(WIRE.pattern + r"|Newswire|Inc\.?", p)]
    if len(pieces) > 1 or (not pieces and not found):
        return None
    city = re.sub(r"\s+", " ", pieces[0]) if pieces else ""
    if city[:-1] in CITIES_ZH:
        city = city.rstrip("電电訊讯")
    if re.search(r"\b[A-Z][a-z]{1,5}$", city) and f"{city}." in rest:
        city += "."
    if city and not _is_place(city):
        return None
    wires = tuple(w for w in wires if w.strip("電电訊讯"))
    if not (found or wires) and not _sure_city(city, head, closer):
        return None
    if not city and not head.lstrip().startswith(tuple("（([【")) and not closer.strip("：: "):
        return None
    return Prefix(0, city, found.date if found else None, wires, printed, bool(found or wires))


def _is_place(text: str) -> bool:
    if re.search(f"[{HAN}]", text):
        return bool(PLACE_ZH.match(text)) and len(text) <= 16 and not NO_PLACE_ZH.search(text)
    return (
        len(text) <= 60
        and bool(PLACE_EN.match(text))
        and not text.endswith((" and", " of", " the"))
    )


def _sure_city(city: str, head: str, closer: str) -> bool:
    """Whether a place without a date is one: known, or printed in capitals before a dash."""
    if closer.strip() in tuple(":：電电訊讯") and not head.startswith(tuple("（([【")):
        return False
    if re.search(f"[{HAN}]", city):
        return city in CITIES_ZH
    known = all(part.strip().lower() in CITIES_EN for part in re.split(r",|&|/|\band\b", city)[:1])
    return known or (city.isupper() and len(city) > 3 and bool(re.search("[—–-]", closer)))
