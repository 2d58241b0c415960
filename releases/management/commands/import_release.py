"""``manage.py import_release FILE``: a release that was agreed on in a file becomes a draft."""

import json

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from releases.document import to_json
from releases.importing import ImportRefused, read_file
from releases.management.base import OperatorCommand


class Command(OperatorCommand):
    help = "Import a release from a plain-text file (.txt) and store it as a draft."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", help="the file that everyone agreed on")
        parser.add_argument(
            "--json",
            action="store_true",
            help="print the document and the notes as JSON on standard output; write nothing",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be stored; write nothing"
        )

    def handle(self, *, file, **options):
        try:
            imported = read_file(file)
        except ImportRefused as error:
            raise CommandError(str(error), returncode=2) from None
        notes = [note.to_json() for note in imported.notes]
        if options["json"]:
            result = {"document": to_json(imported.document), "notes": notes}
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=2))
            return
        lines = [_line(note) for note in notes]
        if options["dry_run"]:
            self.stdout.write(_("Nothing was stored. Without --dry-run, this draft would be:"))
            self.stdout.write(_title(imported.document))
        else:
            # Only storing needs the models.
            from releases.importing.storing import store

            release = store(imported.document, internal_notes="\n".join([f"{file}:", *lines]))
            self.stdout.write(_("Stored the draft “%(slug)s”:") % {"slug": release.slug})
            self.stdout.write(str(release))
        for line in lines:
            self.stdout.write(line)


def _title(document):
    return next(iter(document.headline.values()), document.slug)


def _line(note):
    place = f"{note['line']}: " if note["line"] else ""
    return f"- {place}{note['message']}"
