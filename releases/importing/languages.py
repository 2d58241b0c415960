"""Which language each paragraph of a file is written in: one file may hold a release in both.

A release in both languages stands one after the other, paragraph by paragraph, or in the columns
of a table; its contacts are often printed once for both. A release in one language that holds some
of the other (names, terms, the standing text of a partner) stays one.
"""

import dataclasses
import re

from releases.document.schema import Language

from . import shapes
from .paragraphs import Line, Pages, Paragraph

WORD = re.compile(r"[A-Za-z][A-Za-z'’\-]+")

# A language is one of the release's from so much on: paragraphs of text, and its share of them.
ENOUGH = 2
SHARE = 0.25
# A bilingual line is a heading, a name or a label.
LONGEST_LINE = 120


@dataclasses.dataclass(frozen=True)
class Half:
    """The paragraphs of one file that are in one language."""

    language: Language
    pages: Pages


def detect(paragraphs: list[Paragraph]) -> Language:
    """The language that most of a text is written in."""
    text = "\n".join(p.text for p in paragraphs)
    han = len(shapes.HAN_CHARACTER.findall(text))
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    return "zh-hant" if han > latin else "en"


def language_of(text: str) -> Language | None:
    """The language of a text; none where it has no words, or those of both."""
    text = _without_addresses(text)
    han, words = len(shapes.HAN_CHARACTER.findall(text)), len(WORD.findall(text))
    if not han or not words:
        return "zh-hant" if han else "en" if words else None
    if han >= words * 1.5 and (han > 6 or han > words * 3):
        return "zh-hant"
    return "en" if words > han * 2 and words > 5 else None


def _without_addresses(text: str) -> str:
    """An address has letters and no language; what stands beside it keeps its place."""
    for pattern in (shapes.EMAIL, shapes.WEB_ADDRESS):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def split(pages: Pages) -> list[Half]:
    """Return the halves of a file, Chinese first: one where it holds one language, else two."""
    paragraphs = _cells_apart(pages.paragraphs)
    if not _is_bilingual(paragraphs):
        return [Half(detect(pages.paragraphs), pages)]
    placed = _placed(paragraphs)
    halves = []
    for language in ("zh-hant", "en"):
        mine = [
            half
            for paragraph, languages in placed
            if language in languages
            and (half := _in_language(paragraph, language, shared=len(languages) > 1))
        ]
        used = {sha256 for p in mine for sha256 in p.pictures}
        halves.append(
            Half(
                language,
                dataclasses.replace(
                    pages,
                    paragraphs=[p for p in mine if p.text or p.pictures],
                    pictures=[p for p in pages.pictures if p.sha256 in used],
                    furniture=pages.furniture if language == "zh-hant" else [],
                    notes=pages.notes if language == "zh-hant" else [],
                ),
            )
        )
    return halves


