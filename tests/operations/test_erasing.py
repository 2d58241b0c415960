"""``manage.py erase_person``: a person leaves the newsroom, and what cannot go is said."""

import datetime as dt
import json
import logging

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from media_contacts.models import MediaContact
from newsroom.models import Newsroom
from partners.models import Boilerplate, Organisation, Spokesperson
from pictures.models import Picture
from releases import drafting
from releases.document import compose, schema
from releases.importing import reviewing
from releases.importing.imported import File
from releases.importing.storing import store
from releases.models import (
    Approval,
    Edition,
    Import,
    ImportedFile,
    Listing,
    Presence,
    Term,
    Topic,
    Word,
)
from releases.publishing import publish, verify_editions

from ..factories import BOB, acknowledged, document, picture, press_officer

pytestmark = pytest.mark.django_db

ALICE = ["Alice Chan", "陳愛麗"]
PAST = timezone.now() - dt.timedelta(days=2)
EN = "Dr Alice Chan was here"
ZH = "陳愛麗博士到場"


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def chief():
    return press_officer("chief")


@pytest.fixture
def erase(chief, capsys, django_capture_on_commit_callbacks):
    def erase(*names, apply=True):
        options = ["--apply"] if apply else []
        with django_capture_on_commit_callbacks(execute=True):
            call_command("erase_person", *(names or ALICE), "--by", chief.username, *options)
        return capsys.readouterr().out

    return erase


def portrait(**values):
    shown = picture("orange", size=(500, 300))
    figure = schema.Figure(key="fig9", picture=shown, caption={"en": EN, "zh-hant": ZH}, **values)
    return shown, figure


def everything(chief):
    """A published release with its history, an import, records, logs: all of them name the person."""
    person = schema.PersonInPicture(key="pp1", name={"en": "Alice Chan"})
    shown, figure = portrait(people=[person])
    value = document(
        "signing",
        body=[
            *document().body,
            schema.Subheading(key="sub1", text={"en": EN, "zh-hant": ZH}),
            figure,
        ],
        simplified_passages=[
            schema.SimplifiedPassage(key="sp1", traditional=ZH, simplified="陈爱丽博士到场")
        ],
    )
    release = store(value, by=None, internal_notes=EN)
    drafting.save(
        document=schema.replace(compose(release), sub_headline={"en": EN, "zh-hant": ZH}),
        release=release,
        by=None,
        internal_notes=EN,
    )
    publish(release=acknowledged(release, by=chief), by=chief, at=PAST)
    Approval.objects.create(release=release, digest="0" * 64, approved_at=PAST, approved_by=chief)
    Presence.objects.create(release=release, user=chief, seen_at=PAST)
    Topic.objects.get_or_create(key="other", defaults={"name_en": "x"})
    Boilerplate.objects.update_or_create(
        key="other",
        defaults={"organisation": Organisation.objects.first(), "text_en": "x"},
    )
    Term.objects.create(zh_hant=ZH, en=EN)
    Newsroom.objects.create(name_en="x")
    LogEntry.objects.create(
        user=chief,
        content_type=ContentType.objects.get_for_model(Spokesperson),
        object_id="1",
        object_repr=ZH,
        action_flag=CHANGE,
        change_message=json.dumps([{"changed": {"name": "person", "object": ZH}}]),
    )
    for model in (AccessFailureLog, AccessLog):
        model.objects.create(username="alice.chan", path_info="/admin/login/")
    for name in ("alice.chan", "somebody"):
        AccessAttempt.objects.create(
            username=name, path_info="/admin/login/", failures_since_start=1
        )
    TOTPDevice.objects.create(user=chief, name="x")
    StaticDevice.objects.create(user=chief, name="x")
    for name in ("alicechan", "kept"):
        Word.objects.get_or_create(word=name, defaults={"start": name[:2], "end": name[-2:]})
    return release, shown


