"""People: introduced when they speak, and called the same wherever they stand."""

import pytest

from releases.document import schema
from releases.preflight import CHECKS

from .cases import TODAY, found, release, text

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
NAME = {"zh-hant": "符見澄", "en": "Foo Kin-ching"}
FULL = schema.Person(
    name=NAME,
    honorific={"zh-hant": "女士", "en": "Ms"},
    job_title={"zh-hant": "行政總裁", "en": "Chief Executive"},
    organisation={"zh-hant": "潮匠", "en": "Tidewright"},
)


def person(**fields):
    return schema.Person(**{"name": NAME, **fields})


def quoted(speaker, *before, zh="", en="", after="", key="q1"):
    """A release of two organisations in which somebody speaks; ``zh`` and ``en`` lead in."""
    words = {code: "OK 好" for code, lead in (("zh-hant", zh), ("en", en)) if lead}
    lead_in = {code: lead for code, lead in (("zh-hant", zh), ("en", en)) if lead}
    follow_on = {"en": after} if after else {}
    quote = schema.Quote(
        key=key, speaker=speaker, lead_in=lead_in, words=words, follow_on=follow_on
    )
    return release(organisations=[HOST, PARTNER], body=[*before, quote])


# Introduced


@pytest.mark.parametrize(
    ("speaker", "zh", "en"),
    [
        (FULL, "符見澄女士表示：", "Ms Foo Kin-ching said: "),
        (person(), "潮匠行政總裁符見澄女士表示：", ""),
        (person(), "符見澄女士（潮匠行政總裁）表示：", ""),
        (person(), "", "Ms Foo Kin-ching, Chief Executive of Tidewright, said: "),
        (person(), "", "Tidewright Chief Executive Foo Kin-ching said: "),
        (person(), "", "The Chief Executive of Tidewright, Ms Foo Kin-ching, said: "),
        (person(), "財政司司長符見澄表示：", "The Financial Secretary, Ms Foo Kin-ching, said: "),
        (person(), "數字政策專員符見澄女士說：", "The Commissioner for Digital Policy, Ms Foo Kin-ching, said: "),
        (person(), "立法會議員符見澄說：", ""),
        (person(), "學生符見澄說：", "Foo Kin-ching, a student from Tai Po, said: "),
        (person(), "居於沙田的街坊符見澄說：", "Foo Kin-ching, whose son took part in the trial, said: "),
        (person(), "海岸大學講座教授符見澄說：", "Foo Kin-ching, Chair Professor at Coast University, said: "),
        (schema.Person(), "一名發言人說：", "A spokesman said: "),
        (person(job_title={"zh-hant": "主席"}), "「綠色海岸協會」主席符見澄說：", ""),
    ],
)  # fmt: skip
def test_a_speaker_who_is_introduced_is_left_alone(speaker, zh, en):
    assert found("people.speaker-introduced", quoted(speaker, zh=zh, en=en)) == []


@pytest.mark.parametrize(
    ("speaker", "zh", "en", "excerpts"),
    [
        (person(), "符見澄女士表示：", "", ["符見澄"]),
        (person(), "", "Ms Foo Kin-ching said: ", ["Foo Kin-ching"]),
        (person(), "潮匠行政總裁符見澄女士表示：", "Ms Foo Kin-ching said: ", ["Foo Kin-ching"]),
        (person(), "行政總裁符見澄女士表示：", "", ["符見澄"]),
        (person(), "", "Ms Foo Kin-ching, Chief Executive, said: ", ["Foo Kin-ching"]),
        (person(organisation={"zh-hant": "潮匠"}), "潮匠的符見澄女士表示：", "", ["符見澄"]),
        (person(job_title={"en": "Director"}), "", "Director Foo Kin-ching said: ", ["Foo Kin-ching"]),
    ],
)  # fmt: skip
def test_a_speaker_without_title_or_organisation_is_found(speaker, zh, en, excerpts):
    assert found("people.speaker-introduced", quoted(speaker, zh=zh, en=en)) == excerpts


def test_an_earlier_paragraph_introduces_and_a_later_one_does_not():
    introduction = text(zh="潮匠行政總裁符見澄女士今日到訪園區。")
    quote = quoted(person(), introduction, zh="符女士表示：")
    assert found("people.speaker-introduced", quote) == []
    late = schema.replace(quote, body=quote.body[::-1])
    assert found("people.speaker-introduced", late) == [""]


