"""Signing: who signed and who witnessed is the same in the text, the captions and the lists."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, check
from ..people.ceremony import SIGNED, WITNESSED
from ..people.parties import Parties


@check(
    "signing.signatories",
    WARNING,
    title=gettext_lazy("Signatories disagree"),
    hint=gettext_lazy("Ask who signed, and say the same in the text, the captions and the list."),
)
def signatories(reading):
    """Somebody is said to have signed in a caption and not in the text, in the text and not in the list
    of signatories, in the list and not in the text, or in one language of the text and not in the
    other. A caption may show fewer people; guests of honour sign nothing.
    """
    messages = (
        _("The caption says that %(names)s signed; the text does not."),
        _("The text says that %(names)s signed; the list of signatories does not."),
        _("%(names)s is in the list of signatories; the text names others, who signed."),
        {
            "zh-hant": _("The English says that %(names)s signed; the Chinese does not."),
            "en": _("The Chinese says that %(names)s signed; the English does not."),
        },
    )
    yield from _disagreements(reading, SIGNED, messages)


@check(
    "signing.witnesses",
    WARNING,
    title=gettext_lazy("Witnesses disagree"),
    hint=gettext_lazy(
        "Ask who witnessed it, and say the same in the text, the captions and the list."
    ),
)
def witnesses(reading):
    """Somebody is said to have witnessed the signing in a caption and not in the text, in the text and
    not in the list of witnesses, in the list and not in the text, or in one language of the text and
    not in the other. A caption may show fewer people.
    """
    messages = (
        _("The caption says that %(names)s witnessed the signing; the text does not."),
        _("The text says that %(names)s witnessed the signing; the list of witnesses does not."),
        _(
            "%(names)s is in the list of witnesses; the text names others, who witnessed the signing."
        ),
        {
            "zh-hant": _(
                "The English says that %(names)s witnessed the signing; the Chinese does not."
            ),
            "en": _("The Chinese says that %(names)s witnessed the signing; the English does not."),
        },
    )
    yield from _disagreements(reading, WITNESSED, messages)


def _disagreements(reading, role, messages):
    parties = Parties(reading, role)
    for passage, missing in parties.only_in_captions():
        yield passage.found(
            missing[0].name, messages[0] % {"names": _list(missing)}, *parties.texts
        )
    in_text = parties.only_in_text()
    for passage, missing in in_text:
        yield passage.found(missing[0].name, messages[1] % {"names": _list(missing)})
    # One who stands in the list, or in the other language, for another who stands in the text is one slip.
    in_one = [] if in_text else parties.only_in_one_language()
    for one in in_one:
        excerpt = one.strangers[0].name if one.strangers else ""
        message = messages[3][one.passage.language] % {"names": _list(one.missing)}
        yield one.passage.found(excerpt, message, one.counterpart)
    for passage in [] if in_text or in_one else parties.only_in_list():
        yield passage.found(passage.text, messages[2] % {"names": passage.text}, *parties.texts)


def _list(missing):
    return _(", ").join(dict.fromkeys(mention.name for mention in missing))
