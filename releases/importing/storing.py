"""Storing: what was read from files → a draft, with the standing records it names."""

from collections.abc import Callable, Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from media_contacts.models import MediaContact
from partners.models import Boilerplate, Organisation, Spokesperson
from pictures import store as pictures
from releases import drafting
from releases.document import Document, schema
from releases.document.mapping import columns, text
from releases.languages import DERIVED, all_languages
from releases.models import Release

from .matching import Individual, Records, individuals, matches, same
from .notes import Note


def with_stored_pictures(
    document: Document, data_of: Callable[[str], bytes], *, by=None
) -> Document:
    """Put the pictures of imported files into the picture store; return the document with them as
    they are stored.

    ``data_of`` returns the bytes of a picture by the SHA-256 that the document names. Raises
    PictureRefused, which names the caption.
    """
    stored = {}
    for figure in document.figures():
        if figure.picture is None or figure.picture.sha256 in stored:
            continue
        name = next(iter(figure.caption.values()), "") or document.slug
        try:
            row = pictures.add(data_of(figure.picture.sha256), name=name, by=by)
        except pictures.PictureRefused as refusal:
            message = _("The picture of “%(caption)s” cannot be stored: %(reason)s")
            raise pictures.PictureRefused(
                message % {"caption": name, "reason": refusal}
            ) from refusal
        stored[figure.picture.sha256] = schema.Picture(
            sha256=row.sha256, width=row.width, height=row.height
        )

    def with_stored(block):
        if isinstance(block, schema.Figure) and block.picture:
            return schema.replace(block, picture=stored[block.picture.sha256])
        return block

    return schema.replace(
        document,
        body=[with_stored(block) for block in document.body],
        notes_to_editors=[with_stored(block) for block in document.notes_to_editors],
    )


@transaction.atomic
def store(
    document: Document,
    *,
    notes: Sequence[Note] = (),
    by=None,
    choices: Mapping[str, str] | None = None,
    internal_notes="",
) -> Release:
    """Store a draft.

    Of the import's ``notes`` the draft remembers what the source printed otherwise. ``choices`` says for the parts of ``matching.matches`` which record they are, by its key, or
    “new” or “none”; what is not said is matched where that is sure and else becomes a record.
    Existing records are never changed. Raises what ``drafting.save`` raises; then nothing is written.
    """
    choice = _Choice(document, choices or {})
    document = schema.replace(
        document,
        slug=Release.objects.free_slug(document.slug),
        languages=_with_derived(document.languages),
        organisations=choice.organisations,
        signatories=[choice.participant(s) for s in document.signatories],
        witnesses=[choice.participant(w) for w in document.witnesses],
        body=[choice.block(block) for block in document.body],
        notes_to_editors=[choice.block(block) for block in document.notes_to_editors],
        caption_quotes=[choice.block(block) for block in document.caption_quotes],
        boilerplates=[choice.boilerplate(b) for b in document.boilerplates],
        media_contacts=[choice.media_contact(c) for c in document.media_contacts],
    )
    release = drafting.save(
        document=document,
        by=by,
        internal_notes=internal_notes,
        source_language=next(iter(document.languages), ""),
    )
    release.source_hints = [
        {"kind": note.hint, "part": note.part, "source": note.source}
        for note in notes
        if note.hint and note.part
    ]
    release.save(update_fields=["source_hints"])
    return release


def _with_derived(languages):
    """And those that the newsroom makes of them."""
    made = [code for code in all_languages() if DERIVED.get(code) in languages]
    return [*languages, *(code for code in made if code not in languages)]


class _Choice:
    """Turns the parts of a document into parts that name their records; makes the new ones."""

    def __init__(self, document: Document, choices: Mapping[str, str]):
        self.records = Records()
        self.day = document.dateline.date or timezone.localdate()
        self.chosen = {
            part: match.choose(choices.get(part))
            for part, match in matches(document, self.records).items()
        }
        self.organisations = [self._chosen(o, self._organisation) for o in document.organisations]
        self.people = self._people(individuals(document))

    def _chosen(self, part, make, value=None):
        """The part, or the value it has, with the key of its record."""
        value = value or part
        match self.chosen[part.part if isinstance(part, Individual) else part.key]:
            case "none":
                return schema.replace(value, record=None)
            case "new":
                record = make(value)
                return schema.replace(value, record=record and record.key)
            case key:
                return schema.replace(value, record=key)

    def _organisation(self, part):
        return self.records.organisation_named(part.name) or self._new_organisation(
            role=part.role,
            website=_if_it_fits(part.website, Organisation, "website"),
            **columns(
                name=_cut(part.name, Organisation, "name"),
                short_name=_cut(part.short_name, Organisation, "short_name"),
            ),
        )

    def _employer(self, name):
        return self.records.organisation_named(name) or self._new_organisation(
            **columns(name=_cut(name, Organisation, "name"))
        )

    def _new_organisation(self, **values):
        record = Organisation.objects.create(**values)
        self.records.organisations.append(record)
        return record

    def _people(self, found):
        """The person that every quote, signatory and witness is, by the key of the part."""
        people = {}
        for individual in found:
            chosen = self._chosen(individual, self._person, individual.person)
            for part, printed in individual.printed.items():
                people[part] = schema.replace(printed, record=chosen.record)
        return people

    def _person(self, person):
        if not person.organisation:
            return None  # a spokesperson stands under an organisation
        fields = {field: getattr(person, field) for field in ("name", "honorific", "job_title")}
        record = Spokesperson.objects.create(
            organisation=self._employer(person.organisation),
            **columns(
                **{field: _cut(words, Spokesperson, field) for field, words in fields.items()}
            ),
        )
        self.records.people.append(record)
        return record

    def block(self, block):
        match block:
            case schema.Quote() if block.key in self.people:
                return schema.replace(block, speaker=self.people[block.key])
            case schema.Figure():
                return schema.replace(block, people=[self._known(p) for p in block.people])
        return block

    def participant(self, part):
        return schema.replace(part, person=self.people[part.key])

    def _known(self, shown):
        """Who is in a picture is one of the release's people, or of the records by the name alone."""
        for person in self.people.values():
            if person.record and same(shown.name, person.name):
                return schema.replace(shown, record=person.record)
        for record in self.records.people:
            if same(shown.name, text(record, "name")):
                return schema.replace(shown, record=record.key)
        return shown

    def boilerplate(self, part):
        return self._chosen(part, self._boilerplate)

    def _boilerplate(self, part):
        if not part.organisation:
            return None
        organisation = self._employer(part.organisation)
        if organisation.boilerplates.filter(in_force_from=self.day).exists():
            return None  # another text is in force from that day: a person must choose
        return Boilerplate.objects.create(
            organisation=organisation, in_force_from=self.day, **columns(text=part.text)
        )

    def media_contact(self, part):
        return self._chosen(part, self._media_contact)

    def _media_contact(self, part):
        own = self.records.organisation_named(part.organisation)
        client = own or (self._employer(part.on_behalf_of) if part.on_behalf_of else None)
        return MediaContact.objects.create(
            on_behalf_of=client,
            phones=schema.to_json(part.phones),
            emails=list(part.emails),
            **columns(
                name=_cut(part.name, MediaContact, "name"),
                agency={} if own else _cut(part.organisation, MediaContact, "agency"),
            ),
        )


def _limit(model, field):
    return model._meta.get_field(field).max_length


def _cut(words, model, field):
    """Words as long as the record's column allows; the release keeps them whole."""
    return {language: value[: _limit(model, field)] for language, value in words.items()}


def _if_it_fits(value, model, field):
    return value if len(value) <= _limit(model, field) else ""
