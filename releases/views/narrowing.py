"""Narrowing a list of releases: by year, organisation and topic."""

from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.utils import timezone

from releases.models.edition import Listing, Page, PageListing

from .answers import on_public_page, public_pages

KINDS = (Listing.Kind.YEAR, Listing.Kind.ORGANISATION, Listing.Kind.TOPIC)


def narrowed(request, language, *, year=None):
    """Return the public pages in a language under what the address names, and the filters.

    ``year`` is one that the path gives; ``?year=``, ``?organisation=`` and ``?topic=`` give keys. A
    filter is a dict of its ``name``, ``label``, what is ``offered`` (names by key) and ``chosen``.
    Raises Http404 where no public page of any language stands under a key.
    """
    offered = _offered(language)
    pages = public_pages(language)
    filters = {}
    for kind in KINDS:
        key = year if year and kind == Listing.Kind.YEAR else request.GET.get(kind)
        if key and key not in offered[kind] and not _is_offered_elsewhere(kind, key):
            raise Http404
        if key:
            pages = pages.listed_under(kind, key)
        filters[str(kind)] = {
            "name": str(kind),
            "label": kind.label,
            "offered": offered[kind],
            "chosen": key or None,
        }
    return pages, filters


def _is_offered_elsewhere(kind, key):
    """Whether it narrows the list of another language: there it is no address that leads nowhere."""
    # PostgreSQL cannot even be asked for a NUL.
    return "\0" not in key and Page.objects.public(timezone.now()).listed_under(kind, key).exists()


def _offered(language):
    """What a list can be narrowed to: by kind, the name of every key on a public page. One query."""
    newest = PageListing.objects.filter(on_public_page(), listing=OuterRef("pk"), language=language)
    listings = (
        Listing.objects.filter(kind__in=KINDS)
        .annotate(name=Subquery(newest.order_by("-date", "-page").values("name")[:1]))
        .filter(name__isnull=False)
        .order_by("name", "key")
    )
    offered = {kind: {} for kind in KINDS}
    for listing in listings:
        offered[Listing.Kind(listing.kind)][listing.key] = listing.name
    offered[Listing.Kind.YEAR] = dict(sorted(offered[Listing.Kind.YEAR].items(), reverse=True))
    return offered
