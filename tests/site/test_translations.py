"""The interface speaks Chinese wherever it speaks English."""

import re

import polib
import pytest
from django.conf import settings

from newsroom.management.commands.derive_messages import catalogue as catalogue_of
from newsroom.management.commands.derive_messages import derived
from releases.languages import DERIVED

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


@pytest.mark.parametrize("language", DERIVED)
def test_a_derived_interface_is_what_is_derived_from_the_written_one(language):
    stored = catalogue_of(language).read_text(encoding="utf-8")
    assert stored == str(derived(language)), "Run: make messages"
