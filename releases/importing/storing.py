"""Storing: what was read from a file → a draft, with the standing records it names."""

import unicodedata

from django.db import transaction
from django.utils import timezone

from media_contacts.models import MediaContact
from partners.models import Boilerplate, Organisation, Spokesperson
from releases.document import Document, apply, schema
from releases.document.mapping import columns, text
from releases.languages import DERIVED, all_languages
from releases.models import Release


@transaction.atomic
def store(document: Document, *, by=None, internal_notes: str = "") -> Release:
    """Store a draft. People, organisations, boilerplates and contacts that exist already are
    matched; the others become records. Existing records are never changed.
    """
    records = _Records(document)
    document = schema.replace(
        document,
        slug=_free_slug(document.slug),
        languages=_with_derived(document.languages),
        organisations=[
            schema.replace(o, record=records.organisation(o.name, o).key)
            for o in document.organisations
        ],
        signatories=[
            schema.replace(s, person=records.person(s.person)) for s in document.signatories
        ],
        witnesses=[schema.replace(w, person=records.person(w.person)) for w in document.witnesses],
        body=[records.block(block) for block in document.body],
        notes_to_editors=[records.block(block) for block in document.notes_to_editors],
        caption_quotes=[records.block(block) for block in document.caption_quotes],
        boilerplates=[records.boilerplate(b) for b in document.boilerplates],
        media_contacts=[records.media_contact(c) for c in document.media_contacts],
    )
    release = apply(document)
    release.created_by = by
    release.internal_notes = internal_notes
    release.save(update_fields=["created_by", "internal_notes"])
    return release


def _with_derived(languages):
    """And those that the newsroom makes of them."""
    made = [code for code in all_languages() if DERIVED.get(code) in languages]
    return [*languages, *(code for code in made if code not in languages)]


def _free_slug(slug):
    taken = set(Release.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    free, number = slug, 2
    while free in taken:
        free, number = f"{slug[:90].rstrip('-')}-{number}", number + 1
    return free


def _folded(words):
    """A name for comparing: compatibility forms, case and spaces do not tell two apart."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def _same(one, other):
    """Whether two Texts name the same thing: equal in a language that both have."""
    return any(
        _folded(one[language]) == _folded(other[language]) for language in one if language in other
    )


class _Records:
    """The standing records that a document names: found, or made when first met."""

    def __init__(self, document):
        self.document = document
        self.organisations = list(Organisation.objects.all())
        self.people = list(Spokesperson.objects.all())
        self.contacts = list(MediaContact.objects.all())

    def organisation(self, name, part=None):
        for record in self.organisations:
            if _same(name, text(record, "name")) or _same(name, text(record, "short_name")):
                return record
        values = columns(name=_cut(name, Organisation, "name"))
        if part:
            values |= columns(short_name=_cut(part.short_name, Organisation, "short_name"))
            fits = len(part.website) <= Organisation._meta.get_field("website").max_length
            values |= {"role": part.role, "website": part.website if fits else ""}
        record = Organisation.objects.create(**values)
        self.organisations.append(record)
        return record

    def person(self, person):
        if not person.name:
            return person
        if not person.organisation:
            return person  # the name alone does not say who it is
        organisation = self.organisation(person.organisation)
        for record in self.people:
            if record.organisation_id == organisation.pk and _same(
                person.name, text(record, "name")
            ):
                return schema.replace(person, record=record.key)
        fields = {field: getattr(person, field) for field in ("name", "honorific", "job_title")}
        record = Spokesperson.objects.create(
            organisation=organisation,
            **columns(
                **{field: _cut(words, Spokesperson, field) for field, words in fields.items()}
            ),
        )
        self.people.append(record)
        return schema.replace(person, record=record.key)

    def block(self, block):
        match block:
            case schema.Quote():
                return schema.replace(block, speaker=self.person(block.speaker))
            case schema.Figure():
                return schema.replace(
                    block, people=[self._known(person) for person in block.people]
                )
        return block

    def _known(self, person):
        for record in self.people:
            if _same(person.name, text(record, "name")):
                return schema.replace(person, record=record.key)
        return person

    def boilerplate(self, part):
        if not part.organisation:
            return part
        organisation = self.organisation(part.organisation)
        for record in organisation.boilerplates.all():
            if _same(part.text, text(record, "text")):
                return schema.replace(part, record=record.key)
        day = self.document.dateline.date or timezone.localdate()
        if organisation.boilerplates.filter(in_force_from=day).exists():
            return part  # another text is in force from that day: a person must choose
        record = Boilerplate.objects.create(
            organisation=organisation, in_force_from=day, **columns(text=part.text)
        )
        return schema.replace(part, record=record.key)

    def media_contact(self, part):
        for record in self.contacts:
            same_address = {e.casefold() for e in record.emails} & {
                e.casefold() for e in part.emails
            }
            if same_address or (
                _same(part.name, text(record, "name"))
                and (_same(part.organisation, self._employer(record)))
            ):
                return schema.replace(part, record=record.key)
        own = next(
            (o for o in self.organisations if _same(part.organisation, text(o, "name"))), None
        )
        on_behalf_of = own or (self.organisation(part.on_behalf_of) if part.on_behalf_of else None)
        record = MediaContact.objects.create(
            on_behalf_of=on_behalf_of,
            phones=schema.to_json(part.phones),
            emails=list(part.emails),
            **columns(
                name=_cut(part.name, MediaContact, "name"),
                agency={} if own else _cut(part.organisation, MediaContact, "agency"),
            ),
        )
        self.contacts.append(record)
        return schema.replace(part, record=record.key)

    def _employer(self, record):
        return text(record, "agency") or (
            text(record.on_behalf_of, "name") if record.on_behalf_of else {}
        )


def _cut(words, model, field):
    """Words as long as the record's column allows; the release keeps them whole."""
    limit = model._meta.get_field(field).max_length
    return {language: value[:limit] for language, value in words.items()}
