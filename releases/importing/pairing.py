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

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from releases.document import schema
from releases.document.schema import (
    Block,
    Document,
    Figure,
    Language,
    MediaContact,
    Part,
    Person,
    Quote,
    Subheading,
    TextBlock,
)
from releases.languages import language_name

from . import blocks, likeness, shapes
from .alignment import DECISIVE, align, matched, near
from .notes import Kind, Note

P = TypeVar("P", bound=Part)
CHINESE, ENGLISH = "zh-hant", "en"
# Below, only the place speaks for a pair of people, organisations or contacts.
WEAK = 0.5
# One release says this much of its numbers, days and names in both languages; two do not.
HARDLY = 0.6
# Key points say little that is alike in both languages, and the last is left out most easily.
SAME_PLACE = 0.5
PERSON = ("name", "honorific", "job_title", "organisation")


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
            english,
            document=_with_keys(english.document, self.keys),
            places={n: self.keys.get(place, place) for n, place in english.places.items()},
        )
        # The English names of organisations and of people by the Chinese ones.
        self.organisations: dict[str, set[str]] = {}
        self.people: dict[str, str] = {}
        self.names: dict[str, set[str]] = {}
        self.notes: list[Note] = []
        # The key that a part has in the end, where it is another.
        self.became: dict[str, str] = {}

    def result(self):
        zh, en = self.chinese.document, self.english.document
        organisations = self._list(zh.organisations, en.organisations, self._organisation_score)
        self._know_names(organisations)
        boilerplates = self._list(zh.boilerplates, en.boilerplates, self._boilerplate_score)
        self._know_names(boilerplates)
        self._know_people()
        document = Document(
            slug=en.slug,
            languages=[CHINESE, ENGLISH],
            headline={**zh.headline, **en.headline},
            sub_headline={**zh.sub_headline, **en.sub_headline},
            key_points=self._texts(zh.key_points, en.key_points, SAME_PLACE),
            dateline=schema.Dateline(
                city={**zh.dateline.city, **en.dateline.city},
                date=zh.dateline.date or en.dateline.date,
            ),
            embargo_until=zh.embargo_until or en.embargo_until,
            organisations=_one_host(organisations),
            body=self._body(zh.body, en.body),
            caption_quotes=self._texts(zh.caption_quotes, en.caption_quotes),
            notes_to_editors=self._body(zh.notes_to_editors, en.notes_to_editors),
            signatories=self._list(zh.signatories, en.signatories, self._participant_score),
            witnesses=self._list(zh.witnesses, en.witnesses, self._participant_score),
            boilerplates=boilerplates,
            media_contacts=self._list(zh.media_contacts, en.media_contacts, self._contact_score),
        )
        document = self._with_quotes_of_captions(document)
        self._compare(document)
        document = self._one_person_each(document)
        places = [
            {line: self._key(place) for line, place in read.places.items()}
            for read in (self.chinese, self.english)
        ]
        return document, self._all_notes(document), places

    def _key(self, key: str | None) -> str | None:
        """The key that a part has in the end."""
        while key in self.became:
            key = self.became[key]
        return key

    # Lists

    def _list(self, zh: list[P], en: list[P], score: Callable[[P, P], float]) -> list[P]:
        """The parts of two lists, paired wherever they stand and as the Chinese one is ordered."""
        joined = []
        for i, j in matched(len(zh), len(en), lambda i, j: score(zh[i], en[j])):
            if i is not None and j is not None and max(len(zh), len(en)) > 1:
                self._doubt(zh[i], en[j], score(zh[i], en[j]))
            joined.append(
                self._joined(
                    zh[i] if i is not None else None,
                    en[j] if j is not None else None,
                )
            )
        return joined

    def _doubt(self, zh: P, en: P, score: float) -> None:
        if score < WEAK and not isinstance(zh, Figure):
            message = _(
                "Taken to be the same in both languages by the order alone: %(one)s, %(other)s."
            )
            names = {"one": _words_of(zh), "other": _words_of(en)}
            self._say(message % names, zh.key, kind="guess")

    def _joined(self, zh: P | None, en: P | None, perhaps: str = "") -> P:
        if zh is None:
            self._lonely(en, CHINESE, perhaps)
            return en
        if en is None:
            self._lonely(zh, ENGLISH, perhaps)
            return zh
        self.became[en.key] = zh.key
        if isinstance(zh, Figure) and isinstance(en, Figure):
            shown = zip(zh.people, en.people, strict=False)
            self.became |= {its.key: mine.key for mine, its in shown}
        if {type(zh), type(en)} == {TextBlock, Subheading}:
            # Short in both it is a subheading; else what was taken for one is none.
            if _is_short(blocks.plain(zh, CHINESE)) and _is_short(blocks.plain(en, ENGLISH)):
                zh, en = blocks.as_subheading(zh), blocks.as_subheading(en)
            message = _(
                "Taken for a subheading in one language only; taken as the same kind in both."
            )
            self._say(message, zh.key, _words_of(zh), "guess")
        elif isinstance(zh, Quote) is not isinstance(en, Quote):
            message = _("A quote in one language, and none in the other. Check the words.")
            self._say(message, zh.key, _words_of(zh))
        if isinstance(zh, MediaContact):
            self._compare_contacts(zh, en)
        return blocks.join(zh, en)

    def _lonely(self, part: Part, missing: Language, perhaps: str = "") -> None:
        message = {
            ENGLISH: _("This has no counterpart in English."),
            CHINESE: _("This has no counterpart in Chinese."),
        }[missing]
        if perhaps:
            message += " " + _("Perhaps it belongs to “%(words)s”.") % {"words": _excerpt(perhaps)}
        self._say(message, part.key, _words_of(part))

    def _say(self, message: str, key: str, source: str = "", kind: Kind = "mismatch") -> None:
        read = self.english if key in self.keys.values() else self.chinese
        line = min((n for n, place in read.places.items() if place == key), default=None)
        self.notes.append(Note(kind, message, line, source, key, read.file))

    # The body

    def _body(self, zh: list[Block], en: list[Block]) -> list[Block]:
        """Text in order; figures by themselves: the two files may show them in different places."""
        body = self._texts(
            [b for b in zh if not isinstance(b, Figure)],
            [b for b in en if not isinstance(b, Figure)],
        )
        figures = self._list(
            [b for b in zh if isinstance(b, Figure)],
            [b for b in en if isinstance(b, Figure)],
            self._figure_score,
        )
        by_key = {figure.key: figure for figure in figures}
        for printed in (zh, en):
            place = 0
            for block in printed:
                if block.key in by_key:
                    body.insert(place, by_key[block.key])
                key = self._key(block.key)
                place = next((i for i, b in enumerate(body, 1) if b.key == key), place)
        return body

    def _texts(self, zh: list[P], en: list[P], same_place: float = 0) -> list[P]:
        """Paragraphs, quotes and key points, aligned in order; ``same_place`` is what it says for
        two that as many parts stand above them.
        """
        groups = [
            ([i] if i is not None else [], [j] if j is not None else [])
            for i, j in align(
                len(zh),
                len(en),
                lambda i, j: (
                    self._block_score(zh[i], en[j])
                    + near(i, len(zh), j, len(en))
                    + same_place * (i == j)
                ),
            )
        ]
        groups = self._divided(groups, zh, en)
        alone = [g for g in groups if not (g[0] and g[1])]
        joined = []
        for place, (mine, its) in enumerate(groups):
            one, other = self._one([zh[i] for i in mine]), self._one([en[j] for j in its])
            perhaps = ""
            if one is None or other is None:
                perhaps = self._perhaps(groups, place, alone, zh, en)
            joined.append(self._joined(one, other, perhaps))
        return joined

    def _one(self, parts: list[P]) -> P | None:
        """One part of one, or of two paragraphs that are one in the other language."""
        if len(parts) < 2:
            return parts[0] if parts else None
        first, second = parts
        self.became[second.key] = first.key
        message = _("Two paragraphs in one language are one in the other; they stand together.")
        self._say(message, first.key, _words_of(second), "guess")
        return blocks.below(first, second)

    def _divided(self, groups, zh, en):
        """The groups, those joined that are plainly one paragraph in one language and two in the other."""
        found: list[tuple[list[int], list[int]]] = []
        for group in groups:
            if found and self._are_one(found[-1], group, zh, en):
                last = found.pop()
                group = (last[0] + group[0], last[1] + group[1])
            found.append(group)
        return found

    def _are_one(self, one, other, zh, en) -> bool:
        """Whether two neighbours are one paragraph: each says numbers or days of it that the other
        does not, and together they are as long."""
        mine, its = one[0] + other[0], one[1] + other[1]
        if sorted((len(mine), len(its))) != [1, 2]:
            return False
        parts = [*(zh[i] for i in mine), *(en[j] for j in its)]
        if not all(isinstance(p, TextBlock) and "<li>" not in str(p.html) for p in parts):
            return False
        chinese = [blocks.plain(zh[i], CHINESE) for i in mine]
        english = [blocks.plain(en[j], ENGLISH) for j in its]
        apart, whole = (english, chinese[0]) if len(english) == 2 else (chinese, english[0])
        said = [likeness.figures(text) & likeness.figures(whole) for text in apart]
        both = [(c, e) for c in chinese for e in english]
        length = likeness.as_long("".join(chinese), " ".join(english))
        return (
            all(said[k] - said[1 - k] for k in (0, 1))
            and length > 0
            and length > max(likeness.as_long(c, e) for c, e in both) - 0.3
        )

    def _perhaps(self, groups, place, alone, zh, en) -> str:
        """The words that a lonely part may belong to: one that stands elsewhere, or a neighbour."""
        mine, its = groups[place]
        language = ENGLISH if mine else CHINESE
        words = blocks.plain(zh[mine[0]], CHINESE) if mine else blocks.plain(en[its[0]], ENGLISH)

        def likely(text: str) -> float:
            return likeness.same_words(*((words, text) if mine else (text, words)))

        def others(group) -> list[str]:
            found = [en[j] for j in group[1]] if mine else [zh[i] for i in group[0]]
            return [blocks.plain(part, language) for part in found]

        elsewhere = [text for group in alone for text in others(group)]
        best = max(elsewhere, key=likely, default="")
        if best and likely(best) >= 2:
            return best
        beside = [
            text
            for at in (place - 1, place + 1)
            if 0 <= at < len(groups)
            for text in others(groups[at])
        ]
        facts = {text: self._facts(words, text, mine) for text in beside}
        best = max(beside, key=facts.get, default="")
        return best if best and facts[best] else ""

    def _facts(self, words: str, text: str, chinese) -> int:
        return likeness.in_common(*((words, text) if chinese else (text, words)))[0]

    # How much two parts say the same

    def _block_score(self, zh: Block, en: Block) -> float:
        texts = blocks.plain(zh, CHINESE), blocks.plain(en, ENGLISH)
        score = 1.0 if type(zh) is type(en) else -0.5
        if {type(zh), type(en)} == {TextBlock, Subheading}:
            score = 0.5 if all(map(_is_short, texts)) else -0.8
        elif {type(zh), type(en)} == {Quote, Subheading}:
            score = -4
        if isinstance(zh, Quote) and isinstance(en, Quote):
            score += self._same_speaker(zh.speaker, en.speaker)
        return score + likeness.same_words(*texts) + self._same_names(*texts)

    def _same_names(self, chinese: str, english: str) -> float:
        """How much two texts name the same people and organisations."""
        both = one = 0
        for name, others in self.names.items():
            named = name in chinese, any(other in english for other in others)
            both += all(named)
            one += any(named) - all(named)
        return min(2, 0.7 * both) - min(0.8, 0.2 * one)

    def _same_speaker(self, zh: Person, en: Person) -> float:
        wanted, name = self.people.get(zh.name.get(CHINESE, "")), en.name.get(ENGLISH)
        if not wanted or not name:
            return 0
        return 1.5 if wanted == name else -1.5

    def _figure_score(self, zh: Figure, en: Figure) -> float:
        texts = zh.caption.get(CHINESE, ""), en.caption.get(ENGLISH, "")
        score = likeness.same_words(*texts) + self._same_names(*texts)
        if zh.quote and en.quote:
            score += 3 if self._key(en.quote) == zh.quote else -2
        if zh.picture and en.picture:
            if zh.picture.sha256 == en.picture.sha256:
                return score + 10
            forms = [p.width / p.height for p in (zh.picture, en.picture)]
            score -= min(1, abs(math.log(forms[0] / forms[1])))
        return score

    def _organisation_score(self, zh, en) -> float:
        short = zh.short_name.get(CHINESE, ""), en.short_name.get(ENGLISH, "")
        score = _same_site(zh.website, en.website)
        latin = set(likeness.LATIN.findall(f"{zh.name.get(CHINESE, '')} {short[0]}"))
        own = f"{en.name.get(ENGLISH, '')} {short[1]}"
        initials = "".join(word[0] for word in re.findall(r"[A-Z]\w*", own))
        if any(word.lower() in own.lower() or word == initials for word in latin):
            score += DECISIVE
        texts = self._about(self.chinese, zh), self._about(self.english, en)
        return score + likeness.same_words(*texts) + (0.4 if zh.role == en.role else 0)

    def _about(self, read: Read, organisation) -> str:
        """The standing text about an organisation."""
        names = (*organisation.name.values(), *organisation.short_name.values())
        texts = (
            b.text.get(read.language, "")
            for b in read.document.boilerplates
            if b.organisation.get(read.language) in names
        )
        return next(texts, "")

    def _boilerplate_score(self, zh, en) -> float:
        texts = zh.text.get(CHINESE, ""), en.text.get(ENGLISH, "")
        names = zh.organisation.get(CHINESE, ""), en.organisation.get(ENGLISH, "")
        latin = set(likeness.LATIN.findall(names[0].lower()))
        same = latin & set(likeness.LATIN.findall(names[1].lower()))
        named = DECISIVE if same or names[1] in self.organisations.get(names[0], ()) else 0
        return _same_site(zh.website, en.website) + named + likeness.same_words(*texts)

    def _participant_score(self, zh, en) -> float:
        return self._person_score(zh.person, en.person)

    def _person_score(self, zh: Person, en: Person) -> float:
        known = self.people.get(zh.name.get(CHINESE, ""))
        if known:
            return 2 * DECISIVE if known == en.name.get(ENGLISH) else -2
        return likeness.same_person(zh, en) + self._same_employer(zh, en)

    def _same_employer(self, zh, en) -> float:
        names = self.organisations.get(zh.organisation.get(CHINESE, ""))
        if not names or not en.organisation:
            return 0
        return 1.2 if en.organisation[ENGLISH] in names else -0.7

    def _contact_score(self, zh: MediaContact, en: MediaContact) -> float:
        score = self._same_employer(zh, en)
        score += likeness.same_name(zh.name.get(CHINESE, ""), en.name.get(ENGLISH, ""))
        for mine, its in ((_emails(zh), _emails(en)), (_numbers(zh), _numbers(en))):
            if mine and its:
                score += 6 if mine & its else -1
        return score

    def _know_names(self, parts) -> None:
        """How organisations are called in both languages."""
        for part in parts:
            texts = [getattr(part, f, {}) for f in ("name", "short_name", "organisation")]
            english = {text[ENGLISH] for text in texts if ENGLISH in text}
            for text in texts:
                if CHINESE in text and english:
                    self.organisations.setdefault(text[CHINESE], set()).update(english)

    def _know_people(self) -> None:
        """Who is who, before what they say is paired."""
        zh, en = _people(self.chinese), _people(self.english)

        def score(i: int, j: int) -> float:
            (one, roles), (other, its) = zh[i], en[j]
            same = likeness.same_person(one, other) + self._same_employer(one, other)
            return same + (0.6 if roles & its else -0.6)

        for i, j in matched(len(zh), len(en), score):
            if i is not None and j is not None and score(i, j) > 0:
                self.people[zh[i][0].name[CHINESE]] = en[j][0].name[ENGLISH]
        people = {name: {other} for name, other in self.people.items()}
        self.names = people | self.organisations

    # What hangs together

    def _with_quotes_of_captions(self, document: Document) -> Document:
        quotes = {quote.key for quote in document.quotes()}

        def mended(block):
            if not isinstance(block, Figure):
                return block
            carried = self._key(block.quote)
            return schema.replace(block, quote=carried if carried in quotes else None)

        return schema.replace(
            document,
            body=[mended(b) for b in document.body],
            notes_to_editors=[mended(b) for b in document.notes_to_editors],
        )

    def _one_person_each(self, document: Document) -> Document:
        """Whoever is named in both languages somewhere is so everywhere in the release."""
        english = {p.name[ENGLISH]: p for p, _roles in _people(self.english)}
        chinese = {p.name[CHINESE]: p for p, _roles in _people(self.chinese)}
        named = {other: name for name, other in self.people.items()}

        def whole(person):
            name, other = person.name.get(CHINESE), person.name.get(ENGLISH)
            known = english.get(self.people.get(name)) if not other else None
            known = known or (chinese.get(named.get(other)) if not name else None)
            if known is None:
                return person
            fields = [f for f in PERSON if hasattr(person, f)]
            return schema.replace(
                person, **{f: {**getattr(known, f), **getattr(person, f)} for f in fields}
            )

        def with_people(block):
            if isinstance(block, Quote):
                return schema.replace(block, speaker=whole(block.speaker))
            if isinstance(block, Figure):
                return schema.replace(block, people=[whole(p) for p in block.people])
            return block

        return schema.replace(
            document,
            body=[with_people(b) for b in document.body],
            notes_to_editors=[with_people(b) for b in document.notes_to_editors],
            caption_quotes=[with_people(b) for b in document.caption_quotes],
            signatories=[schema.replace(s, person=whole(s.person)) for s in document.signatories],
            witnesses=[schema.replace(w, person=whole(w.person)) for w in document.witnesses],
        )

    # What must agree

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
                zh.embargo_until and timezone.localtime(zh.embargo_until),
                en.embargo_until and timezone.localtime(en.embargo_until),
                _("The two languages print different embargoes: %(one)s and %(other)s."),
            ),
        ):
            if one and other and one != other:
                values = {"one": _moment(one), "other": _moment(other)}
                self._say(message % values, part)
        if zh.embargo_until and not en.embargo_until or en.embargo_until and not zh.embargo_until:
            self._say(_("Only one of the two languages prints an embargo."), "embargo_until")
        if len(document.sub_headline) == 1:
            (only,) = document.sub_headline
            message = _("The sub-headline is only in %(language)s.")
            self._say(message % {"language": language_name(only)}, "sub_headline")
        hosts = [o.key for d in (zh, en) for o in d.organisations if o.role == "host"]
        if len({self._key(key) for key in hosts}) > 1:
            message = _("The English names another organisation first: %(name)s.")
            name = next(o.name[ENGLISH] for o in en.organisations if o.role == "host")
            self._say(message % {"name": name}, document.organisations[0].key)
        for part, one, other in self._texts_of(document):
            mine, its = likeness.differing(one, other)
            # A number that stands in one language alone is often a word in the other.
            if one and other and mine and its:
                message = _("The numbers differ: %(one)s in Chinese, %(other)s in English.")
                values = {"one": _printed(mine), "other": _printed(its)}
                self._say(message % values, part, one)
        for quote in document.quotes():
            name, other = quote.speaker.name.get(CHINESE), quote.speaker.name.get(ENGLISH)
            if other and self.people.get(name, other) != other:
                message = _("The two languages name different speakers: %(one)s and %(other)s.")
                self._say(message % {"one": name, "other": other}, quote.key)
        if self._hardly_correspond(document):
            message = _("The two languages hardly correspond: are they the same release?")
            self.notes.insert(0, Note("mismatch", message))

    def _texts_of(self, document: Document):
        yield "headline", document.headline.get(CHINESE, ""), document.headline.get(ENGLISH, "")
        for part in (*document.key_points, *document.body, *document.notes_to_editors):
            yield part.key, blocks.plain(part, CHINESE), blocks.plain(part, ENGLISH)
        for part in document.boilerplates:
            yield part.key, part.text.get(CHINESE, ""), part.text.get(ENGLISH, "")

    def _compare_contacts(self, zh: MediaContact, en: MediaContact) -> None:
        alone = (_numbers(zh) ^ _numbers(en)) | (_emails(zh) ^ _emails(en))
        if alone:
            message = _("Only one of the two languages prints: %(values)s.")
            self._say(message % {"values": _(", ").join(sorted(alone))}, zh.key, _words_of(zh))

    def _hardly_correspond(self, document: Document) -> bool:
        texts = [b for b in document.body if not isinstance(b, Figure)]
        lonely = sum(len(blocks.words(b)) < 2 for b in texts)
        whole = [
            "\n".join(blocks.plain(b, language) for b in (*document.key_points, *document.body))
            for language in (CHINESE, ENGLISH)
        ]
        common, possible = likeness.in_common(*whole)
        days = {read.document.dateline.date for read in (self.chinese, self.english)} - {None}
        return (
            (len(texts) > 3 and lonely > len(texts) / 2)
            or (possible > 4 and common < HARDLY * possible)
            or (len(days) == 2 and possible > 0 and not common)
        )

    def _all_notes(self, document: Document) -> list[Note]:
        """The notes of both readings and of the pairing, nothing said twice."""
        missing = [
            {(n.part, n.message) for n in read.notes if n.kind == "missing"}
            for read in (self.chinese, self.english)
        ]
        found: list[Note] = []
        said: set[tuple] = set()
        # Who is host is guessed in Chinese; the English guess is another only where it is alone.
        roles = {o.key for o in self.chinese.document.organisations}
        for read, others in ((self.chinese, missing[1]), (self.english, missing[0])):
            for note in read.notes:
                field = note.kind == "missing" and getattr(document, note.part or "", None)
                if field and (note.part, note.message) not in others:
                    if isinstance(field, list):
                        # Every part that the other language has is noted as lonely.
                        continue
                    message = _("%(message)s (in %(language)s)")
                    values = {"message": note.message, "language": language_name(read.language)}
                    note = dataclasses.replace(note, kind="mismatch", message=message % values)
                part = self.keys.get(note.part, note.part) if read is self.english else note.part
                note = dataclasses.replace(note, part=self._key(part))
                words = note.message.replace(note.source or "\0", "")
                once = (note.kind, note.part, note.message if note.hint else words)
                if note.kind != "left_over" and note.part and once in said:
                    continue
                if read is self.chinese:
                    said.add(once)
                elif note.kind == "guess" and note.part in roles:
                    continue
                found.append(note)
        mine = [dataclasses.replace(note, part=self._key(note.part)) for note in self.notes]
        return [*mine, *found]


