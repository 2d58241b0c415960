"""Media contacts in every layout: in one line, in a sentence, with labels and without."""

import json

import pytest

from releases.importing import corrections

from .helpers import import_plain_text, words

TOP = "Kestrel launches a service\n\nHONG KONG, 1 May 2026 – Kestrel Limited today announced a new service for ports."
TOP_ZH = (
    "新渡輪啟航\n\n（香港，2026年5月1日）青港航運集團今日宣布推出新服務，為遠洋船隻提供潔淨能源。"
)


def contacts(text: str) -> list[tuple]:
    top = TOP_ZH if "查詢" in text or "聯絡" in text else TOP
    document = import_plain_text(f"{top}\n\n{text}".encode()).document
    return [
        (words(c.organisation), words(c.name), [p.number for p in c.phones], c.emails)
        for c in document.media_contacts
    ]


ONE = ["+85223456789"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("傳媒查詢：請致電 2345 6789 與陳小姐聯絡", [("", "陳小姐", ONE, [])]),
        (
            "如有任何傳媒查詢，請致電 2345 6789 或電郵至 a@b.hk 與陳小姐聯絡。",
            [("", "陳小姐", ONE, ["a@b.hk"])],
        ),
        (
            "For media enquiries, please call 2345 6789 and ask for Mary Chan.",
            [("", "Mary Chan", ONE, [])],
        ),
        (
            "傳媒查詢，請聯絡青港航運集團企業傳訊部陳美玲（電話：2345 6789 / 電郵：a@b.hk）。",
            [("青港航運集團企業傳訊部", "陳美玲", ONE, ["a@b.hk"])],
        ),
    ],
)
def test_a_sentence_is_one_contact(text, expected):
    assert contacts(text) == expected


@pytest.mark.parametrize(
    ("line", "organisation", "name"),
    [
        ("青港水務：姚靜雯（電話：2345 6789；電郵：a@b.hk）", "青港水務", "姚靜雯"),
        ("DeltaKade：Tom Bakker（電話：2345 6789；電郵：a@b.hk）", "DeltaKade", "Tom Bakker"),
        ("青港醫療品牌部　孟瑤　手機：2345 6789　電郵：a@b.hk", "青港醫療品牌部", "孟瑤"),
        ("青港航運集團　陳小姐　電話：2345 6789　電郵：a@b.hk", "青港航運集團", "陳小姐"),
    ],
)
def test_organisation_and_name_share_a_chinese_line(line, organisation, name):
    assert contacts(f"傳媒查詢：\n{line}") == [(organisation, name, ONE, ["a@b.hk"])]


@pytest.mark.parametrize(
    ("line", "organisation", "name"),
    [
        (
            "Bourse de Verre: Camille Rochat, +852 2345 6789, a@b.hk",
            "Bourse de Verre",
            "Camille Rochat",
        ),
        ("Media: Fenwick Communications, +852 2345 6789, a@b.hk", "Fenwick Communications", ""),
        ("Mary Chan (Acme Limited) – a@b.hk – +852 2345 6789", "Acme Limited", "Mary Chan"),
        ("Mary Chan, Acme Limited, +852 2345 6789, a@b.hk", "Acme Limited", "Mary Chan"),
    ],
)
def test_organisation_and_name_share_an_english_line(line, organisation, name):
    assert contacts(f"Media contacts:\n{line}") == [(organisation, name, ONE, ["a@b.hk"])]


@pytest.mark.parametrize(
    ("lines", "organisation", "name"),
    [
        (
            "Mary Chan\nCommunications Manager\nAcme Limited\nT +852 2345 6789\nE a@b.hk\nW www.acme.example",
            "Acme Limited",
            "Mary Chan",
        ),
        (
            "Acme Limited\nMichelle Kwan (Ms)\nTel: 2345 6789\nEmail: a@b.hk",
            "Acme Limited",
            "Michelle Kwan (Ms)",
        ),
        (
            "Ms Rosalind Kwok\nCommunications Manager, Fair Harbour Trust\nTel: 2345 6789\nEmail: a@b.hk",
            "Fair Harbour Trust",
            "Ms Rosalind Kwok",
        ),
        (
            "Rosalind Kwok\nSenior Manager, Communications and Public Affairs Office\nTel: 2345 6789\nEmail: a@b.hk",
            "Communications and Public Affairs Office",
            "Rosalind Kwok",
        ),
    ],
)
def test_lines_of_an_english_contact_belong_together(lines, organisation, name):
    assert contacts(f"Media contact:\n{lines}") == [(organisation, name, ONE, ["a@b.hk"])]


