"""Slips that a text cannot carry, planted in the document of a clean release, and clean counterparts.

Every function takes a release that has been imported and dressed: each figure has a picture, alt
text and a credit in both languages. It returns what it made of it, or None where it can make nothing.
A case without an id is clean: nothing may be found that is not found in the dressed release as well.
"""

import datetime as dt
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from releases.document import schema
from releases.document.schema import Document, replace
from releases.languages import WRITTEN
from releases.preflight import Hint, Standing
from releases.preflight.findings import Place
from releases.preflight.reading import StandingBoilerplate, Term

from .release import Release

ALT = {
    "zh-hant": ("兩個人站在講台旁握手", "海旁的建築物，天色晴朗", "數十人坐在禮堂裏，望向台上"),
    "en": (
        "Two people shaking hands beside a lectern",
        "A building on the waterfront under a clear sky",
        "Dozens of people seated in a hall, looking at the stage",
    ),
}
CREDIT = {"zh-hant": "機構提供", "en": "Courtesy of the organisation"}


@dataclass(frozen=True)
class Case:
    """A document with one slip, of which ``id`` must be found, or with none (None). ``clean`` is what
    it was made of."""

    name: str
    document: Document
    clean: Document
    id: str | None = None
    standing: Standing | None = None
    also: tuple[str, ...] = ()


Made = tuple[Document, Standing] | Document | None
_MAKERS: list[tuple[str | None, frozenset[str], tuple[str, ...], Callable[[Document], Made]]] = []


def plant(id: str | None, *releases: str, also: tuple[str, ...] = ()):
    """Plant what a function makes in the releases that are named, or else in one of three."""

    def register(make: Callable[[Document], Made]):
        _MAKERS.append((id, frozenset(releases), also, make))
        return make

    return register


def cases(release: Release) -> Iterator[Case]:
    """The cases of a release in two languages; of another one there are none."""
    document = release.imported().document
    if len(document.languages) < len(WRITTEN):
        return
    dressed = _dressed(document)
    yield Case("dressed", dressed, clean=document)
    for id, releases, also, make in _MAKERS:
        if release.name not in releases if releases else _lot(make.__name__, release.name):
            continue
        made = make(dressed)
        planted, standing = made if isinstance(made, tuple) else (made, None)
        if planted is not None and (standing or planted != dressed):
            yield Case(make.__name__, planted, dressed, id, standing, also)


def _lot(*words: str) -> int:
    """Zero for one of three, always the same ones."""
    return zlib.crc32(" ".join(words).encode()) % 3


def _dressed(document: Document) -> Document:
    """The document with everything that a text cannot carry, and no slip."""
    languages = [code for code in WRITTEN if code in document.languages]
    figures = {
        figure.key: replace(
            figure,
            picture=schema.Picture(sha256=f"{number:064x}", width=2400, height=1600),
            alt_text={code: ALT[code][number % 3] for code in languages},
            credit={code: figure.credit.get(code, CREDIT[code]) for code in languages},
        )
        for number, figure in enumerate(document.figures())
    }
    return replace(document, body=[figures.get(block.key, block) for block in document.body])


def _without(text: schema.Text, language: str) -> schema.Text:
    return {code: words for code, words in text.items() if code != language}


def _with_figure(document: Document, change, number: int = 0) -> Document | None:
    """The document with one figure changed; None where it has too few."""
    figures = document.figures()
    if len(figures) <= number:
        return None
    old = figures[number]
    return replace(
        document,
        body=[change(block) if block is old else block for block in document.body],
    )


# Pictures


@plant("pictures.missing")
def a_figure_waits_for_its_picture(document):
    return _with_figure(document, lambda figure: replace(figure, picture=None))


@plant("pictures.alt-missing")
def alt_text_in_chinese_only(document):
    return _with_figure(
        document, lambda figure: replace(figure, alt_text=_without(figure.alt_text, "en"))
    )


@plant("pictures.alt-missing")
def alt_text_in_english_only(document):
    return _with_figure(
        document, lambda figure: replace(figure, alt_text=_without(figure.alt_text, "zh-hant")), 1
    )


@plant("pictures.alt-caption")
def alt_text_that_repeats_the_english_caption(document):
    return _with_figure(
        document,
        lambda figure: replace(
            figure, alt_text={**figure.alt_text, "en": figure.caption["en"].rstrip(".")}
        ),
        1,
    )


@plant("pictures.alt-caption")
def alt_text_that_is_the_chinese_caption(document):
    return _with_figure(
        document,
        lambda figure: replace(
            figure, alt_text={**figure.alt_text, "zh-hant": figure.caption["zh-hant"]}
        ),
    )


