"""Two people, one draft: what either typed is in the result or in a conflict."""

from hypothesis import given
from hypothesis import strategies as st

from releases.document import schema
from releases.document.diff import changes
from releases.document.merge import merge

from ..factories import document
from ..strategies import documents
from .edits import edited


@st.composite
def histories(draw):
    base = draw(documents())
    return base, draw(edited(base, by="t")), draw(edited(base, by="m"))


@given(histories())
def test_where_only_one_side_changed_anything_the_result_is_theirs_whole(history):
    base, theirs, mine = history

    assert merge(base, base, mine).document == mine
    assert merge(base, theirs, base).document == theirs
    assert merge(base, mine, mine).document == mine
    assert not merge(base, base, mine).conflicts + merge(base, theirs, base).conflicts


def words_of(value):
    return {
        (c.part, c.field, c.language, str(c.after))
        for c in changes(schema.Document(slug="nothing"), value)
    }


@given(histories(), st.booleans())
def test_nothing_that_either_side_typed_is_neither_in_the_result_nor_in_a_conflict(
    history, all_mine
):
    base, theirs, mine = history
    conflicts = merge(base, theirs, mine).conflicts
    choices = {c.place: "mine" if all_mine else "theirs" for c in conflicts}

    merged = merge(base, theirs, mine, choices)

    assert merged.conflicts == conflicts
    asked = {(c.part, c.field, c.language) for c in conflicts}
    whole = {part for part, field, _language in asked if not field}
    for side in (theirs, mine):
        for change in changes(base, side):
            if change.kind == "changed" and change.after is not None:
                place = (change.part, change.field, change.language)
                now = [
                    c
                    for c in changes(side, merged.document)
                    if (c.part, c.field, c.language) == place and c.kind == "changed"
                ]
                gone = any(
                    c.part == change.part and c.kind == "removed"
                    for c in changes(side, merged.document)
                )
                carried_quote = change.field == "quote"
                assert not (now or gone) or place in asked or change.part in whole or carried_quote
            if change.kind == "added":
                assert change.part in {part.key for part in schema.parts(merged.document)}


@given(histories())
def test_choosing_mine_everywhere_keeps_every_word_of_mine(history):
    base, theirs, mine = history
    conflicts = merge(base, theirs, mine).conflicts

    merged = merge(base, theirs, mine, {c.place: "mine" for c in conflicts}).document

    lost = [
        c
        for c in changes(base, mine)
        if c.kind == "changed"
        if c in changes(merged, mine)
        or any(
            m.part == c.part and (m.field, m.language) == (c.field, c.language)
            for m in changes(merged, mine)
        )
    ]
    assert [c for c in lost if c.field != "quote"] == []


def test_two_people_in_different_fields_of_one_quote_both_keep_theirs():
    base = document()
    theirs = document(
        body=[
            base.body[0],
            schema.replace(base.body[1], words={"zh-hant": "改了。", "en": "Today is a new step."}),
        ]
    )
    mine = document(
        body=[
            base.body[0],
            schema.replace(base.body[1], words={**base.body[1].words, "en": "Changed."}),
        ]
    )

    merged = merge(base, theirs, mine)

    assert merged.document.body[1].words == {"zh-hant": "改了。", "en": "Changed."}
    assert merged.conflicts == []


def test_both_in_one_field_is_a_conflict_and_theirs_stands_until_somebody_chooses():
    base = document()
    theirs = document(headline={"zh-hant": "甲", "en": "Cape Park and Polestar join forces"})
    mine = document(headline={"zh-hant": "乙", "en": "Cape Park and Polestar join forces"})

    merged = merge(base, theirs, mine)

    assert merged.document == theirs
    [conflict] = merged.conflicts
    assert (conflict.place, conflict.theirs, conflict.mine) == (":headline.zh-hant", "甲", "乙")
    assert merge(base, theirs, mine, {":headline.zh-hant": "mine"}).document == mine


def test_a_part_that_one_removed_and_the_other_changed_is_asked_about():
    base = document()
    theirs = document(body=base.body[:1])
    mine = document(body=[base.body[0], schema.replace(base.body[1], words={"zh-hant": "改了。"})])

    merged = merge(base, theirs, mine)

    assert merged.document == theirs
    [conflict] = merged.conflicts
    assert conflict.theirs is None
    assert merge(base, theirs, mine, {conflict.place: "mine"}).document == mine


def test_blocks_that_both_added_in_one_place_both_stay():
    base = document()
    new = [schema.Subheading(key=key, text={"en": key}) for key in ("t1", "m1")]
    theirs = document(body=[base.body[0], new[0], base.body[1]])
    mine = document(body=[base.body[0], new[1], base.body[1]])

    keys = [block.key for block in merge(base, theirs, mine).document.body]

    assert keys[0] == "p1"
    assert keys[3] == "q1"
    assert set(keys[1:3]) == {"t1", "m1"}
