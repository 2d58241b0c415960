import os

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def at_that_origin(settings, tmp_path):
    settings.ALLOWED_HOSTS = ["news.example.org"]
    settings.STATIC_ROOT = tmp_path / "static"
    (tmp_path / "static" / "newsroom").mkdir(parents=True)
    (tmp_path / "static" / "newsroom" / "site.css").write_text("body {}")


@pytest.fixture
def collected_here(settings, collected):
    """Static files with hashed names, as in production."""
    settings.STATIC_ROOT = os.environ["STATIC_ROOT"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }


@pytest.fixture
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "site"


@pytest.fixture
def a_newsroom():
    from .site import make_newsroom  # models, which want Django set up

    make_newsroom()
