"""The search page."""

from django.db.models import Count, Max
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from . import search
from .languages import current_language
from .models.edition import Page, PageOrganisation
from .views import PER_PAGE, _page_number, _paginated, public_view


@public_view
@require_safe
def search_page(request):
    """What is found for ``q``, of one ``year`` and one ``organisation`` if asked; best first."""
    public = Page.objects.public(timezone.now())
    pages = public.filter(language=current_language())
    typed = request.GET.get("q", "").strip()
    query = search.shortened(typed)
    filters = {
        "year": _chosen(request, "year", _years(pages)),
        "organisation": _chosen(request, "organisation", _organisations(pages)),
    }
    context = {"query": query, "is_cut": query != typed, "filters": filters}
    if terms := search.parse(query):
        context |= _results(request, pages, terms, filters)
        if not context["total"]:
            context["suggestion"] = search.suggest(pages, query)
            others = search.find(public.exclude(language=current_language()), terms).order_by()
            context["in_other_languages"] = dict(
                others.values_list("language").annotate(releases=Count("pk"))
            )
    return render(request, "releases/search.html", context)


def _results(request, pages, terms, filters):
    if year := filters["year"]["chosen"]:
        pages = pages.filter(date__year=year)
    if organisation := filters["organisation"]["chosen"]:
        pages = pages.filter(organisations__key=organisation)
    start = (_page_number(request) - 1) * PER_PAGE
    rows, total = search.results(pages, terms, slice(start, start + PER_PAGE))
    context = _paginated(request, rows, total)
    for page in context["releases"]:
        page.marked_headline = search.highlighted(page.headline, terms)
        page.excerpt = search.excerpt(page.text, terms)
    return {**context, "is_narrowed": bool(year or organisation)}


def _chosen(request, name, choices):
    """The choices of a filter, and the one that was made. Raises Http404 where it is none of them."""
    chosen = request.GET.get(name, "")
    if chosen and chosen not in choices:
        raise Http404
    return {"choices": choices, "chosen": chosen}


def _years(pages):
    """The years from the newest release to the oldest."""
    dates = pages.order_by("date").values_list("date", flat=True)
    first, last = dates.first(), dates.last()
    years = range(last.year, first.year - 1, -1) if first else []
    return {str(year): str(year) for year in years}


def _organisations(pages):
    """The organisations that issue these pages, each by the name on the one published last."""
    issuing = PageOrganisation.objects.filter(page__in=pages.order_by().values("pk"))
    last = dict(issuing.values_list("key").annotate(page=Max("page_id")))
    hosts = dict(Page.objects.filter(pk__in=last.values()).values_list("pk", "hosts"))
    names = {
        key: next((host["name"] for host in hosts[page] if host["key"] == key), key)
        for key, page in last.items()
    }
    return dict(sorted(names.items(), key=lambda item: item[1]))
