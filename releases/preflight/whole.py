"""Whole: whether a release has a headline and a body in a language."""

from releases import rich_text
from releases.document import Document, schema

from .reading import Reading


def has_headline(document: Document, language: str) -> bool:
    return bool(document.headline.get(language, "").strip())


def has_body(document: Document, language: str) -> bool:
    """Whether something is said in the body; captions and subheadings alone say nothing."""
    return any(_has_words(block, language) for block in document.body)


def _has_words(block: schema.Block, language: str) -> bool:
    match block:
        case schema.TextBlock():
            return bool(rich_text.to_plain(block.html.get(language, "")))
        case schema.Quote():
            return bool(schema.printed_quote(block, language).strip())
    return False


def begun_languages(reading: Reading) -> list[str]:
    """The languages of the release with a headline or a body: of another one everything is missing, and
    not each of its parts."""
    document = reading.document
    return [
        language
        for language in reading.languages
        if has_headline(document, language) or has_body(document, language)
    ]
