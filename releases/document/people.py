"""The people of a document: who speaks, signs, witnesses and is in the picture."""

from dataclasses import dataclass, field

from . import schema
from .digest import digest


@dataclass
class Appearance:
    """One person in one document. ``parts`` are of “speaker”, “signatory”, “witness” and “picture”."""

    person: schema.Person
    parts: list[str] = field(default_factory=list)
    quotes: list[schema.Quote] = field(default_factory=list)


def person_key(person: schema.Person) -> str | None:
    """Return what tells the same person in two documents: the key of the standing record, or else
    one made of name and organisation. None for nobody."""
    if person.record:
        return person.record
    if not person.name:
        return None
    return digest([_first(person.name), _first(person.organisation)])[:20]


def appearances(document: schema.Document) -> dict[str, Appearance]:
    """Return who appears in a document, by ``person_key``, in the order of their first appearance.

    A person who is only in a picture and has no standing record is not told from a namesake and is
    left out.
    """
    found = {}

    def note(person, part):
        key = person_key(person)
        if key is None:
            return None
        appearance = found.setdefault(key, Appearance(person))
        if part not in appearance.parts:
            appearance.parts.append(part)
        return appearance

    for quote in document.quotes():
        appearance = note(quote.speaker, "speaker")
        if appearance:
            appearance.quotes.append(quote)
    for part, participants in (
        ("signatory", document.signatories),
        ("witness", document.witnesses),
    ):
        for participant in participants:
            note(participant.person, part)
    for figure in document.figures():
        for shown in figure.people:
            namesakes = (key for key, a in found.items() if a.person.name == shown.name)
            key = shown.record or next(namesakes, None)
            if key is None:
                continue
            person = found[key].person if key in found else _known_by_name(shown)
            note(schema.replace(person, record=key), "picture")
    return found


def _known_by_name(shown):
    return schema.Person(record=shown.record, name=shown.name)


def _first(text):
    """Words in one language, the same whatever else the document is written in."""
    return next(iter(schema.written(text).values()), "")
