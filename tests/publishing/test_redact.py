"""Redacting: a person leaves what is published, and what was published before is read nowhere."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from releases import drafting
from releases.apps import make_pages_again
from releases.document import Names, Sought, apply, schema, to_json
from releases.models import (
    Edition,
    Listing,
    Page,
    PageListing,
    PageMediaContact,
    PagePicture,
    PageText,
)
from releases.publishing import correct, rebuild_pages, redact, verify_editions

from ..factories import BOB, acknowledged, document, picture, press_officer, published

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
PAST = timezone.now() - 48 * HOUR
ALICE = Sought(Names(["Alice Chan", "陳愛麗"]), people=frozenset({"alice-chan"}))
BODY = document().body[:1]  # names nobody
NOTE = {"zh-hant": "更正：職銜。", "en": "A job title was wrong."}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def redacted(release, sought=ALICE, **options):
    return redact(release=release, sought=sought, by=press_officer(), **options)


def corrected(edition, *, at, **changes):
    by = press_officer()
    release = acknowledged(apply(document(**changes), release=edition.release), by=by)
    return correct(release=release, by=by, at=at, note=NOTE)


def answers(client, name, *args):
    with translation.override("en"):
        response = client.get(reverse(name, args=args))
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, body.decode("utf-8", "replace")


def get(client, name, *args):
    return answers(client, name, *args)[0]


def is_sound():
    return not any(fault for _edition, fault in verify_editions())


def test_the_next_edition_is_public_at_once_without_the_person_and_says_so(client):
    first = published(at=PAST)

    (second,) = redacted(first.release).editions

    assert (second.number, second.kind) == (2, "redaction")
    status, page = answers(client, "release_detail", "park-and-polestar-sign")
    assert status == 200
    assert "Personal data has been removed from this release on request." in page
    assert "Today is a new step." in page
    assert "[name removed]" in page
    assert "Alice" not in page
    assert "Correct" not in page
    assert "Alice" not in str(to_json(second.document)) + str(second.change_note)
    assert is_sound()


def test_it_is_the_edition_and_not_the_draft_and_preflight_is_not_asked():
    first = published(at=PAST)
    apply(document(headline={"en": "Half a sen"}, languages=["en"]), release=first.release)

    (second,) = redacted(first.release).editions

    assert second.document["headline"] == document().headline
    assert second.document["languages"] == ["zh-hant", "en"]


def test_what_was_public_before_is_read_nowhere_and_its_row_is_untouched(client):
    shown = picture()
    person = schema.PersonInPicture(key="pp1", record="alice-chan")
    portrait = schema.Figure(key="f1", picture=shown, people=[person])
    words = document(body=[*document().body, portrait])
    first = published(words, at=PAST)
    corrected(first, at=PAST + HOUR, body=words.body, headline={"en": "New", "zh-hant": "新標題"})
    frozen = list(Edition.objects.order_by("number").values())
    slug = first.document["slug"]
    assert get(client, "release_version", slug, 1) == 200
    assert get(client, "picture", shown.sha256, "480.webp") == 200

    redacted(first.release)

    assert list(Edition.objects.order_by("number").values())[:2] == frozen
    assert [get(client, "release_version", slug, number) for number in (1, 2)] == [404, 404]
    assert get(client, "picture", shown.sha256, "480.webp") == 404
    assert get(client, "person_detail", "alice-chan") == 404
    with translation.override("en"):
        for name in ("home", "release_list", "person_list", "picture_list", "feed", "sitemap"):
            url = reverse(name, args=["atom"] if name == "feed" else [])
            assert b"Alice" not in client.get(url).content, name
        assert b"Alice Chan</mark>" not in client.get(reverse("search"), {"q": "Alice"}).content
    old = {"page__edition__number__lte": 2}
    for model in (PageListing, PageText, PagePicture, PageMediaContact):
        assert not model.objects.filter(**old).exists()
    assert set(Page.objects.filter(edition__number__lte=2).values_list("headline", "summary")) == {
        ("", "")
    }


def test_an_address_that_was_given_out_still_leads_to_the_release(client):
    first = published(slug="the-old-address", at=PAST)
    corrected(first, at=PAST + HOUR, slug="the-new-address")

    redacted(first.release)
    rebuild_pages()

    with translation.override("en"):
        old = client.get(reverse("release_detail", args=["the-old-address"]))
    assert (old.status_code, old["Location"]) == (302, "/en/releases/the-new-address/")
    assert get(client, "release_version", "the-old-address", 1) == 404


def test_an_address_that_nobody_saw_leads_nowhere(client):
    first = published(slug="never-seen", at=timezone.now() + HOUR)
    corrected(first, at=timezone.now() + 2 * HOUR, slug="the-address")
    redacted(first.release)

    assert get(client, "release_detail", "never-seen") == 404
    assert not Page.objects.filter(slug="never-seen", is_redacted=True).exists()


def test_a_person_who_is_only_in_an_earlier_version_is_taken_out_of_that(client):
    first = published(at=PAST)
    without = {"body": BODY, "signatories": [schema.Signatory(key="s", person=BOB)]}
    second = corrected(first, at=PAST + HOUR, **without)

    (third,) = redacted(first.release).editions

    assert third.document == second.document
    assert get(client, "release_version", "park-and-polestar-sign", 1) == 404
    assert get(client, "release_detail", "park-and-polestar-sign") == 200


def test_a_note_that_names_the_person_is_reason_enough():
    first = published(document(body=BODY, signatories=[], media_contacts=[]), at=PAST)
    by = press_officer()
    release = acknowledged(
        apply(
            document(body=BODY, signatories=[], media_contacts=[], sub_headline={}),
            release=first.release,
        ),
        by=by,
    )
    correct(
        release=release,
        by=by,
        at=PAST + HOUR,
        note={**NOTE, "en": "Alice Chan is not the chairman."},
    )

    assert len(redacted(release).editions) == 1


def test_a_second_time_and_for_somebody_else_nothing_happens():
    first = published(at=PAST)
    redacted(first.release)

    assert redacted(first.release).editions == []
    assert redacted(first.release, Sought(Names(["Zelda Quux"]))).editions == []
    assert Edition.objects.count() == 2


def test_a_correction_that_is_scheduled_is_scheduled_again_without_the_person(client):
    first = published(at=PAST)
    tomorrow = timezone.now() + 24 * HOUR
    corrected(first, at=tomorrow, headline={"en": "Alice Chan signs", "zh-hant": "陳愛麗簽署"})

    now, later = redacted(first.release).editions

    assert (now.number, now.kind, now.document["headline"]) == (3, "redaction", document().headline)
    assert (later.number, later.kind, later.visible_from) == (4, "correction", tomorrow)
    assert later.document["headline"]["en"] == "[name removed] signs"
    assert later.change_note == NOTE
    for moment, number in ((timezone.now(), 3), (tomorrow, 4), (tomorrow + HOUR, 4)):
        public = Page.objects.public(moment).values_list("edition__number", flat=True)
        assert set(public) == {number}
        assert len(public) == 2
    assert set(Page.objects.past(tomorrow).values_list("edition__number", flat=True)) == {3}
    rebuild_pages()
    assert is_sound()


def test_only_the_scheduled_correction_names_them_and_readers_are_told_nothing():
    first = published(document(body=BODY, signatories=[]), at=PAST)
    corrected(first, at=timezone.now() + HOUR)

    now, later = redacted(first.release).editions

    assert (now.kind, now.change_note, now.document) == ("redaction", {}, first.document)
    assert later.kind == "correction"


def test_what_nobody_has_seen_yet_is_replaced_without_a_note(client):
    moment = timezone.now() + HOUR
    first = published(at=moment)

    (second,) = redacted(first.release).editions

    assert (second.kind, second.change_note, second.visible_from) == ("redaction", {}, moment)
    assert not Page.objects.public(timezone.now()).exists()
    assert set(Page.objects.values_list("edition__number", flat=True)) == {2}
    assert {page.published_at for page in Page.objects.all()} == {moment}
    assert is_sound()


def test_pages_made_again_do_not_bring_it_back(client):
    first = published(at=PAST)
    redacted(first.release)
    fields = [field.name for field in Page._meta.fields if field.name != "id"]
    pages = Page.objects.order_by("edition", "language")
    stored = list(pages.values(*fields))

    rebuild_pages()

    assert list(pages.all().values(*fields)) == stored
    assert get(client, "release_version", "park-and-polestar-sign", 1) == 404
    assert is_sound()


def test_correcting_a_redacted_release_does_not_bring_it_back(client):
    first = published(at=PAST)
    redacted(first.release)

    third = corrected(first, at=timezone.now(), body=BODY, signatories=[])

    assert third.kind == "correction"
    slug = "park-and-polestar-sign"
    assert [get(client, "release_version", slug, number) for number in (1, 2)] == [404, 200]
    _status, page = answers(client, "release_detail", slug)
    assert "versions/2" in page
    assert "versions/1" not in page
    assert is_sound()


def test_a_draft_that_is_restored_changes_nothing_that_is_public(client):
    first = published(at=PAST)
    drafting.save(document=document(body=BODY), release=first.release, by=None)
    redacted(first.release)

    drafting.restore(release=first.release, number=1, by=None)

    _status, page = answers(client, "release_detail", "park-and-polestar-sign")
    assert "Alice" not in page


def test_who_may_not_publish_may_not_redact_and_a_bad_note_is_refused():
    first = published(at=PAST)

    with pytest.raises(PermissionDenied):
        redact(release=first.release, sought=ALICE, by=press_officer(may_publish=False))
    with pytest.raises(ValidationError, match="in English"):
        redacted(first.release, note={"zh-hant": "已移除。"})
    with pytest.raises(ValidationError, match="holds the name"):
        redacted(first.release, note={"zh-hant": "陳愛麗已移除。", "en": "Gone."})
    assert Edition.objects.count() == 1


def test_feeds_bring_it_again_under_its_id_and_do_not_call_it_a_correction(client):
    first = published(at=PAST)
    with translation.override("en"):
        url = reverse("feed", args=["json"])
    (before,) = client.get(url).json()["items"]

    redacted(first.release)

    (after,) = client.get(url).json()["items"]
    assert after["id"] == before["id"]
    assert "orrection" not in str(after)
    assert "Personal data has been removed" in after["content_html"]


def test_nobody_is_listed_any_more_under_the_person():
    redacted(published(at=PAST).release)

    people = Listing.objects.filter(kind="person", pages__isnull=False)
    assert {listing.key for listing in people} == {"bob-lee"}


def test_migrating_again_does_not_make_all_pages_again():
    redacted(published(at=PAST).release)
    pages = set(Page.objects.values_list("pk", flat=True))

    make_pages_again(using="default")

    assert set(Page.objects.values_list("pk", flat=True)) == pages


def test_the_desk_lists_it_by_its_kind_and_shows_the_addresses_that_are_left(admin_client):
    first = published(at=PAST)
    redacted(first.release)

    listed = admin_client.get(reverse("admin:releases_edition_changelist")).content.decode()
    shown = admin_client.get(reverse("admin:releases_edition_change", args=[first.pk]))

    assert str(Edition.Kind.REDACTION.label) in listed
    assert "park-and-polestar-sign" in shown.content.decode()
    assert 'href="/en/releases/park-and-polestar-sign/"' not in shown.content.decode()
