"""Words: a text that knows the tags of every character, until it becomes a paragraph."""

import itertools
import re

from ..paragraphs import Mark, Tag

# A tag with the address that it leads to.
Tagged = tuple[Tag, str]
Tags = frozenset[Tagged]
STRONG: Tagged = ("strong", "")
PLAIN: Tags = frozenset()


class Words:
    """Every slice, sum and strip keeps characters and their tags together."""

    def __init__(self, text: str = "", tags: Tags | list[Tags] = PLAIN):
        self.text = text
        self.tags = tags if isinstance(tags, list) else [tags] * len(text)

    @classmethod
    def of(cls, parts: "list[Words]") -> "Words":
        tags = list(itertools.chain.from_iterable(part.tags for part in parts))
        return cls("".join(part.text for part in parts), tags)

    def __add__(self, other: "Words") -> "Words":
        return Words(self.text + other.text, self.tags + other.tags)

    def __getitem__(self, part: slice) -> "Words":
        return Words(self.text[part], self.tags[part])

    def strip(self) -> "Words":
        start = len(self.text) - len(self.text.lstrip())
        return self[start : len(self.text.rstrip())] if self.text.strip() else Words()

    def without(self, character: str) -> "Words":
        kept = [i for i, c in enumerate(self.text) if c != character]
        return Words("".join(self.text[i] for i in kept), [self.tags[i] for i in kept])

    @property
    def bold(self) -> bool:
        """Whether every character that can be seen is bold."""
        seen = [tags for c, tags in zip(self.text, self.tags, strict=True) if not c.isspace()]
        return bool(seen) and all(STRONG in tags for tags in seen)

    def marks(self) -> tuple[Mark, ...]:
        """The marks, in order, without the spaces at their edges."""
        found: list[tuple[Tagged, int, int]] = []
        begun: dict[Tagged, int] = {}
        before = PLAIN
        for place, tags in enumerate([*self.tags, PLAIN]):
            if tags != before:
                found += [(tagged, begun.pop(tagged), place) for tagged in before - tags]
                begun |= dict.fromkeys(tags - before, place)
                before = tags
        marks = [self._mark(*one) for one in found if self.text[one[1] : one[2]].strip()]
        return tuple(m for m in sorted(marks, key=_place) if not _plain_link(m, self.text))

    def _mark(self, tagged: Tagged, start: int, end: int) -> Mark:
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        return Mark(start, start + len(text.strip()), *tagged)


def _place(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.tag, mark.href


def _plain_link(mark: Mark, text: str) -> bool:
    """Whether the text of a link is its address."""
    return mark.tag == "a" and _address(mark.href) == _address(text[mark.start : mark.end])


def _address(text: str) -> str:
    return re.sub(r"^(?:mailto:|https?://)?(?:www\.)?", "", text.strip().casefold()).rstrip("/")
