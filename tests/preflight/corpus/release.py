"""The releases of a folder: their texts as an office would save them, and the slips to plant in them.

A release is ``<name>_zh.txt``, ``<name>_en.txt``, or one of them, and ``<name>.json``:

    form       a word about the kind of release
    docx       true: the texts are read as Word files
    rightly    ids that are right to say of the release as it is (it goes out in one language …)
    plants     one slip each: ``id`` that must be found, ``file`` (zh, en), ``find`` and what
               stands in its place (``replace``), ``occurrence`` where it stands more than once,
               ``excerpt`` that a finding must show or name, ``also`` ids that may come along, ``why``
"""

import functools
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import docx

from releases.importing import reader
from releases.importing.imported import File, Imported

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Plant:
    id: str
    file: str
    find: str
    replace: str
    why: str
    excerpt: str = ""
    occurrence: int = 0
    also: tuple[str, ...] = ()

    def planted(self, text: str) -> str:
        """The text with the slip. Raises ValueError where it is not clear what is meant."""
        pieces = text.split(self.find)
        if len(pieces) == 1 or (len(pieces) > 2 and not self.occurrence):
            raise ValueError(f"“{self.find}” stands {len(pieces) - 1} times.")
        at = self.occurrence or 1
        return self.find.join(pieces[:at]) + self.replace + self.find.join(pieces[at:])


@dataclass(frozen=True)
class Release:
    name: str
    texts: dict[str, str]
    form: str = ""
    docx: bool = False
    rightly: tuple[str, ...] = ()
    plants: tuple[Plant, ...] = field(default=(), repr=False)

    def imported(self, plant: Plant | None = None) -> Imported:
        """What the import reads, in this process: of the release, or of a copy with one slip."""
        texts = dict(self.texts)
        if plant:
            texts[plant.file] = plant.planted(texts[plant.file])
        return _read(self.name, self.docx, tuple(texts.items()))


@functools.cache
def _read(name: str, is_docx: bool, texts: tuple[tuple[str, str], ...]) -> Imported:
    if is_docx:
        return reader.read([File(f"{name}_{code}.docx", word(text)) for code, text in texts])
    return reader.read([File(f"{name}_{code}.txt", text.encode()) for code, text in texts])


def word(text: str) -> bytes:
    """The text as a Word file: a paragraph a line, bulleted ones in the style of a list."""
    document = docx.Document()
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("• "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def releases(folder: Path = HERE) -> Iterator[Release]:
    for path in sorted(folder.glob("*.json")):
        described = json.loads(path.read_text(encoding="utf-8"))
        texts = {
            code: file.read_text(encoding="utf-8")
            for code in ("zh", "en")
            if (file := folder / f"{path.stem}_{code}.txt").is_file()
        }
        yield Release(
            name=path.stem,
            texts=texts,
            form=described["form"],
            docx=described.get("docx", False),
            rightly=tuple(described.get("rightly", ())),
            plants=tuple(
                Plant(**{**plant, "also": tuple(plant.get("also", ()))})
                for plant in described["plants"]
            ),
        )
