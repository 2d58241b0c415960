"""What preflight says is compared in English, whatever language a test before this one spoke."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield
