"""Excerpts: the words around what was found, in pieces that are marked or not.

A piece never begins or ends inside a character, whatever it is made of.
"""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from releases.models.search import PageText

from .folding import fold_in_place, is_unspaced
from .query import Term
from .tokens import stem

BEFORE, AFTER = 60, 180  # letters around the first match; a Han character is as wide as two


class Piece(NamedTuple):
    text: str
    is_match: bool


def highlighted(line: str, terms: list[Term]) -> list[Piece]:
    """Return a line whole, in pieces; together they are the line again."""
    return _pieces(line, _matches(fold_in_place(line), terms), 0, len(line))


def excerpt(text: PageText, terms: list[Term]) -> list[Piece]:
    """Return the line of a page in which most of the terms stand, cut around the first match.

    The body goes before what accompanies it. Empty where no line holds any: then the terms stand in
    the headline.
    """
    line = _line(text, terms)
    if not line:
        return []
    folded = fold_in_place(line)
    matches = _matches(folded, terms)
    start, end = _window(line, folded, matches[0])
    return [
        *([Piece("…", False)] if start else []),
        *_pieces(line, matches, start, end),
        *([Piece("…", False)] if end < len(line) else []),
    ]


def _line(text, terms):
    """The first line with the most of the terms; empty where none holds any."""
    best, most = "", 0
    for folded, original in ((text.folded_body, text.body), (text.folded_tail, text.tail)):
        for folded_line, line in zip(folded.split("\n"), original.split("\n"), strict=True):
            count = sum([_holds(folded_line, term) for term in terms])
            if count == len(terms):
                return line
            if count > most:
                best, most = line, count
    return best


def _holds(folded_line, term):
    if term.stem:
        return any(stem(word) == term.stem for word in folded_line.split())
    return term.pattern in folded_line


def _matches(folded, terms):
    """Where the terms stand in the original: (start, end), in order, those that touch as one."""
    found = []
    for term in terms:
        if term.stem:
            found += (
                word.span()
                for word in re.finditer(r"\S+", folded.text)
                if stem(word[0]) == term.stem
            )
        else:
            # Overlapping ones as well: 人人 stands twice in 人人人. The spaces at a pattern's ends stand nowhere.
            for match in re.finditer(f"(?={re.escape(term.pattern)})", folded.text):
                start = match.start() + term.pattern.startswith(" ")
                end = match.start() + len(term.pattern) - term.pattern.endswith(" ")
                found.append((start, end))
    merged = []
    for start, end in sorted((folded.starts[a], folded.ends[b - 1]) for a, b in found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(line, folded, match):
    """The part of a line around a match; words are left whole."""
    scale = 2 if is_unspaced(line[match[0]]) else 1
    first, last = match[0] - BEFORE // scale, match[1] + AFTER // scale
    start, end = match
    text, starts, ends = folded
    if first <= 0:
        start = 0
    else:
        for i in range(bisect_left(starts, first), bisect_left(starts, start)):
            if text[i] != " " and (is_unspaced(text[i]) or text[i - 1] == " "):
                start = starts[i]
                break
    if last >= len(line):
        end = len(line)
    else:
        for i in range(bisect_right(ends, last) - 1, bisect_right(ends, end) - 1, -1):
            if text[i] != " " and (is_unspaced(text[i]) or text[i + 1] == " "):
                end = ends[i]
                break
    return start, end


def _pieces(line, matches, start, end):
    pieces, place = [], start
    for match in matches:
        if start <= match[0] and match[1] <= end:
            pieces += [Piece(line[place : match[0]], False), Piece(line[slice(*match)], True)]
            place = match[1]
    pieces.append(Piece(line[place:end], False))
    return [piece for piece in pieces if piece.text]
