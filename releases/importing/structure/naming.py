"""Organisations that no boilerplate and no definition names: what they are called elsewhere tells."""

import re
from collections.abc import Iterator

from .. import shapes
from ..shapes import HAN
from . import people_en, people_zh, words
from .reading import Reading
from .sections import Sections

# A paragraph of contacts is cut into the words for one thing each.
PIECES = re.compile(rf"[\n\t\u3000,，:：;；|/／()（）]|\s{{2,}}|(?<=[{HAN}])\s+|\s+(?=[{HAN}])")
# What begins a job title that says a field of work first.
ROLE_BEGINS = re.compile(rf"(?:{people_zh.FIELD}|{people_zh.MODIFIER}|{people_zh.TITLE})")
ONLY_ROLE = re.compile(rf"(?:{people_zh.FIELD}|{people_zh.MODIFIER}|{people_zh.TITLE})+")
DEPARTMENT_END = re.compile(r"[部處处科組组系室]$|學院$|学院$")
# The subject of a standing text that is no organisation: About a trial, a product or a scheme.
THING = re.compile(
    r"^(?:[A-Z][^.]{0,60}?)\s+is\s+(?:an?|the)\s+(?:[a-z\-]+\s+){0,4}?"
    r"(?:study|trial|drug|medicine|treatment|therapy|vaccine|product|device|app|award|festival|exhibition|campaign|survey|scheme)\b"
    r"|^.{1,30}?是(?:一[項项種种款個个])[^，。]{0,20}(?:研究|試驗|试验|藥物|药物|療法|疗法|產品|产品|計劃|计划|應用程式|獎項|奖项|活動|活动)"
)
MOST = 200


def beside_contacts(reading: Reading, sections: Sections) -> Iterator[str]:
    """Names among the contacts that the headline or the lead prints, too: nobody else is in both."""
    opening = [*sections.top, *sections.body[:3]]
    printed = "\n".join(p.text for p in opening)
    persons = {
        fields["name"]
        for p in (*opening, *sections.body)
        for _s, _e, fields in _module(reading).find(p.text[:3000], reading.organisations)
    }
    for paragraph in sections.contacts[:MOST]:
        for piece in PIECES.split(paragraph.text[:1000]):
            name = piece.strip(" .。、")
            if name not in persons and _like_a_name(reading, name) and name in printed:
                yield name


def _module(reading: Reading):
    return people_zh if reading.chinese else people_en


def _like_a_name(reading: Reading, text: str) -> bool:
    if shapes.is_section_heading(text) or any(c.isdigit() for c in text):
        return False
    if not reading.chinese:
        capital = r"(?:[A-Z][\w'’&.\-]*|of|and|for|the|&)"
        named = re.fullmatch(rf"[A-Z][\w'’&.\-]+(?:\s{capital}){{1,7}}", text)
        return bool(named) and not people_en.is_title(text)
    return (
        bool(re.fullmatch(rf"[{HAN}A-Za-z·&]{{3,20}}", text))
        and bool(re.search(f"[{HAN}]{{2}}", text))
        and not people_zh.TITLE_END.search(text)
        and not re.fullmatch(words.HAN_NAME, text)
        and not ONLY_ROLE.fullmatch(text)
        and not re.search(r"[查垂]詢|查询|聯絡|联系|電話|电话|電郵|邮箱", text)
    )


def before_titles(reading: Reading, sections: Sections) -> Iterator[str]:
    """What stands before a job title, and without it elsewhere: 明磚建材 of 明磚建材技術總監."""
    texts = [p.text[:3000] for p in (*sections.top, *sections.body, *sections.photos)]
    whole = "\n".join(texts)[:60_000]
    runs = {
        fields["job_title"]
        for text in texts
        for _s, _e, fields in people_zh.find(text, reading.organisations)
        if fields["job_title"] and not fields["organisation"]
    }
    for run in sorted(runs)[:MOST]:
        for size in range(len(run) - 2, 2, -1):
            name, rest = run[:size], run[size:]
            if (
                whole.count(name) > whole.count(run[: size + 1])
                and ROLE_BEGINS.match(rest)
                and not ONLY_ROLE.fullmatch(name)
                and not DEPARTMENT_END.search(name)
            ):
                yield name
                break


def has_officers_zh(text: str, name: str) -> bool:
    """Whether a text names somebody with a job title at an organisation."""
    role = rf"(?:{people_zh.FIELD}|{people_zh.MODIFIER})*(?:{people_zh.TITLE})"
    return bool(re.search(rf"{re.escape(name)}{role}", text))


def has_officers_en(text: str, name: str) -> bool:
    found = re.finditer(rf"(?P<title>[\w\-]+)\s+(?:of|at)\s+(?:the\s+)?{re.escape(name)}\b", text)
    return any(people_en.is_title(match["title"]) for match in found)


def is_thing(text: str) -> bool:
    """Whether a standing text is about a trial, a product or a scheme, and no organisation."""
    return bool(THING.match(text[:300]))
