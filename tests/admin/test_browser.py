"""The release form in a browser, under the Content-Security-Policy of the admin."""

import time

import pytest
from django.urls import reverse

from releases.document import compose, schema

from ..factories import document, draft, picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# django-content-editor adds one style element that the policy blocks; body.css has its rules.
EXPECTED = "Applying inline style violates"


def change(release):
    return reverse("admin:releases_release_change", args=[release.pk])


def save(page):
    with page.expect_navigation():
        page.click('[name="_continue"]')
    assert page.locator(".errornote").count() == 0
    page.wait_for_selector(".messagelist .success")


def eventually(page, condition):
    """Wait until an expression is true. Playwright's own way evaluates strings, which the policy blocks."""
    until = time.monotonic() + 10
    while not page.evaluate(condition):
        assert time.monotonic() < until, condition
        page.wait_for_timeout(50)


def texts(release):
    return [
        getattr(block, "html", getattr(block, "words", {})).get("en")
        for block in compose(release).body
    ]


def test_a_block_is_inserted_in_the_middle_moved_by_keyboard_and_saved_in_its_place(open_page):
    release = draft()
    page = open_page(change(release))
    blocks = page.locator('.order-machine .inline-related:not(.empty-form)[data-region="body"]')
    page.wait_for_selector(".order-machine .ProseMirror")

    # Between the text and the quote, with the keyboard alone.
    target = blocks.nth(1).locator(".order-machine-insert-target")
    target.focus()
    page.keyboard.press("Enter")
    eventually(page, "document.activeElement.matches('.plugin-button')")
    assert page.evaluate("document.activeElement.textContent").strip().endswith("Text")
    page.keyboard.press("Enter")
    added = page.locator("#releases_text_set-1")
    added.locator(".ProseMirror").first.wait_for()
    eventually(page, "!!document.activeElement.closest('#releases_text_set-1')")
    added.locator(".ProseMirror").nth(0).fill("新段落")
    added.locator(".ProseMirror").nth(1).fill("A new paragraph")
    save(page)
    assert texts(release) == [
        "<p>A memorandum was signed.</p>",
        "<p>A new paragraph</p>",
        "Today is a new step.",
    ]
    assert compose(release).body[1].html["zh-hant"] == "<p>新段落</p>"

    page.wait_for_selector("#releases_text_set-1 .ProseMirror")
    down = page.locator("#releases_text_set-1 .move--down")
    down.focus()
    page.keyboard.press("Enter")
    assert down.evaluate("button => button === document.activeElement"), "the focus stays"
    assert "place 3 of 3" in page.locator("#newsroom-announcement").text_content()
    assert down.get_attribute("aria-disabled") == "true"
    assert "Not saved yet" in page.locator("#newsroom-unsaved").text_content()
    save(page)
    assert texts(release) == [
        "<p>A memorandum was signed.</p>",
        "Today is a new step.",
        "<p>A new paragraph</p>",
    ]
    assert [text for text in page.complaints if not text.startswith(EXPECTED)] == []


def test_an_error_is_shown_in_the_region_where_it_is(open_page):
    release = draft(
        notes_to_editors=[schema.Figure(key="n1", caption={"en": "A figure in the notes"})]
    )
    page = open_page(change(release))
    page.wait_for_selector(".order-machine")
    page.evaluate("document.getElementById('id_releases_figure_set-0-focal_x').value = '5'")

    with page.expect_navigation():
        page.click('[name="_continue"]')

    tab = page.locator('.tabs.regions .tab[data-region="notes_to_editors"].has-error')
    tab.wait_for()
    assert "active" in tab.get_attribute("class")
    assert page.locator("#releases_figure_set-0 .errorlist").is_visible()


def test_a_key_point_is_added_and_moved_up(open_page):
    release = draft()
    page = open_page(change(release))

    page.click("#keypoint_set-group .add-row a")
    page.fill("#id_keypoint_set-1-text_zh_hant", "第二點")
    page.fill("#id_keypoint_set-1-text_en", "Second, but first")
    page.locator("#keypoint_set-1 .move--up").focus()
    page.keyboard.press("Space")
    save(page)

    assert [point.text["en"] for point in compose(release).key_points] == [
        "Second, but first",
        "A first",
    ]


def test_a_person_is_found_by_autocomplete_and_copied(open_page, alice):
    release = draft(document(signatories=[]))
    page = open_page(change(release))

    page.click("#signatory_set-group .add-row a")
    page.click("#signatory_set-0 .select2-selection")
    page.keyboard.type("愛麗")
    page.click(".select2-results__option--highlighted:has-text('陳愛麗')")
    save(page)

    assert compose(release).signatories[0].person.name["en"] == "Alice Chan"


def test_the_thumbnail_follows_the_picture(open_page):
    release = draft(pictures=[picture("teal")])
    other = picture("navy", size=(300, 200))
    page = open_page(change(release))

    page.click("#releases_figure_set-0 .select2-selection")
    page.keyboard.type("navy")
    page.click(".select2-results__option--highlighted:has-text('navy')")

    thumbnail = page.locator("#releases_figure_set-0 .thumbnail")
    assert other.sha256 in thumbnail.get_attribute("src")
    eventually(
        page, "document.querySelector('#releases_figure_set-0 .thumbnail').naturalWidth === 300"
    )


def test_without_scripts_places_are_numbers(open_page):
    release = draft()
    page = open_page(change(release), javascript=False)

    assert page.locator("#id_keypoint_set-0-ordering").is_visible()


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_no_screen_is_wider_than_the_window(open_page, width, language, alice, carol):
    release = draft(pictures=[picture()])
    page = open_page("/admin/", width=width, language=language)
    for address in (
        "/admin/",
        "/admin/releases/release/",
        change(release),
        reverse("admin:releases_release_publish", args=[release.pk]),
        "/admin/pictures/picture/",
        "/admin/pictures/picture/add/",
        reverse("admin:partners_spokesperson_change", args=[alice.pk]),
        reverse("admin:partners_organisation_delete", args=[alice.organisation.pk]),
        reverse("admin:media_contacts_mediacontact_change", args=[carol.pk]),
    ):
        page.goto(page.url.split("/admin/")[0] + address)
        page.wait_for_load_state("networkidle")
        widest = page.evaluate("document.documentElement.scrollWidth")
        assert widest <= width, address
        if width == 1280 and address == change(release):
            left, right = (
                page.locator(f"#id_headline_{column}").bounding_box()
                for column in ("zh_hant", "en")
            )
            assert left["y"] == right["y"]
            assert left["x"] < right["x"]
    assert [text for text in page.complaints if not text.startswith(EXPECTED)] == []
