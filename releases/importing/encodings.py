"""Bytes to text: recognise the encoding of a plain-text file, strictly and always the same way.

UTF-8 and UTF-16 are recognised by their own rules; Big5 and GB18030 overlap, so the one whose
text holds more of the commonest Chinese characters wins.
"""

import codecs
import re

from django.utils.translation import gettext as _

from .notes import ImportRefused

# The commonest characters of Chinese press text, Traditional and Simplified.
COMMON = frozenset(
    "的是一在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地於于出就分對对成會会可主發发年動动同工也能"
    "下過过子說说產产種种面而方後后多定行學学法所民得經经十三之進进著等部度家電电力如水化高自二理起小物現现實实加量"
    "都兩两體体制機机當当使點点從从業业本去把性好應应開开合還还因由其些然前外天政四日那社義义事平形相全表間间樣样與"
    "与關关各重新線线內内數数正心反明看原又利比或但質质第向道命此變变條条只結结解問问意建月公無无系情者最立代想已通並"
    "并提直題题程展五果料員员位入常文總总次品式活設设及管特件長长求老基資资流路級级少圖图統统接知較较將将組组見见計计"
    "別别她手期根論论運运指區区強强放決决西被做必先回則则任取據据處处香港司科技園园創创務务局報报聞闻席裁共署簽签備备"
    "研究醫医院校教育市場场際际領领域推廣广支持服供項项目標标準准歡欢迎樂乐博士先女教授請请瀏浏覽览詳详聯联絡络查詢询"
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Typographic marks and letters that Windows writes as one byte into otherwise English text.
WINDOWS_BYTES = re.compile(rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xa9\xae\xb0\xb7\xc0-\xff]")
PLAIN = re.compile(r"[\t\n\r\f\x0b\x20-\x7e\u2010-\u2027\u3000-\u303f\uff00-\uffef]")
HAN = re.compile(r"[\u3400-\u9fff]")
FOREIGN_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
MAX_BYTES = 10 * 1024 * 1024


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a plain-text file and the name of its encoding, or refuse it."""
    if len(data) > MAX_BYTES:
        raise ImportRefused(
            _("The file is larger than 10 MB. Save the text of one release alone and try again.")
        )
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise ImportRefused(_("The file is empty. Choose the file that holds the release."))
    text, encoding = _decode(data)
    controls = len(FOREIGN_CONTROLS.findall(text))
    if "\0" in text or controls * 100 > len(text):
        raise _binary()
    return FOREIGN_CONTROLS.sub(" ", text), encoding


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            text = _strict(data[len(bom) :], encoding)
            if text is None:
                raise _undecodable()
            return text, encoding
    if b"\0" not in data:
        if (text := _strict(data, "utf-8")) is not None:
            return text, "utf-8"
        high = sum(byte > 127 for byte in data)
        windows = len(WINDOWS_BYTES.findall(data))
        sparse = high * 20 < len(data) and high == windows and not _pairs(data)
        if sparse and (text := _strict(data, "cp1252")) is not None:
            return text, "cp1252"
        candidates = ("big5hkscs", "gb18030", "utf-16-le", "utf-16-be")
    else:
        candidates = ("utf-16-le", "utf-16-be")
    best = max(
        (
            (likeness(text), -rank, text, encoding)
            for rank, encoding in enumerate(candidates)
            if (text := _strict(data, encoding)) is not None
        ),
        default=None,
    )
    if best is None or best[0] < 0.2:
        raise _binary() if b"\0" in data else _undecodable()
    return best[2], best[3]


def _pairs(data: bytes) -> bool:
    """Say whether high bytes mostly stand in pairs, as they do in double-byte encodings."""
    high = sum(byte > 127 for byte in data)
    paired = sum(2 for _pair in re.finditer(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]", data))
    lone = len(re.findall(rb"[\x80-\xff](?=[\x00-\x3f]|$)", data))
    return lone * 4 < high and paired > 0 and len(re.findall(rb"[\x80-\xff]{4}", data)) > 0


def likeness(text: str) -> float:
    """How much the text looks like a release, between 0 and 1.

    Common Han count in full; other Han hardly, for a wrong encoding yields rare characters.
    """
    if not text:
        return 0.0
    han = HAN.findall(text)
    common = sum(character in COMMON for character in han)
    plain = len(PLAIN.findall(text))
    share = (common + plain + 0.2 * (len(han) - common)) / len(text)
    if not han:
        return share
    # Plain characters are the same in every encoding of Chinese; the Han decide.
    return min(share, common / len(han))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding, "strict")
    except UnicodeDecodeError:
        return None


def _binary() -> ImportRefused:
    return ImportRefused(
        _("The file holds binary data, not text. Save the release as plain text (UTF-8).")
    )


def _undecodable() -> ImportRefused:
    return ImportRefused(
        _("The encoding of the text is not recognised. Save it as plain text in UTF-8.")
    )
