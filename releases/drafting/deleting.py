"""The bin: a deleted draft can be taken back for 30 days."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.models import Release
from releases.roles import may

KEPT_FOR = dt.timedelta(days=30)


@transaction.atomic
def delete(*, release: Release, by) -> None:
    """Put a draft into the bin. Raises ValidationError where it has been published."""
    release = Release.objects.select_for_update().get(pk=release.pk)
    if release.editions.exists():
        raise ValidationError(
            _("What has been published stays: its pages and its address are given out.")
        )
    if by is not None and not may(by, "delete", release):
        raise PermissionDenied
    Release.objects.filter(pk=release.pk, deleted_at=None).update(
        deleted_at=timezone.now(), deleted_by=by
    )


@transaction.atomic
def undelete(*, release: Release, by) -> Release:
    """Take a draft back out of the bin, at its address or, where that is taken, at one beside it."""
    release = Release.objects.select_for_update().get(pk=release.pk)
    if by is not None and not may(by, "undelete", release):
        raise PermissionDenied
    if release.deleted_at is not None:
        release.slug = Release.objects.free_slug(release.slug)
        release.deleted_at = release.deleted_by = None
        release.save(update_fields=["slug", "deleted_at", "deleted_by"])
    return release


def purge(*, before: dt.datetime | None = None) -> int:
    """Forget the drafts that were deleted before a moment (30 days ago); return how many.

    The files that they were imported from go with them.
    """
    before = before or timezone.now() - KEPT_FOR
    releases = Release.objects.filter(deleted_at__lt=before)
    files = [
        source.path(file.sha256)
        for release in releases.prefetch_related("imports__files")
        for source in release.imports.all()
        for file in source.files.all()
    ]
    count = releases.count()
    with transaction.atomic():
        releases.delete()
    for name in files:
        default_storage.delete(name)
    return count
