"""What is found, in what order, on whichever database runs: the same as by reading everything."""

import datetime as dt
import threading

import opencc
import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from releases.document import from_edition, schema
from releases.models import Page, PageText
from releases.publishing import rebuild_pages
from releases.search import find, parse, rebuild, suggest
from releases.search.databases import TABLE
from releases.search.index import page_text

from ..factories import NOON, document, published
from . import measure
from .corpus import NaiveScan, publish_many, queries

pytestmark = pytest.mark.django_db


def found(typed, language="zh-hant"):
    """The slugs of the public pages that are found, best first."""
    pages = Page.objects.public(timezone.now()).filter(language=language)
    return list(find(pages, parse(typed), language=language).values_list("slug", flat=True))


def test_the_same_is_found_in_the_same_order_as_by_reading_everything():
    publish_many(60)

    for (language, name), asked in queries(6).items():
        scan = NaiveScan(language)
        pages = Page.objects.filter(language=language)
        for query in asked:
            terms = parse(query.typed)
            ids = list(find(pages, terms, language=language).values_list("pk", flat=True))
            assert ids == scan.find(query), (name, query.typed)
            assert ids == list(find(pages, terms).values_list("pk", flat=True)), query.typed


def test_the_figures_of_the_search_can_be_measured(capsys):
    publish_many(12)
    measure.report(connection, 2, words=100)

    said = capsys.readouterr().out
    assert "24 pages" in said
    assert "pages missed by all queries: 0" in said


@pytest.mark.parametrize(
    "typed",
    [
        "合", "合作", "北極星", "北极星", "簽署備忘錄", "创新园与北极星合作", "推動 備忘錄", "香港",
        "陳愛麗博士", "李柏", "黃小姐", "黄小姐", "首次合作", "今日是新的一步", "二○○一", "「簽署備忘錄」", "，合作。",
        "25550123", "2555 0123", "+852 2555 0123", "carol@cape.example", "簽署儀式",
    ],
)  # fmt: skip
def test_every_word_of_a_release_finds_it(typed):
    figure = schema.Figure(key="f", caption={"zh-hant": "簽署儀式"})
    published(document(slug="it", body=[*document().body, figure]))
    assert found(typed) == ["it"]


@pytest.mark.parametrize(
    "typed",
    ["sign", "Signing", "SIGNED memorandum", "join force", '"join forces"', "polestar’s", "2001", "bob lee",
     "cape-park", "founded", "Carol", "biotech­nology", "first"],
)  # fmt: skip
def test_english_words_are_found_in_any_form(typed):
    published(document(slug="it", topics=[schema.Topic(key="t", name={"en": "Cape park"})]))
    assert found(typed, "en") == ["it"]


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", '"join force"'),
        ("en", "forces joined-up"),
        ("zh-hant", "作合"),
        ("zh-hant", "北極星星"),
    ]
    + [("zh-hant", "簽署 沒有"), ("zh-hant", "步海角"), ("en", "memo")],
)
def test_what_does_not_stand_there_is_not_found(language, typed):
    published()
    assert found(typed, language) == []


class AnySubstring(TestCase):
    """Whatever is cut out of the Chinese of a page finds the page, in either script."""

    @classmethod
    def setUpTestData(cls):
        published(document(slug="it"))
        publish_many(3)
        cls.forms = [str, opencc.OpenCC("t2s").convert, opencc.OpenCC("hk2s").convert]
        cls.texts = list(PageText.objects.filter(page__language="zh-hant").select_related("page"))

    @given(st.data())
    def test_any_substring_finds_its_page(self, data):
        text = data.draw(st.sampled_from(self.texts))
        run = data.draw(
            st.sampled_from([unit for unit in text.folded_body.split() if unit[0] >= "㐀"])
        )
        start = data.draw(st.integers(0, len(run) - 1))
        cut = run[start : data.draw(st.integers(start + 1, len(run)))]
        assert text.page.slug in found(cut)


def test_the_headline_counts_before_the_body_and_the_body_before_what_accompanies_it():
    body = document().body
    word = schema.TextBlock(key="w", html={"zh-hant": "<p>藍鯨</p>", "en": "<p>A whale</p>"})
    about = schema.Boilerplate(key="a", text={"zh-hant": "藍鯨機構。", "en": "About a whale."})
    at = [NOON + dt.timedelta(days=day) for day in range(5)]
    headline = {"zh-hant": "藍鯨歸來", "en": "The whale is back"}
    published(document(slug="headline", headline=headline), at=at[0])
    published(document(slug="body", body=[*body, word]), at=at[1])
    published(document(slug="body-later", body=[*body, word], boilerplates=[about]), at=at[2])
    published(document(slug="tail", boilerplates=[about]), at=at[3])

    assert found("藍鯨") == ["headline", "body-later", "body", "tail"]
    assert found("whales", "en") == ["headline", "body-later", "body", "tail"]
    # Both words within the headline: none. Within headline and body: three, the newest first.
    assert found("藍鯨 備忘錄") == ["body-later", "body", "headline", "tail"]


