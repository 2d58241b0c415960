"""What preflight finds in the release that the product was made from: its slips, what a Chinese text file
cannot carry, and nothing else."""

from pathlib import Path

import pytest

from releases.importing import File, apart
from releases.preflight import Standing, hints_of, run

SEED = Path(__file__).parents[3] / "shared" / "seed"
FILES = sorted(SEED.glob("*.txt"))
pytestmark = pytest.mark.skipif(not FILES, reason="The example release is not beside this checkout")


@pytest.fixture(scope="module")
def findings():
    imported = apart.read([File(FILES[0].name, FILES[0].read_bytes())])
    return run(imported.document, standing=Standing(hints=hints_of(imported.notes)))


def test_its_slips_are_found_and_nothing_else(findings):
    found = sorted((finding.id, finding.excerpt[:12]) for finding in findings)
    assert found == [
        ("chinese.simplified", "内"),
        ("chinese.simplified", "吴"),
        ("chinese.simplified", "吴"),
        ("contacts.email-printed", "Sonia.Leung@"),
        ("contacts.phone-country", "2629 6891"),
        ("contacts.phone-country", "9811 3380"),
        ("languages.one-language", ""),
        *[("pictures.alt-missing", "")] * 4,
        *[("pictures.missing", "")] * 4,
        ("quotes.caption-missing", "阿斯利康植根香港超過三十"),
        ("signing.witnesses", "張曼莉"),
    ]


def test_the_two_witnesses_whom_only_a_caption_names_are_named(findings):
    [finding] = [f for f in findings if f.id == "signing.witnesses"]
    assert "張曼莉" in finding.message
    assert "劉思雅" in finding.message
    assert finding.place == ("fig1", "caption", "zh-hant")
