"""``manage.py preflight RELEASE`` and ``--file FILE``: what the world would have found, on a terminal."""

import json
import time

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from releases.importing import ImportRefused, apart
from releases.management.base import OperatorCommand
from releases.management.files import chosen
from releases.preflight import ERROR, LEVELS, NOTE, WARNING, Standing, findings_of, hints_of, run
from releases.preflight.places import describe


class Command(OperatorCommand):
    help = (
        "Look for slips in a release before it goes out: in a draft, by its address, or in one or two "
        "files that can be imported (the languages of one release; nothing is stored). Exit code 1 where "
        "there is an error, 2 where there is nothing to look at."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("release", nargs="?", help="the address (slug) of a release")
        parser.add_argument(
            "--file",
            action="append",
            default=[],
            dest="files",
            metavar="FILE",
            help="a Word, PDF or plain-text file; give it twice for a Chinese and an English file",
        )
        parser.add_argument("--json", action="store_true", help="print the findings as JSON")

    def handle(self, *, release, files, **options):
        if bool(release) == bool(files):
            raise CommandError(
                _("Give the address of a release, or one or two files with --file."), returncode=2
            )
        document, find = _of_files(files) if files else _of_release(release)
        began = time.perf_counter()
        findings = find()
        took = round((time.perf_counter() - began) * 1000)
        if options["json"]:
            rows = [
                finding.to_json() | {"where": describe(document, finding.place)}
                for finding in findings
            ]
            result = {"findings": rows, "milliseconds": took}
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=2))
        else:
            for finding in findings:
                self._print(finding, describe(document, finding.place))
            self.stdout.write(_summary(findings, took))
        if any(finding.level == ERROR for finding in findings):
            raise SystemExit(1)

    def _print(self, finding, where):
        level = str(LEVELS[finding.level])
        if finding.acknowledgement:
            level = _("%(level)s, acknowledged by %(name)s") % {
                "level": level,
                "name": finding.acknowledgement.acknowledged_by,
            }
        self.stdout.write(f"{where} · {level} [{finding.id}]")
        self.stdout.write(f"  {finding.message}")
        self.stdout.write(f"  {finding.hint}")
        self.stdout.write("")


def _of_release(slug):
    from releases.document import compose
    from releases.models import Release

    release = Release.objects.at_address(slug).first()
    if release is None:
        raise CommandError(
            _("There is no release “%s”. Give its address, as it stands in the admin.") % slug,
            returncode=2,
        )
    document = compose(release)
    return document, lambda: findings_of(release, document)


def _of_files(paths):
    try:
        imported = apart.read([chosen(path) for path in paths])
    except ImportRefused as refusal:
        raise CommandError(str(refusal), returncode=2) from None
    standing = Standing(hints=hints_of(imported.notes))
    return imported.document, lambda: run(imported.document, standing=standing)


def _summary(findings, took):
    count = {level: sum(f.level == level for f in findings) for level in LEVELS}
    parts = [
        ngettext("%d error", "%d errors", count[ERROR]) % count[ERROR],
        ngettext("%d warning", "%d warnings", count[WARNING]) % count[WARNING],
        ngettext("%d note", "%d notes", count[NOTE]) % count[NOTE],
    ]
    return _("%(counts)s in %(milliseconds)d ms") % {
        "counts": _(", ").join(parts),
        "milliseconds": took,
    }
