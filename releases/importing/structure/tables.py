"""Tables: rows become the paragraphs that would say the same.

A table of contacts becomes their lines, one of signatories or witnesses a sentence a person, every
other table a list with an item a row. Rows that only lay out a page are paragraphs again.
"""

import dataclasses
import itertools
import re

from django.utils.translation import gettext as _

from .. import shapes
from ..paragraphs import Paragraph
from .reading import Reading

NAME = re.compile(r"^(?:姓名|名稱|名称|name|聯絡人|联系人|contact(?: person)?|人物|代表)s?$", re.I)
TITLE = re.compile(
    r"^(?:職銜|职衔|職位|职位|職稱|职务|職務|title|job title|position|post|designation)s?$", re.I
)
ORGANISATION = re.compile(
    r"^(?:機構|机构|公司|單位|单位|組織|所屬機構|organi[sz]ation|company|institution|affiliation|agency|party)s?$",
    re.I,
)
PHONE = re.compile(r"^(?:電話|电话|聯絡電話|手提|tel(?:ephone)?|phone|mobile|direct)\.?$", re.I)
EMAIL = re.compile(r"^(?:電郵|电邮|電子郵件|邮箱|e-?mail)(?: address|地址)?$", re.I)
ROLE = re.compile(r"^(?:身份|角色|role|capacity)$", re.I)
HEADERS = {
    "name": NAME,
    "title": TITLE,
    "organisation": ORGANISATION,
    "phone": PHONE,
    "email": EMAIL,
    "role": ROLE,
}
CONTACT_LABELS = {
    "organisation": "Organisation: ",
    "name": "Name: ",
    "phone": "Tel: ",
    "email": "Email: ",
}
REACHED = re.compile(r"(?:\d[\s\-()]*){7,}")
SIGNS = re.compile(r"簽署|签署|簽約|签约|signator|signed|signing", re.I)
WITNESSES = re.compile(r"見證|见证|witness", re.I)


def unroll(reading: Reading, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with those of tables replaced by what the tables say."""
    found: list[Paragraph] = []
    for table, group in itertools.groupby(paragraphs, key=lambda p: p.table):
        rows = list(group)
        if table:
            unrolled = _table(reading, rows, found[-1].text if found else "")
            # A line of a row that no paragraph begins with is said by another of the same row.
            begun = {number for paragraph in unrolled for number in paragraph.numbers}
            for row in rows:
                for number in set(row.numbers) - begun:
                    reading.sources.setdefault(number, "table")
            rows = unrolled
        found += rows
    return found


def _table(reading: Reading, rows: list[Paragraph], before: str) -> list[Paragraph]:
    columns = _columns(rows[0])
    whole = "\n".join(row.text for row in rows)
    if (
        shapes.EMAIL.search(whole)
        or re.search(r"(?:\d[\s\-()]*){8,}", whole)
        and (shapes.PHONE_LABEL.search(whole) or "phone" in columns)
    ):
        return _contacts(rows[1:] if columns else rows, columns, head=rows[:1] if columns else [])
    if len(columns) >= 2 and "name" in columns:
        return _people(reading, rows, columns, before)
    if all(len([cell for cell in row.cells if cell]) <= 1 for row in rows) or any(
        shapes.width(cell) > 160 or row.pictures for row in rows for cell in row.cells
    ):
        return [piece for row in rows for piece in _pieces(row)]
    return _facts(reading, rows)


def _columns(row: Paragraph) -> dict[str, int]:
    """What each column holds, where the first row says so."""
    columns = {
        kind: index
        for index, cell in enumerate(row.cells)
        for kind, pattern in HEADERS.items()
        if pattern.match(cell.strip(" ：:"))
    }
    return columns if len(columns) == len([cell for cell in row.cells if cell]) else {}


def _pieces(row: Paragraph) -> list[Paragraph]:
    """The lines of a row's cells, cell by cell; its pictures first."""
    pieces = [row.piece(text) for cell in row.cells for text in cell.split("\n") if text.strip()]
    if row.pictures:
        pieces.insert(0, dataclasses.replace(row.piece(""), pictures=row.pictures))
    return pieces


def _contacts(rows, columns, head) -> list[Paragraph]:
    if columns:
        # The words of a header are said by the labels of its columns.
        lines = []
        for row in rows:
            order = ("organisation", "name", "title", "phone", "email")
            for kind in (kind for kind in order if kind in columns):
                cell = row.cells[columns[kind]] if columns[kind] < len(row.cells) else ""
                label = CONTACT_LABELS.get(kind, "")
                lines += [row.piece(label + text) for text in cell.split("\n") if text.strip()]
        return [*(row.piece("Media contacts") for row in head), *lines]
    labelled = all(
        len(row.cells) == 2 and shapes.width(row.cells[0]) <= 24 for row in rows
    ) and any(
        pattern.match(row.cells[0].strip(" ：:")) for row in rows for pattern in HEADERS.values()
    )
    if labelled:
        names = (NAME, ORGANISATION, TITLE)
        return [
            row.piece(row.cells[1])
            if any(pattern.match(row.cells[0].strip(" ：:")) for pattern in names)
            else row.piece(f"{row.cells[0].strip(' ：:')}: {row.cells[1]}")
            for row in rows
        ]
    if all(_is_contact(row) for row in rows):
        return [
            row.piece(text)
            for row in rows
            for cell in row.cells
            for text in cell.split("\n")
            if text.strip()
        ]
    # Side by side: the columns are read one after the other.
    width = max(len(row.cells) for row in rows)
    return [
        row.piece(text)
        for index in range(width)
        for row in rows
        if index < len(row.cells)
        for text in row.cells[index].split("\n")
        if text.strip()
    ]


def _is_contact(row: Paragraph) -> bool:
    """Whether a row is one contact: who it is in some cells, the ways to reach them in others."""
    filled = [cell for cell in row.cells if cell.strip()]
    reached = [cell for cell in filled if shapes.EMAIL.search(cell) or REACHED.search(cell)]
    kinds = [bool(shapes.EMAIL.search(cell)) for cell in reached]
    return 0 < len(reached) < len(filled) and len(set(kinds)) == len(kinds)


def _people(reading: Reading, rows, columns, before) -> list[Paragraph]:
    """A sentence a person, as “signatories:” and “witnesses:” say it."""
    found = []
    for row in rows[1:]:
        cells = {kind: row.cells[i] if i < len(row.cells) else "" for kind, i in columns.items()}
        cells = {kind: " ".join(cell.split()) for kind, cell in cells.items()}
        role = cells.get("role") or before
        parts = [cells.get(kind, "") for kind in ("organisation", "title", "name")]
        if reading.chinese:
            label = (
                "簽署人：" if SIGNS.search(role) else "見證人：" if WITNESSES.search(role) else ""
            )
            text = label + "".join(parts)
        else:
            label = (
                "Signatory: "
                if SIGNS.search(role)
                else "Witnessed by: "
                if WITNESSES.search(role)
                else ""
            )
            text = label + ", ".join(part for part in reversed(parts) if part)
        found.append(row.piece(text))
    reading.note("guess", _("A table of people, read line by line."), rows[0])
    for line in rows[0].lines:
        reading.sources.setdefault(line.number, "body")
    return found


def _facts(reading: Reading, rows: list[Paragraph]) -> list[Paragraph]:
    reading.note("guess", _("A table: its rows are set as a list."), rows[0])
    separator = "：" if reading.chinese else ": "
    found = []
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
        words = [separator.join(cells[:2]), *cells[2:]]
        found.append(row.piece("• " + ("；" if reading.chinese else "; ").join(words)))
    return found
