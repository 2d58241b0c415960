"""What ``releases.roles`` allows a save to change."""

from django.core.exceptions import PermissionDenied

from releases.document import Document
from releases.document.diff import changes
from releases.models import Release
from releases.roles import may

from .translations import other


def check_rights(
    release: Release | None, before: Document | None, after: Document, *, notes_changed: bool, by
) -> None:
    """Raise PermissionDenied where ``by`` may not save this. Nobody (None) is the newsroom itself.

    Who may only translate changes words in the language that a part is translated into, and
    nothing else.
    """
    if by is None:
        return
    if release is None:
        if not may(by, "import"):
            raise PermissionDenied
        return
    if may(by, "write", release):
        return
    if not may(by, "translate", release) or notes_changed:
        raise PermissionDenied
    spoken = {quote.key: quote.original_language for quote in after.quotes()}
    for change in changes(before, after):
        source = spoken.get(change.part) or release.source_language
        if change.kind != "changed" or change.language != other(source):
            raise PermissionDenied
