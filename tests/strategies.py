"""Documents for hypothesis: any text, missing languages, empty lists, any order."""

import datetime as dt

from hypothesis import strategies as st

from releases import rich_text
from releases.document import schema
from releases.languages import WRITTEN

# Any character that UTF-8 and jsonb can hold: emoji, beyond the BMP, combining marks, controls.
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
samples = st.sampled_from(
    [
        "香港",
        "査毅 é e\u0301",
        "👩🏽‍🔬",
        "𠮷野家",
        "  spaces  ",
        "a\r\nb\n\nc",
        "<b>&amp;</b>",
        "\u202e",
        "'\"`;--",
    ]
)
words = st.text(characters, min_size=1, max_size=20) | samples
texts = st.dictionaries(st.sampled_from(WRITTEN), words)
html = words.map(rich_text.from_plain) | words.map(
    lambda w: rich_text.clean(f"<p><strong>{w}</strong></p>")
)
html_texts = st.dictionaries(st.sampled_from(WRITTEN), html.filter(bool))
records = st.none() | st.from_regex(r"[a-z0-9][a-z0-9-]{0,39}", fullmatch=True)
moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1), timezones=st.just(dt.UTC))
websites = st.sampled_from(["", "https://www.cape.example", "http://例.example/路?a=1&b=%20#x"])
# Keys are made unique when the document is put together.
keys = st.just("key")


def persons():
    return st.builds(
        schema.Person,
        record=records,
        name=texts,
        honorific=texts,
        job_title=texts,
        organisation=texts,
    )


def quotes():
    marks = st.dictionaries(st.sampled_from(WRITTEN), st.sampled_from(["“”", "‘’", '""', "『』"]))
    return st.builds(
        schema.Quote,
        key=keys,
        speaker=persons(),
        lead_in=texts,
        words=texts,
        follow_on=texts,
        marks=marks,
        original_language=st.none() | st.sampled_from(WRITTEN),
    )


def figures(pictures):
    return st.builds(
        schema.Figure,
        key=keys,
        picture=pictures,
        focal_point=st.none()
        | st.builds(schema.FocalPoint, x=st.integers(0, 100), y=st.integers(0, 100)),
        alt_text=texts,
        caption=texts,
        credit=texts,
        usage_terms=texts,
        people=st.lists(
            st.builds(schema.PersonInPicture, key=keys, record=records, name=texts, position=texts),
            max_size=2,
        ),
    )


def blocks(pictures):
    return st.one_of(
        st.builds(schema.TextBlock, key=keys, html=html_texts),
        quotes(),
        figures(pictures),
        st.builds(schema.Subheading, key=keys, text=texts),
    )


def documents(pictures=()):
    """Whole documents. ``pictures`` are the stored pictures that figures and logos may show."""
    picture = st.sampled_from([None, *pictures])
    phones = st.builds(
        schema.Phone,
        number=st.from_regex(r"\+[1-9][0-9]{3,14}", fullmatch=True),
        extension=st.from_regex(r"[0-9]{0,8}", fullmatch=True),
    )
    lists = {
        "key_points": st.builds(schema.KeyPoint, key=keys, text=texts),
        "organisations": st.builds(
            schema.Organisation,
            key=keys,
            record=records,
            role=st.sampled_from(["host", "partner"]),
            name=texts,
            short_name=texts,
            website=websites,
            logo=picture,
        ),
        "topics": st.builds(schema.Topic, key=keys, record=records, name=texts),
        "body": blocks(picture),
        "caption_quotes": quotes(),
        "notes_to_editors": blocks(picture),
        "signatories": st.builds(schema.Signatory, key=keys, person=persons()),
        "witnesses": st.builds(schema.Witness, key=keys, person=persons()),
        "boilerplates": st.builds(
            schema.Boilerplate,
            key=keys,
            record=records,
            organisation=texts,
            text=texts,
            website=websites,
        ),
        "media_contacts": st.builds(
            schema.MediaContact,
            key=keys,
            record=records,
            organisation=texts,
            on_behalf_of=texts,
            name=texts,
            phones=st.lists(phones, max_size=2),
            emails=st.lists(words, max_size=2),
        ),
        "simplified_passages": st.builds(
            schema.SimplifiedPassage,
            key=keys,
            traditional=words | st.just(""),
            simplified=words | st.just(""),
        ),
    }
    return st.builds(
        schema.Document,
        slug=st.from_regex(r"[a-z0-9][a-z0-9-]{4,99}", fullmatch=True),
        languages=st.lists(st.sampled_from(schema.LANGUAGES), unique=True),
        headline=texts,
        sub_headline=texts,
        dateline=st.builds(schema.Dateline, city=texts, date=st.none() | st.dates()),
        embargo_until=st.none() | moments,
        **{name: st.lists(item, max_size=3) for name, item in lists.items()},
    ).flatmap(_with_keys_and_carried_quotes)


@st.composite
def _with_keys_and_carried_quotes(draw, document):
    order = draw(st.permutations(range(len(schema.parts(document)))))
    names = iter(f"k{number}" for number in order)

    def keyed(part):
        part = schema.replace(part, key=next(names))
        if isinstance(part, schema.Figure):
            part = schema.replace(part, people=[keyed(person) for person in part.people])
        return part

    lists = {
        name: [keyed(part) for part in getattr(document, name)]
        for name in document.__struct_fields__
        if isinstance(getattr(document, name), list) and name != "languages"
    }
    document = schema.replace(document, **lists)
    carried = st.sampled_from([None, *(quote.key for quote in document.quotes())])

    def carrying(block):
        return (
            schema.replace(block, quote=draw(carried))
            if isinstance(block, schema.Figure)
            else block
        )

    regions = {
        name: [carrying(block) for block in getattr(document, name)]
        for name in ("body", "notes_to_editors")
    }
    return schema.replace(document, **regions)
