"""The interface speaks Chinese wherever it speaks English."""

import re

import polib
import pytest
from django.conf import settings

CATALOGUE = settings.LOCALE_PATHS[0] / "zh_Hant" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd](?!\w)|\{\w*\}")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(str(CATALOGUE))


def words(entry):
    return "".join(entry.msgstr_plural.values()) or entry.msgstr


def test_every_message_is_translated(catalogue):
    assert [
        entry.msgid for entry in catalogue if entry.fuzzy or entry.obsolete or not words(entry)
    ] == []


def test_what_is_filled_in_stands_in_both_languages(catalogue):
    for entry in catalogue:
        expected = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        assert sorted(PLACEHOLDER.findall(words(entry))) == expected, entry.msgid


def test_the_compiled_catalogue_is_that_of_the_source(catalogue):
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))

    assert {(e.msgctxt, e.msgid): words(e) for e in compiled} == {
        (e.msgctxt, e.msgid): words(e) for e in catalogue
    }
