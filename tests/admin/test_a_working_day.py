"""One release from the desk to the public, as a press officer does it in a browser."""

import pytest
from django.urls import reverse

from releases import drafting
from releases.document import compose, schema
from releases.models import Edition, Release

from ..factories import document
from .test_browser import EXPECTED, eventually, save
from .test_pictures_in_browser import chosen, image, send_files
from .test_writing_in_browser import frame, ready

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_release_is_written_illustrated_compared_restored_translated_and_published(
    open_page,
    officer,
):
    release = drafting.save(document=document(), by=officer)
    page = open_page(reverse("admin:releases_release_change", args=[release.pk]))
    ready(page)
    page.keyboard.press("Alt+p")

    # A paragraph in the middle, by keyboard, in Chinese alone.
    blocks = page.locator('.order-machine .inline-related:not(.empty-form)[data-region="body"]')
    blocks.nth(1).locator(".order-machine-insert-target").focus()
    page.keyboard.press("Enter")
    eventually(page, "document.activeElement.matches('.plugin-button')")
    page.keyboard.press("Enter")
    eventually(page, "document.activeElement.matches('#releases_text_set-1 .ProseMirror')")
    page.keyboard.type("新段落由鍵盤寫成。")
    frame(page).get_by_text("新段落由鍵盤寫成。").wait_for()

    # A picture, dragged in below it.
    send_files(page, "drop", "#releases_text_set-1", [image("harbour.jpg", "teal")], at=0.9)
    assert chosen(page, 1) == ["harbour.jpg"]
    page.fill("#id_releases_figure_set-0-caption_zh_hant", "海港")
    page.fill("#id_releases_figure_set-0-caption_en", "The harbour")
    frame(page).locator("figcaption", has_text="海港").wait_for()
    save(page)
    kinds = [type(block).__name__ for block in compose(Release.objects.get()).body]
    assert kinds == ["TextBlock", "TextBlock", "Figure", "Quote"]

    # What is missing is said; compared with the version before; restored, and back again.
    assert "1 paragraph" in page.locator(".translation__missing").text_content()
    page.click("text=Versions")
    page.click("text=1 paragraph, 1 figure")
    added = page.locator(".change--added")
    added.first.wait_for()
    assert added.count() == 2
    assert "新段落由鍵盤寫成。" in added.first.text_content()
    page.get_by_role("button", name="Restore version 1").click()
    page.wait_for_selector(".messagelist .success")
    assert compose(Release.objects.get()) == document()
    page.click("text=Versions")
    page.get_by_role("button", name="Restore version 2").click()
    page.wait_for_selector(".messagelist .success")
    assert len(compose(Release.objects.get()).body) == 4

    # Translated.
    ready(page)
    page.locator("#releases_text_set-1 .ProseMirror").nth(1).fill("Written with the keyboard.")
    eventually(page, "!document.querySelector('#releases_text_set-1 .is-missing')")
    save(page)
    assert Release.objects.get().readiness["en"]["missing"] <= 1  # the picture's alt text is none

    # What preflight asks about the picture is looked at; published.
    page.click("text=Publish…")
    while page.locator(".finding__acknowledge").count():
        page.locator(".finding__acknowledge").first.click()
        page.wait_for_selector(".messagelist .success")
    with page.expect_navigation():
        page.click(".publish-form [type=submit]")
    page.wait_for_selector(".messagelist .success")
    edition = Edition.objects.get()
    assert edition.document["body"][1]["html"]["en"] == "<p>Written with the keyboard.</p>"
    page.locator(".messagelist a", has_text="English").click()
    page.get_by_text("Written with the keyboard.").wait_for()
    assert isinstance(schema.from_edition(edition.document).body[2], schema.Figure)
    assert [text for text in page.complaints if not text.startswith(EXPECTED)] == []
