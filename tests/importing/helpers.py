"""Shared by the tests of importing: the documents, their layouts, and what a document says."""

import re
from pathlib import Path

from releases import rich_text
from releases.document import schema
from releases.importing import File, Imported, shapes
from releases.importing.reader import read

DOCUMENTS = Path(__file__).parent / "documents"


def source(name: str) -> str:
    return (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")


def import_plain_text(data: bytes) -> Imported:
    return read([File("agreed.txt", data)])


def words(text) -> str:
    """The words of a Text of a document in one language."""
    return next(iter(text.values()), "")


def printed(block, language: str) -> str:
    """A block of the body as plain text."""
    match block:
        case schema.Quote():
            return schema.printed_quote(block, language)
        case schema.TextBlock():
            return rich_text.to_plain(words(block.html))
        case schema.Figure():
            return words(block.caption)
    return words(block.text)


def person(value: schema.Person) -> tuple[str, ...]:
    return tuple(
        words(v) for v in (value.organisation, value.job_title, value.name, value.honorific)
    )


def everything(imported) -> str:
    """All words of a document and of the notes about it."""
    found: list[str] = [f"{note.source}\n{note.message}" for note in imported.notes]

    def collect(value):
        if isinstance(value, dict):
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)
        elif isinstance(value, str):
            found.append(rich_text.to_plain(value) if value.startswith("<") else value)

    collect(schema.to_json(imported.document))
    language = imported.document.languages[0]
    for block in (*imported.document.body, *imported.document.notes_to_editors):
        found.append(printed(block, language))
    return "\n".join(found)


# Layouts


def wrapped(text: str, columns: int, after_line: int, after_paragraph: int) -> str:
    """A text of one paragraph per line, wrapped as a PDF or an e-mail would wrap it."""
    rows: list[str] = []
    for paragraph in text.split("\n"):
        if not paragraph.strip():
            continue
        pieces = _wrap(paragraph, columns)
        for index, piece in enumerate(pieces):
            last = index == len(pieces) - 1
            rows += [piece, *[""] * (after_paragraph if last else after_line)]
    return "\n".join(rows) + "\n"


def _wrap(paragraph: str, columns: int) -> list[str]:
    lines, line = [], ""
    for token in re.findall(r"[!-~“”‘’]+ ?|[^!-~]", paragraph):
        kinsoku = token in "，。、；：！？」』）》”　 "
        if line and not kinsoku and shapes.width(line + token.rstrip()) > columns:
            lines.append(line.rstrip())
            line = token.lstrip()
        else:
            line += token
    return [*lines, line.rstrip()]
