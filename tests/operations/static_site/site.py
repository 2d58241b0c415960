"""Building a site of files, and reading what was built."""

import datetime as dt
import sqlite3
from contextlib import closing

from newsroom import static_site
from newsroom.models import Newsroom
from pictures.models import Picture
from releases.document import apply, schema
from releases.publishing import correct

from ...factories import NOON, acknowledged, document, only_in, picture, press_officer, published

ORIGIN = "https://news.example.org"
SECOND, HOUR, DAY = dt.timedelta(seconds=1), dt.timedelta(hours=1), dt.timedelta(days=1)
NOTE = {"zh-hant": "標題有誤。", "en": "The headline was wrong."}


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
    root = (folder / "current").resolve()
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def corrected(edition, *, at, by=None, **changes):
    by = by or press_officer()
    release = apply(
        document(**{"slug": edition.document["slug"], **changes}), release=edition.release
    )
    return correct(release=acknowledged(release, by=by), by=by, at=at, note=NOTE)


def upload(folder, changes, mirror):
    """Do what the file of changes says, and delete it."""
    if not changes.exists():
        return
    for line in changes.read_text().splitlines():
        verb, path, *_headers = line.split("\t")
        if verb == "put":
            mirror[path] = (folder / "current" / path).read_bytes()
        else:
            mirror.pop(path, None)
    changes.unlink()


def ask(client, path):
    answer = client.get("/" + path.removesuffix("index.html"), secure=True)
    answer.body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer


def make_newsroom():
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
