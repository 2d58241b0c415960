"""The public pages in a browser: they fit, load what they name and break no rule of their own."""

import pytest
from django.urls import reverse
from django.utils import translation

from ..factories import document, only_in, picture, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (320, 375, 1280, 2560)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2
ALL = ["zh-hant", "en", "zh-hans"]
PATHS = (
    "",
    "releases/",
    "releases/2026/",
    "releases/whole/",
    "releases/long/",
    "releases/chinese-only/",
    "organisations/cape-park/",
    "media-contacts/",
    "nothing-here/",
)


@pytest.fixture
def newsroom():
    published(
        document(
            slug="whole",
            languages=ALL,
            pictures=[picture(size=(480, 300)), picture("navy", size=(480, 600))],
        )
    )
    published(only_in("zh-hant", document(slug="chinese-only")))
    published(
        document(
            slug="long",
            languages=ALL,
            headline={"zh-hant": "很長的標題" * 20, "en": f"A long headline {LONG_WORD}"},
            sub_headline={"zh-hant": "副題" * 40, "en": LONG_WORD},
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ALL)
def test_every_page_fits_every_width_and_loads_without_complaint(
    newsroom, visit, live_server, language, scheme
):
    page = visit(f"/{language}/", scheme=scheme)

    for path in PATHS:
        page.goto(f"{live_server.url}/{language}/{path}")
        if path == "nothing-here/":
            page.complaints[:] = [c for c in page.complaints if "404" not in c]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
        assert page.complaints == [], path
        assert page.context.cookies() == []


def test_the_language_switch_stays_on_the_same_thing(newsroom, visit, live_server):
    page = visit("/zh-hant/")
    for path in PATHS[:-1]:
        page.goto(f"{live_server.url}/zh-hant/{path}")
        page.get_by_role("link", name="English").first.click()
        assert page.url.endswith(f"/en/{path}")
        page.get_by_role("link", name="繁體中文").first.click()
        assert page.url.endswith(f"/zh-hant/{path}")


def test_the_switch_of_a_page_that_is_not_there_leads_home(newsroom, visit):
    page = visit("/en/nothing-here/")

    page.get_by_role("link", name="繁體中文").click()

    with translation.override("zh-hant"):
        assert page.url.endswith(reverse("home"))


def test_the_first_stop_of_the_keyboard_skips_to_the_content(newsroom, visit):
    page = visit("/en/releases/whole/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_targets_are_large_enough_to_touch(newsroom, visit, live_server):
    page = visit("/en/", width=375)
    for path in PATHS:
        page.goto(f"{live_server.url}/en/{path}")
        small = page.evaluate(
            """[...document.querySelectorAll('a:not(.skip)')]
                 .filter(a => !a.closest('.prose p, .prose li'))
                 .map(a => [a.textContent.trim(), a.getBoundingClientRect()])
                 .filter(([_, box]) => box.height < 24)
                 .map(([words]) => words)"""
        )
        # A headline's link covers its whole card.
        headlines = page.locator(":is(h2, h3) a").all_text_contents()
        assert [words for words in small if words not in headlines] == [], path


def test_a_telephone_number_never_breaks(newsroom, visit):
    page = visit("/en/releases/whole/", width=320)

    assert page.locator("a[href^='tel:']").first.evaluate("a => a.getClientRects().length") == 1