def test_the_only_organisation_needs_no_mention_and_one_who_speaks_twice_is_found_once():
    alone = quoted(person(job_title={"zh-hant": "首席財務官"}), zh="首席財務官符見澄女士補充：")
    alone = schema.replace(alone, organisations=[HOST])
    assert found("people.speaker-introduced", alone) == []
    quote = quoted(person(), zh="符見澄女士表示：")
    again = quoted(person(), zh="符見澄女士補充：", key="q2")
    twice = schema.replace(quote, body=[*quote.body, *again.body])
    assert found("people.speaker-introduced", twice) == ["符見澄"]


def test_a_speaker_whom_neither_language_introduces_is_one_finding():
    quote = quoted(person(), zh="符見澄女士表示：", en="Ms Foo Kin-ching said: ")
    assert found("people.speaker-introduced", quote) == ["符見澄"]


def test_a_donor_and_a_couple_have_no_post():
    for zh in ("符見澄伉儷表示：", "善長符見澄女士表示："):
        assert found("people.speaker-introduced", quoted(person(), zh=zh)) == []


def test_a_misspelt_speaker_is_introduced_where_the_name_is_right():
    wrong = schema.Person(name={"en": "Foo Kin-chin"})
    document = captioned({"en": "At the pier."}, speaker=wrong, en="Ms Foo Kin-chin said: ")
    signatory = schema.Signatory(key="s1", person=FULL)
    introduction = text(en="Ms Foo Kin-ching, Chief Executive of Tidewright, is here.")
    document = schema.replace(
        document, signatories=[signatory], body=[introduction, *document.body]
    )
    assert found("people.names", document) == ["Foo Kin-chin"]
    assert found("people.speaker-introduced", document) == []


# Titles


def captioned(caption, *, people=(), speaker=FULL, body=(), **lead):
    lead = lead or {
        "zh": "潮匠行政總裁符見澄女士表示：",
        "en": "Ms Foo Kin-ching, Chief Executive of Tidewright, said: ",
    }
    figure = schema.Figure(key="f1", caption=caption, people=list(people))
    document = quoted(speaker, *body, **lead)
    return schema.replace(document, body=[*document.body, figure])


@pytest.mark.parametrize(
    ("caption", "excerpt"),
    [
        ({"zh-hant": "潮匠營運總監符見澄女士（左）參觀園區。"}, "營運總監"),
        ({"zh-hant": "潮匠副行政總裁符見澄女士參觀園區。"}, "副行政總裁"),
        ({"zh-hant": "潮匠主席符見澄參觀園區。"}, "主席"),
        ({"zh-hant": "創新園主席鄺慕川先生和潮匠總經理符見澄女士參觀園區。"}, "總經理"),
        ({"en": "Ms Foo Kin-ching (left), Chief Operating Officer of Tidewright, at the pier."}, "Chief Operating Officer"),
        ({"en": "Ms Foo Kin-ching, Deputy Chief Executive of Tidewright (left), at the pier."}, "Deputy Chief Executive"),
        ({"en": "The Chairman of Tidewright, Ms Foo Kin-ching, at the pier."}, "Chairman"),
        ({"en": "Tidewright Managing Director Foo Kin-ching at the pier."}, "Managing Director"),
        ({"en": "Ms Foo Kin-ching, Deputy Marketing Director, shows the pier."}, "Deputy Marketing Director"),
        ({"en": "Ms Foo Kin-ching, Director of Operations (left), at the pier."}, "Director of Operations"),
        ({"en": "Mr Kwong Mo-chuen and Managing Director Foo Kin-ching at the pier."}, "Managing Director"),
        ({"zh-hant": "鄺慕川先生與營運總監符見澄女士。"}, "營運總監"),
        ({"zh-hant": "候任主席鄺慕川先生（右）與潮匠總經理符見澄女士（左）。"}, "總經理"),
    ],
)  # fmt: skip
def test_another_title_in_a_caption_is_found(caption, excerpt):
    assert found("people.titles", captioned(caption)) == [excerpt]


