"""A press officer writes here all day: what is typed is previewed, kept, and never lost."""

import re

import pytest
from django.urls import reverse

from releases import drafting
from releases.document import compose, schema
from releases.models import Release, Version

from ..factories import document, writer
from .test_browser import eventually, save

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def release(officer):
    return drafting.save(document=document(), by=officer)


def change(release):
    return reverse("admin:releases_release_change", args=[release.pk])


def frame(page):
    return page.frame_locator("#newsroom-preview iframe")


def open_again(page, path):
    page.goto(page.url.partition("/admin")[0] + path)


def ready(page):
    """The editors stand, and what the form held untouched is known."""
    page.wait_for_selector(".ProseMirror")
    page.wait_for_timeout(700)


def test_the_preview_follows_what_is_typed_in_both_languages_and_nothing_is_saved(
    open_page, release
):
    page = open_page(change(release))
    ready(page)

    page.keyboard.press("Alt+p")
    page.get_by_role("button", name="English").last.click()
    frame(page).get_by_role("heading", name="Cape Park and Polestar join forces").wait_for()
    page.fill("#id_headline_en", "Typed just now")
    frame(page).get_by_role("heading", name="Typed just now").wait_for()
    page.locator("#releases_text_set-0 .ProseMirror").nth(1).fill("A paragraph typed just now.")
    frame(page).get_by_text("A paragraph typed just now.").wait_for()
    page.locator("#newsroom-preview").get_by_role("button", name="繁體中文").click()
    frame(page).get_by_text("雙方今日簽署備忘錄。").wait_for()

    assert Release.objects.get().headline_en == "Cape Park and Polestar join forces"
    assert Version.objects.count() == 1


def test_what_is_shown_in_the_preview_leads_nowhere(open_page, release):
    page = open_page(change(release))
    ready(page)
    page.keyboard.press("Alt+p")

    frame(page).get_by_role("link", name="海角創新園").first.click()

    page.wait_for_timeout(300)
    assert page.url.endswith(change(release))
    frame(page).get_by_role("heading", name="海角創新園與北極星合作").wait_for()


def test_words_are_offered_back_after_the_session_ran_out(open_page, release, officer, client):
    page = open_page(change(release))
    ready(page)
    page.fill("#id_headline_en", "Typed before the session ended")
    page.locator("#releases_text_set-0 .ProseMirror").nth(1).fill("And a paragraph.")
    page.wait_for_timeout(600)
    page.context.clear_cookies(name="newsroom_session")

    page.click('[name="_continue"]')
    page.wait_for_url(re.compile("login"))
    assert Release.objects.get().headline_en == "Cape Park and Polestar join forces"
    client.force_login(officer)
    page.context.add_cookies(
        [
            {
                "name": "newsroom_session",
                "value": client.cookies["newsroom_session"].value,
                "url": page.url.partition("/admin")[0],
            }
        ]
    )
    open_again(page, change(release))
    page.get_by_role("button", name=re.compile("Show them|顯示")).click()
    page.wait_for_selector("[data-resumed]")
    assert page.locator(".errornote").count() == 0
    assert page.input_value("#id_headline_en") == "Typed before the session ended"
    ready(page)
    save(page)

    saved = compose(Release.objects.get())
    assert saved.headline["en"] == "Typed before the session ended"
    assert saved.body[0].html["en"] == "<p>And a paragraph.</p>"
    ready(page)
    assert page.locator("[data-offer]").is_hidden()


def test_words_of_a_release_that_was_never_saved_are_offered_when_another_is_begun(
    open_page,
    officer,
):
    add = reverse("admin:releases_release_add")
    page = open_page(add)
    page.wait_for_timeout(900)
    page.fill("#id_headline_zh_hant", "未曾儲存的標題")
    page.click("#keypoint_set-group .add-row a")
    page.fill("#id_keypoint_set-0-text_zh_hant", "第一點")
    page.wait_for_timeout(600)

    page.on("dialog", lambda dialog: dialog.accept())  # leaving asks first
    open_again(page, add)
    page.get_by_role("button", name=re.compile("Show them|顯示")).click()
    page.wait_for_selector("[data-resumed]")

    assert page.input_value("#id_headline_zh_hant") == "未曾儲存的標題"
    assert page.input_value("#id_keypoint_set-0-text_zh_hant") == "第一點"


