"""Settings come from the environment; nonsense stops the start with a line that names the variable."""

import itertools
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
SETTINGS = BASE_DIR / "newsroom" / "settings.py"
KEY = "long-enough-long-enough-long-enough-1"
BUCKET = {
    "PICTURES_BUCKET": "b",
    "S3_ENDPOINT_URL": "https://s3.example.org",
    "S3_ACCESS_KEY": "a",
    "S3_SECRET_KEY": "s",
}

NONSENSE = [
    ("DEBUG", "maybe"),
    ("SECRET_KEY", None),
    ("SECRET_KEY", ""),
    ("SECRET_KEY", "short"),
    ("SECRET_KEY_FALLBACKS", f"{KEY},short"),
    ("ALLOWED_HOSTS", ""),
    ("ALLOWED_HOSTS", "*"),
    ("ALLOWED_HOSTS", "https://news.example.org"),
    ("ALLOWED_HOSTS", "news.example.org:8000"),
    ("LANGUAGES", ""),
    ("LANGUAGES", "zh-hant,fr"),
    ("LANGUAGES", "zh-hans"),
    ("LANGUAGES", "en,zh-hans"),
    ("LANGUAGES", "en,zh-hant,en"),
    ("DATABASE_URL", ""),
    ("DATABASE_URL", "mysql://db/newsroom"),
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "oracle9000://db/newsroom"),
    ("DATABASE_URL", "postgres://db.example.org"),
    ("DATABASE_URL", "postgres://db.example.org:port/newsroom"),
    ("DATABASE_URL", "postgres://db.example.org/newsroom?sslmode=maybe"),
    ("DATABASE_URL", "postgres://db.example.org/newsroom?sslmode=verify-full&sslrootcert=/none"),
    ("DATABASE_URL", "sqlite://:memory:"),
    ("DATABASE_URL", "sqlite:////no/such/folder/newsroom.sqlite3"),
    ("PICTURES_DIR", ""),
    ("PICTURES_DIR", str(SETTINGS)),
    ("PICTURES_ACCEL_PREFIX", "private-pictures"),
    ("PICTURES_ACCEL_PREFIX", "/private-pictures/"),
    ("PICTURES_BUCKET", ("S3_ACCESS_KEY", "a")),
    ("S3_ACCESS_KEY", {**BUCKET, "S3_ACCESS_KEY": ""}),
    ("S3_SECRET_KEY", {**BUCKET, "S3_SECRET_KEY": ""}),
    ("S3_ENDPOINT_URL", {**BUCKET, "S3_ENDPOINT_URL": ""}),
    ("S3_ENDPOINT_URL", {**BUCKET, "S3_ENDPOINT_URL": "s3.example.org"}),
    ("S3_REGION", {**BUCKET, "S3_REGION": "not a region"}),
    ("BACKUPS_DIR", ""),
    ("BACKUPS_DIR", str(SETTINGS)),
    ("EMAIL_URL", ""),
    ("EMAIL_URL", "mail.example.org"),
    ("EMAIL_URL", "http://mail.example.org"),
    ("EMAIL_FROM", "newsroom"),
    ("STATIC_ROOT", ""),
    ("STATIC_ROOT", str(SETTINGS)),
    ("TIME_ZONE", "Hong Kong"),
    ("PHONE_REGION", "Hong Kong"),
    ("TWO_STEP_ROLES", "operator,boss"),
    ("HTTPS", "yes please"),
    ("HSTS_SECONDS", "a year"),
    ("HSTS_SECONDS", "-1"),
    ("HSTS_SUBDOMAINS", "all"),
    ("BEHIND_PROXY", "nginx"),
    ("CSRF_TRUSTED_ORIGINS", "news.example.org"),
    ("LOG_LEVEL", "LOUD"),
    ("LOG_FORMAT", "xml"),
]


def environment(**variables):
    return {"PATH": os.environ["PATH"], "ENV_FILE": "", "SECRET_KEY": KEY, **variables}


def manage(*arguments, **variables):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=BASE_DIR,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def with_value(name, value):
    """``value`` is what the variable is set to, None to leave it out, or other variables."""
    variables = environment()
    match value:
        case None:
            del variables[name]
        case str():
            variables[name] = value
        case dict():
            variables |= value
        case (other, its_value):
            variables[other] = its_value
    return variables


def variables_read():
    return set(
        re.findall(r'read(?:_folder)?\(\s*(?:"\w+",\s*)?"([A-Z0-9_]+)"', SETTINGS.read_text())
    )


@pytest.fixture
def settings_with(monkeypatch):
    def run(variables):
        for name in list(os.environ):
            monkeypatch.delenv(name)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return run


def test_the_example_names_every_variable_that_is_read_and_no_other():
    example = (BASE_DIR / ".env.example").read_text()
    assert set(re.findall(r"^#?([A-Z][A-Z0-9_]*)=", example, re.MULTILINE)) == variables_read()


def test_the_example_explains_every_variable():
    lines = (BASE_DIR / ".env.example").read_text().splitlines()
    for before, line in itertools.pairwise(lines):
        if re.match(r"#?[A-Z][A-Z0-9_]*=", line):
            assert before.startswith("#"), line


def test_every_variable_has_its_nonsense():
    assert {name for name, _value in NONSENSE} == variables_read()


