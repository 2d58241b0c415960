"""Who else has a release open."""

import datetime as dt

from django.utils import timezone

from releases.models import Presence, Release

HERE_FOR = dt.timedelta(seconds=45)
"""How long somebody counts as there after their page was last heard of; pages call every 15 s."""


def others_at(release: Release, *, user) -> list[Presence]:
    """Note that ``user`` is at the release; return who else is, the first to come first."""
    now = timezone.now()
    Presence.objects.bulk_create(
        [Presence(release=release, user=user, seen_at=now)],
        update_conflicts=True,
        unique_fields=["release", "user"],
        update_fields=["seen_at"],
    )
    here = Presence.objects.filter(release=release, seen_at__gte=now - HERE_FOR)
    return list(here.exclude(user=user).select_related("user").order_by("pk"))


def leave(release: Release, *, user) -> None:
    Presence.objects.filter(release=release, user=user).delete()
