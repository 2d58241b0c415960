"""A draft that is deleted can be taken back for 30 days."""

import pytest
from django.urls import reverse

from releases import drafting
from releases.document import compose
from releases.models import Release

from ..factories import document, published

pytestmark = pytest.mark.django_db
DELETED = "/admin/releases/release/deleted/"


@pytest.fixture
def release(db):
    return drafting.save(document=document(), by=None)


def address(name, release):
    return reverse(f"admin:releases_release_{name}", args=[release.pk])


def test_a_deleted_draft_is_gone_from_the_list_and_comes_back(desk, release, officer):
    confirmation = desk.get(address("delete", release)).content.decode()
    assert "Cape" in confirmation or "海角" in confirmation

    desk.post(address("delete", release), {"post": "yes"})

    desk.get("/admin/releases/release/")  # which says so
    assert str(release) not in desk.get("/admin/releases/release/").content.decode()
    assert desk.get(address("change", release)).status_code == 302
    page = desk.get(DELETED).content.decode()
    assert str(release) in page
    assert "alma" in page
    assert "29 days left" in page

    desk.post(address("undelete", release))

    assert compose(Release.objects.kept().get()) == document()
    assert "Nothing was deleted" in desk.get(DELETED).content.decode()


def test_several_drafts_are_deleted_at_once_and_stay_in_the_bin(desk, release):
    desk.post(
        "/admin/releases/release/",
        {"action": "delete_selected", "_selected_action": [release.pk], "post": "yes"},
    )

    assert Release.objects.get().deleted_at is not None


def test_what_was_published_is_not_deleted(desk):
    release = published().release

    page = desk.post(address("delete", release), {"post": "yes"})

    assert page.status_code == 403
    assert Release.objects.get().deleted_at is None


def test_several_releases_of_which_one_was_published_all_stay(desk, release):
    other = published(slug="published").release

    page = desk.post(
        "/admin/releases/release/",
        {"action": "delete_selected", "_selected_action": [release.pk, other.pk], "post": "yes"},
    )

    assert "cannot all be deleted" in page.content.decode()
    assert Release.objects.kept().count() == 2


def test_who_may_not_delete_takes_nothing_back(client, release):
    from ..factories import press_officer

    client.force_login(press_officer("reader"))

    assert client.get(DELETED).status_code == 403
    assert client.post(address("undelete", release)).status_code == 403
