"""Sitemaps name what is public, in all its languages, and nothing else; robots.txt names them."""

import datetime as dt
import urllib.robotparser

import pytest
import time_machine

from releases import sitemaps
from releases.models import Page

from ..factories import NOON, document, only_in, published
from ..site.test_pages import fill
from ..site.web import address
from .web import HOSTILE, corrected, valid

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
SECOND, DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)
IN = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def fetched(client, path="/sitemap.xml", **headers):
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return valid("sitemap", response.content)


def listed(root):
    return [loc.text.removeprefix(SITE) for loc in root.iterfind(".//s:loc", IN)]


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


def test_every_public_page_is_listed_once_in_every_language(client, at_noon):
    published(document(slug="both"))
    published(only_in("zh-hant", document(slug="chinese-only")))

    found = listed(fetched(client))

    lists = ["home", "release_list", "organisation_list", "person_list", "topic_list"]
    lists += ["picture_list", "media_contact_list"]
    expected = {
        *(address(name, language=code) for name in lists for code in ("zh-hant", "en", "zh-hans")),
        *(
            address(*page, language=language)
            for language in ("zh-hant", "en")
            for page in [
                ("release_list_of_year", 2026),
                ("organisation_detail", "cape-park"),
                ("organisation_detail", "polestar"),
                ("person_detail", "alice-chan"),
                ("person_detail", "bob-lee"),
                ("topic_detail", "life-science"),
            ]
        ),
        address("release_detail", "both", language="zh-hant"),
        address("release_detail", "both", language="en"),
        address("release_detail", "chinese-only", language="zh-hant"),
    }
    assert sorted(found) == sorted(expected)
    for path in found:
        assert client.get(path).status_code == 200, path


def test_the_languages_of_a_page_name_each_other_as_the_page_itself_does(client, at_noon):
    published(document(slug="both"))
    published(only_in("en", document(slug="english-only")))
    chinese, english = (
        SITE + address("release_detail", "both", language=language)
        for language in ("zh-hant", "en")
    )

    named = {
        url.findtext("s:loc", namespaces=IN): {
            link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", IN)
        }
        for url in fetched(client).iterfind("s:url", IN)
    }

    both = {"zh-Hant": chinese, "en": english, "x-default": chinese}
    assert named[chinese] == named[english] == both
    alone = SITE + address("release_detail", "english-only")
    assert named[alone] == {"en": alone, "x-default": alone}
    page = client.get(english).content.decode()
    for tag, href in both.items():
        assert f'hreflang="{tag}" href="{href}"' in page


def test_a_release_says_when_it_was_last_changed(client):
    edition = published()
    corrected(edition, edition.document, at=NOON + DAY, note="…")

    with time_machine.travel(NOON + DAY, tick=False):
        url = next(u for u in fetched(client).iterfind("s:url", IN) if "park-and" in u[0].text)

    assert url.findtext("s:lastmod", namespaces=IN) == (NOON + DAY).isoformat()


def test_an_empty_newsroom_has_valid_sitemaps(client):
    found = listed(fetched(client))

    assert len(found) == 3 * 7
    assert all(client.get(path).status_code == 200 for path in found)
    assert listed(fetched(client, "/sitemap-news.xml")) == []


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-lists.xml", "/sitemap-news.xml"])
def test_a_scheduled_release_leaves_no_trace_and_is_there_at_its_moment(client, path):
    with time_machine.travel(NOON - SECOND, tick=False):
        before = client.get(path).content
    edition = published(document(slug="the-embargoed-one"))
    with time_machine.travel(NOON - SECOND, tick=False):
        assert client.get(path).content == before
        assert client.get("/sitemap-releases-0.xml").status_code == 404
    with time_machine.travel(NOON, tick=False):
        assert client.get(path).content != before
    Page.objects.filter(edition=edition).update(visible_until=NOON + SECOND)
    with time_machine.travel(NOON + SECOND, tick=False):
        assert client.get(path).content == before


def test_a_language_that_was_switched_off_is_not_listed(client, at_noon, settings):
    published()
    settings.LANGUAGES = [language for language in settings.LANGUAGES if language[0] == "en"]

    for path in ("/sitemap.xml", "/sitemap-news.xml"):
        assert all(found.startswith("/en/") for found in listed(fetched(client, path)))


# Large newsrooms


def test_a_large_newsroom_has_an_index_and_every_file_has_its_part(client, at_noon, monkeypatch):
    monkeypatch.setattr(sitemaps, "ADDRESSES", 8)
    slugs = [f"release-{number}" for number in range(9)]
    for slug in slugs:
        published(document(slug=slug))

    files = listed(fetched(client))
    parts = {file: listed(fetched(client, file)) for file in files}

    assert "/sitemap-lists.xml" in files
    releases = [path for found in parts.values() for path in found if "/releases/release-" in path]
    assert sorted(releases) == sorted(
        address("release_detail", slug, language=language)
        for slug in slugs
        for language in ("zh-hant", "en")
    )
    assert all(len(found) <= 8 for file, found in parts.items() if "releases" in file)


