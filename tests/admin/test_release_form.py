"""The release form: what is typed is what the document says, and nothing else changes."""

import datetime as dt

import pytest
from django.urls import reverse

from releases.document import compose, schema
from releases.models import Figure, PersonInPicture, Quote, Release, Text

from ..factories import ALICE, document, draft, picture
from .forms import add_row, errors, values

pytestmark = pytest.mark.django_db

ADD = "/admin/releases/release/add/"


def change(release):
    return reverse("admin:releases_release_change", args=[release.pk])


def test_a_release_typed_in_both_languages_is_the_document_that_was_typed(desk, officer):
    data = values(desk.get(ADD))
    data |= {
        "slug": "park-opens-lab",
        "languages": ["zh-hant", "en"],
        "headline_zh_hant": "創新園開設實驗室",
        "headline_en": "Park opens a laboratory",
        "dateline_city_zh_hant": "香港",
        "dateline_city_en": "HONG KONG",
        "dateline_date": "2026-05-04",
        "embargo_until": "2026-05-04T12:00",
        "internal_notes": "Ask Bob",
    }
    add_row(data, "keypoint_set", text_zh_hant="第二點", text_en="Second", ordering="1")
    add_row(data, "keypoint_set", text_zh_hant="第一點", text_en="First", ordering="0")
    add_row(
        data,
        "releases_text_set",
        html_zh_hant="<p>正文</p>",
        html_en='<p onclick="x()">Body <strong>text</strong></p><script>y()</script>',
        region="body",
        ordering="20",
    )
    add_row(
        data,
        "releases_quote_set",
        name_zh_hant="陳愛麗",
        lead_in_en="Dr Chan said: ",
        text_en="One.\r\n\r\nTwo.",
        follow_on_en=" She smiled.",
        region="body",
        ordering="10",
    )

    response = desk.post(ADD, data)

    assert errors(response) == []
    release = Release.objects.get()
    typed = compose(release)
    assert release.created_by == officer
    assert release.internal_notes == "Ask Bob"
    assert typed.slug == "park-opens-lab"
    assert typed.languages == ["zh-hant", "en"]
    assert typed.headline == {"zh-hant": "創新園開設實驗室", "en": "Park opens a laboratory"}
    assert typed.dateline == schema.Dateline(
        city={"zh-hant": "香港", "en": "HONG KONG"}, date=dt.date(2026, 5, 4)
    )
    assert typed.embargo_until == dt.datetime(2026, 5, 4, 4, 0, tzinfo=dt.UTC)
    assert [point.text["en"] for point in typed.key_points] == ["First", "Second"]
    quote, text = typed.body
    assert quote.words == {"en": "One.\n\nTwo."}
    assert schema.printed_quote(quote, "en") == "Dr Chan said: “One.\n\n“Two.” She smiled."
    assert text.html == {"zh-hant": "<p>正文</p>", "en": "<p>Body <strong>text</strong></p>"}


def test_saving_a_form_that_nobody_touched_changes_nothing(desk):
    quote = schema.Quote(
        key="q9",
        speaker=ALICE,
        lead_in={"zh-hant": "她說：\n", "en": "\nShe said: "},
        words={"zh-hant": "一。\n\n二。", "en": "One.\n\nTwo."},
        follow_on={"en": " “And more,” she said. "},
        marks={"zh-hant": "『』"},
        original_language="en",
    )
    whole = document(
        pictures=[picture()],
        caption_quotes=[quote],
        languages=["en"],
        embargo_until=dt.datetime(2026, 5, 4, 4, 0, 7, tzinfo=dt.UTC),
        topics=[schema.Topic(key="t1", record="gone", name={"en": "A topic"})],
    )
    figure = schema.replace(
        whole.body[-1],
        quote="q9",
        focal_point=schema.FocalPoint(x=10, y=90),
        people=[
            schema.PersonInPicture(
                key="p9", record="gone", name={"en": "Alice"}, position={"en": "left"}
            )
        ],
    )
    whole = schema.replace(whole, body=[*whole.body[:-1], figure])
    release = draft(whole)

    response = desk.post(change(release), values(desk.get(change(release))))

    assert errors(response) == []
    assert compose(release) == whole


def test_a_row_that_was_added_and_left_empty_is_not_kept(desk):
    release = draft()
    data = values(desk.get(change(release)))
    add_row(data, "keypoint_set", text_zh_hant="", text_en="", ordering="5")

    assert errors(desk.post(change(release), data)) == []

    assert release.keypoint_set.count() == 1


