"""What the host organisation decides about its newsroom: one row, shown at once, at no query."""

import datetime as dt
import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from newsroom import colours, host
from newsroom.models import MAX_LINKS, LinksFormField, Newsroom
from newsroom.views import server_error
from pictures.models import Picture
from releases.document import schema
from releases.outputs.web_page import display_time

from ..factories import NOON, document, picture, press_chief, press_officer, published
from .web import address, fetch

LANGUAGES = ("zh-hant", "en")
FIELDS = {
    "name_zh_hant": "海角新聞中心",
    "name_en": "Cape Newsroom",
    "about_zh_hant": "我們發布新聞。\n\n歡迎採用。",
    "about_en": "We publish.\n\nDo <use> it.",
    "footer_zh_hant": "海角園",
    "footer_en": "Cape Park, by the sea",
    "copyright_line_zh_hant": "© 海角",
    "copyright_line_en": "© Cape",
    "website": "https://www.cape.example",
    "email": "hello@cape.example",
    "links_zh_hant": [{"label": "私隱政策", "address": "https://www.cape.example/zh/privacy"}],
    "links_en": [{"label": "Privacy", "address": "https://www.cape.example/en/privacy"}],
}
needs_database = pytest.mark.django_db
colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def page(client, name="home", *args, language="en"):
    response = client.get(address(name, *args, language=language))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def cape(db):
    return Newsroom.objects.create(**FIELDS)


@pytest.fixture
def officer_client(client, db):
    client.force_login(press_chief())
    client.cookies["newsroom_language"] = "en"
    return client


# What the pages show


@needs_database
@pytest.mark.parametrize(("language", "name"), [("zh-hant", "新聞中心"), ("en", "Newsroom")])
def test_a_newsroom_that_was_never_set_up_has_a_name_and_nothing_else(client, language, name):
    html = page(client, language=language)

    assert re.search(rf'<h1 class="nameplate">\s*{name}</h1>', html)
    assert "/brand/" not in html
    assert client.get(f"/{language}/about/").status_code == 404
    assert f"/{language}/about/" not in html


def test_every_page_shows_the_words_of_its_language_and_of_no_other(client, cape):
    published(document(slug="signing"))

    for name, *args in [("home",), ("release_detail", "signing"), ("about",)]:
        english, chinese = (page(client, name, *args, language=code) for code in ("en", "zh-hant"))
        for words in (
            "Cape Newsroom",
            "Cape Park, by the sea",
            "© Cape",
            ">Privacy<",
        ):
            assert words in english
        for words in ("海角新聞中心", "海角園", "© 海角", ">私隱政策<"):
            assert words in chinese
            assert words not in english
        assert "mailto:hello@cape.example" in english
        assert '<li><a href="/en/about/"' in english


def test_the_about_page_shows_its_paragraphs_and_escapes_them(client, cape):
    html = page(client, "about")

    assert "<p>We publish.</p>" in html
    assert "<p>Do &lt;use&gt; it.</p>" in html
    assert 'href="/zh-hant/about/" hreflang' in html


def test_what_is_saved_is_seen_at_once_and_costs_no_query(client, cape, django_assert_num_queries):
    assert "Cape Newsroom" in page(client)
    cape.name_en = "Another Name"
    cape.save()

    assert "Another Name" in page(client)
    with django_assert_num_queries(0):
        assert "Another Name" in page(client, "about")


def test_another_process_sees_it_within_seconds(client, cape, monkeypatch):
    page(client)
    Newsroom.objects.update(name_en="Saved elsewhere")
    assert "Saved elsewhere" not in page(client)

    monkeypatch.setattr(host, "_asked_at", host._asked_at - host.KEPT_FOR - 1)

    assert "Saved elsewhere" in page(client)


@pytest.mark.django_db(transaction=True)
def test_what_is_read_before_it_is_committed_is_not_kept(client):
    row = Newsroom.objects.create(**FIELDS)
    with transaction.atomic():
        row.name_en = "New"
        row.save()
        # Another thread reads what is not yet committed to.
        host._row, host._asked_at = Newsroom(name_en="Old"), host.time.monotonic()

    assert host.current().name_en == "New"


def test_what_is_missing_and_what_broke_is_said_without_a_database(client, cape, rf, monkeypatch):
    page(client)
    monkeypatch.setattr(host, "_asked_at", None)

    def refuse(*args):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        missing = client.get("/en/nothing-here/")
        assert missing.status_code == 404
        assert b"Cape Newsroom" in missing.content
        monkeypatch.setattr(host, "_asked_at", None)
        with translation.override("en"):
            broken = server_error(rf.get("/en/"))
    assert broken.status_code == 500
    assert b"Cape Newsroom" in broken.content


