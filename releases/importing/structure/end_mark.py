"""End marks and what stands below them on government pages: dates, times of issue, links back."""

import datetime as dt
import re

from django.utils.translation import gettext as _

from .. import shapes
from ..paragraphs import Paragraph
from . import dates
from .reading import Reading

GOVERNMENT_TAIL = re.compile(
    r"^(?:Issued at HKT\b.*|香港時間\s*\d+時\d+分.*|即日新聞.*|回到頁首.*|Back to top.*|Today'?s Press Releases.*|(?:Release )?Date:.*|NNNN|\.\.\. ?)$",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"^(?:SOURCE|Source|資料來源|新聞來源|来源|來源|發稿人?|供稿)\s*[:：]?\s+\S.{0,80}$|^View source version on\b.*|^(?:資料)?來源\s*[:：].{1,60}$",
    re.IGNORECASE,
)
WIRE_NOTE = re.compile(
    r"^(?:This press release features multimedia\b.*|\(?(?:Logo|Photo|Video)\s*[:\-–]\s*https?://\S+\)?|Hashtags?\s*:.*|(?:#\w+\s*)+"
    r"|The issuer is solely responsible for the content of this announcement\.?"
    r"|(?:發佈|發布|发布)者(?:對|对)本公告的(?:內|内)容承(?:擔|担)全部(?:責|责)任。?)$",
    re.IGNORECASE,
)
ISSUED_BY = re.compile(
    r"^(?:此|本)?(?:新聞稿|新闻稿|稿件|公告|新聞公報)?(?:由|謹由).{2,60}(?:代表|代).{2,60}(?:發佈|發布|發放|發出|发布|发放|发出)[。.]?$"
    r"|^(?:this\s+)?(?:press|news|media)?\s*(?:release|statement)\s+(?:is|was)\s+(?:issued|distributed|released)\s+by\b.{2,160}$|^issued\s+by\b.{2,120}\bon behalf of\b.{2,120}$",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b|版權所有).{0,120}$", re.IGNORECASE)


def is_mark(text: str) -> bool:
    return bool(shapes.END_MARK.match(text))


def is_furniture(text: str) -> bool:
    """Whether a paragraph only serves the page: it belongs to no part."""
    return len(text) < 300 and any(
        pattern.match(text)
        for pattern in (GOVERNMENT_TAIL, SOURCE, WIRE_NOTE, ISSUED_BY, COPYRIGHT, shapes.UNDERLINE)
    )


def leave(reading: Reading, paragraph: Paragraph) -> None:
    if is_mark(paragraph.text):
        reading.leave(_("End mark: not part of the release."), paragraph)
    elif shapes.LINK.match(paragraph.text):
        reading.leave(_("Link on a line of its own: not part of the text."), paragraph)
    else:
        reading.leave(_("Line that only served the page: not part of the release."), paragraph)


def date_in(text: str) -> dt.date | None:
    """The date that stands in an end mark or on its own below it."""
    if not (is_mark(text) or len(text) <= 40):
        return None
    found = dates.find(text)
    return found.date if found else None
