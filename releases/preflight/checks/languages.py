"""Both languages say the same: nothing is missing, nobody is left out, terms are those of the house."""

import re
from collections import defaultdict

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from releases import drafting, rich_text
from releases.document import schema
from releases.languages import is_chinese, language_name

from ..findings import ERROR, NOTE, WARNING, Found, Place, check
from ..people import speech
from ..places import name_of_words
from ..whole import begun_languages, has_body, has_headline


@check(
    "languages.headline-missing",
    ERROR,
    title=gettext_lazy("Headline missing"),
    hint=gettext_lazy("Write the headline, or leave that language out of the release."),
)
def no_headline(reading):
    """A language that the release goes out in and that has no headline."""
    for language in reading.languages:
        if not has_headline(reading.document, language):
            yield Found(Place("", "headline", language), "", _left_out(_("headline"), language))


@check(
    "languages.body-missing",
    ERROR,
    title=gettext_lazy("Body missing"),
    hint=gettext_lazy("Write the body, or leave that language out of the release."),
)
def no_body(reading):
    """A language that the release goes out in and that has no paragraph and no quote in the body."""
    for language in reading.languages:
        if not has_body(reading.document, language):
            yield Found(Place("", "body", language), "", _left_out(_("body"), language))


def _left_out(part, language):
    return _(
        "%(part)s is missing in %(language)s. Write it, or leave that language out of the release."
    ) % {"part": part.capitalize(), "language": language_name(language)}


@check(
    "languages.one-language",
    NOTE,
    title=gettext_lazy("One language only"),
    hint=gettext_lazy("Readers of the other language are told that there is no version for them."),
)
def one_language(reading):
    """A release that goes out in one written language only. What is converted from it does not count."""
    if len(reading.languages) == 1:
        (language,) = reading.languages
        yield Found(
            Place("", "languages"),
            "",
            _("The release goes out in %(language)s only.") % {"language": language_name(language)},
            (language,),
        )


@check(
    "languages.missing",
    WARNING,
    title=gettext_lazy("Words missing in one language"),
    hint=gettext_lazy("Translate it, or take it out of the other language too."),
)
def words_in_one_language(reading):
    """A part of the release with words in one language and none in the other: a paragraph, a quote as it is
    printed, a caption, a name, a title and so on. Honorifics, short names, quotation marks and what follows
    a quote are each language's own custom, and so is a post that names its bureau (Secretary for Health,
    醫務衞生局 局長); alt texts and credits have checks of their own. Where a language
    has no headline and no body, or no body, that is said and not each of its parts."""
    document = reading.document
    if len(begun_languages(reading)) < 2:
        return
    own = {language: _left_with_their_whole(document, language) for language in reading.languages}
    quotes = {quote.key: quote for quote in document.quotes()}
    said = set()
    units = list(drafting.units(document, source="zh-hant"))
    posts = {unit.part: unit.words.get("en", "") for unit in units if unit.field == "job_title"}
    for unit in units:
        if unit.field in ("headline", "alt_text", "credit"):
            continue
        words = {language: _plain(unit, language) for language in reading.languages}
        if unit.field == "printed":
            words[_only_introduced(quotes[unit.part])] = ""
        missing = [language for language in reading.languages if not words[language]]
        # A release's own fields are a part each.
        part = unit.part or unit.field
        if len(missing) != 1 or (part, *missing) in said or part in own[missing[0]]:
            continue
        (language,) = missing
        if unit.field == "organisation" and _is_of_the_post(unit, posts.get(unit.part, "")):
            continue
        if unit.kind == "quote" and _is_unintroduced(unit, quotes[unit.part], language, reading):
            continue
        said.add((part, language))
        yield Found(
            Place(unit.part, unit.field, language),
            "",
            _("%(part)s is missing in %(language)s.")
            % {
                "part": capfirst(name_of_words(unit.kind, unit.field)),
                "language": language_name(language),
            },
            tuple(filter(None, words.values())),
        )


def _plain(unit, language):
    words = unit.words.get(language, "")
    return rich_text.to_plain(words) if unit.field == "html" else words.strip()


def _left_with_their_whole(document, language):
    """The keys of parts of which nothing is said because what they stand in is missing as a whole."""
    # What is quoted in a caption alone is printed by the caption.
    keys = {quote.key for quote in document.caption_quotes}
    if not has_body(document, language):
        keys |= {block.key for block in document.body if not isinstance(block, schema.Figure)}
    for figure in document.figures():
        if not figure.caption.get(language, "").strip():
            keys |= {person.key for person in figure.people}
    return keys


def _only_introduced(quote):
    """The language in which a quote has its introduction (“Dr Chan said:”) and no words, neither quoted nor
    reported, while it has words in the other; empty if none."""
    for language, other in (("zh-hant", "en"), ("en", "zh-hant")):
        if other in quote.words and language not in quote.words:
            around, others_around = (_around(quote, code) for code in (language, other))
            reported = speech.weight(around) - speech.weight(others_around)
            if not speech.may_be_spoken(around, language) and (
                reported < 0.3 * speech.weight(quote.words[other])
            ):
                return language
    return ""


