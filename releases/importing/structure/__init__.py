"""Paragraphs to document: one module per part of a release, run in the order they depend on."""

import datetime as dt
import re

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from releases.document.schema import (
    Block,
    Boilerplate,
    Dateline,
    Document,
    Figure,
    Language,
    Quote,
    replace,
)

from ..notes import Note
from ..paragraphs import Pages, Paragraph
from . import (
    body,
    boilerplates,
    dateline,
    embargo,
    end_mark,
    figures,
    headline,
    key_points,
    media_contacts,
    notes_to_editors,
    organisations,
    people,
    pictures,
    sections,
    signing,
    tables,
)
from .reading import Reading

SIMPLIFIED = set(
    "这个国来时们说会对发动产经进过还见开关实现应业东车长门问间业务与为从众优传体儿兰兴书习买乱争云产亲亿仅们价会伟传"
)
TRADITIONAL = set(
    "這個國來時們說會對發動產經進過還見開關實現應業東車長門問間務與為從眾優傳體兒蘭興書習買亂爭雲親億僅價偉"
)


def read(pages: Pages, language: Language) -> tuple[Document, list[Note], dict[int, str]]:
    """Return the document that paragraphs in one language make up, the notes, and where every line
    went: the key of a part, the name of a field of the document, or ``left_over``.
    """
    reading = Reading(language=language, pictures={p.sha256: p for p in pages.pictures})
    _about_the_text(reading, pages)
    paragraphs = [p for p in pages.paragraphs if p.style != "footnote"]
    for footnote in (p for p in pages.paragraphs if p.style == "footnote"):
        reading.leave(_("A footnote: a release prints none. Work it into the text."), footnote)
    paragraphs = pictures.place(reading, tables.unroll(reading, paragraphs))
    parts = sections.split(reading, paragraphs)
    shorts = organisations.know(reading, parts)
    people.collect(reading, [p.text for p in [*parts.body, *parts.photos, *parts.top]])
    top = headline.read(reading, parts.top)
    line = _dateline(reading, parts, top)
    document = _assemble(reading, parts, top, line, shorts)
    for paragraph in parts.furniture:
        end_mark.leave(reading, paragraph)
    for paragraph in parts.after:
        reading.leave(
            _("Text after the end of the release. Check whether it belongs somewhere."),
            paragraph,
        )
    _account(reading, pages.paragraphs)
    return document, sorted(reading.notes, key=lambda n: n.line or 0), reading.sources


def _about_the_text(reading: Reading, pages: Pages) -> None:
    text = "".join(p.text for p in pages.paragraphs)
    for line in pages.furniture:
        reading.leave(_("Page number or running head: not part of the text."), line)
    reading.notes.extend(pages.notes)
    if reading.chinese:
        simplified = sum(c in SIMPLIFIED for c in text)
        if simplified > sum(c in TRADITIONAL for c in text):
            reading.note(
                "guess",
                _("The text is in Simplified characters; it is stored as it is."),
            )


def _dateline(reading: Reading, parts: sections.Sections, top: headline.Top) -> Dateline:
    """The dateline of the lead, completed from a date alone and from the end of the page."""
    found, lead = None, None
    for index, paragraph in enumerate(parts.body[:2]):
        found = dateline.parse(paragraph.text)
        if found and paragraph.text[found.end :].strip():
            lead = paragraph
            parts.body[index] = paragraph.since(found.end)
            break
        found = None
        if (alone := dateline.alone(paragraph.text)) and index == 0:
            found, lead = alone, paragraph
            parts.body.pop(0)
            reading.take("dateline", paragraph)
            break
    city = found.city if found else ""
    date = found.date if found else None
    if found:
        _dateline_notes(reading, found, lead)
    if top.date:
        if city and top.date.city and city != top.date.city:
            message = _("The release prints two cities: %(one)s and %(other)s; the first is kept.")
            names = {"one": city, "other": top.date.city}
            reading.note("mismatch", message % names, top.date_paragraph, "dateline")
        city, date = (
            city or top.date.city,
            _agree(reading, date, top.date.date, top.date_paragraph),
        )
    for paragraph in parts.furniture:
        if stamp := end_mark.date_in(paragraph.text):
            if date is None:
                message = _("The date was taken from the end of the page.")
                reading.note("guess", message, paragraph, "dateline")
            date = _agree(reading, date, stamp, paragraph)
    if date is None:
        message = _no_date()
        reading.note(
            "missing",
            message,
            lead,
            "dateline",
            text=found.printed_date if found else "",
        )
    if not city:
        reading.note(
            "missing",
            _("No city was found in the dateline."),
            lead,
            "dateline",
            text="",
        )
    return Dateline(city=reading.text(city), date=date)


def _no_date() -> str:
    return _("The release prints no full date (no year is invented). Enter the date.")


