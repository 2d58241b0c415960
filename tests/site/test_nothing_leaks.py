"""One walk over everything that the world can ask for, with words that only one release has.

Before its moment, after its window, and while it is a draft, none of them is anywhere; at its moment
each is on every surface that shows releases.
"""

import datetime as dt

import pytest
import time_machine
from django.urls import get_resolver, reverse
from django.utils import translation

from releases.document import apply, digest, schema
from releases.models import Page
from releases.publishing import correct

from ..factories import (
    ALICE,
    NOON,
    acknowledged,
    document,
    draft,
    picture,
    press_officer,
    published,
)
from .web import fetch

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
LANGUAGES = ["zh-hant", "en", "zh-hans"]
# Each is in the release under one name and in no other; Simplified has the first in its own form.
CANARIES = ["金絲雀測試", "金丝雀测试", "Canarybird", "canary-slug", "canaryorg", "canaryperson"]
CANARIES += ["canarytopic", "25559999", "canary@"]

# What shows no release: the admin, files that are everybody's, and the ways in.
ELSEWHERE = {"root", "set_language", "colours", "logo", "about", "home_redirect"}
# The admin's: it asks for a member of staff, as the tests below see.
FOR_STAFF = {"search_everything"}


def name(zh, en):
    return {"zh-hant": f"金絲雀測試{zh}", "en": f"Canarybird {en}"}


def canary(shown, **changes):
    """A release each of whose parts has a word of its own."""
    person = schema.replace(ALICE, record="canaryperson", name=name("人", "person"))
    return document(
        slug="canary-slug",
        languages=LANGUAGES,
        headline=name("標題", "headline"),
        sub_headline=name("副題", "sub-headline"),
        organisations=[
            schema.Organisation(key="o1", record="canaryorg", name=name("機構", "institute"))
        ],
        topics=[schema.Topic(key="t1", record="canarytopic", name=name("主題", "topic"))],
        signatories=[schema.Signatory(key="s1", person=person)],
        body=[
            schema.TextBlock(
                key="b1", html={"zh-hant": "<p>金絲雀測試內文</p>", "en": "<p>Canarybird body</p>"}
            ),
            schema.Quote(key="b2", speaker=person, words=name("引述", "quote")),
            schema.Figure(
                key="b3", picture=shown, caption=name("圖說", "caption"), alt_text=name("圖", "alt")
            ),
        ],
        media_contacts=[
            schema.MediaContact(
                key="m1",
                record="canarycontact",
                name=name("聯絡人", "contact"),
                phones=[schema.Phone(number="+85225559999")],
                emails=["canary@cape.example"],
            )
        ],
        dateline=schema.Dateline(date=NOON.date()),
        **changes,
    )


# Route → what fills its address, for the canary's own pages.
OF_THE_CANARY = {
    "release_list_of_year": [NOON.year],
    "release_detail": ["canary-slug"],
    "release_text": ["canary-slug"],
    "release_version": ["canary-slug", 1],
    "organisation_detail": ["canaryorg"],
    "person_detail": ["canaryperson"],
    "topic_detail": ["canarytopic"],
    "feed": ["rss", "atom", "json"],
    "feed_of": [
        (listing, key, form)
        for listing, key in [("organisations", "canaryorg"), ("topics", "canarytopic")]
        for form in ("rss", "atom", "json")
    ],
    "sitemap_of_listings": [0],
    "sitemap_of_releases": [0],
}
QUERIES = {
    "search": [
        {"q": word}
        for word in ("金絲雀", "金丝雀", "絲", "Canarybird", "canarybrid", "25559999", "zzz", "")
    ],
    "picture_list": [{}, {"q": "Canarybird"}, {"q": "金絲雀"}],
    "release_list": [{}, {"organisation": "canaryorg"}, {"topic": "canarytopic"}],
    "media_contact_list": [{}],
}


def routes():
    """The names of every public route: a new one is walked without being asked."""
    with translation.override("en"):
        names = {key for key in get_resolver().reverse_dict if isinstance(key, str)}
    return sorted(names - ELSEWHERE - FOR_STAFF)


def addresses(shown):
    for route in routes():
        if route in ("picture", "share_picture"):
            continue
        arguments = OF_THE_CANARY.get(route, [()])
        if route in ("release_version",):
            arguments = [tuple(arguments)]
        for args in arguments:
            args = args if isinstance(args, tuple) else (args,)
            for language in LANGUAGES:
                with translation.override(language):
                    url = reverse(route, args=args)
                for query in QUERIES.get(route, [{}]):
                    yield route, url, query
    for file_name in ("480.webp", "480.jpg", "full.jpg"):
        yield "picture", reverse("picture", args=[shown.sha256, file_name]), {}


