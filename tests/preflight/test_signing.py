"""Signing: who signed and who witnessed, in the text, the captions and the lists."""

from pathlib import Path

import pytest

from releases.document import schema
from releases.importing import File
from releases.importing.reader import read
from releases.preflight import run

from .cases import TODAY, found, release, text

PEOPLE = {
    "a": ({"zh-hant": "施廷柏", "en": "See Ting-pak"}, {"zh-hant": "先生", "en": "Mr"}),
    "b": ({"zh-hant": "符見澄", "en": "Foo Kin-ching"}, {"zh-hant": "女士", "en": "Ms"}),
    "c": ({"zh-hant": "鄺慕川", "en": "Kwong Mo-chuen"}, {"zh-hant": "先生", "en": "Mr"}),
    "d": ({"zh-hant": "司徒蔚嵐", "en": "Szeto Wai-laam"}, {"zh-hant": "教授", "en": "Professor"}),
}
ZH = (
    "備忘錄由創新園營運總監施廷柏先生及潮匠行政總裁符見澄女士簽署，並由創新園主席鄺慕川先生"
    "及霽山大學副校長司徒蔚嵐教授見證。"
)
EN = (
    "The memorandum was signed by Mr See Ting-pak, Chief Operating Officer of the Park, and Ms Foo "
    "Kin-ching, Chief Executive of Tidewright. Mr Kwong Mo-chuen, Chairman of the Park, and Professor "
    "Szeto Wai-laam, Vice-President of Tsai Shan University, witnessed the signing."
)


def person(key):
    name, honorific = PEOPLE[key]
    return schema.Person(name=name, honorific=honorific)


def ceremony(*body, signed="ab", witnessed="cd", caption=None, people=(), **fields):
    figures = [schema.Figure(key="f1", caption=caption, people=list(people))] if caption else []
    return release(
        body=[*body, *figures],
        signatories=[schema.Signatory(key=f"s-{k}", person=person(k)) for k in signed],
        witnesses=[schema.Witness(key=f"w-{k}", person=person(k)) for k in witnessed],
        **fields,
    )


def speech_of(key):
    speaker = schema.replace(
        person(key),
        job_title={"zh-hant": "行政總裁", "en": "Chief Executive"},
        organisation={"zh-hant": "潮匠", "en": "Tidewright"},
    )
    lead_in = {"zh-hant": "潮匠行政總裁符見澄女士說：", "en": "Ms Foo Kin-ching said: "}
    return schema.Quote(
        key="q1", speaker=speaker, lead_in=lead_in, words={"zh-hant": "好", "en": "OK"}
    )


def run_of(check, document):
    return [finding for finding in run(document, today=TODAY) if finding.id == check]


def both(document):
    return found("signing.signatories", document), found("signing.witnesses", document)


def test_a_text_that_agrees_with_the_lists_is_left_alone():
    assert both(ceremony(text(zh=ZH, en=EN))) == ([], [])


@pytest.mark.parametrize(
    "zh",
    [
        "在創新園主席鄺慕川先生及司徒蔚嵐教授見證下，施廷柏先生與符見澄女士簽署合作備忘錄。",
        "施廷柏先生與符見澄女士代表雙方簽署協議，鄺慕川先生和司徒蔚嵐教授共同見證。",
        "簽署儀式由海洋局局長李國彬太平紳士主禮，並在鄺慕川先生及司徒蔚嵐教授見證下，由施廷柏先生與符見澄女士代表簽署協議。",
        "施廷柏先生及符見澄女士今日簽署協議。見證人包括鄺慕川先生及司徒蔚嵐教授等。海洋局局長李國彬先生亦有出席儀式。",
        "備忘錄由施先生與符女士簽署，並由鄺慕川先生及司徒蔚嵐教授見證。",
        "署長李國彬先生在簽署儀式上致辭。",
        "創新園主席鄺慕川先生表示，樂見雙方簽署備忘錄。",
        "去年，創新園與潮匠簽署意向書，由時任主席李國彬先生見證。",
        "施廷柏先生（左二）與符見澄女士（右二）簽署協議，旁為見證人鄺慕川先生（左一）及司徒蔚嵐教授（右一）。",
        "（前排左起）施廷柏先生、符見澄女士簽署協議；（後排左起）鄺慕川先生、司徒蔚嵐教授見證。",
        "施廷柏先生及符見澄女士代表雙方簽署備忘錄，鄺慕川先生及司徒蔚嵐教授擔任見證人。",
        "李國彬先生見證了園區二十年的發展。",
        "嶼灣創新園與潮匠今日簽署合作備忘錄。",
        "海洋局局長李國彬先生表示：「今日簽署的備忘錄，見證香港的發展。」",
    ],
)
def test_chinese_ways_to_say_it_are_understood(zh):
    assert both(ceremony(text(zh=zh))) == ([], [])