# What a fill leaves alone, and why.
NOT_FILLED = {
    "auth": "names of the program's own permissions and roles; users are told of",
    "contenttypes": "the program's own",
    "sessions": "signed; they hold the number of a user, and end by themselves",
}
NO_WORDS = {
    *("key", "slug", "sha256", "digest", "published_digest", "source_digest", "token", "object_id"),
    *("part", "figure_key", "quote_key", "region", "check_id", "languages", "readiness", "phones"),
    *(
        "marks",
        "marks_zh_hant",
        "marks_en",
        "accent",
        "warm",
        "start",
        "end",
        "identity",
        "language",
    ),
    *("field", "word", "session_hash", "session_key", "zh_hant", "html_zh_hant", "html_en"),
}


def fill(model):
    """Write the name into every column of words, past everything that guards them."""
    for row in QuerySet(model).values("pk"):
        values = {}
        for column in model._meta.concrete_fields:
            if (
                column.name in NO_WORDS
                or column.is_relation
                or column.primary_key
                or column.choices
            ):
                continue
            if isinstance(column, models.URLField | models.EmailField) or column.name == "website":
                is_mail = isinstance(column, models.EmailField)
                values[column.attname] = (
                    "alice.chan@cape.example" if is_mail else "https://alicechan.example"
                )
            elif isinstance(column, models.CharField | models.TextField):
                zh = column.name.endswith(("zh_hant", "simplified", "traditional"))
                values[column.attname] = (ZH if zh else EN)[: column.max_length]
            elif column.name == "emails":
                values[column.attname] = ["alice.chan@cape.example", "office@cape.example"]
            elif column.name.startswith("links"):
                values[column.attname] = [{"label": EN, "address": "https://cape.example"}]
            elif column.name == "source_hints":
                values[column.attname] = [{"kind": "number", "part": "p1", "source": EN}]
        if values:
            QuerySet(model).filter(pk=row["pk"]).update(**values)


DERIVED = ("Page", "PageListing", "PageMediaContact", "PagePicture", "PageText", "Listing", "Word")
FROZEN = ("Edition", "Version", "Import")  # whole documents, which name the person already


def fill_everything():
    filled = []
    for model in apps.get_models():
        name = model.__name__
        if model._meta.app_label in NOT_FILLED or name in (*DERIVED, *FROZEN):
            continue
        assert QuerySet(model).exists() or name in (
            "StaticToken",
            "AccessAttemptExpiration",
            "Job",
        ), name
        fill(model)
        filled.append(name)
    return filled


def rows_that_hold(*names):
    """Every table and column that holds a name, as raw SQL sees it, whatever escapes JSON has."""
    held = set()
    forms = [form.casefold() for name in names for form in (name, json.dumps(name)[1:-1])]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    words = value.decode("latin-1") if isinstance(value, bytes) else str(value)
                    if any(form in words.casefold() for form in forms):
                        held.add(f"{table}.{column}")
    return held


SEEN_BY_SQL = ("Alice Chan", "陳愛麗", "陈爱丽", "alice.chan", "alicechan", "alice-chan")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the tables as SQLite names them")
def test_after_it_no_row_but_the_editions_holds_a_name_in_any_column(chief, erase):
    release, _shown = everything(chief)
    store(document("another"), by=None)
    reviewing.begin(files=[File("Alice Chan.txt", f"{ZH}\n\n海角創新園".encode())], by=chief)
    filled = fill_everything()
    assert {"Spokesperson", "Release", "Quote", "Picture", "LogEntry", "Newsroom"} <= set(filled)
    assert len(rows_that_hold(*SEEN_BY_SQL)) > 60

    erase()

    assert rows_that_hold(*SEEN_BY_SQL) <= {
        "releases_edition.document",
        "releases_edition.change_note",
    }
    assert Edition.objects.filter(release=release).count() == 2
    assert not any(fault for _edition, fault in verify_editions())


