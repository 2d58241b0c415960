"""The forms in which releases print datelines, dates, embargoes, people, quotes and numbers."""

import datetime as dt

import pytest

from releases.document.schema import printed_quote
from releases.importing.paragraphs import Line, Paragraph
from releases.importing.structure import (
    boilerplates,
    dateline,
    dates,
    embargo,
    headline,
    people,
    people_en,
    people_zh,
    phones,
    quotes,
)
from releases.importing.structure.reading import Reading

from .helpers import import_plain_text, person, words

DATE = dt.date(2023, 4, 4)


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, (Line(1, text),))


@pytest.mark.parametrize(
    ("text", "city", "date"),
    [
        ("（香港，2023 年 4 月 4 日）— 某公司宣布", "香港", DATE),
        ("（香港 — 2023年4月4日）某公司宣布", "香港", DATE),
        ("（2023年4月4日，香港）某公司宣布", "香港", DATE),
        ("【香港，二〇二三年四月四日】某公司宣布", "香港", DATE),
        ("[香港，2023年4月4日] 某公司宣布", "香港", DATE),
        ("香港，2023年4月4日 — 某公司宣布", "香港", DATE),
        ("香港 – 2023年4月4日 – 某公司宣布", "香港", DATE),
        ("香港 - Media OutReach Newswire - 2023年4月4日 - 某公司宣布", "香港", DATE),
        ("北京2023年4月4日电 /美通社/ -- 某公司宣布", "北京", DATE),
        ("北京2023年4月4日 /美通社/ -- 某公司宣布", "北京", DATE),
        ("香港2023年4月4日電 /美通社/ -- 某公司宣布", "香港", DATE),
        ("中新网 香港12月19日电 某公司宣布", "香港", None),
        ("香港中通社9月27日電(記者 陳某)27日,某公司宣布", "香港", None),
        ("【香港訊】某公司宣布", "香港", None),
        ("（香港訊）某公司宣布", "香港", None),
        (
            "HONG KONG SAR - Media OutReach Newswire - 4 April 2023 - The company",
            "HONG KONG SAR",
            DATE,
        ),
        (
            "HONG KONG SAR – Media OutReach Newswire – 4 April 2023 – The company",
            "HONG KONG SAR",
            DATE,
        ),
        ("HONG KONG--Media OutReach--4 April 2023--The company", "HONG KONG", DATE),
        ("BEIJING, April 4, 2023 /PRNewswire/ -- The company", "BEIJING", DATE),
        ("BEIJING, April 4, 2023 -- The company", "BEIJING", DATE),
        ("TORONTO, Apr. 4, 2023 /CNW/ - The company", "TORONTO", DATE),
        ("CUPERTINO, Calif.--(BUSINESS WIRE)--The company", "CUPERTINO, Calif.", None),
        ("LONDON & SHANGHAI--(BUSINESS WIRE)--The company", "LONDON & SHANGHAI", None),
        ("NEW YORK, April 04, 2023 (GLOBE NEWSWIRE) -- The company", "NEW YORK", DATE),
        (
            "DUBAI, United Arab Emirates, Apr.  4, 2023  (GLOBE NEWSWIRE) -- The company",
            "DUBAI, United Arab Emirates",
            DATE,
        ),
        ("(Hong Kong, 4 April 2023) – The company", "Hong Kong", DATE),
        ("(Hong Kong – 4th April, 2023) The company", "Hong Kong", DATE),
        ("[Hong Kong, 4 April 2023] The company", "Hong Kong", DATE),
        ("Hong Kong, 4 April 2023 — The company", "Hong Kong", DATE),
        ("Hong Kong (4 April 2023) – The company", "Hong Kong", DATE),
        ("4 April 2023, Hong Kong – The company", "Hong Kong", DATE),
        ("Hong Kong, Tuesday, 4 April 2023: The company", "Hong Kong", DATE),
        ("HONG KONG – The company", "HONG KONG", None),
        ("Hong Kong, April 4 – The company", "Hong Kong", None),
    ],
)
def test_a_dateline_is_cut_from_the_text(text, city, date):
    found = dateline.parse(text)
    assert (found.city, found.date) == (city, date)
    assert text[found.end :] in ("某公司宣布", "The company")


