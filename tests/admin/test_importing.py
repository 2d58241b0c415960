"""Importing in the admin: what a press officer is asked, and that nothing is stored before they say so."""

import re
import shutil

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partners.models import Organisation, Spokesperson
from pictures.models import Picture
from releases.document import compose
from releases.models import Import, ImportedFile, Release

from ..factories import press_chief
from ..importing import layouts
from ..importing.test_pairing import SAMPLE
from .forms import values

pytestmark = pytest.mark.django_db
START = reverse("admin:releases_release_import")
RELEASE = next(release for release in SAMPLE.values() if release.figures() and release.quotes())


def upload(*files):
    return [SimpleUploadedFile(name, data) for name, data in files]


def word(language):
    return f"{language}.docx", layouts.word(layouts.release(RELEASE, language), header="")


BOTH = [word("zh-hant"), word("en")]


@pytest.fixture(autouse=True)
def _no_files():
    shutil.rmtree(default_storage.path("imports"), ignore_errors=True)


@pytest.fixture(scope="module")
def originals(kept, tmp_path_factory):
    """A colleague begins a review, once: reading takes a second. Where its files wait meanwhile."""

    def begin():
        desk = Client()
        desk.force_login(press_chief("kit"))
        desk.cookies["newsroom_language"] = "en"
        assert desk.post(START, {"files": upload(*BOTH)}).status_code == 302

    shutil.rmtree(default_storage.path("imports"), ignore_errors=True)
    kept(begin)
    aside = tmp_path_factory.mktemp("originals") / "imports"
    shutil.move(default_storage.path("imports"), aside)
    return aside


@pytest.fixture
def begun(originals):
    """A review of the Chinese and the English Word file of one release."""
    shutil.copytree(originals, default_storage.path("imports"))
    return Import.objects.get()


def page(review):
    return reverse("admin:releases_release_import_review", args=[review.key])


def form(desk, review):
    return values(desk.get(page(review)), "review_form")


def stored():
    return [model.objects.count() for model in (Release, Organisation, Spokesperson, Picture)]


def kept_files():
    try:
        folders, _files = default_storage.listdir("imports")
    except FileNotFoundError:
        return []
    return [name for folder in folders for name in default_storage.listdir(f"imports/{folder}")[1]]


def test_nothing_is_stored_before_the_draft_is_confirmed(desk, begun):
    answer = desk.get(page(begun))
    assert answer.status_code == 200
    assert stored() == [0, 0, 0, 0]


def test_the_draft_is_what_was_reviewed_with_pictures_people_and_contacts(desk, begun):
    data = form(desk, begun)
    data |= {"headline:en": "A headline put right", "do": "confirm"}
    answer = desk.post(page(begun), data)
    release = Release.objects.get()
    assert answer.url == reverse("admin:releases_release_change", args=[release.pk])
    document = compose(release)
    assert document.headline["en"] == "A headline put right"
    assert document.headline["zh-hant"] == RELEASE.headline["zh-hant"]
    assert len(document.pictures()) == len(RELEASE.figures())
    assert all(figure.picture for figure in document.figures())
    for quote in document.quotes():
        # Who has no employer is nobody's spokesperson.
        assert bool(quote.speaker.record) == bool(quote.speaker.organisation)
    assert [c.emails for c in document.media_contacts] == [c.emails for c in RELEASE.media_contacts]


def test_the_originals_stay_with_the_draft_and_are_private(
    desk, client, begun, django_user_model, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(page(begun), form(desk, begun) | {"do": "confirm"})
    first = ImportedFile.objects.order_by("ordering").first()
    address = reverse("admin:releases_release_import_file", args=[begun.key, first.pk])
    assert b"".join(desk.get(address).streaming_content) == BOTH[0][1]
    assert sorted(kept_files()) == sorted(ImportedFile.objects.values_list("sha256", flat=True))
    client.logout()
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("stranger", is_staff=True))
    assert client.get(address).status_code == 403
    assert client.get(START).status_code == 403


def test_a_cancelled_review_leaves_nothing_behind(desk, begun, django_capture_on_commit_callbacks):
    assert kept_files()
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(page(begun), {"do": "cancel"})
    assert stored() == [0, 0, 0, 0]
    assert (Import.objects.count(), ImportedFile.objects.count(), kept_files()) == (0, 0, [])


