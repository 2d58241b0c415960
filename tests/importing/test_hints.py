"""What a Word file or a PDF says beside its words: styles, emphasis, pictures and tables."""

import pytest

from releases.document import schema
from releases.importing import structure
from releases.importing.paragraphs import Line, Mark, Pages, Paragraph, Picture

LEAD = "HONG KONG, 4 May 2026 - Cape Park today signed a memorandum with Polestar Bio on research."
MORE = (
    "The two will study the seas around Hong Kong together over the next three years, and publish."
)


def pages(*rows, pictures=()) -> Pages:
    """Pages of rows: words, or words with what a file says of them."""
    made = []
    for number, row in enumerate(rows, 1):
        row = row if isinstance(row, dict) else {"text": row}
        text = row.get("text", "\t".join(row.get("cells", ())))
        made.append(Paragraph(**{**row, "text": text, "lines": (Line(number, text, gap=1),)}))
    return Pages(made, pictures=list(pictures))


def picture(name: str, width=800, height=600, alt_text="") -> Picture:
    return Picture(name * 64, width, height, b"", alt_text)


def read(*rows, language="en", **found):
    document, notes, places = structure.read(pages(*rows, **found), language)
    schema.check(document)
    return document, notes, places


def kinds(document):
    return [type(block).__name__ for block in document.body]


def test_the_title_is_the_headline_whatever_stands_above_it():
    document, notes, _places = read(
        "Cape Innovation Park and friends",
        {"text": "Two join forces", "style": "title"},
        LEAD,
        MORE,
    )
    assert document.headline == {"en": "Two join forces"}
    assert any(note.source == "Cape Innovation Park and friends" for note in notes)


def test_a_heading_in_the_body_is_a_subheading_and_no_guess():
    document, notes, _places = read(
        "Two join forces", LEAD, {"text": "What it means for the seas.", "style": "heading"}, MORE
    )
    assert kinds(document) == ["TextBlock", "Subheading", "TextBlock"]
    assert not [n for n in notes if n.part == document.body[1].key]


def test_emphasis_and_links_stay_behind_a_dateline_and_behind_a_bullet():
    at = LEAD.index("Polestar Bio")
    document, _notes, _places = read(
        "Two join forces",
        {"text": LEAD, "marks": (Mark(at, at + 12, "strong"),)},
        MORE,
        {"text": "• The first of many", "marks": (Mark(6, 11, "a", "https://cape.example/"),)},
        {"text": "• The second of many"},
    )
    assert "with <strong>Polestar Bio</strong> on" in document.body[0].html["en"]
    assert document.body[0].html["en"].startswith("<p>Cape Park today")
    assert '<a href="https://cape.example/"' in document.body[2].html["en"]


@pytest.mark.parametrize("above", [True, False])
def test_a_picture_goes_to_the_labelled_caption_beside_it(above):
    figures = [
        ({"text": "", "pictures": (name * 64,)}, f"Photo {n}: Scene {n}.")
        for n, name in ((1, "a"), (2, "b"))
    ]
    rows = [row for pair in figures for row in (pair[::-1] if above else pair)]
    found = [picture("a"), picture("b")]
    document, _notes, _places = read("Two join forces", LEAD, MORE, *rows, pictures=found)
    assert [(f.picture.sha256[0], f.caption["en"]) for f in document.figures()] == [
        ("a", "Scene 1."),
        ("b", "Scene 2."),
    ]


def test_pictures_side_by_side_go_to_their_captions_from_left_to_right():
    document, _notes, _places = read(
        "Two join forces",
        LEAD,
        {"text": "", "pictures": ("a" * 64, "b" * 64)},
        "Photo 1: On the left.",
        "Photo 2: On the right.",
        pictures=[picture("a"), picture("b")],
    )
    assert [f.picture.sha256[0] for f in document.figures()] == ["a", "b"]


def test_pictures_apart_from_their_captions_are_matched_in_order_and_that_is_said():
    document, notes, _places = read(
        "Two join forces",
        LEAD,
        {"text": "", "pictures": ("a" * 64,)},
        {"text": "", "pictures": ("b" * 64,)},
        MORE + " " + MORE + " " + MORE,
        "Photo 1: The first.",
        "Photo 2: The second.",
        pictures=[picture("a"), picture("b")],
    )
    assert [f.picture.sha256[0] for f in document.figures()] == ["a", "b"]
    assert sum("by their order" in note.message for note in notes) == 2


