"""A release in two languages: two files, or one, become one document with every part in both."""

import dataclasses
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.document import schema
from releases.importing import File, ImportRefused, blocks, shapes
from releases.importing.alignment import align, matched
from releases.importing.likeness import amounts, differing
from releases.importing.notes import Note
from releases.importing.pairing import Read, pair
from releases.importing.reader import read
from tests.sample.test_printed_and_read import printed
from tests.sample.test_printed_and_read import releases as sample_releases

from ..factories import document
from .test_languages import CHINESE, ENGLISH

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
    release = schema.replace(release, languages=[language], topics=[], simplified_passages=[])
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
    release = document(topics=[])
    found, _notes, _places = pair(one_language(release, "zh-hant"), one_language(release, "en"))
    assert pairs(found) == pairs(release)
    assert [b.key for b in found.body] == [b.key for b in release.body]


def bare(release, **changes):
    """A release of nothing but what a test is about."""
    lists = [name for name in release.__struct_fields__ if isinstance(getattr(release, name), list)]
    empty = {name: [] for name in lists if name != "languages"}
    return schema.replace(release, **{**empty, **changes})


def paired(chinese, english):
    """The document of two bodies, or of two documents, and the notes about it."""
    if isinstance(chinese, list):
        chinese, english = (bare(document(), body=body) for body in (chinese, english))
    found, notes, _places = pair(
        one_language(chinese, "zh-hant"), one_language(english, "en", file=1)
    )
    schema.check(found)
    return found, notes


def text(key, zh="", en=""):
    html = {code: f"<p>{words}</p>" for code, words in (("zh-hant", zh), ("en", en)) if words}
    return schema.TextBlock(key=key, html=html)


def about(notes, kind="mismatch"):
    return [(n.part, n.message) for n in notes if n.kind == kind]


DAMAGES = st.sampled_from(["drop", "swap", "twice"])


def damaged(data, release):
    """The release with paragraphs of one language dropped, swapped or printed once more."""
    body = list(release.body)
    for _damage in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(body) - 1))
        match data.draw(DAMAGES):
            case "drop" if len(body) > 1:
                del body[at]
            case "swap":
                body[at - 1], body[at] = body[at], body[at - 1]
            case _:
                again = [body[at]] if not isinstance(body[at], schema.Quote) else []
                body[at:at] = [
                    schema.replace(b, key=f"more{len(body)}", **_nobody(b)) for b in again
                ]
    quotes = {b.key for b in body if isinstance(b, schema.Quote)}
    kept = [
        schema.replace(b, quote=None) if getattr(b, "quote", None) not in quotes | {None} else b
        for b in body
    ]
    return schema.replace(release, body=kept, caption_quotes=[])


def _nobody(block):
    return {"people": []} if isinstance(block, schema.Figure) else {}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_one_language_lacks_every_part_stands_once_and_in_order(data):
    release = data.draw(st.sampled_from(list(SAMPLE.values())))
    reads = [one_language(damaged(data, release), code) for code in ("zh-hant", "en")]
    found, notes, places = pair(*reads)
    schema.check(found)
    for read_, language, where in zip(reads, ("zh-hant", "en"), places, strict=True):
        for is_figure in (False, True):
            printed_ = [
                "\n".join(filter(None, (blocks.plain(b, language) for b in of.body if is_figure == isinstance(b, schema.Figure))))
                for of in (read_.document, found)
            ]  # fmt: skip
            if is_figure:
                printed_ = [sorted(words.split("\n")) for words in printed_]
            assert printed_[0] == printed_[1]
        assert set(where) == set(read_.places)
        assert set(where.values()) <= {part.key for part in schema.parts(found)}
    lonely = {b.key for b in found.body if len(blocks.words(b)) == 1}
    assert lonely <= {note.part for note in notes if note.kind == "mismatch"}


