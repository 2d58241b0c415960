"""What the checks of records find in the release that the product was made from."""

from pathlib import Path

import pytest

from releases.importing import File, apart
from releases.preflight import Hint, Standing, run

SEED = Path(__file__).parents[3] / "shared" / "seed"
FILES = sorted(SEED.glob("*.txt"))
pytestmark = pytest.mark.skipif(not FILES, reason="The example release is not beside this checkout")

FAMILIES = ("contacts", "pictures", "boilerplates", "languages")


def test_its_contacts_its_one_language_and_its_missing_pictures_are_found():
    imported = apart.read([File(FILES[0].name, FILES[0].read_bytes())])
    hints = tuple(Hint(note.hint, note.part, note.source) for note in imported.notes if note.hint)

    found = [
        (finding.id, finding.excerpt)
        for finding in run(imported.document, standing=Standing(hints=hints))
        if finding.id.startswith(FAMILIES)
    ]

    assert sorted(found) == [
        ("contacts.email-printed", "Sonia.Leung@edelman.com/"),
        ("contacts.phone-country", "2629 6891"),
        ("contacts.phone-country", "9811 3380"),
        ("languages.one-language", ""),
        *[("pictures.alt-missing", "")] * 4,
        *[("pictures.missing", "")] * 4,
    ]
