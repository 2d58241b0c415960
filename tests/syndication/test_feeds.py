"""Feeds: whole, valid in all three forms, behind the one gate, and cheap to ask for again."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import Annotated

import feedparser
import msgspec
import pytest
import time_machine
from msgspec import Meta

from releases import feeds
from releases.document import schema
from releases.models import Page

from .. import factories
from ..factories import NOON, document, only_in, picture
from ..site.test_pages import fill
from ..site.web import address
from .web import HOSTILE, corrected, valid

pytestmark = pytest.mark.django_db

FORMS = ["rss", "atom", "json"]
LANGUAGES = ["zh-hant", "en"]
SECOND, DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)
CONTENT = [
    "{http://purl.org/rss/1.0/modules/content/}encoded",
    "{http://www.w3.org/2005/Atom}content",
]


# JSON Feed 1.1: what it demands, and no field that it does not know.

Address = Annotated[str, Meta(pattern=r"^https?://[^/\s]+/\S*\Z")]
Words = Annotated[str, Meta(min_length=1)]
Moment = Annotated[dt.datetime, Meta(tz=True)]


class Known(msgspec.Struct, forbid_unknown_fields=True):
    pass


class Author(Known):
    name: Words
    url: Address | None = None


class Attachment(Known):
    url: Address
    mime_type: str


class Item(Known):
    id: Words
    url: Address
    title: Words
    content_html: Words
    date_published: Moment
    date_modified: Moment
    language: str
    summary: Words | None = None
    image: Address | None = None
    authors: list[Author] = []
    tags: list[Words] = []
    attachments: list[Attachment] = []


class JsonFeed(Known):
    version: Annotated[str, Meta(pattern=r"^https://jsonfeed\.org/version/1\.1\Z")]
    title: Words
    home_page_url: Address
    feed_url: Address
    description: Words
    language: str
    authors: list[Author]
    items: list[Item]


def feed_address(form="atom", language="en", organisation=None):
    if organisation:
        return address("feed_of", "organisations", organisation, form, language=language)
    return address("feed", form, language=language)


def read(client, form="atom", language="en", organisation=None, **headers):
    """The feed, found valid, in what all three forms have in common."""
    response = client.get(feed_address(form, language, organisation), headers=headers)
    assert response.status_code == 200
    if form == "json":
        feed = msgspec.json.decode(response.content, type=JsonFeed)
        return response, feed.title, feed.items
    root = valid(form, response.content)
    texts = [element.text for element in root.iter(*CONTENT)]
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo, parsed
    items = [
        Item(
            id=entry.id,
            url=entry.link,
            title=entry.title,
            content_html=text,
            date_published=dt.datetime(*entry.published_parsed[:6], tzinfo=dt.UTC),
            date_modified=dt.datetime(*entry.updated_parsed[:6], tzinfo=dt.UTC),
            language=parsed.feed.language,
            summary=entry.summary,
            authors=[Author(name=author["name"]) for author in entry.get("authors", [])],
            tags=[tag.term for tag in entry.get("tags", [])],
        )
        for entry, text in zip(parsed.entries, texts, strict=True)
    ]
    assert len({item.id for item in items}) == len(items)
    return response, parsed.feed.title, items


def published(value=None, *, at=NOON, **changes):
    """Published a month before its moment: what was done when is part of what a feed says."""
    with time_machine.travel(NOON - 30 * DAY, tick=False):
        return factories.published(value, at=at, **changes)


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


# What a feed says


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_feed_tells_the_release_whole(client, at_noon, form, language):
    oceans = schema.Topic(key="t1", record="oceans", name={"zh-hant": "海洋", "en": "Oceans"})
    published(document(pictures=[picture()], topics=[oceans]))

    _response, _title, [item] = read(client, form, language)

    chinese = language == "zh-hant"
    assert item.title == document().headline[language]
    assert item.url == "http://testserver" + address(
        "release_detail", "park-and-polestar-sign", language=language
    )
    assert item.date_published == item.date_modified == NOON
    assert item.language == ("zh-Hant-HK" if chinese else "en-GB")
    assert item.tags == ["海洋" if chinese else "Oceans"]
    names = ["海角創新園", "北極星生物"] if chinese else ["Cape Innovation Park", "Polestar Bio"]
    assert [author.name for author in item.authors] == names
    for words in (
        [
            "首次合作",
            "雙方今日簽署備忘錄。",
            "今日是新的一步。",
            "簽署儀式",
            "李柏先生",
            "海角創新園成立於",
            "黃小姐",
        ]
        if chinese
        else ["A first", "A memorandum was signed.", "Today is a new step.", "The signing ceremony"]
        + ["Mr Bob Lee", "was founded in 2001", "Carol Wong", "tel:+85225550123;ext=7"]
    ):
        assert words in item.content_html


@pytest.mark.parametrize("form", FORMS)
def test_every_address_in_a_feed_is_absolute(client, at_noon, form):
    text = '<p><a href="/en/releases/">all</a>, <a href="#top">up</a> and href="/plain"</p>'
    block = schema.TextBlock(key="p9", html={"en": text, "zh-hant": text})
    published(document(body=[block], pictures=[picture()]))
    published(document(slug="second", pictures=[picture()]))

    for item in read(client, form)[2]:
        for found in re.findall(r'<[^<>]* (?:href|src)="([^"]*)"', item.content_html):
            assert re.match(r"(https?://|mailto:|tel:)", found), found
    texts = " ".join(item.content_html for item in read(client, form)[2])
    assert 'href="http://testserver/en/releases/"' in texts
    assert 'and href="/plain"' in texts, "words are no address"


def test_no_class_of_the_web_page_and_no_script_stands_in_a_feed(client, at_noon):
    published(document(pictures=[picture()]))

    [item] = read(client, "json")[2]

    assert not re.search(r"<[^>]* (class|id|style|srcset|on\w+)=", item.content_html)


@pytest.mark.parametrize("form", FORMS)
def test_the_lead_picture_goes_along_with_its_type(client, at_noon, form):
    shown = picture(size=(2000, 1000))
    published(document(pictures=[shown]))

    body = read(client, form)[0].content.decode()

    assert f"http://testserver/pictures/{shown.sha256}/1600.jpg" in body
    assert "image/jpeg" in body
    if form == "rss":
        assert 'height="800"' in body
        assert 'width="1600"' in body


@pytest.fixture(scope="module")
def odd_releases(kept):
    both = {code: HOSTILE for code in LANGUAGES}
    long = {code: f"{HOSTILE} {'and so on; ' * 8000}{HOSTILE}" for code in LANGUAGES}
    odd = document(
        headline=both,
        sub_headline=long,
        key_points=[schema.KeyPoint(key="kp1", text=both)],
        organisations=[schema.Organisation(key="o1", record="odd", name=both)],
        topics=[schema.Topic(key="t1", name=both)],
        boilerplates=[schema.Boilerplate(key="bp1", organisation=both, text=long)],
    )
    kept(lambda: published(odd))
    kept(lambda: published(document(slug="no-organisations", organisations=[], sub_headline={})))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_feed_is_valid_whatever_people_wrote(client, at_noon, odd_releases, form, language):
    items = read(client, form, language)[2]
    read(client, form, language, organisation="odd")

    assert len(items) == 2
    odd = next(item for item in items if "no-organisations" not in item.url)
    for words in (odd.content_html, odd.summary):
        assert "\x08" not in words
    assert "<b>x</b>" not in odd.content_html
    if form == "json":
        assert odd.title == HOSTILE.replace("\x08\x1b\ufffe", "")
        assert "<b>x</b>" in odd.summary, "plain text"
    else:
        assert "&lt;b&gt;x&lt;/b&gt;" in odd.summary, "HTML"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_an_empty_feed_is_valid(client, form, language):
    response, _title, items = read(client, form, language)

    assert items == []
    assert "Last-Modified" not in response


def test_a_feed_holds_the_newest_twenty_in_the_order_in_which_they_came_out(client):
    for number in range(22):
        day = schema.Dateline(date=dt.date(2026, 5, 22 - number))  # the printed date says otherwise
        value = document(slug=f"release-{number}", dateline=day)
        published(value, at=NOON + number * SECOND)

    with time_machine.travel(NOON + DAY, tick=False):
        items = read(client)[2]

    slugs = [item.url.split("/")[-2] for item in items]
    assert slugs == [f"release-{number}" for number in range(21, 1, -1)]


def test_a_feed_holds_only_its_language(client, at_noon):
    published(only_in("zh-hant", document(slug="chinese-only")))

    assert read(client, language="en")[2] == []
    assert len(read(client, language="zh-hant")[2]) == 1


def test_a_feed_of_an_organisation_holds_what_it_issued(client, at_noon):
    published(document(slug="both"))
    alone = document(slug="alone", organisations=document().organisations[:1])
    published(alone)

    _response, title, items = read(client, organisation="polestar")

    assert title.startswith("Polestar Bio")
    assert [item.url.split("/")[-2] for item in items] == ["both"]
    assert len(read(client, organisation="cape-park")[2]) == 2


def test_an_organisation_without_releases_in_a_language_has_an_empty_feed_in_it(client, at_noon):
    published(only_in("zh-hant", document()))

    assert read(client, organisation="cape-park")[2] == []


@pytest.mark.parametrize(
    "path",
    [
        "/en/feeds/organisations/never-was.rss",
        "/en/feeds/topics/never-was.rss",
        "/en/feeds/people/cape-park.rss",
        "/en/feeds/releases.xml",
    ],
)
def test_a_feed_of_nothing_is_not_found(client, at_noon, path):
    published()

    assert client.get(path).status_code == 404


# The id, and corrections


def test_an_id_is_the_same_in_every_form_and_at_every_host_and_differs_between_languages(
    client, at_noon, settings
):
    settings.ALLOWED_HOSTS = ["*"]
    published()

    ids = {read(client, form)[2][0].id for form in FORMS}
    ids |= {read(client, host="news.example.org")[2][0].id}

    assert len(ids) == 1
    assert ids.isdisjoint({read(client, language="zh-hant")[2][0].id})


@pytest.mark.parametrize("form", FORMS)
def test_a_correction_keeps_the_id_and_is_marked_and_comes_first(client, form):
    first = published(document(slug="old"))
    with time_machine.travel(NOON, tick=False):
        before = read(client, form)[2][0]
    published(document(slug="newer"), at=NOON + DAY)
    headline = {**document().headline, "en": "Another headline"}
    value = schema.to_json(document(slug="moved", headline=headline))
    corrected(first, value, at=NOON + 2 * DAY, note="The sum was wrong.\nIt is <12>.")

    with time_machine.travel(NOON + 2 * DAY, tick=False):
        item, newer = read(client, form)[2]

    assert item.id == before.id
    assert item.url != before.url
    assert item.title == "[Correction] Another headline"
    assert item.content_html.index("The sum was wrong.") < item.content_html.index("A first")
    assert "It is &lt;12&gt;." in item.content_html
    assert (item.date_published, item.date_modified) == (NOON, NOON + 2 * DAY)
    assert newer.title == document().headline["en"]


def test_a_release_that_is_no_correction_is_not_marked(client, at_noon):
    published()

    assert "orrection" not in read(client)[0].content.decode()


# The gate


@pytest.mark.parametrize("form", FORMS)
def test_a_scheduled_release_leaves_no_trace_and_is_there_at_its_moment(client, form):
    published(document(slug="here"), at=NOON - DAY)
    urls = [feed_address(form), feed_address(form, organisation="cape-park")]

    def answers():
        responses = [client.get(url) for url in urls]
        return [(dict(response.items()), response.content) for response in responses]

    with time_machine.travel(NOON - SECOND, tick=False):
        before = answers()
    published(document(slug="the-embargoed-one"), at=NOON)
    with time_machine.travel(NOON - SECOND, tick=False):
        assert answers() == before
    with time_machine.travel(NOON, tick=False):
        for (headers, body), (old_headers, _body) in zip(answers(), before, strict=True):
            assert b"the-embargoed-one" in body
            assert headers["ETag"] != old_headers["ETag"]
            assert headers["Last-Modified"] != old_headers["Last-Modified"]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_taken_back_is_gone_the_second_its_window_closes(client, form):
    edition = published()
    published(document(slug="stays"), at=NOON - DAY)
    with time_machine.travel(NOON, tick=False):
        before = client.get(feed_address(form))
    Page.objects.filter(edition=edition).update(visible_until=NOON + 5 * SECOND)

    with time_machine.travel(NOON + 5 * SECOND, tick=False):
        asked_again = {
            "If-None-Match": {"If-None-Match": before["ETag"]},
            "If-Modified-Since": {"If-Modified-Since": before["Last-Modified"]},
        }
        for headers in asked_again.values():
            after = client.get(feed_address(form), headers=headers)
            assert after.status_code == 200
            assert b"park-and-polestar-sign" not in after.content
            assert b"stays" in after.content


def test_a_release_rescheduled_before_anybody_saw_it_leaves_no_trace(client):
    published(document(slug="here"), at=NOON - DAY)
    with time_machine.travel(NOON, tick=False):
        before = dict(client.get(feed_address()).items())
    unseen = published(document(slug="rescheduled"), at=NOON + DAY)
    Page.objects.filter(edition=unseen).update(visible_until=NOON - SECOND)

    with time_machine.travel(NOON, tick=False):
        assert dict(client.get(feed_address()).items()) == before


def test_an_organisation_that_only_a_scheduled_release_names_has_no_feed_yet(client):
    published()

    with time_machine.travel(NOON - SECOND, tick=False):
        embargoed = client.get(feed_address(organisation="cape-park"))
        missing = client.get(feed_address(organisation="never-was"))
    assert embargoed.status_code == missing.status_code == 404
    assert embargoed.content == missing.content
    with time_machine.travel(NOON, tick=False):
        assert client.get(feed_address(organisation="cape-park")).status_code == 200


# Asking again


@pytest.mark.parametrize("form", FORMS)
def test_who_has_the_feed_already_is_told_so_in_one_query(
    client, at_noon, form, django_assert_num_queries
):
    published()
    first = client.get(feed_address(form))

    for headers in (
        {"If-None-Match": first["ETag"]},
        {"If-Modified-Since": first["Last-Modified"]},
    ):
        with django_assert_num_queries(1):
            again = client.get(feed_address(form), headers=headers)
        assert again.status_code == 304
        assert again.content == b""
        assert again["ETag"] == first["ETag"]
        assert again["Vary"] == first["Vary"]  # a cache in between keeps it for whom it is
    assert parsedate_to_datetime(first["Last-Modified"]) == NOON


def test_a_release_published_for_a_moment_already_past_changes_the_feed_when_it_was_published(
    client,
):
    with time_machine.travel(NOON, tick=False):
        factories.published(at=NOON - 7 * DAY)
        assert parsedate_to_datetime(client.get(feed_address())["Last-Modified"]) == NOON


def test_the_head_of_a_feed_can_be_asked_for_alone(client, at_noon):
    published()
    whole = client.get(feed_address())

    head = client.head(feed_address())

    assert head.content == b""
    assert head["ETag"] == whole["ETag"]
    assert head["Content-Length"] == str(len(whole.content))


def test_no_cache_keeps_a_feed_without_asking(client, at_noon):
    published()
    response = client.get(feed_address())

    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not response.cookies
    assert client.post(feed_address()).status_code in (403, 405)


@pytest.mark.parametrize("count", [10, 1000])
def test_the_number_of_queries_does_not_grow_with_the_newsroom(
    client, count, django_assert_num_queries
):
    fill(count)
    for form in FORMS:
        for organisation in (None, "cape-park"):
            address = feed_address(form, organisation=organisation)
            feeds._written.clear()
            with django_assert_num_queries(2):
                assert client.get(address).status_code == 200
            # Editions never change: what was set once need not be read again.
            with django_assert_num_queries(1):
                assert client.get(address).status_code == 200


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_what_is_no_address_takes_no_feed_down(client, at_noon, form):
    (boilerplate,) = document().boilerplates
    website = "https://www.park.example]"
    published(document(boilerplates=[schema.replace(boilerplate, website=website)]))

    assert client.get(f"/en/feeds/releases.{form}").status_code == 200
