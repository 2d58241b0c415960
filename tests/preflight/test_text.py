"""Text that was not meant to go out: placeholders, broken links, headlines that no list holds."""

import pytest

from releases.document import schema
from releases.preflight import NOTE, run

from .cases import TODAY, found, release, text


def words_in(language, words):
    block = schema.Subheading(key="s1", text={language: words})
    return release(body=[block])


def placeholders(words, language="en"):
    return found("text.placeholder", words_in(language, words))


def rich(html, language="en"):
    return release(body=[schema.TextBlock(key="p1", html={language: html})])


# Placeholders


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("典禮將於XX月XX日舉行。", ["XX月XX"]),
        ("典禮將於 XX 月 XX 日舉行。", ["XX 月 XX"]),
        ("典禮將於X月X日舉行。", ["X月X"]),
        ("典禮將於20XX年XX月XX日舉行。", ["20XX年XX月XX"]),
        ("典禮由○○○主持。", ["○○○"]),
        ("典禮由XXX博士主持。", ["XXX"]),
        ("典禮由ＸＸＸ先生主持。", ["ＸＸＸ"]),
        ("投資額為XX億元。", ["XX"]),
        ("投資額為＿＿＿億元。", ["＿＿＿"]),
        ("投資額為____元。", ["____"]),
        ("地點：待定", ["待定"]),
        ("日期待定。", ["待定"]),
        ("日期待確認", ["待確認"]),
        ("出席嘉賓（待確認）包括主席。", ["（待確認）"]),
        ("（待補：名單）", ["（待補：名單）"]),
        ("投資額為[●]億元。", ["[●]"]),
        ("投資額為[金額]元。", ["[金額]"]),
        ("【請插入引述】", ["【請插入引述】"]),
        ("由［姓名］致辭。", ["［姓名］"]),
        ("典禮日期 TBC。", ["TBC"]),
        ("主禮嘉賓：TBA", ["TBA"]),
        ("按一下這裡以輸入文字。", ["按一下這裡以輸入文字"]),
        ("錯誤! 找不到參照來源。", ["錯誤! 找不到參照來源"]),
        ("由{name}致辭。", ["{name}"]),
        ("由<<姓名>>致辭。", ["<<姓名>>"]),
        ("查詢：XXXX XXXX", ["XXXX XXXX"]),
        ("□□□博士", ["□□□"]),
        ("典禮於XX時XX分開始，由＜姓名＞主持。", ["XX時XX", "＜姓名＞"]),
    ],
)
def test_a_placeholder_in_chinese_is_found(words, excerpts):
    assert placeholders(words, "zh-hant") == excerpts


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("The venue is TBC.", ["TBC"]),
        ("The speaker (tbc) will open it.", ["tbc"]),
        ("Date: TBD", ["TBD"]),
        ("Dr XXX said so.", ["XXX"]),
        ("It was opened by XXX in 2026.", ["XXX"]),
        ("An investment of HK$XX million.", ["XX"]),
        ("XX people came; XX% were new.", ["XX", "XX%"]),
        ("On XX May 20XX the park opens.", ["XX", "20XX"]),
        ("On May XX the park opens.", ["May XX"]),
        ("The park opens in 202X.", ["202X"]),
        ("[insert quote from the chairman]", ["[insert quote from the chairman]"]),
        ("Said [Name], [job title].", ["[Name]", "[job title]"]),
        ("An investment of [●] million.", ["[●]"]),
        ("Dear {{ first_name }},", ["{{ first_name }}"]),
        ("Dear <<name>>,", ["<<name>>"]),
        ("Dear «First_Name»,", ["«First_Name»"]),
        ("Lorem ipsum dolor sit amet, consectetur", ["Lorem ipsum dolor sit amet"]),
        ("Click or tap here to enter text.", ["Click or tap here to enter text"]),
        ("See Error! Reference source not found.", ["Error! Reference source not found"]),
        ("Commented [AB1]: check", ["Commented [AB1]:"]),
        ("The time (to be confirmed) is noon.", ["to be confirmed"]),
        ("Tel: XXXX XXXX", ["XXXX XXXX"]),
        ("TODO write more", ["TODO"]),
        ("Said Dr XX of Cape.", ["XX"]),
        ("Mr xxx and Ms xxx", ["xxx", "s xxx"]),
    ],
)
def test_a_placeholder_in_english_is_found(words, excerpts):
    assert placeholders(words) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "Super Bowl XXX and the XXX Olympiad, Chapter XX, King Louis XX",
        "Sizes S, M, L, XL, XXL and XXXL; Model X; X-ray; SpaceX; iPhone XS; Vitamin X",
        "XX and XY chromosomes; XXY syndrome; Cable XX2",
        "“This [the park] is [sic] open […] to [their] guests [...].”",
        "See note [1] and [12]; [2026] HKCFA 3; [Check against delivery]",
        "The date will be confirmed; details will be announced; the number is to be confirmed by the court.",
        "Le journal «Le Monde» reported; a <b> tag; 1 << 2",
        "The set {1, 2} and the name_with_parts, press_office@cape.example",
        "The year 2020, 2000s, 20x faster, 200X zoom",
        "TBCA, ATBC, tbc-like; TBC Bank opened a branch.",
        "● First\n● Second\n□ Third",
        "Comment [1] was made; Comment: none",
    ],
)
def test_roman_numerals_sizes_and_editors_brackets_are_left_alone(words):
    assert placeholders(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "二○○○年、二〇〇八年、一○○人、二○二○年",
        "第XXX屆、XX染色體、XXL碼、X光、X形、專線X號",
        "等待定案、期待定期舉行、接待定點、優待定價、看待定義、虐待定罪",
        "效果有待確認，仍有待補充，有待定出方案，尚待確認。",
        "我們期待確認合作，期待更新的消息，期待補充營養。",
        "【即時發布】【圖片】【請注意】【活動詳情】【日期】五月四日",
        "（待續）、（二○二六年）、［註一］、[1]",
        "●第一項\n●第二項\n□ 同意",
        "○ 甲\n○ 乙",
        "按一下按鈕即可輸入。",
    ],
)
def test_chinese_zeros_waiting_and_labels_are_left_alone(words):
    assert placeholders(words, "zh-hant") == []


