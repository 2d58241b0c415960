"""Reading in a process of its own: bounded, and answered in the user's language."""

import pytest
from django.utils import translation

from releases.importing import File, ImportRefused, apart

from .helpers import import_plain_text, source

RELEASE = File("agreed.txt", source("corporate_en").encode())


def test_what_is_read_apart_is_what_is_read_here():
    assert apart.read([RELEASE]) == import_plain_text(RELEASE.data)


def test_notes_and_refusals_speak_the_language_of_who_asks():
    with translation.override("zh-hant"):
        assert any(
            "媒" in note.message or "語" in note.message for note in apart.read([RELEASE]).notes
        )
        with pytest.raises(ImportRefused, match="[\u4e00-\u9fff]"):
            apart.read([File("release.txt", b"")])


def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(ImportRefused, match="stopped after"):
        apart.read([RELEASE])


@pytest.mark.parametrize(
    "harm",
    [
        "bytearray(600 * 1024 * 1024)",
        "import resource, os; os.abort()",
        "raise RuntimeError('in a reader')",
    ],
)
def test_what_breaks_the_other_process_is_a_refusal_here(monkeypatch, harm):
    start = apart.START.replace(
        "apart.main()",
        f"from releases.importing import reader; reader.read = lambda files: exec({harm!r}); apart.main()",
    )
    monkeypatch.setattr(apart, "START", start)
    with pytest.raises(ImportRefused, match="more memory|damaged"):
        apart.read([RELEASE])
