"""Han characters that a Hong Kong office does not write in Traditional Chinese.

OpenCC's table says what a Simplified character stands for, but it also replaces characters that are
good Traditional (里, 后, 干, 台) and forms that Hong Kong prints (裏, 着, 峯). Whether a character is
used at all is asked of the two old standards: GB 2312 is what the mainland writes, Big5 what Hong
Kong and Taiwan write.
"""

import re
from functools import cache
from typing import NamedTuple

import opencc

HAN = "㐀-䶿一-鿿〇々"

# In Big5, but as rare characters of another meaning: in today's text they are Simplified.
_RARE = set(
    "万与价优体儿党厂听吨圣坏复宁岭异忏怀怜惊扰据机极构柜气洁泞离种确篱网胜茧苹荐虫蚕触赶适愿"
)

# Not in Big5, yet printed in Hong Kong beside the standard form (强/強, 大厦, 莅臨, 燈胆), or in names.
_PRINTED = set(
    "亘兖兹冲凉凑凛册删剥却厢厦厨厩厮叙叠吓咏咤够姹屉峥幂强恒携撑晋暅栀椁榅榲橥橱殁毁毡汹泪涌溆滚潜烟"
    "牦猪猫珐瑶疱疴痈眦碱禀祢秆稆窑笋籼粜粽糇糍耻胆脉脚腭莅蕰蘖虬衆踪迹鉢隽韵鼹麽灶"
)

# Japanese forms that neither Traditional nor Simplified Chinese has. Those that Hong Kong prints as
# well (説, 温, 顔, 晩), or that differ by a stroke (歩, 毎, 増), are left out.
_JAPANESE = (
    "両乗亀亜仏価児円処剣剤剰労勧勲単厳収営団囲図圏圧塁塩壊壌売変奨実寛対専帯帰庁広廃弾従応恵悩悪懐"
    "戦戻払抜択拝拠拡挙掲揺摂撃斉斎暦栄桜桟検楽様権歓歯歴気沢浄済渉渋渓満滝焼猟獣畳県砕稲穂穏粛"
    "経絵継続総縁縄縦繊聴脳臓荘蔵薬蛍覇覚覧観訳読譲転軽辺逓遅酔醸釈鉄鉱鋳錬関闘陥険隠雑霊頼顕駅駆騒"
    "験髄髪黒齢発"
)

# Good Traditional by themselves, Simplified in these words.
_IN_WORDS = {
    "么": re.compile("(?<=[什怎那這多要甚])么"),
    "划": re.compile("(?<=[計規策籌謀])划"),
    "筑": re.compile("(?<=[建修構])筑"),
    "丰": re.compile("丰(?=[富盛收厚])"),
}
# Simplified by themselves, good Traditional in these words (Hong Kong's 貴价 is dear).
_NOT_IN_WORDS = {
    "价": re.compile("(?<!貴)价"),
    "据": re.compile("(?<!拮)据"),
    "愿": re.compile("(?<!鄉)愿"),
    "党": re.compile("党(?!項)"),
    "万": re.compile("万(?!俟)"),
}


_KANA = re.compile("[ぁ-ゖァ-ヺー]")

# Where one Simplified character stands for several, what a release means by it.
_MEANT = {"签": "簽", "钟": "鐘"}


class Forms(NamedTuple):
    """``foreign``: what Hong Kong writes for a character that it does not write; ``traditional``: all
    characters that Simplified Chinese writes otherwise."""

    foreign: dict[str, str]
    traditional: frozenset[str]


@cache
def forms() -> Forms:
    """The two tables, made once."""
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    foreign = {
        c: form
        for c, form in _converted("s2hk", characters).items()
        if c != form
        and c not in _PRINTED
        and (c in _RARE or c in _IN_WORDS or (_is_in(c, "gb2312") and not _is_in(c, "big5")))
    }
    standard = _converted("jp2t", _JAPANESE)
    hong_kong = _converted("t2hk", standard.values())
    foreign |= {c: hong_kong[form] for c, form in standard.items()} | _MEANT
    simplified = _converted("hk2s", characters)
    return Forms(foreign, frozenset(c for c, form in simplified.items() if c != form))


def foreign_characters(text: str) -> list[int]:
    """The places of the characters that Hong Kong does not write, in their order.

    Japanese words, known by the kana beside them, are left alone.
    """
    table = forms().foreign
    return [at for at, c in enumerate(text) if c in table and _is_slip(text, at)]


def _is_slip(text, at):
    if _KANA.search(text, max(0, at - 3), at + 4):
        return False
    pattern = _IN_WORDS.get(text[at]) or _NOT_IN_WORDS.get(text[at])
    return pattern is None or pattern.match(text, at) is not None


def _converted(step, characters):
    """Each character and what one of OpenCC's conversions makes of it alone."""
    characters = list(characters)
    converted = opencc.OpenCC(step).convert("\n".join(characters)).split("\n")
    return dict(zip(characters, converted, strict=True))


def _is_in(character, encoding):
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
