"""What the newsroom knows of a release besides its document."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from partners.models import Boilerplate, Organisation, Spokesperson
from releases import drafting
from releases.document import compose, schema
from releases.importing import File, reviewing
from releases.models import Release, Term
from releases.preflight import Hint, Place, run
from releases.preflight import reading as known
from releases.preflight.standing import standing

from ..factories import document

pytestmark = pytest.mark.django_db


def of(release: Release):
    return standing(release, compose(release))


def saved(**changes):
    return drafting.save(document=document(**changes), by=None)


def organisation(key, zh_hant="某機構", en="Some Organisation", **fields):
    return Organisation.objects.create(key=key, name_zh_hant=zh_hant, name_en=en, **fields)


def boilerplate(key, owner, days):
    return Boilerplate.objects.create(
        key=key,
        organisation=owner,
        text_zh_hant="簡介",
        in_force_from=timezone.localdate() + dt.timedelta(days=days),
    )


def test_a_boilerplate_is_known_with_the_newest_of_its_organisation_that_is_in_force():
    park, other = organisation("park"), organisation("other")
    old = boilerplate("cape-park-2026", park, -400)
    newest = boilerplate("cape-park-2027", park, 0)
    boilerplate("cape-park-2028", park, 1)
    boilerplate("of-another", other, -1)

    assert of(saved()).boilerplates == {
        "cape-park-2026": known.StandingBoilerplate(
            old.in_force_from, "cape-park-2027", newest.in_force_from
        )
    }


def test_one_that_comes_into_force_later_is_its_own_newest():
    later = boilerplate("cape-park-2026", organisation("park"), 5)

    day = later.in_force_from
    assert of(saved()).boilerplates == {
        "cape-park-2026": known.StandingBoilerplate(day, "cape-park-2026", day)
    }


def test_a_boilerplate_whose_record_is_gone_is_not_known():
    assert of(saved()).boilerplates == {}


def test_terms_are_those_of_the_glossary_that_have_english():
    Term.objects.create(zh_hant="備忘錄", en="memorandum")
    Term.objects.create(zh_hant="軟件", zh_hans="软件")

    assert of(saved()).terms == (known.Term("備忘錄", "memorandum", "term"),)


def test_names_on_record_are_terms_where_the_release_prints_them_and_has_no_field_for_them():
    tower = organisation("tower", "燈塔基金會", "Beacon Foundation")
    organisation("unprinted", "霽山大學", "Tsai Shan University")
    organisation("cape-park", "海角創新園", "Cape Innovation Park")
    organisation("chinese-only", "燈塔", "")
    for key, zh_hant, en in (("dora", "杜若", "Dora To"), ("alice", "陳愛麗", "Alice Chan")):
        Spokesperson.objects.create(key=key, organisation=tower, name_zh_hant=zh_hant, name_en=en)
    release = saved(sub_headline={"zh-hant": "燈塔基金會與杜若出席", "en": "Guests came from afar"})

    assert of(release).terms == (
        known.Term("燈塔基金會", "Beacon Foundation", "organisation"),
        known.Term("杜若", "Dora To", "person"),
    )


def test_a_translation_whose_source_has_changed_is_a_place():
    release = saved()
    assert of(release).stale == ()

    headline = {**document().headline, "zh-hant": "海角創新園與北極星攜手"}
    release = drafting.save(document=document(headline=headline), by=None, release=release)

    assert of(release).stale == (Place("", "headline", "en"),)


def test_what_the_source_printed_otherwise_is_remembered():
    release = saved()
    assert of(release).hints == ()

    release.source_hints = [{"kind": "contacts.email", "part": "mc1", "source": "a@b.example/"}]
    release.save()

    assert of(Release.objects.get()).hints == (Hint("contacts.email", "mc1", "a@b.example/"),)


@pytest.mark.parametrize("records", [1, 5])
def test_it_asks_five_questions_however_much_is_on_record(records, django_assert_num_queries):
    parts = []
    for number in range(records):
        owner = organisation(f"park-{number}", f"機構{number}", f"Organisation {number}")
        boilerplate(f"bp-{number}", owner, -1)
        Spokesperson.objects.create(organisation=owner, name_zh_hant="某", name_en="So")
        Term.objects.create(zh_hant=f"詞{number}", en=f"term {number}")
        parts.append(schema.Boilerplate(key=f"b{number}", record=f"bp-{number}"))
    release = saved(boilerplates=parts)
    composed = compose(release)

    with django_assert_num_queries(5):
        assert len(standing(release, composed).boilerplates) == records


SOURCE = """\
Cape Park and Polestar join forces

HONG KONG, 4 May 2026 - Cape Innovation Park today signed a memorandum with Polestar Bio.

Dr Alice Chan, Chairman of Cape Innovation Park, said: "Today is a new step."

Media contact
Cape Innovation Park
Carol Wong
Tel: 2555 0123
Email: carol@cape.example/
"""


def reviewed(path):
    review = reviewing.begin(files=[File(path.name, path.read_bytes())], by=None)
    reviewing.confirm(review=review, by=None, seen=reviewing.state(review))


def commanded(path):
    call_command("import_release", str(path))


@pytest.mark.parametrize("imported", [reviewed, commanded])
def test_what_an_import_put_right_is_found_in_the_draft(imported, tmp_path):
    path = tmp_path / "agreed.txt"
    path.write_text(SOURCE)

    imported(path)

    release = Release.objects.get()
    found = run(compose(release), standing=of(release))
    assert {f.id: f.excerpt for f in found if f.id.startswith("contacts.")} == {
        "contacts.phone-country": "2555 0123",
        "contacts.email-printed": "carol@cape.example/",
    }
