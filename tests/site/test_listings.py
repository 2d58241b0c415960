"""Lists and what narrows them; organisations, people and topics; pictures; the text version."""

import datetime as dt

import pytest

from releases.document import person_key, schema

from ..factories import ALICE, BOB, document, only_in, picture, published
from .web import address, fetch

pytestmark = pytest.mark.django_db


def get(client, name, *args, language="en", **query):
    response = fetch(client, address(name, *args, language=language), **query)
    assert response.status_code == 200
    return response.body.decode()


def titled(slug, **changes):
    """A release that is known by its address in every language."""
    return document(
        slug=slug, headline={"zh-hant": f"標題{slug}", "en": f"Title {slug}"}, **changes
    )


def topic(key):
    return schema.Topic(key=f"t-{key}", record=key, name={"zh-hant": f"題{key}", "en": key.title()})


@pytest.fixture(scope="module")
def four(kept):
    """Releases of two years, two organisations and two topics."""
    kept(publish_four)


def publish_four():
    host, partner = document().organisations
    published(titled("a", topics=[topic("energy")], organisations=[host]))
    published(titled("b", topics=[topic("energy")], organisations=[partner]))
    published(titled("c", topics=[topic("health")], organisations=[host, partner]))
    published(
        titled(
            "d",
            topics=[topic("health")],
            organisations=[host],
            dateline=schema.Dateline(date=dt.date(2025, 3, 1)),
        )
    )


def shown(page):
    return "".join(slug for slug in "abcd" if f"Title {slug}" in page)


@pytest.mark.parametrize(
    ("year", "query", "expected"),
    [
        (None, {}, "abcd"),
        (2025, {}, "d"),
        (None, {"topic": "energy"}, "ab"),
        (None, {"organisation": "polestar"}, "bc"),
        (None, {"topic": "health", "organisation": "cape-park"}, "cd"),
        (2026, {"topic": "health", "organisation": "cape-park"}, "c"),
        (2025, {"topic": "energy"}, ""),
    ],
)
def test_a_list_is_narrowed_by_year_topic_and_organisation(client, four, year, query, expected):
    where = ("release_list_of_year", year) if year else ("release_list",)

    assert shown(get(client, *where, **query)) == expected


def test_a_list_in_another_language_leads_to_the_pages_of_that_language(client):
    published(only_in("zh-hant", titled("a")))

    listed = fetch(client, address("release_list"), language="zh-hant").body.decode()

    assert "標題a" in listed
    assert (
        f'href="{address("release_detail", "a", language="zh-hant")}" hreflang="zh-Hant-HK"'
        in listed
    )


def test_what_a_form_sends_becomes_an_address_to_share(client, four):
    response = fetch(client, address("release_list"), organisation="", topic="energy", language="")

    assert (response.status_code, response.url) == (302, address("release_list") + "?topic=energy")


@pytest.mark.parametrize(
    "query",
    [{"topic": "none"}, {"organisation": "x' or 1=1"}, {"language": "fr"}, {"topic": "a" * 500}]
    + [{"topic": "\0"}],
)
def test_a_list_of_what_does_not_exist_is_not_found(client, four, query):
    assert fetch(client, address("release_list"), **query).status_code == 404


def test_a_person_has_a_page_with_the_releases_and_the_words(client):
    published(titled("a"))

    page = get(client, "person_detail", "alice-chan")

    for words in (
        "Dr Alice Chan",
        "Chairman, Cape Innovation Park",
        "Title a",
        "Today is a new step",
    ):
        assert words in page
    assert address("person_detail", "alice-chan") in get(client, "release_detail", "a")
    assert "李柏先生" in get(client, "person_list", language="zh-hant")


def test_an_organisation_has_a_page_with_what_its_people_said(client):
    published(titled("a"))

    page = get(client, "organisation_detail", "cape-park")
    assert "“Today is a new step.”" in page
    assert "Dr Alice Chan" in page
    assert "Today is a new step" not in get(client, "organisation_detail", "polestar")


def test_a_person_without_a_record_is_known_by_name_and_organisation(client):
    stranger = schema.replace(ALICE, record=None)
    quote = schema.replace(document().quotes()[0], speaker=stranger)
    published(titled("a", body=[document().body[0], quote]))
    published(titled("b", body=[document().body[0], quote]))

    key = person_key(stranger)
    assert shown(get(client, "person_detail", key)) == "ab"
    elsewhere = schema.replace(stranger, organisation=BOB.organisation)
    assert person_key(elsewhere) != key
    assert person_key(schema.in_languages(stranger, ["zh-hant"])) == key


