"""Organisations, people and quotes that only the rest of a release tells."""

import pytest

from releases.document import schema
from releases.importing.paragraphs import Line, Paragraph
from releases.importing.structure import contact_lines, people_en
from releases.importing.structure.reading import Reading

from .helpers import import_plain_text, person, words

LEAD_ZH = "（香港，2026年5月1日）青港航運集團與明磚建材今日宣布合作，為遠洋船隻提供潔淨能源。"
LEAD = "HONG KONG, 1 May 2026 – Kestrel Limited and Brightbrick Materials today announced a new service for ports."


def read(*paragraphs: str) -> schema.Document:
    chinese = any("\u4e00" <= c <= "\u9fff" for c in "".join(paragraphs))
    top = ("新渡輪啟航", LEAD_ZH) if chinese else ("Kestrel launches a service", LEAD)
    return import_plain_text("\n\n".join([*top, *paragraphs]).encode()).document


def speaker(*paragraphs: str) -> tuple[str, ...]:
    return person(read(*paragraphs).quotes()[0].speaker)[:3]


def organisations(document: schema.Document) -> list[tuple[str, str]]:
    return [(o.role, words(o.name)) for o in document.organisations]


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("── 青港航運集團總策展人　歐陽沐晴", ("青港航運集團", "總策展人", "歐陽沐晴")),
        ("歐陽沐晴　青港航運集團主席", ("青港航運集團", "主席", "歐陽沐晴")),
    ],
)
def test_a_quote_is_signed_on_the_line_below(signature, expected):
    document = read("「我們只畫空白，不畫墨，這是最難的。」", signature, LEAD_ZH)
    (quote,) = document.quotes()
    assert person(quote.speaker)[:3] == expected
    assert words(quote.follow_on).strip() == signature.strip()


def test_an_english_quote_is_signed_on_the_line_below():
    signature = "– Mary Chan, Chief Executive, Kestrel Limited"
    assert speaker('"It is quiet, and it is ours."', signature, LEAD) == (
        "Kestrel Limited",
        "Chief Executive",
        "Mary Chan",
    )


def test_a_subheading_below_a_quotation_signs_nothing():
    document = read('"It is quiet, and it is ours."', "What comes next for ports", LEAD)
    assert not document.quotes()


def test_a_quote_is_closed_in_a_paragraph_that_does_not_open_it_again():
    document = read(
        '"We lack engineers who understand typhoons.',
        'This is a long-term gift," said Mary Chan, Chair of Kestrel Limited.',
    )
    assert words(document.quotes()[0].words) == (
        "We lack engineers who understand typhoons.\n\nThis is a long-term gift,"
    )


def test_single_marks_are_opened_again_in_the_next_paragraph():
    document = read(
        "Mary Chan, Reader in Ecology at Kestrel Limited, said: 'We checked one in ten.",
        "'What we cannot explain is the east.'",
    )
    assert "\n\nWhat we cannot" in words(document.quotes()[0].words)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        # 明磚建材 stands in the lead without a title behind it.
        ("明磚建材技術總監陳大文表示", ("明磚建材", "技術總監", "陳大文")),
        ("和暖電訊企業責任主管陳大文表示", ("和暖電訊", "企業責任主管", "陳大文")),
        ("極地研究站站長陳大文表示", ("極地研究站", "站長", "陳大文")),
        # Whatever the surname, between a title and what is said.
        ("青港航運集團理事長才讓措表示", ("青港航運集團", "理事長", "才讓措")),
        ("參加計劃的中六學生陳大文分享", ("", "學生", "陳大文")),
        ("青港醫院急症科顧問醫生陳大文醫生說", ("青港醫院", "急症科顧問醫生", "陳大文")),
        ("青港醫院急症科顧問醫生兼隊長陳大文醫生說", ("青港醫院", "顧問醫生兼隊長", "陳大文")),
        ("青港書院研究助理陳大文表示", ("青港書院", "研究助理", "陳大文")),
        ("青港科學院院士陳大文表示", ("青港科學院", "院士", "陳大文")),
        ("參與研究的青港學院陳大文教授說", ("青港學院", "", "陳大文")),
        ("參與研究的青港學院物理系副教授陳大文說", ("青港學院物理系", "副教授", "陳大文")),
        ("的士東主聯會主席陳大文先生說", ("的士東主聯會", "主席", "陳大文")),
        ("領導研究的青港大學醫學院上官文心教授說", ("青港大學醫學院", "", "上官文心")),
        ("青港大學司徒文傑教授說", ("青港大學", "", "司徒文傑")),
        ("青港航運集團技術總監 Tove Lindqvist說", ("青港航運集團", "技術總監", "Tove Lindqvist")),
        ("技術總監Tove Lindqvist表示", ("", "技術總監", "Tove Lindqvist")),
        ("Tove Lindqvist說", ("", "", "Tove Lindqvist")),
    ],
)
def test_a_chinese_role_is_divided(before, expected):
    organisation, title, name = speaker(f"{before}：「很好。我們會繼續努力，不會放棄。」")
    assert (organisation, name) == (expected[0], expected[2])
    assert title.endswith(expected[1])


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (
            "Technical Director of Brightbrick Materials",
            ("Brightbrick Materials", "Technical Director"),
        ),
        (
            "Director of Conservation at the Heron Trust",
            ("Heron Trust", "Director of Conservation"),
        ),
        ("General Manager, Hong Kong, of Stellar", ("Stellar", "General Manager, Hong Kong")),
        ("Harbour Master of the Port of Halden", ("Port of Halden", "Harbour Master")),
        (
            "Chairman of the Management Board of the Port of Halden",
            ("Port of Halden", "Chairman of the Management Board"),
        ),
        (
            "Vice-President (Research) of Kestrel Limited",
            ("Kestrel Limited", "Vice-President (Research)"),
        ),
        ("who chairs the Heron Foundation", ("Heron Foundation", "")),
        ("a PhD student who took part", ("", "PhD student")),
        ("a PhD student at the Heron Trust", ("Heron Trust", "PhD student")),
        ("a Doctoral candidate in physics", ("", "Doctoral candidate in physics")),
        ("Visiting Professor at Heron University", ("Heron University", "Visiting Professor")),
    ],
)
def test_an_english_role_is_divided(role, expected):
    assert speaker(f'"It is a start, and a good one," said Mary Chan, {role}.')[:2] == expected


