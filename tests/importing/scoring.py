"""Scoring what was read against what is right: precision, recall and F1, field by field.

``Items`` are the values of a release, by field; a value is a tuple that begins with its language,
and an expected one a set of alternatives.
"""

import collections
import dataclasses
import re

from releases import rich_text
from releases.document import schema

Value = tuple[str, ...]
Items = dict[str, list[frozenset[Value]]]
FIELDS = (
    "headline",
    "sub-headline",
    "city",
    "date",
    "embargo",
    "key points",
    "paragraphs",
    "subheadings",
    "quote: words",
    "quote: speaker",
    "quote: job title",
    "quote: organisation",
    "captions",
    "credits",
    "pictures",
    "people in pictures",
    "signatories",
    "signatory: job title",
    "signatory: organisation",
    "witnesses",
    "witness: job title",
    "witness: organisation",
    "organisations",
    "boilerplates",
    "boilerplate: website",
    "contact: name",
    "contact: organisation",
    "contact: phones",
    "contact: e-mails",
    "notes to editors",
    "pairs",
)


# What may be read and need not be.
OPTIONAL = ("optional",)


def norm(words: str) -> str:
    """Words for comparing: white space does not count in Chinese, and is one space in English."""
    words = re.sub(r"\s+", " ", words or "").strip()
    return words.replace(" ", "") if re.search(r"[\u3400-\u9fff]", words) else words


class Collected:
    def __init__(self):
        self.items: Items = collections.defaultdict(list)

    def add(self, field: str, text, *beside: str, optional: bool = False) -> None:
        """Every language of a Text; a list of words holds alternatives."""
        for language, words in (text or {}).items():
            options = words if isinstance(words, list) else [words]
            values = {(language, *beside, norm(w)) for w in options if w}
            if values:
                self.items[field].append(frozenset(values | ({OPTIONAL} if optional else set())))

    def plain(self, field: str, value) -> None:
        options = value if isinstance(value, list) else [value]
        values = {(str(v),) for v in options if v}
        if values:
            self.items[field].append(frozenset(values))

    def pair(self, kind: str, text) -> None:
        if text and len(text) >= 2:
            zh, en = (
                t if isinstance(t, list) else [t] for t in (text.get("zh-hant"), text.get("en"))
            )
            self.items["pairs"].append(frozenset((kind, norm(a), norm(b)) for a in zh for b in en))

    def person(self, field: str, person, title: str, organisation: str) -> None:
        self.add(field, person.get("name"))
        for name in ("job_title", "organisation"):
            for language, words in (person.get(name) or {}).items():
                named = (person.get("name") or {}).get(language) or ""
                for option in [named if isinstance(named, str) else named[0]]:
                    target = title if name == "job_title" else organisation
                    self.add(target, {language: words}, norm(option))


def items_of(
    document: schema.Document, *, people_in_pictures: bool = True, roles: bool = True
) -> Items:
    """The values of a document. Leave out what a layout does not print.

    An employer may be printed in full, in short, or by its last word (the Park).
    """
    short = _short_names(document)
    languages = [code for code in document.languages if code in ("zh-hant", "en")]
    document = schema.in_languages(document, languages)
    c = Collected()
    c.add("headline", document.headline)
    c.add("sub-headline", document.sub_headline)
    c.add("city", document.dateline.city)
    c.plain("date", document.dateline.date and document.dateline.date.isoformat())
    moment = document.embargo_until
    c.plain("embargo", moment and roles and f"{moment:%Y-%m-%dT%H:%M}")
    for point in document.key_points:
        c.add("key points", point.text)
        c.pair("key point", point.text)
    for block in document.body:
        _block(c, block, "paragraphs")
    for quote in document.quotes():
        c.add("quote: words", quote.words)
        for language, words in quote.words.items():
            beside = norm(words)[:30]
            paragraph = schema.printed_quote(quote, language)
            c.add("quote: speaker", _only(quote.speaker.name, language), beside)
            title = _only(quote.speaker.job_title, language)
            employer = short(_only(quote.speaker.organisation, language))
            for field, text in (("quote: job title", title), ("quote: organisation", employer)):
                # A record knows more of a speaker than the paragraph prints.
                forms = text.get(language, [])
                forms = [forms] if isinstance(forms, str) else forms
                is_printed = any(form in paragraph for form in forms)
                c.add(field, text, beside, optional=not roles and not is_printed)
    for figure in document.figures():
        c.add("captions", figure.caption)
        c.pair("caption", figure.caption)
        c.add("credits", figure.credit if roles else {})
        if figure.picture:
            c.plain(
                "pictures",
                norm(figure.caption.get("zh-hant") or figure.caption.get("en", "")) or "-",
            )
        for person in figure.people if people_in_pictures else ():
            c.add("people in pictures", person.name)
    for field, parts, one in (
        ("signatories", document.signatories, "signatory"),
        ("witnesses", document.witnesses, "witness"),
    ):
        for part in parts:
            person = {n: getattr(part.person, n) for n in ("name", "job_title")}
            person["organisation"] = short(part.person.organisation)
            c.person(field, person, f"{one}: job title", f"{one}: organisation")
            c.pair(field, part.person.name)
    for organisation in document.organisations if roles else ():
        c.add("organisations", organisation.name, organisation.role)
    for part in document.boilerplates:
        c.add("boilerplates", part.text)
        c.pair("boilerplate", part.text)
        c.plain("boilerplate: website", _site(part.website))
    for contact in document.media_contacts:
        c.add("contact: name", contact.name)
        c.add("contact: organisation", contact.organisation)
        for phone in contact.phones:
            c.plain("contact: phones", phone.number)
        for email in contact.emails:
            c.plain("contact: e-mails", email.lower())
        c.pair("contact", contact.name)
    for block in document.notes_to_editors:
        _block(c, block, "notes to editors")
    return c.items