def test_a_person_in_a_picture_is_the_one_with_that_name_in_the_release(client):
    figure = schema.Figure(
        key="f1",
        picture=picture(),
        caption={"en": "At the desk", "zh-hant": "桌前"},
        people=[schema.PersonInPicture(key="pip1", name=ALICE.name)],
    )
    published(titled("a", body=[*document().body, figure]))

    assert "In the picture" in get(client, "person_detail", "alice-chan")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("person_detail", "alice-chan"),
        ("organisation_detail", "cape-park"),
        ("topic_detail", "life-science"),
    ],
)
def test_who_is_named_in_one_language_only_has_a_page_in_the_other_all_the_same(client, name, key):
    published(only_in("zh-hant", titled("a")))

    page = get(client, name, key, language="en")

    assert 'lang="zh-Hant-HK"' in page
    assert "標題a" not in page
    assert fetch(client, address(name, "nobody")).status_code == 404


def test_releases_alike_share_the_topic_and_the_newest_come_first(client):
    for number, slug in enumerate("abcd"):
        day = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        published(titled(slug, topics=[topic("energy")], dateline=schema.Dateline(date=day)))
    published(titled("other", topics=[topic("health")]))

    page = get(client, "release_detail", "a")

    assert "More on Energy" in page
    related = page[page.index("More on Energy") :]
    assert shown(related) == "bcd"
    assert related.index("Title d") < related.index("Title c") < related.index("Title b")
    assert "Title other" not in page
    assert "More on" not in get(client, "release_detail", "other")


def test_press_pictures_shows_each_picture_once_and_finds_it_by_its_words(client):
    red, blue = picture("red"), picture("blue")
    published(titled("a", pictures=[red]))
    published(titled("b", pictures=[red, blue]))

    page = get(client, "picture_list")

    for sha256 in (red.sha256, blue.sha256):
        assert page.count(f"/pictures/{sha256}/full.jpg") == 1
    assert "1 – 2" not in page
    assert blue.sha256 in get(client, "picture_list", q="signing CEREMONY")
    assert blue.sha256 in get(client, "picture_list", language="zh-hant", q="签署")
    assert "No picture has these words" in get(client, "picture_list", q="absent")
    assert "No picture has these words" in get(client, "picture_list", q="%_'\"\\(")


def test_the_text_version_holds_every_word_in_the_order_of_the_page(client):
    published(titled("a", pictures=[picture()]))

    page = get(client, "release_text", "a")

    words = [
        "Title a",
        "A push for biotechnology",
        "• A first",
        "HONG KONG, 4 May 2026 — A memorandum was signed.",
        "Dr Alice Chan said: “Today is a new step.”",
        "Photo 1: The signing ceremony",
        "Signed by",
        "Dr Alice Chan\nChairman, Cape Innovation Park",
        "Witnessed by",
        "About Cape Innovation Park",
        "https://www.cape.example",
        "Media contacts",
        "Carol Wong",
        "carol@cape.example",
    ]
    whole = page[page.index('id="whole"') :]
    places = [whole.index(each) for each in words]
    assert places == sorted(places)
    assert "“Today is a new step.”\n— Dr Alice Chan, Chairman, Cape Innovation Park" in page
    assert 'id="quote-q1"' in page
    assert 'id="caption-fig1"' in page


def test_the_dateline_of_the_text_version_stands_before_words_and_not_before_a_caption(client):
    whole = document(pictures=[picture()])
    published(titled("a", body=[whole.body[-1], *whole.body[:-1]]))

    page = get(client, "release_text", "a")

    assert "HONG KONG, 4 May 2026 — A memorandum was signed." in page
    assert "4 May 2026 — Photo" not in page


def test_every_copy_link_of_a_release_leads_to_a_text_on_its_text_version(client):
    published(titled("a", pictures=[picture()]))
    text = get(client, "release_text", "a")

    page = get(client, "release_detail", "a")

    for anchor in ("whole", "quote-q1", "caption-fig1"):
        assert f'href="{address("release_text", "a")}#{anchor}"' in page
        assert f'id="{anchor}"' in text


def test_the_text_version_of_a_language_that_is_missing_leads_to_the_page_that_says_so(client):
    published(only_in("zh-hant", titled("a")))

    response = fetch(client, address("release_text", "a"))

    assert (response.status_code, response.url) == (302, address("release_detail", "a"))


def test_what_narrows_the_list_of_one_language_is_found_empty_in_another(client):
    published(only_in("zh-hant", titled("a")))

    page = get(client, "release_list_of_year", 2026, language="en")

    assert "No release is all of this" in page
    assert fetch(client, address("release_list_of_year", 1999)).status_code == 404


def test_there_is_no_year_nought(client):
    published(titled("a"))

    assert fetch(client, "/en/releases/0000/").status_code == 404


def test_a_link_to_copy_or_share_carries_nothing_of_the_visitor(client):
    published(titled("a"))

    assert "fbclid" not in get(client, "release_detail", "a", fbclid="x").replace(
        "?fbclid=x", "", 2
    )
