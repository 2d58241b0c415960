"""What stands on the pages of a PDF, with its place: letters, ruling lines, links and pictures.

Places are in points from the left upper corner of the page as it is shown, downwards.
"""

import contextlib
import ctypes
import dataclasses
import math
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from .letters import Letter, readable

# A page of print has some four thousand letters and, with maps and charts, some thousand lines.
MOST_OBJECTS = 40_000
MOST_EDGES = 3_000
MOST_LINKS = 500
MOST_DOTS = 300
DEEPEST = 8
BOLD = re.compile(r"bold|black|heavy|semibd|-demi|-w[6-9]\b")

Matrix = tuple[float, float, float, float, float, float]


@dataclasses.dataclass(frozen=True)
class Box:
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def within(self, other: "Box") -> "Box":
        return Box(
            max(self.x0, other.x0),
            max(self.top, other.top),
            min(self.x1, other.x1),
            min(self.bottom, other.bottom),
        )


def around(boxes: list[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


@dataclasses.dataclass
class Drawn:
    """An image as it is drawn: where, what of it is shown, from which object, and how it is turned."""

    box: Box
    shown: Box
    object: object
    matrix: Matrix


@dataclasses.dataclass
class Sheet:
    """One page. ``aside`` are words that nobody reads in the text: set at an angle or beyond the
    edge, and not visible. ``edges`` are ruling lines, ``dots`` small filled shapes such as the bullets
    that browsers paint, ``lost`` counts the characters that the fonts do not name.
    """

    width: float
    height: float
    number: int = 0
    letters: list[Letter] = dataclasses.field(default_factory=list)
    aside: list[str] = dataclasses.field(default_factory=list)
    edges: list[Box] = dataclasses.field(default_factory=list)
    dots: list[Box] = dataclasses.field(default_factory=list)
    images: list[Drawn] = dataclasses.field(default_factory=list)
    lost: int = 0
    is_recognised: bool = False
    is_scan: bool = False

    @property
    def box(self) -> Box:
        return Box(0, 0, self.width, self.height)


class Frame:
    """The page as it is shown: what is cropped away, and the quarter turns."""

    def __init__(self, page):
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.turns = pdfium.FPDFPage_GetRotation(page) % 4
        size = (self.right - self.left, self.top - self.bottom)
        self.width, self.height = size if self.turns % 2 == 0 else size[::-1]

    def place(self, x: float, y: float) -> tuple[float, float]:
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, points: list[tuple[float, float]]) -> Box:
        xs, ys = zip(*(self.place(x, y) for x, y in points), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def direction(self, dx: float, dy: float) -> tuple[float, float]:
        return ((dx, -dy), (dy, dx), (-dx, dy), (-dy, -dx))[self.turns]


def sheet(document, page, text, number: int) -> Sheet:
    """Read one page by the handles of PDFium; the images can be asked for while it is open."""
    frame = Frame(page)
    found = Sheet(frame.width, frame.height, number)
    spaces = _drawn(page, frame, found)
    _letters(text, frame, found, spaces)
    _links(document, page, frame, found)
    _bullets(found)
    return found


# Letters


def _letters(text, frame: Frame, found: Sheet, spaces: list[tuple[float, float]]) -> None:
    letters = _Letters(text, frame)
    hidden: list[Letter] = []
    unread: list[Letter] = []
    shown: dict[tuple, int] = {}
    for index in range(pdfium.FPDFText_CountChars(text)):
        read = letters.at(index)
        if read is None:
            continue
        letter, is_upright, is_hidden = read
        if not letter.text:
            found.lost += 1
        elif not found.box.holds(letter.x0, letter.base) or not is_upright:
            unread.append(letter)
        elif is_hidden:
            hidden.append(letter)
        elif (before := _printed_before(letter, shown, found.letters)) is not None:
            before.bold = True
        else:
            shown[(letter.text, round(letter.x0), round(letter.base))] = len(found.letters)
            found.letters.append(letter)
    # The text of a scan that was recognised lies unseen over its picture.
    found.is_recognised = len(hidden) > 20 and len(hidden) > 4 * len(found.letters)
    if found.is_recognised:
        found.letters += hidden
        hidden = []
    found.aside = ["".join(letter.text for letter in some).strip() for some in (unread, hidden)]
    for x, y in spaces:
        found.letters.append(Letter(" ", x, x, y, 0))


def _printed_before(letter: Letter, shown: dict, letters: list[Letter]) -> Letter | None:
    """The same letter a hair away: printed twice to look bold."""
    for x in (-1, 0, 1):
        index = shown.get((letter.text, round(letter.x0) + x, round(letter.base)))
        if index is None or letter.text.isspace():
            continue
        # The two letters of a ligature have one place.
        ligature = letter.text == "f" and index == len(letters) - 1
        if abs(letters[index].x0 - letter.x0) < 0.08 * letter.size and not ligature:
            return letters[index]
    return None


@dataclasses.dataclass(frozen=True)
class _Manner:
    """How the letters of one piece of text are printed."""

    size: float
    bold: bool
    italic: bool
    symbol: bool
    is_unnamed: bool
    is_upright: bool
    is_hidden: bool


class _Letters:
    """Reads the letters of a page, one after the other, into the same few buffers."""

    def __init__(self, text, frame: Frame):
        self.text, self.frame = text, frame
        self.rect, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.name, self.flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self.high = 0
        self.piece: int | None = None
        self.manner: _Manner | None = None

    def at(self, index: int) -> tuple[Letter, bool, bool] | None:
        """The letter, whether it stands upright, and whether it is hidden; None where PDFium only
        guessed a space or the end of a line.
        """
        text = self.text
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            return None
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            self.high = code
            return None
        if 0xDC00 <= code < 0xE000 and self.high:
            code = 0x10000 + ((self.high - 0xD800) << 10) + (code - 0xDC00)
        self.high = 0
        # PDFium has its own signs for the hyphen of a word that was divided.
        characters = "-" if code in (2, 0xFFFE) else readable(code)
        if code in (2, 0xFFFE) and pdfium.FPDFText_IsHyphen(text, index) != 1:
            characters = ""
        pdfium.FPDFText_GetLooseCharBox(text, index, self.rect)
        pdfium.FPDFText_GetCharOrigin(text, index, self.x, self.y)
        rect = self.rect
        box = self.frame.box([(rect.left, rect.bottom), (rect.right, rect.top)])
        x, base = self.frame.place(self.x.value, self.y.value)
        manner = self._manner(index)
        letter = Letter(
            characters,
            min(x, box.x0) if x < box.x1 else box.x0,
            box.x1,
            base,
            manner.size,
            bold=manner.bold,
            italic=manner.italic,
            symbol=manner.symbol,
            is_unnamed=manner.is_unnamed,
        )
        return letter, manner.is_upright, manner.is_hidden

    def _manner(self, index: int) -> _Manner:
        drawn = pdfium.FPDFText_GetTextObject(self.text, index)
        piece = ctypes.cast(drawn, ctypes.c_void_p).value
        if self.manner is None or piece is None or piece != self.piece:
            self.piece, self.manner = piece, self._read_manner(index, drawn)
        return self.manner

    def _read_manner(self, index: int, drawn) -> _Manner:
        matrix = self.matrix
        pdfium.FPDFText_GetMatrix(self.text, index, matrix)
        dx, dy = self.frame.direction(matrix.a, matrix.b)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn) if drawn else 0
        length = pdfium.FPDFText_GetFontInfo(self.text, index, self.name, 128, self.flags)
        name = self.name.raw[: max(0, min(length, 128) - 1)].decode("latin-1").lower()
        name = name.partition("+")[2] or name
        weight = pdfium.FPDFText_GetFontWeight(self.text, index)
        # PDFium guesses the weight from the stems; names are surer where they speak.
        heavy = weight >= 700 and not any(w in name for w in ("regular", "light", "roman"))
        stroked = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return _Manner(
            size=pdfium.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d),
            bold=bool(BOLD.search(name)) or heavy or stroked,
            italic="italic" in name
            or "oblique" in name
            or (abs(matrix.c) > 0.15 * abs(matrix.d) and matrix.b == 0),
            symbol=any(word in name for word in ("symbol", "wingding", "webding")),
            is_unnamed=not name,
            is_upright=dx > 0 and abs(dy) < 0.1 * dx,
            is_hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        )


