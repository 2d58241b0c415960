"""Diff: what changed between two documents, as an editor would say it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import LCSseq

from releases import rich_text
from releases.languages import OWN_NAMES

from . import schema

Json = Any
Kind = Literal["changed", "added", "removed", "moved"]

# What lists of parts there are; the blocks of all regions are one sequence.
LISTS = (
    "key_points",
    "organisations",
    "topics",
    "body",
    "notes_to_editors",
    "caption_quotes",
    "signatories",
    "witnesses",
    "boilerplates",
    "media_contacts",
    "simplified_passages",
)
REGIONS = ("body", "notes_to_editors", "caption_quotes")
KIND_OF_LIST = {
    "key_points": "key_point",
    "organisations": "organisation",
    "topics": "topic",
    "signatories": "signatory",
    "witnesses": "witness",
    "boilerplates": "boilerplate",
    "media_contacts": "media_contact",
    "simplified_passages": "simplified_passage",
}


@dataclass(frozen=True)
class Change:
    """One thing that changed. ``part`` is the key of a part, empty for the release's own fields.

    ``changed`` names a field, dotted where it stands deeper (``speaker.name``), and a language where
    it has words; ``before`` and ``after`` are its values as JSON, None where there was none. Of a
    part that was added, removed or moved they are the whole part.
    """

    kind: Kind
    part: str
    part_kind: str
    field: str = ""
    language: str = ""
    before: Json = None
    after: Json = None

    @property
    def label(self) -> str:
        """“Quote · Job title (English)” in the reader's language."""
        return label_of(self.part_kind, self.field, self.language)

    @property
    def words(self) -> str:
        """What a part that was added, removed or moved is known by."""
        return first_words(self.after or self.before)

    @property
    def is_words(self) -> bool:
        return self.kind == "changed" and all(
            value is None or isinstance(value, str) for value in (self.before, self.after)
        )

    @property
    def is_formatting(self) -> bool:
        """Whether the words are the same and only how they are set changed."""
        return self.field == "html" and all(piece.kind == "same" for piece in self.pieces)

    @property
    def before_shown(self) -> str:
        return shown(self.before)

    @property
    def after_shown(self) -> str:
        return shown(self.after)

    @property
    def pieces(self) -> list["Piece"]:
        """The words before and after, compared."""
        return compared(self.before or "", self.after or "", is_html=self.field == "html")


def changes(before: schema.Document, after: schema.Document) -> list[Change]:
    """Return what changed, in the order of print of ``after``; what was removed stands where it stood.

    Parts are matched by their keys. As few parts as can be are called moved.
    """
    old, new = parts_by_key(before), parts_by_key(after)
    found = list(_changed("", "release", own_fields(before), own_fields(after)))
    moved = set()
    for name in {sequence_of(place) for place, _part in (*old.values(), *new.values())}:
        moved |= moved_keys(keys_in(old, name), keys_in(new, name))
    moved |= {key for key in old.keys() & new.keys() if old[key][0] != new[key][0]}
    for key in _woven(list(old), list(new)):
        place, part = new.get(key) or old[key]
        kind = kind_in(place, part)
        if key not in old:
            found.append(Change("added", key, kind, after=part))
        elif key not in new:
            found.append(Change("removed", key, kind, before=part))
        else:
            was, now = old[key][1], new[key][1]
            if key in moved:
                found.append(Change("moved", key, kind, before=was, after=now))
            found += _changed(key, kind, was, now)
    return found


def summary(found: Sequence[Change]) -> str:
    """“Headline, 2 paragraphs, 1 quote, 1 moved” in the reader's language; empty where nothing changed."""
    said = counted((c.part_kind, c.part, c.field) for c in found if c.kind != "moved")
    moved = sum(change.kind == "moved" for change in found)
    if moved:
        said.append(ngettext("%(count)d moved", "%(count)d moved", moved) % {"count": moved})
    return capfirst(gettext(", ").join(said))


def counted(places: Iterable[tuple[str, str, str]]) -> list[str]:
    """What places are, by kind of part, key and field: the release's own fields named, parts counted."""
    fields, parts = {}, {}
    for kind, part, field in places:
        if kind == "release":
            fields[str(FIELD_NAMES.get(field.partition(".")[0], field))] = True
        else:
            parts.setdefault(kind, set()).add(part)
    return [
        *fields,
        *(
            str(name % {"count": len(parts[kind])})
            for kind, name in COUNTED.items()
            if kind in parts
        ),
    ]


# Documents as JSON


def own_fields(document):
    """The release's own fields."""
    value = schema.to_json(document)
    return {name: inner for name, inner in value.items() if name not in (*LISTS, "schema")}


