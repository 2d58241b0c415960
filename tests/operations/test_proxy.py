"""The real proxy in front of the real server: to the second, kept only as long as is true, and quiet."""

import json
import os
import re
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from .stack import HOST, PATIENCE, ROOT, Stack

pytestmark = pytest.mark.operations

PUBLISHED = """
published(document(slug="first", pictures=[picture()]), at=timezone.now(), by=press_officer("officer"))
"""
# Farther ahead than the application remembers what is due.
SCHEDULE = """
import time
at = int(time.time()) + 16
moment = dt.datetime.fromtimestamp(at, dt.UTC)
published(document(slug="at-its-second"), by=press_officer("clerk"), at=moment)
assert time.time() < at - 10
print(at)
"""
LOGIN = """
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.auth import SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY
user = get_user_model().objects.get(username="officer")
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(session.session_key)
"""


@pytest.fixture(scope="module")
def place(new_place, nginx):
    place = new_place()
    place.manage("migrate", "--verbosity", "0")
    place.do("from django.utils import timezone" + PUBLISHED)
    return place


@pytest.fixture(scope="module")
def stack(place):
    stack = Stack(place)
    try:
        stack.web = stack.start_web()
        stack.proxy = stack.start_proxy()
        yield stack
    finally:
        stack.end()


def logged(stack, *answers):
    """The proxy's lines about answers."""
    wanted = [answer.headers["X-Request-ID"] for answer in answers]
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        lines = {line["request_id"]: line for line in stack.proxy.lines()}
        if lines.keys() >= set(wanted):
            return [lines[request_id] for request_id in wanted]
        time.sleep(0.05)
    raise AssertionError(stack.proxy.log.read_text())


def from_cache(stack, *answers):
    """How the cache stood to each."""
    return [line["cache"] for line in logged(stack, *answers)]


def test_a_page_is_kept_for_the_next_who_asks(stack):
    first, *others = [stack.get("/en/releases/first/") for _ in range(5)]

    assert {answer.status for answer in (first, *others)} == {200}
    assert "HIT" in from_cache(stack, *others)
    assert "X-Accel-Expires" not in first.headers


def test_a_release_appears_at_its_second_although_all_around_it_is_kept(place, stack):
    at = int(place.do(SCHEDULE))
    seen = []
    while time.time() < at + 1.5:
        if time.time() < at - 3:
            time.sleep(0.2)
        for path, words in (
            ("/en/releases/at-its-second/", None),
            ("/en/", b"at-its-second"),
            ("/en/feeds/releases.atom", b"at-its-second"),
        ):
            began = time.time()
            answer = stack.get(path)
            is_there = answer.status == 200 if words is None else words in answer.body
            seen.append((began, time.time(), is_there, answer, path))

    assert [row for row in seen if row[1] < at and row[2]] == []
    assert [row[4] for row in seen if row[0] >= at and not row[2]] == []
    # In the last second nothing may be kept for a whole one.
    before = [row[3] for row in seen if at - 3 <= row[0] and row[1] < at]
    assert {"HIT", "STALE", "UPDATING"} & set(from_cache(stack, *before))


def test_what_is_published_now_is_seen_soon(place, stack):
    assert stack.get("/en/releases/now/").status == 404
    place.do(
        'from django.utils import timezone\npublished(document(slug="now"), by=press_officer("another"), at=timezone.now())'
    )

    until = time.monotonic() + PATIENCE
    while stack.get("/en/releases/now/").status == 404 and time.monotonic() < until:
        time.sleep(0.2)
    assert stack.get("/en/releases/now/").status == 200


def test_who_is_signed_in_is_never_answered_from_the_cache(place, stack):
    cookie = f"newsroom_session={place.do(LOGIN)}"
    stack.get("/en/")

    assert from_cache(stack, stack.get("/en/", Cookie=cookie)) == ["BYPASS"]
    desk = [stack.get("/admin/", Cookie=cookie) for _ in range(2)]
    assert {answer.status for answer in desk} == {200}
    assert from_cache(stack, *desk) == ["", ""]
    assert stack.get("/admin/").status == 302


