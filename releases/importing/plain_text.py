"""Plain text to paragraphs.

Three layouts are met: a blank line after every line with wider gaps between paragraphs (text taken
out of a PDF), paragraphs apart by a blank line, and one paragraph per line. The layout is measured,
not asked for: a full line without the end of a sentence has been wrapped, and the gap after such
lines is the gap inside paragraphs.
"""

import collections
import dataclasses
import re

from django.utils.translation import gettext as _

from . import shapes
from .encodings import decode
from .notes import ImportRefused, Note
from .paragraphs import Line, Pages, Paragraph

# Some eighty pages of print: no release is longer.
MAX_CHARACTERS = 250_000
MAX_LINES = 20_000

# Joiners (U+200C, U+200D) stay: they are part of an emoji and of some names.
INVISIBLE = re.compile("[\ufeff\u200b\u2060]")
SPACES = re.compile(r"[\t\xa0\x0b\x1c-\x1f]")
LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
CONTINUES = re.compile(
    r"[，、,及與与和的]$|\b(?:and|or|of|the|to|for|with|in|a|an|at|by|from|on|as|its)$"
)
# The stop of A.M., U.S., Inc. or Dr. ends no sentence.
SENTENCE = re.compile(
    r"[。！？]|(?<![ .][A-Za-z])(?<!\b(?:Dr|Mr|Ms|St|Co))(?<!\b(?:Mrs|Inc|Ltd))(?<!\b(?:Prof|Corp))[.!?][”\"’]?(?:\s+[A-Z“\"]|$)"
)
LEADS_TO_LINK = re.compile(
    r"(?:\b(?:visit|see|at|to|via|on)|[覽览至到站問问])$|(?:website|[址站网網])\s*[:：]$", re.I
)
HYPHENATED = re.compile(r"([A-Za-z]{2,})-$")
COMPOUND_BEGINNINGS = re.compile(
    r"(?:bio|well|long|short|high|low|non|self|co|cross|multi|pre|post|anti|semi|mid|full|half|part|first|second|third|next|last|new|old|large|small"
    r"|real|state|world|one|two|three|four|five|six|ten|re|ex|by|on|in|off|up|out|over|under|fast|slow|hard|soft|open|user|data|cost|energy|carbon|water"
    r"|air|land|sea|hand|time|year|day|week|month|award|market|risk|climate|deep|early|late|all|ever|far|near|follow|decision|policy|problem)",
    re.IGNORECASE,
)
# An address that a line end divided.
ADDRESS_GOES_ON = re.compile(r"(?:https?://|www\.)\S*[./\-]$", re.IGNORECASE)
WORD_ENDINGS = re.compile(
    r"^(?:tions?|sions?|ments?|ness|ity|ities|ties|ance|ence|able|ible|ously|ally|ration|lation|tional"
    r"|mation|nolog(?:y|ies|ical)|cation|[sz]ation|[sz]ing|opment|lopment|ceutical|tive|ture|ting|ning)\b"
)


@dataclasses.dataclass(frozen=True)
class Layout:
    """``wrap_gap`` is the gap between the lines of one paragraph; None where lines are not wrapped."""

    width: int
    wrap_gap: int | None
    spaced: bool
    chinese: bool
    text: str


def read(data: bytes) -> Pages:
    """Return the paragraphs of a plain-text file. Raises ImportRefused where it is none."""
    text, encoding = decode(data)
    if len(text) > MAX_CHARACTERS or len(text.splitlines()) > MAX_LINES:
        raise ImportRefused(
            _("The text is longer than any release. Save the text of one release and try again.")
        )
    pages = read_text(text)
    if encoding != "utf-8":
        message = _("The encoding was recognised as %(encoding)s.") % {"encoding": encoding}
        pages.notes.insert(0, Note("guess", message))
    return pages


def read_text(text: str) -> Pages:
    lines, furniture = read_lines(text)
    layout = measure(lines)
    hyphens: list[tuple[int, str]] = []
    groups: list[list[Line]] = []
    prose = False
    for line in lines:
        if not groups or _starts_new(groups[-1], line, layout, prose):
            groups.append([line])
        else:
            groups[-1].append(line)
        prose = prose or bool(SENTENCE.search(line.text) and shapes.width(line.text) > 8)
    paragraphs = [Paragraph(_join_lines(group, layout, hyphens), tuple(group)) for group in groups]
    message = _("A word was divided at the end of a line; read as “%(word)s”.")
    notes = [Note("guess", message % {"word": word}, number, word) for number, word in hyphens]
    return Pages(paragraphs, furniture, notes)


# Lines


