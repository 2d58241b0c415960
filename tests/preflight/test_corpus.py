"""Clean releases are called clean, and planted slips are found: as well as when this was last measured."""

import pytest

from releases.document import schema
from releases.preflight import Finding, Place

from . import measure
from .corpus import release

RELEASES = {one.name: one for one in release.releases()}
# Of every id, on the corpus; docs/preflight-figures.md gives the figures.
FLOOR = 0.95


@pytest.fixture(scope="module")
def scores():
    return measure.measured([measure.CORPUS])


def test_every_planted_slip_is_found(scores):
    missed = {id: score.missed for id, score in scores.items() if score.recall < FLOOR}
    assert missed == {}


def test_nothing_else_is_found(scores):
    alarms = {id: score.alarms for id, score in scores.items() if score.precision < FLOOR}
    assert alarms == {}


@pytest.mark.parametrize("name", RELEASES)
def test_every_slip_is_one_and_the_import_passes_it_on(name):
    one = RELEASES[name]
    clean = one.imported()
    for plant in one.plants:
        text = one.texts[plant.file]
        assert plant.planted(text) != text
        imported = one.imported(plant)
        hints = {note.hint for note in imported.notes if note.hint}
        assert imported.document != clean.document or hints, plant


@pytest.mark.parametrize("name", RELEASES)
def test_a_release_of_the_corpus_is_read_whole(name):
    document = RELEASES[name].imported().document
    assert document.languages == ["zh-hant", "en"]
    texts = [block for block in document.body if isinstance(block, schema.TextBlock)]
    assert all(set(text.html) == set(document.languages) for text in texts)
    assert all(set(quote.words) == set(document.languages) for quote in document.quotes())
    assert all(set(figure.caption) == set(document.languages) for figure in document.figures())
    assert document.media_contacts
    assert all(contact.phones and contact.emails for contact in document.media_contacts)


def test_what_a_slip_stands_for_must_be_clear():
    plant = release.Plant("english.doubled", "en", "to", "to to", "typed twice")
    with pytest.raises(ValueError, match="2 times"):
        plant.planted("to be or not to be")
    assert (
        release.Plant("english.doubled", "en", "to", "to to", "typed twice", occurrence=2).planted(
            "to be or not to be"
        )
        == "to be or not to to be"
    )


def test_a_missed_slip_and_a_false_alarm_are_counted():
    scores = {}
    finding = _finding("english.doubled", "the")
    other = _finding("english.quotes", "“")
    measure._judge(scores, "english.doubled", [finding, other], "one", excerpt="the")
    measure._judge(scores, "english.doubled", [], "two")
    measure._judge(scores, None, [finding], "clean")
    counts = {id: (s.planted, s.found, len(s.alarms)) for id, s in scores.items()}
    assert counts == {"english.doubled": (2, 1, 1), "english.quotes": (0, 0, 1)}
    assert "two" in scores["english.doubled"].missed


def _finding(id, excerpt):
    return Finding(id, "warning", Place("p1", "html", "en"), excerpt, f"{id}: {excerpt}", "", ())
