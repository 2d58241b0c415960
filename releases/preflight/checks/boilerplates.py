"""Boilerplates: the newest one, of this year, with the same facts in both languages."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, Found, Place, check
from ..places import in_active_language


@check(
    "boilerplates.newer",
    WARNING,
    title=gettext_lazy("Newer boilerplate on record"),
    hint=gettext_lazy("Take over the newer text, or keep this one on purpose."),
)
def newer_one_in_force(reading):
    """A boilerplate that was copied from the records, where a newer one of the same organisation is in
    force today."""
    for part, known in _on_record(reading):
        if _is_superseded(part, known):
            yield Found(
                Place(part.key, "text"),
                "",
                _("A newer boilerplate of %(organisation)s has been in force since %(date)s.")
                % {
                    "organisation": in_active_language(part.organisation) or "–",
                    "date": known.newest_from.isoformat(),
                },
                (*part.text.values(), known.newest),
            )


@check(
    "boilerplates.old",
    WARNING,
    title=gettext_lazy("Boilerplate more than a year old"),
    hint=gettext_lazy(
        "Have the organisation confirm its numbers, and enter the text of this year."
    ),
)
def more_than_a_year_old(reading):
    """A boilerplate that was copied from the records and has been in force for more than a year, with no
    newer one beside it."""
    for part, known in _on_record(reading):
        if not _is_superseded(part, known) and known.in_force_from < _a_year_before(reading.today):
            yield Found(
                Place(part.key, "text"),
                "",
                _("The boilerplate of %(organisation)s is the one of %(date)s.")
                % {
                    "organisation": in_active_language(part.organisation) or "–",
                    "date": known.in_force_from.isoformat(),
                },
                (*part.text.values(), known.in_force_from.isoformat()),
            )


def _on_record(reading):
    for part in reading.document.boilerplates:
        known = reading.standing.boilerplates.get(part.record)
        if known:
            yield part, known


def _is_superseded(part, known):
    return known.newest != part.record and known.newest_from > known.in_force_from


def _a_year_before(day):
    # The day before 1 March stands for a 29 February that there was not.
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