def read_lines(text: str) -> tuple[list[Line], list[Line]]:
    """Return the lines that are not blank, and apart from them page numbers and running heads."""
    rows: list[Line] = []
    gap, page = 0, False
    for number, row in enumerate(LINE_END.split(text), 1):
        for index, piece in enumerate(row.split("\f")):
            page = page or index > 0
            piece = SPACES.sub(" ", INVISIBLE.sub("", piece))
            stripped = piece.strip()
            if not stripped:
                gap += 1
                continue
            indent = shapes.width(piece[: len(piece) - len(piece.lstrip())])
            rows.append(Line(number, stripped, gap, indent, page))
            gap, page = 0, False
    return _without_furniture(rows)


def _without_furniture(rows: list[Line]) -> tuple[list[Line], list[Line]]:
    running = _running_heads(rows)
    lines: list[Line] = []
    furniture: list[Line] = []
    gap, page = 0, False
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        alone = row.new_page or after is None or after.new_page or (row.gap >= 1 and after.gap >= 1)
        number = shapes.BARE_NUMBER.match(row.text) and alone
        if number or shapes.PAGE_MARK.match(row.text) or index in running:
            furniture.append(row)
            gap, page = gap + row.gap, True
        else:
            lines.append(dataclasses.replace(row, gap=gap + row.gap, new_page=page or row.new_page))
            gap, page = 0, False
    return lines, furniture


def _running_heads(rows: list[Line]) -> set[int]:
    """Lines at the edge of a page that stand there on several pages, numbers aside."""
    edges = [i for i, row in enumerate(rows) if row.new_page]
    edges += [i - 1 for i, row in enumerate(rows) if row.new_page and i]
    if len([row for row in rows if row.new_page]) < 2:
        return set()
    plain = {i: re.sub(r"\d+", "0", rows[i].text) for i in edges}
    counts = collections.Counter(plain.values())
    return {i for i, text in plain.items() if counts[text] > 1 and len(text) < 80}


# Layout


def measure(lines: list[Line]) -> Layout:
    whole = "\n".join(line.text for line in lines)
    han = len(shapes.HAN_CHARACTER.findall(whole))
    chinese = han * 4 > len(re.findall(r"[A-Za-z]+", whole))
    spaced = len(re.findall(f"[{shapes.HAN}] [A-Za-z0-9]", whole)) >= max(
        1, len(re.findall(f"[{shapes.HAN}][A-Za-z0-9]", whole))
    )
    widths = sorted(w for line in lines if (w := shapes.width(line.text)) >= 30)
    full = widths[int(len(widths) * 0.9) - (len(widths) > 9)] if widths else 0
    return Layout(full, _wrap_gap(lines, full), spaced, chinese, whole)


def _wrap_gap(lines: list[Line], full: int) -> int | None:
    if not 30 <= full <= 240:
        return None
    long = [i for i, line in enumerate(lines[:-1]) if shapes.width(line.text) >= 0.75 * full]
    gaps = [
        lines[i + 1].gap
        for i in long
        if not shapes.ends_sentence(lines[i].text)
        and not shapes.COLON_END.search(lines[i].text)
        and not _stands_alone(lines[i].text)
        and not shapes.is_section_heading(lines[i + 1].text)
        and not shapes.is_bullet(lines[i + 1].text)
    ]
    # Where lines are not wrapped, some reach far beyond the others; wrapped lines share a limit.
    widths = [shapes.width(line.text) for line in lines if not _stands_alone(line.text)]
    widest = max(widths, default=0)
    enough = max(2, 0.15 * len(long)) if widest <= full * 1.12 else max(3, 0.3 * len(long))
    if len(gaps) < enough:
        return None
    counts = collections.Counter(gaps)
    return min(counts, key=lambda gap: (-counts[gap], gap))


# Where a paragraph ends


def _starts_new(group: list[Line], line: Line, layout: Layout, prose: bool) -> bool:
    last = group[-1]
    near = line.gap <= (layout.wrap_gap or 0)
    if near and shapes.WEB_ADDRESS.match(line.text) and LEADS_TO_LINK.search(last.text):
        return False
    if _stands_alone(last.text) or _stands_alone(line.text) or _opens(group, line, layout):
        return True
    if line.indent >= last.indent + 2 and (len(group) == 1 or layout.wrap_gap != 0):
        return not _cut_off(last.text, line.text)
    if layout.wrap_gap is None:
        if line.new_page and prose:
            return shapes.ends_sentence(last.text) or shapes.width(last.text) < 60
        return line.gap > 0 or not _cut_off(last.text, line.text)
    if line.gap <= layout.wrap_gap and not (line.new_page and line.gap > layout.wrap_gap):
        return _ended_early(last.text, line.text, layout) and not _cut_off(last.text, line.text)
    return _page_ends_paragraph(group, line, layout, prose)


def _page_ends_paragraph(group: list[Line], line: Line, layout: Layout, prose: bool) -> bool:
    """Whether a gap wider than usual ends the paragraph; the end of a page in mid-sentence does not."""
    last = group[-1].text
    page = line.new_page or line.gap >= layout.wrap_gap + 4
    if not (prose and page):
        return True
    full = shapes.width(last) >= 0.85 * layout.width
    if not shapes.ends_sentence(last) and not shapes.COLON_END.search(last):
        return not (full or _cut_off(last, line.text))
    mark = shapes.unclosed("".join(member.text for member in group))
    return not (mark and full and not line.text.startswith(mark))