def test_looking_finds_the_same_places_and_changes_nothing(chief, erase):
    everything(chief)
    before = rows()

    found = erase(apply=False)

    assert rows() == before
    assert "--apply erases" in found
    assert "draft: body[1].speaker (left out) – 陳愛麗" in found
    assert "edition 1: sub_headline.en (replaced) – Dr Alice Chan was here" in found
    assert "version 2: sub_headline.en" in found
    assert places(erase()) == places(found) != []


def places(said):
    return [line for line in said.splitlines() if "(left out)" in line or "(replaced)" in line]


def rows():
    return {
        model._meta.label: list(QuerySet(model).order_by("pk").values())
        for model in apps.get_models()
    }


def test_the_second_time_nothing_is_found_and_nothing_changes(chief, erase):
    everything(chief)
    erase()
    before = rows()

    assert "Nothing was found" in erase()

    assert rows() == before


def test_a_name_that_nobody_has_is_found_nowhere(chief, erase):
    everything(chief)
    before = rows()

    assert "Nothing was found under these names" in erase("Zelda Quux")

    assert rows() == before


def test_public_pages_are_redacted_and_the_others_are_as_they_were(chief, erase, client):
    everything(chief)
    other = store(
        document(
            "another",
            body=document().body[:1],
            signatories=[schema.Signatory(key="s", person=BOB)],
        ),
        by=None,
    )
    publish(release=acknowledged(other, by=chief), by=chief, at=PAST)

    erase()

    with translation.override("en"):
        page = client.get(reverse("release_detail", args=["signing"])).content.decode()
    assert "Alice" not in page
    assert "Personal data has been removed" in page
    assert [*other.editions.values_list("kind", flat=True)] == ["first"]
    assert not Listing.objects.filter(kind="person", pages=None).exists()
    assert LogEntry.objects.filter(change_message="Personal data was removed.").count() == 1


def test_records_go_and_those_of_others_stay(chief, erase):
    everything(chief)

    erase("Alice Chan", "陳愛麗", "Carol Wong", "黃小姐")

    assert [p.name_en for p in Spokesperson.objects.all()] == ["Bob Lee"]
    assert [c.name_en for c in MediaContact.objects.all()] == ["Dan Tai"]
    assert not Term.objects.exists()
    assert [row.username for row in AccessAttempt.objects.all()] == ["somebody"]


def test_a_portrait_goes_with_its_files_unless_something_shows_it(chief, erase):
    _release, shown = everything(chief)
    path = f"{shown.sha256[:2]}/{shown.sha256}/full.jpg"
    assert default_storage.exists(path)

    erase()

    assert not Picture.objects.filter(sha256=shown.sha256).exists()
    assert not default_storage.exists(path)


def test_the_same_portrait_goes_out_of_a_release_that_names_nobody(chief, erase):
    shown, figure = portrait(alt_text={"en": EN})
    store(document("signing", body=[*document().body, figure]), by=None)
    unnamed = schema.replace(
        figure, caption={"en": "At work", "zh-hant": "工作中"}, alt_text={"en": "A scientist"}
    )
    other = store(document("another", body=[*document().body[:1], unnamed]), by=None)

    erase()

    assert compose(other).figures() == []
    assert not Picture.objects.filter(sha256=shown.sha256).exists()


def test_a_picture_that_is_called_by_the_name_goes_though_no_caption_says_so(chief, erase):
    shown, figure = portrait()
    unnamed = schema.replace(figure, caption={"en": "At work", "zh-hant": "工作中"})
    release = store(document("signing", body=[*document().body[:1], unnamed]), by=None)
    Picture.objects.filter(sha256=shown.sha256).update(name="Alice CHAN ")

    erase()

    assert compose(release).figures() == []
    assert not Picture.objects.filter(sha256=shown.sha256).exists()


