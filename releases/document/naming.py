"""The names of one person, found in any words: however they are typed, in either Chinese script, and
in addresses that are made of them.

Latin names are whole words, in any case; what parts their words (spaces, hyphens, a line break) may
differ. Han names stand anywhere in a text, in Traditional or in Simplified characters. A longer name
that begins or ends with a shorter one is found with it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from urllib.parse import unquote

from releases.chinese import forms_of
from releases.languages import WRITTEN

MARKS = {"zh-hant": "[姓名已刪除]", "en": "[name removed]", "zh-hans": "[姓名已删除]"}

_HAN = "\u2e80-\u2fdf々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IS_HAN = re.compile(f"[{_HAN}]")
_KANA = "\u3040-\u30ff"
_INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff]*"
_PARTING = "-\\s_·・‧•\u2010-\u2015\u2212\uff0d"
_WORDS = re.compile(f"[{_PARTING}.]+")
_LETTER = f"[^\\W_{_HAN}{_KANA}]"
_LETTER_NO_DIGIT = f"[^\\W\\d_{_HAN}{_KANA}]"
# What may hold a name in a form of its own: a web address, an e-mail address.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?:mailto:)?[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]*[a-z0-9]",
    re.A | re.I,
)
_SAME = {"'": "'’ʼ＇", "’": "'’ʼ＇"}


class NameRefused(ValueError):
    """A name that cannot be looked for. ``name`` is which, ``why`` “short” or “mark”."""

    def __init__(self, name: str, why: str):
        super().__init__(name)
        self.name, self.why = name, why


class Names:
    """Spellings of the name of one person. Raises NameRefused."""

    def __init__(self, names: Iterable[str]):
        self.spellings = list(dict.fromkeys(_tidy(name) for name in names))
        for name in self.spellings:
            if len(re.findall(r"[^\W_]", name)) < 2:
                raise NameRefused(name, "short")
        longest_first = sorted(self.spellings, key=len, reverse=True)
        self._words = re.compile("|".join(map(_pattern, longest_first)), re.I)
        self._in_address = re.compile("|".join(map(_loose_pattern, longest_first)), re.I)
        for name in self.spellings:
            if any(Names._is_in(self, mark) for mark in MARKS.values()):
                raise NameRefused(name, "mark")

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the names stand, in order and apart; an address that holds one is a place whole."""
        found = [match.span() for match in self._words.finditer(text)]
        found += [m.span() for m in _ADDRESS.finditer(text) if self.are_in_address(m[0])]
        apart = []
        for start, end in sorted(found):
            if apart and start < apart[-1][1]:
                apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
            else:
                apart.append((start, end))
        return apart

    def are_in(self, text: str) -> bool:
        return bool(self.spans(text))

    def are_in_address(self, address: str) -> bool:
        """Whether an address, a key or the name of a file is made of one of the names."""
        address = unquote(address)
        return self._is_in(address) or bool(self._in_address.search(address))

    def are_all_of(self, text: str) -> bool:
        """Whether a text is one of the names and nothing else."""
        return self.spans(text.strip()) == [(0, len(text.strip()))]

    def _is_in(self, text):
        return bool(self._words.search(text))

    def replaced(self, text: str, mark: str | None = None) -> str:
        """Return the text with a mark for every name; without ``mark`` that of the text's script."""
        spans = self.spans(text)
        if not spans:
            return text
        mark = mark or self.mark(text)
        return (
            "".join(text[start:end] + mark for start, end in _between(spans)) + text[spans[-1][1] :]
        )

    @staticmethod
    def mark(text: str) -> str:
        """The mark for a text of which only the script tells the language."""
        return MARKS["zh-hant" if _IS_HAN.search(text) else "en"]

    def excerpt(self, text: str, around: int = 16) -> str:
        """The first place in a text where a name stands, with some words on either side."""
        start, end = next(iter(self.spans(text)), (0, around))
        first, last = max(0, start - around), end + around
        words = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
        return " ".join(words.split())

    @cached_property
    def words(self) -> set[str]:
        """The single words of the names."""
        return {word for name in self.spellings for word in _WORDS.split(name) if word}


def mark_of_column(name: str) -> str | None:
    """The mark for a column of one language (``headline_en``); None where it is of any."""
    for language in (*WRITTEN, "zh-hans"):
        if name == (code := language.replace("-", "_")) or name.endswith(f"_{code}"):
            return MARKS[language]
    return None


def _between(spans):
    """What stands before each span."""
    return zip([0, *(end for _start, end in spans)], [start for start, _end in spans], strict=False)


def _tidy(name):
    return " ".join(unicodedata.normalize("NFC", name).split())


def _pattern(name):
    """A name as an expression; see the docstring of the module."""
    pieces, before = [], ""
    for word in filter(None, _WORDS.split(name)):
        if before:
            pieces.append(_gap(before, word))
        pieces.append(_letters(word))
        before = word
    text = "".join(pieces)
    first, last = name.strip(), before
    start = "" if _IS_HAN.match(_WORDS.sub("", first)) else f"(?<!{_LETTER})"
    end = "" if _IS_HAN.match(last[-1:]) else f"(?!{_LETTER})"
    return f"{start}{text}{end}"


def _gap(before, after):
    if _IS_HAN.match(before[-1]) or _IS_HAN.match(after[0]):
        return f"[{_PARTING}]*"
    # An initial may be written with or without its full stop.
    return f"\\.?[{_PARTING}]*" if len(before) == 1 else f"(?:[{_PARTING}]+|\\.)"


def _letters(word):
    letters = [_forms(letter) for letter in word]
    gaps = [
        f"[{_PARTING}]*" if _IS_HAN.match(one) and _IS_HAN.match(other) else _INVISIBLE
        for one, other in pairwise(word)
    ]
    return letters[0] + "".join(gap + letter for gap, letter in zip(gaps, letters[1:], strict=True))


def _forms(letter):
    """A letter as it may be typed: in full width, with its accent apart, in the other script."""
    if _IS_HAN.match(letter):
        return f"[{forms_of(letter)}]"
    wide = chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter
    forms = {*_SAME.get(letter, letter), wide, unicodedata.normalize("NFD", letter)}
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f))))})"


def _loose_pattern(name):
    """A name as addresses have it: its words run together, or with any sign between them."""
    words = [word for word in _WORDS.split(name) if word]
    letters = r"[\W_]*".join(_letters(word) for word in words)
    return f"(?<!{_LETTER_NO_DIGIT}){letters}(?!{_LETTER_NO_DIGIT})"
