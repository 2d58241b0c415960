"""Fill an empty newsroom with releases, by the functions that publish them, many at a time.

Their pages, listings, pictures and search index are what publishing writes; of their drafts there
is the row alone. ``python -m bench.fill 10000`` fills the newsroom of DATABASE_URL.
"""

import argparse
import datetime as dt
import io
import os
import sys
from concurrent.futures import ProcessPoolExecutor

import django

BATCH = 100
POOL = 40  # pictures whose files are there: those of the first ten releases
HOUR = dt.time(3, 0)  # 11:00 in Hong Kong


def fill(count: int, *, progress=lambda count: None) -> None:
    """Publish releases 0 … count - 1, on all processors; the database must hold none."""
    from django.contrib.auth.models import User
    from django.core.management.color import no_style
    from django.db import connection

    from bench.documents import listed
    from releases.models import Edition, Listing, Release
    from releases.search import databases

    if Release.objects.exists():
        raise SystemExit("There are releases already: fill an empty newsroom.")
    User.objects.get_or_create(username="bench", defaults={"is_staff": True})
    pool = pictures(POOL)
    if connection.vendor == "postgresql":
        databases.drop(connection)  # put together at once it takes a tenth of the time
    batches = [(start, min(start + BATCH, count), pool) for start in range(0, count, BATCH)]
    # What the releases have in common has to be there: else whoever adds it makes the others wait.
    Listing.objects.bulk_create(Listing(kind=kind, key=key) for kind, key in listed(count))
    _publish(batches.pop(0))
    connection.close()
    with ProcessPoolExecutor(os.cpu_count() + 1, initializer=django.setup) as processes:
        for number, _done in enumerate(processes.map(_publish, batches), start=2):
            progress(min(number * BATCH, count))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET maintenance_work_mem = '512MB'")
            databases.create(connection)
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")
        for statement in connection.ops.sequence_reset_sql(no_style(), [Release, Edition]):
            cursor.execute(statement)


def pictures(count):
    """Pictures that look like none other and weigh what photographs do; stored."""
    from PIL import Image

    from pictures import store
    from releases.document import schema

    stored = []
    for number in range(count):
        image = Image.effect_mandelbrot(
            (1600, 1067), (-1.5 + number / 60, -1, 0.5 + number / 60, 1), 60
        ).convert("RGB")
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=90)
        row = store.add(buffer.getvalue(), name=f"bench {number}")
        stored.append(schema.Picture(sha256=row.sha256, width=row.width, height=row.height))
    return stored


def _publish(batch):
    from django.contrib.auth.models import User
    from django.db import transaction

    from bench.documents import day, document
    from releases.document import digest, to_json
    from releases.models import Edition, Release
    from releases.publishing.pages import write_pages
    from releases.publishing.publish import frozen

    start, end, pool = batch
    by = User.objects.get(username="bench")
    releases, editions = [], []
    for number in range(start, end):
        draft = document(number, pool)
        whole = frozen(draft)
        moment = dt.datetime.combine(day(number), HOUR, dt.UTC)
        releases.append(
            Release(
                pk=number + 1,
                slug=draft.slug,
                languages=draft.languages,
                headline_zh_hant=draft.headline["zh-hant"],
                headline_en=draft.headline["en"],
            )
        )
        edition = Edition(
            pk=number + 1,
            release=releases[-1],
            number=1,
            kind=Edition.Kind.FIRST,
            document=to_json(whole),
            digest=digest(whole),
            visible_from=moment,
            created_at=moment,
            created_by=by,
        )
        edition.published_at, edition.visible_until, edition.redacted_at = moment, None, None
        editions.append(edition)
    with transaction.atomic():
        Release.objects.bulk_create(releases)
        Edition.objects.bulk_create(editions)
        write_pages(*editions)


def main():
    reader = argparse.ArgumentParser(prog="python -m bench.fill", description=__doc__)
    reader.add_argument("count", type=int, help="how many releases")
    count = reader.parse_args().count
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    fill(count, progress=lambda done: print(f"\r{done} of {count}", end="", file=sys.stderr))
    print(file=sys.stderr)


if __name__ == "__main__":
    main()
