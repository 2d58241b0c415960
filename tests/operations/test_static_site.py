"""The public site as files: whole, byte for byte, of one moment, and never half."""

import datetime as dt
import json
import re
import sqlite3
from contextlib import closing
from urllib.parse import urljoin, urlsplit

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from newsroom import host, static_site
from newsroom.models import Newsroom
from pictures.models import Picture
from releases.document import apply, schema
from releases.models import Page
from releases.publishing import correct

from ..factories import NOON, acknowledged, document, only_in, picture, press_officer, published
from ..site.web import fetch

pytestmark = pytest.mark.django_db

ORIGIN = "https://news.example.org"
SECOND, HOUR, DAY = dt.timedelta(seconds=1), dt.timedelta(hours=1), dt.timedelta(days=1)
NOTE = {"zh-hant": "標題有誤。", "en": "The headline was wrong."}


@pytest.fixture(autouse=True)
def at_that_origin(settings, tmp_path):
    settings.ALLOWED_HOSTS = ["news.example.org"]
    settings.STATIC_ROOT = tmp_path / "static"
    (tmp_path / "static" / "newsroom").mkdir(parents=True)
    (tmp_path / "static" / "newsroom" / "site.css").write_text("body {}")


@pytest.fixture
def collected_here(settings, collected):
    """Static files with hashed names, as in production."""
    import os

    settings.STATIC_ROOT = os.environ["STATIC_ROOT"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "site"


def build(folder, **options):
    return static_site.build(folder, ORIGIN, **options)


def manifest(folder):
    """The rows of the manifest of what stands, by path."""
    number = (folder / "current").readlink()
    with closing(sqlite3.connect(f"{folder / number}.sqlite3")) as database:
        database.row_factory = sqlite3.Row
        return {row["path"]: dict(row) for row in database.execute("SELECT * FROM files")}


def files(folder):
    """The bytes of what stands, by path."""
    root = folder / "current"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.resolve().rglob("*"))
        if path.is_file()
        for root in [root.resolve()]
    }


def corrected(edition, *, at, by=None, **changes):
    by = by or press_officer()
    release = apply(document(**{"slug": edition.document["slug"], **changes}), release=edition.release)
    return correct(release=acknowledged(release, by=by), by=by, at=at, note=NOTE)


@pytest.fixture
def a_newsroom():
    """Something of every kind: languages, a correction that moved, pictures, a logo, colours."""
    row = Newsroom(
        name_zh_hant="海角新聞室", name_en="Cape News", about_zh_hant="關於我們。", about_en="About us.",
        accent="#0a5a2a", logo=Picture.objects.get(sha256=picture("purple").sha256),
    )  # fmt: skip
    row.save()
    languages = ["zh-hant", "en", "zh-hans"]
    shown = picture("teal")
    first = published(document(slug="first", languages=languages, pictures=[shown]))
    for number in range(4):
        day = schema.Dateline(date=dt.date(2025, 1, 1 + number))
        published(document(slug=f"alike-{number}", dateline=day))
    published(only_in("zh-hant", document(slug="chinese-only")))
    corrected(first, slug="moved", headline={"zh-hant": "改", "en": "Put right"}, at=NOON + HOUR,
              pictures=[shown, picture("orange")])  # fmt: skip


def test_smoke(a_newsroom, folder, collected_here):
    with time_machine.travel(NOON + 2 * HOUR, tick=False):
        import time
        t = time.perf_counter()
        print(build(folder), time.perf_counter() - t)
        t = time.perf_counter()
        print(build(folder), time.perf_counter() - t)
    for path, row in manifest(folder).items():
        if not path.startswith("static/"):
            print(path, row["content_type"], row["cache_control"], row["redirect"])
    assert 0
