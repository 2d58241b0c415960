"""The public page of a release: what its template shows."""

import datetime as dt
import re
from functools import lru_cache
from html import escape

from django.utils import dateformat, timezone, translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from media_contacts.fields import display_phone
from releases.document import Document, person_key, schema, to_json
from releases.languages import DERIVED, is_chinese

from .picture import picture_files

# Abbreviations of time zones that have a name of their own in Chinese.
ZONES = (gettext_noop("HKT"), gettext_noop("CST"), gettext_noop("UTC"))


def render(document: Document, language: str) -> dict:
    """Return the context of ``releases/release_detail.html`` for one language of a document.

    Words that the document lacks in this language are left out; nothing is taken from another.
    """
    with translation.override(language):
        return _render(document, language)


def _render(document, language):
    figures = _figures(document, language)
    lead = next((figure for figure in figures.values() if figure["picture"]), None)
    return {
        "language": language,
        "languages": document.languages,
        "converted_from": DERIVED.get(language),
        "slug": document.slug,
        "headline": document.headline.get(language, ""),
        "sub_headline": document.sub_headline.get(language, ""),
        "key_points": _present(point.text.get(language) for point in document.key_points),
        "date": document.dateline.date,
        "printed_date": document.dateline.date and display_date(document.dateline.date, language),
        "lead_figure": lead,
        "body": _blocks(document.body, language, figures, lead, dateline(document, language)),
        "notes_to_editors": _blocks(document.notes_to_editors, language, figures, lead),
        "signatories": _people(document.signatories, language),
        "witnesses": _people(document.witnesses, language),
        "organisations": [
            organisation(o, language) for o in document.organisations if language in o.name
        ],
        "topics": [
            {"key": topic.record, "name": topic.name[language]}
            for topic in document.topics
            if language in topic.name
        ],
        "boilerplates": [
            boilerplate(b, language) for b in document.boilerplates if language in b.text
        ],
        "media_contacts": [
            media_contact(to_json(c), language)
            for c in document.media_contacts
            if language in c.name or language in c.organisation
        ],
    }


def dateline(document: Document, language: str) -> str:
    """Return the dateline as it is printed before the first words; empty where there is none."""
    city = document.dateline.city.get(language, "")
    date = document.dateline.date
    printed = [city] if city else []
    if date:
        printed.append(display_date(date, language))
    if not printed:
        return ""
    return f"（{'，'.join(printed)}）— " if is_chinese(language) else f"{', '.join(printed)} — "


@lru_cache(4096)
def display_date(date: dt.date, language: str) -> str:
    with translation.override(language):  # names of months
        return dateformat.format(date, "Y年n月j日" if is_chinese(language) else "j F Y")


def display_time(moment: dt.datetime, language: str) -> str:
    """Return a moment in the newsroom's time zone, which it names."""
    local = timezone.localtime(moment)
    date, clock, zone = (
        display_date(local.date(), language),
        dateformat.format(local, "H:i"),
        _(local.tzname()),
    )
    return f"{date} {clock}（{zone}）" if is_chinese(language) else f"{date}, {clock} {zone}"


def display_person(person: schema.Person, language: str) -> dict:
    """Return ``name`` with honorific and ``role``, each as the language prints them, and ``key``.

    ``role_phrases`` are the parts of the role between which a line may break.
    """
    name, honorific, job_title, organisation = (
        getattr(person, field).get(language, "")
        for field in ("name", "honorific", "job_title", "organisation")
    )
    if is_chinese(language):
        name, role = name and name + honorific, organisation + job_title
        phrases = _present((organisation, job_title))
    else:
        name, role = (
            name and f"{honorific} {name}".strip(),
            ", ".join(_present((job_title, organisation))),
        )
        phrases = _present((role,))
    return {"key": person_key(person), "name": name, "role": role, "role_phrases": phrases}


def organisation(part: schema.Organisation, language: str) -> dict:
    return {
        "key": part.record,
        "name": part.name.get(language, ""),
        "short_name": part.short_name.get(language, ""),
        "role": part.role,
        "website": part.website,
        "logo": part.logo and picture_files(to_json(part.logo)),
    }


