"""Save and restore: a document becomes the draft, and a version."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.document import Document, apply, compose, digest, from_json, to_json
from releases.models import Release, Version

from .rights import check_rights
from .translations import note_translations, readiness


class Stale(Exception):
    """Somebody else saved in between; nothing was written.

    ``base`` is the document that the writer began with (None where it is not known), ``theirs`` the
    one that stands now, ``mine`` the refused one. ``by`` saved last, ``seen`` is the digest to send
    along the next time. ``notes`` are the internal notes of the three in the same order.
    """

    def __init__(self, *, base, theirs, mine, by, seen, notes):
        super().__init__("The draft was changed by somebody else.")
        self.base, self.theirs, self.mine = base, theirs, mine
        self.by, self.seen, self.notes = by, seen, notes


def seen_digest(document: Document, internal_notes: str) -> str:
    """What a form that shows a draft has seen of it."""
    return digest({"document": to_json(document), "internal_notes": internal_notes})


@transaction.atomic
def save(
    *,
    document: Document,
    by,
    release: Release | None = None,
    internal_notes: str = "",
    source_language: str = "",
    seen: str | None = None,
    token: str = "",
) -> Release:
    """Write a document into a draft, a new one or in place of what ``release`` held; return it.

    Every save that changes something is a version. ``seen`` is the ``seen_digest`` of the draft that
    ``by`` changed: one that was saved since raises Stale; what ``by`` may not change, PermissionDenied. ``token`` names the form that was sent: one
    that has been saved already is not saved again. Raises ValidationError where another release has
    the address, and what ``document.apply`` raises; then nothing is written.
    """
    new = seen_digest(document, internal_notes)
    earlier = Version.objects.filter(token=token).first() if token else None
    if earlier and earlier.digest == new:
        return earlier.release
    if earlier:  # the form was gone back to, and changed
        release, seen, token = earlier.release, earlier.digest, ""
    before = None
    if release is not None:
        release = Release.objects.select_for_update().get(pk=release.pk)
        before = compose(release)
        if seen is not None and seen != seen_digest(before, release.internal_notes):
            raise _stale(release, before, document, internal_notes, seen)
        _record(release, before, by=None)
    return _write(
        document,
        release=release,
        before=before,
        by=by,
        internal_notes=internal_notes,
        source_language=source_language,
        token=token,
    )


@transaction.atomic
def restore(*, release: Release, number: int, by, seen: str | None = None) -> Release:
    """Make the draft what it was in version ``number``: ``compose`` gives that document again.

    Internal notes stay. Raises Version.DoesNotExist, and else as ``save``.
    """
    release = Release.objects.select_for_update().get(pk=release.pk)
    version = release.versions.get(number=number)
    before, document = compose(release), from_json(version.document)
    if seen is not None and seen != seen_digest(before, release.internal_notes):
        raise _stale(release, before, document, release.internal_notes, seen)
    _record(release, before, by=None)
    return _write(
        document,
        release=release,
        before=before,
        by=by,
        internal_notes=release.internal_notes,
        restored_from=number,
    )


def _write(
    document,
    *,
    release,
    before,
    by,
    internal_notes,
    source_language="",
    token="",
    restored_from=None,
):
    check_rights(
        release,
        before,
        document,
        notes_changed=release is not None and internal_notes != release.internal_notes,
        by=by,
    )
    if Release.objects.at_address(document.slug).exclude(pk=release and release.pk).exists():
        raise ValidationError({"slug": _("Another release has this address.")})
    if before != document:
        release = apply(document, release=release)
    release.internal_notes = internal_notes
    release.source_language = source_language or release.source_language
    if before is None:
        release.created_by = by
    if restored_from is None:  # else what is known of its translations is known from then
        note_translations(release, before, document, by=by)
    release.readiness = readiness(release, document)
    release.digest = digest(document)
    release.save()
    _record(release, document, by=by, token=token, restored_from=restored_from)
    return release


def saved_tokens(user) -> list[str]:
    """The names of the forms that a user saved last: what a browser kept of them is safe."""
    mine = Version.objects.filter(saved_by=user).exclude(token="").order_by("-pk")
    return list(mine.values_list("token", flat=True)[:20])


def _record(release, document, *, by, token="", restored_from=None):
    """Keep a draft as a version, unless the last one is the same."""
    last = release.versions.first()
    new = seen_digest(document, release.internal_notes)
    if last and last.digest == new:
        return
    release.versions.create(
        number=last.number + 1 if last else 1,
        document=to_json(document),
        internal_notes=release.internal_notes,
        digest=new,
        token=token,
        restored_from=restored_from,
        saved_at=timezone.now(),
        saved_by=by,
    )


def _stale(release, theirs, mine, notes, seen):
    base = release.versions.filter(digest=seen).first()
    last = release.versions.select_related("saved_by").first()
    return Stale(
        base=base and from_json(base.document),
        theirs=theirs,
        mine=mine,
        by=last and last.saved_by,
        seen=seen_digest(theirs, release.internal_notes),
        notes=(base.internal_notes if base else "", release.internal_notes, notes),
    )
