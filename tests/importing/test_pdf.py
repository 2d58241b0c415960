"""A PDF says the same as the file it was made from: words, order, paragraphs, tables, pictures."""

import io
import re
from pathlib import Path

import pytest
import typst
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from releases.importing import File, ImportRefused, apart, formats, pdf
from releases.importing.paragraphs import Mark, Pages
from releases.importing.pdf.letters import readable

from . import hostile_pdf
from .hostile_pdf import deflated, one_page, stream, text

MADE_BY_LIBREOFFICE = Path(__file__).parent / "pdfs"
ENGLISH = [
    "HONG KONG, 4 May 2026 – Kelp Harbour Labs and Lantau Marine Institute today signed a memorandum of understanding to build a shared laboratory for coastal science in Sha Tin, which will open to researchers in the second quarter of next year and train up to 120 young scientists.",
    "“We are delighted to work with the institute,” said Dr Amelia Fong, Chief Executive of Kelp Harbour Labs. “Together we will turn good science into things that people along the coast can use, and we will do it in a way that is open to everybody.”",
    "The laboratory covers 2,400 square metres and stands beside the harbour. The staff of both sides will work in it from the first day.",
    "It will work in five fields, and the first long-term project is a map of the sea grass around the islands, to be finished in three years’ time with the help of schools. Under the memorandum both sides will lend staff to each other, publish all data within six months of measurement, and meet every quarter to agree on the work that follows.",
    "The costs are shared in equal parts. They are reviewed once a year.",
]
CHINESE = [
    "（香港，2026年5月4日）海藻灣實驗室與大嶼海洋研究院今日簽署合作備忘錄，將於沙田共同興建一所海岸科學實驗室。實驗室預計於明年第二季啟用，屆時會向全港研究人員開放，並為最多120名年輕科學家提供培訓，協助他們投身海洋科研工作。",
    "海藻灣實驗室行政總裁方美玲博士表示：「我們十分高興與研究院合作。雙方會將優秀的科研成果轉化為沿岸居民用得着的方案，並以公開透明的方式進行，讓每一位市民都能夠受惠於這些成果。」",
    "實驗室佔地二千四百平方米，毗鄰海港，雙方人員會由首日起在此工作。",
    "首個長期項目為繪製離島海草分布圖，預計在三年內完成，並邀請多間中小學參與。根據備忘錄，雙方會互派人員，所有數據於量度後六個月內公開，並每季舉行會議商討下一步工作。費用由雙方平均分擔，每年檢討一次，以確保資源運用得宜。",
]
LANGUAGES = {"en": ENGLISH, "zh": CHINESE}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def typeset(body: str, *, page: str = "", par: str = "", size: int = 11, language: str = "en"):
    """The PDF that typst makes of a text in its own markup."""
    head = (
        f"#set page(width: 21cm, height: 29.7cm, margin: 2.5cm, {page})\n"
        f'#set text(font: ("DejaVu Serif", "Noto Serif CJK HK"), size: {size}pt, lang: "{language}")\n'
        f"#set par({par})\n"
    )
    return typst.compile((head + body).encode())


def markup(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs).replace("@", "\\@")


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in pdf.read(data).paragraphs]


def photo(kind: str = "JPEG", size=(320, 200), mode: str = "RGB") -> bytes:
    image = Image.new(mode, size, "#336699")
    ImageDraw.Draw(image).ellipse((40, 40, 160, 160), fill="#ffcc00")
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def image_object(data: bytes, size, colours: bytes = b"/DeviceRGB", more: bytes = b"") -> bytes:
    return stream(
        data,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 %s"
        % (*size, colours, more),
    )


def with_image(image: bytes, matrix: bytes = b"300 0 0 200 72 300", more=(), content=b"") -> bytes:
    return one_page(
        text("Above the picture.")
        + content
        + b"q %s cm /I Do Q " % matrix
        + text("Below it.", 200),
        resources=b"/XObject << /I 6 0 R >>",
        more=(image, *more),
    )


# Paragraphs


MANNERS = {
    "ragged, apart by a space": "leading: 0.8em, spacing: 1.6em",
    "justified, apart by a space": "justify: true, leading: 0.8em, spacing: 1.6em",
    "justified, first lines indented": "justify: true, leading: 0.8em, spacing: 0.8em, first-line-indent: (amount: 2em, all: true)",
    "widely spaced": "leading: 1.6em, spacing: 3em",
}


