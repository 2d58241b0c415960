"""What needs translating: known field by field, by the digests of the words that a translator saw."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from releases.document import Document, compose, digest, schema
from releases.languages import WRITTEN
from releases.models import Release, Translation
from releases.roles import may


@dataclass(frozen=True)
class Unit:
    """What is translated as one: a field, or the printed paragraph of a quote (field ``printed``).

    ``part`` is the key of the part, empty for the release's own fields. ``source`` and ``language``
    are those of this unit: a quote is translated from the language it was spoken in.
    """

    part: str
    kind: str
    field: str
    words: schema.Text
    source: str
    language: str

    @property
    def place(self):
        return self.part, self.field, self.language

    @property
    def is_missing(self) -> bool:
        return self.source in self.words and self.language not in self.words

    @cached_property
    def digests(self) -> tuple[str, str]:
        """Those of the source and of the translation as they stand."""
        return digest(self.words.get(self.source, "")), digest(self.words.get(self.language, ""))


@dataclass(frozen=True)
class StaleTranslation:
    """A translation whose source has changed since: ``seen`` are the words it was made from."""

    unit: Unit
    seen: str


def other(language: str) -> str:
    """The written language that words in ``language`` are translated into."""
    return next(code for code in WRITTEN if code != language)


# Fields whose words each language has or has not by its own custom are no work left to do.
_FIELDS = {
    schema.KeyPoint: ("text",),
    schema.Organisation: ("name",),
    schema.Topic: ("name",),
    schema.TextBlock: ("html",),
    schema.Figure: ("alt_text", "caption", "credit", "usage_terms"),
    schema.PersonInPicture: ("name", "position"),
    schema.Subheading: ("text",),
    schema.Boilerplate: ("organisation", "text"),
    schema.MediaContact: ("organisation", "on_behalf_of", "name"),
}
_OF_A_PERSON = ("name", "job_title", "organisation")
_OF_THE_RELEASE = ("headline", "sub_headline", "dateline_city")

# The columns that count, for a form that marks what is missing while it is typed.
PRINTED_FIELDS = ("lead_in", "text", "follow_on")
TRANSLATED_FIELDS = {
    *_OF_THE_RELEASE,
    *_OF_A_PERSON,
    *(n for names in _FIELDS.values() for n in names),
}


def units(document: Document, *, source: str) -> Iterator[Unit]:
    """Everything in a document that is translated, in the order of print.

    ``source`` is the language the release is written in.
    """

    def unit(part, kind, field, words, spoken=None):
        language = spoken or source
        return Unit(part, kind, field, words, language, other(language))

    yield unit("", "release", "headline", document.headline)
    yield unit("", "release", "sub_headline", document.sub_headline)
    yield unit("", "release", "dateline_city", document.dateline.city)
    for part in schema.parts(document):
        match part:
            case schema.Quote():
                printed = {
                    code: words
                    for code in WRITTEN
                    if (words := schema.printed_quote(part, code).strip())
                }
                spoken = part.original_language
                yield unit(part.key, "quote", "printed", printed, spoken)
                person = part.speaker
            case schema.Signatory() | schema.Witness():
                person = part.person
            case _:
                person = None
        kind = kind_of(part)
        for field in _FIELDS.get(type(part), ()):
            yield unit(part.key, kind, field, getattr(part, field))
        for field in _OF_A_PERSON if person else ():
            yield unit(part.key, kind, field, getattr(person, field))


def kind_of(part: schema.Part) -> str:
    """The word that a part is known by: “text”, “quote”, “key_point” …"""
    return _KINDS[type(part)]


_KINDS = {
    schema.KeyPoint: "key_point",
    schema.Organisation: "organisation",
    schema.Topic: "topic",
    schema.TextBlock: "text",
    schema.Quote: "quote",
    schema.Figure: "figure",
    schema.PersonInPicture: "person_in_picture",
    schema.Subheading: "subheading",
    schema.Signatory: "signatory",
    schema.Witness: "witness",
    schema.Boilerplate: "boilerplate",
    schema.MediaContact: "media_contact",
    schema.SimplifiedPassage: "simplified_passage",
}


def translation_state(
    release: Release, document: Document
) -> tuple[list[Unit], list[StaleTranslation], list[Translation]]:
    """Return what is missing, what is stale, and the checks that stand, in the order of print.

    One query. Nothing is stale of which nobody has seen an earlier source.
    """
    made = {}
    for row in release.translations.select_related("made_by").order_by("made_at", "pk"):
        made.setdefault((row.part, row.field, row.language), []).append(row)
    missing, stale, checks = [], [], []
    for unit in units(document, source=release.source_language):
        if unit.language not in document.languages:
            continue
        if unit.is_missing:
            missing.append(unit)
            continue
        source, translation = unit.digests
        seen = [row for row in made.get(unit.place, ()) if row.digest == translation]
        now = [row for row in seen if row.source_digest == source]
        if seen and not now:
            stale.append(StaleTranslation(unit, seen[-1].source))
        checks += [row for row in now if row.is_check]
    return missing, stale, checks


def readiness(release: Release, document: Document) -> dict[str, dict[str, int]]:
    """How many fields are missing and how many are stale, per written language of the release."""
    missing, stale, _checks = translation_state(release, document)
    return {
        code: {
            "missing": sum(unit.language == code for unit in missing),
            "stale": sum(found.unit.language == code for found in stale),
        }
        for code in WRITTEN
        if code in document.languages
    }


def note_translations(release: Release, before: Document | None, after: Document, *, by) -> None:
    """Remember which source words every translation that a save brought was made from.

    A translation that the save left alone keeps what it was made from; of one that nobody has noted
    yet, that is what stood beside it before.
    """
    at = timezone.now()
    was = {u.place: u for u in units(before, source=release.source_language)} if before else {}
    known = set(release.translations.values_list("part", "field", "language", "digest"))
    rows = []
    for unit in units(after, source=release.source_language):
        if unit.language not in unit.words:
            continue
        earlier = was.get(unit.place)
        is_new = earlier is None or earlier.words.get(unit.language) != unit.words[unit.language]
        if is_new:
            rows.append(_row(release, unit, by=by, at=at))
        elif (*unit.place, unit.digests[1]) not in known:
            rows.append(_row(release, earlier, by=None, at=at))
    Translation.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def check_translation(
    *, release: Release, place: tuple[str, str, str], seen: tuple[str, str], by
) -> Translation:
    """Say that a translation holds although its source has changed: “checked, nothing to change”.

    ``place`` and ``seen`` are those of the ``Unit`` that ``by`` looked at: part, field and language,
    and the digests of its words. Raises ValidationError where the words are others by now.
    """
    release = Release.objects.select_for_update().get(pk=release.pk)
    if by is not None and not may(by, "translate", release) and not may(by, "write", release):
        raise PermissionDenied
    document = compose(release)
    found = {u.place: u for u in units(document, source=release.source_language)}
    unit = found.get(place)
    if unit is None or unit.digests != seen:
        raise ValidationError(_("The words were changed since you looked at them. Look again."))
    row = _row(release, unit, by=by, at=timezone.now())
    row.is_check = True
    Translation.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["release", "part", "field", "language", "source_digest", "digest"],
        update_fields=["is_check", "made_at", "made_by"],
    )
    Release.objects.filter(pk=release.pk).update(readiness=readiness(release, document))
    return row


def _row(release, unit, *, by, at):
    source, translation = unit.digests
    return Translation(
        release=release,
        part=unit.part,
        field=unit.field,
        language=unit.language,
        source=unit.words.get(unit.source, ""),
        source_digest=source,
        digest=translation,
        made_at=at,
        made_by=by,
    )
