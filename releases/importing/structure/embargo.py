"""The embargo line: the moment before which nothing may be published."""

import datetime as dt
import re
import zoneinfo

from django.utils import timezone
from django.utils.translation import gettext as _

from .. import shapes
from ..paragraphs import Paragraph
from . import dates
from .reading import Reading

RELEASE_ZH = (
    r"(?:發布|發佈|發放|发布|发佈|发放|刊登|刊載|刊载|報道|报道|報導|公布|公佈|公開|轉載|转载|播出)"
)
LINE = re.compile(
    r"\bembargo(?:ed)?\b|\bnot\s+for\s+(?:publication|release|broadcast)\b|\bhold\s+(?:for\s+release\s+)?until\b|禁發|禁发|封鎖消息|封锁消息"
    rf"|{RELEASE_ZH}限制|限時{RELEASE_ZH}|限时{RELEASE_ZH}|(?:禁止|不得|請勿|请勿|切勿|暫勿|暂勿|限制).{{0,30}}{RELEASE_ZH}"
    rf"|{RELEASE_ZH}(?:時間|时间|日期)\s*[：:]",
    re.IGNORECASE,
)
# What may also be said of a company (…於五月上市後公布業績): the line must name a moment.
MOMENT = re.compile(
    rf"(?:後|后|前)(?:方|才|始)?可?{RELEASE_ZH}|\b(?:releas|publish|publication|broadcast|issu)",
    re.IGNORECASE,
)
ZONES = {
    "HKT": "Asia/Hong_Kong",
    "HONG KONG": "Asia/Hong_Kong",
    "香港": "Asia/Hong_Kong",
    "BEIJING": "Asia/Shanghai",
    "北京": "Asia/Shanghai",
    "CST": "Asia/Shanghai",
    "SGT": "Asia/Singapore",
    "SINGAPORE": "Asia/Singapore",
    "新加坡": "Asia/Singapore",
    "JST": "Asia/Tokyo",
    "東京": "Asia/Tokyo",
    "GMT": "UTC",
    "UTC": "UTC",
    "格林威治": "UTC",
    "格林尼治": "UTC",
    "BST": "Europe/London",
    "LONDON": "Europe/London",
    "UK": "Europe/London",
    "倫敦": "Europe/London",
    "CET": "Europe/Paris",
    "CEST": "Europe/Paris",
    "EDT": "America/New_York",
    "EST": "America/New_York",
    "ET": "America/New_York",
    "EASTERN": "America/New_York",
    "NEW YORK": "America/New_York",
    "美東": "America/New_York",
    "紐約": "America/New_York",
    "PDT": "America/Los_Angeles",
    "PST": "America/Los_Angeles",
    "PT": "America/Los_Angeles",
    "PACIFIC": "America/Los_Angeles",
    "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney",
}
# A zone that says winter or summer time means that offset, whatever the date.
OFFSETS = {
    "EST": -5,
    "EDT": -4,
    "PST": -8,
    "PDT": -7,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "AEST": 10,
    "AEDT": 11,
    "CST": 8,
}
OWN_WORDS = re.compile(
    r"(?:embargo(?:ed)?|publication|publish(?:ed)?|release[d]?|broadcast|before|until|hours?|this|press|news|media|strictly"
    r"|under|time|hong|kong|noon|midnight|hold|after|local|not|\w+day|january|february|march|april|june|july|august"
    r"|september|october|november|december|sept)$",
    re.IGNORECASE,
)


def is_line(text: str) -> bool:
    if len(text) >= 260:
        return False
    if LINE.search(text):
        return True
    # A sentence with a moment is the lead; the words about an embargo are none, or begin with a plea.
    plea = re.match(r"\W*(?:[請请須须]|注意)", text)
    if not plea and (shapes.ends_sentence(text) or shapes.width(text) > 110):
        return False
    found = dates.find(text) if MOMENT.search(text) else None
    return bool(found and dates.find_time(text[: found.start] + " | " + text[found.end :]))


def has_time(text: str) -> bool:
    """Whether a line names a time of day; one that names a day alone is a date of issue."""
    found = dates.find(text)
    rest = text[: found.start] + " | " + text[found.end :] if found else text
    return dates.find_time(rest) is not None


def read(
    reading: Reading, paragraph: Paragraph, release_date: dt.date | None
) -> dt.datetime | None:
    """Return the moment of an embargo line in UTC, or note why it cannot be told."""
    text = paragraph.text
    strange = [word for word in re.findall(r"[A-Za-z]{4,}", text) if not OWN_WORDS.match(word)]
    if len(strange) > 1 or shapes.width(text) > 85 or len(paragraph.lines) > 2:
        message = _("Only the moment is taken from the words about the embargo.")
        reading.note("left_over", message, paragraph, "embargo_until")
    found = dates.find(text)
    date = found.date if found else None
    if found and date is None and release_date:
        try:
            date = dt.date(release_date.year, found.month, found.day)
        except ValueError:
            date = None
        message = _("The embargo names no year; the year of the dateline is taken.")
        reading.note("guess", message, paragraph, "embargo_until")
    if date is None:
        if not found and dates.find_time(text) is None:
            message = _("The embargo names no moment. Enter it by hand.")
        else:
            message = _("The embargo names no full date. Enter the moment by hand.")
        reading.note("missing", message, paragraph, "embargo_until")
        return None
    time = dates.find_time(text[: found.start] + " | " + text[found.end :])
    if time is None:
        time = dt.time(0)
        message = _("The embargo names no time of day; the beginning of the day is taken.")
        reading.note("guess", message, paragraph, "embargo_until")
    moment = dt.datetime.combine(date, time, _zone(reading, paragraph))
    try:
        utc = moment.astimezone(dt.UTC)
    except OverflowError:
        return None
    message = _("The embargo is read as %(moment)s UTC. Check the moment.")
    reading.note("guess", message % {"moment": f"{utc:%Y-%m-%d %H:%M}"}, paragraph, "embargo_until")
    return utc


def _zone(reading: Reading, paragraph: Paragraph) -> dt.tzinfo:
    text = paragraph.text
    offset = re.search(r"\b(?:GMT|UTC)\s*([+\-–−])\s*(\d{1,2})(?::?(\d{2}))?", text, re.IGNORECASE)
    if offset:
        hours = dt.timedelta(
            hours=min(14, int(offset.group(2))), minutes=int(offset.group(3) or 0) % 60
        )
        return dt.timezone(hours if offset.group(1) == "+" else -hours)
    for name in sorted(ZONES, key=len, reverse=True):
        pattern = (
            rf"\b{name}\b"
            if name.isascii()
            else re.escape(name) + r"(?:標準)?時間|" + re.escape(name) + "时间"
        )
        if re.search(pattern, text if len(name) <= 4 else text.upper()):
            if name in OFFSETS:
                return dt.timezone(dt.timedelta(hours=OFFSETS[name]))
            return zoneinfo.ZoneInfo(ZONES[name])
    zone = timezone.get_default_timezone()
    message = _("The embargo names no time zone; that of the newsroom is taken: %(zone)s.")
    reading.note("guess", message % {"zone": zone}, paragraph, "embargo_until")
    return zone
