"""What the public pages say, in how many queries."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom import host
from newsroom.models import Newsroom
from releases import search
from releases.document import apply, from_json, schema
from releases.models import (
    Edition,
    Listing,
    Page,
    PageListing,
    PageMediaContact,
    PagePicture,
    Release,
)
from releases.publishing import correct

from ..factories import NOON, document, only_in, picture, published
from .web import address, fetch

pytestmark = pytest.mark.django_db


def get(client, name, *args, language="en", **query):
    response = client.get(address(name, *args, language=language), query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def signing():
    return published(document(slug="signing", pictures=[picture()]))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh-hant",
            [
                "海角創新園與北極星合作",
                "推動生物科技",
                "首次合作",
                "（香港，2026年5月4日）",
                "雙方今日簽署備忘錄。",
            ]
            + [
                "海角創新園主席陳愛麗博士表示：",
                "今日是新的一步。",
                "陳愛麗博士",
                "李柏先生",
                "簽署儀式",
            ]
            + [
                "海角創新園成立於二〇〇一年。",
                "黃小姐",
                "tel:+85225550123;ext=7",
                "mailto:carol@cape.example",
            ],
        ),
        (
            "en",
            [
                "Cape Park and Polestar join forces",
                "A push for biotechnology",
                "A first",
                "A memorandum was signed.",
            ]
            + ["HONG KONG, 4 May 2026", "Dr Alice Chan said:", "Today is a new step.", "Mr Bob Lee"]
            + [
                "Chief Executive Officer, Polestar Bio",
                "The signing ceremony",
                "was founded in 2001",
                "Carol Wong",
            ],
        ),
    ],
)
def test_a_release_page_shows_all_of_the_release(client, signing, language, words):
    page = get(client, "release_detail", "signing", language=language)

    for expected in words:
        assert expected in page


def test_no_word_of_the_other_language_is_shown_in_its_place(client, signing):
    quoteless = document(
        slug="gaps", key_points=[schema.KeyPoint(key="kp1", text={"zh-hant": "只有中文"})]
    )
    published(quoteless)

    assert "只有中文" not in get(client, "release_detail", "gaps", language="en")


def test_a_chinese_release_says_so_at_its_english_address(client):
    published(only_in("zh-hant", document(slug="chinese-only")))

    page = get(client, "release_detail", "chinese-only", language="en")

    assert "This release is available only in Traditional Chinese." in page
    assert "海角創新園與北極星合作" in page
    assert 'lang="zh-Hant-HK"' in page
    assert address("release_detail", "chinese-only", language="zh-hant") in page
    assert "noindex" in page
    assert "chinese-only" not in get(client, "release_list", language="en")


def test_the_language_switch_stays_on_the_same_thing(client, signing):
    for name, args in [
        ("home", ()),
        ("release_list", ()),
        ("release_list_of_year", (2026,)),
        ("release_detail", ("signing",)),
        ("organisation_detail", ("cape-park",)),
        ("media_contact_list", ()),
    ]:
        assert f'href="{address(name, *args, language="zh-hant")}"' in get(client, name, *args)
        assert f'href="{address(name, *args)}"' in get(client, name, *args, language="zh-hant")


def test_an_organisation_page_shows_its_boilerplate_and_its_releases(client, signing):
    page = get(client, "organisation_detail", "cape-park")

    assert "Cape Innovation Park" in page
    assert "was founded in 2001" in page
    assert address("release_detail", "signing") in page


def test_a_contact_is_shown_once_as_last_printed(client):
    today = schema.Dateline(date=timezone.localdate())
    older = schema.Dateline(date=timezone.localdate() - dt.timedelta(days=30))
    contact = document().media_contacts[0]
    moved = schema.replace(contact, emails=["carol@new.example"])
    published(document(slug="newer", dateline=today, media_contacts=[moved]))
    published(document(slug="older", dateline=older, media_contacts=[contact]))

    page = get(client, "media_contact_list")

    assert "carol@new.example" in page
    assert "carol@cape.example" not in page


def test_contacts_stand_in_the_order_of_the_newest_release(client):
    today = schema.Dateline(date=timezone.localdate())
    contact = document().media_contacts[0]
    names = ["First", "Second", "Third"]
    contacts = [
        schema.replace(contact, key=f"mc{n}", record=None, name={"en": name, "zh-hant": name})
        for n, name in enumerate(names)
    ]
    published(document(dateline=today, media_contacts=contacts))

    page = get(client, "media_contact_list")

    assert sorted(names, key=page.index) == names


def test_a_contact_without_words_in_a_language_is_not_shown_in_it(client):
    nameless = schema.MediaContact(key="mc9", name={"zh-hant": "只有中文"}, emails=["x@y.example"])
    dateline = schema.Dateline(date=timezone.localdate())
    published(document(slug="nameless", dateline=dateline, media_contacts=[nameless]))

    assert "x@y.example" in get(client, "media_contact_list", language="zh-hant")
    assert "x@y.example" not in get(client, "media_contact_list")
    assert "x@y.example" not in get(client, "release_detail", "nameless")


def test_an_organisation_without_a_name_in_a_language_has_a_heading_all_the_same(client):
    unnamed = schema.Organisation(key="org1", record="lone", name={"zh-hant": "只有中文名"})
    published(document(organisations=[unnamed]))

    page = get(client, "organisation_detail", "lone")

    assert "只有中文名" in page
    assert "join forces" not in page


def test_an_address_with_odd_characters_is_a_safe_link(client):
    contact = schema.replace(document().media_contacts[0], emails=["a?cc=x@b.example"])
    published(document(slug="odd", media_contacts=[contact]))

    assert 'href="mailto:a%3Fcc%3Dx@b.example"' in get(client, "release_detail", "odd")


def test_a_figure_has_the_same_number_in_both_languages(client):
    figures = [
        schema.Figure(key="f1", caption={"zh-hant": "只有中文"}),
        schema.Figure(key="f2", caption={"zh-hant": "兩種語言", "en": "Both languages"}),
    ]
    published(document(slug="numbers", body=[*document().body, *figures]))

    assert "Photo 2" in get(client, "release_detail", "numbers")


def test_a_contact_that_no_release_of_two_years_names_is_not_offered(client):
    long_ago = schema.Dateline(date=timezone.localdate() - dt.timedelta(days=800))
    published(document(dateline=long_ago))

    assert "carol@cape.example" not in get(client, "media_contact_list")


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_an_empty_newsroom_has_its_pages(client, language):
    for name in ("home", "release_list", "media_contact_list"):
        get(client, name, language=language)


@pytest.mark.parametrize("query", ["0", "-1", "2", "x", "９", "99999999999999999999", "1 or 1=1"])
def test_a_page_number_that_is_none_is_not_found(client, signing, query):
    assert client.get(address("release_list"), {"page": query}).status_code == 404


def test_the_front_door_leads_to_the_language_of_the_visitor(client):
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="en-GB").url == "/en/"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="zh-HK").url == "/zh-hant/"
    assert client.get("/").url == "/zh-hant/"


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "找不到"), ("en", "not found")])
def test_what_is_not_found_is_said_in_the_language_of_the_address(client, language, words):
    response = client.get(f"/{language}/nothing/here/")

    assert response.status_code == 404
    assert words in response.content.decode().lower()


# Queries: the same at ten releases and at a thousand.


def fill(count, *, searchable=False):
    """Many releases at once: what publishing would write, written in bulk."""
    first = published(document(slug="release-0", pictures=[picture()]))
    frozen = from_json(first.document)
    day = dt.timedelta(days=1)
    drafts = Release.objects.bulk_create(
        Release(slug=f"release-{number}") for number in range(1, count)
    )
    editions = Edition.objects.bulk_create(
        Edition(
            release=draft,
            number=1,
            kind="first",
            document=first.document,
            digest=first.digest,
            visible_from=NOON,
            created_at=NOON,
            created_by=first.created_by,
        )
        for draft in drafts
    )
    pages = Page.objects.bulk_create(
        Page(
            edition=edition,
            language=language,
            slug=edition.release.slug,
            date=frozen.dateline.date - day * number,
            headline=frozen.headline[language],
            summary="…",
            lead_picture=first.pages.first().lead_picture,
            subject=first.pages.first().subject,
            published_at=NOON,
            visible_from=NOON,
        )
        for number, edition in enumerate(editions)
        for language in ("zh-hant", "en")
    )
    listings = PageListing.objects.filter(page__edition=first).select_related("page")
    years = {
        year: Listing.objects.get_or_create(kind="year", key=year)[0]
        for year in {str(page.date.year) for page in pages}
    }
    PageListing.objects.bulk_create(
        PageListing(
            page=page,
            listing=years[str(page.date.year)] if row.name == "2026" else row.listing,
            language=page.language,
            date=page.date,
            name=str(page.date.year) if row.name == "2026" else row.name,
            printed=row.printed,
        )
        for page in pages
        for row in listings
        if row.language == page.language
    )
    PagePicture.objects.bulk_create(
        PagePicture(page=page, sha256=row.sha256, figure=row.figure, number=row.number)
        for page in pages
        for row in first.pages.first().pictures.all()
    )
    PageMediaContact.objects.bulk_create(
        PageMediaContact(page=page, identity=f"c{page.pk % 7}", position=0, contact=contact)
        for page in pages
        for contact in first.document["media_contacts"]
    )
    if searchable:
        search.rebuild()
    release = apply(document(slug="release-0", sub_headline={}), release=first.release)
    correct(
        release=release,
        by=first.created_by,
        at=NOON + dt.timedelta(hours=1),
        note={"zh-hant": "誤。", "en": "Wrong."},
    )


@pytest.mark.parametrize("count", [10, 1000])
def test_the_number_of_queries_does_not_grow_with_the_newsroom(
    client, count, monkeypatch, django_assert_num_queries
):
    fill(count, searchable=True)
    monkeypatch.setattr(host, "_row", Newsroom(about_en="About us."))
    shown = from_json(Edition.objects.first().document).pictures()[0]
    expected = [
        (1, "home", (), {}),
        (2, "release_list", (), {}),
        (2, "release_list", (), {"organisation": "cape-park", "topic": "life-science"}),
        (2, "release_list_of_year", (2026,), {}),
        (1, "release_detail", ("release-3",), {}),
        (2, "release_detail", ("release-0",), {}),  # corrected: and its earlier versions
        (2, "release_version", ("release-0", 1), {}),
        (1, "release_text", ("release-3",), {}),
        (1, "organisation_list", (), {}),
        (2, "organisation_detail", ("cape-park",), {}),
        (1, "person_list", (), {}),
        (2, "person_detail", ("alice-chan",), {}),
        (1, "topic_list", (), {}),
        (2, "topic_detail", ("life-science",), {}),
        (1, "picture_list", (), {}),
        (1, "picture_list", (), {"q": "signing"}),
        (1, "media_contact_list", (), {}),
        (1, "search", (), {}),
        (3, "search", (), {"q": "memorandum"}),
        (3, "search", (), {"q": "memorandum", "year": "2026", "topic": "life-science"}),
        (0, "about", (), {}),
        (1, "picture", (shown.sha256, "480.jpg"), {}),
    ]
    for queries, name, args, query in expected:
        with django_assert_num_queries(queries):
            assert fetch(client, address(name, *args), **query).status_code == 200, (name, query)