def _bullets(found: Sheet) -> None:
    """Make letters of the bullets that are painted: small shapes just before a row of words."""
    for dot in found.dots:
        x, y = dot.x1, (dot.top + dot.bottom) / 2
        row = [
            letter
            for letter in found.letters
            if letter.size and letter.base - letter.size < y < letter.base + 0.1 * letter.size
        ]
        right = min((one for one in row if one.x0 > x - 1), key=lambda one: one.x0, default=None)
        if right is None or right.x0 - x > 3 * right.size or dot.height > 0.75 * right.size:
            continue
        if not any(x - 4 * right.size < one.x1 <= right.x0 for one in row if one is not right):
            bullet = Letter("•", dot.x0, dot.x1, right.base, right.size)
            found.letters.append(bullet)


# Links


def _links(document, page, frame: Frame, found: Sheet) -> None:
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _count in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        rect = pdfium.FS_RECTF()
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        if not pdfium.FPDFLink_GetAnnotRect(link, rect):
            continue
        buffer = ctypes.create_string_buffer(2048)
        size = pdfium.FPDFAction_GetURIPath(document, action, buffer, 2048)
        address = buffer.raw[: max(0, min(size, 2048) - 1)].decode("utf-8", "replace").strip()
        if size > 2048 or not address.lower().startswith(("http://", "https://", "mailto:")):
            continue
        box = frame.box([(rect.left, rect.bottom), (rect.right, rect.top)])
        for letter in found.letters:
            if box.holds(letter.middle, letter.base - 0.3 * letter.size):
                letter.href = address


