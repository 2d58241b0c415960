"""Places: where a finding stands, as a press officer says it."""

from collections import Counter
from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from releases import drafting
from releases.document import Document, diff, schema
from releases.languages import DERIVED, WRITTEN, current_language, language_name

from .findings import Place

_NUMBERED = {
    "key_point": gettext_lazy("key point %(number)d"),
    "organisation": gettext_lazy("issuing organisation %(number)d"),
    "topic": gettext_lazy("topic %(number)d"),
    "text": gettext_lazy("paragraph %(number)d"),
    "quote": gettext_lazy("quote %(number)d"),
    "figure": gettext_lazy("figure %(number)d"),
    "subheading": gettext_lazy("subheading %(number)d"),
    "person_in_picture": gettext_lazy("person %(number)d"),
    "signatory": gettext_lazy("signatory %(number)d"),
    "witness": gettext_lazy("witness %(number)d"),
    "boilerplate": gettext_lazy("boilerplate %(number)d"),
    "media_contact": gettext_lazy("media contact %(number)d"),
    "simplified_passage": gettext_lazy("passage in Simplified Chinese %(number)d"),
}
# Where a part has words that it is known by, these are not named.
_OWN_WORDS = {"html", "text", "printed", "words"}
_NAMED_BY = {"boilerplate": "organisation", "organisation": "name"}


def describe(document: Document, place: Place) -> str:
    """Return where a place is in a document, in the active language: “Quote 2 (Alice Chan) · English”."""
    where = _numbered(document).get(place.part)
    if where is None:
        words = _name_of_field(place.field)
    else:
        words = _said(where)
        if place.field and place.field not in _OWN_WORDS:
            words = _("%(part)s, %(field)s") % {
                "part": words,
                "field": _name_of_field(place.field),
            }
    words = capfirst(words)
    return f"{words} · {language_name(place.language)}" if place.language else words


def name_of_words(kind: str, field: str) -> str:
    """What words in a field are called, in the active language: “caption”, or “paragraph” for its own."""
    if field in _OWN_WORDS:
        return str(diff.PART_NAMES[kind])
    return _name_of_field(field)


class _Where(NamedTuple):
    part: schema.Part
    number: int
    """Among those of its kind in the same list."""
    region: str = ""
    whole: "_Where | None" = None
    """The figure that a person is in."""


def _said(where: _Where) -> str:
    kind = drafting.kind_of(where.part)
    words = str(_NUMBERED[kind]) % {"number": where.number}
    if where.region == "caption_quotes":
        words = _("quote %(number)d of those in captions only") % {"number": where.number}
    name = _known_as(where.part, kind)
    if name:
        words = _("%(part)s (%(name)s)") % {"part": words, "name": name}
    if where.region == "notes_to_editors":
        words = _("notes to editors, %(part)s") % {"part": words}
    if where.whole:
        words = _("%(whole)s, %(part)s") % {"whole": _said(where.whole), "part": words}
    return words


def _known_as(part: schema.Part, kind: str) -> str:
    if kind == "quote":
        name = part.speaker.name
    elif kind in _NAMED_BY:
        name = getattr(part, _NAMED_BY[kind])
    else:
        return ""
    return in_active_language(name)


def in_active_language(name: schema.Text) -> str:
    """Return a name as the reader of a message knows it, or in the other language; empty if none."""
    language = current_language()
    return name.get(DERIVED.get(language, language)) or next(
        (name[code] for code in WRITTEN if code in name), ""
    )


def _name_of_field(field: str) -> str:
    return str(_FIELD_NAMES.get(field, field))


_FIELD_NAMES = diff.FIELD_NAMES | {
    "body": gettext_lazy("body"),
    "media_contacts": gettext_lazy("media contacts"),
}


def _numbered(document: Document) -> dict[str, _Where]:
    found = {}
    for name in diff.LISTS:
        counts = Counter()
        for part in getattr(document, name):
            kind = drafting.kind_of(part)
            counts[kind] += 1
            found[part.key] = _Where(part, counts[kind], name)
    for figure in document.figures():
        for number, person in enumerate(figure.people, start=1):
            found[person.key] = _Where(person, number, whole=found[figure.key])
    return found
