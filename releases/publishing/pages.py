"""Pages: what lists and release pages read, made from editions and from nothing else."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from releases import rich_text
from releases.document import digest, from_edition, schema, to_json
from releases.models import Edition, Page, PageMediaContact, PageOrganisation, PagePicture

SUMMARY_CHARACTERS = 240


@transaction.atomic
def write_pages(edition: Edition, *, visible_until: dt.datetime | None = None) -> list[Page]:
    """Write the pages of an edition, one per language, in place of any that stand."""
    edition.pages.all().delete()
    document = from_edition(edition.document)
    pages = [
        Page(
            edition=edition,
            language=language,
            slug=document.slug,
            date=document.dateline.date or _local_date(edition.visible_from),
            headline=document.headline[language],
            summary=summary(document, language),
            lead_picture=_lead_picture(document, language),
            hosts=_hosts(document, language),
            visible_from=edition.visible_from,
            visible_until=visible_until,
        )
        for language in document.languages
    ]
    for page in pages:
        page.save()
        _write_index(page, document)
    return pages


def rebuild_pages(*, progress=None) -> int:
    """Make all pages again from the editions; return how many editions there are.

    The window of an edition ends where the next edition of its release begins. ``progress`` is
    called with the count after each edition.
    """
    count = 0
    with transaction.atomic():
        for edition in Edition.objects.order_by("release_id", "number").iterator(chunk_size=100):
            following = edition.release.editions.filter(number=edition.number + 1).first()
            write_pages(edition, visible_until=following and following.visible_from)
            count += 1
            if progress:
                progress(count)
    return count


def summary(document, language):
    """What a list says under the headline: the sub-headline, or else the first words of the body."""
    words = document.sub_headline.get(language) or next(
        (
            rich_text.to_plain(block.html[language])
            for block in document.body
            if isinstance(block, schema.TextBlock) and language in block.html
        ),
        "",
    )
    return Truncator(" ".join(words.split())).chars(SUMMARY_CHARACTERS)


def _local_date(moment):
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def _lead_picture(document, language):
    for figure in document.figures():
        if figure.picture:
            return {
                **to_json(figure.picture),
                "alt_text": figure.alt_text.get(language, ""),
                "focal_point": to_json(figure.focal_point),
            }
    return None


def _hosts(document, language):
    return [
        {
            "key": o.record,
            "name": o.name.get(language, ""),
            "short_name": o.short_name.get(language, ""),
        }
        for o in document.organisations
        if o.name.get(language)
    ]


def _write_index(page, document):
    records = dict.fromkeys(o.record for o in document.organisations if o.record)
    PageOrganisation.objects.bulk_create(PageOrganisation(page=page, key=key) for key in records)
    PagePicture.objects.bulk_create(
        PagePicture(page=page, sha256=picture.sha256) for picture in document.pictures()
    )
    PageMediaContact.objects.bulk_create(
        PageMediaContact(
            page=page,
            position=position,
            identity=contact.record or digest([contact.name, contact.organisation]),
            contact=to_json(contact),
        )
        for position, contact in enumerate(document.media_contacts)
    )
