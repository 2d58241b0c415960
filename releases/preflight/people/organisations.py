"""Organisations that a document names in its fields, and how they are recognised in a text."""

import re

from .alike import form
from .titles import HEADS_EN, TITLE_ZH
from .words import any_of

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

    def is_named(self, group, text: str, language: str) -> bool:
        """Whether a text names an organisation itself, and not only as that of a person (甲公司主席)."""
        for name in sorted(group[language], key=len, reverse=True):
            if not _is_common(name, language) and _stands_alone(name, text, language):
                return True
            text = text.replace(name, " ")  # a short name within it is no other mention
        return False

    def is_meant(self, group, text: str, language: str) -> bool:
        """Whether a text names it in any way: by the name, the first word of it or its initials."""
        if any(stands_in(name, text) for names in group.values() for name in names):
            return True
        if re.search(_initials(group), text):
            return True
        names = group[language]
        if language.startswith("zh"):
            return any(_is_abridged(name, text) for name in names)
        parts = [part for name in names for part in name.split(", ") if " " in part]
        firsts = {name.split()[0] for name in names if len(name.split()[0]) > 3} - _PLACES
        return any(stands_in(each, text) for each in (*parts, *firsts))

    def is_referred_to(self, group, text: str, language: str) -> bool:
        """Whether a text may speak of it by a common word: the company, 研究所, both."""
        if language.startswith("zh"):
            heads = {name[-2:] for name in group[language]}
            return bool(_REFERRED_ZH.search(text)) or any(head in text for head in heads)
        heads = {word for name in group[language] for word in name.split() if _WORDS_EN.match(word)}
        return bool(_REFERRED_EN.search(text)) or any(
            re.search(rf"\b{re.escape(head)}\b", text, re.IGNORECASE) for head in heads
        )


_PLACES = {
    "Hong",
    "Kong",
    "China",
    "Asia",
    "Greater",
    "United",
    "National",
    "International",
    "Royal",
    "Global",
    "South",
    "North",
    "East",
    "West",
    "First",
    "City",
    "Institute",
    "University",
    "Department",
    "Bank",
    "School",
    "Faculty",
    "College",
    "Centre",
    "Office",
    "Hospital",
    "Foundation",
}
TOGETHER = {
    "zh-hant": re.compile(r"雙方|兩者|[兩三四]間|[兩三四]家|[兩三四]方|各方|夥伴|機構|公司"),
    "en": re.compile(
        r"\b(?:both|the (?:two|three|four)|parties|partners?|compan(?:y|ies)|organi[sz]ations?|institutions?)\b",
        re.IGNORECASE,
    ),
}
"""Words for several organisations at once."""
_REFERRED_ZH = re.compile(
    r"公司|集團|機構|雙方|兩者|兩間|三方|各方|夥伴|該|本[會園校院所行港]|我們|我校|業界|園區|園內"
)
_REFERRED_EN = re.compile(
    r"\bthe (?:airline|carrier|operator|developer|retailer|insurer|lender|bank|charity|agency|brand|manufacturer|maker|start-up|startup|"
    r"restaurant|hotel|museum|hospital|school|college|university|institution|association|foundation|department|authority|publisher|broadcaster|team)\b|"
    r"\b(?:compan(?:y|ies)|firms?|groups?|organi[sz]ations?|parties|partners?|both|the two|the three|we|us|our|ours|its|it|they|their|them)\b",
    re.IGNORECASE,
)


_TITLED_ZH = re.compile(
    rf"(?:[（(][^（）()]{{1,8}}[）)])?(?:股份)?(?:有限公司)?[^，。；：！？「」（）()、會將在為與和及是由有以向於對的]{{0,10}}?(?:{TITLE_ZH.pattern})"
)
_TITLED_EN = re.compile(rf"[’']?s?\s+(?:[A-Z][\w-]+\s+){{0,3}}?(?i:{any_of(HEADS_EN)})\b")
_TITLE_OF_EN = re.compile(
    rf"\b(?i:{any_of(HEADS_EN)})\b[^.;:“”]{{0,50}}?(?:,|\b(?:of|at|for|from))\s+(?:the\s+)?$"
)


def _stands_alone(name: str, text: str, language: str) -> bool:
    edge = r"(?<!\w)" if name[:1].isascii() else ""
    for match in re.finditer(edge + re.escape(name), text):
        if language.startswith("zh"):
            if not _TITLED_ZH.match(text, match.end()):
                return True
        elif not _TITLED_EN.match(text, match.end()) and not _TITLE_OF_EN.search(
            text[max(0, match.start() - 90) : match.start()]
        ):
            return True
    return False


def _is_common(name: str, language: str) -> bool:
    """Whether a short name is a word that stands for other things too: the Park, 公司."""
    if language.startswith("zh"):
        return len(name) < 3 and bool(_WORDS_ZH.fullmatch(name))
    return " " not in name and bool(_WORDS_EN.fullmatch(name))


def _initials(group) -> str:
    """A pattern of the initials of the English names: HKU, H.K.U."""
    found = set()
    for name in group.get("en", ()):
        words = [w for w in re.findall(r"[A-Za-z]+", name) if w[0].isupper()]
        for initials in (
            "".join(w[0] for w in words),
            "".join(w[0] for w in words if w not in {"Limited", "Ltd", "Inc"}),
        ):
            if len(initials) > 2:
                found.add(initials)
    return rf"(?<![A-Za-z])(?:{'|'.join(sorted(found))})(?![a-z])" if found else r"(?!)"


def _is_abridged(name: str, text: str) -> bool:
    """Whether a text has the beginning or the end of a name: 霽山, 海岸生態研究所."""
    name = re.sub(r"(?:股份)?有限公司$", "", name)
    if len(name) < 4:
        return False
    return (
        (name[:2] in text and name[:2] not in _PLACES_ZH)
        or name[-4:] in text
        or (len(name) > 5 and name[:4] in text)
    )


_PLACES_ZH = {
    "香港",
    "中國",
    "國際",
    "亞洲",
    "全球",
    "廣東",
    "深圳",
    "澳門",
    "英國",
    "美國",
    "大灣",
    "國家",
    "九龍",
}


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text, an English one as whole words."""
    if name not in text:
        return False
    if name[:1].isascii():
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return True


def organisations_of(reading, *, with_terms: bool = False) -> Organisations:
    """Those that issue the release, whose boilerplates are in it and for which its people speak; those of the
    glossary too, if asked for.
    """
    document = reading.document
    groups: list[dict[str, list[str]]] = []
    values = [
        *((o.name, o.short_name) for o in document.organisations),
        *((b.organisation,) for b in document.boilerplates),
        *((m.person.organisation,) for m in reading.people),
    ]
    if with_terms:
        values += [
            ({"zh-hant": term.zh_hant, "en": term.en},)
            for term in reading.standing.terms
            if term.kind == "organisation"
        ]
    for texts in values:
        names = {}
        for text in texts:
            for language, name in text.items():
                if len(name.strip()) > 1:
                    names.setdefault(language, []).append(_without_article(name.strip()))
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
