"""What a visitor does with the pages, in a browser."""

import pytest

from releases.languages import OWN_NAMES

from .page_types import LANGUAGES, PAGE_TYPES, STATUS, address

pytestmark = [pytest.mark.browser, pytest.mark.instrument]


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def switch(page, language):
    page.locator(".languages").get_by_text(OWN_NAMES[language]).click()


@pytest.mark.parametrize("page_type", [name for name in PAGE_TYPES if name not in STATUS])
def test_the_language_switch_stays_on_the_same_thing(page_type, page, newsroom_url):
    page.goto(newsroom_url + address(page_type, LANGUAGES[-1]))

    for language in LANGUAGES:
        switch(page, language)
        assert page.url == newsroom_url + address(page_type, language)


def test_the_switch_of_a_page_that_is_not_there_leads_home(page, newsroom_url):
    first, *_, last = LANGUAGES
    page.goto(newsroom_url + address("404", last))

    switch(page, first)

    assert page.url == newsroom_url + address("home", first)


def test_a_telephone_number_never_breaks(page, newsroom_url):
    page.goto(newsroom_url + address("release", LANGUAGES[-1]))

    for number in page.locator("a[href^='tel:']").all():
        assert number.evaluate("a => a.getClientRects().length") == 1
