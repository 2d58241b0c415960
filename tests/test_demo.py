"""The demo and its sample: what a newcomer meets first."""

import contextlib
import http.cookiejar
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from media_contacts.models import MediaContact
from newsroom import port, sample
from newsroom.management.commands import load_sample
from partners.models import Boilerplate, Organisation, Spokesperson
from pictures.models import Picture
from releases.document import compose, from_json
from releases.models import Edition, Page, Release, Topic
from releases.publishing import verify_editions

from . import factories

BASE_DIR = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def plain_drawings():
    """Plain pictures in place of the drawings, which take their time."""
    colours = {}

    def draw(name):
        shade = colours.setdefault(name, len(colours) * 5)
        return factories.image_bytes((shade, 128, 255 - shade), size=(600, 400))

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(load_sample, "draw", draw)
        yield


@pytest.fixture(scope="module")
def loaded_once(kept, plain_drawings):
    def load():
        officer, said = factories.press_chief("officer"), io.StringIO()
        with contextlib.redirect_stdout(said):
            call_command("load_sample", by="officer")
        return officer, said.getvalue()

    return kept(load)


@pytest.fixture
def loaded(db, loaded_once):
    return loaded_once


# The sample


def test_it_loads_every_record_and_release_and_says_so_in_one_line(loaded):
    records = sample.records(timezone.localdate())
    for model, kind in (
        (Organisation, "organisations"),
        (Boilerplate, "boilerplates"),
        (Spokesperson, "spokespeople"),
        (MediaContact, "media_contacts"),
        (Topic, "topics"),
    ):
        keys = {record["key"] for record in records[kind]}
        assert set(model.objects.values_list("key", flat=True)) == keys
    assert Release.objects.count() == len(sample.manifest())

    _officer, said = loaded
    assert said.startswith("Loaded the sample newsroom: ")
    assert said.count("\n") == 1


def test_each_release_is_published_scheduled_or_in_draft_as_the_manifest_says(loaded):
    officer, _said = loaded
    now = timezone.now()
    public = set(Page.objects.public(now).values_list("slug", flat=True))
    frozen = set(Edition.objects.values_list("release__slug", flat=True))

    for entry in sample.manifest():
        slug = entry["file"].removesuffix(".json")
        assert (slug in public) == (entry["state"] == "published"), slug
        assert (slug in frozen) == (entry["state"] != "draft"), slug
    assert set(Edition.objects.values_list("created_by", flat=True)) == {officer.pk}
    assert [fault for _edition, fault in verify_editions() if fault] == []


def test_what_it_loads_is_what_the_sample_holds(loaded):
    pictures = {row.name: row for row in Picture.objects.all()}

    def named(name):
        row = pictures[name]
        return {"sha256": row.sha256, "width": row.width, "height": row.height}

    for _entry, raw in sample.releases(timezone.localdate()):
        document = from_json(sample.with_pictures(raw, named))
        assert compose(Release.objects.get(slug=document.slug)) == document


def test_where_there_is_a_release_it_changes_nothing(loaded, capsys):
    call_command("load_sample", by="officer")

    assert Release.objects.count() == len(sample.manifest())
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
@pytest.mark.parametrize(("by", "message"), [("nobody", "no user"), ("clerk", "a press chief")])
def test_whoever_may_not_publish_is_told_and_nothing_is_loaded(by, message):
    factories.writer("clerk")

    with pytest.raises(CommandError, match=message):
        call_command("load_sample", by=by)

    assert not Organisation.objects.exists()


