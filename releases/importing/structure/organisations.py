"""The organisations of a release: names and short names, and who is host and who is partner.

They are known from their boilerplates and from definitions in brackets, such as
香港科技園公司（科技園公司）, X（簡稱「Y」） and X ("Y").
"""

import re

from django.utils.translation import gettext as _

from releases.document.schema import Boilerplate, Organisation, Person, Signatory

from .. import shapes
from ..paragraphs import Paragraph
from ..shapes import HAN
from . import dateline, naming, people_en, words
from .reading import Reading
from .sections import About, Sections

ORGANISATION_END = rf"(?:{words.any_of(words.STRONG_ORGANISATIONS_ZH + words.WEAK_ORGANISATIONS_ZH)}|控股|科技|藥業|生物|醫療|資本|園區|國際)"
STRONG_END = rf"(?:{words.any_of(words.STRONG_ORGANISATIONS_ZH)})"
DEFINITION_ZH = re.compile(
    rf"(?P<name>[{HAN}A-Za-z0-9·&\- ]{{2,40}}(?:[（(][{HAN}]{{2,4}}[）)](?:(?![與与和及])[{HAN}]){{0,6}}公司)?)\s*[（(]\s*(?:(?:以下|下稱|下称)?(?:簡稱|简称|稱|称)?(?:為|为)?[：:]?\s*)?[「“『\"]?(?P<short>[{HAN}A-Za-z0-9&\- ]{{2,20}})[」”』\"]?\s*(?:[，,；;/或][^（）()]{{0,40}})?[）)]"
)
DEFINITION_EN = re.compile(
    r"(?<!\w)(?P<name>(?:[Tt]he\s+)?[A-Z][\w’'&.\-]*+(?:,?\s+(?:of|and|for|the|&|de|[A-Z][\w’'&.,\-]*|\([A-Z][a-z]+(?:\s[A-Z][a-z]+)?\)(?=\s+(?:Limited|Ltd|Co)))){0,9}?)(?:\s*\((?:HKEX|NYSE|NASDAQ|SEHK|LSE|Stock)[^()]{1,60}\))?\s*\(\s*(?:the\s+)?[\"“‘']?(?P<short>[A-Za-z][\w&\- .]{1,30}?)[\"”’']?(?:,?\s+or\s+(?:the\s+)?[\"“][^\"”]+[\"”])?\s*\)"
)
# A department of government that a lead begins with, alone or before its head.
DEPARTMENT_FIRST = re.compile(
    rf"[{HAN}]{{2,14}}?(?:署(?!理)|局|(?<![此各四到何])[處处])"
    r"(?=[局署處处][長长]|發言人|发言人|今[日天]|昨[日天]|宣[布佈]|公[布佈]|推出|聯同|联同|[與与和將将於在（])"
)
# The group that the one who acts belongs to: Acme Hotel, part of Acme Group; 甲集團旗下的乙酒店.
PARENT_EN = (
    r"(?:(?:a\s+)?(?:member|part|subsidiary|unit|division|brand|affiliate)\s+of|(?:wholly\s+|jointly\s+)?(?:owned|operated|managed)\s+by)"
    r"\s+(?:the\s+)?"
)
CHILD_ZH = re.compile(
    rf"(?:旗下|[屬属轄辖]下|全[資资]附[屬属](?:公司)?)的?(?P<name>[{HAN}A-Za-z0-9·&]{{2,20}}?)(?=今|昨|宣|將|将|與|与|和|聯|於|在|推出|，|（)"
)
KIND_END = re.compile(
    r"(?:企業|企业|平台|機構|机构|品牌|初創|初创|團體|团体|組織|组织|[開开][發发營营]商|供[應应]商|製造商|制造商)$"
)
BEFORE_NAME_ZH = re.compile(
    r"^.*(?:[，。；、：]|宣布|宣佈|今日|今天|昨日|與|与|及|和|由|聯同|獲|在|加強)"
)
ISSUED_FOR = re.compile(
    r"^(?:The following is issued on behalf of\s+(?:the\s+)?(?P<en>[^:]{3,90}?)|(?:下稿|以下.{0,6}?)代(?:表)?(?P<zh>[^：:]{2,40}?)(?:發出|发出|發布))\s*[:：]?$"
)


