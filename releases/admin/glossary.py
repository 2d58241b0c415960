"""The screen for the glossary, and what it says beside the form while a release is translated."""

from django.contrib import admin
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from releases.languages import WRITTEN
from releases.models import Term
from releases.terms import terms_in


@admin.register(Term)
class TermAdmin(admin.ModelAdmin):
    list_display = search_fields = ["zh_hant", "zh_hans", "en"]
    fields = [("zh_hant", "zh_hans"), "en"]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/releases/term/
            path("in/", view(self.terms_in_view), name="releases_term_in"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def terms_in_view(self, request):
        """The terms in the ``words`` that are sent, written in ``language``."""
        rights = [f"releases.{right}_release" for right in ("add", "change", "translate")]
        if not any(map(request.user.has_perm, rights)):
            raise PermissionDenied
        language = request.POST.get("language")
        if language not in WRITTEN:
            raise BadRequest("No such language.")
        terms = terms_in(request.POST.get("words", ""), language)
        return JsonResponse({"terms": [term._asdict() for term in terms]})
