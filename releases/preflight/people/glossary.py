"""Terms of the glossary in pairs of passages: where one is translated by other words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from ..reading import Passage

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
        self.places: dict[str, list[int]] = {}
        for place, stem in enumerate(self.stems):
            self.places.setdefault(stem, []).append(place)

    def find(self, term: str) -> list[tuple[int, int]]:
        """Where a term stands, in any inflection."""
        wanted = _stems(term)
        size = len(wanted)
        return [
            (self.spans[place][0], self.spans[place + size - 1][1])
            for place in self.places.get(wanted[0], ())
            if tuple(self.stems[place : place + size]) == wanted
        ]

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

    def find(self, term: str) -> list[tuple[int, int]]:
        if term not in self.text:
            return []
        return [match.span() for match in re.finditer(re.escape(term), self.text)]

    def may_mean(self, term: str, is_in_full: bool) -> bool:
        return is_in_full and len(term) > 2 and term[-2:] in self.text


@lru_cache(maxsize=20_000)
def _stems(term: str) -> tuple[str, ...]:
    return tuple(_stemmed(word) for word in _WORD.findall(term))


def _stemmed(word: str) -> str:
    return _stem(re.sub(r"['’]s?$", "", word.lower()))


def slips(
    entries: Iterable[tuple[str, str]], pairs: list[tuple[Passage, Passage]]
) -> Iterator[Slip]:
    """Every term that is translated otherwise, once, at its first such place, from either side."""
    targets: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    for chinese, english in entries:
        if len(chinese) > 1 and _stems(english) and chinese.casefold() != english.casefold():
            targets[0].setdefault(chinese, []).append(english)
            targets[1].setdefault(english, []).append(chinese)
    read = [(_Chinese(chinese.text), _English(english.text)) for chinese, english in pairs]
    in_full = {
        term
        for side in (0, 1)
        for term in targets[side]
        if any(texts[side].find(term) for texts in read)
    }
    habits = _habits(targets, read)
    reported: set[str] = set()
    for pair, texts in zip(pairs, read, strict=True):
        for side in (0, 1):
            other = texts[1 - side]
            for source, (start, end) in _longest_first(texts[side], in_full & targets[side].keys()):
                others = targets[side][source]
                if reported & {source, *others} or habits & {source, *others}:
                    continue
                if any(
                    other.find(each) or other.may_mean(each, each in in_full) for each in others
                ):
                    continue
                reported.update([source, *others])
                yield Slip(pair, side, pair[side].text[start:end], others[0])


def _habits(targets, read) -> set[str]:
    """English words that a release translates as it should over and over: where such a word is missing, it
    was left out rather than translated otherwise. A term of several words is not left out so lightly.
    """
    return {
        english
        for english, others in targets[1].items()
        if len(_stems(english)) == 1
        and sum(
            bool(text.find(english)) and any(chinese.find(each) for each in others)
            for chinese, text in read
        )
        >= MANY
    }


MANY = 4


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
