"""Figures: captions with their label removed, credits, people in the picture, quotes in captions."""

import itertools
import re

import msgspec
from django.utils.translation import gettext as _

from releases.document.schema import Figure, PersonInPicture, Quote

from .. import shapes
from ..paragraphs import Paragraph
from ..shapes import HAN
from . import people, people_en, people_zh, pictures, quotes
from .reading import Reading

CREDIT_END = re.compile(
    r"\s*[（(\[]\s*(?:(?:photo(?:graph(?:s|er|y)?)?|picture|image|credit)s?(?:\s+(?:credit|courtesy|by))?\s*(?:of|by|[:：])?\s*(?P<a>[^（）()\[\]]{2,60})|(?P<b>[^（）()，。]{2,30}?)(?:圖片|图片|供圖|供图|提供|攝|摄)|(?:(?:圖片|图片|相片)(?:來源|来源|由)?[：:]?|[攝摄]影師?\s*[：:])(?P<c>[^（）()]{2,30}?)(?:提供)?)\s*[)）\]]\s*[。.]?$",
    re.IGNORECASE,
)
CREDIT_TAIL = re.compile(
    r"(?<=[.。！!?）)」”\"])\s*(?:(?:photo|picture|image)s?(?:\s+(?:credit|courtesy|by))?\s*(?:of|by|[:：])|credits?\s*[:：]|photo:|(?:圖片|图片|相片|照片)(?:來源|来源|提供)?\s*[：:])\s*(?P<a>[^.。]{2,60})[.。]?$"
    r"|(?<=[.。！!?）)」”])\s*(?P<b>[^\s.。，,]{2,20})(?:供圖|供图)[。]?$",
    re.IGNORECASE,
)
CREDIT_ALONE = re.compile(
    r"^[（(\[]?\s*(?:(?:photo|picture|image)?\s*(?:credit|courtesy)s?\s*(?:of|by)?\s*[:：]?|photos?\s*[:：]|photos?\s+by\b|(?:圖片|图片|相片|攝影)(?:來源|来源|提供)?\s*[：:])\s*(?P<a>[^。]{2,60}?)[)）\]]?[.。]?$"
    r"|^[（(]\s*(?P<b>[^（）()，。]{2,30}?)(?:圖片|图片|供圖|供图|提供|攝)\s*[)）]$",
    re.IGNORECASE,
)
POSITION_ZH = re.compile(
    r"[（(](?P<position>[^（）()，。]{0,14}?(?:[左右]|中間?|[前後后]排|居中|正中)[^（）()，。]{0,10})[）)]"
)
NAME_BEFORE_ZH = re.compile(
    rf"(?P<name>{people_zh.words.HAN_NAME}|{people_zh.words.LATIN_NAME})\s*(?:{people_zh.HONORIFIC})?\s*$"
)
POSITION_EN = re.compile(
    r"\((?P<position>[^()]*?\b(?:left|right|centre|center|middle|row|front|back)\b[^()]*?|[LRC]|(?:Left|Right)\s*\d)\)",
    re.IGNORECASE,
)
JOINED_ZH = re.compile(rf"(?:{POSITION_ZH.pattern})?\s*[與与和及]\s*")
JOINED_EN = re.compile(r"(?:\s*\([^()]*\))?,?\s+and\s+")
ORDER_EN = re.compile(
    r"\(?\b(?:pictured\s+)?from\s+(?P<side>left|right)(?:\s+to\s+(?:right|left))?\)?\s*[:,]?\s*",
    re.IGNORECASE,
)
BARE_NAME = re.compile(
    rf"\s*(?P<name>{people_zh.words.HAN_NAME}|{people_zh.LATIN_NAME})(?<![在於于出合])(?=\s*$|\s*[在於（()）]|\s*(?:出席|合照|合影|主持|主禮|簽署|签署|交換|交换|握手|展示))"
)
# 甲（左）及乙（右）: whatever the surname, nothing else stands between two places.
BESIDE_ZH = re.compile(rf"\s*[、，與与和及]\s*(?P<name>[{HAN}]{{2,4}})")
# 甲先生（左起）、乙女士: the order is told behind the first name.
FIRST_ZH = re.compile(
    r"(?P<before>[^，。；：:、]+?)[（(][前後后中]?排?(?:左|右)起[)）](?=\s*[、，與与和及])"
)
FIRST_EN = re.compile(
    r"(?P<before>[^.;:]+?)\s*\((?:(?:pictured|front row|back row),?\s+)?from\s+(?:left|right)(?:\s+to\s+(?:right|left))?\)(?=,|\s+and\s)",
    re.IGNORECASE,
)
NAME_AND_CLAUSE = re.compile(
    rf"(?P<name>{people_en.PLAIN_NAME})\s+(?!(?:and|of|for|{people_en.PARTICLE})\b)[a-z]"
)
ORDER_ZH = re.compile(r"[（(]?(?P<side>左|右)起(?:[：:]|[)）]|，)?\s*[：:]?\s*")