@pytest.mark.parametrize("par", MANNERS.values(), ids=MANNERS.keys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_come_back_word_for_word(language, par):
    expected = LANGUAGES[language]
    assert texts(typeset(markup(expected), par=par, language=language)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_break_in_mid_sentence_is_none(language):
    expected = LANGUAGES[language] * 4
    pages = pdf.read(
        typeset(
            markup(expected),
            par="justify: true, leading: 0.9em, spacing: 1.8em",
            page='numbering: "1 / 1", header: [Kelp Harbour Labs #h(1fr) Press release]',
            language=language,
            size=13,
        )
    )
    assert [paragraph.text for paragraph in pages.paragraphs] == expected
    running = {re.sub(r"\d", "0", line.text) for line in pages.furniture}
    assert running == {"0 / 0", "Kelp Harbour Labs  Press release"}
    lines = [line for paragraph in pages.paragraphs for line in paragraph.lines]
    assert sum(line.new_page for line in lines) == len(pages.furniture) / 2 - 1


def test_every_line_has_a_number_of_its_own():
    pages = pdf.read(typeset(markup(ENGLISH * 4), page='numbering: "1"'))
    numbers = [line.number for p in pages.paragraphs for line in p.lines]
    numbers += [line.number for line in pages.furniture]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_the_lines_of_a_contact_stay_apart():
    lines = [
        "Kelp Harbour Labs",
        "Ms Carol Yip",
        "Tel: +852 2345 6789",
        "Email: c.yip@kelp.example",
    ]
    found = texts(typeset(markup(ENGLISH) + "\n\n" + " \\\n".join(lines).replace("@", "\\@")))
    assert found[-4:] == lines


def test_a_list_keeps_its_marks():
    found = texts(
        typeset("Points:\n\n- First\n- Second that goes on " + "and on " * 30 + "\n\n+ One\n+ Two")
    )
    assert found[1] == "• First"
    assert found[2].startswith("• Second that goes on and on and on")
    assert found[3:] == ["1. One", "2. Two"]


def test_size_and_weight_give_the_style():
    found = pdf.read(
        typeset(
            "#text(18pt)[Park opens on the harbour]\n\n#text(14pt)[What is in it]\n\n*In bold*\n\n"
            + markup(ENGLISH)
        )
    ).paragraphs
    assert [(p.text, p.style) for p in found[:4]] == [
        ("Park opens on the harbour", "title"),
        ("What is in it", "heading"),
        ("In bold", "bold"),
        (ENGLISH[0], ""),
    ]


def test_emphasis_and_links_are_marks():
    found = pdf.read(
        typeset(
            'See #link("https://kelp.example/lab")[the page] and '
            '#link("https://kelp.example")[https://kelp.example], which is *new* on 12 m#super[2].'
        )
    ).paragraphs[0]
    assert found.text == "See the page and https://kelp.example, which is new on 12 m2."
    place = found.text.index
    assert found.marks == (
        Mark(place("the page"), place(" and"), "a", "https://kelp.example/lab"),
        Mark(place("new"), place(" on 12"), "strong"),
        Mark(place("2."), place("2.") + 1, "sup"),
    )


def test_a_divided_word_is_joined_with_a_note():
    words = "extraordinarily complicated arrangements " * 12
    pages = pdf.read(typeset(words, par="justify: true", page="columns: 3"))
    assert "".join(p.text for p in pages.paragraphs).replace(" ", "") == words.replace(" ", "")


# Order


@pytest.mark.parametrize("gutter", ["0.8cm", "1.5cm"])
def test_two_columns_are_read_one_after_the_other(gutter):
    found = texts(
        typeset(
            f'#place(top, scope: "parent", float: true)[#text(16pt)[Park opens]]\n'
            f"#set columns(gutter: {gutter})\n" + markup(ENGLISH * 3),
            page="columns: 2",
            par="justify: true, spacing: 1.4em",
        )
    )
    assert found == ["Park opens", *ENGLISH * 3]


def test_chinese_beside_english_is_never_mixed_with_it():
    grid = f"#grid(columns: (1fr, 1fr), gutter: 1cm, [{markup(CHINESE)}], [{markup(ENGLISH)}])"
    for data in (typeset(grid), typeset(grid.replace("#grid(", "#table("))):
        words = "\n".join("\n".join(p.cells) or p.text for p in pdf.read(data).paragraphs)
        for paragraph in (*CHINESE, *ENGLISH):
            assert paragraph in words


def test_paragraphs_that_begin_side_by_side_are_read_in_turn():
    rows = "".join(f"[{zh}], [{en}]," for zh, en in zip(CHINESE, ENGLISH, strict=False))
    found = texts(typeset(f"#grid(columns: (1fr, 1fr), gutter: 1cm, row-gutter: 1.2em, {rows})"))
    assert found == [p for pair in zip(CHINESE, ENGLISH, strict=False) for p in pair]


def test_a_sentence_goes_on_behind_an_address_that_fills_the_row():
    text = "Whoever would like to help with the sorting of food in the shop on three evenings is asked to write to volunteers-of-the-shop@brimful.example in time, before the end of the month."
    assert texts(typeset("#set page(width: 12cm)\n" + markup([text, ENGLISH[0]]))) == [
        text,
        ENGLISH[0],
    ]


def test_a_ruled_table_has_cells():
    found = pdf.read(
        typeset(
            markup(ENGLISH[:1])
            + "\n\n#table(columns: (1fr, 1fr), [*Name*], [*Telephone*], [Ms Carol Yip \\ Kelp Harbour Labs], [2345 6789], [Mr Ben Ho], [])\n\n"
            + markup(ENGLISH[1:2])
        )
    ).paragraphs
    assert [(p.table, p.cells) for p in found] == [
        (0, ()),
        (1, ("Name", "Telephone")),
        (1, ("Ms Carol Yip\nKelp Harbour Labs", "2345 6789")),
        (1, ("Mr Ben Ho", "")),
        (0, ()),
    ]
    assert found[1].text == "Name\tTelephone"
    assert Mark(0, 4, "strong") in found[1].marks
    assert [p.text for p in (found[0], found[-1])] == ENGLISH[:2]


def test_a_frame_around_text_is_no_table():
    framed = f"#rect(width: 100%, inset: 12pt)[{markup(ENGLISH)}]"
    assert texts(typeset(framed)) == ENGLISH


def test_the_row_of_a_table_goes_over_the_page():
    rows = "".join(f"[{a}], [{b}], " for a, b in zip(CHINESE, ENGLISH, strict=False))
    found = pdf.read(typeset(f"#table(columns: (1fr, 1fr), {rows * 3})", size=12)).paragraphs
    assert [p.cells for p in found] == list(zip(CHINESE, ENGLISH, strict=False)) * 3
    assert {p.table for p in found} == {1}


def test_the_head_of_a_table_that_every_page_repeats_is_read_once():
    rows = "".join(f"[Person {n}], [2345 {n:04}], " for n in range(80))
    pages = pdf.read(
        typeset(
            f"{ENGLISH[0]}\n\n#table(columns: (1fr, 1fr), table.header([Name], [Telephone]), {rows})"
        )
    )
    assert [p.cells for p in pages.paragraphs] == [
        (),
        ("Name", "Telephone"),
        *[(f"Person {n}", f"2345 {n:04}") for n in range(80)],
    ]
    assert "Name" in " ".join(line.text for line in pages.furniture)


def test_contacts_side_by_side_are_cells():
    one = "Kelp Harbour Labs\nMs Carol Yip\nTel: 2345 6789\nc.yip@kelp.example"
    other = "Lantau Marine Institute\nMr Ben Ho\nTel: 3456 7890\nben.ho@lantau.example"
    cells = [cell.replace("\n", " \\ ").replace("@", "\\@") for cell in (one, other)]
    found = pdf.read(
        typeset(
            markup(ENGLISH[:2])
            + f"\n\n*Media enquiries*\n\n#grid(columns: (1fr, 1fr), [{cells[0]}], [{cells[1]}])"
        )
    ).paragraphs
    assert found[-1].cells == (one, other)
    assert found[-2].text == "Media enquiries"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_word_is_lost_wherever_it_stands_and_none_stands_twice(data):
    places = st.tuples(st.integers(0, 8), st.integers(0, 50), st.integers(6, 14))
    placed = data.draw(st.lists(places, max_size=60, unique_by=lambda place: place[:2]))
    rules = data.draw(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 50)), max_size=12))
    content = b"".join(
        b"BT /F %d Tf %d %d Td (w%dq) Tj ET\n" % (size, 20 + 60 * x, 20 + 16 * y, number)
        for number, (x, y, size) in enumerate(placed)
    )
    content += b"".join(b"%d %d 120 48 re S\n" % (15 + 60 * x, 14 + 16 * y) for x, y in rules)
    pages = pdf.read(one_page(content))
    kept = " ".join(p.text for p in pages.paragraphs) + " "
    kept += " ".join(line.text for line in pages.furniture)
    assert sorted(re.findall(r"w\d+q", kept)) == sorted(f"w{n}q" for n in range(len(placed)))
    lines = " ".join(line.text for p in pages.paragraphs for line in p.lines)
    lines += " " + " ".join(line.text for line in pages.furniture)
    assert sorted(re.findall(r"w\d+q", lines)) == sorted(f"w{n}q" for n in range(len(placed)))


