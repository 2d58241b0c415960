"""Compose: draft tables → document."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import Model

from releases import models

from . import schema
from .mapping import person, text

Rows = Mapping[type[Model], Sequence[Model]]


def compose(release: models.Release) -> schema.Document:
    """Return the document that a draft holds, whole, in all languages that are written.

    Reads the draft's own rows only: one query per kind of part. Internal notes are no part of a
    document. Raises nothing: a draft of any state has a document.
    """
    return document_of(release, {model: stored_rows(release, model) for model in models.PARTS})


def document_of(release: models.Release, rows: Rows) -> schema.Document:
    """Return the document of a release with these rows, stored or not, each kind in its order.

    Asks the database nothing, but for the pictures that rows name and do not hold.
    """
    blocks = _blocks(rows)
    quotes = {block.key for block in _all(blocks) if isinstance(block, schema.Quote)}
    figures = {block.key for block in _all(blocks) if isinstance(block, schema.Figure)}
    people = _people_in_pictures(rows, figures)
    regions = {
        region: [_joined(block, quotes, people) for block in inner]
        for region, inner in blocks.items()
    }
    return schema.Document(
        slug=release.slug,
        languages=list(release.languages),
        headline=text(release, "headline"),
        sub_headline=text(release, "sub_headline"),
        key_points=[
            schema.KeyPoint(key=row.key, text=text(row, "text")) for row in rows[models.KeyPoint]
        ],
        dateline=schema.Dateline(city=text(release, "dateline_city"), date=release.dateline_date),
        embargo_until=release.embargo_until and release.embargo_until.astimezone(dt.UTC),
        organisations=[_organisation(row) for row in rows[models.ReleaseOrganisation]],
        topics=[
            schema.Topic(key=row.key, record=row.record_id, name=text(row, "name"))
            for row in rows[models.ReleaseTopic]
        ],
        signatories=[
            schema.Signatory(key=row.key, person=person(row)) for row in rows[models.Signatory]
        ],
        witnesses=[schema.Witness(key=row.key, person=person(row)) for row in rows[models.Witness]],
        boilerplates=[_boilerplate(row) for row in rows[models.ReleaseBoilerplate]],
        media_contacts=[_media_contact(row) for row in rows[models.ReleaseMediaContact]],
        simplified_passages=[
            schema.SimplifiedPassage(
                key=row.key, traditional=row.traditional, simplified=row.simplified
            )
            for row in rows[models.SimplifiedPassage]
        ],
        **regions,
    )


def stored_rows(release: models.Release, model: type[Model]) -> Sequence[Model]:
    """The rows of one kind that a draft holds, in order; none of one that is not stored yet."""
    if release.pk is None:
        return ()
    rows = model.objects.filter(**{model.whole: release})
    pictures = {models.Figure: "picture", models.ReleaseOrganisation: "logo"}
    return rows.select_related(pictures[model]) if model in pictures else rows


def _blocks(rows) -> dict[str, list[schema.Block]]:
    ordered = sorted(
        (row for model in _MAKE for row in rows[model]),
        # Where two have one place, the one that was stored first stands first.
        key=lambda row: (row.ordering, row.pk is None, row.pk),
    )
    regions = {region.key: [] for region in models.Release.regions}
    misplaced = []
    for row in ordered:
        block = _MAKE[type(row)](row)
        if row.region == "caption_quotes" and not isinstance(block, schema.Quote):
            misplaced.append(block)
        else:
            regions[row.region].append(block)
    # Only quotes stand in captions alone; nothing that was typed is dropped.
    regions["body"] += misplaced
    return regions


def _all(regions):
    return [block for inner in regions.values() for block in inner]


def _text_block(row):
    return schema.TextBlock(key=row.key, html=text(row, "html"))


def _quote(row):
    return schema.Quote(
        key=row.key,
        speaker=person(row),
        lead_in=text(row, "lead_in"),
        words=text(row, "text"),
        follow_on=text(row, "follow_on"),
        marks=text(row, "marks"),
        original_language=row.original_language or None,
    )


def _figure(row):
    return schema.Figure(
        key=row.key,
        picture=_picture(row.picture),
        focal_point=None
        if row.focal_x is None
        else schema.FocalPoint(x=row.focal_x, y=row.focal_y),
        alt_text=text(row, "alt_text"),
        caption=text(row, "caption"),
        credit=text(row, "credit"),
        usage_terms=text(row, "usage_terms"),
        quote=row.quote_key or None,
    )


def _subheading(row):
    return schema.Subheading(key=row.key, text=text(row, "text"))


_MAKE = {
    models.Text: _text_block,
    models.Quote: _quote,
    models.Figure: _figure,
    models.Subheading: _subheading,
}


def _joined(block, quotes, people):
    """A figure with its people, and with its quote if that is still there."""
    if not isinstance(block, schema.Figure):
        return block
    return schema.replace(
        block,
        people=people.get(block.key, []),
        quote=block.quote if block.quote in quotes else None,
    )


def _people_in_pictures(rows, figures) -> dict[str, list[schema.PersonInPicture]]:
    people = {}
    for row in rows[models.PersonInPicture]:
        if row.figure_key in figures:
            people.setdefault(row.figure_key, []).append(
                schema.PersonInPicture(
                    key=row.key,
                    record=row.record_id,
                    name=text(row, "name"),
                    position=text(row, "position"),
                )
            )
    return people


def _organisation(row):
    return schema.Organisation(
        key=row.key,
        record=row.record_id,
        role=row.role,
        name=text(row, "name"),
        short_name=text(row, "short_name"),
        website=row.website,
        logo=_picture(row.logo),
    )


def _boilerplate(row):
    return schema.Boilerplate(
        key=row.key,
        record=row.record_id,
        organisation=text(row, "organisation"),
        text=text(row, "text"),
        website=row.website,
    )


def _media_contact(row):
    return schema.MediaContact(
        key=row.key,
        record=row.record_id,
        organisation=text(row, "organisation"),
        on_behalf_of=text(row, "on_behalf_of"),
        name=text(row, "name"),
        phones=[schema.Phone(**phone) for phone in row.phones],
        emails=list(row.emails),
    )


def _picture(row):
    return row and schema.Picture(sha256=row.sha256, width=row.width, height=row.height)
