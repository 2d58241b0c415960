"""Apply: document → draft tables. The inverse of compose."""

from django.db import transaction

from pictures.models import Picture
from releases import models

from . import schema
from .mapping import columns, person_columns


class UnknownPicture(LookupError):
    """A document names a picture that this newsroom does not hold."""


@transaction.atomic
def apply(document: schema.Document, *, release: models.Release | None = None) -> models.Release:
    """Write a document into a draft, a new one or in place of all that ``release`` held.

    ``compose(apply(document)) == document`` in the languages that are written; a draft holds no words
    in a derived one. Internal notes stay. Raises DocumentError where the
    document breaks a rule, UnknownPicture where a picture is not stored and IntegrityError where
    another release has the slug; then nothing is written.
    """
    schema.from_json(schema.to_json(document))
    _check_pictures(document)
    release = release or models.Release()
    release.slug = document.slug
    release.languages = list(document.languages)
    release.dateline_date = document.dateline.date
    release.embargo_until = document.embargo_until
    _set(
        release,
        columns(
            headline=document.headline,
            sub_headline=document.sub_headline,
            dateline_city=document.dateline.city,
        ),
    )
    release.save()
    rows = [*_ordered_rows(document), *_block_rows(document)]
    for model in models.PARTS:
        whole = {model.whole: release}
        model.objects.filter(**whole).delete()
        model.objects.bulk_create(
            model(**whole, **values) for row_model, values in rows if row_model is model
        )
    return release


def _set(row, values):
    for name, value in values.items():
        setattr(row, name, value)


def _check_pictures(document):
    wanted = {picture.sha256: picture for picture in document.pictures()}
    stored = Picture.objects.filter(sha256__in=wanted).in_bulk(field_name="sha256")
    for sha256, picture in wanted.items():
        row = stored.get(sha256)
        if row is None or (row.width, row.height) != (picture.width, picture.height):
            raise UnknownPicture(
                f"No picture {sha256} of {picture.width} × {picture.height} px is stored here."
            )


def _ordered_rows(document):
    """Model and column values of every part outside the body, numbered in order."""
    groups = (
        (models.KeyPoint, document.key_points, _text_columns),
        (models.ReleaseOrganisation, document.organisations, _organisation_columns),
        (models.ReleaseTopic, document.topics, _topic_columns),
        (models.Signatory, document.signatories, _participant_columns),
        (models.Witness, document.witnesses, _participant_columns),
        (models.ReleaseBoilerplate, document.boilerplates, _boilerplate_columns),
        (models.ReleaseMediaContact, document.media_contacts, _media_contact_columns),
        (models.SimplifiedPassage, document.simplified_passages, _passage_columns),
    )
    for model, group, to_columns in groups:
        for ordering, part in enumerate(group):
            yield model, {"key": part.key, "ordering": ordering, **to_columns(part)}
    for figure in document.figures():
        for ordering, part in enumerate(figure.people):
            yield (
                models.PersonInPicture,
                {
                    "key": part.key,
                    "ordering": ordering,
                    "figure_key": figure.key,
                    "record_id": part.record,
                    **columns(name=part.name, position=part.position),
                },
            )


def _block_rows(document):
    for region in models.Release.regions:
        for ordering, block in enumerate(getattr(document, region.key)):
            model, to_columns = _BLOCKS[type(block)]
            yield (
                model,
                {
                    "key": block.key,
                    "region": region.key,
                    # Tens leave room to insert between two blocks.
                    "ordering": (ordering + 1) * 10,
                    **to_columns(block),
                },
            )


def _text_columns(part):
    return columns(text=part.text)


def _topic_columns(part):
    return {"record_id": part.record, **columns(name=part.name)}


def _participant_columns(part):
    return person_columns(part.person)


def _organisation_columns(part):
    return {
        "record_id": part.record,
        "role": part.role,
        "website": part.website,
        "logo_id": part.logo and part.logo.sha256,
        **columns(name=part.name, short_name=part.short_name),
    }


def _boilerplate_columns(part):
    return {
        "record_id": part.record,
        "website": part.website,
        **columns(organisation=part.organisation, text=part.text),
    }


def _media_contact_columns(part):
    return {
        "record_id": part.record,
        "phones": schema.to_json(part.phones),
        "emails": list(part.emails),
        **columns(organisation=part.organisation, on_behalf_of=part.on_behalf_of, name=part.name),
    }


def _passage_columns(part):
    return {"traditional": part.traditional, "simplified": part.simplified}


def _text_block_columns(block):
    return columns(html=block.html)


def _quote_columns(block):
    return {
        **person_columns(block.speaker),
        "original_language": block.original_language or "",
        **columns(
            lead_in=block.lead_in, text=block.words, follow_on=block.follow_on, marks=block.marks
        ),
    }


def _figure_columns(block):
    return {
        "picture_id": block.picture and block.picture.sha256,
        "focal_x": block.focal_point and block.focal_point.x,
        "focal_y": block.focal_point and block.focal_point.y,
        "quote_key": block.quote or "",
        **columns(
            alt_text=block.alt_text,
            caption=block.caption,
            credit=block.credit,
            usage_terms=block.usage_terms,
        ),
    }


_BLOCKS = {
    schema.TextBlock: (models.Text, _text_block_columns),
    schema.Quote: (models.Quote, _quote_columns),
    schema.Figure: (models.Figure, _figure_columns),
    schema.Subheading: (models.Subheading, _text_columns),
}
