"""Matching: which standing records a document names already, and which would be new."""

import dataclasses
import re
import unicodedata
from typing import Literal
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from media_contacts.models import MediaContact
from partners.models import Boilerplate, Organisation, Spokesperson
from releases.document import Document, schema
from releases.document.mapping import text

Kind = Literal["organisation", "person", "boilerplate", "media_contact"]
# What a part becomes where it is matched with no record.
NEW, NONE = "new", "none"

MODELS = {
    "organisation": Organisation,
    "person": Spokesperson,
    "boilerplate": Boilerplate,
    "media_contact": MediaContact,
}


@dataclasses.dataclass(frozen=True)
class Candidate:
    """A record that a part may be. ``is_sure``: nobody has to be asked."""

    key: str
    label: str
    why: str
    is_sure: bool = False


@dataclasses.dataclass(frozen=True)
class Match:
    """What one part may become: ``part`` is its key (of a person: the first part it appears in)."""

    part: str
    kind: Kind
    candidates: list[Candidate]
    default: str
    may_be_new: bool = True

    @property
    def options(self) -> list[str]:
        return [*(c.key for c in self.candidates), *([NEW] if self.may_be_new else []), NONE]

    def choose(self, choice: str | None) -> str:
        """``choice``, if it is one of the options, else the default."""
        return choice if choice in self.options else self.default

    def without_new(self) -> "Match":
        """For somebody who may not add records of the kind."""
        default = NONE if self.default == NEW else self.default
        return dataclasses.replace(self, default=default, may_be_new=False)


@dataclasses.dataclass(frozen=True)
class Individual:
    """One person of a document, as a whole and as each quote, signatory and witness prints it (by
    the key of the part)."""

    person: schema.Person
    printed: dict[str, schema.Person]

    @property
    def part(self) -> str:
        return next(iter(self.printed))


def individuals(document: Document) -> list[Individual]:
    """Everybody who speaks, signs or witnesses, in the order of appearance; one name is one person."""
    found: list[Individual] = []
    named = [(q.key, q.speaker) for q in document.quotes() if q.speaker != schema.Person()]
    named += [(p.key, p.person) for p in (*document.signatories, *document.witnesses)]
    for key, person in named:
        for index, other in enumerate(found):
            if same(other.person.name, person.name):
                whole = _joined(other.person, person)
                found[index] = Individual(whole, {**other.printed, key: person})
                break
        else:
            found.append(Individual(person, {key: person}))
    return found


def _joined(one: schema.Person, other: schema.Person) -> schema.Person:
    return schema.Person(
        record=one.record or other.record,
        **{
            field: {**getattr(other, field), **getattr(one, field)}
            for field in ("name", "honorific", "job_title", "organisation")
        },
    )


def matches(document: Document, records: "Records | None" = None) -> dict[str, Match]:
    """Return what every organisation, person, boilerplate and contact may be, by the part's key."""
    records = records or Records()
    found = [records.organisation(part) for part in document.organisations]
    found += [records.person(individual) for individual in individuals(document)]
    found += [records.boilerplate(part) for part in document.boilerplates]
    found += [records.media_contact(part) for part in document.media_contacts]
    return {match.part: match for match in found}


def folded(words: str) -> str:
    """A name for comparing: compatibility forms, case and spaces do not tell two apart."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def same(one: schema.Text, other: schema.Text) -> bool:
    """Whether two Texts name the same thing: equal in a language that both have."""
    return any(folded(one[lang]) == folded(other[lang]) for lang in one if lang in other)


class Records:
    """The standing records, as they are now."""

    def __init__(self):
        self.organisations = list(Organisation.objects.all())
        self.people = list(Spokesperson.objects.select_related("organisation"))
        self.boilerplates = list(Boilerplate.objects.select_related("organisation"))
        self.contacts = list(MediaContact.objects.select_related("on_behalf_of"))

    def organisation_named(self, name: schema.Text) -> Organisation | None:
        return next(
            (
                record
                for record in self.organisations
                if same(name, text(record, "name")) or same(name, text(record, "short_name"))
            ),
            None,
        )

    def organisation(self, part: schema.Organisation) -> Match:
        candidates = []
        for record in self.organisations:
            if same(part.name, text(record, "name")) or same(part.name, text(record, "short_name")):
                candidates.append(_candidate(record, _("the same name"), is_sure=True))
            elif _host(part.website) and _host(part.website) == _host(record.website):
                candidates.append(_candidate(record, _("the same website")))
        return _match(part.key, "organisation", candidates, NEW if part.name else NONE)

    def person(self, individual: Individual) -> Match:
        person, candidates = individual.person, []
        employer = self.organisation_named(person.organisation)
        for record in self.people:
            if not same(person.name, text(record, "name")):
                continue
            if record.organisation == employer:
                candidates.append(
                    _candidate(record, _("the same name and organisation"), is_sure=True)
                )
            else:
                candidates.append(_candidate(record, _("the same name, another organisation")))
        # The name alone does not say who it is.
        default = NEW if person.name and person.organisation else NONE
        return _match(individual.part, "person", candidates, default)

    def boilerplate(self, part: schema.Boilerplate) -> Match:
        organisation = self.organisation_named(part.organisation)
        candidates = [
            _candidate(record, _("the same text"), is_sure=True)
            for record in self.boilerplates
            if record.organisation == organisation and same(part.text, text(record, "text"))
        ]
        # Beside an earlier text a person decides whether this one is the next, or this release's own.
        earlier = any(record.organisation == organisation for record in self.boilerplates)
        default = NONE if earlier or not part.organisation else NEW
        return _match(part.key, "boilerplate", candidates, default)

    def media_contact(self, part: schema.MediaContact) -> Match:
        candidates = []
        emails = {email.casefold() for email in part.emails}
        numbers = {phone.number for phone in part.phones}
        for record in self.contacts:
            employer = text(record, "agency") or (
                text(record.on_behalf_of, "name") if record.on_behalf_of else {}
            )
            if emails & {email.casefold() for email in record.emails}:
                candidates.append(_candidate(record, _("the same e-mail address"), is_sure=True))
            elif same(part.name, text(record, "name")) and same(part.organisation, employer):
                candidates.append(
                    _candidate(record, _("the same name and organisation"), is_sure=True)
                )
            elif same(part.name, text(record, "name")):
                candidates.append(_candidate(record, _("the same name, another organisation")))
            elif numbers & {phone["number"] for phone in record.phones}:
                candidates.append(_candidate(record, _("the same telephone number")))
        default = NEW if part.organisation or part.on_behalf_of else NONE
        return _match(part.key, "media_contact", candidates, default)


def _candidate(record, why, is_sure=False):
    return Candidate(record.key, str(record), why, is_sure)


def _match(part, kind, candidates, default):
    candidates.sort(key=lambda c: not c.is_sure)
    sure = candidates[:1] if candidates and candidates[0].is_sure else []
    return Match(part, kind, candidates, sure[0].key if sure else default)


def _host(website: str) -> str:
    return re.sub(r"^www\.", "", urlsplit(website).hostname or "")