# What serves the page


def test_a_small_address_at_the_foot_of_one_page_is_furniture():
    address = "8 Kelp Road, Sha Tin, Hong Kong"
    pages = pdf.read(typeset(markup(ENGLISH), page=f"footer: text(8pt)[{address}]"))
    assert [p.text for p in pages.paragraphs] == ENGLISH
    assert [line.text for line in pages.furniture] == [address]


def test_a_letterhead_in_small_print_above_the_release_is_furniture():
    address = "8 Kelp Road, Sha Tin, Hong Kong"
    pages = pdf.read(
        typeset(
            f"#text(8pt)[{address}]\n\n#v(8pt)*Park opens*\n\n" + markup(ENGLISH),
            page="header: text(8pt)[Kelp]",
        )
    )
    assert [p.text for p in pages.paragraphs] == ["Park opens", *ENGLISH]
    assert [line.text for line in pages.furniture] == ["Kelp", address]


def test_what_a_release_says_above_its_headline_is_no_furniture():
    for line in ("EMBARGOED UNTIL 9 am", "Ref: 12/26", "4 May 2026", "即時發佈"):
        found = texts(typeset(f"#place(top, dy: -1.5cm)[#text(8pt)[{line}]]\n" + markup(ENGLISH)))
        assert found == [line, *ENGLISH]


