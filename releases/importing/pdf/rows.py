"""Letters to rows: what stands on one line of print, with its words and its emphasis."""

import dataclasses
import itertools
import statistics
import unicodedata

from .. import shapes
from .letters import Letter

# In ems. Words stand apart by a quarter, Chinese and Latin by as much without a space in the text;
# a tab, or what an author left open, is wider than any line that was stretched to the margin.
WORD_SPACE = 0.17
MIXED_SPACE = 0.4
HAN_SPACE = 0.75
OPEN_SPACE = 1.7
BULLET = "•"


@dataclasses.dataclass
class Row:
    """One line of print. ``tags`` go with the characters of ``text``: pairs of a tag and an address."""

    letters: list[Letter]
    text: str = ""
    tags: list[frozenset] = dataclasses.field(default_factory=list)
    base: float = 0
    size: float = 0
    x0: float = 0
    x1: float = 0
    page: int = 0

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.2 * self.size

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def is_bold(self) -> bool:
        return self._whole("bold")

    @property
    def is_italic(self) -> bool:
        return self._whole("italic")

    def _whole(self, name: str) -> bool:
        words = [letter for letter in self.letters if letter.text[0].isalnum()]
        return bool(words) and all(getattr(letter, name) for letter in words)

    @property
    def text_x0(self) -> float:
        """Where the words begin that follow a bullet or a number."""
        rest = shapes.without_bullet(self.text) if shapes.is_bullet(self.text) else self.text
        begun = len(self.text) - len(rest)
        place = 0
        for letter in self.letters:
            if place >= begun and not letter.text.isspace():
                return letter.x0
            place = self.text.find(letter.text, place) + len(letter.text)
        return self.x0


def rows(letters: list[Letter], page: int) -> list[Row]:
    """The rows of a page from top to bottom; letters side by side are one row, however far apart."""
    groups: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: one.base):
        near = 0.2 * (letter.size or 10)
        if groups and letter.base - groups[-1][0].base <= near:
            groups[-1].append(letter)
        else:
            groups.append([letter])
    made = [_measured(group, page) for group in groups if any(not g.text.isspace() for g in group)]
    return [_written(row) for row in _with_raised(made)]


def segments(row: Row) -> list[Row]:
    """A row cut where it is left open: the columns it may be part of."""
    pieces: list[list[Letter]] = []
    open_space, last = _open_space(row), None
    for letter in row.letters:
        if letter.text.isspace():
            if pieces:
                pieces[-1].append(letter)
            continue
        apart = last is None or letter.x0 - last.x1 > open_space
        if apart and not (len(pieces) == 1 and _is_bullet(pieces[0])):
            pieces.append([letter])
        else:
            pieces[-1].append(letter)
        last = letter
    return [_again(row, piece) for piece in pieces]


def _is_bullet(letters: list[Letter]) -> bool:
    """Whether letters are the mark of a list: what stands behind it is no column of its own."""
    return len(letters) < 8 and shapes.is_bullet(
        "".join(one.text for one in letters).strip() + " x"
    )


def divided(row: Row, place: float) -> tuple[Row, Row | None]:
    """A row cut where a space, wider than one between words, ends at a place or goes over it."""
    words = [letter for letter in row.letters if not letter.text.isspace()]
    for last, letter in itertools.pairwise(words):
        if last.x1 + 0.33 * row.size < place + 1.5 and letter.x0 > place - 1.5:
            left = [one for one in row.letters if one.x0 < letter.x0 - 0.1]
            return _again(row, left), _again(row, [one for one in row.letters if one not in left])
    return row, None


def part(row: Row, letters: list[Letter]) -> Row:
    """A row with some of its letters only."""
    return _again(row, letters)


def joined(one: Row, other: Row) -> Row:
    """Two segments of one row, side by side."""
    return _again(one, [*one.letters, *other.letters])


def _again(row: Row, letters: list[Letter]) -> Row:
    made = _measured(letters, row.page)
    made.base, made.size = row.base, max(made.size, 0.1)
    return _written(made)


def _measured(letters: list[Letter], page: int) -> Row:
    letters = sorted(letters, key=lambda letter: letter.x0)
    words = [letter for letter in letters if not letter.text.isspace()] or letters
    return Row(
        letters,
        base=statistics.median_low([letter.base for letter in words]),
        size=statistics.median_high([letter.size for letter in words]) or 1,
        x0=words[0].x0,
        x1=max(letter.x1 for letter in words),
        page=page,
    )


# Letters above and below the line


