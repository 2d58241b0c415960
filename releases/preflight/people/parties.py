"""Who signed, or who witnessed it, by the text, by the captions and by the list of a release.

For captions and lists the languages are read together: somebody who is named in one of them is
named. What one language of a text leaves out is compared with the other language of the same text.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..reading import Passage
from .alike import form, is_latin, near
from .ceremony import WITNESSED, said, speaks_of_witnesses
from .names import Mention, People

_TEXT = {"headline", "sub_headline", "key_point", "text", "quote"}


class OneLanguage(NamedTuple):
    """``missing`` are named in ``counterpart`` and not in ``passage``, where ``strangers`` may stand instead."""

    passage: Passage
    strangers: list[Mention]
    counterpart: Passage
    missing: list[Mention]


class Parties:
    """The people of one role, “signatory” or “witness”. ``texts`` are the passages that name them."""

    def __init__(self, reading, role: str):
        self._reading = reading
        self._people = People(reading)
        self._role = role
        in_text = self._said(_TEXT)
        self._said_in = {passage.place: each for passage, each in in_text}
        self._in_text = [(passage, each.of(role)) for passage, each in in_text]
        self._in_captions = [(p, each.of(role)) for p, each in self._said({"caption"})]
        self._is_whole = all(each.is_whole(role) for _passage, each in in_text)
        self._unclear = [mention for pair in in_text for mention in self._without_role(*pair)]
        self._listed = [(m.person, m.part) for m in reading.people if m.role == role]
        # A newsroom that keeps neither list contradicts nobody.
        self._has_lists = bool(reading.document.signatories or reading.document.witnesses)
        self.texts = [passage for passage, _mentions in self._in_text]

    def only_in_captions(self) -> list[tuple[Passage, list[Mention]]]:
        """Captions that name more than the text does, or the list where the text is silent; each figure once."""
        base = self._names_in_text() if self._in_text else self._names_in_list()
        if not base or not self._is_whole:
            return []
        languages = {passage.language for passage in self.texts} or set(self._reading.languages)
        # Whom a text leaves out in one language, its captions name: that is said of the text.
        languages -= {one.passage.language for one in self.only_in_one_language()}
        found: dict[str, tuple[Passage, list[Mention]]] = {}
        for passage, mentions in self._in_captions:
            missing = [
                mention
                for mention in mentions
                # A name that the document does not know can be compared in its own language only.
                if not _among(mention, base)
                and (_is_in_both(mention) or passage.language in languages)
                and not self._stands_without_role(mention)
            ]
            if missing:
                found.setdefault(passage.place.part, (passage, missing))
        return list(found.values())

    def only_in_text(self) -> list[tuple[Passage, list[Mention]]]:
        """The first text that names somebody who is not in the list."""
        if not self._has_lists:
            return []
        names = self._names_in_list()
        for passage, mentions in self._in_text:
            missing = [
                m for m in mentions if not _among(m, names) and self._may_be_listed(m, passage)
            ]
            if missing:
                return [(passage, missing)]
        return []

    def _may_be_listed(self, mention, passage) -> bool:
        """Whether the list can be compared: every row has a name in a language that this one is known in."""
        known = {passage.language, *(mention.person.names if mention.person else ())}
        return any(all(code in person.name for person, _part in self._listed) for code in known)

    def _stands_without_role(self, mention) -> bool:
        """Whether a text about the signing has a name of which nothing could be read."""
        return any(
            mention.name in passage.text
            and not any(_same(mention.name, m.name) for m in (*each.signed, *each.witnessed))
            for passage in self.texts
            if (each := said(self._people, passage.text, passage.language))
        )

    def only_in_list(self) -> Iterator[Passage]:
        """The names in the list that neither the text, which names others, nor a caption has."""
        if not self._in_text or not self._is_whole:
            return
        in_captions = [mention for _passage, mentions in self._in_captions for mention in mentions]
        names = [*self._names_in_text(), *self._names_of(in_captions)]
        languages = dict.fromkeys(passage.language for passage in self.texts)
        for person, part in self._listed:
            if any(_same(name, other) for name in person.name.values() for other in names):
                continue
            places = [self._reading.passage(part, "name", language) for language in languages]
            yield from list(filter(None, places))[:1]

    def only_in_one_language(self) -> list[OneLanguage]:
        """Texts whose counterpart in the other language says of more people that they signed."""
        found = []
        for pair in self._reading.pairs:
            for here, there in (pair[::-1], pair):
                said_there = self._said_in.get(there.place)
                if here.kind not in _TEXT or said_there is None or not self._tells_all(here):
                    continue
                named = said_there.of(self._role)
                missing = [m for m in named if self._is_left_out(m, here)]
                if not missing and self._are_all_left_out(here):
                    missing = [m for m in named if not m.is_short]
                if missing:
                    strangers = self._strangers(here, said_there)
                    found.append(OneLanguage(here, strangers, there, missing))
                    break
        return found

    def disagreeing(self) -> set[str]:
        """The keys of texts and captions of which it is found that they disagree."""
        in_text = self.only_in_text()
        found = [p for p, _mentions in (*self.only_in_captions(), *in_text)]
        found += [] if in_text else [one.passage for one in self.only_in_one_language()]
        return {passage.place.part for passage in found}

    def _tells_all(self, passage) -> bool:
        """Whether a text is about the signing, and does not say that there were others too."""
        each = said(self._people, passage.text, passage.language)
        return bool(each.signed or each.witnessed) and each.is_whole(self._role)

    def _is_left_out(self, mention, passage) -> bool:
        person, language = mention.person, passage.language
        # A Latin name in Chinese is the same in English.
        is_same = language == "en" and is_latin(mention.name)
        is_known = person and (person.names.get(language) or is_same)
        if mention.is_short or not is_known:
            return False
        return not any(
            self._people.names_somebody(other.text, person, language)
            for other in self._reading.passages
            if other.language == language
            and other.kind in _TEXT
            and (other is passage or other.place in self._said_in)
        )

    def _are_all_left_out(self, passage) -> bool:
        """Whether a text, and all in its language, says who signed and nothing of witnesses."""
        return self._role == WITNESSED and not any(
            speaks_of_witnesses(other.text)
            for other in self._reading.passages
            if other.language == passage.language and other.kind in _TEXT
        )

    def _strangers(self, passage, counterpart):
        """Those of a text whom its counterpart may not name: who has come in the place of another."""
        each = self._said_in.get(passage.place)
        named = {id(m.person) for m in counterpart.of(self._role) if m.person}
        return [
            m
            for m in (each.of(self._role) if each else [])
            if m.person is None or id(m.person) not in named
        ]

    def _said(self, kinds):
        found = [
            (passage, said(self._people, passage.text, passage.language))
            for passage in self._reading.passages
            if passage.kind in kinds
        ]
        return [(passage, each) for passage, each in found if each.of(self._role)]

    def _without_role(self, passage, each):
        """Those whom a text about the signing names without a part that could be read."""
        names = {mention.name for mention in (*each.signed, *each.witnessed)}
        mentions = self._people.mentions(passage.text, passage.language)
        return [m for m in mentions if m.name not in names]

    def _names_in_text(self):
        named = [mention for _passage, mentions in self._in_text for mention in mentions]
        return self._names_of([*named, *self._unclear])

    def _names_of(self, mentions):
        names = [mention.name for mention in mentions]
        return names + [n for m in mentions if m.person for n in m.person.all_names()]

    def _names_in_list(self):
        names = [name for person, _part in self._listed for name in person.name.values()]
        known = [person for name in names if (person := self._people.of(name))]
        return names + [name for person in known for name in person.all_names()]


def _is_in_both(mention: Mention) -> bool:
    """Whether the document knows what somebody is called in both languages."""
    return bool(mention.person) and len(mention.person.names) > 1


def _among(mention: Mention, names: list[str]) -> bool:
    if mention.is_short and not mention.person:
        return True
    own = [mention.name, *(mention.person.all_names() if mention.person else ())]
    return any(_same(name, other) for name in own for other in names)


def _same(name: str, other: str) -> bool:
    """Names that are a slip apart are one here: people.names finds that."""
    return form(name) == form(other) or near(name, other) or _is_longer(name, other)


def _is_longer(name: str, other: str) -> bool:
    """Whether one Latin name is the other with more parts (Alan Kwong, Alan Kwong Wai-lun)."""
    one, two = set(form(name).split()), set(form(other).split())
    return min(len(one), len(two)) > 1 and (one <= two or two <= one)
