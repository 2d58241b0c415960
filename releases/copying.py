"""Copying: what a part of a release takes from the standing record that it names.

A release prints people, organisations, boilerplates and contacts as of the day, so their words are
copied into its rows. These functions say which column gets which value; they change nothing.
"""

from functools import singledispatch

from modeltranslation.utils import build_localized_fieldname

from media_contacts.models import MediaContact
from partners.models import Boilerplate, Organisation, Spokesperson
from pictures.models import Picture
from releases.languages import WRITTEN
from releases.models import Topic

Values = dict[str, object]


@singledispatch
def values_of(record) -> Values:
    """Return the column values that a row takes from ``record``. Raises TypeError for other rows."""
    raise TypeError(f"Nothing is copied from {record!r}.")


@values_of.register
def _(record: Spokesperson) -> Values:
    return {
        **_texts(record, name="name", honorific="honorific", job_title="job_title"),
        **_texts(record.organisation, organisation="name"),
    }


@values_of.register
def _(record: Organisation) -> Values:
    return {
        **_texts(record, name="name", short_name="short_name"),
        "role": record.role,
        "website": record.website,
        "logo": record.logo,
    }


@values_of.register
def _(record: Boilerplate) -> Values:
    return {
        **_texts(record.organisation, organisation="name"),
        **_texts(record, text="text"),
        "website": record.organisation.website,
    }


@values_of.register
def _(record: MediaContact) -> Values:
    agency = _texts(record, organisation="agency")
    client = record.on_behalf_of
    # An agency without a name in one language is not replaced by its client there.
    employer = agency if any(agency.values()) or not client else _texts(client, organisation="name")
    return {
        **employer,
        **(_texts(client, on_behalf_of="name") if client else {}),
        **_texts(record, name="name"),
        "phones": record.phones,
        "emails": record.emails,
    }


@values_of.register
def _(record: Topic) -> Values:
    return _texts(record, name="name")


@values_of.register
def _(record: Picture) -> Values:
    return {
        build_localized_fieldname(column, language): words
        for column, found in record.words_found.items()
        for language, words in found.items()
    }


def _texts(record, **fields) -> Values:
    """Columns of the row = columns of the record, for every written language: ``organisation="name"``."""
    return {
        build_localized_fieldname(column, language): getattr(
            record, build_localized_fieldname(source, language)
        )
        or ""
        for column, source in fields.items()
        for language in WRITTEN
    }
