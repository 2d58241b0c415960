"""The edges of a release: blank lines, lines above the headline, headings, captions, tails."""

import pytest

from releases.document import schema

from .helpers import import_plain_text, printed, words, wrapped

LEAD = (
    "HONG KONG, 1 May 2026 – Kestrel Limited today announced a new service for ports in the region."
)
LEAD_ZH = "（香港，2026年5月1日）青港航運集團今日宣布推出新服務，為遠洋船隻提供潔淨能源。"
ABOUT = "Kestrel makes engines and employs 400 people. Visit www.kestrel.example."
ABOUT_ZH = "青港航運集團成立於1974年，營運九個碼頭。詳情請瀏覽 www.qing.example。"


def read(*paragraphs: str) -> schema.Document:
    return import_plain_text("\n\n".join(paragraphs).encode()).document


def body(document: schema.Document) -> list[str]:
    return [printed(block, document.languages[0]) for block in document.body]


def test_a_blank_line_ends_an_embargo_line_that_fills_the_line():
    document = read(
        "EMBARGOED FOR RELEASE UNTIL 9 A.M. HKT ON MONDAY, 5 OCTOBER 2026",
        "Kestrel opens a payment rail for the small exporters of six\nmarkets",
        "Transfers between Hong Kong and six markets to settle in under\na minute",
        LEAD.replace("today announced", "today\nannounced"),
    )
    assert words(document.headline).endswith("of six markets")
    assert words(document.sub_headline).endswith("in under a minute")


def test_an_abbreviation_in_a_headline_does_not_join_it_to_the_lead():
    headline = "U.S. Firm Kestrel Inc. Opens Asia Pacific Headquarters in Kwun Tong"
    lead = "HONG KONG, 1 May 2026 – Kestrel Limited today announced a service\nfor all customers across the region, which will open in May, and for\nthe cities that follow at the end of the year."
    document = read(headline, lead, lead.partition("– ")[2])
    assert words(document.headline) == headline
    assert words(document.dateline.city) == "HONG KONG"


@pytest.mark.parametrize(
    ("above", "headline", "lead"),
    [
        ("青港航運集團\n\n新聞稿　第018/26號", "新渡輪啟航", LEAD_ZH),
        ("Kestrel Limited\n\nPress Release No. 018/26", "Kestrel opens a pier", LEAD),
    ],
)
def test_a_letterhead_and_the_number_of_the_release_are_no_headline(above, headline, lead):
    document = read(above, headline, lead)
    assert (words(document.headline), words(document.sub_headline)) == (headline, "")


def test_a_number_that_a_headline_begins_with_stays():
    document = read("No. 10 ferry pier opens", LEAD)
    assert words(document.headline) == "No. 10 ferry pier opens"


@pytest.mark.parametrize("mark", ["*", "-", "–"])
def test_a_full_line_of_a_list_does_not_swallow_the_next_item(mark):
    text = (
        f"{mark} Flat fee of eight dollars per transfer, with no minimum sum\n"
        f"{mark} Six currencies at launch, including the rupiah and the baht\n"
        f"{mark} Open to companies with a turnover below fifty million a year"
    )
    wrapped = (
        "HONG KONG, 5 May 2026 – Kestrel Limited, the third-largest of\n"
        "the banks, today opened a payment rail that settles transfers\n"
        "to six markets in a minute, and that works by day and night."
    )
    document = read("Kestrel opens a payment rail", text, wrapped, wrapped.partition("– ")[2])
    assert len(document.key_points) == 3
    assert words(document.dateline.city) == "HONG KONG"


def test_items_without_stops_between_blank_lines_stay_apart():
    sentence = "青港航運集團今日宣布推出新服務，為遠洋船隻提供潔淨能源，配合香港於 2050 年前實現碳中和的目標，服務由五月起生效。"
    items = [
        "推出全新網上預約平台並支援三十種語言讓全球船東可隨時預訂泊位",
        "與本地大學合辦航運人才培訓課程五年內培育三百名綠色航運專才",
        "設立港幣五千萬元基金資助本地初創研發岸電技術以及儲能系統等",
    ]
    paragraphs = ["青港推出新服務", f"（香港，2026年5月1日）{sentence}", sentence, *items, sentence]
    document = import_plain_text(wrapped("\n".join(paragraphs), 62, 0, 1).encode()).document
    assert body(document) == [sentence, sentence, *items, sentence]


@pytest.mark.parametrize(
    "line",
    [
        "禁止轉載至：二零二六年五月四日下午三時三十分",
        "發放時間：2026年5月4日（星期一）下午3時30分",
        "請於2026年5月4日下午三時半後發放",
        "限時發佈：2026年5月4日 15:30",
        "須待二零二六年五月四日下午三時三十分後方可發放",
    ],
)
def test_a_line_that_asks_to_wait_is_an_embargo_and_no_headline(line):
    imported = import_plain_text(f"{line}\n\n新渡輪啟航\n\n{LEAD_ZH}".encode())
    assert words(imported.document.headline) == "新渡輪啟航"
    assert f"{imported.document.embargo_until:%Y-%m-%dT%H:%M}" == "2026-05-04T07:30"
    assert any("embargo" in note.message and note.source == line for note in imported.notes)


