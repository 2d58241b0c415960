"""What preflight says of a draft, and who has looked at which warning."""

import dataclasses
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.document import Document, compose
from releases.models import Acknowledgement, Release
from releases.roles import may

from .findings import ERROR, WARNING, Finding
from .run import run
from .standing import standing


def findings_of(release: Release, document: Document | None = None) -> list[Finding]:
    """Return what preflight finds in a draft, or in a document that is to become it, as ``run`` does.

    Each warning that somebody acknowledged says so. A release that is not stored yet has only its
    document.
    """
    document = document or compose(release)
    found = run(document, standing=standing(release, document))
    if release.pk is None or not found:
        return found
    known = {row.digest: row for row in release.acknowledgements.select_related("acknowledged_by")}
    return [dataclasses.replace(f, acknowledgement=known.get(f.digest)) for f in found]


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Return those that a release cannot go out with: errors, and warnings that nobody acknowledged."""
    return [
        f
        for f in findings
        if f.level == ERROR or (f.level == WARNING and f.acknowledgement is None)
    ]


@transaction.atomic
def acknowledge(*, release: Release, finding: str, by) -> Acknowledgement:
    """Say that a warning was looked at and its words stay; saying it twice says it once.

    ``finding`` is the digest of the one that ``by`` looked at. Raises PermissionDenied where ``by`` may
    not, and ValidationError where the draft as it is saved has no such warning.
    """
    release = Release.objects.select_for_update().get(pk=release.pk)
    if not may(by, "acknowledge", release):
        raise PermissionDenied
    found = {f.digest: f for f in findings_of(release) if f.level == WARNING}.get(finding)
    if found is None:
        raise ValidationError(
            _("The saved draft has no such warning. Save what you typed, and look again.")
        )
    row, _new = Acknowledgement.objects.get_or_create(
        release=release,
        digest=finding,
        defaults={
            "check_id": found.id,
            "excerpt": found.excerpt,
            "acknowledged_at": timezone.now(),
            "acknowledged_by": by,
        },
    )
    return row
