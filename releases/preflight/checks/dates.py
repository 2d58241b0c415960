"""Days: a weekday and its date, the dateline and the embargo; the same days in both languages."""

import datetime as dt
import re

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, Found, Place, check
from ..quantities.agreement import day_disagreements, time_disagreements, weekday_disagreements
from ..quantities.clock import weekdays
from ..quantities.days import days
from ..quantities.mentions import LOOSE


@check(
    "dates.agree",
    WARNING,
    title=gettext_lazy("A date differs between the languages"),
    hint=gettext_lazy("Find out which date is right and correct the other language."),
)
def dates_disagree(reading):
    """A day, month, quarter or year that is another one in the other language, or a date that one language
    leaves out. The year may stand in one language only, and “today” is the dateline's date.
    """
    for passage, mention, other_passage, other in day_disagreements(reading):
        if other is not None:
            message = _("English says “%(english)s” where Chinese says “%(chinese)s”.") % {
                "english": mention.words,
                "chinese": other.words,
            }
        elif passage.language == "en":
            message = _("The date “%(words)s” stands only in English.") % {"words": mention.words}
        else:
            message = _("The date “%(words)s” stands only in Chinese.") % {"words": mention.words}
        yield passage.found(mention.words, message, other_passage)


@check(
    "dates.weekday",
    WARNING,
    title=gettext_lazy("A weekday that is not the date's"),
    hint=gettext_lazy("Look at a calendar, then correct the weekday or the date."),
)
def weekday_of_another_date(reading):
    """A weekday beside a date that falls on another one. A date without a year is that of the dateline, or
    the nearest; where a date differs between the languages only that is said.
    """
    for passage, weekday, date_words, right in _wrong_weekdays(reading):
        if right is None:
            continue
        yield passage.found(
            weekday.words,
            _("“%(weekday)s” stands beside %(date)s, which is a %(right)s.")
            % {"weekday": weekday.words, "date": date_words, "right": WEEKDAYS[right]},
        )


@check(
    "dates.weekdays-agree",
    WARNING,
    title=gettext_lazy("A weekday differs between the languages"),
    hint=gettext_lazy("Find out which day is right and correct the other language."),
)
def weekdays_disagree(reading):
    """A weekday in one language where the other one names another weekday. One that is wrong beside its
    date is left to dates.weekday, one beside a date that differs to dates.agree.
    """
    wrong = {
        (passage.place, weekday.start) for passage, weekday, *_rest in _wrong_weekdays(reading)
    }
    for passage, mention, other_passage, other in weekday_disagreements(reading):
        if {(passage.place, mention.start), (other_passage.place, other.start)} & wrong:
            continue
        yield passage.found(
            mention.words,
            _("English says “%(english)s” where Chinese says “%(chinese)s”.")
            % {"english": mention.words, "chinese": other.words},
            other_passage,
        )


@check(
    "dates.times",
    WARNING,
    title=gettext_lazy("A time differs between the languages"),
    hint=gettext_lazy("Find out which time is right and correct the other language."),
)
def times_disagree(reading):
    """A time of the clock that is another one in the other language, or stands in one language only. Half past
    three, 15:30 and 下午三時半 are the same; times of another zone are left alone.
    """
    for passage, mention, other_passage, other in time_disagreements(reading):
        if other is not None:
            message = _("English says “%(english)s” where Chinese says “%(chinese)s”.") % {
                "english": mention.words,
                "chinese": other.words,
            }
        elif passage.language == "en":
            message = _("The time “%(words)s” stands only in English.") % {"words": mention.words}
        else:
            message = _("The time “%(words)s” stands only in Chinese.") % {"words": mention.words}
        yield passage.found(mention.words, message, other_passage)


@check(
    "dates.embargo",
    WARNING,
    title=gettext_lazy("The dateline is not the day of the embargo"),
    hint=gettext_lazy("Correct the date of the dateline, or the embargo."),
)
def dateline_of_another_day(reading):
    """The date of the dateline is not the day, in the newsroom's zone, on which the embargo ends."""
    date, embargo = reading.document.dateline.date, reading.document.embargo_until
    if date is None or embargo is None:
        return
    day = timezone.localdate(embargo)
    if day != date:
        yield Found(
            Place("", "dateline_date"),
            "",
            _("The dateline is of %(date)s, but the embargo ends on %(day)s.")
            % {"date": date.isoformat(), "day": day.isoformat()},
            (date.isoformat(), embargo.isoformat()),
        )