def said(client, shown):
    """Every answer as one text: status, headers and body, without what was asked for itself."""
    for route, url, query in addresses(shown):
        response = fetch(client, url, **query)
        text = response.body.decode("utf-8", "replace")
        # A page may say again what the visitor typed, and the address that was asked for.
        for typed in (*query.values(), url):
            text = text.replace(typed, "").replace(str(typed).replace("&", "&amp;"), "")
        headers = " ".join(f"{key}: {value}" for key, value in response.items())
        yield route, url, query, response.status_code, f"{headers}\n{text}"


def hidden(client, shown):
    traces = {}
    for _route, url, query, status, text in said(client, shown):
        found = [word for word in (*CANARIES, shown.sha256) if word in text]
        if found or (status == 200 and "picture" in url and shown.sha256 in url):
            traces[url, str(query)] = found
    return traces


@pytest.fixture
def shown():
    return picture("gold")


@pytest.fixture
def others():
    """Releases that are public all the while, so that no list is empty."""
    published(document(slug="before", pictures=[picture()], languages=LANGUAGES), at=NOON - SECOND)


def test_a_scheduled_release_is_on_no_surface_and_at_its_moment_on_every_one(client, others, shown):
    with time_machine.travel(NOON - SECOND, tick=False):
        without_it = list(said(client, shown))
    published(canary(shown), at=NOON)

    with time_machine.travel(NOON - SECOND, tick=False):
        assert hidden(client, shown) == {}
        # Not by a number, a date or a header either.
        assert list(said(client, shown)) == without_it

    with time_machine.travel(NOON, tick=False):
        seen = {}
        for route, _url, _query, status, text in said(client, shown):
            found = status == 200 and (route == "picture" or any(c in text for c in CANARIES))
            seen[route] = seen.get(route, False) or found
    # The lists' own part of the sitemap names no release; its dates are compared above.
    without = {"release_version", "robots", "sitemap_of_lists"}
    assert {route for route, found in seen.items() if not found} == without


def test_a_release_whose_window_has_closed_is_on_no_surface(client, others, shown):
    published(canary(shown), at=NOON)
    Page.objects.filter(slug="canary-slug").update(visible_until=NOON + SECOND)

    with time_machine.travel(NOON + SECOND, tick=False):
        assert hidden(client, shown) == {}


def test_a_draft_is_on_no_surface(client, others, shown):
    draft(canary(shown))

    with time_machine.travel(NOON, tick=False):
        assert hidden(client, shown) == {}


def test_what_only_a_scheduled_correction_says_is_on_no_surface_before_it(client, others, shown):
    first = published(document(slug="plain", languages=LANGUAGES), at=NOON - SECOND)
    note = {"zh-hant": "金絲雀測試說明", "en": "Canarybird note"}
    release = apply(schema.replace(canary(shown), slug="plain"), release=first.release)
    by = press_officer()
    correct(release=acknowledged(release, by=by), by=by, at=NOON, note=note)

    with time_machine.travel(NOON - SECOND, tick=False):
        assert hidden(client, shown) == {}


def test_the_card_of_a_scheduled_release_has_no_address(client, shown):
    edition = published(canary(shown), at=NOON)
    key = digest(edition.document)[:32]

    with time_machine.travel(NOON - SECOND, tick=False), translation.override("en"):
        url = reverse("share_picture", args=["canary-slug", key])
        assert fetch(client, url).status_code == 404


@pytest.mark.parametrize("route", sorted(FOR_STAFF))
def test_what_is_for_staff_answers_the_public_the_same_with_and_without_the_release(
    client, shown, route
):
    asked = [(reverse(route), query) for query in ({}, *QUERIES["search"])]
    without_it = [(r.status_code, r.headers["Location"]) for r in answers(client, asked)]
    assert {status for status, _ in without_it} == {302}
    draft(canary(shown))

    with_it = answers(client, asked)
    assert [(r.status_code, r.headers["Location"]) for r in with_it] == without_it
    assert not any(response.content for response in with_it)


@pytest.mark.parametrize("route", sorted(FOR_STAFF))
def test_what_is_for_staff_shows_no_release_to_staff_who_may_not_see_releases(client, shown, route):
    draft(canary(shown))
    client.force_login(press_officer(may_publish=False))

    for response in answers(client, [(reverse(route), {"q": "金絲雀"})]):
        assert response.status_code == 200
        assert not any(
            word in response.content.decode()
            for word in ("金絲雀測試", "Canarybird", "canary-slug")
        )


def answers(client, asked):
    return [client.get(url, query) for url, query in asked]