def test_a_picture_comes_from_the_disk_once_the_application_has_agreed(place, stack):
    path = re.search(rb'src="(/pictures/[^"]+)"', stack.get("/en/releases/first/").body)[1].decode()
    answer = stack.get(path)
    stored = Path(place.environment["PICTURES_DIR"], path[10:12], path[10:])

    assert answer.status == 200
    assert answer.body == stored.read_bytes()
    assert answer.headers["Content-Type"].startswith("image/")
    assert answer.headers["Cache-Control"] == "private, max-age=300"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "X-Accel-Redirect" not in answer.headers
    assert stack.get(f"/pictures/{'0' * 64}/480.webp").status == 404
    assert stack.get(f"/private-pictures/{path[10:12]}/{path[10:]}").status == 404


def test_what_is_for_inside_is_not_outside(stack):
    for path in ("/health/ready", "/health/live", "/metrics"):
        assert stack.get(path).status == 404
        assert stack.get(path, port=stack.inner).status == 200
    assert json.loads(stack.get("/health/ready", port=stack.inner).body)["ready"] is True


def test_the_figures_count_what_was_asked(stack):
    def answered():
        figures = stack.get("/metrics", port=stack.inner).body.decode()
        found = re.search(r'newsroom_answers_total\{.*view="about"\} (\S+)', figures)
        return float(found[1]) if found else 0

    before = answered()
    stack.get("/en/about/?figures")

    assert answered() == before + 1


def test_one_id_runs_through_both_logs_and_neither_says_who_or_what_for(stack):
    answer = stack.get(
        "/en/search/?q=somebody-private", X_Request_ID="chosen-by-the-visitor", User_Agent="Agent-7"
    )
    wanted = answer.headers["X-Request-ID"]

    assert logged(stack, answer)[0]["path"] == "/en/search/"
    of_application = [line for line in stack.web.lines() if line.get("request_id") == wanted]
    assert [line["path"] for line in of_application] == ["/en/search/"]
    for process in (stack.web, stack.proxy):
        for secret in ("somebody-private", "chosen-by-the-visitor", "Agent-7", HOST):
            assert secret not in process.log.read_text()


def test_nobody_outside_says_that_a_request_came_by_https(stack):
    forged = stack.get(
        "/sitemap.xml?forged", X_Forwarded_Proto="https", X_Forwarded_Host="evil.example"
    )

    assert f"<loc>http://{HOST}:{stack.port}/".encode() in forged.body
    assert b"https://" not in forged.body
    assert b"evil.example" not in forged.body


def test_another_host_is_refused(stack):
    assert stack.get("/en/", Host="evil.example").status == 400


def test_a_balancer_that_is_trusted_says_so(place, new_stack, stack):
    other = new_stack(place)
    other.link = stack.link
    other.start_proxy(TRUSTED_PROXIES="127.0.0.0/8 ::1", RUN=f"{place.folder}/proxy-2")

    assert b"<loc>https://" in other.get("/sitemap.xml?b", X_Forwarded_Proto="https").body
    assert b"<loc>http://" in other.get("/sitemap.xml?b").body


def test_https_can_end_at_the_proxy_and_a_form_comes_from_there_alone(
    place, new_stack, stack, tmp_path
):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
        + ["-subj", "/CN=localhost", "-addext", f"subjectAltName=IP:{HOST}"]
        + ["-keyout", f"{tmp_path}/key.pem", "-out", f"{tmp_path}/certificate.pem"],
        check=True,
        capture_output=True,
    )
    other = new_stack(place)
    other.link = stack.link
    other.start_proxy(TLS_DIR=str(tmp_path), RUN=f"{place.folder}/proxy-3")
    context = ssl.create_default_context(cafile=f"{tmp_path}/certificate.pem")

    address = f"https://{HOST}:{other.https}/sitemap.xml"
    with urllib.request.urlopen(address, context=context) as answer:
        assert f"<loc>https://{HOST}:{other.https}/".encode() in answer.read()

    login = f"https://{HOST}:{other.https}/admin/login/"
    with urllib.request.urlopen(login, context=context) as form:
        token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', form.read())[1]
        cookie = form.headers["Set-Cookie"].partition(";")[0]
    data = b"csrfmiddlewaretoken=" + token + b"&username=nobody&password=nothing"

    def sent_from(origin):
        sent = urllib.request.Request(login, data, {"Origin": origin, "Cookie": cookie})
        try:
            return urllib.request.urlopen(sent, context=context).status
        except urllib.error.HTTPError as error:
            with error:
                return error.status

    assert sent_from(f"https://{HOST}:{other.https}") == 200  # the form again: no such user
    assert sent_from("https://evil.example") == 403
    assert sent_from(f"http://{HOST}:{other.https}") == 403


