"""The marks and numbers that Word prints in front of list items (numbering.xml)."""

import dataclasses

from lxml import etree

from .package import child, qualified, value

DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹貳參肆伍陸柒捌玖"
LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"} | {
    10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip
LEVELS = 9
# What comes after is no number of a list.
MOST = 9_999


@dataclasses.dataclass(frozen=True)
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    close: bool = False
    """Whether nothing stands between the number and the words."""
    decimal: bool = False
    """Whether the numbers of the levels above are printed as 1, 2, 3 (isLgl)."""


class Numbering:
    """Counts the items of every list in the order in which they are printed."""

    def __init__(self, root: etree._Element | None):
        lists = [] if root is None else root.findall(qualified("w:abstractNum"))
        self._abstract = {value(e, "w:abstractNumId"): e for e in lists}
        self._styled = {value(child(e, "w:styleLink")): value(e, "w:abstractNumId") for e in lists}
        self._numbers = {
            value(e, "w:numId"): e
            for e in ([] if root is None else root.findall(qualified("w:num")))
        }
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, number: str, level: int) -> str:
        """Count one more item of a list (numId) and return what is printed before it."""
        if number not in self._numbers:
            return ""
        levels = self._levels_of(number)
        shape = levels.get(level, Level())
        counts = self._count(number, level, levels)
        if shape.format == "bullet":
            return "• " if shape.text.strip() else ""
        text = shape.text
        for depth in range(level, -1, -1):
            at = levels.get(depth, Level())
            count = counts[depth]
            written = "decimal" if shape.decimal and depth < level else at.format
            text = text.replace(
                f"%{depth + 1}", formatted(at.start if count is None else count, written)
            )
        if not text.strip():
            return ""
        return text if shape.close or text.endswith(("、", "）", " ")) else f"{text} "

    def _count(self, number: str, level: int, levels: dict[int, Level]) -> list[int | None]:
        counts = self._counts.setdefault(self._abstract_of(number), [None] * LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for override in self._numbers[number].findall(qualified("w:lvlOverride")):
                if child(override, "w:startOverride") is not None:
                    counts[_integer(value(override, "w:ilvl"), 0, LEVELS - 1)] = None
        before = counts[level]
        counts[level] = levels.get(level, Level()).start if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        return counts

    def _abstract_of(self, number: str) -> str:
        abstract = value(child(self._numbers[number], "w:abstractNumId"))
        link = value(child(self._abstract.get(abstract), "w:numStyleLink"))
        return self._styled.get(link, abstract) if link else abstract

    def _levels_of(self, number: str) -> dict[int, Level]:
        if number not in self._levels:
            element = self._abstract.get(self._abstract_of(number))
            found = {} if element is None else _levels(element)
            for override in self._numbers[number].findall(qualified("w:lvlOverride")):
                found |= _levels(override)
                start = child(override, "w:startOverride")
                level = _integer(value(override, "w:ilvl"), 0, LEVELS - 1)
                if start is not None:
                    found[level] = dataclasses.replace(
                        found.get(level, Level()), start=_integer(value(start), 1, MOST)
                    )
            self._levels[number] = found
        return self._levels[number]


def _levels(element: etree._Element) -> dict[int, Level]:
    return {
        _integer(value(level, "w:ilvl"), 0, LEVELS - 1): Level(
            start=_integer(value(child(level, "w:start")), 1, MOST),
            format=value(child(level, "w:numFmt")) or "decimal",
            text=value(child(level, "w:lvlText"))[:40],
            close=value(child(level, "w:suff")) == "nothing",
            decimal=child(level, "w:isLgl") is not None,
        )
        for level in element.findall(qualified("w:lvl"))
    }


def _integer(text: str, otherwise: int, most: int) -> int:
    return min(int(text), most) if text.isascii() and text.isdecimal() else otherwise


def formatted(number: int, format: str) -> str:
    """A number as a list prints it (ST_NumberFormat); decimal where the format is none of ours."""
    lower = format.casefold()
    if lower == "none":
        return ""
    if lower.endswith("letter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""
        return letter.upper() if lower.startswith("upper") else letter
    if lower.endswith("roman"):
        return _roman(number).upper() if lower.startswith("upper") else _roman(number)
    if lower == "decimalzero":
        return f"{number:02}"
    if lower == "decimalfullwidth":
        return str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)})
    if lower.startswith(("decimalenclosedcircle", "ideographenclosedcircle")) and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    if lower == "decimalenclosedparen" and 0 < number <= 20:
        return f"({number})"
    if lower == "ideographtraditional" and 0 < number <= 10:
        return STEMS[number - 1]
    if lower == "ideographzodiac" and 0 < number <= 12:
        return BRANCHES[number - 1]
    if "legal" in lower:
        simplified = "simplified" in lower
        return _chinese(number, LEGAL_SIMPLIFIED if simplified else LEGAL, "拾佰仟")
    if lower == "ideographdigital" or lower == "taiwanesedigital":
        return "".join(DIGITS[int(d)] for d in str(number))
    if lower.endswith(("counting", "countingthousand")):
        return _chinese(number, DIGITS, "十百千")
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for size, letters in ROMAN.items():
        text += letters * (number // size)
        number %= size
    return text


def _chinese(number: int, digits: str, units: str) -> str:
    """Up to 9,999: 十, 十二, 二十, 一百〇五."""
    if not 0 < number <= MOST:
        return str(number)
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit]
            text += units[place - 1] if place else ""
            gap = False
        else:
            gap = True
    return text[1:] if text.startswith("一十") else text
