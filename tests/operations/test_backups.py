"""A backup that restores: made under load, lost, and put back byte for byte."""

import datetime as dt
import json
import re
import shutil
import tarfile

import pytest

from newsroom import backups

from ..pictures.test_s3 import KEYS, server  # noqa: F401
from .stack import Running

DAY = dt.timedelta(days=1)
MORNING = dt.datetime(2026, 5, 4, 2, 0, tzinfo=dt.UTC)

FILL = """
from releases.publishing import correct
by = press_officer("officer")
for number in range(6):
    shown = [picture((number * 20, 90, 90))]
    published(document(slug=f"release-{number}", pictures=shown), at=NOON, by=by)
release = Release.objects.get(slug="release-3")
apply(document(slug="release-3", headline={"zh-hant": "更正", "en": "Put right"}), release=release)
correct(release=release, by=by, at=NOON + dt.timedelta(days=1), note={"zh-hant": "錯。", "en": "Wrong."})
"""

# The world sees nothing of it, so that what it sees can be compared.
LOAD = """
import itertools, sys
by = press_officer("busy")
later = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
for number in itertools.count():
    shown = [picture((number % 250, 7, 200), size=(500, 300))]
    published(document(slug=f"scheduled-{number}", pictures=shown), at=later, by=by)
    print(number, flush=True)
"""

DIGESTS = """
import json
print(json.dumps({f"{e.release.slug} {e.number}": e.digest for e in Edition.objects.select_related("release")}))
"""

# What PostgreSQL plans by.
KNOWN_SIZE = """
from django.db import connection
cursor = connection.cursor()
cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'releases_edition'")
print(int(*cursor.fetchone()))
"""

FILES_MISSING = """
from django.core.files.storage import default_storage
from pictures.models import Picture
from pictures.renditions import FULL, file_path
rows = Picture.objects.all()
print([row.pk for row in rows if not default_storage.exists(file_path(row.sha256, FULL))])
"""


@pytest.fixture
def place(new_place):
    place = new_place()
    place.manage("migrate", "--verbosity", "0")
    return place


def everything_public(place, stacks):
    """The bytes of every public address."""
    stack = stacks(place)
    stack.start_web(PICTURES_ACCEL_PREFIX="")
    _status, sitemap = stack.ask("/sitemap.xml")
    paths = {
        re.sub(r"^http://[^/]+", "", a) for a in re.findall("<loc>(.*?)</loc>", sitemap.decode())
    }
    seen = {"/sitemap.xml": sitemap}
    while paths:
        path = paths.pop()
        seen[path] = stack.ask(path)
        if seen[path][1].startswith(b"<!"):
            links = re.findall(r'(?:href|src)="(/[^"#]+)"', seen[path][1].decode())
            paths |= {link.replace("&amp;", "&") for link in links} - seen.keys()
    stack.end()
    return seen


def load_on(place, tmp_path):
    code = (
        "import django; django.setup(); import datetime as dt; from tests.factories import *\n"
        + LOAD
    )
    environment = place.environment | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    load = Running(["python", "-W", "ignore", "-c", code], environment, tmp_path / "load.log")
    load.wait_until(lambda: "1" in load.log.read_text().split())
    return load


@pytest.mark.operations
def test_what_is_lost_comes_back_byte_for_byte(place, new_place, new_stack, tmp_path):
    place.do(FILL)
    before, digests = everything_public(place, new_stack), json.loads(place.do(DIGESTS))
    assert len([path for path in before if path.startswith("/pictures/")]) > 10

    load = load_on(place, tmp_path)
    said = place.manage("backup").stdout
    assert load.process.poll() is None
    load.kill()
    afterwards = json.loads(place.do(DIGESTS))
    archive = shutil.move(said.split(":")[0], tmp_path)
    place.destroy()

    there = new_place()
    said = there.manage("restore", str(archive)).stdout
    restored = json.loads(there.do(DIGESTS))

    assert "all sound" in said
    if there.database:
        assert there.do(KNOWN_SIZE) == str(len(restored))
    assert digests.items() <= restored.items() <= afterwards.items()
    assert len(restored) > len(digests)  # of what was written under way, some
    assert everything_public(there, new_stack) == before
    missing = there.do(FILES_MISSING)
    assert missing == "[]"


@pytest.mark.operations
def test_a_rehearsal_proves_the_newest_backup_and_leaves_nothing(place):
    place.do("published()")
    place.manage("backup")
    before = place.do(DIGESTS)

    said = place.manage("rehearse_restore").stdout

    assert "1 editions verified, all sound." in said
    assert "can be restored" in said
    assert place.do(DIGESTS) == before
    assert place.manage("rehearse_restore").returncode == 0


