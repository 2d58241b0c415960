"""Which bytes are text, and which are refused with one clear line."""

import pytest

from releases.importing import ImportRefused
from releases.importing.encodings import MAX_BYTES, decode

from .helpers import import_plain_text, source

CHINESE = source("university_zh")
SIMPLIFIED = source("newswire_zh_hans")
ENGLISH = source("newswire_en")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (CHINESE, "big5hkscs"),
        (CHINESE, "gb18030"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "utf-16-le"),
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "cp1252"),
    ],
)
def test_every_encoding_yields_the_same_document(text, encoding):
    expected = import_plain_text(text.encode("utf-8")).document
    assert import_plain_text(text.encode(encoding)).document == expected


def test_a_short_headline_in_big5_is_not_taken_for_gb18030():
    text = "香港公司與大學簽署合作備忘錄\n\n雙方今日宣布展開研究。"
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


def test_a_short_headline_in_gb18030_is_not_taken_for_big5():
    text = "香港公司与大学签署合作备忘录\n\n双方今日宣布展开研究。"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


def test_line_ends_of_windows_and_of_old_macs_change_nothing():
    expected = import_plain_text(ENGLISH.encode()).document
    assert import_plain_text(ENGLISH.replace("\n", "\r\n").encode()).document == expected
    assert import_plain_text(ENGLISH.replace("\n", "\r").encode()).document == expected


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\ufeff\n".encode("utf-16"), "empty|no text"),
        (b"{\\rtf1 A release}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97-2003"),
        (b"MZ\x90\x00", "EXE"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (bytes(range(256)) * 8, "binary|encoding"),
        (b"A release\x00\x01\x02 with bytes", "binary"),
        (b"\xef\xbb\xbfNot UTF-8 \xff\xfe\xfa", "encoding"),
        (b"a" * (MAX_BYTES + 1), "10 MB"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, says):
    with pytest.raises(ImportRefused, match=says) as refusal:
        import_plain_text(data)
    assert "\n" not in str(refusal.value)
