"""Pairing: the Chinese and the English reading of one release become one document.

Parts are aligned in order, by what both languages print: numbers and amounts, Latin names,
addresses, pictures, kinds and relative length (dynamic programming, as sentences are aligned in
parallel texts: Gale and Church 1993). A part keeps the key that it has in Chinese.
"""

import dataclasses
import math
import re
from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import gettext as _

from releases.document import schema
from releases.document.schema import Document, Figure, Language, Part, Quote
from releases.languages import language_name

from . import blocks, shapes
from .notes import Note

P = TypeVar("P", bound=Part)
CHINESE, ENGLISH = "zh-hant", "en"
# English letters that a Han character takes, on average.
LETTERS_PER_HAN = 3.2
UNITS = {
    "萬": 10**4,
    "万": 10**4,
    "億": 10**8,
    "亿": 10**8,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}
NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])(\d[\d,]*(?:\.\d+)?)\s*(萬|万|億|亿|thousand\b|million\b|billion\b|bn\b)?",
    re.I,
)
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&'’\-]{2,}")
# Words that stand for each other in job titles, Chinese and English.
ROLES = {
    "主席": "chair",
    "總裁": "president chief executive",
    "行政總裁": "chief executive",
    "執行官": "chief executive",
    "總監": "director",
    "董事": "director",
    "經理": "manager",
    "校長": "president vice-chancellor principal",
    "院長": "dean director head",
    "教授": "professor",
    "局長": "secretary director",
    "署長": "director commissioner",
    "司長": "secretary",
    "會長": "president chair",
    "主任": "director head officer",
    "科學": "scientist scientific",
    "發言人": "spokes",
    "創辦人": "founder",
    "秘書": "secretary",
}
FIELDS = ("key_points", "organisations", "body", "boilerplates", "media_contacts", "headline")


@dataclasses.dataclass(frozen=True)
class Read:
    """What was read in one language: the document, the notes, and where every line went.

    ``file`` is the index of the file; ``places`` maps a line to the key of a part, the name of a
    field of the document, or ``left_over``.
    """

    language: Language
    file: int
    document: Document
    notes: list[Note]
    places: dict[int, str]


def pair(chinese: Read, english: Read) -> tuple[Document, list[Note], list[dict[int, str]]]:
    """Return one document in both languages, all notes, and the places of both, by its keys.

    Parts that say the same stand in one part; those that only one language has stay in their
    place, with a note of the kind ``mismatch``.
    """
    return _Pairing(chinese, english).result()