def test_numbered_lines_at_the_edges_of_pages_are_no_running_heads():
    lines = [f"Item {n} of the list" for n in range(1, 200, 2)]
    assert texts(typeset("\n\n".join(lines))) == lines


def test_the_same_words_in_the_text_of_two_pages_stay():
    found = texts(typeset("Middle #v(8cm) A line. #v(1fr) #pagebreak() Other #v(8cm) A line."))
    assert found.count("A line.") == 2


def test_text_at_an_angle_and_unseen_text_are_left_out_of_the_text_but_not_lost():
    slanted = b"BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET "
    unseen = b"BT 3 Tr /F 12 Tf 72 400 Td (unseen) Tj 0 Tr ET "
    pages = pdf.read(one_page(text("Park opens.") + slanted + unseen))
    assert [p.text for p in pages.paragraphs] == ["Park opens."]
    assert "unseen" in {line.text for line in pages.furniture}
    assert "".join(line.text for line in pages.furniture if line.text != "unseen") == "DRAFT"


def test_a_turned_page_is_read_as_it_is_shown():
    content = b"BT /F 12 Tf 0 1 -1 0 300 100 Tm (Park opens.) Tj ET "
    content += b"BT /F 12 Tf 0 1 -1 0 340 100 Tm (It is large.) Tj ET"
    assert texts(one_page(content, page=b"/Rotate 90 ")) == ["Park opens.", "It is large."]


def test_letters_printed_twice_are_read_once_and_bold():
    lines = [text(f"{hostile_pdf.LEAD} {n}", 600 - 20 * n) for n in range(12)]
    twice = [text("Park opens"), *lines, text("Park opens").replace(b"72 ", b"72.3 ")]
    found = pdf.read(one_page(b"".join(twice))).paragraphs
    assert (found[0].text, found[0].style) == ("Park opens", "bold")
    assert found[1].style == ""


# Letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("⽂", "文"),
        ("⾦", "金"),
        ("⻑", "長"),
        ("⻔", "门"),
        ("\uf90a", "金"),
        ("ﬁ", "fi"),
        ("Ａ", "Ａ"),
    ]
    + [("（", "（"), ("㎡", "㎡"), ("\0", ""), ("\ue123", ""), ("\u200b", "")],
)
def test_second_forms_of_characters_become_the_usual_ones(one, other):
    assert readable(ord(one)) == other


def test_some_letters_without_names_are_said():
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>"
    cmap = stream(
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <21> <e041> endbfchar endcmap"
    )
    data = one_page(
        text(hostile_pdf.LEAD * 2) + text("!!", 600).replace(b"/F ", b"/G "),
        resources=b"/Font << /F 5 0 R /G 6 0 R >>",
        more=(font, cmap),
    ).replace(b"/Font << /F 5 0 R >> ", b"")
    (note,) = pdf.read(data).notes
    assert note.kind == "mismatch"
    assert note.message.startswith("2 characters")


# Pictures


def test_a_jpeg_comes_out_byte_for_byte_between_its_paragraphs():
    data = photo()
    pages = pdf.read(with_image(image_object(data, (320, 200), more=b"/Filter /DCTDecode")))
    (picture,) = pages.pictures
    assert (picture.data, picture.width, picture.height) == (data, 320, 200)
    assert [(p.text, p.pictures) for p in pages.paragraphs] == [
        ("Above the picture.", ()),
        ("", (picture.sha256,)),
        ("Below it.", ()),
    ]


def opened(pages: Pages) -> Image.Image:
    (picture,) = pages.pictures
    return Image.open(io.BytesIO(picture.data))


def test_a_picture_with_a_mask_becomes_a_png_with_one():
    whole = Image.open(io.BytesIO(photo("PNG")))
    mask = image_object(b"\0" * (320 * 100) + b"\xff" * (320 * 100), (320, 200), b"/DeviceGray")
    image = image_object(whole.tobytes(), (320, 200), more=b"/SMask 7 0 R")
    found = opened(pdf.read(with_image(image, more=(mask,))))
    assert (found.format, found.mode, found.size) == ("PNG", "RGBA", (320, 200))
    assert found.getpixel((100, 50))[3] == 0
    assert found.getpixel((100, 150)) == (255, 204, 0, 255)


@pytest.mark.parametrize(
    ("colours", "bytes_of_a_pixel", "expected"),
    [
        (b"/DeviceGray", b"\x80", (128, 128, 128)),
        (b"/DeviceCMYK", b"\0\0\0\0", (255, 255, 255)),
        (b"[/Indexed /DeviceRGB 1 <0000ff336699>]", b"\1", (51, 102, 153)),
    ],
)
def test_pictures_of_other_colours_are_read(colours, bytes_of_a_pixel, expected):
    image = image_object(bytes_of_a_pixel * (80 * 60), (80, 60), colours)
    found = opened(pdf.read(with_image(image)))
    assert found.size == (80, 60)
    assert found.convert("RGB").getpixel((40, 30)) == expected


def test_a_picture_in_a_form_is_found_where_it_is_drawn():
    image = image_object(photo(), (320, 200), more=b"/Filter /DCTDecode")
    form = stream(
        b"q 300 0 0 200 0 0 cm /J Do Q",
        b"/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Matrix [1 0 0 1 72 300] "
        b"/Resources << /XObject << /J 7 0 R >> >>",
    )
    pages = pdf.read(with_image(form, b"1 0 0 1 0 0", more=(image,)))
    assert [bool(p.pictures) for p in pages.paragraphs] == [False, True, False]


def test_a_picture_that_stands_on_its_head_in_the_file_is_upright():
    whole = Image.open(io.BytesIO(photo("PNG")))
    upside = whole.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    image = image_object(upside.tobytes(), (320, 200))
    found = opened(pdf.read(with_image(image, b"300 0 0 -200 72 500")))
    assert found.convert("RGB").getpixel((100, 150)) == whole.getpixel((100, 150))
    assert found.convert("RGB").getpixel((100, 20)) == whole.getpixel((100, 20))


