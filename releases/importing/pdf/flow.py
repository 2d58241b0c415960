"""Rows to passages: which lines of print are one paragraph, by their places and their print.

What plain text can only guess from the length of lines is measured here: the space between rows,
the room that was left at the end of a row, indents, the size of the print.
"""

import dataclasses
import itertools
import re
import statistics
from collections import Counter

from .. import plain_text, shapes
from ..paragraphs import Line, Style
from .columns import Flow
from .rows import Row

# In ems: the narrowest flow whose lines are taken to be wrapped without a sign of it.
WIDE = 24
# No paragraph of a release fills eight pages.
MOST_ROWS = 400
DIVIDED = re.compile(r"[A-Za-z]+-\n[A-Za-z]+")


@dataclasses.dataclass
class Passage:
    """A paragraph while it is made. ``tags`` go with the characters of ``text``."""

    rows: list[Row]
    text: str = ""
    tags: list[frozenset] = dataclasses.field(default_factory=list)
    style: Style = ""


@dataclasses.dataclass
class Print:
    """How the whole file is printed: the size of its text, the step from row to row by size, the
    words of all its lines, whether spaces or indents part its paragraphs, whether words are divided
    at the ends of lines, and those that were.
    """

    size: float
    steps: dict[float, float]
    layout: plain_text.Layout
    is_spaced: bool
    words: Counter
    divides: bool
    hyphens: list[tuple[Row, str]] = dataclasses.field(default_factory=list)

    def step(self, row: Row) -> float:
        """The usual distance from a row to the next one of its paragraph."""
        return self.steps.get(round(row.size), 0) or self.steps[0] * row.size


def measure(flows: list[Flow]) -> Print:
    rows = [row for flow in flows for row in flow.rows]
    weights: Counter = Counter()
    for row in rows:
        weights[round(row.size * 2) / 2] += len(row.text)
    size = weights.most_common(1)[0][0] if weights else 10
    lines = [Line(1, row.text) for row in rows if row.text]
    whole = DIVIDED.sub(" ", "\n".join(row.text for row in rows))
    words = Counter(word.lower() for word in re.findall("[A-Za-z]+", whole))
    ends = sum(bool(plain_text.HYPHENATED.search(row.text)) for row in rows)
    inner = sum(len(re.findall("[A-Za-z]-[a-z]", row.text)) for row in rows)
    # A program that divides words does so often; authors' own hyphens seldom end a line.
    divides = ends >= 2 and ends > 0.4 * inner
    found = Print(size, _steps(flows), plain_text.measure(lines), False, words, divides)
    ends = [
        (row, below)
        for flow in flows
        for row, below in itertools.pairwise(flow.rows)
        if row.page == below.page
        and flow.x1 - row.x1 > 0.25 * (flow.x1 - flow.x0)
        and shapes.ends_sentence(row.text)
    ]
    apart = [
        (row, below)
        for row, below in ends
        if below.base - row.base > 1.17 * found.step(row) or below.x0 > row.x0 + 0.9 * row.size
    ]
    return dataclasses.replace(found, is_spaced=bool(ends) and len(apart) > 0.7 * len(ends))


def _steps(flows: list[Flow]) -> dict[float, float]:
    """The step between wrapped rows for every size of print; under 0 that of all, in ems."""
    seen: dict[float, list[float]] = {}
    for flow in flows:
        for row, below in itertools.pairwise(flow.rows):
            step = below.base - row.base
            alike = abs(row.size - below.size) < 0.5 and row.page == below.page
            if (
                alike
                and 0.9 * row.size < step < 3.2 * row.size
                and not _ended_early(row, below, flow)
            ):
                seen.setdefault(round(row.size), []).append(step)
    found = {size: _usual(steps) for size, steps in seen.items() if len(steps) > 1}
    ratios = [step / size for size, steps in seen.items() for step in steps if size]
    return {**found, 0: _usual(ratios) if ratios else 1.4}


def _usual(steps: list[float]) -> float:
    """The step that most have, the smaller one where two are as frequent."""
    counts = Counter(round(step, 1) for step in steps)
    return min(counts, key=lambda step: (-counts[step], step))


# Where a passage ends


