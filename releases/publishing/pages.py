"""Pages: what lists and release pages read, made from editions and from nothing else."""

import datetime as dt
import re

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.text import Truncator

from releases import rich_text, search
from releases.document import digest, from_edition, schema, to_json
from releases.models import Edition, Page, PageMediaContact, PageOrganisation, PagePicture

SUMMARY_CHARACTERS = 240


def editions_with_window():
    """All editions in the order of their making, each with the moment at which its pages close:
    where the next edition of its release begins."""
    following = Edition.objects.filter(
        release=OuterRef("release"), number=OuterRef("number") + 1
    ).values("visible_from")
    return Edition.objects.annotate(visible_until=Subquery(following[:1])).order_by("pk")


def pages_of(edition: Edition, *, visible_until: dt.datetime | None = None) -> list[Page]:
    """Return the pages of an edition, one per language, as they should stand; nothing is written."""
    document = from_edition(edition.document)
    return [
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


@transaction.atomic
def write_pages(edition: Edition, *, visible_until: dt.datetime | None = None) -> None:
    """Write the pages of an edition in place of any that stand."""
    edition.pages.all().delete()
    document = from_edition(edition.document)
    for page in pages_of(edition, visible_until=visible_until):
        page.save()
        _write_index(page, document)
        search.index(page, document)


@transaction.atomic
def rebuild_pages(*, progress=lambda count: None) -> int:
    """Make all pages again from the editions; return how many editions there are.

    ``progress`` is called with the count after each edition.
    """
    count = 0
    for count, edition in enumerate(editions_with_window().iterator(chunk_size=100), start=1):
        write_pages(edition, visible_until=edition.visible_until)
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
    # Line breaks become spaces; the full-width space between two clauses stays.
    return Truncator(re.sub(r"[ \t\r\n]+", " ", words)).chars(SUMMARY_CHARACTERS)


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
    # Only what the page names: an organisation's list in a language shows pages that name it in that.
    named = (o for o in document.organisations if page.language in o.name)
    records = dict.fromkeys(o.record for o in named if o.record)
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
        if page.language in contact.name or page.language in contact.organisation
    )
