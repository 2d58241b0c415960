"""The sample newsroom is what a press office would let out."""

import datetime as dt
import io
import json
import re

import phonenumbers
import pytest
from PIL import Image

from newsroom import sample
from newsroom.sample import drawings
from releases import rich_text
from releases.document import schema, simplified
from releases.languages import WRITTEN

TODAY = dt.date(2026, 3, 1)
RECORDS = sample.records(TODAY)
RELEASES = sample.releases(TODAY)
FINISHED = [pair for pair in RELEASES if pair[0]["state"] != "draft"]
DUMMY = {"sha256": "0" * 64, "width": 1800, "height": 1200}


def document(raw):
    return schema.from_json(sample.with_pictures(raw, lambda _name: DUMMY))


def written(release):
    """The languages of a release that people wrote."""
    return [language for language in release.languages if language in WRITTEN]


def by_key(kind):
    return {record["key"]: record for record in RECORDS[kind]}


def named(entry):
    return entry["file"].removesuffix(".json")


def each(releases=RELEASES):
    return pytest.mark.parametrize(
        ("entry", "raw"), releases, ids=[named(entry) for entry, _raw in releases]
    )


def texts(value, place="$"):
    """Every text in a document (a mapping of language codes to words), with its place."""
    match value:
        case dict() if value and set(value) <= set(schema.LANGUAGES):
            yield place, value
        case dict():
            for name, inner in value.items():
                yield from texts(inner, f"{place}.{name}")
        case list():
            for index, inner in enumerate(value):
                yield from texts(inner, f"{place}[{index}]")


def in_languages(text, languages):
    return {language: words for language, words in text.items() if language in languages}


# The manifest


def test_there_are_at_least_eight_releases_over_two_years_or_more():
    assert len(RELEASES) >= 8
    days = [entry["days_ago"] for entry, _raw in RELEASES]
    assert max(days) > 366
    assert days == sorted(days, reverse=True)


def test_one_release_is_scheduled_for_a_week_ahead_and_one_is_a_draft():
    states = {
        state: [e for e, _raw in RELEASES if e["state"] == state]
        for state in ("scheduled", "draft")
    }
    assert [entry["days_ago"] for entry in states["scheduled"]] == [-7]
    assert len(states["draft"]) == 1


def test_the_manifest_names_every_file():
    stored = {path.name for path in (sample.HERE / "releases").glob("*.json")}
    assert stored == {entry["file"] for entry in sample.manifest()}


# The documents


@each()
def test_a_release_is_a_valid_document(entry, raw):
    assert document(raw).slug == named(entry)


@each()
def test_the_dateline_has_the_day_of_the_manifest(entry, raw):
    assert document(raw).dateline.date == TODAY - dt.timedelta(days=entry["days_ago"])


@each(FINISHED)
def test_a_finished_release_is_complete_in_all_its_languages(entry, raw):
    languages = set(written(document(raw)))
    # What leads into a quote, or follows on, may be needed in one language only.
    joints = ("lead_in", "follow_on")
    lacking = [p for p, text in texts(raw) if set(text) != languages and not p.endswith(joints)]
    assert lacking == []


def test_exactly_one_release_is_only_in_chinese():
    only = [named(entry) for entry, raw in RELEASES if written(document(raw)) == ["zh-hant"]]
    assert only == ["market-robot-open-day"]


def test_the_draft_lacks_some_of_its_english():
    (raw,) = [raw for entry, raw in RELEASES if entry["state"] == "draft"]
    assert any(set(text) == {"zh-hant"} for _place, text in texts(raw))


@each(FINISHED)
def test_a_release_has_what_a_press_release_has(entry, raw):
    release = document(raw)
    assert len([b for b in release.body if isinstance(b, schema.TextBlock | schema.Quote)]) >= 5
    for part in ("headline", "sub_headline", "key_points", "organisations", "topics"):
        assert getattr(release, part), part
    assert release.dateline.city
    assert release.boilerplates
    assert len(release.media_contacts) >= 2
    assert any(isinstance(block, schema.Subheading) for block in release.body)


