"""Terms of the glossary in pairs of passages: where one is translated by other words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from .reading import Passage

_stem = lru_cache(maxsize=20_000)(snowballstemmer.stemmer("english").stemWord)
_WORD = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’][^\W_\u3400-\u9fff]+)?")
_SMALL = frozenset(["of", "the", "for", "and", "in", "on", "at", "to", "a", "an"])


class Slip(NamedTuple):
    """``side`` is that of the passage in which ``excerpt`` stands, a term, and ``target`` does not in the other."""

    pair: tuple[Passage, Passage]
    side: int
    excerpt: str
    target: str


class _English:
    def __init__(self, text: str):
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.stems = [_stemmed(text[start:end]) for start, end in self.spans]

    def find(self, term: str) -> Iterator[tuple[int, int]]:
        """Where a term stands, in any inflection."""
        wanted = [_stemmed(word) for word in _WORD.findall(term)]
        size = len(wanted)
        for place in range(len(self.stems) - size + 1) if wanted else ():
            if self.stems[place : place + size] == wanted:
                yield self.spans[place][0], self.spans[place + size - 1][1]

    def may_mean(self, term: str, is_in_full: bool) -> bool:
        """Whether an abbreviation of a term stands here, or its head where the release has it in full."""
        words = _WORD.findall(term)
        initials = "".join(w[0] for w in words if w not in _SMALL), "".join(w[0] for w in words)
        if len(words) > 1 and any(
            re.search(rf"(?<!\w){re.escape(each)}s?(?!\w)", self.text, re.IGNORECASE)
            for each in initials
            if len(each) > 1
        ):
            return True
        # A memorandum of understanding is a memorandum, a coastal robotics range is a range.
        head = words[0] if "of" in words[1:2] else words[-1:][0] if words else ""
        return is_in_full and len(words) > 1 and _stemmed(head) in self.stems


class _Chinese:
    def __init__(self, text: str):
        self.text = text

    def find(self, term: str) -> Iterator[tuple[int, int]]:
        for match in re.finditer(re.escape(term), self.text):
            yield match.span()

    def may_mean(self, term: str, is_in_full: bool) -> bool:
        return is_in_full and len(term) > 2 and term[-2:] in self.text


def _stemmed(word: str) -> str:
    return _stem(re.sub(r"['’]s?$", "", word.lower()))


def slips(
    entries: Iterable[tuple[str, str]], pairs: list[tuple[Passage, Passage]]
) -> Iterator[Slip]:
    """Every term that is translated otherwise, once, at its first such place, from either side."""
    targets: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    for chinese, english in entries:
        if len(chinese) > 1 and len(english) > 1 and chinese.casefold() != english.casefold():
            targets[0].setdefault(chinese, []).append(english)
            targets[1].setdefault(english, []).append(chinese)
    read = [(_Chinese(chinese.text), _English(english.text)) for chinese, english in pairs]
    in_full = {
        term
        for side in (0, 1)
        for term in targets[side]
        if any(True for texts in read for _span in texts[side].find(term))
    }
    reported: set[str] = set()
    for pair, texts in zip(pairs, read, strict=True):
        for side in (0, 1):
            other = texts[1 - side]
            for source, (start, end) in _longest_first(texts[side], targets[side]):
                others = targets[side][source]
                if reported & {source, *others}:
                    continue
                if any(
                    other.may_mean(each, each in in_full) or any(True for _span in other.find(each))
                    for each in others
                ):
                    continue
                reported.update([source, *others])
                yield Slip(pair, side, pair[side].text[start:end], others[0])


def _longest_first(text, terms) -> Iterator[tuple[str, tuple[int, int]]]:
    """The terms that stand in a text and not only within longer ones, each with its first place."""
    taken: list[tuple[int, int]] = []
    for term in sorted(terms, key=lambda each: (-len(each), each)):
        spans = [
            (start, end)
            for start, end in text.find(term)
            if not any(a < end and start < b for a, b in taken)
        ]
        if spans:
            taken += spans
            yield term, spans[0]
