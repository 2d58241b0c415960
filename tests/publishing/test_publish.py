"""Publishing freezes; what is frozen stays."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from releases.document import apply, compose, digest, from_json, schema, to_json
from releases.models import Edition, Page, PageListing, Release
from releases.publishing import publish

from ..factories import NOON, document, draft, only_in, picture, press_officer, published

pytestmark = pytest.mark.django_db


def only(vendor):
    return pytest.mark.skipif(connection.vendor != vendor, reason=f"said only on {vendor}")


def test_publishing_freezes_the_document_and_makes_a_page_per_language():
    release = draft()

    edition = publish(release=release, by=press_officer(), at=NOON)

    assert from_json(edition.document) == compose(release)
    assert edition.digest == digest(compose(release))
    assert list(
        edition.pages.order_by("language").values_list("language", "visible_from", "visible_until")
    ) == [
        ("en", NOON, None),
        ("zh-hant", NOON, None),
    ]


def test_words_in_a_language_that_was_not_chosen_stay_in_the_draft():
    edition = published(languages=["zh-hant"])

    assert "Alice" not in str(edition.document)
    assert "陳愛麗" in str(edition.document)
    assert [page.language for page in edition.pages.all()] == ["zh-hant"]


def test_who_may_not_publish_is_refused_and_nothing_is_written():
    with pytest.raises(PermissionDenied):
        publish(release=draft(), by=press_officer(may_publish=False), at=NOON)

    assert not Edition.objects.exists()


def test_a_second_click_changes_nothing():
    edition = published()

    with pytest.raises(ValidationError, match="published already|已經發布|已發布"):
        publish(release=edition.release, by=press_officer(), at=NOON)

    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"languages": []},
        {"headline": {"zh-hant": "只有中文"}},
        {"body": [schema.TextBlock(key="p", html={"zh-hant": "<p>只有中文</p>"})]},
        {"body": []},
    ],
    ids=["no language", "no English headline", "no English body", "no body"],
)
def test_a_release_that_lacks_a_language_it_goes_out_in_is_refused_whole(changes):
    release = draft(document(**changes))

    with pytest.raises(ValidationError):
        publish(release=release, by=press_officer(), at=NOON)

    assert not Edition.objects.exists()
    assert not Page.objects.exists()


def test_what_was_looked_at_is_what_goes_out():
    release = draft()
    seen = digest(compose(release))
    apply(document(headline={"zh-hant": "改", "en": "Never seen"}), release=release)

    with pytest.raises(ValidationError, match="changed since|改動|更改|修改"):
        publish(release=release, by=press_officer(), at=NOON, seen=seen)

    assert publish(
        release=release, by=press_officer(), at=NOON, seen=digest(compose(release))
    ).document["headline"] == {"zh-hant": "改", "en": "Never seen"}


@pytest.mark.parametrize(
    "changes", [{"marks_en": "«"}, {"original_language": "fr"}], ids=["one mark", "no language"]
)
def test_a_draft_that_is_no_document_is_refused_with_the_place(changes):
    release = draft()
    release.releases_quote_set.update(**changes)

    with pytest.raises(ValidationError, match=r"\$\.body\[1\]"):
        publish(release=release, by=press_officer(), at=NOON)


def test_a_body_of_empty_paragraphs_is_no_body():
    empty = schema.TextBlock(key="p", html={"zh-hant": "<p>好</p>", "en": "<p><br></p>"})

    with pytest.raises(ValidationError):
        published(body=[empty])


def test_no_door_leads_past_the_embargo():
    release = draft(embargo_until=NOON)

    with pytest.raises(ValidationError, match="embargo|禁發"):
        publish(release=release, by=press_officer(), at=NOON - dt.timedelta(seconds=1))

    assert publish(release=release, by=press_officer(), at=NOON).visible_from == NOON


def test_the_address_of_a_published_release_is_taken_for_ever():
    edition = published(slug="the-address")
    Release.objects.filter(pk=edition.release_id).update(slug="moved-away")
    usurper = draft(slug="the-address")

    with pytest.raises(ValidationError, match="the-address"):
        publish(release=usurper, by=press_officer(), at=NOON)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE releases_edition SET digest = 'x'",
        "UPDATE releases_edition SET visible_from = created_at",
        "DELETE FROM releases_edition",
        pytest.param("TRUNCATE releases_edition CASCADE", marks=only("postgresql")),
        pytest.param(
            "INSERT OR REPLACE INTO releases_edition SELECT * FROM releases_edition",
            marks=only("sqlite"),
        ),
        pytest.param(
            "INSERT OR REPLACE INTO releases_edition (id, release_id, number, kind, document, digest,"
            " change_note, visible_from, created_at, created_by_id)"
            " SELECT id, release_id, number + 1, kind, document, digest,"
            " change_note, visible_from, created_at, created_by_id FROM releases_edition",
            marks=only("sqlite"),
        ),
    ],
)
def test_the_database_itself_refuses_to_change_an_edition(statement):
    published()
    connection.check_constraints()  # PostgreSQL truncates nothing while foreign keys are unchecked

    with (
        pytest.raises(DatabaseError, match="never changes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert Edition.objects.count() == 1


def test_the_code_refuses_to_change_an_edition():
    edition = published()

    for change in (
        edition.save,
        edition.delete,
        Edition.objects.all().delete,
        lambda: Edition.objects.update(digest="x"),
        lambda: Edition.objects.bulk_update([edition], ["digest"]),
    ):
        with pytest.raises(TypeError):
            change()


def test_a_published_release_cannot_be_deleted():
    edition = published()

    with pytest.raises(ProtectedError):
        edition.release.delete()


def test_verify_editions_says_that_all_is_sound(capsys):
    published()

    call_command("verify_editions")

    assert "1 editions verified, all sound." in capsys.readouterr().out


def test_verify_editions_finds_a_document_that_is_not_what_was_published():
    edition = published()
    twin = Edition(
        release=draft(slug="twin-release"),
        number=1,
        kind="first",
        document={**edition.document, "slug": "twin-release"},
        digest=edition.digest,
        visible_from=NOON,
        created_at=NOON,
        created_by=edition.created_by,
    )
    twin.save()

    with pytest.raises(CommandError, match="1 of 2 editions are damaged"):
        call_command("verify_editions")


def test_verify_editions_finds_a_page_that_is_not_what_was_published():
    published(at=NOON)
    Page.objects.filter(language="en").update(headline="tampered")

    with pytest.raises(CommandError, match="its pages are not what was published"):
        call_command("verify_editions")

    call_command("rebuild_pages")
    call_command("verify_editions")


def test_pages_made_again_are_the_pages_that_were():
    published(pictures=[picture()])
    published(only_in("zh-hant", document(slug="chinese-only")), at=NOON + dt.timedelta(days=1))
    # The first draft goes out last, at the same moment as the second.
    drafts = [draft(slug="first-draft"), draft(slug="second-draft")]
    for release in reversed(drafts):
        publish(release=release, by=press_officer(), at=NOON)
    fields = [f.attname for f in Page._meta.fields if f.name != "id"]

    def everything():
        return (
            list(Page.objects.order_by(*Page._meta.ordering, "language").values_list(*fields)),
            sorted(PageListing.objects.values_list("listing__key", "name", "page__headline")),
        )

    before = everything()
    Page.objects.all().delete()
    call_command("rebuild_pages")

    assert everything() == before


def test_what_is_typed_after_publication_stays_in_the_draft():
    edition = published()
    frozen = to_json(edition.document)

    apply(document(headline={"zh-hant": "改", "en": "Changed"}), release=edition.release)

    edition.refresh_from_db()
    assert to_json(edition.document) == frozen
    assert digest(edition.document) == edition.digest
