"""Brackets and quotation marks that have lost the other one of their pair."""

import re
from typing import NamedTuple

OPENED, CLOSED, NESTED = "opened", "closed", "nested"


class Unpaired(NamedTuple):
    """A mark at ``at`` that is opened and not closed, closed and not opened, or the same as the one around it."""

    kind: str
    mark: str
    at: int


_CHINESE = dict(zip("「『《〈（【［“", "」』》〉）】］”", strict=True))
_OPENING = {closing: opening for opening, closing in _CHINESE.items()}
_QUOTING = "「『“"
_HALF = {"(": "（", ")": "）", "[": "［", "]": "］"}
_CHINESE_MARK = re.compile(f"[{re.escape(''.join([*_CHINESE, *_OPENING, *_HALF]))}]")
_GOING_ON = {"「": "」", "『": "』", "“": "”", '"': '"', "‘": "’", "'": "'"}
_SHOWN = 3  # characters
_LIST_MARKER = re.compile(
    r"(?:^|(?<=[\s，。；：、,;:]))(?:[0-9０-９]{1,2}|[a-zA-Z○]|[ivxIVX]{1,4}|[一二三四五六七八九十甲乙丙丁]{1,3})\Z"
    r"|(?<=[^\dA-Za-z圖第表件期])[0-9０-９]{1,2}\Z"
)


def _starts_line(text, at):
    while at > 0 and text[at - 1] in " \u3000":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def unpaired_in_chinese(text: str) -> list[Unpaired]:
    """Return the marks of a Chinese text that stand alone, or inside their own kind (「 inside 「).

    A quotation of several paragraphs opens each of them again. Two pairs that cross are one mistake, and so
    are two marks of different kinds that meet (《…〉).
    """
    found, stack, lost, nested, met = [], [], [], {}, {}
    for match in _CHINESE_MARK.finditer(text):
        mark, at = _HALF.get(match[0], match[0]), match.start()
        open_marks = [one for one, _at in stack]
        if mark in _CHINESE:
            if mark in _QUOTING and mark in open_marks and _starts_line(text, at):
                continue  # opened again
            around = [(one, place) for one, place in stack if one in _QUOTING]
            if mark in _QUOTING and around and around[-1][0] == mark:
                nested.setdefault(around[-1][1], Unpaired(NESTED, mark, at))
            stack.append((mark, at))
        elif _OPENING[mark] in open_marks:
            while stack[-1][0] != _OPENING[mark]:
                lost.append(stack.pop())
            stack.pop()
        elif _OPENING[mark] in [one for one, _at in lost]:
            found += [Unpaired(OPENED, *one) for one in lost if one[0] == _OPENING[mark]]
            lost = [one for one in lost if one[0] != _OPENING[mark]]
        elif mark != "）" or not _LIST_MARKER.search(text, max(0, at - 4), at):
            found.append(Unpaired(CLOSED, mark, at))
            if stack:
                met.setdefault(stack[-1][1], found[-1])
    left = [*lost, *stack]
    alone = {at for _mark, at in left}
    found = [one for one in found if one not in [met.get(at) for at in alone]]
    found += [Unpaired(OPENED, *one) for one in left]
    found += [one for outer, one in nested.items() if not {outer, one.at} & alone]
    return sorted(found, key=lambda one: one.at)


_ENGLISH_MARK = re.compile(r'[“”"]')
# Not an elision: ’tis, rock ’n’ roll.
_SINGLE = re.compile(
    r"(?:(?<=[\s(\[“\"—–/])|(?<![\s\S]))[‘'](?=[A-Za-z])"
    r"(?!(?:em|n|til|till|tis|twas|twill|cause|cos|coz|bout|round|ere|neath)\b)",
    re.IGNORECASE,
)
_SINGLE_CLOSED = re.compile(r"(?<=\S)[’'](?![A-Za-z])")
# No possessive and no word that was cut: behind a full stop or a comma (but for Bros.’), behind a letter that no
# plural ends with (people first’), as against teachers’, rollin’, Marx’.
_SURELY_CLOSED = re.compile(
    r"(?:(?<=[a-z0-9][.,!?])(?<!Bros\.)(?<!Inc\.)(?<!Ltd\.)(?<!Corp\.)(?<!Co\.)(?<!Jr\.)(?<!Sr\.)"
    r"|(?<=[a-z]{2}[a-gi-mp-rt-wy])(?<!\blil)(?<!\btil))[’'](?=[\s.,;:!?)”\"]|\Z)"
)


