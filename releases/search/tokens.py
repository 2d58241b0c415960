"""Tokens: what the databases index, and what a query asks them for.

A run of Han gives each of its characters and each pair of neighbours; a word gives its English
stem. Before each stands the letter of the section it was found in.
"""

from functools import lru_cache

import snowballstemmer

from .folding import is_unspaced

# Where a token stands on a page: in its headline; else in its body; in what accompanies it, where it
# stands in one of those as well, or where it does not.
HEADLINE, BODY, ALSO_IN_TAIL, ONLY_IN_TAIL = "hbto"
SECTIONS = HEADLINE + BODY + ALSO_IN_TAIL + ONLY_IN_TAIL
LONGEST = 40  # characters; PostgreSQL refuses index entries beyond some 2,700 bytes


def tokens(folded: str) -> set[str]:
    """Return the tokens of folded text."""
    found = set()
    for unit in folded.split():
        if is_unspaced(unit):
            found.update(unit, pairs(unit))
        else:
            found.add(stem(unit))
    return found


def marked(headline: set[str], body: set[str], tail: set[str]) -> set[str]:
    """Return the tokens of a page's parts, each with the letters of where it stands."""
    before = headline | body
    return {
        letter + token
        for letter, found in (
            (HEADLINE, headline),
            (BODY, body - headline),
            (ALSO_IN_TAIL, tail & before),
            (ONLY_IN_TAIL, tail - before),
        )
        for token in found
    }


def pairs(run: str) -> list[str]:
    """Return each two neighbours of a run of Han."""
    return [run[i : i + 2] for i in range(len(run) - 1)]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return what the forms of an English word have in common; a long word is cut."""
    # A stemmer keeps state between its steps: each call gets its own, threads share none.
    return snowballstemmer.stemmer("english").stemWord(word[:LONGEST])
