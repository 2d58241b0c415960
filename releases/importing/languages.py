"""Which language each paragraph of a file is written in: one file may hold a release in both.

A release in both languages stands one after the other, paragraph by paragraph, or in the columns
of a table; its contacts are often printed once for both. A release in one language that holds some
of the other (names, terms, a headline, a quote, the standing text of a partner) stays one.
"""

import dataclasses
import itertools
import re

from releases.document.schema import Language

from . import shapes
from .bilingual import language_of, side, sides
from .paragraphs import Pages, Paragraph
from .pieces import BOTH, cells_apart, sentences_apart
from .structure import dateline, sections

# A file is bilingual from these shares of the lesser language on: paragraphs of its body.
SHARE_IN_TURN = 0.34
SHARE_AFTER = 0.2
HAN = shapes.HAN_CHARACTER


@dataclasses.dataclass(frozen=True)
class Half:
    """The paragraphs of one file that are in one language."""

    language: Language
    pages: Pages


def detect(paragraphs: list[Paragraph]) -> Language:
    """The language that most of a text is written in."""
    text = "\n".join(p.text for p in paragraphs)
    han = len(HAN.findall(text))
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    return "zh-hant" if han > latin else "en"


def split(pages: Pages) -> list[Half]:
    """Return the halves of a file, Chinese first: one where it holds one language, else two.

    Together they hold every line of the file; a line for both languages stands in both, each with
    its side of the words.
    """
    whole, own = [], []
    for paragraph, language in cells_apart(pages.paragraphs):
        pieces = [paragraph] if language else sentences_apart(paragraph)
        whole += pieces
        own += [language or language_of(piece.text) for piece in pieces]
    file = _File(whole, own)
    placed = file.placed()
    if not placed:
        return [Half(detect(pages.paragraphs), pages)]
    halves = []
    for language in BOTH:
        mine = [
            half
            for paragraph, languages in zip(whole, placed, strict=True)
            if language in languages
            and (half := _in_language(paragraph, language) if len(languages) > 1 else paragraph)
        ]
        used = {sha256 for p in mine for sha256 in p.pictures}
        pictures = [p for p in pages.pictures if p.sha256 in used]
        halves.append(Half(language, Pages(mine, pictures=pictures)))
    # What is said of the file is said once.
    first = dataclasses.replace(halves[0].pages, furniture=pages.furniture, notes=pages.notes)
    return [Half("zh-hant", first), halves[1]]