def test_a_field_of_government_is_nobody():
    document = read(
        'The Secretary for Treasury Services, Mr Miu Chi-yuen, said today: "It takes seven minutes."'
    )
    assert words(document.quotes()[0].speaker.name) == "Miu Chi-yuen"


def test_who_speaks_for_an_organisation_of_the_lead_makes_it_a_partner():
    document = read('Mary Chan, Chief Engineer of Brightbrick Materials, said: "It is a start."')
    assert ("partner", "Brightbrick Materials") in organisations(document)
    document = read('Mary Chan, Chief Engineer of Somewhere Else Limited, said: "It is a start."')
    assert "Somewhere Else Limited" not in [name for _role, name in organisations(document)]


def test_a_name_of_the_lead_that_a_contact_begins_with_is_an_organisation():
    document = read("傳媒查詢：\n明磚建材　龐以恩　2387 6602　a@b.example")
    assert words(document.media_contacts[0].organisation) == "明磚建材"
    assert words(document.media_contacts[0].name) == "龐以恩"


def test_a_compound_surname_means_the_person_who_was_named_in_full():
    document = read(
        "青港大學司徒文傑教授說：「很好。我們會繼續努力。」",
        "司徒教授補充說：「我們下一步會在海上測試。」",
    )
    assert [words(q.speaker.name) for q in document.quotes()] == ["司徒文傑"] * 2


def test_both_names_that_the_lead_defines_keep_their_short_forms():
    lead = "蔚藍電能公司（蔚電）與晨風航運公司（晨航）今日宣布合作，為遠洋船隻提供潔淨能源。"
    document = import_plain_text(f"新渡輪啟航\n\n（香港，2026年5月1日）{lead}".encode()).document
    assert [(words(o.name), words(o.short_name)) for o in document.organisations] == [
        ("蔚藍電能公司", "蔚電"),
        ("晨風航運公司", "晨航"),
    ]


def test_a_day_in_brackets_takes_no_short_form_from_a_department():
    lead = "海堤署（堤署）今日（九月十一日）與晨風航運公司（晨航）推出新地圖，每小時更新一次。"
    document = import_plain_text(f"新地圖推出\n\n{lead}".encode()).document
    assert words(document.organisations[0].short_name) == "堤署"


@pytest.mark.parametrize(
    ("lead", "host"),
    [
        ("海堤署今日（九月十一日）推出新地圖，市民可在網上查看每條街道。", "海堤署"),
        ("海堤處處長陳大文今日說，新地圖會在網上公布，每小時更新一次。", "海堤處"),
        ("運輸及海堤局局長陳大文今日公布新地圖，市民可在網上查看。", "運輸及海堤局"),
    ],
)
def test_a_department_that_the_lead_begins_with_is_the_host(lead, host):
    document = import_plain_text(f"新地圖今日公布\n\n{lead}".encode()).document
    assert organisations(document) == [("host", host)]


