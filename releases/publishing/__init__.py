"""The only code that writes editions and pages."""

from .pages import rebuild_pages
from .publish import correct, problems, problems_of_correction, publish, without_source
from .verify import verify_editions

__all__ = [
    "correct",
    "problems",
    "problems_of_correction",
    "publish",
    "rebuild_pages",
    "verify_editions",
    "without_source",
]
