"""Both languages name the same people, organisations and terms."""

import pytest

from releases.document import schema
from releases.preflight.reading import Term

from .cases import found, release, text

HOST = schema.Organisation(
    key="o1",
    name={"zh-hant": "嶼灣創新園", "en": "Lantau Bay Innovation Park"},
    short_name={"zh-hant": "創新園", "en": "the Park"},
)
PARTNER = schema.Organisation(
    key="o2",
    role="partner",
    name={"zh-hant": "潮匠機械人有限公司", "en": "Tidewright Robotics Limited"},
    short_name={"zh-hant": "潮匠", "en": "Tidewright"},
)
FOO = schema.Person(
    name={"zh-hant": "符見澄", "en": "Foo Kin-ching"},
    honorific={"zh-hant": "女士", "en": "Ms"},
)
KWONG = schema.Person(
    name={"zh-hant": "鄺慕川", "en": "Kwong Mo-chuen"},
    honorific={"zh-hant": "先生", "en": "Mr"},
)
SOLHEIM = schema.Person(name={"zh-hant": "Ingrid Solheim", "en": "Ingrid Solheim"})


def named(*body, people=(FOO, KWONG, SOLHEIM), **fields):
    return release(
        organisations=[HOST, PARTNER],
        body=list(body),
        signatories=[schema.Signatory(key=f"s{n}", person=p) for n, p in enumerate(people)],
        **fields,
    )


EVERYBODY = text(
    "p0",
    zh="符見澄女士、鄺慕川先生及Ingrid Solheim女士出席活動。",
    en="Ms Foo Kin-ching, Mr Kwong Mo-chuen and Ms Ingrid Solheim attended.",
)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("符見澄女士參觀園區。", "Ms Foo Kin-ching visited the Park."),
        ("符見澄女士參觀園區。", "Ms Foo visited the Park."),
        ("符見澄女士參觀園區。", "FOO Kin-ching visited the Park."),
        ("符見澄女士參觀園區。", "Kin-ching Foo visited the Park."),
        ("符見澄女士參觀園區。", "Foo visited the Park."),
        ("符見澄女士參觀園區。", "She visited the Park."),
        ("符見澄女士參觀園區。", "During her visit, the range was opened."),
        ("符見澄女士參觀園區。", "Ms Foo Kin-chin visited the Park."),
        ("符女士參觀園區。", "The chief executive visited the Park."),
        ("她參觀園區。", "Ms Foo Kin-ching visited the Park."),
        ("符女士參觀園區。", "Ms Foo Kin-ching visited the Park."),
        ("符總監參觀園區。", "Ms Foo Kin-ching visited the Park."),
        ("Solheim女士參觀園區。", "Ms Ingrid Solheim visited the Park."),
        ("李國彬先生參觀園區。", "The public visited the Park."),
        ("藝術總監Ingrid Solheim與團隊參觀園區。", "Ms Ingrid Solheim visited the Park."),
        ("符見澄女士與鄺慕川先生參觀園區。", "Ms Foo and Mr Kwong visited the Park."),
    ],
)
def test_a_person_who_is_named_in_both_in_any_way_is_left_alone(zh, en):
    assert found("languages.people", named(EVERYBODY, text(zh=zh, en=en))) == []


@pytest.mark.parametrize(
    ("zh", "en", "excerpts"),
    [
        ("符見澄女士與鄺慕川先生參觀園區。", "Ms Foo Kin-ching visited the Park.", ["鄺慕川"]),
        ("符見澄女士參觀園區。", "Ms Foo Kin-ching and Mr Kwong Mo-chuen visited.", ["Kwong Mo-chuen"]),
        ("符見澄女士參觀園區。", "The public visited the Park.", ["符見澄"]),
        ("市民參觀園區。", "Ms Ingrid Solheim visited the Park.", ["Ingrid Solheim"]),
        ("鄺慕川先生參觀園區。", "Ms Foo Kin-ching visited the Park.", ["Foo Kin-ching"]),
        ("市民參觀園區。", "FOO Kin-ching visited the Park.", ["FOO Kin-ching"]),
    ],
)  # fmt: skip
def test_a_person_who_is_left_out_of_one_language_is_found(zh, en, excerpts):
    assert found("languages.people", named(EVERYBODY, text(zh=zh, en=en))) == excerpts


