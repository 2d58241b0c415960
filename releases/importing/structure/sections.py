"""Which paragraphs belong to which part of a release.

A release is read from the top: everything before the lead is the top; headings (關於…, About …,
傳媒查詢, Notes to editors), figure labels and end marks open the parts that follow the body.
"""

import dataclasses
import re

from .. import shapes
from ..paragraphs import Paragraph
from . import dateline, embargo, end_mark, figures, pictures
from .reading import Reading

NOTICE = re.compile(
    r"^(?:電台及電視台當值廣播員注意|.{0,12}廣播員注意|.*\bto (?:radio|television|broadcasters)\b.*:$|Attention (?:duty )?(?:announcers|broadcasters))",
    re.IGNORECASE,
)


LEGAL_HEADING = re.compile(
    r"^(?:(?:cautionary\s+(?:statement|note)s?\s+(?:regarding|concerning|on)\s+)?forward[\s\-]looking\s+(?:statements?|information)|safe\s+harbou?r(?:\s+statement)?|disclaimers?|前瞻性[陳陈]述|免責聲明|免责声明)\s*[:：]?$",
    re.IGNORECASE,
)


@dataclasses.dataclass
class About:
    """The paragraphs of one boilerplate; ``name`` is the organisation in its heading."""

    name: str
    heading: Paragraph | None
    paragraphs: list[Paragraph] = dataclasses.field(default_factory=list)
    guessed: bool = False


@dataclasses.dataclass
class Sections:
    top: list[Paragraph] = dataclasses.field(default_factory=list)
    shown_first: list[Paragraph] = dataclasses.field(default_factory=list)
    body: list[Paragraph] = dataclasses.field(default_factory=list)
    abouts: list[About] = dataclasses.field(default_factory=list)
    notes: list[Paragraph] = dataclasses.field(default_factory=list)
    contacts: list[Paragraph] = dataclasses.field(default_factory=list)
    photos: list[Paragraph] = dataclasses.field(default_factory=list)
    furniture: list[Paragraph] = dataclasses.field(default_factory=list)
    embargo: list[Paragraph] = dataclasses.field(default_factory=list)
    headings: list[tuple[Paragraph, str]] = dataclasses.field(default_factory=list)
    after: list[Paragraph] = dataclasses.field(default_factory=list)


def split(reading: Reading, paragraphs: list[Paragraph]) -> Sections:
    sections = Sections()
    start = lead(paragraphs)
    sections.shown_first = [p for p in paragraphs[:start] if p.pictures]
    sections.top = [p for p in paragraphs[:start] if not p.pictures]
    _Tail(reading, sections).read(paragraphs, start)
    return sections


def lead(paragraphs: list[Paragraph]) -> int:
    """The index of the first paragraph of the body."""
    stop = next(
        (i for i, p in enumerate(paragraphs) if i and _is_tail_heading(p.text)),
        len(paragraphs),
    )
    for index, paragraph in enumerate(paragraphs[: min(stop, 30)]):
        text = paragraph.text
        if shapes.is_bullet(text) and not dateline.parse(text) or embargo.is_line(text):
            continue
        if paragraph.style in ("title", "heading"):
            continue
        found = dateline.parse(text)
        if (
            found
            and (shapes.ends_sentence(text) or shapes.width(text) > 90)
            and found.end < len(text)
        ):
            return index
    heading = None
    for index, paragraph in enumerate(paragraphs[:stop]):
        text = paragraph.text
        if shapes.KEY_POINTS_HEADING.match(text):
            heading = index
        if shapes.UNDERLINE.match(text) and index:
            return _after_notice(paragraphs, index + 1, stop)
        if paragraph.style in ("title", "heading") or paragraph.pictures:
            continue
        if (_is_lead(text) or index and _is_sentence_zh(text)) and not (
            heading is not None and heading == index - 1
        ):
            return _after_notice(paragraphs, index, stop)
    # Without a sentence that can be the lead, the first line is the headline and the rest the body.
    return min(1, stop) if stop < 2 or not paragraphs else min(stop, _after_short(paragraphs, stop))


