"""The first promise of the hub: what is applied is what is composed."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pictures.models import Picture
from releases.document import UnknownPicture, apply, compose, digest, from_json, schema, to_json
from releases.models import Edition, Release

from ..factories import NOON, press_officer
from ..strategies import documents, html, words
from .test_schema import GOLDEN

PICTURES = [
    schema.Picture(sha256="a" * 64, width=1800, height=1200),
    schema.Picture(sha256="b" * 64, width=300, height=900),
]

# The database is emptied after the whole property, not after each example: every example
# therefore removes what it wrote.
property_with_database = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def stored_pictures(db):
    for picture in PICTURES:
        Picture.objects.create(name=picture.sha256[:4], **to_json(picture))


@property_with_database
@given(documents(PICTURES))
def test_composing_what_was_applied_gives_the_same_document(stored_pictures, document):
    release = apply(document)

    composed = compose(Release.objects.get(pk=release.pk))

    assert composed == document
    assert digest(composed) == digest(document)
    release.delete()


@property_with_database
@given(documents(PICTURES), documents(PICTURES))
def test_applying_over_a_draft_replaces_all_that_it_held(stored_pictures, first, second):
    release = apply(first)

    apply(second, release=release)

    assert compose(Release.objects.get(pk=release.pk)) == second
    release.delete()


@given(documents(PICTURES))
def test_a_document_survives_json(document):
    assert from_json(to_json(document)) == document


@given(html)
def test_cleaning_what_is_clean_changes_nothing(fragment):
    from releases import rich_text

    assert rich_text.clean(fragment) == fragment


@given(st.text(max_size=200) | words)
def test_cleaning_any_html_twice_is_cleaning_it_once(fragment):
    from releases import rich_text

    once = rich_text.clean(fragment)
    assert rich_text.clean(once) == once


def test_a_picture_that_is_not_stored_is_refused_and_nothing_is_written(db):
    document = schema.Document(
        slug="lost-picture", body=[schema.Figure(key="f1", picture=PICTURES[0])]
    )

    with pytest.raises(UnknownPicture, match="a{64}"):
        apply(document)

    assert not Release.objects.exists()


def test_composing_takes_the_same_number_of_queries_however_long_the_release_is(
    db, django_assert_num_queries
):
    def blocks(count):
        return [
            schema.TextBlock(key=f"p{number}", html={"en": "<p>Text</p>"})
            for number in range(count)
        ]

    short = apply(schema.Document(slug="short", body=blocks(1)))
    long = apply(schema.Document(slug="a-long-one", body=blocks(60)))

    with django_assert_num_queries(13):
        compose(short)
    with django_assert_num_queries(13):
        compose(long)


def test_a_quote_that_is_gone_leaves_the_caption_standing(db):
    quote = schema.Quote(key="q1", words={"en": "Yes."})
    figure = schema.Figure(key="f1", caption={"en": "Dr Chan: “Yes.”"}, quote="q1")
    release = apply(schema.Document(slug="carried", body=[quote, figure]))

    release.releases_quote_set.all().delete()

    assert compose(release).body == [schema.replace(figure, quote=None)]


def test_internal_notes_are_in_no_document(db):
    release = apply(schema.Document(slug="secret"))
    release.internal_notes = "the chairman is not to know"
    release.save()

    assert "chairman" not in str(to_json(compose(release)))
    assert not Edition.objects.exists()


def test_a_document_has_the_same_digest_in_files_and_in_every_database(db):
    golden = json.loads((GOLDEN / "schema-1.json").read_text(encoding="utf-8"))
    document = from_json(golden["document"])
    for picture in document.pictures():
        Picture.objects.create(name="golden", **to_json(picture))

    release = apply(document)
    Edition.objects.create(
        release=release,
        number=1,
        kind="first",
        document=to_json(document),
        digest=golden["digest"],
        visible_from=NOON,
        created_at=NOON,
        created_by=press_officer(),
    )

    assert digest(compose(Release.objects.get())) == golden["digest"]
    assert digest(Edition.objects.get().document) == golden["digest"]