@pytest.mark.parametrize(
    "lead",
    [
        "HONG KONG, 1 May 2026 – Kestrel will publish its results at 9 a.m. today.",
        "（香港，2026年5月1日）青港航運集團於下午三時後公布業績，並派發中期股息。",
    ],
)
def test_a_lead_that_names_a_moment_is_no_embargo(lead):
    document = read("Kestrel 公布業績", lead)
    assert document.embargo_until is None
    assert len(document.body) == 1


@pytest.mark.parametrize(
    "line",
    [
        "新聞稿　供即時發放",
        "新聞稿（2026年5月1日）",
        "致：各大傳媒機構",
        "致：新聞／採訪主任",
        "To: News Editors / Assignment Editors",
    ],
)
def test_lines_for_editors_are_no_headlines(line):
    document = read(line, "新渡輪啟航", LEAD_ZH)
    assert words(document.headline) == "新渡輪啟航"
    assert not document.sub_headline


@pytest.mark.parametrize(
    ("heading", "name", "text"),
    [
        ("About Kestrel Inc.", "Kestrel Inc.", ABOUT),
        ("關於 DeltaKade B.V.", "DeltaKade B.V.", ABOUT_ZH),
        ("■ 關於青港航運", "青港航運", ABOUT_ZH),
        ("## About Kestrel", "Kestrel", ABOUT),
        ("-- 關於青港航運 --", "青港航運", ABOUT_ZH),
        ("青港航運集團簡介", "青港航運集團", ABOUT_ZH),
        ("公司簡介", "青港航運集團", ABOUT_ZH),
        ("關於我們", "青港航運集團", ABOUT_ZH),
        ("About us", "Kestrel Limited", ABOUT),
        ("ABOUT KESTREL", "Kestrel", ABOUT),
    ],
)
def test_a_heading_opens_a_standing_text(heading, name, text):
    lead = LEAD if text == ABOUT else LEAD_ZH
    document = read("Headline 新渡輪", lead, f"{heading}\n{text}")
    assert [words(b.organisation) for b in document.boilerplates] == [name]
    assert words(document.boilerplates[0].text) == text


def test_a_subheading_that_ends_in_introduction_opens_no_standing_text():
    document = read("新渡輪啟航", LEAD_ZH, "計劃簡介\n服務由五月起生效，首年豁免所有行政費用。")
    assert not document.boilerplates


@pytest.mark.parametrize(
    "text",
    [
        "此新聞稿由匯青公關有限公司代表青港航運集團發佈。",
        "Forward-Looking Statements\n\nThis announcement contains forward-looking statements that involve risks.",
    ],
)
def test_what_follows_a_standing_text_is_no_part_of_it(text):
    about = ABOUT_ZH if text[0] == "此" else ABOUT
    heading = "關於青港航運集團" if text[0] == "此" else "About Kestrel"
    imported = import_plain_text(
        "\n\n".join(
            ["Headline 新渡輪", LEAD if about == ABOUT else LEAD_ZH, f"{heading}\n{about}", text]
        ).encode()
    )
    assert words(imported.document.boilerplates[0].text) == about
    left = "\n".join(note.source for note in imported.notes if note.kind == "left_over")
    assert text.split("\n\n")[-1] in left


@pytest.mark.parametrize("heading", ["註：", "備註：", "附註", "Notes:"])
def test_notes_have_more_than_one_heading(heading):
    document = read(
        "新渡輪啟航" if heading != "Notes:" else "Headline",
        LEAD_ZH if heading != "Notes:" else LEAD,
        f"{heading}\n1. 服務收費由五月起生效。\n2. 相片可於網站下載。",
    )
    assert len(document.notes_to_editors) == 1


@pytest.mark.parametrize(
    "label",
    [
        "圖片說明 1：",
        "附圖：",
        "相1：",
        "圖1及圖2：",
        "圖 1 – ",
        "Photo Caption (1): ",
        "Photo #1: ",
        "Image: ",
        "Photograph 1: ",
        "Above: ",
    ],
)
def test_a_caption_loses_its_label(label):
    document = read("Headline 新渡輪", LEAD_ZH, f"{label}主席陳大文（左）致辭")
    assert [words(f.caption) for f in document.figures()] == ["主席陳大文（左）致辭"]


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("（香港訊－二零二六年五月一日）青港宣布新服務。", "香港"),
        ("香港, 2026年5月1日 - (亞太商訊) - 青港宣布新服務。", "香港"),
        ("Hong Kong | 1 May 2026 | Kestrel announced a service.", "Hong Kong"),
        ("Hong Kong, 01/05/2026 – Kestrel announced a service.", "Hong Kong"),
        ("二〇二六年五月一日　香港\n\n青港宣布新服務。", "香港"),
    ],
)
def test_a_short_lead_has_its_dateline(line, city):
    document = read("Headline" if line[0] == "H" else "新渡輪啟航", line)
    assert (words(document.dateline.city), str(document.dateline.date)) == (city, "2026-05-01")
    assert not document.sub_headline
    assert body(document) in (["青港宣布新服務。"], ["Kestrel announced a service."])
