"""Folding: the one form in which words are indexed and asked for, whatever form they were written in.

Folded text is units parted by single spaces, with a space at either end: `` ai 机械人 covid 19 ``. A
unit is an unbroken run of characters that are written without spaces (Han, kana), or a word. Signs
and spaces only part units, so that a search term is found where its folded form is a substring.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

import opencc

# Han and kana with their iteration and length marks; Kangxi radicals are Han after NFKC.
_UNSPACED = "々〇ぁ-ゖゝゞァ-ヺーヽヾㄅ-ㄯ㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U000323af"
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]").match
# Combining marks of living scripts. (A class of characters beyond U+FFFF is slow, one by one.)
_MARKS = re.escape(
    "".join(c for c in map(chr, range(0x300, 0x10000)) if unicodedata.category(c)[0] == "M")
)
# What stays with the character before it when text is cut or highlighted: these, vowels and finals of
# decomposed Hangul, half-width voicing marks, joiners, variation selectors, tags, skin tones.
_EXTENDING = rf"[{_MARKS}\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef]"
_EXTENDED = re.compile(_EXTENDING)
_CLUSTER = re.compile(f"(?s:.){_EXTENDING}*")
_LETTER = rf"[^\W_{_UNSPACED}][{_MARKS}]*"
_UNIT = re.compile(
    rf"(?P<unspaced>[{_UNSPACED}]+)"
    r"|(?P<number>(?<!\d)\d{1,3}(?:,\d{3})+(?!\d))"  # 1,200 and 1200 are one number
    rf"|(?P<word>(?:{_LETTER})+)(?:['’]s(?!\w))?"  # Park's is the park
)

# What OpenCC's tables of single characters leave apart, and letters that Unicode does not decompose.
_OWN = dict(zip("○◯著戸靑淸甯汚査塲舘", "〇〇着户青清宁污查场馆", strict=True))
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


class Folded(NamedTuple):
    """Folded text; ``starts[i]`` and ``ends[i]`` say where character ``i`` of it stands in the original.

    The spaces between units stand nowhere: their start is their end.
    """

    text: str
    starts: list[int]
    ends: list[int]


def fold(text: str) -> str:
    """Fold one line of text: NFKC, case, accents of Latin letters, Traditional and Simplified Han."""
    folded = "".join(map(_fold_cluster, _clusters(text)))
    return _spaced(["", *(u[u.lastgroup].replace(",", "") for u in _UNIT.finditer(folded))])


def fold_in_place(text: str) -> Folded:
    """Fold one line of text and say where each character of the result comes from."""
    clusters = _clusters(text)
    parts = [_fold_cluster(cluster) for cluster in clusters]
    characters = "".join(parts)
    if len(parts) == len(text) and set(map(len, parts)) <= {1}:
        starts = range(len(text))  # each stands for itself, as almost always
        ends = range(1, len(text) + 1)
    else:
        starts, ends, start = [], [], 0
        for cluster, part in zip(clusters, parts, strict=True):
            end = start + len(cluster)
            starts += [start] * len(part)
            ends += [end] * len(part)
            start = end
    units, unit_starts, unit_ends = [""], [0], [0]
    for unit in _UNIT.finditer(characters):
        first, end = unit.span(unit.lastgroup)
        if unit.lastgroup == "number":  # whose commas are left out
            places = [i for i in range(first, end) if characters[i] != ","]
            unit_starts += [starts[i] for i in places]
            unit_ends += [ends[i] for i in places]
            units.append("".join([characters[i] for i in places]))
        else:
            unit_starts += starts[first:end]
            unit_ends += ends[first:end]
            units.append(characters[first:end])
        # After the unit comes the space.
        unit_starts.append(ends[end - 1])
        unit_ends.append(ends[end - 1])
    return Folded(_spaced(units), unit_starts, unit_ends)


def _spaced(units):
    """Units with a space before, between and after them."""
    return " ".join([*units, ""])


def is_unspaced(unit: str) -> bool:
    """Whether a unit is a run of characters that are written without spaces; otherwise it is a word."""
    return _IS_UNSPACED(unit) is not None


def _clusters(text):
    """The characters of a text, each with the marks that belong to it."""
    return _CLUSTER.findall(text) if _EXTENDED.search(text) else text


@lru_cache(maxsize=1 << 16)
def _fold_cluster(cluster):
    """Fold a character with its marks. The result may be longer (㎏), or empty (a soft hyphen)."""
    if cluster.isascii():
        return cluster.lower()
    folded = unicodedata.normalize("NFKC", cluster).casefold()
    if unicodedata.name(folded[:1], "").startswith(("LATIN ", "CJK ")):
        folded = "".join(
            c for c in unicodedata.normalize("NFD", folded) if unicodedata.category(c) != "Mn"
        )
    han = _han()
    return "".join(
        han.get(c, c)
        for c in unicodedata.normalize("NFC", folded).translate(_LATIN)
        if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f"
    )


@cache
def _han():
    """Each Han character that folds to another one: its Simplified form.

    Character by character: OpenCC's phrases would fold a query and its text apart (乾 in 乾燥 and in
    乾隆). Forms of Hong Kong and Taiwan go through the standard form first (衞, 衛; 裏, 裡).
    """
    characters = "\n".join(map(chr, chain(range(0x3400, 0xA000), range(0x20000, 0x323B0))))
    simplified = opencc.OpenCC("t2s").convert(characters)
    folded = characters
    for step in ("hk2t", "tw2t", "t2s"):
        folded = opencc.OpenCC(step).convert(folded)
    table = dict(zip(characters.split("\n"), folded.split("\n"), strict=True)) | _OWN
    # What is written in Simplified may have skipped the standard form (顎, 颚).
    for character, short in zip(characters.split("\n"), simplified.split("\n"), strict=True):
        table[short] = table[character]
    folded = {a: table.get(b, b) for a, b in table.items()}
    return {a: b for a, b in folded.items() if a != b}