@pytest.mark.parametrize(
    ("lines", "organisation", "name"),
    [
        (
            "公司名稱：青港航運集團\n聯絡人：陳美玲\n電話號碼：2345 6789\n電郵地址：a@b.hk\n網址：www.b.hk",
            "青港航運集團",
            "陳美玲",
        ),
        ("陳美玲\n青港航運集團企業傳訊主任\n2345 6789\na@b.hk", "青港航運集團", "陳美玲"),
        (
            "青港航運集團\n陳美玲 Mary Chan\nTel: 2345 6789\nEmail: a@b.hk",
            "青港航運集團",
            "陳美玲 Mary Chan",
        ),
    ],
)
def test_lines_of_a_chinese_contact_belong_together(lines, organisation, name):
    assert contacts(f"投資者及傳媒查詢\n{lines}") == [(organisation, name, ONE, ["a@b.hk"])]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("T: 01665 550 142", "+441665550142"),
        ("M: 07700 900 118", "+447700900118"),
        ("T: 020 7946 0000", "+442079460000"),
    ],
)
def test_british_numbers_are_known_by_their_form(number, expected):
    assert contacts(f"Media contact:\nAcme Limited\nJosie Hart\n{number}\nE: j@acme.example") == [
        ("Acme Limited", "Josie Hart", [expected], ["j@acme.example"])
    ]


def test_a_page_that_ends_within_a_contact_does_not_divide_it():
    text = "Media contact:\nMs Rosalind Kwok\nManager, Fair Harbour Trust\nPhone: 2345 6789\n\n\n1\n\n\n\nFair Harbour Trust\n\na@b.hk\n\n\n2\n"
    assert contacts(text) == [("Fair Harbour Trust", "Ms Rosalind Kwok", ONE, ["a@b.hk"])]


def hints(text: str) -> list[tuple]:
    imported = import_plain_text(text.encode())
    kept = corrections.from_json(json.loads(json.dumps(corrections.to_json(imported))))
    assert kept.notes == imported.notes
    assert [n.to_json()["hint"] for n in kept.notes] == [n.hint for n in imported.notes]
    return [(n.part, n.hint, n.source) for n in kept.notes if n.hint]


def test_what_was_printed_otherwise_is_a_hint_that_is_kept_with_a_review():
    contact = "Media contact:\nAcme Limited\nMary Chan\nTel: {}\nEmail: {}\nb@acme.example"
    assert hints(f"{TOP}\n\n{contact.format('23456789 / 23456780', 'a@acme.example/')}") == [
        ("mc1", "contacts.phone-country", "23456789"),
        ("mc1", "contacts.phone-country", "23456780"),
        ("mc1", "contacts.email", "a@acme.example/"),
    ]
    assert hints(f"{TOP}\n\n{contact.format('(852) 2345 6789', 'a@acme.example;')}") == [
        ("mc1", "contacts.email", "a@acme.example;")
    ]
    assert not hints(f"{TOP}\n\n{contact.format('+852 2345 6789', 'a@acme.example')}")


def test_a_slash_between_two_addresses_divides_them():
    text = "Media contact:\nAcme Limited\nTel: +852 2345 6789\na@acme.example/b@acme.example"
    assert contacts(text)[0][3] == ["a@acme.example", "b@acme.example"]
    assert not hints(f"{TOP}\n\n{text}")


def test_a_number_that_both_languages_print_without_its_country_is_one_hint():
    text = (
        f"{TOP_ZH}\n\n傳媒查詢：\n青港航運集團\n陳美玲\n電話：23456789／23456780\n電郵：a@b.hk\n\n"
        f"{TOP}\n\nMedia contact:\nKestrel Limited\nMary Chan\nTel: 2345 6789 / 23456781\nEmail: a@b.hk"
    )
    assert hints(text) == [
        ("mc1", "contacts.phone-country", "23456789"),
        ("mc1", "contacts.phone-country", "23456780"),
        ("mc1", "contacts.phone-country", "23456781"),
    ]


@pytest.mark.parametrize("hours", ["24小時", "二十四小時", "辦公時間", "24 小時"])
def test_the_hours_behind_a_number_are_no_contact(hours):
    text = f"傳媒查詢\n青港航運集團\n電話：2345 6789（{hours}）\n青港水務\n姚靜雯\n電話：2345 6780"
    assert contacts(text) == [
        ("青港航運集團", "", ONE, []),
        ("青港水務", "姚靜雯", ["+85223456780"], []),
    ]


def test_the_end_of_a_word_is_no_label_of_a_number():
    assert contacts("Media contacts:\nAldora Hotel: Mary Chan, +852 2345 6789, a@b.hk") == [
        ("Aldora Hotel", "Mary Chan", ONE, ["a@b.hk"])
    ]