def test_what_broke_does_not_even_ask(rf, cape, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(host, "_asked_at", None)

    with django_assert_num_queries(0):
        assert server_error(rf.get("/en/")).status_code == 500


# The logo


@needs_database
def test_the_logo_is_served_to_everybody_and_no_other_picture_is(client):
    shown, other = picture("teal", size=(600, 300)), picture("navy")
    row = Newsroom.objects.create(logo=Picture.objects.get(sha256=shown.sha256))

    source = re.search(r'<img class="logo" src="([^"]+)" width="480" height="240"', page(client))[1]
    response = fetch(client, source)
    assert response["Content-Type"] == "image/webp"
    assert response.body
    assert client.get(reverse("logo", args=[other.sha256])).status_code == 404
    assert client.get(address("picture", shown.sha256, "480.webp")).status_code == 404

    row.logo = None
    row.save()
    assert client.get(source).status_code == 404


# The colours


def test_the_tokens_of_the_stylesheet_stand_here_as_they_stand_there():
    css = (settings.BASE_DIR / "static/newsroom/site.css").read_text()
    tokens = {
        name: {"light": light, "dark": dark}
        for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);", css)
    }

    assert (tokens["paper"], tokens["panel"], tokens["ink"]) == (
        colours.PAPER,
        colours.PANEL,
        colours.INK,
    )
    for scheme, own in colours.OWN.items():
        assert own == {name: tokens[name][scheme] for name in own}
        derived = colours.palette(colours.ACCENT, colours.WARM)[scheme]
        assert (own["accent"], own["warm"]) == (derived["accent"].colour, derived["warm"].colour)


@given(accent=colour, warm=colour)
def test_whatever_the_colours_all_words_can_be_read(accent, warm):
    for scheme, shown in colours.palette(accent, warm).items():
        grounds = (colours.PAPER[scheme], colours.PANEL[scheme], shown["mist"])
        for ground in grounds:
            for words in (shown["accent"].colour, shown["warm"].colour, colours.INK[scheme]):
                assert colours.contrast(words, ground) >= 4.5
        for words in ("#d7e2df", "#a9bdbf", "#ffffff"):
            assert colours.contrast(words, shown["deep"]) >= 4.5


@given(chosen=colour)
def test_a_colour_that_can_be_read_stays_as_it_was_chosen(chosen):
    for scheme, shown in colours.palette(chosen, colours.WARM).items():
        grounds = (colours.PAPER[scheme], colours.PANEL[scheme], shown["mist"])
        if min(colours.contrast(chosen, ground) for ground in grounds) >= colours.CONTRAST[scheme]:
            assert shown["accent"].colour == chosen


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_other_colours_are_one_more_stylesheet_that_may_be_kept_for_ever(client, cape):
    cape.accent = "#C8102E"
    cape.save()

    href = re.search(r'<link rel="stylesheet" href="(/brand/[^"]+)"', page(client))[1]
    response = client.get(href)

    assert response["Content-Type"].startswith("text/css")
    assert "immutable" in response["Cache-Control"]
    assert not response.cookies
    assert "--accent:light-dark(#c8102e," in response.content.decode()
    assert page(client).count('rel="stylesheet"') == 2


@pytest.mark.parametrize("version", ["00000000", colours.version("")])
def test_a_stylesheet_that_no_page_names_is_not_there(client, db, version):
    for pair in ("c8102e-b23f24", "0d5a62-b23f24"):
        assert client.get(f"/brand/{pair}.{version}.css").status_code == 404


# The screen


@pytest.fixture
def form():
    row = {name: value for name, value in FIELDS.items() if not name.startswith("links")}
    return {
        **row,
        "accent": "#123456",
        "warm": "#b23f24",
        "links_zh_hant": "私隱政策　https://www.cape.example/zh/privacy",
        "links_en": "Privacy policy https://www.cape.example/en/privacy\n\n",
    }


def test_a_press_officer_sets_it_up_and_changes_it_in_one_form(officer_client, form):
    assert "/admin/newsroom/newsroom/" in officer_client.get("/admin/").content.decode()
    there = officer_client.get("/admin/newsroom/newsroom/").url
    assert officer_client.get(there).status_code == 200

    for name in ("First Name", "Second Name"):
        assert officer_client.post(there, {**form, "name_en": name}).status_code == 302
        assert name in page(officer_client)
    row = Newsroom.objects.get()
    assert row.links_en == [
        {"label": "Privacy policy", "address": "https://www.cape.example/en/privacy"}
    ]
    assert row.links_zh_hant[0]["label"] == "私隱政策"
    assert "Second Name" in officer_client.get("/admin/").content.decode()