@pytest.mark.parametrize("part", ["9", "99999999999999999999999", "-1", "x"])
def test_a_part_that_holds_nothing_is_not_found(client, at_noon, part):
    published()

    assert client.get(f"/sitemap-releases-{part}.xml").status_code == 404


@pytest.mark.parametrize("count", [10, 1000])
def test_the_number_of_queries_does_not_grow_with_the_newsroom(
    client, count, monkeypatch, django_assert_num_queries
):
    fill(count)
    with django_assert_num_queries(4):
        assert len(listed(fetched(client))) >= 2 * count
    with django_assert_num_queries(1):
        fetched(client, "/sitemap-news.xml")
    with django_assert_num_queries(0):
        client.get("/robots.txt")
    monkeypatch.setattr(sitemaps, "ADDRESSES", 8)
    with django_assert_num_queries(3):
        files = listed(fetched(client))
    assert any("/sitemap-lists-" in file for file in files)
    with django_assert_num_queries(1):
        fetched(client, files[-1])


# News


def test_news_are_what_came_out_in_the_last_two_days(client, at_noon):
    published(document(slug="new"), at=NOON - DAY)
    published(document(slug="old"), at=NOON - 2 * DAY - SECOND)
    published(document(slug="still"), at=NOON - 2 * DAY)

    root = fetched(client, "/sitemap-news.xml")

    assert [path.split("/")[-2] for path in listed(root)] == ["new", "new", "still", "still"]
    article = root.find("s:url/n:news", IN)
    language = {"/en/": "en", "/zh-": "zh-tw"}[listed(root)[0][:4]]
    assert article.findtext("n:publication/n:language", namespaces=IN) == language
    name = {"en": "Newsroom", "zh-tw": "新聞中心"}[language]
    assert article.findtext("n:publication/n:name", namespaces=IN) == name
    assert article.findtext("n:publication_date", namespaces=IN) == (NOON - DAY).isoformat()


def test_a_correction_makes_no_old_release_news(client):
    edition = published(at=NOON - 9 * DAY)
    corrected(edition, edition.document, at=NOON, note="…")

    with time_machine.travel(NOON, tick=False):
        assert listed(fetched(client, "/sitemap-news.xml")) == []


def test_a_corrected_release_is_news_from_when_it_first_came_out(client):
    edition = published(at=NOON - DAY)
    corrected(edition, edition.document, at=NOON, note="…")

    with time_machine.travel(NOON, tick=False):
        root = fetched(client, "/sitemap-news.xml")

    moments = {moment.text for moment in root.iterfind(".//n:publication_date", IN)}
    assert moments == {(NOON - DAY).isoformat()}


def test_a_headline_is_escaped_and_whole(client, at_noon):
    headline = {"en": HOSTILE, "zh-hant": "甲" * 5000}
    published(document(headline=headline))

    titles = {t.text for t in fetched(client, "/sitemap-news.xml").iterfind(".//n:title", IN)}

    assert titles == {HOSTILE.replace("\x08\x1b\ufffe", ""), headline["zh-hant"]}


def test_there_are_never_more_news_than_allowed(client, at_noon, monkeypatch):
    monkeypatch.setattr(sitemaps, "NEWS_ADDRESSES", 3)
    published(document(slug="one"))
    published(document(slug="two"))

    assert len(listed(fetched(client, "/sitemap-news.xml"))) == 3


# robots.txt


def test_robots_are_told_where_to_go_and_where_not(client, at_noon):
    response = client.get("/robots.txt")
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(response.content.decode().splitlines())

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert rules.site_maps() == [f"{SITE}/sitemap.xml", f"{SITE}/sitemap-news.xml"]
    assert not rules.can_fetch("*", f"{SITE}/admin/login/")
    for allowed in ("/en/", "/zh-hant/releases/x/", "/pictures/x.jpg", "/en/feeds/releases.rss"):
        assert rules.can_fetch("*", SITE + allowed)
    assert not rules.can_fetch("*", SITE + address("search"))


def test_sitemaps_name_the_host_that_was_asked(client, at_noon, settings):
    settings.ALLOWED_HOSTS = ["news.example.org"]
    published()

    for path in ("/sitemap.xml", "/sitemap-news.xml"):
        root = fetched(client, path, host="news.example.org")
        assert all(loc.startswith("http://news.example.org/") for loc in listed(root))