@pytest.mark.parametrize(
    "caption",
    [
        {"zh-hant": "潮匠行政總裁符見澄女士（左）參觀園區。"},
        {"zh-hant": "潮匠聯合創辦人兼行政總裁符見澄女士參觀園區。"},
        {"zh-hant": "潮匠集團行政總裁符見澄參觀園區。"},
        {"zh-hant": "潮匠總裁符見澄女士參觀園區。"},
        {"zh-hant": "主禮嘉賓符見澄女士（左）及創新園主席鄺慕川先生（右）。"},
        {"zh-hant": "首席評判、潮匠行政總裁符見澄女士頒獎。"},
        {"zh-hant": "海岸商會會長符見澄女士致辭。"},
        {"zh-hant": "創新園主席鄺慕川先生與符見澄女士參觀園區。"},
        {"zh-hant": "創新園主席（左）及符見澄女士。"},
        {"zh-hant": "符女士參觀園區。"},
        {"en": "Ms Foo Kin-ching, CEO of Tidewright, at the pier."},
        {"en": "Ms Foo Kin-ching, Chief Executive Officer of Tidewright, at the pier."},
        {"en": "Ms Foo Kin-ching, Co-founder and Chief Executive of Tidewright."},
        {"en": "Ms Foo Kin-ching (left), with Mr Kwong Mo-chuen, Chairman of the Park."},
        {"en": "Mr Kwong Mo-chuen, Chairman of the Park, and Ms Foo Kin-ching at the pier."},
        {"en": "Ms Foo Kin-ching, Chief Executive of Tidewright and chief judge, at the pier."},
        {"en": "Ms Foo Kin-ching, chairman of the Coastal Chamber of Commerce, at the pier."},
        {"en": "Ms Foo at the pier."},
        {"en": "Ms Foo Kin-ching, Chairman of the Harbour Trust, at the pier."},
        {"en": "Ms Foo Kin-ching, Legislative Councillor, at the pier."},
        {"en": "Ms Foo Kin-ching, consultant, and Novacoast Chairman Lee Kwok-pan at the pier."},
        {"en": "Novacoast Chairman Foo Kin-ching at the pier."},
        {"en": "Ms Foo Kin-ching, chairman of the panel, presents the awards."},
        {"en": "Ms Foo Kin-ching, former Chief Operating Officer of Tidewright, at the pier."},
        {"zh-hant": "評審團主席符見澄女士頒獎。"},
        {"zh-hant": "時任潮匠營運總監符見澄女士主持奠基。"},
    ],
)
def test_short_forms_second_posts_and_other_people_are_no_other_title(caption):
    assert found("people.titles", captioned(caption)) == []


def test_a_title_in_a_field_is_compared_with_the_text():
    signatory = schema.Signatory(
        key="s1", person=schema.replace(FULL, job_title={"en": "Chief Financial Officer"})
    )
    document = schema.replace(captioned({"en": "At the pier."}), signatories=[signatory])
    assert found("people.titles", document) == ["Chief Financial Officer"]


@pytest.mark.parametrize(
    ("caption", "excerpts"),
    [
        ({"zh-hant": "海岸大學機械人研究所所長林朗晴教授。"}, []),
        ({"zh-hant": "海岸大學助理教授林朗晴教授。"}, ["助理教授"]),
        ({"en": "Professor Lam Long-ching, Director of the Robotics Institute at Coast University."}, []),
        ({"en": "Professor Lam Long-ching, Associate Professor at Coast University."}, ["Associate Professor"]),
    ],
)  # fmt: skip
def test_a_professor_may_head_an_institute_too(caption, excerpts):
    professor = schema.Person(
        name={"zh-hant": "林朗晴", "en": "Lam Long-ching"},
        honorific={"zh-hant": "教授", "en": "Professor"},
        job_title={"zh-hant": "講座教授", "en": "Chair Professor"},
        organisation={"zh-hant": "海岸大學", "en": "Coast University"},
    )
    document = captioned(
        caption,
        speaker=professor,
        zh="海岸大學講座教授林朗晴教授表示：",
        en="Professor Lam Long-ching, Chair Professor at Coast University, said: ",
    )
    assert found("people.titles", document) == excerpts


@pytest.mark.parametrize(
    ("caption", "excerpts"),
    [
        ({"en": "Professor Lam Long-ching, Vice President of Coast University."}, ["Vice President"]),
        ({"en": "Professor Lam Long-ching, Head of the Department of Physics of Coast University."}, []),
        ({"en": "Professor Lam Long-ching, Director of the Tidal Centre of Coast University."}, []),
        ({"zh-hant": "海岸大學副校長林朗晴教授。"}, ["副校長"]),
        ({"zh-hant": "海岸大學物理學系系主任林朗晴教授。"}, []),
    ],
)  # fmt: skip
def test_a_dean_may_head_a_department_and_is_no_president(caption, excerpts):
    dean = schema.Person(
        name={"zh-hant": "林朗晴", "en": "Lam Long-ching"},
        job_title={"zh-hant": "理學院院長", "en": "Dean of the Faculty of Science"},
        organisation={"zh-hant": "海岸大學", "en": "Coast University"},
    )
    document = captioned(
        caption,
        speaker=dean,
        zh="海岸大學理學院院長林朗晴教授表示：",
        en="Professor Lam Long-ching, Dean of the Faculty of Science of Coast University, said: ",
    )
    assert found("people.titles", document) == excerpts


