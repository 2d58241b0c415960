"""Copying a release, a quote or a caption: with one click, or without JavaScript from its text."""

import pytest

from ..factories import document, picture, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

QUOTE = "“Today is a new step.”\n— Dr Alice Chan, Chairman, Cape Innovation Park"


@pytest.fixture
def release():
    return published(document(slug="it", pictures=[picture()]))


@pytest.fixture
def clipboard(visit, live_server):
    """Open a page that may write to the clipboard, and read what was written."""

    def opened(path):
        page = visit(path)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        return page, lambda: page.evaluate("navigator.clipboard.readText()")

    return opened


@pytest.mark.parametrize("path", ["/en/releases/it/", "/en/releases/it/text/"])
@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("Copy quote", QUOTE),
        ("Copy caption", "The signing ceremony"),
        ("Copy text", "Cape Park and Polestar join forces\n\nA push for biotechnology"),
    ],
)
def test_a_click_copies_the_words_and_says_so(release, clipboard, path, link, words):
    page, copied = clipboard(path)

    page.get_by_role("link", name=link).first.click()

    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert copied().replace("\r\n", "\n").startswith(words)
    assert page.url.endswith(path)
    assert page.complaints == []


def test_the_address_of_the_release_is_copied_too(release, clipboard, live_server):
    page, copied = clipboard("/en/releases/it/")

    page.get_by_role("link", name="Copy link").click()

    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert copied() == f"{live_server.url}/en/releases/it/"


def test_the_keyboard_copies_as_well(release, clipboard):
    page, copied = clipboard("/en/releases/it/")

    page.get_by_role("link", name="Copy quote").press("Enter")

    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert copied().replace("\r\n", "\n") == QUOTE


def test_where_nothing_can_be_copied_the_link_leads_to_the_words(release, visit):
    page = visit("/en/releases/it/")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject() }")

    page.get_by_role("link", name="Copy quote").click()

    page.wait_for_url("**/en/releases/it/text/#quote-q1")
    assert page.locator("#quote-q1").inner_text() == QUOTE


def test_without_javascript_the_link_leads_to_the_words(release, chromium, live_server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/en/releases/it/")

    page.get_by_role("link", name="Copy caption").click()

    assert page.url.endswith("/en/releases/it/text/#caption-fig1")
    assert page.locator("#caption-fig1").inner_text() == "The signing ceremony"
    context.close()
