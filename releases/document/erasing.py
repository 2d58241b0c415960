"""A document without one person: the only definition of what goes and what stays.

A name in running words becomes a mark. What is about the person goes: the name, honorific, job title
and record of a speaker, signatory or witness, a media contact whole, and a figure whose people or alt
text name the person, for a portrait is personal too (docs/decisions/0021). A caption may name who is
not in the picture: then the picture stays, and is told of.
"""

import html
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec
from django.utils.translation import gettext as _

from releases import rich_text

from . import schema
from .naming import MARKS, Names

REPLACED, LEFT_OUT, STAYS = "replaced", "left out", "stays"

_MADE_OF_NAMES = ("slug", "key", "record", "quote", "website")
_LANGUAGES = frozenset(schema.LANGUAGES)
# An inline tag vanishes between two letters; <br> is white space; a paragraph ends a name.
_INLINE = ("strong", "em", "sub", "sup", "a")
_END_OF_WORDS = "\uffff"


@dataclass(frozen=True)
class Sought:
    """Who is to be erased: names in every spelling, and what else stands for the person: the keys of
    their records (of ``people`` and of media ``contacts``) and the SHA-256 of ``pictures`` of them."""

    names: Names
    people: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()


class Place(NamedTuple):
    """Where the person stood (``body[2].html.en``), in which words, and what was done about it: one
    of REPLACED, LEFT_OUT and STAYS: a key or an address that is made of the name, or a picture whose
    caption named the person."""

    path: str
    words: str
    done: str


@dataclass
class Erased:
    """A document without the person, what was found in it, the pictures that were left out, and by
    which other names it knows them."""

    document: schema.Document
    places: list[Place] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)
    other_names: set[str] = field(default_factory=set)

    @property
    def is_changed(self) -> bool:
        return any(place.done != STAYS for place in self.places)


def without_person(document: schema.Document, sought: Sought) -> Erased:
    """Return the document without the person; one that does not hold them is the same value.

    Afterwards no name stands anywhere in it but in keys and the slug, which are reported.
    """
    erased = Erased(document)
    erasing = _Erasing(sought, erased)
    plain = erasing.value(schema.to_json(document), "")
    if erased.is_changed:
        erasing.drop_lost_quotes(plain)
        erased.document = msgspec.convert(plain, schema.Document)
    return erased


def scrubbed(value: Any, names: Names, mark: str | None = None) -> Any:
    """Return any JSON value with a mark for every name in its words, without addresses that hold one.

    An address in a list goes with its entry. For values that are no document; the same value where
    nothing was found.
    """
    match value:
        case str():
            return names.replaced(value, mark)
        case dict():
            return {
                key: scrubbed(inner, names, MARKS.get(key, mark)) for key, inner in value.items()
            }
        case list():
            return [scrubbed(v, names, mark) for v in value if not _is_address_of(v, names)]
    return value


def _is_address_of(value, names):
    values = value.values() if isinstance(value, dict) else [value]
    return any(
        isinstance(each, str) and ("@" in each or "://" in each) and names.are_in_address(each)
        for each in values
    )


