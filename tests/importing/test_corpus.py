"""The corpus is read whole, and as well as it was when it was last measured."""

import json

import pytest

from releases.document import schema

from . import measure
from .corpus import release

CORPUS = {name: (folder, right) for name, folder, right in measure.descriptions([measure.CORPUS])}
# F1 a little below what docs/import.md gives: raise a floor when the import gets better.
FLOORS = {
    "headline": 0.98,
    "sub_headline": 0.98,
    "city": 0.98,
    "date": 0.98,
    "embargo": 0.90,
    "key_points": 0.98,
    "notes_to_editors": 0.98,
    "paragraphs": 0.97,
    "subheadings": 0.98,
    "organisations": 0.95,
    "quote_words": 0.98,
    "quote_speaker": 0.97,
    "quote_title": 0.98,
    "quote_organisation": 0.98,
    "captions": 0.98,
    "credits": 0.90,
    "people_in_pictures": 0.98,
    "pictures": 0.98,
    "signatories": 0.98,
    "their_titles": 0.98,
    "their_organisations": 0.98,
    "boilerplate_organisation": 0.98,
    "boilerplate_text": 0.98,
    "boilerplate_website": 0.98,
    "contact_name": 0.98,
    "contact_organisation": 0.96,
    "contact_phones": 0.98,
    "contact_emails": 0.98,
    "pairs": 0.96,
    "witnesses": 0.90,
}


@pytest.fixture(scope="module")
def all_measured():
    return [measure.measured(name, *one) for name, one in CORPUS.items()]


@pytest.mark.parametrize("name", CORPUS)
def test_a_release_is_read_and_is_a_whole_document(name):
    folder, right = CORPUS[name]
    document = measure.import_release(folder, tuple(right["files"])).document
    schema.check(document)
    assert schema.from_json(schema.to_json(document)) == document


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_is_read_as_well_as_before(all_measured, field):
    score = measure.by_field(all_measured)[field]
    assert score.f1 >= FLOORS[field], (score.missed, score.wrong)


def test_every_field_has_a_floor(all_measured):
    assert set(measure.by_field(all_measured)) == set(FLOORS)


@pytest.mark.parametrize("text", release.releases(), ids=lambda text: text.name)
def test_what_is_right_is_made_of_the_texts(text):
    folder, _right = CORPUS[text.name]
    described = json.loads((folder / f"{text.name}.json").read_text(encoding="utf-8"))
    assert release.right(text, described["files"]) == described


def test_what_is_right_scores_one(all_measured):
    for one in all_measured:
        found = _as_found(one.expected)
        total = sum(measure.Comparison(one.expected, found).scores.values(), measure.Score())
        assert (total.missed, total.wrong) == ([], [])


def test_each_wrong_word_and_each_missing_one_is_counted():
    expected = json.loads((measure.CORPUS / "tea_auction.json").read_text(encoding="utf-8"))
    found = _as_found(expected)
    found["headline"]["en"] += " today"
    found["quotes"][0]["name"] = {}
    found["media_contacts"][0]["phones"].append("+85221234567")
    del found["body"][0]
    scores = measure.Comparison(expected, found).scores
    wanting = {field: (len(s.missed), len(s.wrong)) for field, s in scores.items() if s.f1 < 1}
    assert wanting == {
        "headline": (1, 1),
        "paragraphs": (1, 0),
        "quote_speaker": (1, 0),
        "contact_phones": (0, 1),
    }


def test_words_that_stand_in_different_parts_are_no_pair():
    expected = json.loads((measure.CORPUS / "green_loan.json").read_text(encoding="utf-8"))
    found = _as_found(expected)
    one, other = found["quotes"]
    for name in ("words", "name", "job_title", "organisation"):
        one[name]["en"], other[name]["en"] = other[name]["en"], one[name]["en"]
    scores = measure.Comparison(expected, found).scores
    assert scores["quote_words"].f1 == scores["quote_speaker"].f1 == 1
    assert len(scores["pairs"].missed) == len(scores["pairs"].wrong) == 2


def test_a_file_that_cannot_be_read_misses_everything_and_is_named(tmp_path):
    expected = json.loads((measure.CORPUS / "tea_auction.json").read_text(encoding="utf-8"))
    (tmp_path / expected["files"][0]).write_bytes(b"")
    one = measure.measured("empty", tmp_path, expected)
    assert one.refused.startswith("refused: ")
    assert one.total.right == 0
    assert "empty: refused" in measure.tables([one])


def test_what_a_description_leaves_out_is_empty(tmp_path):
    folder, right = CORPUS["tea_auction"]
    short = {name: right[name] for name in ("files", "languages", "headline")}
    (tmp_path / "short.json").write_text(json.dumps({**short, "date": None}), encoding="utf-8")
    ((_name, _folder, expected),) = measure.descriptions([tmp_path])
    scores = measure.measured("short", folder, expected).scores
    assert scores["headline"].f1 == 1
    assert scores["quote_words"].wrong


def _as_found(expected: dict) -> dict:
    """What is right in the form of what was read: the first reading of each value, parts named."""
    parts = ("body", "quotes", "boilerplates", "media_contacts", "signatories", "witnesses")
    found = _first(expected, "")
    for name in parts:
        found[name] = [{**part, "part": f"{name}{n}"} for n, part in enumerate(found[name])]
    return found


def _first(value, name: str):
    match value:
        case dict():
            return measure.Description({n: _first(inner, n) for n, inner in value.items()})
        case [str(), *_] if name not in ("phones", "emails", "files", "languages"):
            return next(filter(None, value))
        case list():
            return [_first(inner, "") for inner in value]
    return value
