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
    ("harm", "message"),
    [
        ("bytearray(600 * 1024 * 1024)", "more memory"),
        ("import ctypes; ctypes.CDLL(None).abort()", "more memory"),  # as PDFium does without it
        ("import os; os.kill(os.getpid(), 9)", "more memory"),  # as the kernel does without it
        ("raise ImportError('libx.so: cannot allocate memory')", "more memory"),
        ("apart.ANSWER = 10", "more memory"),
        (
            "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass",
            "stopped after",
        ),
        ("import os; os.write(2, b'invalid pointer'); os.abort()", "damaged"),
        ("raise RuntimeError('in a reader')", "damaged"),
    ],
)
def test_what_breaks_the_other_process_is_a_refusal_here(monkeypatch, harm, message):
    start = apart.START.replace(
        "apart.main()",
        f"from releases.importing import reader; reader.read = lambda files: exec({harm!r}); apart.main()",
    )
    monkeypatch.setattr(apart, "START", start)
    with pytest.raises(ImportRefused, match=message):
        apart.read([RELEASE])