def test_the_name_of_an_organisation_of_the_release_is_left_alone():
    organisation = schema.Organisation(key="o1", name={"en": "TBA Foods"})
    document = release(body=[text(en="TBA Foods opened.")], organisations=[organisation])
    assert found("text.placeholder", document) == []


def test_a_name_is_looked_at_only_where_no_sentence_prints_it():
    row = schema.Witness(key="w1", person=schema.Person(name={"zh-hant": "XXX博士"}))
    assert found("text.placeholder", release(witnesses=[row])) == ["XXX"]
    document = release(witnesses=[row], body=[text(zh="由XXX博士見證。")])
    assert found("text.placeholder", document) == ["XXX"]


# Headlines


def test_a_headline_that_lists_cut_is_a_note_at_what_is_too_much():
    document = release(headline={"zh-hant": "香" * 40 + "港", "en": "a" * 150})
    findings = [f for f in run(document, today=TODAY) if f.id == "text.headline-long"]
    assert [(f.level, f.place.language, f.excerpt) for f in findings] == [(NOTE, "zh-hant", "港")]


def test_latin_words_in_a_chinese_headline_take_less_room():
    assert found("text.headline-long", release(headline={"zh-hant": "香" * 36 + "Cape Labs"})) == []
    assert found("text.headline-long", release(headline={"en": "a" * 151})) == ["a"]


