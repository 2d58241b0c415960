"""Backups: one archive holds the database and the files, as they were at one moment.

A tar file, ``newsroom-<moment>.tar``: ``database.dump`` (pg_dump's custom format) or
``database.sqlite3``, ``files/…`` as they stand in the storage, whichever that is, and
``manifest.json``, last, with the SHA-256 of each. Made while the newsroom is serving: files are
added before the rows that name them and never changed, so every file that the database of an
earlier moment names is there.
"""

import contextlib
import datetime as dt
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

MANIFEST = "manifest.json"
FILES = "files/"
CHUNK = 1024 * 1024
NAME = re.compile(r"newsroom-(\d{8}T\d{6}Z)\.tar")

# What thin_out keeps: the newest backup of each of so many days, weeks and months that have one.
DAYS, WEEKS, MONTHS = 7, 5, 12


class BackupError(Exception):
    """The message says what is wrong, and what to do."""


def make(folder: Path) -> Path:
    """Write a backup into a folder and return it. It has its name only when it is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    now = timezone.now().astimezone(dt.UTC)
    archive = folder / f"newsroom-{now:%Y%m%dT%H%M%SZ}.tar"
    unfinished = archive.with_suffix(".unfinished")
    digests = {}
    try:
        with (
            tempfile.TemporaryDirectory(dir=folder) as scratch,
            tarfile.open(unfinished, "w") as tar,
        ):
            database = Path(scratch, _database_name())
            _dump(database)  # first: the files that it names are there
            with database.open("rb") as content:
                digests[database.name] = _add(tar, database.name, content, database.stat().st_size)
            for name in _stored():
                # A cancelled review, or a half-written card, may go meanwhile.
                with contextlib.suppress(FileNotFoundError), default_storage.open(name) as content:
                    digests[FILES + name] = _add(tar, FILES + name, content, content.size)
            manifest = {"made_at": now.isoformat(timespec="seconds"), "sha256": digests}
            _add_bytes(tar, MANIFEST, json.dumps(manifest, indent=1).encode())
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.rename(archive)
    finally:
        unfinished.unlink(missing_ok=True)
    return archive


def check(archive: Path) -> dict[str, str]:
    """Return the digests of a backup by the names of its members. Raises BackupError where a member
    is missing, damaged or unknown."""
    found, promised = {}, {MANIFEST: "one"}
    try:
        with tarfile.open(archive) as tar:
            for member in tar:
                with tar.extractfile(member) as content:
                    if member.name == MANIFEST:
                        promised = json.load(content)["sha256"]
                    else:
                        found[member.name] = hashlib.file_digest(content, "sha256").hexdigest()
    except (OSError, tarfile.TarError, ValueError, TypeError, KeyError) as error:
        raise BackupError(
            _("%(archive)s is no whole backup: %(reason)s") % {"archive": archive, "reason": error}
        ) from error
    damaged = sorted(name for name in found | promised if found.get(name) != promised.get(name))
    if damaged:
        raise BackupError(
            _("%(archive)s is damaged: %(files)s")
            % {"archive": archive, "files": ", ".join(damaged[:5])}
        )
    return found


def restore(archive: Path) -> int:
    """Put a backup into an empty place, the database last; return the number of its files.

    Raises BackupError; where the place is not empty or the backup is not whole nothing is written.
    """
    if _database_name() not in check(archive):
        raise BackupError(
            _("%(archive)s is of another kind of database than DATABASE_URL names.")
            % {"archive": archive}
        )
    if connection.introspection.table_names():
        raise BackupError(_("The database is not empty. A backup is restored into an empty one."))
    if next(_stored(), None):
        raise BackupError(_("The place of the pictures is not empty. Restore into an empty one."))
    count = 0
    with tarfile.open(archive) as tar, tempfile.TemporaryDirectory() as scratch:
        for member in tar:
            if member.name.startswith(FILES):
                with tar.extractfile(member) as content:
                    default_storage.save(member.name.removeprefix(FILES), File(content))
                count += 1
            elif member.name != MANIFEST:
                tar.extract(member, scratch, filter="data")
        _load(Path(scratch, _database_name()))
    return count


def newest(folder: Path) -> Path:
    """The newest backup in a folder. Raises BackupError where there is none."""
    archives = _by_moment(folder)
    if not archives:
        raise BackupError(_("There is no backup in %(folder)s.") % {"folder": folder})
    return archives[max(archives)]


def thin_out(folder: Path) -> list[Path]:
    """Delete the backups that ``kept`` does not keep; return them."""
    archives = _by_moment(folder)
    gone = [archives[moment] for moment in archives.keys() - kept(archives)]
    for archive in gone:
        archive.unlink()
    return gone


def kept(moments) -> set[dt.datetime]:
    """Which backups stay: the newest of each of the last days, weeks and months that have one."""
    stay = set()
    for period, count in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        newest = {moment.strftime(period): moment for moment in sorted(moments)}
        stay |= set(sorted(newest.values())[-count:])
    return stay


def _by_moment(folder):
    found = ((NAME.fullmatch(path.name), path) for path in folder.glob("*.tar"))
    return {
        dt.datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC): path
        for match, path in found
        if match
    }


def _stored(folder=""):
    """The names of all files in the storage."""
    with contextlib.suppress(FileNotFoundError):
        folders, files = default_storage.listdir(folder)
        for name in sorted(files):
            yield f"{folder}/{name}".lstrip("/")
        for name in sorted(folders):
            yield from _stored(f"{folder}/{name}".lstrip("/"))


def _add(tar, name, content, size):
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    reader = _Digesting(content)
    tar.addfile(member, reader)
    return reader.sha256.hexdigest()


def _add_bytes(tar, name, data):
    with tempfile.SpooledTemporaryFile() as content:
        content.write(data)
        content.seek(0)
        _add(tar, name, content, len(data))


class _Digesting:
    """Reads on, and knows the digest of what was read."""

    def __init__(self, content):
        self.content, self.sha256 = content, hashlib.sha256()

    def read(self, size):
        data = self.content.read(size)
        self.sha256.update(data)
        return data


# The database


def _database_name():
    return "database.dump" if connection.vendor == "postgresql" else "database.sqlite3"


def _dump(path):
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")
        return
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)


def _load(path):
    if connection.vendor == "postgresql":
        _run(
            *("pg_restore", "--no-owner", "--no-privileges"),
            *("--exit-on-error", "--single-transaction"),
            path=path,
        )
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # it does so by itself, but a minute later
        return
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(path)) as copy:
        copy.backup(connection.connection)


def _run(program, *options, path=None):
    """Run a program of PostgreSQL on the database of the settings, its password in the environment."""
    psql, environment = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    database = ["--dbname", psql[-1]]
    command = [program, *psql[1:-1], *database, *options, *([str(path)] if path else [])]
    try:
        subprocess.run(
            command,
            env={**os.environ, **(environment or {})},
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        raise BackupError(
            _("There is no %(program)s here: install the client of PostgreSQL.")
            % {"program": program}
        ) from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.strip() or f"exit code {error.returncode}"
        raise BackupError(f"{program}: {reason}") from None
