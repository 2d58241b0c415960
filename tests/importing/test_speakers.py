"""Who says the words of a quote and who signs: a name is only given where the text gives it."""

import pytest

from releases.document import schema

from .helpers import import_plain_text, person, words

WORDS = "很好。我們會繼續努力。"
LEAD = (
    "HONG KONG, 1 May 2026 – Kestrel Limited today announced a new service for ports in the region."
)
LEAD_ZH = "（香港，2026年5月1日）青港航運集團今日宣布推出新服務，為遠洋船隻提供潔淨能源。"
EARLIER = '"It is a start," said Mabel Chiu, Chief Officer of Kestrel Limited.'
EARLIER_ZH = "青港航運集團總監黎碧珊表示：「一切順利，我們十分高興。」"


def read(*paragraphs: str) -> schema.Document:
    chinese = "「" in "".join(paragraphs) or "簽" in "".join(paragraphs)
    top = ("新渡輪啟航", LEAD_ZH) if chinese else ("Kestrel launches a service", LEAD)
    return import_plain_text("\n\n".join([*top, *paragraphs]).encode()).document


def speaker(*paragraphs: str) -> tuple[str, ...]:
    return person(read(*paragraphs).quotes()[-1].speaker)[:3]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("康文署總經理（節目及推廣）岑嘉儀說", ("康文署", "總經理（節目及推廣）", "岑嘉儀")),
        ("博士生邵子晴指出", ("", "博士生", "邵子晴")),
        (
            "青港銀行零售銀行業務主管兼副行政總裁區綺雯表示",
            ("青港銀行", "零售銀行業務主管兼副行政總裁", "區綺雯"),
        ),
        ("首席財務官兼公司秘書杜穎欣表示", ("", "首席財務官兼公司秘書", "杜穎欣")),
        (
            "DeltaKade 亞太區董事總經理 Marieke de Vries 女士說",
            ("DeltaKade", "亞太區董事總經理", "Marieke de Vries"),
        ),
        ("數字政策專員凌偉業表示", ("", "數字政策專員", "凌偉業")),
        ("公司行政總裁林學謙表示", ("青港航運集團", "行政總裁", "林學謙")),
        ("嶺東大學地球科學系系主任蘇曼華表示", ("嶺東大學地球科學系", "系主任", "蘇曼華")),
        ("「樂齡之友」總幹事葉振聲補充", ("樂齡之友", "總幹事", "葉振聲")),
        ("受惠學生李小明分享道", ("", "學生", "李小明")),
        ("陳大文先生（青港航運集團主席）表示", ("青港航運集團", "主席", "陳大文")),
        (
            "青港航運集團首席執行官 Dr. Peter Wong 表示",
            ("青港航運集團", "首席執行官", "Peter Wong"),
        ),
        ("商務局局長丘應樺稱", ("商務局", "局長", "丘應樺")),
        ("司徒永富局長致辭時指出", ("", "局長", "司徒永富")),
        ("青港航運集團主席陳大文博士，GBS，JP表示", ("青港航運集團", "主席", "陳大文")),
        ("主席陳大文歡迎來賓，總裁李小明說", ("", "總裁", "李小明")),
    ],
)
def test_a_chinese_speaker_is_named_beside_the_words(before, expected):
    assert speaker(EARLIER_ZH, f"{before}：「{WORDS}」") == expected


@pytest.mark.parametrize("colon", ["：", ":", "︰", "﹕"])
def test_every_colon_leads_to_words(colon):
    found = speaker(f"青港航運集團主席陳大文表示{colon}「{WORDS}」")
    assert found == ("青港航運集團", "主席", "陳大文")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            'In his remarks at the launch, Stephen Fok, Chairman of the Riders Alliance, stated: "It is time."',
            ("Riders Alliance", "Chairman", "Stephen Fok"),
        ),
        (
            'Following remarks by Kestrel Chairman Jane Chan, Stephen Fok, President of Aldora Limited, said: "It is time."',
            ("Aldora Limited", "President", "Stephen Fok"),
        ),
        (
            '"I know the rate," added Ronald Ip, owner of Ip Kee Hardware, one of the first customers.',
            ("Ip Kee Hardware", "owner", "Ronald Ip"),
        ),
        (
            '"It is time," said John Smith, Acme\'s chief executive.',
            ("Acme", "chief executive", "John Smith"),
        ),
        (
            '"It is time," said John Smith, who leads the data team at Acme Limited.',
            ("", "", "John Smith"),
        ),
        (
            'Dr. Mary Low, MBBS, FRCP, Director of Acme Limited, said: "It is time."',
            ("Acme Limited", "Director", "Mary Low"),
        ),
        (
            'Said John Smith, Chief Executive of Acme: "It is time."',
            ("Acme", "Chief Executive", "John Smith"),
        ),
        (
            '"It is time," according to Mr John Smith, the Chief Executive of Acme Limited.',
            ("Acme Limited", "Chief Executive", "John Smith"),
        ),
        (
            '"It is time. We look forward." – John Smith, Chief Executive, Acme Limited',
            ("Acme Limited", "Chief Executive", "John Smith"),
        ),
        (
            "“It is time,” said Analyn R., a worker from Iloilo who has lived here for years.",
            ("", "worker from Iloilo", "Analyn R."),
        ),
    ],
)
def test_an_english_speaker_is_named_beside_the_words(paragraph, expected):
    assert speaker(EARLIER, paragraph) == expected


