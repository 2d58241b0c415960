"""The search page."""

from django.db.models import BigIntegerField, Count, Window
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from releases import search
from releases.languages import current_language, language_name
from releases.models.edition import Page
from releases.prepared import AT, Parameter, prepared

from .answers import PER_PAGE, card, first_row, numbers, public_pages, public_view
from .narrowing import narrowed, pages_under


@public_view
@require_safe
def search_page(request):
    """What is found for ``q``, of a year, an organisation and a topic if asked; best first."""
    language = current_language()
    typed = request.GET.get("q", "").strip()
    query = search.shortened(typed)
    narrowing, filters = narrowed(request, language)
    context = {
        "words": query,
        "is_cut": query != typed,
        "filters": [each for each in filters.values() if each["offered"]],
        "is_narrowed": any(each["chosen"] for each in filters.values()),
    }
    if terms := search.parse(query):
        context |= _results(request, narrowing, terms)
        if not context["total"]:
            context |= _instead(language, query, terms)
    return render(request, "releases/search.html", context)


def _results(request, narrowing, terms):
    at, language = timezone.now(), narrowing.language
    question = (language, narrowing.kinds, search.shape(terms), first_row(request))
    found = _found(*question, at=at, **dict(narrowing.keys), **search.given(terms))
    context = numbers(request, found[0][1] if found else 0)
    keys = {f"page {number}": pk for number, (pk, _total) in enumerate(found)}
    pages = _with_texts(language, len(keys), at=at, **keys) if keys else []
    shown = {page.pk: page for page in pages}
    rows = [shown[pk] for pk in keys.values() if pk in shown]
    for page in rows:
        card(page)
        page.marked_headline = search.highlighted(page.headline, terms)
        page.excerpt = search.excerpt(page.text, terms)
    return {**context, "releases": rows}


@prepared
def _found(language, kinds, terms, start):
    """The ids of pages, each with the number of all that are found."""
    found = search.find(pages_under(language, kinds), search.blank(terms), language=language)
    found = found.annotate(total=Window(Count("*")))
    return found.values_list("pk", "total")[start : start + PER_PAGE]


@prepared
def _with_texts(language, count):
    keys = [Parameter(f"page {number}", BigIntegerField()) for number in range(count)]
    pages = public_pages(language, AT).filter(pk__in=keys).order_by()
    texts = ("body", "folded_body", "tail", "folded_tail")
    return pages.select_related("text").only(
        *("slug", "language", "date", "headline", "summary", "hosts"),
        *(f"text__{name}" for name in texts),
    )


def _instead(language, query, terms):
    """What to offer where nothing was found: a word close by, and releases in other languages."""
    others = Page.objects.public(timezone.now()).exclude(language=language)
    found = search.find(others, terms).order_by().values_list("language")
    return {
        "suggestion": search.suggest(public_pages(language), query),
        "in_other_languages": {
            code: ngettext(
                "%(found)s release in %(language)s", "%(found)s releases in %(language)s", count
            )
            % {"found": count, "language": language_name(code)}
            for code, count in found.annotate(releases=Count("pk"))
        },
    }