def parts_by_key(document) -> dict[str, tuple[str, Json]]:
    """Every part by its key, in the order of print: the list it stands in, and the part as JSON."""
    value = schema.to_json(document)
    found = {}
    for name in LISTS:
        for part in value.get(name, ()):
            people = part.pop("people", ())
            found[part["key"]] = (name, part)
            for person in people:
                found[person["key"]] = (f"people of {part['key']}", person)
    return found


def sequence_of(place):
    return "blocks" if place in REGIONS else place


def keys_in(parts, sequence):
    return [key for key, (place, _part) in parts.items() if sequence_of(place) == sequence]


def kind_in(place, part):
    if place.startswith("people of "):
        return "person_in_picture"
    return KIND_OF_LIST.get(place) or part["kind"]


def _woven(old, new):
    """All keys in the new order, each that is gone behind what stood before it."""
    gone = set(old) - set(new)
    behind = {}
    last = None
    for key in old:
        if key in gone:
            behind.setdefault(last, []).append(key)
        else:
            last = key
    order = [*behind.get(None, ())]
    for key in new:
        order += [key, *behind.get(key, ())]
    return order


def moved_keys(old, new):
    """The fewest keys that must move to make one order of the other (by the longest common order)."""
    places = {key: number for number, key in enumerate(old)}
    common = [key for key in new if key in places]
    tails, ends, before = [], [], {}
    for key in common:
        number = places[key]
        at = bisect_left(tails, number)
        before[key] = ends[at - 1] if at else None
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [key]
    stay, key = set(), ends[-1] if ends else None
    while key is not None:
        stay.add(key)
        key = before[key]
    return set(common) - stay


def _changed(part, kind, was, now) -> Iterator[Change]:
    was, now = dict(_leaves(was)), dict(_leaves(now))
    for field in dict.fromkeys([*now, *was]):
        before, after = was.get(field), now.get(field)
        if before != after:
            name, _dot, language = field.rpartition(".")
            if language not in schema.LANGUAGES:
                name, language = field, ""
            yield Change("changed", part, kind, name, language, before, after)


def _leaves(value, name="") -> Iterator[tuple[str, Json]]:
    for key, inner in value.items():
        if isinstance(inner, dict) and key != "picture" and key != "logo":
            yield from _leaves(inner, f"{name}{key}.")
        elif key not in ("key", "kind"):
            yield f"{name}{key}", inner


def label_of(kind: str, field: str, language: str) -> str:
    """“Quote · Job title (English)” in the reader's language."""
    names = [] if kind == "release" else [capfirst(str(PART_NAMES[kind]))]
    if field and not (names and field in ("html", "text", "words", "printed")):  # its own words
        names.append(capfirst(str(FIELD_NAMES.get(field.rpartition(".")[2], field))))
    label = " · ".join(names)
    return f"{label} ({OWN_NAMES[language]})" if language else label


def shown(value: Json) -> str:
    """A value that is no words, in one line."""
    match value:
        case None | "" | []:
            return "–"
        case list():
            return ", ".join(shown(inner) for inner in value)
        case {"number": number, "extension": extension}:
            return f"{number} {extension}".strip()
        case {"sha256": sha256}:
            return sha256[:8]
    return str(value)


def first_words(part: Json) -> str:
    """What a part is known by: the first words in it."""
    for name in ("html", "words", "caption", "text", "name", "person", "organisation"):
        texts = part.get(name) or {}
        texts = texts.get("name", {}) if name == "person" else texts
        for language in schema.LANGUAGES:
            words = texts.get(language)
            if words:
                words = rich_text.to_plain(words) if name == "html" else words
                return words if len(words) <= 60 else f"{words[:59]}…"
    return ""


# Words


@dataclass(frozen=True)
class Piece:
    kind: Literal["same", "removed", "added"]
    words: str


# A Han character by itself, a number whole, a word of letters, a run of space, any other mark.
_TOKEN = re.compile(
    r"[㐀-鿿豈-﫿𠀀-𲎯]|\d+(?:[.,]\d+)*|[^\W\d_㐀-鿿豈-﫿𠀀-𲎯]+(?:['’-][^\W\d_㐀-鿿]+)*|\s+|.",
    re.S,
)


def compared(before: str, after: str, *, is_html: bool = False) -> list[Piece]:
    """Return two texts as one sequence of pieces: Chinese by character, other words by word.

    Equal words too short to be read between two changes belong to the change. HTML is compared as it
    is printed. Time grows with the length of what differs, squared, over 64.
    """
    if is_html:
        before, after = rich_text.to_plain(before), rich_text.to_plain(after)
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs = []  # removed, added, and the equal tokens after them
    for operation in LCSseq.opcodes(old, new):
        gone = old[operation.src_start : operation.src_end]
        come = new[operation.dest_start : operation.dest_end]
        if operation.tag == "equal":
            runs.append(([], [], gone)) if not runs else runs[-1][2].extend(gone)
        elif runs and not runs[-1][2]:
            runs[-1][0].extend(gone if operation.tag != "insert" else [])
            runs[-1][1].extend(come if operation.tag != "delete" else [])
        else:
            runs.append(
                (
                    gone if operation.tag != "insert" else [],
                    come if operation.tag != "delete" else [],
                    [],
                )
            )
    return list(_pieces(_readable(runs)))


