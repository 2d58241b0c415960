"""What stands beside the form while a release is written: the preview of what is typed, who else is
there, what needs translating."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from releases import drafting
from releases.document import Document, derived
from releases.document.diff import compared, counted, label_of
from releases.languages import WRITTEN, all_languages, language_name
from releases.models import Release
from releases.outputs import web_page
from releases.users import name_of

from .states import print_moment
from .typed import typed


class WritingViews:
    """Views of the release form. Each asks for permission itself: ``admin_view`` asks for staff only."""

    def writing_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/releases/release/
            path(
                "typed/<str:language>/",
                view(self.typed_preview_view),
                name="releases_release_typed_new",
            ),
            path(
                "<int:pk>/typed/<str:language>/",
                view(self.typed_preview_view),
                name="releases_release_typed",
            ),
            path("<int:pk>/check/", view(self.check_view), name="releases_release_check"),
            path("<int:pk>/presence/", view(self.presence_view), name="releases_release_presence"),
        ]

    @method_decorator([require_POST, never_cache, xframe_options_sameorigin])
    def typed_preview_view(self, request, language, pk=None):
        """The page of what is typed, saved or not, by the code of the public page. Writes nothing."""
        if language not in all_languages():
            raise Http404
        document = self.typed_document(request, pk)
        with translation.override(language):
            context = web_page.render(derived(document), language)
            return render(request, "releases/release_detail.html", context)

    def typed_document(self, request, pk) -> Document:
        """What was typed, without the fields that hold mistakes."""
        return typed(*self.typed_forms(request, pk))

    def typed_forms(self, request, pk):
        """The form that was typed into and its formsets, validated."""
        release = get_object_or_404(self.get_queryset(request), pk=pk) if pk else None
        may = self.has_change_permission if release else self.has_add_permission
        if not may(request, *filter(None, [release])):
            raise PermissionDenied
        form = self.get_form(request, release, change=bool(release))(
            request.POST, instance=release or Release()
        )
        form.is_valid()
        formsets, _inlines = self._create_formsets(request, form.instance, change=bool(release))
        for formset in formsets:
            formset.is_valid()
        return form, formsets

    @method_decorator([require_POST, never_cache])
    def check_view(self, request, pk):
        """“Checked, nothing to change” of one translation. A script that asks is answered without a page."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, release):
            raise PermissionDenied
        part, field, language, *seen = [*request.POST.get("unit", "").split("|"), *[""] * 5][:5]
        try:
            drafting.check_translation(
                release=release, place=(part, field, language), seen=tuple(seen), by=request.user
            )
        except ValidationError as error:
            if request.headers.get("Accept") == "application/json":
                return JsonResponse({"problem": " ".join(error.messages)}, status=409)
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            if request.headers.get("Accept") == "application/json":
                return JsonResponse({})
            self.message_user(request, gettext("Checked: nothing to change."), messages.SUCCESS)
        return redirect("admin:releases_release_change", pk)

    @method_decorator([require_POST, never_cache])
    def presence_view(self, request, pk):
        """Note that the user is at a release, or leaves it; say who else is there."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, release):
            raise PermissionDenied
        if request.POST.get("leave"):
            drafting.leave(release, user=request.user)
            return HttpResponse(status=204)
        return JsonResponse({"others": names_of(drafting.others_at(release, user=request.user))})


def translation_panel(release: Release, document: Document) -> dict:
    """What needs translating, as the form says it: counts, and what changed since."""
    missing, stale, checks = drafting.translation_state(release, document)
    return {
        "missing": gettext(", ").join(counted((u.kind, u.part, u.field) for u in missing)),
        "stale": gettext(", ").join(
            counted((s.unit.kind, s.unit.part, s.unit.field) for s in stale)
        ),
        "rows": [
            {
                "unit": "|".join((*found.unit.place, *found.unit.digests)),
                "part": found.unit.part,
                "field": found.unit.field,
                "language": found.unit.language,
                "source": found.unit.source,
                "label": label_of(found.unit.kind, found.unit.field, found.unit.language),
                "pieces": compared(
                    found.seen,
                    found.unit.words.get(found.unit.source, ""),
                    is_html=found.unit.field == "html",
                ),
            }
            for found in stale
        ],
        "checks": [
            {
                "label": label_of(kinds.get(row.part, "release"), row.field, row.language),
                "by": name_of(row.made_by),
                "moment": print_moment(row.made_at),
            }
            for kinds in [{u.part: u.kind for u in drafting.units(document, source="en")}]
            for row in checks
        ],
    }


def translated_fields() -> dict:
    """What the script that marks what is missing has to know of ``drafting.units``, and says."""
    return {
        "fields": sorted(drafting.TRANSLATED_FIELDS),
        "printed": drafting.PRINTED_FIELDS,
        "words": {
            **{code: gettext("%s missing") % language_name(code) for code in WRITTEN},
            "count": gettext("%s missing"),
        },
    }


def names_of(presences):
    """How people who are there are named."""
    return [name_of(presence.user) for presence in presences]
