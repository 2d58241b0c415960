"""The top of a release: release line, reference, date, headline, sub-headline.

Tails such as （附圖） or (with photo) tell editors what came with the release; they are no words
of the headline.
"""

import dataclasses
import re

from django.utils.translation import gettext as _

from .. import shapes
from ..paragraphs import Paragraph
from . import dateline, dates, embargo, end_mark, people_en, people_zh, sections
from .reading import Reading

RELEASE_LINE = re.compile(
    r"^[【\[(（*\s]*(?:for\s+immediate\s+(?:release|distribution|publication|use)|(?:press|news|media)\s+(?:release|statement|announcement)|immediate release|for release"
    r"|(?:即時|即时|立即|即日|請即|即)(?:發布|發佈|發放|发布|發表|刊登|公布)|(?:新聞|新闻|媒體|媒体|傳媒|传媒)(?:稿件?|公報|公告|發佈|發布|聲明)|新聞公報|請即發[佈布放]|供即時(?:發放|發佈|發布|刊登)|供即时发[布放])[】\])）*\s]*(?:(?<=[】\])）])|(?=$|[\s:：,，\-–—|/(（]))",
    re.IGNORECASE,
)
ADDRESSEES = re.compile(
    r"^(?:致|送|發送|To|Attn|Attention)\s*[:：]\s*.{0,40}(?:傳媒|传媒|媒體|媒体|新聞|新闻|採訪|采访|編輯|编辑|記者|记者|\b(?:Editors?|Desks?|Media|Press|Journalists?|Newsrooms?)\b).{0,60}$",
    re.IGNORECASE,
)
# The name of who issues it stands before the kind: 潮汐博物館新聞稿, Acme Press Release.
NAMED_RELEASE_LINE = re.compile(
    r"^[^，。：:「」]{2,30}(?:新聞稿|新闻稿|新聞公報|新闻公报|媒體通稿|新聞發佈)$|^[A-Z][^.,:]{1,60}\s(?:press|news|media)\s+release$",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"^(?:(?:(?:ref(?:erence)?|press release)\s*(?:no|number)?|no|number)\.?\s*[:：#]?\s*[A-Z0-9][\w/\-]*\d[\w/\-]*|(?:編號|编号|檔號|檔案編號|文號|新聞稿編號)\s*[:：]?\s*[\w/\-]+"
    r"|(?:PR|NR|MR)?[A-Z]{0,5}[\s\-]?\d{1,5}[/\-]\d{2,4}(?=\s|$)|(?:\d{4}\s*年\s*)?第\s*[A-Z]{0,3}\d[\d/\-]*\s*[號号期])",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*[（(]\s*(?:附[^（）()]{1,16}|with\s+(?:photos?|videos?|pictures?|images?)[^()]{0,20}|(?:english|chinese)\s+only|只有[中英]文|只備[中英]文|(?:圖|图)|中英文版|更新|update[d]?)\s*[)）]\s*$",
    re.IGNORECASE,
)
LETTERHEAD = re.compile(
    r"(?:公司|集團|大學|協會|基金會|局|署|處|會|Limited|Ltd\.?|University|Corporation|Group|Inc\.?|Association|Foundation|Council)$"
)


@dataclasses.dataclass
class Top:
    headline: str = ""
    sub_headline: str = ""
    date: dateline.Prefix | None = None
    date_paragraph: Paragraph | None = None
    embargo: list[Paragraph] = dataclasses.field(default_factory=list)
    key_points: list[Paragraph] = dataclasses.field(default_factory=list)


def read(reading: Reading, paragraphs: list[Paragraph]) -> Top:
    top = Top()
    candidates: list[Paragraph] = []
    under_key_heading = underlined = False
    notice = 0
    for paragraph in paragraphs:
        text = paragraph.text
        if sections.NOTICE.match(text) or notice:
            notice = 0 if notice else int(bool(shapes.COLON_END.search(text)))
            reading.leave(_("Notice to broadcasters: not part of the release."), paragraph)
        elif shapes.UNDERLINE.match(text):
            underlined = True
            end_mark.leave(reading, paragraph)
        elif shapes.KEY_POINTS_HEADING.match(text):
            under_key_heading = True
            reading.take("key_points", paragraph)
        elif _line_of_the_top(reading, top, paragraph):
            continue
        elif (shapes.is_bullet(text) and candidates) or under_key_heading:
            top.key_points.append(paragraph)
        elif underlined and candidates and reading.chinese:
            candidates.append(paragraph)
        else:
            candidates.append(paragraph)
    _headlines(reading, top, candidates)
    return top