@each()
def test_every_figure_has_alt_text_caption_credit_and_usage_terms(entry, raw):
    release = document(raw)
    if entry["state"] == "draft":
        return
    for figure in release.figures():
        for text in (figure.alt_text, figure.caption, figure.credit, figure.usage_terms):
            assert set(text) == set(written(release)), figure.key


@each()
def test_a_quote_prints_as_a_sentence_with_its_marks(entry, raw):
    release = document(raw)
    for quote in release.quotes():
        for language in quote.words:
            printed = schema.printed_quote(quote, language)
            opening, closing = schema.MARKS[language]
            assert f"{opening}{quote.words[language]}{closing}" in printed
            assert "  " not in printed
            assert printed == printed.strip()
            assert printed.count(opening) == printed.count(closing)
            if language == "en":
                lead = quote.lead_in.get("en", "")
                assert not lead or lead.endswith(" "), lead


@each()
def test_the_words_in_a_caption_are_those_of_the_quote_it_carries(entry, raw):
    release = document(raw)
    quotes = {quote.key: quote for quote in release.quotes()}
    for figure in release.figures():
        if figure.quote:
            for language, caption in figure.caption.items():
                opening, closing = schema.MARKS[language]
                words = caption.split(opening)[1].split(closing)[0]
                assert words in quotes[figure.quote].words[language]


def test_the_signing_has_its_signatories_witnesses_quotes_and_figures():
    (release,) = [document(raw) for _entry, raw in RELEASES if raw.get("signatories")]
    assert (len(release.signatories), len(release.witnesses)) == (2, 3)
    assert len([b for b in release.body if isinstance(b, schema.Quote)]) == 3
    assert len(release.figures()) == 4
    assert len([figure for figure in release.figures() if figure.quote]) == 3
    assert (len(release.boilerplates), len(release.media_contacts)) == (2, 3)


def test_somewhere_a_list_a_link_bold_and_italic_are_shown():
    html = json.dumps([raw for _entry, raw in RELEASES])
    for tag in ("<ul>", "<a href=", "<strong>", "<em>"):
        assert tag in html


@each()
def test_chinese_uses_full_width_punctuation_and_hong_kong_forms(entry, raw):
    for place, text in texts(raw):
        words = text.get("zh-hant", "")
        plain = rich_text.to_plain(words) if words.startswith("<") else words
        plain = re.sub(r"(?<=[0-9])[,:](?=[0-9])", "", plain)
        assert not set(plain) & set(",;:?!“”裡爲"), place


# The standing records


@each()
def test_values_are_those_of_the_records_as_of_the_day(entry, raw):
    release, languages = document(raw), raw["languages"]
    organisations, people = by_key("organisations"), by_key("spokespeople")
    day = release.dateline.date

    for part in release.organisations:
        record = organisations[part.record]
        assert part.name == in_languages(record["name"], languages)
        assert part.short_name == in_languages(record["short_name"], languages)
        assert (part.website, part.role) == (record["website"], record["role"])
    logos = [o["logo"] for o in raw["organisations"]]
    assert logos == [organisations[o["record"]]["logo"] for o in raw["organisations"]]

    seen = [quote.speaker for quote in release.quotes()]
    seen += [part.person for part in (*release.signatories, *release.witnesses)]
    assert seen
    earlier = set()
    for person in seen:
        record = people[person.record]
        assert person.name == in_languages(record["name"], languages)
        assert person.honorific == in_languages(record["honorific"], languages)
        employer = organisations[record["organisation"]]["name"]
        assert person.organisation == in_languages(employer, languages)
        if person.job_title != in_languages(record["job_title"], languages):
            earlier.add(person.record)
    assert earlier == set(entry.get("as_of_the_day", []))

    for figure in release.figures():
        for person in figure.people:
            assert person.name == in_languages(people[person.record]["name"], languages)

    for part in release.boilerplates:
        record = by_key("boilerplates")[part.record]
        organisation = organisations[record["organisation"]]
        in_force = max(
            (
                b
                for b in RECORDS["boilerplates"]
                if b["organisation"] == record["organisation"]
                and b["in_force_from"] <= day.isoformat()
            ),
            key=lambda b: b["in_force_from"],
        )
        assert in_force["key"] == part.record
        assert part.text == in_languages(record["text"], languages)
        assert part.organisation == in_languages(organisation["name"], languages)
        assert part.website == organisation["website"]

    for part in release.media_contacts:
        record = by_key("media_contacts")[part.record]
        employer = record["organisation"]
        employer = organisations[employer]["name"] if isinstance(employer, str) else employer
        assert part.organisation == in_languages(employer, languages)
        behalf = organisations[record["on_behalf_of"]]["name"]
        assert part.on_behalf_of == in_languages(behalf, languages)
        assert part.name == in_languages(record["name"], languages)
        assert schema.to_json(part.phones) == [{"extension": "", **p} for p in record["phones"]]
        assert part.emails == record["emails"]

    for part in release.topics:
        assert part.name == in_languages(by_key("topics")[part.record]["name"], languages)


