"""The repository itself: locks, templates, translations, groups, and the harness of these tests."""

import importlib
import json
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import polib
import pytest
import pytest_socket
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.template import engines
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from releases.management.commands import print_roles
from releases.models import Edition
from releases.role_names import PRESS_CHIEF, ROLES
from releases.roles import rights_of

from . import factories
from .admin import guide_pictures

BASE_DIR = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())
RUNTIME = PROJECT["project"]["dependencies"]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
TEMPLATES = sorted((BASE_DIR / "templates").rglob("*.*"))
CATALOGUES = sorted((BASE_DIR / "locale").rglob("*.po"))


def locked(name):
    """Each package that a lock names, with its version and the lines that follow it."""
    text = (BASE_DIR / name).read_text()
    found = re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==([^\s;]+)(.*(?:\n    .*)*)", text, re.MULTILINE)
    return {canonicalize_name(package): (version, rest) for package, version, rest in found}


def asked_for_by(name):
    """The packages that a lock says the project itself asks for."""
    return {package for package, (_version, rest) in locked(name).items() if "newsroom (" in rest}


# The locks


@pytest.mark.parametrize("name", [*LOCKS, "package-lock.json"])
def test_a_lock_holds_no_address(name):
    assert "://" not in (BASE_DIR / name).read_text()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_its_hashes(name):
    assert [p for p, (_version, rest) in locked(name).items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize(
    ("name", "wanted"), [(LOCKS[0], RUNTIME), (LOCKS[1], RUNTIME + DEVELOPMENT)]
)
def test_a_lock_holds_what_the_project_asks_for(name, wanted):
    requirements = [Requirement(text) for text in wanted]
    packages = locked(name)

    for requirement in requirements:
        version, _rest = packages[canonicalize_name(requirement.name)]
        assert version in requirement.specifier, requirement
    assert asked_for_by(name) == {canonicalize_name(r.name) for r in requirements}


def test_every_locked_instrument_has_its_hash_and_the_version_that_is_asked_for():
    packages = json.loads((BASE_DIR / "package-lock.json").read_text())["packages"]
    asked_for = json.loads((BASE_DIR / "package.json").read_text())["devDependencies"]

    assert [path for path, package in packages.items() if path and "integrity" not in package] == []
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked_for} == asked_for


def test_both_locks_agree():
    runtime, development = (locked(name) for name in LOCKS)
    assert {p: v for p, (v, _rest) in runtime.items()}.items() <= {
        p: v for p, (v, _rest) in development.items()
    }.items()


def test_every_dependency_has_its_reason():
    text = (BASE_DIR / "pyproject.toml").read_text()
    for requirement in RUNTIME + DEVELOPMENT:
        assert re.search(rf'"{re.escape(requirement)}", +# \w', text), requirement


# Templates and translations


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(BASE_DIR)))
def test_every_template_compiles(path):
    engine = "jinja2" if path.is_relative_to(BASE_DIR / "templates" / "site") else "django"
    engines[engine].from_string(path.read_text(encoding="utf-8"))


def test_no_public_template_takes_words_for_markup():
    """Nothing is marked as safe but a phrase of ours, before what it says is put into it and escaped."""
    assert engines["jinja2"].env.autoescape is True
    site = [path for path in TEMPLATES if path.is_relative_to(BASE_DIR / "templates" / "site")]
    assert site
    for path in site:
        text = path.read_text(encoding="utf-8")
        rest = re.sub(r"""_\((['"])(?:(?!\1).)*\1\)\|safe\|format\(""", "", text)
        assert not re.search(r"\|\s*safe\b|autoescape|Markup", rest), path


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: str(p.relative_to(BASE_DIR)))
def test_a_compiled_translation_is_in_step_with_its_source(path):
    source = polib.pofile(str(path))
    compiled = polib.mofile(str(path.with_suffix(".mo")))

    def words(catalogue):
        return {
            (entry.msgctxt, entry.msgid): (entry.msgstr, tuple(entry.msgstr_plural.items()))
            for entry in catalogue.translated_entries()
        }

    assert words(compiled) == words(source), "Run: make messages"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: str(p.relative_to(BASE_DIR)))
def test_a_translation_is_whole(path):
    catalogue = polib.pofile(str(path))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


# Migrations, and what migrating makes


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_group_has_the_permissions_of_its_role_and_no_others(role):
    group = Group.objects.get(name=role)
    assert rights(group) == rights_of(role)

    group.permissions.set(Permission.objects.filter(codename="delete_session"))
    call_command("migrate", verbosity=0)

    assert rights(group) == rights_of(role)


