"""The roles of a newsroom: the names of their groups, and what each is called.

Needs no database: the settings name some of them.
"""

from django.utils.translation import gettext_lazy as _

WRITER, TRANSLATOR, APPROVER, PRESS_CHIEF, OPERATOR = (
    "writer",
    "translator",
    "approver",
    "press-chief",
    "operator",
)
ROLES = {
    WRITER: _("Writer"),
    TRANSLATOR: _("Translator"),
    APPROVER: _("Approver"),
    PRESS_CHIEF: _("Press chief"),
    OPERATOR: _("Operator"),
}


def role_name(group: str):
    """What a group is called, in the reader's language; a group of the site's own as it is named."""
    return ROLES.get(group, group)
