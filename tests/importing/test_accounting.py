"""Nothing of a source vanishes, whatever the source: every line is in a part or in a note."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releases.document import schema
from releases.importing import ImportRefused

from .helpers import DOCUMENTS, everything, import_plain_text

SOURCES = [path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.txt"))]
LINES = [line for text in SOURCES for line in text.split("\n")]
DATES = {"January", "February", "March", "April", "May", "June", "September", "London"}
quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# Structure is kept as structure, not as words: labels, headings, the words of a date.
STRUCTURE = re.compile(
    r"傳媒如有查詢|請聯絡|供图|提供|please feel free to contact|星期.|Mobile|please contact|媒體查詢|For further information|編輯備註|傳媒聯絡|代表|Media Enquiries|Website|Embargo|June|關於|有關|关于|About|Notes to editors|Key Takeaways|重點|電話|电话|電郵|邮箱|手提|傳媒查詢|媒体联系|新聞聯絡人"
    r"|Media [Cc]ontacts?|For media enquiries|on behalf of|Caption|Figure|Photo"
    r"|[圖相][片一二三四]|January|February|March|April|May|[〇○一二三四五六七八九十\d]+[年月日]|[電电訊讯]】?(?=[ 嶺])"
    r"|EMBARGOED UNTIL|Email|Key points|October|MEDIA ENQUIRIES|For more information|Note to editor|ABOUT COBALT STREET BANK"
    r"|新聞界查詢|传媒查询|編輯垂注|(?<=圖片)由|(?<=香港)訊"
)


def check(text: str) -> None:
    try:
        imported = import_plain_text(text.encode("utf-8"))
    except ImportRefused:
        return
    schema.check(imported.document)
    rows = re.split(r"\r\n|\n|\r", text)
    invisible = "\ufeff\u200b\u200c\u200d\u2060"
    lines = {
        n for n, row in enumerate(rows, 1) if row.replace("\f", "").strip(invisible + " \t").strip()
    }
    assert lines - set(imported.files[0].places) == set() or not _visible(
        rows, lines - set(imported.files[0].places)
    )
    for note in imported.notes:
        assert note.message
        assert note.line is None or 1 <= note.line <= len(rows)
        assert note.to_json()["kind"] in ("guess", "left_over", "missing", "mismatch")


def _visible(rows, numbers) -> bool:
    return any(any(c.isprintable() and not c.isspace() for c in rows[n - 1]) for n in numbers)


def lost(text: str, imported) -> list[str]:
    """The words of a source that stand neither in the document nor in a note."""
    kept = re.sub(r"\s+", "", everything(imported))
    plain = STRUCTURE.sub(" ", text)
    return [w for w in re.findall(r"[A-Za-z]{4,}|[\u3400-\u9fff]{3,}", plain) if _lost(w, kept)]


def _lost(word: str, kept: str) -> bool:
    """Whether a word is gone; a run of organisation, title and name may have been split."""
    if word in kept:
        return False
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return sum(pair not in kept for pair in pairs) > 3 or word.isascii() or len(word) < 8


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_word_of_a_document_is_kept_or_noted(path):
    assert lost(path.read_text(encoding="utf-8"), import_plain_text(path.read_bytes())) == []


@quick
@given(st.text(max_size=400))
def test_no_text_breaks_the_importer(text):
    check(text)


@quick
@given(st.binary(max_size=300))
def test_no_bytes_break_the_importer(data):
    message = ""
    try:
        import_plain_text(data)
    except ImportRefused as refusal:
        message = str(refusal)
    assert "\n" not in message


@quick
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_lines_in_any_order_are_all_accounted_for(lines):
    check("\n".join(lines))


@quick
@given(st.data())
def test_the_words_of_a_release_with_lines_in_the_wrong_place_are_kept_or_noted(data):
    lines = data.draw(st.sampled_from(SOURCES)).split("\n")
    places = st.integers(0, len(lines) - 1)
    for one, other in data.draw(st.lists(st.tuples(places, places), max_size=5)):
        lines[one], lines[other] = lines[other], lines[one]
    text = "\n".join(lines)
    try:
        imported = import_plain_text(text.encode())
    except ImportRefused:
        return
    # Dates that stand twice are kept once.
    assert [word for word in lost(text, imported) if word not in DATES] == []


@quick
@given(st.data())
def test_a_damaged_release_is_read_and_accounted_for(data):
    text = data.draw(st.sampled_from(SOURCES))
    for _cut in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 40)))
        patch = data.draw(
            st.sampled_from(
                [
                    "",
                    "\n",
                    "\n\n\n",
                    "\f",
                    "「",
                    "」",
                    '"',
                    "“",
                    "（",
                    "圖一：",
                    "\u3000\u3000",
                    "- 2 -\n",
                ]
            )
        )
        text = text[:start] + patch + text[end:]
    check(text)
