"""What ``releases.roles`` allows on the screens of a release, and the button that approves one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from releases.approval import approvals_of, approve
from releases.document import compose, digest
from releases.roles import may


class ApprovalViews:
    """Approving, and Django's own questions answered by the table of roles."""

    def has_change_permission(self, request, obj=None):
        # Who translates saves the same form: ``drafting`` looks at what they changed.
        return may(request.user, "write", obj) or may(request.user, "translate", obj)

    def has_delete_permission(self, request, obj=None):
        return may(request.user, "delete", obj)

    def may_publish(self, request, release):
        return self.has_view_permission(request, release) and (
            may(request.user, "publish", release) or may(request.user, "correct", release)
        )

    def may_approve(self, request, release):
        return self.has_view_permission(request, release) and may(request.user, "approve", release)

    def approval_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/releases/release/
            path("<int:pk>/approve/", view(self.approve_view), name="releases_release_approve")
        ]

    @method_decorator(require_POST)
    def approve_view(self, request, pk):
        """Say yes to what the page with the button showed."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.may_approve(request, release):
            raise PermissionDenied
        try:
            approve(release=release, by=request.user, seen=request.POST.get("seen", ""))
        except ValidationError as error:
            self.message_user(request, error.messages[0], messages.ERROR)
        else:
            self.log_change(request, release, gettext("Approved."))
            self.message_user(request, gettext("The release is approved."), messages.SUCCESS)
        return redirect("admin:releases_release_change", release.pk)

    def approval_context(self, request, release):
        """What the two templates about approval need: who said yes, and whether this user may."""
        approvals = approvals_of(release)
        has_approved = any(a.counts and a.approved_by == request.user for a in approvals)
        asked = not has_approved and self.may_approve(request, release)
        return {
            "approvals": approvals,
            "may_approve": asked,
            "seen": digest(compose(release)) if asked else "",
        }
