"""The admin in the language of each user; in Chinese, what its libraries say is Chinese as well."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from releases.document import schema

from ..factories import document, draft, picture
from .test_browser import change

# What stays in Latin letters: a language in its own words, keys of the keyboard, examples.
LATIN = re.compile(
    r"English|Ctrl|Alt|Delete|HKT（Asia/Hong_Kong）|「ai-lab-opens」|left, front row"
)

# Everything that is said, but for what a person typed: the texts that are seen, titles and labels.
SAID = """() => {
    const typed = `script, style, option, textarea, code, .ProseMirror, .inline_label, .material-icons,
        .select2-selection, #user-tools strong`
    const said = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const { data, parentElement: element } = walker.currentNode
        if (!element.closest(typed) && element.checkVisibility()) said.push(data.trim())
    }
    for (const element of document.body.querySelectorAll("[title], [aria-label], [placeholder]")) {
        if (element.closest(".select2-selection")) continue
        for (const name of ["title", "aria-label", "placeholder"]) said.push(element.getAttribute(name) ?? "")
    }
    return [...new Set(said)]
}"""


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_no_word_of_the_libraries_is_left_in_english(open_page):
    whole = document(pictures=[picture()])
    release = draft(
        schema.replace(
            whole, body=[*whole.body, schema.Subheading(key="sub1", text={"zh-hant": "小標題"})]
        )
    )
    page = open_page(change(release), language="zh-hant")
    page.wait_for_selector(".order-machine .prose-menubar")

    # What opens only when it is asked for: a search, the menu of blocks, the dialog of a link.
    page.click("#signatory_set-0 .select2-selection")
    page.keyboard.type("nobody")
    page.wait_for_selector(".select2-results__message")
    said = page.evaluate(SAID)
    page.keyboard.press("Escape")
    page.click(".order-machine-insert-target.last")
    said += page.evaluate(SAID)
    page.locator("#releases_text_set-0 .ProseMirror").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.prose-editor-dialog")
    said += page.evaluate(SAID)

    assert "加入連結" in said
    assert [text for text in said if re.search("[A-Za-z]{2}", LATIN.sub("", text))] == []


@pytest.mark.django_db
def test_the_language_chosen_stays_with_the_browser(client):
    """Past the session, and before anybody logs in."""
    answer = client.post(reverse("set_language"), {"language": "zh-hant", "next": "/admin/"})

    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME]["max-age"] == 365 * 24 * 60 * 60
    client.logout()
    assert 'lang="zh-hant"' in client.get("/admin/login/").content.decode()
