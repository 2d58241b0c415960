"""Preflight as a whole: it reads any document, changes none, and says of every check what it is."""

import re

from hypothesis import given

from releases.document import digest, schema, to_json
from releases.management.commands import print_checks
from releases.preflight import CHECKS, LEVELS, run
from releases.preflight.reading import Reading

from .. import strategies
from ..factories import document
from .cases import TODAY


@given(strategies.documents())
def test_any_document_is_read_and_stays_as_it_is(value):
    before = digest(value)
    for finding in run(value, today=TODAY):
        assert finding.level in LEVELS
        assert finding.message
        assert finding.hint
    assert digest(value) == before


@given(strategies.documents())
def test_the_same_words_give_the_same_findings(value):
    again = schema.from_json(to_json(value))
    digests = [finding.digest for finding in run(value, today=TODAY)]
    assert digests == [finding.digest for finding in run(again, today=TODAY)]


@given(strategies.documents())
def test_what_was_found_stands_letter_for_letter_where_it_is_said_to_stand(value):
    texts = {passage.place: passage.text for passage in Reading(value, TODAY).passages}
    for finding in run(value, today=TODAY):
        assert finding.excerpt in texts.get(finding.place, finding.excerpt)


def test_a_release_without_slips_has_no_findings():
    assert run(document(), today=TODAY) == []


def test_every_check_has_a_stable_id_a_title_a_hint_and_says_what_it_looks_for():
    for check in CHECKS.values():
        assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", check.id)
        assert check.level in LEVELS
        assert str(check.title)
        assert str(check.hint)
        assert check.find.__doc__


def test_the_page_of_the_checks_is_what_the_code_says():
    page = print_checks.PATH.read_text("utf-8")
    assert print_checks.text() in page, "Run: manage.py print_checks"
