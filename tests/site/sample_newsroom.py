"""The sample newsroom, served as in production, for those who look at its pages.

``serving(folder)`` keeps it in a folder of its own and in processes of its own: SQLite, collected
static files, granian. Loading it takes most of half a minute, for every picture is drawn.
"""

import contextlib
import datetime as dt
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
HOST = "127.0.0.1"
SECONDS_TO_LOAD = 300  # on a busy machine
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2


@contextlib.contextmanager
def serving(folder, command=(__name__,)):
    """The address of the newsroom, like http://127.0.0.1:40001, while it is served.

    ``command`` is a module with its arguments; the last, a port, is added.
    """
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    log = Path(folder, "log")
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *command, str(port)],
            cwd=BASE_DIR,
            env={
                "PATH": os.environ["PATH"],
                "DJANGO_SETTINGS_MODULE": "tests.site.settings",
                "ENV_FILE": "",
                "SECRET_KEY": "for-tests-only-for-tests-only-for-tests-only",
                "HTTPS": "off",
                "DATABASE_URL": f"sqlite:///{folder}/newsroom.sqlite3",
                "PICTURES_DIR": f"{folder}/pictures",
                "STATIC_ROOT": f"{folder}/static",
            },
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(port, process, log)
        yield f"http://{HOST}:{port}"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # its folder is gone next
        process.wait()


def wait_for(port, process, log):
    until = time.monotonic() + SECONDS_TO_LOAD
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(ConnectionRefusedError):
            return socket.create_connection((HOST, port)).close()
        time.sleep(0.1)
    raise AssertionError(f"The sample newsroom did not come up.\n{log.read_text()}")


def add_what_the_sample_lacks(by):
    """The releases that ``page_types`` names besides those of the sample."""
    from releases.document import apply, schema
    from releases.publishing import correct

    from ..factories import acknowledged, document, only_in, published
    from .page_types import LANGUAGES, LAST_YEAR

    at = dt.datetime.combine(LAST_YEAR, dt.time(4), dt.UTC)

    for value in (
        document(slug="no-pictures"),
        only_in("zh-hant", document(slug="chinese-only")),
        document(
            slug="long-words",
            headline={"zh-hant": "很長的標題" * 20, "en": f"A long headline {LONG_WORD}"},
            sub_headline={"zh-hant": "副題" * 40, "en": LONG_WORD},
        ),
        document(slug="corrected", languages=LANGUAGES),  # last: it is
    ):
        dateline = schema.replace(value.dateline, date=LAST_YEAR)
        edition = published(schema.replace(value, dateline=dateline), at=at, by=by)
    release = apply(
        document(
            slug="corrected",
            languages=LANGUAGES,
            headline={"zh-hant": "更正後的標題", "en": "Put right"},
            dateline=schema.Dateline(date=LAST_YEAR),
        ),
        release=edition.release,
    )
    note = {"zh-hant": "標題有誤。", "en": "The headline was wrong."}
    acknowledged(release, by=by)
    correct(release=release, by=by, at=at + dt.timedelta(days=1), note=note)


def main(port):
    import django

    django.setup()

    from django.contrib.auth.models import User
    from django.core.management import call_command

    from newsroom.management.commands import demo

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", interactive=False, verbosity=0)
    by = User.objects.create_user("officer", is_superuser=True)
    call_command("load_sample", by=by.username)
    add_what_the_sample_lacks(by)
    demo.serve(port)


if __name__ == "__main__":
    main(sys.argv[1])
