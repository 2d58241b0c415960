"""Correcting: a new edition beside the old one, which stays readable and never changes."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation

from releases.document import apply, schema
from releases.models import Edition, Page
from releases.publishing import correct, publish, rebuild_pages, verify_editions

from ..factories import NOON, document, draft, only_in, press_officer, published

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
NOTE = {"zh-hant": "更正：簽署日期。", "en": "The date of the signing was wrong."}
RIGHT = {"headline": {"zh-hant": "正確的標題", "en": "The right headline"}}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def changed(edition, **changes):
    """The draft of a published release with other words in it."""
    return apply(document(**(RIGHT | changes)), release=edition.release)


def corrected(edition, *, at=NOON + HOUR, note=NOTE, by=None, **changes):
    release = changed(edition, **changes)
    return correct(release=release, by=by or press_officer(), at=at, note=note)


def headlines(at, language="en"):
    pages = Page.objects.public(at).filter(language=language)
    return list(pages.values_list("headline", flat=True))


def test_a_correction_takes_the_place_of_the_edition_before_to_the_second():
    first = published()

    second = corrected(first)

    assert (second.number, second.kind, second.change_note) == (2, "correction", NOTE)
    assert headlines(NOON + HOUR - dt.timedelta(seconds=1)) == [
        "Cape Park and Polestar join forces"
    ]
    assert headlines(NOON + HOUR) == ["The right headline"]
    assert [*Page.objects.past(NOON + HOUR).filter(language="en")] == [
        first.pages.get(language="en")
    ]
    assert not Page.objects.past(NOON).exists()


def test_the_edition_before_stays_as_it_was_and_all_is_sound():
    first = published()
    frozen = Edition.objects.values().get(pk=first.pk)

    corrected(first)

    assert Edition.objects.values().get(pk=first.pk) == frozen
    assert [fault for _edition, fault in verify_editions()] == ["", ""]


def test_a_corrected_release_keeps_the_moment_and_the_date_at_which_it_first_went_out():
    first = published(dateline=schema.Dateline())

    second = corrected(first, at=NOON + dt.timedelta(days=3), dateline=schema.Dateline())

    for page in second.pages.all():
        assert (page.published_at, page.date) == (NOON, dt.date(2026, 5, 4))


def test_pages_made_again_have_the_same_windows():
    corrected(published())
    windows = [*Page.objects.order_by("edition", "language").values_list(*WINDOW)]

    rebuild_pages()

    assert [*Page.objects.order_by("edition", "language").values_list(*WINDOW)] == windows


WINDOW = ("edition", "language", "published_at", "visible_from", "visible_until")


@pytest.mark.parametrize("note", [{}, {"en": "Wrong."}, {"en": "Wrong.", "zh-hant": "  "}])
def test_what_was_wrong_is_said_in_every_language(note):
    first = published()

    with pytest.raises(
        ValidationError, match=r"Say what was wrong, in (Traditional Chinese|English)"
    ):
        corrected(first, note=note)

    assert Edition.objects.count() == 1
    assert headlines(NOON + HOUR) == ["Cape Park and Polestar join forces"]


def test_a_correction_without_a_change_is_refused():
    first = published()

    with pytest.raises(ValidationError, match="Nothing has changed since edition 1"):
        correct(release=first.release, by=press_officer(), at=NOON + HOUR, note=NOTE)


def test_a_draft_that_was_never_published_is_not_corrected():
    with pytest.raises(ValidationError, match="has not been published yet"):
        correct(release=draft(), by=press_officer(), at=NOON, note=NOTE)


def test_who_may_not_publish_may_not_correct():
    first = published()

    with pytest.raises(PermissionDenied):
        corrected(first, by=press_officer(may_publish=False))


def test_a_correction_does_not_go_out_before_what_it_corrects():
    first = published()

    with pytest.raises(ValidationError, match="becomes public only later"):
        corrected(first, at=NOON - HOUR)


def test_what_nobody_could_see_yet_is_replaced_without_a_word():
    first = published()

    second = corrected(first, at=NOON, note={})

    assert (second.kind, second.change_note) == ("first", {})
    assert headlines(NOON) == ["The right headline"]
    assert not Page.objects.past(NOON + HOUR).exists()
    assert second.pages.first().published_at == NOON
    assert [fault for _edition, fault in verify_editions()] == ["", ""]


def test_a_correction_may_take_a_language_back_and_add_one():
    first = publish(release=draft(only_in("zh-hant", document())), by=press_officer(), at=NOON)

    corrected(first, languages=["zh-hant", "en"])

    assert headlines(NOON + HOUR) == ["The right headline"]
    assert headlines(NOON) == []


def test_a_correction_keeps_its_address_or_takes_a_free_one():
    first = published()
    other = published(slug="taken")
    apply(document(slug="left"), release=other.release)

    with pytest.raises(ValidationError, match="at the address “taken”"):
        corrected(first, slug="taken")
    corrected(first, slug="park-and-polestar-sign")


def test_a_correction_replaced_at_its_own_moment_is_a_correction_all_the_same():
    first = published()
    corrected(first)

    third = corrected(first, headline={"zh-hant": "再改", "en": "Better still"})

    assert (third.kind, third.change_note) == ("correction", NOTE)
    assert {page.published_at for page in third.pages.all()} == {NOON}
    assert headlines(NOON + HOUR) == ["Better still"]


def test_a_correction_while_pages_are_made_again_keeps_its_window():
    first = published()
    published(document(slug="another"))

    def meanwhile(count):
        if count == 1:
            corrected(first)

    rebuild_pages(progress=meanwhile)

    assert sorted(headlines(NOON + HOUR)) == [
        "Cape Park and Polestar join forces",  # the other release
        "The right headline",
    ]
    assert [fault for _edition, fault in verify_editions()] == ["", "", ""]