def _after_short(paragraphs: list[Paragraph], stop: int) -> int:
    for index in range(1, stop):
        if not shapes.is_bullet(paragraphs[index].text):
            return index
    return stop


def _after_notice(paragraphs: list[Paragraph], index: int, stop: int) -> int:
    while index < stop and NOTICE.match(paragraphs[index].text):
        index += 2 if shapes.COLON_END.search(paragraphs[index].text) else 1
    return min(index, stop)


def _is_lead(text: str) -> bool:
    if shapes.is_bullet(text) or embargo.is_line(text) or end_mark.is_furniture(text):
        return False
    if shapes.is_caption(text):
        return False
    if re.match(r"^(?:The following is issued|下稿代|以下.{0,6}代.{2,20}發)", text):
        return True
    long = shapes.width(text) > 40
    return bool(
        long
        and (shapes.ends_sentence(text) or shapes.COLON_END.search(text))
        or shapes.width(text) > 240
    )


def _is_sentence_zh(text: str) -> bool:
    """Headlines and sub-headlines do not end in a full stop."""
    return text.endswith("。") and not (shapes.is_bullet(text) or embargo.is_line(text))


def _is_tail_heading(text: str) -> bool:
    return bool(
        len(text) < 100
        and (
            shapes.about(text)
            or (shapes.CONTACT_HEADING.match(text) or shapes.NOTES_HEADING.match(text))
            and not shapes.ends_sentence(text)
        )
        or end_mark.is_mark(text)
    )


