"""What preflight says is compared in English, whatever language a test before this one spoke."""

from pathlib import Path

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def pytest_collection_modifyitems(items):
    """A check is a function of a document: one run is enough for both databases."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.anywhere)
