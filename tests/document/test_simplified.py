"""Simplified Chinese is derived: names and given words stand, everything else is converted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases import rich_text
from releases.chinese import to_simplified
from releases.document import apply, compose, derived, from_json, schema, simplified, to_json
from releases.languages import WRITTEN
from releases.models import Term

from ..factories import document, published
from ..strategies import characters, documents

# Words whose characters convert one way alone and another way together, marks and addresses.
WORDS = st.sampled_from(
    ["乾淨", "乾隆", "乾坤", "皇后", "後來", "頭髮", "發展", "於是", "意味著", "著名", "機械人"]
    + ["鍾", "葉", "里", "裏", "衞生", "網絡", "「", "」", "『", "』", "，", "AI", "&", "<", ">"]
    + ["https://www.cape.example/數據", "a@b.example", "2026"]
)
chinese = (
    st.lists(WORDS | st.text(characters, max_size=3), min_size=1, max_size=8)
    .map("".join)
    .filter(bool)
)
pairs = st.tuples(WORDS | chinese, chinese)
# What OpenCC leaves standing in some words, and what an address may hold.
STANDING = set("乾著瞭藉徵夥祇麽餘鍾數據")


def in_simplified(text, glossary=(), passages=(), **changes):
    """A text as it is printed in the headline of a release."""
    passages = [
        schema.SimplifiedPassage(key=f"sp{n}", traditional=traditional, simplified=form)
        for n, (traditional, form) in enumerate(passages)
    ]
    value = document(headline={"zh-hant": text}, simplified_passages=passages, **changes)
    return simplified(value, glossary).headline["zh-hans"]


def html_in_simplified(html, glossary=()):
    block = schema.TextBlock(key="p1", html={"zh-hant": html})
    return simplified(document(body=[block]), glossary).body[0].html["zh-hans"]


def signed_by(name, honorific="先生"):
    person = schema.Person(name={"zh-hant": name}, honorific={"zh-hant": honorific})
    return {"signatories": [schema.Signatory(key="sig9", person=person)]}


def issued_by(name):
    return {"organisations": [schema.Organisation(key="org9", name={"zh-hant": name})]}


# What is converted


@pytest.mark.parametrize(
    ("traditional", "printed"),
    [
        ("香港衞生署發布網絡數據", "香港卫生署发布网络数据"),
        ("頭髮乾了，皇后在後面", "头发干了，皇后在后面"),
        ("這意味著著名作家沿着港鐵綫前行", "这意味着著名作家沿着港铁线前行"),
        ("計程車與軟件", "计程车与软件"),  # characters, not the mainland's vocabulary
        ("他說：「這叫『人工智能』。」", "他说：“这叫‘人工智能’。”"),
        ("《數據》第3期（AI & IoT）", "《数据》第3期（AI & IoT）"),
    ],
)
def test_characters_and_quotation_marks_are_converted_and_no_other_words(traditional, printed):
    assert in_simplified(traditional) == printed


def test_every_text_in_traditional_chinese_gets_its_simplified_words_and_no_other_does():
    made = simplified(document())

    assert made.headline == {
        "zh-hant": "海角創新園與北極星合作",
        "en": "Cape Park and Polestar join forces",
        "zh-hans": "海角创新园与北极星合作",
    }
    assert made.signatories[0].person.name["zh-hans"] == "陈爱丽"
    assert simplified(document(headline={"en": "Only"})).headline == {"en": "Only"}


def test_marks_of_a_quote_are_those_of_simplified_chinese():
    quote = schema.Quote(key="q", words={"zh-hant": "發展"}, marks={"zh-hant": "『』"})
    plain = schema.replace(quote, marks={})

    def printed(quote):
        return schema.printed_quote(simplified(document(body=[quote])).body[0], "zh-hans")

    assert (printed(plain), printed(quote)) == ("“发展”", "‘发展’")


@pytest.mark.parametrize(
    ("traditional", "printed"),
    [
        ('<p>請看<a href="https://例.example/數據">網頁</a>。</p>', "网页"),
        ("<p><strong>頭</strong>髮 A&amp;B &lt;數據&gt;</p>", "发 A&amp;B &lt;数据&gt;"),
    ],
)
def test_in_html_only_what_stands_between_tags_is_converted(traditional, printed):
    made = html_in_simplified(rich_text.clean(traditional))

    assert printed in made
    assert rich_text.clean(made) == made
    if "href" in traditional:
        assert 'href="https://例.example/數據"' in made or "%E6" in made


def test_a_name_with_an_ampersand_is_known_in_html():
    value = document(
        body=[schema.TextBlock(key="p", html={"zh-hant": "<p>A&amp;乾隆後來</p>"})],
        **issued_by("A&乾隆後"),
    )

    made = simplified(value, [("A&乾隆後", "A&乾隆後")])

    assert made.body[0].html["zh-hans"] == "<p>A&amp;乾隆後来</p>"


@pytest.mark.parametrize(
    ("traditional", "printed"),
    [
        ("見https://例.example/數據/網頁。", "见https://例.example/數據/網頁。"),
        ("見www.網域.example查詢", "见www.網域.example查询"),
        ("電郵pr@cape.example查詢", "电邮pr@cape.example查询"),
    ],
)
def test_an_address_stays_an_address(traditional, printed):
    assert in_simplified(traditional) == printed


# Names


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("李乾明", "李乾明"),  # 2013 table, annex 1: 乾 read qián is not 干
        ("於慧敏", "於慧敏"),
        ("王東昇", "王东昇"),
        ("鍾永康", "钟永康"),
        ("葉著名", "叶著名"),
    ],
)
def test_a_persons_name_is_converted_by_character_and_the_same_everywhere(name, printed):
    text = f"{name}說，乾淨，{name}。"

    assert in_simplified(text, **signed_by(name)) == f"{printed}说，干净，{printed}。"


def test_a_surname_with_its_title_is_that_persons():
    assert in_simplified("於博士與於是", **signed_by("於慧敏", "博士")) == "於博士与于是"


def test_no_phrase_reaches_into_a_name_or_across_its_edge():
    assert in_simplified("行李乾淨水廠", **signed_by("李乾淨")) == "行李乾净水厂"
    assert in_simplified("前皇后浪科技", **issued_by("后浪科技")) == "前皇后浪科技"
    # Alone, 乾隆 is a word; the organisation ends between its characters.
    assert in_simplified("雲乾隆重開幕", **issued_by("雲乾")) == "云干隆重开幕"


def test_one_character_is_no_name_in_running_text():
    assert in_simplified("於是", **signed_by("於")) == "于是"


# What people said


def test_a_term_is_printed_in_the_form_given_and_wins_over_names():
    glossary = [("機械人", "机器人"), ("鍾永康", "锺永康"), ("機械人學會", "机械人学会")]

    printed = in_simplified("鍾永康的機械人與機械人學會", glossary, **signed_by("鍾永康"))

    assert printed == "锺永康的机器人与机械人学会"


def test_a_term_does_not_reach_into_a_name():
    printed = in_simplified(
        "潮匠機械人公司的機械人", [("機械人", "机器人")], **issued_by("潮匠機械人公司")
    )

    assert printed == "潮匠机械人公司的机器人"


def test_a_passage_wins_over_terms_and_names_and_the_longer_passage_over_the_shorter():
    printed = in_simplified(
        "海角創新園的機械人與創新園",
        [("機械人與創新園", "术语"), ("創新園", "创新园区")],
        passages=[("創新園", "园区"), ("角創新園的", "甲"), ("創新園的機械人", "乙")],
    )

    assert printed == "海角乙与园区"


def test_a_passage_that_is_half_written_says_nothing():
    assert in_simplified("發展", passages=[("發展", ""), ("", "x")]) == "发展"


@given(chinese, st.lists(pairs, max_size=4), st.lists(pairs, max_size=3))
def test_given_forms_always_stand_and_all_else_is_simplified(text, glossary, passages):
    printed = in_simplified(text, glossary, passages)

    first = max((p for p in passages if p[0] and p[1]), key=lambda p: len(p[0]), default=None)
    if first and sum(len(p[0]) == len(first[0]) for p in passages) == 1:
        assert printed.count(first[1]) >= text.count(first[0])
    given_forms = "".join(form for _traditional, form in (*glossary, *passages))
    for character in set(printed) - set(given_forms) - STANDING:
        assert to_simplified(character) == character


@given(chinese, st.lists(pairs, max_size=3))
def test_html_keeps_its_tags_and_its_entities(text, glossary):
    html = rich_text.clean(f"<p>{rich_text.html.escape(text)}<strong>發</strong></p>")

    made = html_in_simplified(html, glossary)

    assert made.startswith("<p>")
    assert made.endswith("</strong></p>")
    assert rich_text.clean(made) == made


@given(documents())
def test_a_document_made_whole_is_a_document_and_making_it_twice_is_making_it_once(value):
    made = simplified(value)

    assert from_json(to_json(made)) == made
    assert simplified(made) == made
    assert schema.in_languages(made, WRITTEN) == value


# In the newsroom


@pytest.mark.django_db
def test_an_edition_restores_as_the_draft_that_it_was_made_from():
    Term.objects.create(zh_hant="合作", zh_hans="携手")
    edition = published(languages=["zh-hant", "en", "zh-hans"])
    frozen = from_json(edition.document)

    restored = compose(apply(frozen, release=edition.release))

    assert frozen.headline["zh-hans"] == "海角创新园与北极星携手"
    assert restored == schema.in_languages(frozen, WRITTEN)
    assert derived(restored) == frozen


@pytest.mark.django_db
def test_what_has_gone_out_stays_when_the_glossary_changes():
    edition = published(languages=["zh-hant", "zh-hans"])
    Term.objects.create(zh_hant="合作", zh_hans="携手")
    edition.refresh_from_db()

    page = edition.pages.get(language="zh-hans")

    assert page.headline == edition.document["headline"]["zh-hans"] == "海角创新园与北极星合作"


@pytest.mark.django_db
def test_a_release_without_simplified_chinese_holds_none():
    assert "zh-hans" not in published(languages=["zh-hant", "en"]).document["headline"]
