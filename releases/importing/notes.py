"""Notes: what an importer guessed, left over, missed or found contradictory."""

import dataclasses
from typing import Any, Literal

Kind = Literal["guess", "left_over", "missing", "mismatch"]


@dataclasses.dataclass(frozen=True)
class Note:
    """One remark for the press officer about one place of the source.

    ``line`` is the line of the source (from 1), ``source`` the text concerned, ``part`` the key of
    the part of the document that the remark is about.
    """

    kind: Kind
    message: str
    line: int | None = None
    source: str = ""
    part: str | None = None

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self)