@pytest.mark.parametrize(
    "en",
    [
        "In the presence of Mr Kwong Mo-chuen and Professor Szeto Wai-laam, Mr See Ting-pak and Ms Foo Kin-ching signed the memorandum.",
        "The MOU was signed by Mr See Ting-pak and Ms Foo Kin-ching, and witnessed by Mr Kwong Mo-chuen, Chairman of the Park; and Professor Szeto Wai-laam.",
        "Witnessed by Mr Kwong Mo-chuen and Professor Szeto Wai-laam, the lease was signed by Mr See Ting-pak and Ms Foo Kin-ching.",
        "The agreement was signed by See Ting-pak, Chief Operating Officer of the Park, and Foo Kin-ching; Professor Szeto Wai-laam and Mr Kwong witnessed the signing.",
        "Signatories: Mr See Ting-pak and Ms Foo Kin-ching. Witnesses: Mr Kwong Mo-chuen and Professor Szeto Wai-laam.",
        "The Commissioner for Piers, Mr Lee Kwok-pan, officiated at the signing ceremony.",
        "Mr Lee Kwok-pan, Commissioner for Piers, said the memorandum the Park signed the day before was a milestone.",
        "The Park and Tidewright today signed a five-year memorandum of understanding.",
        "Last year Mr Lee Kwok-pan signed the letter of intent.",
        "Mr See Ting-pak signed the agreement with Ms Foo Kin-ching.",
        "The agreement was signed in Hong Kong by Mr See Ting-pak and Ms Foo Kin-ching.",
        "Mr See Ting-pak and Ms Foo Kin-ching signed the MOU, with Mr Kwong Mo-chuen and Professor Szeto Wai-laam as witnesses.",
        "Mr Kwong Mo-chuen and Professor Szeto Wai-laam witnessed Mr See Ting-pak and Ms Foo Kin-ching sign the agreement.",
        "Mr Lee Kwok-pan witnessed two decades of change on the waterfront.",
    ],
)
def test_english_ways_to_say_it_are_understood(en):
    assert both(ceremony(text(en=en))) == ([], [])


def test_five_in_a_caption_and_three_in_the_text_are_one_finding_at_the_caption():
    caption = {
        "zh-hant": "施廷柏先生（前排左）及符見澄女士（前排右）簽署備忘錄。見證人包括鄺慕川先生（後排左）、"
        "海洋局局長李國彬先生（後排中）、司徒蔚嵐教授（後排右二）及潮匠總監張曼如博士（後排右）。"
    }
    assert both(ceremony(text(zh=ZH, en=EN), caption=caption)) == ([], ["李國彬"])


def test_the_same_stranger_in_both_languages_of_a_caption_is_one_finding():
    caption = {
        "zh-hant": "施廷柏先生與符見澄女士簽署備忘錄，由鄺慕川先生及李國彬先生見證。",
        "en": "Mr See Ting-pak and Ms Foo Kin-ching sign the memorandum, witnessed by Mr Kwong Mo-chuen and Mr Lee Kwok-pan.",
    }
    assert both(ceremony(text(zh=ZH, en=EN), caption=caption)) == ([], ["李國彬"])