def is_caption(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the caption of a picture, or a picture alone."""
    return bool(paragraph.pictures) or pictures.is_labelled(paragraph)


def _begins_another(paragraph: Paragraph) -> bool:
    """Whether what follows a label alone is no caption of it, but another figure."""
    labels = (shapes.FIGURE_LABEL, shapes.FIGURE_LABEL_ALONE)
    return bool(paragraph.pictures) or any(label.match(paragraph.text) for label in labels)


def read(reading: Reading, paragraphs: list[Paragraph], index: int) -> tuple[Figure, int]:
    """Return the figure that begins at a paragraph, and how many paragraphs it fills."""
    first = paragraphs[index]
    label = shapes.FIGURE_LABEL.match(first.text)
    alone = shapes.FIGURE_LABEL_ALONE.match(first.text) or (
        label and label.end() == len(first.text)
    )
    used = 1
    text = first.text[label.end() :] if label and not alone else ""
    if not label and not alone:
        text = first.text
    if alone and index + 1 < len(paragraphs) and not _begins_another(paragraphs[index + 1]):
        text, used = paragraphs[index + 1].text, 2
    credit = ""
    if index + used < len(paragraphs) and (
        match := CREDIT_ALONE.match(paragraphs[index + used].text)
    ):
        credit, used = _group(match), used + 1
    figure = build(reading, text, paragraphs[index : index + used], credit)
    if not label and not alone and shapes.is_caption(first.text):
        message = _("Taken to be the caption of a picture, for it says what a picture shows.")
        reading.note("guess", message, first, figure.key)
    return figure, used


def read_all(reading: Reading, paragraphs: list[Paragraph]) -> list[Figure]:
    """Return the figures of a block of captions, which may stand there without labels."""
    found, index = [], 0
    while index < len(paragraphs):
        text = paragraphs[index].text
        if is_caption(paragraphs[index]):
            figure, used = read(reading, paragraphs, index)
        else:
            text = shapes.NUMBERED.sub("", text)
            figure, used = build(reading, text, [paragraphs[index]], ""), 1
            message = _("Taken to be the caption of a picture, for it stands among the pictures.")
            reading.note("guess", message, paragraphs[index], figure.key)
        found.append(figure)
        index += used
    return found


def build(reading: Reading, text: str, source: list[Paragraph], credit: str) -> Figure:
    key = reading.key("fig")
    reading.take(key, *source)
    text = text.strip()
    if not credit and (match := CREDIT_END.search(text) or CREDIT_TAIL.search(text)):
        credit, text = _group(match), text[: match.start()].strip()
    if not text:
        reading.note("missing", _("A picture without a caption."), source[0], key)
    picture = next((reading.pictures.get(s) for p in source for s in p.pictures), None)
    return Figure(
        key=key,
        picture=pictures.as_part(picture),
        alt_text=reading.text(pictures.alt_text(picture)),
        caption=reading.text(text),
        credit=reading.text(credit),
        people=in_picture(reading, text, key, source[0]),
    )


def _group(match: re.Match) -> str:
    named = next(value for value in match.groups() if value).strip(" ：:。.")
    return re.sub(r"^(?:圖片|图片|相片|照片)由(?=.)", "", named)


# People in the picture


def in_picture(
    reading: Reading, caption: str, key: str, source: Paragraph
) -> list[PersonInPicture]:
    named = _positions_zh(caption) if reading.chinese else _positions_en(reading, caption)
    if named:
        named = _with_those_beside(reading, caption, named)
    else:
        named = _ordered(reading, caption)
        if named:
            message = _("The places in the picture were counted from the order of the names.")
            reading.note("guess", message, source, key)
    found = []
    for number, (name, position) in enumerate(named, 1):
        found.append(
            PersonInPicture(
                key=f"{key}-{number}",
                name=reading.text(name),
                position=reading.text(position),
            )
        )
    return found


def _positions_zh(caption: str) -> list[tuple[str, str]]:
    named = []
    last = 0
    for match in POSITION_ZH.finditer(caption):
        before = caption[: match.start()].rstrip()
        bare = re.sub(rf"(?:{people_zh.HONORIFIC})$", "", before).rstrip()
        latin = people_zh.LATIN_BEFORE.search(bare)
        beside = BESIDE_ZH.fullmatch(bare, last) if last else None
        size = len(latin.group()) if latin else people_zh._name_size(bare)
        size = size or (len(beside["name"]) if beside else 0)
        last = match.end()
        if size and not re.search("起(?!第)", match.group("position")):
            named.append((bare[-size:].strip(), match.group("position").strip()))
    return named


def _positions_en(reading: Reading, caption: str) -> list[tuple[str, str]]:
    named = []
    for match in POSITION_EN.finditer(caption):
        if ORDER_EN.fullmatch(match.group()):
            continue
        before = re.split(r"[;)]|(?<=[a-z]{3})\.\s", caption[: match.start()])[-1]
        before = re.sub(r"^[\s,]*(?:(?:and|with|&)\s)?", "", before)
        hits = people_en.people_of(before.strip(), reading.organisations) or [
            (a, b, f) for a, b, f in people_en.find(before, reading.organisations)
        ]
        if hits:
            named.append((hits[-1][2]["name"], match.group("position").strip()))
    return named


def _numeral(number: int) -> str:
    return "〇一二三四五六七八九十"[number] if number <= 10 else str(number)


def _with_those_beside(
    reading: Reading, caption: str, named: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """And those joined by “and” to somebody who has a place, with no place of their own."""
    # In English, only an honorific is a sure sign of a person here.
    mentions = [m for m in people.find(reading, caption) if reading.chinese or m.person.honorific]
    joined = JOINED_ZH if reading.chinese else JOINED_EN
    found = list(named)
    for before, after in itertools.pairwise(mentions):
        names = [reading.get(m.person.name) for m in (before, after)]
        placed = [i for i, (name, _position) in enumerate(found) if name in names]
        if len(placed) == 1 and joined.fullmatch(caption[before.end : after.start]):
            is_second = found[placed[0]][0] == names[0]
            found.insert(placed[0] + is_second, (names[is_second], ""))
    return found


def _ordinal(number: int) -> str:
    names = "first second third fourth fifth sixth seventh eighth ninth tenth"
    return names.split()[number - 1] if number <= 10 else f"{number}th"


def _ordered(reading: Reading, caption: str) -> list[tuple[str, str]]:
    match = (ORDER_ZH if reading.chinese else ORDER_EN).search(caption)
    if not match:
        return []
    rest = caption[match.end() :]
    first = (FIRST_ZH if reading.chinese else FIRST_EN).search(caption)
    if first and first.end() <= match.end() <= first.end() + 2:
        rest = first["before"] + caption[first.end() :]
    if reading.chinese:
        names = _in_order_zh(reading, rest)
        return [
            (name, f"{match.group('side')}起第{_numeral(number)}")
            for number, name in enumerate(names, 1)
        ]
    sentence = re.split(
        r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\bRev)(?<!\bRevd)\.(?:\s|$)", rest
    )[0]
    sentence = _without_clause(reading, sentence)
    hits = people_en.people_of(sentence, reading.organisations)
    return [
        (f["name"], f"{_ordinal(number)} from {match.group('side').lower()}")
        for number, (_s, _e, f) in enumerate(hits, 1)
    ]


def _in_order_zh(reading: Reading, text: str) -> list[str]:
    """The people of a caption, and those of its list who are a bare name (甲與乙在儀式上合照)."""
    places = {m.start: (m.end, reading.get(m.person.name)) for m in people.find(reading, text)}
    place = 0
    for piece in re.split(r"([、，及和與与])", re.split("[。；]", text)[0]):
        start, place = place, place + len(piece)
        if any(a < place and start < b for a, (b, _name) in places.items()):
            continue
        bare = BARE_NAME.match(piece)
        latin = bool(bare and bare["name"][0].isascii())
        if bare and (not latin or people_en.is_name(bare["name"], reading.organisations)):
            places[start] = (place, bare["name"])
        elif len(piece) > 1:
            break  # what follows is no list of names
    names = [name for _start, (_end, name) in sorted(places.items())]
    return list(dict.fromkeys(filter(None, names)))


def _without_clause(reading: Reading, text: str) -> str:
    """A list of people without what they do: “A and B at the ceremony”."""
    for match in NAME_AND_CLAUSE.finditer(text):
        if people_en.is_name(match["name"], reading.organisations):
            return text[: match.end("name")]
    return text


# Quotes in captions


def carry_quotes(
    reading: Reading,
    figures: list[Figure],
    said: list[Quote],
    sources: dict[str, Paragraph],
):
    """Return the figures with the keys of the quotes they carry, and the quotes found nowhere else."""
    carried, own = [], []
    heard = [(quote, _heard(reading, quote)) for quote in said]
    for index, figure in enumerate(figures):
        if index >= people.MOST:
            carried.append(figure)
            continue
        caption = reading.get(figure.caption)
        quote = quotes.read(reading, caption, "q0") if caption else None
        if not quote:
            carried.append(figure)
            continue
        source = sources.get(figure.key)
        pieces = [plain(p) for p in re.split(r"…+|\.{3,}|⋯+", reading.get(quote.words))]
        same = next((q for q, text in heard if all(piece in text for piece in pieces)), None)
        if same is None:
            key = reading.key("q")
            quote = quotes.with_speaker(reading, msgspec.structs.replace(quote, key=key), source)
            own.append(quote)
            heard.append((quote, _heard(reading, quote)))
            message = _("These words stand only in the caption and nowhere in the body.")
            reading.note("mismatch", message, source, key, text=reading.get(quote.words))
            same = quote
        carried.append(msgspec.structs.replace(figure, quote=same.key))
    return carried, own


def _heard(reading: Reading, quote: Quote) -> str:
    return plain(reading.get(quote.words) + reading.get(quote.follow_on))


def plain(text: str) -> str:
    """A text without spaces and punctuation, for comparing words."""
    return "".join(c for c in text.casefold() if c.isalnum())
