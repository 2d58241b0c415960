"""Choosing a record copies its words: once, and never over what was typed."""

import datetime as dt

import pytest
from django.urls import reverse

from partners.models import Boilerplate, Spokesperson
from pictures import store
from releases.copying import values_of
from releases.document import compose
from releases.models import Figure, Quote, ReleaseMediaContact, ReleaseOrganisation, Signatory

from ..factories import draft, image_bytes
from .forms import add_row, errors, values

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    return draft(signatories=[], organisations=[], media_contacts=[], boilerplates=[])


@pytest.fixture
def save(desk, release):
    """Post the form of the release, with changes made to it by the function given."""

    def save(change):
        url = reverse("admin:releases_release_change", args=[release.pk])
        data = values(desk.get(url))
        change(data)
        assert errors(desk.post(url, data)) == []
        return compose(release)

    return save


def test_choosing_a_person_copies_name_title_and_organisation_in_both_languages(save, alice):
    document = save(lambda data: add_row(data, "signatory_set", person="alice-chan", ordering="0"))

    person = document.signatories[0].person
    assert person.record == "alice-chan"
    assert person.name == {"zh-hant": "陳愛麗", "en": "Alice Chan"}
    assert person.honorific == {"zh-hant": "博士", "en": "Dr"}
    assert person.job_title == {"zh-hant": "主席", "en": "Chairman"}
    assert person.organisation == {"zh-hant": "海角創新園", "en": "Cape Innovation Park"}


def test_what_is_typed_wins_over_the_record(save, alice):
    document = save(
        lambda data: add_row(
            data, "signatory_set", person="alice-chan", job_title_en="Acting Chairman", ordering="0"
        )
    )

    job_title = document.signatories[0].person.job_title
    assert job_title == {"zh-hant": "主席", "en": "Acting Chairman"}


def test_choosing_another_person_replaces_what_came_from_the_first(save, alice, bob):
    save(lambda data: add_row(data, "signatory_set", person="alice-chan", ordering="0"))

    document = save(lambda data: data.update({"signatory_set-0-person": "bob-lee"}))

    person = document.signatories[0].person
    assert person.name == {"zh-hant": "李柏", "en": "Bob Lee"}
    assert person.honorific == {}
    assert person.job_title == {"zh-hant": "行政總裁"}


def test_later_saves_copy_nothing(save, alice):
    save(lambda data: add_row(data, "signatory_set", person="alice-chan", ordering="0"))
    Spokesperson.objects.update(job_title_en="President")
    save(lambda data: data.update({"signatory_set-0-honorific_en": ""}))

    document = save(lambda data: data.update({"headline_en": "Another headline"}))

    person = document.signatories[0].person
    assert person.job_title["en"] == "Chairman"
    assert "en" not in person.honorific


def test_taking_the_record_away_leaves_the_words(save, alice):
    save(lambda data: add_row(data, "signatory_set", person="alice-chan", ordering="0"))

    document = save(lambda data: data.update({"signatory_set-0-person": ""}))

    assert document.signatories[0].person.record is None
    assert document.signatories[0].person.name["en"] == "Alice Chan"


def test_a_quote_copies_its_speaker(save, alice):
    document = save(
        lambda data: add_row(
            data,
            "releases_quote_set",
            person="alice-chan",
            text_en="Yes.",
            region="body",
            ordering="99",
        )
    )

    assert document.body[-1].speaker.job_title["en"] == "Chairman"


def test_an_organisation_copies_names_role_website_and_logo(save, park):
    park.logo = store.add(image_bytes("red"), name="Logo")
    park.save()

    document = save(
        lambda data: add_row(
            data, "releaseorganisation_set", record="cape-park", role="host", ordering="0"
        )
    )

    organisation = document.organisations[0]
    assert organisation.short_name == {"zh-hant": "海角園", "en": "Cape Park"}
    assert organisation.website == "https://www.cape.example"
    assert organisation.logo.sha256 == park.logo.sha256


def test_a_role_that_was_not_touched_is_that_of_the_record(save, bob):
    save(
        lambda data: add_row(
            data, "releaseorganisation_set", record="polestar", role="host", ordering="0"
        )
    )

    assert ReleaseOrganisation.objects.get().role == "partner"


