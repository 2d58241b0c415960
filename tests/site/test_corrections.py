"""What readers see of a correction: the note, the earlier versions, and an address that never dies."""

import datetime as dt

import pytest
import time_machine

from releases.document import apply
from releases.models import Release
from releases.publishing import correct

from ..factories import NOON, document, picture, press_officer, published
from .web import address, fetch

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
NOTE = {"zh-hant": "首段的日期有誤。", "en": "The first paragraph had a wrong date."}
RIGHT = {"zh-hant": "正確的標題", "en": "The right headline"}


@pytest.fixture(scope="module")
def pictures(kept):
    return kept(lambda: (picture("red"), picture("blue")))


@pytest.fixture(scope="module")
def corrected(kept, pictures):
    old, new = pictures

    def publish_and_correct():
        first = published(document(slug="signing", pictures=[old]))
        value = document(slug="signed", headline=RIGHT, pictures=[new])
        release = apply(value, release=first.release)
        correct(release=release, by=press_officer(), at=NOON + HOUR, note=NOTE)

    kept(publish_and_correct)


def get(client, at, name, *args, language="en"):
    with time_machine.travel(at, tick=False):
        return fetch(client, address(name, *args, language=language))


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_a_corrected_release_says_what_was_wrong_and_leads_to_the_version_before(
    client, corrected, language
):
    page = get(client, NOON + HOUR, "release_detail", "signed", language=language).body.decode()

    assert NOTE[language] in page
    assert RIGHT[language] in page
    assert address("release_version", "signed", 1, language=language) in page


def test_the_version_before_stays_readable_under_a_banner(client, corrected):
    response = get(client, NOON + HOUR, "release_version", "signed", 1)

    page = response.body.decode()
    assert response.status_code == 200
    assert "This is an earlier version" in page
    assert "Cape Park and Polestar join forces" in page
    assert address("release_detail", "signed") in page
    assert 'content="noindex"' in page


def test_the_pictures_of_both_versions_are_shown_and_none_too_early(client, corrected, pictures):
    old, new = (shown.sha256 for shown in pictures)

    for sha256, before, after in [(old, 200, 200), (new, 404, 200)]:
        assert get(client, NOON, "picture", sha256, "480.webp").status_code == before
        assert get(client, NOON + HOUR, "picture", sha256, "480.webp").status_code == after
    assert get(client, NOON - HOUR, "picture", old, "480.webp").status_code == 404


def test_a_scheduled_correction_is_nowhere_before_its_moment(client, corrected):
    early = NOON + HOUR - dt.timedelta(seconds=1)

    assert get(client, early, "release_detail", "signed").status_code == 404
    for number in (1, 2):
        assert get(client, early, "release_version", "signing", number).status_code == 404
    page = get(client, early, "release_detail", "signing").body.decode()
    assert "wrong date" not in page
    assert "Earlier versions" not in page


def test_the_version_that_is_current_has_no_address_as_an_earlier_one(client, corrected):
    for number in (0, 2, 3, 99999999999):
        assert get(client, NOON + HOUR, "release_version", "signed", number).status_code == 404


def test_an_address_that_a_correction_changed_leads_to_the_new_one(client, corrected):
    for name in ("release_detail", "release_text"):
        response = get(client, NOON + HOUR, name, "signing")
        assert (response.status_code, response.url) == (302, address(name, "signed"))


def test_pages_without_a_correction_say_nothing_of_versions(client):
    published(document(slug="plain"))

    assert "Earlier versions" not in get(client, NOON, "release_detail", "plain").body.decode()


def test_lists_show_a_corrected_release_once(client, corrected):
    page = get(client, NOON + HOUR, "release_list").body.decode()

    assert "The right headline" in page
    assert "join forces" not in page
    assert "1 release<" in page


def test_an_earlier_version_is_found_at_every_address_that_the_release_had(client, corrected):
    third = apply(document(slug="third", headline=RIGHT), release=Release.objects.get())
    correct(release=third, by=press_officer(), at=NOON + 2 * HOUR, note=NOTE)

    for slug in ("signing", "signed"):
        response = get(client, NOON + 2 * HOUR, "release_version", slug, 1)
        assert (response.status_code, response.url) == (
            302,
            address("release_version", "third", 1),
        )
    assert get(client, NOON + 2 * HOUR, "release_version", "third", 2).status_code == 200


def test_a_version_in_a_language_that_it_lacks_leads_to_the_release(client, corrected):
    response = get(client, NOON + HOUR, "release_version", "signed", 1, language="zh-hans")

    assert (response.status_code, response.url) == (
        302,
        address("release_detail", "signed", language="zh-hans"),
    )
