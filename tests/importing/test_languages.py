"""Languages: a file of both is told apart without losing a line, and a file of one stays whole."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.importing import plain_text
from releases.importing.bilingual import language_of, sides
from releases.importing.languages import split
from releases.importing.paragraphs import Line, Pages, Paragraph, Picture

CHINESE = """海角創新園與北極星生物攜手研發海藻塑膠
（香港，2026年5月4日）— 海角創新園今日與北極星生物簽署合作備忘錄，共同研發以海藻製成的塑膠。
計劃為期三年，將投放港幣三千五百萬元，並在園區設立佔地二萬平方呎的實驗室。
海角創新園主席陳愛麗博士表示：「今日是新的一步，期待成果早日走出實驗室。」
北極星生物行政總裁 Bob Lee 先生表示：「香港有世界級的科研人才。」
- 完 -
關於海角創新園
海角創新園成立於二〇〇一年，為初創企業提供實驗室及資助。
關於北極星生物
北極星生物由 Polestar Group 於二〇一五年創立，總部設於香港。
傳媒查詢
海角創新園
黃美玲女士
電話：2345 6789
電郵：carol@cape.example""".splitlines()
ENGLISH = """Cape Park and Polestar Bio Join Forces on Plastics from Seaweed
(Hong Kong, 4 May 2026) - Cape Innovation Park signed a memorandum with Polestar Bio today to develop plastics made of seaweed.
The programme runs for three years, with HK$35 million and a laboratory of 20,000 square feet in the park.
"Today is a new step, and we look forward to results beyond the laboratory," said Dr Alice Chan, Chairman of Cape Innovation Park.
"Hong Kong has researchers of world class," said Mr Bob Lee, Chief Executive Officer of Polestar Bio.
- End -
About Cape Innovation Park
Cape Innovation Park (海角創新園) was founded in 2001 and offers laboratories and grants to start-ups.
About Polestar Bio
Polestar Bio was founded by Polestar Group in 2015 and is headquartered in Hong Kong.
Media enquiries
Cape Innovation Park
Ms Carol Wong
Tel: 2345 6789
Email: carol@cape.example""".splitlines()
IN_TURN = [line for pair in zip(CHINESE, ENGLISH, strict=True) for line in pair]


def pages(texts, **fields):
    """One paragraph per text; a text may have several lines."""
    number = itertools.count(1)
    paragraphs = [
        text
        if isinstance(text, Paragraph)
        else Paragraph(text, tuple(Line(next(number), line) for line in text.split("\n")))
        for text in texts
    ]
    return Pages(paragraphs, **fields)


def halves(texts):
    return {half.language: [p.text for p in half.pages.paragraphs] for half in split(pages(texts))}


@pytest.mark.parametrize(
    "texts",
    [CHINESE + ENGLISH, ENGLISH + CHINESE, IN_TURN],
    ids=["Chinese first", "English first", "in turn"],
)
def test_a_release_in_both_languages_is_two_halves(texts):
    assert halves(texts) == {"zh-hant": CHINESE, "en": ENGLISH}


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_what_stands_between_two_releases_goes_with_the_one_it_belongs_to(language):
    first, second = (CHINESE, ENGLISH) if language == "zh-hant" else (ENGLISH, CHINESE)
    first = [*first, "Mary Chan", "2345 6780", "https://www.cape.example"]
    assert halves(first + second)[language] == first


def test_an_english_standing_text_below_the_chinese_release_stays_with_it():
    chinese = [*CHINESE[:8], *CHINESE[10:], *ENGLISH[8:10]]
    assert halves(chinese + ENGLISH) == {"zh-hant": chinese, "en": ENGLISH}


def test_a_page_that_begins_ends_the_first_release():
    date = Paragraph("2026-05-04", (Line(90, "2026-05-04", new_page=True),))
    english = [line.replace("(Hong Kong, 4 May 2026) - ", "") for line in ENGLISH]
    assert halves([*CHINESE, date, *english])["en"] == ["2026-05-04", *english]


def test_a_short_notice_in_both_languages_is_two_halves():
    zh = ["海角創新園周日開放", "海角創新園將於本周日開放予公眾參觀，毋須登記。"]
    en = ["Cape Park Opens on Sunday", "Cape Innovation Park is open to the public this Sunday."]
    assert halves(zh + en) == halves([zh[0], en[0], zh[1], en[1]]) == {"zh-hant": zh, "en": en}


def test_pages_of_two_columns_read_one_after_the_other_are_two_halves():
    zh, en = [*CHINESE[:5], CHINESE[2], *CHINESE[5:]], [*ENGLISH[:5], ENGLISH[2], *ENGLISH[5:]]
    assert halves(zh[:5] + en[:5] + zh[5:] + en[5:]) == {"zh-hant": zh, "en": en}


def test_contacts_printed_for_each_are_not_shared_whatever_heads_them():
    zh = [*CHINESE[:10], "傳媒如有查詢，請聯絡：", *CHINESE[11:]]
    plain = [*CHINESE[:10], *CHINESE[11:]]
    for chinese in (zh, plain):
        assert halves(chinese + ENGLISH) == {"zh-hant": chinese, "en": ENGLISH}


def test_an_english_summary_below_a_chinese_release_is_its_english_half():
    assert halves(CHINESE + ENGLISH[:3])["en"] == ENGLISH[:3]


ONE = {
    "an English headline": [CHINESE[0], ENGLISH[0], *CHINESE[1:]],
    "an English headline above": [ENGLISH[0], *CHINESE],
    "a sentence in English": [*CHINESE[:4], ENGLISH[4], *CHINESE[4:]],
    "the standing text of a partner": [*CHINESE[:8], *ENGLISH[8:10], *CHINESE[8:]],
    "standing texts in English": [*CHINESE[:6], *ENGLISH[6:10], *ENGLISH[8:10], *CHINESE[10:]],
    "a standing text of some paragraphs": [
        *CHINESE[:10], "關於 Polestar Group", *[ENGLISH[9]] * 3, *CHINESE[10:]
    ],
    "contacts in English": [*CHINESE[:10], *ENGLISH[10:]],
    "contacts in both languages": [
        *CHINESE[:10], "傳媒查詢 Media Enquiries", "黃美玲 Carol Wong", "電話 Tel: 2345 6789"
    ],
    "legal words in English": [
        *CHINESE, "Forward-Looking Statements", *["This release may hold statements on the future."] * 3
    ],
    "names and terms": [*CHINESE[:3], "Polestar Bio Holdings Limited", "Bob Lee", *CHINESE[3:]],
}  # fmt: skip


@pytest.mark.parametrize("texts", ONE.values(), ids=ONE.keys())
def test_a_chinese_release_with_some_english_stays_one(texts):
    (half,) = split(given_pages := pages(texts))
    assert half.language == "zh-hant"
    assert half.pages == given_pages


@pytest.mark.parametrize(
    "texts",
    [
        [CHINESE[0], *ENGLISH],
        [*ENGLISH[:4], CHINESE[4], *ENGLISH[4:]],
        [*ENGLISH[:8], *CHINESE[8:10], *ENGLISH[8:]],
        [*ENGLISH, *CHINESE[10:]],
    ],
    ids=["headline", "sentence", "standing text", "contacts"],
)
def test_an_english_release_with_some_chinese_stays_one(texts):
    assert list(halves(texts)) == ["en"]


# What is printed once for both


def test_contacts_printed_once_are_for_both_each_with_its_side_of_a_line():
    shared = [
        "傳媒查詢 Media Enquiries",
        "黃美玲女士 Ms Carol Wong",
        "電話 Tel: 2345 6789",
        "carol@cape.example",
    ]
    zh = ["傳媒查詢", "黃美玲女士", "電話: 2345 6789", "carol@cape.example"]
    en = ["Media Enquiries", "Ms Carol Wong", "Tel: 2345 6789", "carol@cape.example"]
    for texts in (CHINESE[:10] + ENGLISH[:10], IN_TURN[:20]):
        assert halves([*texts, *shared]) == {"zh-hant": CHINESE[:10] + zh, "en": ENGLISH[:10] + en}


def test_a_number_printed_once_is_for_both_and_one_printed_twice_for_each():
    shared = [
        "傳媒查詢 Media Enquiries",
        "黃女士",
        "Ms Wong",
        "2345 6789",
        "電話：9123 4567",
        "Tel: 9123 4567",
    ]
    found = halves([*IN_TURN[:20], *shared])
    assert found["zh-hant"][10:] == ["傳媒查詢", "黃女士", "2345 6789", "電話：9123 4567"]
    assert found["en"][10:] == ["Media Enquiries", "Ms Wong", "2345 6789", "Tel: 9123 4567"]


def test_contacts_in_one_language_below_both_releases_are_for_both():
    for texts in (CHINESE[:10] + ENGLISH[:10], IN_TURN[:20]):
        found = halves([*texts, *ENGLISH[10:]])
        assert found["en"] == ENGLISH
        assert found["zh-hant"] == CHINESE[:10] + ENGLISH[11:]


def test_a_letterhead_and_a_headline_of_both_languages_are_cut_at_the_border():
    top = ["海角創新園 Cape Innovation Park", f"{CHINESE[0]}\n{ENGLISH[0]}"]
    found = halves([*top, *CHINESE[1:], *ENGLISH[1:]])
    assert found == {"zh-hant": ["海角創新園", *CHINESE], "en": ["Cape Innovation Park", *ENGLISH]}


def test_a_paragraph_is_cut_between_the_sentences_of_its_languages():
    rows = [
        f"{zh}{en}" if zh.endswith("。") else f"{zh}\n{en}"
        for zh, en in zip(CHINESE, ENGLISH, strict=True)
    ]
    assert halves(rows) == {"zh-hant": CHINESE, "en": ENGLISH}


def test_columns_of_a_table_are_the_two_languages():
    rows = [
        Paragraph(
            f"{zh}\t{en}", (Line(2 * i + 1, zh), Line(2 * i + 2, en)), cells=(zh, "", en), table=1
        )
        for i, (zh, en) in enumerate(zip(CHINESE, ENGLISH, strict=True))
    ]
    found = split(Pages(rows))
    assert [[p.text for p in half.pages.paragraphs] for half in found] == [CHINESE, ENGLISH]
    assert [p.line for p in found[1].pages.paragraphs] == list(range(2, 31, 2))


# Pictures


def picture(name):
    return Paragraph("", (Line(80, ""),), pictures=(name,))


def of_pictures(texts):
    shown = [Picture(name, 9, 9, b"") for name in "abc"]
    return {
        h.language: [p.sha256 for p in h.pages.pictures]
        for h in split(pages(texts, pictures=shown))
    }


def test_a_picture_goes_with_its_caption():
    zh, en = (
        [*CHINESE, picture("a"), "圖一：簽署儀式。"],
        [*ENGLISH, picture("b"), "Photo 1: The signing."],
    )
    assert of_pictures(zh + en) == {"zh-hant": ["a"], "en": ["b"]}
    assert of_pictures(en + zh) == {"zh-hant": ["a"], "en": ["b"]}


def test_a_picture_between_the_languages_is_of_both():
    between = [picture("a"), "圖一：簽署儀式。", "Photo 1: The signing."]
    assert of_pictures(IN_TURN[:10] + between) == {"zh-hant": ["a"], "en": ["a"]}
    assert of_pictures([*CHINESE, picture("c"), *ENGLISH]) == {"zh-hant": ["c"], "en": ["c"]}


# Lines


@pytest.mark.parametrize(
    ("line", "two"),
    [
        ("陳美玲 Mary Chan / 電話 Tel: 2345 6789", ("陳美玲 / 電話: 2345 6789", "Mary Chan / Tel: 2345 6789")),
        ("陳美玲（Mary Chan）", ("陳美玲", "Mary Chan")),
        ("Mary Chan (陳美玲)", ("陳美玲", "Mary Chan")),
        ("海角（香港）有限公司 Cape (Hong Kong) Limited", ("海角（香港）有限公司", "Cape (Hong Kong) Limited")),
        ("關於海角創新園 About Cape Innovation Park", ("關於海角創新園", "About Cape Innovation Park")),
        ("- 完 End -", ("- 完 -", "- End -")),
        ("圖一 Photo 1：", ("圖一：", "Photo 1：")),
        ("主席 Chairman", ("主席", "Chairman")),
        ("2026年5月4日 4 May 2026", ("2026年5月4日", "4 May 2026")),
        ("Mary Chan 女士", None),
        ("行政總裁 Mary Chan", None),
        ("海角創新園夥拍 Polestar Bio", None),
        ("Polestar Bio 推出新藥", None),
        ("海角創新園與 Polestar Bio 合作", None),
        ("海角創新園今日公布與 Cape Park and Polestar Bio 合作。", None),
    ],
)  # fmt: skip
def test_a_line_is_cut_only_where_both_sides_are_whole(line, two):
    assert sides(line) == two


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2345 6789", None),
        ("carol@cape.example", None),
        ("https://www.cape.example/news", None),
        (
            "海角創新園與 Polestar Bio Holdings Limited 簽署合作備忘錄，推動生物科技發展。",
            "zh-hant",
        ),
        ("Cape Innovation Park (海角創新園) was founded in 2001 and offers laboratories.", "en"),
    ],
)
def test_the_language_of_a_text_is_that_of_most_of_its_words(text, language):
    assert language_of(text) == language


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([*CHINESE, *ENGLISH, "2345 6789", "黃女士 Ms Wong", "", "———"]), max_size=40
    )
)
def test_no_line_of_a_file_is_lost_between_the_halves(lines):
    read = plain_text.read_text("\n\n".join(lines))
    found = split(read)
    kept = {n for half in found for p in half.pages.paragraphs for n in p.numbers}
    assert kept == {n for p in read.paragraphs for n in p.numbers}
    for half in found:
        numbers = [p.line for p in half.pages.paragraphs]
        assert numbers == sorted(numbers)