def passages(flow: Flow, manner: Print) -> list[Passage]:
    wrapped = is_wrapped(flow)
    found: list[Passage] = []
    for row in flow.rows:
        if found and not _starts_new(found[-1].rows, row, flow, manner, wrapped):
            found[-1].rows.append(row)
        else:
            found.append(Passage([row]))
    for passage in found:
        write(passage, flow, manner)
    return found


def is_wrapped(flow: Flow) -> bool:
    """Whether the rows of a flow end where the room ends, not only where their author ended them."""
    if not flow.rows:
        return False
    size = statistics.median(row.size for row in flow.rows)
    if flow.is_cell or flow.x1 - flow.x0 >= WIDE * size:
        return True
    full = [
        row
        for row, below in itertools.pairwise(flow.rows)
        if not _ended_early(row, below, flow) and not shapes.ends_sentence(row.text)
    ]
    return len(full) >= 2 and len(full) >= 0.25 * len(flow.rows)


def _starts_new(group: list[Row], row: Row, flow: Flow, manner: Print, wrapped: bool) -> bool:
    last = group[-1]
    goes_on = plain_text._cut_off(last.text, row.text)
    alike = abs(last.size - row.size) < 0.06 * max(last.size, row.size)
    step, usual = row.base - last.base, manner.step(last)
    extra = (step - usual) / usual
    if (
        extra > 1.2
        or step <= 0
        or not alike
        and not (goes_on and extra < 0.3 and abs(last.size - row.size) < 2)
    ):
        return True
    if plain_text._stands_alone(last.text) or plain_text._stands_alone(row.text):
        leads = shapes.WEB_ADDRESS.match(row.text) and plain_text.LEADS_TO_LINK.search(last.text)
        return not (extra < 0.2 and (leads or wrapped and _addresses(last, row, flow)))
    if shapes.SURE_BULLET.match(row.text) or shapes.FIGURE_LABEL.match(row.text):
        return True
    # Where spaces part the paragraphs, a line that ends a little early is only ragged.
    ragged = min(0.12 * (flow.x1 - flow.x0), 6 * row.size) if manner.is_spaced else 0
    early = not wrapped or _ended_early(last, row, flow, ragged)
    free = early or shapes.ends_sentence(last.text) or shapes.COLON_END.search(last.text)
    if shapes.is_section_heading(row.text):
        return bool(free or extra > 0.15)
    if shapes.WEAK_BULLET.match(row.text) and (
        free or plain_text._next_item(group[0].text, row.text)
    ):
        return True
    if last.is_bold != row.is_bold and not (goes_on and not early):
        return True
    if _is_indented(group, row, last):
        return not goes_on
    if extra > (0.17 if free else 0.35):
        return not (goes_on and not early and extra < 0.9)
    large = last.size > 1.15 * manner.size
    return early and not goes_on and not large


def _addresses(last: Row, row: Row, flow: Flow) -> bool:
    """Whether a sentence only goes on with an e-mail address, or behind one, in the next row."""
    return not (
        _ended_early(last, row, flow)
        or shapes.ends_sentence(last.text)
        or any(
            shapes.CONTACT_LINE.match(one.text)
            or plain_text._stands_alone(shapes.EMAIL.sub("", one.text))
            for one in (last, row)
        )
    )


def _is_indented(group: list[Row], row: Row, last: Row) -> bool:
    """Whether a row begins further in than the one above, as the first of a paragraph does."""
    if shapes.is_bullet(group[0].text) and len(group) == 1:
        return False
    centred = abs((row.x0 + row.x1) - (last.x0 + last.x1)) < 3
    return row.x0 > last.x0 + 0.9 * row.size and not centred


def _ended_early(last: Row, row: Row, flow: Flow, ragged: float = 0) -> bool:
    """Whether the next word would have had room on the row before it."""
    left, right = last.x0 - flow.x0, flow.x1 - last.x1
    centred = left > last.size and abs((row.x0 + row.x1) - (last.x0 + last.x1)) < 3
    at_right = left > 3 * last.size and abs(last.x1 - row.x1) < 2 and abs(last.x0 - row.x0) > 3
    room = left + right if centred or at_right else right
    ended = shapes.ends_sentence(last.text) or shapes.COLON_END.search(last.text)
    if shapes.HAN_CHARACTER.match(row.text[:1]) or shapes.width(row.text[:1]) == 2:
        # One or two characters may have moved on with a mark that cannot begin or end a line.
        return room > max(ragged, (1.6 if ended else 3.2) * last.size)
    return room > _first_word(row) + max(ragged, (0.4 if ended else 0.8) * last.size)


