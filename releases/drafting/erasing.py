"""Erasing: a person leaves a draft and everything that is remembered of it.

The one act that writes over versions (docs/decisions/0021): they are what restoring goes back to.
"""

from dataclasses import dataclass, field

from django.db import transaction

from releases.document import Place, Sought, apply, compose, digest, from_edition, schema, to_json
from releases.document.erasing import LEFT_OUT, REPLACED, STAYS, Erased, without_person
from releases.document.mapping import text
from releases.document.naming import MARKS
from releases.models import Acknowledgement, PersonInPicture, Release, Translation, Version

from .saving import seen_digest
from .translations import other, readiness, units


@dataclass
class Traces:
    """What of a person was found in a draft and its history."""

    places: list[Place] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)
    other_names: set[str] = field(default_factory=set)


def traces(release: Release, sought: Sought) -> Traces:
    """Return what ``erase`` would find; nothing is written."""
    return _Erasing(release, sought).found


@transaction.atomic
def erase(*, release: Release, sought: Sought) -> Traces:
    """Take a person out of a draft, its notes, versions, translations, acknowledgements and hints.

    Of a draft in the bin as well. No version is added: those that stand are without the person. An
    approval of the words before lapses, as with any change. A second time finds nothing.
    """
    release = Release.objects.select_for_update().get(pk=release.pk)
    erasing = _Erasing(release, sought)
    if any(place.done != STAYS for place in erasing.found.places):
        erasing.write()
    return erasing.found


class _Erasing:
    def __init__(self, release, sought):
        self.release, self.sought, self.names = release, sought, sought.names
        self.found = Traces()
        self.new_digests = {}
        self.gone = set()  # places of translations whose words are left out
        self.before = compose(release)
        self.draft = self._document(self.before, "draft")
        self.notes = self._words(release.internal_notes, "internal notes")
        self.hints = [self._hint(hint) for hint in release.source_hints]
        self.versions = [self._version(version) for version in release.versions.all()]
        self.translations = [*self._translations()]
        self.acknowledgements = [
            (row, self._words(row.excerpt, f"acknowledgement of {row.check_id}"))
            for row in release.acknowledgements.all()
        ]
        self.lost_people = self._people_in_no_figure()

    def _document(self, before, name) -> Erased:
        erased = without_person(before, self.sought)
        self.found.places += [
            place._replace(path=f"{name}: {place.path}")
            for place in erased.places
            if place.done != STAYS or before is self.before
        ]
        self.found.pictures |= erased.pictures
        self.found.other_names |= erased.other_names
        if erased.is_changed:
            self._remember_digests(before, erased.document)
        return erased

    def _remember_digests(self, before, after):
        """What every text that is translated was and is, so that its translation stays known."""
        source = self.release.source_language
        left = {unit.place: unit for unit in units(after, source=source)}
        for unit in units(before, source=source):
            words = left[unit.place].words if unit.place in left else {}
            for language, was in unit.words.items():
                if language not in words:
                    self.gone.add(unit.place)
                elif words[language] != was:
                    self.new_digests[digest(was)] = digest(words[language])

    def _words(self, words, name):
        if self.names.are_in(words):
            self.found.places.append(Place(name, self.names.excerpt(words), REPLACED))
        return self.names.replaced(words)

    def _hint(self, hint):
        source = self._words(hint["source"], f"hint of the import ({hint['kind']})")
        return {**hint, "source": source}

    def _version(self, version):
        name = f"version {version.number}"
        erased = self._document(from_edition(version.document), name)
        return version, erased, self._words(version.internal_notes, f"{name}: internal notes")

    def _translations(self):
        for row in self.release.translations.order_by("pk"):
            holds = self._source(row) != row.source
            is_gone = (row.part, row.field, row.language) in self.gone
            if holds or is_gone or {row.digest, row.source_digest} & self.new_digests.keys():
                if holds:
                    done = LEFT_OUT if is_gone else REPLACED
                    excerpt = self.names.excerpt(row.source)
                    self.found.places.append(Place(f"translation of {row.field}", excerpt, done))
                yield row, is_gone

    def _source(self, row):
        """The words that a translator saw, without the person."""
        language = other(row.language)
        if row.field != "html":
            return self.names.replaced(row.source, MARKS[language])
        block = schema.TextBlock(key="text", html={language: row.source})
        whole = schema.Document(slug="draft", body=[block])
        return without_person(whole, self.sought).document.body[0].html[language]

    def _people_in_no_figure(self):
        """Rows that no figure names any more: compose does not see them."""
        standing = {p.key for figure in self.before.figures() for p in figure.people}
        lost = []
        for row in PersonInPicture.objects.filter(release=self.release).exclude(key__in=standing):
            words = [*text(row, "name").values(), *text(row, "position").values()]
            if row.record_id in self.sought.people or any(map(self.names.are_in, words)):
                self.found.places.append(Place("person in no picture", " ".join(words), LEFT_OUT))
                lost.append(row.pk)
        return lost

    def write(self):
        release, document = self.release, self.draft.document
        PersonInPicture.objects.filter(pk__in=self.lost_people).delete()
        was = digest(self.before)
        if self.draft.is_changed:
            apply(document, release=release)
        release.internal_notes, release.source_hints = self.notes, self.hints
        release.digest = digest(document)
        if release.published_digest == was:
            release.published_digest = release.digest  # what is public loses the same words
        for version, erased, notes in self.versions:
            Version.objects.filter(pk=version.pk).update(
                document=to_json(erased.document) if erased.is_changed else version.document,
                internal_notes=notes,
                digest=seen_digest(erased.document, notes),
            )
        self._write_translations()
        for row, excerpt in self.acknowledgements:
            Acknowledgement.objects.filter(pk=row.pk).update(excerpt=excerpt)
        release.readiness = readiness(release, document)
        release.save()

    def _write_translations(self):
        Translation.objects.filter(pk__in=[row.pk for row, _gone in self.translations]).delete()
        rows = []
        for row, is_gone in self.translations:
            if is_gone:
                continue
            row.source = self._source(row)
            row.source_digest = self.new_digests.get(row.source_digest, digest(row.source))
            row.digest = self.new_digests.get(row.digest, row.digest)
            rows.append(row)
        # Two that became the same are one.
        Translation.objects.bulk_create(rows, ignore_conflicts=True)
