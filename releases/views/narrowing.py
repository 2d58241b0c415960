"""Narrowing a list of releases: by year, organisation and topic."""

from dataclasses import dataclass

from django.db.models import CharField, Count, OuterRef, QuerySet, Subquery
from django.http import Http404
from django.utils import timezone

from releases.freshness import kept, known
from releases.models.edition import Listing, Page, PageListing
from releases.prepared import AT, Parameter, prepared

from .answers import PER_PAGE, on_public_page, public_pages

KINDS = (Listing.Kind.YEAR, Listing.Kind.ORGANISATION, Listing.Kind.TOPIC)
OFFERED = 200  # nobody looks for one among more: each has a page of its own that lists its releases


@dataclass(frozen=True)
class Narrowing:
    """The public pages in a language under the listings whose keys were chosen: ``{kind: key}``."""

    language: str
    keys: tuple[tuple[str, str], ...]

    @property
    def kinds(self):
        return tuple(kind for kind, _key in self.keys)

    def rows(self, start: int) -> tuple[list[Page], int]:
        """The pages of a list from one on, newest first, and how many there are in all; past the last
        there are none, and 0 in all."""
        totals = known()
        with totals.lacking(self) as is_counted:
            shape = (self.language, self.kinds, start, is_counted)
            rows = _rows(*shape, at=timezone.now(), **dict(self.keys))
            if rows and is_counted:
                totals[self] = rows[0].total
        return rows, totals[self] if rows else 0


def pages_under(language: str, kinds: tuple[str, ...]) -> QuerySet:
    """The public pages under a listing of each kind, to be ``prepared``: asked at a moment ``at``, with a
    key for each kind."""
    pages = public_pages(language, AT)
    for kind in kinds:
        pages = pages.listed_under(kind, Parameter(kind, CharField()))
    return pages


@prepared
def _rows(language, kinds, start, is_counted):
    pages = pages_under(language, kinds)
    if is_counted:
        # The same answer in one query: how many there are, beside every row.
        total = pages.order_by().values("language").annotate(total=Count("pk")).values("total")
        pages = pages.annotate(total=Subquery(total))
    return pages[start : start + PER_PAGE]


def narrowed(request, language, *, year=None):
    """Return what the address narrows the pages in a language to, and the filters.

    ``year`` is one that the path gives; ``?year=``, ``?organisation=`` and ``?topic=`` give keys. A
    filter is a dict of its ``name``, ``label``, what is ``offered`` (names by key) and ``chosen``.
    Raises Http404 where no public page of any language stands under a key.
    """
    offered = _offered(language)
    keys, filters = [], {}
    for kind in KINDS:
        key = year if year and kind == Listing.Kind.YEAR else request.GET.get(kind)
        if key and key not in offered[kind] and not _is_offered_elsewhere(kind, key):
            raise Http404
        if key:
            keys.append((str(kind), key))
        filters[str(kind)] = {
            "name": str(kind),
            "label": str(kind.label),
            "offered": offered[kind],
            "chosen": key or None,
        }
    return Narrowing(language, tuple(keys)), filters


def _is_offered_elsewhere(kind, key):
    """Whether it narrows the list of another language: there it is no address that leads nowhere."""
    # PostgreSQL cannot even be asked for a NUL.
    return "\0" not in key and Page.objects.public(timezone.now()).listed_under(kind, key).exists()


@kept
def _offered(language):
    """What a list can be narrowed to: by kind, the name of every key on a public page. One query.

    Of a kind with more than ``OFFERED`` nothing.
    """
    offered = {kind: {} for kind in KINDS}
    for listing in _listings(language, at=timezone.now()):
        offered[Listing.Kind(listing.kind)][listing.key] = listing.name
    offered[Listing.Kind.YEAR] = dict(sorted(offered[Listing.Kind.YEAR].items(), reverse=True))
    return {kind: names if len(names) <= OFFERED else {} for kind, names in offered.items()}


@prepared
def _listings(language):
    newest = PageListing.objects.filter(
        on_public_page(AT), listing=OuterRef("pk"), language=language
    )
    return (
        Listing.objects.filter(kind__in=KINDS)
        .annotate(name=Subquery(newest.order_by("-date", "-page").values("name")[:1]))
        .filter(name__isnull=False)
        .order_by("name", "key")
    )
