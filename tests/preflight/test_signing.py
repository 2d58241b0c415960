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


def test_somebody_who_is_left_out_in_one_language_only_is_for_another_check():
    zh = ZH.replace("及霽山大學副校長司徒蔚嵐教授", "")
    assert both(ceremony(text(zh=zh, en=EN))) == ([], [])


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