def test_what_was_saved_is_not_offered_and_leaving_asks_only_about_unsaved_words(
    open_page, release
):
    asked = []
    page = open_page(change(release))
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    ready(page)
    page.fill("#id_headline_en", "Saved at once")
    save(page)
    ready(page)
    open_again(page, change(release))
    ready(page)
    assert page.locator("[data-offer]").is_hidden()
    assert asked == []

    page.fill("#id_headline_en", "Not saved")
    page.wait_for_timeout(600)
    open_again(page, change(release))

    assert asked == ["beforeunload"]
    ready(page)
    page.get_by_role("button", name=re.compile("Discard|捨棄")).click()
    open_again(page, change(release))
    ready(page)
    assert page.locator("[data-offer]").is_hidden()


def test_a_check_of_a_translation_is_made_without_leaving_the_form(open_page, release, officer):
    html = {"zh-hant": "<p>雙方昨日簽署備忘錄。</p>", "en": "<p>A memorandum was signed.</p>"}
    body = [schema.TextBlock(key="p1", html=html), document().body[1]]
    drafting.save(document=document(body=body), release=release, by=officer)
    page = open_page(change(release))
    ready(page)
    page.fill("#id_headline_en", "Still typing")

    page.click(".translation__row a")
    eventually(page, "!!document.activeElement.closest('#releases_text_set-0')")
    page.click(".translation__row button")
    page.wait_for_selector(".translation__row", state="detached")

    assert page.input_value("#id_headline_en") == "Still typing"
    assert Release.objects.get().readiness["en"]["stale"] == 0
    assert release.translations.get(is_check=True).made_by == officer


def test_two_browsers_in_one_release_see_each_other_and_lose_nothing(open_page, release, officer):
    """Each changes the release itself and its parts, and both the same headline."""
    kit = writer("kit")
    one = open_page(change(release), user=kit)
    two = open_page(change(release))
    ready(one)
    ready(two)
    assert "kit has this release open too" in two.text_content("#newsroom-presence")

    one.fill("#id_headline_en", "Kit wrote this headline")
    one.fill("#id_dateline_city_en", "KOWLOON")
    one.locator("#releases_quote_set-0 .move--up").click()
    one.check("#id_keypoint_set-0-DELETE")
    save(one)
    two.fill("#id_headline_en", "Alma wrote that headline")
    two.fill("#id_sub_headline_en", "Alma wrote this")
    two.locator("#releases_text_set-0 .ProseMirror").nth(1).fill("Alma wrote this paragraph.")
    two.fill("#id_releases_quote_set-0-text_en", "Alma put the quote right.")
    two.locator("#signatory_set-group .add-row a").click()
    two.fill("#id_signatory_set-1-name_en", "Somebody Else")
    with two.expect_navigation():
        two.click('[name="_continue"]')

    # Refused, with both headlines; theirs is taken, and all that only one of them changed.
    shown = two.text_content("#stale_form")
    assert "Kit wrote this headline" in shown
    assert "Alma wrote that headline" in shown
    two.check("input[value=theirs]")
    with two.expect_navigation():
        two.click("#stale_form [type=submit]")
    two.wait_for_selector(".messagelist .success")

    saved = compose(Release.objects.get())
    assert saved.headline["en"] == "Kit wrote this headline"
    assert saved.dateline.city["en"] == "KOWLOON"
    assert saved.sub_headline["en"] == "Alma wrote this"
    assert saved.key_points == []
    assert [block.key for block in saved.body] == ["q1", "p1"]
    assert saved.body[0].words["en"] == "Alma put the quote right."
    assert saved.body[1].html["en"] == "<p>Alma wrote this paragraph.</p>"
    assert [s.person.name.get("en") for s in saved.signatories] == ["Alice Chan", "Somebody Else"]
    assert list(release.versions.values_list("saved_by__username", flat=True)[:2]) == [
        "alma",
        "kit",
    ]