class _Pairing:
    def __init__(self, chinese: Read, english: Read):
        self.chinese = chinese
        self.keys = {part.key: f"{part.key}-en" for part in schema.parts(english.document)}
        self.english = dataclasses.replace(
            english, document=_with_keys(english.document, self.keys)
        )
        # English names of organisations by the Chinese ones, once they are paired.
        self.organisations: dict[str, str] = {}
        self.notes: list[Note] = []
        # The key that an English part has in the end.
        self.became: dict[str, str] = {}

    def result(self):
        zh, en = self.chinese.document, self.english.document
        organisations = self._list(zh.organisations, en.organisations, self._organisation_score)
        for part in organisations:
            if set(part.name) == {CHINESE, ENGLISH}:
                self.organisations[part.name[CHINESE]] = part.name[ENGLISH]
        boilerplates = self._list(zh.boilerplates, en.boilerplates, self._boilerplate_score)
        body = self._body(zh.body, en.body)
        caption_quotes = self._list(zh.caption_quotes, en.caption_quotes, self._block_score)
        document = Document(
            slug=en.slug,
            languages=[CHINESE, ENGLISH],
            headline={**zh.headline, **en.headline},
            sub_headline={**zh.sub_headline, **en.sub_headline},
            key_points=self._list(zh.key_points, en.key_points, self._block_score),
            dateline=schema.Dateline(
                city={**zh.dateline.city, **en.dateline.city},
                date=zh.dateline.date or en.dateline.date,
            ),
            embargo_until=zh.embargo_until or en.embargo_until,
            organisations=_one_host(organisations),
            body=body,
            caption_quotes=caption_quotes,
            notes_to_editors=self._list(
                zh.notes_to_editors, en.notes_to_editors, self._block_score
            ),
            signatories=self._list(zh.signatories, en.signatories, self._participant_score),
            witnesses=self._list(zh.witnesses, en.witnesses, self._participant_score),
            boilerplates=boilerplates,
            media_contacts=self._list(zh.media_contacts, en.media_contacts, self._contact_score),
        )
        document = _one_person_each(self._with_quotes_of_captions(document))
        self._compare(document)
        return document, self._all_notes(), [self.chinese.places, self._english_places()]

    # Lists and the body

    def _list(self, zh: list[P], en: list[P], score: Callable) -> list[P]:
        """The parts of two lists, paired in order."""
        count, other = len(zh), len(en)
        joined = []
        for i, j in align(
            count, other, lambda i, j: score(zh[i], en[j]) + _near(i, count, j, other)
        ):
            joined.append(
                self._joined(zh[i] if i is not None else None, en[j] if j is not None else None)
            )
        return joined

    def _joined(self, zh: P | None, en: P | None) -> P:
        if zh is None:
            self.became[en.key] = en.key
            self._lonely(en, CHINESE, self.english)
            return en
        if en is None:
            self._lonely(zh, ENGLISH, self.chinese)
            return zh
        self.became[en.key] = zh.key
        if isinstance(zh, Quote) is not isinstance(en, Quote) and not isinstance(
            zh, schema.KeyPoint
        ):
            message = _("A quote in one language, and none in the other. Check the words.")
            self.notes.append(Note("mismatch", message, part=zh.key, source=_words_of(zh)))
        return blocks.join(zh, en)

    def _body(self, zh, en):
        """Figures are paired by themselves: the two files may show them in different places."""
        shown_zh = [b for b in zh if isinstance(b, Figure)]
        shown_en = [b for b in en if isinstance(b, Figure)]
        figures = {f.key: f for f in self._list(shown_zh, shown_en, self._figure_score)}
        text_zh = [b for b in zh if not isinstance(b, Figure)]
        text_en = [b for b in en if not isinstance(b, Figure)]
        texts = self._list(text_zh, text_en, self._block_score)
        place = {b.key: i for i, b in enumerate(zh)}
        body, waiting = [], [f for f in figures.values() if f.key in place]
        for block in texts:
            while waiting and block.key in place and place[waiting[0].key] < place[block.key]:
                body.append(waiting.pop(0))
            body.append(block)
        lonely = [f for f in figures.values() if f.key not in place]
        return [*body, *waiting, *lonely]

    def _lonely(self, part, missing: Language, read: Read):
        message = {
            ENGLISH: _("This has no counterpart in English."),
            CHINESE: _("This has no counterpart in Chinese."),
        }[missing]
        keys = {part.key} | {old for old, new in self.keys.items() if new == part.key}
        line = min((n for n, place in read.places.items() if place in keys), default=None)
        self.notes.append(Note("mismatch", message, line, _words_of(part), part.key, read.file))

    # How much two parts say the same

    def _block_score(self, zh, en) -> float:
        score = 1.0 if type(zh) is type(en) else -0.5
        if schema.Subheading in (type(zh), type(en)) and type(zh) is not type(en):
            score -= 1
        return score + _same_words(blocks.plain(zh, CHINESE), blocks.plain(en, ENGLISH))

    def _figure_score(self, zh, en) -> float:
        if zh.picture and en.picture:
            if zh.picture.sha256 == en.picture.sha256:
                return 10
            near = abs(zh.picture.width / zh.picture.height - en.picture.width / en.picture.height)
            return (
                0.5
                - min(1, near)
                + _same_words(zh.caption.get(CHINESE, ""), en.caption.get(ENGLISH, ""))
            )
        return 0.5 + _same_words(zh.caption.get(CHINESE, ""), en.caption.get(ENGLISH, ""))

    def _organisation_score(self, zh, en) -> float:
        if zh.website and _host(zh.website) == _host(en.website):
            return 6
        short = zh.short_name.get(CHINESE, ""), en.short_name.get(ENGLISH, "")
        latin = set(LATIN.findall(f"{zh.name.get(CHINESE, '')} {short[0]}"))
        own = f"{en.name.get(ENGLISH, '')} {short[1]}"
        initials = "".join(word[0] for word in re.findall(r"[A-Z]\w*", own))
        if any(word.lower() in own.lower() or word == initials for word in latin):
            return 4
        return 1.5 if zh.role == en.role else 0.3

    def _boilerplate_score(self, zh, en) -> float:
        score = 0.5
        if zh.website and _host(zh.website) == _host(en.website):
            score += 5
        if self.organisations.get(zh.organisation.get(CHINESE, "")) == en.organisation.get(ENGLISH):
            score += 4
        return score + _same_words(zh.text.get(CHINESE, ""), en.text.get(ENGLISH, ""))

    def _participant_score(self, zh, en) -> float:
        return 0.6 + self._person_score(zh.person, en.person)

    def _person_score(self, zh, en) -> float:
        name, other = zh.name.get(CHINESE, ""), en.name.get(ENGLISH, "")
        latin = {word.lower() for word in LATIN.findall(name)}
        if latin:
            return 6.0 if latin & {word.lower() for word in LATIN.findall(other)} else -2.0
        score = 0.0
        employer = self.organisations.get(zh.organisation.get(CHINESE, ""))
        if employer and en.organisation:
            score += 1.5 if employer == en.organisation.get(ENGLISH) else -0.7
        title, its = zh.job_title.get(CHINESE, ""), en.job_title.get(ENGLISH, "").lower()
        if any(
            han in title and any(w in its for w in words.split()) for han, words in ROLES.items()
        ):
            score += 1
        return score

    def _contact_score(self, zh, en) -> float:
        score = 0.2
        if {e.lower() for e in zh.emails} & {e.lower() for e in en.emails}:
            score += 8
        if {p.number for p in zh.phones} & {p.number for p in en.phones}:
            score += 6
        if self.organisations.get(zh.organisation.get(CHINESE, "")) == en.organisation.get(ENGLISH):
            score += 1
        return score

    # What hangs together

    def _with_quotes_of_captions(self, document: Document) -> Document:
        quotes = {quote.key for quote in document.quotes()}

        def mended(block):
            if not isinstance(block, Figure):
                return block
            carried = self.became.get(block.quote, block.quote)
            return schema.replace(block, quote=carried if carried in quotes else None)

        return schema.replace(
            document,
            body=[mended(b) for b in document.body],
            notes_to_editors=[mended(b) for b in document.notes_to_editors],
        )

    def _compare(self, document: Document) -> None:
        zh, en = self.chinese.document, self.english.document
        for part, one, other, message in (
            (
                "dateline",
                zh.dateline.date,
                en.dateline.date,
                _("The two languages print different dates: %(one)s and %(other)s."),
            ),
            (
                "embargo_until",
                zh.embargo_until,
                en.embargo_until,
                _("The two languages print different embargoes: %(one)s and %(other)s."),
            ),
        ):
            if one and other and one != other:
                self.notes.append(
                    Note("mismatch", message % {"one": one, "other": other}, part=part)
                )
        for block in document.body:
            one, other = blocks.plain(block, CHINESE), blocks.plain(block, ENGLISH)
            mine, its = amounts(one) - amounts(other), amounts(other) - amounts(one)
            # Numbers in Han words cannot be compared: as many, and other ones, is a difference.
            if one and other and mine and len(mine) == len(its):
                message = _("The numbers differ: %(one)s in Chinese, %(other)s in English.")
                values = {"one": _printed(mine), "other": _printed(its)}
                self.notes.append(Note("mismatch", message % values, part=block.key, source=one))
        texts = [b for b in document.body if not isinstance(b, Figure)]
        lonely = sum(not (blocks.has(b, CHINESE) and blocks.has(b, ENGLISH)) for b in texts)
        if len(texts) > 3 and lonely > len(texts) / 2:
            message = _("The two languages hardly correspond: are they the same release?")
            self.notes.insert(0, Note("mismatch", message))

    def _all_notes(self) -> list[Note]:
        """The notes of both readings and of the pairing, nothing said twice."""
        mine, its = self.chinese, self.english
        missing = [
            {(n.part, n.message) for n in read.notes if n.kind == "missing"} for read in (mine, its)
        ]
        found = []
        for read, others, is_english in ((mine, missing[1], False), (its, missing[0], True)):
            for note in read.notes:
                is_field = note.kind == "missing" and note.part in (*FIELDS, "dateline")
                if is_field and (note.part, note.message) in others:
                    if is_english:
                        continue
                elif is_field:
                    language = language_name(read.language)
                    message = _("%(message)s (in %(language)s)") % {
                        "message": note.message,
                        "language": language,
                    }
                    note = dataclasses.replace(note, kind="mismatch", message=message)
                if is_english:
                    part = self.keys.get(note.part, note.part)
                    note = dataclasses.replace(note, part=self.became.get(part, part))
                found.append(note)
        return list(dict.fromkeys((*self.notes, *_once(found))))

    def _english_places(self) -> dict[int, str]:
        places = {}
        for line, place in self.english.places.items():
            key = self.keys.get(place, place)
            places[line] = self.became.get(key, key)
        return places


