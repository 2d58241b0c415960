"""A warning is acknowledged with a name, for exactly these words; errors let nothing out."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from releases import drafting, preflight
from releases.document import compose, schema
from releases.models import Acknowledgement, Edition
from releases.publishing import correct, publish

from ..factories import NOON, document, draft, press_officer, published

pytestmark = pytest.mark.django_db

SLIP = "They signed the the memorandum."


def with_words(english, **changes):
    block = schema.TextBlock(
        key="p1", html={"zh-hant": "<p>雙方簽署備忘錄。</p>", "en": f"<p>{english}</p>"}
    )
    whole = document(**changes)
    return schema.replace(whole, body=[block, *whole.body[1:]])


def with_address(address):
    whole = document()
    first, *others = whole.media_contacts
    return schema.replace(whole, media_contacts=[schema.replace(first, emails=[address]), *others])


def warnings_of(release):
    return [f for f in preflight.findings_of(release) if f.level == preflight.WARNING]


@pytest.fixture
def chief(superuser):
    return superuser


@pytest.fixture
def superuser(django_user_model):
    return django_user_model.objects.create_superuser("chief")


def test_a_release_without_slips_is_ready():
    assert preflight.blocking(preflight.findings_of(draft())) == []


def test_a_warning_waits_until_somebody_acknowledges_it(chief):
    release = draft(with_words(SLIP))
    [warning] = warnings_of(release)
    assert (warning.id, warning.excerpt) == ("english.doubled", "the the")
    with pytest.raises(ValidationError, match="1 warning"):
        publish(release=release, by=chief, at=NOON)
    preflight.acknowledge(release=release, finding=warning.digest, by=chief)
    assert warnings_of(release)[0].acknowledgement.acknowledged_by == chief
    publish(release=release, by=chief, at=NOON)


def test_it_counts_for_exactly_these_words(chief):
    release = draft(with_words(SLIP))
    [warning] = warnings_of(release)
    preflight.acknowledge(release=release, finding=warning.digest, by=chief)
    drafting.save(release=release, document=with_words(SLIP + " It rained."), by=None)
    assert warnings_of(release)[0].acknowledgement is None
    drafting.save(release=release, document=with_words(SLIP), by=None)
    assert warnings_of(release)[0].acknowledgement


def test_another_part_may_change_and_move(chief):
    release = draft(with_words(SLIP))
    preflight.acknowledge(release=release, finding=warnings_of(release)[0].digest, by=chief)
    first, *rest = with_words(SLIP).body
    moved = schema.replace(
        with_words(SLIP),
        body=[*rest, first],
        headline={"zh-hant": "另一標題", "en": "Another headline"},
    )
    drafting.save(release=release, document=moved, by=None)
    assert warnings_of(release)[0].acknowledgement


def test_saying_it_twice_says_it_once_and_keeps_the_first_name(chief):
    release = draft(with_words(SLIP))
    [warning] = warnings_of(release)
    preflight.acknowledge(release=release, finding=warning.digest, by=chief)
    other = press_officer(may_publish=False)
    other.is_superuser = True
    other.save()
    preflight.acknowledge(release=release, finding=warning.digest, by=other)
    assert Acknowledgement.objects.get().acknowledged_by == chief


def test_what_does_not_stand_there_is_not_acknowledged(chief):
    release = draft(with_words(SLIP))
    [warning] = warnings_of(release)
    drafting.save(release=release, document=document(), by=None)
    with pytest.raises(ValidationError, match="no such warning"):
        preflight.acknowledge(release=release, finding=warning.digest, by=chief)


def test_an_error_is_no_warning(chief):
    release = draft(with_address("carol@cape.example/"))
    [error] = preflight.blocking(preflight.findings_of(release))
    with pytest.raises(ValidationError, match="no such warning"):
        preflight.acknowledge(release=release, finding=error.digest, by=chief)


def test_who_has_no_right_acknowledges_nothing():
    release = draft(with_words(SLIP))
    with pytest.raises(PermissionDenied):
        preflight.acknowledge(
            release=release, finding=warnings_of(release)[0].digest, by=press_officer()
        )


def test_nothing_is_published_with_an_error(chief):
    release = draft(with_address("carol@cape.example/"))
    with pytest.raises(ValidationError, match="carol@cape.example/"):
        publish(release=release, by=chief, at=NOON)
    assert not Edition.objects.exists()


def test_nothing_is_corrected_with_an_error(chief):
    release = published().release
    drafting.save(release=release, document=with_address("carol@cape.example/"), by=None)
    note = {"zh-hant": "電郵有誤。", "en": "The address was wrong."}
    with pytest.raises(ValidationError, match="carol@cape.example/"):
        correct(release=release, by=chief, at=NOON, note=note)
    assert Edition.objects.count() == 1


def test_a_draft_is_read_in_few_queries_however_long_it_is(django_assert_max_num_queries):
    blocks = [
        schema.TextBlock(
            key=f"b{n}", html={"zh-hant": f"<p>第{n}段。</p>", "en": f"<p>Text {n}.</p>"}
        )
        for n in range(40)
    ]
    release = draft(schema.replace(document(), body=blocks))
    whole = compose(release)
    with django_assert_max_num_queries(8):
        preflight.findings_of(release, whole)
