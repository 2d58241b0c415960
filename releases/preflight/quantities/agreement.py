"""Whether what a release says in Chinese and in English is the same: days, times, numbers, addresses.

Passages that stand in the same place are compared. What the other language says elsewhere, in the
next paragraph or in the same part, is said.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from ..reading import PROSE, Passage, Reading
from . import addresses, clock, mentions
from .days import ANY, Day, days, follows
from .mentions import LOOSE, Mention, narrow
from .quantities import SAME, comparable, quantities, same_rounded, same_share

BRIEF = {"headline", "sub_headline", "key_point", "subheading", "caption", "alt_text"}
"""Passages that leave out in one language what another says, as long as it stands somewhere."""


class Disagreement(NamedTuple):
    """``mention`` stands in ``passage``; ``other`` stands in its place in the other language, if anything."""

    passage: Passage
    mention: Mention
    counterpart: Passage
    other: Mention | None


Read = Callable[[Passage], list[Mention]]


def pairs(reading: Reading, *, boilerplates: bool) -> list[tuple[Passage, Passage]]:
    """What is compared: sentences of boilerplates, or all others."""
    return [
        pair
        for pair in reading.pairs
        if pair[0].kind in PROSE and (pair[0].kind == "boilerplate") == boilerplates
    ]


def disagreements(
    reading: Reading,
    read: Read,
    same: list[mentions.Same],
    *,
    comparable: mentions.Same = lambda a, b: True,
    alike: mentions.Same = lambda a, b: a.kind == b.kind,
    nearly: tuple[mentions.Same, ...] = (),
    explained: Callable[[Mention, Mention, bool], bool] | None = None,
    boilerplates: bool = False,
) -> list[Disagreement]:
    """Return what differs, in the order of print.

    ``explained(one, other, alone)`` says whether a mention on the other side makes one that has no
    equal no mistake; ``alone`` where nothing stands in its place.
    """
    compared = pairs(reading, boilerplates=boilerplates)
    found = []
    for number, (chinese, english) in enumerate(compared):
        left, right = read(chinese), read(english)
        lengths = len(chinese.text), len(english.text)
        for a, b in mentions.differences(left, right, same, comparable, alike, nearly, lengths):
            found.append((number, a, b))
    around = _Around(reading, compared, read, same)
    kept = []
    for number, a, b in found:
        chinese, english = compared[number]
        left, right = read(chinese), read(english)
        if a is not None and b is not None:
            if explained:
                told = [any(explained(a, o, False) for o in right), any(explained(b, o, False) for o in left)]  # fmt: skip
                if all(told):
                    continue
            if _exchanged(a, b, [f for f in found if abs(f[0] - number) == 1], same):
                continue
            kept.append(Disagreement(english, b, chinese, a))
            continue
        one, passage, counterpart, others = (b, english, chinese, left) if b else (a, chinese, english, right)  # fmt: skip
        if explained and any(explained(one, other, True) for other in others):
            continue
        if around.anywhere(one, passage, counterpart, number):
            continue
        kept.append(Disagreement(passage, one, counterpart, None))
    return _not_moved(kept, same)


def _exchanged(a, b, beside, same):
    """Whether the next paragraph lacks in each language what this one has there too much."""
    return any(
        there is not None and any(rule(a, there) for rule in same) for _n, _z, there in beside
    ) and any(
        there is not None and any(rule(there, b) for rule in same) for _n, there, _e in beside
    )


def _not_moved(found, same):
    """Leave out what one paragraph lacks and another one has too much."""
    alone = [each for each in found if each.other is None]
    return [
        each
        for each in found
        if each.other is not None
        or not any(
            other.passage.language != each.passage.language
            and any(rule(each.mention, other.mention) for rule in same)
            for other in alone
        )
    ]


class _Around:
    """What the other language says elsewhere."""

    def __init__(self, reading, compared, read, same):
        self.reading, self.compared, self.read, self.same = reading, compared, read, same

    def near(self, one, number, language):
        """Whether the paragraph before or after says it in this language."""
        index = 0 if language == "zh-hant" else 1
        return any(
            self._says(self.compared[n][index], one)
            for n in (number - 1, number + 1)
            if 0 <= n < len(self.compared)
            and self.compared[n][0].kind in ("text", "quote")
            and self.compared[number][0].kind in ("text", "quote")
        )

    def anywhere(self, one, passage, counterpart, number):
        language = counterpart.language
        if self.near(one, number, language):
            return True
        brief = passage.kind in BRIEF
        return any(
            self._says(other, one)
            for other in self.reading.prose(language)
            if brief or (other.place.part and other.place.part == passage.place.part)
        )

    def _says(self, passage, one):
        return any(rule(one, said) for said in self.read(passage) for rule in self.same)


# Days


def day_disagreements(reading: Reading, *, boilerplates: bool = False) -> list[Disagreement]:
    """Days, months, quarters and years that differ. To print a day in one language and “today” in the
    other is the same where it is the dateline's."""
    date = reading.document.dateline.date

    def read(passage):
        return [m for m in days(passage.text, passage.language, date) if m.weight]

    def explained(one, other, alone):
        if other.weight == LOOSE and other.values[0] != ANY and same_day(one, other):
            return True
        if not alone:
            return False
        dateline = date and Day(date.year, date.month, date.day)
        if dateline and one.values[0].day and _compatible(one.values[0], dateline):
            return True
        return other.values[0] == ANY or any(_compatible(v, other.values[0]) for v in one.values)

    found = disagreements(
        reading,
        read,
        [lambda a, b: a.values[0] == b.values[0], same_day],
        comparable=lambda a, b: _shape(a.values[0]) == _shape(b.values[0]),
        alike=lambda a, b: a.values[0].day == b.values[0].day,
        explained=explained,
        boilerplates=boilerplates,
    )
    return _once_a_row(found, read)


