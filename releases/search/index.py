"""The index: what of a page is searched, and how it gets there."""

import re
from collections.abc import Callable

from django.db import transaction
from django.db.models import Q

from media_contacts.fields import display_phone
from releases import rich_text
from releases.document import Document, from_edition, schema
from releases.languages import is_chinese
from releases.models.edition import Page
from releases.models.search import PageText, Word

from .folding import fold, is_unspaced
from .tokens import LONGEST, marked, tokens

SHORTEST_WORD = 4  # shorter words are not worth a guess
BATCH = 200


def index(pages: list[tuple[Page, Document]]) -> None:
    """Index pages, each given with its document, in place of what stands for them."""
    texts = [page_text(page, document) for page, document in pages]
    _write(texts)
    _remember_words(texts)


def rebuild(*, progress=lambda count: None) -> int:
    """Index all pages again, while the site is serving; return how many there are.

    ``progress`` is called with the count after each batch, which is a transaction of its own.
    """
    count, last = 0, 0
    while True:
        with transaction.atomic():
            pages = Page.objects.select_related("edition").filter(pk__gt=last).order_by("pk")
            # Locked: a page that is remade meanwhile must not leave its words behind.
            batch = list(pages.select_for_update(of=("self",))[:BATCH])
            standing = PageText.objects.in_bulk([page.pk for page in batch])
            texts = [page_text(page, from_edition(page.edition.document)) for page in batch]
            # What is right already stays: each row written costs its thousand tokens.
            _write([t for t in texts if t.pk not in standing or _differ(t, standing[t.pk])])
            _remember_words(texts)
        if not batch:
            return count
        count, last = count + len(batch), batch[-1].pk
        progress(count)


def page_text(page: Page, document: Document) -> PageText:
    """Return the words of a page as they should be indexed; nothing is written."""
    body, tail = _lines(_body(document, page.language)), _lines(_tail(document, page.language))
    folded = [[fold(line) for line in lines] for lines in (_lines([page.headline]), body, tail)]
    in_headline, in_body, in_tail = (tokens("".join(lines)) for lines in folded)
    in_tail.update(_numbers(document, page.language))
    folded_headline, folded_body, folded_tail = map("\n".join, folded)
    return PageText(
        page=page,
        language=page.language,
        body="\n".join(body),
        tail="\n".join(tail),
        folded_headline=folded_headline,
        folded_body=folded_body,
        folded_tail=folded_tail,
        tokens=" ".join(sorted(marked(in_headline, in_body, in_tail))),
    )


def _write(texts):
    PageText.objects.bulk_create(
        texts,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=[f.name for f in PageText._meta.fields if not f.primary_key],
    )


def _remember_words(texts):
    words = {
        word
        for text in texts
        for word in f"{text.folded_headline}{text.folded_body}{text.folded_tail}".split()
        if is_offered(word)
    }
    Word.objects.bulk_create(
        [Word(word=word, start=word[:2], end=word[-2:]) for word in sorted(words)],
        ignore_conflicts=True,
    )


def forget(is_named: Callable[[str], bool], *, apply: bool) -> list[str]:
    """Return the words that ``is_named`` says and no page holds any more; forget them if ``apply``.

    They would be offered in place of a mistyped one.
    """
    named = [word for word in Word.objects.values_list("word", flat=True) if is_named(word)]
    gone = [word for word in named if not PageText.objects.filter(_holds(word)).exists()]
    if apply:
        Word.objects.filter(word__in=gone).delete()
    return gone


def _holds(word):
    unit = f" {word} "
    return (
        Q(folded_headline__contains=unit)
        | Q(folded_body__contains=unit)
        | Q(folded_tail__contains=unit)
    )


def _differ(one, other):
    return any(getattr(one, f.attname) != getattr(other, f.attname) for f in PageText._meta.fields)


def is_offered(word: str) -> bool:
    """Whether a folded word may be offered in place of a mistyped one, or guessed at."""
    return SHORTEST_WORD <= len(word) <= LONGEST and word.isalpha() and not is_unspaced(word)


def _lines(parts):
    return [line for part in parts for line in part.splitlines() if line.strip()]


def _body(document, language):
    yield document.sub_headline.get(language, "")
    yield from (point.text.get(language, "") for point in document.key_points)
    yield document.dateline.city.get(language, "")
    yield from _blocks(document.body, language)
    yield from (_person(quote.speaker, language) for quote in document.quotes())
    for part in (*document.signatories, *document.witnesses):
        yield _person(part.person, language)
    for organisation in document.organisations:
        yield organisation.name.get(language, "")
        yield organisation.short_name.get(language, "")
    yield from (topic.name.get(language, "") for topic in document.topics)
    yield from _blocks(document.notes_to_editors, language)


def _blocks(blocks, language):
    for block in blocks:
        match block:
            case schema.TextBlock():
                yield rich_text.to_plain(block.html.get(language, ""))
            case schema.Quote():
                yield schema.printed_quote(block, language)
            case schema.Subheading():
                yield block.text.get(language, "")
            case schema.Figure():
                yield block.caption.get(language, "")
                yield from (person.name.get(language, "") for person in block.people)


def _person(person, language):
    """A person in one line, as the language puts it."""
    name, honorific, job_title, organisation = (
        getattr(person, field).get(language, "")
        for field in ("name", "honorific", "job_title", "organisation")
    )
    if is_chinese(language):
        return f"{organisation}{job_title} {name}{honorific}"
    return f"{honorific} {name}, {job_title}, {organisation}"


def _tail(document, language):
    for boilerplate in document.boilerplates:
        yield boilerplate.organisation.get(language, "")
        yield boilerplate.text.get(language, "")
    for contact in _contacts(document, language):
        yield " ".join(
            [
                contact.name.get(language, ""),
                contact.organisation.get(language, ""),
                contact.on_behalf_of.get(language, ""),
                *(display_phone(schema.to_json(phone)) for phone in contact.phones),
                *contact.emails,
            ]
        ).strip()


def _contacts(document, language):
    return [
        contact
        for contact in document.media_contacts
        if language in contact.name or language in contact.organisation
    ]


def _numbers(document, language):
    """Telephone numbers in one piece, with and without the country: they are typed so as well."""
    for contact in _contacts(document, language):
        for phone in contact.phones:
            country, _space, rest = display_phone(
                schema.to_json(phone) | {"extension": ""}
            ).partition(" ")
            rest = re.sub(r"\D", "", rest)
            yield from (country.removeprefix("+") + rest, rest)
