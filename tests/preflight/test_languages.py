"""Both languages say the same: nothing is missing in one of them."""

import pytest

from releases.document import schema
from releases.preflight import CHECKS, Place, Standing
from releases.preflight.reading import Reading

from .. import factories
from ..factories import ALICE
from .cases import TODAY, found, release, text


def both(zh="", en=""):
    return {code: words for code, words in (("zh-hant", zh), ("en", en)) if words}


def whole(**fields):
    """A release with a headline and a paragraph in both languages."""
    return release(
        **{
            "headline": both("海角創新園與北極星合作", "Cape Park and Polestar join forces"),
            "body": [text(zh="雙方今日簽署備忘錄。", en="A memorandum was signed today.")],
            **fields,
        }
    )


def places(check, document, **standing):
    reading = Reading(document, TODAY, Standing(**standing))
    return [each.place for each in CHECKS[check].find(reading)]


def everything(document):
    ids = [check for check in CHECKS if check.startswith("languages.")]
    return [(check, place) for check in ids for place in places(check, document)]


# Headline and body


def test_a_release_in_both_languages_has_nothing_missing():
    assert everything(factories.document()) == []


def test_a_language_without_headline_is_found():
    document = whole(headline=both("海角創新園與北極星合作", "  "))
    assert everything(document) == [("languages.headline-missing", Place("", "headline", "en"))]


@pytest.mark.parametrize(
    "body",
    [
        [text(zh="雙方今日簽署備忘錄。")],
        [schema.TextBlock(key="p1", html={"zh-hant": "<p>簽署備忘錄。</p>", "en": "<p> </p>"})],
        [
            text(zh="雙方今日簽署備忘錄。"),
            schema.Subheading(key="s1", text=both("合作", "Partners")),
            schema.Figure(key="f1", caption=both("簽署儀式", "The signing ceremony")),
        ],
    ],
)
def test_a_language_without_body_is_found_and_not_each_paragraph(body):
    document = whole(body=body)
    assert everything(document) == [("languages.body-missing", Place("", "body", "en"))]


def test_a_language_with_a_body_and_no_headline_is_begun():
    document = whole(headline=both("海角創新園與北極星合作"), sub_headline=both("推動生物科技"))
    assert everything(document) == [
        ("languages.headline-missing", Place("", "headline", "en")),
        ("languages.missing", Place("", "sub_headline", "en")),
    ]


def test_a_quote_is_a_body():
    quote = schema.Quote(key="q1", words=both("今日是新的一步。", "Today is a new step."))
    assert places("languages.body-missing", whole(body=[quote])) == []


def test_of_a_language_in_which_nothing_is_written_only_headline_and_body_are_missing():
    document = factories.only_in("zh-hant", factories.document())
    document = schema.replace(document, languages=["zh-hant", "en", "zh-hans"])
    assert [check for check, _place in everything(document)] == [
        "languages.headline-missing",
        "languages.body-missing",
    ]


def test_words_in_a_language_that_was_not_chosen_are_not_missed():
    document = schema.replace(factories.only_in("en", factories.document()), languages=["en"])
    assert everything(document) == [("languages.one-language", Place("", "languages"))]


def test_what_is_converted_is_no_second_language():
    document = whole(languages=["zh-hant", "zh-hans"])
    assert places("languages.one-language", document) == [Place("", "languages")]
    assert places("languages.one-language", whole(languages=["zh-hant", "en", "zh-hans"])) == []


# Missing parts


