"""Key points: bullets before the lead, or the paragraphs under a heading such as Key Takeaways."""

from django.utils.translation import gettext as _

from releases.document.schema import KeyPoint

from .. import shapes
from ..paragraphs import Paragraph
from .reading import Reading


def read(reading: Reading, paragraphs: list[Paragraph]) -> list[KeyPoint]:
    points = []
    for paragraph in paragraphs:
        words = (
            shapes.without_bullet(paragraph.text)
            if shapes.is_bullet(paragraph.text)
            else paragraph.text
        )
        key = reading.key("kp")
        if words == paragraph.text:
            message = _("Taken to be a key point, for it stands under their heading.")
            reading.note("guess", message, paragraph, key)
        reading.take(key, paragraph)
        points.append(KeyPoint(key=key, text=reading.text(words)))
    return points
