"""The public site in Simplified Chinese: converted, and it says so."""

import pytest

from ..factories import document, only_in, published
from .web import address

pytestmark = pytest.mark.django_db


def shown(client, name, *args, language="zh-hans"):
    return client.get(address(name, *args, language=language)).content.decode()


@pytest.fixture
def signing():
    return published(document(slug="signing", languages=["zh-hant", "en", "zh-hans"]))


def test_a_release_is_read_in_simplified_chinese(client, signing):
    page = shown(client, "release_detail", "signing")

    assert '<html lang="zh-Hans">' in page
    for words in (
        "海角创新园与北极星合作",
        "（香港，2026年5月4日）",
        "陈爱丽博士",
        "“今日是新的一步。”",
    ):
        assert words in page
    assert "推动生物科技" in shown(client, "home")


def test_a_converted_page_says_so_and_leads_to_the_original(client, signing):
    original = address("release_detail", "signing", language="zh-hant")

    assert 'class="release__converted"' in shown(client, "release_detail", "signing")
    assert f'href="{original}" hreflang="zh-Hant-HK">阅读原文' in shown(
        client, "release_detail", "signing"
    )
    for language in ("zh-hant", "en"):
        page = shown(client, "release_detail", "signing", language=language)
        assert "release__converted" not in page
        assert 'hreflang="zh-Hans"' in page


def test_where_there_is_none_the_page_says_so_and_offers_the_traditional_one(client):
    published(document(slug="two", languages=["en", "zh-hant"]))

    page = shown(client, "release_detail", "two")

    assert "此新闻稿只备繁体中文、英文版本。" in page
    assert f'href="{address("release_detail", "two", language="zh-hant")}"' in page


def test_the_english_address_of_a_chinese_release_offers_what_people_wrote(client):
    published(document(slug="chinese-two", languages=["zh-hans", "zh-hant"]))

    page = shown(client, "release_detail", "chinese-two", language="en")

    assert "available only in Traditional Chinese, Simplified Chinese." in page
    assert f'href="{address("release_detail", "chinese-two", language="zh-hant")}"' in page
    assert "海角創新園與北極星合作" in page


def test_the_same_contact_is_listed_once_whether_or_not_a_release_was_converted(client):
    contact = document().media_contacts[0]
    contacts = [type(contact)(key="mc1", name=contact.name, organisation=contact.organisation)]
    published(document(slug="one", media_contacts=contacts))
    published(document(slug="two", media_contacts=contacts, languages=["zh-hant", "en", "zh-hans"]))

    assert shown(client, "media_contact_list", language="zh-hant").count("黃小姐") == 1


def test_switched_off_it_has_no_address_and_nothing_names_it(client, signing, settings):
    settings.LANGUAGES = [pair for pair in settings.LANGUAGES if pair[0] != "zh-hans"]

    assert client.get("/zh-hans/releases/signing/").status_code == 404
    page = shown(client, "release_detail", "signing", language="en")
    assert "zh-Hans" not in page
    assert "简体" not in page


def test_a_release_in_no_language_of_the_newsroom_is_not_there(client, settings):
    published(only_in("zh-hant", document(slug="chinese")))
    settings.LANGUAGES = [pair for pair in settings.LANGUAGES if pair[0] == "en"]

    assert client.get("/en/releases/chinese/").status_code == 404
    assert client.get("/en/organisations/cape-park/").status_code == 404
    assert 'class="languages"' not in shown(client, "home", language="en")


def test_a_reader_on_the_mainland_is_met_in_simplified_chinese(client):
    for wanted, home in {"zh-CN": "/zh-hans/", "zh-HK": "/zh-hant/", "fr": "/zh-hant/"}.items():
        assert client.get("/", headers={"accept-language": wanted}).url == home