def boilerplate(part: schema.Boilerplate, language: str) -> dict:
    """Return a boilerplate with its website, unless its words end in the address already."""
    text = part.text[language]
    return {
        "key": part.key,
        "organisation": part.organisation.get(language, ""),
        "paragraphs": _paragraphs(text),
        "website": "" if part.website.partition("://")[2].rstrip("/") in text else part.website,
    }


def media_contact(contact: dict, language: str) -> dict:
    """Return a media contact (as JSON) as it is printed, with the targets of its links."""
    return {
        "name": contact["name"].get(language, ""),
        "organisation": contact["organisation"].get(language, ""),
        "on_behalf_of": contact["on_behalf_of"].get(language, ""),
        "phones": [
            {
                "printed": _printed_phone(phone),
                # RFC 3966
                "tel": phone["number"]
                + (f";ext={phone['extension']}" if phone["extension"] else ""),
            }
            for phone in contact["phones"]
        ],
        "emails": contact["emails"],
    }


def _printed_phone(phone):
    number = display_phone({**phone, "extension": ""})
    if not phone["extension"]:
        return number
    return number + " " + _("ext. %(extension)s") % {"extension": phone["extension"]}


def _paragraphs(text):
    return _present(re.split(r"\n{2,}", text))


def _present(values):
    return [value for value in values if value]


def _people(participants, language):
    people = (display_person(participant.person, language) for participant in participants)
    return [person for person in people if person["name"]]


def numbered_figures(document: Document) -> list[tuple[int, schema.Figure]]:
    """Return every figure that has something to show, with its number: the same in every language."""
    shown = (figure for figure in document.figures() if figure.picture or figure.caption)
    return list(enumerate(shown, start=1))


def figure(part: schema.Figure, number: int, language: str) -> dict:
    """Return a figure as it is printed: label, caption, people, credit, and its picture's files."""
    return {
        "kind": "figure",
        "key": part.key,
        "number": number,
        "label": _("Photo %(number)d") % {"number": number},
        "picture": part.picture and picture_files(to_json(part.picture), to_json(part.focal_point)),
        "alt_text": part.alt_text.get(language, ""),
        "caption": part.caption.get(language, ""),
        "credit": part.credit.get(language, ""),
        "usage_terms": part.usage_terms.get(language, ""),
        "people": [
            {"name": p.name[language], "position": p.position.get(language, "")}
            for p in part.people
            if language in p.name
        ],
    }


def _figures(document, language):
    """Every figure that has something to show in this language, by key."""
    return {
        part.key: figure(part, number, language)
        for number, part in numbered_figures(document)
        if part.picture or language in part.caption
    }


def _blocks(blocks, language, figures, lead, first_words=""):
    """The blocks of a region in order; the lead figure stands at the top of the page instead."""
    shown = [block for block in (_block(b, language, figures) for b in blocks) if block]
    shown = [block for block in shown if block is not lead]
    if first_words:
        prefix = f'<span class="dateline">{escape(first_words)}</span>'
        first = shown[0] if shown else None
        if first and first["kind"] == "text" and first["html"].startswith("<p>"):
            first["html"] = mark_safe(f"<p>{prefix}{first['html'].removeprefix('<p>')}")
        elif first and first["kind"] == "quote":
            first["dateline"] = first_words
        else:
            shown.insert(
                0, {"kind": "text", "key": "dateline", "html": mark_safe(f"<p>{prefix}</p>")}
            )
    return shown


def _block(block, language, figures):
    match block:
        case schema.TextBlock() if language in block.html:
            # Clean by the rules of rich_text: checked when the document was read.
            return {"kind": "text", "key": block.key, "html": mark_safe(block.html[language])}
        case schema.Subheading() if language in block.text:
            return {"kind": "subheading", "key": block.key, "text": block.text[language]}
        case schema.Figure():
            return figures.get(block.key)
        case schema.Quote() if schema.printed_quote(block, language):
            words = schema.replace(block, lead_in={}, follow_on={})
            return {
                "kind": "quote",
                "key": block.key,
                "lead_in": block.lead_in.get(language, ""),
                "paragraphs": _paragraphs(schema.printed_quote(words, language)),
                "follow_on": block.follow_on.get(language, ""),
                "speaker": display_person(block.speaker, language),
            }
    return None