def test_a_paragraph_that_one_language_lacks_stays_where_it_stands_with_a_note():
    zh = [
        text("p1", "園區將投放3.5億元。"),
        text("p2", "首批40間公司五月遷入。"),
        text("p3", "園區於2001年成立。"),
    ]
    en = [
        text("p1", en="The park will invest HK$350 million."),
        text("p2", en="It was founded in 2001 by the government."),
    ]
    found, notes = paired(zh, en)
    assert [(b.key, list(b.html)) for b in found.body] == [
        ("p1", ["en", "zh-hant"]),
        ("p2", ["zh-hant"]),
        ("p3", ["en", "zh-hant"]),
    ]
    assert ("p2", "This has no counterpart in English.") in about(notes)


def test_a_paragraph_that_stands_elsewhere_is_named_in_the_note():
    zh = [text("p1", "首批40間公司於5月遷入。"), text("p2", "園區將投放3.5億元，設9間實驗室。")]
    en = [
        text("p1", en="The park will invest HK$350 million in 9 laboratories."),
        text("p2", en="The first 40 companies move in in May."),
    ]
    _found, notes = paired(zh, en)
    said = " ".join(message for _part, message in about(notes))
    assert "Perhaps it belongs to “" in said


def test_two_paragraphs_are_joined_where_both_are_plainly_in_the_one():
    zh = [
        text("p1", "園區將投放3.5億元興建實驗室。首批40間公司將於5月3日遷入，園區會提供租金優惠。")
    ]
    en = [
        text("p1", en="The park will invest HK$350 million in laboratories."),
        text("p2", en="The first 40 companies are to move in on 3 May and will be given a rebate of rent."),
    ]  # fmt: skip
    found, notes = paired(zh, en)
    assert [b.key for b in found.body] == ["p1"]
    assert blocks.plain(found.body[0], "en").count("\n") == 1
    assert [part for part, _message in about(notes, "guess")] == ["p1"]


def test_a_quote_beside_a_paragraph_prints_both_word_for_word():
    release = document()
    said = release.body[1]
    printed_ = schema.printed_quote(said, "en")
    found, notes = paired([said], [text("p1", en=printed_)])
    assert [blocks.words(b) for b in found.body] == [blocks.words(said)]
    assert found.body[0].words == {"zh-hant": said.words["zh-hant"]}
    assert about(notes)[0][0] == "q1"


def person(zh, en, **fields):
    return schema.Person(name={"zh-hant": zh, "en": en}, **fields)


def test_people_are_known_by_their_surnames_whatever_the_order():
    people = [person("陳大文", "David Chan"), person("李小明", "Siu-ming Lee"), person("黃美玲", "Carol Wong")]  # fmt: skip
    zh, en = (
        bare(document(), witnesses=[schema.Witness(key=f"wit{i}", person=p) for i, p in enumerate(order)])
        for order in (people, people[::-1])
    )  # fmt: skip
    found, notes = paired(zh, en)
    assert [w.person.name for w in found.witnesses] == [p.name for p in people]
    assert about(notes) == []


def test_a_person_has_both_names_wherever_one_language_names_nobody():
    alice = person("陳愛麗", "Alice Chan")

    def quote(key, zh, en):
        words = {code: said for code, said in (("zh-hant", zh), ("en", en)) if said}
        return schema.Quote(key=key, speaker=alice, words=words)

    zh = bare(
        document(), body=[quote("q1", "這是新的一步。", ""), quote("q2", "多謝40位同事。", "")]
    )
    en = bare(document(), body=[quote("q1", "", "This is a new step.")])
    found, _notes = paired(zh, en)
    assert [q.speaker.name for q in found.quotes()] == [alice.name, alice.name]


def test_a_quote_of_somebody_else_is_said():
    alice, bob = person("陳愛麗", "Alice Chan"), person("李柏", "Bob Lee")

    def said(*speakers):
        return [
            schema.Quote(key=f"q{n}", speaker=who, words={"zh-hant": f"這是{n}00。", "en": f"This is {n}00."})
            for n, who in enumerate(speakers, 1)
        ]  # fmt: skip

    signed = [schema.Signatory(key=f"sig{n}", person=p) for n, p in enumerate((alice, bob))]
    zh = bare(document(), body=said(alice, bob), signatories=signed)
    found, notes = paired(zh, schema.replace(zh, body=said(alice, alice)))
    assert len(found.body) == 2
    assert about(notes) == [
        ("q2", "The two languages name different speakers: 李柏 and Alice Chan.")
    ]