def _readable(runs):
    """Join changes whose equal words between them are no longer than the changes on either side."""
    joined = []
    for removed, added, same in runs:
        if joined:
            last_removed, last_added, between = joined[-1]
            weight = sum(not token.isspace() for token in between)
            if (
                weight <= 3
                and (last_removed or last_added)
                and weight <= max(len(last_removed), len(last_added))
                and weight <= max(len(removed), len(added))
            ):
                joined[-1] = (
                    [*last_removed, *between, *removed],
                    [*last_added, *between, *added],
                    same,
                )
                continue
        joined.append((removed, added, same))
    return joined


def _pieces(runs):
    for removed, added, same in runs:
        for kind, tokens in (("removed", removed), ("added", added), ("same", same)):
            if tokens:
                yield Piece(kind, "".join(tokens))


# What things are called

PART_NAMES = {
    "key_point": _("key point"),
    "organisation": _("issuing organisation"),
    "topic": _("topic"),
    "text": _("paragraph"),
    "quote": _("quote"),
    "figure": _("figure"),
    "subheading": _("subheading"),
    "person_in_picture": _("person in a picture"),
    "signatory": _("signatory"),
    "witness": _("witness"),
    "boilerplate": _("boilerplate"),
    "media_contact": _("media contact"),
    "simplified_passage": _("passage in Simplified Chinese"),
}
COUNTED = {
    "key_point": ngettext_lazy("%(count)d key point", "%(count)d key points", "count"),
    "organisation": ngettext_lazy("%(count)d organisation", "%(count)d organisations", "count"),
    "topic": ngettext_lazy("%(count)d topic", "%(count)d topics", "count"),
    "text": ngettext_lazy("%(count)d paragraph", "%(count)d paragraphs", "count"),
    "quote": ngettext_lazy("%(count)d quote", "%(count)d quotes", "count"),
    "figure": ngettext_lazy("%(count)d figure", "%(count)d figures", "count"),
    "subheading": ngettext_lazy("%(count)d subheading", "%(count)d subheadings", "count"),
    "person_in_picture": ngettext_lazy(
        "%(count)d person in a picture", "%(count)d people in pictures", "count"
    ),
    "signatory": ngettext_lazy("%(count)d signatory", "%(count)d signatories", "count"),
    "witness": ngettext_lazy("%(count)d witness", "%(count)d witnesses", "count"),
    "boilerplate": ngettext_lazy("%(count)d boilerplate", "%(count)d boilerplates", "count"),
    "media_contact": ngettext_lazy("%(count)d media contact", "%(count)d media contacts", "count"),
    "simplified_passage": ngettext_lazy(
        "%(count)d passage in Simplified Chinese",
        "%(count)d passages in Simplified Chinese",
        "count",
    ),
}
FIELD_NAMES = {
    "slug": _("address"),
    "languages": _("languages"),
    "headline": _("headline"),
    "sub_headline": _("sub-headline"),
    "dateline": _("dateline"),
    "city": _("city"),
    "date": _("date"),
    "embargo_until": _("embargo until"),
    "text": _("text"),
    "html": _("text"),
    "lead_in": _("lead-in"),
    "words": _("words"),
    "follow_on": _("what follows"),
    "printed": _("words"),
    "marks": _("quotation marks"),
    "original_language": _("original language"),
    "record": _("record"),
    "name": _("name"),
    "short_name": _("short name"),
    "honorific": _("honorific"),
    "job_title": _("job title"),
    "organisation": _("organisation"),
    "on_behalf_of": _("on behalf of"),
    "role": _("role"),
    "website": _("website"),
    "logo": _("logo"),
    "picture": _("picture"),
    "focal_point": _("focal point"),
    # xgettext:no-python-format
    "x": _("focal point, % from the left"),
    # xgettext:no-python-format
    "y": _("focal point, % from the top"),
    "alt_text": _("alt text"),
    "caption": _("caption"),
    "credit": _("credit"),
    "usage_terms": _("usage terms"),
    "quote": _("carries the quote"),
    "position": _("position"),
    "phones": _("telephone"),
    "emails": _("e-mail"),
    "traditional": _("Traditional Chinese"),
    "simplified": _("Simplified Chinese"),
    "dateline_city": _("city"),
}
