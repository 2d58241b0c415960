"""One or two files to one document, in this process; ``apart`` bounds it in another."""

import dataclasses
from collections.abc import Sequence

from django.utils.translation import gettext as _

from releases.document.schema import Document
from releases.languages import language_name

from . import formats, languages, pairing, structure
from .imported import File, Imported, ReadFile
from .notes import ImportRefused, Note
from .pairing import Read


def read(files: Sequence[File]) -> Imported:
    """Return the release that one file holds, or two in different languages, in this process.

    Raises ImportRefused. A file that nobody vouches for is read with ``apart.read``.
    """
    if not 1 <= len(files) <= 2:
        raise ImportRefused(_("Choose one file, or two: one for each language."))
    read_files = [formats.read(file.data) for file in files]
    reads = []
    for index, (_format, pages) in enumerate(read_files):
        for half in languages.split(pages):
            document, notes, places = structure.read(half.pages, half.language)
            notes = [dataclasses.replace(note, file=index) for note in notes]
            reads.append(Read(half.language, index, document, notes, places))
    document, notes, places = _one(reads)
    return Imported(
        document,
        notes,
        [
            ReadFile(file.name, format, pages, _in_file(index, reads, places))
            for index, (file, (format, pages)) in enumerate(zip(files, read_files, strict=True))
        ],
    )


def _one(reads: list[Read]) -> tuple[Document, list[Note], list[dict[int, str]]]:
    """One document of one or two languages, with the places of each read."""
    if len(reads) == 1:
        (only,) = reads
        message = _("Only one language was imported (%(language)s). Enter or import the other.")
        note = Note(
            "missing", message % {"language": language_name(only.language)}, part="languages"
        )
        return only.document, [*only.notes, note], [only.places]
    by_language = {read.language: read for read in reads}
    if len(reads) > len(by_language):
        raise ImportRefused(
            _("Both files hold %(language)s. Choose one file for each language.")
            % {"language": language_name(reads[-1].language)}
        )
    document, notes, places = pairing.pair(by_language["zh-hant"], by_language["en"])
    return document, notes, places if reads[0].language == "zh-hant" else places[::-1]


def _in_file(index: int, reads: list[Read], places: list[dict[int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for read, where in zip(reads, places, strict=True):
        if read.file == index:
            # A line that one language leaves over may be of the other.
            found |= {n: p for n, p in where.items() if p != "left_over" or n not in found}
    return found
