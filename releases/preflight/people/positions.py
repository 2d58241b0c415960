"""Positions in a picture: 後排左二, “second from left”, and who stands there by a caption."""

import re
from typing import NamedTuple

from .names import Mention

_NUMBERS = {
    **{numeral: n for n, numeral in enumerate("一二三四五六七八九十", 1)},
    **{str(n): n for n in range(1, 21)},
    **{
        word: n
        for n, word in enumerate(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
            ],
            1,
        )
    },
}
_SIDES = {"左": "left", "右": "right", "left": "left", "right": "right"}
_ROWS = {
    "前": "front",
    "後": "back",
    "后": "back",
    "中": "middle",
    "front": "front",
    "back": "back",
    "rear": "back",
    "middle": "middle",
}
_CENTRE = re.compile(r"(?<!前)(?<!後)中(?!排)|正中|居中|中央|cent(?:re|er)\b|middle(?! row)", re.I)
_ROW = re.compile(
    r"(?P<row>[前後后中])排|第(?P<n>[一二三四1-4])排|\b(?P<en>front|back|rear|middle|(?P<en_n>first|second|third|fourth)) row\b",
    re.I,
)
_SIDE_ZH = re.compile(
    r"(?P<side>[左右])(?:起|數|邊|面|方)?第?(?P<n>[一二三四五六七八九十]|\d{1,2})?"
)
_SIDE_EN = re.compile(
    r"(?:(?P<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?=st|nd|rd|th))\w*\s+)?(?:from\s+|on\s+)?(?:the\s+)?(?P<far>far\s+)?\b(?P<side>left|right)\b",
    re.I,
)
_IS_POSITION = re.compile(
    r"^[^。，.;]{0,24}?(?:[左右]|[前後后中]排|居中|正中|^中$|中央|\bleft\b|\bright\b|\bcent(?:re|er)\b|\bmiddle\b|\brow\b)[^。.;]{0,24}$",
    re.I,
)
BRACKETED = re.compile(r"[（(]([^（）()]{1,40})[）)]")
LISTED = re.compile(
    r"左起|由左至右|從左至右|从左至右|從左到右|由左到右|自左至右|\bfrom (?:the )?left\b(?!\s*[),）])|\bleft to right\b|右起|由右至左|\bfrom (?:the )?right\b(?!\s*[),）])",
    re.I,
)


class Spot(NamedTuple):
    """A row, a side, and which one from there; what is not said is empty."""

    row: str
    side: str
    number: int


class Placed(NamedTuple):
    mention: Mention
    position: str
    start: int


def spot(position: str) -> Spot | None:
    """Where exactly somebody stands, or None where more than one could (後排, “on stage”)."""
    if re.search(r"[及和與]|\band\b", position):
        return None
    row = _ROW.search(position)
    named = ""
    if row:
        named = _ROWS.get((row["row"] or row["en"] or "").lower()) or (
            row["n"] or row["en_n"] or ""
        )
        position = position[: row.start()] + " " + position[row.end() :]
    side = _SIDE_ZH.search(position) or _SIDE_EN.search(position)
    if side:
        number = (side["n"] or "").lower()
        return Spot(named, _SIDES[side["side"].lower()], _NUMBERS.get(number, 0))
    if _CENTRE.search(position):
        return Spot(named, "centre", 0)
    return None


def contradict(one: Spot, other: Spot) -> bool:
    """Whether nobody can stand in both places. “Left” may be short for “second from left”, and of what is
    counted from two sides nobody knows where it meets.
    """
    if one.row and other.row and one.row != other.row:
        return {one.row, other.row} <= {"front", "middle", "back"}
    if one.side == other.side:
        return bool(one.number and other.number and one.number != other.number)
    return max(one.number, other.number) < 2


def placed(caption: str, mentions: list[Mention]) -> list[Placed]:
    """Who has a position in brackets behind the name, or behind name and title."""
    found = []
    last = 0
    for match in BRACKETED.finditer(caption):
        if not _IS_POSITION.match(match[1]):
            continue
        before = [m for m in mentions if last <= m.start and m.end <= match.start()]
        last = match.end()
        if before:
            found.append(Placed(before[-1], match[1], match.start(1)))
    return found


def listed(caption: str, mentions: list[Mention]) -> list[Mention]:
    """Who is named in a row, “from left: A, B and C”, up to the end of the sentence."""
    match = LISTED.search(caption)
    if not match:
        return []
    end = re.compile(r"[。]|(?<=[a-z]{2})\.(?:\s|$)").search(caption, match.end())
    stop = end.start() if end else len(caption)
    return [m for m in mentions if match.start() <= m.start < stop]
