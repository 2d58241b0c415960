"""The processes of ``stack``, each test with its own."""

import os
import shutil
import subprocess
import sys

import pytest

from .stack import ROOT, Place, Stack


@pytest.fixture(scope="session")
def collected():
    """Static files, collected once for all places."""
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"],
        cwd=ROOT,
        check=True,
    )


@pytest.fixture(scope="session")
def new_place(tmp_path_factory, collected):
    """Make places; they are gone with the tests."""
    places = []

    def new():
        place = Place(tmp_path_factory.mktemp("o") / "place")
        places.append(place)
        return place

    yield new
    for place in places:
        place.destroy()


@pytest.fixture(scope="session")
def nginx():
    if not shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"):
        pytest.skip("no nginx: apt-get install nginx-light")


@pytest.fixture
def new_stack(new_place):
    stacks = []

    def new(place):
        stack = Stack(place)
        stacks.append(stack)
        return stack

    yield new
    for stack in stacks:
        stack.end()
