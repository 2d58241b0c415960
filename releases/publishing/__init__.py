"""The only code that writes editions and pages."""

from .pages import rebuild_pages
from .publish import correct, problems, problems_of_correction, publish, without_source
from .redact import Redaction, redact, traces
from .verify import verify_editions

__all__ = [
    "Redaction",
    "correct",
    "problems",
    "problems_of_correction",
    "publish",
    "rebuild_pages",
    "redact",
    "traces",
    "verify_editions",
    "without_source",
]
