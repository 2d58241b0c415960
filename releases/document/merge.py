"""Merge: two people changed one draft; what each typed is kept, or asked about."""

from collections.abc import Mapping
from dataclasses import dataclass

from . import schema
from .diff import LISTS, Json, keys_in, kind_in, moved_keys, own_fields, parts_by_key, sequence_of

NOTHING = object()


@dataclass(frozen=True)
class Conflict:
    """A place that both changed, to different values; None stands for nothing there.

    ``place`` names it in ``choices``: ``key:field.language``, ``key:`` for a whole part.
    """

    place: str
    part: str
    part_kind: str
    field: str
    language: str
    base: Json
    theirs: Json
    mine: Json


@dataclass(frozen=True)
class Merged:
    document: schema.Document
    conflicts: list[Conflict]


def merge(
    base: schema.Document,
    theirs: schema.Document,
    mine: schema.Document,
    choices: Mapping[str, str] | None = None,
) -> Merged:
    """Return ``theirs`` with what ``mine`` changed since ``base``, and what both changed.

    Field by field and language by language. Where both changed a place to different values,
    ``choices`` says “mine” or “theirs” by the place of the conflict; else theirs stands. The
    conflicts are listed whether chosen or not. Parts that either side added stay.
    """
    merging = _Merging(choices or {})
    own = merging.value("", "release", own_fields(base), own_fields(theirs), own_fields(mine))
    old, their, my = parts_by_key(base), parts_by_key(theirs), parts_by_key(mine)
    kept = {}
    for key in dict.fromkeys([*their, *my, *old]):
        place, part = merging.part(key, old.get(key), their.get(key), my.get(key))
        if part is not None:
            kept[key] = (place, part)
    ordered = _in_order(kept, old, their, my)
    return Merged(_document(own, ordered), merging.conflicts)


class _Merging:
    def __init__(self, choices):
        self.choices = choices
        self.conflicts = []

    def part(self, key, base, theirs, mine):
        """The list that a part stands in and the part; or no part."""
        if theirs and mine:
            kind = kind_in(*theirs)
            old = base or (theirs[0], {})
            place = mine[0] if theirs[0] == old[0] else theirs[0]
            return place, self.value(key, kind, old[1], theirs[1], mine[1])
        present = theirs or mine
        if base is None or not present:  # new on one side, or gone on both
            return present or (None, None)
        if present == base:  # gone on one side, untouched on the other
            return None, None
        kind = kind_in(*present)
        conflict = Conflict(
            f"{key}:",
            key,
            kind,
            "",
            "",
            base[1],
            theirs and theirs[1],
            mine and mine[1],
        )
        chosen = self._choose(conflict)
        return (present[0], chosen) if chosen is not None else (None, None)

    def value(self, key, kind, base, theirs, mine, name=""):
        """A field, or a whole of fields."""
        if _equal(theirs, mine) or _equal(base, mine):
            return theirs
        if _equal(base, theirs):
            return mine
        if isinstance(theirs, dict) and isinstance(mine, dict):
            base = base if isinstance(base, dict) else {}
            merged = {}
            for inner in dict.fromkeys([*theirs, *mine, *base]):
                value = self.value(
                    key,
                    kind,
                    base.get(inner, NOTHING),
                    theirs.get(inner, NOTHING),
                    mine.get(inner, NOTHING),
                    f"{name}.{inner}" if name else inner,
                )
                if value is not NOTHING:
                    merged[inner] = value
            return merged
        field, _dot, language = name.rpartition(".")
        if language not in schema.LANGUAGES:
            field, language = name, ""
        values = [None if value is NOTHING else value for value in (base, theirs, mine)]
        chosen = self._choose(Conflict(f"{key}:{name}", key, kind, field, language, *values))
        # Words that are not there are left out; other values are there and None.
        return NOTHING if chosen is None and language else chosen

    def _choose(self, conflict):
        self.conflicts.append(conflict)
        return conflict.mine if self.choices.get(conflict.place) == "mine" else conflict.theirs


def _equal(one, other):
    return one is other or (one is not NOTHING and other is not NOTHING and one == other)


def _in_order(kept, old, their, my):
    """Keys of every sequence in order: theirs, but for what only mine moved or added."""
    ordered = {}
    for sequence in dict.fromkeys(sequence_of(place) for place, _part in kept.values()):
        base, theirs, mine = (keys_in(parts, sequence) for parts in (old, their, my))
        wanted = set(keys_in(kept, sequence))
        if not moved_keys(base, mine):
            order, others = theirs, mine
        elif not moved_keys(base, theirs):
            order, others = mine, theirs
        else:
            moved = moved_keys(base, mine) - moved_keys(base, theirs)
            order, others = [key for key in theirs if key not in moved], mine
        order = [key for key in order if key in wanted]
        before = None
        for key in others:
            if key not in wanted:
                continue
            if key not in order:
                order.insert(order.index(before) + 1 if before in order else 0, key)
            before = key
        # What changed its list keeps to no order of either side.
        order += [key for key in kept if key in wanted and key not in order]
        ordered |= {key: kept[key] for key in order}
    return ordered


def _document(own, parts):
    value = {"schema": schema.SCHEMA, **own, **{name: [] for name in LISTS}}
    for place, part in parts.values():
        if place in LISTS:
            value[place].append(
                {**part, **({"people": []} if part.get("kind") == "figure" else {})}
            )
    for place, part in parts.values():
        if place not in LISTS:
            figure = place.removeprefix("people of ")
            for block in (*value["body"], *value["notes_to_editors"]):
                if block["key"] == figure:
                    block["people"].append(part)
    # Only quotes stand in captions alone.
    misplaced = [b for b in value["caption_quotes"] if b["kind"] != "quote"]
    value["body"] += misplaced
    value["caption_quotes"] = [b for b in value["caption_quotes"] if b["kind"] == "quote"]
    blocks = [*value["body"], *value["notes_to_editors"], *value["caption_quotes"]]
    quotes = {block["key"] for block in blocks if block["kind"] == "quote"}
    for block in blocks:
        if block["kind"] == "figure" and block["quote"] not in quotes:
            block["quote"] = None
    return schema.from_json(value)
