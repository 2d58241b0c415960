"""The whole public site is in the folder, byte for byte."""

import hashlib
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
import time_machine
from django.test import Client

from ...factories import NOON
from .site import HOUR, ORIGIN, ask, build, files, manifest

pytestmark = pytest.mark.django_db


class Links(HTMLParser):
    """The addresses that a page names."""

    def __init__(self, html):
        super().__init__()
        self.found = set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "action"):
                self.found.add(value)
            elif name == "srcset":
                self.found.update(part.split()[0] for part in value.split(","))
            elif name == "content" and value.startswith(ORIGIN):
                self.found.add(value)


def links(path, body):
    """The paths on this site, without a query, that a file names."""
    if path.endswith(".html"):
        named = Links(body.decode()).found
    elif path.endswith((".xml", ".rss", ".atom", ".json", ".txt", ".css")):
        named = re.findall(rf"{ORIGIN}[^\s\"'<>&\\\\]*", body.decode())
        named += re.findall(r"url\([\"']?([^)\"']+)", body.decode())
    else:
        return
    for address in named:
        parts = urlsplit(urljoin(f"{ORIGIN}/{path}", address))
        if f"{parts.scheme}://{parts.netloc}" == ORIGIN and not parts.query:
            yield parts.path


def test_every_address_that_the_site_names_is_in_it(a_newsroom, folder, collected_here):
    with time_machine.travel(NOON + 2 * HOUR, tick=False):
        build(folder)
    built = files(folder)

    named = {path: set(links(path, body)) for path, body in built.items()}
    assert sum(map(len, named.values())) > 2000
    assert "/en/releases/moved/versions/1/" in named["en/releases/moved/index.html"]
    for path, paths in named.items():
        for each in paths:
            name = each.lstrip("/") + ("index.html" if each.endswith("/") else "")
            assert name in built, f"{path} names {each}"


def test_every_file_is_what_the_application_answers_byte_for_byte(
    a_newsroom, folder, collected_here
):
    client = Client(headers={"host": "news.example.org"})
    with time_machine.travel(NOON + 2 * HOUR, tick=False):
        build(folder)
        built = files(folder)
        rows = manifest(folder)
        answers = {path: ask(client, path) for path in built}

    assert set(rows) == set(built)
    for path, answer in answers.items():
        assert answer["Content-Type"] == rows[path]["content_type"], path
        assert hashlib.sha256(built[path]).hexdigest() == rows[path]["sha256"]
        assert not answer.cookies
        if moved := rows[path]["redirect"]:
            assert (answer.status_code, answer["Location"]) == (302, moved)
            assert f'url={moved}"'.encode() in built[path]
        else:
            assert answer.status_code == (404 if path.endswith("404.html") else 200), path
            assert answer.body == built[path], path
        if "private" not in answer["Cache-Control"]:  # pictures, for browsers
            assert answer["Cache-Control"] == rows[path]["cache_control"]
