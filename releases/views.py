"""The public site. Every view asks the one gate, ``Page.objects.public(at)``, and reads editions."""

import datetime as dt

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db.models import Case, Count, F, IntegerField, Value, When, Window
from django.db.models.functions import RowNumber
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from pictures.renditions import CONTENT_TYPES, file_path

from .document import from_edition
from .languages import current_language
from .models.edition import Page, PageMediaContact, PagePicture
from .outputs import web_page
from .outputs.picture import picture_files

PER_PAGE = 20
ON_HOME = 13
CONTACTS_FOR_DAYS = 730  # a contact named in no release for two years is no longer offered

# Nothing public is kept without asking: a page must go the second it is taken back.
public_view = cache_control(public=True, max_age=0, must_revalidate=True)


@public_view
@require_safe
def home(request):
    """The lead story, then the latest."""
    pages = [_card(page) for page in _public_pages(current_language())[:ON_HOME]]
    lead = next((page for page in pages[:3] if page.picture), pages[0] if pages else None)
    latest = [page for page in pages if page is not lead]
    return render(request, "releases/home.html", {"lead": lead, "latest": latest})


@public_view
@require_safe
def release_list(request, year=None):
    """All releases, newest first, or those of one year."""
    pages = _public_pages(current_language())
    counts = dict(
        pages.order_by("-date__year").values_list("date__year").annotate(releases=Count("pk"))
    )
    if year is not None and year not in counts:
        raise Http404
    if year is not None:
        pages = pages.filter(date__year=year)
    context = _paginated(request, pages, counts[year] if year else sum(counts.values()))
    return render(
        request, "releases/release_list.html", {**context, "years": list(counts), "year": year}
    )


@public_view
@require_safe
def release_detail(request, slug):
    """A release. At the address of a language that it did not go out in, the page says so."""
    language = current_language()
    page = (
        _in_language_first(Page.objects.public(timezone.now()).filter(slug=slug), language)
        .select_related("edition")
        .first()
    )
    if page is None:
        raise Http404
    if page.language != language:
        return render(request, "releases/release_other_language.html", {"page": _card(page)})
    context = web_page.render(from_edition(page.edition.document), language)
    return render(request, "releases/release_detail.html", {**context, "page": _card(page)})


@public_view
@require_safe
def organisation_detail(request, key):
    """An organisation as its newest public release names it, and all releases it issued."""
    language = current_language()
    pages = Page.objects.public(timezone.now()).filter(organisations__key=key)
    newest = _in_language_first(pages, language).select_related("edition").first()
    if newest is None:
        raise Http404
    document = from_edition(newest.edition.document)
    organisation = next(o for o in document.organisations if o.record == key)
    shown = web_page.organisation(organisation, newest.language)
    pages = pages.filter(language=language).annotate(total=Window(Count("*")))
    rows = list(pages[_slice(request)])
    context = {
        **_paginated(request, rows, rows[0].total if rows else 0),
        "organisation": shown,
        "organisation_language": newest.language,
        "boilerplates": [
            web_page.boilerplate(b, newest.language)
            for b in document.boilerplates
            if _is_about(b, organisation) and newest.language in b.text
        ],
    }
    return render(request, "releases/organisation_detail.html", context)


@public_view
@require_safe
def media_contact_list(request):
    """The contacts of the public releases of the last two years, each as last printed."""
    language = current_language()
    pages = _public_pages(language).filter(
        date__gte=timezone.localdate() - dt.timedelta(days=CONTACTS_FOR_DAYS)
    )
    newest_first = [
        F("page__date").desc(),
        F("page__visible_from").desc(),
        F("page__edition_id").desc(),
    ]
    rows = (
        PageMediaContact.objects.filter(page__in=pages.order_by().values("pk"))
        .annotate(row=Window(RowNumber(), partition_by="identity", order_by=newest_first))
        .filter(row=1)
        .order_by(*newest_first, "position")
    )
    contacts = [web_page.media_contact(row.contact, language) for row in rows]
    groups = {}
    for contact in contacts:
        groups.setdefault(contact["on_behalf_of"] or contact["organisation"], []).append(contact)
    return render(request, "releases/media_contact_list.html", {"groups": groups})


@require_safe
def picture(request, sha256, file_name):
    """A file of a picture that a public page shows; staff see every picture."""
    public = PagePicture.objects.filter(
        sha256=sha256, page__in=Page.objects.public(timezone.now()).order_by().values("pk")
    )
    if not public.exists() and not (request.user.is_active and request.user.is_staff):
        raise Http404
    return picture_file(sha256, file_name)


def picture_file(sha256, file_name):
    """The answer that hands over a file of a picture; the gate stands before it."""
    path = file_path(sha256, file_name)
    if not isinstance(default_storage, FileSystemStorage):
        response = HttpResponseRedirect(default_storage.url(path))
        patch_cache_control(response, no_store=True)  # the signature ends before a cache would
        return response
    content_type = CONTENT_TYPES[file_name.rpartition(".")[2]]
    if settings.PICTURES_ACCEL_PREFIX:
        accel = {"X-Accel-Redirect": f"{settings.PICTURES_ACCEL_PREFIX}/{path}"}
        response = HttpResponse(headers=accel, content_type=content_type)
    else:
        try:
            response = FileResponse(default_storage.open(path), content_type=content_type)
        except FileNotFoundError:
            raise Http404 from None
    patch_cache_control(response, private=True, max_age=300)
    return response


def _is_about(boilerplate, organisation):
    """Whether a boilerplate calls an organisation by its name, its short name or its website."""
    names = {*organisation.name.values(), *organisation.short_name.values()}
    return not names.isdisjoint(boilerplate.organisation.values()) or (
        organisation.website != "" and boilerplate.website == organisation.website
    )


def _public_pages(language):
    return Page.objects.public(timezone.now()).filter(language=language)


def _in_language_first(pages, language):
    in_other_language = Case(
        When(language=language, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return pages.order_by(in_other_language, *Page._meta.ordering)


def _card(page):
    """A page as lists show it: with its moments as printed and the addresses of its lead picture."""
    language = current_language()
    page.printed_date = web_page.display_date(page.date, language)
    page.printed_time = web_page.display_time(page.visible_from, language)
    lead = page.lead_picture
    page.picture = lead and {
        **picture_files(lead, lead["focal_point"]),
        "alt_text": lead["alt_text"],
    }
    return page


def _page_number(request):
    value = request.GET.get("page", "1")
    if not (value.isascii() and value.isdigit() and 0 < int(value[:9]) < 100_000):
        raise Http404
    return int(value[:9])


def _slice(request):
    start = (_page_number(request) - 1) * PER_PAGE
    return slice(start, start + PER_PAGE)


def _paginated(request, pages, total):
    """The releases of the page asked for, and the numbers around it. Raises Http404 past the end."""
    number = _page_number(request)
    last = max(1, -(-total // PER_PAGE))
    if number > last:
        raise Http404
    rows = pages if isinstance(pages, list) else pages[_slice(request)]
    return {
        "releases": [_card(page) for page in rows],
        "total": total,
        "page_number": number,
        "last_page": last,
        "previous_page": number - 1 if number > 1 else None,
        "next_page": number + 1 if number < last else None,
    }