@pytest.mark.parametrize(
    "typed",
    [
        "合作 AND 北極星", "合作 OR 備忘錄", "NOT 合作", "合*", "合作:*", "headline:合作", "-合作", "{h}:合作",
        "NEAR(合作 北極星)", "(合作", "合作)", '"合作', "'合作", "%", "_", "\\", "--", ";", "'); DROP TABLE x;--",
        "合作 & | ! <->", "^合作", "\0", "合作\0", '"' * 9, '""', "「」", "👩🏽‍🔬", "\ud83d", " \u3000 ", "合" * 200,
        "a " * 100, "合作 " * 66, "天 地 玄 黃 宇 宙 洪 荒 " * 10, "é\u0301" * 90, "\u202e合作", "x" * 5000,
    ],
)  # fmt: skip
def test_whatever_is_typed_is_only_words(typed):
    published(document(slug="it"))

    terms = parse(typed)
    if terms:
        pages = Page.objects.filter(language="zh-hant")
        list(find(pages, terms))
        suggest(pages, typed)
    assert found("合作") == ["it"]


def test_operators_are_words_like_others():
    published(document(slug="it"))
    assert found("合作 AND 備忘錄") == []
    assert found("(合作) -備忘錄*") == ["it"]


def test_pages_made_again_are_found_once_and_pages_gone_are_not_found():
    published(document(slug="it"))
    for _ in range(2):
        rebuild_pages()
    assert found("合作") == ["it"]

    Page.objects.all().delete()
    assert found("合作") == []
    assert not PageText.objects.exists()
    published(document(slug="other"))
    assert found("合作") == ["other"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its indexes in step")
def test_the_index_of_sqlite_follows_its_table():
    publish_many(5)
    rebuild()
    rebuild_pages()
    Page.objects.filter(language="en").delete()

    with connection.cursor() as cursor:
        # Raises where the index and the table disagree.
        cursor.execute(
            f"INSERT INTO {TABLE}_tokens ({TABLE}_tokens, rank) VALUES ('integrity-check', 1)"
        )
        cursor.execute(f"SELECT count(*) FROM {TABLE}_tokens_docsize")
        assert cursor.fetchone() == (PageText.objects.count(),)


def test_rebuilding_repairs_what_is_indexed(capsys):
    published(document(slug="it"))
    expected = PageText.objects.values().get(page__language="en")
    PageText.objects.update(tokens="bnothing", body="", folded_body="")
    assert found("合作") == []

    call_command("rebuild_search")

    assert found("合作") == ["it"]
    assert PageText.objects.values().get(page__language="en") == expected
    assert "2 pages indexed." in capsys.readouterr().out


def test_what_was_indexed_before_languages_were_noted_is_found():
    published(document(slug="it"))
    PageText.objects.update(language=None)

    assert found("合作") == found("polestar", "en") == ["it"]


@pytest.mark.django_db(transaction=True)
def test_a_search_during_a_rebuild_finds_everything():
    publish_many(8)
    done = threading.Event()

    def again():
        try:
            rebuild()
        finally:
            connection.close()
            done.set()

    thread = threading.Thread(target=again)
    thread.start()
    counts = {len(found("機構"))}
    while not done.is_set():
        counts.add(len(found("機構")))
    thread.join()
    assert counts == {8}


def test_the_index_holds_what_the_edition_says():
    edition = published(document(slug="it"))

    for page in edition.pages.select_related("text"):
        made = page_text(page, from_edition(edition.document))
        stored = {f.attname: getattr(page.text, f.attname) for f in PageText._meta.fields}
        assert stored == {f.attname: getattr(made, f.attname) for f in PageText._meta.fields}
        assert made.body.count("\n") == made.folded_body.count("\n")


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("memorandom", "memorandum"),
        ("Polstar", "polestar"),
        ("biotechnolgoy push", "biotechnology push"),
        ("Cape “xx”", ""),
        ("join zzzzzz", ""),
        ("memorandum", ""),
        ("合作忘", ""),
    ],
)
def test_a_slip_is_answered_with_the_nearest_word_that_finds_something(typed, suggestion):
    published()
    pages = Page.objects.public(timezone.now()).filter(language="en")
    assert suggest(pages, typed) == suggestion