def person(**fields):
    return schema.replace(ALICE, **fields)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"sub_headline": both("推動生物科技")}, Place("", "sub_headline", "en")),
        (
            {"dateline": schema.Dateline(city=both(en="HONG KONG"))},
            Place("", "dateline_city", "zh-hant"),
        ),
        (
            {"key_points": [schema.KeyPoint(key="kp1", text=both("首次合作"))]},
            Place("kp1", "text", "en"),
        ),
        (
            {"organisations": [schema.Organisation(key="o1", name=both("海角創新園"))]},
            Place("o1", "name", "en"),
        ),
        (
            {"signatories": [schema.Signatory(key="s1", person=person(job_title=both("主席")))]},
            Place("s1", "job_title", "en"),
        ),
        (
            {"witnesses": [schema.Witness(key="w1", person=person(name=both(en="Alice Chan")))]},
            Place("w1", "name", "zh-hant"),
        ),
        (
            {"notes_to_editors": [text("n1", en="Pictures are at the address below.")]},
            Place("n1", "html", "zh-hant"),
        ),
        (
            {
                "boilerplates": [
                    schema.Boilerplate(
                        key="b1", organisation=ALICE.organisation, text=both("成立於二〇〇一年。")
                    )
                ]
            },
            Place("b1", "text", "en"),
        ),
        (
            {"media_contacts": [schema.MediaContact(key="mc1", name=both("黃小姐"))]},
            Place("mc1", "name", "en"),
        ),
    ],
)
def test_a_part_with_words_in_one_language_is_found_where_they_are_missing(fields, place):
    assert everything(whole(**fields)) == [("languages.missing", place)]


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (text("p2", zh="雙方會合作三年。"), Place("p2", "html", "en")),
        (schema.Subheading(key="s1", text=both(en="Next steps")), Place("s1", "text", "zh-hant")),
        (
            schema.Quote(key="q1", speaker=ALICE, words=both("今日是新的一步。")),
            Place("q1", "printed", "en"),
        ),
        (
            schema.Quote(
                key="q1",
                speaker=ALICE,
                lead_in=both("海角創新園主席陳愛麗博士表示：", "Dr Alice Chan said: "),
                words=both("今日是新的一步，我們會繼續前行，與業界攜手。"),
            ),
            Place("q1", "printed", "en"),
        ),
        (
            schema.Quote(
                key="q1",
                speaker=ALICE,
                lead_in=both("陳愛麗博士說："),
                follow_on=both(en=" said Dr Alice Chan."),
                words=both("今日是新的一步，我們會繼續前行，與業界攜手。"),
            ),
            Place("q1", "printed", "en"),
        ),
        (
            schema.Figure(key="f1", caption=both("簽署儀式")),
            Place("f1", "caption", "en"),
        ),
        (
            schema.Figure(
                key="f1",
                caption=both("簽署儀式", "The signing"),
                people=[
                    schema.PersonInPicture(key="x1", name=ALICE.name, position=both("左")),
                ],
            ),
            Place("x1", "position", "en"),
        ),
    ],
)
def test_a_block_with_words_in_one_language_is_found(block, place):
    document = whole(body=[*whole().body, block])
    assert everything(document) == [("languages.missing", place)]


def test_one_part_is_one_finding_however_much_of_it_is_missing():
    quote = schema.in_languages(
        schema.Quote(key="q1", speaker=ALICE, words=both("今日是新的一步。", "A new step.")),
        ["zh-hant"],
    )
    boilerplate = schema.Boilerplate(
        key="b1", organisation=both("海角創新園"), text=both("成立於二〇〇一年。")
    )
    document = whole(body=[*whole().body, quote], boilerplates=[boilerplate])
    assert places("languages.missing", document) == [
        Place("q1", "printed", "en"),
        Place("b1", "organisation", "en"),
    ]


def test_a_caption_that_is_missing_is_missing_with_whoever_and_whatever_it_names():
    figure = schema.Figure(
        key="f1",
        caption=both("陳愛麗博士：「今日是新的一步。」"),
        people=[schema.PersonInPicture(key="x1", name=both("陳愛麗"), position=both("左"))],
        quote="cq1",
    )
    quote = schema.Quote(key="cq1", speaker=ALICE, words=both("今日是新的一步。"))
    document = whole(body=[*whole().body, figure], caption_quotes=[quote])
    assert places("languages.missing", document) == [Place("f1", "caption", "en")]


