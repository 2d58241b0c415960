"""Every save is a version: listed, compared, restored."""

import pytest
from django.urls import reverse

from releases import drafting
from releases.document import compose, schema
from releases.models import Release

from ..factories import document, press_officer, writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(db):
    kit = writer("kit")
    release = drafting.save(document=document(), by=kit)
    quote = schema.replace(
        document().body[1], words={"zh-hant": "今日是美好的一步。", "en": "Today is a good step."}
    )
    return drafting.save(
        document=document(
            headline={"zh-hant": "新題", "en": "New headline"}, body=[quote, document().body[0]]
        ),
        release=release,
        by=kit,
    )


def versions(release):
    return reverse("admin:releases_release_versions", args=[release.pk])


def test_the_list_says_who_saved_when_and_what_changed(desk, release):
    page = desk.get(versions(release)).content.decode()

    assert "kit" in page
    assert "Headline, 1 quote, 1 moved" in page
    assert "First version" in page


def test_two_versions_are_compared_word_by_word(desk, release):
    page = desk.get(versions(release), {"before": 1, "after": 2}).content.decode()

    assert "From version 1 to version 2" in page
    assert "新</ins>" in page.replace("新題</ins>", "新</ins>")
    assert "good</ins>" in page
    assert 'class="change change--moved"' in page


def test_a_version_is_restored_and_what_stood_before_is_kept(desk, release):
    restore = reverse("admin:releases_release_restore", args=[release.pk, 1])
    seen = release.versions.first().digest

    response = desk.post(restore, {"seen": seen})

    assert response.status_code == 302
    assert compose(Release.objects.get()) == document()
    page = desk.get(versions(release)).content.decode()
    assert "Version 1 restored." in page
    assert release.versions.count() == 3


def test_restoring_what_somebody_saved_meanwhile_is_refused(desk, release):
    restore = reverse("admin:releases_release_restore", args=[release.pk, 1])

    response = desk.post(restore, {"seen": "f" * 64}, follow=True)

    assert "was saved meanwhile" in response.content.decode()
    assert release.versions.count() == 2


def test_a_version_that_is_not_there_is_not_found(desk, release):
    assert desk.get(versions(release), {"before": 1, "after": 9}).status_code == 404
    restore = reverse("admin:releases_release_restore", args=[release.pk, 9])
    assert desk.post(restore).status_code == 404


def test_who_may_not_change_a_release_restores_nothing(client, release):
    client.force_login(press_officer("reader"))

    restore = reverse("admin:releases_release_restore", args=[release.pk, 1])
    assert client.post(restore).status_code == 403
    assert client.get(versions(release)).status_code == 403
