"""A document without one person: no name is left in it, and nothing else has changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases import rich_text
from releases.document import (
    NameRefused,
    Names,
    Place,
    Sought,
    from_json,
    schema,
    to_json,
    without_person,
)
from releases.document.erasing import LEFT_OUT, REPLACED, STAYS
from releases.document.simplified import simplified

from ..factories import ALICE, BOB, document
from ..strategies import documents

NAMES = ["Alice Chan", "陳愛麗"]
ALICE_SOUGHT = Sought(Names(NAMES), people=frozenset({"alice-chan"}))
MARK = "[name removed]"
HAN_MARK = "[姓名已刪除]"
PHOTO = schema.Picture(sha256="a" * 64, width=1200, height=720)


def erased(value, *names, **sought):
    return without_person(value, Sought(Names(names or NAMES), **sought))


def in_text(words, *names):
    return Names(names or NAMES).replaced(words)


def in_html(fragment, *names, language="en"):
    block = schema.TextBlock(key="p1", html={language: fragment})
    return erased(document(body=[block]), *names).document.body[0].html[language]


@pytest.mark.parametrize(
    "words",
    [
        "Dr {Alice Chan} said",
        "{ALICE  CHAN}’s speech",
        "by {Alice\nChan}, today",
        "{Alice\u2011Chan}",
        "{Alice\u00a0Chan}",
        "{Al\u00adice Chan}",
        "{Ａｌｉｃｅ　Ｃｈａｎ} said",
        "由{Alice Chan}主持",
        "由{陳愛麗}博士主持",
        "由{陈爱丽}博士主持",
        "{陳　愛　麗}（主席）",
        "write to {alice.chan@cape.example}.",
        "write to {AliceChan2@cape.example}.",
        "see {https://www.cape.example/people/alice-chan?a=1}",
        "see {https://www.cape.example/%E9%99%B3%E6%84%9B%E9%BA%97}",
    ],
)
def test_a_name_becomes_a_mark_however_it_is_typed(words):
    before, rest = words.split("{")
    _name, after = rest.split("}")

    left = in_text(words.replace("{", "").replace("}", ""))

    assert left in (before + MARK + after, before + HAN_MARK + after)


@pytest.mark.parametrize(
    "words", ["malice channel", "Alice Channing", "Alice. Chan left", "陳愛", "info@cape.example"]
)
def test_what_is_no_such_name_stays(words):
    assert in_text(words) == words


def test_initials_accents_and_forms_of_a_character_are_the_same_name():
    assert in_text("T. M. Chan, TM Chan", "T.M. Chan") == f"{MARK}, {MARK}"
    assert in_text("José O’Neil, Jose\u0301 O'Neil", "José O'Neil") == f"{MARK}, {MARK}"
    assert in_text("钟大文、锺大文、鍾大文", "鍾大文") == "、".join([HAN_MARK] * 3)
    assert in_text("鍾大文", "钟大文") == HAN_MARK


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("A", "short"),
        ("陳", "short"),
        (" - ", "short"),
        ("", "short"),
        ("Name", "mark"),
        ("刪除", "mark"),
    ],
)
def test_a_name_that_would_be_found_everywhere_or_in_the_mark_is_refused(name, why):
    with pytest.raises(NameRefused) as refused:
        Names([name])
    assert refused.value.why == why


@pytest.mark.parametrize(
    ("fragment", "left"),
    [
        ("<p>By Alice <strong>Chan</strong> &amp; Bob</p>", f"<p>By {MARK} &amp; Bob</p>"),
        ("<p><em>Alice</em> <em>Chan and Bob</em></p>", f"<p><em>{MARK}</em><em> and Bob</em></p>"),
        ("<p>Alice&nbsp;Chan<br>x</p>", f"<p>{MARK}<br>x</p>"),
        ("<p>Alice<br>Chan</p>", f"<p>{MARK}<br></p>"),
        ("<p>Alice</p><p>Chan</p>", "<p>Alice</p><p>Chan</p>"),
        ('<p>her <a href="mailto:alice.chan@cape.example">mail</a></p>', "<p>her mail</p>"),
        (
            '<p><a href="https://cape.example">Alice Chan</a></p>',
            f'<p><a href="https://cape.example">{MARK}</a></p>',
        ),
    ],
)
def test_names_in_rich_text_go_across_tags_and_out_of_links(fragment, left):
    assert in_html(rich_text.clean(fragment)) == left


def test_a_speaker_and_a_signatory_lose_what_is_about_them_and_their_words_stay():
    result = erased(document())

    nobody = schema.Person(organisation=ALICE.organisation)
    quote = result.document.quotes()[0]
    assert (quote.speaker, result.document.signatories[0].person) == (nobody, nobody)
    assert quote.words == document().quotes()[0].words
    assert quote.lead_in == {
        "zh-hant": f"海角創新園主席{HAN_MARK}博士表示：",
        "en": f"Dr {MARK} said: ",
    }
    assert result.document.witnesses == document().witnesses
    assert {(p.path, p.done) for p in result.places} == {
        ("body[1].speaker", LEFT_OUT),
        ("body[1].lead_in.zh-hant", REPLACED),
        ("body[1].lead_in.en", REPLACED),
        ("signatories[0].person", LEFT_OUT),
    }


def test_one_spelling_is_enough_to_know_a_person_and_the_others_are_told():
    result = erased(document(), "Alice Chan")

    assert result.document.signatories[0].person.name == {}
    assert result.other_names == {"陳愛麗"}
    assert "陳愛麗" in result.document.quotes()[0].lead_in["zh-hant"]


def test_a_record_is_enough_to_know_a_person():
    result = erased(document(), "Somebody Else", people=frozenset({"bob-lee"}))

    assert result.document.witnesses[0].person == schema.Person(organisation=BOB.organisation)
    assert result.other_names == {"李柏", "Bob Lee"}


def test_a_media_contact_goes_whole_and_an_address_out_of_anothers():
    office = schema.MediaContact(
        key="mc3", name={"en": "Press office"}, emails=["carol.wong@cape.example", "a@cape.example"]
    )
    value = document()
    value = schema.replace(value, media_contacts=[*value.media_contacts, office])

    left = erased(value, "Carol Wong").document.media_contacts

    assert [contact.key for contact in left] == ["mc2", "mc3"]
    assert left[1].emails == ["a@cape.example"]


def portrait(**values):
    return schema.Figure(key="fig1", picture=PHOTO, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"people": [schema.PersonInPicture(key="pp1", name={"zh-hant": "陳愛麗"})]},
        {"people": [schema.PersonInPicture(key="pp1", record="alice-chan")]},
        {"alt_text": {"en": "Alice Chan at a lectern"}},
    ],
)
def test_a_figure_that_shows_the_person_goes_with_its_picture_and_its_quote(values):
    carried = schema.Quote(key="q9", words={"en": "In the caption alone."})
    value = document(body=[portrait(quote="q9", **values)], caption_quotes=[carried])

    result = without_person(value, ALICE_SOUGHT)

    assert (result.document.body, result.document.caption_quotes) == ([], [])
    assert result.pictures == {PHOTO.sha256}


def test_a_picture_whose_caption_names_the_person_may_show_something_else_and_is_told():
    value = document(body=[portrait(caption={"en": "The hall that Alice Chan opened"})])

    result = erased(value)

    (figure,) = result.document.body
    assert (figure.picture, figure.caption) == (PHOTO, {"en": f"The hall that {MARK} opened"})
    told = Place(
        "body[0]: picture aaaaaaaa, by its caption", "The hall that Alice Chan opened", STAYS
    )
    assert told in result.places


def test_a_known_picture_of_the_person_goes_wherever_it_stands():
    value = document(body=[portrait(caption={"en": "At work"})])

    assert erased(value).document == schema.replace(erased(value).document, body=value.body)
    assert erased(value, pictures=frozenset({PHOTO.sha256})).document.body == []


def test_who_only_made_the_picture_loses_the_credit():
    value = document(body=[portrait(credit={"en": "Photo: Alice Chan"})])

    assert erased(value).document.body[0].credit == {"en": f"Photo: {MARK}"}


def test_simplified_words_of_an_edition_get_their_own_mark():
    result = erased(simplified(document()), "陳愛麗")

    assert result.document.quotes()[0].lead_in["zh-hans"] == "海角创新园主席[姓名已删除]博士表示："


def test_addresses_made_of_the_name_are_told_and_websites_go():
    value = document(
        "alice-chan-signs",
        boilerplates=[schema.Boilerplate(key="bp1", website="https://alicechan.example")],
        signatories=[],
        body=[],
    )

    result = erased(value)

    assert {(p.path, p.done) for p in result.places} == {
        ("slug", STAYS),
        ("boilerplates[0].website", LEFT_OUT),
    }
    assert result.document == schema.replace(value, boilerplates=[schema.Boilerplate(key="bp1")])


def strings(value):
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from strings(inner)
        case list():
            for inner in value:
                yield from strings(inner)


@st.composite
def naming_documents(draw):
    """Any document with the name of a person in any of its words, or in none of them."""
    value = to_json(draw(documents()))
    names = st.sampled_from(["", "", "Alice Chan", "alice\u00a0CHAN", "陳愛麗", "陈爱丽"])

    def named(value, field=""):
        match value:
            case dict():
                return {key: named(inner, key) for key, inner in value.items()}
            case list():
                return [named(inner, field) for inner in value]
            case str() if field == "html" or value.startswith("<p>"):
                return rich_text.clean(f"{value}<p>x {draw(names)} <em>y</em> {draw(names)}</p>")
            case str() if field in ("en", "zh-hant", "traditional", "simplified", "emails"):
                return f"{value} {draw(names)}" if len(value) != 2 else value
        return value

    return from_json(named(value))


@given(naming_documents())
def test_afterwards_no_name_stands_anywhere_and_the_document_is_one(value):
    result = without_person(value, ALICE_SOUGHT)

    assert from_json(to_json(result.document)) == result.document
    assert not any(map(ALICE_SOUGHT.names.are_in, strings(to_json(result.document))))
    plain = str(to_json(result.document)).casefold().replace("\xa0", " ")
    assert not any(name in plain for name in ("alice chan", "陳愛麗", "陈爱丽"))
    again = without_person(result.document, ALICE_SOUGHT)
    assert again.document == result.document
    assert not again.is_changed


@given(documents())
def test_a_document_that_does_not_name_them_is_unchanged(value):
    result = without_person(value, ALICE_SOUGHT)

    assert result.document is value
    assert (result.places, result.pictures, result.other_names) == ([], set(), set())
