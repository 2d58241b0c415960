"""Whether two spellings are those of one name: by convention the same, or one slip apart."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from releases.chinese import name_to_simplified

from .words import HAN, LATIN

DOTS = "·‧・•"


def is_latin(name: str) -> bool:
    return bool(re.search(r"[A-Za-z]", name))


@lru_cache(maxsize=10_000)
def tokens(name: str) -> tuple[str, ...]:
    """The parts of a Latin name in lower case: “LAM Sai-hung” is lam, sai, hung."""
    plain = name.replace("’", "'").casefold()
    return tuple(token for token in re.split(r"[\s,.\-‐‑]+", plain) if token)


@lru_cache(maxsize=10_000)
def form(name: str) -> str:
    """What two spellings of a name that are the same by convention have in common."""
    if is_latin(name):
        return " ".join(sorted(tokens(name)))
    return name_to_simplified(re.sub(rf"[\s{DOTS}]", "", name))


def near(one: str, other: str) -> bool:
    """Whether two names differ by a letter or a character, so that one may be a slip for the other."""
    if is_latin(one) != is_latin(other) or form(one) == form(other):
        return False
    if is_latin(one):
        return _near_latin(tokens(one), tokens(other))
    one, other = form(one), form(other)
    if not (2 <= len(one) <= 12 and len(other) >= 2):
        return False
    return OSA.distance(one, other) == 1 and (
        len(one) == len(other) or min(len(one), len(other)) >= 3
    )


def _near_latin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) < 2 or len(one) != len(other):
        return False
    left, right = list(one), list(other)
    for token in one:
        if token in right:
            left.remove(token)
            right.remove(token)
    if len(left) != 1 or len(left) == len(one):
        return False
    return near_words(left[0], right[0]) or _sound_near(left[0], right[0], len(one))


def _sound_near(one: str, other: str, parts: int) -> bool:
    """Whether two syllables are romanised alike: Ku and Koo; in a name of three parts, kit and kei."""
    if one[0] != other[0] or max(len(one), len(other)) > 4 or min(len(one), len(other)) < 2:
        return False
    if _consonants(one) == _consonants(other):
        return OSA.distance(one, other) <= 2
    return parts > 2 and len(one) == len(other) == 3 and one[1] in _VOWELS and other[1] in _VOWELS


_VOWELS = "aeiouy"


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in _VOWELS)


def near_words(one: str, other: str) -> bool:
    """Whether two words of Latin letters are a letter apart; two, where they are long and begin alike."""
    shorter = min(len(one), len(other))
    most = 2 if shorter >= 6 and one[0] == other[0] else 1
    return shorter >= 3 and 0 < OSA.distance(one, other) <= most


def nearly(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a text has a name in full that is one slip from this one."""
    if is_latin(name):
        yield from _nearly_latin(text, name)
    elif 3 <= len(name) <= 4 and sum(character in text for character in name) >= len(name) - 1:
        for match in _one_apart(name).finditer(text):
            if match.group() != name and near(match.group(), name):
                yield match.span()


def _nearly_latin(text, name):
    size = len(name.split())
    wanted = tokens(name)
    words = _words(text)
    # All parts but one are the same: of two names that share none, none is a slip for the other.
    if size < 2 or not any(word.folded in wanted for word in words):
        return
    for index in range(len(words) - size + 1):
        run = words[index : index + size]
        if not run[0].is_capital or not any(word.folded in wanted for word in (run[0], run[-1])):
            continue
        start, end = run[0].start, run[-1].end
        if near(text[start:end], name):
            yield start, end


class _Word(NamedTuple):
    start: int
    end: int
    folded: str
    is_capital: bool


@lru_cache(maxsize=2_000)
def _words(text: str) -> list[_Word]:
    return [
        _Word(m.start(), m.end(), m.group().casefold(), m.group()[0].isupper())
        for m in re.finditer(rf"[{LATIN}][{LATIN}\d'’\-]*", text)
    ]


@lru_cache(maxsize=1_000)
def _one_apart(name: str) -> re.Pattern:
    """A name in Han characters with another character in any one place."""
    return re.compile(
        "|".join(
            f"{re.escape(name[:place])}[{HAN}]{re.escape(name[place + 1 :])}"
            for place in range(len(name))
        )
    )