def test_a_stranger_in_one_caption_is_found_by_no_other_check():
    caption = {
        "zh-hant": "施廷柏先生（左）與司徒蔚嵐教授（右）簽署備忘錄。",
        "en": "Mr See Ting-pak (left) and Ms Foo Kin-ching (right) sign the memorandum.",
    }
    pictured = [schema.PersonInPicture(key=f"i-{key}", name=PEOPLE[key][0]) for key in ("a", "b")]
    document = ceremony(text(zh=ZH, en=EN), caption=caption, people=pictured)
    assert both(document) == (["司徒蔚嵐"], [])
    assert found("people.captions", document) == []
    assert found("languages.people", document) == []


def test_a_stranger_is_compared_only_with_a_text_in_the_same_language():
    caption = {"en": "Mr See Ting-pak and Dr Adam Ngai sign the memorandum."}
    assert both(ceremony(text(zh=ZH), caption=caption)) == ([], [])


def test_a_caption_in_english_that_names_another_signatory_is_found():
    caption = {"en": "Mr See Ting-pak (left) and Dr Adam Ngai (right) sign the memorandum."}
    assert both(ceremony(text(zh=ZH, en=EN), caption=caption)) == (["Adam Ngai"], [])


def test_a_witness_who_signs_in_the_caption_is_found():
    caption = {"zh-hant": "施廷柏先生（左）與鄺慕川先生（右）簽署備忘錄。"}
    assert both(ceremony(text(zh=ZH), caption=caption)) == (["鄺慕川"], [])


@pytest.mark.parametrize(
    "caption",
    [
        {"zh-hant": "施廷柏先生（左）與符見澄女士（右）簽署備忘錄。"},
        {"zh-hant": "司徒蔚嵐教授見證簽署。"},
        {"zh-hant": "主禮嘉賓海洋局局長李國彬先生（中）與眾嘉賓合照。"},
        {"zh-hant": "海洋局局長李國彬先生在簽署儀式上致辭。"},
        {"zh-hant": "（左起）施廷柏先生、李國彬先生及符見澄女士出席簽署儀式。"},
        {"zh-hant": "施廷拍先生與符見澄女士簽署備忘錄。"},
        {
            "en": "Mr See Ting-pak and Ms Foo Kin-ching sign the memorandum, witnessed by Mr Kwong Mo-chuen (back)."
        },
        {"en": "Mr Lee Kwok-pan, Commissioner for Piers, officiates at the ceremony."},
        {
            "en": "From left: Mr See Ting-pak, Mr Lee Kwok-pan and Ms Foo Kin-ching at the signing ceremony."
        },
        {"en": "Mr Lee Kwok-pan: “We have signed the agreement of the decade.”"},
    ],
)
def test_a_caption_may_show_fewer_and_guests_who_do_nothing(caption):
    assert both(ceremony(text(zh=ZH, en=EN), caption=caption)) == ([], [])


def test_somebody_in_the_text_who_is_not_in_the_list_is_found():
    assert both(ceremony(text(zh=ZH, en=EN), witnessed="c")) == ([], ["司徒蔚嵐"])
    assert both(ceremony(text(en=EN), signed="b")) == (["See Ting-pak"], [])


def test_somebody_in_the_list_whom_the_text_does_not_name_is_found_once():
    zh = ZH.replace("及霽山大學副校長司徒蔚嵐教授", "")
    en = EN.replace(", and Professor Szeto Wai-laam, Vice-President of Tsai Shan University,", ",")
    assert both(ceremony(text(zh=zh, en=en))) == ([], ["司徒蔚嵐"])


def test_a_text_that_names_one_of_two_signatories_is_found():
    zh = "備忘錄由創新園營運總監施廷柏先生簽署，並由鄺慕川先生及司徒蔚嵐教授見證。"
    assert both(ceremony(text(zh=zh))) == (["符見澄"], [])


