"""Approve a draft, and see which approvals count."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.document import compose, digest
from releases.models import Approval, Release
from releases.roles import may


@transaction.atomic
def approve(*, release: Release, by, seen: str) -> Approval:
    """Say yes to the draft whose document has the digest ``seen``; saying it twice says it once.

    Raises PermissionDenied where ``by`` may not approve it as it stands, and ValidationError where
    it has changed since ``by`` looked at it. Once it changes the approval counts no longer.
    """
    release = Release.objects.select_for_update().get(pk=release.pk)
    if not may(by, "approve", release):
        raise PermissionDenied
    if seen != digest(compose(release)):
        raise ValidationError(_("The draft was changed since you looked at it. Look at it again."))
    approval, _new = Approval.objects.get_or_create(
        release=release, digest=seen, approved_by=by, defaults={"approved_at": timezone.now()}
    )
    return approval


def approvals_of(release: Release) -> list[Approval]:
    """Return its approvals, newest first; ``counts`` says of each whether it is about the draft as it is."""
    approvals = list(release.approvals.select_related("approved_by").order_by("-approved_at"))
    now = approvals and digest(compose(release))
    for approval in approvals:
        approval.counts = approval.digest == now
    return approvals
