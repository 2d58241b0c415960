"""What is set once is set again as soon as it would read differently, and sent compressed."""

import datetime as dt
import gzip

import pytest
from django.template import engines
from django.utils import translation

from newsroom.jinja2 import once
from releases.models import Page
from releases.views.answers import card

from ..factories import document, published

PICTURE = {
    **{"sha256": "ab" * 32, "width": 1600, "height": 1067},
    **{"focal_point": {"x": 50, "y": 50}, "alt_text": "The pier"},
}


def macro(name):
    return getattr(engines["jinja2"].env.get_template(f"releases/_{name}.html").module, name)


def page(**changes):
    values = {
        **{"slug": "it", "language": "en", "date": dt.date(2026, 3, 1), "headline": "Headline"},
        **{"summary": "Summary", "lead_picture": PICTURE},
        "hosts": [{"key": "park", "name": "The Park", "short_name": ""}],
    }
    return card(Page(**{**values, **changes}))


@pytest.mark.parametrize("name", ["card", "row"])
@pytest.mark.parametrize(
    "changes",
    [
        {"slug": "other"},
        {"language": "zh-hant"},
        {"date": dt.date(2026, 3, 2)},
        {"headline": "Another"},
        {"summary": ""},
        {"lead_picture": None},
        {"lead_picture": {**PICTURE, "focal_point": {"x": 0, "y": 90}}},
        {"hosts": []},
        {"hosts": [{"key": "park", "name": "Park", "short_name": ""}]},
    ],
)
def test_what_a_list_shows_of_a_release_changes_with_all_that_it_prints(name, changes):
    with translation.override("en"):
        before, after = once(macro(name), page()), once(macro(name), page(**changes))

        assert after == macro(name)(page(**changes)) != before
        assert once(macro(name), page()) == before == macro(name)(page())


def test_it_is_set_in_the_language_of_the_reader_and_as_it_is_asked_for():
    row = macro("row")
    with translation.override("en"):
        english = once(row, page())
        assert once(row, page(), heading="h2") == row(page(), heading="h2") != english
    with translation.override("zh-hant"):
        assert once(row, page()) == row(page()) != english


def test_macros_of_one_name_are_not_taken_for_each_other():
    env = engines["jinja2"].env
    one, other = (
        env.from_string(
            f"{{% macro card(page) %}}{words}{{{{ page.slug }}}}{{% endmacro %}}"
        ).module.card
        for words in ("one ", "other ")
    )

    assert [once(one, page()), once(other, page())] == ["one it", "other it"]


def test_a_page_is_compressed_for_who_accepts_it(client, db):
    published(document(slug="it"))
    plain = client.get("/en/releases/it/")
    assert "Content-Encoding" not in plain

    packed = client.get("/en/releases/it/", headers={"Accept-Encoding": "br, gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in packed["Vary"]


def test_an_answer_without_words_is_not_compressed(client, db):
    answer = client.get("/en/releases/?topic=", headers={"Accept-Encoding": "gzip"})

    assert answer.status_code == 302
    assert "Content-Encoding" not in answer
