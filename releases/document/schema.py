"""The document: one release whole, in all its languages. The only definition of its shape.

A document is a value: frozen, compared by content, written as JSON. People, organisations,
boilerplates and media contacts stand in it as they were on the day; ``record`` remembers the
standing record they were copied from. Pictures stand in it by the SHA-256 of their bytes.

Rules that hold everywhere:

- A ``Text`` maps a language code (BCP 47) to words. A language without words is left out; an
  empty string is never written.
- Every part has a ``key``: given once, unique in its document, kept when the part moves.
- Plain text is plain; blank lines separate paragraphs. Only ``Text blocks`` hold HTML, and only
  what ``releases.rich_text`` keeps.
- Moments are UTC.
"""

import datetime as dt
from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec
from msgspec import Meta

from releases import rich_text
from releases.languages import WRITTEN
from releases.models.draft import KEY, SLUG

SCHEMA = 1

# ``zh-hans`` words are derived (see ``simplified``): in editions and previews, never in a draft.
Language = Literal["zh-hant", "en", "zh-hans"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Key = Annotated[str, Meta(pattern=KEY)]
Slug = Annotated[str, Meta(pattern=SLUG)]
Words = Annotated[str, Meta(min_length=1)]
Text = dict[Language, Words]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Website = Annotated[str, Meta(pattern=r"^(https?://\S+)?\Z")]
Percent = Annotated[int, Meta(ge=0, le=100)]


Whole = TypeVar("Whole", bound=msgspec.Struct)


class DocumentError(ValueError):
    """A value is no document. The message says what is wrong and where (``$.body[2].key``)."""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything in a document that a decision, a finding or a translation mark can be about."""

    key: Key


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a part has that is no part of its own."""


class Picture(Value):
    """A picture by the SHA-256 of its stored bytes; width and height in pixels."""

    sha256: Sha256
    width: Annotated[int, Meta(ge=1)]
    height: Annotated[int, Meta(ge=1)]


class FocalPoint(Value):
    """The point a crop must keep, in per cent from the left and from the top."""

    x: Percent
    y: Percent


class Dateline(Value):
    city: Text = {}
    date: dt.date | None = None


class Person(Value):
    """A person as of the day. ``record`` is the key of a Spokesperson."""

    record: Key | None = None
    name: Text = {}
    honorific: Text = {}
    job_title: Text = {}
    organisation: Text = {}


class KeyPoint(Part):
    text: Text = {}


class Organisation(Part):
    """An organisation that issues the release. ``record`` is the key of an Organisation."""

    record: Key | None = None
    role: Literal["host", "partner"] = "host"
    name: Text = {}
    short_name: Text = {}
    website: Website = ""
    logo: Picture | None = None


class Signatory(Part):
    person: Person


class Witness(Part):
    person: Person


class TextBlock(Part, tag="text", tag_field="kind"):
    """One or more paragraphs or lists of rich text (HTML, see ``releases.rich_text``)."""

    html: Text = {}


class Quote(Part, tag="quote", tag_field="kind"):
    """A paragraph with attributed words.

    The printed paragraph is ``lead_in + mark + words + mark + follow_on`` (see ``printed_quote``).
    Spaces at the joints belong to ``lead_in`` and ``follow_on``. Where the words go on after
    the attribution (“…,” said X. “…”), ``follow_on`` holds the rest with its own marks.
    ``marks`` are the opening and the closing mark where they are not the language's own.
    """

    speaker: Person = Person()
    lead_in: Text = {}
    words: Text = {}
    follow_on: Text = {}
    marks: dict[Language, Annotated[str, Meta(min_length=2, max_length=2)]] = {}
    original_language: Literal["zh-hant", "en"] | None = None


class PersonInPicture(Part):
    """Who is in the picture and where (“left, front row”). ``record`` is the key of a Spokesperson."""

    record: Key | None = None
    name: Text = {}
    position: Text = {}


class Figure(Part, tag="figure", tag_field="kind"):
    """A picture with its caption. ``quote`` is the key of the Quote that the caption carries."""

    picture: Picture | None = None
    focal_point: FocalPoint | None = None
    alt_text: Text = {}
    caption: Text = {}
    credit: Text = {}
    usage_terms: Text = {}
    people: list[PersonInPicture] = []
    quote: Key | None = None


class Subheading(Part, tag="subheading", tag_field="kind"):
    text: Text = {}


Block = TextBlock | Quote | Figure | Subheading


class Boilerplate(Part):
    """The standing text about an organisation. ``record`` is the key of a Boilerplate."""

    record: Key | None = None
    organisation: Text = {}
    text: Text = {}
    website: Website = ""


class Phone(Value):
    """A telephone number in E.164 (``+85228374775``) and its extension."""

    number: Annotated[str, Meta(pattern=r"^\+[1-9][0-9]{3,14}\Z")]
    extension: Annotated[str, Meta(pattern=r"^[0-9]{0,8}\Z")] = ""


class MediaContact(Part):
    """Whom a journalist may call. ``organisation`` employs the person (it may be an agency),
    ``on_behalf_of`` is the organisation spoken for. ``record`` is the key of a MediaContact."""

    record: Key | None = None
    organisation: Text = {}
    on_behalf_of: Text = {}
    name: Text = {}
    phones: list[Phone] = []
    emails: list[Words] = []


class Topic(Part):
    """A subject that releases are listed under. ``record`` is the key of a Topic."""

    record: Key | None = None
    name: Text = {}


class SimplifiedPassage(Part):
    """What is printed in Simplified Chinese where these Traditional words stand in the release."""

    traditional: str = ""
    simplified: str = ""


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One release whole. ``languages`` are those it goes out in; leaving one out is a choice."""

    schema: Literal[1] = SCHEMA
    slug: Slug
    languages: list[Language] = []
    headline: Text = {}
    sub_headline: Text = {}
    key_points: list[KeyPoint] = []
    dateline: Dateline = Dateline()
    embargo_until: dt.datetime | None = None
    organisations: list[Organisation] = []
    topics: list[Topic] = []
    body: list[Block] = []
    caption_quotes: list[Quote] = []
    """Quotes that stand only in a figure's caption."""
    signatories: list[Signatory] = []
    witnesses: list[Witness] = []
    notes_to_editors: list[Block] = []
    boilerplates: list[Boilerplate] = []
    media_contacts: list[MediaContact] = []
    simplified_passages: list[SimplifiedPassage] = []

    def figures(self) -> list[Figure]:
        return [b for b in (*self.body, *self.notes_to_editors) if isinstance(b, Figure)]

    def quotes(self) -> list[Quote]:
        """All quotes in the order in which they are printed, those in captions last."""
        blocks = (*self.body, *self.notes_to_editors, *self.caption_quotes)
        return [b for b in blocks if isinstance(b, Quote)]

    def pictures(self) -> list[Picture]:
        """Every picture used, figures and logos, each once."""
        used = [f.picture for f in self.figures()] + [o.logo for o in self.organisations]
        return list({p.sha256: p for p in used if p}.values())


def in_languages(document: Whole, languages: list[Language]) -> Whole:
    """Return the document, or any part of one, with the words of some languages only."""
    return msgspec.convert(_in_languages(to_json(document), set(languages)), type(document))


def _in_languages(value: Any, languages: set[str]) -> Any:
    match value:
        case dict():
            return {
                name: _in_languages(inner, languages)
                for name, inner in value.items()
                # A field of a struct is never named like a language.
                if name not in LANGUAGES or name in languages
            }
        case list():
            return [_in_languages(inner, languages) for inner in value]
    return value


def written(text: Text) -> Text:
    """Return the words of a Text that people wrote: the same, whether it is of a draft or an edition."""
    return {language: text[language] for language in WRITTEN if language in text}


MARKS: dict[str, str] = {"zh-hant": "「」", "en": "“”", "zh-hans": "“”"}


def printed_quote(quote: Quote, language: Language) -> str:
    """Return the paragraph as it is printed, word for word."""
    return (
        quote.lead_in.get(language, "")
        + printed_words(quote, language)
        + quote.follow_on.get(language, "")
    )


def printed_words(quote: Quote, language: Language) -> str:
    """Return the words in their marks; empty where there are none.

    Words of several paragraphs open each with the mark again and close only once, at the end.
    """
    words = quote.words.get(language, "")
    if not words:
        return ""
    opening, closing = quote.marks.get(language, MARKS[language])
    return opening + words.replace("\n\n", f"\n\n{opening}") + closing


def parts(document: Document) -> list[Part]:
    """Every part of a document that has a key."""
    return [
        *document.key_points,
        *document.organisations,
        *document.topics,
        *document.body,
        *document.caption_quotes,
        *document.signatories,
        *document.witnesses,
        *document.notes_to_editors,
        *(person for figure in document.figures() for person in figure.people),
        *document.boilerplates,
        *document.media_contacts,
        *document.simplified_passages,
    ]


replace = msgspec.structs.replace


# Fields younger than schema 1 are written only where they hold something: digests stand.
_YOUNGER = ("simplified_passages",)


def to_json(value: Any) -> Any:
    """Return a document, or any part of one, as plain JSON values."""
    plain = msgspec.to_builtins(value)
    if isinstance(value, Document):
        return {name: inner for name, inner in plain.items() if inner or name not in _YOUNGER}
    return plain


_READER = msgspec.json.Decoder(Document)


def figure_from_json(value: Any) -> Figure:
    """Return the figure that ``to_json`` made JSON of."""
    return msgspec.convert(value, Figure)


def from_json(value: Any) -> Document:
    """Return the document that plain JSON values hold, of any schema version ever published.

    Raises DocumentError where they hold none; see ``check``.
    """
    document = from_edition(value)
    check(document)
    return document


def from_edition(value: Any) -> Document:
    """Return the document of an edition: checked when it was frozen, so only its shape is read.

    ``value`` is JSON values, or JSON as the database wrote it.
    """
    if isinstance(value, dict) and value.get("schema") != SCHEMA:
        raise DocumentError(
            f"This newsroom reads schema {SCHEMA}, not {value.get('schema')!r} - at `$.schema`"
        )
    try:
        if isinstance(value, str):
            return _READER.decode(value)
        return msgspec.convert(value, Document)
    except msgspec.DecodeError as error:
        raise DocumentError(str(error)) from error


def check(document: Document) -> None:
    """Raise DocumentError where a document breaks a rule that types cannot say."""
    _check_strings(to_json(document), "$")
    keys = [part.key for part in parts(document)]
    if len(set(keys)) != len(keys):
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise DocumentError(f"Keys must be unique; given twice: {', '.join(twice)} - at `$`")
    if len(set(document.languages)) != len(document.languages):
        raise DocumentError("A language stands twice - at `$.languages`")
    quotes = {quote.key for quote in document.quotes()}
    for figure in document.figures():
        if figure.quote is not None and figure.quote not in quotes:
            raise DocumentError(
                f"Figure {figure.key} carries the quote {figure.quote}, which is not there"
            )
    for block in (*document.body, *document.notes_to_editors):
        if isinstance(block, TextBlock):
            for language, html in block.html.items():
                if rich_text.clean(html) != html:
                    raise DocumentError(
                        f"Text {block.key} holds HTML that is not allowed ({language})"
                    )
    moment = document.embargo_until
    if moment is not None and moment.utcoffset() != dt.timedelta(0):
        raise DocumentError("The embargo must be a moment in UTC - at `$.embargo_until`")


def _check_strings(value: Any, place: str) -> None:
    match value:
        case str():
            # jsonb cannot hold NUL, UTF-8 cannot hold a lone surrogate.
            if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
                raise DocumentError(
                    f"A character that cannot be stored (NUL or half a pair) - at `{place}`"
                )
        case dict():
            for name, inner in value.items():
                _check_strings(inner, f"{place}.{name}")
        case list():
            for index, inner in enumerate(value):
                _check_strings(inner, f"{place}[{index}]")