def test_what_each_language_has_by_its_own_custom_is_not_missed():
    quote = schema.Quote(
        key="q1",
        speaker=person(honorific=both("博士")),
        lead_in=both("海角創新園主席陳愛麗博士說："),
        words=both("今日是新的一步。", "Today is a new step,"),
        follow_on=both(en=" said Dr Alice Chan, Chairman of Cape Innovation Park."),
        marks={"en": "‘’"},
    )
    organisation = schema.Organisation(key="o1", name=ALICE.organisation, short_name=both("創新園"))
    document = whole(body=[*whole().body, quote], organisations=[organisation])
    assert everything(document) == []


def test_alt_text_and_credit_are_the_pictures_own():
    figure = schema.Figure(
        key="f1", caption=both("儀式", "Signing"), alt_text=both("兩人握手"), credit=both("創新園")
    )
    assert everything(whole(body=[*whole().body, figure])) == []


@pytest.mark.parametrize("field", ["job_title", "organisation"])
def test_a_title_that_is_printed_and_not_in_the_fields_is_missing(field):
    quote = schema.Quote(
        key="q1",
        speaker=person(**{field: both("甲")}),
        lead_in=both("海角創新園主席陳愛麗博士說：", "Dr Alice Chan, Chairman of the Park, said: "),
        words=both("今日是新的一步。", "Today is a new step."),
    )
    document = whole(body=[*whole().body, quote])
    assert everything(document) == [("languages.missing", Place("q1", field, "en"))]


def test_a_speaker_may_be_introduced_further_up():
    lead = text(
        zh="海角創新園主席陳愛麗博士主持典禮。",
        en="Dr Alice Chan, Chairman of the Park, was there.",
    )
    quote = schema.Quote(
        key="q1",
        speaker=person(job_title=both("主席")),
        lead_in=both("陳愛麗博士說：", "Dr Alice Chan said: "),
        words=both("今日是新的一步。", "Today is a new step."),
    )
    document = whole(body=[lead, quote])
    assert everything(document) == [("languages.missing", Place("q1", "job_title", "en"))]


def test_a_speaker_who_is_not_introduced_at_all_is_another_finding():
    quote = schema.Quote(
        key="q1",
        speaker=person(job_title=both("主席")),
        lead_in=both("海角創新園主席陳愛麗博士說：", "Dr Alice Chan said: "),
        words=both("今日是新的一步。", "Today is a new step."),
    )
    assert places("languages.missing", whole(body=[*whole().body, quote])) == []


# Paragraphs


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("<p>甲。</p><p>乙。</p>", "<p>A. B.</p>"),
        ("<p>甲。</p>", "<p>A.</p><p>B.</p>"),
        ("<ul><li><p>甲</p></li><li><p>乙</p></li></ul>", "<ul><li><p>A</p></li></ul>"),
        ("<p>甲<br>乙</p>", "<p>A, B</p>"),
    ],
)
def test_a_text_with_another_number_of_paragraphs_is_found(zh, en):
    block = schema.TextBlock(key="p1", html={"zh-hant": zh, "en": en})
    assert everything(whole(body=[block])) == [("languages.paragraphs", Place("p1", "html", "en"))]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("<p>甲。</p><p>乙。</p>", "<p>A.</p><p>B.</p>"),
        ("<ul><li><p>甲</p></li><li>乙</li></ul>", "<p>A</p><p>B</p>"),
        ("<p>甲。</p><p> </p>", "<p>A.</p>"),
    ],
)
def test_as_many_paragraphs_are_no_finding_however_they_are_set(zh, en):
    block = schema.TextBlock(key="p1", html={"zh-hant": zh, "en": en})
    assert everything(whole(body=[block])) == []