@pytest.mark.parametrize(
    "paragraphs",
    [
        (EARLIER_ZH, f"一名在場的街坊阿婆說：「{WORDS}」"),
        (EARLIER, 'One of the local fishermen from the bay said: "It is time to leave."'),
    ],
)
def test_words_of_somebody_who_is_not_known_are_put_into_no_other_mouth(paragraphs):
    assert speaker(*paragraphs) == ("", "", "")


def test_the_person_named_last_speaks_where_the_text_only_goes_on():
    text = (
        f"新渡輪啟航\n\n{LEAD_ZH}\n\n{EARLIER_ZH}\n\n她補充說：「{WORDS}」\n\n並表示：「{WORDS}」"
    )
    imported = import_plain_text(text.encode())
    assert [person(q.speaker)[2] for q in imported.document.quotes()] == ["黎碧珊"] * 3
    assert [note.part for note in imported.notes if "named last" in note.message] == ["q2", "q3"]


def test_single_marks_hold_a_quotation_in_double_marks():
    quote = read(
        "Tom Ridley, chief executive of the Farne Trust, said: ‘It’s good news. A pupil told me: “I made a forest.” That says it all.’"
    ).quotes()[0]
    assert words(quote.words).startswith("It’s good")
    assert person(quote.speaker)[2] == "Tom Ridley"


@pytest.mark.parametrize(
    "paragraph",
    [
        'Critics call the plan "a bridge to nowhere," but the council said that it was ready.',
        'The ledges, which engineers call "mammal shelves", are new, and the trust added two.',
        'The scheme, known as "Cash for Kelp," said to be the first of its kind, begins in May.',
    ],
)
def test_a_term_within_a_sentence_is_in_nobodys_mouth(paragraph):
    assert len(read(EARLIER, paragraph).quotes()) == 1


@pytest.mark.parametrize(
    "paragraph",
    [
        '"It is time to leave the harbour," the Chairman of Aldora Limited, Stephen Fok, said.',
        'In closing, "it is time to leave the harbour," the Chairman, Stephen Fok, said.',
        'The plan is ready. "It is time to leave," Stephen Fok, Chairman of Aldora, said.',
    ],
)
def test_words_that_open_a_sentence_are_a_quote_wherever_the_verb_stands(paragraph):
    assert len(read(EARLIER, paragraph).quotes()) == 2


SIGNED = "青港航運集團主席陳大文先生與蔚藍電能總裁李小明女士今日簽署協議"


