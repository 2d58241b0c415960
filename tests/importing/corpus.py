"""The measured corpus: releases of our own, in every form and format, with what is right for each.

The documents of ``documents/`` (what is right stands beside them) as text, as unstyled Word files
and as PDFs; the sample newsroom's bilingual releases as pairs of styled Word files and of PDFs,
and as one file for both languages. The seed is one more, where it is.
"""

import dataclasses
import datetime as dt
import functools
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from newsroom import sample
from releases.document import from_json, schema
from releases.importing import File
from releases.languages import WRITTEN

from . import layouts
from .helpers import DOCUMENTS, source
from .layouts import Printed
from .scoring import Items, items_of, items_of_summary

TODAY = dt.date(2026, 11, 20)
SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"


@dataclasses.dataclass(frozen=True)
class Case:
    """One release as one file or two. ``files`` makes them when it is asked."""

    name: str
    form: str
    languages: str
    make: functools.partial
    right: Items

    @property
    def files(self) -> list[File]:
        return self.make()


def cases() -> Iterator[Case]:
    yield from _texts()
    yield from _pairs()
    yield from _both_in_one()


def _texts() -> Iterator[Case]:
    for path in sorted(DOCUMENTS.glob("*.txt")):
        right = items_of_summary(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
        language = (
            "Simplified" if "hans" in path.stem else "English" if "_en" in path.stem else "Chinese"
        )
        for form, make in (("txt", _as_text), ("docx", _as_word), ("pdf", _as_pdf)):
            name = f"{path.stem}.{form}"
            yield Case(name, form, language, functools.partial(make, path.stem, name), right)


def _as_text(stem: str, name: str) -> list[File]:
    return [File(name, (DOCUMENTS / f"{stem}.txt").read_bytes())]


@functools.cache
def _paragraphs(stem: str) -> list[str]:
    """The paragraphs of a document as its author wrote them, however its lines are wrapped."""
    from releases.importing.plain_text import read_text

    return [paragraph.text for paragraph in read_text(source(stem)).paragraphs]


def _as_word(stem: str, name: str) -> list[File]:
    return [File(name, layouts.plain_word(_paragraphs(stem)))]


def _as_pdf(stem: str, name: str) -> list[File]:
    language = "en" if stem.endswith("_en") else "zh-hant"
    items = [Printed("text", text) for text in _paragraphs(stem)]
    return [File(name, _pdf(items, language))]


def _pdf(items: list[Printed], language: str, header: str = "") -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return layouts.pdf(items, header=header, language=language, folder=Path(folder))


@functools.cache
def _bilingual() -> list[schema.Document]:
    picture = {"sha256": "a" * 64, "width": 9, "height": 9}
    found = (
        from_json(sample.with_pictures(raw, lambda name: picture))
        for entry, raw in sample.releases(TODAY)
        if entry["state"] != "draft"
    )
    return [document for document in found if set(WRITTEN) <= set(document.languages)]


def _pairs() -> Iterator[Case]:
    for number, document in enumerate(_bilingual()):
        right = items_of(document, people_in_pictures=False, roles=False)
        for form in ("docx", "pdf"):
            make = functools.partial(_pair, document, form, number)
            yield Case(f"{document.slug} ({form}, {form})", form, "both", make, right)


def _pair(document, form: str, number: int) -> list[File]:
    files = []
    for language in WRITTEN:
        items = layouts.release(document, language)
        header = document.organisations[0].name[language] if document.organisations else ""
        if form == "docx":
            data = layouts.word(items, header=header, contacts_in_table=bool(number % 2))
        else:
            data = _pdf(items, language, header)
        files.append(File(f"{document.slug}-{language}.{form}", data))
    return files


ARRANGEMENTS = ("one after the other", "English first", "in turn", "side by side")


def _both_in_one() -> Iterator[Case]:
    for number, document in enumerate(_bilingual()):
        right = items_of(document, people_in_pictures=False, roles=False)
        arrangement = ARRANGEMENTS[number % len(ARRANGEMENTS)]
        for form in ("docx", "pdf"):
            make = functools.partial(_one, document, form, arrangement)
            yield Case(f"{document.slug} ({form}, {arrangement})", form, "both in one", make, right)


def _one(document, form: str, arrangement: str) -> list[File]:
    zh, en = (layouts.release(document, language) for language in WRITTEN)
    match arrangement:
        case "one after the other":
            items = [*zh, *en]
        case "English first":
            items = [*en, *zh]
        case "in turn":
            items = layouts.alternating(zh, en)
        case _:
            items = _side_by_side(zh, en)
    data = layouts.word(items, header="") if form == "docx" else _pdf(items, "zh-hant")
    return [File(f"{document.slug}.{form}", data)]


def _side_by_side(zh: list[Printed], en: list[Printed]) -> list[Printed]:
    """Everything but the pictures in a table of two columns, the contacts' lines in one cell each."""
    rows, pictures = [], []
    for one, other in zip(zh, en, strict=True):
        if one.kind == "picture":
            pictures.append(one)
        elif one.kind == "contacts":
            rows += [
                ("\n".join(a), "\n".join(b)) for a, b in zip(one.blocks, other.blocks, strict=True)
            ]
        else:
            mark = "• " if one.kind == "item" else ""
            rows.append((mark + one.text, mark + other.text))
    return [Printed("columns", blocks=tuple(rows)), *pictures]
