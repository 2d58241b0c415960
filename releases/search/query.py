"""What a person typed, as terms. Nothing typed is an operator, except the marks around a phrase."""

import re
from dataclasses import dataclass

from .folding import fold, is_unspaced
from .tokens import LONGEST, pairs, stem

LONGEST_QUERY = 200  # characters

_PHRASE = re.compile(r'"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|＂([^＂]*)＂')


@dataclass(frozen=True)
class Term:
    """What a page must hold: ``pattern`` in its folded text, or a form of one word (``stem``).

    ``tokens`` narrow the pages down by index; where ``exact`` they suffice, otherwise the folded
    text is looked at as well.
    """

    pattern: str
    stem: str
    tokens: frozenset[str]
    exact: bool

    @property
    def word(self):
        """The word of a term that is one word in any of its forms, or else an empty string."""
        return self.pattern.strip() if self.stem else ""


def shortened(typed: str) -> str:
    """Return as much of a query as is searched for, without half a word at its end."""
    if len(typed) <= LONGEST_QUERY:
        return typed
    return typed[: LONGEST_QUERY + 1].rsplit(maxsplit=1)[0][:LONGEST_QUERY]


def parse(typed: str) -> list[Term]:
    """Return the terms of a query; all must be found. No terms: nothing was asked for.

    A word alone stands for all its forms (sign, signed); words in quotation marks, and pieces that
    hang together (COVID-19, AI機械人), stand as they are written. Han needs no marks.
    """
    terms = []
    end = 0
    for phrase in _PHRASE.finditer(typed):
        terms += [_term(piece) for piece in typed[end : phrase.start()].split()]
        terms.append(_term(phrase[phrase.lastindex], is_phrase=True))
        end = phrase.end()
    terms += [_term(piece) for piece in typed[end:].split()]
    return list(dict.fromkeys(term for term in terms if term))


def _term(piece, is_phrase=False):
    folded = fold(piece)
    units = folded.split()
    if not units:
        return None
    first, last = is_unspaced(units[0]), is_unspaced(units[-1])
    # Han at either end may go on in the text; a word may not.
    pattern = folded[1 if first else 0 : -1 if last else None]
    alone = units[0] if len(units) == 1 else ""
    any_form = 0 < len(alone) <= LONGEST and not first and not is_phrase
    return Term(
        pattern=pattern,
        stem=stem(alone) if any_form else "",
        tokens=frozenset(token for unit in units for token in _tokens(unit)),
        exact=any_form or (first and 0 < len(alone) <= 2),
    )


def _tokens(unit):
    if not is_unspaced(unit):
        return [stem(unit)]
    return pairs(unit) if len(unit) > 1 else [unit]