def _once_a_row(found, read):
    """Of days in a row of which all have another month or year, the first is said, with the words that
    name it: “17 and 18 February”, 2027年2月19日至3月21日. A year that comes from a day of the row that
    differs otherwise is not said."""
    kept, said = [], set()
    rows = [_row(each.mention, each.passage, read) for each in found]
    slips = [_slip(each.mention, each.other) if each.other else None for each in found]
    others = {
        (each.passage.place, row[0].start)
        for each, row, slip in zip(found, rows, slips, strict=True)
        if slip is None or slip[0] != "year"
    }
    for each, row, slip in zip(found, rows, slips, strict=True):
        if slip is None:
            # Both months of “January–March 2026” are the whole of it.
            if not any(_is_same_place(each, one) for one in kept):
                kept.append(each)
            continue
        key = each.passage.place, row[0].start, slip
        if slip[0] == "year" and key[:2] in others:
            continue
        if key not in said and len(row) > 1:
            there = _row(each.other, each.counterpart, read)
            mention = _in_full(each.mention, row, slip, each.passage)
            other = _in_full(each.other, there, slip, each.counterpart)
            each = each._replace(mention=mention, other=other)
        if key not in said:
            kept.append(each)
        said.add(key)
    return kept


def _is_same_place(a, b):
    return a.passage.place == b.passage.place and a.mention[2:4] == b.mention[2:4]


def _slip(a, b):
    """How far the months or the years are apart, where the rest is the same."""
    x, y = a.values[0], b.values[0]
    if not x.day or x.day != y.day or not x.month or not y.month:
        return None
    if x.month == y.month:
        return ("year", y.year - x.year) if x.year and y.year else None
    return ("month", y.month - x.month) if x.year == y.year or not (x.year and y.year) else None


