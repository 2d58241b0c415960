"""Word files: what is printed on the page comes back as paragraphs, and nothing vanishes."""

import contextlib
import io
import time

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releases.importing import File, ImportRefused, apart, formats, plain_text, shapes, word
from releases.importing.paragraphs import Mark
from releases.importing.reader import read as read_release
from releases.importing.word import numbering

from .helpers import printed, source
from .hostile import HEAVY, HOSTILE
from .word_files import (
    jpeg,
    paragraph,
    parts,
    picture,
    relations,
    run,
    table,
    text_box,
    word_file,
    zipped,
)

BREAK = "<w:r><w:br/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def written(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pages(body: str, *entries, **others):
    return word.read(word_file(body, *entries, **others))


def texts(body: str, *entries, **others) -> list[str]:
    return [p.text for p in pages(body, *entries, **others).paragraphs]


def only(body: str, *entries, **others):
    (found,) = pages(body, *entries, **others).paragraphs
    return found


# Words

WORDS = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="\ufffc\ufeff\u2060\xad"),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=8))
def test_paragraphs_come_back_word_for_word(paragraphs):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    found = word.read(written(document)).paragraphs
    assert [p.text for p in found] == [text for text in paragraphs if text]
    assert [p.line for p in found] == [n for n, text in enumerate(paragraphs, 1) if text]
    assert all("\n".join(line.text for line in p.lines) == p.text for p in found)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_emphasis_covers_the_characters_that_have_it(pieces):
    document = docx.Document()
    line = document.add_paragraph("plain")
    for text, bold, italic in pieces:
        piece = line.add_run(text)
        piece.bold, piece.italic = bold, italic
    (found,) = word.read(written(document)).paragraphs
    place = len("plain")
    for text, bold, italic in pieces:
        tags = {m.tag for m in found.marks if m.start <= place and place + len(text) <= m.end}
        assert tags == {tag for tag, on in (("strong", bold), ("em", italic)) if on}
        place += len(text)


