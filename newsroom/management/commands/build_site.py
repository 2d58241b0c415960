"""``manage.py build_site FOLDER --origin …``: the public site as files, for an object store and a CDN."""

import json
import os
import time
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from newsroom import static_site
from releases.management.base import OperatorCommand

SAYS_EVERY = 2  # seconds


class Command(OperatorCommand):
    help = "Write the public site as files: what has changed since the last time, or --all of it."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="Holds the site and nothing else.")
        parser.add_argument(
            "--origin", required=True, help="Where it is served: https://news.example.org"
        )
        parser.add_argument(
            "--all", action="store_true", dest="everything", help="Make every page anew."
        )
        parser.add_argument(
            "--changes", type=Path, metavar="FILE", help="Gets what has to be put and deleted."
        )
        parser.add_argument("--json", action="store_true", help="One JSON object and no progress.")

    def handle(self, *, folder, origin, everything, changes, **options):
        self.said_at = time.monotonic()
        if changes and (changes.is_dir() or not os.access(changes.parent, os.W_OK)):
            message = _("%(file)s cannot be written: name a file in a folder that is there.")
            raise CommandError(message % {"file": changes}, returncode=2)
        try:
            report = static_site.build(
                folder,
                origin,
                everything=everything,
                changes_file=changes,
                progress=(lambda done, total: None) if options["json"] else self.progress,
            )
        except static_site.SiteError as error:
            code = 2 if isinstance(error, static_site.NotUsable) else 1
            raise CommandError(str(error), returncode=code) from None
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from None
        next_change = report.next_change and report.next_change.isoformat(timespec="seconds")
        counts = {name: getattr(report, name) for name in ("written", "kept", "deleted")}
        if options["json"]:
            said = {"generation": report.generation, **counts, "next_change": next_change}
            self.stdout.write(json.dumps(said))
            return
        self.stdout.write(
            _("%(written)d files written, %(kept)d kept, %(deleted)d deleted") % counts
        )
        self.stdout.write(f"next change: {next_change or 'none'}")  # scripts read it

    def progress(self, done, total):
        if time.monotonic() - self.said_at >= SAYS_EVERY:
            self.said_at = time.monotonic()
            self.stderr.write(_("%(done)d of %(total)d") % {"done": done, "total": total})
