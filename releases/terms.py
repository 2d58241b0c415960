"""Terms: what the names and terms in a text are called in the other language.

They are those on record: organisations and people, topics, and the glossary.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from modeltranslation.utils import build_localized_fieldname

from partners.models import Organisation, Spokesperson
from releases.languages import WRITTEN
from releases.models import Term, Topic
from releases.search.folding import fold, is_unspaced

MOST = 5_000  # records of each kind that are looked through

_NAMES = {Organisation: ("name", "short_name"), Spokesperson: ("name",), Topic: ("name",)}


class Translation(NamedTuple):
    source: str
    target: str
    kind: str
    """What it is the name of, in the language of whoever asks."""


def terms_in(words: str, language: str) -> list[Translation]:
    """Return the terms that stand in ``words``, written in ``language``, in the order of the words.

    In either script and case, English words whole; a term that stands only within longer ones is
    none. Four queries.
    """
    folded = fold(words)
    found = {}
    for term in _on_record(language):
        pattern = _pattern(term.source)
        if pattern and pattern in folded and term.target != term.source:
            found.setdefault(pattern, {}).setdefault(term.target, term)
    places = {}
    is_taken = bytearray(len(folded))
    for pattern in sorted(found, key=len, reverse=True):
        for match in re.finditer(f"(?={re.escape(pattern)})", folded):
            # The spaces around a word belong to its neighbours as well.
            start = match.start() + pattern.startswith(" ")
            end = start + len(pattern.strip())
            if not all(is_taken[start:end]):
                places.setdefault(pattern, start)
                is_taken[start:end] = b"\1" * (end - start)
    return [term for pattern in sorted(places, key=places.get) for term in found[pattern].values()]


def _on_record(language):
    other = next(code for code in WRITTEN if code != language)
    for model, fields in _NAMES.items():
        columns = [
            build_localized_fieldname(name, code) for name in fields for code in (language, other)
        ]
        kind = str(model._meta.verbose_name)
        for values in model.objects.order_by("pk").values_list(*columns)[:MOST]:
            for source, target in zip(values[::2], values[1::2], strict=True):
                if source and target:
                    yield Translation(source, target, kind)
    columns = [code.replace("-", "_") for code in (language, other)]
    for source, target in Term.objects.exclude(en="").order_by("pk").values_list(*columns)[:MOST]:
        yield Translation(source, target, str(Term._meta.verbose_name))


@lru_cache(maxsize=1 << 15)
def _pattern(term):
    """What a term looks like in folded text: a word stands whole, Han stand anywhere in a run."""
    units = fold(term).split()
    if not units:
        return ""
    first, last = ("" if is_unspaced(unit) else " " for unit in (units[0], units[-1]))
    return first + " ".join(units) + last