def _is_short(text: str) -> bool:
    return shapes.width(text) <= 80 and not shapes.ends_sentence(text)


def _people(read: Read) -> list[tuple[Person, set[str]]]:
    """Everybody named in what was read, once, in order, and as what: speaker, signatory, witness."""
    document = read.document
    said = [(q.speaker, "speaker") for q in document.quotes()]
    said += [(s.person, "signatory") for s in document.signatories]
    said += [(w.person, "witness") for w in document.witnesses]
    found: dict[str, tuple[Person, set[str]]] = {}
    for person, role in said:
        if name := person.name.get(read.language):
            found.setdefault(name, (person, set()))[1].add(role)
    return list(found.values())


def _emails(contact: MediaContact) -> set[str]:
    return {address.lower() for address in contact.emails}


def _numbers(contact: MediaContact) -> set[str]:
    return {phone.number for phone in contact.phones}


def _same_site(one: str, other: str) -> float:
    if not one or not other:
        return 0
    return 5 if _host(one) == _host(other) else -3


def _moment(value) -> str:
    named = "DATETIME_FORMAT" if hasattr(value, "hour") else "DATE_FORMAT"
    return formats.date_format(value, named)


def _printed(values: list[float]) -> str:
    return ", ".join(f"{value:,.10g}" for value in values)


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


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
