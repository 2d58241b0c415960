"""What a page says to machines: schema.org, checked against its vocabulary, and Open Graph."""

import datetime as dt
import io
import json
import re

import pytest
import schema_org
import time_machine
from PIL import Image

from releases.document import schema

from ..factories import ALICE, NOON, document, only_in, picture, published
from ..site.test_markup import Markup
from ..site.web import address, fetch
from .web import HOSTILE, corrected

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
SECOND, DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)
LANGUAGES = {"zh-hant": "zh-Hant-HK", "en": "en-GB"}
# Of a SearchAction: no property of the vocabulary but an annotation of one (“Potential Actions”).
ANNOTATIONS = {"query-input"}


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


def markup(client, name="release_detail", *args, language="en"):
    if name == "release_detail" and not args:
        args = ("park-and-polestar-sign",)
    response = client.get(address(name, *args, language=language))
    assert response.status_code == 200
    return Markup(response.content.decode())


def things(markup):
    """The things that a page names, by type; each found right by the vocabulary of schema.org."""
    (script,) = markup.all("script", type="application/ld+json")
    said = json.loads(script["words"])
    assert said["@context"] == "https://schema.org"
    for thing in said["@graph"]:
        checked(thing)
    return {thing["@type"]: thing for thing in said["@graph"]}


def checked(value):
    """The value as schema.org's own classes, which refuse unknown properties and wrong ranges."""
    match value:
        case dict():
            properties = {
                name: checked(inner)
                for name, inner in value.items()
                if not name.startswith("@") and name not in ANNOTATIONS
            }
            return getattr(schema_org, value["@type"]).model_validate(properties)
        case list():
            return [checked(inner) for inner in value]
        case str() if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", value):
            return dt.datetime.fromisoformat(value)
    return value


def properties(markup):
    """What Open Graph and Twitter read, by property; a property said more than once is a list."""
    said = {}
    for meta in markup.all("meta"):
        name = meta.get("property") or meta.get("name")
        if name:
            said.setdefault(name, []).append(meta["content"])
    return said


