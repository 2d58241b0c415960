"""Paragraphs: the neutral form between a foreign file and the structure of a release."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Line:
    """A line of the source that is not blank.

    ``gap`` counts the blank lines before it; ``new_page`` says that a page begins in that gap.
    """

    number: int
    text: str
    gap: int = 0
    indent: int = 0
    new_page: bool = False


@dataclasses.dataclass(frozen=True)
class Paragraph:
    """A paragraph with the lines it was made of."""

    text: str
    lines: tuple[Line, ...]

    @property
    def line(self) -> int:
        return self.lines[0].number

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(line.number for line in self.lines)
