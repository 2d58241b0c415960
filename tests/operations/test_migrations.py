"""An upgrade migrates while the version before is still serving: it must be able to go on."""

import json
import subprocess
import sys

import pytest

from .migrating import reasons
from .stack import ROOT
from .test_backups import DIGESTS, FILL

# What nobody runs an older version of: the newest migration of each room when 0.1.0 comes out.
FIRST_VERSION = {
    "pictures": "0001",
    "partners": "0001",
    "media_contacts": "0001",
    "releases": "0009",
    "newsroom": "0001",
}


@pytest.mark.operations
def test_each_migration_applies_to_a_filled_newsroom_and_the_code_before_can_live_with_it(
    new_place,
):
    place = new_place()
    place.manage("migrate", "--verbosity", "0")
    place.do(FILL)
    digests = place.do(DIGESTS)

    run = subprocess.run(
        [sys.executable, "-m", "tests.operations.migrating"],
        cwd=ROOT,
        env=place.environment | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout.splitlines()[-1])

    later = {
        name: reasons
        for name, reasons in told.items()
        if name.split(".")[1][:4] > FIRST_VERSION[name.split(".")[0]]
    }
    assert {name: reasons for name, reasons in later.items() if reasons} == {}
    assert place.do(DIGESTS) == digests
    place.manage("rebuild_pages")
    assert "all sound" in place.manage("verify_editions").stdout
    assert place.manage("migrate", "--check").returncode == 0


BEFORE = {"t": {"id": True, "name": False}}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ({"t": {"id": True, "name": False}, "new": {"id": False}}, []),
        ({"t": {"id": True, "name": False, "note": True}}, []),
        ({"t": {"id": True, "name": True}}, []),
        ({}, ["t is gone"]),
        ({"t": {"id": True}}, ["t.name is gone"]),
        (
            {"t": {"id": True, "name": False, "note": False}},
            ["t.note is new, and has neither NULL nor a default of the database"],
        ),
        ({"t": {"id": False, "name": False}}, ["t.id must be given now"]),
    ],
)
def test_what_the_code_before_cannot_live_with_is_named(after, found):
    assert reasons(BEFORE, after) == found