@pytest.mark.parametrize(
    ("headline", "lead", "host"),
    [
        (
            "Heron Hotel opens a laundry",
            'HONG KONG, 1 May 2026 – Heron Hotel, part of Bay Hotels Group ("Bay Hotels"), today opened a laundry for its sheets.',
            "Heron Hotel",
        ),
        (
            "白鷺酒店開設洗衣房",
            "（香港，2026年5月1日）海灣酒店集團（海灣集團）旗下的白鷺酒店今日開設洗衣房，每日清洗床單三千張。",
            "白鷺酒店",
        ),
    ],
)
def test_who_acts_is_the_host_and_not_the_group_that_it_belongs_to(headline, lead, host):
    document = import_plain_text(f"{headline}\n\n{lead}".encode()).document
    assert organisations(document) == [("host", host)]


def test_the_initials_in_brackets_are_those_of_the_university():
    text = "Acme Park and the Department of Physics of Lukchau University of Technology (LUT) said today that they work together."
    document = import_plain_text(f"Acme opens\n\nHONG KONG, 1 May 2026 – {text}".encode()).document
    assert ("Lukchau University of Technology", "LUT") in [
        (words(o.name), words(o.short_name)) for o in document.organisations
    ]


def test_a_standing_text_about_a_trial_names_no_organisation():
    document = read(
        "About DAYBREAK\n\nDAYBREAK is a prospective study of 15,000 infants in four states of the country."
    )
    assert document.boilerplates
    assert "DAYBREAK" not in [name for _role, name in organisations(document)]


def test_a_caption_below_the_end_of_a_government_page_names_who_is_where():
    document = read(
        "Ends/Thursday, May 28, 2026",
        "NNNN",
        "The Commissioner, Ms Teresa Fok (second left), tours Lantern Lane with Mr Yim Wing-tat (right).",
    )
    (figure,) = document.figures()
    assert [words(p.name) for p in figure.people] == ["Teresa Fok", "Yim Wing-tat"]


def test_the_places_in_a_label_count_the_people():
    document = read("圖片一（左起）：葛瑪莉博士、簡紹文博士及樊兆棠先生在儀式上合照。")
    (figure,) = document.figures()
    assert [words(p.name) for p in figure.people] == ["葛瑪莉", "簡紹文", "樊兆棠"]


@pytest.mark.parametrize(
    ("caption", "names"),
    [
        ("圖一：（前排左起）貝安琪與司徒啟明在儀式上交換文本。", ["貝安琪", "司徒啟明"]),
        ("圖一：後排左起：陳大文、狄穎芝及李小明博士合照。", ["陳大文", "狄穎芝", "李小明"]),
        ("圖一：左起：主席陳大文先生與總裁李小明女士參觀王府園林。", ["陳大文", "李小明"]),
        ("圖一：（左起）Jane Chan、李小明及狄穎芝博士合照。", ["Jane Chan", "李小明", "狄穎芝"]),
        ("圖一：嘉賓合照（左起：陳大文、Jane Chan）。", ["陳大文", "Jane Chan"]),
        ("圖一：陳大文先生（左起）、李小明女士及狄穎芝合照。", ["陳大文", "李小明", "狄穎芝"]),
        ("圖一：陳大文（前排左起）、李小明及狄穎芝博士合照。", ["陳大文", "李小明", "狄穎芝"]),
        ("圖一：青港航運集團主席Jane Chan（左起）與李小明女士。", ["Jane Chan", "李小明"]),
        ("圖一：雙方代表（左起）陳大文先生與李小明女士合照。", ["陳大文", "李小明"]),
        ("圖一：（左起）Kestrel Limited及明磚建材的船。", []),
        (
            "Photo 1: Jane Chan (from left), Peter Fok and Ann Lee.",
            ["Jane Chan", "Peter Fok", "Ann Lee"],
        ),
        (
            "Photo 1: Dr Jane Chan (from left) and Peter Fok at the ceremony.",
            ["Jane Chan", "Peter Fok"],
        ),
        ("Photo 1: The guests (from left): Jane Chan and Peter Fok.", ["Jane Chan", "Peter Fok"]),
        (
            "Photo 1: (Front row, from left) Jane Chan and Peter Fok at the ceremony.",
            ["Jane Chan", "Peter Fok"],
        ),
    ],
)
def test_bare_names_in_order_are_people_in_the_picture(caption, names):
    (figure,) = read(caption).figures()
    assert [words(p.name) for p in figure.people] == names