def know(reading: Reading, sections: Sections) -> dict[str, str]:
    """Fill what is known of names; return the short names that the release itself defines."""
    shorts: dict[str, str] = {}
    for about in sections.abouts:
        if shapes.OURSELVES.match(about.name):
            about.name = _issuer(reading, about, sections.body)
            about.guessed = True
        about.name = re.sub(r"^the\s+", "", about.name)
        if not about.name:
            continue
        first = about.paragraphs[0].text if about.paragraphs else ""
        if about.name.isupper() and first[: len(about.name)].upper() == about.name:
            about.name = first[: len(about.name)]
        bracket = re.search(r"\s*[（(]([^（）()]*)[）)]\s*$", about.name)
        name = about.name[: bracket.start()] if bracket else about.name
        is_short = _is_short_zh if reading.chinese else _is_short_en
        if bracket and bracket.group(1) and name and is_short(name, bracket.group(1)):
            about.name = name
            shorts[name] = bracket.group(1)
            reading.organisations.setdefault(bracket.group(1), name)
        reading.organisations.setdefault(about.name, about.name)
    if issuer := _issued_for(sections.body):
        reading.organisations.setdefault(issuer, issuer)
    texts = [_without_dateline(p.text) for p in sections.body[:3]] + [
        a.paragraphs[0].text for a in sections.abouts if a.paragraphs
    ]
    whole = "\n".join(p.text[:3000] for p in sections.body)
    for text in texts:
        for name, short in _definitions(reading, text, whole):
            if name not in shorts:
                shorts[name] = short
            reading.organisations.setdefault(name, name)
            reading.organisations.setdefault(short, name)
    if reading.chinese and sections.body:
        issuer = _first_in(reading, _without_dateline(sections.body[0].text))
        if issuer:
            reading.organisations["本公司"] = shorts.get(issuer, issuer)
    for name in naming.beside_contacts(reading, sections):
        reading.organisations.setdefault(name, name)
    if reading.chinese:
        for name in naming.before_titles(reading, sections):
            reading.organisations.setdefault(name, name)
    return shorts


def _issuer(reading: Reading, about: About, body: list[Paragraph]) -> str:
    """Who is meant by 關於我們 or About us: whom its text or the lead begins with."""
    texts = [p.text for p in about.paragraphs[:1]] + [_without_dateline(p.text) for p in body[:1]]
    return next((name for text in texts if (name := _first_in(reading, text))), "")


def _without_dateline(text: str) -> str:
    found = dateline.parse(text)
    return text[found.end :] if found else text


def _definitions(reading: Reading, text: str, whole: str):
    """Full and short names of a text; ``whole`` tells whether they have somebody to speak for them."""
    for match in (DEFINITION_ZH if reading.chinese else DEFINITION_EN).finditer(text[:3000]):
        name, short = match.group("name").strip(), match.group("short").strip()
        if reading.chinese:
            name = _without_kind(_name_zh(reading, name), short)
            organisation = (
                re.search(f"{ORGANISATION_END}$", name)
                or name in reading.organisations
                or naming.has_officers_zh(whole, short)
            )
            if name and organisation and _is_short_zh(name, short):
                yield name, short
        else:
            name = _of_initials(re.sub(r"^(?:[Tt]he)\s+(?=[A-Z])", "", name), short)
            known = next((o for o in reading.organisations if name.endswith(o)), "")
            name = known or name
            organisation = (
                known
                or people_en.is_organisation(name)
                or naming.has_officers_en(whole, name)
                or naming.has_officers_en(whole, short)
            )
            if (
                organisation
                and not people_en.is_title(name.split()[-1])
                and _is_short_en(name, short)
            ):
                yield name, short


def _of_initials(name: str, short: str) -> str:
    """“Department of Physics of Acme University (AU)” defines the university."""
    for match in re.finditer(r"\s(?:of|at)\s+(?:the\s+)?(?=[A-Z])", name):
        tail = name[match.end() :]
        if short == "".join(re.findall(r"\b[A-Z]", tail)):
            return tail
    return name


