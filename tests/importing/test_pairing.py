"""A release in two languages: two files, or one, become one document with every part in both."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.document import schema
from releases.importing import File, ImportRefused, blocks
from releases.importing.likeness import amounts
from releases.importing.pairing import Read, align, pair
from releases.importing.reader import read
from tests.sample.test_printed_and_read import printed
from tests.sample.test_printed_and_read import releases as sample_releases

from ..factories import document

SAMPLE = {
    value.values[0].slug: value.values[0]
    for value in sample_releases()
    if {"zh-hant", "en"} <= set(value.values[0].languages)
}
both = pytest.mark.parametrize("release", SAMPLE.values(), ids=SAMPLE.keys())


def pairs(release):
    """What stands side by side: the Chinese and the English of every part."""
    texts = [blocks.words(b) for b in (*release.body, *release.key_points)]
    texts += [b.text for b in release.boilerplates]
    texts += [p.person.name for p in (*release.signatories, *release.witnesses)]
    texts += [q.speaker.name for q in release.quotes()] + [c.name for c in release.media_contacts]
    # A list that is printed without its marks comes back as paragraphs.
    sides = [(t["zh-hant"].split("\n"), t["en"].split("\n")) for t in texts if len(t) == 2]
    return {
        pair
        for chinese, english in sides
        for pair in itertools.zip_longest(filter(None, chinese), filter(None, english))
    }


def one_language(release, language, file=0):
    """A reading as it would be of a file in one language; lines are numbered by parts."""
    release = schema.in_languages(release, [language])
    release = schema.replace(release, languages=[language])
    places = {number: part.key for number, part in enumerate(schema.parts(release), 1)}
    return Read(language, file, release, [], places)


def whole(text):
    return File("release.txt", text.encode())


@both
def test_two_files_pair_as_the_release_was_written(release):
    found = read([whole(printed(release, "en")), whole(printed(release, "zh-hant"))])
    wanted = pairs(release)
    assert len(wanted & pairs(found.document)) >= 0.95 * len(wanted)
    assert found.document.languages == ["zh-hant", "en"]
    schema.check(found.document)


@both
@pytest.mark.parametrize("first", ["zh-hant", "en"])
def test_one_file_with_both_pairs_as_well(release, first):
    texts = [printed(release, "zh-hant"), printed(release, "en")]
    text = "\n\n".join(texts if first == "zh-hant" else texts[::-1])
    found = read([whole(text)])
    wanted = pairs(release)
    assert len(wanted & pairs(found.document)) >= 0.95 * len(wanted)


@both
def test_a_file_that_alternates_paragraph_by_paragraph_pairs_as_well(release):
    texts = [printed(release, language).split("\n\n") for language in ("zh-hant", "en")]
    rows = itertools.chain.from_iterable(itertools.zip_longest(*texts, fillvalue=""))
    found = read([whole("\n\n".join(row for row in rows if row))])
    wanted = pairs(release)
    assert len(wanted & pairs(found.document)) >= 0.9 * len(wanted)


@both
@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_a_release_in_one_language_stays_in_one(release, language):
    assert read([whole(printed(release, language))]).document.languages == [language]


def test_a_document_taken_apart_and_paired_is_the_document():
    release = document(simplified_passages=[], topics=[])
    found, _notes, _places = pair(one_language(release, "zh-hant"), one_language(release, "en"))
    assert pairs(found) == pairs(release)
    assert [b.key for b in found.body] == [b.key for b in release.body]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_one_language_lacks_every_part_stands_once_and_in_order(data):
    release = data.draw(st.sampled_from(list(SAMPLE.values())))
    reads = []
    for language in ("zh-hant", "en"):
        dropped = data.draw(st.sets(st.sampled_from(range(len(release.body))), max_size=3))
        body = [block for i, block in enumerate(release.body) if i not in dropped]
        quotes = {b.key for b in body if isinstance(b, schema.Quote)}
        body = [
            schema.replace(b, quote=None)
            if isinstance(b, schema.Figure) and b.quote not in quotes
            else b
            for b in body
        ]
        reads.append(one_language(schema.replace(release, body=body), language))
    found, notes, _places = pair(*reads)
    schema.check(found)
    for read_, language in zip(reads, ("zh-hant", "en"), strict=True):
        texts = [b for b in read_.document.body if not isinstance(b, schema.Figure)]
        kept = [b for b in found.body if not isinstance(b, schema.Figure)]
        assert [blocks.plain(b, language) for b in texts] == [
            words for b in kept if (words := blocks.plain(b, language))
        ]
    lonely = {b.key for b in found.body if len(blocks.words(b)) == 1}
    assert lonely <= {note.part for note in notes if note.kind == "mismatch"}


def test_two_files_in_one_language_are_refused():
    text = printed(next(iter(SAMPLE.values())), "en")
    with pytest.raises(ImportRefused, match="Both files hold English"):
        read([whole(text), whole(text)])


def test_amounts_are_compared_in_numbers():
    assert amounts("投資港幣3.5億元，約12,000人") == amounts(
        "HK$350 million for some 12,000 people"
    )
    assert amounts("2026年5月4日") == amounts("4 May 2026") == set()


def test_other_numbers_in_a_pair_are_said():
    zh = schema.TextBlock(key="p1", html={"zh-hant": "<p>園區有12,000人工作。</p>"})
    en = schema.TextBlock(key="p1", html={"en": "<p>Some 1,200 people work in the park.</p>"})
    release = document(body=[], caption_quotes=[], simplified_passages=[])
    reads = [
        one_language(schema.replace(release, body=[block]), language)
        for block, language in ((zh, "zh-hant"), (en, "en"))
    ]
    found, notes, _places = pair(*reads)
    assert len(found.body) == 1
    assert [n.message for n in notes if n.part == "p1"] == [
        "The numbers differ: 12,000 in Chinese, 1,200 in English."
    ]


@given(st.integers(0, 12), st.integers(0, 12), st.randoms(use_true_random=False))
def test_an_alignment_names_every_index_once_and_in_order(count, other, random):
    scores = [[random.uniform(-3, 6) for _j in range(other)] for _i in range(count)]
    found = align(count, other, lambda i, j: scores[i][j])
    assert [i for i, _j in found if i is not None] == list(range(count))
    assert [j for _i, j in found if j is not None] == list(range(other))
