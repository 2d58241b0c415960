"""Questions that are written once answer like those that are written anew."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.db.models import CharField
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releases.models import Page
from releases.prepared import AT, Parameter, prepared, slot

from ..factories import NOON, document, published

SLUGS = ["a", "b", "c"]


@prepared
def at_address(language):
    return Page.objects.public(AT).filter(language=language, slug=Parameter("slug", CharField()))


@prepared
def under(words):
    return Page.objects.filter(headline__contains=slot("words")).values_list("slug", flat=False)


@pytest.fixture
def pages(db):
    for hours, slug in enumerate(SLUGS):
        headline = {"zh-hant": f"題目 100% {slug}", "en": f"Title 100% {slug}'s"}
        published(document(slug=slug, headline=headline), at=NOON + dt.timedelta(hours=hours))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    language=st.sampled_from(["zh-hant", "en"]),
    slug=st.sampled_from([*SLUGS, "d", "", "a' OR 'a'='a", "%s", "%"]),
    hours=st.integers(-1, 4),
)
def test_whatever_is_asked_for_the_answer_is_that_of_the_queryset(pages, language, slug, hours):
    at = NOON + dt.timedelta(hours=hours)

    expected = list(Page.objects.public(at).filter(language=language, slug=slug))

    assert at_address(language, slug=slug, at=at) == expected


def test_an_answer_costs_one_query_and_its_rows_are_whole(pages, django_assert_num_queries):
    with django_assert_num_queries(1):
        (page,) = at_address("en", slug="b", at=NOON + dt.timedelta(hours=1))
        assert (page.headline, page.language) == ("Title 100% b's", "en")


@pytest.mark.parametrize("words", ["100%", "b's", "題目", "none of it", "%"])
def test_a_piece_of_a_string_can_be_given_too(pages, words):
    expected = list(Page.objects.filter(headline__contains=words).values_list("slug"))

    assert under("headline", words=words.replace("%", r"\%")) == expected


@pytest.mark.django_db(transaction=True)
def test_threads_ask_by_their_own_connections(pages):
    found = {}

    def ask(slug):
        try:
            found[slug] = [
                p.slug for p in at_address("en", slug=slug, at=NOON + dt.timedelta(hours=5))
            ]
        finally:
            connection.close()

    threads = [threading.Thread(target=ask, args=[slug]) for slug in SLUGS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == {slug: [slug] for slug in SLUGS}
