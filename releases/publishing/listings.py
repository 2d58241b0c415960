"""What a page is listed under: its year, its topics, its organisations and its people."""

from releases.document import appearances, schema
from releases.models import Listing, PageListing
from releases.outputs import web_page

Kind = Listing.Kind
SUBJECTS = (Kind.TOPIC, Kind.ORGANISATION)


def with_subjects(pages):
    """Return what the pages, each given with its document, are listed under, and give each its subject.

    Only what a page names: an organisation's releases in a language are those that name it in that
    language.
    """
    rows = []
    for page, document in pages:
        named = {}
        for kind, key, name, printed in _listings(page, document):
            named.setdefault((kind, key), (name, printed))
        rows.append((page, named))
    wanted = sorted({listing for _page, named in rows for listing in named})
    # In one order, so that two who publish at the same moment wait for each other and not both.
    Listing.objects.bulk_create(
        [Listing(kind=kind, key=key) for kind, key in wanted], ignore_conflicts=True
    )
    known = {
        (listing.kind, listing.key): listing
        for listing in Listing.objects.filter(key__in=[key for _kind, key in wanted])
    }
    for page, named in rows:
        page.subject = next((known[row] for row in named if row[0] in SUBJECTS), None)
    return [(page, known[row], *said) for page, named in rows for row, said in named.items()]


def write(listed):
    """Write what ``with_subjects`` returned, once its pages are there."""
    PageListing.objects.bulk_create(
        PageListing(
            page=page,
            listing=listing,
            language=page.language,
            date=page.date,
            name=name,
            printed=printed,
        )
        for page, listing, name, printed in listed
    )


def _listings(page, document):
    """Kind, key, name and what else is printed; the first topic, or else organisation, leads."""
    language = page.language
    year = f"{page.date.year:04d}"
    yield Kind.YEAR, year, year, {}
    for topic in document.topics:
        if topic.record and language in topic.name:
            yield Kind.TOPIC, topic.record, topic.name[language], {}
    for organisation in document.organisations:
        if organisation.record and language in organisation.name:
            said = [q for q in document.quotes() if _speaks_for(q.speaker, organisation, language)]
            printed = {"quotes": _quotes(said, language)}
            yield Kind.ORGANISATION, organisation.record, organisation.name[language], printed
    for key, appearance in appearances(document).items():
        person = web_page.display_person(appearance.person, language)
        if person["name"]:
            printed = {
                "role": person["role"],
                "parts": appearance.parts,
                "quotes": _quotes(appearance.quotes, language),
            }
            yield Kind.PERSON, key, person["name"], printed


def _speaks_for(person, organisation, language):
    names = (organisation.name.get(language), organisation.short_name.get(language))
    return person.organisation.get(language, "") in [name for name in names if name]


def _quotes(quotes, language):
    """The words of each quote and who said them."""
    return [
        {
            "words": schema.printed_words(quote, language),
            "speaker": web_page.display_person(quote.speaker, language)["name"],
        }
        for quote in quotes
        if language in quote.words
    ]
