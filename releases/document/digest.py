"""The digest of a document, or of any part of one."""

import hashlib
import json
import unicodedata
from typing import Any

from .schema import to_json


def canonical_bytes(value: Any) -> bytes:
    """Return the one way to write a value: sorted keys, NFC, no insignificant space, UTF-8.

    Takes a document, a part, or plain JSON values. Databases may store the value as they like
    (jsonb keeps no key order): the digest is over these bytes.
    """
    return json.dumps(
        _normalised(to_json(value)),
        sort_keys=True,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    ).encode()


def digest(value: Any) -> str:
    """Return the SHA-256 of ``canonical_bytes(value)`` in lower-case hexadecimal."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def _normalised(value: Any) -> Any:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case dict():
            return {_normalised(name): _normalised(inner) for name, inner in value.items()}
        case list():
            return [_normalised(inner) for inner in value]
    return value