@pytest.mark.parametrize(
    ("caption", "words_", "credit"),
    [
        ("圖一：兩間公司交換文本。（攝影：陳大文）", "兩間公司交換文本。", "陳大文"),
        ("圖一：兩間公司交換文本（攝影師：陳大文）", "兩間公司交換文本", "陳大文"),
        ("Photo 1: The ferry. (Photo: Jane Chan)", "The ferry.", "Jane Chan"),
        ("Photo 1: The ferry (Photograph: Jane Chan)", "The ferry", "Jane Chan"),
        ("Photo 1: The ferry (photographer: Jane Chan)", "The ferry", "Jane Chan"),
    ],
)
def test_who_took_a_picture_is_its_credit(caption, words_, credit):
    (figure,) = read(caption).figures()
    assert (words(figure.caption), words(figure.credit)) == (words_, credit)


def test_somebody_joined_to_one_with_a_place_is_in_the_picture_too():
    document = read("Photo 1: Dr Hailey Kai (left) and Mr Gordon Penn hold bricks made of seaweed.")
    (figure,) = document.figures()
    assert [(words(p.name), words(p.position)) for p in figure.people] == [
        ("Hailey Kai", "left"),
        ("Gordon Penn", ""),
    ]


def test_a_number_that_the_end_of_a_line_cut_is_one():
    lines = Line(1, "Mary Chan, mob: 07700 900"), Line(2, "362, a@kestrel.example")
    paragraph = Paragraph(" ".join(line.text for line in lines), lines)
    (line,) = contact_lines.logical(Reading("en"), paragraph)
    assert line.text == "Mary Chan, mob: 07700 900 362, a@kestrel.example"


def test_enquiries_of_the_public_are_text():
    document = read("市民如有查詢，可致電二十四小時熱線2180 4400。", "完")
    assert not document.media_contacts
    assert "2180 4400" in str(document.body)


@pytest.mark.parametrize(
    ("caption", "people"),
    [
        ("圖一：何文迪牧師（後排左）與學生合照。", [("何文迪", "後排左")]),
        (
            "圖一：何文迪神父（左）及李小明修女（右）與學生合照。",
            [("何文迪", "左"), ("李小明", "右")],
        ),
        (
            "Photo 1: The Reverend Mandy Ho (back row, left) and Revd Peter Fok (right) with pupils.",
            [("Mandy Ho", "back row, left"), ("Peter Fok", "right")],
        ),
        (
            "Photo 1: From left: Rev. Mandy Ho, Revd. Peter Fok and Jane Chan with pupils.",
            [
                ("Mandy Ho", "first from left"),
                ("Peter Fok", "second from left"),
                ("Jane Chan", "third from left"),
            ],
        ),
    ],
)
def test_the_clergy_are_addressed_as_others_are(caption, people):
    (figure,) = read(caption).figures()
    assert [(words(p.name), words(p.position)) for p in figure.people] == people


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "青港教會主任牧師何文迪說：「很好。我們會繼續努力。」",
            ("青港教會", "主任牧師", "何文迪"),
        ),
        ("何文迪牧師說：「很好。我們會繼續努力。」", ("", "", "何文迪")),
        (
            '"It is a start, and a good one," said Reverend Mandy Ho, Principal of Heron College.',
            ("Heron College", "Principal", "Mandy Ho"),
        ),
        (
            '"It is a start, and a good one," said Rev Mandy Ho, Chaplain of Heron College.',
            ("Heron College", "Chaplain", "Mandy Ho"),
        ),
    ],
)
def test_the_clergy_speak_as_others_do(paragraph, expected):
    assert speaker(paragraph) == expected


@pytest.mark.parametrize(
    "caption",
    [
        "Photo 1: Co-founders Jane Chan (left) and Peter Fok (right) on the pier.",
        "Photo 1: Kestrel co-founders Jane Chan (left) and Peter Fok (right) on the pier.",
        "Photo 1: Jane Chan (left) and Peter Fok (right) on the pier.",
        "圖一：聯合創辦人Jane Chan（左）及Peter Fok（右）在碼頭。",
    ],
)
def test_two_who_share_a_title_are_both_in_the_picture(caption):
    (figure,) = read(caption).figures()
    names = [words(p.name) for p in figure.people]
    assert names == ["Jane Chan", "Peter Fok"]


def test_a_name_between_two_places_is_one_whatever_the_surname():
    (figure,) = read("圖一：聯合創辦人才讓措（左）及拉姆措（右）在碼頭。").figures()
    assert [words(p.name) for p in figure.people] == ["才讓措", "拉姆措"]


def test_a_title_of_several_is_no_part_of_the_first_name():
    text = "Kestrel Limited Co-founders Jane Chan and Peter Fok"
    first, second = people_en.people_of(text, {"Kestrel Limited": "Kestrel Limited"})
    assert first[2] == {
        "name": "Jane Chan",
        "honorific": "",
        "job_title": "Co-founder",
        "organisation": "Kestrel Limited",
    }
    assert second[2]["name"] == "Peter Fok"
