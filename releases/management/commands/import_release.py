"""``manage.py import_release FILE [FILE]``: a release that was agreed on in a file becomes a draft."""

import json

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from pictures.store import PictureRefused
from releases.document import to_json
from releases.importing import ImportRefused, apart
from releases.management.base import OperatorCommand
from releases.management.files import chosen


class Command(OperatorCommand):
    help = (
        "Import a release from a Word, PDF or plain-text file (.docx, .pdf, .txt) and store it as a "
        "draft: one file, or a Chinese and an English file of the same release."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="+", metavar="file", help="the file that everyone agreed on"
        )
        parser.add_argument(
            "--json",
            action="store_true",
            help="print the document and the notes as JSON on standard output; write nothing",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be stored; write nothing"
        )

    def handle(self, *, files, **options):
        try:
            imported = apart.read([chosen(path) for path in files])
        except ImportRefused as error:
            raise CommandError(str(error), returncode=2) from None
        notes = [note.to_json() for note in imported.notes]
        if options["json"]:
            result = {"document": to_json(imported.document), "notes": notes}
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=2))
            return
        lines = [_line(note, imported.files) for note in notes]
        if options["dry_run"]:
            self.stdout.write(_("Nothing was stored. Without --dry-run, this draft would be:"))
            self.stdout.write(_title(imported.document))
        else:
            # Only storing needs the models.
            from releases.importing.storing import store, with_stored_pictures

            found = {p.sha256: p.data for file in imported.files for p in file.pages.pictures}
            try:
                document = with_stored_pictures(imported.document, found.__getitem__)
            except PictureRefused as refusal:
                raise CommandError(str(refusal), returncode=2) from None
            internal_notes = "\n".join([f"{', '.join(files)}:", *lines])
            release = store(document, notes=imported.notes, internal_notes=internal_notes)
            self.stdout.write(_("Stored the draft “%(slug)s”:") % {"slug": release.slug})
            self.stdout.write(str(release))
        for line in lines:
            self.stdout.write(line)


def _title(document):
    return next(iter(document.headline.values()), document.slug)


def _line(note, files):
    name = f"{files[note['file']].name}:" if len(files) > 1 else ""
    place = f"{name}{note['line']}: " if note["line"] else name and f"{name} "
    return f"- {place}{note['message']}"
