"""``manage.py preflight``: a draft, or files that nobody stored."""

import json

import pytest
from django.core.management import CommandError, call_command

from releases.models import Release

from ..factories import document, draft
from .test_acknowledging import SLIP, with_address, with_words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def findings(capsys, *args):
    call_command("preflight", *args, "--json")
    return json.loads(capsys.readouterr().out)["findings"]


def test_a_draft_is_read_by_its_address(capsys):
    draft(with_words(SLIP))
    [found] = findings(capsys, "park-and-polestar-sign")
    assert (found["id"], found["level"], found["excerpt"]) == (
        "english.doubled",
        "warning",
        "the the",
    )
    assert (found["part"], found["field"], found["language"]) == ("p1", "html", "en")
    assert found["message"]
    assert found["hint"]


def test_without_json_every_finding_is_a_place_a_sentence_and_what_to_do(capsys):
    draft(with_words(SLIP))
    call_command("preflight", "park-and-polestar-sign")
    place, message, _hint, _blank, summary = capsys.readouterr().out.splitlines()
    assert place == "Paragraph 1 · English · Warning [english.doubled]"
    assert "the the" in message
    assert summary.startswith("0 errors, 1 warning, 0 notes in ")


def test_a_release_without_slips_says_so(capsys):
    draft(document())
    call_command("preflight", "park-and-polestar-sign")
    assert capsys.readouterr().out.startswith("0 errors, 0 warnings, 0 notes in ")


def test_an_error_ends_with_code_1(capsys):
    draft(with_address("carol@cape.example/"))
    with pytest.raises(SystemExit) as ended:
        call_command("preflight", "park-and-polestar-sign")
    assert ended.value.code == 1
    assert "contacts.email" in capsys.readouterr().out


ZH = """海角創新園開設實驗室

（香港，2026年5月4日）— 海角創新園今日宣布，佔地三千平方呎的實驗室落成，供初創企業租用，首批租戶包括十二間公司。

園方表示，實驗室每日開放，租戶可以使用大型儀器。

- 完 -
"""
EN = """Cape Innovation Park opens a laboratory

(HONG KONG, 4 May 2026) – Cape Innovation Park announced today that a laboratory of 3,000 square feet is complete. Start-ups can rent it; the first tenants are twelve companies.

The park said that the the laboratory opens every day and that tenants may use its large instruments.

- End -
"""


def test_two_files_are_the_languages_of_one_release_and_nothing_is_stored(tmp_path, capsys):
    (tmp_path / "zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    found = findings(capsys, "--file", str(tmp_path / "zh.txt"), "--file", str(tmp_path / "en.txt"))
    assert [f["excerpt"] for f in found if f["id"] == "english.doubled"] == ["the the"]
    assert not Release.objects.exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Give the address"),
        (["a-release", "--file", "a.txt"], "Give the address"),
        (["a-release"], "There is no release “a-release”"),
        (["--file", "nowhere.txt"], "There is no file “nowhere.txt”"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line_and_code_2(args, said):
    with pytest.raises(CommandError, match=said) as refusal:
        call_command("preflight", *args)
    assert refusal.value.returncode == 2
