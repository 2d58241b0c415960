"""Line breaks inside a paragraph (Shift+Enter): which only serve the layout and which end a
paragraph, for many offices write whole blocks of contacts, and whole releases, as one paragraph.
"""

import dataclasses
from collections.abc import Iterable

from .. import plain_text, shapes
from ..paragraphs import Line, Style
from .words import Words


@dataclasses.dataclass(frozen=True)
class Row:
    words: Words
    line: Line
    pictures: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Group:
    words: Words
    lines: tuple[Line, ...]
    pictures: tuple[str, ...]


def groups(rows: Iterable[Row | None], style: Style) -> list[Group]:
    """Return the paragraphs that the lines of one paragraph make; None is a blank line."""
    rows = list(rows)
    apart = any(row and _is_own(row.line.text) for row in rows)
    found: list[list[Row]] = []
    parts: list[list[Words]] = []
    last: Row | None = None
    for row in rows:
        between = _between(last, row, style, apart) if last and row else None
        if row and between is None:
            found.append([row])
            parts.append([row.words])
        elif row:
            found[-1].append(row)
            parts[-1] += [Words(between, last.words.tags[-1]), row.words]
        last = row
    return [
        Group(
            Words.of(words),
            tuple(row.line for row in members),
            tuple(picture for row in members for picture in row.pictures),
        )
        for members, words in zip(found, parts, strict=True)
    ]


def _between(last: Row, row: Row, style: Style, apart: bool) -> str | None:
    """What stands between two lines of one paragraph; None where they are two paragraphs."""
    one, other = last.line.text, row.line.text
    if not one or not other or row.line.new_page or _is_own(one) or _is_own(other):
        return None
    heading = style in ("title", "heading") or (last.words.bold and row.words.bold)
    if heading and not shapes.ends_sentence(one):
        same = bool(shapes.HAN_CHARACTER.search(one)) == bool(shapes.HAN_CHARACTER.search(other))
        return _glue(one, other) if same else None
    ended = shapes.ends_sentence(one) or shapes.COLON_END.search(one)
    if plain_text._cut_off(one, other) or (not ended and shapes.width(one) >= 60):
        return _glue(one, other)
    return None if apart or ended else "\n"


def _glue(one: str, other: str) -> str:
    return "" if 2 in (shapes.width(one[-1]), shapes.width(other[0])) else " "


def _is_own(text: str) -> bool:
    """Whether a line is a paragraph by itself, whatever stands around it."""
    return bool(
        plain_text._stands_alone(text)
        or shapes.is_section_heading(text)
        or shapes.is_bullet(text)
        or shapes.is_caption(text)
    )
