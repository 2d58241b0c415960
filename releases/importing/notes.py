"""Notes: what an importer guessed, left over, missed or found contradictory."""

import dataclasses
from typing import Any, Literal

Kind = Literal["guess", "left_over", "missing", "mismatch"]
Hint = Literal["contacts.email", "contacts.phone-country"]


class ImportRefused(ValueError):
    """The file cannot be read. The message is one line: what is wrong and what to do."""


@dataclasses.dataclass(frozen=True)
class Note:
    """One remark for the press officer about one place of the source.

    ``line`` is the line of the source (from 1) and ``file`` the index of the file it stands in,
    ``source`` the text concerned, ``part`` the key of the part of the document, or the name of its
    field, that the remark is about. ``hint`` names, whatever the language of the message, that an
    address was printed malformed or a number without its country code; ``source`` is then as printed.
    """

    kind: Kind
    message: str
    line: int | None = None
    source: str = ""
    part: str | None = None
    file: int = 0
    hint: Hint | None = None

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self)
