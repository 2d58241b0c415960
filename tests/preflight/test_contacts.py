"""Media contacts: addresses and numbers that reach somebody."""

import pytest

from releases.document import schema
from releases.preflight import Hint

from .cases import found, release


def contact(**fields):
    return release(media_contacts=[schema.MediaContact(key="mc1", **fields)])


@pytest.mark.parametrize(
    "address", ["carol@cape.example/", "carol@cape", "carol.cape.example", "carol@@cape.example"]
)
def test_an_address_that_nobody_can_write_to_is_found(address):
    assert found("contacts.email", contact(emails=["a@b.example", address])) == [address]


def test_an_address_that_the_source_printed_malformed_is_said_as_long_as_it_stands():
    hints = (Hint("contacts.email", "mc1", "carol@cape.example/"),)
    stands = contact(emails=["carol@cape.example"])
    assert found("contacts.email-printed", stands, hints=hints) == ["carol@cape.example/"]
    assert found("contacts.email-printed", contact(emails=["c@cape.example"]), hints=hints) == []


def phone(number, extension=""):
    return contact(phones=[schema.Phone(number=number, extension=extension)])


@pytest.mark.parametrize(
    ("printed", "number", "extension"),
    [
        ("2555 0123", "+85225550123", ""),
        ("２５５５－０１２３", "+85225550123", ""),
        ("(020) 7946 0000", "+442079460000", ""),
        ("2555 0123 內線 7", "+85225550123", "7"),
        ("2555 0127", "+85225550127", "7"),
    ],
)
def test_a_country_code_that_the_source_did_not_print_is_said(printed, number, extension):
    hints = (Hint("contacts.phone-country", "mc1", printed),)
    assert found("contacts.phone-country", phone(number, extension), hints=hints) == [printed]


@pytest.mark.parametrize("number", ["+85225550124", "+85236001234"])
def test_of_a_number_that_was_changed_nothing_is_said(number):
    hints = (Hint("contacts.phone-country", "mc1", "2555 0123"),)
    assert found("contacts.phone-country", phone(number), hints=hints) == []


def test_a_number_that_both_languages_print_is_said_once():
    hints = tuple(
        Hint("contacts.phone-country", "mc1", printed)
        for printed in ("2555 0123", "2555 0123", "2555-0123")
    )
    assert found("contacts.phone-country", phone("+85225550123"), hints=hints) == ["2555 0123"]


def test_hints_of_another_kind_or_of_a_contact_that_is_gone_say_nothing():
    hints = (
        Hint("contacts.email", "mc1", "2555 0123"),
        Hint("contacts.phone-country", "mc9", "2555 0123"),
    )
    assert found("contacts.phone-country", phone("+85225550123"), hints=hints) == []


@pytest.mark.parametrize(
    "number",
    [
        "+8522555012",
        "+852255501234",
        "+86138001380",
        "+861380013800",
        "+86138001380001",
        "+86106555123",
        "+656123456",
        "+65612345678",
        "+44207946000",
        "+1212555012",
        "+12125550123456",
        "+8532877123",
        "+99912345678",
        "+8521",
    ],
)
def test_a_number_with_a_digit_too_few_or_too_many_is_found(number):
    assert found("contacts.phone-length", phone(number)) == [number]


@pytest.mark.parametrize(
    "number",
    [
        "+85225550123",
        "+85298765432",
        "+852800123456",
        "+8613800138000",
        "+861065551234",
        "+8675588881234",
        "+6561234567",
        "+442079460000",
        "+447700900123",
        "+12125550123",
        "+85328771234",
        "+81312345678",
        "+61291234567",
        # Ranges that are not known to be in use.
        "+85255501234",
        "+85212345678",
    ],
)
def test_a_number_of_the_right_length_is_left_alone(number):
    assert found("contacts.phone-length", phone(number)) == []


PARK = schema.Organisation(
    key="org1",
    name={"zh-hant": "海角創新園", "en": "Cape Innovation Park"},
    short_name={"zh-hant": "創新園", "en": "the Park"},
)
POLESTAR = schema.Organisation(
    key="org2",
    role="partner",
    name={"zh-hant": "北極星生物科技有限公司", "en": "Polestar Biosciences Limited"},
    short_name={"zh-hant": "北極星", "en": "Polestar"},
)


