"""Nothing leaks, to the second, with no job: every public surface asks the one gate."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from releases.document import schema
from releases.models import Page

from ..factories import ALICE, BOB, NOON, document, draft, picture, press_officer, published
from .web import address, fetch

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)


def every_address(slug, shown):
    """All public addresses on which a release could show itself."""
    for language in ("zh-hant", "en"):
        yield address("home", language=language)
        yield address("release_list", language=language)
        yield address("release_list_of_year", 2026, language=language)
        yield address("release_detail", slug, language=language)
        yield address("organisation_detail", "cape-park", language=language)
        yield address("organisation_list", language=language)
        yield address("person_detail", "alice-chan", language=language)
        yield address("person_list", language=language)
        yield address("topic_detail", "life-science", language=language)
        yield address("topic_list", language=language)
        yield address("picture_list", language=language)
        yield address("release_text", slug, language=language)
        yield address("media_contact_list", language=language)
    for file_name in ("480.webp", "480.jpg", "960.webp", "full.jpg"):
        yield address("picture", shown.sha256, file_name)


@pytest.fixture
def scheduled():
    """A release with a picture that becomes public at NOON."""
    shown = picture()
    published(document(slug="the-embargoed-one", pictures=[shown]))
    return shown


def test_a_release_is_nowhere_one_second_before_its_moment(client, scheduled):
    with time_machine.travel(NOON - SECOND, tick=False):
        for url in every_address("the-embargoed-one", scheduled):
            body = fetch(client, url).body
            for secret in (
                "join forces",
                "合作",
                "Cape",
                "海角",
                "carol",
                scheduled.sha256,
                "25550123",
            ):
                assert secret.encode() not in body, url


def test_before_its_moment_a_release_cannot_be_told_from_one_that_does_not_exist(client, scheduled):
    def answer(url):
        response = fetch(client, url)
        headers = {name: value for name, value in response.items() if name != "Set-Cookie"}
        return response.status_code, headers, response.body

    with time_machine.travel(NOON - SECOND, tick=False):
        pairs = [
            (
                address("release_detail", "the-embargoed-one"),
                address("release_detail", "never-was"),
            ),
            (
                address("organisation_detail", "cape-park"),
                address("organisation_detail", "never-was"),
            ),
            (
                address("picture", scheduled.sha256, "480.webp"),
                address("picture", "0" * 64, "480.webp"),
            ),
            (address("release_list_of_year", 2026), address("release_list_of_year", 1999)),
        ]
        for embargoed, missing in pairs:
            assert answer(embargoed)[0] == 404
            assert answer(embargoed) == answer(missing)


def test_it_is_everywhere_at_its_moment_with_no_job_run(client, scheduled):
    with time_machine.travel(NOON, tick=False):
        for url in every_address("the-embargoed-one", scheduled):
            assert fetch(client, url).status_code == 200, url
        assert "join forces" in fetch(client, address("release_list")).content.decode()


def test_a_page_is_gone_the_second_its_window_closes(client, scheduled):
    Page.objects.update(visible_until=NOON + SECOND)

    with time_machine.travel(NOON, tick=False):
        assert fetch(client, address("release_detail", "the-embargoed-one")).status_code == 200
    with time_machine.travel(NOON + SECOND, tick=False):
        assert fetch(client, address("release_detail", "the-embargoed-one")).status_code == 404
        assert fetch(client, address("picture", scheduled.sha256, "480.jpg")).status_code == 404


def test_staff_see_a_picture_before_the_world_does(scheduled):
    client = Client()
    client.force_login(press_officer())

    with time_machine.travel(NOON - SECOND, tick=False):
        # The session was made by the real clock: log in again at this one.
        client.force_login(press_officer())
        response = fetch(client, address("picture", scheduled.sha256, "480.webp"))

    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert "private" in response["Cache-Control"]


def test_a_picture_of_a_draft_has_no_public_address(client):
    shown = picture("orange")
    draft(document(pictures=[shown]))

    assert fetch(client, address("picture", shown.sha256, "480.jpg")).status_code == 404


def test_a_partner_that_only_a_scheduled_release_names_does_not_exist_yet(client):
    later = NOON + dt.timedelta(days=7)
    published(document(slug="now"), at=NOON)
    newcomer = schema.Organisation(key="org9", record="secret-partner", name=BOB.organisation)
    host = schema.Organisation(key="org1", record="cape-park", name=ALICE.organisation)
    published(document(slug="later", organisations=[host, newcomer]), at=later)

    with time_machine.travel(NOON + SECOND, tick=False):
        assert fetch(client, address("organisation_detail", "secret-partner")).status_code == 404
        assert fetch(client, address("organisation_detail", "cape-park")).status_code == 200
    with time_machine.travel(later, tick=False):
        assert fetch(client, address("organisation_detail", "secret-partner")).status_code == 200


def test_no_public_answer_sets_a_cookie_or_lets_a_cache_keep_it(client, scheduled):
    with time_machine.travel(NOON, tick=False):
        missing = ["/", "/en/nothing/", "/en/releases", f"/pictures/{'0' * 64}/480.jpg"]
        for url in [*every_address("the-embargoed-one", scheduled), *missing]:
            response = fetch(client, url)
            assert not response.cookies, url
            if response.get("Content-Type", "").startswith("image/"):
                assert "private" in response["Cache-Control"], url
            else:
                assert "max-age=0, must-revalidate" in response["Cache-Control"], url


def test_the_public_policy_allows_our_own_script_and_no_other_server(client, scheduled):
    with time_machine.travel(NOON, tick=False):
        policy = fetch(client, address("home"))["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert re.search("script-src 'self'(;|$)", policy)
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_public_site_is_only_read(client, method):
    assert getattr(client, method)(address("home")).status_code in (403, 405)


def test_behind_nginx_a_picture_is_handed_over_only_after_the_gate(client, scheduled, settings):
    settings.PICTURES_ACCEL_PREFIX = "/private-pictures"
    url = address("picture", scheduled.sha256, "480.webp")

    with time_machine.travel(NOON - SECOND, tick=False):
        assert fetch(client, url).status_code == 404
    with time_machine.travel(NOON, tick=False):
        response = fetch(client, url)

    path = f"/private-pictures/{scheduled.sha256[:2]}/{scheduled.sha256}/480.webp"
    assert response["X-Accel-Redirect"] == path
    assert response.content == b""


def test_a_size_that_a_picture_does_not_have_is_not_found(client, scheduled):
    with time_machine.travel(NOON, tick=False):
        assert fetch(client, address("picture", scheduled.sha256, "1600.webp")).status_code == 404
        assert fetch(client, f"/pictures/{scheduled.sha256}/../full.jpg").status_code == 404
