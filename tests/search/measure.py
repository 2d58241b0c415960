"""Measure the search: ``python -m tests.search.measure [releases] [queries per class]``.

Writes releases in two languages (10,000 pages) into a database of its own, first SQLite, then a PostgreSQL (``tests.postgresql``),
asks for the first twenty of each query (the best of three times), and compares all that is found,
and its order, with a scan of everything. Stands with the tests because it shares their corpus, and because nothing here
may ever run on a newsroom's own database.
"""

import os
import platform
import statistics
import subprocess
import sys
import time


def main(count=5_000, each=100):
    if "TEST_DATABASE_URL" in os.environ:
        return _measure(int(count), int(each))
    here = [sys.executable, "-m", "tests.search.measure", str(count), str(each)]
    subprocess.run(here, env={**os.environ, "TEST_DATABASE_URL": ""}, check=True)
    subprocess.run([sys.executable, "-m", "tests.postgresql", *here], check=True)


def _measure(count, each):
    import django

    import tests.conftest  # noqa: F401 - settings of their own

    django.setup()
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        fill(connection, count)
        report(connection, each)
    finally:
        connection.close()
        teardown_databases(databases, verbosity=0)


def fill(connection, count):
    """Not for a database that tests share: what ANALYZE says of it stays when the rows are rolled back, and
    PostgreSQL plans by it for ever after."""
    from .corpus import publish_many

    started = time.perf_counter()
    publish_many(count)
    written = time.perf_counter() - started
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"\n{count:,} releases, written and indexed in {written:.0f} s")


def report(connection, each, *, words=50_000):
    from django.utils import timezone

    from releases.models import Page, Word
    from releases.search import find, parse, suggest

    from .corpus import NaiveScan, mistyped, queries, unknown_words

    def public(language):
        return Page.objects.public(timezone.now()).filter(language=language)

    print(
        f"{_version(connection)}; Python {platform.python_version()}; {_machine()}; "
        f"{Page.objects.count():,} pages; {_size(connection)}"
    )
    print(
        f"{'':30}{'hits':>7}{'recall':>8}{'precis.':>9}{'order':>7}{'p50':>7}{'p95':>7}{'max':>7} ms"
    )
    scans = {language: NaiveScan(language) for language in ("zh-hant", "en")}
    longer, missed = (
        [],
        0,
    )  # queries of two characters and more; pages that a scan finds and we do not
    for (language, name), typed in queries(each).items():
        hits, correct, expected, ordered, times = [], 0, 0, 0, []
        for query in typed:
            terms = parse(query.typed)
            asked = find(public(language), terms, language=language)
            times.append(_milliseconds(_first_page, asked))
            found = list(asked.values_list("pk", flat=True))
            wanted = scans[language].find(query)
            hits.append(len(found))
            correct += len(set(found) & set(wanted))
            expected += len(wanted)
            ordered += found == wanted
        missed += expected - correct
        if name != "1 character":
            longer += times
        print(
            f"{language:8}{name:22}{statistics.median(hits):7.0f}"
            f"{correct / expected if expected else 1:8.3f}"
            f"{correct / sum(hits) if sum(hits) else 1:9.3f}{ordered / each:7.2f}{_times(times)}",
            flush=True,
        )
    print(
        f"{len(longer):,} queries of two characters and more: median "
        f"{statistics.median(longer):.1f} ms; pages missed by all queries: {missed}"
    )
    Word.objects.bulk_create(unknown_words(words), ignore_conflicts=True)
    times = [_milliseconds(suggest, public("en"), word) for word in mistyped(each)]
    print(f"{'en':8}{f'a slip, {Word.objects.count():,} words':53}{_times(times)}")
    times = [_milliseconds(public("en").order_by("-date").first) for _ in range(each)]
    print(f"{'':8}{'any query, to compare':53}{_times(times)}")


def _first_page(asked):
    """What the search page asks for: the first twenty, and how many there are."""
    from django.db.models import Count, Window

    found = asked.annotate(total=Window(Count("*")))
    return list(found.values_list("pk", "total")[:20])


def _milliseconds(ask, *arguments):
    """The best of three: other work on the machine only ever adds."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        ask(*arguments)
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def _times(times):
    p95 = sorted(times)[int(len(times) * 0.95)]
    return f"{statistics.median(times):7.1f}{p95:7.1f}{max(times):7.1f}"


def _version(connection):
    if connection.vendor == "sqlite":
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version}"
    return f"PostgreSQL {connection.pg_version // 10000}.{connection.pg_version % 10000}"


def _size(connection):
    query = (
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        if connection.vendor == "sqlite"
        else "SELECT pg_total_relation_size('releases_pagetext')"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        what = (
            "the database" if connection.vendor == "sqlite" else "releases_pagetext with its index"
        )
        return f"{what}: {cursor.fetchone()[0] / 1e6:.0f} MB"


def _machine():
    with open("/proc/cpuinfo") as lines:
        model = next((line.split(":")[1].strip() for line in lines if "model name" in line), "")
    return f"{os.cpu_count()} × {model or platform.processor()}"


if __name__ == "__main__":
    main(*sys.argv[1:])
