"""Quotes: what a caption quotes was said in the body, in the same words."""

import pytest

from releases.document import schema

from .cases import found, release, text

ZH = (
    "香港有逾千公里海岸線，卻一直缺少一片可以放心試錯的海。試驗場啟用後，學生和公司會用同一套浮標。"
    "我們希望十年後回望，人們會說香港的海洋科技是從這片水域游出去的。"
)
EN = (
    "Hong Kong has more than a thousand kilometres of coastline, yet it has never had a stretch of sea in "
    "which it was safe to fail. Students and companies will share the same buoys. Ten years from now, we "
    "would like people to say that marine technology swam out from here."
)
SPEAKER = schema.Person(name={"zh-hant": "鄺慕川", "en": "Kwong Mo-chuen"})


def captioned(caption, *, body=None, carries=True, languages=("zh-hant", "en")):
    quote = schema.Quote(
        key="q1",
        speaker=SPEAKER,
        lead_in={
            "zh-hant": "創新園主席鄺慕川先生表示：",
            "en": "Mr Kwong Mo-chuen, Chairman of the Park, said: ",
        },
        words={"zh-hant": ZH, "en": EN},
    )
    figure = schema.Figure(key="f1", caption=caption, quote="q1" if carries else None)
    return release(body=[*(body or [quote]), figure], languages=list(languages))


def all_found(document):
    return found("quotes.caption-differs", document), found("quotes.caption-missing", document)


@pytest.mark.parametrize(
    "caption",
    [
        {"zh-hant": "創新園主席鄺慕川先生表示：「我們希望十年後回望，人們會說香港的海洋科技是從這片水域游出去的。」"},
        {"zh-hant": "鄺慕川先生說：「香港有逾千公里海岸線……我們希望十年後回望，人們會說香港的海洋科技是從這片水域游出去的。」"},
        {"zh-hant": "鄺慕川先生說：「卻一直缺少一片可以放心試錯的海。」"},
        {"zh-hant": "鄺慕川先生說：“我們希望十年後回望,人們會說香港的海洋科技是從這片水域游出去的。”"},
        {"zh-hant": "「開放實驗枱基金」希望為最早期的研究提供「玻璃罩」，讓幼苗長到可以自立。"},
        {"zh-hant": "獲獎作品「城市裏看不見的河流與海岸線」在大堂展出。"},
        {"zh-hant": "機械人「小鰲」在海藻林中。"},
        {"en": "Mr Kwong Mo-chuen, Chairman of the Park: “Ten years from now, we would like people to say that marine technology swam out from here.”"},
        {"en": "“Hong Kong has more than a thousand kilometres of coastline … Students and companies will share the same buoys,” says Mr Kwong."},
        {"en": "Mr Kwong said: \"Students and companies will share the same buoys.\""},
        {"en": "The robot “Reefwalker” at work. It is called “the little one” by its crew."},
        {"en": "The exhibition “A Hundred Years of Harbour Lights” opens today."},
    ],
)  # fmt: skip
def test_excerpts_and_names_in_quotation_marks_are_left_alone(caption):
    assert all_found(captioned(caption)) == ([], [])


@pytest.mark.parametrize(
    ("caption", "excerpt"),
    [
        ({"zh-hant": "鄺慕川先生表示：「我們希望五年後回望，人們會說香港的海洋科技是從這片水域游出去的。」"}, "五"),
        ({"zh-hant": "鄺慕川先生表示：「香港有逾千公里海岸線，卻一直缺少一片可以安心試錯的海。」"}, "安"),
        ({"en": "Mr Kwong: “Ten years from now, we would like people to think that marine technology swam out from here.”"}, "think"),
        ({"en": "“Students and researchers will share the same buoys,” said Mr Kwong."}, "researchers"),
    ],
)  # fmt: skip
def test_other_words_are_shown_where_they_differ(caption, excerpt):
    assert all_found(captioned(caption)) == ([excerpt], [])


def test_words_left_out_without_a_mark_are_shown_by_their_neighbours():
    caption = {
        "en": "Mr Kwong: “Ten years from now, we would like to say that marine technology swam out from here.”"
    }
    (excerpt,), missing = all_found(captioned(caption))
    assert excerpt in "like to"
    assert missing == []


def test_words_that_stand_nowhere_in_the_body_are_found_once_for_both_languages():
    caption = {
        "zh-hant": "鄺慕川先生表示：「海藻會纏住螺旋槳，也會教你怎樣設計一個不怕纏的螺旋槳。」",
        "en": "Mr Kwong Mo-chuen: “Seaweed will wrap itself round your propeller. It will also teach you to design another.”",
    }
    differs, missing = all_found(captioned(caption))
    assert differs == []
    assert missing == ["海藻會纏住螺旋槳，也會教你怎樣設計一個不怕纏的螺旋槳。"]


def test_a_quote_that_stands_only_in_the_caption_is_no_body():
    caption = {"zh-hant": f"鄺慕川先生表示：「{ZH}」"}
    quote = schema.Quote(key="q9", speaker=SPEAKER, words={"zh-hant": ZH})
    document = release(
        body=[text(zh="園區今日開放。"), schema.Figure(key="f1", caption=caption, quote="q9")],
        caption_quotes=[quote],
    )
    assert len(all_found(document)[1]) == 1


def test_words_may_stand_in_a_plain_paragraph():
    caption = {
        "zh-hant": "鄺慕川先生表示：「我們希望十年後回望，人們會說香港的海洋科技由此開始。」"
    }
    said = "鄺慕川先生又說：「我們希望十年後回望，人們會說香港的海洋科技由此開始。」"
    assert all_found(captioned(caption, body=[text(zh=said)])) == ([], [])


def test_a_caption_in_a_language_without_a_body_is_not_compared():
    caption = {"en": "Mr Kwong said: “We would like people to say that it all began here.”"}
    assert all_found(captioned(caption, body=[text(zh="園區今日開放。")])) == ([], [])


def test_a_language_that_does_not_go_out_is_not_read():
    caption = {"en": "Mr Kwong said: “We would like people to say that it all began here.”"}
    assert all_found(captioned(caption, languages=["zh-hant"])) == ([], [])
