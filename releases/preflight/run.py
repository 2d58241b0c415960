"""Run every check on a document."""

import datetime as dt

from django.utils import timezone

from releases.document import Document

from . import checks  # noqa: F401 - registers them
from .findings import CHECKS, LEVELS, Finding
from .reading import Reading, Standing


def run(
    document: Document, *, standing: Standing | None = None, today: dt.date | None = None
) -> list[Finding]:
    """Return what the checks found: errors first, then warnings, then notes, each in the order of print.

    A pure function of what it is given: it reads no database. ``today`` is the newsroom's if left out.
    """
    reading = Reading(document, today or timezone.localdate(), standing or Standing())
    found = [
        Finding(
            one.id, one.level, each.place, each.excerpt, each.message, str(one.hint), each.about
        )
        for one in CHECKS.values()
        for each in one.find(reading)
    ]
    levels = list(LEVELS)
    return sorted(found, key=lambda f: (levels.index(f.level), reading.order(f.place)))