# Links


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("See http:/www.cape.example for more.", ["http:/www.cape.example"]),
        ("See htttp://www.cape.example.", ["htttp://www.cape.example"]),
        ("See hhtps://cape.example/a", ["hhtps://cape.example/a"]),
        ("See htp://cape.example/a", ["htp://cape.example/a"]),
        ("See htpp://cape.example/a", ["htpp://cape.example/a"]),
        ("See ttps://cape.example/a", ["ttps://cape.example/a"]),
        ("See httpss://cape.example/a", ["httpss://cape.example/a"]),
        ("See http:www.cape.example/a", ["http:www.cape.example/a"]),
        ("See http//www.cape.example", ["http//www.cape.example"]),
        ("See https;//www.cape.example", ["https;//www.cape.example"]),
        ("See https:www.cape.example", ["https:www.cape.example"]),
        ("See https:///cape.example", ["https:///cape.example"]),
        ("See www,cape.example for more", ["www,cape.example"]),
        ("See www..cape.example for more", ["www..cape.example"]),
        ("See www.cape,com for more", ["www.cape,com"]),
        ("See www. cape.example for more", ["www. cape.example"]),
        ("See www.cape. com for more", ["www.cape. com"]),
        ("See www.cape .com.hk for more", ["www.cape .com.hk"]),
        ("See https://www.cape..com for more", ["https://www.cape..com"]),
        ("See https://https://cape.example", ["https://https://cape.example"]),
        ("See https:// www.cape.example", ["https:// www.cape.example"]),
        ("See ww.cape.example and wwww.cape.example", ["ww.cape.example", "wwww.cape.example"]),
        ("See www.cape for more", ["www.cape"]),
        ("See [the site](https://cape.example).", ["[the site](https://cape.example)"]),
        ('See <a href="https://x.example">x</a>', ['<a href="https://x.example">x</a>']),
    ],
)
def test_an_address_that_no_browser_opens_is_found(words, excerpts):
    assert found("text.link", words_in("en", words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "See https://www.cape.example/a_(b)?c=1&d=%20#e, www.cape.com.hk. And cape.example/tc.",
        "See www.cape.example, or https://cape.example; call +852 2811 1234.",
        "Write to press@cape.example (mailto:press@cape.example, tel:+85228111234).",
        "如欲了解更多，請瀏覽www.cape.com.hk。更多詳情：https://cape.example/路。",
        "請瀏覽 https://www.cape.example，或致電查詢。",
        "At 3:30, a ratio of 3:1, and/or, 24/7; ftp://cape.example",
        "The https protocol, http and www, are old. The www is wide.",
        "The park [1](see below) and array[0](x) notes",
        "Visit www.cape.com. Communities are welcome. In www.cape.org. Net income",
        "Cape.com and WWW.CAPE.EXAMPLE",
    ],
)
def test_good_addresses_are_left_alone(words):
    assert found("text.link", words_in("en", words)) == []
    assert found("text.link", words_in("zh-hant", words)) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://cape.example/news.",
        "https://cape.example/news)",
        "https://cape.example/新聞。",
        "https://cape",
        "http://localhost/x",
        "https://cape.example/a b",
        "mailto:press@cape",
        "mailto:press@cape.example.",
    ],
)
def test_a_link_with_an_address_that_leads_nowhere_is_found_at_its_words(address):
    html = f'<p>Read <a href="{address}">the report</a>.</p>'
    assert found("text.link", rich(html)) == ["the report"]


@pytest.mark.parametrize(
    "address",
    [
        "https://cape.example/news",
        "https://cape.example/a_(b)",
        "https://cape.example",
        "mailto:press@cape.example?subject=Hello%20there",
        "tel:+85228111234",
    ],
)
def test_a_good_link_is_left_alone(address):
    html = f'<p>Read <a href="{address}">the report</a>.</p>'
    assert found("text.link", rich(html)) == []


def test_an_address_that_is_printed_wrong_and_links_wrong_is_said_once():
    html = '<p>See <a href="http:/cape.example">http:/cape.example</a></p>'
    assert found("text.link", rich(html)) == ["http:/cape.example"]


def test_the_website_of_a_boilerplate_is_looked_at():
    boilerplate = schema.Boilerplate(key="b1", website="https://cape")
    assert found("text.link", release(boilerplates=[boilerplate])) == ["https://cape"]
