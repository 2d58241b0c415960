"""The messages of the importer are compared in English, whatever the language of the site."""

import pytest
from django.utils import translation


@pytest.fixture(scope="module", autouse=True)
def english():
    with translation.override("en"):
        yield


def pytest_collection_modifyitems(items):
    """What reads files asks no database: it runs once, beside one of them."""
    for item in items:
        if "/importing/" in str(item.path) and not item.get_closest_marker("django_db"):
            item.add_marker("anywhere")