@pytest.mark.parametrize(("name", "value"), NONSENSE)
def test_nonsense_is_refused_by_name(settings_with, name, value):
    with pytest.raises(ImproperlyConfigured, match=rf"^{name}: "):
        settings_with(with_value(name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [("SECRET_KEY", "short"), ("DATABASE_URL", "nonsense"), ("HTTPS", "maybe")],
)
def test_a_command_says_so_in_one_line(name, value):
    run = manage("check", **{name: value})

    assert run.returncode == 2
    assert run.stderr.startswith(f"{name}: ")
    assert run.stderr.count("\n") == 1


def test_the_server_says_so_in_one_line():
    run = subprocess.run(
        [sys.executable, "-c", "import newsroom.wsgi"],
        cwd=BASE_DIR,
        env=environment(SECRET_KEY="short"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.startswith("SECRET_KEY: ")
    assert run.stderr.count("\n") == 1


def test_a_file_of_variables_is_read_and_the_environment_wins_over_it(settings_with, tmp_path):
    file = tmp_path / "env"
    file.write_text(f"SECRET_KEY={KEY}\nTIME_ZONE=Asia/Tokyo\nPHONE_REGION=SG\n")

    made = settings_with({"ENV_FILE": str(file), "TIME_ZONE": "Europe/London"})

    assert made["TIME_ZONE"] == "Europe/London"
    assert made["PHONE_REGION"] == "SG"


def test_a_file_of_variables_that_is_not_there_is_refused(settings_with):
    with pytest.raises(ImproperlyConfigured, match="^ENV_FILE: "):
        settings_with({"ENV_FILE": "/no/such/file", "SECRET_KEY": KEY})


def test_a_secret_is_read_from_a_file_of_its_own(settings_with, tmp_path):
    (tmp_path / "key").write_text(f"{KEY}\n")

    made = settings_with({"ENV_FILE": "", "SECRET_KEY_FILE": str(tmp_path / "key")})

    assert made["SECRET_KEY"] == KEY


def test_a_file_of_a_secret_that_is_not_there_is_refused_by_name(settings_with):
    with pytest.raises(ImproperlyConfigured, match="^SECRET_KEY: "):
        settings_with({"ENV_FILE": "", "SECRET_KEY_FILE": "/no/such/file"})


def test_an_earlier_key_still_counts_and_signs_nothing(settings_with):
    from django.core.signing import BadSignature, Signer

    earlier = Signer(key="earlier-" * 5).sign("word")
    made = settings_with(environment(SECRET_KEY_FALLBACKS="earlier-" * 5))
    keys = {"key": made["SECRET_KEY"], "fallback_keys": made["SECRET_KEY_FALLBACKS"]}

    assert Signer(**keys).unsign(earlier) == "word"
    with pytest.raises(BadSignature):
        Signer(key="earlier-" * 5, fallback_keys=[]).unsign(Signer(**keys).sign("word"))


def test_a_database_on_another_machine_is_reached_by_tls(settings_with, tmp_path):
    (tmp_path / "ca.pem").touch()
    url = f"postgres://db.example.org/newsroom?sslmode=verify-full&sslrootcert={tmp_path}/ca.pem"

    options = settings_with(environment(DATABASE_URL=url))["DATABASES"]["default"]["OPTIONS"]

    assert options["sslmode"] == "verify-full"
    assert options["sslrootcert"] == f"{tmp_path}/ca.pem"


def test_mail_goes_where_the_address_says(settings_with):
    made = settings_with(
        environment(
            EMAIL_URL="submission://user:p%40ss@mail.example.org:587", EMAIL_FROM="n@example.org"
        )
    )
    assert made["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (made["EMAIL_HOST"], made["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (made["EMAIL_HOST_USER"], made["EMAIL_HOST_PASSWORD"]) == ("user", "p@ss")
    assert made["EMAIL_USE_TLS"] is True
    assert made["DEFAULT_FROM_EMAIL"] == "n@example.org"


def test_production_is_the_default(settings_with):
    made = settings_with(environment())

    assert made["DEBUG"] is False
    assert made["SECURE_SSL_REDIRECT"] is True
    assert made["SESSION_COOKIE_SECURE"] is True
    assert made["SECURE_HSTS_SECONDS"] == 31_536_000


def test_the_first_language_is_the_default_and_the_order_is_that_of_the_switch(settings_with):
    made = settings_with(environment(LANGUAGES="zh-hans,en,zh-hant"))

    assert [code for code, _name in made["LANGUAGES"]] == ["zh-hans", "en", "zh-hant"]
    assert made["LANGUAGE_CODE"] == "zh-hans"


def test_relative_paths_count_from_the_checkout_wherever_the_process_runs(
    settings_with, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)

    made = settings_with(
        environment(DATABASE_URL="sqlite:///var/one.sqlite3", PICTURES_DIR="var/elsewhere")
    )

    assert made["DATABASES"]["default"]["NAME"] == BASE_DIR / "var" / "one.sqlite3"
    assert made["STORAGES"]["default"]["OPTIONS"]["location"] == BASE_DIR / "var" / "elsewhere"


def test_a_proxy_is_believed_only_where_there_is_one(settings_with):
    assert "SECURE_PROXY_SSL_HEADER" not in settings_with(environment())
    assert "SECURE_PROXY_SSL_HEADER" in settings_with(environment(BEHIND_PROXY="on"))
