"""Two people in one release: neither loses a word, whatever they changed."""

import itertools
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from releases import drafting
from releases.document import compose, schema
from releases.models import Release

from ..document.test_round_trip import property_with_database
from ..factories import document, press_chief, press_officer, writer
from .forms import add_row, errors, values

pytestmark = pytest.mark.django_db


_numbers = itertools.count()


def with_subheading():
    block = schema.Subheading(key="sub1", text={"zh-hant": "背景", "en": "Background"})
    return document(body=[*document().body, block])


@pytest.fixture(scope="module")
def saved(kept):
    return kept(
        lambda: drafting.save(document=with_subheading(), by=writer("kit"), internal_notes="noted")
    )


@pytest.fixture
def release(saved):
    return Release.objects.get(pk=saved.pk)


@pytest.fixture(scope="module")
def opened(kept, saved):
    """The form of the release as it opens, before anybody types; whoever opened it has left."""

    def open_it():
        desk = Client()
        desk.force_login(press_chief("ida"))
        desk.cookies["newsroom_language"] = "en"
        form = values(desk.get(change(saved)))
        desk.post(reverse("admin:releases_release_presence", args=[saved.pk]), {"leave": "1"})
        return form

    return kept(open_it)


def change(release):
    return reverse("admin:releases_release_change", args=[release.pk])


def row(data, key):
    """The prefix of the row of a part."""
    return next(
        name.removesuffix("-key")
        for name, value in data.items()
        if name.endswith("-key") and value == key
    )


def field(name, key=None):
    def edit(data, who):
        data[f"{row(data, key)}-{name}" if key else name] = f"{who} wrote {name}"

    return edit


def add_block(data, who):
    add_row(data, "releases_subheading_set", text_en=f"{who} added", region="body", ordering="15")


def add_key_point(data, who):
    add_row(data, "keypoint_set", text_en=f"{who} added a point", ordering="7")


def remove(key):
    def edit(data, who):
        data[f"{row(data, key)}-DELETE"] = "on"

    return edit


def move(key, place):
    def edit(data, who):
        data[f"{row(data, key)}-ordering"] = place

    return edit


def paragraph(data, who):
    data[f"{row(data, 'p1')}-html_en"] = f"<p>{who} wrote this paragraph.</p>"


EDITS = {
    "headline": field("headline_en"),
    "notes": field("internal_notes"),
    "paragraph": paragraph,
    "quote": field("text_en", "q1"),
    "new block": add_block,
    "quote removed": remove("q1"),
    "quote moved": move("q1", "1"),
}
# Named after what they are about: two that begin with the same word are about the same part.
MORE_EDITS = EDITS | {
    "sub-headline": field("sub_headline_zh_hant"),
    "city": field("dateline_city_en"),
    "point": field("text_zh_hant", "kp1"),
    "point removed": remove("kp1"),
    "new point": add_key_point,
    "paragraph removed": remove("p1"),
    "paragraph moved": move("p1", "99"),
    "subheading": field("text_zh_hant", "sub1"),
    "subheading moved": move("sub1", "1"),
    "signatory": field("job_title_en", "sig1"),
    "signatory removed": remove("sig1"),
    "witness": field("name_zh_hant", "wit1"),
}


def everything(release):
    """Every word of the draft, and of its notes."""
    release = Release.objects.get(pk=release.pk)
    return f"{schema.to_json(compose(release))} {release.internal_notes}"


@pytest.mark.parametrize(("first", "second"), [*itertools.product(EDITS, repeat=2)], ids=str)
def test_what_two_people_typed_at_once_is_all_there(desk, release, opened, first, second):
    both_type(desk, release, opened, [first], [second])


def edits():
    """Some edits of one person, who types nothing into what they take out."""
    chosen = st.lists(st.sampled_from(sorted(MORE_EDITS)), min_size=1, max_size=5, unique=True)
    return chosen.map(
        lambda names: [
            name
            for name in names
            if name.endswith(" removed") or f"{name.split()[0]} removed" not in names
        ]
    )


@settings(property_with_database, max_examples=20)
@given(edits(), edits())
def test_whatever_two_people_do_to_a_release_and_its_parts_nothing_is_lost(desk, first, second):
    value = schema.replace(with_subheading(), slug=f"release-{next(_numbers)}")
    release = drafting.save(document=value, internal_notes="noted", by=None)

    both_type(desk, release, values(desk.get(change(release))), first, second)