def test_a_research_fellow_is_no_research_assistant():
    fellow = schema.Person(
        name={"en": "Tong Hoi-yan"},
        job_title={"en": "Research Fellow"},
        organisation={"en": "Tidewright"},
    )
    lead = "Tong Hoi-yan, Research Fellow of Tidewright, said: "
    for title, excerpts in (("Fellow", []), ("Assistant", ["Research Assistant"])):
        caption = {"en": f"Mr Kwong Mo-chuen (left) and Research {title} Tong Hoi-yan."}
        assert found("people.titles", captioned(caption, speaker=fellow, en=lead)) == excerpts


def test_who_has_no_title_in_a_field_is_compared_in_the_texts():
    row = schema.PersonInPicture(key="i1", name={"zh-hant": "鄺慕川"})
    document = captioned(
        {"zh-hant": "創新園副主席鄺慕川先生（左）。"},
        people=[row],
        body=[
            text(zh="創新園主席鄺慕川先生出席活動。"),
            text("p2", zh="創新園主席鄺慕川先生致辭。"),
        ],
    )
    assert found("people.titles", document) == ["副主席"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("潮匠宣布委任營運總監符見澄女士為行政總裁。", ""),
        ("", "Ms Foo Kin-ching, Chief Operating Officer of Tidewright, was appointed Chief Executive today."),
        ("", "Ms Foo Kin-ching, Chief Operating Officer of Tidewright, becomes Chief Executive."),
    ],
)  # fmt: skip
def test_who_is_appointed_has_two_titles(zh, en):
    words = {code: value for code, value in (("zh", zh), ("en", en)) if value}
    assert found("people.titles", captioned({"en": "A pier."}, body=[text(**words)])) == []


# Names


@pytest.mark.parametrize(
    ("caption", "excerpt"),
    [
        ({"zh-hant": "潮匠行政總裁符見登女士參觀園區。"}, "符見登"),
        ({"zh-hant": "符見登女士參觀園區。"}, "符見登"),
        ({"zh-hant": "潮匠行政總裁符澄見女士參觀園區。"}, "符澄見"),
        ({"zh-hant": "（左起）潮匠行政總裁符見登女士、李國彬先生。"}, "符見登"),
        ({"zh-hant": "潮匠創辦人兼行政總裁符見登女士參觀園區。"}, "符見登"),
        ({"en": "Ms Foo Kin-chin at the pier."}, "Foo Kin-chin"),
        ({"en": "Foo Kin-chung, Chief Executive of Tidewright, at the pier."}, "Foo Kin-chung"),
        ({"en": "Ms Fu Kin-ching, Chief Executive of Tidewright, at the pier."}, "Fu Kin-ching"),
        ({"en": "Ms Foo Kei-ching, Chief Executive of Tidewright, at the pier."}, "Foo Kei-ching"),
    ],
)
def test_another_spelling_is_found(caption, excerpt):
    assert found("people.names", captioned(caption)) == [excerpt]


@pytest.mark.parametrize(
    "caption",
    [
        {"zh-hant": "潮匠行政總裁符見澄女士參觀園區。"},
        {"zh-hant": "符女士參觀園區。"},
        {"zh-hant": "符見明先生參觀園區。"},
        {"zh-hant": "創新園主席符見明女士參觀園區。"},
        {"zh-hant": "符見澄女士與女兒符見瀅小姐參觀園區。"},
        {"zh-hant": "得獎學生符見瀅小姐與機械人。"},
        {"zh-hant": "机械人「小澄」在園區。"},
        {"en": "FOO Kin-ching at the pier."},
        {"en": "Kin-ching Foo at the pier."},
        {"en": "Foo Kin Ching at the pier."},
        {"en": "Foo, Kin-ching at the pier."},
        {"en": "Mr Foo Kin-hing, Chairman of the Park, at the pier."},
        {"en": "Ms Foo Kin-ching and her sister, Ms Foo Kin-chung, at the pier."},
        {"en": "Ms Foo’s robot at the pier. Ms Foo: “Good.”"},
        {"en": "Food Kitchen volunteers at the pier."},
        {"en": "Mr Fong at the pier."},
        {"en": "Ms FOO Kin-ching, Chief Executive of Tidewright, at the pier."},
        {"en": "Ms Fo at the pier."},
        {"en": "Ms Fu Kin-ching, Chairman of the Park, at the pier."},
        {"en": "Ms Fu Kin-ching at the pier, with Ms Foo Kin-ching."},
    ],
)
def test_conventions_and_other_people_are_no_other_spelling(caption):
    assert found("people.names", captioned(caption)) == []


