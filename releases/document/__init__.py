"""The hub: one value that holds one release whole. See ``schema``."""

from .apply import UnknownPicture, apply
from .compose import compose
from .digest import digest
from .erasing import Erased, Place, Sought, without_person
from .naming import NameRefused, Names
from .people import appearances, person_key
from .schema import Document, DocumentError, from_edition, from_json, to_json
from .simplified import derived, simplified

__all__ = [
    "Document",
    "DocumentError",
    "Erased",
    "NameRefused",
    "Names",
    "Place",
    "Sought",
    "UnknownPicture",
    "appearances",
    "apply",
    "compose",
    "derived",
    "digest",
    "from_edition",
    "from_json",
    "person_key",
    "simplified",
    "to_json",
    "without_person",
]