def test_a_boilerplate_copies_organisation_text_and_website(save, boilerplate):
    document = save(
        lambda data: add_row(data, "releaseboilerplate_set", record="cape-park-2026", ordering="0")
    )

    copied = document.boilerplates[0]
    assert copied.organisation["en"] == "Cape Innovation Park"
    assert copied.text["en"] == "Cape Innovation Park was founded in 2001.\n\nIt has 500 tenants."
    assert copied.website == "https://www.cape.example"


def test_a_contact_copies_agency_client_telephones_and_addresses(save, carol):
    document = save(
        lambda data: add_row(
            data, "releasemediacontact_set", record="carol", phones="", emails="", ordering="0"
        )
    )

    contact = document.media_contacts[0]
    assert contact.organisation == {"zh-hant": "博訊公關"}, (
        "a missing name is not taken from the client"
    )
    assert contact.on_behalf_of == {"zh-hant": "海角創新園", "en": "Cape Innovation Park"}
    assert [(phone.number, phone.extension) for phone in contact.phones] == [
        ("+85225550123", "7"),
        ("+85225550124", ""),
    ]
    assert contact.emails == ["carol@pr.example", "press@cape.example"]


def test_changing_the_contact_replaces_its_telephones(save, carol, park):
    save(lambda data: add_row(data, "releasemediacontact_set", record="carol", ordering="0"))
    type(carol).objects.create(
        key="dan", on_behalf_of=park, name_en="Dan", emails=["dan@cape.example"]
    )

    save(lambda data: data.update({"releasemediacontact_set-0-record": "dan"}))

    row = ReleaseMediaContact.objects.get()
    assert (row.phones, row.emails) == ([], ["dan@cape.example"])
    assert row.organisation_en == "Cape Innovation Park"


def test_a_topic_copies_its_name(save, biotech):
    document = save(lambda data: add_row(data, "releasetopic_set", record="biotech", ordering="0"))

    assert document.topics[-1].name == {"zh-hant": "生物科技", "en": "Biotechnology"}


def test_a_picture_brings_the_words_of_its_file_where_the_figure_has_none(save):
    shown = store.add(image_bytes("red"), name="Red")
    type(shown).objects.update(credit_found="Photo: A. Chan", caption_found="簽署儀式")

    save(
        lambda data: add_row(
            data,
            "releases_figure_set",
            picture=shown.sha256,
            credit_en="Cape Park",
            region="body",
            ordering="99",
        )
    )

    figure = Figure.objects.get()
    assert figure.credit_en == "Cape Park"
    assert not figure.credit_zh_hant
    assert figure.caption_zh_hant == "簽署儀式"
    assert not figure.caption_en


def test_a_record_that_is_gone_is_remembered_until_another_is_chosen(save, release, alice):
    Signatory.objects.create(release=release, person_id="long-gone", name_en="Zoe")

    document = save(lambda data: data.update({"headline_en": "Another headline"}))
    assert document.signatories[0].person.record == "long-gone"

    document = save(lambda data: data.update({"signatory_set-0-person": "alice-chan"}))
    assert document.signatories[0].person.record == "alice-chan"
    assert document.signatories[0].person.name["en"] == "Alice Chan"


def test_the_boilerplates_on_offer_are_those_in_force_or_to_come(desk, park, boilerplate):
    Boilerplate.objects.create(
        key="old", organisation=park, text_en="Old", in_force_from=dt.date(2020, 1, 1)
    )
    Boilerplate.objects.create(
        key="next", organisation=park, text_en="Next", in_force_from=dt.date(2100, 1, 1)
    )

    found = desk.get(
        "/admin/autocomplete/",
        {
            "app_label": "releases",
            "model_name": "releaseboilerplate",
            "field_name": "record",
            "term": "Cape",
        },
    ).json()["results"]

    assert {result["id"] for result in found} == {"next", "cape-park-2026"}


def test_nothing_is_copied_from_what_is_no_record():
    with pytest.raises(TypeError):
        values_of(Quote())
