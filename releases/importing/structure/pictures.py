"""Pictures and their captions: which paragraph a picture belongs to, by where both stand."""

import dataclasses
import itertools
import re

from django.utils.translation import gettext as _

from releases.document import schema

from .. import shapes
from ..paragraphs import Paragraph, Picture
from . import dateline, end_mark
from .reading import Reading

# Below a picture, what is longer is the text that goes on.
LONGEST_CAPTION = 240
LONGEST_WITH_PLACES = 600
PLACE = re.compile(
    r"\([^()]{0,30}\b(?:left|right|centre|center|row)\b[^()]{0,30}\)|[（(][^（）()]{0,8}[左右][^（）()]{0,8}[）)]",
    re.IGNORECASE,
)
# What smaller pictures show is a logo or an ornament. Pixels.
SMALLEST = 120
FILE_NAME = re.compile(r"^[\w\- .()（）]+\.(?:jpe?g|png|gif|tiff?|webp|bmp)$", re.I)
NUMBERED = re.compile(r"^(?:圖片|图片|圖像|picture|image|graphic|photo)\s*\d*$", re.I)
MACHINE_MADE = re.compile(
    r"\s*(?:Description automatically generated.*|(?:自動|自动)(?:產生|生成)的?(?:描述|說明).*|AI-generated content may be incorrect\.?)$",
    re.I | re.S,
)


def place(reading: Reading, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with every picture in its caption, or alone where it has none.

    Logos are left over. Nothing happens where there are no pictures.
    """
    if not any(p.pictures for p in paragraphs):
        return paragraphs
    paragraphs = _apart(paragraphs)
    first = next((i for i, p in enumerate(paragraphs) if p.text), len(paragraphs))
    captions_above = _captions_stand_above(paragraphs)
    given: dict[int, tuple[str, ...]] = {}
    lonely: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if not paragraph.pictures or paragraph.text:
            continue
        if index < first or all(_is_small(reading, p) for p in paragraph.pictures):
            continue
        targets = _captions_near(paragraphs, index, captions_above, given)
        if targets:
            pictures = list(paragraph.pictures)
            for number, target in enumerate(targets[: len(pictures)]):
                last = number == min(len(targets), len(pictures)) - 1
                given[target] = tuple(pictures[number:] if last else pictures[number : number + 1])
            given.setdefault(index, ())
        else:
            lonely.append(index)
    _in_order(reading, paragraphs, lonely, given)
    return _result(reading, paragraphs, first, given)


def _apart(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A picture that hangs in a paragraph of text stands before it; one in its caption stays."""
    found = []
    for paragraph in paragraphs:
        if paragraph.pictures and paragraph.text:
            alone = dataclasses.replace(paragraph, text="", marks=(), style="")
            found += [alone, dataclasses.replace(paragraph, pictures=())]
        else:
            found.append(paragraph)
    return found


def _captions_stand_above(paragraphs: list[Paragraph]) -> bool:
    """Whether labelled captions stand right above the pictures, never right below."""
    pairs = list(itertools.pairwise(paragraphs))
    above = sum(is_labelled(a) and _alone(b) for a, b in pairs)
    below = sum(_alone(a) and is_labelled(b) for a, b in pairs)
    return above > below


def _alone(paragraph: Paragraph) -> bool:
    return bool(paragraph.pictures) and not paragraph.text


def is_labelled(paragraph: Paragraph) -> bool:
    return paragraph.style == "caption" or shapes.is_caption(paragraph.text)


def _captions_near(paragraphs, index, above, given) -> list[int]:
    if above:
        near = index - 1
        return [near] if near >= 0 and is_labelled(paragraphs[near]) and near not in given else []
    wanted = len(paragraphs[index].pictures)
    targets: list[int] = []
    place = index + 1
    while place < len(paragraphs) and len(targets) < wanted:
        if not is_labelled(paragraphs[place]) or place in given:
            break
        targets.append(place)
        place += 1
    if targets:
        return targets
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if following is not None and index + 1 not in given and _may_be_caption(following):
        return [index + 1]
    return []


def names_places(text: str) -> bool:
    """Whether a text says who is where in a picture: (left), （後排左二）."""
    return shapes.width(text) <= LONGEST_WITH_PLACES and bool(PLACE.search(text))


def _may_be_caption(paragraph: Paragraph) -> bool:
    """Words right below a picture that neither head a part nor go on with the text."""
    text = paragraph.text
    return bool(
        text
        and paragraph.style in ("", "bold")
        and (names_places(text) or shapes.width(text) <= LONGEST_CAPTION)
        and not shapes.is_section_heading(text)
        and not shapes.is_bullet(text)
        and not shapes.is_contact_line(text)
        and not end_mark.is_mark(text)
        and not end_mark.is_furniture(text)
        and not dateline.parse(text)
        and not re.search(r"[：:]\s*[「“\"]|^[「“\"]", text)
    )


def _in_order(reading: Reading, paragraphs, lonely: list[int], given) -> None:
    """Pictures that stand together and captions that stand together belong together in order."""
    captions = [i for i, p in enumerate(paragraphs) if is_labelled(p) and i not in given]
    pictures = [(i, sha256) for i in lonely for sha256 in paragraphs[i].pictures]
    if not captions or len(pictures) != len(captions):
        return
    for target, (index, sha256) in zip(captions, pictures, strict=True):
        given[target] = (sha256,)
        given.setdefault(index, ())
        message = _("The picture was matched with this caption by their order.")
        reading.note("guess", message, paragraphs[target])


def _result(reading: Reading, paragraphs, first, given) -> list[Paragraph]:
    found = []
    for index, paragraph in enumerate(paragraphs):
        if index in given and paragraph.text:
            if not is_labelled(paragraph):
                message = _("Taken to be the caption of the picture above it.")
                reading.note("guess", message, paragraph)
            paragraph = dataclasses.replace(paragraph, pictures=given[index], style="caption")
        elif _alone(paragraph):
            if index in given:
                _taken(reading, paragraph)
                continue
            if index < first or all(_is_small(reading, p) for p in paragraph.pictures):
                reading.leave(_("A logo or an ornament: not a picture of the release."), paragraph)
                continue
        found.append(paragraph)
    return found


def _taken(reading: Reading, paragraph: Paragraph) -> None:
    for number in paragraph.numbers:
        reading.sources.setdefault(number, "figures")


def _is_small(reading: Reading, sha256: str) -> bool:
    picture = reading.pictures.get(sha256)
    return picture is None or min(picture.width, picture.height) < SMALLEST


def as_part(picture: Picture | None) -> schema.Picture | None:
    if picture is None:
        return None
    return schema.Picture(sha256=picture.sha256, width=picture.width, height=picture.height)


def alt_text(picture: Picture | None) -> str:
    """What the file says for those who cannot see the picture, where a person wrote it."""
    words = MACHINE_MADE.sub("", picture.alt_text.strip()) if picture else ""
    return "" if FILE_NAME.match(words) or NUMBERED.match(words) else words
