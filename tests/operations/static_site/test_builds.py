"""How the folder of a site goes from one generation to the next."""

import datetime as dt
import os
from pathlib import Path

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.models import Newsroom
from newsroom.static_site import SiteError
from pictures.renditions import file_path
from releases.document import schema
from releases.models import Page
from releases.publishing import rebuild_pages
from releases.publishing.pages import editions_with_window, write_pages

from ...factories import NOON, document, picture, published
from .site import DAY, HOUR, SECOND, build, corrected, files, manifest

pytestmark = pytest.mark.django_db

LATER = NOON + HOUR


def names(folder):
    return {path.name for path in folder.iterdir()}


def standing(folder):
    return os.readlink(folder / "current")


# To the second


def test_what_is_not_public_yet_is_nowhere_and_there_at_its_moment(folder):
    shown = picture()
    published(document(slug="now"))
    headline = {"zh-hant": "秘", "en": "Secret"}
    published(document(slug="embargoed", pictures=[shown], headline=headline), at=LATER)

    with time_machine.travel(LATER - SECOND, tick=False):
        report = build(folder)
        assert report.next_change == LATER
        for path, body in files(folder).items():
            assert "embargoed" not in path
            assert shown.sha256 not in path
            assert b"Secret" not in body, path
            assert shown.sha256.encode() not in body, path
    with time_machine.travel(LATER, tick=False):
        build(folder)
        assert "en/releases/embargoed/index.html" in files(folder)
        assert b"Secret" in files(folder)["en/index.html"]
        assert f"pictures/{shown.sha256}/full.jpg" in files(folder)


def test_what_has_gone_is_gone_with_its_pictures_and_its_listings(folder):
    shown = picture()
    published(document(slug="going", pictures=[shown]))
    Page.objects.update(visible_until=LATER)

    with time_machine.travel(NOON, tick=False):
        build(folder)
        assert f"pictures/{shown.sha256}/480.webp" in files(folder)
    with time_machine.travel(LATER, tick=False):
        build(folder)
        left = files(folder)
    assert not [path for path in left if "going" in path or shown.sha256 in path]
    assert not [path for path in left if "cape-park" in path or "/2026/" in path]
    assert not any(b"going" in body for body in left.values())
    # and no folder of it is left
    assert not (folder / "current" / "pictures").exists()


def test_the_next_change_is_when_news_ends_and_a_media_contact_is_too_old_as_well(folder):
    published(document(slug="one"))
    with time_machine.travel(NOON, tick=False) as clock:
        report = build(folder)
        assert report.next_change == NOON + 2 * DAY + SECOND  # sitemap-news.xml names it until then
        clock.move_to(report.next_change - SECOND)  # of the same day
        build(folder)
        clock.move_to(report.next_change)
        before = files(folder)
        report = build(folder)
        assert b"releases/one/" in before["sitemap-news.xml"]
        assert b"releases/one/" not in files(folder)["sitemap-news.xml"]
        # The first midnight in Hong Kong after two years.
        assert report.next_change == dt.datetime(2028, 5, 3, 16, tzinfo=dt.UTC)
        assert b"Carol Wong" in files(folder)["en/media-contacts/index.html"]
        clock.move_to(report.next_change)
        assert build(folder).next_change is None
        assert b"Carol Wong" not in files(folder)["en/media-contacts/index.html"]


def test_a_change_while_the_site_is_built_is_in_all_of_it_or_in_none(folder, tmp_path):
    published(document(slug="first"))
    published(document(slug="due"), at=LATER)
    waiting = [
        lambda clock: published(document(slug="meanwhile")),
        lambda clock: clock.move_to(LATER),
        lambda clock: Newsroom(name_zh_hant="新名", name_en="New name").save(),
    ]

    with time_machine.travel(LATER - SECOND, tick=False) as clock:
        build(
            folder,
            progress=lambda done, total: done == 1 and waiting and waiting.pop(0)(clock),
        )
        assert waiting == []
        build(tmp_path / "other")

    assert files(folder) == files(tmp_path / "other")
    assert b"New name" in files(folder)["en/releases/due/index.html"]
    assert standing(folder) == "1"


