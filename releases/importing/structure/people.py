"""People as releases name them: organisation, job title, name and honorific in one run.

The two languages order the run differently (``people_zh``, ``people_en``); this module knows
what both share: short second mentions and the standing of the organisation names.
"""

import dataclasses
import re

from releases.document.schema import Person

from . import people_en, people_zh, words
from .reading import Reading

# No paragraph of a release is longer; what is, is no text to look for people in.
LONGEST = 8000
# No release names more people: what is remembered is looked for in every text that follows.
MOST = 300


@dataclasses.dataclass(frozen=True)
class Mention:
    """A person named in a text; ``start`` is where the role begins, ``end`` follows the honorific."""

    start: int
    end: int
    person: Person


def find(reading: Reading, text: str) -> list[Mention]:
    """Return the people that a text names, in order, short mentions resolved where possible."""
    if len(text) > LONGEST:
        return []
    names = reading.organisations
    module = people_zh if reading.chinese else people_en
    mentions = []
    for start, end, fields in module.find(text, names):
        mentions.append(Mention(start, end, known(reading, build(reading, fields))))
    return sorted([*mentions, *_bare(reading, text, mentions)], key=lambda m: m.start)


def _bare(reading: Reading, text: str, mentions: list[Mention]) -> list[Mention]:
    """People known by then who are named in full with nothing beside the name."""
    found: list[Mention] = []
    for person in reading.people:
        name = reading.get(person.name)
        if len(name) < 2 or (name.isascii() and " " not in name):
            continue
        for match in re.finditer(re.escape(name), text):
            taken = any(
                m.start < match.end() and match.start() < m.end for m in [*mentions, *found]
            )
            inside = name.isascii() and re.search(r"\w$", text[: match.start()])
            if not taken and not inside:
                found.append(Mention(match.start(), match.end(), person))
    return found


def build(reading: Reading, fields: dict[str, str]) -> Person:
    return Person(**{name: reading.text(value) for name, value in fields.items() if value.strip()})


def collect(reading: Reading, texts: list[str]) -> None:
    """Remember everybody who is named with a full name, before any part is read."""
    for text in texts:
        if len(reading.people) >= MOST:
            return
        for mention in find(reading, text):
            if is_full(reading, mention.person):
                merge(reading, mention.person)


def is_full(reading: Reading, person: Person) -> bool:
    name = reading.get(person.name)
    if reading.chinese and not re.search(r"[A-Za-z]", name):
        return len(name) >= 2
    return bool(re.search(r"\s", name)) or bool(person.job_title)


def merge(reading: Reading, person: Person) -> Person:
    """Join what is newly said about somebody with what is known, and return the whole."""
    for index, other in enumerate(reading.people):
        if same_name(reading.get(other.name), reading.get(person.name)):
            fields = {
                name: getattr(other, name) or getattr(person, name)
                for name in ("name", "honorific", "job_title", "organisation")
            }
            # The role as it is printed in full belongs together: take both from one mention.
            if not other.job_title and person.job_title:
                fields["organisation"] = person.organisation or other.organisation
            reading.people[index] = Person(**fields)
            return reading.people[index]
    reading.people.append(person)
    return person


def same_name(a: str, b: str) -> bool:
    return bool(a) and a.replace(" ", "").casefold() == b.replace(" ", "").casefold()


def known(reading: Reading, person: Person) -> Person:
    name = reading.get(person.name)
    for other in reading.people:
        if same_name(reading.get(other.name), name):
            return _with(person, other)
    foreign = [p for p in reading.people if name in re.split("[·‧・•]", reading.get(p.name))[1:]]
    if len(foreign) == 1 and not person.job_title:
        return foreign[0]
    if name in words.DOUBLE_SURNAMES and (whole := resolve_short(reading, name)):
        return whole
    if is_full(reading, person) and (person.job_title or len(name.split()) > 1 or reading.chinese):
        return person
    return resolve_short(reading, name, reading.get(person.honorific)) or person


def _with(person: Person, other: Person) -> Person:
    return Person(
        name=person.name,
        honorific=person.honorific or other.honorific,
        job_title=person.job_title or other.job_title,
        organisation=(person.organisation if person.job_title else None)
        or other.organisation
        or person.organisation,
    )


def resolve_short(reading: Reading, name: str, honorific: str = "") -> Person | None:
    """Return the person meant by a surname (林博士, Dr Lam, Lam)."""
    found = [p for p in reading.people if _is_surname_of(name, reading.get(p.name))]
    agreeing = [p for p in found if _same_honorific(honorific, reading.get(p.honorific))]
    choice = agreeing or found
    if not honorific and len(choice) > 1:
        return None
    return choice[0] if choice else None


def _same_honorific(a: str, b: str) -> bool:
    same = {"prof": "professor"}
    plain = [same.get(h.lower().rstrip("."), h.lower().rstrip(".")) for h in (a, b)]
    return plain[0] == plain[1]


def _is_surname_of(short: str, full: str) -> bool:
    if not short or len(full) <= len(short):
        return False
    if re.search(r"[A-Za-z]", short):
        return short.casefold() in [part.casefold() for part in full.split()]
    foreign = re.split("[·‧・•]", full)
    return (full.startswith(short) or short == foreign[-1]) and not re.search(r"[A-Za-z]", full)


def resolve_pronoun(reading: Reading, pronoun: str, within: list[Mention]) -> Person | None:
    """Return the person meant by 他/她/he/she: the last who was named and can be meant."""
    gender = {**words.PRONOUNS_ZH, **words.PRONOUNS_EN}.get(pronoun.lower(), "")
    unfit = {"m": words.FEMALE, "f": words.MALE}.get(gender, set())
    for person in [*(m.person for m in within[:1]), *reversed(reading.last_speakers)]:
        if reading.get(person.honorific) not in unfit:
            return person
    return None
