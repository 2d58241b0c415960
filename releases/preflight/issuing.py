"""Issuing organisations: whether a name is that of one of them."""

import re
import unicodedata

from releases.document import schema

_ARTICLE = re.compile(r"^the\s+")
# What a short name may be that says of whom it is only within its release.
_GENERIC = {
    *(
        "公司",
        "集團",
        "機構",
        "大學",
        "學院",
        "書院",
        "醫院",
        "銀行",
        "中心",
        "基金",
        "基金會",
        "協會",
    ),
    *(
        "學會",
        "商會",
        "總會",
        "委員會",
        "管理局",
        "研究所",
        "園區",
        "本會",
        "本校",
        "本院",
        "本公司",
    ),
    *("company", "group", "university", "college", "hospital", "bank", "centre", "center", "fund"),
    *("foundation", "association", "society", "council", "authority", "institute", "park"),
}


def is_the_same_organisation(organisation: schema.Organisation, name: schema.Text) -> bool:
    """Whether a name is that of an issuing organisation: the same or the short one, or one within the
    other (“Cape Park, Corporate Communications”). In any language that both are named in.
    """
    return any(
        _is_within(own, words) or _is_within(words, own)
        for language, words in name.items()
        for field in (organisation.name, organisation.short_name)
        if (own := field.get(language))
    )


_GROUP = re.compile(r"集團|控股|\b(?:group|holdings)\b", re.IGNORECASE)
# What names of many owners begin with.
_PLACE = re.compile(
    r"香港|九龍|新界|港島|中國|中華|亞洲|亞太|國際|環球|世界|大灣區|粵港|澳門|廣東|廣州|深圳|上海|北京|南方|東方|華南|聯合|第一|"
    r"(?:hong|kowloon|china|asia|asian|international|global|world|greater|macau|macao|guangdong|guangzhou|shenzhen|shanghai|beijing|"
    r"new|east|eastern|west|western|south|southern|north|northern|united|first|national|royal|city|great|grand|pacific)\b"
)
_KIND = re.compile(
    r"酒店|集團|控股|有限|公司|銀行|醫院|醫療|大學|科技|國際|地產|置業|物業|能源|電力|基金|企業|投資|商場|航運|物流|金融|保險|證券|百貨|餐飲|大"
)


def is_of_one_group(one: schema.Organisation, other: schema.Organisation) -> bool:
    """Whether one is a group and the other bears its name: Cape Hotels Group and Cape Grand Hotel. The
    name of a place is not one's own."""
    for language in {*one.name} & {*other.name}:
        names = [_ARTICLE.sub("", _folded(each.name[language])) for each in (one, other)]
        own = [_own_word(name) for name in names]
        if own[0] and own[0] == own[1] and any(map(_GROUP.search, names)):
            return True
    return False


def _own_word(name):
    """The word that a name begins with, before the kind of organisation; empty where it is a place's."""
    if _PLACE.match(name):
        return ""
    if name[:1].isascii():
        return re.match(r"[\w’'&-]*", name)[0]
    kind = _KIND.search(name, 1)
    return name[: kind.start()] if kind and kind.start() > 1 else ""


def _is_within(name: str, longer: str) -> bool:
    """Whether a name stands in a longer one, words in Latin letters whole."""
    name, longer = _folded(name), _folded(longer)
    if _ARTICLE.sub("", name) == _ARTICLE.sub("", longer):
        return True
    if len(name) < 2 or name in _GENERIC or _ARTICLE.match(name):
        return False
    before = r"(?<!\w)" if name[0].isascii() else ""
    after = r"(?!\w)" if name[-1].isascii() else ""
    return bool(re.search(before + re.escape(name) + after, longer))


def _folded(words: str) -> str:
    """A name for comparing: compatibility forms, case and spaces do not tell two apart."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())
