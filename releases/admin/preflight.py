"""The preflight beside the form: what was found in what is typed, and the button that acknowledges a warning."""

from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from releases import preflight
from releases.document import compose
from releases.models import Release
from releases.preflight.places import describe
from releases.roles import may

from .typed import typed


class PreflightViews:
    """Views of the release screens. Each asks for permission itself: ``admin_view`` asks for staff only."""

    def preflight_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/releases/release/
            path(
                "preflight/", view(self.typed_findings_view), name="releases_release_findings_new"
            ),
            path(
                "<int:pk>/preflight/",
                view(self.typed_findings_view),
                name="releases_release_findings",
            ),
            path(
                "<int:pk>/acknowledge/",
                view(self.acknowledge_view),
                name="releases_release_acknowledge",
            ),
        ]

    @method_decorator([require_POST, never_cache])
    def typed_findings_view(self, request, pk=None):
        """The list of what preflight finds in what is typed, saved or not. Writes nothing."""
        form, formsets = self.typed_forms(request, pk)
        mistakes = sum(len(f.errors) for f in (form, *(f for fs in formsets for f in fs.forms)))
        release = get_object_or_404(self.get_queryset(request), pk=pk) if pk else Release()
        context = findings_context(request, release, typed(form, formsets), mistakes=mistakes)
        return render(request, "admin/releases/release/_findings.html", context)

    @method_decorator([require_POST, never_cache])
    def acknowledge_view(self, request, pk):
        """Acknowledge one warning. A script that asks is answered without a page."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        is_script = request.headers.get("Accept") == "application/json"
        try:
            preflight.acknowledge(
                release=release, finding=request.POST.get("finding", ""), by=request.user
            )
        except ValidationError as error:
            if is_script:
                return JsonResponse({"problem": error.messages[0]}, status=409)
            self.message_user(request, error.messages[0], messages.ERROR)
        else:
            if is_script:
                return JsonResponse({})
            self.message_user(request, gettext("The warning is acknowledged."), messages.SUCCESS)
        page = "publish" if request.POST.get("page") == "publish" else "change"
        return redirect(f"admin:releases_release_{page}", pk)


class Row(NamedTuple):
    """A finding, and where it is in words."""

    finding: preflight.Finding
    where: str


def findings_context(request, release, document=None, *, mistakes=0):
    """What the list of findings needs: those that stand in the way, those to know, those acknowledged.

    ``mistakes`` counts the fields of a form that say nothing, because what stands in them is no value.
    """
    document = document or compose(release)
    findings = preflight.findings_of(release, document)
    waiting = preflight.blocking(findings)
    errors = sum(f.level == preflight.ERROR for f in waiting)

    def rows(chosen):
        return [Row(finding, describe(document, finding.place)) for finding in chosen]

    return {
        "findings": {
            "release": release,
            "waiting": rows(waiting),
            "mistakes": mistakes,
            "errors": errors,
            "warnings": len(waiting) - errors,
            "notes": rows(f for f in findings if f.level == preflight.NOTE),
            "acknowledged": rows(f for f in findings if f.acknowledgement),
            "may_acknowledge": release.pk is not None and may(request.user, "acknowledge", release),
        }
    }
