"""The home page, the list, and a release: as page, as text, and as it was before a correction."""

from itertools import groupby
from threading import Lock

from cachetools import LRUCache, cached
from django.db.models import Case, CharField, Subquery, TextField, When
from django.db.models.functions import Cast
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from releases import heads
from releases.addresses import address
from releases.document import from_edition, schema
from releases.languages import all_languages, current_language, language_names
from releases.models.edition import Page, PageListing
from releases.outputs import plain_text, web_page
from releases.prepared import AT, Parameter, prepared

from .answers import (
    card,
    first_row,
    in_language_first,
    numbers,
    on_public_page,
    public_pages,
    public_view,
)
from .narrowing import narrowed

ON_HOME = 13
RELATED = 3
KEPT = 300  # articles that are set, some 45 KB each, in every process


@public_view
@require_safe
def home(request):
    """The lead story, then the latest."""
    pages = [card(page) for page in _newest(current_language(), at=timezone.now())]
    lead = next((page for page in pages[:3] if page.lead_picture), pages[0] if pages else None)
    latest = [page for page in pages if page is not lead]
    return render(request, "releases/home.html", {"lead": lead, "latest": latest})


@prepared
def _newest(language):
    return public_pages(language, AT)[:ON_HOME]


@public_view
@require_safe
def release_list(request, year=None):
    """All releases, newest first; of a year, an organisation, a topic, in a language."""
    if "" in request.GET.values():
        return HttpResponseRedirect(_without_empty(request))
    language = request.GET.get("language", current_language())
    if language not in all_languages():
        raise Http404
    narrowing, filters = narrowed(request, language, year=None if year is None else f"{year:04d}")
    years = filters.pop("year")
    rows, total = narrowing.rows(first_row(request))
    context = {
        **numbers(request, total),
        "groups": groupby([card(page) for page in rows], key=lambda page: page.date.year),
        "year": years["chosen"],
        "years": list(years["offered"]),
        "filters": [each for each in filters.values() if each["offered"]],
        "chosen_language": language,
        "is_filtered": "language" in request.GET or any(f["chosen"] for f in filters.values()),
    }
    return render(request, "releases/release_list.html", context)


def _without_empty(request):
    """The address that a form means which sends an empty value for every choice not made."""
    query = request.GET.copy()
    for name in [name for name in query if not query[name]]:
        del query[name]
    return f"{request.path}?{query.urlencode()}".rstrip("?")


@public_view
@require_safe
def release_detail(request, slug):
    """A release. At the address of a language that it did not go out in, the page says so."""
    language = current_language()
    pages, related = _release(slug, language)
    if not pages:
        return _moved(slug, "release_detail")
    page = pages[0]
    if page.language != language:
        public = {page.language for page in pages}
        languages = [code for code in all_languages() if code in public]
        context = {"page": card(page), "languages": languages, "names": language_names(languages)}
        return render(request, "releases/release_other_language.html", context)
    context = {
        **_set(request, _dated(page), _versions(page)),
        "page": page,
        "related": [card(other) for other in related],
    }
    return render(request, "releases/release_detail.html", context)


def _said(request, page, versions):
    """All that ``_set`` prints: the same, and it need not be set again."""
    edition = page.edition
    return (
        (edition.digest, edition.kind, page.change_note, page.published_at, page.visible_from),
        (page.date, *(version["address"] for version in versions)),
        (heads.site(request), request.path, request.newsroom.called(page.language)),
        (timezone.get_default_timezone_name(), *all_languages()),
    )


@cached(LRUCache(KEPT), key=_said, lock=Lock())
def _set(request, page, versions):
    """What the page of a release shows of its edition, which never changes, set as HTML."""
    document = from_edition(page.document)
    # A language that was switched off since has no addresses.
    languages = [code for code in document.languages if code in all_languages()]
    document = schema.replace(document, languages=languages)
    context = {
        **web_page.render(document, page.language),
        "document": document,
        "page": page,
        "versions": versions,
        "text_address": address("release_text", page.slug),
        "address": heads.site(request) + request.path,
    }
    head = {**context, "title": context["headline"], "description": page.summary, "release": page}
    return {
        "headline": context["headline"],
        "languages": languages,
        "subject": _subject(page, context),
        "head": mark_safe(render_to_string("releases/_meta.html", head, request)),
        "article": mark_safe(render_to_string("releases/_release.html", context, request)),
    }