def both_type(desk, release, opened, first, second):
    """Amy saves while Ben is typing; Ben carries his over. What either wrote is there, or was asked about."""
    before = everything(release)
    one, two = opened.copy(), opened | {"token": f"window-{release.pk}"}
    for edit in first:
        MORE_EDITS[edit](one, "Amy")
    for edit in second:
        MORE_EDITS[edit](two, "Ben")

    assert errors(desk.post(change(release), one)) == []
    amys = everything(release)
    refused = desk.post(change(release), two)

    assert refused.status_code == 409
    assert everything(release) == amys
    page = refused.content.decode()
    if "Ben" in str(two):
        assert "Ben" in page
    carried = values(refused, form_id="stale_form")
    response = desk.post(reverse("admin:releases_release_carry", args=[release.pk]), carried)
    assert response.status_code == 302, response.content.decode()

    after = everything(release)
    parts = [{edit.split()[0] for edit in edits} - {"new"} for edits in (first, second)]
    for who, typed in (("Amy", one), ("Ben", two)):
        for words in re.findall(rf"{who} (?:wrote|added)[\w ]*", str(typed)):
            # In the draft; where both were at the same part, at least beside what was chosen instead.
            assert words in after or (parts[0] & parts[1] and escape(words) in page), words
    if "quote removed" in first and "quote" in second:
        assert "Ben wrote text_en" in after
    if "quote removed" in first and "quote removed" in second:
        assert "q1" not in after
    assert before != after


def test_a_third_save_in_between_asks_again_against_what_stands_now(desk, release):
    shown = desk.get(change(release))
    one, two = values(shown), values(shown)
    one["headline_en"], two["headline_en"] = "Amy wrote", "Ben wrote"
    two["token"] = "another-window"
    desk.post(change(release), one)
    refused = values(desk.post(change(release), two), form_id="stale_form")
    three = values(desk.get(change(release))) | {"headline_en": "Cora wrote"}
    desk.post(change(release), three)

    again = desk.post(reverse("admin:releases_release_carry", args=[release.pk]), refused)

    assert again.status_code == 409
    assert "Cora" in again.content.decode()
    assert "Ben wrote" in again.content.decode()
    desk.post(
        reverse("admin:releases_release_carry", args=[release.pk]),
        values(again, form_id="stale_form"),
    )
    assert Release.objects.get().headline_en == "Ben wrote"
    assert "Cora wrote" in str([v.document for v in release.versions.all()])


def test_theirs_is_kept_where_theirs_is_chosen(desk, release):
    shown = desk.get(change(release))
    one, two = values(shown), values(shown) | {"token": "another-window"}
    one["headline_en"], two["headline_en"] = "Amy wrote", "Ben wrote"
    two["sub_headline_en"] = "Ben wrote this too"
    desk.post(change(release), one)
    refused = values(desk.post(change(release), two), form_id="stale_form")

    refused["choice::headline.en"] = "theirs"
    desk.post(reverse("admin:releases_release_carry", args=[release.pk]), refused)

    saved = Release.objects.get()
    assert (saved.headline_en, saved.sub_headline_en) == ("Amy wrote", "Ben wrote this too")


def test_the_second_click_on_save_is_no_second_save(desk, release):
    data = values(desk.get(change(release))) | {"headline_en": "Amy wrote"}

    assert desk.post(change(release), data).status_code == 302
    assert desk.post(change(release), data).status_code == 302

    assert release.versions.count() == 2


def test_the_second_click_on_save_of_a_new_release_makes_no_second_release(desk):
    add = "/admin/releases/release/add/"
    data = values(desk.get(add)) | {"slug": "new-one", "headline_en": "New"}

    assert [desk.post(add, data).status_code for _click in "12"] == [302, 302]

    assert Release.objects.count() == 1


def test_what_is_typed_has_a_preview_and_nothing_is_written(desk, release):
    data = values(desk.get(change(release))) | {"headline_en": "Only typed"}

    page = desk.post(reverse("admin:releases_release_typed", args=[release.pk, "en"]), data)

    assert "Only typed" in page.content.decode()
    assert Release.objects.get().headline_en != "Only typed"
    assert release.versions.count() == 1


def test_a_new_release_has_a_preview_before_it_is_ever_saved(desk):
    data = values(desk.get("/admin/releases/release/add/")) | {"headline_zh_hant": "未儲存"}

    page = desk.post(reverse("admin:releases_release_typed_new", args=["zh-hant"]), data)

    assert "未儲存" in page.content.decode()
    assert not Release.objects.exists()


def test_what_was_typed_before_is_shown_again_and_not_saved(desk, release):
    data = values(desk.get(change(release))) | {"headline_en": "Typed yesterday", "_resume": "1"}

    page = desk.post(change(release), data)

    assert page.status_code == 200
    assert values(page)["headline_en"] == "Typed yesterday"
    assert errors(page) == []
    assert release.versions.count() == 1


def test_each_sees_that_the_other_is_there(desk, client, release, officer):
    other = press_officer("ben")
    other.is_superuser = True
    other.first_name, other.last_name = "Ben", "Lee"
    other.save()
    here = reverse("admin:releases_release_presence", args=[release.pk])
    desk.post(here)
    client.force_login(other)

    assert client.post(here).json() == {"others": ["alma"]}

    client.force_login(officer)
    assert client.post(here).json() == {"others": ["Ben Lee"]}
    client.force_login(other)
    client.post(here, {"leave": "1"})
    client.force_login(officer)
    assert client.post(here).json() == {"others": []}
