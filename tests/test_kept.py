"""Rows that a module keeps for its tests: as they were made for each, and there for none that did not ask."""

import pytest

from releases.models import Release

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def release(kept):
    return kept(factories.draft)


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_does_to_them_is_undone_behind_it(release, time):
    assert Release.objects.get().headline_en == factories.document().headline["en"]

    Release.objects.update(headline_en="Changed")
    factories.draft(slug="another")


def test_who_does_not_ask_finds_none():
    assert not Release.objects.exists()