# A weekday stands in brackets after its date, or right before it, or right after it.
_NOTE = re.compile(r"日?\s?[（(](?:逢|本|下)?$")
_AFTER = re.compile(r"日?,?\s?")
_BEFORE = re.compile(r",?\s?[（(]?(?:the )?")
_BETWEEN = re.compile(r"日?\s?(?:,|、|及|和|至|到|[-–—~～]|to|and)?\s?(?:and )?")


def _wrong_weekdays(reading):
    """Passage, weekday, the words of its date and the right weekday, for each that is wrong.

    Beside a date that differs between the languages, a weekday is neither right nor wrong: None.
    """
    disagreements = day_disagreements(reading)
    # “4 to 4 June” for 二日至四日: which of the two is wrong is said of the other language.
    unsure = {each.counterpart.place for each in disagreements if each.other is None}
    disputed = {
        (passage.place, mention.start)
        for each in disagreements
        for passage, mention in ((each.passage, each.mention), (each.counterpart, each.other))
        if mention is not None
    }
    dateline = reading.document.dateline.date
    for language in reading.languages:
        for passage in reading.prose(language):
            named = weekdays(passage.text, language)
            if not named:
                continue
            dates = [
                m
                for m in days(passage.text, language, dateline)
                if m.values[0].day and m.weight > LOOSE
            ]
            for group, beside in _beside(passage.text, named, dates):
                is_unsure = passage.place in unsure and len(beside) > 1
                if is_unsure or any((passage.place, date.start) in disputed for date in beside):
                    yield from ((passage, weekday, "", None) for weekday in group)
                    continue
                for weekday, date, right in _wrong(group, beside, dates, dateline):
                    yield passage, weekday, date.words, right


def _beside(text, named, dates):
    """Weekdays in a row with the dates in a row that they stand beside."""
    groups, rows = _rows(text, named), _rows(text, dates)
    for group in groups:
        start, end = group[0].start, group[-1].end
        before = next((row for row in reversed(rows) if row[-1].end <= start), None)
        after = next((row for row in rows if row[0].start >= end), None)
        gap = text[before[-1].end : start] if before else None
        if gap is not None and _NOTE.fullmatch(gap):
            yield group, before
        elif after and _BEFORE.fullmatch(text[end : after[0].start]):
            # “Monday 4 to Wednesday 6 May”: each row has a weekday of its own.
            yield group, after
        elif gap is not None and _AFTER.fullmatch(gap):
            yield group, before


def _rows(text, found):
    rows = []
    for mention in found:
        if rows and _BETWEEN.fullmatch(text[rows[-1][-1].end : mention.start]):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _wrong(group, beside, dates, dateline):
    likely = [_dates(mention.values[0], dates, dateline) for mention in beside]
    if not all(likely):
        return
    right = [{date.weekday() for date in each} for each in likely]
    if len(group) == len(beside):
        for weekday, date, possible, each in zip(group, beside, right, likely, strict=True):
            if weekday.values[0] not in possible:
                yield weekday, date, each[0].weekday()
    elif len(group) == 1 and not any(group[0].values[0] in possible for possible in right):
        yield group[0], beside[-1], likely[-1][0].weekday()


def _dates(day, dates, dateline):
    """The dates that a day may be, the likeliest first; none where no year is known."""
    if day.year:
        years = [day.year]
    else:
        named = {m.values[0].year for m in dates if m.values[0].year}
        near = [dateline.year - 1, dateline.year, dateline.year + 1] if dateline else []
        near = [date for year in near if (date := _date(year, day))]
        near.sort(key=lambda date: abs(date - dateline))
        # Half a year away it may be either; what another date of the passage says may hold here too.
        sure = near and abs(near[0] - dateline) < dt.timedelta(days=120)
        years = [date.year for date in near[: 1 if sure else 2]] + sorted(named)
    return [date for year in years if (date := _date(year, day))]


def _date(year, day):
    try:
        return dt.date(year, day.month, day.day)
    except (ValueError, TypeError):
        return None
