"""Releases of many kinds, each held to what an editor reads in it (``documents/*.json``)."""

import json
import time

import pytest

from releases.document import schema

from .helpers import DOCUMENTS, import_plain_text, person, printed, words

NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))


def summary(document: schema.Document) -> dict:
    """What an editor would check, short enough to be read."""
    language = document.languages[0]
    moment = document.embargo_until
    return {
        "language": language,
        "slug": document.slug,
        "headline": words(document.headline),
        "sub_headline": words(document.sub_headline),
        "key_points": [words(k.text) for k in document.key_points],
        "dateline": [words(document.dateline.city), str(document.dateline.date or "")],
        "embargo": moment.strftime("%Y-%m-%d %H:%M") if moment else "",
        "organisations": [
            [o.role, words(o.name), words(o.short_name), o.website] for o in document.organisations
        ],
        "body": [f"{type(b).__name__}: {printed(b, language)}" for b in document.body],
        "quotes": [[q.key, *person(q.speaker), words(q.words)[:30]] for q in document.quotes()],
        "figures": [
            [
                f.quote or "",
                words(f.credit),
                *[f"{words(p.name)} = {words(p.position)}" for p in f.people],
            ]
            for f in document.figures()
        ],
        "signatories": [list(person(s.person)) for s in document.signatories],
        "witnesses": [list(person(w.person)) for w in document.witnesses],
        "notes_to_editors": [printed(b, language) for b in document.notes_to_editors],
        "boilerplates": [
            [words(b.organisation), words(b.text), b.website] for b in document.boilerplates
        ],
        "media_contacts": [
            [
                words(c.organisation),
                words(c.on_behalf_of),
                words(c.name),
                [p.number + (f" x{p.extension}" if p.extension else "") for p in c.phones],
                c.emails,
            ]
            for c in document.media_contacts
        ],
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_read_as_an_editor_reads_it(name):
    imported = import_plain_text((DOCUMENTS / f"{name}.txt").read_bytes())
    expected = json.loads((DOCUMENTS / f"{name}.json").read_text(encoding="utf-8"))
    found = summary(imported.document)
    for part, value in expected.items():
        assert found[part] == value, part
    assert found.keys() == expected.keys()


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_whole_and_comes_back_from_json(name):
    document = import_plain_text((DOCUMENTS / f"{name}.txt").read_bytes()).document
    schema.check(document)
    assert schema.from_json(schema.to_json(document)) == document


@pytest.mark.parametrize("name", NAMES)
def test_quotes_print_back_the_words_of_the_source(name):
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    imported = import_plain_text(text.encode())
    left = {number for number, place in imported.files[0].places.items() if place == "left_over"}
    lines = [line for number, line in enumerate(text.split("\n"), 1) if number not in left]
    source = "".join("".join(lines).split()).replace("-", "")
    document = imported.document
    for quote in document.quotes():
        paragraph = schema.printed_quote(quote, document.languages[0])
        assert "".join(paragraph.split()).replace("-", "") in source


def test_the_same_bytes_give_the_same_document_in_a_moment():
    data = (DOCUMENTS / "hospital_en.txt").read_bytes()
    started = time.perf_counter()
    assert import_plain_text(data) == import_plain_text(data)
    assert time.perf_counter() - started < 1


def test_ten_thousand_lines_are_read_in_time():
    data = ("A line of words without an end\n" * 5000 + "一行沒有句號的文字\n" * 5000).encode()
    started = time.perf_counter()
    import_plain_text(data)
    assert time.perf_counter() - started < 20