def _dateline_notes(reading: Reading, found: dateline.Prefix, lead: Paragraph) -> None:
    if not found.sure:
        reading.note(
            "guess",
            _("Taken to be the city of the dateline."),
            lead,
            "dateline",
            text=found.city,
        )
    if re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.]\d{4}", found.printed_date):
        message = _(
            "Day and month of this date could be the other way round; the day is read first."
        )
        reading.note("guess", message, lead, "dateline", text=found.printed_date)
    for wire in found.wires:
        reading.note(
            "left_over",
            _("Name of a wire or reporter in the dateline."),
            lead,
            "dateline",
            text=wire,
        )


def _agree(
    reading: Reading,
    date: dt.date | None,
    other: dt.date | None,
    source: Paragraph | None,
):
    if date and other and date != other:
        message = _("The release prints two dates: %(one)s and %(other)s; the first is kept.")
        reading.note("mismatch", message % {"one": date, "other": other}, source, "dateline")
    return date or other


def _assemble(
    reading: Reading,
    parts: sections.Sections,
    top: headline.Top,
    line: Dateline,
    shorts,
) -> Document:
    points = key_points.read(reading, top.key_points)
    moment = None
    for paragraph in [*top.embargo, *parts.embargo]:
        if moment:
            reading.leave(_("The embargo is printed more than once."), paragraph)
            continue
        reading.take("embargo_until", paragraph)
        moment = embargo.read(reading, paragraph, line.date)
    if moment and line.date is None:
        day = timezone.localtime(moment).date()
        reading.notes = [n for n in reading.notes if (n.kind, n.message) != ("missing", _no_date())]
        reading.note("guess", _("The date was taken from the embargo."), None, "dateline")
        line = replace(line, date=day)
    abouts = boilerplates.read(reading, parts.abouts)
    blocks: list[Block] = body.read(reading, [*parts.shown_first, *parts.body])
    for heading, part in parts.headings:
        reading.take(part, heading)
    blocks += figures.read_all(reading, parts.photos)
    blocks, caption_quotes = _captions(reading, blocks, parts)
    captions = [
        p
        for p in [*parts.shown_first, *parts.body, *parts.photos]
        if reading.sources.get(p.line, "").startswith("fig")
    ]
    texts = [p for p in parts.body if p not in captions]
    signatories, witnesses = signing.read(reading, texts, captions)
    speakers = [block.speaker for block in blocks if isinstance(block, Quote)]
    issuers = organisations.read(
        reading, abouts, shorts, parts.body, signatories, speakers, top.headline
    )
    contacts = media_contacts.read(reading, parts.contacts)
    _nothing_missing(reading, blocks, contacts, abouts)
    return Document(
        slug=slug(reading, top.headline, line.date),
        languages=[reading.language],
        headline=reading.text(top.headline),
        sub_headline=reading.text(top.sub_headline),
        key_points=points,
        dateline=line,
        embargo_until=moment,
        organisations=issuers,
        body=blocks,
        caption_quotes=caption_quotes,
        signatories=signatories,
        witnesses=witnesses,
        notes_to_editors=notes_to_editors.read(reading, parts.notes),
        boilerplates=abouts,
        media_contacts=contacts,
    )


def _captions(reading: Reading, blocks: list[Block], parts: sections.Sections):
    said = [b for b in blocks if isinstance(b, Quote)]
    shown = [b for b in blocks if isinstance(b, Figure)]
    sources = {}
    for paragraph in [*parts.shown_first, *parts.body, *parts.photos]:
        sources.setdefault(reading.sources.get(paragraph.line), paragraph)
    carried, own = figures.carry_quotes(reading, shown, said, sources)
    by_key = {figure.key: figure for figure in carried}
    return [by_key.get(b.key, b) if isinstance(b, Figure) else b for b in blocks], own


def _nothing_missing(
    reading: Reading, blocks: list[Block], contacts, abouts: list[Boilerplate]
) -> None:
    if not any(not isinstance(b, Figure) for b in blocks):
        reading.note("missing", _("No body was found."), None, "body")
    if not contacts:
        reading.note("missing", _("No media contact was found."), None, "media_contacts")
    if not abouts:
        reading.note(
            "missing",
            _("No standing text about an organisation was found."),
            None,
            "boilerplates",
        )


def slug(reading: Reading, title: str, date: dt.date | None) -> str:
    words = "" if reading.chinese else slugify(title).strip("-_").replace("_", "-")
    if len(words) > 60:
        words = words[:61].rpartition("-")[0] or words[:60]
    words = re.sub(r"[^a-z0-9-]", "", words).strip("-")
    if re.fullmatch("[0-9]{4}", words):  # the address of a year's releases
        words = f"release-{words}"
    return words or (date.isoformat() if date else "release")


def _account(reading: Reading, paragraphs: list[Paragraph]) -> None:
    """Whatever no part has taken is said: nothing of the source vanishes."""
    for paragraph in paragraphs:
        missed = [line for line in paragraph.lines if line.number not in reading.sources]
        if missed:
            reading.leave(
                _("This text has no place in the release. Check whether it belongs somewhere."),
                *missed,
            )
