"""Erasing: a person leaves what was imported. A file cannot lose a name, so it goes whole."""

from django.core.files.storage import default_storage
from django.db import transaction

from releases.document import Place, Sought
from releases.document.erasing import LEFT_OUT, REPLACED, scrubbed
from releases.models import Import, ImportedFile

from . import formats, reviewing
from .notes import ImportRefused


def erase(*, sought: Sought, releases: set[int], apply: bool) -> list[Place]:
    """Take a person out of all imports; return what was found. Without ``apply`` nothing is written.

    A review that nobody confirmed ends, with its files, where it names the person. Of a draft, an
    original goes that names them in its text, that cannot be read any more, or whose draft
    (``releases``, by primary key) named or showed them. The names of files that stay are kept
    without theirs.
    """
    places = []
    for imported in Import.objects.prefetch_related("files").order_by("pk"):
        if imported.release_id is None:
            places += _of_review(imported, sought.names, apply=apply)
            continue
        for file in imported.files.all():
            at = f"import {imported.key}: {file.name}"
            if imported.release_id in releases or _names_them(file, sought.names):
                places.append(Place(at, "", LEFT_OUT))
                if apply:
                    _forget(file)
            elif sought.names.are_in_address(file.name):
                places.append(Place(at, file.name, REPLACED))
                if apply:
                    _rename(file, sought.names)
    return places


def _of_review(review, names, *, apply):
    files = list(review.files.all())
    is_named = scrubbed(review.imported, names) != review.imported
    if not is_named and not any(names.are_in_address(file.name) for file in files):
        return []
    if apply:
        reviewing.cancel(review=review)
    return [Place(f"import {review.key}: {', '.join(f.name for f in files)}", "", LEFT_OUT)]


def _names_them(file, names):
    try:
        with file.open() as stored:
            _format, pages = formats.read(stored.read())
    except (ImportRefused, FileNotFoundError):
        return True
    texts = [p.text for p in pages.paragraphs] + [p.alt_text for p in pages.pictures]
    texts += [line.text for line in pages.furniture]
    texts += [mark.href for p in pages.paragraphs for mark in p.marks]
    return any(names.are_in(text) or names.are_in_address(text) for text in texts)


@transaction.atomic
def _forget(file):
    """The file, its row, and the import where it was the last one."""
    source, path = file.source, file.source.path(file.sha256)
    file.delete()
    if not ImportedFile.objects.filter(source=source).exists():
        source.delete()
    transaction.on_commit(lambda: default_storage.delete(path))


def _rename(file, names):
    stem, dot, kind = file.name.rpartition(".")
    name = names.replaced(file.name)
    if names.are_in_address(name):
        name = f"{names.mark(stem)}{dot}{kind}"
    ImportedFile.objects.filter(pk=file.pk).update(name=name)
