"""Who may do what, and where a release stands when they do it: one table.

Roles are groups, and Django's permissions carry them (``newsroom.groups`` keeps the two the same),
so a permission that was given to one user by hand counts as well. The states are the table's alone,
for everybody, superusers included. ``docs/roles.md`` prints the table.
"""

import datetime as dt
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, Page, Release
from releases.role_names import APPROVER, OPERATOR, PRESS_CHIEF, TRANSLATOR, WRITER

DRAFT, SCHEDULED, PUBLIC, DELETED = "draft", "scheduled", "public", "deleted"
STATES = {
    DRAFT: _("Draft"),
    SCHEDULED: _("Scheduled"),
    PUBLIC: _("Published"),
    DELETED: _("Deleted"),
}


class Action(NamedTuple):
    label: str
    right: str  # the permission that stands for it
    roles: tuple[str, ...]
    states: tuple[str, ...] = ()  # of the release it is done to; none: to no release
    also: tuple[str, ...] = ()  # permissions that go with it


def _all_of(app, *models):
    return tuple(
        f"{app}.{verb}_{model}" for model in models for verb in ("view", "add", "change", "delete")
    )


ACTIONS = {
    "view": Action(
        _("See releases and their previews"),
        "releases.view_release",
        (WRITER, TRANSLATOR, APPROVER, PRESS_CHIEF),
        states=(DRAFT, SCHEDULED, PUBLIC),
        also=("releases.view_edition",),
    ),
    # What stands in a draft reaches readers only by publishing, so a public release may be changed too.
    "write": Action(
        _("Change releases"),
        "releases.change_release",
        (WRITER, PRESS_CHIEF),
        states=(DRAFT, SCHEDULED, PUBLIC),
    ),
    "translate": Action(
        _("Change the words of the language that is translated"),
        "releases.translate_release",
        (WRITER, TRANSLATOR, PRESS_CHIEF),
        states=(DRAFT, SCHEDULED, PUBLIC),
    ),
    "import": Action(
        _("Begin a release, or import one"), "releases.add_release", (WRITER, PRESS_CHIEF)
    ),
    "delete": Action(
        _("Delete drafts"), "releases.delete_release", (WRITER, PRESS_CHIEF), states=(DRAFT,)
    ),
    "undelete": Action(
        _("Bring deleted drafts back"),
        "releases.delete_release",
        (WRITER, PRESS_CHIEF),
        states=(DELETED,),
    ),
    "approve": Action(
        _("Approve releases"),
        "releases.approve_release",
        (APPROVER, PRESS_CHIEF),
        states=(DRAFT, SCHEDULED, PUBLIC),
    ),
    "acknowledge": Action(
        _("Acknowledge warnings of the preflight"),
        "releases.acknowledge_release",
        (WRITER, TRANSLATOR, APPROVER, PRESS_CHIEF),
        states=(DRAFT, SCHEDULED, PUBLIC),
    ),
    "publish": Action(
        _("Publish releases"), "releases.publish_release", (PRESS_CHIEF,), states=(DRAFT,)
    ),
    "correct": Action(
        _("Correct published releases"),
        "releases.publish_release",
        (PRESS_CHIEF,),
        states=(SCHEDULED, PUBLIC),
    ),
    "records": Action(
        _("Manage organisations, people, contacts, topics and pictures"),
        "partners.change_organisation",
        (WRITER, PRESS_CHIEF),
        also=(
            *_all_of("partners", "organisation", "boilerplate", "spokesperson"),
            *_all_of("media_contacts", "mediacontact"),
            *_all_of("pictures", "picture"),
            *_all_of("releases", "topic"),
        ),
    ),
    "glossary": Action(
        _("Manage the glossary"),
        "releases.change_term",
        (TRANSLATOR, PRESS_CHIEF),
        also=_all_of("releases", "term"),
    ),
    "settings": Action(
        _("Change the settings of the newsroom"),
        "newsroom.change_newsroom",
        (PRESS_CHIEF, OPERATOR),
        also=("newsroom.view_newsroom",),
    ),
    "users": Action(
        _("Manage users and their roles"),
        "auth.change_user",
        (OPERATOR,),
        also=("auth.view_user", "auth.add_user"),
    ),
}


def rights_of(role: str) -> set[str]:
    """Return the permissions that a role's group has: ``{"releases.view_release", …}``."""
    held = [action for action in ACTIONS.values() if role in action.roles]
    return {right for action in held for right in (action.right, *action.also)}


def may(user, action: str, release: Release | None = None) -> bool:
    """Say whether a user may do an action of the table, to a release as it stands now.

    Without a release: to any, in a state that allows it.
    """
    allowed = ACTIONS[action]
    if not user.has_perm(allowed.right):
        return False
    if release is None or not allowed.states:
        return True
    return state(release, timezone.now()) in allowed.states


def with_state(releases, at: dt.datetime):
    """Annotate a queryset of releases with what ``state`` reads: one query, for a list and for one row."""
    newest = Edition.objects.filter(release=OuterRef("pk")).order_by("-number")
    public = Page.objects.public(at).filter(edition__release=OuterRef("pk")).order_by()
    return releases.annotate(
        visible_from=Subquery(newest.values("visible_from")[:1]),
        public_from=Subquery(public.values("visible_from")[:1]),
    )


def state(release: Release, at: dt.datetime) -> str:
    """Return where a release stands. A row that ``with_state`` read says so as of its own moment."""
    if release.pk is None:  # a form that is being filled in
        return DRAFT
    if not hasattr(release, "visible_from"):
        release = with_state(Release.objects.filter(pk=release.pk), at).get()
    if release.deleted_at:
        return DELETED
    if release.visible_from is None:
        return DRAFT
    return PUBLIC if release.public_from else SCHEDULED