def test_the_proxy_refuses_to_start_without_its_certificate(place, nginx, tmp_path):
    run = subprocess.run(
        ["deploy/proxy/start"],
        env={
            "PATH": os.environ["PATH"],
            "SOCKET": "s",
            "TLS_DIR": "/none",
            "RUN": f"{tmp_path}/run",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr == "TLS_DIR: /none/certificate.pem cannot be read.\n"


# Stopping and upgrading


class Load:
    """Visitors who come again and again, past the cache, until they are told to stop."""

    def __init__(self, stack, visitors=6):
        self.stack, self.answers, self.stopped = stack, [], threading.Event()
        self.threads = [threading.Thread(target=self._visit, args=[n]) for n in range(visitors)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def _visit(self, number):
        count = 0
        while not self.stopped.is_set():
            count += 1
            try:
                if number == 0:  # a form
                    answer = self.stack.get("/admin/login/", method="POST", body=b"x" * 2000)
                else:
                    answer = self.stack.get(f"/en/releases/first/?{number}-{count}")
                self.answers.append(answer.status)
            except OSError as error:
                self.answers.append(repr(error))

    def wait_for(self, more):
        until, wanted = time.monotonic() + PATIENCE, len(self.answers) + more
        while len(self.answers) < wanted and time.monotonic() < until:
            time.sleep(0.02)


def test_an_upgrade_fails_no_request(stack):
    with Load(stack) as load:
        load.wait_for(50)
        old = stack.web
        stack.web = stack.start_web()
        load.wait_for(50)
        assert old.stop() == 0
        load.wait_for(50)

    assert set(load.answers) == {200, 403}
    assert "Traceback" not in old.log.read_text()


def test_a_server_that_is_told_to_stop_ends_what_it_began(place, new_stack):
    other = new_stack(place)
    other.link = place.folder / "other.sock"
    web = other.start_web(DJANGO_SETTINGS_MODULE="tests.operations.settings")
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.settimeout(PATIENCE)
        visitor.connect(str(other.link))
        visitor.sendall(b"GET /slow/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        until = time.monotonic() + PATIENCE
        while "slow begins" not in web.log.read_text() and time.monotonic() < until:
            time.sleep(0.02)
        assert web.stop() == 0
        assert visitor.recv(65536).startswith(b"HTTP/1.1 200")


def test_a_server_is_healthy_once_it_has_taken_over_whoever_serves_beside_it(place, new_stack):
    other = new_stack(place)
    other.link = place.folder / "third.sock"
    other.start_web()
    (place.folder / "own").mkdir()
    web = other.launch_web(TMPDIR=str(place.folder / "own"))
    healthy = place.folder / "own" / "serving.sock"
    web.wait_until(healthy.is_symlink)

    assert healthy.resolve() == other.link.resolve()
    ask = [sys.executable, "-m", "newsroom.ask", healthy, "/health/ready"]
    assert subprocess.run(ask, cwd=ROOT, capture_output=True).returncode == 0
    assert web.stop() == 0
    assert subprocess.run(ask, cwd=ROOT, capture_output=True).returncode == 1


def test_a_server_that_is_not_ready_takes_nothing_over(new_place, new_stack):
    """Nothing is migrated here."""
    other = new_stack(new_place())
    web = other.launch_web()
    web.wait_until(lambda: '"migrations": "not migrated"' in web.log.read_text())

    assert other.served_by() is None
