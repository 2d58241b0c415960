"""Numbers that are printed in all the ways of both languages are read back as they were."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.preflight.quantities import chinese_numbers, english_numbers
from releases.preflight.quantities.addresses import addresses
from releases.preflight.quantities.clock import times, weekdays
from releases.preflight.quantities.days import days
from releases.preflight.quantities.mentions import FIRM, LOOSE
from releases.preflight.quantities.quantities import quantities

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def english_words(number):
    """12,345 as “twelve thousand three hundred and forty-five”."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            words = f"{english_words(number // scale)} {name}"
            return words + joint + english_words(rest) if rest else words
    if number >= 100:
        rest = f" and {english_words(number % 100)}" if number % 100 else ""
        return f"{UNITS.split()[number // 100]} hundred{rest}"
    if number >= 20:
        rest = f"-{UNITS.split()[number % 10]}" if number % 10 else ""
        return TENS.split()[number // 10 - 2] + rest
    return UNITS.split()[number]


def chinese_words(number):
    """12,345 as 一萬二千三百四十五."""
    if number >= 10**8:
        return _section(number, 10**8, "億")
    if number >= 10**4:
        return _section(number, 10**4, "萬")
    for scale, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            return _section(number, scale, name)
    return "零一二三四五六七八九"[number]


def _section(number, scale, name):
    high, rest = divmod(number, scale)
    words = chinese_words(high) + name
    if rest:
        words += ("零" if rest < scale // 10 else "") + chinese_words(rest)
    return words


whole = st.integers(3, 10**10) | st.integers(3, 2000)


@given(whole)
def test_a_whole_number_reads_the_same_in_all_its_forms(number):
    assert chinese_numbers.value(chinese_words(number)) == number
    assert chinese_numbers.value(f"{number:,}") == number
    assert english_numbers.value(f"{number:,}") == number
    if number < 10**12:
        words = english_words(number)
        assert english_numbers.SPELLED.fullmatch(words), words
        assert english_numbers.value(words) == number


@given(st.decimals(1, 999, places=1), st.sampled_from(["萬", "億", "萬億"]))
def test_a_decimal_with_its_scale_reads_the_same(number, scale):
    times = {"萬": 10**4, "億": 10**8, "萬億": 10**12}[scale]
    assert chinese_numbers.value(f"{number}{scale}") == Fraction(number) * times
    whole, tenth = str(number).split(".")
    han = f"{chinese_words(int(whole))}點{chinese_words(int(tenth))}{scale}"
    assert chinese_numbers.NUMBER.fullmatch(han)
    assert chinese_numbers.value(han) == Fraction(number) * times


@given(st.integers(1, 999), st.sampled_from(["million", "billion", "thousand", "bn", "m"]))
def test_an_english_scale_multiplies(number, scale):
    times = english_numbers.SCALES[scale]
    joint = " " if len(scale) > 2 else ""
    words = f"{number}{joint}{scale}"
    assert english_numbers.DIGITS.fullmatch(words)
    assert english_numbers.value(words) == number * times


def sure(text, language):
    return {m.values[0] for m in quantities(text, language) if m.weight > LOOSE}


@given(st.integers(3, 10**7))
def test_a_number_in_a_sentence_is_read_from_both_languages(number):
    words = chinese_words(number)
    assert sure(f"計劃惠及{words}名學生。", "zh-hant") >= {number}
    assert sure(f"計劃惠及 {number:,} 名學生。", "zh-hant") == {number}
    assert sure(f"The programme serves {number:,} students.", "en") == {number}
    assert number in {
        m.values[0] for m in quantities(f"It serves {english_words(number)} students.", "en")
    }


@given(st.integers(3, 9999).map(lambda tenths: Fraction(tenths, 10)))
def test_a_percentage_is_read_from_both_languages(share):
    digits = f"{float(share):g}"
    for text, language in (
        (f"佔{digits}%的人", "zh-hant"),
        (f"佔百分之{digits}的人", "zh-hant"),
        (f"some {digits}% of them", "en"),
        (f"some {digits} per cent of them", "en"),
    ):
        [one] = [m for m in quantities(text, language) if m.weight == FIRM]
        assert (one.kind, one.values[0]) == ("share", share)


@pytest.mark.parametrize("words", ["七八十", "三四", "數百", "幾千", "十四五"])
def test_what_says_no_certain_number_is_none(words):
    assert sure(f"約{words}名學生", "zh-hant") == set()


@given(st.text(), st.sampled_from(["zh-hant", "en"]))
def test_no_text_is_too_strange_and_every_mention_is_in_it_letter_for_letter(text, language):
    for read in (quantities, days, times, weekdays):
        for mention in read(text, language):
            assert text[mention.start : mention.end] == mention.words
    for mention in addresses(text):
        assert text[mention.start : mention.end] == mention.words


NEAR = st.text(
    alphabet="0123456789０９,.，：:/-–（()）%年月日時分季至及、百千萬億十一二三四五成折分之半個點元港HKUS$£ 星期週 amp.Mayto,MonQFY@www.exampl/",
    max_size=60,
)


@given(NEAR, st.sampled_from(["zh-hant", "en"]))
def test_nor_one_that_is_nearly_a_number(text, language):
    test_no_text_is_too_strange_and_every_mention_is_in_it_letter_for_letter.hypothesis.inner_test(
        text, language
    )


@pytest.mark.parametrize("part", ["1", "一", "萬", "1,234", "4, ", "4、", "\n", "five ", "百分之"])
@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_endless_numerals_raise_nothing(part, language):
    text = part * 5000
    for read in (quantities, days, times, weekdays):
        read(text, language)
    addresses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("電話：2345 6789／2345 6780", ["2345 6789", "2345 6780"]),
        ("Call +852 2345 6789 ext. 12.", ["+852 2345 6789 ext. 12"]),
        ("in 2015-2016 and 2019 2020", []),
        ("12,345,678 people", []),
        ("www.cape.example/a_b.pdf.", ["www.cape.example/a_b.pdf"]),
        ("(see cape.example)", ["cape.example"]),
        ("詳情：https://cape.example/計劃。", ["https://cape.example/計劃"]),
        ("寫信到a.b@cape.example或致電", ["a.b@cape.example"]),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(text, expected):
    assert [mention.words for mention in addresses(text)] == expected
