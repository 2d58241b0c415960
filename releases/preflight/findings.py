"""What a check is and what it finds, and the registry of all checks.

A check is one function: it is given a ``Reading`` and yields what it found. Its id is stable: it is
what an acknowledgement, a page of ``docs/preflight.md`` and another program know it by.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from releases.document import digest

if TYPE_CHECKING:
    from releases.models import Acknowledgement

    from .reading import Reading

ERROR, WARNING, NOTE = "error", "warning", "note"
LEVELS = {ERROR: _("Error"), WARNING: _("Warning"), NOTE: _("Note")}
"""An error blocks publication; a warning waits for somebody to acknowledge it; a note only says so."""


class Place(NamedTuple):
    """Where something stands: the key of a part (empty for the release's own fields), the name of its
    field in the document (``printed`` for the paragraph of a quote), and the language, if it is in one.
    """

    part: str = ""
    field: str = ""
    language: str = ""


class Found(NamedTuple):
    """What a check yields. ``excerpt`` stands in the text letter for letter, or in the source of the
    import, or is empty where something is missing. ``about`` are the texts that were compared: when one of them changes, an
    acknowledgement lapses.
    """

    place: Place
    excerpt: str
    message: str
    about: tuple[str, ...] = ()


class Check(NamedTuple):
    id: str
    level: str
    title: str
    hint: str
    find: Callable[["Reading"], Iterable[Found]]


CHECKS: dict[str, Check] = {}


def check(id: str, level: str, *, title, hint):
    """Register a check. ``title`` names what it looks for, ``hint`` says what to do about a finding."""

    def register(find):
        if id in CHECKS:
            raise ValueError(f"Two checks are called {id}.")
        CHECKS[id] = Check(id, level, title, hint, find)
        return find

    return register


@dataclass(frozen=True)
class Finding:
    """One thing that somebody should look at. ``message`` and ``hint`` are in the language that is active
    while the checks run.
    """

    id: str
    level: str
    place: Place
    excerpt: str
    message: str
    hint: str
    about: tuple[str, ...]
    acknowledgement: "Acknowledgement | None" = None

    @cached_property
    def digest(self) -> str:
        """The same as long as the same is said of the same words in the same place."""
        return digest([self.id, *self.place, self.excerpt, *self.about])

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "level": self.level,
            **self.place._asdict(),
            "excerpt": self.excerpt,
            "message": self.message,
            "hint": self.hint,
            "acknowledged_by": self.acknowledgement and str(self.acknowledgement.acknowledged_by),
        }
