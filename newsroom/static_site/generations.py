"""The folder of a site: its generations, each a tree of files and a manifest beside it.

``current`` is a link to the generation that stands. The next one is made of the one before it, whose
files are replaced by links to those that changed since, so that making it costs what has changed; no
file of a generation is ever written into, for another may share it. A manifest is an SQLite file
(docs/decisions/0022): table ``files``, a row for each file with what an upload has to set.
"""

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
from pathlib import Path

from django.utils.translation import gettext as _

from .errors import NotUsable

CURRENT, LOCK = "current", "build.lock"
OURS = re.compile(r"(\d+)(\.sqlite3)?|current\.new")
CHUNK = 1 << 20

# ``redirect`` is the address that a moved one leads to, else empty; ``upload`` the order of uploads.
# ``touched`` are those of which the generation before may have had another, or none, or one more.
# ``named`` is what a release had a place for: its pages may be gone without a trace by the next build.
SCHEMA = """
CREATE TABLE files (
    path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, content_type TEXT NOT NULL,
    cache_control TEXT NOT NULL, redirect TEXT NOT NULL, upload INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE named (
    release INTEGER, kind TEXT, key TEXT, date TEXT, PRIMARY KEY (release, kind, key)
) WITHOUT ROWID;
CREATE TABLE touched (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE state (look TEXT NOT NULL);
"""
CHANGED = """
FROM touched JOIN files USING (path) LEFT JOIN before.files AS old USING (path)
WHERE (files.sha256, files.content_type, files.cache_control, files.redirect)
    IS NOT (old.sha256, old.content_type, old.cache_control, old.redirect)
"""
GONE = """
FROM touched JOIN before.files AS old USING (path) LEFT JOIN files USING (path)
WHERE files.path IS NULL
"""


class Folder:
    """A folder that holds one site and nothing else; one build at a time."""

    def __init__(self, path: Path):
        self.path = path

    @contextlib.contextmanager
    def locked(self):
        """Whoever holds it may build. Raises NotUsable where another does, or where it is not ours."""
        if self.path.exists() and not self.path.is_dir():
            raise NotUsable(_("%(folder)s is not a folder.") % {"folder": self.path})
        if self.path.exists() and any(self.path.iterdir()) and not (self.path / LOCK).exists():
            raise NotUsable(
                _("%(folder)s holds something else. Name an empty folder or a new one.")
                % {"folder": self.path}
            )
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / LOCK).open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise NotUsable(
                    _("Another build is at work in %(folder)s.") % {"folder": self.path}
                ) from None
            self.tidy()
            yield self

    @property
    def standing(self) -> int:
        """The number of the generation that stands; 0 where none does."""
        link = self.path / CURRENT
        return int(os.readlink(link)) if link.is_symlink() else 0

    def tree(self, number):
        return self.path / str(number)

    def manifest(self, number):
        return self.path / f"{number}.sqlite3"

    def is_whole(self, number):
        return self.tree(number).is_dir() and self.manifest(number).is_file()

    def look(self) -> str | None:
        """What the generation that stands says of the database as it was then."""
        if not self.standing:
            return None
        with contextlib.closing(_open(self.manifest(self.standing))) as manifest:
            return manifest.execute("SELECT look FROM state").fetchone()[0]

    def count(self) -> int:
        """How many files the generation that stands has."""
        with contextlib.closing(_open(self.manifest(self.standing))) as manifest:
            return manifest.execute("SELECT count(*) FROM files").fetchone()[0]

    def turn(self, number):
        """Let a generation stand, in one step."""
        link = self.path / "current.new"
        link.symlink_to(str(number))
        link.replace(self.path / CURRENT)
        self.tidy()

    def tidy(self):
        """Keep the generation that stands and the one before it; the rest is of no use to anybody."""
        standing = self.standing
        kept = {number for number in (standing, standing - 1) if self.is_whole(number)}
        for path in self.path.iterdir():
            match = OURS.fullmatch(path.name)
            if not match or int(match[1] or 0) in kept:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


