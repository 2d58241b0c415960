"""From files to a draft in a browser: dropped, reviewed side by side, corrected, confirmed."""

import base64
import tempfile
from pathlib import Path

import pytest
from django.urls import reverse

from releases.document import compose, schema
from releases.importing import blocks
from releases.models import Import, Release

from ..importing import layouts
from ..importing.test_pairing import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RELEASE = next(release for release in SAMPLE.values() if release.figures() and release.quotes())
START = reverse("admin:releases_release_import")


def pdf(items, language):
    with tempfile.TemporaryDirectory() as folder:
        return layouts.pdf(items, header="", language=language, folder=Path(folder))


def files(form):
    printed = {code: layouts.release(RELEASE, code) for code in ("zh-hant", "en")}
    if form == "two Word files":
        return [(f"{code}.docx", layouts.word(items, header="")) for code, items in printed.items()]
    if form == "two PDFs":
        return [(f"{code}.pdf", pdf(items, code)) for code, items in printed.items()]
    return [("both.docx", layouts.word([*printed["zh-hant"], *printed["en"]], header=""))]


def drop(page, dropped):
    """Let files fall on the page, as from a desktop."""
    transfer = page.evaluate_handle(
        """files => {
            const transfer = new DataTransfer()
            for (const [name, data] of files) {
                const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0))
                transfer.items.add(new File([bytes], name))
            }
            return transfer
        }""",
        [[name, base64.b64encode(data).decode()] for name, data in dropped],
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": transfer})


@pytest.mark.parametrize("form", ["two Word files", "two PDFs", "one file with both"])
def test_files_are_dropped_reviewed_corrected_and_become_a_draft(open_page, form):
    page = open_page(START)
    drop(page, files(form))
    page.click(".import input[type=submit]")
    page.wait_for_selector(".review")

    # Both languages of the first paragraph stand beside each other, beside the source.
    first = next(b for b in RELEASE.body if isinstance(b, schema.TextBlock))
    card = page.locator(".card", has_text=blocks.plain(first, "zh-hant")[20:50])
    card.first.locator(".ProseMirror", has_text=blocks.plain(first, "en")[-40:]).wait_for()
    assert page.locator(".source__row", has_text=blocks.plain(first, "en")[-40:]).count() == 1

    # A field is corrected, and a paragraph that is none.
    page.fill('[name="headline:en"]', "A headline put right")
    quote = page.locator("select[name$=':kind']").filter(
        has=page.locator("option[value=quote][selected]")
    )
    name = quote.first.get_attribute("name")
    quote.first.select_option("text")
    page.locator("button:text-is('Keep the corrections')").click()
    page.wait_for_selector(".messagelist .success")
    assert page.input_value('[name="headline:en"]') == "A headline put right"
    assert page.locator(f"select[name='{name}']").input_value() == "text"
    assert not Release.objects.exists()

    page.locator("button:text-is('Make the draft')").click()
    page.wait_for_selector("#release_form")
    document = compose(Release.objects.get())
    assert document.headline["en"] == "A headline put right"
    assert len(document.quotes()) == len(RELEASE.quotes()) - 1
    texts = [b for b in document.body if not isinstance(b, schema.Figure)]
    assert all(set(blocks.words(b)) == {"zh-hant", "en"} for b in texts)
    assert len(document.pictures()) == len(RELEASE.figures())
    assert all(f.picture and set(f.caption) == {"zh-hant", "en"} for f in document.figures())
    assert [q.speaker.name for q in document.quotes()]
    assert all(set(q.speaker.name) == {"zh-hant", "en"} for q in document.quotes())
    assert [c.name for c in document.media_contacts] == [c.name for c in RELEASE.media_contacts]
    assert [c.phones for c in document.media_contacts] == [c.phones for c in RELEASE.media_contacts]
    assert page.complaints == [c for c in page.complaints if "inline style" in c]


def test_a_word_is_put_right_in_the_editor_of_a_paragraph(open_page):
    page = open_page(START)
    drop(page, files("two Word files"))
    page.click(".import input[type=submit]")
    editor = page.locator(".card .prose-editor .ProseMirror").first
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("更正。")
    page.locator("button:text-is('Keep the corrections')").click()
    page.wait_for_selector(".messagelist .success")
    assert "更正。" in page.locator(".card .prose-editor .ProseMirror").first.inner_text()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_review_is_cancelled_and_nothing_is_left(open_page, javascript):
    page = open_page(START, javascript=javascript)
    page.set_input_files(
        "input[type=file]",
        [
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
            for name, data in files("one file with both")
        ],
    )
    page.click(".import input[type=submit]")
    page.wait_for_selector(".review")
    page.locator("button:text-is('Cancel the import')").click()
    page.wait_for_selector(".drop")
    assert not Import.objects.exists()
    assert not Release.objects.exists()
