"""A server of public pages on a database that only follows another: docs/operators-guide.md, “More than one machine”."""

import contextlib
import os
import shutil
import subprocess
import time
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from .stack import CLIENT, PATIENCE

pytestmark = pytest.mark.operations

USER = "embedded_postgres" if os.getuid() == 0 else None  # PostgreSQL refuses to be run by root


@pytest.fixture
def replica(tmp_path_factory):
    """A database that follows the one of the tests; yields the folder of its socket."""
    if not os.environ.get("TEST_DATABASE_URL"):
        pytest.skip("said only on postgresql")
    primary = unquote(urlsplit(os.environ["TEST_DATABASE_URL"]).hostname)
    # A short path, for a socket's must be; one that the user of the database gets to.
    folder = f"/tmp/newsroom-replica-{os.getpid()}"
    os.mkdir(folder, mode=0o700)
    if USER:
        shutil.chown(folder, USER)

    def run(*command):
        subprocess.run(command, user=USER, check=True, cwd="/", capture_output=True, text=True)

    data, quiet = f"{folder}/data", f"{folder}/log"
    try:
        run(CLIENT / "pg_basebackup", "-h", primary, "-U", "postgres", "-D", data, "-R", "-X", "stream", "-c", "fast")  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories={folder}"
        run(CLIENT / "pg_ctl", "-D", data, "-l", quiet, "-o", options, "-w", "start")
        yield folder
        run(CLIENT / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def test_a_server_on_a_read_replica_serves_every_public_page_and_what_is_published_now(
    new_place, new_stack, replica
):
    place = new_place()
    place.manage("migrate", "--verbosity", "0")
    place.do('published(document(slug="before"), at=NOON)')
    stack = new_stack(place)
    following = urlsplit(place.url)._replace(netloc=f"postgres@{replica.replace('/', '%2F')}")
    wait_until(lambda: knows(following.geturl(), "before"))
    stack.start_web(DATABASE_URL=following.geturl())

    for path in (
        "/en/",
        "/zh-hant/releases/",
        "/en/releases/before/",
        "/en/search/?q=biotechnology",
    ):
        status, body = stack.ask(path)
        assert (status, b"releases/before/" in body) == (200, True), path
    for path in ("/en/feeds/releases.rss", "/en/people/", "/sitemap.xml", "/en/press-pictures/"):
        assert stack.ask(path)[0] == 200, path
    assert stack.ask("/health/ready")[0] == 200

    place.do('published(document(slug="after"), at=NOON, by=press_officer("second"))')
    wait_until(lambda: stack.ask("/en/releases/after/")[0] == 200)


def knows(url, slug):
    with contextlib.suppress(psycopg.Error), psycopg.connect(url) as connection:
        question = "SELECT 1 FROM releases_page WHERE slug = %s"
        return connection.execute(question, [slug]).fetchone() is not None


def wait_until(condition):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.1)
