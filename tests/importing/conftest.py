"""The messages of the importer are compared in English, whatever the language of the site."""

import pytest
from django.utils import translation


@pytest.fixture(scope="module", autouse=True)
def english():
    with translation.override("en"):
        yield