@plant(None)
def alt_text_that_shares_words_with_the_caption(document):
    """What a picture shows is partly what the caption says: no slip."""

    def change(figure):
        first = figure.caption["en"].split(",")[0].split()
        return replace(
            figure,
            alt_text={**figure.alt_text, "en": f"{first[-1]}: seen from the side, in daylight"},
        )

    return _with_figure(document, change) if "en" in document.languages else None


@plant("pictures.small")
def a_picture_from_a_web_page(document):
    def change(figure):
        return replace(figure, picture=schema.Picture(sha256="a" * 64, width=1024, height=683))

    return _with_figure(document, change)


@plant("pictures.small")
def an_upright_picture_from_a_telephone_message(document):
    def change(figure):
        return replace(figure, picture=schema.Picture(sha256="b" * 64, width=720, height=1080))

    return _with_figure(document, change, 1)


@plant(None)
def an_upright_picture_that_is_large_enough(document):
    def change(figure):
        return replace(figure, picture=schema.Picture(sha256="c" * 64, width=900, height=1350))

    return _with_figure(document, change)


@plant("pictures.credit")
def a_picture_without_credit(document):
    return _with_figure(document, lambda figure: replace(figure, credit={}))


@plant("pictures.credit", also=("languages.missing",))
def a_credit_in_one_language(document):
    return _with_figure(
        document, lambda figure: replace(figure, credit=_without(figure.credit, "en"))
    )


# Boilerplates


def _boilerplates(document: Document, *, newest: str, since: dt.date, newer: dt.date):
    """The first boilerplate as a copy of one on record."""
    if not document.boilerplates:
        return None
    first, *others = document.boilerplates
    copied = replace(first, record="bp-record")
    standing = Standing(boilerplates={"bp-record": StandingBoilerplate(since, newest, newer)})
    return replace(document, boilerplates=[copied, *others]), standing


@plant("boilerplates.newer")
def a_newer_boilerplate_is_in_force(document):
    since, newer = dt.date(2026, 1, 1), dt.date(2026, 2, 1)
    return _boilerplates(document, newest="another", since=since, newer=newer)


@plant("boilerplates.old")
def a_boilerplate_is_older_than_a_year(document):
    since = dt.date(2024, 3, 1)
    return _boilerplates(document, newest="bp-record", since=since, newer=since)


@plant(None)
def a_boilerplate_is_the_newest_and_young(document):
    since = dt.date(2026, 11, 1)
    return _boilerplates(document, newest="bp-record", since=since, newer=since)


# Languages


def _places(document: Document) -> Iterator[Place]:
    for block in document.body:
        match block:
            case schema.Quote():
                yield Place(block.key, "words", "en")
            case schema.TextBlock():
                yield Place(block.key, "html", "en")


@plant("languages.stale")
def the_chinese_changed_after_the_english_was_made(document):
    return document, Standing(stale=(next(_places(document)),))


@plant("languages.headline-missing")
def no_english_headline(document):
    return replace(document, headline=_without(document.headline, "en"))


@plant("languages.headline-missing")
def no_chinese_headline(document):
    return replace(document, headline=_without(document.headline, "zh-hant"))


@plant("languages.body-missing", also=("languages.missing",))
def no_english_body(document):
    """Only its captions were translated."""
    body = [
        block if isinstance(block, schema.Figure) else schema.in_languages(block, ["zh-hant"])
        for block in document.body
    ]
    return replace(document, body=body)


@plant("languages.one-language")
def out_in_english_only(document):
    return replace(document, languages=["en"])


@plant("languages.one-language")
def out_in_chinese_only(document):
    return replace(document, languages=["zh-hant"])


@plant("languages.missing")
def a_speaker_has_no_english_title(document):
    quote = document.quotes()[0]
    speaker = replace(quote.speaker, job_title=_without(quote.speaker.job_title, "en"))
    changed = replace(quote, speaker=speaker)
    return replace(document, body=[changed if b is quote else b for b in document.body])


@plant("languages.missing")
def a_city_in_one_language(document):
    city = _without(document.dateline.city, "en")
    return replace(document, dateline=replace(document.dateline, city=city))


@plant("languages.missing")
def a_boilerplate_in_one_language(document):
    first, *others = document.boilerplates
    return replace(
        document, boilerplates=[replace(first, text=_without(first.text, "en")), *others]
    )


def _terms(*pairs: tuple[str, str]) -> Standing:
    return Standing(terms=tuple(Term(zh, en, "term") for zh, en in pairs))


@plant("languages.terms", "chip_funding")
def another_word_than_the_glossary_has_for_chips(document):
    return document, _terms(("良率", "pass rate"))


