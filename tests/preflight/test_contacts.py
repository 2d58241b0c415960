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
    assert found("contacts.email-printed", stands, hints=hints) == ["carol@cape.example"]
    assert found("contacts.email-printed", contact(emails=["c@cape.example"]), hints=hints) == []