@pytest.mark.parametrize(
    ("zh", "en", "excerpts"),
    [
        ("病人符見澄女士首批受惠。她憶述經過。", "A patient aged 61 was among the first. She recalled it.", ["符見澄"]),
        ("一名病人首批受惠。她憶述經過。", "Ms Foo Kin-ching, a patient, was among the first. She recalled it.", ["Foo Kin-ching"]),
        ("符見澄女士參觀園區，遇見一名學生。", "She visited the Park and met a student.", []),
        ("符見澄女士參觀園區，遇見學生。", "During her visit she talked with a resident.", []),
        ("李國彬先生是病人。", "A patient aged 61 was among the first.", ["李國彬"]),
        ("居民李國彬先生說好。", "A resident, Lee Kwok-pan, said it was good.", []),
        ("居民李國彬先生說好。", "A resident said it was good, Mr Lee among them.", []),
        ("李國彬先生遇見一位學生。", "The visitors met a student.", []),
        ("一名居民說好。", "Mr Lee Kwok-pan said it was good.", ["Lee Kwok-pan"]),
    ],
)  # fmt: skip
def test_a_patient_stands_for_no_name(zh, en, excerpts):
    assert found("languages.people", named(EVERYBODY, text(zh=zh, en=en))) == excerpts


def test_a_person_who_is_nowhere_in_one_language_is_found_once():
    document = named(
        text("p1", zh="符見澄女士參觀園區。", en="Guests visited the Park."),
        text("p2", zh="符見澄女士表示高興。", en="She was glad."),
    )
    assert found("languages.people", document) == ["符見澄"]


def test_a_name_that_moved_to_the_next_paragraph_is_not_missed():
    document = named(
        EVERYBODY,
        text("p1", zh="符見澄女士參觀園區。", en="The range was opened."),
        text("p2", zh="試驗場已啟用。", en="Ms Foo Kin-ching visited it."),
    )
    assert found("languages.people", document) == []


def test_a_headline_may_say_it_without_the_name():
    document = named(
        EVERYBODY,
        headline={"zh-hant": "符見澄女士到訪創新園", "en": "Tidewright’s head visits the Park"},
    )
    assert found("languages.people", document) == []


def test_what_somebody_is_quoted_as_saying_is_about_others():
    quote = schema.Quote(
        key="q1",
        lead_in={"zh-hant": "符見澄女士表示：", "en": "Tidewright said: "},
        words={"zh-hant": "他很高興。", "en": "He is glad."},
    )
    assert found("languages.people", named(EVERYBODY, quote)) == ["符見澄"]


def test_a_caption_of_people_who_are_listed_is_for_another_check():
    figure = schema.Figure(
        key="f1",
        caption={"zh-hant": "符見澄女士（左）。", "en": "The pier."},
        people=[schema.PersonInPicture(key="i1", name=FOO.name)],
    )
    assert found("languages.people", named(EVERYBODY, figure)) == []
    assert found("people.captions", named(EVERYBODY, figure)) == ["Foo Kin-ching"]


def test_a_person_of_the_glossary_is_known_too():
    term = Term("李國彬", "Lee Kwok-pan", "person")
    document = named(EVERYBODY, text(zh="李國彬先生參觀園區。", en="Guests visited."))
    assert found("languages.people", document, terms=(term,)) == ["李國彬"]
    assert found("languages.terms", document, terms=(term,)) == []


