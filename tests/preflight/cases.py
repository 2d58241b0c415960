"""Documents for the tests of checks: small ones, said in few words."""

import datetime as dt

from releases.document import schema
from releases.preflight import CHECKS, Finding, Standing
from releases.preflight.reading import Reading

TODAY = dt.date(2026, 5, 4)


def release(**fields) -> schema.Document:
    """A document that goes out in Chinese and English and holds only what is given."""
    return schema.Document(**{"slug": "a-release", "languages": ["zh-hant", "en"], **fields})


def text(key="p1", **words) -> schema.TextBlock:
    """A paragraph: ``text(zh="…", en="…")``."""
    html = {code: f"<p>{value}</p>" for code, value in _languages(words).items()}
    return schema.TextBlock(key=key, html=html)


def _languages(words):
    return {{"zh": "zh-hant"}.get(code, code): value for code, value in words.items()}


def found(check: str, document: schema.Document, *, today=TODAY, **standing) -> list[str]:
    """The excerpts that one check finds, in its order."""
    reading = Reading(document, today, Standing(**standing))
    return [each.excerpt for each in CHECKS[check].find(reading)]


__all__ = ["TODAY", "Finding", "found", "release", "text"]
