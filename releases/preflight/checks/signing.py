"""Signing: who signed and who witnessed is the same in the text, the captions and the lists."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..ceremony import SIGNED, WITNESSED
from ..findings import WARNING, check
from ..parties import Parties


@check(
    "signing.signatories",
    WARNING,
    title=gettext_lazy("Signatories disagree"),
    hint=gettext_lazy("Ask who signed, and say the same in the text, the captions and the list."),
)
def signatories(reading):
    """Somebody is said to have signed in a caption and not in the text, in the text and not in the list
    of signatories, or in the list and not in the text. A caption may show fewer people; guests of
    honour sign nothing.
    """
    messages = (
        _("The caption says that %(names)s signed; the text does not."),
        _("The text says that %(names)s signed; the list of signatories does not."),
        _("%(names)s is in the list of signatories; the text names others, who signed."),
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
    not in the list of witnesses, or in the list and not in the text. A caption may show fewer people.
    """
    messages = (
        _("The caption says that %(names)s witnessed the signing; the text does not."),
        _("The text says that %(names)s witnessed the signing; the list of witnesses does not."),
        _(
            "%(names)s is in the list of witnesses; the text names others, who witnessed the signing."
        ),
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
    # One who stands in the list for another who stands in the text is one slip.
    for passage in [] if in_text else parties.only_in_list():
        yield passage.found(passage.text, messages[2] % {"names": passage.text}, *parties.texts)


def _list(missing):
    return _(", ").join(dict.fromkeys(mention.name for mention in missing))
