"""Boilerplates: the newest one, of this year."""

import datetime as dt

import pytest

from releases.document import schema
from releases.preflight import CHECKS, Place, Standing
from releases.preflight.reading import Reading, StandingBoilerplate

from .cases import TODAY, release


def day(value):
    return dt.date.fromisoformat(value)


def findings(in_force_from, newest=None, newest_from=None, *, record="cape-1", today=TODAY):
    """What is found of the boilerplate “cape-1”, and where; TODAY is 4 May 2026."""
    boilerplate = schema.Boilerplate(
        key="b1",
        record=record,
        organisation={"zh-hant": "海角創新園", "en": "Cape Innovation Park"},
        text={"zh-hant": "成立於二〇〇一年。", "en": "Founded in 2001."},
    )
    known = StandingBoilerplate(
        day(in_force_from), newest or "cape-1", day(newest_from or in_force_from)
    )
    standing = Standing(boilerplates={"cape-1": known})
    reading = Reading(release(boilerplates=[boilerplate]), today, standing)
    ids = ("boilerplates.newer", "boilerplates.old")
    return [(check, each) for check in ids for each in CHECKS[check].find(reading)]


def ids(*args, **kwargs):
    return [check for check, _found in findings(*args, **kwargs)]


def test_a_newer_boilerplate_is_found_whatever_the_age_of_this_one():
    for in_force_from in ("2023-01-01", "2026-03-01"):
        ((check, found),) = findings(in_force_from, "cape-2", "2026-04-01")
        assert (check, found.place) == ("boilerplates.newer", Place("b1", "text"))
        assert "2026-04-01" in found.message


def test_the_newest_one_of_this_year_is_no_finding():
    assert ids("2025-05-05") == []
    assert ids("2026-05-04") == []


@pytest.mark.parametrize("in_force_from", ["2025-05-03", "2020-01-01"])
def test_one_of_more_than_a_year_ago_is_found(in_force_from):
    assert ids(in_force_from) == ["boilerplates.old"]


def test_a_year_is_a_year_to_the_day():
    assert ids("2025-05-04") == []
    assert ids("2024-02-28", today=dt.date(2025, 2, 28)) == []
    assert ids("2027-02-28", today=dt.date(2028, 2, 29)) == []
    assert ids("2027-02-27", today=dt.date(2028, 2, 29)) == ["boilerplates.old"]


def test_one_that_comes_into_force_later_is_newer_than_the_one_in_force():
    assert ids("2026-06-01", "cape-0", "2025-06-01") == []


def test_one_that_is_not_on_record_is_left_alone():
    assert ids("2020-01-01", record=None) == []
    assert ids("2020-01-01", record="another") == []