def _once(notes: list[Note]) -> list[Note]:
    """What both readings remark about one part is said by the first."""
    said = {}
    for note in notes:
        about_a_part = note.part and note.kind != "left_over"
        said.setdefault((note.part, note.message) if about_a_part else note, note)
    return list(said.values())


def align(
    count: int, other: int, score: Callable[[int, int], float], gap: float = -0.6
) -> list[tuple[int | None, int | None]]:
    """Return the best pairs of two sequences in order: indices, or None where one has no counterpart."""
    best = [[0.0] * (other + 1) for _row in range(count + 1)]
    for i in range(count + 1):
        for j in range(other + 1):
            if i or j:
                best[i][j] = max(
                    best[i - 1][j - 1] + score(i - 1, j - 1) if i and j else -math.inf,
                    best[i - 1][j] + gap if i else -math.inf,
                    best[i][j - 1] + gap if j else -math.inf,
                )
    pairs: list[tuple[int | None, int | None]] = []
    i, j = count, other
    while i or j:
        if i and j and best[i][j] == best[i - 1][j - 1] + score(i - 1, j - 1):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif j and best[i][j] == best[i][j - 1] + gap:
            j -= 1
            pairs.append((None, j))
        else:
            i -= 1
            pairs.append((i, None))
    return pairs[::-1]


