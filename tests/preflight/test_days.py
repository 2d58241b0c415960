"""Days and times that are printed in all the ways of both languages are read back as they were."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.preflight.quantities.clock import times, weekdays
from releases.preflight.quantities.days import Day, days

from .test_quantities import chinese_words

TODAY = dt.date(2026, 5, 4)
MONTHS = "January February March April May June July August September October November December"
DIGITS = "〇一二三四五六七八九"

dates = st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))


def only(text, language):
    [one] = days(text, language, TODAY)
    return one.values[0]


def han(number):
    """12 as 十二."""
    return chinese_words(number).replace("一十", "十")


@given(dates)
def test_a_date_reads_the_same_in_all_its_forms(date):
    day = Day(date.year, date.month, date.day)
    month = MONTHS.split()[date.month - 1]
    year = "".join(DIGITS[int(digit)] for digit in str(date.year))
    for form in (
        f"{date.year}年{date.month}月{date.day}日",
        f"{date.year} 年 {date.month} 月 {date.day} 日",
        f"{year}年{han(date.month)}月{han(date.day)}日",
        date.isoformat(),
    ):
        assert only(f"於{form}舉行", "zh-hant") == day
    for form in (
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        f"{date.day} {month[:3]} {date.year}",
        f"{date.day:02}th of {month} {date.year}",
        date.isoformat(),
    ):
        assert only(f"held on {form} in town", "en") == day


@given(dates)
def test_a_date_without_its_year_has_none(date):
    day = Day(None, date.month, date.day)
    month = MONTHS.split()[date.month - 1]
    assert only(f"於{date.month}月{date.day}日舉行", "zh-hant") == day
    assert only(f"held on {date.day} {month}.", "en") == day
    assert only(f"held on {month} {date.day}.", "en") == day


@given(st.integers(1, 26), st.integers(1, 4), st.integers(1, 12))
def test_a_range_of_days_has_both_ends(first, length, month):
    last = first + length
    name = MONTHS.split()[month - 1]
    expected = [Day(None, month, first), Day(None, month, last)]
    for form in (
        f"{month}月{first}日至{last}日",
        f"{month}月{first}至{last}日",
        f"{month}月{first}及{last}日",
    ):
        assert [m.values[0] for m in days(form, "zh-hant", TODAY)] == expected
    for form in (f"{first}-{last} {name}", f"{first} to {last} {name}", f"{name} {first}–{last}"):
        assert [m.values[0] for m in days(form, "en", TODAY)] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("今日", "zh-hant", Day(2026, 5, 4)),
        ("yesterday", "en", Day(2026, 5, 3)),
        ("下月", "zh-hant", Day(2026, 6)),
        ("last month", "en", Day(2026, 4)),
        ("去年12月", "zh-hant", Day(2025, 12)),
        ("next year", "en", Day(2027)),
        ("2025/26年度", "zh-hant", Day(2025, part="2026")),
        ("FY2025/26", "en", Day(2025, part="2026")),
        ("2026年第三季", "zh-hant", Day(2026, part="Q3")),
        ("the third quarter of 2026", "en", Day(2026, part="Q3")),
    ],
)
def test_other_ways_to_tell_a_day(text, language, expected):
    assert only(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [("三十年", "zh-hant"), ("12個月", "zh-hant"), ("it may rain", "en"), ("2,026 people", "en"), ("Ms May Chan", "en"), ("over 2000 people", "en"), ("1500 seats", "en")],
)  # fmt: skip
def test_what_is_no_day(text, language):
    assert days(text, language, TODAY) == ()


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_reads_the_same_in_all_its_forms(hour, minute):
    expected = (hour, minute)
    half = "上午" if hour < 12 else "下午"
    twelve = hour % 12 or 12
    latin = "am" if hour < 12 else "pm"
    for form in (f"{half}{twelve}時{minute}分", f"{half}{twelve}:{minute:02}"):
        if minute or ":" in form:
            [one] = times(form, "zh-hant")
            assert one.values == (expected,), form
    for form in (
        f"{twelve}:{minute:02} {latin}",
        f"{twelve}.{minute:02}{latin}",
        f"{twelve}:{minute:02} {latin[0]}.m.",
    ):
        [one] = times(f"at {form} sharp", "en")
        assert one.values == (expected,), form
    assert expected in times(f"{hour:02}:{minute:02}", "en")[0].values


@pytest.mark.parametrize("number", range(7))
def test_a_weekday_reads_the_same_in_all_its_forms(number):
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[number]
    han = "一二三四五六日"[number]
    for form in (f"星期{han}", f"週{han}", f"周{han}", f"禮拜{han}"):
        assert [m.values[0] for m in weekdays(f"逢{form}休息", "zh-hant")] == [number]
    for form in (name, f"{name}s"):
        assert [m.values[0] for m in weekdays(f"closed on {form}", "en")] == [number]
    assert [m.values[0] for m in weekdays(f"4 May ({name[:3]})", "en")] == [number]
