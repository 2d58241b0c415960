"""What is a document, and what is said where something is none."""

import json
import pathlib

import pytest

from releases.document import DocumentError, digest, from_json, schema, to_json
from releases.document.digest import canonical_bytes

from ..factories import document

GOLDEN = pathlib.Path(__file__).parent.parent / "golden"


def broken(**changes):
    return {**to_json(document()), **changes}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"schema": 99}, "$.schema"),
        ({"slug": "No Spaces"}, "$.slug"),
        ({"slug": "line-end\n"}, "$.slug"),
        (
            {"boilerplates": [{"key": "b", "website": "javascript:alert(1)"}]},
            "$.boilerplates[0].website",
        ),
        ({"headline": {"fr": "Bonjour"}}, "$.headline"),
        ({"headline": {"en": ""}}, "$.headline"),
        ({"unknown": 1}, "unknown"),
        ({"body": [{"kind": "video", "key": "v1"}]}, "$.body[0]"),
        ({"headline": {"en": "a\0b"}}, "$.headline.en"),
        ({"headline": {"en": "\ud800"}}, "$.headline.en"),
        ({"languages": ["en", "en"]}, "$.languages"),
        ({"embargo_until": "2026-05-04T12:00:00+08:00"}, "$.embargo_until"),
        ({"body": [{"kind": "text", "key": "x", "html": {"en": "<script>x</script>"}}]}, "Text x"),
        ({"body": [{"kind": "figure", "key": "x", "quote": "gone"}]}, "Figure x"),
        ({"key_points": [{"key": "kp1"}, {"key": "kp1"}]}, "kp1"),
    ],
)
def test_what_is_no_document_is_refused_with_its_place(changes, place):
    with pytest.raises(DocumentError) as refused:
        from_json(broken(**changes))

    assert place in str(refused.value)


@pytest.mark.parametrize("value", [None, [], "text", 7, {}])
def test_anything_else_is_refused(value):
    with pytest.raises(DocumentError):
        from_json(value)


def test_a_printed_quote_is_the_paragraph_word_for_word():
    quote = schema.Quote(
        key="q",
        lead_in={"zh-hant": "他說：", "en": "He said: "},
        words={"zh-hant": "好。", "en": "First.\n\nSecond."},
        follow_on={"en": " He smiled."},
        marks={"zh-hant": "“”"},
    )

    assert schema.printed_quote(quote, "zh-hant") == "他說：“好。”"
    assert schema.printed_quote(quote, "en") == "He said: “First.\n\n“Second.” He smiled."


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("schema-*.json")), ids=lambda path: path.stem)
def test_every_document_that_was_ever_written_can_be_read_and_keeps_its_digest(path):
    golden = json.loads(path.read_text(encoding="utf-8"))

    read = from_json(golden["document"])

    assert digest(golden["document"]) == golden["digest"]
    assert digest(read) == golden["digest"]


def test_there_is_a_golden_document_of_the_schema_of_today():
    assert (GOLDEN / f"schema-{schema.SCHEMA}.json").exists()


def test_the_digest_does_not_hear_key_order_space_or_composition():
    assert digest({"b": "é", "a": 1}) == digest({"a": 1, "b": "e\u0301"})
    assert digest({"a": 1}) != digest({"a": 2})
    assert digest(["a", "b"]) != digest(["b", "a"])


def test_canonical_bytes_are_utf_8_without_insignificant_space():
    assert canonical_bytes({"b": ["香", 1], "a": None}) == '{"a":null,"b":["香",1]}'.encode()