def test_a_portrait_that_is_a_logo_stays_and_is_told(chief, erase):
    _release, shown = everything(chief)
    row = Picture.objects.get(sha256=shown.sha256)
    Organisation.objects.filter(pk=Organisation.objects.first().pk).update(logo=row)

    assert "it is a logo" in erase()

    assert Picture.objects.filter(pk=row.pk).exists()


def test_the_cards_of_releases_are_drawn_anew(chief, erase):
    everything(chief)
    default_storage.save("share/ab/abcd.jpg", ContentFile(b"a card with a name on it"))

    erase()

    assert not default_storage.exists("share/ab/abcd.jpg")


def test_a_review_that_names_the_person_ends_with_its_files(chief, erase):
    named = reviewing.begin(files=[File("a.txt", f"{ZH}\n\n海角創新園".encode())], by=chief)
    other = reviewing.begin(files=[File("b.txt", "海角創新園\n\n今日開幕。".encode())], by=chief)
    paths = [r.path(r.files.get().sha256) for r in (named, other)]

    erase()

    assert [*Import.objects.all()] == [other]
    assert [default_storage.exists(path) for path in paths] == [False, True]


def test_originals_that_name_the_person_go_and_the_others_stay(chief, erase):
    texts = {"named": f"{ZH}。\n\n海角創新園今日開幕。", "other": "海角創新園\n\n今日開幕。"}
    imported = {}
    for name, words in texts.items():
        review = reviewing.begin(files=[File(f"{name}.txt", words.encode())], by=chief)
        reviewing.confirm(review=review, by=None, seen=reviewing.state(review))
        imported[name] = Import.objects.get(pk=review.pk)
    path = imported["named"].path(imported["named"].files.get().sha256)
    ImportedFile.objects.filter(source=imported["other"]).update(name="AliceChan.txt")

    erase()

    assert [*Import.objects.all()] == [imported["other"]]
    assert not default_storage.exists(path)
    assert ImportedFile.objects.get().name == "[name removed].txt"
    with ImportedFile.objects.get().open() as kept:
        assert kept.read()


def test_what_cannot_go_is_said(chief, erase):
    store(document("alice-chan-signs"), by=None)
    User.objects.create_user("alice", first_name="Alice", last_name="Chan")

    said = erase()

    assert "Stays: release “alice-chan-signs”" in said
    assert "user “alice”: decisions name this account" in said
    assert User.objects.get(username="alice").first_name == "Alice"
    for words in (
        "Backups: up to 12 months",
        "A site of files: build and upload it again",
        "Copies of others",
        "inside pictures",
        "Nothing serves",
    ):
        assert words in said


def test_other_names_of_the_same_person_are_told(chief, erase):
    store(document("signing"), by=None)

    assert "called otherwise too: 陳愛麗" in erase("Alice Chan", apply=False)


def test_a_line_of_the_log_says_that_it_was_done_and_not_to_whom(chief, erase, caplog):
    store(document("signing"), by=None)
    with caplog.at_level(logging.INFO, logger="newsroom.erasure"):
        erase()

    (record,) = caplog.records
    assert record.getMessage().startswith(f"A person was erased by user {chief.pk}: ")
    assert not any(name in record.getMessage() for name in [*ALICE, "chief"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "chief"], "Give the name of the person"),
        (["A", "--by", "chief"], "“A” is too short"),
        (["陳", "--by", "chief"], "“陳” is too short"),
        (["Name", "--by", "chief"], "stands in the words that take the place"),
        (["Alice Chan"], "Say who answers for it"),
        (["Alice Chan", "--by", "nobody"], "There is no active user “nobody”"),
        (["Alice Chan", "--by", "writer"], "“writer” may not publish"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_changed(chief, arguments, message):
    press_officer("writer", may_publish=False)
    store(document("signing"), by=None)
    before = rows()

    with pytest.raises(CommandError, match=message) as refused:
        call_command("erase_person", *arguments, "--apply")

    assert refused.value.returncode == 2
    assert rows() == before
