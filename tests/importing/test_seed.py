"""The release that the product was made from, read whole and exactly."""

import datetime as dt
from pathlib import Path

import pytest

from releases.document import schema

from .helpers import everything, import_plain_text, person, printed, words

SEED = Path(__file__).parents[3] / "shared" / "seed"
FILES = sorted(SEED.glob("*.txt"))
pytestmark = pytest.mark.skipif(not FILES, reason="The example release is not beside this checkout")
LANGUAGE = "zh-hant"


@pytest.fixture(scope="module")
def imported():
    return import_plain_text(FILES[0].read_bytes())


@pytest.fixture(scope="module")
def document(imported):
    return imported.document


def test_it_is_a_document(document):
    schema.check(document)
    assert schema.from_json(schema.to_json(document)) == document


def test_the_top_is_read(document):
    assert words(document.headline) == "香港科技園公司與阿斯利康「升級」合作"
    assert words(document.sub_headline) == (
        "簽署備忘錄推進香港生物科技創新  引領大灣區生命科學發展"
    )
    assert [words(k.text)[:6] for k in document.key_points] == [
        "是次合作為香",
        "是次合作務求",
        "香港一如既往",
    ]
    assert (words(document.dateline.city), document.dateline.date) == ("香港", dt.date(2023, 4, 4))
    assert document.slug == "2023-04-04"


def test_the_body_is_nine_paragraphs_and_four_figures_word_for_word(document):
    kinds = ["text" if isinstance(b, schema.TextBlock) else type(b).__name__ for b in document.body]
    assert kinds == ["text"] * 5 + ["Quote"] * 3 + ["text"] + ["Figure"] * 4
    source = "".join(FILES[0].read_text(encoding="utf-8").split())
    for block in document.body:
        assert "".join(printed(block, LANGUAGE).split()) in source


def test_a_sentence_goes_on_behind_a_page_break(document):
    assert "這項最新協議是我們與阿斯利康合作的一項重要里程碑" in words(document.body[5].words)
    assert "阿斯利康行政總裁 Pascal Soriot 先生（後排右二）" in words(document.body[9].caption)


def test_the_quotes_have_their_speakers(document):
    speakers = [person(quote.speaker) for quote in document.quotes()]
    assert speakers[:3] == [
        ("香港科技園公司", "主席", "查毅超", "博士"),
        ("香港創新科技及工業局", "副局長", "張曼莉", "女士"),
        ("阿斯利康", "全球執行副總裁、國際業務及中國總裁", "王磊", "先生"),
    ]
    assert speakers[3] == speakers[2]


def test_captions_carry_quotes_and_one_is_nowhere_else(document, imported):
    assert [figure.quote for figure in document.figures()] == [None, "q2", "q1", "q4"]
    assert [quote.key for quote in document.caption_quotes] == ["q4"]
    assert [n.part for n in imported.notes if n.kind == "mismatch"] == ["q4"]


def test_the_people_in_the_picture_have_their_places(document):
    places = [(words(p.name), words(p.position)) for p in document.figures()[0].people]
    assert places == [
        ("黃克強", "左前排"),
        ("吴珊", "右前排"),
        ("查毅超", "後排左二"),
        ("張曼莉", "後排中"),
        ("Pascal Soriot", "後排右二"),
        ("王磊", "後排右"),
        ("劉思雅", "後排左"),
    ]


def test_signatories_and_witnesses_are_told_apart(document):
    assert [person(s.person) for s in document.signatories] == [
        ("阿斯利康", "香港及澳門總經理", "吴珊", "女士"),
        ("香港科技園公司", "行政總裁", "黃克強", "先生"),
    ]
    assert [person(w.person) for w in document.witnesses] == [
        ("阿斯利康", "行政總裁", "Pascal Soriot", "先生"),
        ("阿斯利康", "全球執行副總裁、國際業務及中國總裁", "王磊", "先生"),
        ("香港科技園公司", "主席", "查毅超", "博士"),
    ]


def test_boilerplates_are_whole(document):
    found = [(words(b.organisation), words(b.text), b.website) for b in document.boilerplates]
    assert [(name, text.count("\n\n"), site) for name, text, site in found] == [
        ("香港科技園公司", 3, "https://www.hkstp.org"),
        ("阿斯利康", 1, "https://www.AstraZeneca.com.hk"),
    ]
    assert found[0][1].endswith("更多有關香港科技園公司的詳情，請瀏覽 www.hkstp.org。")


def test_host_and_partner_are_known(document):
    assert [(o.role, words(o.name), words(o.short_name)) for o in document.organisations] == [
        ("host", "香港科技園公司", "科技園公司"),
        ("partner", "阿斯利康", ""),
    ]


def test_media_contacts_are_three(document):
    found = [
        (words(c.organisation), words(c.name), [p.number for p in c.phones], c.emails)
        for c in document.media_contacts
    ]
    assert found == [
        ("博訊公關顧問", "李小姐", ["+85298113380"], ["w.lee@prppl.com"]),
        ("香港科技園公司", "張麗蘭", ["+85226296891"], ["julia.cheung@hkstp.org"]),
        (
            "愛德曼國際公關公司",
            "梁爽爽",
            ["+85228374775"],
            ["Sonia.Leung@edelman.com", "Edelmanhkstppr@edelman.com"],
        ),
    ]


def test_stray_links_stand_nowhere_but_in_the_notes(document, imported):
    assert "http://" not in str(schema.to_json(document))
    assert "mailto:" not in str(schema.to_json(document))
    left = [note.source for note in imported.notes if note.kind == "left_over"]
    assert len(left) == 4
    assert "mailto:" in "".join(left)


def test_every_line_is_accounted_for(imported):
    text = FILES[0].read_text(encoding="utf-8")
    lines = {n for n, line in enumerate(text.split("\n"), 1) if line.strip()}
    assert set(imported.files[0].places) == lines
    assert "深感欣喜" in everything(imported)
