"""``manage.py import_release``: what an operator sees."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from partners.models import Organisation
from releases.document import compose, from_json, schema
from releases.models import Release

from . import layouts
from .helpers import import_plain_text
from .test_pairing import SAMPLE

BILINGUAL = next(release for release in SAMPLE.values() if release.figures())

ROOT = Path(__file__).resolve().parents[2]
SEED = next(iter((ROOT.parent / "shared" / "seed").glob("*.txt")), None)
RELEASE = """\
Cape Park and Polestar join forces

HONG KONG, 4 May 2026 - Cape Innovation Park today signed a memorandum with Polestar Bio.

Dr Alice Chan, Chairman of Cape Innovation Park, said: "Today is a new step."

About Cape Innovation Park

Cape Innovation Park was founded in 2001. www.cape.example

Media contact
Cape Innovation Park
Carol Wong
Tel: +852 2555 0123
Email: carol@cape.example
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "agreed.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def run(*arguments, **variables):
    """The command as the operator runs it: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "manage.py", "import_release", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "LANG": "en_GB.UTF-8", **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.django_db
def test_two_word_files_become_a_draft_in_both_languages_with_their_pictures(tmp_path):
    names = []
    for language in ("zh-hant", "en"):
        path = tmp_path / f"{language}.docx"
        path.write_bytes(layouts.word(layouts.release(BILINGUAL, language), header=""))
        names.append(str(path))

    call_command("import_release", *names)

    document = compose(Release.objects.get())
    assert set(document.headline) == {"zh-hant", "en"}
    assert len(document.pictures()) == len(BILINGUAL.figures()) > 0


def test_json_prints_the_document_and_the_notes_and_needs_no_database(file):
    code, out, err = run(file, "--json")

    assert (code, err) == (0, "")
    printed = json.loads(out)
    document = from_json(printed["document"])
    assert document.headline == {"en": "Cape Park and Polestar join forces"}
    assert [quote.speaker.name["en"] for quote in document.quotes()] == ["Alice Chan"]
    assert all(note["kind"] and note["message"] for note in printed["notes"])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, "no file"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\f\n", "no text"),
        ("program.txt", b"MZ\x00\x01\x02\x03" + bytes(range(256)) * 20, ""),
        ("document.docx", b"PK\x03\x04" + bytes(range(256)) * 20, ""),
        ("wrong.txt", b"\x81\xff\xfe\x9d" * 99 + b"\xff", ""),
        ("huge.txt", b"x" * (50 * 1024 * 1024), ""),
    ],
)
def test_a_bad_file_gets_one_clear_line_and_exit_code_2(tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    code, out, err = run(path, "--json")

    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert words in err


def test_a_database_without_tables_is_said_in_one_line(file, tmp_path):
    code, out, err = run(file, DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3")

    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "manage.py migrate" in err


def test_a_folder_is_no_file(tmp_path):
    assert run(tmp_path, "--json")[0] == 2


@pytest.mark.django_db
def test_it_stores_a_draft_with_its_records(file, capsys):
    call_command("import_release", str(file))

    release = Release.objects.get()
    document = compose(release)
    assert document.languages == ["en"]
    assert Organisation.objects.get(name_en="Cape Innovation Park").boilerplates.exists()
    assert document.media_contacts[0].phones == [schema.Phone(number="+85225550123")]
    assert release.slug in capsys.readouterr().out
    assert "agreed.txt" in release.internal_notes


@pytest.mark.django_db
def test_a_dry_run_stores_nothing(file, capsys):
    call_command("import_release", str(file), "--dry-run")

    assert not Release.objects.exists()
    assert not Organisation.objects.exists()
    assert "Cape Park and Polestar join forces" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_refused_file_stores_nothing(tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("import_release", str(tmp_path / "missing.txt"))

    assert refused.value.returncode == 2
    assert not Release.objects.exists()


@pytest.mark.django_db
@pytest.mark.skipif(SEED is None, reason="the example document is not beside this repository")
def test_the_example_document_is_stored_and_composed_as_it_was_read():

    # A newsroom that derives Simplified Chinese does so for what it imports too.
    read = schema.replace(
        import_plain_text(SEED.read_bytes()).document, languages=["zh-hant", "zh-hans"]
    )
    call_command("import_release", str(SEED))

    stored = compose(Release.objects.get())

    def without_records(value):
        if isinstance(value, dict):
            return {k: without_records(v) for k, v in value.items() if k not in ("record", "slug")}
        return [without_records(item) for item in value] if isinstance(value, list) else value

    assert without_records(schema.to_json(stored)) == without_records(schema.to_json(read))
    assert all(o.record for o in stored.organisations)
    assert all(s.person.record for s in (*stored.signatories, *stored.witnesses))
