"""Storing an imported release: a draft, and the standing records that it names."""

import pytest

from media_contacts.models import MediaContact
from partners.models import Boilerplate, Organisation, Spokesperson
from releases import drafting
from releases.document import UnknownPicture, compose, schema
from releases.importing.notes import Note
from releases.importing.storing import store
from releases.models import Release

from ..factories import ALICE, BOB, document, only_in, writer

pytestmark = pytest.mark.django_db

RECORDS = (Organisation, Boilerplate, Spokesperson, MediaContact)


def imported(**changes):
    """The release as an importer knows it: in Chinese, with no records."""
    whole = only_in("zh-hant", document(**changes))

    def unknown(person):
        return schema.replace(person, record=None)

    return schema.replace(
        whole,
        organisations=[unknown(o) for o in whole.organisations],
        signatories=[schema.replace(s, person=unknown(s.person)) for s in whole.signatories],
        witnesses=[schema.replace(w, person=unknown(w.person)) for w in whole.witnesses],
        body=[
            schema.replace(b, speaker=unknown(b.speaker)) if isinstance(b, schema.Quote) else b
            for b in whole.body
        ],
        boilerplates=[unknown(b) for b in whole.boilerplates],
        media_contacts=[unknown(c) for c in whole.media_contacts],
    )


def everything():
    return [list(model.objects.order_by("pk").values()) for model in RECORDS]


def test_people_organisations_boilerplates_and_contacts_become_records():
    release = store(imported())

    assert {o.name_zh_hant for o in Organisation.objects.all()} == {"海角創新園", "北極星生物"}
    assert {p.name_zh_hant for p in Spokesperson.objects.all()} == {"陳愛麗", "李柏"}
    assert Boilerplate.objects.get().text_zh_hant == "海角創新園成立於二〇〇一年。"
    assert MediaContact.objects.get(name_zh_hant="黃小姐").on_behalf_of.name_zh_hant == "海角創新園"
    composed = compose(release)
    alice = Spokesperson.objects.get(name_zh_hant="陳愛麗").key
    assert composed.signatories[0].person.record == alice
    assert next(b for b in composed.body if isinstance(b, schema.Quote)).speaker.record == alice


def test_what_stands_already_is_matched_and_never_changed():
    store(imported())
    before = everything()

    second = store(imported())

    assert everything() == before
    assert second.slug == "park-and-polestar-sign-2"
    assert all(o.record for o in compose(second).organisations)


def test_spaces_and_full_width_forms_do_not_make_a_second_organisation():
    Organisation.objects.create(key="cape", name_zh_hant="海角 創新園")

    store(imported())

    assert Organisation.objects.filter(name_zh_hant__contains="海角").count() == 1


def test_the_same_name_in_another_organisation_is_another_person():
    elsewhere = Organisation.objects.create(key="elsewhere", name_zh_hant="別處")
    Spokesperson.objects.create(key="other", organisation=elsewhere, name_zh_hant="陳愛麗")

    release = store(imported())

    assert compose(release).signatories[0].person.record != "other"


def test_the_release_keeps_the_words_of_the_file_where_a_record_says_otherwise():
    store(imported())
    promoted = schema.replace(ALICE, record=None, job_title={"zh-hant": "榮譽主席"})

    release = store(imported(signatories=[schema.Signatory(key="sig1", person=promoted)]))

    assert compose(release).signatories[0].person.job_title == {"zh-hant": "榮譽主席"}
    assert Spokesperson.objects.get(name_zh_hant="陳愛麗").job_title_zh_hant == "主席"


def test_a_name_longer_than_a_record_holds_stays_whole_in_the_release():
    long_name = {"zh-hant": "長" * 400}
    organisation = schema.Organisation(key="org1", name=long_name)

    release = store(imported(organisations=[organisation]))

    assert compose(release).organisations[0].name == long_name


def test_nothing_half_written_stays_where_storing_fails():
    lost = schema.Figure(key="f", picture=schema.Picture(sha256="e" * 64, width=1, height=1))

    with pytest.raises(UnknownPicture):
        store(imported(notes_to_editors=[lost]))

    assert not Release.objects.exists()
    assert everything() == [[], [], [], []]


def test_the_notes_and_the_name_go_with_the_draft():
    officer = writer()

    release = store(imported(), by=officer, internal_notes="agreed.txt:\n- a guess")

    release.refresh_from_db()
    assert release.created_by == officer
    assert release.internal_notes == "agreed.txt:\n- a guess"
    assert BOB.name["zh-hant"] == compose(release).witnesses[0].person.name["zh-hant"]


def test_what_the_source_printed_otherwise_stays_with_the_draft():
    printed = Note(
        "guess", "No country code.", 9, "2555 0123", "mc1", hint="contacts.phone-country"
    )
    guess = Note("guess", "Taken as the host.", part="org1")

    release = store(imported(), notes=[guess, printed])

    hints = [{"kind": "contacts.phone-country", "part": "mc1", "source": "2555 0123"}]
    assert Release.objects.get().source_hints == hints
    assert [c.key for c in compose(release).media_contacts] == ["mc1", "mc2"]


def test_a_later_save_keeps_what_the_source_printed():
    printed = Note("guess", "A slash.", 9, "carol@cape.example/", "mc1", hint="contacts.email")
    release = store(imported(), notes=[printed])

    changed = schema.replace(compose(release), headline={"zh-hant": "另一標題"})
    drafting.save(document=changed, by=None, release=release)

    assert len(Release.objects.get().source_hints) == 1
