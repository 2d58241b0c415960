"""What the upload that scripts use answers."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pictures.models import Picture

from ..factories import image_bytes, picture, press_officer

ADDRESS = "/admin/pictures/picture/upload/"


@pytest.fixture
def photographer(client, db):
    user = press_officer(may_publish=False)
    user.user_permissions.add(Permission.objects.get(codename="add_picture"))
    client.force_login(user)
    client.cookies["newsroom_language"] = "en"
    return user


def upload(client, data, name="stage.jpg"):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data)})


def test_it_says_how_a_select_names_the_picture_and_what_the_file_says_of_itself(
    client, photographer
):
    exif = Image.Exif()
    exif[0x013B], exif[0x010E] = "Photo: Cape Park", "On the stage"

    answer = upload(client, image_bytes(exif=exif.tobytes())).json()

    row = Picture.objects.get()
    assert row.uploaded_by == photographer
    assert answer == {
        "id": row.pk,
        "sha256": row.sha256,
        "name": "stage.jpg",
        "words": {"credit": {"en": "Photo: Cape Park"}, "caption": {"en": "On the stage"}},
    }


def test_a_picture_that_is_there_already_keeps_its_name(client, photographer):
    stored = picture("teal")

    answer = upload(client, image_bytes("teal"), "again.jpg").json()

    assert (answer["sha256"], answer["name"]) == (stored.sha256, "teal")


@pytest.mark.parametrize(
    ("data", "reason"), [(b"no picture", "cannot be read as a picture"), (b"", "empty")]
)
def test_a_file_that_is_refused_says_why(client, photographer, data, reason):
    answer = upload(client, data)

    assert answer.status_code == 400
    assert reason in answer.json()["error"]


def test_nothing_is_sent(client, photographer):
    answer = client.post(ADDRESS)

    assert answer.status_code == 400
    assert answer.json()["error"] == "This field is required."


@pytest.mark.django_db
def test_who_may_not_add_pictures_is_refused(client):
    client.force_login(press_officer(may_publish=False))

    assert upload(client, image_bytes()).status_code == 403
    assert Picture.objects.count() == 0


def test_looking_at_it_is_not_enough(client, photographer):
    assert client.get(ADDRESS).status_code == 405
