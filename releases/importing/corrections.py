"""Corrections: what a person changes in what was understood, before there is a draft.

Pure functions from one ``Imported`` to the next. Nothing of the source is lost by any of them: what
is left out stands among what was left over, from where it can be taken back.
"""

import dataclasses
from typing import Literal

import msgspec
from django.utils.translation import gettext as _

from releases.document import Document, schema
from releases.document.schema import Block, Language
from releases.languages import WRITTEN

from . import blocks
from .imported import Imported
from .notes import Note

Kind = Literal["text", "subheading", "quote", "figure", "key_point", "note_to_editors", "left_out"]

LEFT_OVER = "left_over"
AS = {
    "text": blocks.as_text,
    "subheading": blocks.as_subheading,
    "quote": blocks.as_quote,
    "figure": blocks.as_figure,
    "key_point": blocks.as_key_point,
    "note_to_editors": blocks.as_text,
}
LISTS = {"key_point": "key_points", "note_to_editors": "notes_to_editors"}


def kind_of(document: Document, key: str) -> Kind:
    """What a block of the body, a note to editors or a key point is now."""
    if any(point.key == key for point in document.key_points):
        return "key_point"
    if any(block.key == key for block in document.notes_to_editors):
        return "note_to_editors"
    block = next(block for block in document.body if block.key == key)
    return block.__struct_config__.tag


def correct(imported: Imported, document: Document) -> Imported:
    """Take the words that a person put: guesses about what was changed are answered."""
    changed = _changed(imported.document, document)
    notes = [
        note
        for note in imported.notes
        if not (note.part in changed and note.kind in ("guess", "missing", "mismatch"))
    ]
    return dataclasses.replace(imported, document=document, notes=notes)


def _changed(before: Document, after: Document) -> set[str]:
    """The keys of the parts and the names of the fields that two documents have otherwise."""
    parts = [{part.key: part for part in schema.parts(document)} for document in (before, after)]
    changed = {key for key, part in parts[0].items() if parts[1].get(key) != part}
    return changed | {
        field
        for field in before.__struct_fields__
        if getattr(before, field) != getattr(after, field)
    }


def change_kind(imported: Imported, key: str, kind: Kind) -> Imported:
    """Make a block, a note to editors or a key point something else, or leave it out."""
    document = imported.document
    was = kind_of(document, key)
    if was == kind:
        return imported
    if kind == "left_out":
        return leave_out(imported, key)
    name = LISTS.get(was, "body")
    part = next(p for p in getattr(document, name) if p.key == key)
    new = AS[kind](part)
    into = LISTS.get(kind, "body")
    if into == name:
        values = {name: [new if p.key == key else p for p in getattr(document, name)]}
    else:
        values = {
            name: [p for p in getattr(document, name) if p.key != key],
            into: [*getattr(document, into), new],
        }
    return correct(imported, _without_lost_quotes(schema.replace(document, **values)))


def leave_out(imported: Imported, key: str) -> Imported:
    """Take a part out of the document; its lines are left over."""
    document = imported.document
    values = {
        name: [part for part in value if part.key != key]
        for name in document.__struct_fields__
        if isinstance(value := getattr(document, name), list) and name != "languages"
    }
    corrected = correct(imported, _without_lost_quotes(schema.replace(document, **values)))
    files, notes = [], []
    for index, file in enumerate(imported.files):
        mine = {number for number, place in file.places.items() if place == key}
        files.append(dataclasses.replace(file, places=file.places | dict.fromkeys(mine, LEFT_OVER)))
        notes += [
            Note("left_over", _("Left out in the review."), p.line, p.text, file=index)
            for p in file.pages.paragraphs
            if mine.intersection(p.numbers)
        ]
    kept = [note for note in corrected.notes if note.part != key or note.kind == "left_over"]
    return dataclasses.replace(corrected, files=files, notes=[*kept, *notes])


def _without_lost_quotes(document: Document) -> Document:
    """A caption carries no quote that is one no longer."""
    quotes = {quote.key for quote in document.quotes()}

    def mended(block):
        if isinstance(block, schema.Figure) and block.quote not in quotes:
            return schema.replace(block, quote=None)
        return block

    return schema.replace(
        document,
        body=[mended(b) for b in document.body],
        notes_to_editors=[mended(b) for b in document.notes_to_editors],
    )


def take_back(
    imported: Imported, *, file: int, line: int, kind: Kind, language: Language
) -> Imported:
    """Make what was left over at a line a part of the document.

    In the body it stands after the part whose lines come before it.
    """
    paragraph = next(p for p in imported.files[file].pages.paragraphs if line in p.numbers)
    key = f"f{file}-line{paragraph.line}"
    new = AS[kind](schema.Subheading(key=key, text={language: paragraph.text}))
    document = imported.document
    name = LISTS.get(kind, "body")
    parts = list(getattr(document, name))
    places = imported.files[file].places
    before = {places[n] for n in places if n < paragraph.line}
    index = max((i + 1 for i, part in enumerate(parts) if part.key in before), default=0)
    # Notes and key points without earlier neighbours stand last; the body begins with its lead.
    parts.insert(index or len(parts), new)
    files = list(imported.files)
    files[file] = dataclasses.replace(
        files[file], places=places | dict.fromkeys(paragraph.numbers, key)
    )
    notes = [
        note
        for note in imported.notes
        if not (note.kind == "left_over" and note.file == file and note.line in paragraph.numbers)
    ]
    return dataclasses.replace(
        imported, document=schema.replace(document, **{name: parts}), files=files, notes=notes
    )


