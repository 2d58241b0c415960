"""One search box over everything that staff keep."""

from django.contrib import admin
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from releases.chinese import to_traditional

SHOWN = 8
"""How many of each kind are shown; the rest stand in the kind's own list."""


@never_cache
@require_safe
def search_everything(request):
    """Ask every list of the admin that has a search and that this user may see."""
    query = request.GET.get("q", "").strip()[:100].replace("\0", "")
    context = {
        **admin.site.each_context(request),
        "query": query,
        "groups": [group for group in _groups(request, query) if group["rows"]] if query else [],
    }
    return render(request, "admin/search_everything.html", context)


def _groups(request, query):
    # Releases first, then what they are made of.
    screens = sorted(
        admin.site._registry.values(), key=lambda screen: screen.opts.model_name != "release"
    )
    for screen in screens:
        if not screen.search_fields or not screen.has_view_permission(request):
            continue
        name = f"admin:{screen.opts.app_label}_{screen.opts.model_name}"
        found = {}
        for words in dict.fromkeys([query, to_traditional(query)]):
            rows, may_repeat = screen.get_search_results(
                request, screen.get_queryset(request), words
            )
            for row in (rows.distinct() if may_repeat else rows)[: SHOWN + 1]:
                found[row.pk] = row
        yield {
            "title": capfirst(screen.opts.verbose_name_plural),
            "rows": [
                {"label": str(row), "address": reverse(f"{name}_change", args=[row.pk])}
                for row in list(found.values())[:SHOWN]
            ],
            "more": reverse(f"{name}_changelist") if len(found) > SHOWN else "",
        }
