"""What a page is listed under: its year, its topics, its organisations and its people."""

from releases.document import appearances, schema
from releases.models import Listing, PageListing
from releases.outputs import web_page

Kind = Listing.Kind


def write(page, document):
    """Write the listings of a page, and which of them is its subject.

    Only what the page names: an organisation's releases in a language are those that name it in
    that language.
    """
    rows = {}
    for kind, key, name, printed in _listings(page, document):
        rows.setdefault((kind, key), (name, printed))
    Listing.objects.bulk_create(
        (Listing(kind=kind, key=key) for kind, key in rows), ignore_conflicts=True
    )
    known = {
        (listing.kind, listing.key): listing
        for listing in Listing.objects.filter(key__in=[key for _kind, key in rows])
    }
    PageListing.objects.bulk_create(
        PageListing(
            page=page,
            listing=known[listing],
            language=page.language,
            date=page.date,
            name=name,
            printed=printed,
        )
        for listing, (name, printed) in rows.items()
    )
    subjects = (known[row] for row in rows if row[0] in (Kind.TOPIC, Kind.ORGANISATION))
    page.subject = next(subjects, None)
    page.save(update_fields=["subject"])


def _listings(page, document):
    """Kind, key, name and what else is printed; the first topic, or else organisation, leads."""
    language = page.language
    year = f"{page.date.year:04d}"
    yield Kind.YEAR, year, year, {}
    for kind, parts in (
        (Kind.TOPIC, document.topics),
        (Kind.ORGANISATION, document.organisations),
    ):
        for part in parts:
            if part.record and language in part.name:
                yield kind, part.record, part.name[language], {}
    for key, appearance in appearances(document).items():
        person = web_page.display_person(appearance.person, language)
        if person["name"]:
            yield Kind.PERSON, key, person["name"], _printed(person, appearance, language)


def _printed(person, appearance, language):
    """The role as of the day, the ``parts`` taken, and each quote's key and words."""
    return {
        "role": person["role"],
        "parts": appearance.parts,
        "quotes": [
            {"key": quote.key, "words": schema.printed_words(quote, language)}
            for quote in appearance.quotes
            if language in quote.words
        ],
    }