def unpaired_in_english(text: str) -> list[Unpaired]:
    """Return the quotation marks of an English text that stand alone.

    Apostrophes, feet and inches are none. A straight mark opens where a space or a bracket is before it.
    A single one is found where nothing can be its other half: neither a plural's possessive, nor a mark
    behind the end of the quotation that it stands in.
    """
    found, stack, pairs = [], [], []
    for match in _ENGLISH_MARK.finditer(text):
        mark, at = match[0], match.start()
        before, after = text[at - 1 : at] or "\n", text[at + 1 : at + 2] or "\n"
        if mark == '"' and before.isdigit() and not stack:
            continue  # inches
        opens = mark == "“" or (
            mark == '"'
            and (before in "([{—–-/‘'“" or before.isspace())
            and not (after.isspace() or after in ").,;:!?]")
        )
        if opens:
            starts_paragraph = _starts_line(text, at)
            if not (stack and starts_paragraph):
                stack.append(at)
        elif stack:
            pairs.append((stack.pop(), at))
        else:
            found.append(Unpaired(CLOSED, mark, at))
    found += [Unpaired(OPENED, text[at], at) for at in stack]
    found += _single_marks(text, pairs)
    return sorted(found, key=lambda one: one.at)


def _single_marks(text, pairs):
    opened = [match.start() for match in _SINGLE.finditer(text)]
    for at in opened:
        ends = [end + 2 for start, end in pairs if start < at < end]
        end = min(ends, default=len(text))
        later = [other for other in opened if at < other < end and not _starts_line(text, other)]
        if len(_SINGLE_CLOSED.findall(text, at + 1, end)) <= len(later):
            end = min(later, default=end)
        if not _SINGLE_CLOSED.search(text, at + 1, end):
            yield Unpaired(OPENED, text[at], at)
    closed = 0
    for match in _SURELY_CLOSED.finditer(text):
        begin = max((start for start, end in pairs if start < match.start() < end), default=0)
        if sum(begin <= at < match.start() for at in opened) > (0 if begin else closed):
            closed += 1
        else:
            yield Unpaired(CLOSED, match[0], match.start())


def without_those_that_go_on(texts: list[str], found: list[list[Unpaired]]) -> list[list[Unpaired]]:
    """Return what was found in paragraphs without the marks of quotations that go on in the next one.

    It opens with the mark again, or closes what is not opened there.
    """
    left = [list(marks) for marks in found]
    for number, words in enumerate(texts[1:], 1):
        before, here = left[number - 1], left[number]
        if not before or before[-1].kind != OPENED or before[-1].mark not in _GOING_ON:
            continue
        closing = _GOING_ON[before[-1].mark]
        closed = [one for one in here if one.kind == CLOSED and one.mark == closing]
        if words.lstrip().startswith(before[-1].mark):
            before.pop()
        elif closed:
            before.pop()
            here.remove(closed[0])
    return left


def beside(text: str, one: Unpaired) -> tuple[int, int]:
    """Return the span of a mark and the few characters of its line that it was to enclose."""
    if one.kind == CLOSED:
        start = text.rfind("\n", 0, one.at) + 1
        return max(start, one.at - _SHOWN), one.at + 1
    end = text.find("\n", one.at)
    return one.at, min(len(text) if end < 0 else end, one.at + 1 + _SHOWN)
