"""Pictures: described for those who cannot see them, large enough, credited."""

import pytest

from releases.document import schema
from releases.preflight import CHECKS, Place
from releases.preflight.reading import Reading

from .cases import TODAY, found, release, text

ZH_EN = {"zh-hant": "圖：海角創新園", "en": "Photo: Cape Park"}


def picture(width=2400, height=1600):
    return schema.Picture(sha256="a" * 64, width=width, height=height)


def figure(key="f1", **fields):
    return schema.Figure(
        **{
            "key": key,
            "picture": picture(),
            "alt_text": {"zh-hant": "兩人在台上握手", "en": "Two people shake hands on a stage"},
            "caption": {"zh-hant": "簽署儀式", "en": "The signing ceremony"},
            "credit": ZH_EN,
            **fields,
        }
    )


def shown(*figures, **fields):
    headline = {"zh-hant": "海角創新園與北極星合作", "en": "Cape Park and Polestar join forces"}
    return release(headline=headline, body=list(figures), **fields)


def places(check, document):
    return [each.place for each in CHECKS[check].find(Reading(document, TODAY))]


def everything(document):
    ids = [check for check in CHECKS if check.startswith("pictures.")]
    return [(check, place) for check in ids for place in places(check, document)]


def test_a_picture_that_is_described_large_and_credited_is_no_finding():
    assert everything(shown(figure())) == []


def test_a_figure_without_picture_is_said():
    assert everything(shown(figure(picture=None))) == [("pictures.missing", Place("f1", "picture"))]


def test_figures_in_the_notes_to_editors_count_too():
    document = shown(figure(), notes_to_editors=[figure("f2", picture=None)])
    assert everything(document) == [("pictures.missing", Place("f2", "picture"))]


@pytest.mark.parametrize("alt_text", [{"en": "Two people"}, {"zh-hant": " ", "en": "Two people"}])
def test_a_missing_alt_text_is_found_in_its_language(alt_text):
    missing = [("pictures.alt-missing", Place("f1", "alt_text", "zh-hant"))]
    assert everything(shown(figure(alt_text=alt_text))) == missing


def test_an_alt_text_is_missed_before_there_is_a_picture():
    assert places("pictures.alt-missing", shown(figure(picture=None, alt_text={}))) == [
        Place("f1", "alt_text", "zh-hant"),
        Place("f1", "alt_text", "en"),
    ]


def test_a_language_that_does_not_go_out_or_is_not_begun_needs_no_words():
    chinese = figure(alt_text={"zh-hant": "兩人"}, credit={"zh-hant": "圖：創新園"})
    assert everything(shown(chinese, languages=["zh-hant", "zh-hans"])) == []
    not_begun = release(headline={"zh-hant": "合作"}, body=[text(zh="簽署。"), chinese])
    assert everything(not_begun) == []


@pytest.mark.parametrize(
    ("caption", "alt_text"),
    [
        ("The signing ceremony", "The signing ceremony"),
        ("The signing ceremony.", "the signing ceremony"),
        ("Photo 1: The signing ceremony.", "The signing ceremony"),
        ("Figure 2. The signing ceremony", "The signing ceremony"),
        (
            "Dr Alice Chan (left) and Mr Bob Lee sign the memorandum. The ceremony was held at Cape Park.",
            "Dr Alice Chan (left) and Mr Bob Lee sign the memorandum",
        ),
        (
            "Dr Alice Chan and Mr Bob Lee sign the memorandum.",
            "Dr Alice Chan and Mr Bob Lee sign the memorandum (photo).",
        ),
        ("簽署儀式", "簽署儀式。"),
        ("圖一：陳愛麗博士（左）與李柏先生簽署備忘錄。", "陳愛麗博士（左）與李柏先生簽署備忘錄"),
        (
            "陳愛麗博士（左）與李柏先生簽署備忘錄。儀式在園區舉行。",
            "陳愛麗博士 (左) 與李柏先生簽署備忘錄…",
        ),
    ],
)
def test_an_alt_text_that_repeats_the_caption_is_found(caption, alt_text):
    language = "en" if caption.isascii() else "zh-hant"
    document = shown(figure(caption={language: caption}, alt_text={language: alt_text}))
    assert found("pictures.alt-caption", document) == [alt_text]


@pytest.mark.parametrize(
    ("caption", "alt_text"),
    [
        ("The signing ceremony", "Two people shake hands on a stage"),
        ("The ceremony", "The ceremony hall, with two people at a table and flags behind them"),
        (
            "Dr Alice Chan speaks at the opening.",
            "Dr Alice Chan stands at a lectern in front of a blue wall",
        ),
        ("Dr Alice Chan speaks.", "Dr Alice Chan"),
        (
            "The new laboratory building.",
            "The new laboratory building: three storeys of glass beside the water, with a crane behind",
        ),
        ("陳愛麗博士致辭。", "陳愛麗博士站在講台後，背景為藍色幕牆"),
        ("陳愛麗博士在開幕典禮致辭。", "陳愛麗博士"),
        ("圖一：新大樓", "新大樓臨海而立，高三層，外牆以玻璃建成"),
        ("。", "…"),
    ],
)
def test_an_alt_text_that_describes_is_left_alone(caption, alt_text):
    language = "en" if caption.isascii() else "zh-hant"
    document = shown(figure(caption={language: caption}, alt_text={language: alt_text}))
    assert found("pictures.alt-caption", document) == []


@pytest.mark.parametrize(("width", "height"), [(1199, 800), (800, 1199), (360, 240)])
def test_a_picture_that_is_too_small_is_found(width, height):
    document = shown(figure(picture=picture(width, height)))
    assert everything(document) == [("pictures.small", Place("f1", "picture"))]


@pytest.mark.parametrize(("width", "height"), [(1200, 300), (800, 1200), (4000, 3000)])
def test_the_longer_side_counts(width, height):
    assert everything(shown(figure(picture=picture(width, height)))) == []


def test_a_small_logo_is_no_finding():
    organisation = schema.Organisation(key="o1", logo=picture(200, 80))
    assert everything(shown(figure(), organisations=[organisation])) == []


@pytest.mark.parametrize(
    ("credit", "language"),
    [({}, "zh-hant"), ({"en": "Photo: Cape Park"}, "zh-hant"), ({"zh-hant": "圖：創新園"}, "en")],
)
def test_a_missing_credit_is_one_finding_of_a_figure(credit, language):
    missing = [("pictures.credit", Place("f1", "credit", language))]
    assert everything(shown(figure(credit=credit))) == missing


def test_what_is_not_there_needs_no_credit():
    assert places("pictures.credit", shown(figure(picture=None, credit={}))) == []