def test_a_backup_is_restored_into_an_empty_place_only(place, new_place):
    archive = place.manage("backup").stdout.split(":")[0]
    run = place.manage("restore", archive, check=False)
    assert run.returncode == 1
    assert "The database is not empty" in run.stderr

    other = new_place()
    stray = other.folder / "pictures" / "stray"
    stray.write_text("x")
    assert "not empty" in other.manage("restore", archive, check=False).stderr
    stray.unlink()
    assert other.manage("restore", archive).returncode == 0


@pytest.mark.operations
def test_pictures_in_a_bucket_are_in_the_backup_and_can_be_restored_into_a_folder(
    place,
    new_place,
    server,  # noqa: F811
):
    place.environment |= {
        "PICTURES_BUCKET": "pictures",
        "S3_ENDPOINT_URL": server,
        "S3_REGION": "us-east-1",
        "S3_ACCESS_KEY": KEYS["access_key"],
        "S3_SECRET_KEY": KEYS["secret_key"],
    }
    place.do("published(document(pictures=[picture()]))")
    archive = place.manage("backup").stdout.split(":")[0]

    there = new_place()
    assert "all sound" in there.manage("restore", archive).stdout
    assert there.do(FILES_MISSING) == place.do(FILES_MISSING) == "[]"
    assert "can be restored" in place.manage("rehearse_restore").stdout
    assert (
        "pictures is not empty"
        in new_place()
        .manage(
            "restore",
            archive,
            check=False,
            **{
                name: place.environment[name]
                for name in place.environment
                if name[:3] in ("S3_", "PIC")
            },
        )
        .stderr
    )


# Whole or not


@pytest.fixture
def archive(db, settings, tmp_path):
    settings.BACKUPS_DIR = tmp_path
    path = tmp_path / "newsroom-20260504T020000Z.tar"
    with tarfile.open(path, "w") as tar:
        digests = {}
        for name in ("files/aa/one.jpg", "files/bb/two.jpg"):
            (tmp_path / "content").write_text(name)
            with (tmp_path / "content").open("rb") as content:
                digests[name] = backups._add(tar, name, content, len(name))
        backups._add_bytes(tar, "manifest.json", json.dumps({"sha256": digests}).encode())
    return path


def test_a_whole_backup_is_sound(archive):
    assert len(backups.check(archive)) == 2


def test_a_changed_byte_is_found_by_the_name_of_its_file(archive):
    data = bytearray(archive.read_bytes())
    data[data.rindex(b"files/bb/two.jpg\0")] ^= 1  # its content is its name
    archive.write_bytes(data)
    with pytest.raises(backups.BackupError, match="files/bb/two.jpg"):
        backups.check(archive)


@pytest.mark.parametrize("part", [0, 100, 700, 2500])
def test_half_a_backup_is_none(archive, part):
    archive.write_bytes(archive.read_bytes()[:part])
    with pytest.raises(backups.BackupError):
        backups.check(archive)


def test_a_backup_that_fails_leaves_none(db, tmp_path, monkeypatch):
    monkeypatch.setattr(backups, "_dump", lambda path: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        backups.make(tmp_path)
    assert list(tmp_path.iterdir()) == []


# Retention


def test_a_week_of_days_five_weeks_and_a_year_of_months_are_kept():
    moments = [MORNING - number * DAY for number in range(800)]
    kept = sorted(backups.kept(moments), reverse=True)

    assert kept[:7] == moments[:7]
    assert {m.strftime("%Y-%m") for m in kept} == {
        m.strftime("%Y-%m") for m in moments if m > dt.datetime(2025, 6, 1, tzinfo=dt.UTC)
    }
    assert len(kept) <= 7 + 5 + 12


def test_running_it_every_day_for_two_years_ends_with_the_same_as_at_once():
    alive = set()
    for number in range(800):
        alive.add(MORNING + number * DAY)
        alive = backups.kept(alive)
        assert MORNING + number * DAY in alive
    assert len(alive) >= 7 + 3 + 10


def test_a_newsroom_that_made_no_backup_for_long_loses_none_of_its_last():
    old = [MORNING - 900 * DAY, MORNING - 899 * DAY]
    assert backups.kept(old) == set(old)


def test_other_files_beside_backups_stay(tmp_path):
    for name in ("newsroom-20260504T020000Z.tar", "other.tar", "newsroom-latest.tar"):
        (tmp_path / name).touch()
    for number in range(60):
        (tmp_path / f"newsroom-{MORNING + number * DAY:%Y%m%dT%H%M%SZ}.tar").touch()
    backups.thin_out(tmp_path)
    assert {"other.tar", "newsroom-latest.tar"} <= {path.name for path in tmp_path.iterdir()}
