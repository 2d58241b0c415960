"""What is known while one release is read: its language, people, organisations, notes and keys."""

import dataclasses
from collections import Counter

from releases.document.schema import Language, Person

from ..notes import Kind, Note
from ..paragraphs import Line, Paragraph, Picture

LEFT_OVER = "left_over"


@dataclasses.dataclass
class Reading:
    """``organisations`` maps every known name to its full name; ``sources`` a line to its place."""

    language: Language
    notes: list[Note] = dataclasses.field(default_factory=list)
    sources: dict[int, str] = dataclasses.field(default_factory=dict)
    people: list[Person] = dataclasses.field(default_factory=list)
    organisations: dict[str, str] = dataclasses.field(default_factory=dict)
    last_speakers: list[Person] = dataclasses.field(default_factory=list)
    counts: Counter = dataclasses.field(default_factory=Counter)
    pictures: dict[str, Picture] = dataclasses.field(default_factory=dict)

    @property
    def chinese(self) -> bool:
        return self.language == "zh-hant"

    def text(self, words: str) -> dict[Language, str]:
        words = words.strip()
        return {self.language: words} if words else {}

    def raw(self, words: str) -> dict[Language, str]:
        return {self.language: words} if words else {}

    def get(self, text: dict[Language, str]) -> str:
        return text.get(self.language, "")

    def key(self, kind: str) -> str:
        self.counts[kind] += 1
        return f"{kind}{self.counts[kind]}"

    def note(
        self,
        kind: Kind,
        message: str,
        source: Paragraph | Line | None = None,
        part: str | None = None,
        text: str | None = None,
    ) -> None:
        line, words = None, ""
        if isinstance(source, Paragraph):
            line, words = source.line, source.text
        elif isinstance(source, Line):
            line, words = source.number, source.text
        self.notes.append(Note(kind, message, line, words if text is None else text, part))

    def take(self, part: str, *paragraphs: Paragraph) -> None:
        """Record that the lines of paragraphs went into a part."""
        for paragraph in paragraphs:
            for number in paragraph.numbers:
                self.sources[number] = part

    def leave(self, message: str, *sources: Paragraph | Line) -> None:
        """Record that lines went nowhere, line by line, so that each can be found again."""
        for source in sources:
            for line in source.lines if isinstance(source, Paragraph) else (source,):
                self.sources.setdefault(line.number, LEFT_OVER)
            self.note("left_over", message, source)

    def remember(self, person: Person) -> None:
        if person not in self.people:
            self.people.append(person)

    def spoke(self, person: Person) -> None:
        if person in self.last_speakers:
            self.last_speakers.remove(person)
        self.last_speakers.append(person)
        del self.last_speakers[:-20]
