"""A finding leads to its words; corrected and saved, it is gone."""

import pytest
from django.urls import reverse

from releases.document import compose, schema
from releases.models import Acknowledgement

from ..factories import ALICE, document, draft
from ..preflight.test_acknowledging import SLIP, with_words
from .test_browser import EXPECTED, eventually, save
from .test_writing_in_browser import ready

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SELECTED = "getSelection().toString()"


def opened(open_page, release, **options):
    page = open_page(reverse("admin:releases_release_change", args=[release.pk]), **options)
    ready(page)
    return page


def finding(page, check):
    return page.locator(f'#newsroom-preflight [data-check="{check}"]')


def test_a_finding_is_clicked_corrected_saved_and_gone(open_page, officer):
    release = draft(with_words(SLIP))
    page = opened(open_page, release)
    finding(page, "english.doubled").locator("a").click()
    eventually(page, "!!document.activeElement.closest('.ProseMirror')")
    eventually(page, f"{SELECTED} === 'the the'")
    page.keyboard.type("the")
    finding(page, "english.doubled").wait_for(state="detached")
    assert "Ready to go out" in page.locator("#preflight-title").text_content()
    save(page)
    assert compose(release).body[0].html["en"] == "<p>They signed the memorandum.</p>"
    assert finding(page, "english.doubled").count() == 0
    assert [text for text in page.complaints if not text.startswith(EXPECTED)] == []


def test_by_keyboard_in_a_plain_field_of_a_folded_section(open_page, officer):
    headline = {"zh-hant": "海角創新園與北極星合作", "en": "Cape Park and and Polestar join forces"}
    page = opened(open_page, draft(headline=headline))
    page.locator("[data-folds-all]").click()
    finding(page, "english.doubled").locator("a").focus()
    page.keyboard.press("Enter")
    eventually(page, "document.activeElement.id === 'id_headline_en'")
    assert (
        page.evaluate(
            "(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)"
        )
        == "and and"
    )


def test_words_in_the_lead_in_of_a_quote_are_found_there(open_page, officer):
    quote = schema.Quote(
        key="q1",
        speaker=ALICE,
        lead_in={"zh-hant": "海角創新園主席陳愛麗博士表示：", "en": "Dr Alice Chan said said: "},
        words={"zh-hant": "今日是新的一步。", "en": "Today is a new step."},
    )
    whole = document()
    page = opened(open_page, draft(schema.replace(whole, body=[whole.body[0], quote])))
    finding(page, "english.doubled").locator("a").click()
    eventually(page, "document.activeElement.name?.endsWith('lead_in_en')")


def test_from_the_page_that_publishes_a_finding_leads_to_its_words(open_page, officer):
    release = draft(with_words(SLIP))
    page = open_page(reverse("admin:releases_release_publish", args=[release.pk]))
    finding(page, "english.doubled").locator("a").click()
    page.wait_for_url("**/change/#finding-*")
    ready(page)
    eventually(page, f"{SELECTED} === 'the the'")


def test_a_warning_is_acknowledged_without_leaving_what_is_typed(open_page, officer):
    page = opened(open_page, draft(with_words(SLIP)))
    page.fill("#id_sub_headline_en", "Typed and not saved")
    finding(page, "english.doubled").get_by_role("button").click()
    page.locator(".preflight__count--clear").wait_for()
    assert page.input_value("#id_sub_headline_en") == "Typed and not saved"
    assert Acknowledgement.objects.get().acknowledged_by == officer
    assert page.evaluate("document.activeElement.id") == "preflight-title"