def test_a_release_in_one_language_names_nobody_in_the_other():
    document = schema.replace(
        named(EVERYBODY, text(zh="符見澄女士參觀園區。", en="Guests visited.")),
        languages=["zh-hant"],
    )
    assert found("languages.people", document) == []


# Organisations

BOTH = text(
    "p0",
    zh="嶼灣創新園（創新園）與潮匠機械人有限公司（潮匠）今日簽署協議。",
    en="Lantau Bay Innovation Park (the Park) and Tidewright Robotics Limited (Tidewright) signed today.",
)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("潮匠會在園內增聘工程師。", "Tidewright will hire engineers at the Park."),
        ("潮匠會增聘工程師。", "The company will hire engineers."),
        ("潮匠會增聘工程師。", "It will hire engineers."),
        ("潮匠機械人會增聘工程師。", "Tidewright Robotics will hire engineers."),
        ("創新園與潮匠會合作。", "The two organisations will work together."),
        ("雙方會合作。", "Tidewright and the Park will work together."),
        ("園區會開放。", "The Park will open."),
        ("創新園會開放。", "Lantau Bay will open."),
        ("公司會增聘工程師。", "Tidewright will hire engineers."),
        ("嶼灣會開放。", "LBIP will open."),
        ("海岸大學會研究。", "Scientists will study it."),
        ("嶼灣創新園主席參觀碼頭。", "The chairman visited the pier."),
        ("潮匠營運總監符見澄女士續說。", "Ms Foo added."),
        ("符女士補充。", "Ms Foo, Chief Executive of Tidewright, added."),
        ("符女士補充。", "Tidewright Chief Executive Foo Kin-ching added."),
        ("潮匠會與一間公司合作。", "It will work with a company."),
        ("潮匠會與海外公司合作。", "It will work with an overseas company."),
        ("潮匠計劃成為上市公司。", "It plans to become a listed company."),
        ("潮匠是機械人公司，今年十歲。", "As a robotics company, it turns ten this year."),
        ("潮匠會與大學合作。", "The company will work with a university."),
        ("潮匠提供套票。", "The operator offers packages with a local restaurant."),
        ("潮匠機械人有限公司（香港）主席致辭。", "The chairman gave an address."),
        ("潮匠與創新園會與大學合作。", "Both will work with a university."),
    ],
)
def test_an_organisation_that_is_named_in_both_in_any_way_is_left_alone(zh, en):
    assert found("languages.organisations", named(BOTH, text(zh=zh, en=en))) == []


@pytest.mark.parametrize(
    ("zh", "en", "excerpts"),
    [
        ("創新園與潮匠會開放試驗場。", "The Park will open the range.", ["潮匠"]),
        ("創新園會開放試驗場。", "The Park and Tidewright will open the range.", ["Tidewright"]),
        ("潮匠會開放試驗場。", "A range will be opened.", ["潮匠"]),
        ("嶼灣創新園今日開放碼頭。", "The pier opens today.", ["嶼灣創新園"]),
        (
            "項目由潮匠領投，創新園跟投。",
            "It was led by a new investor, with the Park taking part.",
            ["潮匠"],
        ),
        (
            "計劃與潮匠合辦，它會辦十年。",
            "It is run together with a local company for ten years.",
            ["潮匠"],
        ),
        ("創新園與機械人公司潮匠簽約。", "The Park and a robotics company signed.", ["潮匠"]),
        ("項目與一家本地公司合辦。", "It is run together with Tidewright.", ["Tidewright"]),
        (
            "項目由某機構資助。",
            "It is funded by Lantau Bay Innovation Park.",
            ["Lantau Bay Innovation Park"],
        ),
    ],
)
def test_an_organisation_that_is_left_out_is_found(zh, en, excerpts):
    assert found("languages.organisations", named(BOTH, text(zh=zh, en=en))) == excerpts


def test_one_who_is_dropped_from_a_headline_is_found():
    document = named(
        BOTH,
        headline={"zh-hant": "創新園與潮匠簽署協議", "en": "Lantau Bay Innovation Park signs"},
    )
    assert found("languages.organisations", document) == ["潮匠"]


