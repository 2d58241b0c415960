"""Pictures in an S3 bucket, on a server that checks signatures."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import boto3
import pytest
import time_machine
from django.core.files.storage import default_storage
from django.urls import reverse

from newsroom import static_site
from pictures.renditions import file_path
from releases import sharing
from releases.models import Page
from releases.outputs import share_picture

from ..factories import NOON, document, picture, published
from ..site.web import fetch

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
KEYS = {"access_key": "newsroom", "secret_key": "a-secret-of-the-test-server"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of an S3 server, ended with the module."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "nanio", "serve", "--host", "127.0.0.1", "--port", str(port)),
            *(
                "--data-dir",
                str(tmp_path_factory.mktemp("s3")),
                "--no-access-log",
                "--log-level",
                "error",
            ),
        ],
        env={
            **os.environ,
            "NANIO_ACCESS_KEY": KEYS["access_key"],
            "NANIO_SECRET_KEY": KEYS["secret_key"],
        },
    )
    for _attempt in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    address = f"http://127.0.0.1:{port}"
    boto3.client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id=KEYS["access_key"],
        aws_secret_access_key=KEYS["secret_key"],
    ).create_bucket(Bucket="pictures")
    yield address
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture(scope="module")
def settings_with_bucket(server):
    """What the settings make of the environment of a newsroom whose pictures are in a bucket."""
    environment = {
        "PICTURES_BUCKET": "pictures",
        "S3_ENDPOINT_URL": server,
        "S3_REGION": "us-east-1",
        "S3_ACCESS_KEY": KEYS["access_key"],
        "S3_SECRET_KEY": KEYS["secret_key"],
    }
    script = (
        "import json; from newsroom import settings as s; "
        "print(json.dumps([s.STORAGES['default'], s.CONTENT_SECURITY_POLICY['DIRECTIVES']]))"
    )
    printed = subprocess.check_output(
        [sys.executable, "-c", script], env={**os.environ, **environment}, cwd=ROOT, timeout=60
    )
    return json.loads(printed)


@pytest.fixture
def bucket(settings_with_bucket, settings):
    settings.STORAGES = {**settings.STORAGES, "default": settings_with_bucket[0]}


def status(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


def test_a_public_picture_is_a_redirect_to_a_short_lived_signed_address(client, bucket):
    shown = picture("crimson")
    published(document(pictures=[shown]))
    address = reverse("picture", args=[shown.sha256, "480.webp"])

    with time_machine.travel(NOON, tick=False):
        assert client.get(address).status_code == 302
    # The server checks the time of the signature: ask at the real one.
    Page.objects.update(visible_from=NOON.replace(year=2000))
    redirect = client.get(address)
    signed = redirect["Location"]

    assert redirect["Cache-Control"] == "no-store"

    assert "X-Amz-Expires=60" in signed
    assert status(signed) == 200
    assert status(signed.partition("?")[0]) == 403
    assert status(signed[:-1] + ("0" if signed[-1] != "0" else "1")) == 403


def test_a_card_is_drawn_once_and_kept_in_the_bucket(client, bucket, monkeypatch):
    shown = picture("salmon")
    page = published(document(pictures=[shown])).pages.get(language="en")
    Page.objects.update(visible_from=NOON.replace(year=2000))  # the server checks the real time

    first = fetch(client, sharing.address(page, "Newsroom"))
    monkeypatch.delattr(share_picture, "render")
    second = fetch(client, sharing.address(page, "Newsroom"))

    assert first.status_code == second.status_code == 200
    assert first.body == second.body


def test_the_public_policy_lets_pictures_come_from_the_bucket(server, settings_with_bucket):
    assert server in settings_with_bucket[1]["img-src"]


def test_a_scheduled_picture_is_not_redirected_to(client, bucket):
    shown = picture("indigo")
    published(document(pictures=[shown]))

    with time_machine.travel(NOON.replace(year=2025), tick=False):
        response = client.get(reverse("picture", args=[shown.sha256, "480.webp"]))

    assert response.status_code == 404


def test_a_site_of_files_holds_the_pictures_of_the_bucket(bucket, settings, tmp_path):
    settings.ALLOWED_HOSTS = ["news.example.org"]
    shown = picture("olive")
    published(document(pictures=[shown]))
    Page.objects.update(visible_from=NOON.replace(year=2000))  # the server checks the real time

    static_site.build(tmp_path / "site", "https://news.example.org")

    folder = tmp_path / "site" / "current" / "pictures" / shown.sha256
    files = {"480.webp", "480.jpg", "960.webp", "960.jpg", "full.jpg"}
    assert {path.name for path in folder.iterdir()} == files
    for name in files:
        with default_storage.open(file_path(shown.sha256, name)) as stored:
            assert (folder / name).read_bytes() == stored.read()