def _without_kind(name: str, short: str) -> str:
    """初創企業星環有限公司（星環）: what an organisation is stands before its name."""
    place = name.find(short)
    is_kind = place > 0 and KIND_END.search(name[:place]) and name[place:] != short
    return name[place:] if is_kind else name


def _is_short_zh(name: str, short: str) -> bool:
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9&\- ]{1,19}", short):
        return True
    return len(short) < len(name) and all(c in name for c in short if re.match(f"[{HAN}]", c))


def _is_short_en(name: str, short: str) -> bool:
    if re.search(r"\d{4}|^(?:the\s+)?company$|stock|NYSE|NASDAQ|HKEX:|code", short, re.IGNORECASE):
        return False
    initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", name))
    if short.isupper():
        place = 0
        for letter in short.replace("&", ""):
            place = name.upper().find(letter, place) + 1
            if not place:
                return False
        return True
    return short.split()[0] in name or short.lower() in initials.lower()


def _name_zh(reading: Reading, name: str) -> str:
    known = max((o for o in reading.organisations if name.endswith(o)), key=len, default="")
    return known or BEFORE_NAME_ZH.sub("", name).strip()


def read(
    reading: Reading,
    boilerplates: list[Boilerplate],
    shorts: dict[str, str],
    body: list[Paragraph],
    signatories: list[Signatory],
    others: list[Person],
    title: str,
) -> list[Organisation]:
    """Return the organisations in the order in which headline and lead name them.

    ``others`` are those who speak: the organisation of one belongs to the release where its title
    or its lead names it.
    """
    names = _names(reading, boilerplates, shorts, body, signatories, others, title)
    sites = {reading.get(b.organisation): b.website for b in boilerplates}
    found = []
    for index, name in enumerate(names):
        name, short = _full_and_short(name, shorts)
        role = "partner" if index else "host"
        key = reading.key("org")
        site = sites.get(name) or sites.get(short, "")
        found.append(
            Organisation(
                key=key,
                role=role,
                name=reading.text(name),
                short_name=reading.text(short),
                website=site,
            )
        )
        messages = {
            "host": _("%(name)s is taken to be the host: it is named first."),
            "partner": _("%(name)s is taken to be a partner: it is named after the host."),
        }
        reading.note("guess", messages[role] % {"name": name}, None, key, text=name)
    if not found:
        reading.note(
            "missing",
            _("No organisation could be told from the text. Enter the host."),
            None,
            "organisations",
        )
    return found


def _names(reading, boilerplates, shorts, body, signatories, others, title) -> list[str]:
    """Their names, the host first."""
    names = [
        reading.get(b.organisation)
        for b in boilerplates
        if b.organisation and not naming.is_thing(reading.get(b.text))
    ]
    opening = body[0].text if body else ""
    issued = _issued_for(body)
    names = list(dict.fromkeys([*([issued] if issued else []), *names]))
    related = {full for name in names for full in (name, _full_and_short(name, shorts)[0])}
    acting = _acting(reading, title, opening)
    if acting and not any(acting in r or r in acting for r in related):
        names.append(acting)
    names += [
        name
        for name in shorts
        if name in opening
        and not any(name in r or r in name for r in related)
        and not (acting and _is_parent(reading, name, opening))
    ]
    names += _of_people(reading, [s.person for s in signatories], names, opening)
    # What is issued for somebody speaks of guests.
    said_by = [p for p in others if (o := reading.get(p.organisation)) and o in title + opening]
    speaking = _of_people(reading, [] if issued else said_by, names, opening)
    first = "" if names else _first_in(reading, opening)
    if first and not any(name in first or first in name for name in speaking):
        names = [first]
    names += speaking
    named = f"{title}\n{opening}"
    return sorted(names, key=lambda name: _place(reading, named, name, shorts))


