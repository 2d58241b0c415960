"""Chinese text as a Hong Kong press office writes it."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, check
from ..wording.excerpts import excerpt
from ..wording.han import HAN, foreign_characters, forms
from ..wording.marks import (
    CLOSED,
    NESTED,
    OPENED,
    beside,
    unpaired_in_chinese,
    without_those_that_go_on,
)
from ..wording.regional import regional_words
from ..wording.repeats import repeated_in_chinese
from ..wording.spacing import stray_spaces

CHINESE = "zh-hant"

_FEW = 12  # characters that are shown one by one
_LINE = re.compile(r"[^\n]+")
_CLAUSE = re.compile(r"[^，。、；：！？…\n]+")
_IN_MARKS = re.compile(
    r"《[^《》\n]+》|〈[^〈〉\n]+〉|「[^「」\n]+」|『[^『』\n]+』|“[^“”\n]+”|（[^（）\n]+）"
)


# Simplified characters


@check(
    "chinese.simplified",
    WARNING,
    title=gettext_lazy("Simplified character in Traditional text"),
    hint=gettext_lazy(
        "Write the Traditional character, unless this is how the name is registered: then acknowledge this."
    ),
)
def simplified_characters(reading):
    """A Simplified or Japanese character, or a form that Hong Kong does not print, in Traditional Chinese.

    Characters that are good Traditional too (里, 后, 台) are left alone. Words that stand in Simplified as
    a whole, such as the title of a mainland publication, are one finding, and so is a release that is. A
    name is looked at only where no sentence of the release prints it.
    """
    if _is_simplified(reading):
        first = reading.prose(CHINESE)[0]
        yield first.found(first.text[:_FEW], _("The Chinese of this release is Simplified."))
        return
    seen = set()
    for passage in reading.prose(CHINESE):
        for start, end in _simplified(passage.text):
            yield _foreign(passage, start, end)
        seen |= _printed(passage.text)
    for passage in reading.names(CHINESE):
        for start, end in _simplified(passage.text):
            if not _with_neighbours(passage.text, start) & seen:
                yield _foreign(passage, start, end)
        seen |= _printed(passage.text)


def _is_simplified(reading):
    """Whether a release is written in Simplified Chinese throughout."""
    text = "".join(passage.text for passage in reading.prose(CHINESE))
    traditional = sum(c in forms().traditional for c in text)
    return len(foreign_characters(text)) > max(_FEW, 4 * traditional)


def _printed(text):
    """What tells the foreign characters of a text when a name prints them again."""
    places = foreign_characters(text)
    return set().union(*(_with_neighbours(text, at) for at in places))


def _with_neighbours(text, at):
    around = {text[max(0, at - 1) : at + 1], text[at : at + 2]}
    return {words for words in around if len(words) > 1} or {text}


def _foreign(passage, start, end):
    shown = passage.text[start:end]
    if len(shown) > _FEW:
        message = _("These words are in Simplified Chinese.")
        return passage.found(shown[:_FEW], message)
    table = forms().foreign
    written = "".join(table.get(c, c) for c in shown)
    message = _("“%(shown)s” is not Traditional Chinese as Hong Kong writes it: “%(written)s”?")
    return passage.found(
        excerpt(passage.text, start, end), message % {"shown": shown, "written": written}
    )


def _simplified(text):
    """The spans of what is not Traditional: words that are Simplified as a whole, then single ones."""
    places = foreign_characters(text)
    if not places:
        return []
    spans = []
    for pattern, fewest in ((_LINE, 5), (_IN_MARKS, 2), (_CLAUSE, 3)):
        for match in pattern.finditer(text) if len(places) >= fewest else ():
            within = [at for at in places if match.start() <= at < match.end()]
            traditional = sum(c in forms().traditional for c in match[0])
            if len(within) >= fewest and len(within) > 2 * traditional:
                spans.append((within[0], within[-1] + 1))
                places = [at for at in places if at not in within]
    return sorted([*spans, *_together(text, places)])


def _together(text, places):
    """The spans of single characters; those of one word (发展项目, a name) are one span."""
    spans = []
    for at in places:
        between = text[spans[-1][1] : at] if spans else ""
        is_near = spans and len(between) <= 1 and between not in forms().traditional
        if is_near and re.fullmatch(f"[{HAN}]?", between):
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return spans


# Words of other places


@check(
    "chinese.regional",
    WARNING,
    title=gettext_lazy("Word of Taiwan or the mainland"),
    hint=gettext_lazy("Write Hong Kong’s word, unless this is the name of something."),
)
def regional_terms(reading):
    """A word that Taiwan or the mainland uses where every Hong Kong office has another one (軟體 for 軟件).

    Titles, names in quotation marks and the names of organisations in the release are left alone, and so
    are words that Hong Kong uses as well, and a release that is Simplified throughout.
    """
    if _is_simplified(reading):
        return
    names = _names(reading)
    seen = set()
    for passage in reading.prose(CHINESE):
        simplified = _simplified(passage.text)
        for start, end, written in regional_words(passage.text, names):
            if any(first < end and start < last for first, last in simplified):
                continue  # said already
            seen.add(passage.text[start:end])
            yield _regional(passage, start, end, written)
    for passage in reading.names(CHINESE):
        if passage.kind in ("organisation", "name"):
            continue
        for start, end, written in regional_words(passage.text, names):
            if passage.text[start:end] not in seen:
                yield _regional(passage, start, end, written)
            seen.add(passage.text[start:end])


def _names(reading):
    """The names of the organisations and people in a release, the longest first."""
    kinds = ("organisation", "name")
    names = {p.text.strip() for p in reading.names(CHINESE) if p.kind in kinds}
    return sorted((name for name in names if len(name) > 1), key=len, reverse=True)


def _regional(passage, start, end, written):
    shown = passage.text[start:end]
    message = _("Hong Kong does not say “%(shown)s”: “%(written)s”?")
    return passage.found(
        excerpt(passage.text, start, end), message % {"shown": shown, "written": written}
    )


# Punctuation

_BEFORE = f"{HAN}」』》〉）”、，。；：！？…"
_AFTER = f"{HAN}「『《〈（“…"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_BEFORE}])(?:[,;:!?]|\.+)(?=[ \u00a0]?[{_AFTER}]|[」』”）]|[ \u00a0]*(?:\n|\Z))"
)
_HALF_WIDTH_BRACKETS = re.compile(
    rf"(?P<open>[（(])[{HAN}《「](?:[^()（）\n]*[{HAN}》」。！？])?(?P<close>[)）])"
)
_LIST_NUMBER = re.compile(r"(?:\A|\n)[ \u3000]*[一二三四五六七八九十甲乙丙丁]{1,3}\Z")
_NUMERALS = "一二三四五六七八九十百千零〇"


@check(
    "chinese.half-width",
    WARNING,
    title=gettext_lazy("Half-width punctuation in Chinese"),
    hint=gettext_lazy("Write the full-width mark."),
)
def half_width_marks(reading):
    """A half-width comma, full stop, colon, semicolon, question or exclamation mark, or bracket, between
    Han characters. Numbers, times, addresses and Latin words keep theirs, and so do list markers.
    """
    for passage in reading.prose(CHINESE):
        text = passage.text
        for start, end in sorted([*_marks(text), *_brackets(text)]):
            message = _("“%(shown)s” has half-width punctuation between Chinese characters.")
            shown = excerpt(text, start, end)
            yield passage.found(shown, message % {"shown": shown})


def _marks(text):
    for match in _HALF_WIDTH.finditer(text):
        start, end = match.start() - 1, match.end()
        after = text[end : end + 1]
        if match[0] == ":" and text[start] in _NUMERALS and after and after in _NUMERALS:
            continue  # a ratio
        if match[0] == "." and _LIST_NUMBER.search(text[max(0, start - 4) : start + 1]):
            continue
        yield start, end + (not after.isspace() and bool(after))


def _brackets(text):
    """Half-width brackets around Chinese words, or the one of a pair that is half-width."""
    for match in _HALF_WIDTH_BRACKETS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if match["open"] == "（" and match["close"] == ")":
            yield end - 2, end
        elif match["open"] == "(" and match["close"] == "）":
            yield start, start + 2
        elif match["open"] == "(":
            is_number = all(c in _NUMERALS for c in text[start + 1 : end - 1])
            if is_number and (before in "\n 　第及至或、" or before.isascii()):
                continue  # a list marker, or 第（一）項
            if re.match(f"[{_BEFORE}]", before) or re.match(f"[{_AFTER}，。、；：！？]", after):
                yield start, end


@check(
    "chinese.brackets",
    WARNING,
    title=gettext_lazy("Bracket or quotation mark without its other half in Chinese"),
    hint=gettext_lazy("Set the mark that is missing, or take away the one that is too many."),
)
def unpaired_marks(reading):
    """A bracket or quotation mark that is opened and not closed, or closed and not opened, two pairs that
    cross, and 「 inside 「, where Hong Kong sets 『. A quotation of several paragraphs opens each of them
    again: that is left alone, and so are list markers.
    """
    passages = reading.prose(CHINESE)
    found = {passage.place: unpaired_in_chinese(passage.text) for passage in passages}
    body = [passage for passage in passages if passage.kind in ("text", "quote")]
    left = without_those_that_go_on([p.text for p in body], [found[p.place] for p in body])
    found |= {passage.place: marks for passage, marks in zip(body, left, strict=True)}
    messages = {
        OPENED: _("“%(mark)s” is opened here and not closed."),
        CLOSED: _("“%(mark)s” closes what was not opened."),
        NESTED: _("“%(mark)s” stands inside the same marks; Hong Kong sets 『』 inside 「」."),
    }
    for passage in passages:
        for one in found[passage.place]:
            shown = excerpt(passage.text, *beside(passage.text, one))
            yield passage.found(shown, messages[one.kind] % {"mark": passage.text[one.at]})


@check(
    "chinese.spaces",
    WARNING,
    title=gettext_lazy("Stray space in Chinese"),
    hint=gettext_lazy("Take the space away."),
)
def spaces(reading):
    """A space between two Han characters, or beside a full-width mark.

    Spaces between Chinese and Latin words or digits are left alone, and so are those that part the
    clauses of a headline, labels, dates and lists of names.
    """
    passages = reading.prose(CHINESE)
    everything = "\n".join(passage.text for passage in passages)
    names = "\n".join(_names(reading))
    for passage in passages:
        for start, end in stray_spaces(passage.text, passage.kind, everything, names):
            shown = excerpt(passage.text, start - 1, end + 1)
            yield passage.found(shown, _("A space stands in “%(shown)s”.") % {"shown": shown})


@check(
    "chinese.repeated",
    WARNING,
    title=gettext_lazy("Repeated word or mark in Chinese"),
    hint=gettext_lazy("Take one of the two away, unless both are meant: then acknowledge this."),
)
def repeated(reading):
    """A particle, a word of two to four characters or a punctuation mark that stands twice in a row.

    What is doubled in good Chinese (研究研究, 一步一步) or belongs to two words (目的的, 發展發展中國家) is
    left alone.
    """
    for passage in reading.prose(CHINESE):
        for start, end in repeated_in_chinese(passage.text):
            shown = excerpt(passage.text, start, end)
            yield passage.found(shown, _("“%(shown)s” says the same twice.") % {"shown": shown})