def test_one_name_in_the_list_for_another_in_the_text_is_one_finding():
    en = EN.replace("Foo Kin-ching", "Adam Ngai")
    assert both(ceremony(text(en=en))) == (["Adam Ngai"], [])


def test_somebody_whom_only_one_language_of_a_text_names_is_found_in_the_other():
    zh = ZH.replace("及霽山大學副校長司徒蔚嵐教授", "")
    document = ceremony(text(zh=zh, en=EN))
    assert both(document) == ([], [""])
    (finding,) = run_of("signing.witnesses", document)
    assert finding.place.language == "zh-hant"
    assert "Szeto Wai-laam" in finding.message
    assert found("languages.people", document) == []


def test_a_text_that_names_no_witness_where_the_other_language_does_is_found():
    en = EN.split(" Mr Kwong")[0]
    document = ceremony(text(zh=ZH, en=en))
    assert both(document) == ([], [""])
    assert run_of("signing.witnesses", document)[0].place.language == "en"


def test_witnesses_of_whom_one_language_says_nothing_need_no_list():
    zh = ZH.split("，並由")[0] + "。"
    bare = ceremony(text(zh=zh, en=EN), signed="", witnessed="")
    assert both(bare) == ([], [""])
    more = ceremony(text(zh=zh, en=EN), text("p2", zh="眾多嘉賓見證。"), signed="", witnessed="")
    assert both(more) == ([], [])


def test_another_signatory_in_one_language_is_one_finding_and_no_other_title():
    zh = ZH.replace("潮匠行政總裁符見澄女士", "潮匠營運總監戚少游先生")
    fields = {"job_title": {"zh-hant": "營運總監", "en": "Chief Executive"}}
    swapped = schema.Person(name={"zh-hant": "戚少游", "en": "Foo Kin-ching"}, **fields)
    document = ceremony(
        text(zh=zh, en=EN),
        caption={"zh-hant": "潮匠行政總裁符見澄女士在儀式上致辭。", "en": "Ms Foo Kin-ching."},
        people=[schema.PersonInPicture(key="i1", name=PEOPLE["b"][0])],
    )
    signatories = [document.signatories[0], schema.Signatory(key="s-b", person=swapped)]
    document = schema.replace(
        document, signatories=signatories, body=[speech_of("b"), *document.body]
    )
    assert both(document) == (["戚少游"], [])
    assert found("people.titles", document) == []
    assert found("languages.people", document) == []


def test_a_latin_name_is_known_in_both_languages():
    zh = ZH.replace("符見澄女士", "Ingrid Solheim女士")
    en = EN.replace(", and Ms Foo Kin-ching, Chief Executive of Tidewright", "")
    row = schema.Signatory(key="s-x", person=schema.Person(name={"zh-hant": "Ingrid Solheim"}))
    document = ceremony(text(zh=zh, en=en), signed="a")
    document = schema.replace(document, signatories=[*document.signatories, row])
    assert both(document) == ([""], [])


def test_a_name_that_is_known_in_english_only_is_not_missed_in_chinese():
    known = {"a": PEOPLE["a"], "b": ({"en": "Foo Kin-ching"}, {"en": "Ms"})}
    rows = [
        schema.Signatory(key=f"s-{k}", person=schema.Person(name=name, honorific=honorific))
        for k, (name, honorific) in known.items()
    ]
    document = schema.replace(ceremony(text(zh=ZH, en=EN)), signatories=rows)
    assert both(document) == ([], [])


