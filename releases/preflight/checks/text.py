"""Text that was not meant to go out: placeholders, broken links, headlines that no list holds."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from releases.document import schema
from releases.languages import is_chinese

from ..findings import NOTE, WARNING, Found, Place, check
from ..wording.excerpts import excerpt
from ..wording.links import broken_addresses, is_broken, links
from ..wording.placeholders import placeholders

LONGEST = {"zh-hant": 40, "en": 150}  # characters of a headline


@check(
    "text.placeholder",
    WARNING,
    title=gettext_lazy("Placeholder left in the text"),
    hint=gettext_lazy("Write what it stands for, or take it away."),
)
def leftover_placeholders(reading):
    """Something that stood in for other words: TBC, XX月XX日, 20XX, [insert name], {name}, ○○○, ____, 待定,
    Lorem ipsum, what a word processor prints for a missing field.

    Roman numerals, sizes and names of organisations in the release are left alone, and a name is looked
    at only where no sentence prints it.
    """
    seen = set()
    for language in reading.languages:
        names = [p.text.strip() for p in reading.names(language) if p.kind == "organisation"]
        prose = reading.prose(language)
        for passage in prose:
            for start, end in placeholders(passage.text, names):
                seen.add(passage.text[start:end])
                yield _placeholder(passage, start, end)
        for passage in reading.names(language):
            for start, end in placeholders(passage.text, []):
                words = passage.text[start:end]
                if words not in seen and not any(passage.text in p.text for p in prose):
                    yield _placeholder(passage, start, end)
                seen.add(words)


def _placeholder(passage, start, end):
    shown = excerpt(passage.text, start, end)
    message = _("“%(shown)s” looks as if it stands for something else.")
    return passage.found(shown, message % {"shown": passage.text[start:end]})


@check(
    "text.headline-long",
    NOTE,
    title=gettext_lazy("Long headline"),
    hint=gettext_lazy("Shorten it: lists, search engines and messages cut it off."),
)
def long_headline(reading):
    """A headline of more than 40 Chinese or 150 English characters; among Chinese ones, three Latin ones
    take the room of one."""
    for language in reading.languages:
        passage = reading.passage("", "headline", language)
        if passage is None:
            continue
        room = 0
        for at, character in enumerate(passage.text.strip()):
            room += 1 if is_chinese(language) and ord(character) < 0x2E80 else 3
            if room > 3 * LONGEST[language]:
                message = _("The headline is longer than %(most)d characters.")
                too_much = passage.text.strip()[at:]
                yield passage.found(too_much, message % {"most": LONGEST[language]})
                break


@check(
    "text.link",
    WARNING,
    title=gettext_lazy("Broken link"),
    hint=gettext_lazy("Correct the address: it leads nowhere as it stands."),
)
def broken_links(reading):
    """A web address that no browser opens (http:/, www,), Markdown or HTML left over, and a link whose
    address swallowed the punctuation behind it, holds a space, or has no dot.
    """
    for passage in reading.passages:
        for start, end in broken_addresses(passage.text):
            shown = excerpt(passage.text, start, end)
            yield passage.found(shown, _says(passage.text[start:end]))
    document = reading.document
    for block in (*document.body, *document.notes_to_editors):
        if isinstance(block, schema.TextBlock):
            yield from _broken_links_in(reading, block)
    for part in (*document.organisations, *document.boilerplates):
        if part.website and is_broken(part.website):
            yield Found(
                Place(part.key, "website"), part.website, _says(part.website), (part.website,)
            )


def _broken_links_in(reading, block):
    for language in reading.languages:
        passage = reading.passage(block.key, "html", language)
        for address, words in links(block.html.get(language, "")):
            # What is printed wrong as well was said already.
            if is_broken(address) and passage and not broken_addresses(words):
                yield Found(passage.place, words, _says(address), (passage.text, address))


def _says(address):
    return _("“%(address)s” is no address that a browser opens.") % {"address": address}
