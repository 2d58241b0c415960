"""Correcting what was understood: nothing of the source is lost by any of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.document import schema
from releases.importing import File, blocks, corrections
from releases.importing.reader import read
from tests.importing.test_pairing import SAMPLE, printed

from .helpers import import_plain_text, source

LANGUAGES = ("zh-hant", "en")


@pytest.fixture(scope="module")
def alliance():
    return import_plain_text(source("alliance_zh").encode())


def bilingual(release):
    return read([File(f"{code}.txt", printed(release, code).encode()) for code in LANGUAGES])


def texts(imported, language):
    texts = [b for b in imported.document.body if not isinstance(b, schema.Figure)]
    return [text for block in texts if (text := blocks.plain(block, language))]


def test_a_review_is_the_same_after_it_was_kept(alliance):
    assert corrections.from_json(corrections.to_json(alliance)) == alliance


def test_what_is_left_out_stands_among_what_was_left_over_and_comes_back(alliance):
    paragraph = alliance.document.body[1]
    words = blocks.plain(paragraph, "zh-hant")
    without = corrections.leave_out(alliance, paragraph.key)
    assert paragraph.key not in {part.key for part in schema.parts(without.document)}
    note = next(n for n in without.notes if n.kind == "left_over" and n.source.endswith(words))

    back = corrections.take_back(
        without, file=note.file, line=note.line, kind="text", language="zh-hant"
    )
    assert texts(back, "zh-hant") == texts(alliance, "zh-hant")
    assert not [n for n in back.notes if n.kind == "left_over" and n.source == note.source]


@pytest.mark.parametrize("kind", ["subheading", "quote", "key_point", "note_to_editors", "text"])
def test_a_paragraph_becomes_anything_with_all_its_words(alliance, kind):
    paragraph = alliance.document.body[1]
    words = blocks.plain(paragraph, "zh-hant")
    document = corrections.change_kind(alliance, paragraph.key, kind).document
    schema.check(document)
    assert corrections.kind_of(document, paragraph.key) == kind
    part = next(p for p in schema.parts(document) if p.key == paragraph.key)
    assert blocks.plain(part, "zh-hant").strip("「」") == words  # a quote is put in marks


def test_a_quote_that_is_none_takes_the_caption_that_carried_it_along(alliance):
    quote = alliance.document.quotes()[0]
    figures = [
        schema.replace(b, quote=quote.key) if isinstance(b, schema.Figure) else b
        for b in alliance.document.body
    ]
    carrying = corrections.correct(alliance, schema.replace(alliance.document, body=figures))
    document = corrections.change_kind(carrying, quote.key, "text").document
    schema.check(document)
    assert {figure.quote for figure in document.figures()} == {None}


def test_a_guess_is_answered_by_changing_what_it_is_about(alliance):
    part = next(n.part for n in alliance.notes if n.kind == "guess" and n.part == "embargo_until")
    document = schema.replace(alliance.document, embargo_until=None)
    corrected = corrections.correct(alliance, document)
    assert part not in {n.part for n in corrected.notes if n.kind == "guess"}
    untouched = corrections.correct(alliance, alliance.document)
    assert untouched == alliance


def test_words_between_marks_are_a_quote_with_what_stands_around_them():
    text = schema.TextBlock(
        key="p1",
        html={
            "zh-hant": "<p>陳愛麗說：「好。」她笑了。</p>",
            "en": '<p>She said: "Fine." She smiled.</p>',
        },
    )
    quote = blocks.as_quote(text)
    assert quote.words == {"zh-hant": "好。", "en": "Fine."}
    assert quote.marks == {"en": '""'}
    assert {code: schema.printed_quote(quote, code) for code in LANGUAGES} == {
        code: blocks.plain(text, code) for code in LANGUAGES
    }


def test_a_gap_in_one_language_moves_all_that_follows_and_back():
    imported = bilingual(next(iter(SAMPLE.values())))
    body = imported.document.body
    second = body[1].key
    moved = corrections.move_down(imported, second, "en")
    assert blocks.words(moved.document.body[1]).keys() == {"zh-hant"}
    assert texts(moved, "en") == texts(imported, "en")
    assert moved.document.figures() == imported.document.figures()
    back = corrections.move_up(moved, second, "en")
    assert [blocks.words(b) for b in back.document.body] == [blocks.words(b) for b in body]


def test_two_halves_that_stand_apart_are_put_side_by_side():
    imported = bilingual(next(iter(SAMPLE.values())))
    key = imported.document.body[1].key
    apart = corrections.move_down(imported, key, "en")
    lonely = next(b for b in apart.document.body if set(blocks.words(b)) == {"en"})
    assert set(blocks.words(lonely)) == {"en"}
    joined = corrections.join_above(apart, lonely.key)
    assert len(joined.document.body) == len(apart.document.body) - 1
    assert "".join(texts(joined, "en")).replace("\n", "") == "".join(texts(apart, "en")).replace(
        "\n", ""
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_moved_no_word_is_lost_and_the_order_stays(data):
    imported = bilingual(data.draw(st.sampled_from(list(SAMPLE.values()))))
    before = {code: "".join(texts(imported, code)).replace("\n", "") for code in LANGUAGES}
    for _step in range(data.draw(st.integers(1, 5))):
        keys = [b.key for b in imported.document.body if not isinstance(b, schema.Figure)]
        key, language = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from(LANGUAGES))
        move = data.draw(st.sampled_from(["up", "down", "join"]))
        if move == "join":
            imported = corrections.join_above(imported, key)
        elif move == "up":
            imported = corrections.move_up(imported, key, language)
        else:
            imported = corrections.move_down(imported, key, language)
        schema.check(imported.document)
    for code in LANGUAGES:
        assert "".join(texts(imported, code)).replace("\n", "") == before[code]
