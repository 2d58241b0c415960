"""What needs translating is known by the words themselves: no timestamps, no tick boxes."""

import pytest
from django.core.exceptions import ValidationError

from releases import drafting
from releases.document import compose, schema

from ..factories import document, writer

pytestmark = pytest.mark.django_db


def paragraph(zh="雙方今日簽署備忘錄。", en="A memorandum was signed."):
    words = {"zh-hant": f"<p>{zh}</p>", "en": f"<p>{en}</p>"}
    html = {code: value for code, value in words.items() if value != "<p></p>"}
    return document(body=[schema.TextBlock(key="p1", html=html)])


def save(value, release=None, **more):
    return drafting.save(document=value, release=release, by=None, **more)


def state(release):
    missing, stale, checks = drafting.translation_state(release, compose(release))
    return (
        [(unit.part, unit.field) for unit in missing],
        [(found.unit.part, found.unit.field, found.seen) for found in stale],
        [row.part for row in checks],
    )


def test_a_release_whose_languages_were_written_together_needs_nothing():
    assert state(save(paragraph())) == ([], [], [])


def test_a_source_that_changes_makes_its_translation_stale_and_remembers_what_was_seen():
    release = save(paragraph(zh="雙方今日簽署備忘錄。"))

    save(paragraph(zh="雙方昨日簽署備忘錄。"), release)
    save(paragraph(zh="雙方前日簽署備忘錄。"), release)

    assert state(release)[1] == [("p1", "html", "<p>雙方今日簽署備忘錄。</p>")]
    release.refresh_from_db()
    assert release.readiness == {
        "zh-hant": {"missing": 0, "stale": 0},
        "en": {"missing": 0, "stale": 1},
    }


def test_a_source_that_goes_back_to_what_was_seen_makes_it_good_again():
    release = save(paragraph())
    save(paragraph(zh="雙方昨日簽署備忘錄。"), release)

    save(paragraph(), release)

    assert state(release)[1] == []


def test_a_translation_that_is_written_anew_is_of_the_source_beside_it():
    release = save(paragraph())
    save(paragraph(zh="雙方昨日簽署備忘錄。"), release)

    save(paragraph(zh="雙方昨日簽署備忘錄。", en="A memorandum was signed yesterday."), release)

    assert state(release)[1] == []


def test_changing_a_translation_alone_makes_nothing_stale():
    release = save(paragraph())

    save(paragraph(en="The two parties signed a memorandum."), release)

    assert state(release) == ([], [], [])


def test_a_save_that_changes_nothing_raises_no_alarm():
    release = save(paragraph())
    save(paragraph(), release, internal_notes="noted")

    assert state(release) == ([], [], [])


def test_a_release_that_was_there_before_anybody_noted_translations_is_judged_from_its_next_change():
    release = save(paragraph())
    release.translations.all().delete()

    save(paragraph(zh="雙方昨日簽署備忘錄。"), release)

    assert state(release)[1] == [("p1", "html", "<p>雙方今日簽署備忘錄。</p>")]


def test_restoring_a_version_restores_what_was_known_of_its_translation():
    release = save(paragraph())
    save(paragraph(zh="雙方昨日簽署備忘錄。"), release)
    save(paragraph(zh="雙方昨日簽署備忘錄。", en="It was signed yesterday."), release)

    drafting.restore(release=release, number=2, by=None)

    assert state(release)[1] == [("p1", "html", "<p>雙方今日簽署備忘錄。</p>")]


def test_words_without_a_counterpart_are_missing_in_the_other_language():
    release = save(paragraph(en=""))

    assert state(release)[0] == [("p1", "html")]


def test_a_language_that_the_release_does_not_go_out_in_is_no_work():
    release = save(schema.replace(paragraph(en=""), languages=["zh-hant"]))

    assert state(release)[0] == []


def test_a_quote_is_translated_from_the_language_it_was_spoken_in():
    def spoken(en):
        quote = schema.Quote(
            key="q1", words={"zh-hant": "今日是新的一步。", "en": en}, original_language="en"
        )
        return document(body=[quote])

    release = save(spoken("Today is a step."))
    save(spoken("Today is a new step."), release)

    _missing, stale, _checks = drafting.translation_state(release, compose(release))
    assert [(s.unit.language, s.seen) for s in stale] == [("zh-hant", "“Today is a step.”")]


class TestChecking:
    @pytest.fixture
    def release(self):
        release = save(paragraph())
        save(paragraph(zh="雙方昨日簽署備忘錄。"), release)
        return release

    def looked_at(self, release):
        unit = drafting.translation_state(release, compose(release))[1][0].unit
        return {"place": unit.place, "seen": unit.digests}

    def test_checked_nothing_to_change_is_an_act_with_a_name(self, release):
        ming = writer("ming")

        check = drafting.check_translation(release=release, by=ming, **self.looked_at(release))

        assert (check.made_by, check.is_check) == (ming, True)
        assert state(release) == ([], [], ["p1"])
        release.refresh_from_db()
        assert release.readiness["en"]["stale"] == 0

    def test_it_lapses_when_the_source_changes_again(self, release):
        drafting.check_translation(release=release, by=None, **self.looked_at(release))

        save(paragraph(zh="雙方前日簽署備忘錄。"), release)

        assert state(release)[1] == [("p1", "html", "<p>雙方昨日簽署備忘錄。</p>")]

    def test_words_that_changed_since_they_were_looked_at_are_not_checked(self, release):
        looked_at = self.looked_at(release)
        save(paragraph(zh="雙方前日簽署備忘錄。"), release)

        with pytest.raises(ValidationError, match="Look again"):
            drafting.check_translation(release=release, by=None, **looked_at)