class Generation:
    """The next generation, while it is made: ``everything`` begins with nothing, else with what stands."""

    def __init__(self, folder: Folder, *, everything: bool):
        self.folder = folder
        self.standing = folder.standing
        self.number = self.standing + 1
        self.tree = folder.tree(self.number)
        manifest = folder.manifest(self.number)
        if everything or not self.standing:
            self.tree.mkdir()
            self._database = _open(manifest)
            self._database.executescript(SCHEMA)
        else:
            self._begin_with_what_stands()
            shutil.copyfile(folder.manifest(self.standing), manifest)
            self._database = _open(manifest)
        if self.standing:
            before = folder.manifest(self.standing)
            self._database.execute("ATTACH ? AS before", [str(before)])
        else:
            self._database.execute("ATTACH ':memory:' AS before")
            self._database.execute("CREATE TABLE before.files AS SELECT * FROM main.files")
        self._database.execute("BEGIN")
        self._database.execute("DELETE FROM touched")
        if everything:
            self._database.execute("INSERT INTO touched SELECT path FROM before.files")

    def _begin_with_what_stands(self):
        standing, before = self.folder.tree(self.standing), self.standing - 1
        if not self.folder.is_whole(before):
            shutil.copytree(standing, self.tree, copy_function=os.link)
            return
        self.folder.tree(before).rename(self.tree)
        with contextlib.closing(_open(self.folder.manifest(self.standing))) as manifest:
            manifest.execute("ATTACH ? AS before", [str(self.folder.manifest(before))])
            for (path,) in manifest.execute(f"SELECT path {CHANGED}"):
                self._link(path)
            for (path,) in manifest.execute(f"SELECT old.path {GONE}"):
                self._unlink(path)

    def put(self, path, content: bytes, *, content_type, cache_control, upload, redirect=""):
        """Have a file with this content."""
        sha256 = hashlib.sha256(content).hexdigest()
        row = (path, sha256, content_type, cache_control, redirect, upload)
        if self._digest("main", path) != sha256:
            if self._digest("before", path) == sha256:
                self._link(path)
            else:
                self._clear(path).write_bytes(content)
        self._say(row)

    def copy(self, path, source, *, content_type, cache_control, upload):
        """Have a file with the content of one that is open."""
        digest = hashlib.sha256()
        with self._clear(path).open("wb") as target:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                target.write(chunk)
        self._say((path, digest.hexdigest(), content_type, cache_control, "", upload))

    def keep(self, prefix) -> bool:
        """Have the files whose names begin so as they stand; return whether there are any."""
        if self.under(prefix):
            return True
        stand = self.under(prefix, "before")
        for path in stand:
            self._link(path)
            row = self._database.execute("SELECT * FROM before.files WHERE path = ?", [path])
            self._say(row.fetchone())
        return bool(stand)

    def remove(self, path):
        self._unlink(path)
        self._database.execute("DELETE FROM files WHERE path = ?", [path])
        self._database.execute("INSERT OR IGNORE INTO touched VALUES (?)", [path])

    def under(self, prefix, database="main") -> list[str]:
        """The names of the files that begin so."""
        rows = self._database.execute(
            f"SELECT path FROM {database}.files WHERE path >= ? AND path < ?",
            [prefix, prefix + "\U0010ffff"],
        )
        return [path for (path,) in rows]

    def named(self, release) -> list[tuple[str, str, str]]:
        """What was said of a release with ``say_named``: rows of kind, key and date."""
        rows = "SELECT kind, key, date FROM named WHERE release = ?"
        return self._database.execute(rows, [release]).fetchall()

    def say_named(self, release, rows):
        self._database.execute("DELETE FROM named WHERE release = ?", [release])
        self._database.executemany(
            "INSERT INTO named VALUES (?, ?, ?, ?)", ([release, *row] for row in rows)
        )

    def counts(self) -> dict[str, int]:
        """How many files were written, kept and deleted."""
        total, written, deleted = (
            self._database.execute(f"SELECT count(*) {rows}").fetchone()[0]
            for rows in ("FROM files", CHANGED, GONE)
        )
        return {"written": written, "kept": total - written, "deleted": deleted}

    def write_changes(self, file: Path):
        """Write what an upload has to put and delete, and what the file says of builds before.

        Lines in the order in which to do it, their fields parted by tabs: ``put``, the name, content
        type, Cache-Control, and where a moved address leads; or ``delete`` and the name.
        """
        ask = self._database.execute
        ask("CREATE TEMP TABLE waiting (path TEXT PRIMARY KEY) WITHOUT ROWID")
        if file.exists():
            with file.open() as lines:
                paths = ([line.rstrip("\n").split("\t")[1]] for line in lines)
                self._database.executemany("INSERT OR IGNORE INTO waiting VALUES (?)", paths)
        ask(f"INSERT OR IGNORE INTO waiting SELECT path {CHANGED}")
        ask(f"INSERT OR IGNORE INTO waiting SELECT old.path {GONE}")
        new = file.with_name(f"{file.name}.new")
        with new.open("w") as lines:
            for row in ask(
                "SELECT 'put', path, content_type, cache_control, redirect FROM waiting "
                "JOIN files USING (path) ORDER BY upload, content_type, cache_control, path"
            ):
                lines.write("\t".join(row) + "\n")
            for row in ask(
                "SELECT 'delete', waiting.path FROM waiting LEFT JOIN files USING (path) "
                "WHERE files.path IS NULL ORDER BY waiting.path"
            ):
                lines.write("\t".join(row) + "\n")
        new.replace(file)

    def finish(self, look: str):
        """Let it stand."""
        self._database.execute("DELETE FROM state")
        self._database.execute("INSERT INTO state VALUES (?)", [look])
        self._database.execute("COMMIT")
        self._database.close()
        self.folder.turn(self.number)

    def abandon(self):
        """Leave what stands as it is; the next build clears this one away."""
        self._database.close()

    def _say(self, row):
        self._database.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", row)
        self._database.execute("INSERT OR IGNORE INTO touched VALUES (?)", row[:1])

    def _digest(self, database, path):
        row = self._database.execute(
            f"SELECT sha256 FROM {database}.files WHERE path = ?", [path]
        ).fetchone()
        return row and row[0]

    def _link(self, path):
        os.link(self.folder.tree(self.standing) / path, self._clear(path))

    def _clear(self, path):
        """The place of a file, with its folder and without the file: another generation may share it."""
        target = self.tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        return target

    def _unlink(self, path):
        target = self.tree / path
        target.unlink()
        for folder in target.parents:
            if folder == self.tree or any(folder.iterdir()):
                break
            folder.rmdir()


def _open(path):
    manifest = sqlite3.connect(path, isolation_level=None)
    # It is whole before anybody else reads it, and thrown away where it does not become so.
    manifest.execute("PRAGMA journal_mode = OFF")
    manifest.execute("PRAGMA synchronous = OFF")
    return manifest
