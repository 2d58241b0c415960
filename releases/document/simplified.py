"""Simplified Chinese, derived: document → the same document with words in ``zh-hans`` too.

A pure function, called when an edition is frozen and for previews (docs/decisions/0010). What a
person said about the Simplified words wins over what OpenCC would write, and nothing that OpenCC
knows about words reaches into it, or across it.
"""

import html
import re
from collections.abc import Iterable
from functools import partial

import msgspec

from releases import rich_text
from releases.chinese import name_to_simplified, to_simplified
from releases.languages import DERIVED, WRITTEN
from releases.models import Term

from . import schema

TARGET = "zh-hans"
SOURCE = DERIVED[TARGET]

# An address holds Chinese only after a mark: what follows on its last letter is running text.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)(?:[!-~]|(?<=[./=_-])[\u3400-\u9fff\U00020000-\U0003ffff]+)*"
)


def derived(document: schema.Document) -> schema.Document:
    """Return the document with the words of every derived language that it goes out in.

    Reads the glossary of the newsroom.
    """
    if DERIVED.keys().isdisjoint(document.languages):
        return document
    return simplified(document, Term.objects.locked())


def simplified(
    document: schema.Document, glossary: Iterable[tuple[str, str]] = ()
) -> schema.Document:
    """Return the document with ``zh-hans`` words in every Text that has ``zh-hant`` words.

    ``glossary`` are pairs of a Traditional term and its Simplified form. Where the following stand
    in a text they are printed in the form given, earlier ones first and longer ones before
    shorter ones: the release's own ``simplified_passages``; the terms of the glossary and the
    names of the document's people and organisations. Everything else is converted, in HTML only
    between the tags. Words in ``zh-hans`` that the document held before are replaced.
    """
    passages = _longest_first(
        (part.traditional, part.simplified) for part in document.simplified_passages
    )
    locks = _longest_first([*_names(document), *glossary])

    def convert(text):
        addresses = _longest_first((address, address) for address in _ADDRESS.findall(text))
        pieces = [text]
        for traditional, form in (*passages, *addresses, *locks):
            if traditional in text:
                pieces = list(_claimed(pieces, traditional, form))
        return "".join(
            piece if index % 2 else to_simplified(piece) for index, piece in enumerate(pieces)
        )

    written = schema.to_json(schema.in_languages(document, WRITTEN))
    return msgspec.convert(_with_simplified(written, convert), schema.Document)


def _with_simplified(value, convert, field=None):
    match value:
        case dict() if SOURCE in value:  # a Text
            convert_field = partial(_convert_html, convert) if field == "html" else convert
            return {**value, TARGET: convert_field(value[SOURCE])}
        case dict():
            return {name: _with_simplified(inner, convert, name) for name, inner in value.items()}
        case list():
            return [_with_simplified(inner, convert) for inner in value]
    return value


def _convert_html(convert, fragment):
    """Convert what stands between the tags of clean HTML; see ``rich_text``."""
    return "".join(
        piece if index % 2 else rich_text.escaped(convert(html.unescape(piece)))
        for index, piece in enumerate(rich_text.TAG.split(fragment))
    )


def _claimed(pieces, traditional, form):
    """Pieces of a text by turns free and claimed: claim every place of one lock in the free ones."""
    for index, piece in enumerate(pieces):
        if index % 2:
            yield piece
        else:
            first, *others = piece.split(traditional)
            yield first
            for other in others:
                yield from (form, other)


def _longest_first(pairs):
    """The pairs that say something, in the order in which they claim their places in a text.

    Where two say something about the same words the later one counts.
    """
    given = {traditional: form for traditional, form in pairs if traditional and form}
    return sorted(given.items(), key=lambda lock: (-len(lock[0]), lock[0]))


def _names(document):
    """Every name in the document that is printed the same wherever it stands, with its form."""
    people = [part.person for part in (*document.signatories, *document.witnesses)]
    people += [quote.speaker for quote in document.quotes()]
    in_pictures = [person for figure in document.figures() for person in figure.people]
    organisations = [
        *(text for o in document.organisations for text in (o.name, o.short_name)),
        *(part.organisation for part in (*people, *document.boilerplates)),
        *(text for c in document.media_contacts for text in (c.organisation, c.on_behalf_of)),
    ]
    pairs = [(name, to_simplified(name)) for name in _sources(organisations)]
    for person in people:  # 於博士
        for name in _sources([person.name]):
            for title in _sources([person.honorific]):
                surname = name[0]
                pairs.append((surname + title, name_to_simplified(surname) + to_simplified(title)))
    named = [*people, *in_pictures, *document.media_contacts]
    pairs += [(name, name_to_simplified(name)) for name in _sources(p.name for p in named)]
    # One character is a word of its own as often as a name.
    return [pair for pair in pairs if len(pair[0]) > 1]


def _sources(texts):
    return [text[SOURCE] for text in texts if SOURCE in text]
