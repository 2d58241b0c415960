"""``manage.py rehearse_restore``: the newest backup, restored beside the newsroom and thrown away."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from django.utils.translation import gettext as _

from newsroom import backups, jobs
from newsroom.settings import env
from releases.management.base import OperatorCommand

REHEARSAL = "newsroom_rehearsal"


class Command(OperatorCommand):
    help = (
        "Restore the newest backup, or ARCHIVE, into a database and a folder of its own, verify it "
        "there and throw it away; the newsroom is not touched. Once a month."
    )

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path, nargs="?")

    def handle(self, *, archive, **options):
        with tempfile.TemporaryDirectory(prefix="newsroom-rehearsal-") as folder:
            try:
                archive = archive or backups.newest(settings.BACKUPS_DIR)
                url = self.make_database(folder)
                self.restore(archive, folder, url)
            except backups.BackupError as error:
                raise CommandError(str(error)) from None
            finally:
                self.drop_database()
        jobs.done("rehearsal")
        self.stdout.write(_("%(archive)s can be restored.") % {"archive": archive.name})

    def make_database(self, folder):
        if connection.vendor != "postgresql":
            return f"sqlite:///{folder}/newsroom.sqlite3"
        self.drop_database()
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {REHEARSAL} TEMPLATE template0")
        return urlsplit(env.str("DATABASE_URL"))._replace(path=f"/{REHEARSAL}").geturl()

    def drop_database(self):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {REHEARSAL} WITH (FORCE)")

    def restore(self, archive, folder, url):
        """In a process of its own, whose settings name the other place."""
        bucket = (
            "PICTURES_BUCKET",
            "S3_ENDPOINT_URL",
            "S3_REGION",
            "S3_ACCESS_KEY",
            "S3_SECRET_KEY",
        )
        changed = {
            **dict.fromkeys(bucket, ""),
            "DATABASE_URL": url,
            "PICTURES_DIR": f"{folder}/pictures",
        }
        environment = {**os.environ, **changed, **{f"{name}_FILE": "" for name in changed}}
        run = subprocess.run(
            [sys.executable, "manage.py", "restore", str(archive.resolve())],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.stdout.write(run.stdout, ending="")
        if run.returncode:
            raise backups.BackupError(run.stderr.strip())