def test_the_same_file_again_offers_the_draft_that_is_there(desk, begun):
    desk.post(page(begun), form(desk, begun) | {"do": "confirm"})
    release = Release.objects.get()
    desk.post(START, {"files": upload(BOTH[0])})
    again = Import.objects.get(release=None)
    assert "Open that draft instead" in desk.get(page(again)).content.decode()
    answer = desk.post(page(again), {"do": "earlier"})
    assert answer.url == reverse("admin:releases_release_change", args=[release.pk])
    assert Import.objects.get() == begun


def test_a_review_that_waits_is_continued_rather_than_begun_again(desk, begun):
    desk.post(START, {"files": upload(BOTH[0])})
    again = Import.objects.exclude(pk=begun.pk).get()
    answer = desk.post(page(again), {"do": "earlier"})
    assert answer.url == page(begun)
    assert Import.objects.get() == begun


def test_what_somebody_else_changed_is_not_written_over_and_no_word_is_lost(desk, begun):
    mine = form(desk, begun)
    theirs = mine | {"headline:en": "Theirs", "do": "save"}
    assert desk.post(page(begun), theirs).status_code == 302
    answer = desk.post(page(begun), mine | {"headline:en": "Mine", "do": "confirm"})
    assert answer.status_code == 409
    assert not Release.objects.exists()
    text = answer.content.decode()
    assert "<dd>Mine</dd>" in text
    assert "Theirs" in text


def test_a_second_click_on_confirm_finds_the_draft(desk, begun):
    data = form(desk, begun) | {"do": "confirm"}
    desk.post(page(begun), data)
    answer = desk.post(page(begun), data)
    assert answer.url == reverse("admin:releases_release_change", args=[Release.objects.get().pk])
    assert Release.objects.count() == 1


def test_wrong_input_is_marked_and_nothing_is_kept_or_lost(desk, begun):
    data = form(desk, begun)
    name = next(name for name in data if name.endswith(":emails"))
    answer = desk.post(
        page(begun), data | {name: "not an address", "headline:en": "Kept", "do": "confirm"}
    )
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "is not an e-mail address" in text
    assert "Kept" in text
    assert not Release.objects.exists()


def test_a_guess_about_a_paragraph_is_put_right(desk, begun):
    data = form(desk, begun)
    key = next(name for name, value in data.items() if name.endswith(":kind") and value == "text")
    desk.post(page(begun), data | {key: "note_to_editors", "do": "save"})
    desk.post(page(begun), form(desk, begun) | {"do": "confirm"})
    notes = compose(Release.objects.get()).notes_to_editors
    assert key.removesuffix(":kind") in [block.key for block in notes]


def test_people_are_matched_with_the_records_that_are_there(desk, begun):
    desk.post(page(begun), form(desk, begun) | {"do": "confirm"})
    people = Spokesperson.objects.count()
    desk.post(START, {"files": upload(*BOTH)})
    second = Import.objects.get(release=None)
    assert "the same name and organisation" in desk.get(page(second)).content.decode()
    desk.post(page(second), form(desk, second) | {"do": "confirm"})
    assert (Release.objects.count(), Spokesperson.objects.count()) == (2, people)


def test_who_may_not_add_records_is_offered_no_new_ones(desk, officer, begun):
    from django.contrib.auth.models import Permission

    officer.groups.clear()
    names = ("add_release", "change_release", "view_release")
    officer.user_permissions.set(Permission.objects.filter(codename__in=names))
    desk.force_login(officer)
    assert 'value="new"' not in desk.get(page(begun)).content.decode()
    desk.post(page(begun), form(desk, begun) | {"do": "confirm"})
    assert Release.objects.count() == 1
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ([], "Choose a file first"),
        ([("a.txt", b"x")] * 3, "one for each language"),
        ([("a.docx", b"MZ\x90\x00")], "EXE"),
        ([("a.txt", b"")], "empty"),
    ],
)
def test_what_cannot_be_read_gets_its_message_and_stays_nowhere(desk, files, says):
    answer = desk.post(START, {"files": upload(*files)})
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert not Import.objects.exists()
    assert kept_files() == []


def test_a_review_costs_the_same_queries_whatever_the_length(
    desk, begun, django_assert_max_num_queries
):
    with django_assert_max_num_queries(13):
        assert desk.get(page(begun)).status_code == 200


def test_pictures_of_a_review_are_shown_to_staff_only(desk, client, begun):
    address = re.search(
        r'src="(/admin/[^"]+/pictures/[^"]+)"', desk.get(page(begun)).content.decode()
    )
    answer = desk.get(address.group(1))
    assert answer["Content-Type"] == "image/jpeg"
    client.logout()
    assert client.get(address.group(1)).status_code == 302
