"""Files that are named on a command line."""

from pathlib import Path

from django.utils.translation import gettext as _

from releases.importing import File, ImportRefused
from releases.importing.imported import MAX_BYTES


def chosen(path: str) -> File:
    """Return the file at a path. Raises ImportRefused with one clear line."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ImportRefused(_("“%s” is a folder. Choose one file.") % path.name)
        if not path.is_file():
            raise ImportRefused(_("There is no file “%s”. Check its name and place.") % path.name)
        with path.open("rb") as file:
            return File(path.name, file.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:
        if isinstance(error, ImportRefused):
            raise
        raise ImportRefused(
            _("The file “%s” cannot be read. Check its permissions and try again.") % path.name
        ) from error