@pytest.mark.parametrize(
    ("text", "signed", "witnessed"),
    [
        (f"{SIGNED}，運輸局局長黃美玲、青港董事會主席羅文斌出席見證。", 2, ["黃美玲", "羅文斌"]),
        (f"{SIGNED}，運輸局局長黃美玲到場見證。", 2, ["黃美玲"]),
        (f"{SIGNED}，運輸局局長黃美玲擔任見證人。", 2, ["黃美玲"]),
        (f"{SIGNED}。見證簽署儀式的包括運輸局局長黃美玲女士。", 2, ["黃美玲"]),
        (
            "簽署儀式在運輸局局長黃美玲女士的見證下進行，由陳大文主席及李小明總裁代表簽署。",
            2,
            ["黃美玲"],
        ),
        (
            "John Smith, CEO of Acme Limited, and Mary Lee, President of Beta University, signed the agreement. The ceremony was witnessed by Dr Alan Ho, Secretary for Health.",
            2,
            ["Alan Ho"],
        ),
        (f"在運輸局局長黃美玲見證下，由{SIGNED.replace('今日簽署', '簽署')}。", 2, ["黃美玲"]),
        (
            f"{SIGNED}。簽約儀式由運輸局局長黃美玲及海運總會會長羅文斌共同見證。",
            2,
            ["黃美玲", "羅文斌"],
        ),
        (
            "The agreement was signed by John Smith, CEO of Acme Limited; Mary Lee, President of Beta University; and Ann Fok, Director of Gamma Trust, and witnessed by Dr Alan Ho, Secretary for Health.",
            3,
            ["Alan Ho"],
        ),
        (
            "The agreement was signed by Mr John Smith, CEO of Acme Limited; and Ms Mary Lee, President of Beta University; and witnessed by Dr Alan Ho, Secretary for Health, and Mr Ben Ma, Chairman of Delta Council.",
            2,
            ["Alan Ho", "Ben Ma"],
        ),
        (
            "The agreement was signed by John Smith, CEO of Acme Limited, and Mary Lee, President of Beta University; the guests saw a film.",
            2,
            [],
        ),
        (
            "Signatories: John Smith, CEO, Acme Limited; Mary Lee, President, Beta University\n\nWitnesses: Dr Alan Ho, Secretary for Health",
            2,
            ["Alan Ho"],
        ),
        (
            "Witnessed by Ada Kwan, Secretary for Health, and Ben Ma, Chairman of Delta Council, the MOU was signed by John Smith, CEO of Acme Limited; Mary Lee, President of Beta University; and Ann Fok, Director of Gamma Trust.",
            3,
            ["Ada Kwan", "Ben Ma"],
        ),
        (
            "Witnessed by Ms Ada Kwan, Secretary for Health, the MOU was signed at the library by Mr John Smith, CEO of Acme Limited; Ms Mary Lee, President of Beta University; and Dr Ann Fok, Director of Gamma Trust.",
            3,
            ["Ada Kwan"],
        ),
    ],
)
def test_who_signed_and_who_looked_on(text, signed, witnessed):
    document = read(text)
    assert len(document.signatories) == signed
    assert [words(w.person.name) for w in document.witnesses] == witnessed
    assert not any("簽署" in words(w.person.organisation) for w in document.witnesses)


def test_the_role_of_a_witness_ends_where_the_signing_begins():
    document = read(
        "In the presence of Ms Ada Kwan, Secretary for Health, and Ben Ma, Chairman of Delta Council, the MOU was signed by John Smith, CEO of Acme Limited, and Mary Lee, President of Beta University."
    )
    assert [person(w.person)[:3] for w in document.witnesses] == [
        ("", "Secretary for Health", "Ada Kwan"),
        ("Delta Council", "Chairman", "Ben Ma"),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        f"計劃為期三年，陳大文博士負責分析。李小明教授說：「{WORDS}」",
        f"計劃為期三年，陳大文博士負責分析。「{WORDS}」李小明教授補充說。",
        f"計劃為期三年。「{WORDS}」李小明教授補充說。",
        'Dr Ann Fok did the analysis. "It is time to leave," Professor Mary Lee said.',
        'Dr Ann Fok did the analysis. "It is time to leave," said Professor Mary Lee.',
        'The plan is ready. "It is time to leave," Professor Mary Lee said.',
    ],
)
def test_a_sentence_about_somebody_else_takes_no_words_from_their_speaker(paragraph):
    chinese = "「" in paragraph
    top = ("新渡輪啟航", LEAD_ZH) if chinese else ("Kestrel launches a service", LEAD)
    imported = import_plain_text("\n\n".join([*top, paragraph]).encode())
    (quote,) = imported.document.quotes()
    assert words(quote.speaker.name) == ("李小明" if chinese else "Mary Lee")
    assert not any(note.kind == "guess" and note.part == quote.key for note in imported.notes)


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        (f"計劃為期三年，陳大文博士負責分析。「{WORDS}」她補充說。", "陳大文"),
        (f"計劃為期三年，陳大文博士負責分析。並表示：「{WORDS}」", "陳大文"),
        ('Dr Ann Fok did the analysis. "It is time to leave," she said.', "Ann Fok"),
    ],
)
def test_words_with_no_name_beside_them_are_a_guess(paragraph, name):
    chinese = "「" in paragraph
    top = ("新渡輪啟航", LEAD_ZH) if chinese else ("Kestrel launches a service", LEAD)
    imported = import_plain_text("\n\n".join([*top, paragraph]).encode())
    (quote,) = imported.document.quotes()
    assert words(quote.speaker.name) == name
    assert any(note.kind == "guess" and note.part == quote.key for note in imported.notes)


@pytest.mark.parametrize(
    "paragraph",
    [
        f"計劃為期三年，陳大文博士負責分析。「{WORDS}」一名街坊說。",
        'Dr Ann Fok did the analysis. "It is time to leave," one of the fishermen said.',
    ],
)
def test_words_of_somebody_unnamed_are_not_those_of_whom_the_sentence_before_names(paragraph):
    assert speaker(paragraph) == ("", "", "")
