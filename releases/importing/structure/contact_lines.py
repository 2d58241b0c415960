"""The lines of media contacts: their heading, and the words, numbers and addresses in each."""

import dataclasses
import re
from collections.abc import Iterator

from .. import shapes
from ..paragraphs import Line, Paragraph
from . import phones
from .reading import Reading

NOISE = re.compile(
    r"^(?:[\s:：,，;；/／|·•\-–—()（）.。、]+|or|and|at|via|on|by|email|e-mail|please|contact|call|tel|website|web|或|及|與|请|請|致電|联系|聯絡|聯繫|電郵至|電郵|查詢|網址|网址|網站|网站|主頁)+$",
    re.IGNORECASE,
)
HEADING_WORDS = re.compile(
    r"^(?:請|请)?(?:聯絡|联系|聯繫|與)?\s*[:：,，]?\s*|^(?:please\s+(?:feel\s+free\s+to\s+)?)?contact\s*[:：]?\s*",
    re.IGNORECASE,
)
SENTENCE_START = re.compile(
    r"^.*?(?:please\s+(?:feel\s+free\s+to\s+)?(?:contact|call|e-?mail)|contact|(?:請|请|可)(?:致電|致电|聯絡|联系|聯繫|与|與))\s*[:：]?\s*",
    re.IGNORECASE | re.DOTALL,
)
SPOKEN_FOR = re.compile(
    r"^(?:for\s+|[（(])(?P<name>[A-Z][^:：）)]{2,60}|[^:：）)]{2,30})[)）]?\s*[:：]?\s*$"
)
NAME_LABEL = re.compile(
    r"^(?:(?:contact\s*)?(?:name|person)|聯絡人|联系人|聯繫人|姓名|attn)\s*[:：]\s*",
    re.IGNORECASE,
)
# T, M, E and W alone before what they stand for.
LETTER = re.compile(r"(?:^|(?<=[\s|/,;（(]))[TMPDEFW]\.?\s*$")
# Behind an address where it stands for nothing: a slash that no other address follows, or another
# mark at the end of the line.
STRAY = re.compile(r"(?:/(?!\s*\S{1,64}@)|[\\,;:，；：、](?=\s*$))?")
# A number that the end of a line cut: three or four digits alone are none.
CUT_NUMBER = re.compile(r"\d[\d\s()\-]{3,}\d\s*$")
REST = re.compile(r"\d{3,4}\s*(?:[,;/)，；／）]|$)")
ASKING = re.compile(
    r"^(?:(?:and\s+)?(?:please\s+)?(?:ask(?:ing)?\s+for|speak(?:ing)?\s+(?:to|with)|contact)\s+|[與与跟找向]\s*)"
    r"|\s*(?:聯絡|联络|联系|聯繫|接洽|查詢|查询)\s*$",
    re.IGNORECASE,
)


def logical(reading: Reading, paragraph: Paragraph) -> list[Line]:
    """Lines as printed, unless the paragraph is a sentence that was wrapped."""
    if len(paragraph.lines) > 1 and (
        shapes.CONTACT_SENTENCE.match(paragraph.text[:200])
        or shapes.ends_sentence(paragraph.text)
        and len(paragraph.text) > 60
    ):
        for number in paragraph.numbers[1:]:
            reading.sources.setdefault(number, "media_contacts")
        return [dataclasses.replace(paragraph.lines[0], text=paragraph.text)]
    lines: list[Line] = []
    for line in paragraph.lines:
        open_before = lines and re.search(r"[（(][^（(）)]{0,200}$", lines[-1].text)
        if open_before or lines and CUT_NUMBER.search(lines[-1].text) and REST.match(line.text):
            reading.sources.setdefault(line.number, "media_contacts")
            lines[-1] = dataclasses.replace(lines[-1], text=f"{lines[-1].text} {line.text}")
        else:
            lines.append(line)
    return lines


def heading(text: str) -> tuple[bool, str, str]:
    """Whether a line begins with a heading, what else stands in it, and who is spoken for."""
    match = shapes.CONTACT_HEADING.match(text) if len(text) < 200 else None
    if not match:
        if shapes.CONTACT_SENTENCE.match(text[:200]):
            return True, SENTENCE_START.sub("", text, count=1), ""
        return False, text, ""
    rest = (match.group("rest") or "").strip(" ：:，,")
    spoken = SPOKEN_FOR.match(rest)
    if spoken and (rest.lower().startswith("for ") or rest[:1] in "(（"):
        name = spoken.group().strip("（()） :：")
        return True, "", re.sub(r"^for\s+", "", name, flags=re.IGNORECASE)
    if SENTENCE_START.match(rest) and re.match(r"please|請|请|for", rest, re.IGNORECASE):
        rest = SENTENCE_START.sub("", rest, count=1)
    return True, HEADING_WORDS.sub("", rest, count=1).strip(" ：:，,"), ""


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """Cut a line into words, numbers and addresses, labels dropped."""
    place = 0
    for start, end, kind in _marks(text):
        if start < place:
            continue
        yield from _words(LETTER.sub("", text[place:start]), labelled=True)
        yield kind, text[start:end]
        place = end
    yield from _words(text[place:])


def _marks(text: str) -> list[tuple[int, int, str]]:
    marks = []
    for match in shapes.EMAIL.finditer(text):
        end = STRAY.match(text, match.end()).end()
        before = text[max(0, match.start() - 7) : match.start()]
        marks.append((match.start() - (7 if before == "mailto:" else 0), 0, end, "email"))
    marks += [(m.start(), 1, m.end(), "web") for m in shapes.WEB_ADDRESS.finditer(text)]
    for match in phones.NUMBER.finditer(text):
        if 7 <= len(re.sub(r"\D", "", match.group("number"))) <= 15:
            label = text[max(0, match.start() - 20) : match.start()]
            fax = re.search(shapes.FAX_LABEL.pattern + r"$", label, re.IGNORECASE)
            marks.append((match.start(), 2, match.end(), "fax" if fax else "phone"))
    return [(start, end, kind) for start, _rank, end, kind in sorted(marks)]


def _words(text: str, labelled: bool = False) -> Iterator[tuple[str, str]]:
    """The words of a line without the labels: before a colon or a number, or alone on a line."""
    for label in (shapes.PHONE_LABEL, shapes.EMAIL_LABEL, shapes.FAX_LABEL):
        end = r"(?:[:：]|$)" if labelled else r"[:：]"
        text = re.sub(
            rf"(?:{label.pattern})(?:(?<=[:：])|(?<=[:：]\s)|{end})", " ", text, flags=re.I
        )
        text = re.sub(rf"^\s*(?:{label.pattern})\s*$", " ", text, flags=re.I)
    text = NAME_LABEL.sub("", text.strip())
    text = re.sub(r"^[\s:：,，;；/／|·•\-–—.。、)）]+|[\s:：,，;；/／|·•\-–—、(（。]+$", "", text)
    text = ASKING.sub("", ASKING.sub("", text))
    text = re.sub(r"\s+(?:at|on|via|by|or|and|through)$", "", text)
    if text and not NOISE.match(text):
        yield "text", text