@plant("languages.terms", "bank_results")
def another_word_than_the_glossary_has_for_banks(document):
    return document, _terms(("撥備覆蓋率", "allowance coverage ratio"))


@plant("languages.terms", "wetland_count")
def another_word_than_the_glossary_has_for_birds(document):
    return document, _terms(("停歇地", "staging site"))


@plant("languages.terms", "rail_station")
def another_word_than_the_glossary_has_for_trains(document):
    return document, _terms(("再生鋼筋", "recycled rebar"))


@plant(None, "chip_funding")
def the_words_of_the_glossary_for_chips(document):
    return document, _terms(
        ("矽光子晶片", "silicon photonics chip"),
        ("數據中心", "data centre"),
        ("封裝測試", "packaging and testing"),
    )


@plant(None, "bank_results")
def the_words_of_the_glossary_for_banks(document):
    return document, _terms(
        ("淨利息收益率", "net interest margin"),
        ("淨利息收入", "net interest income"),
        ("不良貸款比率", "non-performing loan ratio"),
    )


@plant(None, "wetland_count")
def the_words_of_the_glossary_for_birds(document):
    return document, _terms(("黑臉琵鷺", "black-faced spoonbill"), ("彎嘴濱鷸", "curlew sandpiper"))


# Dates


def _embargoed(document: Document, days: int, hour: int) -> Document | None:
    day = document.dateline.date
    if day is None:
        return None
    moment = dt.datetime.combine(day + dt.timedelta(days), dt.time(hour), dt.UTC)
    return replace(document, embargo_until=moment)


@plant("dates.embargo")
def an_embargo_of_the_day_after(document):
    return _embargoed(document, 1, 2)


@plant("dates.embargo")
def an_embargo_that_is_the_next_day_in_hong_kong(document):
    return _embargoed(document, 0, 17)


@plant(None)
def an_embargo_of_the_evening_before_in_utc(document):
    """22:00 UTC is 6 am of the day of the dateline in Hong Kong."""
    return _embargoed(document, -1, 22)


# Media contacts


def _with_contact(document: Document, **changes) -> Document | None:
    if not document.media_contacts:
        return None
    first, *others = document.media_contacts
    return replace(document, media_contacts=[replace(first, **changes), *others])


@plant("contacts.email")
def an_address_without_its_end(document):
    return _with_contact(document, emails=["press@harbourline"])


@plant("contacts.email")
def an_address_with_a_full_stop(document):
    return _with_contact(document, emails=[f"{document.media_contacts[0].emails[0]}."])


@plant(None)
def an_address_with_a_plus_and_a_long_ending(document):
    return _with_contact(document, emails=["press+hk@media.newsroom.example"])


@plant("contacts.phone-country")
def a_number_that_the_source_printed_short(document):
    first = document.media_contacts[0]
    printed = first.phones[0].number.removeprefix("+852")
    return document, Standing(hints=(Hint("contacts.phone-country", first.key, printed),))


@plant(None)
def a_number_that_was_changed_since_it_was_read(document):
    hint = Hint("contacts.phone-country", document.media_contacts[0].key, "2100 0000")
    return document, Standing(hints=(hint,))


@plant("contacts.none")
def nobody_to_call_at_the_partner(document):
    if (
        len(document.organisations) != len(document.media_contacts)
        or len(document.organisations) < 2
    ):
        return None
    return replace(document, media_contacts=document.media_contacts[:-1])


@plant(None)
def an_agency_that_answers_for_everybody(document):
    agency = replace(
        document.media_contacts[0],
        organisation={"zh-hant": "青嵐傳訊顧問", "en": "Azure Mist Communications"},
        on_behalf_of={},
    )
    return replace(document, media_contacts=[agency])


# People


@plant("people.captions")
def somebody_in_the_picture_whom_the_caption_does_not_name(document):
    def change(figure):
        more = schema.PersonInPicture(
            key=f"{figure.key}-more",
            name={"zh-hant": "區敏兒", "en": "Minnie Au"},
            position={"zh-hant": "後排右二", "en": "second from right, back row"},
        )
        return replace(figure, people=[*figure.people, more])

    return _with_figure(document, change)


@plant("people.speaker-introduced", also=("languages.missing",))
def a_quote_of_somebody_without_a_post(document):
    quote = document.quotes()[-1]
    told = replace(
        quote,
        speaker=schema.Person(name={"zh-hant": "魏一鳴", "en": "Edmund Ngai"}),
        lead_in={"zh-hant": "魏一鳴說：", "en": "Edmund Ngai said: "},
        words={"zh-hant": "這件事總算有了一個好開始。", "en": "It is a good start at last."},
        follow_on={},
    )
    return replace(document, body=[told if b is quote else b for b in document.body])
