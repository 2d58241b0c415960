"""Finding: the pages that hold all terms, in the order in which they are shown."""

import operator
from functools import reduce

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from releases.models.edition import Page
from releases.models.search import PageText
from releases.prepared import slot

from .databases import HasTokens
from .query import Term
from .tokens import ALSO_IN_TAIL, BODY, HEADLINE, ONLY_IN_TAIL, SECTIONS

ALL = 2**31
COLUMNS = {
    HEADLINE: "folded_headline",
    BODY: "folded_body",
    ALSO_IN_TAIL: "folded_tail",
    ONLY_IN_TAIL: "folded_tail",
}


def find(pages: QuerySet, terms: list[Term], *, language: str | None = None) -> QuerySet:
    """Return those of ``pages`` that hold every term, best first; ``pages`` has passed the gate.

    ``language`` is that of all ``pages``, where they have one: then the others are not looked at. First
    those whose headline holds them all, then those that do with their body, then the rest, which
    need a boilerplate or a media contact for it; in each class the newest first, like every list.
    """
    texts = PageText.objects.all()
    if language:
        texts = texts.filter(Q(language=language) | Q(language=None))
    needs_tail = reduce(operator.or_, (_only_in_tail(texts, term, terms) for term in terms))
    rank = Case(
        When(pk__in=_holding(texts, terms, HEADLINE), then=Value(0)),
        When(needs_tail, then=Value(2)),
        default=Value(1),
        output_field=IntegerField(),
    )
    # A slice keeps PostgreSQL from asking page by page instead of the index.
    found = _holding(texts, terms, SECTIONS)[:ALL]
    return pages.filter(pk__in=found).order_by(rank, *Page._meta.ordering)


Shape = tuple[tuple[bool, bool, int], ...]


def shape(terms: list[Term]) -> Shape:
    """What of the terms shapes the question that ``find`` asks."""
    return tuple((bool(term.stem), term.exact, len(term.tokens)) for term in terms)


def blank(terms: Shape) -> list[Term]:
    """Return terms of a shape whose words are given when they are asked for: see ``given``."""
    return [
        Term(
            pattern=slot(f"pattern {number}"),
            stem=slot(f"stem {number}") if has_stem else "",
            tokens=frozenset(slot(f"token {number} {place}") for place in range(count)),
            exact=exact,
        )
        for number, (has_stem, exact, count) in enumerate(terms)
    ]


def given(terms: list[Term]) -> dict[str, str]:
    """Return the words of terms by the names that ``blank`` has for them."""
    words = {f"pattern {number}": term.pattern for number, term in enumerate(terms)}
    return words | {
        f"token {number} {place}": token
        for number, term in enumerate(terms)
        for place, token in enumerate(sorted(term.tokens))
    }


def _holding(texts, terms, sections, also=()):
    """The ids of all pages, public or not, that hold every term within these sections.

    ``also`` are groups of tokens, of each of which a page must hold one.
    """
    texts = texts.filter(HasTokens([*_groups(terms, sections), *also]))
    for term in terms:
        if not term.exact:
            texts = texts.filter(_stands(term.pattern, sections))
    return texts.values("pk")


def _only_in_tail(texts, term, terms):
    """Whether a page that holds all ``terms`` holds one of them in its tail and nowhere before."""
    # The others only narrow down where to look: a few are enough.
    others = [other for other in terms if other != term][:3]
    among_others = _groups(others, SECTIONS)
    if term.exact:
        return Q(pk__in=_holding(texts, [term], ONLY_IN_TAIL, also=among_others))
    in_tail = [*_groups([term], ALSO_IN_TAIL + ONLY_IN_TAIL), *among_others]
    # Looked at closely only where the tail holds it as well: nowhere, for most terms.
    return Q(pk__in=texts.filter(HasTokens(in_tail)).values("pk")) & ~Q(
        pk__in=_holding(texts, [term], HEADLINE + BODY, also=in_tail)
    )


def _groups(terms, sections):
    """For each token of the terms, its forms in these sections."""
    tokens = sorted(frozenset().union(*(term.tokens for term in terms)))
    return [[section + token for section in sections] for token in tokens]


def _stands(pattern, sections):
    # Not LIKE, which takes twice as long on SQLite.
    columns = dict.fromkeys(COLUMNS[section] for section in sections)
    return reduce(
        operator.or_,
        (Q(GreaterThan(StrIndex(column, Value(pattern)), 0)) for column in columns),
    )
