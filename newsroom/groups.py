"""The group that a new newsroom begins with: press officers, who write and publish releases.

Made after migrating rather than in a migration: the permissions it is given exist only then. Its
rights are given once, so what an administrator changes about them stays; a group that is gone, or
has another name, is made again.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.db.models.signals import post_migrate

PRESS_OFFICERS = "Press officers"

_EDITED = ("partners", "media_contacts", "pictures", "releases", "newsroom")
_PUBLISHED = {"edition", "page", "listing", "pagelisting", "pagemediacontact", "pagepicture"}
_PUBLISHED |= {"pagetext", "word", "job"}


def connect(newsroom):
    """``newsroom`` is migrated after the other rooms that its permissions are about."""
    post_migrate.connect(make_press_officers, sender=newsroom)


def make_press_officers(*, using, **kwargs):
    rights = list(_rights().using(using))
    # While the tables of only some apps exist, so do only some of the permissions.
    complete = {right.content_type.app_label for right in rights}.issuperset(_EDITED)
    if complete and not Group.objects.using(using).filter(name=PRESS_OFFICERS).exists():
        group = Group.objects.using(using).create(name=PRESS_OFFICERS)
        group.permissions.set(rights)


def _rights():
    """Edit everything that is written; look at what has been published; publish."""
    published = Q(content_type__app_label="releases", content_type__model__in=_PUBLISHED)
    return (
        Permission.objects.filter(content_type__app_label__in=_EDITED)
        .exclude(published, ~Q(codename__startswith="view_"))
        .select_related("content_type")
    )
