"""What the public views share: how long an answer may be kept, cards, and numbered pages."""

import re
from functools import wraps

from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from django.http import Http404
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from isal import igzip

from releases.addresses import address
from releases.languages import DERIVED, HTML_LANG, all_languages, current_language
from releases.models.edition import Page
from releases.outputs import web_page

PER_PAGE = 20
SHORT = 200  # bytes that are not worth it
GZIP_LEVEL = 2  # of 0 to 3
_ACCEPTS_GZIP = re.compile(r"\bgzip\b").search


def public_view(view):
    """A page of the public site: never kept without asking, since it must go the second it is taken
    back, and compressed."""
    return _compressed(cache_control(public=True, max_age=0, must_revalidate=True)(view))


def _compressed(view):
    """As Django's ``gzip_page``, without the padding, which guards secrets: here nothing is secret and no
    cookie is read; and in a seventh of its time, which was a fifth of that of a release page."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if len(response.content) < SHORT:
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        if _ACCEPTS_GZIP(request.headers.get("Accept-Encoding", "")):
            response.content = igzip.compress(response.content, GZIP_LEVEL, mtime=0)
            response.headers["Content-Encoding"] = "gzip"
        return response

    return answer


def public_pages(language, at=None):
    """The public pages in a language, now or at a moment."""
    return Page.objects.public(at or timezone.now()).filter(language=language)


def on_public_page(at=None):
    """The condition on rows that hang on a page: that it is public, now or at a moment."""
    return Exists(Page.objects.public(at or timezone.now()).filter(pk=OuterRef("page")))


def in_language_first(rows, language, *ordering):
    """Rows in a language, then in the one that it is made from, then in those that are written."""
    written_first = sorted(all_languages(), key=DERIVED.__contains__)
    near = dict.fromkeys([language, DERIVED.get(language, language), *written_first])
    rank = Case(
        *(When(language=code, then=Value(place)) for place, code in enumerate(near)),
        output_field=IntegerField(),
    )
    return rows.filter(language__in=near).order_by(rank, *ordering)


def card(page):
    """A page as lists show it: with its address, and its date as printed."""
    language = current_language()
    page.address = address("release_detail", page.slug, language=page.language)
    page.html_lang = HTML_LANG[page.language] if page.language != language else ""
    page.printed_date = web_page.display_date(page.date, language)
    return page


def page_number(request):
    value = request.GET.get("page", "1")
    if not (value.isascii() and value.isdigit() and 0 < int(value[:9]) < 100_000):
        raise Http404
    return int(value[:9])


def first_row(request, per_page=PER_PAGE):
    """Where the rows of the page asked for begin."""
    return (page_number(request) - 1) * per_page


def numbers(request, total, per_page=PER_PAGE):
    """The numbers around the page asked for. Raises Http404 past the end."""
    number = page_number(request)
    last = max(1, -(-total // per_page))
    if number > last:
        raise Http404
    query = request.GET.copy()
    query.pop("page", None)
    return {
        "total": total,
        "page_number": number,
        "last_page": last,
        "previous_page": number - 1 if number > 1 else None,
        "next_page": number + 1 if number < last else None,
        "query": query.urlencode(),
        "printed_total": ngettext("%(total)s release", "%(total)s releases", total)
        % {"total": total},
    }
