"""Lines of both languages: which language words are in, and where a line has a side for each."""

import re

from releases.document.schema import Language

from . import shapes
from .shapes import HAN
from .structure import organisations, people_en, people_zh
from .structure.words import HAN_NAME

# A line in two languages is a heading, a name, a label or a headline.
LONGEST = 160
WORD = re.compile(r"[A-Za-z][A-Za-z'’\-]+")
ADDRESS = re.compile(f"{shapes.EMAIL.pattern}|{shapes.WEB_ADDRESS.pattern}", re.I | re.A)
RUN = re.compile(
    rf"(?P<zh>[圖相照]片?\s?\d{{1,2}}|[{HAN}]+)"
    r"|(?P<en>(?:photo|figure|picture|image)\s?\d{1,2}\b|[A-Za-z][A-Za-z'’.&\-]*)",
    re.IGNORECASE,
)
# The words that stand beside a Chinese label.
LABEL = re.compile(
    r"(?:tel(?:ephone)?|phone|mobile|fax|e-?mail|website|web|address|name|title|position|company|organi[sz]ation|date|time"
    r"|venue|contacts?|enquir(?:y|ies)|inquir(?:y|ies)|media|ends?|photos?|caption|hotline|direct|office|embargo(?:ed)?|\d+)\.?",
    re.IGNORECASE,
)
ORGANISATION = re.compile(rf"(?:{organisations.ORGANISATION_END})$")
GLOSS = re.compile(rf"[（(][{HAN}·、，\s]+[）)]")
HONORIFIC = re.compile(rf"(?:{people_zh.HONORIFIC})")
# 2026年5月4日（星期一） 4 May 2026 (Monday)
DATES = re.compile(
    rf"(?P<zh>\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日(?:\s*[（(][{HAN}]{{1,3}}[)）])?)[\s/／|｜,，]*"
    r"(?P<en>(?:[A-Z][a-z]+,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}|[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4})(?P<day>\s*\([A-Z][a-z]+\))?"
)
OPENING, CLOSING = "（(［[", "）)］]"


def language_of(text: str) -> Language | None:
    """The language of a text; none where it has no words, or those of both."""
    bare = ADDRESS.sub(" ", text)
    han, words = len(shapes.HAN_CHARACTER.findall(bare)), len(WORD.findall(bare))
    if not han or not words:
        # An address or a number has letters and no language.
        return "en" if words else "zh-hant" if han else None
    if sides(text):
        return None
    # An English sentence may give names in Chinese, in brackets.
    outside = len(shapes.HAN_CHARACTER.findall(GLOSS.sub("", bare)))
    if words > 5 and words > 2 * outside:
        return "en"
    return "zh-hant" if han >= words * 1.5 and (han > 6 or han > words * 3) else None


def sides(text: str) -> tuple[str, str] | None:
    """The Chinese and the English side of a line of both; None where it has not two whole sides.

    陳美玲 Mary Chan / 電話 Tel: 2345 6789 gives 陳美玲 / 電話: 2345 6789 and Mary Chan / Tel: 2345
    6789. A name beside its honorific or title (Mary Chan 女士) is one side, and no sentence is cut.
    """
    text = text.strip()
    if not 0 < len(text) <= LONGEST or shapes.ends_sentence(text):
        return None
    if dates := DATES.fullmatch(text):
        return dates["zh"], dates["en"] + (dates["day"] or "")
    pairs = _pairs(text)
    if not pairs:
        return None
    found = []
    for drop in (1, 0):
        kept, place = "", 0
        for pair in pairs:
            start, end = _dropped(text, pair, drop)
            kept, place = kept + text[place:start], end
        kept = re.sub(r"[ \t]{2,}", " ", kept + text[place:]).strip(" \t\u3000/／|｜")
        # 陳美玲 (Mary Chan): of the bracket around what is kept, one side is gone.
        if not any(c in kept for c in OPENING):
            kept = "".join(c for c in kept if c not in CLOSING)
        found.append(kept)
    return found[0], found[1]


def side(text: str, language: Language) -> str:
    """One language's side of a line; all of it where it has not two."""
    found = sides(text)
    return found[0 if language == "zh-hant" else 1] if found else text


Span = tuple[int, int]


def _pairs(text: str) -> list[tuple[Span, Span]] | None:
    """The Chinese and the English spans of a line, pair by pair; None where they do not alternate."""
    masked = ADDRESS.sub(lambda m: " " * len(m.group()), text)
    spans: list[list] = []
    for run in RUN.finditer(masked):
        gap = masked[spans[-1][1] : run.start()] if spans else ""
        if spans and spans[-1][2] == run.lastgroup and not re.search(r"\d|[:：]", gap):
            spans[-1][1] = run.end()
        else:
            spans.append([run.start(), run.end(), run.lastgroup])
    if not spans or len(spans) % 2:
        return None
    pairs = []
    for one, other in zip(spans[::2], spans[1::2], strict=True):
        gap = text[one[1] : other[0]]
        if one[2] == other[2] or one[2] != spans[0][2] or not re.fullmatch(r"\W*", gap):
            return None
        if re.search(r"[，。；「『“\"]", gap):
            return None
        chinese, english = (one, other) if one[2] == "zh" else (other, one)
        words = text[slice(*chinese[:2])], text[slice(*english[:2])]
        if not _are_two(*words, gap, chinese is one):
            return None
        pairs.append(((chinese[0], chinese[1]), (english[0], english[1])))
    return pairs


def _are_two(chinese: str, english: str, gap: str, chinese_first: bool) -> bool:
    """Whether the words say one thing in two languages, and are not a name within a sentence."""
    if all(LABEL.fullmatch(word) for word in english.split()):
        return True
    title, its = people_zh.TITLE_END.search(chinese), people_en.is_title(english)
    if HONORIFIC.fullmatch(chinese) or (title and not its):
        return False
    han, words = len(shapes.HAN_CHARACTER.findall(chinese)), len(WORD.findall(english))
    if title or han >= 2 and re.search(r"[/／|｜（(\t\n\u3000]", gap):
        return True
    named = re.fullmatch(rf"(?:{HAN_NAME})(?:{HONORIFIC.pattern})?", chinese)
    if named or ORGANISATION.search(chinese) or shapes.is_section_heading(chinese):
        return words >= 2 or bool(shapes.is_section_heading(english))
    # A headline is about as long in both; after a few words, the other language may go on with them.
    letters = len(english.replace(" ", ""))
    enough = 1 if words > 3 else 2.5
    return han >= 2 <= words and enough * han <= letters <= 9 * han and (words > 3 or chinese_first)


def _dropped(text: str, pair: tuple[Span, Span], which: int) -> Span:
    """From where to where a line loses one of two spans, with what joins it to the other."""
    start, end = pair[which]
    kept = pair[1 - which]
    if start > kept[0]:
        start = kept[1]
        opened = sum(text[start:end].count(c) for c in OPENING)
        closed = sum(text[start:end].count(c) for c in CLOSING)
        if opened > closed and text[end : end + 1] in tuple(CLOSING):
            end += 1
    else:
        end = kept[0]
    return start, end