# What is drawn


def _drawn(page, frame: Frame, found: Sheet) -> list[tuple[float, float]]:
    """Take the lines and images of a page; return the places of spaces that are drawn alone."""
    spaces = []
    for count, (drawn, matrix) in enumerate(_objects(page)):
        if count > MOST_OBJECTS:
            break
        match pdfium.FPDFPageObj_GetType(drawn):
            case pdfium.FPDF_PAGEOBJ_TEXT:
                box = _bounds(drawn, matrix, frame)
                if box and box.width == 0 and box.height == 0:
                    spaces.append((box.x0, box.top))
            case pdfium.FPDF_PAGEOBJ_PATH:
                _path(drawn, matrix, frame, found)
            case pdfium.FPDF_PAGEOBJ_IMAGE:
                whole = multiply(_matrix(drawn), matrix)
                corners = [apply(whole, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
                box = frame.box(corners)
                shown = _clipped(box.within(found.box), drawn, matrix, frame)
                found.images.append(Drawn(box, shown, drawn, whole))
    return spaces


def _objects(page) -> Iterator[tuple[object, Matrix]]:
    """Every object of a page and of the forms in it, with the matrix from it to the page."""
    identity: Matrix = (1, 0, 0, 1, 0, 0)
    # The forms of a hostile file hold each other many times over.
    budget = [MOST_OBJECTS]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        yield from _inside(pdfium.FPDFPage_GetObject(page, index), identity, 0, budget)


def _inside(drawn, matrix: Matrix, depth: int, budget: list[int]) -> Iterator:
    budget[0] -= 1
    if budget[0] < 0 or not drawn:
        return
    if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_FORM:
        yield drawn, matrix
    elif depth < DEEPEST:
        inner = multiply(_matrix(drawn), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(drawn)):
            if budget[0] < 0:
                return
            yield from _inside(pdfium.FPDFFormObj_GetObject(drawn, index), inner, depth + 1, budget)


def _matrix(drawn) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, matrix):
        return (1, 0, 0, 1, 0, 0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def multiply(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does first the one, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(drawn, matrix: Matrix, frame: Frame) -> Box | None:
    sides = [ctypes.c_float() for _side in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return frame.box([apply(matrix, x, y) for x in (left, right) for y in (bottom, top)])


def _clipped(box: Box, drawn, matrix: Matrix, frame: Frame) -> Box:
    """What is left of a box by the paths that its object is clipped to."""
    clip = pdfium.FPDFPageObj_GetClipPath(drawn)
    for index in range(min(pdfium.FPDFClipPath_CountPaths(clip), DEEPEST)):
        count = min(pdfium.FPDFClipPath_CountPathSegments(clip, index), MOST_EDGES)
        points = [_point(pdfium.FPDFClipPath_GetPathSegment(clip, index, n)) for n in range(count)]
        if points:
            box = box.within(frame.box([apply(matrix, *point) for point in points]))
    return box


def _point(segment) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _path(drawn, matrix: Matrix, frame: Frame, found: Sheet) -> None:
    """Take the straight lines along the axes, and what is small enough to be a bullet."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, mode, stroke)
    if not mode.value and not stroke.value:
        return
    box = _bounds(drawn, matrix, frame)
    if box is None:
        return
    if max(box.width, box.height) < 9:
        if mode.value and min(box.width, box.height) > 1 and len(found.dots) < MOST_DOTS:
            found.dots.append(box)
        return
    whole = multiply(_matrix(drawn), matrix)
    start = last = None
    for index in range(min(pdfium.FPDFPath_CountSegments(drawn), MOST_EDGES)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        point = frame.place(*apply(whole, *_point(segment)))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last:
            _edge(last, point, found)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start:
            _edge(last, start, found)
            last = start


def _edge(one: tuple[float, float], other: tuple[float, float], found: Sheet) -> None:
    (x0, x1), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if min(x1 - x0, bottom - top) < 1 and max(x1 - x0, bottom - top) >= 6:
        found.edges.append(Box(x0, top, x1, bottom))


@contextlib.contextmanager
def opened(document, index: int) -> Iterator[tuple]:
    """The handles of a page and of its text; None and None where the page cannot be read."""
    page = pdfium.FPDF_LoadPage(document, index)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield (page, text) if text else (None, None)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)