def test_a_page_that_goes_while_it_is_about_to_be_asked_for_is_no_failure(folder):
    published(document(slug="going"))
    Page.objects.update(visible_until=LATER)
    with time_machine.travel(LATER - SECOND, tick=False) as clock:
        build(folder, progress=lambda done, total: done == 0 and clock.move_to(LATER))
        assert "en/index.html" in files(folder)
        assert not [path for path in files(folder) if "going" in path]


# What a build costs


def test_a_build_writes_what_has_changed_and_links_the_rest(folder):
    published(document(slug="first", pictures=[picture()]))
    with time_machine.travel(NOON, tick=False) as clock:
        first = build(folder)
        assert (first.kept, first.deleted) == (0, 0)
        for number in range(3):
            before = {path: (folder / "current" / path).stat().st_ino for path in files(folder)}
            clock.shift(HOUR)
            other = schema.Topic(
                key="t", record="robots", name={"zh-hant": "機械人", "en": "Robots"}
            )
            published(
                document(slug=f"new-{number}", topics=[other], organisations=[]), at=timezone.now()
            )
            old = files(folder)
            report = build(folder)
            new = files(folder)
            for path in new:
                same = (folder / "current" / path).stat().st_ino == before.get(path)
                assert same == (old.get(path) == new[path]), path
            assert report.written == sum(old.get(path) != new[path] for path in new)
            assert report.kept == sum(old.get(path) == new[path] for path in new) > 20
            generation = int(standing(folder))
            assert names(folder) == {"build.lock", "current", *(f"{n}{end}" for n in (generation, generation - 1) for end in ("", ".sqlite3"))}  # fmt: skip


def test_the_page_of_another_year_offers_a_topic_that_is_new(folder):
    last_year = schema.Dateline(date=dt.date(2025, 5, 4))
    published(document(slug="first", dateline=last_year))
    with time_machine.travel(NOON, tick=False):
        build(folder)
        name = {"zh-hant": "機械人", "en": "Robots"}
        topic = schema.Topic(key="t", record="robots", name=name)
        published(document(slug="second", topics=[topic]))
        build(folder)
        assert b"Robots" in files(folder)["en/releases/2025/index.html"]


def test_a_build_with_nothing_to_do_leaves_what_stands(folder):
    published(document(slug="first"))
    with time_machine.travel(NOON, tick=False) as clock:
        built = build(folder)
        clock.shift(60 * SECOND)
        report = build(folder)
    assert (report.written, report.kept, report.deleted) == (0, built.written, 0)
    assert standing(folder) == "1"


def test_a_new_release_costs_the_same_queries_whatever_else_there_is(folder):
    def elsewhere(number):
        key = f"key-{number}"
        name = {"zh-hant": f"名稱{number}", "en": f"Name {number}"}
        organisation = schema.Organisation(key="o", record=key, role="host", name=name)
        topic = schema.Topic(key="t", record=key, name=name)
        published(document(slug=key, organisations=[organisation], topics=[topic]))

    def cost(slug):
        build(folder)
        published(document(slug=slug), at=timezone.now())
        with CaptureQueriesContext(connection) as queries:
            build(folder)
        Page.objects.filter(slug=slug).update(visible_until=timezone.now())
        return len(queries)

    with time_machine.travel(NOON, tick=False) as clock:
        for number in range(3):
            elsewhere(number)
        few = cost("one")
        clock.shift(HOUR)
        for number in range(3, 12):
            elsewhere(number)
        assert cost("two") == few


def test_settings_of_the_host_and_another_origin_make_everything_anew(folder):
    published(document(slug="first"))
    with time_machine.travel(NOON, tick=False):
        build(folder)
        Newsroom(name_zh_hant="新名", name_en="New name").save()
        build(folder)
        for path, body in files(folder).items():
            if path.startswith("en/") and path.endswith(".html"):
                assert b"New name" in body or b"http-equiv" in body, path
        changed = {path for path, row in manifest(folder).items() if row["upload"] == 1}
        assert len(changed) >= 6
        report = build(folder)
        assert report.written == 0