def test_the_people_of_a_figure_go_with_it(desk):
    release = draft(pictures=[picture()])
    PersonInPicture.objects.create(release=release, figure_key="fig1", name_en="Alice")
    data = values(desk.get(change(release)))
    data["releases_figure_set-0-DELETE"] = "on"

    assert errors(desk.post(change(release), data)) == []

    assert not Figure.objects.exists()
    assert not PersonInPicture.objects.exists()


def test_a_figure_and_a_person_choose_from_the_quotes_and_figures_of_their_release(desk):
    other = draft(slug="another-release")
    Quote.objects.filter(parent=other).update(text_zh_hant="別人的話", key="q-other")
    release = draft(pictures=[picture(), picture("navy")])

    forms = {
        f.formset.prefix: f.formset
        for f in desk.get(change(release)).context["inline_admin_formsets"]
    }

    quotes = forms["releases_figure_set"].empty_form.fields["quote_key"].choices
    figures = forms["personinpicture_set"].empty_form.fields["figure_key"].choices
    assert quotes[1:] == [("q1", "今日是新的一步。")]
    assert figures[1:] == [("fig1", "Photo 1: 簽署儀式"), ("fig2", "Photo 2: 簽署儀式")]


def test_a_new_release_goes_out_in_all_languages_until_somebody_says_otherwise(desk):
    data = values(desk.get(ADD))
    assert data["languages"] == ["zh-hant", "en", "zh-hans"]

    desk.post(ADD, {**data, "slug": "no-language", "languages": []})

    assert Release.objects.get().languages == []


def test_a_new_release_says_to_save_first_where_there_is_nothing_to_choose_from(desk):
    page = desk.get(ADD).content.decode()
    assert "No quote is saved yet: save first, then choose." in page
    assert "No figure is saved yet: save first, then choose." in page


def test_the_form_stands_in_the_order_of_print_and_chinese_comes_before_english(desk):
    page = desk.get(ADD).content.decode()
    places = [
        page.index(f'id="{id}"')
        for id in (
            "id_slug",
            "id_headline_zh_hant",
            "id_headline_en",
            "keypoint_set-group",
            "id_dateline_city_zh_hant",
            "releaseorganisation_set-group",
            "releases_text_set-group",
            "signatory_set-group",
            "witness_set-group",
            "personinpicture_set-group",
            "releaseboilerplate_set-group",
            "releasemediacontact_set-group",
            "releasetopic_set-group",
            "id_internal_notes",
        )
    ]
    assert places == sorted(places)


def test_somebody_who_may_not_change_releases_sees_them_and_cannot_save(client, django_user_model):
    from django.contrib.auth.models import Permission

    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_release"))
    client.force_login(viewer)
    release = draft()

    page = client.get(change(release)).content.decode()
    assert reverse("admin:releases_release_preview", args=[release.pk, "en"]) in page
    assert 'name="slug"' not in page
    assert client.post(change(release), {"slug": "stolen"}).status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_number_of_parts(
    desk, django_assert_max_num_queries, alice, bob, boilerplate, carol
):
    def long(slug, times):
        whole = document(slug=slug, pictures=[picture()])

        def repeated(parts):
            return [
                schema.replace(part, key=f"{part.key}-{n}") for n in range(times) for part in parts
            ]

        return draft(
            schema.replace(
                whole,
                **{
                    name: repeated(getattr(whole, name))
                    for name in (
                        "key_points",
                        "organisations",
                        "body",
                        "signatories",
                        "witnesses",
                        "boilerplates",
                        "media_contacts",
                    )
                },
            )
        )

    short_one, long_one = long("short", 1), long("long", 10)
    desk.get(change(short_one))  # what is asked once per process is asked now
    with django_assert_max_num_queries(60) as few:
        desk.get(change(short_one))
    with django_assert_max_num_queries(len(few.captured_queries)):
        page = desk.get(change(long_one)).content.decode()
    assert page.count("陳愛麗（海角創新園）") == 20  # ten quotes and ten signatories
    assert Text.objects.filter(parent=long_one).count() == 10


def test_blocks_are_not_cloned_because_a_key_is_given_once(desk):
    release = draft()
    block = Text.objects.get()
    data = values(desk.get(change(release)))
    data |= {
        "_clone": f"releases.text:{block.pk}",
        "_clone_region": "body",
        "_clone_ordering": "99",
    }

    desk.post(change(release), data)

    assert Text.objects.count() == 1
