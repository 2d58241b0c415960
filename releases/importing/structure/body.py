"""The body: text, quotes, lists, subheadings and figures in the order in which they are printed."""

import re

import msgspec
from django.utils.translation import gettext as _

from releases import rich_text
from releases.document.schema import (
    Block,
    Figure,
    Person,
    Quote,
    Subheading,
    TextBlock,
    printed_quote,
)

from .. import shapes
from ..paragraphs import Paragraph
from . import figures, people, quotes
from .reading import Reading


def read(reading: Reading, paragraphs: list[Paragraph], kind: str = "p") -> list[Block]:
    blocks: list[Block] = []
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        if figures.is_caption(paragraph):
            figure, used = figures.read(reading, paragraphs, index)
            blocks.append(figure)
        elif used := _list_length(paragraphs, index, kind):
            blocks.append(_list(reading, paragraphs[index : index + used], kind))
        elif kind == "p" and _is_subheading(paragraphs, index, blocks):
            blocks.append(_subheading(reading, paragraph))
            used = 1
        else:
            block, used = _paragraph(reading, paragraphs, index, kind, blocks)
            blocks.append(block)
        index += used
    return blocks


def _paragraph(reading, paragraphs, index, kind, blocks) -> tuple[Block, int]:
    used = quotes.gather(paragraphs, index)
    signed = quotes.signed_by(reading, paragraphs, index, used) if kind == "p" else None
    used += bool(signed)
    source = paragraphs[index : index + used]
    text = "\n\n".join(p.text for p in source)
    after_quote = bool(blocks) and (
        isinstance(blocks[-1], Quote) or _is_speaker(reading, paragraphs[index - 1].text)
    )
    quote = quotes.read(reading, text, "q0", after_quote or bool(signed)) if kind == "p" else None
    if quote:
        if printed_quote(quote, reading.language) != text:
            message = _("A paragraph of the quote opens without a quotation mark; one is printed.")
            reading.note("guess", message, source[-1], f"q{reading.counts['q'] + 1}")
        return _quote(reading, quote, source, signed), used
    paragraph = paragraphs[index]
    mark = shapes.unclosed(paragraph.text)
    key = reading.key(kind)
    if mark and used == 1 and kind == "p":
        message = _("The quotation mark %(mark)s is opened and not closed. Check the words.")
        reading.note("mismatch", message % {"mark": mark}, paragraph, key)
    for mention in people.find(reading, paragraph.text)[:1]:
        if mention.person.name:
            reading.spoke(mention.person)
    reading.take(key, paragraph)
    html = rich_text.clean(f"<p>{paragraph.html}</p>")
    return TextBlock(key=key, html=reading.text(html)), 1


def _is_speaker(reading: Reading, text: str) -> bool:
    """Whether a paragraph is nothing but the name of a person, as above a quote that stands alone."""
    mentions = people.find(reading, text) if len(text) < 120 else []
    return len(mentions) == 1 and len(text) - (mentions[0].end - mentions[0].start) < 4


def _quote(reading: Reading, quote: Quote, source: list[Paragraph], signed: Person | None) -> Quote:
    key = reading.key("q")
    quote = msgspec.structs.replace(quote, key=key)
    reading.take(key, *source)
    return quotes.with_speaker(reading, quote, source[0], signed)


def _list_length(paragraphs: list[Paragraph], index: int, kind: str) -> int:
    """How many paragraphs from here on are items of one list.

    一、 numbers the notes to editors; in the body it may head several paragraphs.
    """
    first = paragraphs[index].text
    han_number = shapes.NUMBERED_HAN.match(first)
    if not (shapes.is_bullet(first) or kind == "n" and han_number):
        return 0
    number_of = shapes.number if kind == "n" else shapes.number_in_digits
    if number_of(first):
        length = 0
        while index + length < len(paragraphs):
            if number_of(paragraphs[index + length].text) != length + 1:
                break
            length += 1
        return length if length > 1 else 0
    length = 0
    while index + length < len(paragraphs) and shapes.is_bullet(paragraphs[index + length].text):
        if shapes.NUMBERED.match(paragraphs[index + length].text):
            break
        length += 1
    return 0 if han_number or (length == 1 and not shapes.SURE_BULLET.match(first)) else length


def _list(reading: Reading, items: list[Paragraph], kind: str) -> TextBlock:
    key = reading.key(kind)
    reading.take(key, *items)
    tag = "ol" if shapes.number(items[0].text) else "ul"
    lines = "".join(
        f"<li><p>{item.since(len(item.text) - len(shapes.without_bullet(item.text))).html}</p></li>"
        for item in items
    )
    return TextBlock(key=key, html=reading.text(rich_text.clean(f"<{tag}>{lines}</{tag}>")))


def _is_subheading(paragraphs: list[Paragraph], index: int, blocks: list[Block]) -> bool:
    text, style = paragraphs[index].text, paragraphs[index].style
    following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    said = style in ("heading", "title") or style == "bold" and not shapes.ends_sentence(text)
    if said and blocks and following and shapes.width(text) <= 160:
        return True
    return bool(
        any(not isinstance(b, Figure) for b in blocks)
        and following
        and shapes.width(text) <= 64
        and not re.search(r"[。.；;，,：:！!、…][”」』\"）)]*$", text)
        and not re.match(r"[「“\"（(]", text)
        and (shapes.width(following) > 50 or shapes.is_bullet(following))
        and not figures.is_caption(paragraphs[index + 1])
        and len(paragraphs[index].lines) <= 2
    )


def _subheading(reading: Reading, paragraph: Paragraph) -> Subheading:
    key = reading.key("sub")
    reading.take(key, paragraph)
    if paragraph.style not in ("heading", "title"):
        reading.note(
            "guess",
            _("Taken to be a subheading, for it is short and ends without a stop."),
            paragraph,
            key,
        )
    return Subheading(key=key, text=reading.text(paragraph.text))
