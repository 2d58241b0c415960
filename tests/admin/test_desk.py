"""The front page of the admin says what waits for whom."""

import datetime as dt

import pytest
from django.utils import timezone

from partners.models import Organisation
from releases import drafting
from releases.approval import approve
from releases.document import compose, digest
from releases.models import Import, Release

from ..factories import document, draft, press_officer, published
from .test_roles import holder

pytestmark = pytest.mark.django_db
FRONT = "/admin/"


@pytest.fixture
def front(client):
    """The sections of the desk of somebody with a role: names of releases by the section's name."""

    def front(role):
        client.force_login(holder(role))
        client.cookies["newsroom_language"] = "en"
        page = client.get(FRONT)
        sections = page.context.get("sections", [])
        return {s["name"]: [row["release"].slug for row in s["rows"]] for s in sections}

    return front


def saved(**changes):
    return drafting.save(document=document(**changes), by=None)


def untranslated(slug):
    return saved(slug=slug, sub_headline={"zh-hant": "副題"})


def test_a_draft_waits_for_whose_move_it_is(front):
    untranslated("not-translated")
    saved(slug="complete")
    approved = saved(slug="approved")
    saved(slug="begun", headline={})
    by = holder("superuser")
    approve(release=approved, by=by, seen=digest(compose(Release.objects.get(pk=approved.pk))))

    assert front("translator")["mine"] == ["not-translated"]
    assert front("approver")["mine"] == ["complete"]
    assert set(front("writer")["mine"]) == {"begun", "not-translated"}
    assert len(front("press-chief")["mine"]) == 4


def test_an_approval_no_longer_counts_when_the_words_change(front):
    release = saved(slug="approved")
    seen = digest(compose(Release.objects.get(pk=release.pk)))
    approve(release=release, by=holder("superuser"), seen=seen)
    changed = document(slug="approved", headline={"zh-hant": "新題", "en": "New"})
    drafting.save(document=changed, release=release, by=None)

    assert front("approver")["mine"] == ["approved"]


def test_what_is_scheduled_public_and_changed_since_stands_in_its_section(front):
    published(slug="public")
    published(slug="scheduled", at=timezone.now() + dt.timedelta(days=1))
    changed = published(slug="changed").release
    drafting.save(
        document=document(slug="changed", headline={"zh-hant": "新題", "en": "New"}),
        release=changed,
        by=None,
    )

    desk = front("approver")
    assert (desk["scheduled"], desk["public"]) == (["scheduled"], ["public"])
    assert desk["changed"] == ["changed"]


def test_a_release_that_was_changed_and_changed_back_is_as_published(front):
    release = published(slug="public").release
    other = document(slug="public", headline={"zh-hant": "新題", "en": "New"})
    drafting.save(document=other, release=release, by=None)
    drafting.save(document=document(slug="public"), release=release, by=None)

    assert "changed" not in front("approver")


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Cape Park and Polestar join forces", "海角創新園與北極星合作"),
        ("zh-hant", "海角創新園與北極星合作", "Cape Park and Polestar join forces"),
    ],
)
def test_a_row_leads_with_the_headline_in_the_readers_language(desk, language, first, second):
    saved()
    desk.cookies["newsroom_language"] = language

    page = desk.get("/admin/").content.decode()

    assert page.index(first) < page.index(second)


def test_a_review_that_nobody_confirmed_is_offered(client, officer):
    client.force_login(officer)
    source = Import.objects.create(created_by=officer)
    source.files.create(name="agreed.docx", sha256="a" * 64)

    assert "agreed.docx" in client.get(FRONT).content.decode()


def test_an_empty_desk_says_how_to_begin(desk):
    page = desk.get(FRONT).content.decode()

    assert "The desk is empty." in page
    assert "Import a release" in page


def test_who_sees_no_releases_has_no_desk(client):
    client.force_login(press_officer("reader"))

    assert 'class="desk"' not in client.get(FRONT).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_number_of_releases(
    desk, django_assert_max_num_queries
):
    draft(slug="first")
    published(slug="public")
    desk.get(FRONT)
    with django_assert_max_num_queries(30) as few:
        desk.get(FRONT)
    Release.objects.bulk_create(
        Release(slug=f"draft-{n}", headline_en=f"Draft {n}") for n in range(300)
    )
    for number in range(10):
        published(slug=f"public-{number}")

    with django_assert_max_num_queries(len(few.captured_queries)):
        page = desk.get(FRONT).content.decode()

    assert "All 301" in page


class TestSearch:
    def found(self, client, words):
        return client.get("/admin/search/", {"q": words}).content.decode()

    def test_it_finds_releases_by_any_words_and_people_and_organisations(self, desk, alice):
        release = draft()

        for words in ("Polestar", "今日是新的一步", "memorandum", "李柏", release.slug):
            assert f"/releases/release/{release.pk}/change/" in self.found(desk, words), words
        assert "/spokesperson/" in self.found(desk, "alice")
        assert "/organisation/" in self.found(desk, "Cape Inno")

    def test_a_name_is_found_in_either_script(self, desk, park):
        Organisation.objects.create(name_zh_hant="黃克強基金會")

        assert "黃克強基金會" in self.found(desk, "黄克强")

    def test_nothing_found_says_what_was_searched(self, desk):
        assert "Nothing that you may see has “xyzzy” in it" in self.found(desk, "xyzzy")
        assert "Type a headline" in self.found(desk, " ")

    def test_only_what_one_may_see_is_found(self, client, alice):
        draft()
        client.force_login(press_officer("reader"))

        assert "change/" not in self.found(client, "Alice")

    def test_a_deleted_draft_is_not_found(self, desk):
        drafting.delete(release=draft(), by=None)

        assert "/releases/release/" not in self.found(desk, "Polestar").replace(
            "/releases/release/add", ""
        ).replace('"/admin/releases/release/"', "")

    def test_odd_words_find_nothing_and_break_nothing(self, desk):
        for words in ("%", "\0", "'; --", "<script>", "字" * 500, "🙂"):
            assert desk.get("/admin/search/", {"q": words}).status_code == 200
