"""Organisations, people and topics: each with the releases it appears in."""

from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery, Window
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from releases.document import from_edition
from releases.freshness import kept
from releases.languages import current_language
from releases.models.edition import Listing, PageListing
from releases.outputs import web_page
from releases.prepared import AT, Parameter, prepared

from .answers import (
    PER_PAGE,
    card,
    first_row,
    in_language_first,
    numbers,
    on_public_page,
    public_view,
)

Kind = Listing.Kind
PER_INDEX = 120


def _index(request, kind, template):
    """All listings of a kind by their newest name in the language."""
    rows, total = _index_rows(kind, current_language(), first_row(request, PER_INDEX))
    context = numbers(request, total, PER_INDEX)
    return render(request, template, {**context, "listings": rows})


@kept
def _index_rows(kind, language, start):
    rows = _named(kind, language, start, at=timezone.now())
    return rows, rows[0].total if rows else 0


@prepared
def _named(kind, language, start):
    newest = PageListing.objects.filter(
        on_public_page(AT), listing=OuterRef("pk"), language=language
    ).order_by("-date", "-page")
    listings = (
        Listing.objects.filter(kind=kind)
        .annotate(
            name=Subquery(newest.values("name")[:1]),
            printed=Subquery(newest.values("printed")[:1]),
        )
        .filter(name__isnull=False)
        .annotate(total=Window(Count("*")))
        .order_by("name", "key")
    )
    return listings[start : start + PER_INDEX]


@public_view
@require_safe
def organisation_list(request):
    return _index(request, Kind.ORGANISATION, "releases/organisation_list.html")


@public_view
@require_safe
def person_list(request):
    return _index(request, Kind.PERSON, "releases/person_list.html")


@public_view
@require_safe
def topic_list(request):
    return _index(request, Kind.TOPIC, "releases/topic_list.html")


def _newest(kind, key, language):
    """The newest public page under a listing, in the language if there is one. Raises Http404."""
    rows = _newest_rows(kind, language, at=timezone.now(), key=key)
    if not rows:
        raise Http404
    return rows[0]


@prepared
def _newest_rows(kind, language):
    rows = PageListing.objects.filter(
        on_public_page(AT), listing__kind=kind, listing__key=Parameter("key", CharField())
    )
    newest = in_language_first(rows, language, "-date", "-page").select_related("page__edition")
    return (newest if kind == Kind.ORGANISATION else newest.defer("page__edition__document"))[:1]


def _releases(request, newest, language):
    """The releases under a listing in a language, newest first, each with what it prints."""
    if newest.language != language:
        return numbers(request, 0) | {"releases": []}
    start = first_row(request)
    rows = _rows(language, start, at=timezone.now(), listing=newest.listing_id)
    for row in rows:
        card(row.page)
        row.page.printed = row.printed
    return {
        **numbers(request, rows[0].total if rows else 0),
        "releases": [row.page for row in rows],
    }


@prepared
def _rows(language, start):
    listing = Parameter("listing", IntegerField())
    rows = (
        PageListing.objects.filter(on_public_page(AT), listing=listing, language=language)
        .select_related("page")
        .annotate(total=Window(Count("*")))
        .order_by("-date", "-page__published_at", "-page")
    )
    return rows[start : start + PER_PAGE]


@public_view
@require_safe
def organisation_detail(request, key):
    """An organisation as its newest public release names it, and all releases it issued."""
    language = current_language()
    newest = _newest(Kind.ORGANISATION, key, language)
    document = from_edition(newest.page.edition.document)
    organisation = next(o for o in document.organisations if o.record == key)
    context = {
        **_releases(request, newest, language),
        "organisation": web_page.organisation(organisation, newest.language),
        "shown_language": newest.language,
        "boilerplates": [
            web_page.boilerplate(b, newest.language)
            for b in document.boilerplates
            if _is_about(b, organisation) and newest.language in b.text
        ],
    }
    return render(request, "releases/organisation_detail.html", context)


@public_view
@require_safe
def person_detail(request, key):
    """A person as the newest public release names them, and every release with their words."""
    language = current_language()
    newest = _newest(Kind.PERSON, key, language)
    context = {
        **_releases(request, newest, language),
        "name": newest.name,
        "role": newest.printed["role"],
        "shown_language": newest.language,
    }
    return render(request, "releases/person_detail.html", context)


@public_view
@require_safe
def topic_detail(request, key):
    language = current_language()
    newest = _newest(Kind.TOPIC, key, language)
    context = {
        **_releases(request, newest, language),
        "key": key,
        "name": newest.name,
        "shown_language": newest.language,
    }
    return render(request, "releases/topic_detail.html", context)


def _is_about(boilerplate, organisation):
    """Whether a boilerplate calls an organisation by its name, its short name or its website."""
    names = {*organisation.name.values(), *organisation.short_name.values()}
    return not names.isdisjoint(boilerplate.organisation.values()) or (
        organisation.website != "" and boilerplate.website == organisation.website
    )
