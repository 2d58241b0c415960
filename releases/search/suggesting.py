"""“Did you mean …?” for words that stand nowhere."""

from django.db.models import Q, QuerySet
from rapidfuzz.distance import OSA

from releases.models.search import Word

from .finding import find
from .folding import fold_in_place
from .index import is_offered
from .query import parse

GUESSES = 5  # known words tried for a mistyped one
LONGEST = 10  # terms of a query that is looked at; in a longer one, no single slip is to blame


def suggest(pages: QuerySet, typed: str) -> str:
    """Return the query with each word that stands nowhere replaced by the nearest that does.

    Empty where there is nothing to say, or where the query would still find nothing. ``pages`` has
    passed the gate: whatever the list of words knows, only what stands on these pages is said. The
    number of queries is bounded.
    """
    terms = parse(typed)
    if len(terms) > LONGEST:
        return ""
    mistyped = [
        term.word for term in terms if is_offered(term.word) and not find(pages, [term]).exists()
    ]
    for word in mistyped:
        nearest = (near for near in _nearest(word) if find(pages, parse(near)).exists())
        typed = _replaced(typed, word, next(nearest, word))
    return typed if mistyped and find(pages, parse(typed)).exists() else ""


def _nearest(word):
    """Known words that differ by a letter (two, in a longer word; neighbours swapped count as one)."""
    limit = 1 if len(word) <= 5 else 2
    # Hardly anybody mistypes both ends of a word.
    known = Word.objects.filter(Q(start=word[:2]) | Q(end=word[-2:])).values_list("word", flat=True)
    near = ((OSA.distance(word, other, score_cutoff=limit), other) for other in known)
    return [other for distance, other in sorted(near) if distance <= limit][:GUESSES]


def _replaced(typed, word, other):
    folded = fold_in_place(typed)
    start = folded.text.index(f" {word} ") + 1
    return typed[: folded.starts[start]] + other + typed[folded.ends[start + len(word) - 1] :]
