"""What all screens share: the name, the languages, the policy for scripts."""

import re

import pytest
from django.urls import reverse

from newsroom.models import Newsroom

from ..factories import draft

pytestmark = pytest.mark.django_db


def test_the_admin_carries_the_newsrooms_name_in_the_language_chosen(desk):
    Newsroom.objects.create(name_zh_hant="海角新聞中心", name_en="Cape Newsroom")

    page = desk.get("/admin/").content.decode()
    assert "Cape Newsroom" in page
    assert "Django" not in page

    answer = desk.post(reverse("set_language"), {"language": "zh-hant", "next": "/admin/"})
    assert answer["Location"] == "/admin/"
    page = desk.get("/admin/").content.decode()
    assert "海角新聞中心" in page
    assert 'lang="zh-hant"' in page


def test_every_screen_links_to_the_site_and_switches_the_language(desk):
    for address in ("/admin/", "/admin/releases/release/", "/admin/releases/release/add/"):
        page = desk.get(address).content.decode()
        assert 'href="/"' in page
        assert f'action="{reverse("set_language")}"' in page
        assert f'name="next" value="{address}"' in page


def test_the_login_page_switches_the_language_too(client):
    page = client.get("/admin/login/").content.decode()
    assert f'action="{reverse("set_language")}"' in page


def test_every_script_of_the_form_that_could_be_blocked_carries_the_nonce(desk):
    response = desk.get(reverse("admin:releases_release_change", args=[draft().pk]))

    nonce = re.search(r"'nonce-([^']+)'", response["Content-Security-Policy"])[1]
    page = response.content.decode()
    inline = re.findall(r"<(script|style)((?![^>]*\ssrc=)[^>]*)>", page)
    assert any("importmap" in attributes for _tag, attributes in inline)
    for tag, attributes in inline:
        is_data = tag == "script" and 'type="application/json"' in attributes
        assert is_data or f'nonce="{nonce}"' in attributes, (tag, attributes)
    assert not re.search(r'\sstyle="|\son[a-z]+="', page)


def test_the_policy_of_the_admin_evaluates_nothing_and_lets_no_other_server_in(desk):
    form = "/admin/releases/release/add/"
    policies = [
        desk.get(address)["Content-Security-Policy"]
        for address in ("/admin/", "/admin/releases/release/import/", form, form)
    ]
    for policy in policies:
        assert "unsafe" not in policy
        assert "http" not in policy
        assert re.search(r"script-src 'self'( 'nonce-[^']+')?(;|$)", policy)
    assert policies[-1] != policies[-2], "a nonce counts once"
