"""The card of a release: what messengers show where its address is shared."""

import concurrent.futures
import io

import pytest
import time_machine
from django.core.files.storage import default_storage
from PIL import Image, ImageChops

from newsroom.models import Newsroom
from pictures.renditions import file_path
from releases import sharing
from releases.document import schema
from releases.models import Page
from releases.outputs import share_picture

from ..factories import NOON, document, only_in, picture, published
from ..site.web import address, fetch
from .web import HOSTILE, corrected

pytestmark = pytest.mark.django_db

LANGUAGES = {"zh-hant": "zh-Hant-HK", "en": "en-GB", "zh-hans": "zh-Hans"}
HEADLINES = {
    "zh-hant": "海角創新園與北極星簽署備忘錄　推動生物科技",
    "zh-hans": "海角创新园与北极星签署备忘录　推动生物科技",
    "en": "Cape Innovation Park and Polestar sign a memorandum on biotechnology",
}


def card(language="en", **changes):
    return {
        "language": LANGUAGES[language],
        "newsroom": "Newsroom",
        "headline": HEADLINES[language],
        "date": "4 May 2026",
        "hosts": ["Cape Innovation Park", "Polestar Bio"],
        "picture": None,
        "focal_point": None,
        **changes,
    }


def drawn(photo=None, **changes):
    return Image.open(io.BytesIO(share_picture.render(card(**changes), photo)))


def differ(one, other):
    return ImageChops.difference(one, other).getbbox() is not None


def address_of(edition, language="en"):
    return sharing.address(
        Page.objects.get(edition=edition, language=language), Newsroom().called(language)
    )


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


# Drawing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_is_a_small_jpeg_of_the_size_that_open_graph_asks_for(language):
    image = drawn(language=language)

    assert image.format == "JPEG"
    assert image.size == (1200, 630)
    assert len(share_picture.render(card(language))) <= share_picture.MAX_BYTES


def test_even_a_card_with_a_picture_of_noise_is_small():
    noise = io.BytesIO()
    Image.effect_noise((1600, 1600), 120).convert("RGB").save(noise, "JPEG")

    assert len(share_picture.render(card(), noise.getvalue())) <= share_picture.MAX_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "headline",
    [
        "",
        "x",
        HOSTILE,
        '#panic("!") $x^2$ *b* _i_ `r` #read("/etc/passwd") \\ <a> @b // /* = h\n- l\n+ l #{ ] } [',
        "長" * 5000,
        "a very long headline " * 500,
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "https://news.example.org/" + "a" * 900,
        "\u202eright to left \u200b\u0301",
    ],
    ids=["empty", "one", "hostile", "typst", "han", "words", "word", "address", "marks"],
)
def test_a_card_can_be_drawn_of_every_headline(language, headline):
    image = drawn(language=language, headline=headline, hosts=[headline], newsroom=headline)

    assert image.size == (1200, 630)


def test_markup_in_a_headline_is_words():
    assert differ(drawn(headline="#upper[abc] def"), drawn(headline="ABC def"))
    assert differ(drawn(headline="*abc*"), drawn(headline="abc"))


def test_an_end_that_has_no_room_is_left_off_and_the_margins_stay_clear():
    image = drawn(headline="A headline that goes on and on. " * 40, hosts=[], date="")

    for box in ((0, 0, 60, 630), (1145, 0, 1200, 630), (0, 530, 1200, 630)):
        for lowest, highest in image.crop(box).getextrema():
            assert highest - lowest < 16, box


def test_the_forms_of_han_characters_are_those_of_the_language():
    in_hong_kong, simplified = (
        drawn(language=language, headline="骨直刃角") for language in ("zh-hant", "zh-hans")
    )
    assert differ(in_hong_kong, simplified)


