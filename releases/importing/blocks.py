"""Blocks that change their kind or come together: what is printed stays, word for word."""

import re

from releases import rich_text
from releases.document import schema
from releases.document.schema import Block, Figure, KeyPoint, Language, Quote, Subheading, TextBlock
from releases.languages import WRITTEN

# From the first opening to the last closing mark of one kind.
QUOTATION = {
    language: re.compile("|".join(f"(?P<{name}>{pair})" for name, pair in pairs.items()), re.S)
    for language, pairs in {
        "zh-hant": {"own": "「.*」", "other": "“.*”"},
        "en": {"own": "“.*”", "other": '".*"'},
    }.items()
}


def plain(part: Block | KeyPoint, language: Language) -> str:
    """The words of a block as they are printed; a list has an item per line."""
    match part:
        case TextBlock():
            return rich_text.to_plain(part.html.get(language, ""))
        case Quote():
            return schema.printed_quote(part, language)
        case Figure():
            return part.caption.get(language, "")
    return part.text.get(language, "")


def words(part: Block | KeyPoint) -> schema.Text:
    """What is printed in every language that has something."""
    return {language: text for language in WRITTEN if (text := plain(part, language))}


def has(part: Block | KeyPoint, language: Language) -> bool:
    return bool(plain(part, language))


def as_text(part: Block | KeyPoint) -> TextBlock:
    if isinstance(part, TextBlock):
        return part
    html = {language: rich_text.from_plain(text) for language, text in words(part).items()}
    return TextBlock(key=part.key, html=html)


def as_subheading(part: Block | KeyPoint) -> Subheading:
    return Subheading(key=part.key, text=_on_one_line(words(part)))


def as_key_point(part: Block | KeyPoint) -> KeyPoint:
    return KeyPoint(key=part.key, text=_on_one_line(words(part)))


def as_figure(part: Block | KeyPoint) -> Figure:
    return part if isinstance(part, Figure) else Figure(key=part.key, caption=words(part))


def as_quote(part: Block | KeyPoint) -> Quote:
    """The words between the marks, or, without marks, all of them."""
    if isinstance(part, Quote):
        return part
    pieces: dict[str, schema.Text] = {"lead_in": {}, "words": {}, "follow_on": {}}
    marks = {}
    for language, text in words(part).items():
        text = text.replace("\n", "\n\n")
        match = QUOTATION[language].search(text)
        start, end = match.span() if match else (0, len(text))
        inner = text[start + 1 : end - 1] if match else text
        for name, piece in zip(pieces, (text[:start], inner, text[end:]), strict=True):
            if piece:
                pieces[name][language] = piece
        own = schema.MARKS[language]
        if match and text[start] + text[end - 1] != own:
            marks[language] = text[start] + text[end - 1]
    return Quote(key=part.key, marks=marks, **pieces)


def join(one: Block, other: Block) -> Block:
    """One block with the words of two that have no language in common.

    The kind is that of ``one`` where both can be it. A paragraph beside a quote stands whole in the
    lead-in: it prints as it did.
    """
    if type(one) is not type(other):
        match one, other:
            case (Quote(), _):
                other = Quote(key=other.key, lead_in=words(other))
            case (_, Quote()):
                one = Quote(key=one.key, lead_in=words(one))
            case (Figure(), _):
                other = as_figure(other)
            case (_, Figure()):
                one = as_figure(one)
            case _:
                one, other = as_text(one), as_text(other)
    return schema.replace(one, **_joined(one, other))


def _joined(one, other) -> dict:
    """The fields of ``one`` filled from ``other``: Texts language by language."""
    values = {}
    for field in one.__struct_fields__:
        mine, its = getattr(one, field), getattr(other, field)
        if field == "key":
            continue
        if isinstance(mine, schema.Person):
            values[field] = schema.replace(mine, **_joined(mine, its))
        elif isinstance(mine, dict):
            values[field] = {**its, **mine}
        elif field == "people":
            values[field] = _people(mine, its)
        elif field in ("phones", "emails"):
            values[field] = [*mine, *(item for item in its if item not in mine)]
        else:
            values[field] = mine or its
    return values


def _people(mine, its):
    paired = [
        schema.replace(one, **_joined(one, other)) for one, other in zip(mine, its, strict=False)
    ]
    return [*paired, *mine[len(its) :], *its[len(mine) :]]


def below(one: Block, other: Block) -> TextBlock:
    """One text with the paragraphs of both, one below the other."""
    one, other = as_text(one), as_text(other)
    languages = [language for language in WRITTEN if has(one, language) or has(other, language)]
    html = {lang: one.html.get(lang, "") + other.html.get(lang, "") for lang in languages}
    return TextBlock(key=one.key, html=html)


def _on_one_line(texts: schema.Text) -> schema.Text:
    return {language: " ".join(text.split("\n")) for language, text in texts.items()}
