"""The screens of the standing records: found in either language, and not deleted from under a draft."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from partners.models import Organisation, Spokesperson
from pictures.models import Picture
from releases.models import Release

from ..factories import document, draft, image_bytes, only_in, picture, published, schema
from .forms import values

pytestmark = pytest.mark.django_db


def found(desk, model, field, term):
    answer = desk.get(
        "/admin/autocomplete/",
        {"app_label": "releases", "model_name": model, "field_name": field, "term": term},
    )
    return [result["id"] for result in answer.json()["results"]]


@pytest.mark.parametrize(
    ("model", "field", "terms", "key"),
    [
        ("quote", "person", ["愛麗", "alice", "海角", "alice-chan"], "alice-chan"),
        ("signatory", "person", ["陳", "Chan"], "alice-chan"),
        ("releaseorganisation", "record", ["海角園", "cape park"], "cape-park"),
        ("releaseboilerplate", "record", ["海角", "innovation"], "cape-park-2026"),
        ("releasemediacontact", "record", ["黃", "wong", "博訊"], "carol"),
        ("releasetopic", "record", ["生物", "biotech"], "biotech"),
    ],
)
def test_a_record_is_found_in_either_language(
    desk, alice, boilerplate, carol, biotech, model, field, terms, key
):
    for term in terms:
        assert found(desk, model, field, term) == [key], term
    assert found(desk, model, field, "nobody") == []


def used_by(desk, row):
    """What the page says that should ask before deleting, for one row and for several."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}"
    single = desk.get(reverse(f"{name}_delete", args=[row.pk]))
    several = desk.post(
        reverse(f"{name}_changelist"), {"action": "delete_selected", "_selected_action": [row.pk]}
    )
    refused = desk.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"})
    assert refused.status_code in (200, 403)
    desk.post(
        reverse(f"{name}_changelist"),
        {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"},
    )
    assert type(row).objects.filter(pk=row.pk).exists()
    return single.content.decode(), several.content.decode()


@pytest.mark.parametrize("record", ["park", "alice", "boilerplate", "carol", "biotech"])
def test_what_a_draft_uses_is_not_deleted_and_the_releases_are_named(desk, request, record):
    row = request.getfixturevalue(record)
    release = draft(
        document(topics=[schema.Topic(key="t1", record="biotech", name={"en": "Biotechnology"})])
    )
    link = f'<a href="/admin/releases/release/{release.pk}/change/">Cape Park and Polestar join forces</a>'

    for page in used_by(desk, row):
        assert page.count(link) == 1, "the release is named once, by its headline"
        assert "used here" in page


def test_an_organisation_is_not_deleted_while_it_has_people_boilerplates_or_contacts(
    desk, park, alice, boilerplate, carol
):
    for page in used_by(desk, park):
        for row in (alice, boilerplate, carol):
            assert f"/{row._meta.model_name}/{row.pk}/change/" in page


def test_a_record_that_nothing_uses_is_deleted(desk, alice):
    url = reverse("admin:partners_spokesperson_delete", args=[alice.pk])
    assert "Are you sure" in desk.get(url).content.decode()

    desk.post(url, {"post": "yes"})

    assert not Spokesperson.objects.exists()


def test_a_published_release_is_not_deleted(desk):
    release = published().release
    url = reverse("admin:releases_release_delete", args=[release.pk])

    assert url not in desk.get(reverse("admin:releases_release_change", args=[release.pk])).text
    assert desk.post(url, {"post": "yes"}).status_code == 403
    assert Release.objects.filter(pk=release.pk).exists()


def test_a_draft_is_deleted(desk):
    release = draft(pictures=[picture()])
    desk.post(reverse("admin:releases_release_delete", args=[release.pk]), {"post": "yes"})
    assert not Release.objects.kept().exists()
    assert Picture.objects.exists()


def test_a_key_is_given_once(desk, park):
    add = desk.get(reverse("admin:partners_organisation_add"))
    assert values(add, "organisation_form")["key"] == "", "so that the English name fills it"
    change = reverse("admin:partners_organisation_change", args=[park.pk])
    assert "key" not in values(desk.get(change), "organisation_form")

    desk.post(change, {**values(desk.get(change), "organisation_form"), "key": "another"})

    park.refresh_from_db()
    assert park.key == "cape-park"


@pytest.mark.parametrize("key", ["Upper", "under_score", "-hyphen"])
def test_a_key_that_no_document_could_hold_is_refused(desk, key):
    response = desk.post(
        reverse("admin:partners_organisation_add"),
        {"name_zh_hant": "甲", "name_en": "A", "role": "host", "key": key},
    )
    assert "key" in response.context["adminform"].form.errors


def test_a_key_left_empty_is_made(desk):
    desk.post(
        reverse("admin:partners_organisation_add"),
        {"name_zh_hant": "甲", "name_en": "", "role": "host", "key": ""},
    )
    assert Organisation.objects.get().key


def upload(desk, data, name=""):
    file = SimpleUploadedFile("signing.jpg", data)
    return desk.post("/admin/pictures/picture/add/", {"file": file, "name": name}, follow=True)


def test_a_picture_is_uploaded_and_named_after_its_file(desk, officer):
    upload(desk, image_bytes())

    shown = Picture.objects.get()
    assert (shown.name, shown.uploaded_by) == ("signing.jpg", officer)


def test_the_same_picture_twice_is_one_picture_and_that_is_said(desk):
    upload(desk, image_bytes(), name="Signing")
    response = upload(desk, image_bytes(), name="Again")

    assert Picture.objects.get().name == "Signing"
    assert "was here already, as “Signing”" in str([str(m) for m in response.context["messages"]])


def test_a_popup_that_adds_a_picture_hands_its_hash_back(desk):
    url = "/admin/pictures/picture/add/?_popup=1&_to_field=sha256"
    assert desk.get(url).status_code == 200
    file = SimpleUploadedFile("signing.jpg", image_bytes())

    response = desk.post(url, {"file": file, "name": "", "_popup": "1", "_to_field": "sha256"})

    assert Picture.objects.get().sha256 in response.content.decode()


@pytest.mark.parametrize("data", [b"no picture", b"", image_bytes()[:400]])
def test_what_is_no_picture_is_refused_beside_its_field(desk, data):
    response = upload(desk, data)

    assert response.context["adminform"].form.errors["file"]
    assert not Picture.objects.exists()


def test_pictures_are_never_deleted_and_only_renamed(desk):
    shown = Picture.objects.get(sha256=picture().sha256)
    url = reverse("admin:pictures_picture_change", args=[shown.pk])

    assert desk.get(reverse("admin:pictures_picture_delete", args=[shown.pk])).status_code == 403
    assert "delete_selected" not in desk.get("/admin/pictures/picture/").content.decode()
    desk.post(url, {"name": "Handshake", "sha256": "0" * 64, "width": "1"})

    renamed = Picture.objects.get()
    assert (renamed.name, renamed.sha256, renamed.width) == ("Handshake", shown.sha256, shown.width)


def test_a_thumbnail_is_found_by_hash_and_by_id(desk, client):
    shown = Picture.objects.get(sha256=picture(size=(300, 200)).sha256)
    for value in (shown.sha256, shown.pk):
        answer = desk.get(reverse("admin:pictures_picture_thumbnail", args=[value]))
        assert answer["Location"].endswith(f"{shown.sha256}/300.webp")
    for value in ("999", "x", "0" * 64, "²"):
        assert (
            desk.get(reverse("admin:pictures_picture_thumbnail", args=[value])).status_code == 404
        )


def test_every_list_and_form_opens_in_both_languages(
    desk, alice, bob, boilerplate, carol, biotech, admin_user
):
    published(only_in("zh-hant", document(slug="chinese")), by=admin_user)
    draft(pictures=[picture()])
    models = "release edition topic organisation boilerplate spokesperson mediacontact picture"
    from django.contrib import admin

    for model in admin.site._registry:
        if model._meta.model_name not in models.split():
            continue
        for language in ("zh-hant", "en"):
            desk.cookies["newsroom_language"] = language
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            assert desk.get(reverse(f"{name}_changelist"), {"q": "a"}).status_code == 200
            row = model.objects.first()
            assert desk.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
            if model._meta.model_name != "edition":
                assert desk.get(reverse(f"{name}_add")).status_code == 200
    assert not list(get_messages(desk.get("/admin/").wsgi_request))
