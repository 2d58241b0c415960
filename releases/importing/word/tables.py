"""Tables to paragraphs: rows where the columns mean something, else what the cells hold in turn."""

import dataclasses
import itertools

from .. import shapes
from ..paragraphs import Mark, Paragraph

Cell = list[Paragraph]


def paragraphs(rows: list[list[Cell]], table: int) -> list[Paragraph]:
    """Return one paragraph per row, or the paragraphs of a table that only serves the layout."""
    rows = [row for row in rows if any(row)]
    if _is_layout(rows):
        return [paragraph for cell in _in_turn(rows) for paragraph in cell]
    return [_row(row, table) for row in rows]


def _is_layout(rows: list[list[Cell]]) -> bool:
    """One column, pictures with their captions, or a whole letter in a frame."""
    cells = [cell for row in rows for cell in row]
    return (
        all(sum(bool(cell) for cell in row) < 2 for row in rows)
        or any(p.pictures for cell in cells for p in cell)
        or any(sum(map(_is_prose, cell)) > 1 for cell in cells)
    )


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not paragraph.table and shapes.width(text) > 80 and shapes.ends_sentence(text)


def _in_turn(rows: list[list[Cell]]) -> list[Cell]:
    """Cell by cell as one reads; a picture is followed by what stands in the cell below it."""
    found: list[Cell] = []
    above: list[Cell] = []
    for row in rows:
        if above and len(row) == len(above) and not _only_pictures(row):
            found += itertools.chain.from_iterable(zip(above, row, strict=True))
            above = []
            continue
        found += above
        above = row if _only_pictures(row) else []
        found += [] if above else row
    return found + above


def _only_pictures(row: list[Cell]) -> bool:
    held = [p for cell in row for p in cell]
    return len(held) > 1 and all(p.pictures and not p.text for p in held)


def _row(row: list[Cell], table: int) -> Paragraph:
    cells = tuple("\n".join(p.text for p in cell) for cell in row)
    held = [p for cell in row for p in cell]
    styles = {p.style for p in held if p.text}
    text, marks = "", []
    for cell in row:
        for index, paragraph in enumerate(cell):
            text += "\n" if index else "\t" if text else ""
            marks += [_moved(mark, len(text)) for mark in paragraph.marks]
            text += paragraph.text
    return Paragraph(
        text,
        tuple(line for p in held for line in p.lines),
        styles.pop() if len(styles) == 1 else "",
        tuple(marks),
        cells=cells,
        table=table,
    )


def _moved(mark: Mark, by: int) -> Mark:
    return dataclasses.replace(mark, start=mark.start + by, end=mark.end + by)