# Two languages side by side


def move_down(imported: Imported, key: str, language: Language) -> Imported:
    """Move the words of one language, from a block of the body on, one block down: up to the first
    block that has none, or into a new one at the end. Figures stay where they are."""
    body = _texts(imported)
    start = _index(body, key)
    end = next((i for i in range(start, len(body)) if not blocks.has(body[i], language)), len(body))
    if end == start:
        return imported
    halves = [_only(block, language) for block in body[start:end]]
    if end == len(body):
        body.append(_renamed(halves[-1], _free_key(imported.document)))
    else:
        body[end] = _beside(body[end], halves[-1], language)
    for index in range(end - 1, start, -1):
        body[index] = _beside(_without(body[index], language), halves[index - 1 - start], language)
    body[start] = _without(body[start], language)
    return _with_body(imported, body)


def move_up(imported: Imported, key: str, language: Language) -> Imported:
    """Fill a block of the body that has no words in one language with those of the next, and so on
    to the end. Figures stay where they are."""
    body = _texts(imported)
    start = _index(body, key)
    if blocks.has(body[start], language):
        return imported
    end = next(
        (i for i in range(start + 1, len(body)) if not blocks.has(body[i], language)), len(body)
    )
    for index in range(start, end - 1):
        half = _only(body[index + 1], language)
        body[index] = _beside(_without(body[index], language), half, language)
    if end > start + 1:
        body[end - 1] = _without(body[end - 1], language)
    return _with_body(imported, body)


def join_above(imported: Imported, key: str) -> Imported:
    """Put the paragraphs of a block of the body below those of the block above it, as one text.

    Where the two have no language in common, they stand beside each other. Figures are no text.
    """
    body = _texts(imported)
    index = _index(body, key)
    if not index:
        return imported
    one, other = body[index - 1], body[index]
    common = any(blocks.has(one, lang) and blocks.has(other, lang) for lang in WRITTEN)
    body[index - 1 : index + 1] = [blocks.below(one, other) if common else blocks.join(one, other)]
    joined = _with_body(imported, body)
    return _places_moved(joined, {key: one.key})


def _places_moved(imported: Imported, keys: dict[str, str]) -> Imported:
    files = [
        dataclasses.replace(
            file, places={n: keys.get(place, place) for n, place in file.places.items()}
        )
        for file in imported.files
    ]
    return dataclasses.replace(imported, files=files)


def _texts(imported: Imported) -> list[Block]:
    """The blocks of the body that are words alone."""
    return [block for block in imported.document.body if not isinstance(block, schema.Figure)]


def _index(body: list[Block], key: str) -> int:
    return next(index for index, block in enumerate(body) if block.key == key)


def _only(block: Block, language: Language) -> Block:
    return schema.in_languages(block, [language])


def _without(block: Block, language: Language) -> Block:
    return schema.in_languages(block, [code for code in WRITTEN if code != language])


def _beside(block: Block, half: Block, language: Language) -> Block:
    """A block with the words of another in one language, its kind kept."""
    if not any(blocks.has(block, code) for code in WRITTEN):
        return _renamed(half, block.key)
    return blocks.join(block, half)


def _renamed(block: Block, key: str) -> Block:
    return schema.replace(block, key=key)


def _free_key(document: Document) -> str:
    keys = {part.key for part in schema.parts(document)}
    return next(key for n in range(1, 10_000) if (key := f"b{n}") not in keys)


def _with_body(imported: Imported, body: list[Block]) -> Imported:
    """With other words in the body, the figures behind what they stood behind; empty blocks go."""
    after: dict[str | None, list[Block]] = {}
    last = None
    for block in imported.document.body:
        if isinstance(block, schema.Figure):
            after.setdefault(last, []).append(block)
        else:
            last = block.key
    kept = after.pop(None, [])
    for block in body:
        kept += [block] if any(blocks.has(block, code) for code in WRITTEN) else []
        kept += after.pop(block.key, [])
    kept += [figure for figures in after.values() for figure in figures]
    document = _without_lost_quotes(schema.replace(imported.document, body=kept))
    return correct(imported, document)


# As JSON: the state of a review


def to_json(imported: Imported) -> dict:
    """Everything but the bytes of the pictures."""
    files = [
        dataclasses.replace(
            file,
            pages=dataclasses.replace(
                file.pages,
                pictures=[dataclasses.replace(p, data=b"") for p in file.pages.pictures],
            ),
        )
        for file in imported.files
    ]
    return msgspec.to_builtins(dataclasses.replace(imported, files=files), str_keys=True)


def from_json(value: dict) -> Imported:
    return msgspec.convert(value, Imported, str_keys=True)