def test_quotes_and_boilerplates_have_paragraphs_too():
    quote = schema.Quote(
        key="q1", speaker=ALICE, words=both("一步。\n\n再一步。", "A step. And another.")
    )
    boilerplate = schema.Boilerplate(
        key="b1",
        organisation=ALICE.organisation,
        text=both("成立於二〇〇一年。", "Founded in 2001.\n\nIt has 40 staff."),
    )
    document = whole(body=[*whole().body, quote], boilerplates=[boilerplate])
    assert everything(document) == [
        ("languages.paragraphs", Place("q1", "printed", "en")),
        ("languages.paragraphs", Place("b1", "text", "en")),
    ]


# Words in quotation marks


def quoted(zh, en):
    return whole(body=[text(zh=zh, en=en)])


@pytest.mark.parametrize(
    ("zh", "en", "words"),
    [
        (
            "陳愛麗博士表示：「今日是新的一步，我們會繼續前行。」",
            "Dr Alice Chan called the day a new step for both sides.",
            "今日是新的一步，我們會繼續前行。",
        ),
        (
            "陳愛麗博士表示：「今日是新的一步。」",
            "Dr Alice Chan presented “Towards a Greener City for All” at the ceremony.",
            "今日是新的一步。",
        ),
        (
            "她對合作表示歡迎：「今日是新的一步」。",
            "She welcomed the partnership as a new step.",
            "今日是新的一步",
        ),
        (
            "「今日是新的一步，」陳愛麗博士在典禮上說。",
            "Dr Alice Chan spoke of a new step at the ceremony.",
            "今日是新的一步，",
        ),
        (
            "陳愛麗博士指出，今日是新的一步，雙方會繼續前行。",
            "“Today is a new step, and we will go on,” said Dr Alice Chan.",
            "Today is a new step, and we will go on,",
        ),
        (
            "陳愛麗博士指出，今日是新的一步，雙方會繼續前行。",
            'Dr Alice Chan noted: "Today is a new step for all of us."',
            "Today is a new step for all of us.",
        ),
        (
            "陳愛麗博士指出，今日是新的一步，雙方會繼續前行。",
            "‘Today’s a new step for all of us,’ Dr Chan added.",
            "Today’s a new step for all of us,",
        ),
        (
            "陳愛麗博士談到「海岸機械人試驗場」時，認為這是新的一步。",
            "Of the Coastal Robotics Range Dr Chan said: “It is a new step for all of us.”",
            "It is a new step for all of us.",
        ),
    ],
)
def test_words_that_somebody_said_are_found_where_one_language_quotes_them(zh, en, words):
    assert found("languages.quotes", quoted(zh, en)) == [words]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        # Both quote.
        (
            "陳愛麗博士表示：「今日是新的一步，我們會繼續前行。」",
            "“Today is a new step,” said Dr Alice Chan. “We will go on.”",
        ),
        (
            "陳愛麗博士表示：「今日是新的一步，我們會繼續前行。",
            "“Today is a new step, and we will go on.",
        ),
        (
            "陳愛麗博士表示：『今日是新的一步。』",
            "Dr Chan said: 'Today’s a new step for all of us.'",
        ),
        ("她說：「今日是新的一步。」", "She called it “a very new step” for the Park."),
        ("陳博士說這是大家的新一步。", "Dr Chan said it was “a new step for all of us.”"),
        ("她形容這是「一大步」。", "She said: “This is a giant step for all of us.”"),
        # Titles, themes, terms and short names.
        ("活動以「創新無界，科技有情」為主題。", "The theme is innovation without borders."),
        ("今年的主題是：「創新無界，科技有情」。", "The theme is innovation without borders."),
        ("雙方將設立「海岸機械人試驗場」。", "They will set up the Coastal Robotics Range."),
        ("海角創新園（下稱「創新園」）今日宣布合作。", "Cape Innovation Park (the Park) said so."),
        ("他說「升級」合作是大勢所趨。", "He said closer ties were inevitable."),
        ("他表示，「海岸機械人試驗場」將於明年落成。", "He said the range would open next year."),
        ("她獲頒「年度最佳女工程師」。", "She was named Woman Engineer of the Year, it was said."),
        (
            "報告題為《邁向綠色城市》，主席表示會詳細研究。",
            "The report, “Towards a Greener City for All,” was published, the Chairman said.",
        ),
        ("短片名為《海的聲音》。", 'The film "The Sound of the Sea" says it all.'),
        (
            "主席說會場座無虛席。",
            "The Chairman said the ‘town hall’ was full; the park’s doors’ too.",
        ),
        ("今日簽署備忘錄。", "The memorandum was signed, he said."),
    ],
)
def test_titles_terms_and_what_both_languages_quote_are_left_alone(zh, en):
    assert found("languages.quotes", quoted(zh, en)) == []