def contact(key, zh, en, number):
    phones = [schema.Phone(number=number)]
    return schema.MediaContact(key=key, name={"zh-hant": zh, "en": en}, phones=phones)


def test_contacts_are_paired_by_number_and_a_number_that_differs_is_said():
    contacts = [contact("mc1", "何家寶", "Grace", "+85225550101"), contact("mc2", "唐小姐", "Tina", "+85225550102")]  # fmt: skip
    found, notes = paired(
        bare(document(), media_contacts=contacts),
        bare(document(), media_contacts=contacts[::-1]),
    )
    assert found.media_contacts == contacts
    assert about(notes) == []
    _found, notes = paired(
        bare(document(), media_contacts=contacts[:1]),
        bare(document(), media_contacts=[contact("mc1", "何家寶", "Grace", "+85225550109")]),
    )
    assert about(notes) == [
        ("mc1", "Only one of the two languages prints: +85225550101, +85225550109.")
    ]


def test_dates_that_differ_are_said():
    zh, en = bare(document()), bare(document())
    later = schema.replace(en.dateline, date=zh.dateline.date.replace(day=5))
    found, notes = paired(zh, schema.replace(en, dateline=later))
    assert found.dateline.date == zh.dateline.date
    assert [part for part, _message in about(notes)] == ["dateline"]


def test_two_releases_that_have_nothing_in_common_are_said_to_be_two():
    one, other = list(SAMPLE.values())[:2]
    _found, notes = paired(schema.replace(one, caption_quotes=[]), schema.replace(other, caption_quotes=[]))  # fmt: skip
    assert about(notes)[0] == (
        None, "The two languages hardly correspond: are they the same release?"
    )  # fmt: skip
    for release in SAMPLE.values():
        _found, notes = paired(release, release)
        assert not [n for n in notes if "hardly" in n.message]


def test_what_both_readings_say_of_a_part_is_said_once_and_what_one_lacks_is_a_mismatch():
    zh, en = (one_language(document(), code) for code in ("zh-hant", "en"))
    guess = Note("guess", "Taken to be a subheading.", part="p1")
    lacks = Note("missing", "No media contact was found.", part="media_contacts")
    zh.notes.append(guess)
    en.notes.extend([guess, lacks])
    english = schema.replace(en.document, media_contacts=[])
    _found, notes, _places = pair(zh, dataclasses.replace(en, document=english))
    assert [n for n in notes if n.part == "p1"] == [guess]
    assert about(notes, "missing") == []
    assert about(notes) == [(key, "This has no counterpart in English.") for key in ("mc1", "mc2")]


def test_two_files_in_one_language_are_refused():
    text = printed(next(iter(SAMPLE.values())), "en")
    with pytest.raises(ImportRefused, match="Both files hold English"):
        read([whole(text), whole(text)])


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("投資港幣3.5億元，約12,000人", "HK$350 million for some 12,000 people"),
        ("投資三千五百萬元", "an investment of HK$35m"),
        ("佔地二萬平方呎", "20,000 square feet"),
        ("一億二千萬人", "120 million people"),
        ("減少5.2%", "a fall of 5.2 per cent"),
        ("2026年5月4日下午3時30分", "3:30 pm on 4 May 2026"),
        ("於二〇〇一年成立", "founded in 2001"),
        ("儲電3,200千瓦時，負荷1.5兆瓦", "stores 3,200 kWh, a load of 1.5 MW"),
        ("重12千克，長5千米，共3千人", "12 kg, 5 km, 3,000 people"),
        ("每年三千五百千瓦時", "3,500 kWh a year"),
    ],
)
def test_amounts_are_the_same_in_both_languages(chinese, english):
    assert amounts(chinese) == amounts(english)


@pytest.mark.parametrize(
    ("chinese", "english", "other"),
    [
        ("12,000人", "1,200 people", ([12000], [1200])),
        ("設3間實驗室", "with three laboratories", ([], [])),
        ("設三間實驗室", "with 3 laboratories", ([], [])),
        ("350米", "350m long", ([], [])),
    ],
)
def test_numbers_differ_where_no_word_says_them(chinese, english, other):
    assert differing(chinese, english) == other


