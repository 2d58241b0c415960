"""The desk and Simplified Chinese: the switch of a release, its passages, the glossary."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from releases.document import compose, schema
from releases.models import Release, Term
from releases.publishing import publish

from ..factories import NOON, document, draft, press_officer
from .forms import values

pytestmark = pytest.mark.django_db

ALL = ["zh-hant", "en", "zh-hans"]


@pytest.fixture
def in_english():
    with translation.override("en"):
        yield


def form(release):
    return reverse("admin:releases_release_change", args=[release.pk])


def preview(release, language):
    return reverse("admin:releases_release_preview", args=[release.pk, language])


def test_a_passage_given_in_the_form_is_printed_in_the_preview(desk):
    release = draft(languages=ALL)
    data = values(desk.get(form(release)))
    row = {"ordering": "0", "traditional": "與北極星合作", "simplified": "携手北极星"}

    desk.post(
        form(release),
        {
            **data,
            "simplifiedpassage_set-TOTAL_FORMS": "1",
            **{f"simplifiedpassage_set-0-{name}": value for name, value in row.items()},
        },
    )

    (passage,) = compose(Release.objects.get()).simplified_passages
    assert (passage.traditional, passage.simplified) == ("與北極星合作", "携手北极星")
    page = desk.get(preview(release, "zh-hans")).content.decode()
    assert "海角创新园携手北极星" in page
    assert 'class="release__converted"' in page


def test_a_half_written_passage_is_sent_back(desk):
    release = draft(languages=ALL)
    data = values(desk.get(form(release)))

    answer = desk.post(
        form(release),
        {
            **data,
            "simplifiedpassage_set-TOTAL_FORMS": "1",
            "simplifiedpassage_set-0-ordering": "0",
            "simplifiedpassage_set-0-traditional": "合作",
        },
    )

    assert answer.status_code == 200
    assert not Release.objects.get().simplifiedpassage_set.exists()


def test_the_form_refuses_simplified_chinese_without_what_it_is_made_from(desk):
    release = draft()
    data = values(desk.get(form(release)))

    answer = desk.post(form(release), {**data, "languages": ["en", "zh-hans"]})

    assert "Simplified Chinese is converted from Traditional Chinese." in answer.content.decode()
    assert Release.objects.get().languages == ["zh-hant", "en"]


def test_publishing_refuses_it_too_and_asks_for_no_words_in_it(in_english):
    by = press_officer()

    with pytest.raises(ValidationError, match="is converted from") as refused:
        publish(release=draft(slug="alone", languages=["en", "zh-hans"]), by=by, at=NOON)
    assert len(refused.value.messages) == 1
    assert publish(release=draft(languages=ALL), by=by, at=NOON).pages.count() == 3


def test_a_draft_from_before_it_was_switched_off_cannot_go_out_in_it(settings):
    settings.LANGUAGES = [pair for pair in settings.LANGUAGES if pair[0] != "zh-hans"]

    with translation.override("en"), pytest.raises(ValidationError) as refused:
        publish(release=draft(languages=ALL), by=press_officer(), at=NOON)

    assert refused.value.messages == [
        "This newsroom has no Simplified Chinese. Leave that language out of the release."
    ]


def test_switched_off_it_is_in_no_form_and_passages_stay(desk, settings):
    passage = schema.SimplifiedPassage(key="sp1", traditional="合作", simplified="携手")
    release = draft(simplified_passages=[passage])
    settings.LANGUAGES = [pair for pair in settings.LANGUAGES if pair[0] != "zh-hans"]

    answer = desk.get(form(release))
    desk.post(form(release), values(answer))

    assert "Simplified" not in answer.content.decode()
    assert compose(Release.objects.get()).simplified_passages == [passage]


def test_the_last_question_shows_the_converted_page_and_says_that_it_is_one(desk):
    release = draft(languages=ALL)

    page = desk.get(reverse("admin:releases_release_publish", args=[release.pk])).content.decode()

    assert "goes out, converted from Traditional Chinese." in page
    assert preview(release, "zh-hans") in page


def test_a_term_in_the_glossary_is_printed_in_its_form(desk):
    desk.post(reverse("admin:releases_term_add"), {"zh_hant": "合作", "zh_hans": "携手", "en": ""})
    release = draft(languages=ALL)

    assert Term.objects.locked() == [("合作", "携手")]
    assert "北极星携手" in desk.get(preview(release, "zh-hans")).content.decode()


def test_a_term_says_something(desk):
    answer = desk.post(reverse("admin:releases_term_add"), {"zh_hant": "合作"})

    assert "Give the English, the Simplified form, or both." in answer.content.decode()
    assert not Term.objects.exists()


def test_the_admin_is_not_offered_in_a_converted_language(desk):
    page = desk.get(reverse("admin:index")).content.decode()

    assert 'value="zh-hant"' in page
    assert 'value="zh-hans"' not in page


def test_a_release_in_no_converted_language_has_no_such_preview_in_its_tools(desk):
    assert preview(draft(), "zh-hans") not in desk.get(form(Release.objects.get())).content.decode()
    assert document().simplified_passages == []
