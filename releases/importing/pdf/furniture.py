"""Running heads, footers and page numbers: what stands at the edge of the page and serves it."""

import functools
import re
import statistics

from .. import shapes
from .rows import Row, joined, segments
from .sheets import Sheet

# In parts of the height of the page: where heads and footers end, and the margin at its foot.
HEAD = 0.17
FOOT = 0.86
MARGIN = 0.09
OUTERMOST = 0.055
# In points: how far the same line may stand from its place on another page.
SHIFT = 4
ADDRESS = re.compile(
    r"\b(?:road|street|avenue|tower|floor|building|centre|house|hong kong|www\.|fax|tel)\b|\d/F|https?:|@"
    r"|[路道街號号樓楼廈厦室]|電話|电话|傳真|传真|©|copyright|版權",
    re.IGNORECASE,
)

# A date, a reference, an embargo may stand alone above the text.
OF_THE_RELEASE = re.compile(
    r"\d{4}|\d/\d|embargo|immediate|禁|即時|立即|編號|檔號|文號|\bref\b", re.IGNORECASE
)


def take(pages: list[list[Row]], sheets: list[Sheet]) -> list[list[Row]]:
    """Take from the rows of every page, and return, those that only serve the page."""
    sizes = [row.size for rows in pages for row in rows for _letter in row.letters]
    body = statistics.median(sizes) if sizes else 0
    taken: list[list[Row]] = []
    beside = _beside_the_name(pages[0], sheets[0], body) if pages else []
    running: dict[str, list[Row]] = {}
    for index, rows in enumerate(pages):
        for row in rows:
            if _is_at_edge(row, sheets[index].height):
                running.setdefault(_plain(row.text), []).append(row)
    for index, rows in enumerate(pages):
        height = sheets[index].height
        found = _at_edge(rows, running, body, height) + _at_edge(rows[::-1], running, body, height)
        gone = {id(row) for row in found}
        taken.append([row for row in rows if id(row) in gone])
        pages[index] = [row for row in rows if id(row) not in gone]
    if taken:
        taken[0] = sorted([*taken[0], *beside], key=lambda row: row.base)
    return taken


def _beside_the_name(rows: list[Row], sheet: Sheet, body: float) -> list[Row]:
    """Take an address in small print that stands beside the name of a letterhead, in its rows."""
    found: list[Row] = []
    for index, row in enumerate(list(rows)):
        if row.base > HEAD * sheet.height:
            break
        pieces = segments(row)
        small = [piece for piece in pieces if _is_address(piece, found, body)]
        others = [piece for piece in pieces if not any(piece is one for one in small)]
        if small and (others or found):
            found += small
            rows[index] = functools.reduce(joined, others) if others else row
    if found:
        above = [row for row in rows if 0 < found[0].base - row.base < 2 * found[0].size]
        found[:0] = [row for row in above if _is_address(row, found[:1], body)]
    gone = [row for row in rows if any(row.letters[0] is one.letters[0] for one in found)]
    rows[:] = [row for row in rows if not any(row is one for one in gone)]
    return found


def _is_address(piece: Row, found: list[Row], body: float) -> bool:
    if piece.size > 0.85 * body or OF_THE_RELEASE.search(piece.text):
        return False
    near = found and abs(piece.base - found[-1].base) < 2 * piece.size
    aligned = near and (abs(piece.x0 - found[-1].x0) < 3 or abs(piece.x1 - found[-1].x1) < 3)
    return bool(aligned or ADDRESS.search(piece.text))


def _is_at_edge(row: Row, height: float) -> bool:
    return row.base < HEAD * height or row.base > FOOT * height


def _at_edge(rows: list[Row], running: dict, body: float, height: float) -> list[Row]:
    """The rows from the edge inwards that serve the page; the first that does not ends them."""
    found: list[Row] = []
    for index, row in enumerate(rows):
        if not _is_at_edge(row, height):
            break
        inner = rows[index + 1] if index + 1 < len(rows) else None
        if not (_repeats(row, running) or _is_number(row, inner, height)):
            break
        found.append(row)
    while block := _set_apart(rows[len(found) :], body, height):
        found += block
    return found


def _repeats(row: Row, running: dict[str, list[Row]]) -> bool:
    """Whether a line stands at the same place of another page, but for the number of the page."""
    return any(
        other.page != row.page
        and abs(other.base - row.base) < SHIFT
        and abs(other.size - row.size) < 0.5
        and _steps(row.text, other.text) <= {0, other.page - row.page}
        for other in running.get(_plain(row.text), [])
    )


def _steps(text: str, other: str) -> set[int]:
    """By how much the numbers of two lines differ that are alike but for them."""
    pairs = zip(re.findall(r"\d+", text), re.findall(r"\d+", other), strict=True)
    return {int(b[-9:]) - int(a[-9:]) for a, b in pairs}


def _plain(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _is_number(row: Row, inner: Row | None, height: float) -> bool:
    text = row.text
    if shapes.PAGE_MARK.match(text):
        return True
    apart = inner is None or abs(inner.base - row.base) > 1.8 * row.size
    return bool(shapes.BARE_NUMBER.match(text)) and apart


def _set_apart(rows: list[Row], body: float, height: float) -> list[Row]:
    """A block of small lines in the margin, such as an address, that stands on one page only."""
    block: list[Row] = []
    for row in rows:
        last = block[-1] if block else row
        alike = abs(row.size - last.size) < 0.1 * last.size
        if not alike or abs(row.base - last.base) > 2 * last.size:
            break
        block.append(row)
        if len(block) > 4:
            return []
    if len(block) == len(rows) or not block:
        return []
    in_margin = all(row.base < HEAD * height or row.base > (1 - MARGIN) * height for row in block)
    small = all(row.size <= 0.9 * body for row in block) or _is_in_margin(block, body, height)
    text = "\n".join(row.text for row in block)
    running = len(block) == 1 and _is_running(block[0], height)
    serves = (running or ADDRESS.search(text)) and not any(
        shapes.is_section_heading(row.text) or shapes.CONTACT_SENTENCE.match(row.text)
        for row in block
    )
    inner = rows[len(block)]
    apart = abs(inner.base - block[-1].base) > 1.3 * body
    # The last lines of a media contact may stand as low.
    apart = apart and not (
        shapes.is_contact_line(inner.text) or shapes.is_section_heading(inner.text)
    )
    return block if in_margin and small and serves and apart else []


def _is_in_margin(block: list[Row], body: float, height: float) -> bool:
    """Whether lines no larger than the text stand where no text does: in the margin of the paper."""
    return all(
        row.size <= 1.15 * body and not OUTERMOST * height < row.base < (1 - OUTERMOST) * height
        for row in block
    )


def _is_running(row: Row, height: float) -> bool:
    """Whether a line stands in the margin above or below the text, and is none of the release."""
    in_margin = row.base < MARGIN * height * 0.85 or row.base > (1 - MARGIN * 0.85) * height
    return in_margin and not OF_THE_RELEASE.search(row.text)
