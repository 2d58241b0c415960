"""Word files (.docx) to paragraphs, as a press officer sees them on the page."""

from ..paragraphs import Pages
from .package import Package
from .story import Story


def read(data: bytes) -> Pages:
    """Return the paragraphs of a Word file, also of a template and of “Strict Open XML”.

    A line has the number of its paragraph, or of its line where breaks divide one. Footnotes are
    paragraphs of the style ``footnote`` behind the last one. Raises ImportRefused where the file
    is none, may do harm, or is longer than any release.
    """
    return Story(Package(data)).read()