def _line_of_the_top(reading: Reading, top: Top, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a release line, a reference, an embargo or a date, and take it."""
    text = paragraph.text
    if NAMED_RELEASE_LINE.match(text):
        reading.leave(_("Release line or reference: not part of the text."), paragraph)
        return True
    if embargo.is_line(text) and not (dateline.alone(text) and not embargo.has_time(text)):
        top.embargo.append(paragraph)
        return True
    if shapes.LINK.match(text) or end_mark.is_furniture(text) or end_mark.is_mark(text):
        end_mark.leave(reading, paragraph)
        return True
    if ADDRESSEES.match(text):
        reading.leave(_("Whom the release was sent to: not part of the text."), paragraph)
        return True
    rest = text
    for _label in ("Press release", "for immediate use"):
        if match := RELEASE_LINE.match(rest):
            rest = rest[match.end() :].strip(" \u3000:：,，-–—|/()（）")
    if match := REFERENCE.match(rest):
        rest = rest[match.end() :].strip(" :：,，-–—|/")
    if rest == text and not (date := dateline.alone(text)):
        return False
    date = dateline.alone(rest) if rest else None
    if rest and not date:
        again = RELEASE_LINE.match(rest)
        if not again or again.end() < len(rest):
            return False
    if date and not top.date:
        top.date, top.date_paragraph = date, paragraph
        reading.take("dateline", paragraph)
    else:
        reading.take("top", paragraph)
    if not date or rest != text or top.date_paragraph is not paragraph:
        message = _("Release line or reference: not part of the text.")
        reading.note("left_over", message, paragraph)
    return True


def _headlines(reading: Reading, top: Top, candidates: list[Paragraph]) -> None:
    if (
        len(candidates) > 1
        and candidates[0].style != "title"
        and _is_letterhead(reading, candidates[0].text)
    ):
        reading.leave(
            _("The name of an organisation above the headline: taken to be a letterhead."),
            candidates.pop(0),
        )
    if not candidates:
        reading.note("missing", _("No headline was found. Enter one."), None, "headline")
        return
    # Where the file says which line is the title, what stands above it is a letterhead.
    title = next((i for i, p in enumerate(candidates) if p.style == "title"), 0)
    for paragraph in candidates[:title]:
        reading.leave(
            _("Words above the title: taken to be a letterhead."),
            paragraph,
        )
    first, *others = candidates[title:]
    top.headline = _without_tail(reading, first)
    reading.take("headline", first)
    if others:
        top.sub_headline = "  ".join(_without_tail(reading, p) for p in others)
        reading.take("sub_headline", *others)
        message = _(
            "Taken to be the sub-headline, for it stands between the headline and the lead."
        )
        reading.note("guess", message, others[0], "sub_headline", text=top.sub_headline)


def _without_tail(reading: Reading, paragraph: Paragraph) -> str:
    tail = TAIL.search(paragraph.text)
    if not tail or not paragraph.text[: tail.start()].strip():
        return paragraph.text
    reading.note(
        "left_over",
        _("Tail of the headline for editors: removed."),
        paragraph,
        "headline",
        text=tail.group().strip(),
    )
    return paragraph.text[: tail.start()]


def _is_letterhead(reading: Reading, text: str) -> bool:
    if any(name == text or name.startswith(text + " ") for name in reading.organisations):
        return True
    if not LETTERHEAD.search(text) or shapes.width(text) > 50:
        return False
    verbs = re.search(r"與|举|舉|簽|獲|推出|宣|[Ss]igns?\b|[Ll]aunch|and\b", text)
    titled = people_zh.TITLE_END.search(text) if reading.chinese else people_en.is_title(text)
    return not verbs and not titled and not dates.find(text)