def test_one_slip_in_a_text_and_the_field_that_repeats_it_is_one_finding():
    wrong = {"zh-hant": "符見登", "en": "Foo Kin-ching"}
    document = captioned(
        {"zh-hant": "潮匠行政總裁符見澄女士（左）參觀園區。"},
        body=[text(zh="潮匠行政總裁符見澄女士今日到訪。")],
        speaker=schema.replace(FULL, name=wrong),
        zh="潮匠行政總裁符見登女士表示：",
    )
    assert found("people.names", document) == ["符見登"]
    assert found("people.titles", document) == []
    assert found("people.speaker-introduced", document) == []


def test_a_name_that_only_a_field_has_is_found_there():
    row = schema.PersonInPicture(key="i1", name={"zh-hant": "符見登", "en": "Foo Kin-ching"})
    document = captioned({"zh-hant": "符見澄女士（左）參觀園區。"}, people=[row])
    (finding,) = CHECKS["people.names"].find(_reading(document))
    assert (finding.place.part, finding.excerpt) == ("i1", "符見登")


def test_a_foreign_name_is_the_same_in_both_languages():
    speaker = schema.Person(
        name={"zh-hant": "Pascal Delorme", "en": "Pascal Delorme"},
        job_title={"zh-hant": "行政總裁", "en": "Chief Executive"},
        organisation={"zh-hant": "潮匠", "en": "Tidewright"},
    )
    document = captioned(
        {"en": "Pascal Delorme, Chief Executive of Tidewright."},
        speaker=speaker,
        zh="潮匠行政總裁Pascal Dellorme先生表示：",
        en="Pascal Delorme, Chief Executive of Tidewright, said: ",
    )
    assert found("people.names", document) == ["Pascal Dellorme"]


def test_a_misspelt_surname_is_found_and_a_strange_one_is_not():
    document = captioned(
        {"en": "Dr Sorriot and Dr Lam at the pier."},
        speaker=schema.Person(
            name={"en": "Pascale Soriot"},
            honorific={"en": "Dr"},
            job_title={"en": "Chief Executive"},
            organisation={"en": "Tidewright"},
        ),
        en="Dr Pascale Soriot, Chief Executive of Tidewright, said: ",
    )
    assert found("people.names", document) == ["Sorriot"]


# Captions


def row(key, zh="", en="", at_zh="", at_en=""):
    return schema.PersonInPicture(
        key=key,
        name={c: v for c, v in (("zh-hant", zh), ("en", en)) if v},
        position={c: v for c, v in (("zh-hant", at_zh), ("en", at_en)) if v},
    )


FOO = row("i1", "符見澄", "Foo Kin-ching", "左二", "second from left")
KWONG = row("i2", "鄺慕川", "Kwong Mo-chuen", "右", "right")


