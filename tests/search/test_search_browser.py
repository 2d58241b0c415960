"""The search page in a browser: the keyboard is enough."""

import pytest

from ..factories import document, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def newsroom():
    published(document(slug="it"))
    long = {"zh-hant": "很長的標題" * 20, "en": "A memorandum"}
    published(document(slug="long", headline=long, sub_headline=long))


def test_the_keyboard_is_enough(newsroom, visit):
    page = visit("/en/search/")

    page.get_by_label("Words to find").focus()
    page.keyboard.type("memorandom")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Did you mean memorandum?").press("Enter")

    assert page.get_by_label("Words to find").input_value() == "memorandum"
    assert page.locator("mark").all_text_contents() == ["memorandum"] * 3
    page.get_by_role("link", name="A memorandum").first.press("Enter")
    assert page.url.endswith("/en/releases/long/")


def test_the_box_at_the_head_of_a_page_asks_the_search_page(newsroom, visit):
    page = visit("/en/")

    page.get_by_role("search").get_by_role("searchbox").fill("memorandum")
    page.keyboard.press("Enter")

    page.wait_for_url("**/en/search/?q=memorandum")
    assert page.locator("main h2").count() == 2
