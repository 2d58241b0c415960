"""Pages: what lists and release pages read, made from editions and from nothing else."""

import re

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.text import Truncator

from releases import rich_text, search
from releases.document import digest, from_edition, schema, to_json
from releases.models import Edition, Page, PageMediaContact, PagePicture, Release
from releases.outputs import web_page

from . import listings

SUMMARY_CHARACTERS = 240


def editions_with_window():
    """All editions in the order of their making, each with its moments: ``published_at``, when the
    world first saw its release, ``visible_until``, where the next edition begins, and
    ``redacted_at``, where the first redaction after it begins, if there is one."""
    siblings = Edition.objects.filter(release=OuterRef("release"))
    following = siblings.filter(number=OuterRef("number") + 1)
    redactions = siblings.filter(kind=Edition.Kind.REDACTION, number__gt=OuterRef("number"))
    until_now = siblings.filter(number__lte=OuterRef("number"))
    return Edition.objects.annotate(
        published_at=Subquery(until_now.order_by("visible_from").values("visible_from")[:1]),
        visible_until=Subquery(following.values("visible_from")[:1]),
        redacted_at=Subquery(redactions.order_by("number").values("visible_from")[:1]),
    ).order_by("pk")


def pages_of(edition: Edition) -> list[Page]:
    """Return the pages of an edition ``with_window``, one per language, as they should stand;
    nothing is written. Of one that was redacted only addresses are left."""
    document = from_edition(edition.document)
    if edition.redacted_at:
        return _addresses(edition, document)
    return [
        _page(
            edition,
            document,
            language,
            headline=document.headline[language],
            summary=summary(document, language),
            lead_picture=_lead_picture(document, language),
            hosts=_hosts(document, language),
            visible_until=edition.visible_until,
        )
        for language in document.languages
    ]


def _addresses(edition, document):
    """Pages without a word, whose window is empty: only what leads on from where somebody was."""
    if edition.visible_from >= min(edition.visible_until, edition.redacted_at):
        return []  # nobody ever was
    # So that a server of the version before, which knows no redaction, shows nothing either.
    empty = {"visible_until": edition.visible_from, "is_redacted": True}
    return [_page(edition, document, language, **empty) for language in document.languages]


def _page(edition, document, language, **said):
    return Page(
        edition=edition,
        language=language,
        slug=document.slug,
        date=document.dateline.date or _local_date(edition.published_at),
        published_at=edition.published_at,
        visible_from=edition.visible_from,
        **said,
    )


@transaction.atomic
def write_pages(*editions: Edition) -> None:
    """Write the pages of editions ``with_window`` in place of any that stand."""
    Page.objects.filter(edition__in=editions).delete()
    bare = [page for edition in editions if edition.redacted_at for page in pages_of(edition)]
    pages = [
        (page, document)
        for edition in editions
        if not edition.redacted_at
        for document in [from_edition(edition.document)]
        for page in pages_of(edition)
    ]
    listed = listings.with_subjects(pages)
    Page.objects.bulk_create([*bare, *(page for page, _document in pages)])
    PagePicture.objects.bulk_create(row for pair in pages for row in _pictures(*pair))
    PageMediaContact.objects.bulk_create(row for pair in pages for row in _media_contacts(*pair))
    listings.write(listed)
    search.index(pages)


def rebuild_pages(*, progress=lambda count: None) -> int:
    """Make all pages again from the editions, while the site is serving; return how many editions.

    ``progress`` is called with the count after each edition, which is a transaction of its own.
    """
    count = 0
    standing = list(Edition.objects.order_by("pk").values_list("pk", "release_id"))
    for count, (pk, release) in enumerate(standing, start=1):
        with transaction.atomic():
            # Locked: a correction meanwhile would find its window written over.
            Release.objects.select_for_update().get(pk=release)
            write_pages(editions_with_window().get(pk=pk))
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


def _media_contacts(page, document):
    for position, contact in enumerate(document.media_contacts):
        if page.language in contact.name or page.language in contact.organisation:
            yield PageMediaContact(
                page=page,
                position=position,
                identity=contact.record
                or digest([schema.written(contact.name), schema.written(contact.organisation)]),
                contact=to_json(contact),
            )


def _pictures(page, document):
    rows = {}
    for number, figure in web_page.numbered_figures(document):
        if figure.picture:
            shown = PagePicture(
                page=page,
                sha256=figure.picture.sha256,
                figure=to_json(schema.in_languages(figure, [page.language])),
                number=number,
                words=_words(figure, page.language),
            )
            rows.setdefault(shown.sha256, shown)
    for picture in document.pictures():  # logos too
        rows.setdefault(picture.sha256, PagePicture(page=page, sha256=picture.sha256))
    return rows.values()


def _words(figure, language):
    """What a picture is found by, folded: its caption, its alt text, its people and its credit."""
    people = (person.name for person in figure.people)
    texts = (figure.caption, figure.alt_text, *people, figure.credit)
    return "\n".join(search.fold(text[language]) for text in texts if language in text)
