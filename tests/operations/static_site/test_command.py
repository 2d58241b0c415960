"""``manage.py build_site``: what it refuses, what it tells, and its folder served by nginx."""

import fcntl
import http.client
import json
import os
import subprocess

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from releases.models import Page

from ...factories import NOON, document, picture, published
from ..stack import HOST, ROOT, Running, answers, free_port
from .site import HOUR, ORIGIN, ask, build, corrected, files, manifest, upload

pytestmark = pytest.mark.django_db

LATER = NOON + HOUR


# What is refused


def run(folder, *arguments):
    call_command("build_site", str(folder), *arguments)


@pytest.mark.parametrize(
    ("origin", "reason"),
    [
        ("https://evil.example", r"evil\.example is not one of ALLOWED_HOSTS \(news\.example\.org\)"),
        ("news.example.org", "is not an address like"),
        ("https://news.example.org/", "is not an address like"),
        ("ftp://news.example.org", "is not an address like"),
        ("https://news.example.org:99999", "is not an address like"),
        ("https://[::1", "is not an address like"),
    ],
)  # fmt: skip
def test_an_origin_that_the_newsroom_does_not_answer_to_is_refused(folder, origin, reason):
    with pytest.raises(CommandError, match=reason) as refused:
        run(folder, "--origin", origin)
    assert refused.value.returncode == 2
    assert not folder.exists()


def test_http_is_refused_where_the_newsroom_is_https_alone(folder, settings):
    settings.SECURE_SSL_REDIRECT = True
    with pytest.raises(CommandError, match="HTTPS is on") as refused:
        run(folder, "--origin", "http://news.example.org")
    assert refused.value.returncode == 2


def test_a_folder_that_holds_something_else_is_refused(folder):
    folder.mkdir()
    (folder / "letters").write_text("mine")
    with pytest.raises(CommandError, match="holds something else") as refused:
        run(folder, "--origin", ORIGIN)
    assert refused.value.returncode == 2
    assert {path.name for path in folder.iterdir()} == {"letters"}


def test_a_second_build_at_the_same_time_is_refused(folder):
    build(folder)
    with (folder / "build.lock").open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="Another build is at work") as refused:
            run(folder, "--origin", ORIGIN)
    assert refused.value.returncode == 2


@pytest.mark.parametrize("changes", [".", "no/such/changes"])
def test_a_file_of_changes_that_cannot_be_written_is_refused_before_anything_is(
    folder, tmp_path, changes
):
    with pytest.raises(CommandError, match="cannot be written") as refused:
        run(folder, "--origin", ORIGIN, "--changes", tmp_path / changes)
    assert refused.value.returncode == 2
    assert not folder.exists()


# What the caller is told


