"""Finding: the pages that hold all terms, in the order in which they are shown."""

import operator
from functools import reduce

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from releases.models.edition import Page
from releases.models.search import PageText

from .databases import HasTokens
from .query import Term
from .tokens import SECTIONS

COLUMNS = {"h": "folded_headline", "b": "folded_body", "t": "folded_tail"}


def find(pages: QuerySet, terms: list[Term]) -> QuerySet:
    """Return those of ``pages`` that hold every term, best first; ``pages`` has passed the gate.

    First those whose headline holds them all, then those that do with their body, then the rest, which
    need a boilerplate or a media contact for it; in each class the newest first, like every list.
    """
    rank = Case(
        When(pk__in=_holding(terms, "h"), then=Value(0)),
        When(pk__in=_holding(terms, "hb"), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return pages.filter(pk__in=_holding(terms, SECTIONS)).order_by(rank, *Page._meta.ordering)


def results(pages: QuerySet, terms: list[Term], rows: slice) -> tuple[list[Page], int]:
    """Return some of the rows of ``find``, each page with its ``text``, and how many there are in all.

    Two queries, whatever the number. Past the last row there are none, and 0 in all.
    """
    found = find(pages, terms).annotate(total=Window(Count("*"))).values_list("pk", "total")[rows]
    total = found[0][1] if found else 0
    shown = pages.select_related("text").in_bulk([pk for pk, _total in found])
    return [shown[pk] for pk, _total in found if pk in shown], total


def _holding(terms, sections):
    """The ids of all pages, public or not, that hold every term within these sections."""
    tokens = sorted(frozenset().union(*(term.tokens for term in terms)))
    texts = PageText.objects.filter(
        HasTokens([[section + token for section in sections] for token in tokens])
    )
    for term in terms:
        if not term.exact:
            texts = texts.filter(_stands(term.pattern, sections))
    return texts.values("page_id")


def _stands(pattern, sections):
    # Not LIKE: half as quick on SQLite.
    return reduce(
        operator.or_,
        (Q(GreaterThan(StrIndex(COLUMNS[section], Value(pattern)), 0)) for section in sections),
    )