def test_the_picture_is_cropped_around_its_focal_point():
    halves = Image.new("RGB", (1600, 630), "red")
    halves.paste("blue", (800, 0, 1600, 630))
    file = io.BytesIO()
    halves.save(file, "JPEG")

    left = drawn(file.getvalue(), focal_point={"x": 0, "y": 50}).getpixel((1000, 300))
    right = drawn(file.getvalue(), focal_point={"x": 100, "y": 50}).getpixel((1000, 300))

    assert left[0] > 200 > left[2]
    assert right[2] > 200 > right[0]


# The address


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_the_page_names_its_card_which_is_drawn_once_and_then_kept(
    client, at_noon, language, monkeypatch, django_assert_num_queries
):
    edition = published(document(pictures=[picture()]))
    url = address_of(edition, language)
    page = client.get(address("release_detail", "park-and-polestar-sign", language=language))
    assert f'property="og:image" content="http://testserver{url}"' in page.content.decode()

    first = fetch(client, url)
    monkeypatch.delattr(share_picture, "render")
    with django_assert_num_queries(1):
        second = fetch(client, url)

    assert first["Content-Type"] == second["Content-Type"] == "image/jpeg"
    assert first.body == second.body
    assert Image.open(io.BytesIO(first.body)).size == (1200, 630)
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_who_has_the_card_already_is_told_so(client, at_noon):
    url = address_of(published())
    first = fetch(client, url)

    again = client.get(url, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert client.head(url).status_code == 200


def test_a_page_is_never_kept_waiting_by_its_card(client, at_noon, monkeypatch):
    published()
    monkeypatch.delattr(share_picture, "render")

    assert client.get(address("release_detail", "park-and-polestar-sign")).status_code == 200


def test_a_correction_of_the_headline_has_a_card_of_its_own(client):
    edition = published()
    before = address_of(edition)
    headline = {**document().headline, "en": "Another"}
    correction = corrected(
        edition, schema.to_json(document(headline=headline)), at=NOON, note="The name was wrong."
    )

    with time_machine.travel(NOON, tick=False):
        assert address_of(correction) != before
        assert fetch(client, address_of(correction)).status_code == 200
        assert fetch(client, before).status_code == 404


def test_a_scheduled_release_has_no_card_and_has_one_at_its_moment_until_it_is_taken_back(client):
    edition = published(document(pictures=[picture()]))
    url = address_of(edition)
    never = url.replace("park-and-polestar-sign", "never-was")

    with time_machine.travel(NOON.replace(hour=3, minute=59, second=59), tick=False):
        embargoed, missing = fetch(client, url), fetch(client, never)
        assert embargoed.status_code == missing.status_code == 404
        assert embargoed.body == missing.body
    with time_machine.travel(NOON, tick=False):
        assert fetch(client, url).status_code == 200
    Page.objects.filter(edition=edition).update(visible_until=NOON.replace(second=1))
    with time_machine.travel(NOON.replace(second=1), tick=False):
        assert fetch(client, url).status_code == 404


def test_a_release_has_no_card_in_a_language_that_it_lacks(client, at_noon):
    edition = published(only_in("zh-hant", document()))
    url = address_of(edition, "zh-hant")

    assert fetch(client, url).status_code == 200
    assert fetch(client, url.replace("/zh-hant/", "/en/")).status_code == 404


def test_a_picture_that_the_store_lost_is_not_found(client, at_noon):
    shown = picture("maroon", size=(480, 300))
    edition = published(document(pictures=[shown]))
    default_storage.delete(file_path(shown.sha256, "480.jpg"))

    assert fetch(client, address_of(edition)).status_code == 404


def test_nobody_sees_half_a_card_while_it_is_written():
    """Several visitors draw it at once, others ask the while."""
    path, content = "share/race/card.jpg", b"x" * 3_000_000

    def read():
        try:
            with default_storage.open(path) as file:
                return len(file.read())
        except FileNotFoundError:
            return None

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(sharing._keep, path, content) for _each in range(8)]
        seen = {read() for _each in range(200)}
        for writer in writers:
            writer.result()

    assert seen <= {None, len(content)}
    assert read() == len(content)
    assert default_storage.listdir("share/race") == ([], ["card.jpg"])
