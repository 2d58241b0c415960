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