@pytest.mark.parametrize(
    "text",
    [
        "某公司今日（四月四日）宣布",
        "運輸署署長方卓然今日（五月十日）表示，計劃會展開。",
        "香港電訊公司宣布推出服務。",
        "2022 年《施政報告》表明了香港的決心。",
        "The company – a leader in its field – announced a plan.",
        "In April 2023 - the year it began - the company announced.",
        "Acme: the company that makes everything.",
        "Sales rose on 4 April 2023 – a record.",
    ],
)
def test_what_is_no_dateline_is_left(text):
    assert dateline.parse(text) is None


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("London, 4 April 2023", "London"),
        ("4 April 2023", ""),
        ("2023年4月4日", ""),
        ("2023-04-04", ""),
        ("日期：2023年4月4日（星期二）", ""),
        ("2023年4月4日 香港", "香港"),
    ],
)
def test_a_date_alone_is_known(text, city):
    found = dateline.alone(text)
    assert (found.city, found.date) == (city, DATE)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("二○二三年十二月三十一日", dt.date(2023, 12, 31)),
        ("二零二三年十月二十日", dt.date(2023, 10, 20)),
        ("２０２３年１０月２日", dt.date(2023, 10, 2)),
        ("二〇二三年廿二月", None),
        ("1st Jan 2020", dt.date(2020, 1, 1)),
        ("Sunday October 7 2018", dt.date(2018, 10, 7)),
        ("Sept. 3, 2021", dt.date(2021, 9, 3)),
        ("4/4/2023", DATE),
        ("31 June 2023", None),
    ],
)
def test_dates_are_read(text, date):
    found = dates.find(text)
    assert (found.date if found else None) == date


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Embargo: 1st Jan 2020", "2019-12-31T16:00"),
        (
            "EMBARGO: Not for publication or broadcast before 10.30 hours, Monday, 3 July 2023",
            "2023-07-03T02:30",
        ),
        ("Embargoed for release until Sunday October 7 2018 at 2 p.m. EDT", "2018-10-07T18:00"),
        ("This release is embargoed until 8:30 a.m. (ET) January 12, 2024", "2024-01-12T13:30"),
        ("EMBARGOED UNTIL 00:01 GMT 5 March 2024", "2024-03-05T00:01"),
        ("Embargoed until 14:00 (GMT+8) on 5 March 2024", "2024-03-05T06:00"),
        ("禁發：2024年3月5日上午10時30分（香港時間）", "2024-03-05T02:30"),
        ("請於2024年3月5日下午三時後發布", "2024-03-05T07:00"),
        ("EMBARGO: Friday, 8.30am HKT", None),
    ],
)
def test_an_embargo_is_a_moment_in_utc(text, moment):
    reading = Reading(language="en")
    assert embargo.is_line(text)
    found = embargo.read(reading, paragraph(text), None)
    assert (found.strftime("%Y-%m-%dT%H:%M") if found else None) == moment
    assert found or reading.notes


@pytest.mark.parametrize(
    "text",
    [
        "FOR IMMEDIATE RELEASE",
        "即時發布",
        "新聞稿",
        "Press Release",
        "立即發布",
        "PR042/19 28 June 2019",
        "（新聞稿）",
        "新聞稿　第018/26號",
        "新聞公報 2026年第18號",
        "Press Release No. 018/26",
        "Media Release – Number 18/2026",
    ],
)
def test_release_lines_are_no_headlines(text):
    reading = Reading(language="en")
    top = headline.read(reading, [paragraph(text), paragraph("A headline that is read")])
    assert top.headline == "A headline that is read"
    assert [note.source for note in reading.notes if note.kind == "left_over"] == [text]


