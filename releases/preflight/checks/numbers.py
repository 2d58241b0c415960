"""Numbers agree in both languages: figures, amounts, percentages; addresses and telephone numbers too."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, check
from ..quantities.agreement import (
    address_disagreements,
    day_disagreements,
    quantity_disagreements,
    time_disagreements,
)

HINT = gettext_lazy("Find out which is right and correct the other language.")


@check(
    "numbers.figures",
    WARNING,
    title=gettext_lazy("A number differs between the languages"),
    hint=HINT,
)
def figures_disagree(reading):
    """A number that is another one in the other language, or a clear quantity that it leaves out: 12,000, 1.2萬,
    twelve thousand, 第三, 3rd and two weeks for 14 days are understood. Numbers below three that are written in
    words, names such as 5G, and what a word says without a number (a decade, a dozen) are left alone.
    """
    for each in quantity_disagreements(reading):
        if _kind(each) == "figure":
            yield _found(each)


@check(
    "numbers.amounts",
    WARNING,
    title=gettext_lazy("An amount differs between the languages"),
    hint=HINT,
)
def amounts_disagree(reading):
    """An amount of money, or millions of anything, whose value or currency is another one in the other language,
    or that stands in one language only. A currency that one language leaves unsaid is no difference.
    """
    for each in quantity_disagreements(reading):
        if _kind(each) == "amount":
            yield _found(each)


@check("numbers.percentages", WARNING, title=gettext_lazy("A percentage differs between the languages"), hint=HINT)  # fmt: skip
def percentages_disagree(reading):
    """A percentage or share that is another one in the other language (百分之十二, 三成, two-thirds), per cent for
    percentage points, or a percentage that stands in one language only.
    """
    for each in quantity_disagreements(reading):
        if _kind(each) == "share":
            yield _found(each)


@check("numbers.phones", WARNING, title=gettext_lazy("A telephone number differs between the languages"), hint=HINT)  # fmt: skip
def phones_disagree(reading):
    """A telephone number in the text that is another one in the other language, or stands in one only. The
    country code may be left out.
    """
    yield from map(_found, address_disagreements(reading, "phone"))


@check("numbers.emails", WARNING, title=gettext_lazy("An e-mail address differs between the languages"), hint=HINT)  # fmt: skip
def emails_disagree(reading):
    """An e-mail address in the text that is another one in the other language, or stands in one only."""
    yield from map(_found, address_disagreements(reading, "email"))


@check("numbers.websites", WARNING, title=gettext_lazy("A web address differs between the languages"), hint=HINT)  # fmt: skip
def websites_disagree(reading):
    """A web address in the text that is another one in the other language, or stands in one only and is
    no link there. Versions of one page in two languages (/en, /tc, .com.hk) are the same.
    """
    yield from map(_found, address_disagreements(reading, "website"))


@check(
    "boilerplates.facts",
    WARNING,
    title=gettext_lazy("A fact of a boilerplate differs between the languages"),
    hint=gettext_lazy(
        "Ask the organisation which is right, and correct the boilerplate on record too."
    ),
)
def facts_disagree(reading):
    """A number, amount, percentage, date or address that differs between the languages of a boilerplate. There,
    the checks of each kind say nothing.
    """
    for each in quantity_disagreements(reading, boilerplates=True):
        yield _found(each)
    for kind in ("phone", "email", "website"):
        yield from map(_found, address_disagreements(reading, kind, boilerplates=True))
    yield from map(_found, day_disagreements(reading, boilerplates=True))
    yield from map(_found, time_disagreements(reading, boilerplates=True))


def _kind(disagreement):
    kinds = {m.kind for m in (disagreement.mention, disagreement.other) if m is not None}
    return "amount" if "amount" in kinds else kinds.pop()


def _found(disagreement):
    passage, mention, other_passage, other = disagreement
    if other is not None:
        message = _("English says “%(english)s” where Chinese says “%(chinese)s”.") % {
            "english": mention.words,
            "chinese": other.words,
        }
    elif passage.language == "en":
        message = _("“%(words)s” stands only in English.") % {"words": mention.words}
    else:
        message = _("“%(words)s” stands only in Chinese.") % {"words": mention.words}
    return passage.found(mention.words, message, other_passage)