def _first_word(row: Row) -> float:
    end = row.x0
    for letter in row.letters:
        if letter.text.isspace() and end > row.x0:
            break
        if letter.x0 - end > 0.17 * row.size and end > row.x0 or shapes.width(letter.text[:1]) == 2:
            break
        end = max(end, letter.x1)
    return end - row.x0


def goes_over(last: Passage, first: Passage, flow: Flow, manner: Print) -> bool:
    """Whether a passage goes on at the head of the next page or column."""
    one, other = last.rows[-1], first.rows[0]
    if last.style != first.style or abs(one.size - other.size) > 0.5:
        return False
    if len(last.rows) > MOST_ROWS:
        return False
    if any(plain_text._stands_alone(row.text) for row in (one, other)):
        return False
    if shapes.is_bullet(other.text) or shapes.FIGURE_LABEL.match(other.text):
        return False
    if shapes.is_section_heading(other.text) or shapes.COLON_END.search(one.text):
        return False
    if plain_text._cut_off(one.text, other.text):
        return True
    if not is_wrapped(flow) or _ended_early(one, other, flow):
        return False
    if not shapes.ends_sentence(one.text):
        return True
    mark = shapes.unclosed(last.text)
    return bool(mark) and not other.text.startswith(mark)


# Text and style


def write(passage: Passage, flow: Flow, manner: Print) -> None:
    """Give a passage its text, its tags and its style, from its rows."""
    layout = dataclasses.replace(
        manner.layout, chinese=any(shapes.HAN_CHARACTER.search(row.text) for row in passage.rows)
    )
    first, *others = passage.rows
    text, tags = first.text, list(first.tags)
    for last, row in zip(passage.rows, others, strict=False):
        divided: list[tuple[int, str]] = []
        after = plain_text._join(text, Line(0, row.text), layout, divided)
        for _number, word in divided:
            if "-" in word and manner.divides and not _is_compound(word, manner):
                after = after.replace(f"-{row.text}", row.text)
                word = word.replace("-", "")
            manner.hyphens.append((row, word))
        added = len(after) - len(row.text)
        if added == len(text) and _is_broken(last, row, flow, manner):
            after, added = f"{text} {row.text}", added + 1
        common = tags[-1] & row.tags[0] if added > len(text) else frozenset()
        del tags[added:]
        tags += [common] * (added - len(text))
        tags += row.tags
        text = after
    passage.text, passage.tags = _without_soft_hyphens(text, tags)
    passage.style = _style(passage, manner)
    whole = frozenset.intersection(*passage.tags) if passage.tags else frozenset()
    plain = whole & {("em", ""), ("strong", "")}
    if passage.style:
        plain |= {("strong", "")}
    passage.tags = [tag - plain for tag in passage.tags]


def _is_compound(word: str, manner: Print) -> bool:
    """Whether both halves of a word that was divided stand elsewhere as words of their own."""
    words = manner.words
    return all(words[half.lower()] for half in word.split("-"))


def _is_broken(last: Row, row: Row, flow: Flow, manner: Print) -> bool:
    """Whether a headline in Chinese goes on in a line of its own: its clauses stay apart."""
    return last.size > 1.15 * manner.size and _ended_early(last, row, flow)


def _without_soft_hyphens(text: str, tags: list[frozenset]) -> tuple[str, list[frozenset]]:
    kept = [(c, tag) for c, tag in zip(text, tags, strict=True) if c != "\xad"]
    return "".join(c for c, _tag in kept), [tag for _c, tag in kept]


def _style(passage: Passage, manner: Print) -> Style:
    size = statistics.median(row.size for row in passage.rows)
    if shapes.width(passage.text) > 200 or not re.search(r"\w", passage.text):
        return ""
    if size >= 1.12 * manner.size:
        return "heading"
    return "bold" if all(row.is_bold for row in passage.rows) else ""