@pytest.mark.parametrize(
    ("caption", "excerpts"),
    [
        ({"zh-hant": "符見澄女士（左二）與鄺慕川先生（右）簽署協議。"}, []),
        ({"zh-hant": "符女士（左二）與鄺先生（右）。"}, []),
        ({"zh-hant": "符見澄女士（左起第二）與鄺慕川先生（右）。"}, []),
        ({"en": "Ms Foo (second from left) and Kwong Mo-chuen (right) shake hands."}, []),
        ({"en": "Foo Kin-ching (2nd from left), Chief Executive of Tidewright, and Mr Kwong Mo-chuen (right)."}, []),
        ({"en": "From left: Ms Foo Kin-ching and Mr Kwong Mo-chuen."}, []),
        ({"zh-hant": "符見澄女士（左二）簽署協議。"}, ["鄺慕川"]),
        ({"zh-hant": "潮匠團隊。", "en": "The team of Tidewright."}, ["符見澄"]),
        ({"en": "Mr Kwong Mo-chuen (right) at the pier."}, ["Foo Kin-ching"]),
        ({"zh-hant": "符見澄女士（左二）、鄺慕川先生（右）及李國彬先生（中）。"}, ["李國彬"]),
        ({"zh-hant": "海洋局局長李國彬先生致辭。左起：符見澄女士、鄺慕川先生。"}, []),
        ({"en": "Ms Foo Kin-ching (second from left), Mr Kwong Mo-chuen (right) and Dr Adam Ngai (centre)."}, ["Adam Ngai"]),
        ({"en": "From left: Ms Foo Kin-ching, Dr Adam Ngai and Mr Kwong Mo-chuen."}, ["Adam Ngai"]),
        ({"zh-hant": "符見澄女士（右）與鄺慕川先生（右）。"}, ["鄺慕川先生（右"]),
        ({"zh-hant": "符見澄女士（左三）與鄺慕川先生（右）。"}, ["左三"]),
        ({"zh-hant": "符見澄女士（前排）與鄺慕川先生（前排）。"}, []),
        ({"zh-hant": "符見登女士（左二）與鄺慕川先生（右）。"}, []),
        ({"zh-hant": "符見澄女士（左）與鄺慕川先生（右）。"}, []),
        ({"zh-hant": "符見澄女士（左二）與鄺慕川先生（左）。"}, ["左"]),
        ({"zh-hant": "符見澄女士（左二）與鄺慕川先生（右）。", "en": "Ms Foo Kin-ching (third from right) and Mr Kwong Mo-chuen (right)."}, []),
        ({"en": "Ms Foo Kin-ching (second from left), of Amber Quay, with Mr Kwong Mo-chuen, chef of Tide House (right)."}, []),
        ({"en": "Ms Foo Kin-ching (second from left), with Mr Kwong Mo-chuen, Director of Starling Ferries (right)."}, []),
    ],
)  # fmt: skip
def test_a_caption_and_the_people_in_the_picture_agree(caption, excerpts):
    assert found("people.captions", captioned(caption, people=[FOO, KWONG])) == excerpts


@pytest.mark.parametrize(
    ("zh", "en", "excerpts"),
    [
        ("（後排左）", "(back row, right)", ["back row, right"]),
        ("（右）", "(left)", ["left"]),
        ("（左二）", "(third from left)", ["third from left"]),
        ("（中）", "(left)", ["left"]),
        ("（前排右）", "(back row, right)", ["back row, right"]),
        ("（左一）", "(left)", []),
        ("（左）", "(second from left)", []),
        ("（左二）", "(second from right)", []),
        ("（前排左）", "(left)", []),
        ("（中）", "(second from left)", []),
        ("（後排）", "(back row, right)", []),
        ("（正中）", "(centre)", []),
    ],
)
def test_the_captions_of_both_languages_put_somebody_in_one_place(zh, en, excerpts):
    people = [schema.PersonInPicture(key="i1", name=NAME)]
    caption = {"zh-hant": f"符見澄女士{zh}參觀園區。", "en": f"Ms Foo Kin-ching {en} at the Park."}
    assert found("people.captions", captioned(caption, people=people)) == excerpts


def test_a_stranger_in_both_languages_of_a_caption_is_one_finding():
    caption = {
        "zh-hant": "符見澄女士（左二）、鄺慕川先生（右）及李國彬先生（中）。",
        "en": "Ms Foo (second from left), Mr Kwong Mo-chuen (right) and Mr Lee Kwok-pan (centre).",
    }
    assert found("people.captions", captioned(caption, people=[FOO, KWONG])) == ["李國彬"]


def test_a_list_that_lacks_a_name_in_a_language_calls_nobody_a_stranger_in_it():
    rows = [FOO, row("i2", "鄺慕川", "", "右")]
    caption = {"en": "Ms Foo Kin-ching (second from left) and Mr Kwong Mo-chuen (right)."}
    assert found("people.captions", captioned(caption, people=rows)) == []


def test_a_picture_whose_people_are_not_listed_is_left_alone():
    assert found("people.captions", captioned({"zh-hant": "李國彬先生（左）致辭。"})) == []


def test_people_without_a_name_in_a_language_are_not_missed_in_it():
    only_chinese = row("i1", "符見澄", "", "左")
    caption = {"en": "The pier.", "zh-hant": "符見澄女士（左）。"}
    assert found("people.captions", captioned(caption, people=[only_chinese])) == []


def _reading(document):
    from releases.preflight.reading import Reading

    return Reading(document, TODAY)
