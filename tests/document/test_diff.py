"""What changed, as an editor would say it."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from releases.document import schema
from releases.document.diff import changes, compared, summary

from ..factories import document
from ..strategies import documents
from .edits import edited


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def shown(pieces):
    marks = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.words) for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("黃克強博士表示", "王克強博士表示", "[-黃-][+王+]克強博士表示"),
        ("投資二十億元", "投資三十億元", "投資[-二-][+三+]十億元"),
        ("超過12,000名學生", "超過12,500名學生", "超過[-12,000-][+12,500+]名學生"),
        ("the new campus opens", "the old campus opens", "the [-new-][+old+] campus opens"),
        ("雙方今日簽署備忘錄。", "雙方今日正式簽署備忘錄。", "雙方今日[+正式+]簽署備忘錄。"),
        ("a", "", "[-a-]"),
        ("", "甲", "[+甲+]"),
        ("同", "同", "同"),
        # No confetti: a mark between two changed names belongs to the change.
        ("陳大文、李小明出席", "黃美玲、張志強出席", "[-陳大文、李小明-][+黃美玲、張志強+]出席"),
    ],
)
def test_words_are_compared_by_character_in_chinese_and_by_word_in_english(before, after, expected):
    assert shown(compared(before, after)) == expected


@given(st.text(), st.text())
def test_the_pieces_give_back_both_texts(before, after):
    pieces = compared(before, after)

    assert "".join(p.words for p in pieces if p.kind != "added") == before
    assert "".join(p.words for p in pieces if p.kind != "removed") == after


@given(documents())
def test_nothing_changed_between_a_document_and_itself(value):
    assert changes(value, value) == []


@given(documents().flatmap(lambda base: st.tuples(st.just(base), edited(base))))
def test_there_is_a_change_exactly_where_documents_differ(pair):
    before, after = pair

    assert bool(changes(before, after)) == (before != after)


def test_a_block_that_moved_is_one_move_and_not_a_removal():
    blocks = [schema.Subheading(key=f"s{n}", text={"en": f"Part {n}"}) for n in range(5)]
    before = document(body=blocks)
    after = document(body=[blocks[4], *blocks[:4]])

    [change] = changes(before, after)

    assert (change.kind, change.part, change.words) == ("moved", "s4", "Part 4")


def test_a_block_that_changed_its_region_moved():
    block = schema.Subheading(key="s1", text={"en": "Part"})

    [change] = changes(document(body=[block]), document(body=[], notes_to_editors=[block]))

    assert change.kind == "moved"


def test_a_field_is_named_with_its_part_and_language():
    base = document()
    speaker = schema.replace(base.body[1].speaker, job_title={"zh-hant": "總裁", "en": "Chairman"})
    after = document(body=[base.body[0], schema.replace(base.body[1], speaker=speaker)])

    [change] = changes(base, after)

    assert change.label == "Quote · Job title (繁體中文)"
    assert (change.before, change.after) == ("主席", "總裁")


def test_the_summary_counts_parts_and_not_fields():
    base = document()
    quote = schema.replace(base.body[1], words={"zh-hant": "一", "en": "One"})
    after = document(
        headline={"zh-hant": "新題", "en": "New"},
        body=[quote, schema.TextBlock(key="p2", html={"en": "<p>New</p>"}), base.body[0]],
    )

    assert summary(changes(base, after)) == "Headline, 1 paragraph, 1 quote, 1 moved"