# Terms

TERMS = (
    Term("合作備忘錄", "memorandum of understanding", "term"),
    Term("備忘錄", "memorandum", "term"),
    Term("機械人", "robot", "term"),
    Term("海岸機械人試驗場", "Coastal Robotics Range", "term"),
    Term("創科", "innovation and technology", "term"),
    Term("大灣區", "Greater Bay Area", "term"),
    Term("社區", "Community", "topic"),
)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("雙方簽署合作備忘錄。", "The parties signed a memorandum of understanding."),
        ("雙方簽署合作備忘錄。", "The parties signed a Memorandum of Understanding (MoU)."),
        ("雙方簽署合作備忘錄。", "The parties signed an MOU."),
        (
            "雙方簽署兩份合作備忘錄。",
            "The parties signed two Memoranda; memorandums of understanding.",
        ),
        ("機械人下水。", "The robots went into the water."),
        ("機械人下水。", "The robot’s first dive."),
        ("海岸機械人試驗場啟用。", "The Coastal Robotics Range opens."),
        ("推動創科發展。", "To promote I&T and innovation and technology."),
        ("大灣區的機遇。", "Opportunities in the greater bay area."),
        ("園區啟用。", "The site opens."),
        ("社區診所。", "Neighbourhood clinics."),
        ("雙方簽署協議。", "The parties signed an agreement."),
    ],
)
def test_a_term_that_is_translated_as_the_glossary_has_it_is_left_alone(zh, en):
    assert found("languages.terms", release(body=[text(zh=zh, en=en)]), terms=TERMS) == []


@pytest.mark.parametrize(
    ("zh", "en", "excerpts"),
    [
        ("雙方簽署合作備忘錄。", "The parties signed a letter of intent.", ["合作備忘錄"]),
        ("雙方簽署意向書。", "The parties signed a memorandum of understanding.", ["memorandum of understanding"]),
        ("機械人下水。", "The machines went into the water.", ["機械人"]),
        ("機器下水。", "The robots went into the water.", ["robots"]),
        ("海岸機械人試驗場啟用。", "The Seaside Machine Ground opens.", ["海岸機械人試驗場"]),
        ("大灣區的機遇。", "Opportunities in the Big Bay.", ["大灣區"]),
    ],
)  # fmt: skip
def test_a_term_that_is_translated_otherwise_is_found(zh, en, excerpts):
    assert found("languages.terms", release(body=[text(zh=zh, en=en)]), terms=TERMS) == excerpts


def test_a_short_form_of_what_is_said_in_full_elsewhere_will_do():
    document = release(
        headline={"zh-hant": "簽署合作備忘錄", "en": "Parties sign memorandum"},
        body=[text(zh="雙方簽署合作備忘錄。", en="They signed a memorandum of understanding.")],
    )
    assert found("languages.terms", document, terms=TERMS[:1]) == []


def test_a_term_that_is_wrong_throughout_is_found_once():
    document = release(
        body=[
            text("p1", zh="機械人下水。", en="The machines went in."),
            text("p2", zh="機械人上岸。", en="The machines came out."),
        ]
    )
    assert found("languages.terms", document, terms=TERMS) == ["機械人"]


def test_a_word_that_is_translated_rightly_over_and_over_may_be_left_out_once():
    right = [text(f"p{n}", zh="機械人下水。", en="The robot went in.") for n in range(4)]
    left_out = text("p9", zh="觀看機械人傳回的影像。", en="Watch live pictures.")
    assert found("languages.terms", release(body=[*right, left_out]), terms=TERMS) == []
    assert found("languages.terms", release(body=[*right[1:], left_out]), terms=TERMS) == ["機械人"]


def test_without_a_glossary_nothing_is_asked():
    assert found("languages.terms", release(body=[text(zh="機械人。", en="Machines.")])) == []