def _cells_apart(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Rows that say the same in two columns become a paragraph for each column.

    Only tables that do so all along: a table of names in both languages stays one.
    """
    tables: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.table:
            tables.setdefault(paragraph.table, []).append(paragraph)
    columns = {number: found for number, rows in tables.items() if (found := _columns(rows))}
    result = []
    for paragraph in paragraphs:
        if paragraph.table not in columns:
            result.append(paragraph)
            continue
        if paragraph.pictures:
            result.append(dataclasses.replace(paragraph, text="", cells=(), table=0))
        for cell in paragraph.cells:
            for text in cell.split("\n"):
                if text.strip():
                    result.append(paragraph.piece(text))
    return result


def _columns(rows: list[Paragraph]) -> bool:
    """Whether a table has a column for each language, with text in it."""
    widths = {len(row.cells) for row in rows}
    if max(widths) != 2:
        return False
    found = {
        language_of("\n".join(row.cells[i] for row in rows if i < len(row.cells))) for i in (0, 1)
    }
    return found == {"zh-hant", "en"} and any(len(cell) > 40 for row in rows for cell in row.cells)


def _is_bilingual(paragraphs: list[Paragraph]) -> bool:
    """Whether both languages have enough paragraphs of text, or one whole release each."""
    texts = [
        p.text for p in paragraphs if shapes.width(p.text) > 60 or shapes.ends_sentence(p.text)
    ]
    found = [language for text in texts if (language := language_of(text))]
    few = min(found.count("zh-hant"), found.count("en"))
    if few < ENOUGH or few < SHARE * len(found):
        return False
    # What only stands in one part (the boilerplate of a foreign partner) is no second language.
    heads = [language_of(p.text) for p in paragraphs[:3]]
    runs = _runs(found)
    return len(runs) > 2 or "zh-hant" in heads and "en" in heads or _both_begin(paragraphs)


def _runs(languages: list[Language]) -> list[Language]:
    return [code for i, code in enumerate(languages) if not i or languages[i - 1] != code]


def _both_begin(paragraphs: list[Paragraph]) -> bool:
    """Whether the second language begins with a headline of its own and not inside a part."""
    languages = [language_of(p.text) for p in paragraphs]
    first = next((code for code in languages if code), None)
    if first is None:
        return False
    other = "en" if first == "zh-hant" else "zh-hant"
    tail = [i for i, code in enumerate(languages) if code == first]
    begins = [i for i, code in enumerate(languages) if code == other]
    start = next(
        (
            i
            for i in begins
            if sum(languages[n] == other for n in range(i, min(i + 4, len(languages)))) >= 3
        ),
        None,
    )
    if start is None:
        return False
    return not shapes.about(paragraphs[start].text) and len(
        [i for i in begins if i >= start]
    ) >= 0.3 * len([i for i in tail if i < start] or tail)


def _placed(paragraphs: list[Paragraph]) -> list[tuple[Paragraph, tuple[Language, ...]]]:
    """Every paragraph with the languages it is for."""
    own = [language_of(p.text) if p.text else None for p in paragraphs]
    sequential = (
        len(
            _runs(
                [
                    code
                    for p, code in zip(paragraphs, own, strict=True)
                    if code and shapes.width(p.text) > 60
                ]
            )
        )
        <= 2
    )
    shared_from = _shared_contacts(paragraphs, own)
    both: tuple[Language, ...] = ("zh-hant", "en")
    placed = []
    for index, (paragraph, language) in enumerate(zip(paragraphs, own, strict=True)):
        if shared_from is not None and index >= shared_from:
            placed.append((paragraph, both))
        elif language:
            placed.append((paragraph, (language,)))
        elif paragraph.text and _pieces(paragraph.text):
            placed.append((paragraph, both))
        else:
            placed.append((paragraph, _around(paragraphs, own, index, sequential)))
    return placed


def _around(paragraphs, own, index, sequential) -> tuple[Language, ...]:
    """The languages of what has none of its own: numbers, addresses, pictures."""
    before = next((own[i] for i in range(index - 1, -1, -1) if own[i]), None)
    after = next((own[i] for i in range(index + 1, len(own)) if own[i]), None)
    if paragraphs[index].pictures and not sequential:
        return ("zh-hant", "en")
    if paragraphs[index].pictures:
        return (after or before or "zh-hant",)
    return (before or after or "zh-hant",)


def _shared_contacts(paragraphs, own) -> int | None:
    """From where on contacts are printed once for both languages: under a bilingual heading, or
    at the end where only one of the two has any. What is printed twice is not shared."""
    addresses = [m.lower() for p in paragraphs for m in shapes.EMAIL.findall(p.text)]
    if any(addresses.count(address) > 1 for address in addresses):
        return None
    headings = [
        i
        for i, p in enumerate(paragraphs)
        if (pieces := _pieces(p.text)) and all(shapes.CONTACT_HEADING.match(x) for x in pieces)
    ]
    if headings:
        return headings[0]
    starts = [
        i
        for i, p in enumerate(paragraphs)
        if len(p.text) < 200 and shapes.CONTACT_HEADING.match(shapes.heading(p.text) or "-")
    ]
    if len(starts) == 1 and starts[0] > 0.6 * len(paragraphs):
        return starts[0]
    if (
        len(starts) == 2
        and starts[1] - starts[0] == 1
        and {own[i] for i in starts} == {"zh-hant", "en"}
    ):
        return starts[0]
    return None


def _pieces(text: str) -> tuple[str, str] | None:
    """The Chinese and the English side of a short line of both; none where they are no two sides."""
    if not 0 < len(text) <= LONGEST_LINE or text.endswith("。"):
        return None
    line = text.strip()
    bare = _without_addresses(line)
    han = list(re.finditer(f"[{shapes.HAN}]", line))
    words = list(WORD.finditer(bare))
    if not han or not words:
        return None
    if han[-1].end() <= words[0].start():
        cut = words[0].start()
        sides = line[:cut], line[cut:]
    elif words[-1].end() <= han[0].start():
        cut = han[0].start()
        sides = line[cut:], line[:cut]
    else:
        return None
    edges = " \t\u3000/／|｜()（）-–—"
    chinese, english = (side.strip(edges) for side in sides)
    # A label keeps its colon and what follows it: 電話 Tel: 2345 6789
    if not chinese or not english or re.fullmatch(r"[A-Z]", english):
        return None
    # 電話：2345 6789 ext. 12 is one side, with a foreign word behind the number.
    if re.search(r"\d{3}", chinese):
        return None
    return chinese, english


def _in_language(paragraph: Paragraph, language: Language, shared: bool) -> Paragraph | None:
    """A paragraph as one language has it: of a line of both, its side of it."""
    if not shared:
        return paragraph
    lines = [_side(line, language) for line in paragraph.lines]
    kept = [line for line in lines if line is not None]
    if paragraph.pictures and not paragraph.text:
        return paragraph
    if not kept:
        return None
    text = _side(Line(0, paragraph.text), language)
    if len(paragraph.lines) > 1 or text is None:
        words = "\n".join(line.text for line in kept)
        return dataclasses.replace(paragraph, text=words, lines=tuple(kept), marks=())
    changed = text.text != paragraph.text
    marks = () if changed else paragraph.marks
    return dataclasses.replace(paragraph, text=text.text, lines=tuple(kept), marks=marks)


def _side(line: Line, language: Language) -> Line | None:
    """A line of shared contacts as one language has it; what is in the other language is gone."""
    pieces = _pieces(line.text)
    if pieces:
        chinese, english = pieces
        rest = re.search(r"[:：].*$", english, re.S)
        if language == "zh-hant":
            return dataclasses.replace(line, text=chinese + (rest.group() if rest else ""))
        return dataclasses.replace(line, text=english)
    own = language_of(line.text)
    if own not in (None, language) and not re.search(r"\d{4}|@", line.text):
        return None
    return line
