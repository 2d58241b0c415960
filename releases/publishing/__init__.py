"""The only code that writes editions and pages."""

from .pages import rebuild_pages
from .publish import problems, publish, without_source
from .verify import verify_editions

__all__ = ["problems", "publish", "rebuild_pages", "verify_editions", "without_source"]