def _short_names(document: schema.Document):
    names = [o.name for o in document.organisations], [o.short_name for o in document.organisations]

    def short(text):
        return {
            language: [words, *_forms(words, language, *names)] for language, words in text.items()
        }

    return short


def _forms(words, language, names, short_names):
    yield words.replace(", ", " at ")
    if language == "en":
        yield words.split()[-1]
    for name, short_name in zip(names, short_names, strict=True):
        if name.get(language) == words and short_name.get(language):
            yield short_name[language]
            yield re.sub(r"^the ", "", short_name[language])


def _block(c: Collected, block, field: str) -> None:
    if isinstance(block, schema.Figure):
        return
    if isinstance(block, schema.Subheading):
        c.add("subheadings", block.text)
        c.pair("subheading", block.text)
        return
    if isinstance(block, schema.Quote):
        codes = {*block.lead_in, *block.words, *block.follow_on}
        texts = {code: schema.printed_quote(block, code).split("\n\n") for code in codes}
    else:
        texts = {code: rich_text.to_plain(html).split("\n") for code, html in block.html.items()}
    texts = {code: [line for line in lines if line.strip()] for code, lines in texts.items()}
    for code, lines in texts.items():
        for line in lines:
            c.add(field, {code: line})
    if len(texts) == 2 and len({len(lines) for lines in texts.values()}) == 1:
        for zh, en in zip(texts["zh-hant"], texts["en"], strict=True):
            c.pair("paragraph", {"zh-hant": zh, "en": en})


def _only(text, language):
    return {language: text[language]} if language in text else {}


def _site(website: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", (website or "").lower()).rstrip("/.")


def items_of_summary(summary: dict) -> Items:
    """The values of a summary as ``documents/*.json`` hold it, in one language."""
    code = summary["language"]
    c = Collected()

    def add(field, words, *beside):
        c.add(field, {code: words} if words else {}, *beside)

    add("headline", summary["headline"])
    add("sub-headline", summary["sub_headline"])
    add("city", summary["dateline"][0])
    c.plain("date", summary["dateline"][1])
    c.plain("embargo", summary["embargo"].replace(" ", "T"))
    for point in summary["key_points"]:
        add("key points", point)
    for line in summary["body"]:
        kind, _colon, text = line.partition(": ")
        field = {"Subheading": "subheadings", "Figure": "captions"}.get(kind, "paragraphs")
        for piece in text.split("\n"):
            add(field, piece)
    for _key, organisation, title, name, _honorific, words in summary["quotes"]:
        add("quote: words", words)
        beside = norm(words)
        add("quote: speaker", name, beside)
        add("quote: job title", title, beside)
        add("quote: organisation", organisation, beside)
    for _quote, credit, *people in summary["figures"]:
        add("credits", credit)
        for person in people:
            add("people in pictures", person.partition(" = ")[0])
    for field, one in (("signatories", "signatory"), ("witnesses", "witness")):
        for organisation, title, name, _honorific in summary[field]:
            add(field, name)
            add(f"{one}: job title", title, norm(name))
            add(f"{one}: organisation", organisation, norm(name))
    for role, name, *_more in summary["organisations"]:
        add("organisations", name, role)
    for _organisation, text, website in summary["boilerplates"]:
        add("boilerplates", text)
        c.plain("boilerplate: website", _site(website))
    for organisation, _behalf, name, phones, emails in summary["media_contacts"]:
        add("contact: name", name)
        add("contact: organisation", organisation)
        for phone in phones:
            c.plain("contact: phones", phone.partition(" x")[0])
        for email in emails:
            c.plain("contact: e-mails", email.lower())
    for note in summary["notes_to_editors"]:
        for piece in note.split("\n"):
            add("notes to editors", piece)
    return c.items


@dataclasses.dataclass
class Count:
    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Count") -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0


def score(found: Items, right: Items) -> tuple[dict[str, Count], list[str]]:
    """Return the counts of every field, and what was missed or wrong in words."""
    counts, misses = {}, []
    for field in FIELDS:
        left = list(found.get(field, []))
        count = Count()
        for options in right.get(field, []):
            hit = next((values for values in left if any(_same(v, options) for v in values)), None)
            if hit is None and OPTIONAL in options:
                continue
            if hit is None:
                count.missed += 1
                misses.append(f"{field}: missed {min(options)}")
            else:
                left.remove(hit)
                count.right += 1
        count.wrong = len(left)
        misses += [f"{field}: wrong {sorted(values)[0]}" for values in left]
        if count != Count():
            counts[field] = count
    return counts, misses


def _same(value: Value, options: frozenset[Value]) -> bool:
    if value in options:
        return True
    # The words of a quote are given by their beginning in some expectations.
    return any(
        len(option) == len(value)
        and option[0] == value[0]
        and len(option[1:]) >= 1
        and all(
            mine == its or len(its) >= 24 and mine.startswith(its)
            for mine, its in zip(value[1:], option[1:], strict=True)
        )
        for option in options
        if len(option) > 1 and len(option[-1 if len(option) == 2 else 1]) <= 30
    )
