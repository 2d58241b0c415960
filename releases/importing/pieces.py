"""What is cut before languages are told apart: rows of two columns, paragraphs of two languages."""

import dataclasses
import re

from releases.document.schema import Language

from . import shapes
from .bilingual import GLOSS, language_of
from .paragraphs import Paragraph

BOTH: tuple[Language, Language] = ("zh-hant", "en")
HAN = shapes.HAN_CHARACTER
SENTENCE = re.compile(r"\n+|[。！？][」』”）)]*\s*|[.!?][”\"’)]*\s+(?=\S)")


def cells_apart(paragraphs: list[Paragraph]) -> list[tuple[Paragraph, Language | None]]:
    """Rows that say the same in two columns become a paragraph for each line of each column, with
    the language of the column.
    """
    tables: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.table:
            tables.setdefault(paragraph.table, []).append(paragraph)
    split = {n: languages for n, rows in tables.items() if (languages := _columns(rows))}
    result: list[tuple[Paragraph, Language | None]] = []
    for paragraph in paragraphs:
        if paragraph.table not in split:
            result.append((paragraph, None))
            continue
        if paragraph.pictures:
            shown = dataclasses.replace(paragraph, text="", marks=(), cells=(), table=0)
            result.append((shown, None))
        languages = split[paragraph.table]
        texts = [
            (text, language if len(paragraph.cells) == len(languages) else None)
            for cell, language in zip(paragraph.cells, languages, strict=False)
            for text in cell.split("\n")
            if text.strip()
        ]
        pieces: list[Paragraph] = []
        said: set[int] = set()
        for text, _language in texts:
            pieces.append(paragraph.piece(text, said))
            said.update(pieces[-1].numbers)
        rest = tuple(line for line in paragraph.lines if line.number not in said)
        if pieces and rest:
            pieces[0] = dataclasses.replace(pieces[0], lines=(*pieces[0].lines, *rest))
        result += zip(pieces, [language for _text, language in texts], strict=True)
    return result


def _columns(rows: list[Paragraph]) -> list[Language | None]:
    """The language of each column where one is Chinese, one English, and no other holds anything."""
    columns = range(max(len(row.cells) for row in rows))
    texts = ["\n".join(r.cells[i] for r in rows if i < len(r.cells) > 1) for i in columns]
    filled = [text for text in texts if text.strip()]
    languages = [language_of(text) if text.strip() else None for text in texts]
    return languages if len(filled) == 2 and set(BOTH) <= set(languages) else []


def sentences_apart(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut where one language ends and the other begins, between its lines or sentences."""
    text = paragraph.text
    if not text or paragraph.cells or not HAN.search(text):
        return [paragraph]
    starts = _starts_of_lines(paragraph)
    borders = sorted({m.end() for m in SENTENCE.finditer(text)} | set(starts or ()))
    groups: list[list] = []
    for start, end in zip([0, *borders], [*borders, len(text)], strict=True):
        own = language_of(text[start:end])
        if groups and (own in (None, groups[-1][2]) or not _may_begin(text, start, own)):
            groups[-1][1] = end
        elif end > start:
            groups.append([start, end, own])
    if not 1 < len(groups) <= 6 or any(own is None for _s, _e, own in groups):
        return [paragraph]
    return [_cut(paragraph, start, end, starts) for start, end, _own in groups]


def _may_begin(text: str, start: int, own: Language | None) -> bool:
    """Whether words of another language than those before them begin something whole here."""
    before, after = text[:start].rstrip(), text[start:]
    if shapes.unclosed(before):
        return False
    if text[:start].endswith("\n"):
        return True
    line = after.split("\n")[0]
    if not shapes.ends_sentence(before):
        # Two lines of a headline, joined by the reader.
        return len(text) < 200 and not shapes.ends_sentence(line)
    first = SENTENCE.split(after, maxsplit=1)[0]
    if own == "en":
        # A sentence, and not the long name of a company: it has words that no name has.
        first = GLOSS.sub("", first)
        return len(re.findall(r"\b[a-z]{2,}\b", first)) >= 3 and not HAN.search(first)
    return not shapes.COMPANY_END.search(before[-40:])


def _starts_of_lines(paragraph: Paragraph) -> list[int] | None:
    """Where the lines of a paragraph begin in its text; None where they cannot be found."""
    starts, place = [], 0
    for line in paragraph.lines:
        found = paragraph.text.find(line.text.strip(), place)
        if found < 0:
            return None
        starts.append(found)
        place = found + len(line.text.strip())
    return starts


def _cut(paragraph: Paragraph, start: int, end: int, starts: list[int] | None) -> Paragraph:
    """The characters from ``start`` to ``end`` as a paragraph, with the lines they stand in."""
    text = paragraph.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    marks = tuple(
        dataclasses.replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start)
        for m in paragraph.marks
        if m.start < end and m.end > start
    )
    lines = paragraph.lines
    if starts and len(lines) > 1:
        ends = [*starts[1:], len(paragraph.text)]
        within = zip(lines, starts, ends, strict=True)
        lines = tuple(line for line, first, last in within if first < end and last > start)
    elif len(lines) == 1:
        lines = (dataclasses.replace(lines[0], text=text),)
    return dataclasses.replace(paragraph, text=text, marks=marks, lines=lines)
