"""English text: quotation marks and doubled words."""

import pytest

from releases.document import schema

from .cases import found, release, text


def en(*paragraphs):
    return release(body=[text(f"p{number}", en=words) for number, words in enumerate(paragraphs)])


# Quotation marks


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("“We are delighted, said Dr Lam.", ["“We"]),
        ("We are delighted,” said Dr Lam.", ["delighted,”"]),
        ("“We are delighted, said Dr Lam. “It is a start.”", ["“We"]),
        ("We are delighted,” said Dr Lam. “It is a start.”", ["delighted,”"]),
        ('"We are delighted, said Dr Lam. "It is a start."', ['"We']),
        ('We are delighted," said Dr Lam. "It is a start."', ['delighted,"']),
        ("The “Open Bench scheme was launched.", ["“Open"]),
        ("The (“Open Bench) scheme was launched.", ["(“Open"]),
        ("He called it ‘a fresh start for the city.", ["‘a"]),
        ('Cape Laboratories ("Cape) announced a fund.', ['("Cape)']),
        ("“We met in ’98,” he said. “It is a start.", ["“It"]),
        ("\"They said, 'It is too quiet. They don't mind now,\" he said.", ["'It"]),
        ("\"This is 'art for all,\" said Dr Lam of the students' show.", ["'art"]),
        ('"They said, It is too quiet.\' That passed," he said.', ["quiet.'"]),
        ("The 'Open Bench scheme was launched.", ["'Open"]),
        ("\"They ask, 'Who's next? and all say 'Me!'\" he said.", ["'Who's"]),
        ("Guided by our people first’ belief, we grew.", ["first’"]),
    ],
)
def test_a_mark_without_its_other_half_is_found_once(words, excerpts):
    assert found("english.quotes", en(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "“We are delighted,” said Dr Lam. “It is a start.”",
        '"We are delighted," said Dr Lam. "It is a start."',
        "The visitors’ centre opened in the ’90s; it’s the students’ own, rock ’n’ roll.",
        "The visitors' centre opened in the '90s; it's the students' own.",
        "‘We are delighted,’ said Dr Lam, ‘at the teams’ results.’",
        'A 27" screen, 6\' 2" tall, a 5\'10" model and a 12″ disc.',
        "“He said ‘yes’ at once.”",
        "“First paragraph.\n“Second paragraph.\n“Third.”",
        "“First paragraph.\nSecond paragraph.”",
        '"First paragraph.\n"Second paragraph."',
        'Cape Laboratories ("Cape") and the 27" screen of "Bay 2030".',
        'The sign ("-") stands for none, and "+"/"-" for either.',
        "The “Open Bench” scheme (“the scheme”) and its “2026–27” round",
        "She called it ‘too early'.",
        "\"They said, 'It is too quiet.' That passed,\" he said. \"'Art for all'.\"",
        "'First paragraph.\n'Second paragraph.' The Smith Bros.' shop, Yip & Co.' rooms",
        "'em, 'til, 'tis and rock 'n' roll; Xi'an, O'Brien, 5' by 7', the class of '98",
        "Rollin' on, mac 'n' cheese, Marx' works, a lil' help, the tutors' and coaches' rooms",
        "‘Our ‘people first’ belief,’ he said, ‘and our ‘care’ for all.’",
        "NYSE: ABC; \"Cape Cloud\"™ and the members' 'Cape One' card",
        "‘em, ‘til and ‘tis; ‘90s",
        "“What did “Cape” mean?” – a nested pair",
    ],
)
def test_pairs_apostrophes_and_inches_are_left_alone(words):
    assert found("english.quotes", en(words)) == []


def test_a_quotation_that_goes_on_in_the_next_block_is_left_alone():
    assert found("english.quotes", en("“First.", "“Second.", "“Third,” she said.")) == []
    assert found("english.quotes", en("“First.", "Second,” she said.")) == []
    assert found("english.quotes", en("“First.", "Second.")) == ["“First."]


def test_a_quote_is_read_with_its_marks():
    quote = schema.Quote(key="q1", words={"en": "First.\n\nSecond."}, follow_on={"en": " he said."})
    assert found("english.quotes", release(body=[quote])) == []
    quote = schema.Quote(key="q1", words={"en": "We are glad,” he said."})
    assert found("english.quotes", release(body=[quote])) == ["said.”"]


# Doubled words


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("It is the the first laboratory.", ["the the"]),
        ("The the first laboratory opened.", ["The the"]),
        ("Part of of the programme.", ["of of"]),
        ("It will be be opened.", ["be be"]),
        ("A laboratory in in Hong Kong.", ["in in"]),
        ("The results of the of the survey.", ["of the of the"]),
        ("The data centre centre opened.", ["centre centre"]),
        ("It is a a first.", ["a a"]),
        ("Funding for for the project and and more.", ["for for", "and and"]),
        ("We are are pleased to to announce.", ["are are", "to to"]),
        ("The road will will be closed.", ["will will"]),
    ],
)
def test_a_doubled_word_is_found(words, excerpts):
    assert found("english.doubled", en(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "They had had doubts, and that that was so is known.",
        "It is very very rare, and many many people came.",
        "Duran Duran, Pago Pago, Wagga Wagga, New New Town, Lang Lang and Yo Yo Ma.",
        "It grew more and more and more, again and again.",
        "Passengers checked in in person; the lights were switched on on Monday.",
        "They log in in the morning and move in in June.",
        "In May may be seen what Will will do; the free will will stay.",
        "He gave her her badge.",
        "An in-house team in in-patient care; sign-in in the lobby.",
        "Ten ten-metre boats and two two-storey houses.",
        "The end\nThe end",
        "What it is is a start. Who he is is clear.",
        "Hear, hear. No, no. The, the. Bay Bay.",
        "The results results-driven teams want",
        "a A grade, vitamin B b, I i",
        "Cape’s cape; it’s its own",
        "Will will attend. The people’s will will be done, and her last will will be read.",
    ],
)
def test_names_emphasis_and_good_grammar_are_left_alone(words):
    assert found("english.doubled", en(words)) == []


# Straight and curly marks


def test_the_first_of_those_that_are_fewer_is_found_once():
    document = en("“We’re glad,” he said.", "It's Cape's first.")
    assert found("english.marks", document) == ["It's"]
    document = en("It's 'good', isn't it?", "Cape’s and Bay’s.")
    assert found("english.marks", document) == ["Cape’s"]


@pytest.mark.parametrize(
    "words",
    [
        "“We’re glad,” he said of the visitors’ centre.",
        "\"We're glad,\" he said of the visitors' centre.",
        "“A 27\" screen and a 6' pole at 22°17'30\"”",
        "Plain words.",
    ],
)
def test_one_way_of_setting_marks_is_no_mixture(words):
    assert found("english.marks", en(words)) == []


def test_chinese_text_is_not_read():
    block = text(zh="It's the the “合作", en="“Cape”")
    for check in ("english.quotes", "english.doubled", "english.marks"):
        assert found(check, release(body=[block])) == []