def test_a_last_key_point_that_one_language_lacks_moves_no_other():
    chinese = ["首艘渡輪明年初啟航", "每日往返三個離島碼頭", "乘客毋須預約"]
    english = ["The first ferry sails early next year", "Daily trips to the islands"]
    release = document()
    sides = [
        bare(
            release,
            key_points=[
                schema.KeyPoint(key=f"kp{n}", text={language: words})
                for n, words in enumerate(points, 1)
            ],
        )
        for language, points in (("zh-hant", chinese), ("en", english))
    ]
    found, _notes = paired(*sides)
    assert [k.text.get("en", "") for k in found.key_points] == [*english, ""]


def test_notes_numbered_in_chinese_are_the_list_numbered_in_digits():
    top = "新渡輪啟航\n\n（香港，2026年5月1日）青港航運集團今日推出新服務，設三個碼頭。"
    top_en = "Ferry sails\n\nHONG KONG, 1 May 2026 – Kestrel Limited today opened a new service."
    found = read(
        [
            whole(f"{top}\n\n編輯垂注\n\n一、票價為八十八元。\n\n二、渡輪在本地建造。"),
            whole(f"{top_en}\n\nNotes to editors\n\n1. A ticket is $88.\n\n2. It was built here."),
        ]
    )
    (notes,) = found.document.notes_to_editors
    assert notes.html == {
        "zh-hant": "<ol><li><p>票價為八十八元。</p></li><li><p>渡輪在本地建造。</p></li></ol>",
        "en": "<ol><li><p>A ticket is $88.</p></li><li><p>It was built here.</p></li></ol>",
    }


@pytest.mark.parametrize(
    "notes", ["1.5 million people live here.\n\n2.5 million work here.", "一、只有一項。"]
)
def test_what_is_no_list_of_numbers_stays_text(notes):
    heading = "編輯垂注" if "一" in notes else "Notes to editors"
    top = "Ferry sails\n\nHONG KONG, 1 May 2026 – Kestrel Limited today opened a new service."
    top = (
        top if heading.isascii() else "新渡輪啟航\n\n（香港，2026年5月1日）青港航運今日推出新服務。"
    )
    found = read([whole(f"{top}\n\n{heading}\n\n{notes}")]).document.notes_to_editors
    assert "\n\n".join(next(iter(blocks.words(b).values())) for b in found) == notes


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一、票價", 1),
        ("（二）票價", 2),
        ("十、票價", 10),
        ("十二、票價", 12),
        ("二十、票價", 20),
        ("3. 票價", 3),
        ("(4) 票價", 4),
        ("一票難求", 0),
    ],
)
def test_an_item_says_its_number_in_both_ways(text, number):
    assert shapes.number(text) == number
    assert shapes.without_bullet(text).startswith("票價" if number else "一")


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


@given(st.integers(0, 8), st.integers(0, 8), st.randoms(use_true_random=False))
def test_what_is_sure_is_matched_wherever_it_stands(count, other, random):
    scores = [[random.uniform(-3, 6) for _j in range(other)] for _i in range(count)]
    found = matched(count, other, lambda i, j: scores[i][j])
    assert [i for i, _j in found if i is not None] == list(range(count))
    assert sorted(j for _i, j in found if j is not None) == list(range(other))
    best = max((max(row, default=0) for row in scores), default=0)
    assert best < 4 or best in [scores[i][j] for i, j in found if None not in (i, j)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*CHINESE, *ENGLISH]), min_size=1, max_size=40))
def test_every_line_of_a_file_in_both_languages_has_a_place(lines):
    found = read([whole("\n\n".join(lines))])
    schema.check(found.document)
    places = found.files[0].places
    assert set(places) == set(range(1, 2 * len(lines), 2))
    fields = {*found.document.__struct_fields__, "left_over", "top", "figures"}
    assert set(places.values()) <= fields | {part.key for part in schema.parts(found.document)}
    for note in found.notes:
        assert note.part in {None, "languages", *fields} | {
            p.key for p in schema.parts(found.document)
        }
