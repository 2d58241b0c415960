"""The sample newsroom, printed as press offices print releases, is read back word for word."""

import datetime as dt

import pytest

from media_contacts.fields import display_phone
from newsroom import sample
from releases import rich_text
from releases.document import from_json, schema, to_json
from releases.languages import WRITTEN
from releases.outputs.web_page import dateline
from tests.importing.helpers import import_plain_text

TODAY = dt.date(2026, 11, 20)
NUMERALS = "一二三四五六七八九十"
WORDS = {
    "zh-hant": {
        "photo": "圖{}：",
        "end": "完",
        "about": "關於{}",
        "contacts": "傳媒查詢：",
        "tel": "電話：{}",
        "email": "電郵：{}",
    },
    "en": {
        "photo": "Photo {}: ",
        "end": "ENDS",
        "about": "About {}",
        "contacts": "Media enquiries:",
        "tel": "Tel: {}",
        "email": "Email: {}",
    },
}


def releases():
    for entry, raw in sample.releases(TODAY):
        document = from_json(
            sample.with_pictures(raw, lambda name: {"sha256": "a" * 64, "width": 9, "height": 9})
        )
        for language in document.languages:
            if entry["state"] != "draft" and language in WRITTEN:
                yield pytest.param(document, language, id=f"{document.slug} in {language}")


def paragraphs(blocks, language):
    for block in blocks:
        match block:
            case schema.TextBlock():
                yield from filter(None, rich_text.to_plain(block.html[language]).split("\n"))
            case schema.Quote():
                yield schema.printed_quote(block, language)
            case schema.Subheading():
                yield block.text[language]


def printed(document, language):
    words = WORDS[language]
    first, *others = paragraphs(document.body, language)
    blocks = [document.headline[language], document.sub_headline[language]]
    blocks.append("\n".join(f"• {point.text[language]}" for point in document.key_points))
    blocks += [dateline(document, language) + first, *others]
    for number, figure in enumerate(document.figures()):
        label = NUMERALS[number] if language == "zh-hant" else number + 1
        blocks.append(words["photo"].format(label) + figure.caption[language])
    blocks.append(words["end"])
    for boilerplate in document.boilerplates:
        blocks += [words["about"].format(boilerplate.organisation[language])]
        blocks += [boilerplate.text[language]]
    blocks.append(words["contacts"])
    for contact in document.media_contacts:
        lines = [contact.organisation[language], contact.name[language]]
        lines += [words["tel"].format(display_phone(to_json(p))) for p in contact.phones]
        lines += [words["email"].format(address) for address in contact.emails]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


@pytest.mark.parametrize(("document", "language"), list(releases()))
def test_a_printed_release_is_read_back(document, language):
    read = import_plain_text(printed(document, language).encode()).document

    def said(parts, field):
        return [getattr(part, field).get(language) for part in parts]

    def people(parts):
        return said([part.person for part in parts], "name")

    def quotes(of):
        return [block for block in of.body if isinstance(block, schema.Quote)]

    assert read.headline == {language: document.headline[language]}
    assert read.sub_headline == {language: document.sub_headline[language]}
    assert read.dateline.date == document.dateline.date
    assert said(read.key_points, "text") == said(document.key_points, "text")
    assert list(paragraphs(read.body, language)) == list(paragraphs(document.body, language))
    assert said(quotes(read), "words") == said(quotes(document), "words")
    assert said([q.speaker for q in quotes(read)], "name") == said(
        [q.speaker for q in quotes(document)], "name"
    )
    assert said(read.figures(), "caption") == said(document.figures(), "caption")
    assert people(read.signatories) == people(document.signatories)
    assert people(read.witnesses) == people(document.witnesses)
    assert said(read.boilerplates, "organisation") == said(document.boilerplates, "organisation")
    assert said(read.boilerplates, "text") == said(document.boilerplates, "text")
    for field in ("name", "organisation"):
        assert said(read.media_contacts, field) == said(document.media_contacts, field)
    assert [c.phones for c in read.media_contacts] == [c.phones for c in document.media_contacts]
    assert [c.emails for c in read.media_contacts] == [c.emails for c in document.media_contacts]
