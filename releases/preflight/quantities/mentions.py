"""What a text mentions that can be held against its counterpart: a number, a day, an address."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

LOOSE, FAIR, FIRM = 1, 2, 3
"""How sure it is that a mention means what it says: one that is loose only answers for another one,
a fair one is missed where the other language says something else, a firm one wherever it is missing."""

# Full-width forms that stand for the ASCII character: one for one, so that places stay.
_NARROW = str.maketrans(
    "０１２３４５６７８９％．／：＋－＃＠＄￥\u00a0\u2009\u202f\u3000",
    "0123456789%./:+-#@$¥    ",
)


_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3})")


class Mention(NamedTuple):
    """``values`` are what it may mean, the plain meaning first; ``unit`` tells a currency from another
    one; ``rough`` is a value that its text calls approximate."""

    kind: str
    values: tuple[Any, ...]
    start: int
    end: int
    words: str
    weight: int = FIRM
    unit: str = ""
    rough: bool = False


Same = Callable[[Mention, Mention], bool]
Difference = tuple[Mention | None, Mention | None]


def narrow(text: str) -> str:
    """Return the text with full-width digits and signs as ASCII, every character in its place."""
    return _WIDE_COMMA.sub(",", text).translate(_NARROW)


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with these spans unreadable, every other character in its place."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = "\ufffc" * (end - start)
    return "".join(characters)


def differences(
    chinese: list[Mention],
    english: list[Mention],
    same: Iterable[Same],
    comparable: Same = lambda a, b: True,
    alike: Same = lambda a, b: a.kind == b.kind,
    nearly: Iterable[Same] = (),
    lengths: tuple[int, int] = (1000, 1000),
) -> Iterator[Difference]:
    """Hold the mentions of two languages against each other; yield those without an equal.

    ``same`` are rules from the strictest to the most generous; ``nearly`` are more generous ones, by which
    one answers for one other only. What is left over on both sides is yielded as a pair where it is
    ``comparable``, first of all those that are ``alike``. To say a thing more often than the other language does is no difference, unless
    that one says another thing in its place. ``lengths`` are those of the texts, to tell which places
    of them are the same.
    """
    rules, ends = list(same), tuple(max(1, length) for length in lengths)
    left, right = list(chinese), list(english)
    for rule in (*rules, *nearly):
        _match(left, right, rule, ends)
    if not left and not right:
        return
    missing = [a for a in left if not _any(rules, [a], english)]
    foreign = [b for b in right if not _any(rules, chinese, [b])]
    again = [a for a in left if a not in missing]
    also = [b for b in right if b not in foreign]
    fitting = (lambda a, b: alike(a, b) and comparable(a, b), comparable)
    for fits, b in [(fits, b) for fits in fitting for b in foreign if b.weight >= FAIR]:
        if b not in foreign:
            continue
        a = _nearest(b, missing, fits, ends, 1.0) or _nearest(b, again, fits, ends, 0.3)
        if a is not None:
            foreign.remove(b)
            (missing if a in missing else again).remove(a)
            yield a, b
    for a in [a for a in missing if a.weight >= FAIR]:
        b = _nearest(a, also, comparable, ends[::-1], 0.3)
        if b is not None:
            missing.remove(a)
            also.remove(b)
            yield a, b
    yield from ((a, None) for a in missing if a.weight == FIRM)
    yield from ((None, b) for b in foreign if b.weight == FIRM)


def _match(left, right, rule, ends):
    """Take out what is the same, one for one, those first that stand in the same place of both texts."""
    pairs = [
        (abs(a.start / ends[0] - b.start / ends[1]) + abs(a.weight - b.weight) / 5, i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if rule(a, b)
    ]
    lefts, rights = set(), set()
    for _distance, i, j in sorted(pairs):
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
    left[:] = [a for i, a in enumerate(left) if i not in lefts]
    right[:] = [b for j, b in enumerate(right) if j not in rights]


def _any(rules, chinese, english):
    return any(rule(a, b) for rule in rules for a in chinese for b in english)


def _nearest(one, others, comparable, ends, within):
    """The one among others that stands where this one does, counted in parts of both texts."""
    there, here = ends

    def distance(other):
        return abs(other.start / there - one.start / here)

    fitting = [o for o in others if o.weight >= FAIR and comparable(o, one)]
    near = min(fitting, key=distance, default=None)
    return near if near is not None and distance(near) <= within else None
