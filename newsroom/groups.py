"""The groups of the roles: each has the permissions that ``releases.roles`` gives it, and no others.

Kept after every migration rather than made in one: the permissions of all rooms exist only then, and
those of a table to come will too. Who needs other rights has a group of another name, or a
permission of their own.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_migrate

from releases.role_names import ROLES
from releases.roles import rights_of


def connect(newsroom):
    """``newsroom`` is migrated after the other rooms that its permissions are about."""
    post_migrate.connect(keep_roles, sender=newsroom)


def keep_roles(*, using, **kwargs):
    permissions = Permission.objects.using(using).select_related("content_type")
    known = {f"{row.content_type.app_label}.{row.codename}": row for row in permissions}
    for role in ROLES:
        group, _new = Group.objects.using(using).get_or_create(name=role)
        # While the tables of only some apps exist, so do only some of the permissions.
        group.permissions.set([known[right] for right in rights_of(role) if right in known])
