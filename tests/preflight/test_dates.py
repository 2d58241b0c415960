"""Days: a weekday and its date, the dateline and the embargo; the same days in both languages."""

import datetime as dt

import pytest
from django.utils import translation

from releases.document import schema
from releases.preflight import CHECKS
from releases.preflight.reading import Reading

from .cases import TODAY, found, release, text

FAMILY = [id for id in CHECKS if id.startswith(("numbers.", "dates."))]
MONDAY = dt.date(2026, 5, 4)


def pair(chinese, english, date=MONDAY):
    return release(dateline=schema.Dateline(date=date), body=[text(zh=chinese, en=english)])


def findings(document):
    reading = Reading(document, TODAY)
    return [(id, each.excerpt) for id in FAMILY for each in CHECKS[id].find(reading)]


SAME = """
二○二六年五月四日（星期一） | Monday, 4 May 2026
2026年5月4日下午3時 | at 3 pm on 4 May 2026
5月4日 | May 4, 2026
今日（五月四日） | today (4 May)
今日（4日） | today (4 May)
今日宣布 | announced today, 4 May 2026,
5月4日宣布 | announced today
本月4日 | the 4th of May
昨日 | yesterday
將於下月12日舉行 | will take place on 12 June
下周二舉行 | will be held on 12 May
本周五（5月8日） | this Friday (8 May)
5月4至6日 | 4-6 May
5月4日至6月3日 | 4 May to 3 June 2026
5月4、5及6日 | 4, 5 and 6 May
5月4日、11日及18日 | 4, 11 and 18 May
5月4日至6日（星期一至三） | 4-6 May (Monday to Wednesday)
5月4日（星期一）至6日（星期三） | Monday 4 May to Wednesday 6 May
5月4日（一） | Mon, 4 May
展期至6月30日（星期二）止 | until Tuesday, 30 June
2026年5月 | May 2026
五月至八月期間 | between May and August
將於5月下旬 | in late May
首批20名學員將於9月入讀 | The first 20 students will enrol in September
去年12月 | in December 2025
2026年第一季 | the first quarter of 2026
今年首季 | Q1 2026
2026年上半年 | the first half of 2026
2025/26學年 | the 2025-26 school year
二零二五至二六財政年度 | the 2025-26 financial year
2023至2025年 | from 2023 to 2025
截至2026年3月31日止年度 | the year ended 31 March 2026
去年 | in 2025
自1886年 | since 1886
2030年前 | by 2030
二○二八年年中 | in mid-2028
每年12月 | every December
零三年那場大火 | the fire of 2003
2021年人口普查 | the 2021 census
11月6日（星期五）及7日（星期六） | on Friday 6 and Saturday 7 November
上午十時的記者會 | a press conference at 10 this morning
上世紀八十年代 | in the 1980s
2000名學生 | 2,000 students
超過2000人 | over 2000 people
1,500名 | 1500 participants
香港書展2026 | Hong Kong Book Fair
三月三日 | 3/3/2026
陳女士將出席 | Ms May Chan may attend
逢星期一至五 | Monday to Friday
逢星期六、日 | Saturdays and Sundays
每周三次 | three times a week
每周三次 | three times every week, except Sunday
黑色星期五 | Black Friday
上午九時至下午五時 | 9 am - 5 pm
9:30至17:45 | 9.30 am to 5.45 pm
下午2時至4時 | 2-4 pm
下午三時半 | 3:30 p.m.
早上9時正 | 9 am sharp
中午12時 | noon
零時起 | from midnight
晚上11時59分 | 11:59 pm
凌晨零時三十分 | 12:30 am
香港時間下午4時（格林威治時間上午8時） | 4 pm Hong Kong time
三點建議 | three proposals
晚上十時零五分 | 10:05 pm
2026年12月19日至1月3日 | 19 December to 3 January 2027
12月19日至2027年1月3日 | from 19 December 2026 until 3 January 2027
2050年前後 | by or around 2050
約2,000名市民參加，其中2000人為長者 | attended by over 2000, all of them older people
比例為16:9 | a ratio of 16:9
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_the_same_day_or_time_said_in_both_languages_is_no_finding(line):
    assert findings(pair(*line.split(" | "))) == []


DIFFERENT = """
agree | 2026年5月4日 | 5 May 2026 | 5 May 2026
agree | 2026年5月 | June 2026 | June 2026
agree | 5月4日至6日 | 4-8 May | 8 May
agree | 成立於1998年 | founded in 1989 | 1989
agree | 第二季 | in the third quarter | third quarter
agree | 2025/26年度 | in 2024-25 | 2024-25
agree | 今日宣布 | announced today, 6 May 2026, | 6 May 2026
agree | 將於5月12日舉行 | will be held | 5月12日
agree | 去年12月 | in November 2025 | November 2025
agree | 5月5日（星期一） | Monday, 4 May | 4 May
agree | 5月4日（星期一） | Tuesday, 5 May | 5 May
agree | 2027年2月19日至3月21日 | 19 February to 21 March 2026 | 19 February to 21 March 2026
agree | 12月19日至2027年1月3日 | 19 December to 3 January 2028 | 19 December to 3 January 2028
agree | 6月5日及6日（星期五及六） | 5 and 6 July (Friday and Saturday) | 5 and 6 July
agree | 6月5日及6日 | July 5 and 6 | July 5
agree | 6月5日、12日及19日 | 5, 12 and 20 June | 20 June
agree | 2026年1月至3月 | January - March 2025 | January - March 2025
agree | 六月二日至四日（星期二至四）假海角會議中心三樓舉行 | at the Cape Convention Centre from 4 to 4 June (Tuesday to Thursday) | 六月二日
agree | 2026/27學年 | the 2026/28 school year | 28
times | 晚上十時零五分 | 10:15 pm | 10:15 pm
times | 下午2時55分由香港起飛，並於當地時間同日下午7時10分抵達 | departs Hong Kong at 2:45 pm and will arrive in the afternoon, local time | 2:45 pm
agree | 12月5日起至2027年1月3日 | from 5 December 2025 to 3 January 2027 | 5 December 2025
agree | 2026年4月9日至3月27日 | between 9 February and 27 March 2026 | 9 February
weekday | 2026年5月4日（星期二） | Monday, 4 May 2026 | 星期二
weekday | 5月4日（星期一） | Tuesday, 4 May | Tuesday
weekday | 5月4日（二） | 4 May | 二
weekday | 5月4日至6日（星期一至三） | 4-6 May (Monday to Thursday) | Thursday
weekday | 5月4日 | 4 May 2026 (Tue) | Tue
weekdays-agree | 逢星期六 | every Sunday | Sunday
times | 下午三時半 | 3:45 pm | 3:45 pm
times | 下午三時 | 3 am | 3 am
times | 上午十時至下午六時 | 10 am to 7 pm | 7 pm
times | 下午3時舉行 | will be held | 下午3時
"""


@pytest.mark.parametrize("line", DIFFERENT.strip().splitlines())
def test_what_differs_is_found_once_and_where_it_stands(line):
    kind, chinese, english, excerpt = line.split(" | ")
    assert findings(pair(chinese, english)) == [(f"dates.{kind}", excerpt)]


def test_a_weekday_without_a_year_is_judged_by_the_dateline():
    """4 January is a Sunday in 2026 and a Monday in 2027."""
    words = ("1月4日（星期一）", "Monday, 4 January")
    assert findings(pair(*words, date=dt.date(2026, 12, 20))) == []
    wrong = findings(pair(*words, date=dt.date(2026, 1, 2)))
    assert wrong == [("dates.weekday", "星期一"), ("dates.weekday", "Monday")]
    assert findings(pair(*words, date=None)) == []


def test_a_date_far_from_the_dateline_may_be_of_two_years():
    words = ("11月4日（星期三）", "Wednesday, 4 November")
    assert findings(pair(*words, date=dt.date(2026, 5, 1))) == []
    assert findings(pair("11月4日（星期二）", "4 November", date=dt.date(2026, 5, 1))) == []


def test_the_weekday_that_is_right_is_named():
    with translation.override("en"):
        [one] = CHECKS["dates.weekday"].find(Reading(pair("5月4日", "Friday, 4 May"), TODAY))
    assert "Monday" in one.message
    assert "4 May" in one.message


@pytest.mark.parametrize(
    ("embargo", "excerpts"),
    [
        (dt.datetime(2026, 5, 4, 2, tzinfo=dt.UTC), []),
        (dt.datetime(2026, 5, 3, 16, tzinfo=dt.UTC), []),  # midnight in Hong Kong
        (dt.datetime(2026, 5, 4, 16, tzinfo=dt.UTC), [""]),
        (dt.datetime(2026, 5, 3, 15, 59, tzinfo=dt.UTC), [""]),
    ],
)
def test_the_embargo_ends_on_the_day_of_the_dateline_in_the_newsrooms_zone(embargo, excerpts):
    document = schema.replace(pair("三", "three"), embargo_until=embargo)
    assert found("dates.embargo", document) == excerpts


def test_without_a_dateline_or_an_embargo_there_is_nothing_to_compare():
    assert found("dates.embargo", pair("一", "one")) == []
    no_date = release(embargo_until=dt.datetime(2026, 5, 4, tzinfo=dt.UTC))
    assert found("dates.embargo", no_date) == []