def test_the_command_counts_and_ends_with_the_next_change(folder, capsys):
    published(document(slug="due"), at=LATER)
    with time_machine.travel(NOON, tick=False):
        run(folder, "--origin", ORIGIN)
        counted, last = capsys.readouterr().out.splitlines()
        assert counted == f"{len(files(folder))} files written, 0 kept, 0 deleted"
        assert last == "next change: 2026-05-04T05:00:00+00:00"
    Page.objects.all().delete()
    run(folder, "--origin", ORIGIN, "--all", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told == {"generation": 2, "written": 0, "kept": len(files(folder)), "deleted": 0, "next_change": None}  # fmt: skip


def test_what_an_upload_has_to_do_comes_in_the_order_that_breaks_no_page(folder, tmp_path):
    changes, mirror = tmp_path / "changes", {}
    edition = published(document(slug="first", pictures=[picture()]))
    with time_machine.travel(NOON, tick=False) as clock:
        build(folder, changes_file=changes)
        upload(folder, changes, mirror)
        clock.shift(HOUR)
        corrected(edition, slug="moved", pictures=[picture("orange")], at=timezone.now())
        build(folder, changes_file=changes)
        first = changes.read_text()
        clock.shift(HOUR)
        published(document(slug="third"), at=timezone.now())
        build(folder, changes_file=changes)  # nobody has uploaded what was to be done before

    lines = [line.split("\t") for line in changes.read_text().splitlines()]
    assert {line.split("\t")[1] for line in first.splitlines()} < {
        path for _verb, path, *_ in lines
    }
    places = {path: number for number, (_verb, path, *_headers) in enumerate(lines)}
    assert len(places) == len(lines)
    page = places["en/releases/moved/index.html"]
    assert all(number < page for path, number in places.items() if path.startswith("pictures/"))
    assert page < min(places[name] for name in ("en/index.html", "sitemap.xml"))
    gone = [number for number, (verb, *_rest) in enumerate(lines) if verb == "delete"]
    assert gone == list(range(len(lines) - len(gone), len(lines))) != []
    assert lines[places["en/releases/first/index.html"]] == [
        "put", "en/releases/first/index.html", "text/html; charset=utf-8",
        "public, max-age=0, must-revalidate", "/en/releases/moved/",
    ]  # fmt: skip
    upload(folder, changes, mirror)
    assert mirror == files(folder)


RCLONE = """#!/bin/sh
# Writes down what it is asked, and does it in a folder.
echo "$*" >> "$STORE.log"
[ ! -e "$STORE.down" ] || exit 1
verb=$1; shift
while [ $# -gt 2 ]; do case $1 in --files-from-raw) names=$2;; esac; shift; done
while read -r name; do
  case $verb in
    copy) mkdir -p "$STORE/$(dirname "$name")"; cp "$1/$name" "$STORE/$name";;
    delete) rm -f "$STORE/$name";;
  esac
done < "$names"
"""


@pytest.fixture
def place(new_place):
    place = new_place()
    place.manage("migrate", "--verbosity", "0")
    return place


@pytest.mark.operations
def test_the_loop_uploads_what_has_changed_with_its_headers(place, tmp_path):
    (tmp_path / "rclone").write_text(RCLONE)
    (tmp_path / "rclone").chmod(0o755)
    store, folder = tmp_path / "store", tmp_path / "site"
    environment = place.environment | {
        "PATH": f"{tmp_path}:{place.environment['PATH']}",
        "STORE": str(store), "REMOTE": "store:newsroom", "FOLDER": str(folder),
        "ORIGIN": ORIGIN, "ALLOWED_HOSTS": "news.example.org",
    }  # fmt: skip

    def once():
        run = subprocess.run(
            ["deploy/site", "once"], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        return run.returncode, run.stdout.splitlines(), run.stderr

    def stored():
        return {p.relative_to(store).as_posix(): p.read_bytes() for p in store.rglob("*") if p.is_file()}  # fmt: skip

    place.do("from django.utils import timezone\n"
             "published(document(slug='first', pictures=[picture()]), at=timezone.now())")  # fmt: skip
    code, lines, errors = once()
    assert (code, lines[-1][:13]) == (0, "next change: "), errors
    assert stored() == files(folder)
    log = (tmp_path / "store.log").read_text()
    assert "--header-upload Content-Type: application/atom+xml; charset=utf-8" in log
    assert "--header-upload Cache-Control: public, max-age=0, must-revalidate" in log

    place.do("from releases.models import Page; Page.objects.update(visible_until=dt.datetime.now(dt.UTC))")  # fmt: skip
    (tmp_path / "store.down").touch()
    assert once()[0] == 1
    (tmp_path / "store.down").unlink()
    assert once()[0] == 0
    assert stored() == files(folder)
    assert not [path for path in stored() if "first" in path]


# Served

NGINX = """
pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off; master_process off;
events {{}}
http {{
  access_log off;
  map_hash_max_size 65536; map_hash_bucket_size 256;
  map $uri $type {{ {types} }}
  types {{}} default_type "";
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{
    listen {host}:{port};
    root {site}/current;
    add_header Content-Type $type always;
    error_page 404 /404.html;
  }}
}}
"""


def get(port, path):
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


@pytest.mark.operations
def test_nginx_serves_the_folder_as_the_application_answers(a_newsroom, folder, nginx, tmp_path):
    with time_machine.travel(NOON + 2 * HOUR, tick=False):
        build(folder)
        rows = manifest(folder)
        types = " ".join(f"'/{path}' '{row['content_type']}';" for path, row in rows.items())
        port = free_port()
        run_in = tmp_path / "nginx"
        run_in.mkdir()
        (run_in / "conf").write_text(
            NGINX.format(folder=run_in, site=folder, host=HOST, port=port, types=types)
        )
        asked = {path: ask(Client(headers={"host": "news.example.org"}), path) for path in rows}
    environment = {"PATH": f"{os.environ['PATH']}:/usr/sbin"}
    server = Running(["nginx", "-c", str(run_in / "conf")], environment, run_in / "log")
    try:
        server.wait_until(lambda: answers(port))
        for path, expected in asked.items():
            served = get(port, "/" + path.removesuffix("index.html"))
            assert served.headers["Content-Type"] == expected["Content-Type"], path
            if not rows[path]["redirect"]:
                assert served.body == expected.body, path
        assert get(port, "/en/nothing/").status == 404
    finally:
        server.kill()
