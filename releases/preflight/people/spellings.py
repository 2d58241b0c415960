"""Names that stand in two spellings for one person."""

import re
from typing import NamedTuple

from ..reading import Passage
from . import titles
from .alike import form, is_latin, near, near_words, nearly, tokens
from .names import Mention, People
from .organisations import organisations_of, stands_in

_PROSE = {"headline", "sub_headline", "key_point", "text", "quote", "caption"}
_MALE = {"先生", "Mr", "Mr.", "Sir", "Lord"}
_FEMALE = {"女士", "小姐", "太太", "夫人", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dame", "Lady"}
_SPEAKS = re.compile(
    r"(?<![\w’'-])(?<!\w )([A-Z][\w’'-]{3,}) (?:said|says|added|adds|noted|continued|stressed|concluded)\b"
)


class Slip(NamedTuple):
    name: str
    usual: str
    passage: Passage
    also: list[Passage]


class _Seen(NamedTuple):
    """A name in full in one place; ``role`` is what stands beside it, ``honorific`` too."""

    name: str
    passage: Passage
    role: str
    honorific: str
    is_field: bool


def slips(reading, people: People) -> list[Slip]:
    """Every name that is one slip from another of, evidently, the same person; each once."""
    seen = [*_in_prose(reading, people), *_in_fields(reading)]
    groups: dict[str, list[_Seen]] = {}
    for one in seen:
        groups.setdefault(form(one.name), []).append(one)
    found: list[Slip] = []
    taken: set[str] = set()
    forms = sorted(groups, key=lambda each: _weight(groups[each], seen))
    for index, odd in enumerate(forms):
        for usual in reversed(forms[index + 1 :]):
            left, right = groups[odd], groups[usual]
            if odd in taken or not near(left[0].name, right[0].name):
                continue
            if _are_two(left, right) or not _are_one(reading, people, left, right):
                continue
            taken.add(odd)
            place = next((one for one in left if not one.is_field), left[0])
            found.append(Slip(place.name, right[0].name, place.passage, [right[0].passage]))
    return found + _short_slips(reading, people, seen, found)


def _weight(group, seen):
    """The rarer first; of two as rare, the one that begins later."""
    in_prose = sum(not one.is_field for one in group)
    in_fields = sum(one.is_field and bool(one.role) for one in group)
    return in_prose, in_fields, -seen.index(group[0])


def _in_prose(reading, people):
    for passage in reading.passages:
        if passage.kind not in _PROSE:
            continue
        found = [m for m in people.mentions(passage.text, passage.language) if not m.is_short]
        for name in {name for person in people.persons for name in person.all_names()}:
            for start, end in nearly(passage.text, name):
                taken = any(m.start < end and start < m.end for m in found)
                # A changed surname without an honorific may be the end of another word.
                if not taken and (is_latin(name) or passage.text[start] == name[0]):
                    found.append(Mention(start, end, passage.text[start:end], "", None))
        found.sort(key=lambda m: m.start)
        for index, mention in enumerate(found):
            following = found[index + 1].start if index + 1 < len(found) else len(passage.text)
            last = found[index - 1].end if index else 0
            role = _role(passage, mention, last, following)
            yield _Seen(mention.name, passage, role, mention.honorific, False)


def _role(passage, mention, last, following):
    text = passage.text
    if passage.language.startswith("zh"):
        run = titles.run_before_zh(text, mention.start)
        return run[-(mention.start - last) :] if mention.start > last else ""
    before = re.split(r"[.!?;“”\"]\s", text[max(last, mention.start - 110) : mention.start])[-1]
    after = re.split(
        r"(?<=[a-z]{3})[.!?](?:\s|$)|[;:“”\"]",
        text[mention.end : min(following, mention.end + 140)],
    )[0]
    return f"{before} {after}"


def _in_fields(reading):
    for mention in reading.people:
        person = mention.person
        for language in reading.languages:
            passage = reading.passage(mention.part, "name", language)
            if passage:
                role = " ".join(
                    filter(
                        None, (person.organisation.get(language), person.job_title.get(language))
                    )
                )
                honorific = person.honorific.get(language, "")
                yield _Seen(passage.text, passage, role, honorific, True)
    for figure in reading.document.figures():
        for row in figure.people:
            for language in reading.languages:
                passage = reading.passage(row.key, "name", language)
                if passage:
                    yield _Seen(passage.text, passage, "", "", True)


def _are_two(left, right):
    """Whether both names stand in one text or one list, or are of a man and of a woman."""
    if {one.passage.place for one in left} & {one.passage.place for one in right}:
        return True
    genders = [
        {"m" for one in group if one.honorific in _MALE}
        | {"f" for one in group if one.honorific in _FEMALE}
        for group in (left, right)
    ]
    return bool(genders[0] and genders[1] and not genders[0] & genders[1])


def _are_one(reading, people, left, right):
    persons = {id(p): p for one in (*left, *right) if (p := people.of(one.name))}
    if len(persons) == 1 and all(people.of(group[0].name) for group in (left, right)):
        return True  # the other language or the record says so
    language = right[0].passage.language
    if _roles_agree(reading, left, right):
        return True
    introduced = [any(_is_introduced(one) for one in group) for group in (left, right)]
    if (
        all(introduced)
        or len(form(left[0].name)) != len(form(right[0].name))
        and not is_latin(left[0].name)
    ):
        return False
    if any(introduced):
        return _is_rare(left[0].name, right[0].name)
    return _counterparts_agree(reading, people, left, right, language)


def _is_introduced(one):
    language = one.passage.language
    return titles.has_title(one.role, language) or titles.is_private(one.role, language)


def _is_rare(one, other):
    """Whether two people can hardly be called so: three characters, or a Latin name with a part of its own."""
    return (
        len(one) >= 3
        if not is_latin(one)
        else any(len(t) >= 4 for t in set(tokens(one)) & set(tokens(other))) or len(tokens(one)) > 2
    )


def _roles_agree(reading, left, right):
    """Whether a title or an organisation stands beside both."""
    known = organisations_of(reading)
    for one in left:
        for other in right:
            language = one.passage.language
            if language != other.passage.language or not (one.role and other.role):
                continue
            if not (_is_introduced(one) and _is_introduced(other)):
                continue
            shared = [
                name
                for name in known.names(language)
                if stands_in(name, one.role) and stands_in(name, other.role)
            ]
            roles = [_without(each.role, known.names(language)) for each in (one, other)]
            if _same_title(*roles, language) and (
                shared or not _names_one(known, one, other, language)
            ):
                return True
    return False


def _without(role, names):
    for name in names:
        role = role.replace(name, " ")
    return role


def _names_one(known, one, other, language):
    """Whether both roles name an organisation, and so different ones."""
    return known.in_text(one.role, language) and known.in_text(other.role, language)


def _same_title(one, other, language):
    if language.startswith("zh"):
        left, right = (_posts_zh(role) for role in (one, other))
        return any(a.endswith(b) or b.endswith(a) for a in left for b in right)
    words = [
        {word for word in re.findall(r"[a-z][a-z\-]+", role.lower()) if word in titles.HEADS_EN}
        for role in (one, other)
    ]
    return bool(words[0] & words[1])


def _posts_zh(role):
    """The posts in a run before a name: 「兒科部門主管、顧問醫生」."""
    role = re.sub(r"^[（(][^（）()]*[）)]", "", role.strip())
    posts = [post.strip() for post in re.split(r"[由及和與、的兼]", role)]
    # What a run ends in stands beside the name, title or none.
    return [post for post in posts[:-1] if titles.has_title(post, "zh")] + list(
        filter(None, posts[-1:])
    )


def _counterparts_agree(reading, people, left, right, language):
    """Whether the passages in the other language name one and the same person in both places."""
    other = "en" if language.startswith("zh") else "zh-hant"
    named: list[set[int]] = []
    for group in (left, right):
        persons: set[int] = set()
        for one in group:
            passage = reading.passage(*one.passage.place[:2], other)
            if passage:
                persons |= {id(m.person) for m in people.mentions(passage.text, other) if m.person}
        named.append(persons)
    return len(named[0] | named[1]) == 1 and bool(named[0] & named[1])


def _short_slips(reading, people, seen, found):
    """“Dr Sorriot” where only Pascal Soriot is ever named."""
    every = {part for one in seen if is_latin(one.name) for part in _parts(one.name)}
    slips: list[Slip] = []
    for passage in reading.passages:
        if passage.kind not in _PROSE or passage.language != "en":
            continue
        shorts = [(m.name, m.honorific) for m in people.mentions(passage.text, "en") if m.is_short]
        shorts += [(match[1], "") for match in _SPEAKS.finditer(passage.text)]
        for short, honorific in shorts:
            word = short.casefold()
            if word in every or any(short == slip.name for slip in (*slips, *found)):
                continue
            meant = {
                form(one.name): one
                for one in seen
                if is_latin(one.name)
                and any(near_words(word, part) for part in _parts(one.name))
                and (not honorific or not one.honorific or _alike(honorific, one.honorific))
            }
            if len(meant) == 1 and (honorific or len(word) >= 5):
                one = next(iter(meant.values()))
                slips.append(Slip(short, one.name, passage, [one.passage]))
    return slips


def _parts(name: str) -> set[str]:
    """What a Latin name may be shortened to: each part of it, one with a hyphen whole too."""
    return {*tokens(name), *name.casefold().split()}


def _alike(one: str, other: str) -> bool:
    same = {"prof": "professor", "miss": "ms", "mrs": "ms"}
    left, right = (same.get(h.lower().rstrip("."), h.lower().rstrip(".")) for h in (one, other))
    return left == right