@pytest.mark.parametrize(
    "tail",
    ["（附圖）", "（附圖／短片）", "(with photo)", "(with photos)", " (with video)", "(只有中文)"],
)
def test_tails_of_headlines_are_removed_and_noted(tail):
    reading = Reading(language="en")
    assert headline.read(reading, [paragraph("新渡輪啟航" + tail)]).headline == "新渡輪啟航"
    assert tail.strip() in [note.source for note in reading.notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("香港科技園公司主席查毅超博士", ("香港科技園公司", "主席", "查毅超", "博士")),
        ("創新科技及工業局局長孫東教授", ("創新科技及工業局", "局長", "孫東", "教授")),
        ("財政司司長陳茂波先生", ("", "財政司司長", "陳茂波", "先生")),
        ("青嵐亞太區行政總裁廖宜建先生", ("青嵐", "亞太區行政總裁", "廖宜建", "先生")),
        (
            "嶺海大學協理副校長（研究）司徒詠欣教授",
            ("嶺海大學", "協理副校長（研究）", "司徒詠欣", "教授"),
        ),
        ("衞生署署長林文健醫生", ("衞生署", "署長", "林文健", "醫生")),
        ("立法會議員葛珮帆", ("立法會", "議員", "葛珮帆", "")),
        (
            "雲帆生物科技股份有限公司首席科學家約翰·史密斯博士",
            ("雲帆生物科技股份有限公司", "首席科學家", "約翰·史密斯", "博士"),
        ),
        (
            "青嵐機械人有限公司創辦人 Peter Wong 先生",
            ("青嵐機械人有限公司", "創辦人", "Peter Wong", "先生"),
        ),
    ],
)
def test_a_chinese_run_is_split(text, expected):
    fields = people_zh.find(text + "表示", {})[-1][2]
    assert (
        fields["organisation"],
        fields["job_title"],
        fields["name"],
        fields["honorific"],
    ) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr Jane Chan, Chairman of Acme Limited,",
            ("Acme Limited", "Chairman", "Jane Chan", "Dr"),
        ),
        (
            "The Secretary for Transport and Logistics, Mr Lam Sai-hung,",
            ("", "Secretary for Transport and Logistics", "Lam Sai-hung", "Mr"),
        ),
        (
            "Mao Zhirong, HKEX Head of Mainland Development,",
            ("HKEX", "Head of Mainland Development", "Mao Zhirong", ""),
        ),
        (
            "Ir LAM Sai-hung, Head of Engineering at Acme Park,",
            ("Acme Park", "Head of Engineering", "LAM Sai-hung", "Ir"),
        ),
        (
            "Acme Limited Chief Executive Officer Jane Chan",
            ("Acme Limited", "Chief Executive Officer", "Jane Chan", ""),
        ),
        (
            "Professor Nancy Ip, JP, President of Harbour University,",
            ("Harbour University", "President", "Nancy Ip", "Professor"),
        ),
        (
            "Pascal Roux, Executive Vice-President, International and China President, Aldora,",
            (
                "Aldora",
                "Executive Vice-President, International and China President",
                "Pascal Roux",
                "",
            ),
        ),
    ],
)
def test_an_english_run_is_split(text, expected):
    fields = people_en.people_of(text, {})[0][2]
    assert (
        fields["organisation"],
        fields["job_title"],
        fields["name"],
        fields["honorific"],
    ) == expected


QUOTES = [
    (
        "zh-hant",
        "某公司主席陳大文先生表示：「合作十分重要，我們會繼續。」",
        "合作十分重要，我們會繼續。",
    ),
    (
        "zh-hant",
        "某公司主席陳大文先生稱：“合作十分重要，我們會繼續。”",
        "合作十分重要，我們會繼續。",
    ),
    (
        "zh-hant",
        '某公司主席陳大文先生說："合作十分重要，我們會繼續。"',
        "合作十分重要，我們會繼續。",
    ),
    (
        "zh-hant",
        "「合作十分重要，我們會繼續。」某公司主席陳大文先生表示。",
        "合作十分重要，我們會繼續。",
    ),
    (
        "zh-hant",
        "計劃名為「升級」。某公司主席陳大文先生表示：「『升級』很重要，我們會繼續。」",
        "『升級』很重要，我們會繼續。",
    ),
    ("en", "Jane Chan, Chairman of Acme Limited, said, “We are glad.”", "We are glad."),
    ("en", 'Jane Chan, Chairman of Acme Limited, said: "We are glad."', "We are glad."),
    ("en", "“We are glad,” said Jane Chan, Chairman of Acme Limited.", "We are glad,"),
    (
        "en",
        "“We are glad,” Jane Chan, Chairman of Acme Limited, added. “It is done.”",
        "We are glad,",
    ),
    (
        "en",
        "Jane Chan, Chairman of Acme Limited, said: ‘We are glad it’s done.’",
        "We are glad it’s done.",
    ),
    (
        "en",
        "Jane Chan, Chairman of Acme Limited, stated in her opening remarks: “We are glad.”",
        "We are glad.",
    ),
]


