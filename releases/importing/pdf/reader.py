"""A PDF file to Pages: what is refused, and how the pages come together."""

import contextlib
import ctypes
from collections import Counter

import pypdfium2.raw as pdfium
from django.utils.translation import gettext as _

from ..notes import ImportRefused, Note
from ..paragraphs import Pages, Picture
from . import furniture, pictures, sheets, weights
from . import rows as printed
from .flow import Print
from .items import Item, arrange
from .numbering import Numbering
from .rows import Row
from .sheets import Box, Drawn, Sheet, around

MAX_PAGES = 60
MAX_CHARACTERS = 120_000
# Of all pictures together.
MAX_PIXELS = 250_000_000
# The share of a page that a scan fills, and of characters that no font names.
WHOLE_PAGE = 0.8
UNREADABLE = 0.3
# Of the height of a page: how high a logo is, and where the head ends and the foot begins.
LOGO, HEAD, FOOT = 0.14, 0.22, 0.88


def read(data: bytes) -> Pages:
    """Return the paragraphs of a PDF. Raises ImportRefused where it is none or holds no text."""
    buffer = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        raise _refusal(pdfium.FPDF_GetLastError())
    try:
        return _Reader(document).read()
    finally:
        pdfium.FPDF_CloseDocument(document)


def _refusal(error: int) -> ImportRefused:
    if error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return ImportRefused(
            _("The PDF is protected by a password. Save it without a password and try again.")
        )
    return ImportRefused(_("The PDF is damaged and cannot be read. Save it anew and try again."))


