"""English text: quotation marks and doubled words."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, check
from ..wording.excerpts import excerpt, word_at
from ..wording.marks import CLOSED, OPENED, unpaired_in_english, without_those_that_go_on
from ..wording.repeats import repeated_in_english

ENGLISH = "en"


@check(
    "english.quotes",
    WARNING,
    title=gettext_lazy("Quotation mark without its other half in English"),
    hint=gettext_lazy("Set the mark that is missing, or take away the one that is too many."),
)
def unpaired_marks(reading):
    """A quotation mark that is opened and not closed, or closed and not opened.

    Apostrophes, feet and inches are left alone, and so is a quotation of several paragraphs that opens
    each of them again.
    """
    passages = reading.prose(ENGLISH)
    found = {passage.place: unpaired_in_english(passage.text) for passage in passages}
    body = [passage for passage in passages if passage.kind in ("text", "quote")]
    left = without_those_that_go_on([p.text for p in body], [found[p.place] for p in body])
    found |= {passage.place: marks for passage, marks in zip(body, left, strict=True)}
    messages = {
        OPENED: _("A quotation is opened at “%(shown)s” and not closed."),
        CLOSED: _("A quotation is closed at “%(shown)s” and was not opened."),
    }
    for passage in passages:
        for one in found[passage.place]:
            shown = excerpt(passage.text, *word_at(passage.text, one.at, one.at + 1))
            yield passage.found(shown, messages[one.kind] % {"shown": shown})


@check(
    "english.doubled",
    WARNING,
    title=gettext_lazy("Doubled word in English"),
    hint=gettext_lazy("Take one of the two away, unless both are meant: then acknowledge this."),
)
def doubled_words(reading):
    """A word that stands twice in a row (the the), or a preposition with its article (of the of the).

    Names (Pago Pago), emphasis (very very) and good grammar (had had, that that) are left alone.
    """
    for passage in reading.prose(ENGLISH):
        for start, end in repeated_in_english(passage.text):
            shown = excerpt(passage.text, start, end)
            yield passage.found(shown, _("“%(shown)s” says the same twice.") % {"shown": shown})


_CURLY = re.compile(r"[“”‘’]")
# Not behind a digit (feet, inches, minutes) unless an s follows (2020's), and not in an address.
_STRAIGHT = re.compile(r"""(?<![\d=])["']|(?<=\d)'(?=s\b)""")


@check(
    "english.marks",
    WARNING,
    title=gettext_lazy("Straight and curly quotation marks mixed"),
    hint=gettext_lazy("Set all quotation marks and apostrophes of the release in one way."),
)
def mixed_marks(reading):
    """Straight and curly quotation marks or apostrophes in the English text of one release.

    One finding, at the first of those that are fewer. Marks of feet, inches and minutes are left alone.
    """
    curly, straight = [], []
    for passage in reading.prose(ENGLISH):
        curly += [(passage, match.start()) for match in _CURLY.finditer(passage.text)]
        straight += [(passage, match.start()) for match in _STRAIGHT.finditer(passage.text)]
    if not curly or not straight:
        return
    if len(straight) <= len(curly):
        message = _("“%(shown)s” has a straight mark; most of this release has curly ones.")
    else:
        message = _("“%(shown)s” has a curly mark; most of this release has straight ones.")
    passage, at = straight[0] if len(straight) <= len(curly) else curly[0]
    shown = excerpt(passage.text, *word_at(passage.text, at, at + 1))
    yield passage.found(shown, message % {"shown": shown})
