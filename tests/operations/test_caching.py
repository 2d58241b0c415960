"""How long the caches in front may keep an answer: never past the next change."""

import contextlib
import datetime as dt
import math
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import OperationalError
from django.http import HttpResponse

from newsroom import caching
from newsroom.middleware import ask_again
from releases import freshness
from releases.models import Page

from ..factories import NOON, document, published

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
AT = NOON.timestamp()


@pytest.fixture(autouse=True)
def behind_a_proxy(settings, monkeypatch):
    monkeypatch.setattr(freshness, "_span", freshness.Span())
    settings.MIDDLEWARE = [
        name
        for each in settings.MIDDLEWARE
        for name in (["newsroom.caching.shared_caches", each] if "ask_again" in each else [each])
    ]


def kept_until(response):
    """The second in which nginx may answer with it for the last time; None where never."""
    if "X-Accel-Expires" not in response:
        return None
    stale = next(
        int(part.split("=")[1])
        for part in response["Cache-Control"].split(", ")
        if part.startswith("stale-while-revalidate=")
    )
    return int(response["X-Accel-Expires"].removeprefix("@")) + stale


@pytest.mark.parametrize("before", [0.001, 0.4, 1, 1.5, 2, 3.7, 7, 9.999, 10, 12, 3600])
def test_no_answer_outlives_the_moment_at_which_a_release_appears(client, before):
    published(document(slug="due"))
    with time_machine.travel(AT - before, tick=False):
        response = client.get("/en/releases/due/")

    assert response.status_code == 404
    last = kept_until(response)
    assert last is None or last < AT
    # nor is it dropped long before: up to the last second there is something to keep
    assert before < 1 or last == min(AT - 1, math.floor(AT - before) + freshness.KNOWN_FOR - 1)


@pytest.mark.parametrize("before", [0.4, 2, 3.7, 9])
def test_no_answer_outlives_the_moment_at_which_a_page_goes(client, before):
    published(document(slug="going"))
    Page.objects.update(visible_until=NOON + dt.timedelta(hours=1))
    with time_machine.travel(AT + 3600 - before, tick=False):
        last = kept_until(client.get("/en/releases/going/"))
    assert last is None or last < AT + 3600


@pytest.mark.parametrize("before", [0.2, 1.5, 2, 3.7, 9])
def test_a_cache_that_counts_seconds_is_no_later(client, before):
    published(document(slug="due"))
    with time_machine.travel(AT - before, tick=False):
        control = client.get("/en/")["Cache-Control"]
    seconds = dict(p.split("=") for p in control.split(", ") if "=" in p)
    given = int(seconds.get("s-maxage", -1)) + int(seconds.get("stale-while-revalidate", 0))
    assert AT - before + given < AT


def test_an_answer_that_was_begun_before_a_change_is_not_kept_after_it(rf):
    published(document(slug="due"))
    with time_machine.travel(AT - 0.5, tick=False) as clock:

        def takes_its_time(request):
            response = HttpResponse("not yet", status=404)
            clock.shift(1)
            return response

        response = caching.shared_caches(ask_again(takes_its_time))(rf.get("/"))
    assert kept_until(response) is None


def test_what_nobody_scheduled_is_seen_within_ten_seconds(client):
    with time_machine.travel(AT, tick=False) as clock:
        client.get("/en/")
        clock.shift(4)
        last = kept_until(client.get("/en/"))  # what is due was asked four seconds ago
    assert last < AT + freshness.KNOWN_FOR


def test_a_release_scheduled_after_the_question_is_not_late_when_it_is_ten_seconds_off(client):
    with time_machine.travel(AT - 10, tick=False) as clock:
        client.get("/en/")
        published(document(slug="due"))  # at AT, unknown to the answers of the next seconds
        clock.shift(4.9)
        assert kept_until(client.get("/en/releases/due/")) < AT


@pytest.mark.parametrize("before", [0.5, 3, 60])
def test_what_is_said_about_caches_does_not_tell_a_scheduled_release_from_one_that_never_was(
    client, before
):
    published(document(slug="due"))
    with time_machine.travel(AT - before, tick=False):
        due, never = (client.get(f"/en/releases/{slug}/") for slug in ("due", "never-was"))
    assert dict(due.items()) == dict(never.items())


def test_a_page_costs_no_more_queries_for_it(client, django_assert_num_queries):
    published(document(slug="out"))
    with time_machine.travel(AT, tick=False):
        client.get("/en/releases/out/")
        with django_assert_num_queries(1):
            client.get("/en/releases/out/")


def test_what_is_not_for_everybody_is_never_kept(client):
    with time_machine.travel(AT, tick=False):
        for path in ("/admin/", "/admin/login/"):
            response = client.get(path)
            assert "s-maxage" not in response["Cache-Control"]
            assert kept_until(response) is None
        for response in (client.post("/en/"), client.post("/admin/language/", {"language": "en"})):
            assert kept_until(response) is None


def test_a_failure_is_never_kept(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("releases.views.releases.render", lambda *_: 1 / 0)
    assert kept_until(client.get("/en/")) is None


def test_a_database_that_does_not_answer_breaks_no_page_that_needs_none(client, monkeypatch):
    def down(at):
        raise OperationalError

    monkeypatch.setattr(freshness, "next_change", down)
    assert client.get("/robots.txt").status_code == 200


@pytest.mark.parametrize("path", ["organisations", "people", "topics", "media-contacts"])
def test_what_was_listed_goes_in_time_where_the_database_did_not_say_what_is_due(
    client, settings, monkeypatch, path
):
    def down(at):
        raise OperationalError

    settings.BEHIND_PROXY = True
    with time_machine.travel(AT, tick=False) as clock:
        empty = client.get(f"/en/{path}/").content
        clock.shift(freshness.ASKED_EVERY)
        published(document(slug="going"))
        Page.objects.update(visible_until=NOON + dt.timedelta(hours=1))
        assert client.get(f"/en/{path}/").content != empty
        clock.shift(3600)
        monkeypatch.setattr(freshness, "next_change", down)
        assert client.get(f"/en/{path}/").content == empty


def test_an_answer_that_outlives_its_span_reads_nothing_of_it(settings):
    settings.BEHIND_PROXY = True
    with time_machine.travel(AT, tick=False) as clock:
        freshness.span(AT)
        freshness.known()["said"] = "before"
        assert freshness.known() == {"said": "before"}
        clock.shift(freshness.ASKED_EVERY)
        assert freshness.known() == {}


def test_what_many_ask_for_at_once_is_found_out_once(settings):
    settings.BEHIND_PROXY = True
    asked, together = [], threading.Barrier(8)

    @freshness.kept
    def ask(what):
        asked.append(what)
        time.sleep(0.05)
        if len(asked) == 1:
            raise OperationalError  # who waited asks again
        return f"found {what}"

    def one(what):
        together.wait(timeout=10)
        with contextlib.suppress(OperationalError):
            return ask(what)

    freshness.span(time.time())
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(one, ["it"] * 8))

    assert sorted(map(str, found)) == ["None", *["found it"] * 7]
    assert asked == ["it", "it"]


def test_without_a_proxy_nothing_is_kept(client, settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "shared_caches" not in name]
    assert client.get("/en/")["Cache-Control"] == "public, max-age=0, must-revalidate"
