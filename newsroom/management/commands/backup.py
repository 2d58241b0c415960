"""``manage.py backup``: one archive with the database and the files, while the newsroom is serving."""

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from newsroom import backups, jobs
from releases.management.base import OperatorCommand


class Command(OperatorCommand):
    help = "Write a backup into BACKUPS_DIR, check it, and delete those that need not be kept."

    def handle(self, **options):
        try:
            archive = backups.make(settings.BACKUPS_DIR)
            members = backups.check(archive)
        except backups.BackupError as error:
            raise CommandError(str(error)) from None
        for gone in backups.thin_out(settings.BACKUPS_DIR):
            self.stdout.write(_("%(archive)s deleted") % {"archive": gone.name})
        jobs.done("backup")
        size = archive.stat().st_size / 1024 / 1024
        self.stdout.write(
            _("%(archive)s: %(count)d files, %(size).1f MB")
            % {"archive": archive, "count": len(members), "size": size}
        )
