"""The glossary while translating: what stands in one language, and what it is called in the other."""

import pytest
from django.urls import reverse

from partners.models import Organisation
from releases.document import compose, schema
from releases.models import Term
from releases.terms import terms_in

from ..factories import draft, press_officer
from .test_browser import change, eventually, save


def pairs(words, language):
    return [(term.source, term.target) for term in terms_in(words, language)]


@pytest.fixture
def memorandum(db):
    return Term.objects.create(zh_hant="合作備忘錄", en="memorandum of understanding")


@pytest.mark.django_db
def test_names_and_terms_are_found_in_the_order_of_the_words(alice, biotech, memorandum):
    words = "陳愛麗代表海角創新園簽署合作備忘錄，推動生物科技。"

    assert pairs(words, "zh-hant") == [
        ("陳愛麗", "Alice Chan"),
        ("海角創新園", "Cape Innovation Park"),
        ("合作備忘錄", "memorandum of understanding"),
        ("生物科技", "Biotechnology"),
    ]
    assert [term.kind for term in terms_in("Cape Park", "en")] == [Organisation._meta.verbose_name]
    assert pairs("The Memorandum  of understanding of CAPE PARK", "en") == [
        ("memorandum of understanding", "合作備忘錄"),
        ("Cape Park", "海角園"),
    ]


@pytest.mark.django_db
def test_a_term_within_a_longer_one_is_none_unless_it_stands_alone_too(memorandum):
    Term.objects.create(zh_hant="備忘錄", en="memorandum")

    assert pairs("雙方簽署合作備忘錄", "zh-hant") == [("合作備忘錄", "memorandum of understanding")]
    assert pairs("合作備忘錄。該備忘錄", "zh-hant") == [
        ("合作備忘錄", "memorandum of understanding"),
        ("備忘錄", "memorandum"),
    ]


@pytest.mark.django_db
def test_simplified_words_and_wide_letters_find_their_terms(memorandum):
    Term.objects.create(zh_hant="AI機械人", en="AI robot")

    assert pairs("签署合作备忘录，展示ＡＩ机械人", "zh-hant") == [
        ("合作備忘錄", "memorandum of understanding"),
        ("AI機械人", "AI robot"),
    ]


@pytest.mark.django_db
def test_english_words_stand_whole(db):
    Term.objects.create(zh_hant="園", en="park")

    assert pairs("Parking sparks", "en") == []
    assert pairs("the park’s gate", "en") == [("park", "園")]


@pytest.mark.django_db
def test_what_has_no_name_in_the_other_language_is_not_offered(bob):
    Term.objects.create(zh_hant="云", zh_hans="云")
    Organisation.objects.create(key="abc", name_zh_hant="ABC", name_en="ABC")

    assert pairs("李柏在云端的ABC", "zh-hant") == [("李柏", "Bob Lee")]


@pytest.mark.django_db
def test_however_many_records_there_are_it_takes_four_queries(django_assert_num_queries):
    Term.objects.bulk_create(Term(zh_hant=f"詞語{n}", en=f"word {n}") for n in range(300))

    with django_assert_num_queries(4):
        assert pairs("word 7 and word 299", "en") == [("word 7", "詞語7"), ("word 299", "詞語299")]


@pytest.mark.django_db
def test_who_may_not_write_releases_is_told_nothing(client, memorandum):
    address = reverse("admin:releases_term_in")
    asked = {"words": "合作備忘錄", "language": "zh-hant"}
    client.force_login(press_officer(may_publish=False))

    assert client.post(address, asked).status_code == 403


@pytest.mark.django_db
def test_a_language_that_nobody_writes_is_refused(desk):
    assert desk.post(reverse("admin:releases_term_in"), {"language": "fr"}).status_code == 400


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_terms_are_put_where_the_cursor_is(open_page, alice, memorandum):
    release = draft(
        headline={"zh-hant": "陳愛麗簽署合作備忘錄"},
        body=[schema.TextBlock(key="p1", html={"zh-hant": "<p>合作<strong>備忘錄</strong></p>"})],
    )
    page = open_page(change(release))
    page.wait_for_selector(".order-machine .ProseMirror")

    # In a plain field, by keyboard: the terms are what comes next.
    page.fill("#id_headline_en", "A  is signed")
    page.focus("#id_headline_en")
    page.locator(".terms__term").nth(1).wait_for()
    assert page.locator(".terms__term").all_text_contents() == [
        "陳愛麗 → Alice Chan",
        "合作備忘錄 → memorandum of understanding",
    ]
    page.evaluate("document.getElementById('id_headline_en').setSelectionRange(2, 2)")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.input_value("#id_headline_en") == "A memorandum of understanding is signed"

    # In rich text, by mouse.
    english = page.locator("#releases_text_set-0 .ProseMirror").nth(1)
    english.click()
    page.keyboard.type("A new ")
    page.click("#releases_text_set-0 .terms__term")
    page.keyboard.type(".")
    eventually(page, "document.querySelectorAll('.terms').length === 1")
    page.keyboard.press("Escape")
    assert page.locator(".terms").count() == 0
    save(page)
    release.refresh_from_db()
    whole = compose(release)
    assert whole.headline["en"] == "A memorandum of understanding is signed"
    assert whole.body[0].html["en"] == "<p>A new memorandum of understanding.</p>"