def test_short_words_right_below_a_picture_are_its_caption_and_that_is_said():
    document, notes, _places = read(
        "Two join forces",
        LEAD,
        {"text": "", "pictures": ("a" * 64,)},
        "The new laboratory at Cape Park.",
        MORE,
        pictures=[picture("a", alt_text="A white room")],
    )
    (figure,) = document.figures()
    assert (figure.caption, figure.alt_text) == (
        {"en": "The new laboratory at Cape Park."},
        {"en": "A white room"},
    )
    assert any("caption of the picture above" in note.message for note in notes)


def test_the_text_goes_on_below_a_picture_without_a_caption():
    document, notes, _places = read(
        "Two join forces",
        LEAD,
        {"text": "", "pictures": ("a" * 64,)},
        " ".join([MORE] * 4),
        pictures=[picture("a", alt_text="image1.png")],
    )
    assert kinds(document) == ["TextBlock", "Figure", "TextBlock"]
    assert document.figures()[0].alt_text == {}
    assert any("without a caption" in note.message for note in notes)


def test_a_picture_between_headline_and_lead_is_shown_first():
    document, _notes, _places = read(
        "Two join forces",
        {"text": "", "pictures": ("a" * 64,)},
        LEAD,
        MORE,
        pictures=[picture("a")],
    )
    assert kinds(document) == ["Figure", "TextBlock", "TextBlock"]
    assert document.dateline.city == {"en": "HONG KONG"} or document.dateline.city


def test_a_logo_is_left_over():
    document, notes, places = read(
        {"text": "", "pictures": ("a" * 64,)},
        "Two join forces",
        LEAD,
        MORE,
        {"text": "", "pictures": ("b" * 64,)},
        pictures=[picture("a"), picture("b", 90, 90)],
    )
    assert not document.figures()
    assert places[1] == places[5] == "left_over"
    assert sum("logo" in note.message for note in notes) == 2


def test_a_table_of_contacts_with_a_header_is_a_contact_a_row():
    document, _notes, _places = read(
        "Two join forces",
        LEAD,
        MORE,
        {"cells": ("Organisation", "Name", "Tel", "Email"), "table": 1},
        {"cells": ("Cape Park", "Carol Wong", "+852 2555 0123", "carol@cape.example"), "table": 1},
        {
            "cells": ("Polestar Bio", "Dan Lee", "+852 2555 0199", "dan@polestar.example"),
            "table": 1,
        },
    )
    assert [(c.name["en"], c.organisation["en"], c.emails) for c in document.media_contacts] == [
        ("Carol Wong", "Cape Park", ["carol@cape.example"]),
        ("Dan Lee", "Polestar Bio", ["dan@polestar.example"]),
    ]


def test_contacts_side_by_side_are_read_one_after_the_other():
    document, _notes, _places = read(
        "Two join forces",
        LEAD,
        MORE,
        "Media contacts",
        {
            "cells": (
                "Cape Park\nCarol Wong\nTel: +852 2555 0123\nEmail: carol@cape.example",
                "Polestar Bio\nDan Lee\nTel: +852 2555 0199\nEmail: dan@polestar.example",
            ),
            "table": 1,
        },
    )
    assert [(c.name["en"], len(c.phones)) for c in document.media_contacts] == [
        ("Carol Wong", 1),
        ("Dan Lee", 1),
    ]


def test_a_table_of_witnesses_makes_witnesses():
    document, _notes, _places = read(
        "兩機構簽署合作備忘錄",
        "（香港，2026年5月4日）海角創新園今日與北極星生物簽署合作備忘錄。",
        "備忘錄由海角創新園主席陳愛麗女士及北極星生物行政總裁李柏先生簽署。",
        "見證人",
        {"cells": ("機構", "職銜", "姓名"), "table": 1},
        {"cells": ("海角創新園", "董事", "何志文先生"), "table": 1},
        {"cells": ("北極星生物", "科學總監", "區綺雯博士"), "table": 1},
        language="zh-hant",
    )
    assert [w.person.name["zh-hant"] for w in document.witnesses] == ["何志文", "區綺雯"]


def test_any_other_table_is_a_list_and_that_is_said():
    document, notes, _places = read(
        "Two join forces",
        LEAD,
        MORE,
        {"cells": ("Area", "12,000 square metres"), "table": 1},
        {"cells": ("Cost", "HK$3 million"), "table": 1},
        MORE,
    )
    assert "Area: 12,000 square metres" in document.body[2].html["en"]
    assert any("rows are set as a list" in note.message for note in notes)