def test_somebody_appears_with_an_earlier_job_title():
    assert any(entry.get("as_of_the_day") for entry in sample.manifest())


def test_people_and_organisations_recur():
    speakers = [{q.speaker.record for q in document(raw).quotes()} for _entry, raw in RELEASES]
    everyone = [key for release in speakers for key in release]
    assert max(everyone.count(key) for key in everyone) >= 3


def test_records_are_complete_in_both_languages():
    assert [place for place, text in texts(RECORDS) if set(text) != set(WRITTEN)] == []


def test_every_telephone_number_is_valid_in_hong_kong():
    numbers = [phone["number"] for c in RECORDS["media_contacts"] for phone in c["phones"]]
    for number in numbers:
        assert number.startswith("+852")
        assert phonenumbers.is_valid_number(phonenumbers.parse(number))


def test_every_address_is_reserved_for_examples():
    hosts = [o["website"] for o in RECORDS["organisations"]]
    hosts += [email for c in RECORDS["media_contacts"] for email in c["emails"]]
    assert all(host.endswith(".example") for host in hosts)


# Simplified Chinese


def test_every_release_in_chinese_goes_out_in_simplified_chinese_too():
    assert [named(e) for e, raw in RELEASES if "zh-hans" not in document(raw).languages] == []


def test_every_term_and_every_passage_is_used():
    everything = str(RELEASES)
    assert [t["zh_hant"] for t in RECORDS["terms"] if t["zh_hant"] not in everything] == []
    passages = [(raw, p) for _entry, raw in RELEASES for p in document(raw).simplified_passages]
    assert passages
    for raw, passage in passages:
        terms = [(term["zh_hant"], term["zh_hans"]) for term in RECORDS["terms"]]
        assert passage.simplified in str(simplified(document(raw), terms))


# The pictures


def drawings_named():
    used = set()
    sample.with_pictures([RECORDS, [raw for _entry, raw in RELEASES]], used.add)
    return used


def test_every_drawing_that_is_named_exists_and_none_is_idle():
    assert drawings_named() == set(drawings.NAMES)


@pytest.mark.parametrize("name", drawings.NAMES)
def test_a_drawing_is_a_picture_of_a_good_size(name):
    data = drawings.draw(name)
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        if name in drawings.LOGOS:
            assert (image.format, image.mode) == ("PNG", "RGBA")
            assert image.getpixel((0, 0))[3] == 0
        else:
            assert image.format == "JPEG"
            assert min(image.size) >= 1200
    assert len(data) < 1_000_000


def test_a_drawing_has_the_same_bytes_every_time():
    assert drawings.draw("pool-lanes") == drawings.draw("pool-lanes")
    assert drawings.draw("logo-lantau-bay") == drawings.draw("logo-lantau-bay")
