"""Pairing: the Chinese and the English reading of one release become one document."""

import dataclasses

from releases.document.schema import Document, Language

from .notes import Note


@dataclasses.dataclass(frozen=True)
class Read:
    """What was read in one language: the document, the notes, and where every line went.

    ``file`` is the index of the file; ``places`` maps a line to the key of a part, the name of a
    field of the document, or ``left_over``.
    """

    language: Language
    file: int
    document: Document
    notes: list[Note]
    places: dict[int, str]


def pair(chinese: Read, english: Read) -> tuple[Document, list[Note], list[dict[int, str]]]:
    """Return one document in both languages, all notes, and the places of both, by its keys.

    Parts that say the same stand in one part; those that only one language has stay in their
    place, with a note of the kind ``mismatch``.
    """
    raise NotImplementedError