def test_captions_quote_too():
    figure = schema.Figure(
        key="f1",
        caption=both(
            "陳愛麗博士：「今日是新的一步，我們會與北極星繼續前行。」",
            "Dr Alice Chan spoke of a new step.",
        ),
    )
    document = whole(body=[*whole().body, figure])
    assert everything(document) == [("languages.quotes", Place("f1", "caption", "zh-hant"))]


def test_a_quote_that_the_other_language_reports_is_found():
    quote = schema.Quote(
        key="q1",
        speaker=ALICE,
        lead_in=both(
            "海角創新園主席陳愛麗博士表示：",
            "Dr Alice Chan, Chairman of Cape Innovation Park, said that the day was a new step.",
        ),
        words=both("今日是新的一步。\n\n我們會繼續前行。"),
    )
    document = whole(body=[*whole().body, quote])
    assert everything(document) == [("languages.quotes", Place("q1", "printed", "zh-hant"))]
    assert found("languages.quotes", document) == ["今日是新的一步。"]


def test_a_quote_that_the_other_language_shortens_to_a_few_words_is_quoted():
    quote = schema.Quote(
        key="q1",
        speaker=ALICE,
        lead_in=both("海角創新園主席陳愛麗博士說：", "Dr Alice Chan called it “a new step”."),
        words=both("今日對海角創新園和北極星來說都是新的一步，我們會與業界攜手前行。"),
    )
    assert everything(whole(body=[*whole().body, quote])) == []


def test_a_quote_with_its_words_in_what_follows_is_quoted():
    quote = schema.Quote(
        key="q1",
        speaker=ALICE,
        lead_in=both("陳愛麗博士說：", "Dr Alice Chan said a little. “Today is a new step.”"),
        words=both("今日是新的一步。"),
    )
    assert everything(whole(body=[*whole().body, quote])) == []


# Stale translations


def test_a_translation_whose_source_has_changed_is_said():
    stale = (Place("p1", "html", "en"), Place("", "dateline_city", "en"))
    assert places("languages.stale", whole(), stale=stale) == list(stale)


def test_an_acknowledgement_of_a_stale_translation_lapses_when_its_words_change():
    stale = Standing(stale=(Place("p1", "html", "en"),))
    reading = Reading(whole(), TODAY, stale)
    (one,) = CHECKS["languages.stale"].find(reading)
    assert len(one.about) == 2


def test_of_a_language_that_does_not_go_out_nothing_is_stale():
    document = whole(languages=["zh-hant"])
    assert places("languages.stale", document, stale=(Place("p1", "html", "en"),)) == []


def test_a_post_of_the_government_names_its_bureau_in_english():
    person = schema.Person(
        name=both("陳大文", "Chan Tai-man"),
        job_title=both("局長", "Secretary for Harbour and Islands"),
        organisation=both("海港及離島局"),
    )
    row = schema.Signatory(key="s1", person=person)
    assert everything(whole(signatories=[row])) == []
    manager = schema.replace(
        person, job_title=both("總監", "Director of Marketing"), organisation=both("海角創新園")
    )
    row = schema.Signatory(key="s1", person=manager)
    assert everything(whole(signatories=[row])) == [
        ("languages.missing", Place("s1", "organisation", "en"))
    ]