def _stands_alone(text: str) -> bool:
    return bool(
        shapes.END_MARK.match(text)
        or shapes.UNDERLINE.match(text)
        or shapes.LINK.match(text)
        or shapes.FIGURE_LABEL_ALONE.match(text)
        or shapes.is_contact_line(text)
    )


def _opens(group: list[Line], line: Line, layout: Layout) -> bool:
    text, last = line.text, group[-1]
    if shapes.SURE_BULLET.match(text) or shapes.FIGURE_LABEL.match(text):
        return True
    free = (
        shapes.ends_sentence(last.text)
        or bool(shapes.COLON_END.search(last.text))
        or line.gap > (layout.wrap_gap or 0)
        or _ended_early(last.text, text, layout)
    )
    if shapes.is_section_heading(text):
        return free
    mark = shapes.WEAK_BULLET.match(text)
    return bool(mark and (free or _next_item(group[0].text, text)))


def _next_item(first: str, text: str) -> bool:
    """Whether a line bears the mark that the item before it bears, or the next number."""
    one, other = shapes.NUMBERED.match(first), shapes.NUMBERED.match(text)
    if one and other:
        return int(other.group(1)) == int(one.group(1)) + 1
    return bool(shapes.WEAK_BULLET.match(first)) and first[0] == text[0] and not text[0].isalnum()


def _ended_early(last: str, text: str, layout: Layout) -> bool:
    """Whether the next word would have had room on the line before it."""
    if not layout.width:
        return True
    first = re.match(r"[!-~“‘’]+", text)
    word = len(first.group()) + 1 if first else 2
    slack = max(4, layout.width * (0.12 if layout.chinese else 0.06))
    return shapes.width(last) + word + slack <= layout.width


def _cut_off(last: str, text: str) -> bool:
    """Whether a sentence plainly goes on in the next line."""
    if shapes.ends_sentence(last) or shapes.COLON_END.search(last):
        return False
    if (
        shapes.EMAIL.search(last[-60:])
        or shapes.EMAIL.match(text)
        or shapes.WEB_ADDRESS.match(text)
    ):
        return False
    return bool(CONTINUES.search(last) or re.match(r"[a-z]{2,}|a\s|[，。、；」』”）)]", text))


# Joining


def _join_lines(group: list[Line], layout: Layout, hyphens: list[tuple[int, str]]) -> str:
    text = group[0].text
    for line in group[1:]:
        text = _join(text, line, layout, hyphens)
    return text


def _join(text: str, line: Line, layout: Layout, hyphens: list[tuple[int, str]]) -> str:
    left, right = text[-1], line.text[0]
    wide = [_is_wide(left, layout.chinese), _is_wide(right, layout.chinese)]
    if all(wide):
        return text + line.text
    if any(wide):
        han = shapes.HAN_CHARACTER.match(left) or shapes.HAN_CHARACTER.match(right)
        other = right if wide[0] else left
        space = " " if layout.spaced and han and other.isalnum() else ""
        return text + space + line.text
    if ADDRESS_GOES_ON.search(text[-200:]) and re.match(r"[a-z0-9]", line.text):
        return text + line.text
    if left == "\xad":
        return text[:-1] + line.text
    hyphen = HYPHENATED.search(text[-60:])
    after = re.match(r"[a-z]+", line.text)
    if hyphen and after:
        return _join_hyphenated(text, line, hyphen.group(1), after.group(), layout, hyphens)
    if left in "-/" and not text.endswith((" -", "--", " /")) and right.isalnum():
        return text + line.text
    return text + " " + line.text


def _join_hyphenated(text, line, before, after, layout, hyphens):
    """Drop the hyphen that a line end made: a compound, of two words that stand by themselves or
    begin as compounds do, keeps its own."""

    def stands(pattern):
        # Not where the line end itself cut it off.
        words = rf"(?<![\w-])(?<!-\n){pattern}(?![\w-])"
        return bool(re.search(words, layout.text, re.IGNORECASE))

    whole = stands(f"{before}{after}")
    compound = stands(f"{before}-{after}")
    parts = bool(COMPOUND_BEGINNINGS.fullmatch(before)) or stands(before) or stands(after)
    one_word = whole or not compound and (not parts or bool(WORD_ENDINGS.match(after)))
    if not whole and not compound:
        hyphens.append((line.number, f"{before}{'' if one_word else '-'}{after}"))
    return (text[:-1] if one_word else text) + line.text


def _is_wide(character: str, chinese: bool) -> bool:
    return shapes.width(character) == 2 or (chinese and character in "“”‘’—…·")