def joint(*contacts, organisations=(PARK, POLESTAR)):
    return release(
        organisations=list(organisations),
        media_contacts=[
            schema.MediaContact(key=f"mc{number}", **fields)
            for number, fields in enumerate(contacts, start=1)
        ],
    )


OF_THE_PARK = {"organisation": {"en": "Cape Innovation Park"}}


def test_an_organisation_that_nobody_answers_for_is_found():
    assert found("contacts.none", joint(OF_THE_PARK)) == ["北極星生物科技有限公司"]
    assert found("contacts.none", joint({"organisation": {"zh-hant": "北極星"}})) == ["海角創新園"]
    assert found("contacts.none", joint()) == ["海角創新園"]


def test_it_is_said_of_a_name_in_a_language_that_goes_out():
    document = schema.replace(joint(OF_THE_PARK), languages=["en"])
    assert found("contacts.none", document) == ["Polestar Biosciences Limited"]


def test_an_agency_on_behalf_of_one_organisation_does_not_answer_for_the_other():
    agency = {"organisation": {"en": "Peak PR"}, "on_behalf_of": {"en": "Cape Innovation Park"}}
    assert found("contacts.none", joint(agency)) == ["北極星生物科技有限公司"]


@pytest.mark.parametrize(
    "second",
    [
        {"organisation": {"en": "Polestar Biosciences Limited"}},
        {"organisation": {"en": "Polestar Biosciences"}},
        {"organisation": {"en": "POLESTAR, Corporate Communications"}},
        {"organisation": {"zh-hant": "北極星企業傳訊部"}},
        {"organisation": {"zh-hant": "北極星生物科技 有限公司"}},
        {"organisation": {"en": "Peak PR"}, "on_behalf_of": {"en": "Polestar"}},
        # Agencies, and contacts of whom it is not said for whom they speak.
        {"organisation": {"en": "Peak PR"}},
        {"organisation": {"en": "Peak PR"}, "on_behalf_of": {"en": "the organisers"}},
        {"name": {"en": "Carol Wong"}},
        {},
    ],
)
def test_whoever_may_answer_for_an_organisation_does(second):
    assert found("contacts.none", joint(OF_THE_PARK, second)) == []


def test_a_name_that_only_its_release_understands_is_not_looked_for_in_longer_ones():
    other = {"organisation": {"zh-hant": "海角大學", "en": "The Park Hotel"}}
    issuing = [
        PARK,
        schema.Organisation(
            key="org3",
            name={"zh-hant": "霽山大學", "en": "Tsai Shan University"},
            short_name={"zh-hant": "大學", "en": "the University"},
        ),
        schema.Organisation(key="org4", name={"zh-hant": "海角大學"}),
    ]
    document = joint(other, organisations=issuing)
    assert found("contacts.none", document) == ["海角創新園", "霽山大學"]


def test_a_word_within_another_word_is_no_name():
    other = {
        "organisation": {"en": "Cape Innovation Park"},
        "on_behalf_of": {"en": "Polestars Club"},
    }
    assert found("contacts.none", joint(other)) == ["北極星生物科技有限公司"]


def test_without_issuing_organisations_nobody_is_missed():
    assert found("contacts.none", release()) == []
    nameless = schema.Organisation(key="org1")
    assert found("contacts.none", joint(organisations=[nameless])) == []


@pytest.mark.parametrize(
    ("presented", "excerpts"),
    [
        (["海角創新園"], []),
        (["海角創新園", "北極星"], ["北極星生物科技有限公司"]),
        ([], ["北極星生物科技有限公司"]),
    ],
)
def test_a_partner_that_does_not_present_itself_needs_no_contact(presented, excerpts):
    boilerplates = [
        schema.Boilerplate(key=f"b{number}", organisation={"zh-hant": name})
        for number, name in enumerate(presented)
    ]
    document = schema.replace(joint(OF_THE_PARK), boilerplates=boilerplates)
    assert found("contacts.none", document) == excerpts


def test_releases_of_a_government_department_print_no_contact():
    department = schema.Organisation(key="org1", name={"zh-hant": "海角供水署"})
    assert found("contacts.none", joint(organisations=[department, POLESTAR])) == []
    answered = joint({"organisation": {"zh-hant": "北極星"}}, organisations=[department, POLESTAR])
    assert found("contacts.none", answered) == ["海角供水署"]
