"""What all tests share: an environment of their own, fast settings, and the database's guard.

The tests do not see the developer's environment or ``.env``: every variable that the settings read
is set here or left at its default. ``TEST_DATABASE_URL`` is the one exception (``make test`` points
it at PostgreSQL); without it the tests run on SQLite.
"""

import gc
import itertools
import math
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis

BASE_DIR = Path(__file__).resolve().parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LOOPBACK = "127.0.0.1", "localhost", "::1"
# The fixtures that give a test a database: pytest-django lets no other test have one. The last is a
# newsroom of real processes (tests/operations).
DATABASES = {"db", "transactional_db", "live_server", "kept", "new_place"}

if "newsroom.settings" in sys.modules:
    raise pytest.UsageError(
        "Unset DJANGO_SETTINGS_MODULE: the tests choose their settings themselves."
    )

scratch = Path(tempfile.mkdtemp(prefix="newsroom-tests-"))
(scratch / "static").mkdir()
for name in re.findall(
    r"^#?([A-Z][A-Z0-9_]*)=", (BASE_DIR / ".env.example").read_text("utf-8"), re.M
):
    os.environ.pop(name, None)
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "ENV_FILE": "",
    "SECRET_KEY": "for-tests-only-for-tests-only-for-tests-only",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{scratch}/newsroom.sqlite3",
    "HTTPS": "off",
    "LOG_LEVEL": "WARNING",
    "PICTURES_DIR": f"{scratch}/pictures",
    "STATIC_ROOT": f"{scratch}/static",
}

# The same examples every time.
hypothesis.register_profile("ci", max_examples=50, deadline=None, derandomize=True, database=None)
hypothesis.load_profile("ci")


def pytest_configure(config):
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Hashed names need collected files; test_demo.py tests those.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    database = settings.DATABASES["default"]
    if "sqlite3" in database["ENGINE"]:
        # In a file like the real one: in memory, SQLite locks differently between threads.
        database["TEST"] = {"NAME": f"{scratch}/test.sqlite3"}


def pytest_unconfigure(config):
    shutil.rmtree(scratch, ignore_errors=True)


def pytest_report_header(config):
    from django.conf import settings

    return f"database: {settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}"


def pytest_collection_modifyitems(items):
    for item in items:
        if not CHROMIUM and item.get_closest_marker("browser"):
            item.add_marker(
                pytest.mark.skip(reason="no Chromium: apt-get install chromium fonts-noto-cjk")
            )
        if not item.get_closest_marker("django_db") and DATABASES.isdisjoint(item.fixturenames):
            item.add_marker(pytest.mark.anywhere)
    # In a module, those that find rows kept for them come behind those that find none.
    items[:] = [
        item
        for _path, group in itertools.groupby(items, key=lambda item: item.path)
        for item in sorted(group, key=lambda item: "kept" in item.fixturenames)
    ]


def pytest_collection_finish():
    """Garbage is looked for less often, and not among what was imported and collected: that stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Lift the triggers that guard editions around the flush after a transactional test.

    Django empties SQLite with DELETE and PostgreSQL with TRUNCATE: they refuse both.
    """
    from django.db import connection, transaction

    from releases import triggers

    operations = type(connection.ops)
    execute_sql_flush = operations.execute_sql_flush

    def lifted(self, statements):
        with transaction.atomic(using=self.connection.alias):
            triggers.drop(self.connection)
            execute_sql_flush(self, statements)
            triggers.create(self.connection)

    operations.execute_sql_flush = lifted
    yield
    operations.execute_sql_flush = execute_sql_flush


@pytest.fixture(scope="module")
def kept(django_db_setup, django_db_blocker):
    """``kept(make)``: make rows once for all tests of a module that ask for them.

    What a test does to them is undone behind it: its own transaction is inside this one. Not for a
    module with transactional tests.
    """
    from django.db import transaction

    around = transaction.atomic()

    def make_once(make):
        with django_db_blocker.unblock():
            return make()

    make_once(around.__enter__)
    yield make_once
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def no_settings_of_the_host(monkeypatch):
    """No test sees what another one saved, and none pays the query for it."""
    from newsroom import host

    monkeypatch.setattr(host, "_row", None)
    monkeypatch.setattr(host, "_asked_at", math.inf)


@pytest.fixture(autouse=True)
def no_language_of_another_test():
    """A request of the test client leaves its language active in this thread."""
    from django.utils import translation

    with translation.override(translation.get_language()):
        yield


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, driven by Playwright; it reaches this machine and nothing else."""
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, in which Django refuses its database otherwise.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    hosts = ", ".join(f"EXCLUDE {host}" for host in LOOPBACK)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", f"--host-resolver-rules=MAP * ~NOTFOUND, {hosts}"],
        )
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def visit(chromium, live_server):
    """Open a page; what the browser complains of is collected in ``page.complaints``."""
    contexts = []

    def visit(path, *, scheme="light", width=1280):
        context = chromium.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 800}
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on(
            "response",
            lambda answer: (
                answer.status >= 400 and page.complaints.append(f"{answer.status} {answer.url}")
            ),
        )
        page.goto(live_server.url + path)
        return page

    yield visit
    for context in contexts:
        context.close()
