"""Notes to editors: the paragraphs under their heading, lists kept as lists."""

from releases.document.schema import Block

from ..paragraphs import Paragraph
from . import body
from .reading import Reading


def read(reading: Reading, paragraphs: list[Paragraph]) -> list[Block]:
    return body.read(reading, paragraphs, kind="n")