@pytest.mark.parametrize(("language", "text", "spoken"), QUOTES)
def test_a_quote_prints_back_exactly(language, text, spoken):
    reading = Reading(language=language)
    people.collect(reading, [text])
    quote = quotes.read(reading, text, "q1")
    assert words(quote.words) == spoken
    assert printed_quote(quote, language) == text
    quote = quotes.with_speaker(reading, quote, paragraph(text))
    assert person(quote.speaker)[2] in ("陳大文", "Jane Chan")
    assert person(quote.speaker)[0] in ("某公司", "Acme Limited")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-hant", "今年更將合作「升級」，為雙方提供支援。"),
        ("zh-hant", "某公司主席陳大文先生表示，計劃會於明年展開。"),
        ("zh-hant", "計劃定名為「智慧出行先導計劃」，由《施政報告》提出。"),
        ("zh-hant", "主席陳大文獲頒「傑出企業家大獎」。"),
        ("en", 'The company ("Acme") said that the site was "a village of laboratories".'),
        ("en", "The programme, called “Open Light”, begins in June."),
        ("en", "Jane Chan said the deal would close in June."),
    ],
)
def test_terms_and_statements_are_no_quotes(language, text):
    reading = Reading(language=language)
    people.collect(reading, [text])
    assert quotes.read(reading, text, "q1") is None


@pytest.mark.parametrize(
    ("text", "number", "extension"),
    [
        ("9811 3380", "+85298113380", ""),
        ("+852 2837 4775", "+85228374775", ""),
        ("(852) 3456 7890", "+85234567890", ""),
        ("852-2345 6789", "+85223456789", ""),
        ("+44 (0) 207 946 0123", "+442079460123", ""),
        ("+44 207 946 0123", "+442079460123", ""),
        ("2345 6789 ext. 12", "+85223456789", "12"),
        ("2345 6789 內線 345", "+85223456789", "345"),
        ("+86 10 8888 6666", "+861088886666", ""),
        ("138 0013 8000", "+8613800138000", ""),
    ],
)
def test_telephone_numbers_become_e164(text, number, extension):
    phone, _guess = phones.phone_of(text)
    assert (phone.number, phone.extension) == (number, extension)


def test_a_number_that_cannot_be_placed_is_not_guessed():
    assert phones.phone_of("08-123 456 78", chinese=False)[0] is None


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("請瀏覽 www.hkstp.org。", "https://www.hkstp.org"),
        ("See https://acme.example/press.", "https://acme.example/press"),
        ("Visit acme.com.hk for more, or write to info@acme.com.hk.", "https://acme.com.hk"),
        ("Nothing here.", ""),
    ],
)
def test_the_website_is_found(text, address):
    assert boilerplates.website(text) == address


def test_a_newsroom_elsewhere_reads_times_and_numbers_as_its_own(settings):
    settings.TIME_ZONE, settings.PHONE_REGION = "Europe/Dublin", "IE"
    source = (
        "Embargo: 4 May 2026, 9 am\n\nCork Park opens\n\nCORK, 4 May 2026 - It opened.\n\n"
        "Media contact\nCork Park\nMary Chan\nTel: 021 234 5678\n"
    )

    document = import_plain_text(source.encode()).document

    assert document.embargo_until == dt.datetime(2026, 5, 4, 8, 0, tzinfo=dt.UTC)
    assert [p.number for p in document.media_contacts[0].phones] == ["+353212345678"]


def test_a_headline_that_is_a_year_is_no_address():
    document = import_plain_text(b"2026\n\nHONG KONG, 4 May 2026 - It began.\n").document

    assert document.slug != "2026"


@pytest.mark.parametrize("name", ["戚洛言", "容恩霖", "李道明"])
def test_a_name_is_whole_whatever_its_characters_mean(name):
    source = f"園區啟用\n\n（香港，2026年5月4日）— 園區今日啟用。\n\n創新園行政總裁{name}博士說：「今日是好日子，大家都高興。」\n"

    quote = import_plain_text(source.encode()).document.quotes()[0]

    assert quote.speaker.name == {"zh-hant": name}


@pytest.mark.parametrize(
    ("words", "is_noted"), [("创新园区发展兴业", True), ("創新園區發展興業", False)]
)
def test_a_text_in_simplified_characters_is_noted(words, is_noted):
    source = f"{words}\n\n（香港，2026年5月4日）— {words}。\n"

    notes = import_plain_text(source.encode()).notes

    assert any("Simplified" in note.message for note in notes) is is_noted
