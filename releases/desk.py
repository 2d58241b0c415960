"""The desk: which releases wait for whom, and what became of the others."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Exists, F, OuterRef, Q, Subquery

from releases.models import Approval, Import, Release, Version
from releases.role_names import APPROVER, PRESS_CHIEF, TRANSLATOR, WRITER
from releases.roles import may, state, with_state
from releases.users import name_of

SHOWN = 15
"""How many rows of a section the desk shows; the rest stand in the list."""

_DOES = {WRITER: "write", TRANSLATOR: "translate", APPROVER: "approve", PRESS_CHIEF: "publish"}


@dataclass
class Section:
    """Releases of one kind, the first of them, and how many there are."""

    name: str
    releases: list[Release]
    count: int


@dataclass
class Desk:
    sections: list[Section]
    reviews: list[Import]
    """Imports that nobody has confirmed yet."""


def waits_for(release: Release) -> str:
    """Return the role whose move it is in a draft: see ``role_names``."""
    if not (release.headline_zh_hant or release.headline_en):
        return WRITER
    if any(count for of_language in release.readiness.values() for count in of_language.values()):
        return TRANSLATOR
    return PRESS_CHIEF if release.is_approved else APPROVER


def with_desk(releases, at: dt.datetime):
    """Annotate what ``waits_for`` and the rows of a desk read."""
    last = Version.objects.filter(release=OuterRef("pk")).order_by("-number")
    return with_state(releases.kept(), at).annotate(
        is_approved=Exists(
            Approval.objects.filter(release=OuterRef("pk"), digest=OuterRef("digest"))
        ),
        last_saved_by=Subquery(last.values("saved_by")[:1]),
        last_saved_at=Subquery(last.values("saved_at")[:1]),
    )


def desk(user, at: dt.datetime) -> Desk:
    """Return what stands on a user's desk. The number of queries does not depend on how much that is."""
    releases = with_desk(Release.objects.all(), at)
    drafts = list(releases.filter(visible_from=None).order_by("-changed_at")[:500])
    mine = {role for role, action in _DOES.items() if may(user, action)}
    for release in drafts:
        release.waits_for = waits_for(release)
    scheduled = releases.filter(visible_from__gt=at, public_from=None).order_by("visible_from")
    public = releases.filter(public_from__isnull=False).order_by("-public_from")
    as_published = Q(published_digest="") | Q(digest=F("published_digest"))
    changed, public = public.exclude(as_published), public.filter(as_published)
    sections = [
        _section("mine", [release for release in drafts if release.waits_for in mine]),
        _section("drafts", [release for release in drafts if release.waits_for not in mine]),
        _section("scheduled", list(scheduled[:200])),
        _section("changed", list(changed.order_by("-changed_at")[:200])),
        Section("public", list(public[:SHOWN]), public.count()),
    ]
    _name_savers([release for section in sections for release in section.releases])
    reviews = Import.objects.filter(release=None).select_related("created_by")
    return Desk(
        sections, list(reviews.prefetch_related("files")[:SHOWN]) if may(user, "import") else []
    )


def _section(name, releases):
    return Section(name, releases[:SHOWN], len(releases))


def _name_savers(releases):
    users = get_user_model().objects.in_bulk({r.last_saved_by for r in releases} - {None})
    for release in releases:
        user = users.get(release.last_saved_by)
        release.last_saver = name_of(user)


__all__ = ["SHOWN", "Desk", "Section", "desk", "state", "waits_for", "with_desk"]