def test_it_is_neither_added_nor_deleted(officer_client, cape):
    assert officer_client.get("/admin/newsroom/newsroom/add/").status_code == 403
    assert officer_client.get("/admin/newsroom/newsroom/1/delete/").status_code == 403
    assert officer_client.get("/admin/newsroom/newsroom/2/change/").status_code == 302
    for row in (Newsroom(), Newsroom(pk=2)):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_who_may_not_change_it_does_not_see_it(client, db):
    client.force_login(press_officer(may_publish=True))

    assert client.get("/admin/newsroom/newsroom/1/change/").status_code == 403


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("accent", "red", "six digits"),
        ("name_zh_hant", "", "other language"),
        ("about_en", "", "other language"),
        ("email", "nobody", "valid email"),
        ("website", "https://", "valid URL"),
        ("links_en", "Privacy", "is not a link"),
        ("links_en", "https://www.cape.example", "is not a link"),
        ("links_en", "Privacy javascript:alert(1)", "is not a link"),
        ("links_en", "x" * 61 + " https://www.cape.example", "is not a link"),
        ("links_en", "A https://a.example\n" * (MAX_LINKS + 1), "has room for"),
    ],
)
def test_what_makes_no_sense_is_refused_where_it_stands(officer_client, form, field, value, said):
    response = officer_client.post("/admin/newsroom/newsroom/1/change/", {**form, field: value})

    assert said in " ".join(response.context["adminform"].form.errors[field])
    assert not Newsroom.objects.exists()


def test_the_form_shows_what_becomes_of_a_colour_and_says_when_it_is_changed(officer_client):
    shown = officer_client.get(
        "/admin/newsroom/newsroom/colours/", {"accent": "#ffd500", "warm": "#005eb8"}
    ).content.decode()

    yellow = colours.palette("#ffd500", "#005eb8")["light"]["accent"]
    assert f"made darker, so that it can be read · #ffd500 → {yellow.colour}" in shown
    assert f"contrast {yellow.contrast:.1f} : 1" in shown
    assert shown.count("made lighter") == 1  # yellow can be read on the dark ground
    refused = officer_client.get("/admin/newsroom/newsroom/colours/", {"accent": "url(x)"})
    assert refused.status_code == 400


def test_links_are_read_as_they_are_written():
    field = LinksFormField()
    links = [{"label": "About the Park", "address": "https://www.cape.example/"}]

    assert field.clean(field.prepare_value(links)) == links
    with pytest.raises(ValidationError):
        field.clean("no address")


# The zone of its times


@pytest.mark.parametrize(
    ("zone", "named", "winter", "summer"),
    [
        ("Asia/Hong_Kong", "HKT", "12:00 HKT", "12:00 HKT"),
        ("Asia/Tokyo", "JST", "13:00 JST", "13:00 JST"),
        ("Europe/London", "GMT/BST", "04:00 GMT", "05:00 BST"),
        ("Asia/Dubai", "UTC+04", "08:00 +04", "08:00 +04"),
    ],
)
def test_times_are_shown_in_the_zone_of_the_newsroom_which_is_named(
    client, db, settings, zone, named, winter, summer
):
    settings.TIME_ZONE = zone
    published(document(slug="signing"), at=NOON)

    assert f"All times are {named}." in page(client)
    assert summer in page(client, "release_detail", "signing")
    assert winter in display_time(dt.datetime(2026, 1, 5, 4, 0, tzinfo=dt.UTC), "en")


def test_the_day_of_a_release_without_a_date_is_that_of_the_zone(client, db, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    half_past_midnight = dt.datetime(2026, 5, 4, 15, 30, tzinfo=dt.UTC)
    undated = schema.Dateline(city={"zh-hant": "東京", "en": "TOKYO"})

    published(document(slug="undated", dateline=undated), at=half_past_midnight)

    assert "5 May 2026" in page(client, "release_detail", "undated")


# In a browser


@pytest.fixture
def tab(chromium):
    """An empty page; what the browser complains of and asks for is kept with it."""
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.complaints, page.asked = [], []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_colours_reach_the_page_without_a_word_of_style_in_it(tab, live_server):
    long = "Accessibility-statement-of-the-organisation" * 2
    row = Newsroom.objects.create(
        **{**FIELDS, "links_en": [{"label": long, "address": "https://a.example"}] * MAX_LINKS},
        accent="#c8102e",
    )
    published(document(slug="signing"))

    tab.goto(f"{live_server.url}/en/releases/signing/")

    masthead = "getComputedStyle(document.querySelector('.masthead')).borderTopColor"
    assert tab.evaluate(masthead) == "rgb(200, 16, 46)"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 375
    assert tab.complaints == []
    assert len(tab.asked) <= 5
    tab.emulate_media(color_scheme="dark")
    dark = colours.palette(row.accent, row.warm)["dark"]["accent"].colour
    red, green, blue = bytes.fromhex(dark[1:])
    assert tab.evaluate(masthead) == f"rgb({red}, {green}, {blue})"
    tab.emulate_media(media="print")
    accent = "getComputedStyle(document.documentElement).getPropertyValue('--accent')"
    assert tab.evaluate(accent) == "#000"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_form_shows_a_colour_while_it_is_chosen(tab, live_server, client):
    client.force_login(get_user_model().objects.create_superuser("head"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    tab.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    tab.goto(f"{live_server.url}/admin/newsroom/newsroom/1/change/")

    tab.locator("#id_accent").fill("#ffd500")

    tab.locator(".colours", has_text="#ffd500").wait_for()
    assert tab.locator(".colours rect[fill='#ffd500']").count() > 1
    assert tab.complaints == []
