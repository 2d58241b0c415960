"""Organisations that a document names in its fields, and how they are recognised in a text."""

import re

from .names import form

_WORDS_ZH = re.compile(
    r"公司|集團|集团|大學|大学|銀行|银行|醫院|医院|基金會|基金会|科技園|科学园|管理局|委員會|委员会|協會|协会|學會|学会|商會|商会|總會|聯會|"
    r"學院|学院|研究院|研究所|中心|實驗室|聯盟|組織|機構|辦公室|中學|小學|學校|博物館|圖書館|交易所|工作室|會(?=[會主董理秘總執副])|"
    r"(?:局|署|處|司|廳)(?=[長局副署處])|政府|園(?=[行主總營首創])|學系|能源|電力|航空|物流|科技(?=[創行總董首主營])"
)
_WORDS_EN = re.compile(
    r"\b(?:University|College|School|Institute|Academy|Hospital|Bank|Bureau|Department|Ministry|Office|Authority|Commission|Council|"
    r"Committee|Board|Association|Society|Federation|Foundation|Trust|Fund|Company|Corporation|Inc|Limited|Ltd|plc|LLC|Group|Holdings|"
    r"Partners|Ventures|Centre|Center|Laborator\w+|Labs?|Park|Museum|Library|Exchange|Agency|Organi[sz]ation|Union|Club|Network|Alliance|"
    r"Government|Chamber|Consult\w+|Technolog\w+|Therapeutics|Airways|Airlines)\b"
    r"|\b(?:of|at|for|from|with)\s+(?:the\s+)?[A-Z][\w&’'-]+"
)


class Organisations:
    """``names`` are groups by language: all that one organisation is called."""

    def __init__(self, groups: list[dict[str, list[str]]]):
        self.groups = groups

    def names(self, language: str) -> list[str]:
        """Every name in a language, the longest first."""
        found = {name for group in self.groups for name in group.get(language, ())}
        return sorted(found, key=lambda name: (-len(name), name))

    def in_text(self, text: str, language: str) -> bool:
        """Whether one of them stands in a text."""
        return any(stands_in(name, text) for name in self.names(language))

    def looks_like_one(self, text: str, language: str) -> bool:
        """Whether some organisation stands in a text, known or not."""
        return bool((_WORDS_ZH if language.startswith("zh") else _WORDS_EN).search(text))

    def same(self, one: str, other: str, language: str) -> bool:
        """Whether two names can be those of one organisation: a short form, a unit of it."""
        if one in other or other in one:
            return True
        return any(
            any(one in name or name in one for name in group.get(language, ()))
            and any(other in name or name in other for name in group.get(language, ()))
            for group in self.groups
        )


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text, an English one as whole words."""
    if name not in text:
        return False
    if name[:1].isascii():
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return True


def organisations_of(reading) -> Organisations:
    """Those that issue the release, whose boilerplates are in it and for which its people speak."""
    document = reading.document
    groups: list[dict[str, list[str]]] = []
    values = [
        *((o.name, o.short_name) for o in document.organisations),
        *((b.organisation,) for b in document.boilerplates),
        *((m.person.organisation,) for m in reading.people),
    ]
    for texts in values:
        names = {}
        for text in texts:
            for language, name in text.items():
                if len(name) > 1:
                    names.setdefault(language, []).append(_without_article(name))
        if names:
            _join(groups, names)
    return Organisations(groups)


def _join(groups, names):
    for group in groups:
        if any(
            form(one) == form(other)
            for language in names
            for one in names[language]
            for other in group.get(language, ())
        ):
            for language, each in names.items():
                kept = group.setdefault(language, [])
                kept += [name for name in each if name not in kept]
            return
    groups.append(names)


def _without_article(name: str) -> str:
    return re.sub(r"^[Tt]he\s+", "", name)