def test_pages_that_were_made_again_are_looked_at_again(folder):
    published(document(slug="first"))
    with time_machine.travel(NOON, tick=False):
        build(folder)
        Page.objects.update(headline="Put right in the row")
        build(folder)
        assert b"Put right in the row" not in files(folder)["en/index.html"]
        rebuild_pages()
        Page.objects.update(headline="Put right in the row")
        build(folder)
        assert b"Put right in the row" in files(folder)["en/index.html"]


def test_what_pages_named_is_gone_when_their_rows_are(folder):
    """Whoever takes something out of what is published leaves no row that says what it was."""
    shown = picture()
    first = published(document(slug="first", pictures=[shown]))
    published(document(slug="other", organisations=[], topics=[], signatories=[], witnesses=[]))
    with time_machine.travel(NOON + 2 * HOUR, tick=False) as clock:
        second = corrected(
            first, slug="moved", at=NOON + HOUR,
            organisations=[], topics=[], signatories=[], witnesses=[],
        )  # fmt: skip
        build(folder)
        named = ("/first/", shown.sha256)
        assert [path for path in files(folder) if any(name in path for name in named)]
        clock.shift(SECOND)
        first.pages.all().delete()
        write_pages(editions_with_window().get(pk=second.pk))
        build(folder)
        assert not [path for path in files(folder) if any(name in path for name in named)]


def test_what_is_closed_for_a_moment_just_past_is_gone_as_well(folder):
    published(document(slug="first"))
    with time_machine.travel(NOON + HOUR, tick=False) as clock:
        build(folder)
        clock.shift(SECOND)
        Page.objects.update(visible_until=NOON + HOUR - SECOND)  # written after it was looked at
        build(folder)
        assert not [path for path in files(folder) if "first" in path]
        assert build(folder).written == 0


# What goes wrong


def test_a_picture_whose_file_is_missing_stops_the_build_and_what_stood_stands(folder, in_english):
    shown = picture("teal", size=(700, 400))
    published(document(slug="first"))
    with time_machine.travel(NOON, tick=False) as clock:
        build(folder)
        before = files(folder)
        published(document(slug="second", pictures=[shown]))
        stored = file_path(shown.sha256, "full.jpg")
        content = Path(default_storage.path(stored)).read_bytes()
        default_storage.delete(stored)
        try:
            with pytest.raises(SiteError, match=rf"^/pictures/{shown.sha256}/full.jpg: "):
                build(folder)
        finally:
            Path(default_storage.path(stored)).write_bytes(content)
        assert files(folder) == before
        assert standing(folder) == "1"

        clock.shift(SECOND)
        build(folder)
        assert f"pictures/{shown.sha256}/full.jpg" in files(folder)


def test_an_answer_that_is_a_failure_stops_the_build_and_names_its_address(
    folder, in_english, monkeypatch
):
    def failing(request, page, versions):
        raise RuntimeError

    published(document(slug="first"))
    monkeypatch.setattr("releases.views.releases._set", failing)
    reason = "^/zh-hant/releases/first/: answered with 500"
    with time_machine.travel(NOON, tick=False), pytest.raises(SiteError, match=reason):
        build(folder)
    assert not (folder / "current").exists()


def test_an_answer_that_is_not_for_everybody_stops_the_build(folder, in_english, monkeypatch):
    published(document(slug="first"))
    monkeypatch.setattr("newsroom.middleware.patch_cache_control", lambda *a, **k: None)
    reason = "is not for everybody"
    with time_machine.travel(NOON, tick=False), pytest.raises(SiteError, match=reason):
        build(folder)


def test_a_build_that_was_interrupted_leaves_nothing_behind_the_next(folder, tmp_path):
    published(document(slug="first"))
    with time_machine.travel(NOON, tick=False) as clock:
        for number in range(3):
            build(folder)
            clock.shift(SECOND)
            published(document(slug=f"more-{number}"), at=NOON)
        before = files(folder)

        def interrupt(done, total):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            build(folder, progress=interrupt)
        assert files(folder) == before
        build(folder)
        build(tmp_path / "other")
    assert files(folder) == files(tmp_path / "other")