class _File:
    """The paragraphs of a file with the language of each, where it has one."""

    def __init__(self, paragraphs: list[Paragraph], own: list[Language | None]):
        self.paragraphs = paragraphs
        self.own = own
        self.prose = self._prose()

    def placed(self) -> list[tuple[Language, ...]] | None:
        """The languages that every paragraph is for; None where the file holds one release."""
        found = [self.own[i] for i in self.prose]
        few, many = sorted(found.count(language) for language in BOTH)
        if not few:
            return None
        changes = sum(one != other for one, other in itertools.pairwise(found))
        if changes == 1 and (border := self._border(few, many)):
            return self._one_after_the_other(border, found[0], found[-1])
        in_turn = changes > 1 or many == 1
        if in_turn and few >= SHARE_IN_TURN * many and self._both_open():
            return self._in_turn()
        return None

    def _prose(self) -> list[int]:
        """The paragraphs of the body: sentences outside of standing texts, notes and contacts."""
        found = []
        # The languages met since the heading of a part behind the body; contacts hold no text.
        tail: set[Language | None] | None = None
        contacts = False
        for index, (paragraph, own) in enumerate(zip(self.paragraphs, self.own, strict=True)):
            text = paragraph.text
            if is_tail_heading(text):
                tail, contacts = {own}, is_contact_heading(text)
            elif not own or paragraph.pictures:
                continue
            elif not _is_text(paragraph):
                # A headline of the other language, not a name, ends the tail of the first.
                if tail and own not in tail and self._opens(index):
                    tail = None
            elif tail is None or self._opens(index) or contacts and own not in tail:
                found.append(index)
                tail = None
            else:
                tail.add(own)
        return found

    def _opens(self, index: int) -> bool:
        """Whether a release can begin here: a lead with its place and date, or lines above one."""
        for paragraph, own in zip(
            self.paragraphs[index : index + 6], self.own[index:], strict=False
        ):
            if own not in (self.own[index], None) or is_tail_heading(paragraph.text):
                return False
            if _is_text(paragraph):
                return own is not None and (
                    paragraph is not self.paragraphs[index] or bool(dateline.parse(paragraph.text))
                )
        return False

    def _both_open(self) -> bool:
        """Whether both languages are among the first paragraphs of the body."""
        return len({self.own[i] for i in self.prose[: max(4, len(self.prose) // 2)]}) == 2

    # One release after the other

    def _border(self, few: int, many: int) -> int | None:
        """Where the release in the second language begins: below all that is of the first."""
        codes = [self.own[i] for i in self.prose]
        first, second = codes[0], codes[-1]
        at = codes.index(second)
        last, lead = self.prose[at - 1], self.prose[at]
        border = last + 1
        for index in range(last + 1, lead):
            text = self.paragraphs[index].text
            # Text before the lead of the second release stands in a part behind the first.
            behind = (
                is_of_contact(text) or is_tail_heading(text) or _is_text(self.paragraphs[index])
            )
            if self.own[index] == first or behind or _ends(text):
                border = index + 1
        between = range(border, lead + 1)
        turned = [i for i in between if self.paragraphs[i].lines[0].new_page]
        border = turned[0] if turned else border
        headed = any(
            self.own[i] == second and not is_tail_heading(self.paragraphs[i].text)
            for i in range(border, lead)
        ) or any(self.own[i] == second and not _is_text(p) for i, p in self._top())
        dated = bool(dateline.parse(self.paragraphs[lead].text))
        enough = few >= 2 and few >= SHARE_AFTER * many and few + many > 2 or many <= 2
        return border if dated and few >= 0.1 * many or headed and enough else None

    def _top(self) -> list[tuple[int, Paragraph]]:
        return list(enumerate(self.paragraphs[: self.prose[0]]))

    def _one_after_the_other(self, border: int, first: Language, second: Language):
        top = dict(self._top())
        placed: list[tuple[Language, ...]] = []
        for index, paragraph in enumerate(self.paragraphs):
            here = first if index < border else second
            # The top may be printed in both languages before the first of the two texts.
            if index in top and index < border:
                placed.append(BOTH if sides(paragraph.text) else (self.own[index] or here,))
            elif paragraph.pictures and not paragraph.text and index in (border - 1, border):
                placed.append(self._beside(index))
            else:
                placed.append((here,))
        regions = self._contacts()
        if regions and all(start >= border for start, _end in regions) and self._once(regions):
            self._share(placed, regions)
        return placed

    # Both in turn

    def _in_turn(self):
        placed: list[tuple[Language, ...]] = []
        for index, (paragraph, own) in enumerate(zip(self.paragraphs, self.own, strict=True)):
            if own:
                placed.append((own,))
            elif paragraph.text and sides(paragraph.text):
                placed.append(BOTH)
            elif paragraph.pictures:
                placed.append(self._beside(index))
            else:
                placed.append((self._near(index, -1) or self._near(index, 1) or "zh-hant",))
        regions = self._contacts()
        languages = {self.own[start] for start, _end in regions}
        if {None} == languages or len(languages) == 1 or None in languages:
            self._share(placed, regions)
        else:
            for start, end in regions:
                own = self.own[start]
                placed[start:end] = [(own,)] * (end - start)
        return placed

    def _near(self, index: int, step: int) -> Language | None:
        place = index + step
        while 0 <= place < len(self.own) and not self.own[place]:
            place += step
        return self.own[place] if 0 <= place < len(self.own) else None

    def _beside(self, index: int) -> tuple[Language, ...]:
        """The languages of a picture: those of the captions at it, else of the texts around it."""
        captions = [
            i
            for i in (index - 2, index - 1, index + 1, index + 2)
            if 0 <= i < len(self.own) and self.own[i] and _is_caption(self.paragraphs[i])
        ]
        below = [i for i in captions if i > index] or captions
        around = [self.own[i] for i in below] or [self._near(index, -1), self._near(index, 1)]
        return tuple(language for language in BOTH if language in around) or BOTH

    # Contacts

    def _contacts(self) -> list[tuple[int, int]]:
        """From where to where contacts stand, each with its heading; two that adjoin, one in each
        language, head one block."""
        regions: list[tuple[int, int]] = []
        start = None
        for index, paragraph in enumerate([*self.paragraphs, None]):
            text = paragraph.text if paragraph else ""
            heading = bool(paragraph) and is_contact_heading(text)
            over = paragraph is None or heading or is_tail_heading(text) or self._is_text(index)
            if start is not None and over and not (heading and index == start + 1):
                regions.append((start, index))
                start = None
            if heading and start is None:
                start = index
        return regions

    def _once(self, regions: list[tuple[int, int]]) -> bool:
        """Whether the numbers and addresses of contacts are printed nowhere else."""
        inside = {i for start, end in regions for i in range(start, end)}
        reached: tuple[set[str], set[str]] = set(), set()
        for index, paragraph in enumerate(self.paragraphs):
            reached[index in inside].update(_reached(paragraph.text))
        return not reached[0] & reached[1]

    def _is_text(self, index: int) -> bool:
        text = self.paragraphs[index].text
        return is_prose(text) and not is_of_contact(text)

    def _share(self, placed: list, regions: list[tuple[int, int]]) -> None:
        """Contacts printed once are for both; a number printed for each language is for that one."""
        for start, end in regions:
            inside = range(start, end)
            bilingual = {
                language
                for language in BOTH
                for i in inside[1:]
                if not is_contact_heading(self.paragraphs[i].text)
                and (self.own[i] == language or sides(self.paragraphs[i].text))
            }
            reached = {
                language: [
                    _reached(self.paragraphs[i].text)
                    for i in inside
                    if self.own[i] in (language, None)
                ]
                for language in BOTH
            }
            for i in inside:
                own, text = self.own[i], self.paragraphs[i].text
                if is_contact_heading(text) and own:
                    placed[i] = (own,)
                elif own and len(bilingual) > 1:
                    (other,) = set(BOTH) - {own}
                    numbers = _reached(text)
                    theirs = numbers and not numbers <= set().union(*reached[other])
                    placed[i] = BOTH if theirs else (own,)
                else:
                    placed[i] = BOTH


def is_prose(text: str) -> bool:
    """Whether a paragraph is running text: no heading, no name, no line of a contact."""
    if shapes.is_contact_line(text) or shapes.is_bullet(text):
        return False
    # A headline in English may fill two lines.
    longest = 100 if HAN.search(text) else 150
    return shapes.ends_sentence(text) and shapes.width(text) > 16 or shapes.width(text) > longest


def _is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text and not printed as a heading, however long."""
    heads = paragraph.style in ("title", "heading") and not shapes.ends_sentence(paragraph.text)
    return is_prose(paragraph.text) and not heads


def is_contact_heading(text: str) -> bool:
    return any(
        len(piece) < 120
        and (
            shapes.CONTACT_HEADING.match(shapes.heading(piece) or "-")
            or (shapes.CONTACT_SENTENCE.match(piece) and shapes.COLON_END.search(piece))
        )
        for piece in sides(text) or (text,)
    )


def is_tail_heading(text: str) -> bool:
    """Whether a standing text, notes, contacts or legal words begin here, in one language or both."""
    if is_contact_heading(text):
        return True
    for piece in sides(text) or (text,):
        line = shapes.heading(piece)
        if line and (
            shapes.about(piece)
            or shapes.NOTES_HEADING.match(line)
            or sections.LEGAL_HEADING.match(line)
        ):
            return True
    return bool(shapes.about_inline(text))


def is_of_contact(text: str) -> bool:
    if dateline.alone(text):
        return False
    return shapes.is_contact_line(text) or len(text) < 200 and bool(_reached(text))


def _reached(text: str) -> set[str]:
    """The numbers and addresses of a line, by which contacts are known in both languages."""
    digits = re.findall(r"\+?\d(?:[\d\s\-()]*\d){6,}", shapes.EMAIL.sub(" ", text))
    return {m.lower() for m in shapes.EMAIL.findall(text)} | {
        re.sub(r"\D", "", number)[-8:] for number in digits
    }


def _ends(text: str) -> bool:
    return bool(shapes.END_MARK.match(text) or shapes.LINK.match(text))


def _is_caption(paragraph: Paragraph) -> bool:
    return paragraph.style == "caption" or shapes.is_caption(paragraph.text)


def _in_language(paragraph: Paragraph, language: Language) -> Paragraph | None:
    """A paragraph for both as one language has it: of a line of both, its side of it."""
    lines = tuple(
        dataclasses.replace(line, text=side(line.text, language)) for line in paragraph.lines
    )
    if [line.text for line in lines] == [line.text for line in paragraph.lines]:
        return paragraph
    text = side(paragraph.text, language) if len(lines) == 1 else "\n".join(x.text for x in lines)
    return dataclasses.replace(paragraph, text=text, lines=lines, marks=(), cells=(), table=0)