def test_other_guests_say_nothing_of_who_signed():
    zh = ZH.replace("及霽山大學副校長", "、霽山大學副校長").replace(
        "教授見證", "教授及一眾嘉賓見證"
    )
    en = EN.replace(", and Ms Foo Kin-ching, Chief Executive of Tidewright", "")
    en = en.replace(", witnessed the signing", ", and other guests witnessed the signing")
    assert both(ceremony(text(zh=zh, en=en))) == ([""], [])


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("施廷柏先生與符見澄女士簽署協議，並由鄺慕川先生等嘉賓見證。", EN),
        ("在一眾嘉賓見證下，施廷柏先生與符見澄女士簽署協議。", EN),
        (ZH, EN.split(" Mr Kwong")[0].removesuffix(".") + ", witnessed by guests from both sides."),
        (ZH, "The Park and Tidewright today signed a memorandum."),
    ],
)
def test_a_language_that_does_not_say_who_contradicts_nobody(zh, en):
    assert both(ceremony(text(zh=zh, en=en))) == ([], [])


@pytest.mark.parametrize(
    "en",
    [
        "Tidewright Robotics (Tidewright) and Bay Harbour Air today signed the agreement.",
        "Bay Harbour Air, a member of the Harbour Alliance, today signed an agreement with the Park.",
        "The agreement was signed by Mr See Ting-pak, Director of Coastal Protection, representing the Secretary, and Ms Foo Kin-ching.",
        "Mr See Ting-pak, Chief Operating Officer of Bay Harbour (left), and Ms Foo Kin-ching (right) sign the memorandum.",
        "Mr See Ting-pak and Ms Foo Kin-ching, chef of the restaurant Tide House (left), sign the memorandum.",
        "Mr See Ting-pak, Managing Director, Amber Quay (left), and Ms Foo Kin-ching, Amber Quay (right), sign the memorandum.",
    ],
)
def test_an_organisation_signs_under_its_own_name_and_is_nobody(en):
    assert both(ceremony(text(en=EN), caption={"en": en})) == ([], [])


def test_an_organisation_of_the_document_is_nobody():
    en = "Amber Quay, Chairman Foo’s firm, and Amber Quay (left) sign the memorandum."
    organisation = schema.Organisation(key="o1", name={"en": "Amber Quay"})
    document = ceremony(text(en=EN), caption={"en": en}, organisations=[organisation])
    assert both(document) == ([], [])


def test_a_list_without_names_in_a_language_is_not_compared_in_it():
    only_chinese = [
        schema.Signatory(key=f"s-{k}", person=schema.Person(name={"zh-hant": PEOPLE[k][0]["zh-hant"]}))
        for k in "ab"
    ]  # fmt: skip
    document = schema.replace(ceremony(text(en=EN), witnessed=""), signatories=only_chinese)
    assert both(document)[0] == []


def test_a_text_that_names_some_of_many_contradicts_no_list():
    zh = "備忘錄由施廷柏先生及符見澄女士簽署，並由鄺慕川先生等嘉賓見證。"
    assert both(ceremony(text(zh=zh))) == ([], [])


def test_without_lists_only_text_and_captions_are_compared():
    caption = {"zh-hant": "施廷柏先生與李國彬先生簽署備忘錄。"}
    bare = ceremony(text(zh=ZH), signed="", witnessed="")
    assert both(bare) == ([], [])
    assert both(ceremony(text(zh=ZH), signed="", witnessed="", caption=caption)) == (["李國彬"], [])


SEED = sorted((Path(__file__).parents[3] / "shared" / "seed").glob("*.txt"))


@pytest.mark.skipif(not SEED, reason="The example release is not beside this checkout")
def test_the_release_that_the_product_was_made_from_has_two_slips():
    document = read([File(SEED[0].name, SEED[0].read_bytes())]).document
    families = ("people.", "signing.", "quotes.", "languages.people", "languages.organisations")
    findings = [f for f in run(document, today=TODAY) if f.id.startswith(families)]
    assert [(f.id, f.place.part, f.excerpt[:5]) for f in findings] == [
        ("signing.witnesses", "fig1", "張曼莉"),
        ("quotes.caption-missing", "fig4", "阿斯利康植"),
    ]
    assert "張曼莉、劉思雅" in findings[0].message or "張曼莉, 劉思雅" in findings[0].message