def _with_raised(made: list[Row]) -> list[Row]:
    """Rows with the small letters that are raised above or set below them."""
    kept: list[Row] = []
    small = set()
    for index, row in enumerate(made):
        for other in made[max(0, index - 2) : index + 3]:
            offset = other.base - row.base
            if (
                row.size < 0.9 * other.size
                and (
                    0.15 * other.size < offset < 0.65 * other.size
                    or -0.35 < offset / other.size < 0
                )
                and _fits(row, other)
            ):
                small.add(id(row))
                other.letters = sorted([*other.letters, *row.letters], key=lambda one: one.x0)
                other.x0, other.x1 = min(other.x0, row.x0), max(other.x1, row.x1)
                break
    kept.extend(row for row in made if id(row) not in small)
    return kept


def _fits(small: Row, row: Row) -> bool:
    """Whether small letters stand each behind a letter of the row, in a place left for them."""
    letters = [letter for letter in small.letters if not letter.text.isspace()]
    if len(letters) > 12:
        return False
    words = [letter for letter in row.letters if not letter.text.isspace()]
    left_free = all(
        not any(w.x0 + 0.1 * w.size < one.middle < w.x1 - 0.1 * w.size for w in words)
        for one in letters
    )
    near = any(abs(small.x0 - word.x1) < 0.4 * row.size for word in words)
    return left_free and near


# Words


def _written(row: Row) -> Row:
    """The row with its text: spaces where words stand apart, none between Han."""
    pieces: list[str] = []
    tags: list[frozenset] = []
    last: Letter | None = None
    spaced = False
    tracked, open_space = _tracked(row), _open_space(row)
    for letter in row.letters:
        if letter.text.isspace():
            spaced = spaced or bool(last)
            # An ideographic space was typed by somebody.
            continue
        if last and (gap := _gap(row, last, letter, spaced, tracked, open_space)):
            pieces.append(gap)
            common = _tags(row, last) & _tags(row, letter)
            tags += [common] * len(gap)
        text = BULLET if not last and _is_symbol(letter) else letter.text
        pieces.append(text)
        tags += [_tags(row, letter)] * len(text)
        last, spaced = letter, False
    row.text, row.tags = "".join(pieces), tags
    return row


def _gap(
    row: Row, last: Letter, letter: Letter, spaced: bool, tracked: float, open_space: float
) -> str:
    ems = (letter.x0 - last.x1) / row.size - tracked
    if shapes.SURE_BULLET.match(last.text + "x") and last is row.letters[0]:
        return " "
    if letter.x0 - last.x1 > open_space:
        return "  "
    if last.text in "“‘":
        return ""
    if letter.text in "“‘" and (last.text.isalnum() or last.text in ":,.;!?") and not _is_han(last):
        # In a Chinese font these marks are as wide as Han, and the space falls behind them.
        return " "
    if _is_han(last) and _is_han(letter):
        return " " if ems > HAN_SPACE else ""
    if spaced:
        return " "
    wide = [_is_wide(last), _is_wide(letter)]
    if all(wide):
        return " " if ems > HAN_SPACE else ""
    return " " if ems > (MIXED_SPACE if any(wide) else WORD_SPACE) else ""


def _open_space(row: Row) -> float:
    """The width in points from which on a space was left open on purpose.

    Where a line was stretched to the margin all its spaces are wide.
    """
    words = [letter for letter in row.letters if not letter.text.isspace()]
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    spaces = [gap for gap in gaps if gap > WORD_SPACE * row.size]
    usual = statistics.median_low(spaces) if len(spaces) > 3 else 0
    return max(OPEN_SPACE * row.size, 2.5 * usual)


def _tracked(row: Row) -> float:
    """By how much the letters of a row are set apart, in ems: not all of these gaps are spaces."""
    words = [letter for letter in row.letters if not letter.text.isspace()]
    if len(words) < 4 or not any(letter.text.isspace() for letter in row.letters):
        return 0
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    return max(0, statistics.median(gaps) / row.size)


def _is_han(letter: Letter) -> bool:
    return unicodedata.east_asian_width(letter.text[0]) in "WF"


def _is_wide(letter: Letter) -> bool:
    wide = letter.x1 - letter.x0 > 0.8 * letter.size
    return _is_han(letter) or letter.text[0] in "“”‘’…—" and wide


def _is_symbol(letter: Letter) -> bool:
    return "\uf000" <= letter.text <= "\uf0ff" or letter.symbol and not letter.text.isalnum()


def _tags(row: Row, letter: Letter) -> frozenset:
    tags = set()
    if letter.bold:
        tags.add(("strong", ""))
    if letter.italic:
        tags.add(("em", ""))
    if letter.href:
        tags.add(("a", letter.href))
    if letter.size < 0.9 * row.size:
        if letter.base < row.base - 0.1 * row.size:
            tags.add(("sup", ""))
        elif letter.base > row.base + 0.05 * row.size:
            tags.add(("sub", ""))
    return frozenset(tags)
