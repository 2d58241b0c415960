"""``docs/preflight.md``: every check for people, in both languages."""

import inspect
from itertools import groupby

from django.conf import settings
from django.core.management import BaseCommand
from django.utils import translation

from releases.languages import WRITTEN
from releases.preflight import CHECKS, LEVELS

PATH = settings.BASE_DIR / "docs" / "preflight.md"
BEGIN, END = "<!-- checks -->", "<!-- end of checks -->"


class Command(BaseCommand):
    help = "Write the checks in releases/preflight/checks into docs/preflight.md."
    requires_system_checks = ()

    def handle(self, **options):
        page = PATH.read_text("utf-8")
        before, _begin, rest = page.partition(BEGIN)
        _old, _end, after = rest.partition(END)
        PATH.write_text(f"{before}{BEGIN}\n\n{text()}\n{END}{after}", "utf-8")


def text() -> str:
    """Return what the page says of every check, family by family."""
    sections = []
    families = sorted(CHECKS.values(), key=lambda check: check.id)
    for family, checks in groupby(families, lambda check: check.id.partition(".")[0]):
        sections.append(f"## {family}\n")
        sections += [_section(check) for check in checks]
    return "\n".join(sections)


def _section(check):
    said = []
    for language in reversed(WRITTEN):
        with translation.override(language):
            said.append((str(LEVELS[check.level]), str(check.title), str(check.hint)))
    (level, title, hint), (level_zh, title_zh, hint_zh) = said
    does = " ".join(inspect.getdoc(check.find).split())
    return "\n".join(
        [
            f"### {check.id}\n",
            f"**{title} · {title_zh}** ({level.lower()} · {level_zh})\n",
            f"{does}\n",
            f"{hint} {hint_zh}\n",
        ]
    )
