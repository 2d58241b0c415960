"""How the words of a document stand in columns: one column per written language."""

from modeltranslation.utils import build_localized_fieldname

from releases.languages import WRITTEN
from releases.models.draft import PersonAsOfTheDay

from .schema import Person, Text


def text(row, field: str) -> Text:
    """Return a translated field as a Text: languages without words are left out."""
    words = ((language, getattr(row, column(field, language))) for language in WRITTEN)
    return {language: value for language, value in words if value}


def columns(**texts: Text) -> dict[str, str]:
    """Return the column values of translated fields, every written language named."""
    return {
        column(field, language): words.get(language, "")
        for field, words in texts.items()
        for language in WRITTEN
    }


def column(field: str, language: str) -> str:
    return build_localized_fieldname(field, language)


PERSON = PersonAsOfTheDay.WORDS


def person(row) -> Person:
    return Person(record=row.person_id, **{field: text(row, field) for field in PERSON})


def person_columns(value: Person) -> dict:
    return {
        "person_id": value.record,
        **columns(**{field: getattr(value, field) for field in PERSON}),
    }