class _Reader:
    def __init__(self, document):
        self.document = document
        self.sheets: list[Sheet] = []
        self.notes: list[Note] = []
        self.found: dict[str, Picture] = {}
        # Of every page: its pictures with their places.
        self.placed: list[list[tuple[Box, str]]] = []
        self.pixels = 0

    def read(self) -> Pages:
        count = pdfium.FPDF_GetPageCount(self.document)
        if count > MAX_PAGES:
            raise ImportRefused(
                _(
                    "The PDF has %(count)d pages; at most %(limit)d are read. "
                    "Save the pages of the release alone and try again."
                )
                % {"count": count, "limit": MAX_PAGES}
            )
        self._read_sheets(count)
        self._refuse_unreadable()
        rows = [printed.rows(sheet.letters, index) for index, sheet in enumerate(self.sheets)]
        served = furniture.take(rows, self.sheets)
        self._leave_logos(rows)
        items, repeated, manner = arrange(rows, self.sheets, self.placed)
        for row in repeated:
            served[row.page].append(row)
        return self._pages(items, served, manner)

    # The file

    def _read_sheets(self, count: int) -> None:
        characters = 0
        images: list[list[tuple[Box, str]]] = []
        for index in range(count):
            with sheets.opened(self.document, index) as (page, text):
                if page is None:
                    message = _("Page %(number)d is damaged and could not be read.")
                    self.notes.append(Note("missing", message % {"number": index + 1}))
                    self.sheets.append(Sheet(595, 842, index))
                    images.append([])
                    continue
                characters += pdfium.FPDFText_CountChars(text)
                if characters > MAX_CHARACTERS:
                    raise ImportRefused(
                        _(
                            "The text is longer than any release. "
                            "Save the text of one release and try again."
                        )
                    )
                sheet = sheets.sheet(self.document, page, text, index)
                weights.measure(page, sheet)
                self.sheets.append(sheet)
                images.append(self._pictures(page, sheet, index))
        self.placed = images
        weights.mark_bold(self.sheets)

    def _refuse_unreadable(self) -> None:
        named = sum(not letter.text.isspace() for sheet in self.sheets for letter in sheet.letters)
        lost = sum(sheet.lost for sheet in self.sheets)
        private = sum(
            "\ue000" <= letter.text <= "\uf8ff" for sheet in self.sheets for letter in sheet.letters
        )
        if lost + private > UNREADABLE * (named + lost) and lost + private > 20:
            raise ImportRefused(
                _(
                    "The text of this PDF cannot be read: its fonts do not say which characters "
                    "they print. Choose the Word file, or save the PDF from Word anew."
                )
            )
        if not named and any(sheet.is_scan or sheet.images for sheet in self.sheets):
            raise ImportRefused(
                _(
                    "This PDF holds pictures of pages and no text. Choose the Word file, "
                    "save the PDF from Word, or run text recognition (OCR) and try again."
                )
            )
        if lost:
            message = _("%(count)d characters that the PDF does not name were left out.")
            self.notes.append(Note("mismatch", message % {"count": lost}))
        for number, sheet in enumerate(self.sheets, 1):
            if sheet.is_recognised:
                message = _(
                    "The text of page %(number)d was recognised from a scan. Check each word."
                )
                self.notes.append(Note("guess", message % {"number": number}))
            elif sheet.is_scan and not sheet.letters:
                message = _("Page %(number)d is the picture of a page: its text was not read.")
                self.notes.append(Note("missing", message % {"number": number}))

    # Pictures

    def _pictures(self, page, sheet: Sheet, index: int) -> list[tuple[Box, str]]:
        found = []
        for strips in _strips(sheet.images):
            box = around([strip.shown for strip in strips])
            if box.width <= 0 or box.height <= 0:
                continue
            if box.width * box.height > WHOLE_PAGE * sheet.width * sheet.height:
                sheet.is_scan = True
                continue
            sizes = [pictures.size(self.document, page, strip) for strip in strips]
            width, height = max(w for w, _h in sizes), sum(h for _w, h in sizes)
            if min(width, height) < pictures.SMALLEST or min(box.width, box.height) < 12:
                continue
            if width * height > pictures.LARGEST or max(width, height) > pictures.LONGEST_SIDE:
                message = _(
                    "A picture of page %(number)d is too large (%(width)d × %(height)d pixels) and "
                    "was left out. Add it by hand."
                )
                values = {"number": index + 1, "width": width, "height": height}
                self.notes.append(Note("missing", message % values))
                continue
            picture = None
            if self.pixels < MAX_PIXELS:
                self.pixels += width * height
                with contextlib.suppress(MemoryError):
                    picture = pictures.take(self.document, page, strips)
            if picture is None:
                message = _("A picture of page %(number)d could not be taken out. Add it by hand.")
                self.notes.append(Note("missing", message % {"number": index + 1}))
                continue
            if len(strips) == 1 and picture.width < min(sizes[0]) * 0.95:
                message = _(
                    "A picture of page %(number)d was made smaller; add the original by hand."
                )
                self.notes.append(Note("guess", message % {"number": index + 1}))
            self.found.setdefault(picture.sha256, picture)
            found.append((box, picture.sha256))
        return found

    def _leave_logos(self, rows: list[list[Row]]) -> None:
        """Leave the pictures of the letterhead: small ones above all text, and those of every page."""
        pages = Counter(sha256 for placed in self.placed for sha256 in {s for _b, s in placed})
        for index, placed in enumerate(self.placed):
            sheet = self.sheets[index]
            first = rows[index][0].base if rows[index] else 0
            for box, sha256 in list(placed):
                small = box.height < LOGO * sheet.height
                head = box.bottom < HEAD * sheet.height and box.bottom < first + box.height / 2
                edge = head or box.top > FOOT * sheet.height
                if not (small and (head or edge and pages[sha256] > 1)):
                    continue
                placed.remove((box, sha256))
                message = _("A picture in the head or foot of page %(number)d: taken to be a logo.")
                self.notes.append(Note("left_over", message % {"number": index + 1}))
        used = {sha256 for placed in self.placed for _box, sha256 in placed}
        self.found = {sha256: found for sha256, found in self.found.items() if sha256 in used}

    # The result

    def _pages(self, items: list[Item], served: list[list[Row]], manner: Print) -> Pages:
        numbering = Numbering()
        numbers: dict[int, int] = {}
        paragraphs, running = [], []
        for page in range(len(self.sheets)):
            middle = self.sheets[page].height / 2
            heads = [row for row in served[page] if row.base < middle]
            feet = [row for row in served[page] if row.base >= middle]
            running += [numbering.line(row.text) for row in heads]
            for item in (item for item in items if item.page == page):
                paragraph = numbering.paragraph(item, manner, numbers)
                if paragraph:
                    paragraphs.append(paragraph)
            running += [numbering.line(row.text) for row in feet]
            running += [numbering.line(words) for words in self.sheets[page].aside if words]
        message = _("A word was divided at the end of a line; read as “%(word)s”.")
        for row, word in manner.hyphens:
            number = numbers.get(id(row))
            self.notes.append(Note("guess", message % {"word": word}, number, word))
        return Pages(paragraphs, running, self.notes, list(self.found.values()))


def _strips(images: list[Drawn]) -> list[list[Drawn]]:
    """Images one by one; those that a program cut from one picture, together."""
    groups: list[list[Drawn]] = []
    for image in images:
        last = groups[-1][-1].box if groups else None
        touches = (
            last
            and abs(last.x0 - image.box.x0) < 0.5
            and abs(last.x1 - image.box.x1) < 0.5
            and abs(last.bottom - image.box.top) < 0.5
        )
        if touches:
            groups[-1].append(image)
        else:
            groups.append([image])
    return groups
