"""Every save is a version; a stale one is refused and loses nothing; restoring is exact."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from releases import drafting
from releases.document import compose, from_json, schema
from releases.models import Release, Version

from ..document.test_round_trip import (  # noqa: F401
    PICTURES,
    property_with_database,
    stored_pictures,
)
from ..factories import document, writer
from ..strategies import documents


def retitled(words, value=None):
    return schema.replace(value or document(), headline={"zh-hant": words, "en": "Agreed"})


def now(release):
    return compose(Release.objects.get(pk=release.pk))


def seen_of(release):
    return drafting.seen_digest(now(release), Release.objects.get(pk=release.pk).internal_notes)


@pytest.fixture
def ming(db):
    return writer("ming")


@pytest.fixture
def release(ming):
    return drafting.save(document=document(), by=ming)


def test_every_save_is_a_version_that_names_who_saved_it(release, ming):
    kit = writer("kit")

    drafting.save(document=retitled("改了題"), release=release, by=kit, seen=seen_of(release))

    assert [(v.number, v.saved_by) for v in release.versions.all()] == [(2, kit), (1, ming)]
    assert from_json(release.versions.get(number=1).document) == document()
    assert release.created_by == ming


def test_a_save_that_changes_nothing_is_no_version(release, ming):
    drafting.save(document=document(), release=release, by=ming, seen=seen_of(release))

    assert release.versions.count() == 1


def test_internal_notes_are_kept_with_the_version_and_alone_make_one(release, ming):
    drafting.save(document=document(), release=release, by=ming, internal_notes="問過律師")

    assert [v.internal_notes for v in release.versions.all()] == ["問過律師", ""]


def test_what_changed_past_the_verb_is_a_version_before_the_next_save(release, ming):
    Release.objects.filter(pk=release.pk).update(headline_en="Changed by hand")

    drafting.save(document=retitled("新題"), release=release, by=ming)

    by_hand = release.versions.get(number=2)
    assert by_hand.document["headline"]["en"] == "Changed by hand"
    assert by_hand.saved_by is None


def test_a_stale_save_is_refused_with_both_texts(release, ming):
    kit, seen = writer("kit"), seen_of(release)
    drafting.save(document=retitled("甲改的"), release=release, by=ming, seen=seen)

    with pytest.raises(drafting.Stale) as refused:
        drafting.save(
            document=retitled("乙改的"), release=release, by=kit, seen=seen, internal_notes="乙的"
        )

    stale = refused.value
    assert stale.base == document()
    assert stale.theirs == retitled("甲改的") == now(release)
    assert stale.mine == retitled("乙改的")
    assert stale.notes == ("", "", "乙的")
    assert stale.by == ming
    assert stale.seen == seen_of(release)
    assert release.versions.count() == 2


def test_internal_notes_of_somebody_else_are_not_overwritten_either(release, ming):
    seen = seen_of(release)
    drafting.save(document=document(), release=release, by=ming, seen=seen, internal_notes="甲")

    with pytest.raises(drafting.Stale):
        drafting.save(document=document(), release=release, by=ming, seen=seen, internal_notes="乙")


def test_a_form_that_is_sent_twice_is_saved_once(ming):
    first = drafting.save(document=document(), by=ming, token="form-1")
    again = drafting.save(document=document(), by=ming, token="form-1")

    assert again == first
    assert Version.objects.count() == Release.objects.count() == 1


def test_a_form_that_is_gone_back_to_and_changed_goes_on_from_its_own_words(release, ming):
    seen = seen_of(release)
    drafting.save(document=retitled("一"), release=release, by=ming, seen=seen, token="form-1")
    drafting.save(document=retitled("二"), release=release, by=ming, seen=seen, token="form-1")

    assert now(release).headline["zh-hant"] == "二"
    assert release.versions.count() == 3


def test_a_new_release_that_is_gone_back_to_and_changed_stays_one_release(ming):
    drafting.save(document=document(), by=ming, token="form-1")
    drafting.save(document=retitled("二"), by=ming, token="form-1")

    assert Release.objects.get().headline_zh_hant == "二"


def test_an_address_that_another_release_has_is_refused(release, ming):
    with pytest.raises(ValidationError, match="Another release has this address"):
        drafting.save(document=document(), by=ming)


def test_restoring_says_from_which_version(release, ming):
    drafting.save(document=retitled("二"), release=release, by=ming)

    drafting.restore(release=release, number=1, by=ming, seen=seen_of(release))

    newest = release.versions.first()
    assert (newest.number, newest.restored_from) == (3, 1)
    assert now(release) == document()


def test_restoring_over_words_that_nobody_has_looked_at_is_refused(release, ming):
    seen = seen_of(release)
    drafting.save(document=retitled("二"), release=release, by=ming)

    with pytest.raises(drafting.Stale):
        drafting.restore(release=release, number=1, by=ming, seen=seen)


@property_with_database
@given(st.lists(documents(PICTURES), min_size=2, max_size=4), st.data())
def test_after_restoring_a_version_the_draft_is_the_document_of_that_version(
    stored_pictures,  # noqa: F811
    history,
    data,
):
    Release.objects.all().delete()
    release = None
    for saved in history:
        release = drafting.save(document=saved, release=release, by=None)
    number = data.draw(st.integers(1, release.versions.count()))
    stored = release.versions.get(number=number)

    drafting.restore(release=release, number=number, by=None)

    assert compose(Release.objects.get(pk=release.pk)) == from_json(stored.document)
    assert from_json(release.versions.get(number=number).document) in history
