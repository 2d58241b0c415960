"""What every public page promises in its markup: language, one heading, addresses, nothing foreign."""

import itertools
import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import translation

from releases.document import schema

from ..factories import ALICE, document, only_in, picture, published

pytestmark = pytest.mark.django_db

LANGUAGES = {"zh-hant": "zh-Hant-HK", "en": "en-GB", "zh-hans": "zh-Hans"}
VOID = {"meta", "link", "img", "source", "br", "input"}
PAGES = {
    "home": ("home",),
    "list": ("release_list",),
    "year": ("release_list_of_year", 2026),
    "release": ("release_detail", "whole"),
    "organisation": ("organisation_detail", "cape-park"),
    "organisations": ("organisation_list",),
    "person": ("person_detail", "alice-chan"),
    "people": ("person_list",),
    "topic": ("topic_detail", "life-science"),
    "topics": ("topic_list",),
    "pictures": ("picture_list",),
    "contacts": ("media_contact_list",),
    "text": ("release_text", "whole"),
    "other language": ("release_detail", "chinese-only"),
    "not found": None,
}


class Markup(HTMLParser):
    """The elements of a page, the words in each, and the elements that were never closed."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.html, self.elements, self.open = html, [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "words": "", **dict(attributes)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1]["tag"] == tag, f"</{tag}> closes <{self.open[-1]['tag']}>"
        self.open.pop()

    def handle_data(self, words):
        for element in self.open:
            element["words"] += words

    def all(self, tag, **attributes):
        return [
            e
            for e in self.elements
            if e["tag"] == tag and all(e.get(name) == value for name, value in attributes.items())
        ]

    def headings(self):
        return [int(e["tag"][1]) for e in self.elements if re.fullmatch(r"h[1-6]", e["tag"])]


@pytest.fixture(scope="module")
def newsroom(kept):
    kept(publish_everything)


def publish_everything():
    quote = schema.Quote(
        key="q2",
        speaker=ALICE,
        lead_in={"zh-hant": "她說：", "en": "She said: "},
        words={"zh-hant": "先說。", "en": "First."},
        follow_on={"zh-hant": "她續說：「後說。」", "en": " She added: “Then.”"},
    )
    figures = [
        schema.Figure(
            key="upright",
            picture=picture("navy", size=(300, 400)),
            caption={"zh-hant": "直度圖片", "en": "An upright picture"},
            credit={"zh-hant": "攝影：海角", "en": "Photograph: Cape"},
            usage_terms={"zh-hant": "供傳媒使用", "en": "For editorial use"},
            people=[
                schema.PersonInPicture(
                    key="pp1",
                    name={"zh-hant": "陳愛麗", "en": "Alice Chan"},
                    position={"zh-hant": "左", "en": "left"},
                )
            ],
        ),
        schema.Figure(key="words", caption={"zh-hant": "只有說明", "en": "Only a caption"}),
    ]
    lead = picture(size=(480, 300))
    plain = document(slug="whole", pictures=[lead])
    published(
        document(
            slug="whole",
            languages=list(LANGUAGES),
            body=[
                *plain.body,
                quote,
                *figures,
                schema.Subheading(key="sub", text={"zh-hant": "小題", "en": "Subheading"}),
            ],
            notes_to_editors=[
                schema.TextBlock(key="n1", html={"zh-hant": "<p>備註</p>", "en": "<p>A note</p>"})
            ],
            topics=[schema.Topic(key="t1", name={"zh-hant": "海洋", "en": "Oceans"})],
        )
    )
    published(document(slug="no-picture"))
    published(only_in("zh-hant", document(slug="chinese-only")))


def address(name, *args, language):
    with translation.override(language):
        return reverse(name, args=args)


def shown(client, page, language):
    if PAGES[page] is None:
        response = client.get(f"/{language}/nothing-here/")
        assert response.status_code == 404
    else:
        name, *args = PAGES[page]
        language = {"other language": "en"}.get(page, language)
        response = client.get(address(name, *args, language=language))
        assert response.status_code == 200
    return Markup(response.content.decode())


def alternates(markup):
    """The addresses that the page names for other languages: a region would keep readers elsewhere out."""
    links = markup.all("link", rel="alternate")
    return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_sound(client, newsroom, page, language):
    markup = shown(client, page, language)

    assert not markup.open, "an element is not closed"
    assert (
        markup.all("html")[0]["lang"] == LANGUAGES["en" if page == "other language" else language]
    )
    assert markup.all("title")[0]["words"].strip()
    assert len(markup.all("h1")) == len(markup.all("main")) == 1
    levels = markup.headings()
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels)), levels
    ids = [e["id"] for e in markup.elements if "id" in e]
    assert len(ids) == len(set(ids))
    assert all(e["aria-labelledby"] in ids for e in markup.elements if "aria-labelledby" in e)
    assert any(e.get("href") == "#content" for e in markup.all("a"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_inline_style_or_script_or_loads_from_elsewhere(
    client, newsroom, page, language
):
    markup = shown(client, page, language)

    scripts = [e for e in markup.all("script") if e.get("type") != "application/ld+json"]
    assert not markup.all("style") + markup.all("iframe")
    assert all(script["src"] and not script["words"] for script in scripts)
    for element in markup.elements:
        assert not [name for name in element if name == "style" or name.startswith("on")], element
        loaded = [element.get("src", ""), element.get("srcset", "")]
        if element["tag"] == "link" and element["rel"] in ("stylesheet", "icon"):
            loaded.append(element["href"])
        for source in filter(None, loaded):
            assert source.startswith("/")
            assert not source.startswith("//")
            assert "data:" not in source


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page not in ("other language", "not found")]
)
def test_pages_name_their_own_address_and_those_in_other_languages(client, newsroom, page):
    name, *args = PAGES[page]
    chinese, english, simplified = (
        "http://testserver" + address(name, *args, language=language) for language in LANGUAGES
    )

    markup = shown(client, page, "en")

    assert markup.all("link", rel="canonical")[0]["href"] == english
    assert alternates(markup) == {
        "zh-Hant": chinese,
        "en": english,
        "zh-Hans": simplified,
        "x-default": chinese,
    }


def test_a_release_in_one_language_has_no_alternate_in_the_other(client, newsroom):
    markup = Markup(
        client.get(address("release_detail", "chinese-only", language="zh-hant")).content.decode()
    )

    assert alternates(markup).keys() == {"zh-Hant", "x-default"}
    (switch,) = (a for a in markup.all("a", hreflang="en-GB"))
    assert switch["href"] == address("release_detail", "chinese-only", language="en")
    assert switch["words"].strip() != "English", "the switch says that there is no English"


def test_the_page_about_the_other_language_leads_there_and_stays_out_of_search_engines(
    client, newsroom
):
    markup = shown(client, "other language", "en")

    assert markup.all("meta", name="robots", content="noindex")
    there = address("release_detail", "chinese-only", language="zh-hant")
    assert markup.all("link", rel="canonical")[0]["href"] == f"http://testserver{there}"
    assert [
        h2 for h2 in markup.all("h2", lang="zh-Hant-HK") if "海角創新園與北極星合作" in h2["words"]
    ]
    assert not alternates(markup)


def test_contacts_can_be_called_and_written_to(client, newsroom):
    for page in ("release", "contacts"):
        targets = [a.get("href", "") for a in shown(client, page, "zh-hant").all("a")]
        assert "tel:+85225550123;ext=7" in targets
        assert "mailto:carol@cape.example" in targets


def test_a_picture_says_its_size_has_words_and_can_be_downloaded_whole(client, newsroom):
    markup = shown(client, "release", "en")

    for image in markup.all("img"):
        assert int(image["width"])
        assert int(image["height"])
        assert "alt" in image
    lead, *others = markup.all("img")
    assert lead["fetchpriority"] == "high"
    assert "loading" not in lead
    assert all(image["loading"] == "lazy" for image in others)
    assert len([a for a in markup.all("a") if a.get("href", "").endswith("/full.jpg")]) == 2
    caption = markup.all("figure", id="part-upright")[0]["words"]
    for words in (
        "An upright picture",
        "Alice Chan",
        "left",
        "Photograph: Cape",
        "For editorial use",
    ):
        assert words in caption
    assert "Only a caption" in markup.all("figure", id="part-words")[0]["words"]


def test_a_quote_reads_in_the_order_of_the_printed_paragraph(client, newsroom):
    words = shown(client, "release", "en").all("main")[0]["words"]

    places = [words.index(part) for part in ("She said:", "“First.”", "She added: “Then.”")]
    assert places == sorted(places)


def test_what_is_not_there_is_answered_alike_whatever_the_address(client, newsroom):
    for language in LANGUAGES:
        first = client.get(f"/{language}/releases/secret-merger/")
        second = client.get(f"/{language}/a/b/c/?q=%3Cscript%3E")
        assert first.status_code == second.status_code == 404
        assert first.content == second.content
        assert b"secret" not in first.content


def test_an_error_page_needs_no_database(rf, django_assert_num_queries):
    from newsroom.views import server_error

    for language in LANGUAGES:
        with translation.override(language), django_assert_num_queries(0):
            response = server_error(rf.get(f"/{language}/releases/"))
        assert response.status_code == 500
        assert len(Markup(response.content.decode()).all("h1")) == 1


@pytest.mark.parametrize("name", ["home", "release_list", "media_contact_list"])
def test_an_empty_newsroom_says_so(client, name):
    markup = Markup(client.get(address(name, language="en")).content.decode())

    assert "yet" in markup.all("main")[0]["words"]
    assert len(markup.all("h1")) == 1


def test_what_people_wrote_is_escaped(client):
    published(
        document(
            slug="odd", headline={"zh-hant": "甲<b>　乙", "en": "A <script>alert(1)</script> & co"}
        )
    )

    for language in ("zh-hant", "en"):
        html = client.get(address("release_list", language=language)).content.decode()
        assert "<script" not in html
        assert "<b>" not in html
    assert "A &lt;script&gt;" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_caption_are_glued_together(client, newsroom, language):
    """As it is read without a stylesheet: by who copies it, a reader of texts, a search engine."""
    markup = shown(client, "release", language)
    (speaker, *_), (role, *_) = (
        [e["words"] for e in markup.elements if f"quote__{part}" in e.get("class", "")]
        for part in ("speaker", "role")
    )
    words = next(e["words"] for e in markup.all("figcaption") if speaker in e["words"])
    assert f"{speaker} {role}" in words


@pytest.mark.parametrize("tag", ["article:published_time", "article:modified_time"])
def test_moments_are_in_the_time_zone_of_the_newsroom(client, newsroom, tag):
    markup = shown(client, "release", "en")
    (moment,) = [e["content"] for e in markup.all("meta", property=tag)]
    assert moment.endswith("+08:00")
    assert moment in [e["datetime"] for e in markup.all("time")]
