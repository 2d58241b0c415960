"""Lines that no release holds cost no time: they are cut before anything is looked for in them."""

import pytest

from releases.importing import ImportRefused, shapes
from releases.importing.plain_text import MAX_CHARACTERS, MAX_LINES
from releases.importing.structure import contact_lines, media_contacts, people
from releases.importing.structure.reading import Reading

from .helpers import import_plain_text

STRANGE = {
    "a heading of spaces": "Title\n\nAbout" + " " * 200_000 + "x\n",
    "one word": "A" * 250_000,
    "half an address": "Title\n\nMedia contact:\n" + "a." * 100_000 + "@",
    "a thousand numbers in one line": "題目\n\n傳媒查詢：\n" + "電話：2111 8123　" * 10_000,
    "dots": "Title\n\nText " + "." * 200_000 + " 5",
    "one word among the contacts": "Title\n\nMedia contact:\n" + "Aa" * 100_000,
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_lines_are_read_and_none_vanishes(text):
    imported = import_plain_text(text.encode())
    lines = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
    assert lines <= set(imported.files[0].places)


def test_no_heading_and_no_contact_is_looked_for_in_a_long_line():
    long = "About Acme " + "x" * shapes.LONGEST_HEADING
    assert shapes.heading(long) == ""
    assert shapes.about(long) is None
    assert not shapes.is_section_heading(long)
    assert not shapes.is_contact_line("Tel: 2345 6789 " + "x" * shapes.LONGEST_CONTACT_LINE)


def test_a_line_too_long_for_a_contact_is_left_over_whole():
    line = "電話：2111 8123　" * (media_contacts.LONGEST_LINE // 10)
    imported = import_plain_text(f"題目\n\n傳媒查詢：\n{line.strip()}".encode())
    assert not imported.document.media_contacts
    assert [note.source for note in imported.notes if "too long" in note.message] == [line.strip()]


def test_every_number_of_a_line_is_cut_out_once():
    line = "Tel: 2111 8123 / " * 50
    assert [kind for kind, _value in contact_lines.tokens(line)] == ["phone"] * 50


def test_an_address_has_an_end():
    assert shapes.EMAIL.search("a" * 500) is None
    assert shapes.EMAIL.search("x." * 300 + "y@acme.example").group().endswith("y@acme.example")


@pytest.mark.parametrize("data", [b"word " * (MAX_CHARACTERS // 5 + 1), b"a\n" * (MAX_LINES + 1)])
def test_a_text_longer_than_any_release_is_refused(data):
    with pytest.raises(ImportRefused, match="longer than any release"):
        import_plain_text(data)


def test_no_more_people_are_remembered_than_a_release_can_name():
    reading = Reading(language="en")
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Wong{a}{b} Chan, Director of Acme, spoke." for a in letters for b in letters]
    people.collect(reading, names)
    assert len(reading.people) == people.MOST