@pytest.mark.django_db
def test_every_right_of_the_table_is_a_permission_that_exists():
    held = {right for role in ROLES for right in rights_of(role)}
    assert held <= {
        f"{p.content_type.app_label}.{p.codename}"
        for p in Permission.objects.select_related("content_type")
    }


@pytest.mark.django_db
def test_press_officers_of_an_older_newsroom_are_press_chiefs():
    Group.objects.filter(name=PRESS_CHIEF).update(name="Press officers")
    member = factories.press_officer(may_publish=False)
    member.groups.add(Group.objects.get(name="Press officers"))

    importlib.import_module("newsroom.migrations.0002_press_chiefs").rename(
        apps, connection.schema_editor()
    )

    assert member.has_perm("releases.publish_release")
    assert list(member.groups.values_list("name", flat=True)) == [PRESS_CHIEF]


def test_the_printed_table_of_roles_is_the_table():
    assert print_roles.PATH.read_text() == print_roles.text(), "manage.py print_roles"


def rights(group):
    return {
        f"{p.content_type.app_label}.{p.codename}"
        for p in group.permissions.select_related("content_type")
    }


# The editors' guide

GUIDE = {code: BASE_DIR / f"docs/editors-guide/{code}.md" for code in ("en", "zh-hant")}
LINK = re.compile(r"\[[^]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def headings(text):
    """The marks and numbers of the headings: what is the same in every language."""
    return re.findall(r"^(#+ (?:\d+\. )?)\S", text, re.MULTILINE)


def pictures_of(text, language):
    found = re.findall(r"!\[[^]]+\]\(\.\./images/guide/([\w-]+)\.webp\)", text)
    return [name.removesuffix(f"-{language}") for name in found]


def test_the_guide_has_the_same_chapters_and_pictures_in_both_languages():
    (english, chinese) = (
        (headings(text), pictures_of(text, code))
        for code, text in ((code, path.read_text()) for code, path in GUIDE.items())
    )
    assert len(english[0]) > 30
    assert english == chinese


@pytest.mark.parametrize("code", GUIDE)
def test_every_picture_and_file_that_the_guide_names_is_there(code):
    path = GUIDE[code]
    named = [name for name in LINK.findall(path.read_text()) if "://" not in name]
    assert [name for name in named if not (path.parent / name).is_file()] == []


@pytest.mark.parametrize("code", GUIDE)
def test_the_contents_of_the_guide_lead_to_its_chapters(code):
    text = GUIDE[code].read_text()
    chapters = re.findall(r"^## (.+)$", text, re.MULTILINE)
    anchors = ["#" + re.sub(r"[^\w -]", "", title).replace(" ", "-").lower() for title in chapters]
    assert re.findall(r"^\d+\. \[[^]]+\]\((#[^)]+)\)$", text, re.MULTILINE) == anchors


def test_no_picture_of_the_guide_is_left_over_or_too_large():
    stored = {path.stem: path.stat().st_size for path in (BASE_DIR / "docs/images/guide").iterdir()}
    named = {
        f"{name}-{code}"
        for code, path in GUIDE.items()
        for name in pictures_of(path.read_text(), code)
    }
    assert stored.keys() == named
    assert [name for name, size in stored.items() if size > guide_pictures.MOST_BYTES] == []


# The harness


@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_may_leave_an_edition_behind():
    factories.published()
    assert Edition.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_after_it_the_database_is_empty_and_still_refuses_to_change_an_edition():
    assert not Edition.objects.exists()
    factories.published()

    for statement in ("DELETE FROM releases_edition", "UPDATE releases_edition SET number = 2"):
        with (
            pytest.raises(DatabaseError, match="never changes"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_no_test_reaches_another_machine():
    with (
        socket.socket() as outside,
        pytest.raises(pytest_socket.SocketConnectBlockedError),
        pytest.warns(UserWarning, match="tried to use"),
    ):
        outside.connect(("192.0.2.1", 80))


def test_a_test_reaches_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_tests_do_not_see_the_environment_of_the_developer(tmp_path):
    """A variable that would stop the newsroom does not stop its tests."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--collect-only", "tests/test_settings.py"],
        cwd=BASE_DIR,
        env={"PATH": "", "SECRET_KEY": "short", "HTTPS": "maybe", "DATABASE_URL": "nonsense"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
