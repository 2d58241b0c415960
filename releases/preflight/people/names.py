"""Names of people in a text: those whom the document knows, and whoever is named with an honorific.

A person is known by every form of the name that the document's fields give, in both languages. A
mention is a name in full, or a short one (林博士, Dr Lam, Lam said).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from releases.document.schema import in_languages

from .alike import DOTS, form, is_latin, near, nearly, tokens
from .words import (
    ADDRESSES_ZH,
    DOUBLE_SURNAMES,
    HAN,
    HONORIFICS_EN,
    HONORIFICS_ZH,
    LATIN,
    NO_NAMES_EN,
    POST_NOMINALS,
    SURNAMES,
    any_of,
    listed,
)

# 博士生 is a title, 律師會 an organisation: neither ends in an honorific.
HONORIFIC_ZH = (
    r"(?!博士[生後后學课課]|律師[會行事]|律师[会行事]|工程師學|[醫医]生[會会協]|測量師[學行]|建築師[學事]|教授[級级])"
    rf"(?:{any_of(HONORIFICS_ZH)})"
)
_HONORIFIC_ZH = re.compile(HONORIFIC_ZH)
HONORIFIC_EN = rf"(?:{any_of(HONORIFICS_EN)})"
_CAPITAL = r"[^\W\d_a-z][\w'’.\-]*"
_PARTICLE = r"(?:van|von|de|der|da|di|bin|binti|al|la|le|du|ten|den|el)"
_LATIN_BEFORE = re.compile(
    rf"(?<![{LATIN}\d])[A-ZÀ-Þ][{LATIN}\d'’.\-]*(?:\s(?:[A-ZÀ-Þ][{LATIN}\d'’.\-]*|{_PARTICLE})){{0,4}}\s*$"
)
NAME_EN = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL}){{1,3}}"
_WITH_HONORIFIC_EN = re.compile(
    rf"\b(?P<hon>{HONORIFIC_EN}(?:\s+{HONORIFIC_EN})*)\s+"
    rf"(?P<name>{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL}){{0,4}})"
)
_DOUBLE = f"(?:{any_of(DOUBLE_SURNAMES)})"
_HAN_NAME = re.compile(
    rf"(?:{_DOUBLE}[{HAN}]{{1,2}}|[{''.join(SURNAMES)}][{HAN}]{{1,3}}"
    rf"|[{HAN}]{{1,6}}(?:[{DOTS}][{HAN}]{{1,6}}){{1,2}})"
)
_FOREIGN_BEFORE = re.compile(rf"[{HAN}]{{1,6}}(?:[{DOTS}][{HAN}]{{1,6}}){{1,2}}$")
# What no given name holds, but the end of a job title or of an organisation does.
_NO_NAME = re.compile(r"[級级部局署處处會会司總总副的及與与並并由兼首席任院校系所組组科]|^問$")


class Mention(NamedTuple):
    """A name in a text, from ``start`` to ``end``, without its honorific.

    ``person`` is None where the document does not know the name. A short mention is a surname.
    """

    start: int
    end: int
    name: str
    honorific: str
    person: "Person | None"
    is_short: bool = False


@dataclass(eq=False)
class Person:
    """Somebody whom the document names in its fields; the names, titles and so on by language, each once."""

    names: dict[str, list[str]] = field(default_factory=dict)
    job_titles: dict[str, list[str]] = field(default_factory=dict)
    organisations: dict[str, list[str]] = field(default_factory=dict)

    def all_names(self) -> list[str]:
        return list(dict.fromkeys(name for names in self.names.values() for name in names))

    def called(self, language: str) -> str:
        """The name in a language, or in the other one."""
        return next(iter(self.names.get(language) or self.all_names()), "")


def surname(name: str) -> str:
    """The surname of a Chinese name in Han characters."""
    if parts := re.split(f"[{DOTS}]", name)[1:]:
        return parts[-1]
    return name[:2] if name[:2] in DOUBLE_SURNAMES and len(name) > 2 else name[:1]


class People:
    """Everybody whom a document names in its fields, to be found in its texts."""

    def __init__(self, reading):
        self.persons: list[Person] = []
        self._by_key: dict[tuple[str, str], Person] = {}
        self._read: dict[tuple[str, str], list[Mention]] = {}
        self._named: dict[tuple[str, str, int], bool] = {}
        self._bodies = {p.text for p in reading.passages if p.kind == "organisation"}
        for mention in reading.people:
            self.add(mention.person.record, mention.person.name, mention.person)
        for figure in reading.document.figures():
            for row in figure.people:
                self.add(row.record, row.name)

    def add(self, record, name, fields=None):
        """Know somebody else too; who has the record or a name of one who is known is that one."""
        self.__dict__.pop("_exact", None)
        self._read.clear()
        self._named.clear()
        keys = [("record", record)] if record else []
        keys += [("name", form(each)) for each in name.values() if len(form(each)) > 1]
        known = [self._by_key[key] for key in keys if key in self._by_key]
        on_record = ("record", record) in self._by_key
        if not on_record and self._are_strangers(known[0] if known else None, name):
            for language, each in name.items():
                self.add(None, {language: each}, fields and in_languages(fields, [language]))
            return
        person = known[0] if known else Person()
        if not known:
            self.persons.append(person)
        for key in keys:
            self._by_key.setdefault(key, person)
        for language, each in name.items():
            _note(person.names, language, each)
        if fields:
            for language, each in fields.job_title.items():
                _note(person.job_titles, language, each)
            for language, each in fields.organisation.items():
                _note(person.organisations, language, each)

    def _are_strangers(self, person, name) -> bool:
        """Whether a row names one person in one language and another one in the other, by mistake."""
        if (
            len(name) > 1
            and all(map(is_latin, name.values()))
            and not _may_be(*list(name.values())[:2])
        ):
            return True
        return (
            person is not None
            and len(name) > 1
            and any(
                len(each) > 1
                and person.names.get(language)
                and not any(_may_be(each, other) for other in person.names[language])
                for language, each in name.items()
            )
        )

    def of(self, name: str) -> Person | None:
        """The person who is called so, in whatever order and case."""
        return self._by_key.get(("name", form(name)))

    @cached_property
    def _exact(self):
        found = []
        for person in self.persons:
            for name in person.all_names():
                if len(name) < 2:
                    continue
                found += [(re.compile(pattern), person) for pattern in _exact(name)]
        return sorted(found, key=lambda pair: -len(pair[0].pattern))

    def mentions(self, text: str, language: str) -> list[Mention]:
        """Every name in a text in full, and short mentions with an honorific, in order."""
        if (text, language) not in self._read:
            self._read[text, language] = self._mentions(text, language)
        return list(self._read[text, language])

    def _mentions(self, text, language):
        found: list[Mention] = []
        for pattern, person in self._exact:
            for match in pattern.finditer(text):
                if not _overlaps(found, match.start(), match.end()):
                    found.append(_mention(text, match.start(), match.end(), person, language))
        chinese = language.startswith("zh")
        for mention in _with_honorific_zh(text) if chinese else _with_honorific_en(text):
            if _overlaps(found, mention.start, mention.end):
                continue
            short = mention.is_short
            person = self.by_surname(mention.name) if short else self.of(mention.name)
            found.append(mention._replace(person=person))
        return sorted(found)

    def spans_of_bodies(self, text: str) -> list[tuple[int, int]]:
        """Where a text has the name of an organisation that the document's fields give."""
        return [
            match.span()
            for name in self._bodies
            if name in text
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        ]

    def by_surname(self, short: str) -> Person | None:
        """The only person with this surname, or None."""
        found = [p for p in self.persons if any(is_part(short, name) for name in p.all_names())]
        return found[0] if len(found) == 1 else None

    def names_somebody(self, text: str, person: Person, language: str) -> bool:
        """Whether a text names a person, in full, nearly so, or by the surname."""
        key = (text, language, id(person))
        if key not in self._named:
            self._named[key] = self._names_somebody(text, person, language)
        return self._named[key]

    def _names_somebody(self, text, person, language):
        names = person.all_names()
        mentions = self.mentions(text, language)
        if any(m.person is person or any(near(m.name, n) for n in names) for m in mentions):
            return True
        for mention in reversed([m for m in mentions if m.person]):
            blank = " " * (mention.end - mention.start)
            text = text[: mention.start] + blank + text[mention.end :]
        return any(_any_part(name).search(text) for name in names) or any(
            True for name in names for _span in nearly(text, name)
        )


