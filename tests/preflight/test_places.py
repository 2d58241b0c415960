"""Where a finding is, as a press officer says it."""

import pytest
from django.utils import translation

from releases.document import schema
from releases.preflight import Place, run
from releases.preflight.places import describe

from ..factories import ALICE, BOB
from .cases import release, text


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def document():
    figure = schema.Figure(
        key="f1",
        people=[schema.PersonInPicture(key="x1"), schema.PersonInPicture(key="x2")],
    )
    return release(
        key_points=[schema.KeyPoint(key="k1")],
        organisations=[schema.Organisation(key="o1", name=ALICE.organisation)],
        body=[
            text("p1"),
            schema.Quote(key="q1", speaker=BOB),
            text("p2"),
            schema.Subheading(key="s1"),
            text("p3"),
            figure,
            schema.Quote(key="q2", speaker=ALICE),
        ],
        caption_quotes=[schema.Quote(key="q3")],
        signatories=[schema.Signatory(key="sig1", person=ALICE)],
        witnesses=[schema.Witness(key="wit1", person=BOB)],
        notes_to_editors=[schema.Subheading(key="n1"), text("n2"), text("n3")],
        boilerplates=[
            schema.Boilerplate(key="b1"),
            schema.Boilerplate(key="b2", organisation=ALICE.organisation),
        ],
        media_contacts=[schema.MediaContact(key="mc1")],
        topics=[schema.Topic(key="t1")],
        simplified_passages=[schema.SimplifiedPassage(key="z1")],
    )


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("", "headline", "en"), "Headline · English"),
        (Place("", "sub_headline", "zh-hant"), "Sub-headline · Traditional Chinese"),
        (Place("", "dateline_city", "en"), "City · English"),
        (Place("", "body", "en"), "Body · English"),
        (Place("", "languages"), "Languages"),
        (Place("", "embargo_until"), "Embargo until"),
        (Place("k1", "text", "en"), "Key point 1 · English"),
        (Place("p3", "html", "zh-hant"), "Paragraph 3 · Traditional Chinese"),
        (Place("q2", "printed", "en"), "Quote 2 (Alice Chan) · English"),
        (Place("q2", "job_title", "en"), "Quote 2 (Alice Chan), job title · English"),
        (Place("q3", "printed", "en"), "Quote 1 of those in captions only · English"),
        (Place("s1", "text", "en"), "Subheading 1 · English"),
        (Place("f1", "caption", "en"), "Figure 1, caption · English"),
        (Place("f1", "picture"), "Figure 1, picture"),
        (Place("x2", "position", "en"), "Figure 1, person 2, position · English"),
        (
            Place("o1", "name", "en"),
            "Issuing organisation 1 (Cape Innovation Park), name · English",
        ),
        (Place("sig1", "job_title", "en"), "Signatory 1, job title · English"),
        (Place("wit1", "name", "en"), "Witness 1, name · English"),
        (Place("n3", "html", "en"), "Notes to editors, paragraph 2 · English"),
        (Place("b1", "text"), "Boilerplate 1"),
        (Place("b2", "text"), "Boilerplate 2 (Cape Innovation Park)"),
        (Place("mc1"), "Media contact 1"),
        (Place("mc1", "phones"), "Media contact 1, telephone"),
        (Place("t1", "name", "en"), "Topic 1, name · English"),
        (Place("z1", "simplified"), "Passage in Simplified Chinese 1, Simplified Chinese"),
    ],
)
def test_a_place_is_said_in_words(document, place, words):
    assert describe(document, place) == words


def test_who_speaks_is_named_in_the_language_of_the_reader(document):
    with translation.override("zh-hant"):
        assert "陳愛麗" in describe(document, Place("q2", "printed", "en"))
    with translation.override("zh-hans"):
        assert "陳愛麗" in describe(document, Place("q2", "printed", "en"))


def test_a_part_that_is_gone_is_known_by_its_field(document):
    assert describe(document, Place("gone", "caption", "en")) == "Caption · English"


def test_every_finding_has_a_place_that_can_be_said(document):
    found = run(document)
    assert found
    assert all(describe(document, each.place)[:1].isupper() for each in found)