def test_a_picture_cut_into_strips_is_one():
    whole = Image.open(io.BytesIO(photo("PNG")))
    upper, lower = whole.crop((0, 0, 320, 100)), whole.crop((0, 100, 320, 200))
    pages = pdf.read(
        one_page(
            text("Above.")
            + b"q 300 0 0 100 72 400 cm /I Do Q q 300 0 0 100 72 300 cm /J Do Q "
            + text("Below.", 200),
            resources=b"/XObject << /I 6 0 R /J 7 0 R >>",
            more=(
                image_object(upper.tobytes(), (320, 100)),
                image_object(lower.tobytes(), (320, 100)),
            ),
        )
    )
    assert opened(pages).convert("RGB").tobytes() == whole.tobytes()


def test_what_is_cut_away_of_a_picture_is_not_taken():
    whole = Image.open(io.BytesIO(photo("PNG")))
    image = image_object(whole.tobytes(), (320, 200))
    data = with_image(image).replace(
        b"q 300 0 0 200 72 300 cm", b"q 72 300 150 200 re W n 300 0 0 200 72 300 cm"
    )
    found = opened(pdf.read(data))
    assert found.size == (160, 200)
    assert found.convert("RGB").getpixel((100, 100)) == (255, 204, 0)


@pytest.mark.parametrize("size", [(20, 200), (200, 6)])
def test_rules_and_icons_are_no_pictures(size):
    image = image_object(b"\0" * (size[0] * size[1] * 3), size)
    assert pdf.read(with_image(image)).pictures == []


def test_the_logo_of_a_letterhead_is_left_with_a_note():
    image = image_object(photo(), (320, 200), more=b"/Filter /DCTDecode")
    pages = pdf.read(with_image(image, b"80 0 0 50 72 760"))
    assert pages.pictures == []
    assert [(n.kind, "logo" in n.message) for n in pages.notes] == [("left_over", True)]


def test_a_scan_that_was_recognised_is_read_with_a_note():
    scan = image_object(b"\x80" * 4_800, (60, 80), b"/DeviceGray")
    data = one_page(
        b"q 595 0 0 842 0 0 cm /I Do Q 3 Tr " + text(hostile_pdf.LEAD),
        resources=b"/XObject << /I 6 0 R >>",
        more=(scan,),
    )
    pages = pdf.read(data)
    assert [p.text for p in pages.paragraphs] == [hostile_pdf.LEAD]
    assert [(n.kind, "recognised" in n.message) for n in pages.notes] == [("guess", True)]


# Harm


def outcome(read, data: bytes) -> tuple[Pages | None, str]:
    """The pages of a file, or why it was refused."""
    try:
        return read(data), ""
    except ImportRefused as refusal:
        return None, str(refusal)


def apart_read(data: bytes) -> Pages:
    return apart.read([File("agreed.pdf", data)]).files[0].pages


