"""Spaces that stand in Chinese text by slip."""

import re
from itertools import pairwise

from .han import HAN

_SPACE = "[ \u00a0\u2002-\u200a\u3000\t]"
_CLOSING = "，。、；：！？」』》〉）】"
_OPENING = "「『《〈（【"
_BETWEEN = re.compile(rf"(?<=[{HAN}]){_SPACE}+(?=[{HAN}])")
_BESIDE_MARK = re.compile(
    rf"(?<=[{HAN}{_CLOSING}]){_SPACE}+(?=[{_CLOSING}])"
    rf"|(?<=[A-Za-z0-9%]){_SPACE}+(?=[，。、；！？」』》〉）】])"
    rf"|(?<=[{_OPENING}]){_SPACE}+(?=[{HAN}{_OPENING}A-Za-z0-9])"
    rf"|(?<=[{_CLOSING}]){_SPACE}+(?=[{HAN}{_OPENING}])"
    rf"|(?<=[，、；]){_SPACE}+(?=[A-Za-z0-9])"
    rf"|(?<=[{HAN}]){_SPACE}+(?=[{_OPENING}])"
)

_NUMERAL = "一二三四五六七八九十百千零〇○甲乙丙丁戊己庚辛"
_LABEL = re.compile(
    rf"[{_SPACE[1:-1]}•‧·*\-]*(?:第?[{_NUMERAL}]+[章節部分項條期場站屆]?|[（(][{_NUMERAL}\d]+[）)]|[{_NUMERAL}\d]+[、）.．]"
    rf"|(?:附?圖|圖片|相片|照片|附件|附錄|附表|表|圖表|註|備註|步驟)[{_NUMERAL}\d]*)[：:]?\Z"
)
_DATE_ENDS = re.compile(rf"[{_NUMERAL}\d][年月日]\Z|(?:星期|週|周|禮拜)[一二三四五六日]\Z")
_DATE_BEGINS = re.compile(
    rf"[{_NUMERAL}]{{1,4}}[年月日]|(?:星期|週|周|禮拜)[一二三四五六日]|[上下]午|中午|晚上"
)
_SPREAD_NAME = re.compile(r"(?:先生|女士|小姐|太太|博士|教授|醫生|議員|局長|署長|主席|校長)")
_JOINING = tuple("與和及的或在於由為向對")
_ENDS_CLAUSE = re.compile(f"{_SPACE}|[，。；：！？、]")
_PAUSE = re.compile(r"[，。；！？]|：\Z")
_TITLES = {"headline", "sub_headline", "subheading"}
_ROWS = {"text", "boilerplate", "caption"}
_CLAUSE = 4  # characters; what is shorter was cut off by slip


def stray_spaces(
    text: str, kind: str, elsewhere: str = "", names: str = ""
) -> list[tuple[int, int]]:
    """Return the spans of the stray spaces in a Chinese passage of a kind.

    Left alone: two clauses of a headline, labels and list markers, dates, lists of names. A space of a
    headline parts no clauses where the words around it stand together ``elsewhere`` in the release, or
    in one of its ``names``.
    """
    found = []
    offset = 0
    for line in text.split("\n"):
        between = [match.span() for match in _BETWEEN.finditer(line)]
        if not _is_list(line, between):
            found += [
                _moved(one, offset)
                for one in between
                if not _parts_words(line, *one, kind, elsewhere, names)
            ]
        beside = [match.span() for match in _BESIDE_MARK.finditer(line)]
        found += [_moved(one, offset) for one in beside if not _parts_clauses(line, *one, kind)]
        offset += len(line) + 1
    return sorted(found)


def _moved(span, offset):
    return span[0] + offset, span[1] + offset


def _is_list(line, gaps):
    """Whether the spaces part names: 陳大文 李小明 王磊."""
    inner = [line[a[1] : b[0]] for a, b in pairwise(gaps)]
    return bool(inner) and all(2 <= len(words) <= 4 for words in inner)


def _parts_words(line, start, end, kind, elsewhere, names):
    """Whether a space between two Han characters is meant."""
    before, after = line[:start], line[end:]
    if _LABEL.match(before):
        return True
    if _parts_title(line, start, end, kind):
        if _is_wide(line[start:end]):
            return True
        around = before[-2:] + after[:1], before[-1:] + after[:2]
        is_one_word = all(w in elsewhere for w in around) or any(w in names for w in around)
        return not is_one_word
    if _DATE_BEGINS.match(after) and (len(before) <= 10 or _DATE_ENDS.search(before)):
        return True
    if _DATE_ENDS.search(before) and before[-1] not in "年月" and len(before) <= 16:
        return True
    if (
        kind in _ROWS
        and not _PAUSE.search(line)
        and (_is_wide(line[start:end]) or len(before) <= 4)
    ):
        return True  # a row of a table, a signature
    if _is_wide(line[start:end]):
        in_marks = re.search(r"[「《][^」》]*\Z", before) and re.match(r"[^「《]*[」》]", after)
        return bool(in_marks or _SPREAD_NAME.match(after, 1))  # a couplet; 王　磊先生
    return False


def _parts_clauses(line, start, end, kind):
    """Whether a space beside a full-width mark is meant."""
    before, after = line[:start], line[end:]
    if _LABEL.match(before) or (before.endswith("：") and len(before) <= 10):
        return True
    if before[-1] in "）】" and before[0] in "（【" and not re.search("[）】]", before[:-1]):
        return True  # a dateline, a mark of what follows
    if before[-1] in "。！？" and (_is_wide(line[start:end]) or after[0] in "（"):
        return True
    is_mark = before[-1] in "，。、；：" or after[0] in _CLOSING or before[-1] in _OPENING
    return not is_mark and _parts_title(line, start, end, kind)


def _parts_title(line, start, end, kind):
    """Whether a space parts two clauses of a headline."""
    if kind not in _TITLES:
        return False
    clauses = _ENDS_CLAUSE.split(line[:start])[-1], _ENDS_CLAUSE.split(line[end:])[0]
    if _is_wide(line[start:end]):
        return True
    joins = clauses[0].endswith(_JOINING) or clauses[1].startswith(_JOINING)
    return not joins and min(map(len, clauses)) >= _CLAUSE


def _is_wide(gap):
    return "\u3000" in gap or len(gap) > 1
