"""Standing: what the newsroom knows of a release besides its document."""

from collections.abc import Iterator

from django.utils import timezone

from partners.models import Boilerplate, Organisation, Spokesperson
from releases import drafting
from releases.document import Document, schema
from releases.document.mapping import text
from releases.languages import WRITTEN
from releases.models import Release
from releases.models import Term as GlossaryTerm

from .findings import Place
from .reading import Hint, Standing, StandingBoilerplate, Term

MOST = 5_000  # records of each kind that are looked through


def standing(release: Release, document: Document) -> Standing:
    """Return what is on record about the parts and the words of a draft's document. Five queries."""
    stale = drafting.translation_state(release, document)[1] if release.pk else []
    return Standing(
        terms=tuple(_terms(document)),
        boilerplates=_boilerplates(document),
        stale=tuple(Place(*found.unit.place) for found in stale),
        hints=tuple(Hint(**hint) for hint in release.source_hints),
    )


def _boilerplates(document: Document) -> dict[str, StandingBoilerplate]:
    """Those that the document names, each with the newest of its organisation."""
    named = {part.record for part in document.boilerplates if part.record}
    today = timezone.localdate()
    of_its_organisation = Boilerplate.objects.filter(
        organisation__boilerplates__key__in=named
    ).distinct()
    found, newest = [], {}
    for key, organisation, day in of_its_organisation.order_by("in_force_from").values_list(
        "key", "organisation", "in_force_from"
    ):
        if day <= today:
            newest[organisation] = (key, day)
        if key in named:
            found.append((key, organisation, day))
    return {
        # One that comes into force later has none that is newer.
        key: StandingBoilerplate(day, *newest.get(organisation, (key, day)))
        for key, organisation, day in found
    }


def _terms(document: Document) -> Iterator[Term]:
    """The glossary; and of the names on record those that the document prints without naming them
    among its own organisations and people."""
    for zh_hant, en in GlossaryTerm.objects.exclude(en="").values_list("zh_hant", "en")[:MOST]:
        yield Term(zh_hant, en, "term")
    printed = "\n".join(_words(schema.to_json(document)))
    own = {words for name in _own_names(document) for words in name.values()}
    for model, kind in ((Organisation, "organisation"), (Spokesperson, "person")):
        for row in model.objects.order_by("pk")[:MOST]:
            name = text(row, "name")
            if len(name) < len(WRITTEN) or not own.isdisjoint(name.values()):
                continue
            if any(words in printed for words in name.values()):
                yield Term(name["zh-hant"], name["en"], kind)


def _own_names(document: Document) -> Iterator[schema.Text]:
    for organisation in document.organisations:
        yield organisation.name
    for boilerplate in document.boilerplates:
        yield boilerplate.organisation
    people = [quote.speaker for quote in document.quotes()]
    people += [row.person for row in (*document.signatories, *document.witnesses)]
    for person in people:
        yield person.name
        yield person.organisation
    for figure in document.figures():
        yield from (person.name for person in figure.people)
    for contact in document.media_contacts:
        yield contact.name
        yield contact.organisation
        yield contact.on_behalf_of


def _words(value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _words(inner)
        case list():
            for inner in value:
                yield from _words(inner)