# schema.org


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_is_a_news_article(client, at_noon, language):
    topics = [schema.Topic(key="t1", name={"zh-hant": "海洋", "en": "Oceans"})]
    published(document(pictures=[picture()], topics=topics))
    url = SITE + address("release_detail", "park-and-polestar-sign", language=language)

    found = things(markup(client, language=language))
    article = found["NewsArticle"]

    assert article["@id"] == article["url"] == article["mainEntityOfPage"] == url
    assert article["headline"] == document().headline[language]
    assert article["inLanguage"] == LANGUAGES[language]
    assert article["datePublished"] == article["dateModified"] == NOON.isoformat()
    assert article["isAccessibleForFree"] is True
    assert [a["name"] for a in article["author"]] == [
        o.name[language] for o in document().organisations
    ]
    assert article["publisher"]["logo"].startswith(SITE)
    assert article["about"] == [{"@type": "Thing", "name": topics[0].name[language]}]
    assert [image["caption"] for image in article["image"]] == [
        {"zh-hant": "簽署儀式", "en": "The signing ceremony"}[language]
    ]
    assert "correction" not in article
    crumbs = found["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert crumbs[-1]["item"]["@id"] == url


def test_whoever_signs_witnesses_or_is_quoted_is_mentioned_once_as_of_the_day(client, at_noon):
    published()

    alice, bob = things(markup(client))["NewsArticle"]["mentions"]

    assert alice == {
        "@type": "Person",
        "name": "Alice Chan",
        "honorificPrefix": "Dr",
        "jobTitle": "Chairman",
        "affiliation": {"@type": "Organization", "name": "Cape Innovation Park"},
    }
    assert bob["name"] == "Bob Lee"
    assert ALICE.record not in json.dumps(alice)


def test_the_languages_of_a_release_are_translations_of_its_first(client, at_noon):
    published()
    chinese, english = (
        things(markup(client, language=language))["NewsArticle"] for language in LANGUAGES
    )

    assert [work["@id"] for work in chinese["workTranslation"]] == [english["@id"]]
    assert english["translationOfWork"]["@id"] == chinese["@id"]
    assert "translationOfWork" not in chinese
    assert "workTranslation" not in english


def test_a_release_in_one_language_is_no_translation_and_one_without_pictures_shows_its_card(
    client, at_noon
):
    published(only_in("zh-hant", document()))

    article = things(markup(client, language="zh-hant"))["NewsArticle"]

    assert not {"workTranslation", "translationOfWork"} & article.keys()
    (card,) = article["image"]
    assert fetch(client, card.removeprefix(SITE)).status_code == 200


def test_a_correction_says_what_was_wrong(client):
    edition = published()
    corrected(edition, edition.document, at=NOON + DAY, note="The sum was wrong.")

    with time_machine.travel(NOON + DAY, tick=False):
        article = things(markup(client))["NewsArticle"]

    assert article["correction"]["text"] == "The sum was wrong."
    assert article["dateModified"] == (NOON + DAY).isoformat()


def test_the_home_page_is_a_website(client):
    site = things(markup(client, "home"))["WebSite"]

    assert site["url"] == f"{SITE}/en/"
    assert site["publisher"]["@type"] == "Organization"


def test_a_website_with_a_search_says_how_to_ask_it(client):
    action = things(markup(client, "home"))["WebSite"]["potentialAction"]

    assert action["target"]["urlTemplate"] == f"{SITE}/en/search/?q={{search_term_string}}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_people_wrote_ends_the_script(client, at_noon, language):
    both = {code: HOSTILE + "<!-- <script>" for code in LANGUAGES}
    person = schema.Person(name=both, job_title=both, honorific=both, organisation=both)
    published(
        document(
            headline=both,
            sub_headline=both,
            signatories=[schema.Signatory(key="sig1", person=person)],
            organisations=[schema.Organisation(key="o1", name=both, short_name=both)],
        )
    )

    page = markup(client, language=language)

    assert things(page)["NewsArticle"]["headline"] == both[language]
    (script,) = page.all("script", type="application/ld+json")
    assert "<" not in script["words"]
    assert properties(page)["og:title"] == [both[language]]
    assert not page.open


def test_a_long_headline_stands_whole(client, at_noon):
    headline = {"zh-hant": "長" * 3000, "en": "a long headline " * 200}
    published(document(headline=headline))

    assert things(markup(client))["NewsArticle"]["headline"] == headline["en"]


def test_a_sparse_release_is_sound(client, at_noon):
    published(
        document(
            sub_headline={},
            organisations=[],
            signatories=[],
            witnesses=[],
            topics=[],
            dateline=schema.Dateline(),
            body=[schema.TextBlock(key="p1", html={"en": "<p>x</p>", "zh-hant": "<p>x</p>"})],
        )
    )

    article = things(markup(client))["NewsArticle"]

    assert not {"author", "mentions", "about", "dateline", "alternativeHeadline"} & article.keys()


# Open Graph


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_says_what_messengers_show(client, at_noon, language):
    topics = [
        schema.Topic(key="t1", name={"zh-hant": "海洋", "en": "Oceans"}),
        schema.Topic(key="t2", name={"zh-hant": "園區", "en": "Park"}),
    ]
    published(document(topics=topics))

    page = markup(client, language=language)
    said = properties(page)

    assert said["og:type"] == ["article"]
    assert said["og:title"] == said["og:image:alt"] == [document().headline[language]]
    assert said["og:description"] == said["description"] == [document().sub_headline[language]]
    assert said["og:url"] == [page.all("link", rel="canonical")[0]["href"]]
    locales = ["zh_HK", "en_GB"] if language == "zh-hant" else ["en_GB", "zh_HK"]
    assert [said["og:locale"], said["og:locale:alternate"]] == [[locale] for locale in locales]
    moments = said["article:published_time"] + said["article:modified_time"]
    assert [dt.datetime.fromisoformat(moment) for moment in moments] == [NOON, NOON]
    assert said["article:section"] == [topics[0].name[language]]
    assert said["article:tag"] == [topic.name[language] for topic in topics]
    assert said["twitter:card"] == ["summary_large_image"]
    card = fetch(client, said["og:image"][0].removeprefix(SITE))
    assert card["Content-Type"] == said["og:image:type"][0]
    size = Image.open(io.BytesIO(card.body)).size
    assert size == (int(said["og:image:width"][0]), int(said["og:image:height"][0]))


def test_a_release_in_one_language_names_no_other(client, at_noon):
    published(only_in("zh-hant", document()))

    assert "og:locale:alternate" not in properties(markup(client, language="zh-hant"))


@pytest.mark.parametrize(
    "page",
    [
        ("home",),
        ("release_list",),
        ("release_list_of_year", 2026),
        ("organisation_detail", "cape-park"),
        ("media_contact_list",),
    ],
)
def test_every_other_page_says_what_it_is_and_where_its_feeds_are(client, at_noon, page):
    published()

    found = markup(client, *page)
    said = properties(found)

    assert said["og:type"] == ["website"]
    assert said["og:title"][0].strip()
    assert said["og:url"] == [SITE + address(*page)]
    feeds = [link for link in found.all("link", rel="alternate") if "type" in link]
    assert len(feeds) == (6 if "cape-park" in page else 3)
    for link in feeds:
        assert client.get(link["href"])["Content-Type"].startswith(link["type"])


def test_what_is_not_found_says_nothing_about_itself(client):
    found = Markup(client.get("/en/releases/secret/").content.decode())

    assert not [name for name in properties(found) if ":" in name]
    assert not found.all("script")


# The gate


def test_a_scheduled_release_is_in_no_head_and_is_there_at_its_moment(client):
    published(document(slug="the-embargoed-one"))

    with time_machine.travel(NOON - SECOND, tick=False):
        for page in (("home",), ("release_list",), ("release_detail", "the-embargoed-one")):
            body = client.get(address(*page)).content
            for secret in (b"the-embargoed-one", b"join forces", b"Alice", b"Polestar"):
                assert secret not in body
    with time_machine.travel(NOON, tick=False):
        assert things(markup(client, "release_detail", "the-embargoed-one"))["NewsArticle"]
