"""Drafting: the only code that writes a draft, and keeps what it was before."""

from .deleting import KEPT_FOR, delete, purge, undelete
from .erasing import Traces, erase, traces
from .presence import leave, others_at
from .saving import Stale, restore, save, saved_tokens, seen_digest
from .translations import (
    PRINTED_FIELDS,
    TRANSLATED_FIELDS,
    Unit,
    check_translation,
    kind_of,
    readiness,
    translation_state,
    units,
)

__all__ = [
    "KEPT_FOR",
    "PRINTED_FIELDS",
    "TRANSLATED_FIELDS",
    "Stale",
    "Traces",
    "Unit",
    "check_translation",
    "delete",
    "erase",
    "kind_of",
    "leave",
    "others_at",
    "purge",
    "readiness",
    "restore",
    "save",
    "saved_tokens",
    "seen_digest",
    "traces",
    "translation_state",
    "undelete",
    "units",
]
