"""Verify: is every edition, and what is public of it, still what was published?"""

from collections.abc import Iterator

from releases.document import DocumentError, digest
from releases.models import Edition, Page

from .pages import editions_with_window, pages_of

COMPARED = [
    field.attname for field in Page._meta.concrete_fields if field.name not in ("id", "subject")
]


def verify_editions() -> Iterator[tuple[Edition, str]]:
    """Yield every edition with what is wrong with it, or with an empty string."""
    editions = editions_with_window().prefetch_related("pages")
    for edition in editions.iterator(chunk_size=100):
        yield edition, _fault(edition)


def _fault(edition):
    if digest(edition.document) != edition.digest:
        return "its document does not have its digest"
    try:
        expected = pages_of(edition)
    except DocumentError as error:
        return f"its document cannot be read: {error}"
    if _values(edition.pages.all()) != _values(expected):
        return "its pages are not what was published (rebuild_pages makes them again)"
    return ""


def _values(pages):
    return {page.language: [getattr(page, name) for name in COMPARED] for page in pages}
