"""What an operator sees: logs, health, figures, and the jobs of every day."""

import datetime as dt
import json
import logging
import re

import pytest
from django.contrib.sessions.models import Session
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from newsroom import health, jobs, logs
from newsroom.models import Job
from releases import drafting
from releases.importing import File, reviewing
from releases.models import Import, Release

from ..factories import document, draft, published

DAY = dt.timedelta(days=1)


# Logs


@pytest.fixture
def lines(settings):
    """What is logged as JSON during a test."""
    kept = []

    class Keeping(logging.Handler):
        def emit(self, record):
            kept.append(json.loads(self.format(record)))

    handler = Keeping()
    handler.setFormatter(logs.JsonFormatter())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel("INFO")
    yield kept
    root.setLevel(level)
    root.removeHandler(handler)


def test_a_request_is_one_line_with_its_id_and_without_what_was_searched(client, db, lines):
    client.get("/en/search/?q=somebody", headers={"User-Agent": "Agent-7"})

    line = next(line for line in lines if line["logger"] == "newsroom.requests")
    assert re.fullmatch("[0-9a-f]{32}", line["request_id"])
    assert (line["method"], line["path"], line["status"]) == ("GET", "/en/search/", 200)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"])
    for secret in ("somebody", "Agent-7", "127.0.0.1"):
        assert secret not in json.dumps(lines)


def test_a_failure_says_where_and_repeats_nothing_that_was_typed(client, db, lines, monkeypatch):
    def fails(*_):
        raise ValueError("carol@cape.example has no such number")

    monkeypatch.setattr("releases.views.releases.render", fails)
    client.raise_request_exception = False
    client.get("/en/")

    line = next(line for line in lines if "exception" in line)
    assert line["exception"] == "builtins.ValueError"
    assert any("releases/views/releases.py:" in place for place in line["places"])
    assert {line["request_id"] for line in lines} == {lines[-1]["request_id"]}
    assert "carol" not in json.dumps(lines)


def test_lines_outside_a_request_have_no_id(lines):
    logging.getLogger("elsewhere").warning("words %s", 1)
    assert lines[-1]["message"] == "words 1"
    assert "request_id" not in lines[-1]


@pytest.mark.parametrize("behind_proxy", [True, False])
def test_an_id_is_taken_over_from_the_proxy_and_from_nobody_else(
    client, db, settings, lines, behind_proxy
):
    settings.BEHIND_PROXY = behind_proxy
    for given, is_one in (("0123456789abcdef", True), ('x"},{"y', False)):
        client.get("/en/", headers={"X-Request-ID": given})
        assert (lines[-1]["request_id"] == given) is (behind_proxy and is_one)


# Health


@pytest.mark.django_db
def test_a_process_that_can_work_is_ready(client):
    assert client.get("/health/ready").json() == {"ready": True, "problems": {}, "late": {}}
    assert client.get("/health/live").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["database", "migrations", "storage"])
def test_one_that_cannot_names_the_part_and_no_host_or_user(client, monkeypatch, part):
    def fails():
        raise OSError("postgres://newsroom:secret@db is gone")

    monkeypatch.setitem(health.CHECKS, part, fails)
    answer = client.get("/health/ready")

    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "problems": {part: "OSError"}, "late": {}}
    assert client.get("/health/live").status_code == 200


@pytest.mark.django_db
def test_a_migration_that_is_not_applied_is_found(client, monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'newsroom' AND name LIKE '0003%'")

    assert client.get("/health/ready").json()["problems"] == {"migrations": "not migrated"}


@pytest.mark.django_db
def test_pictures_that_cannot_be_written_are_found(client, monkeypatch):
    monkeypatch.setattr(health, "default_storage", FileSystemStorage("/proc/pictures"))
    assert list(client.get("/health/ready").json()["problems"]) == ["storage"]


@pytest.mark.django_db
def test_it_is_asked_inside_by_any_name_and_without_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["news.example.org"]
    assert client.get("/health/ready", headers={"Host": "10.0.0.7"}).status_code == 200


@pytest.mark.django_db
def test_a_late_job_is_named_and_does_not_stop_the_newsroom(client):
    Job.objects.create(name="backup", done_at=timezone.now() - 3 * DAY)
    Job.objects.create(name="housekeeping", done_at=timezone.now() - DAY)

    answer = client.get("/health/ready")

    assert answer.status_code == 200
    assert list(answer.json()["late"]) == ["backup"]


# Figures


def figure(client, name):
    text = client.get("/metrics").content.decode()
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.M)
    return found and float(found[1])