def _near(i: int, count: int, j: int, other: int) -> float:
    """A little for standing at the same place of both sequences."""
    return 0.5 - abs((i + 0.5) / count - (j + 0.5) / other)


def _same_words(chinese: str, english: str) -> float:
    """How much a Chinese and an English text may say the same: between about -3 and 6."""
    if not chinese or not english:
        return 0
    score = 0.0
    mine, its = amounts(chinese), amounts(english)
    score += min(3, 1.2 * len(mine & its)) - min(1.2, 0.4 * len(mine ^ its))
    latin = {word.lower() for word in LATIN.findall(chinese)}
    if latin:
        words = {word.lower() for word in LATIN.findall(english)}
        score += min(3, 1.0 * len(latin & words)) - min(1, 0.4 * len(latin - words))
    han = len(shapes.HAN_CHARACTER.findall(chinese)) + len("".join(LATIN.findall(chinese))) / 3
    ratio = len(english) / max(1, han * LETTERS_PER_HAN)
    return score + 0.6 - min(2, 1.2 * abs(math.log(max(ratio, 0.01))))


def amounts(text: str) -> set[float]:
    """The numbers that a text prints in digits, with their units; days, months and years aside."""
    text = shapes.EMAIL.sub(" ", shapes.WEB_ADDRESS.sub(" ", text))
    text = re.sub(r"\d+\s*[年月日]", " ", text)
    text = re.sub(
        r"\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
        r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}\b|\b(?:19|20)\d\d\b",
        " ",
        text,
    )
    found = set()
    for digits, unit in NUMBER.findall(text):
        value = float(digits.replace(",", "") or 0)
        found.add(round(value * UNITS.get(unit.lower(), 1), 4))
    return found


