"""Erasing: a person leaves a draft and its whole history, and what is known of it otherwise stays."""

import pytest
from django.utils import timezone

from releases import drafting, preflight
from releases.document import Names, Sought, compose, digest, schema, to_json
from releases.document.naming import MARKS
from releases.models import Acknowledgement, PersonInPicture, Release, Translation, Version

from ..factories import document, picture, press_officer, writer

pytestmark = pytest.mark.django_db

ALICE = Sought(Names(["Alice Chan", "陳愛麗"]), people=frozenset({"alice-chan"}))
MARK = MARKS["en"]


def saved(release=None, *, by=None, notes="", **changes):
    return drafting.save(document=document(**changes), release=release, by=by, internal_notes=notes)


def erased(release):
    drafting.erase(release=release, sought=ALICE)
    return Release.objects.get(pk=release.pk)


def body(en, zh="陳愛麗到場。"):
    return [schema.TextBlock(key="p1", html={"zh-hant": f"<p>{zh}</p>", "en": f"<p>{en}</p>"})]


def everything(release):
    return str(
        [
            to_json(compose(release)),
            list(Release.objects.values()),
            list(Version.objects.values("document", "internal_notes")),
            list(Translation.objects.values()),
            list(Acknowledgement.objects.values()),
        ]
    )


def test_the_draft_its_notes_and_every_version_are_without_the_person():
    release = saved(notes="Ask Alice Chan first.")
    saved(release, body=body("A memorandum."), signatories=[])
    hints = [{"kind": "number", "part": "p1", "source": "陳愛麗 12"}]
    Release.objects.filter(pk=release.pk).update(source_hints=hints)

    release = erased(release)

    assert "Alice" not in everything(release)
    assert "陳愛麗" not in everything(release)
    assert release.versions.get(number=1).internal_notes == f"Ask {MARK} first."
    assert release.digest == digest(compose(release))
    newest = release.versions.first()
    assert newest.digest == drafting.seen_digest(compose(release), release.internal_notes)


def test_restoring_a_version_does_not_bring_the_person_back():
    release = saved()
    saved(release, signatories=[])
    erased(release)

    release = drafting.restore(release=release, number=1, by=None)

    assert "Alice" not in str(to_json(compose(release)))
    assert compose(release).signatories[0].person.name == {}


def test_a_form_that_was_open_is_stale():
    release = saved()
    seen = release.versions.first().digest
    erased(release)

    with pytest.raises(drafting.Stale):
        drafting.save(document=document(), release=release, by=None, seen=seen)


def test_the_second_time_nothing_is_found_and_nothing_is_written():
    release = erased(saved())
    before = list(Release.objects.values())

    assert drafting.erase(release=release, sought=ALICE).places == []
    assert list(Release.objects.values()) == before


def test_looking_writes_nothing_and_finds_the_same():
    release = saved(notes="Alice Chan")
    before = everything(release)

    found = drafting.traces(release, ALICE)

    assert everything(release) == before
    assert found == drafting.erase(release=release, sought=ALICE)
    assert ("draft: signatories[0].person", "陳愛麗", "left out") in found.places


def test_what_is_known_of_translations_goes_on():
    by = writer()
    release = saved(by=by, body=body("Alice Chan came."))
    saved(release, by=by, body=body("Alice Chan came.", zh="陳愛麗今日到場。"))
    stale = drafting.readiness(release, compose(release))
    assert stale["en"]["stale"] == 1

    release = erased(release)

    assert drafting.readiness(release, compose(release)) == stale == release.readiness
    (found,) = drafting.translation_state(release, compose(release))[1]
    assert found.seen == "<p>[姓名已刪除]到場。</p>"


def test_a_translation_that_is_up_to_date_stays_so():
    by = writer()
    release = saved(by=by, body=body("Alice Chan came."))

    release = erased(release)

    assert drafting.readiness(release, compose(release))["en"]["stale"] == 0
    digests = set(Translation.objects.filter(part="p1").values_list("digest", flat=True))
    assert digests == {digest(f"<p>{MARK} came.</p>")}


def test_what_was_as_published_still_is():
    release = saved()
    Release.objects.filter(pk=release.pk).update(published_digest=release.digest)

    release = erased(release)

    assert release.published_digest == release.digest == digest(compose(release))


def test_a_draft_in_the_bin_and_rows_that_no_figure_names_are_erased_too():
    shown = schema.Figure(key="fig1", picture=picture(), caption={"en": "Two people"})
    release = saved(body=[*document().body, shown])
    PersonInPicture.objects.create(release=release, figure_key="gone", name_en="Alice Chan")
    Release.objects.filter(pk=release.pk).update(deleted_at=timezone.now())

    release = erased(release)

    assert "Alice" not in everything(release)
    assert not PersonInPicture.objects.filter(name_en="Alice Chan").exists()
    assert [figure.key for figure in compose(release).figures()] == ["fig1"]


def test_what_somebody_acknowledged_is_remembered_without_the_name():
    release = saved()
    Acknowledgement.objects.create(
        release=release,
        check_id="names.spelling",
        digest="0" * 64,
        excerpt="Dr Alice Chan",
        acknowledged_at=timezone.now(),
        acknowledged_by=press_officer(),
    )

    erased(release)

    assert Acknowledgement.objects.get().excerpt == f"Dr {MARK}"


def test_preflight_and_saving_go_on_after_it():
    release = erased(saved())

    assert isinstance(preflight.findings_of(release), list)
    again = drafting.save(document=compose(release), release=release, by=None)
    assert again.versions.count() == 1