_BEGINS, _ENDS = rf"(?<![{LATIN}\d])", rf"(?![{LATIN}\d])"


@lru_cache(maxsize=1_000)
def _any_part(name: str) -> re.Pattern:
    """Any part of a Latin name; the surname of a Chinese one before an honorific or a title."""
    if is_latin(name):
        words = [re.escape(part) for part in re.split(r"[\s,]+", name) if len(part.strip(".")) > 1]
        return re.compile(rf"{_BEGINS}(?:{'|'.join(words)}){_ENDS}" if words else r"(?!)")
    return re.compile(rf"{re.escape(surname(name))}[{HAN}]{{0,3}}?(?:{_SHORT_ZH})")


_SHORT_ZH = any_of([*HONORIFICS_ZH, *ADDRESSES_ZH])


def is_part(short: str, name: str) -> bool:
    """Whether a short mention can be meant for this name."""
    if is_latin(short) != is_latin(name):
        return False
    if is_latin(name):
        return set(tokens(short)) <= set(tokens(name))
    return name.startswith(short) or surname(name) == short


def _may_be(one: str, other: str) -> bool:
    """Whether two names in one language can be those of one person: a slip, a longer form, a maiden name."""
    if is_latin(one) != is_latin(other):
        return True
    if is_latin(one):
        return bool(set(tokens(one)) & set(tokens(other)))
    left, right = form(one), form(other)
    return left in right or right in left or near(one, other) or left[1:] == right[1:]


