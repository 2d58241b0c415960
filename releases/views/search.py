"""The search page."""

from django.db.models import Count
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from releases import search
from releases.languages import current_language, language_name
from releases.models.edition import Page

from .answers import PER_PAGE, card, first_row, numbers, public_pages, public_view
from .narrowing import narrowed


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
        context |= _results(request, narrowing.pages(), terms)
        if not context["total"]:
            context |= _instead(language, query, terms)
    return render(request, "releases/search.html", context)


def _results(request, pages, terms):
    start = first_row(request)
    rows, total = search.results(pages, terms, slice(start, start + PER_PAGE))
    context = numbers(request, total)
    for page in rows:
        card(page)
        page.marked_headline = search.highlighted(page.headline, terms)
        page.excerpt = search.excerpt(page.text, terms)
    return {**context, "releases": rows}


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