def test_special_characters_are_those_that_are_printed():
    line = (
        run("a\xa0b\u200b") + "<w:r><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>"
        '<w:r><w:t>d</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    assert texts(paragraph(line)) == ["a b  c-d✓"]


def test_a_symbol_that_nobody_knows_is_said():
    found = pages(paragraph('<w:r><w:sym w:font="Odd" w:char="F0FC"/></w:r>', " first"))
    assert found.paragraphs[0].text == "• first"
    assert "font Odd" in found.notes[0].message


def test_a_ruby_prints_its_base():
    ruby = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
    assert texts(paragraph(ruby.format(run("xiang"), run("香")), "港")) == ["香港"]


def test_a_large_first_letter_belongs_to_its_word():
    letter = paragraph("T", properties='<w:framePr w:dropCap="drop"/>')
    assert texts(letter + paragraph("he park")) == ["The park"]


# Styles

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="標題 1"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="House"/><w:basedOn w:val="b"/></w:style>
<w:style w:type="paragraph" w:styleId="d"><w:name w:val="Level"/>
    <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="e"><w:name w:val="標題"/></w:style>
<w:style w:type="paragraph" w:styleId="f"><w:name w:val="題注"/></w:style>
<w:style w:type="paragraph" w:styleId="g"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:name w:val="Round"/><w:basedOn w:val="h"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("style", "expected"),
    [("a", ""), ("b", "heading"), ("c", "heading"), ("d", "heading"), ("e", "title")]
    + [("f", "caption"), ("g", "bold"), ("h", ""), ("unknown", "")],
)
def test_a_style_is_known_by_its_name_its_level_and_its_base(style, expected):
    body = paragraph("Words", properties=f'<w:pStyle w:val="{style}"/>')
    assert only(body, styles=STYLES).style == expected


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("Heading", "heading"), ("小標題", "heading"), ("标题 2", "heading"), ("Headline", "title"),
        ("副標題", "title"), ("圖說", "caption"), ("header", ""), ("Body", ""),
    ],
)  # fmt: skip
def test_the_names_of_other_programs_and_houses_are_known(name, style):
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    assert only(paragraph("x", properties='<w:pStyle w:val="x"/>'), styles=styles).style == style


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Title", "title"),
        ("Subtitle", "title"),
        ("Header", ""),
        ("Heading 3", "heading"),
        ("Caption", "caption"),
    ],
)
def test_the_styles_of_word_itself_are_known(style, expected):
    document = docx.Document()
    own = document.styles.add_style("Own", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles[style]
    document.add_paragraph("One", style=style)
    document.add_paragraph("Two", style=own)
    assert [p.style for p in word.read(written(document)).paragraphs] == [expected] * 2


def test_bold_from_end_to_end_is_a_style_and_no_mark():
    whole = only(paragraph(run("All ", "<w:b/>"), run("  "), run("bold", "<w:b/>")))
    part = only(paragraph(run("Part", "<w:b/>"), " plain", run(" not", '<w:b w:val="0"/>')))
    assert (whole.style, whole.marks) == ("bold", ())
    assert (part.style, part.marks) == ("", (Mark(0, 4, "strong"),))


def test_bold_on_bold_cancels_out_between_styles():
    strong = run("once", '<w:rStyle w:val="s"/>')
    bold = paragraph("Bold ", strong, properties='<w:pStyle w:val="g"/>')
    assert only(bold, styles=STYLES).marks == (Mark(0, 4, "strong"),)
    assert only(paragraph("Plain ", strong), styles=STYLES).marks == (Mark(6, 10, "strong"),)


def test_raised_and_lowered_letters_are_marked():
    line = only(
        paragraph("H", run("2", '<w:vertAlign w:val="subscript"/>'), "O, 5 m")
        .replace("</w:p>", run("2", '<w:vertAlign w:val="superscript"/>') + "</w:p>")
    )  # fmt: skip
    assert line.html == "H<sub>2</sub>O, 5 m<sup>2</sup>"


def test_a_link_is_marked_unless_its_text_is_the_address():
    def link(identity, text):
        return f'<w:hyperlink r:id="{identity}">{run(text)}</w:hyperlink>'

    body = paragraph(
        "See ", link("l", "our site"), " or ", link("l", "www.park.example"), " or ",
        link("m", "press@park.example"), " or ", link("x", "this"),
    )  # fmt: skip
    found = only(
        body,
        ("l", "hyperlink", "https://www.park.example/"),
        ("m", "hyperlink", "mailto:press@park.example"),
        ("x", "hyperlink", "javascript:alert(1)"),
    )
    assert found.text == "See our site or www.park.example or press@park.example or this"
    assert found.marks == (Mark(4, 12, "a", "https://www.park.example/"),)


# Lists


def level(number: int, format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = f"""
<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}
    {level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "l")}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">{level(0, "taiwaneseCountingThousand", "%1、")}</w:abstractNum>
<w:abstractNum w:abstractNumId="4">{level(0, "decimal", "圖%1：", '<w:suff w:val="nothing"/>')}
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def item(text: str, number: int, depth: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=numbers)


def labels(*items) -> list[str]:
    found = texts("".join(item("x", *one) for one in items), numbering=NUMBERING)
    assert all(text.endswith("x") for text in found)
    return [text[:-1] for text in found]


def test_items_begin_with_the_mark_that_is_printed():
    assert labels((2,), (3,), (3,), (4,), (99,), (0,)) == ["• ", "一、", "二、", "圖1：", "", ""]


def test_levels_count_under_their_own_item():
    counted = labels((1,), (1, 1), (1, 1), (1,), (1, 1), (1, 2))
    assert counted == ["1. ", "(a) ", "(b) ", "2. ", "(a) ", "2.1.1 "]


def test_a_list_goes_on_or_begins_again_as_it_says():
    assert labels((1,), (2,), (1,), (5,), (5,)) == ["1. ", "• ", "2. ", "7. ", "8. "]


def test_the_number_of_a_style_is_printed():
    styles = (
        '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="List"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("One", properties='<w:pStyle w:val="n"/>') * 2
    assert texts(body, styles=styles, numbering=NUMBERING) == ["1. One", "2. One"]


@pytest.mark.parametrize(
    ("number", "format", "expected"),
    [
        (4, "upperRoman", "IV"), (28, "lowerLetter", "bb"), (7, "decimalZero", "07"),
        (3, "decimalEnclosedCircleChinese", "③"), (2, "ideographTraditional", "乙"),
        (12, "chineseCounting", "十二"), (20, "chineseCountingThousand", "二十"),
        (105, "taiwaneseCountingThousand", "一百〇五"), (31, "ideographLegalTraditional", "參拾壹"),
        (3, "decimalFullWidth", "３"), (9, "somethingNew", "9"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_lists_write_them(number, format, expected):
    assert numbering.formatted(number, format) == expected


def test_emphasis_stands_behind_the_mark():
    bold = paragraph(
        run("One", "<w:b/>"), " two", properties='<w:numPr><w:numId w:val="2"/></w:numPr>'
    )
    assert only(bold, numbering=NUMBERING).html == "• <strong>One</strong> two"


# Breaks


def test_blank_paragraphs_are_a_gap_and_pages_begin_where_word_begins_them():
    body = (
        paragraph("One") + paragraph() * 2 + paragraph("Two") + paragraph(PAGE_BREAK)
        + paragraph("Three") + paragraph("Four", properties="<w:pageBreakBefore/>")
        + paragraph("<w:r><w:lastRenderedPageBreak/><w:t>Five</w:t></w:r>")
        + paragraph("Six", properties="<w:sectPr/>") + paragraph("Seven")
        + paragraph("Eight", properties='<w:sectPr/>')
        + paragraph("Nine") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    )  # fmt: skip
    lines = [line for p in pages(body).paragraphs for line in p.lines]
    assert [line.gap for line in lines][:2] == [0, 2]
    assert [line.text for line in lines if line.new_page] == [
        "Three", "Four", "Five", "Seven",
    ]  # fmt: skip


def test_the_lines_of_a_contact_reach_the_structure_one_by_one():
    lines = ["傳媒查詢：", "海角科學園", "陳美玲", "電話：2345 6789", "電郵：may@park.example"]
    found = pages(paragraph(BREAK.join(map(run, lines)))).paragraphs
    assert [p.text for p in found] == lines
    assert [p.line for p in found] == [1, 2, 3, 4, 5]


def test_a_heading_broken_for_its_looks_is_one_and_one_in_two_languages_is_two():
    def title(*lines):
        return pages(
            paragraph(BREAK.join(map(run, lines)), properties='<w:pStyle w:val="e"/>'),
            styles=STYLES,
        ).paragraphs

    assert [p.text for p in title("海角科學園", "與北星簽約")] == ["海角科學園與北星簽約"]
    assert [p.text for p in title("Cape Park and", "Polestar sign")] == [
        "Cape Park and Polestar sign"
    ]
    assert [p.text for p in title("海角科學園", "Cape Park")] == ["海角科學園", "Cape Park"]


@pytest.mark.parametrize("following", ["medicine at its doors.", "Medicine Hall at its doors."])
def test_a_line_broken_in_mid_sentence_goes_on(following):
    text = "The park today announced that it would open a second centre at Sha Tin"
    (found,) = pages(paragraph(run(text), BREAK, following)).paragraphs
    assert found.text == f"{text} {following}"
    assert len(found.lines) == 2
    assert texts(paragraph(run(text), PAGE_BREAK, following)) == [text, following]


def test_short_lines_stay_lines_of_their_paragraph_and_sentences_become_paragraphs():
    assert texts(paragraph("Date: 4 May", BREAK, "Place: Sha Tin")) == [
        "Date: 4 May\nPlace: Sha Tin"
    ]
    assert texts(paragraph("It opened.", BREAK, "It is large.")) == ["It opened.", "It is large."]
    assert texts(paragraph("One", BREAK, BREAK, "Two")) == ["One", "Two"]


# Tables


def rows(body: str, **others) -> list[tuple[str, ...]]:
    return [p.cells for p in pages(body, **others).paragraphs]


def test_a_row_is_a_paragraph_with_its_cells():
    found = pages(table(["Name", "Tel"], [paragraph("May") + paragraph("Park"), "2345 6789"]))
    assert [p.cells for p in found.paragraphs] == [("Name", "Tel"), ("May\nPark", "2345 6789")]
    assert [p.text for p in found.paragraphs] == ["Name\tTel", "May\nPark\t2345 6789"]
    assert [line.text for line in found.paragraphs[1].lines] == ["May", "Park", "2345 6789"]
    assert {p.table for p in found.paragraphs} == {1}


def test_merged_cells_are_read_once_and_columns_stay_where_they_are():
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Wide")}'
    down = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Down")}'
    below = f"<w:tcPr><w:vMerge/></w:tcPr>{paragraph('unseen')}"
    assert rows(table([wide, "c"], [down, "b1", "c1"], [below, "b2", "c2"])) == [
        ("Wide", "", "c"),
        ("Down", "b1", "c1"),
        ("", "b2", "c2"),
    ]


def test_a_row_keeps_its_emphasis():
    found = only(table(["Name", paragraph("Tel ", run("now", "<w:b/>"))]))
    assert [found.text[m.start : m.end] for m in found.marks] == ["now"]


PROSE = "The park today announced that it will open a second centre for science and medicine in Sha Tin."


@pytest.mark.parametrize(
    "body",
    [
        table(["One"], ["Two"], ["Three"]),
        table([paragraph("One") + paragraph("Two") + paragraph("Three")]),
        table(["One", paragraph()], [paragraph(), "Two"], ["Three", paragraph()]),
        table([table(["One"], ["Two"]) + paragraph("Three")]),
        table(["One"]) + table([table([table([table(["Two"])])]) + paragraph("Three")]),
    ],
)
def test_a_table_that_is_only_a_frame_is_unwrapped(body):
    found = pages(body).paragraphs
    assert [p.text for p in found] == ["One", "Two", "Three"]
    assert not any(p.cells or p.table for p in found)


def test_a_letter_in_a_table_is_unwrapped():
    letter = paragraph(PROSE) * 2
    assert texts(table(["Cape Park", letter])) == ["Cape Park", PROSE, PROSE]
    assert rows(table([PROSE, "海角科學園今日公布。"])) == [(PROSE, "海角科學園今日公布。")]


def test_a_table_in_a_cell_is_flattened():
    inner = table(["Tel", "2345 6789"])
    assert rows(table(["May", inner])) == [("May", "Tel\t2345 6789")]
    deep = "Deep"
    for _depth in range(40):
        deep = table(["x", deep])
    assert "Deep" in only(deep).text


# Pictures

PICTURES = (("p", "image", "media/one.jpg"), ("q", "image", "media/two.jpg"))


def with_pictures(body: str, *entries, **others):
    whole = parts(body, *PICTURES, *entries, **others)
    whole |= {"word/media/one.jpg": jpeg(), "word/media/two.jpg": jpeg(30, 20, "blue")}
    return word.read(zipped(whole))


def test_a_picture_stands_where_it_stood_with_its_size_and_its_words():
    found = with_pictures(
        paragraph("One") + paragraph(picture("p", "Two people")) + paragraph("Two")
    )
    (one,) = found.pictures
    assert (one.width, one.height, one.data, one.alt_text) == (60, 40, jpeg(), "Two people")
    assert [(p.text, p.pictures) for p in found.paragraphs] == [
        ("One", ()), ("", (one.sha256,)), ("Two", ()),
    ]  # fmt: skip
    assert found.paragraphs[1].line == 2


def test_the_same_picture_twice_is_one():
    found = with_pictures(paragraph(picture("p")) + paragraph(picture("p", "A park"), "Words"))
    assert len(found.pictures) == 1
    assert found.pictures[0].alt_text == "A park"
    assert [p.pictures for p in found.paragraphs] == [(found.pictures[0].sha256,)] * 2


def test_pictures_side_by_side_are_followed_by_their_own_captions():
    found = with_pictures(
        table([paragraph(picture("p")), paragraph(picture("q"))], ["Photo 1: A", "Photo 2: B"])
    )
    assert [p.text or len(p.pictures) for p in found.paragraphs] == [
        1,
        "Photo 1: A",
        1,
        "Photo 2: B",
    ]


def test_a_picture_and_its_caption_in_one_paragraph_are_two():
    found = with_pictures(paragraph(picture("p"), BREAK, "Photo 1: A"))
    assert [p.text or len(p.pictures) for p in found.paragraphs] == [1, "Photo 1: A"]


@pytest.mark.parametrize(
    "shape",
    [
        '<w:r><w:pict><v:shape alt="A park"><v:imagedata r:id="p"/></v:shape></w:pict></w:r>',
        '<w:r><w:drawing><wp:anchor><wp:docPr descr="A park"/><a:graphic><a:graphicData><v:group>'
        '<pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></v:group>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>",
        text_box(paragraph(picture("p", "A park"))),
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape alt="A park"><v:imagedata r:id="p"/></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>",
    ],
)
def test_pictures_are_found_in_shapes_old_and_new(shape):
    found = with_pictures(paragraph(shape))
    assert [p.alt_text for p in found.pictures] == ["A park"]
    assert [len(p.pictures) for p in found.paragraphs] == [1]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(50), "kind EMF"),
        (b"\xd7\xcd\xc6\x9a" + bytes(50), "kind WMF"),
        (b"no picture", "damaged"),
        (jpeg(400, 400)[:700], "damaged"),
    ],
)
def test_a_picture_that_cannot_be_used_is_a_note(data, message):
    whole = parts(paragraph(picture("p")) + paragraph("Words"), PICTURES[0])
    found = word.read(zipped(whole | {"word/media/one.jpg": data}))
    assert [p.text for p in found.paragraphs] == ["Words"]
    assert message in found.notes[0].message
    assert found.notes[0].line == 1


def test_a_cropped_picture_is_said_for_it_is_taken_whole():
    found = with_pictures(paragraph(picture("p", crop='<a:srcRect l="20000"/>')))
    assert "cropped" in found.notes[0].message


def test_nothing_is_fetched_and_what_was_to_be_is_said():
    body = paragraph(picture("x")) + paragraph("Words")
    found = pages(
        body,
        ("x", "image", "http://elsewhere.example/a.png"),
        ("t", "attachedTemplate", "http://elsewhere.example/t.dotm"),
    )
    assert [p.text for p in found.paragraphs] == ["Words"]
    assert {"elsewhere.example" in n.source + n.message for n in found.notes} == {True}
    assert len(found.notes) == 2


# What is not simply text


def test_a_text_box_is_read_once_behind_its_paragraph():
    assert texts(paragraph("One", text_box(paragraph("Box")), " more") + paragraph("Two")) == [
        "One more", "Box", "Two",
    ]  # fmt: skip


def test_content_controls_and_smart_tags_are_their_content():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(paragraph("One")) + paragraph(
        control.format(run("T")), f"<w:smartTag>{run('wo')}</w:smartTag>"
    )
    assert texts(body) == ["One", "Two"]


def test_a_control_that_nobody_filled_in_is_left_out_and_said():
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = pages(paragraph("One ", control.format(run("Click here"))))
    assert [p.text for p in found.paragraphs] == ["One"]
    assert [(n.kind, n.source) for n in found.notes] == [("left_over", "Click here")]


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_prints_its_result_and_not_its_code():
    nested = field("IF x", run("in ") + field("DATE", run("May")))
    assert texts(paragraph("Opened ", nested, ".")) == ["Opened in May."]
    link = only(paragraph("See ", field(' HYPERLINK "https://a.example/b" ', run("this"))))
    assert link.marks == (Mark(4, 8, "a", "https://a.example/b"),)


def test_text_in_a_field_without_end_is_said():
    found = pages(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "Swallowed"))
    assert [(n.kind, n.source) for n in found.notes] == [("left_over", "Swallowed")]


def test_a_field_without_end_ends_with_its_story():
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + (
        '<w:sectPr><w:headerReference r:id="part-header"/></w:sectPr>'
    )
    found = pages(body, header=paragraph("Cape Park"))
    assert [line.text for line in found.furniture] == ["Cape Park"]


def test_tracked_changes_are_read_as_accepted_and_said_once():
    deleted = '<w:del w:author="Ann"><w:r><w:delText>old </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:author="Bob">{run("new ")}</w:ins>'
    moved = f'<w:moveFrom w:author="Ann">{run("there")}</w:moveFrom>'
    found = pages(
        paragraph("The ", deleted, inserted, "centre", moved)
        + paragraph("First ", properties='<w:rPr><w:del w:author="Ann"/></w:rPr>')
        + paragraph("half")
        + paragraph(f'<w:moveTo w:author="Bob">{run("there")}</w:moveTo>')
    )
    assert [p.text for p in found.paragraphs] == ["The new centre", "First half", "there"]
    (note,) = found.notes
    assert "Ann, Bob" in note.message
    assert note.source == "old"


def test_comments_are_notes_at_their_line():
    comments = f'<w:comment w:id="3" w:author="Ann">{paragraph("Ask Bob")}</w:comment>'
    body = paragraph("One") + paragraph('<w:commentRangeStart w:id="3"/>', "Two")
    found = pages(body, comments=comments)
    assert [p.text for p in found.paragraphs] == ["One", "Two"]
    assert [(n.kind, n.line, n.source) for n in found.notes] == [("left_over", 2, "Ask Bob")]


def test_hidden_text_is_left_over_with_its_words():
    found = pages(paragraph("Seen", run(" unseen", "<w:vanish/>")))
    assert [p.text for p in found.paragraphs] == ["Seen"]
    assert [(n.kind, n.line, n.source) for n in found.notes] == [("left_over", 1, " unseen")]


def test_footnotes_follow_the_text_with_a_note_at_their_line():
    notes = f'<w:footnote w:id="2">{paragraph("Census of 2025")}</w:footnote>'
    body = paragraph("One") + paragraph("Two", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    found = pages(body + paragraph("Three"), footnotes=notes)
    assert [(p.text, p.style) for p in found.paragraphs][2:] == [
        ("Three", ""), ("Census of 2025", "footnote"),
    ]  # fmt: skip
    assert [(n.line, n.source) for n in found.notes] == [(2, "Census of 2025")]


def test_heads_and_feet_of_the_pages_are_furniture():
    body = paragraph("Words") + (
        '<w:sectPr><w:headerReference r:id="part-header"/>'
        '<w:footerReference r:id="part-footer"/></w:sectPr>'
    )
    found = pages(body, header=paragraph("Cape Park"), footer=paragraph("Page 1"))
    assert [p.text for p in found.paragraphs] == ["Words"]
    assert [line.text for line in found.furniture] == ["Cape Park", "Page 1"]
    assert len({line.number for line in found.furniture} | {1}) == 3


def test_a_picture_in_the_head_of_the_pages_is_a_letterhead():
    body = paragraph("Words") + '<w:sectPr><w:headerReference r:id="part-header"/></w:sectPr>'
    whole = parts(body, header=paragraph(picture("p")) * 2)
    whole |= {"word/_rels/header.xml.rels": relations(("p", "image", "media/one.jpg"))}
    found = word.read(zipped(whole | {"word/media/one.jpg": jpeg()}))
    assert (found.pictures, found.furniture) == ([], [])
    assert [n.kind for n in found.notes] == ["left_over"]
    assert "letterhead" in found.notes[0].message


def test_an_embedded_document_a_chart_and_a_formula_are_said():
    chart = "<w:r><w:drawing><wp:inline><c:chart/></wp:inline></w:drawing></w:r>"
    formula = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = pages(paragraph("Words", chart, formula) + '<w:altChunk r:id="x"/>')
    assert [n.kind for n in found.notes] == ["left_over"] * 3


# Files of every kind


def test_strict_open_xml_is_read():
    strict = {
        name: content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/",
            "http://purl.oclc.org/ooxml/wordprocessingml/",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/",
            "http://purl.oclc.org/ooxml/officeDocument/",
        )
        for name, content in parts(paragraph("Words", run(" bold", "<w:b/>"))).items()
    }
    (found,) = word.read(zipped(strict)).paragraphs
    assert found.html == "Words <strong>bold</strong>"


def test_a_template_is_read_and_a_name_may_be_written_in_any_way():
    template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    whole = parts(paragraph("Words"), main=template)
    whole["WORD\\Document.xml"] = whole.pop("word/document.xml")
    assert [p.text for p in word.read(zipped(whole)).paragraphs] == ["Words"]


@pytest.mark.parametrize("name", ["corporate_en", "university_zh"])
def test_a_release_in_word_is_the_release_in_plain_text(name):
    document = docx.Document()
    for line in plain_text.read_text(source(name)).paragraphs:
        document.add_paragraph(line.text)
    in_word = read_release([File("a.docx", written(document))])
    in_text = read_release([File("a.txt", source(name).encode())])
    language = in_text.document.languages[0]
    assert in_word.document.headline == in_text.document.headline
    assert [printed(b, language) for b in in_word.document.body] == [
        printed(b, language) for b in in_text.document.body
    ]
    assert in_word.document.media_contacts == in_text.document.media_contacts


# Files that are none, or were made to do harm


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_what_does_harm_is_refused_at_once_with_one_line(hostile):
    data = hostile.build()
    begun = time.monotonic()
    with pytest.raises(ImportRefused) as refusal:
        formats.read(data)
    assert hostile.message in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("hostile", HEAVY, ids=lambda hostile: hostile.name)
def test_the_heaviest_are_refused_within_the_bounds_of_a_process(hostile):
    with pytest.raises(ImportRefused, match=hostile.message):
        apart.read([File("a.docx", hostile.build())])


def whole_release() -> bytes:
    body = (
        paragraph("Cape Park opens", properties='<w:pStyle w:val="e"/>')
        + paragraph("HONG KONG, 4 May 2026 - The park ", run("opened", "<w:b/>"), " today.")
        + item("First", 1) + table(["May", "2345 6789"]) + paragraph(text_box(paragraph("Box")))
        + paragraph(picture("p")) + paragraph("圖一：相片")
    )  # fmt: skip
    whole = parts(body, PICTURES[0], styles=STYLES, numbering=NUMBERING)
    return zipped(whole | {"word/media/one.jpg": jpeg()})


RELEASE = whole_release()
STORED = zipped(
    parts(paragraph("One", run("two", "<w:b/>")) + table(["a", "b"]), styles=STYLES), compression=0
)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data):
    whole = bytearray(data.draw(st.sampled_from([RELEASE, STORED])))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(0, len(whole))) :]
    for place in data.draw(st.lists(st.integers(0, max(0, len(whole) - 1)), max_size=6)):
        whole[place : place + 1] = data.draw(st.binary(min_size=1, max_size=1))
    with contextlib.suppress(ImportRefused):
        word.read(bytes(whole))


MARKUP = [f"<w:{name}>" for name in ("p", "tbl", "tr", "tc", "r", "sdt", "pPr", "hyperlink", "del")]


@settings(max_examples=150, deadline=None)
@given(st.recursive(
    st.sampled_from(["", run("x"), BREAK, PAGE_BREAK, picture("p"), picture("gone"), "<w:numPr/>"]),
    lambda inner: st.tuples(st.sampled_from(MARKUP), st.lists(inner, max_size=4)).map(
        lambda pair: f"{pair[0]}{''.join(pair[1])}{pair[0].replace('<', '</')}"
    ),
    max_leaves=25,
))  # fmt: skip
def test_elements_in_any_order_are_read(body):
    found = with_pictures(body)
    numbers = [line.number for p in found.paragraphs for line in p.lines]
    assert len(numbers) == len(set(numbers))
    assert all(p.lines for p in found.paragraphs)


@pytest.mark.parametrize(
    "text", ["A" * 240_000, ". " * 120_000, "a@" * 120_000, "字" * 240_000, "- " * 120_000]
)
def test_a_long_paragraph_costs_no_time(text):
    begun = time.monotonic()
    (found,) = pages(paragraph(run(text[:120_000]), run(text[120_000:], "<w:b/>"))).paragraphs
    assert found.text == text.strip()
    assert shapes.width(found.text) >= 239_999
    assert time.monotonic() - begun < 3
