"""The pictures of the documents: each is there, small, and shown somewhere."""

import re

from ..conftest import BASE_DIR
from .pictures import FOLDER, MOST_BYTES, SHEETS

DOCUMENTS = [BASE_DIR / "README.md", *(BASE_DIR / "docs").rglob("*.md")]


def test_the_pictures_are_those_that_make_pictures_takes():
    assert {path.name for path in FOLDER.glob("*.webp")} == set(SHEETS)


def test_a_picture_is_small():
    assert {
        p.name: p.stat().st_size for p in FOLDER.rglob("*.webp") if p.stat().st_size > MOST_BYTES
    } == {}


def test_a_picture_that_a_document_shows_is_there():
    for document in DOCUMENTS:
        for target in re.findall(r"!\[[^]]*\]\(([^)]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).is_file(), f"{document.name}: {target}"