def _around(quote, language):
    return quote.lead_in.get(language, "") + quote.follow_on.get(language, "")


_BUREAU = re.compile(r"(?:局|署|處|政府|特別行政區|特區)\Z")
_POST_OF = re.compile(
    r"\b(?:Secretary|Commissioner|Director|Controller|Registrar|Postmaster|Superintendent|Head|Executive|Officer)\b.*\b(?:of|for)\b"
)


def _is_of_the_post(unit, post):
    """Whether English tells by the post which part of a government somebody belongs to."""
    chinese, english = unit.words.get("zh-hant", ""), unit.words.get("en", "")
    return bool(not english.strip() and _BUREAU.search(chinese.strip()) and _POST_OF.search(post))


def _is_unintroduced(unit, quote, language, reading):
    """Whether a speaker's title or organisation is missing in the fields and nothing stands beside the name
    up to there: then the speaker is not introduced, which is another finding."""
    if unit.field not in ("job_title", "organisation"):
        return False
    name = re.escape(quote.speaker.name.get(language, ""))
    introduced = rf"[㐀-鿿]{{2}}{name}" if is_chinese(language) else rf"{name}\s*[,(]|[,’]\s*{name}"
    for passage in reading.prose(language) if name else ():
        if re.search(introduced, passage.text):
            return False
        if passage.place.part == quote.key:
            break
    return True


@check(
    "languages.paragraphs",
    WARNING,
    title=gettext_lazy("Another number of paragraphs"),
    hint=gettext_lazy(
        "Compare the two languages: a paragraph may be missing or joined to another."
    ),
)
def another_number_of_paragraphs(reading):
    """A text, a quote or a boilerplate that has more paragraphs, lines or items of a list in one language
    than in the other."""
    quotes = {quote.key: quote for quote in reading.document.quotes()}
    for chinese, english in reading.pairs:
        if chinese.kind not in ("text", "quote", "boilerplate"):
            continue
        counts = [_paragraphs(passage.text) for passage in (chinese, english)]
        # Of a quote whose words one language lacks, that is said.
        quote = quotes.get(chinese.place.part)
        if counts[0] == counts[1] or quote and _in_one_language(quote, reading):
            continue
        message = _(
            "The number of paragraphs differs: %(chinese)d in Traditional Chinese, %(english)d in English."
        )
        yield english.found("", message % {"chinese": counts[0], "english": counts[1]}, chinese)


def _paragraphs(text):
    return sum(bool(line.strip()) for line in text.splitlines())


@check(
    "languages.quotes",
    WARNING,
    title=gettext_lazy("Words quoted in one language only"),
    hint=gettext_lazy("Quote the words in both languages, or report them in both."),
)
def quoted_in_one_language(reading):
    """Whole sentences that somebody said, in quotation marks in one language, where the other reports them
    and has nothing in quotation marks that may be said. Titles, slogans and single words in marks are left
    alone."""
    quotes = {quote.key: quote for quote in reading.document.quotes()}
    for pair in reading.pairs:
        if pair[0].kind not in ("text", "caption", "key_point", "boilerplate", "quote"):
            continue
        quote = quotes.get(pair[0].place.part) if pair[0].kind == "quote" else None
        if quote and _only_introduced(quote):
            continue  # its words are missing, and that is said
        for passage, other in (pair, pair[::-1]):
            if quote:
                words = _in_one_language(quote, reading).get(passage.language, "")
                words = words.strip().partition("\n")[0]
            else:
                words = next(iter(speech.spoken(passage.text, passage.language)), "")
            if words and not speech.may_be_spoken(other.text, other.language):
                message = _("These words are quoted in %(language)s and not in %(other)s.") % {
                    "language": language_name(passage.language),
                    "other": language_name(other.language),
                }
                yield passage.found(words, message, other)


def _in_one_language(quote, reading):
    """The words of a quote by language, where they are in one only of those the release goes out in."""
    words = {code: quote.words[code] for code in reading.languages if code in quote.words}
    return words if len(words) == 1 else {}


@check(
    "languages.stale",
    WARNING,
    title=gettext_lazy("Changed since translated"),
    hint=gettext_lazy(
        "Look at what has changed, then change the translation or confirm that it holds."
    ),
)
def changed_since_translated(reading):
    """A translation whose source has been changed since, as the newsroom knows it."""
    words = defaultdict(dict)
    if reading.standing.stale:
        for unit in drafting.units(reading.document, source="zh-hant"):
            words[unit.part, unit.field] = unit.words
    for place in reading.standing.stale:
        if place.language in reading.languages:
            yield Found(
                place,
                "",
                _("The original has changed since this was translated into %(language)s.")
                % {"language": language_name(place.language)},
                tuple(schema.written(words[place.part, place.field]).values()),
            )
