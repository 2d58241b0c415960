"""One form for words, whatever form they were written in, and the way back to the original."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.models import PageText
from releases.search import excerpt, highlighted, parse
from releases.search.folding import _CLUSTER, _han, fold, fold_in_place

from ..strategies import characters, samples

han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12)
lines = st.text(characters, max_size=40) | st.lists(samples | han, max_size=6).map(" ".join)


@pytest.mark.parametrize(
    "forms",
    [
        "合作 ＡＩ機械人/合作 AI机械人/合作AI機械人",
        "衞生/衛生/卫生",
        "台灣/臺灣/台湾",
        "裏面/裡面/里面",
        "無綫/無線/无线",
        "山峯/山峰",
        "著名/着名",
        "二○二六/二〇二六",
        "乾燥/干燥",
        "Zürich’s/zurich/ZÜRICH/Zu\u0308rich",
        "Łódź Ørsted/lodz orsted",
        "COVID-19/covid 19/ＣＯＶＩＤ－１９",
        "HK$1,200/HK$1200/hk 1200",
        "ﬁne ㎏/fine kg",
        "co\u00adoperation/cooperation",
        "ｶﾞ/ガ/カ\u3099",
        "葛\U000e0100飾/葛飾",
        "한국/\u1112\u1161\u11ab\u1100\u116e\u11a8",
    ],
)
def test_forms_of_the_same_words_are_folded_alike(forms):
    assert len({fold(form) for form in forms.split("/")}) == 1


@pytest.mark.parametrize("words", ["機會/機械", "北京/東京", "sign/sing", "ที่/ที", "か/が"])
def test_different_words_stay_apart(words):
    one, other = words.split("/")
    assert fold(one) != fold(other)


@pytest.mark.parametrize("conversion", ["t2s", "hk2s", "tw2s", "t2hk", "t2tw"])
def test_every_character_is_folded_like_the_one_it_is_converted_to(conversion):
    every = "\n".join(_han())
    converted = opencc.OpenCC(conversion).convert(every)
    assert fold(every) == fold(converted)


@given(lines)
def test_folding_what_is_folded_changes_nothing(line):
    assert fold(fold(line)) == fold(line)


@given(lines)
def test_every_folded_character_knows_where_it_comes_from(line):
    folded = fold_in_place(line)

    assert folded.text == fold(line)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for character, start, end in zip(*folded, strict=True):
        if character != " ":
            assert character in fold(line[start:end])


def _together(pieces):
    return "".join(piece.text for piece in pieces)


def _is_boundary(line, place):
    return place in {0, *(cluster.end() for cluster in _CLUSTER.finditer(line))}


@given(lines, st.data())
def test_highlighting_changes_no_character_and_splits_none(line, data):
    asked = data.draw(st.sampled_from(fold(line).split() or ["合作"]))
    pieces = highlighted(line, parse(asked))

    assert _together(pieces) == line
    place = 0
    for piece in pieces:
        place += len(piece.text)
        assert _is_boundary(line, place)
        if piece.is_match:
            assert fold(piece.text).strip()
    if fold(line).split():
        assert any(piece.is_match for piece in pieces)


@given(st.lists(lines, min_size=1, max_size=5), st.data())
def test_an_excerpt_is_a_part_of_its_line_and_splits_no_character(texts, data):
    texts = [part for text in texts for part in text.splitlines() if part.strip()] or ["合作"]
    text = PageText(
        body="\n".join(texts), folded_body="\n".join(map(fold, texts)), tail="", folded_tail=""
    )
    asked = data.draw(st.sampled_from(fold(" ".join(texts)).split() or ["合作"]))

    pieces = excerpt(text, parse(asked))

    found = "".join(piece.text for piece in pieces if piece.is_match)
    whole = _together(pieces).removeprefix("…").removesuffix("…")
    if fold(asked).strip() in fold("\n".join(texts)):
        assert found
    line = next(line for line in texts if whole in line)
    start = line.index(whole)
    assert _is_boundary(line, start)
    assert _is_boundary(line, start + len(whole))


def test_a_long_line_is_cut_around_the_match_between_words():
    line = (
        "Underwater thrusters hovered. " * 9 + "The memorandum stands. " + "Seaweed measured. " * 19
    )
    text = PageText(body=line, folded_body=fold(line), tail="", folded_tail="")

    shown = _together(excerpt(text, parse("memorandum")))

    assert shown.startswith("…")
    assert shown.endswith("…")
    assert 100 < len(shown) < 300
    assert set(fold(shown).split()) <= set(fold(line).split())


def test_words_in_the_tail_are_shown_where_the_body_has_none():
    text = PageText(
        body="雙方合作。",
        folded_body=fold("雙方合作。"),
        tail="藍鯨機構",
        folded_tail=fold("藍鯨機構"),
    )
    assert _together(excerpt(text, parse("藍鯨"))) == "藍鯨機構"
    assert _together(excerpt(text, parse("合作"))) == "雙方合作。"
    assert excerpt(text, parse("沒有")) == []