def _row(one, passage, read):
    """The days that stand in a row with one in its passage, and itself."""
    row = [one]
    if not one.values[0].day:
        return row
    found = sorted((m for m in read(passage) if m.values[0].day), key=lambda m: m.start)
    at = found.index(one)
    for other in found[at + 1 :]:
        if not follows(passage.text, row[-1], other):
            break
        row.append(other)
    for other in reversed(found[:at]):
        if not follows(passage.text, other, row[0]):
            break
        row.insert(0, other)
    return row


_PRINTED = {
    "year": re.compile(r"\d{4}|[〇零○一二三四五六七八九]{4}"),
    "month": re.compile(r"[A-Za-z]{3}|月"),
}


def _in_full(one, row, slip, passage):
    """A day with the words of its row up to those that name its month or year."""
    pattern = _PRINTED[slip[0]]
    naming = [other for other in row if pattern.search(narrow(other.words))]
    if not naming or one in naming:
        return one
    other = min(naming, key=lambda other: abs(other.start - one.start))
    start, end = min(one.start, other.start), max(one.end, other.end)
    return one._replace(start=start, end=end, words=passage.text[start:end])


def same_day(a: Mention, b: Mention) -> bool:
    """The same day, or month, or year; one may leave out the year."""
    return any(
        _shape(x) == _shape(y) and _compatible(x, y)
        for x in a.values
        for y in b.values
        if ANY not in (x, y)
    )


def _shape(day):
    return day.month is not None, day.day is not None, day.part[:1]


def _compatible(x, y):
    """Whether two days may be the same one: nothing that both say differs, and both say something."""
    if _years(x) and _years(y) and not _years(x) & _years(y):
        return False
    both = [(a, b) for a, b in ((x.month, y.month), (x.day, y.day)) if a and b]
    if x.part and y.part and x.part != y.part:
        return False
    shared = both or x.part and x.part == y.part or _years(x) and _years(y)
    return all(a == b for a, b in both) and bool(shared)


def _years(day):
    if not day.year:
        return set()
    return {day.year, int(day.part)} if day.part.isdigit() else {day.year}


# Times and weekdays


def time_disagreements(reading: Reading, *, boilerplates: bool = False) -> list[Disagreement]:
    """Times of the clock that differ."""
    return disagreements(
        reading,
        lambda passage: list(clock.times(passage.text, passage.language)),
        [share],
        boilerplates=boilerplates,
    )


def weekday_disagreements(reading: Reading) -> list[Disagreement]:
    """Days of the week that differ; to name none is no difference."""
    found = disagreements(
        reading, lambda passage: list(clock.weekdays(passage.text, passage.language)), [share]
    )
    return [each for each in found if each.other is not None]


def share(a: Mention, b: Mention) -> bool:
    """Whether two may mean the same."""
    return any(value in b.values for value in a.values)


# Addresses


_RULES = {"email": share, "website": addresses.same_website, "phone": addresses.same_phone}


def address_disagreements(
    reading: Reading, kind: str, *, boilerplates: bool = False
) -> list[Disagreement]:
    """E-mail addresses, websites or phones that differ."""
    links = _links(reading) if kind == "website" else {}

    def read(passage):
        found = [m for m in addresses.addresses(passage.text) if m.kind == kind]
        return found + links.get(passage.place, [])

    return disagreements(reading, read, [_RULES[kind]], boilerplates=boilerplates)


def _links(reading):
    blocks = (*reading.document.body, *reading.document.notes_to_editors)
    return {
        passage.place: addresses.links(block.html[passage.language])
        for block in blocks
        if hasattr(block, "html")
        for language in block.html
        if (passage := reading.passage(block.key, "html", language)) is not None
    }


# Quantities


def quantity_disagreements(reading: Reading, *, boilerplates: bool = False) -> list[Disagreement]:
    """Numbers, amounts and shares that differ."""
    today = reading.document.dateline.date
    return disagreements(
        reading,
        lambda passage: list(quantities(passage.text, passage.language, today)),
        SAME,
        comparable=comparable,
        nearly=(same_share, same_rounded),
        boilerplates=boilerplates,
    )
