"""A release as plain text, to copy: whole, and its quotes and captions one by one."""

import re

from django.utils import translation
from django.utils.translation import gettext as _

from releases import rich_text
from releases.document import Document, schema
from releases.languages import is_chinese

from . import web_page


def render(document: Document, language: str) -> dict:
    """Return ``whole``, the release in the order in which it is printed, and ``quotes`` and
    ``captions``: each with the key of its part and its text."""
    with translation.override(language):
        figures = [
            web_page.figure(part, number, language)
            for number, part in web_page.numbered_figures(document)
        ]
        return {
            "headline": document.headline.get(language, ""),
            "whole": _joined(_whole(document, language)),
            "quotes": [
                {"key": quote.key, "text": quote_text(quote, language)}
                for quote in document.quotes()
                if language in quote.words
            ],
            "captions": [
                {"key": figure["key"], "label": figure["label"], "text": figure["caption"]}
                for figure in figures
                if figure["caption"]
            ],
        }


def quote_text(quote: schema.Quote, language: str) -> str:
    """The words in their marks, then who said them."""
    speaker = web_page.display_person(quote.speaker, language)
    dash, comma = ("——", "，") if is_chinese(language) else ("— ", ", ")
    said_by = comma.join(part for part in (speaker["name"], speaker["role"]) if part)
    words = schema.printed_words(quote, language)
    return f"{words}\n{dash}{said_by}" if said_by else words


def _whole(document, language):
    def words(text):
        return text.get(language, "")

    yield words(document.headline)
    yield words(document.sub_headline)
    yield "\n".join(f"• {words(point.text)}" for point in document.key_points if words(point.text))
    yield from _body(document, language)
    for title, people in (
        (_("Signed by"), document.signatories),
        (_("Witnessed by"), document.witnesses),
    ):
        yield _section(title, [_person(p.person, language) for p in people], "\n")
    notes = [_block(b, document, language) for b in document.notes_to_editors]
    yield _section(_("Notes to editors"), notes, "\n\n")
    for part in (part for part in document.boilerplates if language in part.text):
        title = _("About %(organisation)s") % {"organisation": words(part.organisation)}
        shown = web_page.boilerplate(part, language)
        yield _section(title, [*shown["paragraphs"], shown["website"]], "\n\n")
    contacts = [
        _contact(web_page.media_contact(schema.to_json(c), language))
        for c in document.media_contacts
    ]
    yield _section(_("Media contacts"), contacts, "\n\n")


def _body(document, language):
    """The blocks in order; the dateline stands before the first words that are no caption."""
    dateline = web_page.dateline(document, language)
    for block in document.body:
        text = _block(block, document, language)
        if text and isinstance(block, schema.TextBlock | schema.Quote):
            text, dateline = dateline + text, ""
        yield text
    yield dateline.strip()  # a body of pictures alone


def _block(block, document, language):
    match block:
        case schema.TextBlock():
            return _paragraphs_of(block.html.get(language, ""))
        case schema.Quote():
            return schema.printed_quote(block, language)
        case schema.Subheading():
            return block.text.get(language, "")
        case schema.Figure():
            number = next((n for n, f in web_page.numbered_figures(document) if f is block), None)
            return number and _caption(web_page.figure(block, number, language))
    return ""


def _paragraphs_of(html):
    """The words of rich text; list items keep their marks, paragraphs a blank line between them."""
    html = re.sub(r"<li>(<p>)?", "• ", html)
    html = re.sub(r"(</p>)?</li>", "<br>", html)
    paragraphs = re.split(r"</p>|</ul>|</ol>", html)
    return _joined(rich_text.to_plain(paragraph) for paragraph in paragraphs)


def _caption(figure):
    if not figure["caption"]:
        return ""
    colon = _("%(label)s: %(caption)s")
    return colon % {"label": figure["label"], "caption": figure["caption"]}


def _person(person, language):
    shown = web_page.display_person(person, language)
    return "\n".join(part for part in (shown["name"], shown["role"]) if part)


def _contact(contact):
    lines = [
        contact["name"],
        contact["organisation"],
        *(phone["printed"] for phone in contact["phones"]),
        *contact["emails"],
    ]
    return (
        "\n".join(line for line in lines if line)
        if contact["name"] or contact["organisation"]
        else ""
    )


def _section(title, parts, between):
    text = between.join(part for part in parts if part)
    return f"{title}\n\n{text}" if text else ""


def _joined(parts):
    return "\n\n".join(part for part in parts if part)