def _note(values, language, value):
    if value not in values.setdefault(language, []):
        values[language].append(value)


def _overlaps(found, start, end):
    return any(other.start < end and start < other.end for other in found)


def _exact(name: str) -> list[str]:
    """Patterns of a name in full: a Latin one begins with any of its parts (Lam Sai-hung, Sai-hung Lam)."""
    if not is_latin(name):
        return [re.escape(name)]
    parts = [re.sub(r"['’]", "['’]", re.escape(part)) for part in name.split()]
    parts = [part.replace(r"\-", r"[-\s]") for part in parts]
    if len(parts) < 2 or len(parts) > 6:
        return [rf"(?<!-){_BEGINS}(?i:{re.escape(name)})(?!-){_ENDS}"] if len(name) > 2 else []
    turns = [parts[n:] + parts[:n] for n in range(len(parts))]
    between = r",?\s+"
    return [rf"(?<!-){_BEGINS}(?i:{between.join(turn)})(?!-\w){_ENDS}" for turn in turns]


def _mention(text, start, end, person, language):
    if language.startswith("zh"):
        after = re.compile(rf"\s?({HONORIFIC_ZH})").match(text, end)
        honorific = after.group(1) if after else ""
    else:
        before = re.search(rf"({HONORIFIC_EN})\s+$", text[max(0, start - 12) : start])
        honorific = before.group(1) if before else ""
    return Mention(start, end, text[start:end], honorific, person)


def _with_honorific_zh(text: str) -> Iterator[Mention]:
    for match in _HONORIFIC_ZH.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rstrip(" ")
        offset = max(0, match.start() - 40)
        if latin := _LATIN_BEFORE.search(before):
            name = latin.group().strip()
            start = offset + latin.start()
            yield Mention(start, start + len(name), name, match.group(), None, " " not in name)
            continue
        size = _name_size(before, match.group() in _ONLY_HONORIFICS)
        if size:
            start = offset + len(before) - size
            name = text[start : start + size]
            is_short = size == 1 or name in DOUBLE_SURNAMES
            yield Mention(start, start + size, name, match.group(), None, is_short)


# The others are job titles too (軟件工程師): a name before them must begin where something ends.
_ONLY_HONORIFICS = frozenset(listed("先生 女士 小姐 太太 夫人 博士 太平紳士 姑娘 爵士"))


def _name_size(before: str, is_certain: bool) -> int:
    """How many characters at the end of a text are a name."""
    if foreign := _FOREIGN_BEFORE.search(before):
        ended = list(TITLE_END.finditer(foreign.group()))
        return len(foreign.group()) - (ended[-1].end() if ended else 0)
    sizes = [
        size
        for size in (3, 2, 4)
        if len(before) >= size
        and _HAN_NAME.fullmatch(before[-size:])
        and not _NO_NAME.search(before[-size + 1 :])
        and (size < 4 or before[-4:-2] in DOUBLE_SURNAMES or before[-3] in SURNAMES)
    ]
    for size in sizes:
        if len(before) == size or not re.match(f"[{HAN}]", before[-size - 1]):
            return size
        if TITLE_END.search(before[max(0, len(before) - size - 8) : len(before) - size]):
            return size
    for size in sizes:
        if before[-size - 1] in "與和及由暨以並对對跟":
            return size
    if before[-2:] in DOUBLE_SURNAMES:
        return 2
    if before[-1:] in SURNAMES and (len(before) == 1 or not re.match(f"[{HAN}]", before[-2])):
        return 1
    return sizes[0] if sizes and is_certain else 0


TITLE_END = re.compile(
    r"(?:長|长|總裁|总裁|主席|監|监|司庫|教練|校監|經理|经理|董事|主任|代表|專員|专员|主管|秘書|顧問|教授|議員|人|官|師|师|員|员|家|裁|事|者|生)"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
)


def _with_honorific_en(text: str) -> Iterator[Mention]:
    for match in _WITH_HONORIFIC_EN.finditer(text):
        parts = match.group("name").split()
        while len(parts) > 1 and (
            parts[-1].strip(".").lower() in NO_NAMES_EN
            or parts[-1].replace(".", "").upper() in POST_NOMINALS
        ):
            parts.pop()
        name = " ".join(parts)
        name = re.sub(r"[’']s?$", "", name)
        # The stop of an initial belongs to the name, that of a sentence does not.
        name = name if re.search(r"(?:^|\s)[A-Z]\.$", name) else name.rstrip(".")
        if not name or name.lower() in NO_NAMES_EN:
            continue
        start = match.start("name")
        yield Mention(start, start + len(name), name, match.group("hon"), None, len(parts) == 1)