def test_it_leaves_nothing_behind_when_it_fails(db, plain_drawings, monkeypatch):
    factories.press_chief("officer")
    monkeypatch.setattr(load_sample, "publish", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        call_command("load_sample", by="officer")

    for model in (Organisation, Topic, Picture, Release):
        assert not model.objects.exists()


# The port


@pytest.mark.parametrize("value", ["", "x", "0", "65536", "-1", "80.0", "８０００", "1e3"])
def test_a_port_that_is_none_is_refused(value):
    assert "is no port" in port.problem(value)


def test_a_port_in_use_is_refused_and_a_free_one_is_not():
    with socket.create_server((port.HOST, 0)) as server:
        number = str(server.getsockname()[1])
        assert "in use" in port.problem(number)
    assert port.problem(number) == ""


def test_make_demo_refuses_a_port_in_use_with_one_line_before_anything_else(tmp_path):
    with socket.create_server((port.HOST, 0)) as server:
        run = subprocess.run(
            ["make", "-f", str(BASE_DIR / "Makefile"), "demo", f"PORT={server.getsockname()[1]}"],
            cwd=BASE_DIR,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    assert run.stdout == ""
    assert "is in use" in run.stderr
    assert run.stderr.count("\n") == 1


# The demo


def test_it_keeps_away_from_a_database_that_is_not_its_own(db, tmp_path):
    with pytest.raises(CommandError, match="make demo"):
        call_command("demo", folder=str(tmp_path), no_serve=True, port=free_port())


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A folder for a demo of its own, and the environment that keeps it there."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {
        "PATH": os.environ["PATH"],
        "ENV_FILE": "",
        "SECRET_KEY": "for-tests-only-for-tests-only-for-tests-only",
        "HTTPS": "off",
        "DATABASE_URL": f"sqlite:///{folder}/newsroom.sqlite3",
        "PICTURES_DIR": f"{folder}/pictures",
        "STATIC_ROOT": f"{folder}/static",
        "LOG_LEVEL": "WARNING",
    }
    manage(environment, "collectstatic", "--no-input", "--verbosity", "0")
    return folder, environment


def manage(environment, *arguments):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def free_port():
    with socket.create_server((port.HOST, 0)) as server:
        return str(server.getsockname()[1])


@pytest.fixture
def served(demo):
    """The demo, serving; the port and what it printed."""
    folder, environment = demo
    number = free_port()
    log = (folder / "log").open("w+")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--folder", str(folder), "--port", number],
        cwd=BASE_DIR,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{number}/en/", process)
        yield process, number, log
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(20)
        log.close()


def wait_for(address, process):
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return urllib.request.urlopen(address, timeout=10).close()
        except OSError:
            time.sleep(0.2)
    raise AssertionError("The demo did not come up.")


def printed(log):
    log.seek(0)
    return log.read()


@pytest.fixture
def only_once():
    """The demo keeps its own SQLite whatever database the tests run on."""
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("the demo is SQLite only, tested in the first run")


def test_the_demo_serves_its_newsroom_and_lets_its_users_in(only_once, served):
    process, number, log = served
    address = f"http://127.0.0.1:{number}"
    assert address in printed(log)

    home = read(f"{address}/en/")
    stylesheet = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', home).group(1)
    assert read(address + stylesheet)
    picture = re.search(r'src="(/pictures/[^"]+)"', home).group(1)
    assert urllib.request.urlopen(address + picture).headers["Content-Type"].startswith("image/")

    for name in ("officer", "administrator"):
        password = re.search(rf"{name}  (\S+)", printed(log)).group(1)
        assert "releases/release/" in signed_in(address, name, password)

    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    assert "Traceback" not in printed(log)


def test_another_start_changes_nothing_and_is_quick(only_once, demo):
    folder, environment = demo
    start = ("demo", "--folder", str(folder), "--no-serve", "--port", free_port())
    manage(environment, *start)
    passwords = json.loads((folder / "passwords.json").read_text())
    before = manage(environment, "dumpdata")

    began = time.monotonic()
    said = manage(environment, *start)

    assert time.monotonic() - began < 20
    assert manage(environment, "dumpdata") == before
    assert all(password in said for password in passwords.values())
    assert "Loaded" not in said


def read(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read().decode("utf-8")


def signed_in(address, name, password):
    """The admin's first page, as this user sees it."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    login = f"{address}/admin/login/?next=/admin/"
    form = browser.open(login).read().decode("utf-8")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form).group(1)
    data = {"username": name, "password": password, "csrfmiddlewaretoken": token}
    return browser.open(login, urllib.parse.urlencode(data).encode()).read().decode("utf-8")