class _Tail:
    """Reads the paragraphs from the lead on, remembering which part is open."""

    def __init__(self, reading: Reading, sections: Sections):
        self.reading = reading
        self.sections = sections
        self.open = "body"
        self.ended = False

    def read(self, paragraphs: list[Paragraph], start: int) -> None:
        for index in range(start, len(paragraphs)):
            following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
            self.place(paragraphs[index], following)

    def place(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        text, sections = paragraph.text, self.sections
        if paragraph.pictures:
            self._figure(paragraph)
        elif end_mark.is_mark(text):
            sections.furniture.append(paragraph)
            self.ended, self.open = True, "after"
        elif (
            shapes.LINK.match(text)
            and not self._only_website(paragraph, following)
            or end_mark.is_furniture(text)
            or self.ended
            and self._is_stamp(text)
        ):
            sections.furniture.append(paragraph)
        elif (
            len(text) < 120
            and re.match(r"^\W*embargo", text, re.IGNORECASE)
            and embargo.is_line(text)
        ):
            sections.embargo.append(paragraph)
        elif self._heading(paragraph, following):
            pass
        elif figures.is_caption(paragraph):
            self._figure(paragraph)
        else:
            self._text(paragraph, following)

    def _is_stamp(self, text: str) -> bool:
        return bool(dateline.alone(text)) or bool(re.match(r"^\d{1,2}[:：時时]\d{2}", text))

    def _only_website(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """A web address below a boilerplate that has none is its last line; a list of links is none."""
        if self.open != "about" or (following and shapes.LINK.match(following.text)):
            return False
        about = self.sections.abouts[-1]
        return (
            bool(about.paragraphs)
            and not any(shapes.WEB_ADDRESS.search(p.text) for p in about.paragraphs)
            and paragraph.text.lower().startswith("http")
        )

    def _heading(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        text, sections = paragraph.text, self.sections
        heading = shapes.heading(text)
        short = bool(heading) and not shapes.ends_sentence(heading)
        contact = shapes.CONTACT_HEADING.match(text[:200])
        about = shapes.about(text)
        if (contact and len(text) < 200 and not about) or (
            shapes.CONTACT_SENTENCE.match(text[:200]) and self._is_contact(text)
        ):
            self.open = "contacts"
            sections.contacts.append(paragraph)
        elif short and shapes.NOTES_HEADING.match(heading):
            self.open = "notes"
            sections.headings.append((paragraph, "notes_to_editors"))
        elif short and LEGAL_HEADING.match(heading):
            self.open = "after"
            sections.after.append(paragraph)
        elif short and shapes.PHOTO_HEADING.match(heading):
            self.open = "photos"
            sections.headings.append((paragraph, "figures"))
        elif about and (
            following is None
            or self._about_follows(
                about.group("name"), about.re is shapes.PROFILE_HEADING, following
            )
        ):
            self.open = "about"
            sections.abouts.append(About(about.group("name").strip(' 《》"“”'), paragraph))
        elif inline := shapes.about_inline(text):
            self.open = "about"
            sections.abouts.append(About(inline.group("name").strip(), None, [paragraph]))
        else:
            return False
        return True

    def _about_follows(self, name: str, profile: bool, following: Paragraph) -> bool:
        text = following.text
        if profile and not (name in text[:60] or shapes.OURSELVES.match(name)):
            return False
        return shapes.width(text) > 30 or shapes.ends_sentence(text)

    def _is_contact(self, text: str) -> bool:
        return (
            bool(shapes.EMAIL.search(text) or re.search(r"(?:\d[\s\-()]*){7,}", text))
            or shapes.COLON_END.search(text) is not None
        )

    def _figure(self, paragraph: Paragraph) -> None:
        if self.open in ("about", "contacts", "notes", "after") or self.ended:
            self.sections.photos.append(paragraph)
            alone = shapes.FIGURE_LABEL_ALONE.match(paragraph.text)
            self.open = "caption" if alone else self.open if self.open != "notes" else "after"
        else:
            self.open = "body"
            self.sections.body.append(paragraph)

    def _text(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        text, sections = paragraph.text, self.sections
        if self.open != "contacts" and shapes.is_contact_line(text) and len(text) < 160:
            self._open_contacts()
            sections.contacts.append(paragraph)
        elif self.open == "contacts":
            if self._leaves_contacts(paragraph):
                sections.after.append(paragraph)
            else:
                sections.contacts.append(paragraph)
        elif self.open == "caption":
            sections.photos.append(paragraph)
            self.open = "after"
        elif self.open == "after" and self.ended and pictures.names_places(text):
            # Below the end mark of a government page: captions without a label.
            sections.photos.append(paragraph)
        elif self._untitled_about(paragraph, following):
            self.open = "about"
            sections.abouts.append(About(text.strip(" :："), paragraph, guessed=True))
        elif self.open == "about":
            sections.abouts[-1].paragraphs.append(paragraph)
        else:
            {
                "body": sections.body,
                "notes": sections.notes,
                "photos": sections.photos,
                "after": sections.after,
            }[self.open].append(paragraph)

    def _leaves_contacts(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        return (
            shapes.width(text) > 160
            and not shapes.EMAIL.search(text)
            and not re.search(r"(?:\d[\s\-()]*){7,}", text)
        )

    def _open_contacts(self) -> None:
        """A labelled number without a heading: the short lines just before it belong to it."""
        self.open = "contacts"
        if self.sections.contacts:
            return
        about = self.sections.abouts[-1].paragraphs if self.sections.abouts else None
        for source in (
            self.sections.after,
            about if about is not None else self.sections.body,
        ):
            moved = []
            while (
                source
                and shapes.width(source[-1].text) < 60
                and not shapes.ends_sentence(source[-1].text)
            ):
                if source is self.sections.body and len(source) < 3 or len(moved) == 4:
                    break
                moved.insert(0, source.pop())
            self.sections.contacts.extend(moved)
            if moved:
                return

    def _untitled_about(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """A boilerplate headed only by the name with which its text begins."""
        text = paragraph.text.strip(" :：")
        if following is None or not (3 <= len(text) <= 70) or shapes.ends_sentence(text):
            return False
        if not (self.ended or self.open == "about" or len(self.sections.body) >= 2):
            return False
        begins = re.sub(r"^the\s+", "", following.text, flags=re.IGNORECASE).startswith(
            re.sub(r"^the\s+", "", text, flags=re.IGNORECASE)
        )
        return shapes.width(following.text) > 80 and (
            begins or (text in self.reading.organisations and self.ended)
        )
