"""The search page: gated, calm, quick, and the same for everybody."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse

from releases.document import schema
from releases.models import Page
from releases.search import LONGEST_QUERY

from ..factories import NOON, document, published
from ..site.web import address, fetch
from .corpus import publish_many

pytestmark = pytest.mark.django_db


def get(client, language="en", status=200, **query):
    response = fetch(client, address("search", language=language), **query)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("language", ["zh-hant", "en"])
@pytest.mark.parametrize("typed", ["合作", "Cape", "memorandum", "memorandom", "25550123", ""])
def test_before_its_moment_a_release_is_not_found_and_not_suggested(client, language, typed):
    with time_machine.travel(NOON - dt.timedelta(seconds=1), tick=False):
        before = get(client, language, q=typed)
        published(document(slug="the-embargoed-one"))
        assert get(client, language, q=typed) == before
        get(client, language, status=404, organisation="cape-park")
        get(client, language, status=404, year=2026)


def test_it_is_found_at_its_moment_and_gone_after_it(client):
    published(document(slug="it"))
    Page.objects.update(visible_until=NOON + dt.timedelta(seconds=1))

    with time_machine.travel(NOON, tick=False):
        assert "/releases/it/" in get(client, q="memorandum", organisation="polestar", year=2026)
        assert "memorandum" in get(client, q="memorandom")
    with time_machine.travel(NOON + dt.timedelta(seconds=1), tick=False):
        assert "/releases/it/" not in get(client, q="memorandum")
        assert "memorandum" not in get(client, q="memorandom")


def test_what_was_found_is_marked_and_everything_is_escaped(client):
    headline = {"zh-hant": "合作<b>", "en": "<script>alert(1)</script> & whales"}
    published(document(slug="it", headline=headline))

    page = get(client, q="whale <script>")

    assert (
        "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; &amp; <mark>whales</mark>"
        in page
    )
    assert "<script>" not in page
    assert 'value="whale &lt;script&gt;"' in page
    assert "A <mark>memorandum</mark> was signed." in get(client, q="memorandums")


def test_it_is_not_for_search_engines_and_is_always_asked_for_again(client):
    response = fetch(client, address("search"), q="x")
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not response.cookies


def test_nothing_asked_is_nothing_searched(client, django_assert_max_num_queries):
    published()
    for typed in ("", "  ", "?!", "\0"):
        with django_assert_max_num_queries(4):
            assert "What are you looking for?" in get(client, q=typed)


def test_a_long_query_is_cut_and_the_page_says_so(client):
    published(document(slug="it"))
    asked = "memorandum " * 40
    page = get(client, q=asked)
    assert "/releases/it/" in page
    assert f"only the first {LONGEST_QUERY} characters" in page
    assert "only the first" not in get(client, q="memorandum")


def test_years_and_organisations_narrow_what_is_found(client):
    publish_many(12)
    word = "institute"
    everything = set(re.findall(r"/releases/([\w-]+)/", get(client, q=word)))
    assert len(everything) == 12

    pages = Page.objects.filter(language="en")
    for page in pages:
        key = page.hosts[0]["key"]
        narrowed = get(client, q=word, year=page.date.year, organisation=key)
        slugs = {
            p.slug for p in pages if p.date.year == page.date.year and p.hosts[0]["key"] == key
        }
        assert set(re.findall(r"/releases/([\w-]+)/", narrowed)) == slugs


@pytest.mark.parametrize(
    "query", [{"year": "x"}, {"year": "1999"}, {"organisation": "nobody"}, {"page": "0"}]
    + [{"page": "2"}, {"page": "x"}, {"year": "２０２６"}],
)  # fmt: skip
def test_what_is_not_offered_is_not_there(client, query):
    published()
    get(client, status=404, q="memorandum", **query)


def test_pages_of_twenty_keep_the_question(client):
    publish_many(45)
    slugs = []
    for number in (1, 2, 3):
        page = get(client, q="institute", page=number)
        slugs += re.findall(r"/releases/([\w-]+)/", page)
        assert 'q=institute&amp;page=2"' in page if number != 2 else "page=3" in page
    assert len(slugs) == len(set(slugs)) == 45
    get(client, status=404, q="institute", page=4)


def test_nothing_found_says_what_to_do(client):
    published(document(slug="it"))
    page = get(client, q="memorandom")
    assert "Nothing was found" in page
    assert "Did you mean memorandum?" in page
    assert "q=memorandum" in page

    other = get(client, "zh-hant", q="memorandum")
    assert f'href="{reverse("search").replace("zh-hant", "en")}?q=memorandum"' in other

    published(document(slug="earlier", dateline=schema.Dateline(date=dt.date(2020, 1, 1))))
    published(document(slug="whale", headline={"zh-hant": "鯨", "en": "A whale"}))
    with_year = get(client, q="whale", year=2020)
    assert "year=" not in re.search(r'href="([^"]*)">Search without narrowing', with_year)[1]


def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries):
    def count(**query):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            get(client, **query)
        return len(captured)

    publish_many(10)
    few = count(q="institute")
    publish_many(50, seed=8, first=10)
    assert count(q="institute") == few <= 6
