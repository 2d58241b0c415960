"""``manage.py restore ARCHIVE``: a backup into an empty place, and the proof that it is sound."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from newsroom import backups
from releases.management.base import OperatorCommand


class Command(OperatorCommand):
    help = "Restore a backup into an empty database and an empty place for the files; verify it."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path)

    def handle(self, *, archive, **options):
        try:
            count = backups.restore(archive)
        except backups.BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            _("%(archive)s restored: the database and %(count)d files")
            % {"archive": archive.name, "count": count}
        )
        # An older backup meets newer code.
        call_command("migrate", interactive=False, verbosity=0)
        call_command("verify_editions", stdout=self.stdout)