def _is_parent(reading: Reading, name: str, opening: str) -> bool:
    """Whether the lead names an organisation only as the group that another belongs to."""
    if reading.chinese:
        behind = r"\s*(?:（[^（）]*）)?(?:旗下|[屬属轄辖]下|全[資资]附[屬属]|的?附[屬属])"
        return bool(re.search(re.escape(name) + behind, opening))
    return bool(re.search(PARENT_EN + re.escape(name), opening))


def _acting(reading: Reading, title: str, opening: str) -> str:
    """Who acts where the lead says what group it belongs to: the headline names it, too."""
    if reading.chinese:
        found = CHILD_ZH.search(opening)
        name = found["name"] if found else ""
    else:
        name = _first_in(reading, opening) if re.search(PARENT_EN, opening) else ""
    return name if name and name in title else ""


def _of_people(
    reading: Reading, persons: list[Person], names: list[str], opening: str
) -> list[str]:
    """The organisations of people that are not among the names in any form."""
    found: list[str] = []
    for person in persons:
        name = reading.get(person.organisation)
        name = reading.organisations.get(name, name)
        if re.fullmatch(STRONG_END, name):
            # 醫院 alone is one that the lead names.
            whole = re.search(rf"[{HAN}]{{2,20}}{name}", opening)
            name = BEFORE_NAME_ZH.sub("", whole.group()) if whole else ""
        known = [*names, *found, *(reading.organisations.get(n, n) for n in names)]
        if name and not any(name in other or other in name for other in known):
            found.append(_in_full(reading, name, opening))
    return found


def _in_full(reading: Reading, name: str, opening: str) -> str:
    """A name as the lead prints it: in English it may be cut at its beginning later."""
    if reading.chinese or not people_en.is_organisation(name):
        return name
    match = re.search(rf"(?:(?!The\b)[A-Z][\w’'&.\-]*\s+){{0,3}}{re.escape(name)}", opening)
    return match.group() if match else name


def _first_in(reading: Reading, text: str) -> str:
    """The organisation that a lead begins with."""
    if reading.chinese:
        match = re.match(
            rf"[{HAN}A-Za-z0-9·&（）()]{{1,30}}?{STRONG_END}(?=今|昨|宣|與|与|及|和|將|将|於|，|聯|成立|創立|是|為|（|「|現)",
            text,
        )
        match = match or DEPARTMENT_FIRST.match(text)
        return match.group() if match else ""
    match = re.match(
        r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'&.\-]*(?:\s+(?:of|and|for|the|&|[A-Z][\w’'&.\-]*)){0,7})",
        text,
    )
    name = match.group("name") if match else ""
    # “Acme Limited and Other Works” are two.
    name = re.sub(r"(\b(?:Limited|Ltd|Inc|Corporation|plc|LLC)\.?)\s+and\s.*$", r"\1", name)
    name = re.sub(r"\s+(?:of|and|for|the|&)$", "", name)
    return name if people_en.is_organisation(name) and not people_en.is_title(name) else ""


def _full_and_short(name: str, shorts: dict[str, str]) -> tuple[str, str]:
    """The full name and the short name of what a boilerplate calls by either of them."""
    if name in shorts:
        return name, shorts[name]
    for full, short in shorts.items():
        if name == short:
            return full, short
        if full.startswith(name) or name.startswith(full):
            return name, short
    return name, ""


COMPANY_SUFFIX = re.compile(
    r"(?:,?\s+(?:Holdings|Group|Company|Co|Corporation|Corp|Limited|Ltd|Inc|plc|PLC|LLC|B\.V|GmbH|S\.A)\.?)+$"
    r"|(?:控股|集團|集团|科技)?(?:股份)?有限公司$"
)


def _place(reading: Reading, text: str, name: str, shorts: dict[str, str]) -> int:
    plain = COMPANY_SUFFIX.sub("", name)
    places = [text.find(n) for n in (name, plain, shorts.get(name, "")) if n and n in text]
    return min(places, default=len(text))


def _issued_for(body: list[Paragraph]) -> str:
    match = ISSUED_FOR.match(body[0].text) if body else None
    return (match.group("en") or match.group("zh")).strip() if match else ""