class _Erasing:
    def __init__(self, sought, erased):
        self.sought, self.names, self.erased = sought, sought.names, erased
        self.lost_quotes = set()

    def note(self, path, words, done):
        self.erased.places.append(Place(path.removeprefix("."), words, done))

    def value(self, value, path, name=""):
        match value:
            case {"honorific": _, "job_title": _} if self.is_person(value, self.sought.people):
                self.note(path, self.known_as(value), LEFT_OUT)
                gone = {"record": None, "name": {}, "honorific": {}, "job_title": {}}
                return {
                    **value,
                    **gone,
                    "organisation": self.text(value["organisation"], f"{path}.organisation"),
                }
            case dict() if value and _LANGUAGES.issuperset(value):
                return self.text(value, path, is_html=name == "html")
            case dict():
                return {key: self.value(v, f"{path}.{key}", key) for key, v in value.items()}
            case list():
                items = ((item, f"{path}[{number}]") for number, item in enumerate(value))
                return [self.value(i, at, name) for i, at in items if not self.goes(i, at, name)]
            case str():
                return self.string(value, path, name)
        return value

    def goes(self, item, path, name):
        """Whether an entry of a list is left out whole."""
        match item:
            case {"kind": "figure"} if self.shows_person(item):
                self.note(path, _caption(item, self.names), LEFT_OUT)
                self.erased.pictures |= {p["sha256"] for p in [item["picture"]] if p}
                self.lost_quotes |= {item["quote"]} - {None}
                return True
            case {"kind": "figure", "picture": {"sha256": sha256}}:
                if any(map(self.names.are_in, item["caption"].values())):
                    picture = f"{path}: {_('picture %s, by its caption') % sha256[:8]}"
                    self.note(picture, _caption(item, self.names), STAYS)
            case {"phones": _} if self.is_person(item, self.sought.contacts):
                self.note(path, self.known_as(item), LEFT_OUT)
                return True
            case str() if name == "emails" and self.names.are_in_address(item):
                self.note(path, item, LEFT_OUT)
                return True
        return False

    def shows_person(self, figure):
        if figure["picture"] and figure["picture"]["sha256"] in self.sought.pictures:
            return True
        # Of each person: their other names are noted.
        people = [self.is_person(p, self.sought.people) for p in figure["people"]]
        return any(people) or any(map(self.names.are_in, figure["alt_text"].values()))

    def is_person(self, value, records):
        names = value["name"].values()
        if value["record"] not in records and not any(map(self.names.are_in, names)):
            return False
        self.erased.other_names |= {name for name in names if not self.names.are_in(name)}
        return True

    def known_as(self, value):
        return next(iter(value["name"].values()), value["record"] or "")

    def text(self, text, path, *, is_html=False):
        replaced = self.html if is_html else self.names.replaced
        found = {}
        for language, words in text.items():
            found[language] = replaced(words, MARKS[language])
            if found[language] != words:
                plain = rich_text.to_plain(words) if is_html else words
                self.note(f"{path}.{language}", self.names.excerpt(plain), REPLACED)
        return found

    def string(self, value, path, name):
        language = {"traditional": "zh-hant", "simplified": "zh-hans"}.get(name)
        if language:
            return self.text({language: value}, path)[language]
        if name not in _MADE_OF_NAMES or not self.names.are_in_address(value):
            return value
        if name == "website":
            self.note(path, value, LEFT_OUT)
            return ""
        self.note(path, value, STAYS)
        return value

    def html(self, fragment, mark):
        """Replace names in clean HTML, across inline tags and in what a link leads to."""
        pieces = self.without_links(rich_text.TAG.split(fragment))
        read = [_read(piece, is_tag=index % 2) for index, piece in enumerate(pieces)]
        spans = self.names.spans("".join(read))
        if not spans and "".join(pieces) == fragment:
            return fragment
        written, start = [], 0
        for index, words in enumerate(read):
            if index % 2:
                written.append(pieces[index])
            else:
                written.append(rich_text.escaped(_cut(words, start, spans, mark)))
            start += len(words)
        return rich_text.clean(rich_text.without_empty_marks("".join(written)))

    def without_links(self, pieces):
        """The pieces without the tags of links whose address, or title, is made of a name."""
        is_open = True
        for index in range(1, len(pieces), 2):
            tag = pieces[index]
            if tag.startswith("<a "):
                is_open = not self.names.are_in_address(html.unescape(tag))
            if not is_open and tag.startswith(("<a ", "</a>")):
                pieces[index] = ""
        return pieces

    def drop_lost_quotes(self, plain):
        """A quote that stood only in the caption of a figure goes with it."""
        blocks = (*plain["body"], *plain["notes_to_editors"])
        lost = self.lost_quotes - {block.get("quote") for block in blocks}
        kept = [quote for quote in plain["caption_quotes"] if quote["key"] not in lost]
        plain["caption_quotes"] = kept


def _caption(figure, names):
    words = [*figure["caption"].values(), *figure["alt_text"].values(), ""]
    return names.excerpt(next(filter(names.are_in, words), words[0]), 40)


def _read(piece, *, is_tag):
    if not is_tag:
        return html.unescape(piece)
    name = piece.strip("</>").split(" ")[0]
    if name in _INLINE or not piece:
        return ""
    return "\n" if name == "br" else _END_OF_WORDS


def _cut(words, start, spans, mark):
    """A piece of a text without what the spans cover; the mark where one begins."""
    end = start + len(words)
    kept, at = [], start
    for first, last in spans:
        if last > start and first < end:
            kept.append(words[at - start : max(first, start) - start])
            kept += [mark] if first >= start else []
            at = min(last, end)
    return "".join([*kept, words[at - start :]])
