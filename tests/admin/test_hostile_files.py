"""Files that were made to harm: each gets its message, nothing is kept, and the server goes on serving."""

import threading
import urllib.request

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from releases.importing import File, ImportRefused, apart
from releases.models import Import

from ..importing import hostile, hostile_pdf

START = reverse("admin:releases_release_import")
WORD = [(h.name, h.build, h.message) for h in hostile.HOSTILE]
PDF = [(make.__name__, make, message) for make, message in hostile_pdf.REFUSED]
HEAVY = [(make.__name__, make, message) for make, message in hostile_pdf.HEAVY]


@pytest.fixture(autouse=True)
def _english():
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("name", "build", "message"), [*WORD, *PDF, *HEAVY], ids=lambda value: str(value)[:40]
)
def test_every_hostile_file_has_its_answer_within_the_bounds(name, build, message):
    """``apart`` ends the other process after 10 s, and lets it have 512 MB."""
    if not message:
        assert apart.read([File(name, build())])
        return
    with pytest.raises(ImportRefused, match=message) as refusal:
        apart.read([File(name, build())])
    assert "\n" not in str(refusal.value)


@pytest.mark.django_db(transaction=True)
def test_the_server_goes_on_serving_while_a_hostile_file_is_read(live_server, admin_user):
    desk = Client()
    desk.force_login(admin_user)
    answers = []

    def choose():
        for make, _message in hostile_pdf.HEAVY[:2]:
            file = SimpleUploadedFile("agreed.pdf", make())
            answers.append(desk.post(START, {"files": [file]}))
        connection.close()  # this thread's own

    reading = threading.Thread(target=choose)
    reading.start()
    served = 0
    while reading.is_alive():
        with urllib.request.urlopen(f"{live_server.url}/en/", timeout=5) as page:
            served += page.status == 200
    reading.join()
    assert served > 2
    assert [answer.status_code for answer in answers] == [400, 400]
    assert all("errorlist" in answer.content.decode() for answer in answers)
    assert not Import.objects.exists()