def _printed(values: set[float]) -> str:
    return ", ".join(f"{value:,.10g}" for value in sorted(values))


def _words_of(part) -> str:
    """What a part is known by in a note."""
    for text in (
        *(getattr(part, f, None) for f in ("text", "name", "organisation")),
        getattr(getattr(part, "person", None), "name", None),
    ):
        if isinstance(text, dict) and text:
            return next(iter(text.values()))
    texts = blocks.words(part) if hasattr(part, "html") or isinstance(part, Quote | Figure) else {}
    return next(iter(texts.values()), "")


def _host(website: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", website.lower()).split("/")[0]


def _with_keys(document: Document, keys: dict[str, str]) -> Document:
    """The document with other keys, also where a figure names the quote that it carries."""

    def renamed(part):
        values = {"key": keys[part.key]}
        if isinstance(part, Figure):
            values["people"] = [renamed(person) for person in part.people]
            values["quote"] = keys.get(part.quote)
        return schema.replace(part, **values)

    lists = {
        name: [renamed(part) for part in value]
        for name in document.__struct_fields__
        if isinstance(value := getattr(document, name), list) and name != "languages"
    }
    return schema.replace(document, **lists)


def _one_host(organisations):
    """The host first, and only one: the other language may have named a partner first."""
    return [
        schema.replace(part, role="partner" if index else "host")
        for index, part in enumerate(organisations)
    ]


def _one_person_each(document: Document) -> Document:
    """Whoever is named in both languages somewhere is so everywhere in the release."""
    people = [q.speaker for q in document.quotes()]
    people += [p.person for p in (*document.signatories, *document.witnesses)]
    known: dict[str, schema.Person] = {}
    for person in people:
        if set(person.name) == {CHINESE, ENGLISH}:
            for name in person.name.values():
                known.setdefault(name, person)

    def whole(person):
        other = next((known[name] for name in person.name.values() if name in known), None)
        if other is None or set(person.name) == {CHINESE, ENGLISH}:
            return person
        return schema.replace(
            person,
            **{
                field: {**getattr(other, field), **getattr(person, field)}
                for field in ("name", "honorific", "job_title", "organisation")
            },
        )

    def with_people(block):
        if isinstance(block, Quote):
            return schema.replace(block, speaker=whole(block.speaker))
        if isinstance(block, Figure):
            return schema.replace(block, people=[_named(p) for p in block.people])
        return block

    def _named(shown):
        other = next((known[name] for name in shown.name.values() if name in known), None)
        return schema.replace(shown, name={**other.name, **shown.name}) if other else shown

    return schema.replace(
        document,
        body=[with_people(b) for b in document.body],
        notes_to_editors=[with_people(b) for b in document.notes_to_editors],
        caption_quotes=[with_people(b) for b in document.caption_quotes],
        signatories=[schema.replace(s, person=whole(s.person)) for s in document.signatories],
        witnesses=[schema.replace(w, person=whole(w.person)) for w in document.witnesses],
    )
