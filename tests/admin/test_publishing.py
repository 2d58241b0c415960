"""Publishing by button: previews, the question, and what happens on the second click."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from releases.document import apply, compose, digest, schema
from releases.models import Edition, Page, Release

from ..factories import NOON, document, draft, only_in, picture, published

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


def publish(release):
    return reverse("admin:releases_release_publish", args=[release.pk])


def preview(release, language):
    return reverse("admin:releases_release_preview", args=[release.pk, language])


def change(release):
    return reverse("admin:releases_release_change", args=[release.pk])


def confirmed(release, when="now", at=""):
    """What the question's form sends, of the draft as it stands."""
    number = release.editions.count() + 1
    return {"when": when, "at": at, "seen": digest(compose(release)), "number": number}


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_the_button_leads_to_a_question_with_both_previews(desk):
    release = draft()

    assert publish(release) in desk.get(change(release)).content.decode()
    page = desk.get(publish(release)).content.decode()

    for language in ("zh-hant", "en"):
        assert f'<iframe src="{preview(release, language)}"' in page
    assert "Asia/Hong_Kong" in page


def test_publishing_now_makes_the_pages_public_and_links_to_them(desk, officer):
    release = draft()

    with time_machine.travel(NOON, tick=False):
        response = desk.post(publish(release), confirmed(release), follow=True)

    assert "/en/releases/park-and-polestar-sign/" in said(response)
    edition = Edition.objects.get()
    assert (edition.created_by, edition.visible_from) == (officer, NOON)
    with time_machine.travel(NOON, tick=False):
        page = desk.get(change(release)).content.decode()
    assert "Published" in page
    assert "Publish…" not in page
    assert "Correct…" in page


def test_a_later_moment_is_one_of_the_newsrooms_time_zone(desk):
    release = draft()

    with time_machine.travel(NOON - HOUR, tick=False):
        response = desk.post(
            publish(release),
            confirmed(release, when="later", at="2026-05-04T12:00"),
            follow=True,
        )

    assert Edition.objects.get().visible_from == NOON
    assert "2026-05-04 12:00" in said(response)


def test_the_embargo_is_the_moment_that_is_offered_and_no_earlier_one_is_taken(desk):
    release = draft(document(embargo_until=NOON))

    with time_machine.travel(NOON - HOUR, tick=False):
        page = desk.get(publish(release)).content.decode()
        assert 'value="2026-05-04T12:00:00"' in page
        response = desk.post(publish(release), confirmed(release))
        assert "embargo" in str(response.context["refusals"])
        assert 'name="when"' in response.content.decode()
        assert not Edition.objects.exists()
        desk.post(publish(release), confirmed(release, when="later", at="2026-05-04T12:00:00"))

    assert Edition.objects.get().visible_from == NOON


@pytest.mark.parametrize("at", ["", "2026-05-04T11:59", "tomorrow"])
def test_a_moment_that_is_missing_past_or_none_is_refused(desk, at):
    release = draft()

    with time_machine.travel(NOON, tick=False):
        response = desk.post(publish(release), confirmed(release, when="later", at=at))

    assert response.context["form"].errors["at"]
    assert not Edition.objects.exists()


def test_what_was_confirmed_is_what_goes_out(desk):
    release = draft()
    click = confirmed(release)
    assert f'value="{click["seen"]}"' in desk.get(publish(release)).content.decode()
    apply(document(headline={"zh-hant": "未見過", "en": "Never seen"}), release=release)

    response = desk.post(publish(release), click)

    assert "changed since you looked" in str(response.context["refusals"])
    assert not Edition.objects.exists()
    again = response.context["form"].initial["seen"]
    desk.post(publish(release), {**click, "seen": again})
    assert Edition.objects.exists()


def test_the_second_click_changes_nothing_and_says_so(desk):
    release = draft()
    click = confirmed(release)
    desk.post(publish(release), click)

    response = desk.post(publish(release), click, follow=True)

    assert "has been published already" in said(response)
    assert Edition.objects.count() == 1
    assert "Nothing has changed since edition 1" in desk.get(publish(release)).content.decode()


def test_what_keeps_a_release_from_going_out_is_listed_and_there_is_no_button(desk):
    release = draft(only_in("zh-hant", document()))
    Release.objects.update(languages=["zh-hant", "en"])

    page = desk.get(publish(release)).content.decode()
    assert "Headline is missing in English" in page
    assert 'name="when"' not in page

    response = desk.post(publish(release), confirmed(release))
    assert "Headline is missing in English" in response.content.decode()
    assert not Edition.objects.exists()


def test_a_language_that_was_not_chosen_has_a_stated_consequence(desk):
    release = draft(only_in("zh-hant", document()))

    page = desk.get(publish(release)).content.decode()

    assert "English is not chosen" in page
    assert preview(release, "en") not in page


@pytest.mark.parametrize("right", ["view_release", "change_release", "publish_release"])
def test_publishing_needs_both_rights(client, django_user_model, right):
    user = django_user_model.objects.create_user("nearly", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename=right))
    client.force_login(user)
    release = draft()

    assert client.get(publish(release)).status_code == 403
    assert client.post(publish(release), confirmed(release)).status_code == 403
    assert not Edition.objects.exists()
    if right == "change_release":
        assert publish(release) not in client.get(change(release)).content.decode()


def test_the_preview_shows_the_saved_draft_as_the_public_page_does(desk, client):
    release = draft(pictures=[picture()])

    response = desk.get(preview(release, "zh-hant"))

    page = response.content.decode()
    assert 'lang="zh-Hant-HK"' in page
    assert "海角創新園與北極星合作" in page
    assert "Cape Park and Polestar join forces" not in page
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert not Page.objects.exists()


