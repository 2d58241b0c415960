"""Both languages name the same: people, organisations, and terms as the glossary has them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, check
from ..people import glossary, standins
from ..people.ceremony import SIGNED, WITNESSED
from ..people.names import NAME_EN, People
from ..people.organisations import TOGETHER, organisations_of
from ..people.parties import Parties
from ..people.words import HAN, SURNAMES
from ..reading import Passage

_READ = {"headline", "sub_headline", "key_point", "text", "subheading", "quote", "caption"}
_LINES = {"headline", "sub_headline", "subheading"}
_PRONOUN = {
    "zh-hant": re.compile(r"他(?![們们國国人日方們])|她(?!們)|(?:^|[，。；])其(?![中他餘实實次])"),
    "en": re.compile(r"\b(?:he|she|his|her|him|herself|himself)\b", re.IGNORECASE),
}

# What is said in quotation marks is about others.
_SPOKEN = re.compile(r"「[^「」]*」|“[^“”]*”|\"[^\"]*\"")


class _Naming(NamedTuple):
    """One thing that can be named in both languages, and how it is called in each."""

    called: dict[str, str]
    in_full: dict[str, list[bool]]
    """By language, whether the passage of a pair names it in full."""
    at_all: dict[str, list[bool]]
    spoken_of: dict[str, bool]
    """By language, whether any text of the release names it."""
    referred: dict[str, list[bool]]
    """By language, whether a passage may speak of it by another word (she, the company)."""
    together: dict[str, list[bool]] = {}
    """By language, whether a passage may speak of it and others together (both companies)."""
    formal: dict[str, list[bool]] = {}
    """By language, whether a passage gives its whole name, which no pronoun stands for."""


@check(
    "languages.people",
    WARNING,
    title=gettext_lazy("Person named in one language only"),
    hint=gettext_lazy("Name the person in both languages, or in neither."),
)
def people_in_both(reading):
    """Somebody whose name is known in both languages is introduced in one of them and left out of the other:
    of the same passage, where a name in full, a surname and “she” would all do, or of the whole text. “A
    patient” stands for nobody, however the name is known. Who is in a picture is compared with its
    caption by people.captions, who signed or witnessed by signing.signatories and signing.witnesses.
    """
    pairs = _pairs(reading)
    people = People(reading)
    for contact in reading.document.media_contacts:
        people.add(contact.record, contact.name)
    for term in reading.standing.terms:
        if term.kind == "person":
            people.add(None, {"zh-hant": term.zh_hant, "en": term.en})
    # What people.captions and signing.* compare with what it should say.
    compared = {figure.key for figure in reading.document.figures() if figure.people}
    for role in (SIGNED, WITNESSED):
        compared |= Parties(reading, role).disagreeing()
    namings = [
        _person_naming(reading, people, pairs, person, compared)
        for person in people.persons
        if all(person.names.get(code) for code in ("zh-hant", "en"))
    ]
    messages = {
        "zh-hant": _("Named here and not in English: %(names)s."),
        "en": _("Named here and not in Chinese: %(names)s."),
    }
    found = list(_found(pairs, namings, messages))
    yield from found
    yield from _unknown(people, pairs, compared | {each.place.part for each in found}, messages)


def _unknown(people, pairs, left_out, messages) -> Iterator:
    """Somebody whose name is not known in both languages: one passage has it, the other has “a patient”."""
    for pair in pairs:
        if pair[0].place.part in left_out:
            continue
        for here, there in (pair, pair[::-1]):
            mentions = people.mentions(here.text, here.language)
            named = [m for m in mentions if m.honorific and not m.is_short and m.person is None]
            text = _SPOKEN.sub(" ", there.text)
            place = standins.somebody(text, there.language)
            if (
                len(named) == 1
                and place is not None
                and standins.somebody(_SPOKEN.sub(" ", here.text), here.language) is None
                and not people.mentions(there.text, there.language)
                and not _may_name(text[place:], there.language)
            ):
                message = messages[here.language] % {"names": named[0].name}
                yield here.found(named[0].name, message, there)
                break


def _may_name(text, language) -> bool:
    """Whether a name without an honorific may stand beside “a chef”."""
    if language.startswith("zh"):
        return bool(_NAMED_ZH.search(text[:30]))
    return bool(re.search(rf"(?<!^)\b{NAME_EN}", text[2:80]))


_NAMED_ZH = re.compile(rf"[{''.join(SURNAMES)}][{HAN}]{{1,2}}[（(表說指認，]|[A-Z]")


def _person_naming(reading, people, pairs, person, compared):
    in_full, at_all, referred = {}, {}, {}
    for side, code in enumerate(("zh-hant", "en")):
        passages = [pair[side] for pair in pairs]
        mentions = [people.mentions(p.text, code) for p in passages]
        in_full[code] = [
            any(m.person is person and not m.is_short for m in each)
            and passage.place.part not in compared
            for passage, each in zip(passages, mentions, strict=True)
        ]
        at_all[code] = [people.names_somebody(p.text, person, code) for p in passages]
        referred[code] = [_has_pronoun(_SPOKEN.sub(" ", p.text), code) for p in passages]
    spoken_of = {
        code: any(people.names_somebody(p.text, person, code) for p in reading.prose(code))
        for code in ("zh-hant", "en")
    }
    called = {code: person.called(code) for code in ("zh-hant", "en")}
    return _Naming(called, in_full, at_all, spoken_of, referred)


def _has_pronoun(text, code) -> bool:
    """Whether a pronoun may stand for a name: not where it stands for “a patient” before it."""
    place = standins.somebody(text, code)
    return bool(_PRONOUN[code].search(text if place is None else text[:place]))


@check(
    "languages.organisations",
    WARNING,
    title=gettext_lazy("Organisation named in one language only"),
    hint=gettext_lazy("Name the organisation in both languages, or in neither."),
)
def organisations_in_both(reading):
    """An organisation whose name is known in both languages is named in one of them and left out of the
    other: of the same passage, where a short name and “the company” would do and “a company” does not, or
    of the whole text.
    """
    pairs = _pairs(reading)
    known = organisations_of(reading, with_terms=True)
    namings = []
    texts = {
        code: [pair[side].text for pair in pairs] for side, code in enumerate(("zh-hant", "en"))
    }
    # “A bank” is none of those that are named.
    named_by_none = {code: _stand_ins(known, texts, code) for code in texts}
    for group in known.groups:
        if not (group.get("zh-hant") and group.get("en")):
            continue
        namings.append(
            _Naming(
                {code: group[code][0] for code in texts},
                {c: [known.is_named(group, t, c) for t in texts[c]] for c in texts},
                {c: [known.is_meant(group, t, c) for t in texts[c]] for c in texts},
                {c: any(known.is_meant(group, p.text, c) for p in reading.prose(c)) for c in texts},
                {
                    c: _unless(
                        named_by_none[c], (known.is_referred_to(group, t, c) for t in texts[c])
                    )
                    for c in texts
                },
                {
                    c: _unless(named_by_none[c], (bool(TOGETHER[c].search(t)) for t in texts[c]))
                    for c in texts
                },
                {c: [len(group[c][0]) > 5 and group[c][0] in t for t in texts[c]] for c in texts},
            )
        )
    messages = {
        "zh-hant": _("Named here and not in English: %(names)s."),
        "en": _("Named here and not in Chinese: %(names)s."),
    }
    yield from _found(pairs, namings, messages, known)


def _unless(excepted, values) -> list[bool]:
    return [value and not other for value, other in zip(values, excepted, strict=True)]


def _stand_ins(known, texts, code) -> list[bool]:
    """Whether each text has “a bank” where its counterpart has a name."""
    other = "en" if code == "zh-hant" else "zh-hant"
    names = [*known.names(code), *known.names(other)]
    return [
        standins.stands_for_a_body(text, code, source, names)
        for text, source in zip(texts[code], texts[other], strict=True)
    ]


def _pairs(reading) -> list[tuple[Passage, Passage]]:
    return [pair for pair in reading.pairs if pair[0].kind in _READ]


def _found(pairs, namings, messages, known=None) -> Iterator:
    """One finding for each pair of passages that does not name the same."""
    nowhere: set[tuple[int, str]] = set()
    for index, pair in enumerate(pairs):
        missing: dict[str, list[tuple[_Naming, str]]] = {"zh-hant": [], "en": []}
        for side, (code, other) in enumerate((("zh-hant", "en"), ("en", "zh-hant"))):
            for naming in namings:
                if not naming.in_full[code][index] or naming.at_all[other][index]:
                    continue
                if not naming.spoken_of[other]:
                    if (id(naming), code) in nowhere:
                        continue
                    nowhere.add((id(naming), code))
                elif not _is_left_out(naming, namings, index, code, other, pair[side].kind):
                    continue
                missing[code].append((naming, _excerpt(naming, pair[side], code, known)))
        # Where both name somebody else, it is said once, of the translation.
        for side, code in ((1, "en"), (0, "zh-hant")):
            if missing[code]:
                names = [excerpt for _naming, excerpt in missing[code]]
                message = messages[code] % {"names": _(", ").join(names)}
                yield pair[side].found(names[0], message, pair[1 - side])
                break


def _is_left_out(naming, namings, index, code, other, kind) -> bool:
    """Whether a passage should name what its counterpart names, though the text does elsewhere."""
    in_list = any(
        each is not naming and each.in_full[code][index] and each.at_all[other][index]
        for each in namings
    )
    referred = naming.referred
    if in_list and naming.formal and naming.formal[code][index]:
        referred = naming.together
    if referred[other][index] or (kind in _LINES and not in_list):
        return False
    # Moved to the passage before or after.
    for place in (index - 1, index + 1):
        is_pair = 0 <= place < len(naming.at_all[other])
        if is_pair and naming.at_all[other][place] and not naming.at_all[code][place]:
            return False
    return True


def _excerpt(naming, passage, code, known):
    if known is not None:
        group = next(g for g in known.groups if g.get(code, [""])[0] == naming.called[code])
        return next(
            (n for n in sorted(group[code], key=len, reverse=True) if n in passage.text), ""
        )
    name = naming.called[code]
    if name in passage.text:
        return name
    found = re.search(re.escape(name).replace(r"\ ", r"[\s,]+"), passage.text, re.IGNORECASE)
    return found.group() if found else ""


@check(
    "languages.terms",
    WARNING,
    title=gettext_lazy("Term translated otherwise than in the glossary"),
    hint=gettext_lazy("Use the term of the glossary, or correct the glossary."),
)
def terms(reading):
    """A term of the glossary stands in one language of a passage and what the glossary calls it in the other
    does not: the longest term first, in any inflection, each once. An abbreviation will do, and a short
    form of what the release has in full; so will leaving out a word that it translates rightly elsewhere
    four times.
    """
    entries = [(t.zh_hant, t.en) for t in reading.standing.terms if t.kind == "term"]
    if not entries:
        return
    pairs = [pair for pair in reading.pairs if pair[0].kind in {*_READ, "boilerplate"}]
    for slip in glossary.slips(entries, pairs):
        here, there = (slip.pair[slip.side], slip.pair[1 - slip.side])
        messages = {
            "zh-hant": _("“%(source)s” stands here; the English does not say “%(target)s”."),
            "en": _("“%(source)s” stands here; the Chinese does not say “%(target)s”."),
        }
        message = messages[here.language] % {"source": slip.excerpt, "target": slip.target}
        yield here.found(slip.excerpt, message, there)
