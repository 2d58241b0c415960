"""The search page in a browser: it fits, it complains of nothing, and the keyboard is enough."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from ..factories import document, published
from ..site import test_browser
from ..site.test_browser import LONG_WORD, WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

visit = test_browser.visit  # the fixture

QUERIES = (
    "",
    "?q=合作",
    "?q=memorandum",
    "?q=memorandom",
    f"?q={LONG_WORD * 3}",
    "?q=合&year=2026",
)


@pytest.fixture
def newsroom():
    published(document(slug="it"))
    long = {"zh-hant": "很長的標題" * 20, "en": f"A memorandum {LONG_WORD}"}
    published(document(slug="long", headline=long, sub_headline=long))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_it_fits_every_width_and_loads_without_complaint(
    newsroom,
    visit,
    live_server,
    language,
    scheme,
):
    page = visit(f"/{language}/search/", scheme=scheme)

    for query in QUERIES:
        page.goto(f"{live_server.url}/{language}/search/{query}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (query, width)
        assert page.complaints == [], query


def test_the_keyboard_is_enough(newsroom, visit):
    page = visit("/en/search/")

    page.get_by_label("Words to find").focus()
    page.keyboard.type("memorandom")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Did you mean memorandum?").press("Enter")

    assert page.get_by_label("Words to find").input_value() == "memorandum"
    assert page.locator("mark").all_text_contents() == ["memorandum"] * 3
    page.get_by_role("link", name="A memorandum").press("Enter")
    assert page.url.endswith("/en/releases/long/")


def test_what_can_be_pressed_is_large_enough_to_touch(newsroom, visit):
    page = visit("/en/search/?q=memorandom", width=375)
    boxes = page.evaluate(
        """[...document.querySelectorAll('main :is(a, button, input, select)')]
             .map(each => each.getBoundingClientRect().height)"""
    )
    assert min(boxes) >= 24


def test_the_box_for_other_pages_asks_the_search_page(newsroom, visit):
    page = visit("/en/")
    with translation.override("en"):
        box = render_to_string("releases/_search_box.html")
    page.locator("main").evaluate("(main, box) => main.insertAdjacentHTML('beforeend', box)", box)

    page.get_by_role("search").get_by_role("searchbox").fill("memorandum")
    page.get_by_role("button", name="Search").click()

    assert page.locator("main h2").count() == 2
