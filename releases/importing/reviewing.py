"""The review of an import: begun when files are read, ended by a draft or by nothing at all."""

import hashlib
from collections.abc import Sequence
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from pictures.store import PictureRefused
from releases.document import digest, schema
from releases.models import Import, ImportedFile, Release

from . import apart, corrections
from .imported import File, Imported
from .storing import store, with_stored_pictures


class ReviewChanged(Exception):
    """The review is not what was looked at: somebody else, or another window, changed it."""


class ReviewRefused(ValueError):
    """The review cannot become a draft. The message says why and what to do."""


def begin(*, files: Sequence[File], by) -> Import:
    """Read files and keep what was understood for review. Raises ImportRefused; then nothing is kept.

    The originals and the pictures found in them go to the private store.
    """
    imported = apart.read(files)
    contents = {_sha256(file.data): file.data for file in files}
    contents |= {p.sha256: p.data for file in imported.files for p in file.pages.pictures}
    review = Import(imported=corrections.to_json(imported), created_by=by)
    for sha256, data in contents.items():
        default_storage.save(review.path(sha256), ContentFile(data))
    with transaction.atomic():
        review.save()
        ImportedFile.objects.bulk_create(
            ImportedFile(source=review, name=f.name[-255:], sha256=_sha256(f.data), ordering=i)
            for i, f in enumerate(files)
        )
    return review


def earlier(review: Import) -> Import | None:
    """The newest other import of one of the same files: of a draft, or under review."""
    hashes = review.files.values("sha256")
    others = Import.objects.filter(files__sha256__in=hashes).exclude(pk=review.pk)
    return others.select_related("release", "created_by").distinct().first()


def state(review: Import) -> str:
    """What the review holds, as a digest: given back by ``seen``."""
    return digest([review.imported, review.choices])


@transaction.atomic
def save(*, review: Import, imported: Imported, choices: dict[str, str], seen: str) -> Import:
    """Keep corrections. Raises ReviewChanged where the review is not the one that was ``seen``."""
    review = _locked(review, seen)
    schema.from_json(schema.to_json(imported.document))
    review.imported, review.choices = corrections.to_json(imported), choices
    review.save(update_fields=["imported", "choices"])
    return review


def confirm(*, review: Import, by, seen: str) -> Release:
    """Write the draft, with its pictures and records, in one transaction; the originals stay with it.

    Raises ReviewChanged, and ReviewRefused where a picture cannot be stored.
    """
    imported = corrections.from_json(review.imported)
    try:
        document = with_stored_pictures(imported.document, partial(_data, review), by=by)
    except PictureRefused as refusal:
        raise ReviewRefused(str(refusal)) from refusal
    with transaction.atomic():
        review = _locked(review, seen)
        release = store(document, notes=imported.notes, by=by, choices=review.choices)
        review.release, review.imported, review.choices = release, {}, {}
        review.save(update_fields=["release", "imported", "choices"])
        originals = {file.sha256 for file in review.files.all()}
        transaction.on_commit(lambda: _discard(review, imported, keeping=originals))
    return release


@transaction.atomic
def cancel(*, review: Import) -> None:
    """End a review without a draft: nothing of it stays."""
    review = Import.objects.select_for_update().get(pk=review.pk, release=None)
    imported = corrections.from_json(review.imported)
    originals = {file.sha256 for file in review.files.all()}
    path = review.path
    review.delete()
    transaction.on_commit(
        lambda: [default_storage.delete(path(name)) for name in originals | _found(imported)]
    )


def _locked(review: Import, seen: str) -> Import:
    review = Import.objects.select_for_update().filter(pk=review.pk, release=None).first()
    if review is None or state(review) != seen:
        raise ReviewChanged
    return review


def _data(review: Import, sha256: str) -> bytes:
    with review.open(sha256) as file:
        return file.read()


def _discard(review: Import, imported: Imported, *, keeping: set[str]) -> None:
    for sha256 in _found(imported) - keeping:
        default_storage.delete(review.path(sha256))


def _found(imported: Imported) -> set[str]:
    return {picture.sha256 for file in imported.files for picture in file.pages.pictures}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