def test_the_preview_is_for_staff_who_may_see_releases(client, django_user_model):
    release = draft()
    assert client.get(preview(release, "en")).status_code == 302  # to the login
    client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get(preview(release, "en")).status_code == 302
    client.force_login(django_user_model.objects.create_user("temp", is_staff=True))
    assert client.get(preview(release, "en")).status_code == 403


def test_a_preview_in_no_language_of_the_newsroom_does_not_exist(desk):
    assert desk.get(preview(draft(), "fr")).status_code == 404


def test_only_the_preview_may_be_framed(desk):
    release = draft()
    for address in (publish(release), change(release), "/admin/"):
        assert desk.get(address)["X-Frame-Options"] == "DENY"


def test_the_list_says_where_each_release_stands(desk, django_assert_max_num_queries):
    draft(document(slug="a-draft", headline={"en": "A draft"}))
    published(document(slug="out", headline={"zh-hant": "已發布", "en": "Out"}), at=NOON)
    published(
        document(slug="soon", headline={"zh-hant": "即將", "en": "Soon"}),
        at=timezone.now() + HOUR,
    )
    url = "/admin/releases/release/"

    def shown(**query):
        return {release.slug for release in desk.get(url, query).context["cl"].result_list}

    assert shown(state="draft") == {"a-draft"}
    assert shown(state="scheduled") == {"soon"}
    assert shown(state="public") == {"out"}
    assert shown(q="已發布") == {"out"}
    assert shown(q="soon") == {"soon"}
    assert shown(q="a-draft") == {"a-draft"}
    assert shown(q="今日是新的一步") == {"a-draft", "out", "soon"}
    page = desk.get(url).content.decode()
    assert "2026-05-04 12:00" in page, "the moment, in the newsroom's time zone"

    with django_assert_max_num_queries(20) as few:
        desk.get(url)
    for number in range(10):
        draft(document(slug=f"more-{number}"))
    with django_assert_max_num_queries(len(few.captured_queries)):
        desk.get(url)


def test_the_list_is_filtered_by_organisation(desk, park, bob):
    draft(document(slug="with-park"))
    draft(
        document(
            slug="without",
            organisations=[
                schema.Organisation(key="o", record="polestar", name={"en": "Polestar"})
            ],
        )
    )

    response = desk.get("/admin/releases/release/", {"organisation": "cape-park"})

    assert [release.slug for release in response.context["cl"].result_list] == ["with-park"]


def test_an_edition_is_shown_with_its_pages_and_cannot_be_touched(desk):
    edition = published()
    url = reverse("admin:releases_edition_change", args=[edition.pk])

    page = desk.get(url).content.decode()

    assert 'href="/en/releases/park-and-polestar-sign/"' in page
    assert 'name="_save"' not in page
    assert desk.post(url, {"number": "2"}).status_code == 403
    assert desk.get(reverse("admin:releases_edition_add")).status_code == 403
    assert desk.get(reverse("admin:releases_edition_delete", args=[edition.pk])).status_code == 403


# Correcting: the same page, once there is an edition.

NOTES = {"note_zh-hant": "日期有誤。", "note_en": "The date was wrong."}


def changed(release):
    return apply(document(headline={"zh-hant": "正確", "en": "Put right"}), release=release)


def test_a_correction_asks_what_was_wrong_in_every_language_and_goes_out(desk):
    release = published().release
    changed(release)

    page = desk.get(publish(release)).content.decode()
    assert "Publish a correction" in page
    assert all(f'name="{name}"' in page for name in NOTES)
    response = desk.post(publish(release), confirmed(release) | NOTES, follow=True)

    assert "The release is public" in said(response)
    edition = Edition.objects.get(number=2)
    assert edition.change_note == {"zh-hant": "日期有誤。", "en": "The date was wrong."}


def test_a_correction_that_does_not_say_what_was_wrong_is_refused_with_what_was_typed(desk):
    release = published().release
    changed(release)

    response = desk.post(publish(release), confirmed(release) | NOTES | {"note_en": " "})

    assert "note_en" in response.context["form"].errors
    assert "日期有誤。" in response.content.decode()
    assert Edition.objects.count() == 1


def test_the_second_click_on_a_correction_changes_nothing_and_says_so(desk):
    release = published().release
    changed(release)
    click = confirmed(release) | NOTES
    desk.post(publish(release), click)

    response = desk.post(publish(release), click, follow=True)

    assert "has been published already" in said(response)
    assert Edition.objects.count() == 2


def test_a_correction_that_is_refused_keeps_what_was_typed(desk):
    release = published().release
    changed(release)
    click = confirmed(release) | NOTES | {"seen": "of another draft"}

    response = desk.post(publish(release), click)

    assert "changed since you looked" in str(response.context["refusals"])
    assert "The date was wrong." in response.content.decode()


def test_a_scheduled_release_is_replaced_without_a_note(desk):
    with time_machine.travel(NOON - HOUR, tick=False):
        release = published(at=NOON).release
        changed(release)
        page = desk.get(publish(release)).content.decode()
        assert 'value="2026-05-04T12:00:00"' in page
        click = confirmed(release, when="later", at="2026-05-04T12:00:00")
        desk.post(publish(release), click)

    assert Edition.objects.get(number=2).kind == "first"


def test_the_list_says_what_is_public_and_that_a_correction_is_scheduled(desk):
    release = published().release
    changed(release)
    with time_machine.travel(NOON + HOUR, tick=False):
        click = confirmed(release, when="later", at="2026-05-04T14:30:00") | NOTES
        desk.post(publish(release), click)
        page = desk.get(reverse("admin:releases_release_changelist")).content.decode()

    assert "Published" in page
    assert "2026-05-04 12:00" in page
    assert "Correction from 2026-05-04 14:30" in page
