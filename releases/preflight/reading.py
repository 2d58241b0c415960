"""A document as the checks read it: its passages in the order of print, its people, its languages."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from releases import rich_text
from releases.document import schema
from releases.document.schema import Document
from releases.languages import WRITTEN

from .findings import Found, Place

PROSE = {
    "headline",
    "sub_headline",
    "key_point",
    "text",
    "subheading",
    "quote",
    "caption",
    "alt_text",
    "boilerplate",
}
"""Kinds of passages that are read as sentences; the others are names and the like."""


@dataclass(frozen=True)
class Passage:
    """Words in one language in one place, as they are printed: plain text, paragraphs on lines of their own.

    ``kind`` is one of PROSE, or ``name``, ``job_title``, ``organisation``, ``city``, ``credit`` …
    """

    place: Place
    kind: str
    text: str

    @property
    def language(self) -> str:
        return self.place.language

    def found(self, excerpt: str, message: str, *also: "Passage") -> Found:
        """Say what was found here; ``also`` are passages that it was compared with."""
        return Found(self.place, excerpt, message, (self.text, *(other.text for other in also)))


class Mention(NamedTuple):
    """A person in one role: “speaker”, “signatory”, “witness”. ``part`` is the key of the quote, or of the row."""

    person: schema.Person
    role: str
    part: str


class Hint(NamedTuple):
    """What the source of an import printed, where the import put it right: ``kind`` says what (see
    ``importing.notes``), ``part`` is the key of the part, ``source`` the words as they were printed."""

    kind: str
    part: str
    source: str


def hints_of(notes: Iterable) -> tuple[Hint, ...]:
    """The hints among the notes of an import (``importing.notes.Note``)."""
    return tuple(Hint(note.hint, note.part, note.source) for note in notes if note.hint)


class Term(NamedTuple):
    """What something is called in both languages, and what it is: “term”, “organisation”, “person”."""

    zh_hant: str
    en: str
    kind: str


class StandingBoilerplate(NamedTuple):
    """A boilerplate on record, and the newest of its organisation that is in force."""

    in_force_from: dt.date
    newest: str
    newest_from: dt.date


@dataclass(frozen=True)
class Standing:
    """What the newsroom knows besides the document. A file that is checked alone has only hints."""

    terms: tuple[Term, ...] = ()
    boilerplates: dict[str, StandingBoilerplate] = field(default_factory=dict)
    """By the key of the record."""
    stale: tuple[Place, ...] = ()
    """Translations whose source has changed since."""
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One document and what is known besides. ``today`` is the day in the newsroom's zone."""

    document: Document
    today: dt.date
    standing: Standing = Standing()

    @cached_property
    def languages(self) -> list[str]:
        """The written languages that the release goes out in; words in another one are not read."""
        return [code for code in WRITTEN if code in self.document.languages]

    @cached_property
    def passages(self) -> list[Passage]:
        """Every passage that has words, in the order of print."""
        return [
            Passage(Place(part, name, language), kind, text[language])
            for part, name, kind, text in _texts(self.document)
            for language in self.languages
            if text.get(language, "").strip()
        ]

    def prose(self, language: str) -> list[Passage]:
        """The passages in one language that are read as sentences."""
        return [p for p in self.passages if p.language == language and p.kind in PROSE]

    def names(self, language: str) -> list[Passage]:
        """The other passages in one language."""
        return [p for p in self.passages if p.language == language and p.kind not in PROSE]

    @cached_property
    def pairs(self) -> list[tuple[Passage, Passage]]:
        """What stands in the same place in Chinese and in English, in this order."""
        english = {p.place[:2]: p for p in self.passages if p.language == "en"}
        return [
            (passage, english[passage.place[:2]])
            for passage in self.passages
            if passage.language == "zh-hant" and passage.place[:2] in english
        ]

    @cached_property
    def people(self) -> list[Mention]:
        """Speakers, signatories and witnesses who are named, in this order."""
        document = self.document
        mentions = [
            *(Mention(quote.speaker, "speaker", quote.key) for quote in document.quotes()),
            *(Mention(row.person, "signatory", row.key) for row in document.signatories),
            *(Mention(row.person, "witness", row.key) for row in document.witnesses),
        ]
        return [mention for mention in mentions if mention.person.name]

    def passage(self, part: str, name: str, language: str) -> Passage | None:
        """What stands in one place, or None."""
        return self._by_place.get(Place(part, name, language))

    @cached_property
    def _by_place(self):
        return {passage.place: passage for passage in self.passages}

    def order(self, place: Place) -> int:
        """Where a place comes in print, for sorting; what is missing comes with its part."""
        return self._order.get(place.part or place.field, -1)

    @cached_property
    def _order(self):
        found = {}
        for number, (part, name, _kind, _text) in enumerate(_texts(self.document)):
            found.setdefault(part or name, number)
        return found


def _texts(document: Document) -> Iterator[tuple[str, str, str, schema.Text]]:
    """Part, field, kind and words of everything that is printed."""
    yield "", "headline", "headline", document.headline
    yield "", "sub_headline", "sub_headline", document.sub_headline
    for point in document.key_points:
        yield point.key, "text", "key_point", point.text
    yield "", "dateline_city", "city", document.dateline.city
    for organisation in document.organisations:
        yield organisation.key, "name", "organisation", organisation.name
        yield organisation.key, "short_name", "organisation", organisation.short_name
    for block in (*document.body, *document.caption_quotes):
        yield from _block(block)
    for row in (*document.signatories, *document.witnesses):
        yield from _person(row.key, row.person)
    for block in document.notes_to_editors:
        yield from _block(block)
    for boilerplate in document.boilerplates:
        yield boilerplate.key, "organisation", "organisation", boilerplate.organisation
        yield boilerplate.key, "text", "boilerplate", boilerplate.text
    for contact in document.media_contacts:
        yield contact.key, "organisation", "organisation", contact.organisation
        yield contact.key, "on_behalf_of", "organisation", contact.on_behalf_of
        yield contact.key, "name", "name", contact.name


def _block(block):
    match block:
        case schema.TextBlock():
            plain = {code: rich_text.to_plain(html) for code, html in block.html.items()}
            yield block.key, "html", "text", plain
        case schema.Subheading():
            yield block.key, "text", "subheading", block.text
        case schema.Quote():
            printed = {code: schema.printed_quote(block, code) for code in WRITTEN}
            yield block.key, "printed", "quote", printed
            yield from _person(block.key, block.speaker)
        case schema.Figure():
            yield block.key, "caption", "caption", block.caption
            yield block.key, "alt_text", "alt_text", block.alt_text
            yield block.key, "credit", "credit", block.credit
            yield block.key, "usage_terms", "usage_terms", block.usage_terms
            for person in block.people:
                yield person.key, "name", "name", person.name
                yield person.key, "position", "position", person.position


def _person(key, person):
    yield key, "name", "name", person.name
    yield key, "job_title", "job_title", person.job_title
    yield key, "organisation", "organisation", person.organisation
