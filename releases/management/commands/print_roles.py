"""``docs/roles.md``: the table of roles for people, in both languages."""

from django.conf import settings
from django.core.management import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _

from releases.languages import OWN_NAMES, WRITTEN
from releases.role_names import ROLES
from releases.roles import ACTIONS, STATES

PATH = settings.BASE_DIR / "docs" / "roles.md"


class Command(BaseCommand):
    help = "Write docs/roles.md: who may do what, from the table in releases/roles.py."
    requires_system_checks = ()

    def handle(self, **options):
        PATH.write_text(text())


def text():
    tables = [f"## {OWN_NAMES[language]}\n\n{_table(language)}" for language in reversed(WRITTEN)]
    title = "# Who may do what · 權限一覽\n\nWritten by `manage.py print_roles` from `releases/roles.py`."
    return "\n\n".join([title, *tables]) + "\n"


def _table(language):
    with translation.override(language):
        head = ["", *map(str, ROLES.values()), _("The release is …")]
        rows = [
            [
                str(action.label),
                *("✓" if role in action.roles else "" for role in ROLES),
                _(", ").join(str(STATES[state]) for state in action.states) or "–",
            ]
            for action in ACTIONS.values()
        ]
        notes = [
            _(
                "The column on the right says in which state of the release it can be done, by anybody."
            ),
            _("A superuser may do everything that the state allows."),
            _("A permission that a user was given by hand counts like that of a role."),
        ]
    lines = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join([*lines, "", *(f"- {note}" for note in notes)])
