"""Redact: what is public of a release goes on without one person, and what was public before ends."""

import dataclasses

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.document import Erased, Place, Sought, from_edition, without_person
from releases.document.erasing import REPLACED, scrubbed
from releases.languages import DERIVED, language_name
from releases.models import Edition, Release
from releases.roles import may

from .pages import editions_with_window, write_pages
from .publish import in_all, insert_edition

# What readers are told. Never who asked.
NOTE = {
    "zh-hant": "本新聞稿已應要求移除部分個人資料。",
    "en": "Personal data has been removed from this release on request.",
}


@dataclasses.dataclass
class Redaction:
    """What was found in the editions of a release that the world can or will be able to read, and the
    editions that took their place."""

    places: list[Place] = dataclasses.field(default_factory=list)
    editions: list[Edition] = dataclasses.field(default_factory=list)
    pictures: set[str] = dataclasses.field(default_factory=set)
    other_names: set[str] = dataclasses.field(default_factory=set)


def traces(release: Release, sought: Sought) -> Redaction:
    """Return what ``redact`` would find in a release; nothing is written."""
    return _found(_served(release), sought)[0]


@transaction.atomic
def redact(*, release: Release, sought: Sought, by, note: dict[str, str] = NOTE) -> Redaction:
    """Take a person out of what is published of a release, at once; a second time finds nothing.

    What is public now becomes the next edition, without the person and whatever preflight says: it is
    the edition's document, not the draft's. ``note`` says so above it, in every language that a person
    wrote. What is scheduled is scheduled again without them; what nobody saw is replaced without a
    note. Every edition before stays a row, and can be read nowhere. Raises PermissionDenied where
    ``by`` may not publish and ValidationError where the note is missing or holds a name.
    """
    if not may(by, "publish") or release.deleted_at:
        raise PermissionDenied
    release = Release.objects.select_for_update().get(pk=release.pk)
    served = _served(release)
    redaction, erased = _found(served, sought)
    if not _is_to_go(served, erased, sought):
        return redaction
    now = timezone.now()
    seen = [edition for edition in served if edition.visible_from <= now]
    coming = [
        edition for edition in served if edition.visible_from > now and not _is_empty(edition)
    ]
    number = served[-1].number
    for edition in [*seen[-1:], *coming]:
        document = erased[edition.pk].document
        is_first = not redaction.editions
        number += 1
        if not is_first:
            change_note = scrubbed(edition.change_note, sought.names)
        elif _is_to_go(seen, erased, sought):
            change_note = in_all(document.languages, _checked(note, document, sought))
        else:
            change_note = {}
        redaction.editions.append(
            insert_edition(
                release=release,
                number=number,
                kind=Edition.Kind.REDACTION if is_first else edition.kind,
                change_note=change_note,
                document=document,
                at=max(now, edition.visible_from),
                by=by,
            )
        )
    for edition in editions_with_window().filter(release=release, number__gte=served[0].number):
        write_pages(edition)
    return redaction


def _served(release):
    """The editions of a release from the last redaction on: the others are served to nobody."""
    editions = editions_with_window().filter(release=release, redacted_at=None)
    return list(editions.order_by("number"))


def _is_empty(edition):
    return edition.visible_until is not None and edition.visible_until <= edition.visible_from


def _found(served, sought) -> tuple[Redaction, dict[int, Erased]]:
    redaction, erased = Redaction(), {}
    for edition in served:
        one = erased[edition.pk] = without_person(from_edition(edition.document), sought)
        notes = [
            Place(f"change_note.{language}", sought.names.excerpt(words), REPLACED)
            for language, words in edition.change_note.items()
            if sought.names.are_in(words)
        ]
        redaction.places += [
            place._replace(path=f"{edition.number}: {place.path}")
            for place in [*one.places, *notes]
        ]
        redaction.pictures |= one.pictures
        redaction.other_names |= one.other_names
    return redaction, erased


def _is_to_go(editions, erased, sought):
    """Whether one of the editions holds more of the person than an address that has to stay."""
    return any(
        erased[edition.pk].is_changed
        or scrubbed(edition.change_note, sought.names) != edition.change_note
        for edition in editions
    )


def _checked(note, document, sought):
    for language in document.languages:
        if language in DERIVED:
            continue
        if not note.get(language, "").strip():
            raise ValidationError(
                _("Say that something was removed, in %(language)s.")
                % {"language": language_name(language)}
            )
        if sought.names.are_in(note[language]):
            raise ValidationError(_("The note holds the name that is to be removed."))
    return note