@pytest.mark.django_db
def test_what_was_published_and_what_is_due_is_counted(client):
    soon = timezone.now() + DAY
    published(document(slug="out"))
    published(document(slug="soon"), at=soon)

    assert figure(client, 'newsroom_editions_total{kind="first"}') == 2
    assert figure(client, "newsroom_scheduled_editions") == 1
    assert (
        DAY.total_seconds() - 60
        < figure(client, "newsroom_next_change_seconds")
        <= DAY.total_seconds()
    )


@pytest.mark.django_db
def test_without_anything_scheduled_the_next_change_is_never(client):
    assert figure(client, "newsroom_next_change_seconds") == float("inf")


@pytest.mark.django_db
def test_answers_are_counted_by_view_and_never_by_path(client):
    name = 'newsroom_answers_total{method="GET",status="404",view="release_detail"}'
    before = figure(client, name) or 0
    client.get("/en/releases/never-was/")

    assert figure(client, name) == before + 1
    client.get("/en/no/such/address-7/", headers={})
    assert "address-7" not in client.get("/metrics").content.decode()


@pytest.mark.django_db
def test_reviews_that_wait_and_jobs_that_are_overdue_are_figures(client):
    waiting = Import.objects.create()
    Import.objects.filter(pk=waiting.pk).update(created_at=timezone.now() - DAY)
    Job.objects.create(name="backup", done_at=timezone.now() - 3 * DAY)

    assert figure(client, "newsroom_reviews_waiting") == 1
    assert figure(client, "newsroom_oldest_review_seconds") >= DAY.total_seconds()
    assert figure(client, 'newsroom_job_age_seconds{job="backup"}') >= 3 * DAY.total_seconds()
    assert figure(client, 'newsroom_job_overdue{job="backup"}') == 1
    assert figure(client, 'newsroom_job_overdue{job="housekeeping"}') == 0


# Jobs


@pytest.mark.django_db
def test_housekeeping_forgets_what_nobody_needs_and_nothing_else(
    django_capture_on_commit_callbacks,
):
    now = timezone.now()
    Session.objects.create(session_key="old", session_data="", expire_date=now - DAY)
    Session.objects.create(session_key="new", session_data="", expire_date=now + DAY)
    file = File("release.txt", b"A headline\n\nHONG KONG, 4 May 2026 - Something was opened.\n")
    old = reviewing.begin(files=[file], by=None)
    new = Import.objects.create(imported=old.imported)
    of_draft = Import.objects.create(release=draft(document(slug="imported")))
    assert default_storage.exists(old.path(old.files.get().sha256))
    Import.objects.exclude(pk=new.pk).update(created_at=now - 31 * DAY)
    deleted = draft(document(slug="deleted"))
    drafting.delete(release=deleted, by=None)
    Release.objects.filter(pk=deleted.pk).update(deleted_at=now - 31 * DAY)

    with django_capture_on_commit_callbacks(execute=True):
        jobs.run("housekeeping")

    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert set(Import.objects.all()) == {new, of_draft}
    assert not Release.objects.filter(pk=deleted.pk).exists()
    assert default_storage.listdir(f"imports/{old.key}") == ([], [])


@pytest.mark.django_db
def test_the_worker_does_a_job_once_a_day(monkeypatch):
    done = []
    monkeypatch.setitem(jobs.JOBS, "housekeeping", lambda: done.append(1))

    for _ in range(3):
        call_command("run_worker", "housekeeping", once=True)
    assert len(done) == 1

    Job.objects.update(done_at=timezone.now() - DAY)
    call_command("run_worker", "housekeeping", once=True)
    assert len(done) == 2


@pytest.mark.django_db
def test_a_job_that_fails_is_due_still_and_does_not_end_the_worker(monkeypatch, caplog):
    monkeypatch.setitem(jobs.JOBS, "housekeeping", lambda: 1 / 0)
    monkeypatch.setitem(jobs.JOBS, "backup", lambda: None)

    call_command("run_worker", "housekeeping", "backup", once=True)

    assert jobs.is_due("housekeeping")
    assert not jobs.is_due("backup")
    assert "housekeeping failed" in caplog.text


# Set-up


@pytest.mark.django_db
def test_the_first_start_makes_one_administrator_and_the_next_ones_nobody(
    tmp_path, django_user_model
):
    (tmp_path / "password").write_text("a-long-enough-password\n")
    for _ in range(2):
        call_command("set_up", password_file=tmp_path / "password", verbosity=0)

    user = django_user_model.objects.get()
    assert (user.username, user.is_superuser) == ("administrator", True)
    assert user.check_password("a-long-enough-password")


@pytest.mark.django_db
def test_a_password_that_is_too_easy_is_refused(tmp_path, django_user_model):
    (tmp_path / "password").write_text("administrator")
    with pytest.raises(CommandError, match="password-file: "):
        call_command("set_up", password_file=tmp_path / "password", verbosity=0)
    assert not django_user_model.objects.exists()
