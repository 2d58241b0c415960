"""One release is the same release however its lines are laid out."""

import pytest

from releases.importing import plain_text
from releases.importing.structure import read as read_structure

from .helpers import import_plain_text, printed, source, words, wrapped

ONE_PER_LINE = ("university_zh", "newswire_en", "newswire_zh_hans")
LAYOUTS = {
    "a blank line after every line, three between paragraphs": (70, 1, 3),
    "paragraphs apart by a blank line": (72, 0, 1),
    "one paragraph per line": (100_000, 0, 0),
    "one paragraph per line, blank lines between": (100_000, 0, 1),
    "wide lines, two blank lines between": (96, 0, 2),
}


def unwrap(text: str) -> str:
    """The text with one paragraph per line: the form from which the layouts are made."""
    return "\n".join(line for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.parametrize("name", ONE_PER_LINE)
def test_the_layout_does_not_change_the_document(name, layout):
    expected = import_plain_text(unwrap(source(name)).encode()).document
    found = import_plain_text(wrapped(unwrap(source(name)), *layout).encode()).document
    language = expected.languages[0]
    assert [printed(b, language) for b in found.body] == [
        printed(b, language) for b in expected.body
    ]
    assert found == expected


def paragraphs(text: str) -> list[str]:
    return [p.text for p in plain_text.read_text(text).paragraphs]


def test_no_space_comes_between_han_and_one_between_words():
    text = (
        "香港某公司今日宣布與海外夥伴展開合作並會在未來三年於香港及大灣區\n"
        "設立研究中心以培育人才並推動創新科技發展而首個中心將會設於沙田的\n"
        "科學園。\n"
    )
    assert paragraphs(text)[0].startswith("香港某公司")
    assert " " not in paragraphs(text)[0]
    english = (
        "The company today announced that it would open a research centre in\n"
        "Sha Tin, the first of three that it plans to build in the next five\n"
        "years.\n"
    )
    assert paragraphs(english) == [english.replace("\n", " ").strip()]


def test_a_page_number_in_mid_sentence_is_left_out():
    text = (
        "The company today announced that it would open a research centre in\n"
        "Sha Tin, the first of three that it plans to build in the next five\n"
        "years. Work on the second centre will begin when the first has been\n"
        "\n\n- 2 -\n\n\f"
        "opened, and the third will follow in the same year if the plans are\n"
        "approved.\n"
    )
    pages = plain_text.read_text(text)
    assert len(pages.paragraphs) == 1
    assert "has been opened, and" in pages.paragraphs[0].text
    assert [line.text for line in pages.furniture] == ["- 2 -"]


def test_a_compound_keeps_its_hyphen_and_a_divided_word_loses_it():
    text = (
        "The company today announced that it would open a long-term develop-\n"
        "ment centre in Sha Tin, the first of three that it plans for a long-\n"
        "term programme of science in the region, which begins next summer at\n"
        "the park.\n"
    )
    assert "long-term development centre" in paragraphs(text)[0]
    assert "for a long-term programme" in paragraphs(text)[0]


def test_running_heads_are_furniture():
    head = "Acme Limited | Press release"
    text = f"Headline of the release\n\n{'A sentence of the lead that is long enough. ' * 3}\n\f{head} 1\n\nSecond.\n\f{head} 2\n\nThird.\n"
    assert [line.text for line in plain_text.read_text(text).furniture] == [
        f"{head} 1",
        f"{head} 2",
    ]


def test_the_structure_can_be_read_from_paragraphs_of_any_file():
    document, notes, _sources = read_structure(plain_text.read_text(source("corporate_en")), "en")
    assert words(document.headline).startswith("Kestrel")
    assert notes


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(line_end):
    source = "Park opens\n\nHONG KONG, 4 May 2026 - It opened today.\n\nIt is large.\n"

    document = import_plain_text(source.replace("\n", line_end).encode()).document

    assert document.headline == {"en": "Park opens"}
    assert len(document.body) == 2


def test_an_emoji_of_several_characters_stays_whole():
    source = "Family day opens\n\nHONG KONG, 4 May 2026 - Families 👩\u200d👩\u200d👧 came.\n"

    document = import_plain_text(source.encode()).document

    assert "👩\u200d👩\u200d👧" in document.body[0].html["en"]


def test_three_stars_alone_end_a_release():
    source = "Park opens\n\nHONG KONG, 4 May 2026 - It opened today.\n\n***\n"

    document = import_plain_text(source.encode()).document

    assert len(document.body) == 1