@public_view
@require_safe
def release_text(request, slug):
    """A release as text to copy: whole, and every quote and caption by itself."""
    language = current_language()
    pages, _related = _release(slug, language)
    if not pages:
        return _moved(slug, "release_text")
    page = pages[0]
    if page.language != language:
        return redirect("release_detail", slug)
    context = plain_text.render(from_edition(page.document), language)
    return render(request, "releases/release_text.html", {**context, "page": _dated(page)})


@public_view
@require_safe
def release_version(request, slug, number):
    """A release as it was before a correction, under a banner that says so."""
    language = current_language()
    readable = Page.objects.readable(timezone.now()).filter(slug=slug)
    versions = Page.objects.past(timezone.now()).filter(
        edition__release=Subquery(readable.values("edition__release")[:1]), edition__number=number
    )
    page = in_language_first(versions, language).select_related("edition").first()
    if page is None:
        raise Http404
    public = Page.objects.public(timezone.now()).filter(edition__release=page.edition.release_id)
    current = in_language_first(public, language).first()
    if page.language != language:
        return redirect("release_detail", current.slug)
    if current.slug != slug:
        return redirect("release_version", current.slug, number)
    context = web_page.render(from_edition(page.edition.document), language)
    return render(
        request,
        "releases/release_version.html",
        {
            **context,
            "page": _dated(page),
            "current_address": card(current).address,
            "replaced": web_page.display_time(page.visible_until, language),
        },
    )


def _release(slug, language):
    """The public pages at an address, that of the language first, and those of releases like it.

    One query: the page of this language has its ``document``; the others only say that they are there.
    """
    rows = _at_address(language, slug=slug, at=timezone.now())
    return [row for row in rows if row.slug == slug], [row for row in rows if row.slug != slug]


@prepared
def _at_address(language):
    slug = Parameter("slug", CharField())
    pages = Page.objects.public(AT)
    subject = pages.filter(slug=slug, language=language).values("subject")[:1]
    alike = (
        PageListing.objects.filter(on_public_page(AT), listing=Subquery(subject), language=language)
        .exclude(page__slug=slug)
        .order_by("-date", "-page")
        .values("page")[:RELATED]
    )
    # As it was written: only what is not set yet has to be read.
    document = Case(
        When(slug=slug, language=language, then=Cast("edition__document", TextField())),
        output_field=TextField(),
    )
    # Either half by its own index; “or” would have PostgreSQL read every page.
    own = pages.filter(slug=slug).order_by().values("pk")
    wanted = own.union(Page.objects.filter(pk__in=alike).order_by().values("pk"))
    return (
        in_language_first(pages, language, *Page._meta.ordering)
        .filter(pk__in=wanted)
        .annotate(document=document)
        .select_related("edition", "subject")
        .defer("edition__document")
    )


def _moved(slug, name):
    """To the address that a release has had since a correction. Raises Http404 if there is none."""
    past = Page.objects.superseded(timezone.now()).filter(slug=slug).values("edition__release")[:1]
    page = Page.objects.public(timezone.now()).filter(edition__release=Subquery(past)).first()
    if page is None:
        raise Http404
    return redirect(name, page.slug)


def _dated(page):
    """A card with its moments in full and, of a correction, what was wrong."""
    language = page.language
    page.is_correction = page.edition.kind == page.edition.Kind.CORRECTION
    page.change_note = page.edition.change_note.get(language, "")
    page.label_published = pgettext("moment", "Published")
    page.printed_published = web_page.display_time(page.published_at, language)
    page.printed_corrected = web_page.display_time(page.visible_from, language)
    return card(page)


def _subject(page, context):
    """What the releases alike have in common, as this one names it."""
    named = (*context["topics"], *context["organisations"])
    return next((part for part in named if page.subject and part["key"] == page.subject.key), None)


def _versions(page):
    """What could be read before a correction, newest first."""
    if page.edition.number == 1:
        return []
    past = (
        Page.objects.past(timezone.now())
        .filter(edition__release=page.edition.release_id, language=page.language)
        .select_related("edition")
        .defer("edition__document")
        .order_by("-edition__number")
    )
    return [
        {
            "number": version.edition.number,
            "address": address(
                "release_version", page.slug, version.edition.number, language=page.language
            ),
            "printed_from": web_page.display_time(version.visible_from, page.language),
        }
        for version in past
    ]