@pytest.mark.parametrize(
    ("made", "message"), hostile_pdf.REFUSED, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_file_that_is_refused_says_why_in_one_line(made, message):
    _pages, refusal = outcome(lambda data: formats.read(data)[1], made())
    assert re.search(message, refusal)
    assert "\n" not in refusal


@pytest.mark.parametrize("made", hostile_pdf.READ, ids=lambda made: made.__name__)
def test_a_hostile_file_with_text_is_read_and_nothing_in_it_runs(made):
    _format, pages = formats.read(made())
    assert [p.text for p in pages.paragraphs if p.text] == [hostile_pdf.LEAD]
    assert not any(paragraph.marks for paragraph in pages.paragraphs)


@pytest.mark.parametrize(
    ("made", "message"), hostile_pdf.HEAVY, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_heavy_file_ends_in_time(made, message):
    pages, refusal = outcome(apart_read, made())
    assert bool(pages) == (message == "")
    assert re.search(message, refusal)


GOOD = one_page(
    text(hostile_pdf.LEAD) + b"q 300 0 0 200 72 300 cm /I Do Q 0 0 m 100 0 l S",
    resources=b"/XObject << /I 6 0 R >>",
    more=(
        deflated(
            b"\x40" * 30_000,
            b"/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8",
        ),
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data):
    damaged = bytearray(GOOD)
    for _flip in range(data.draw(st.integers(0, 6))):
        damaged[data.draw(st.integers(8, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(8, len(damaged)))
    pages, refusal = outcome(pdf.read, bytes(damaged[:end]))
    assert pages or refusal


# Other producers


WRITER = {
    "release_en.pdf": [
        "Kelp Harbour Labs and Lantau Marine Institute sign memorandum on coastal science",
        "• A shared laboratory",
        "• Staff of both sides",
        *[
            "HONG KONG, 4 May 2026 – Kelp Harbour Labs and Lantau Marine Institute today signed a memorandum of understanding to build a shared laboratory for coastal science in Sha Tin, which will open to researchers next year.",
            "The laboratory stands beside the harbour. The staff of both sides will work in it from the first day, and they will lend each other their long-term records of the sea grass around the islands, which nobody has put side by side before.",
            "The costs are shared in equal parts. They are reviewed once a year by both sides in the light of the work that was done, of the work that was not, and of what the schools along the shore have asked for in the meantime.",
        ]
        * 4,
        "Media enquiries",
        "Kelp Harbour Labs\nMs Carol Yip\nTel: 2345 6789\nc.yip@kelp.example\tLantau Marine Institute\nMr Ben Ho\nTel: 3456 7890\nb.ho@lantau.example",
        "Name\tTitle\tOrganisation",
        "Amelia Fong\tChief\tKelp Harbour Labs",
    ],
    "release_zh.pdf": [
        "海藻灣實驗室與大嶼海洋研究院簽署合作備忘錄共建實驗室",
        "• 共建實驗室",
        "• 互派人員",
        *[
            "海藻灣實驗室今日與大嶼海洋研究院簽署合作備忘錄，將於沙田共建海岸科學實驗室，預計明年啟用，屆時會向全港研究人員開放，並為年輕科學家提供培訓。",
            "實驗室毗鄰海港。雙方人員會由首日起在實驗室工作，並會互相開放離島海草的長期記錄，讓研究人員可以一併研究。",
        ]
        * 9,
        "傳媒查詢",
        "海藻灣實驗室\n葉小姐\n電話：2345 6789\t大嶼海洋研究院\n何先生\n電話：3456 7890",
        "姓名\t職銜\t機構",
        "方美玲\t總裁\t實驗室",
    ],
}


@pytest.mark.parametrize("name", WRITER)
def test_what_an_office_program_exports_reads_like_its_word_file(name):
    pages = pdf.read((MADE_BY_LIBREOFFICE / name).read_bytes())
    assert [p.text for p in pages.paragraphs] == WRITER[name]
    assert len(pages.furniture) == 4
    assert [p.style for p in pages.paragraphs if p.style] == ["title", "bold"]
    assert [p.table for p in pages.paragraphs[-3:]] == [1, 2, 2]


@pytest.mark.browser
@pytest.mark.parametrize("times", [1, 4], ids=["one page", "several pages"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_browser_prints_comes_back_in_order(chromium, language, times):
    expected = LANGUAGES[language] * times
    bold = {"en": "For release", "zh": "新聞稿"}[language]
    page = chromium.new_page()
    page.set_content(
        "<style>@page { margin: 2cm; @top-right { content: 'Kelp Harbour Labs' }"
        " @bottom-center { content: counter(page) ' / ' counter(pages) } }"
        " body { font: 11pt/1.5 'DejaVu Serif', 'Noto Serif CJK HK' }</style><h1>Park 公園</h1>"
        "<ul><li>First</li><li>Second</li></ul><p><b>"
        + bold
        + "</b></p>"
        + "".join(f"<p>{text}</p>" for text in expected)
    )
    pages = pdf.read(page.pdf(prefer_css_page_size=True))
    page.close()
    head = ["Park 公園", "• First", "• Second", bold]
    assert [p.text for p in pages.paragraphs] == [*head, *expected]
    assert [p.style for p in pages.paragraphs[:5]] == ["title", "", "", "bold", ""]
    assert {"Kelp Harbour Labs"} < {line.text for line in pages.furniture}
