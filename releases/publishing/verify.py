"""Verify: is every edition still what was published?"""

from collections.abc import Iterator

from releases.document import DocumentError, digest, from_json
from releases.models import Edition


def verify_editions() -> Iterator[tuple[Edition, str]]:
    """Yield every edition with what is wrong with it, or with an empty string."""
    for edition in Edition.objects.order_by("release_id", "number").iterator(chunk_size=100):
        yield edition, _fault(edition)


def _fault(edition):
    if digest(edition.document) != edition.digest:
        return "its document does not have its digest"
    try:
        from_json(edition.document)
    except DocumentError as error:
        return f"its document cannot be read: {error}"
    return ""
