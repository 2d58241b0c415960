"""Signing: who signed and who witnessed is the same in the text, the captions and the lists."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..ceremony import SIGNED, WITNESSED, said
from ..findings import WARNING, check
from ..names import People, form, near

_TEXT = {"headline", "sub_headline", "key_point", "text", "quote"}


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
    people = People(reading)
    in_text = _said(people, reading, _TEXT)
    in_captions = _said(people, reading, {"caption"})
    listed = [(m.person, m.part) for m in reading.people if m.role == role]
    is_listed = bool(reading.document.signatories or reading.document.witnesses)
    texts = [(passage, each.of(role)) for passage, each in in_text if each.of(role)]
    by_text = [mention for _passage, mentions in texts for mention in mentions]
    is_whole = all(each.is_whole for _passage, each in in_text if each.of(role))
    names = [*_names(people, by_text)]
    listed_names = [name for person, _part in listed for name in person.name.values()]
    in_list = [*_names(people, [], listed_names)]

    base, languages = (
        (names, {passage.language for passage, _mentions in texts})
        if texts
        else (in_list, set(reading.languages) if is_listed else set())
    )
    reported = set()
    for passage, each in in_captions:
        missing = [m for m in each.of(role) if not _among(m, base)] if is_whole else []
        # Names that the document does not know can be compared in one language only.
        missing = [m for m in missing if m.person or passage.language in languages]
        if missing and base and passage.place.part not in reported:
            reported.add(passage.place.part)
            also = [text for text, _mentions in texts]
            yield passage.found(missing[0].name, messages[0] % {"names": _list(missing)}, *also)
    if not texts or not is_listed:
        return
    seen = {name for _passage, each in in_captions for name in _names(people, each.of(role))}
    for passage, mentions in texts:
        missing = [m for m in mentions if not _among(m, in_list)]
        missing = [m for m in missing if m.person or not _has_other(m, listed, passage.language)]
        if missing:
            yield passage.found(missing[0].name, messages[1] % {"names": _list(missing)})
            break
    if is_whole:
        yield from _listed_alone(reading, people, listed, [*names, *seen], texts, messages[2])


def _listed_alone(reading, people, listed, names, texts, message):
    languages = [code for code in reading.languages if any(p.language == code for p, _m in texts)]
    for person, part in listed:
        if any(_same(name, other) for name in person.name.values() for other in names):
            continue
        for language in languages:
            passage = reading.passage(part, "name", language)
            if passage:
                also = [text for text, _mentions in texts]
                yield passage.found(passage.text, message % {"names": passage.text}, *also)
                return


def _said(people, reading, kinds):
    return [
        (passage, said(people, passage.text, passage.language))
        for passage in reading.passages
        if passage.kind in kinds
    ]


def _names(people, mentions, names=()):
    """Every name of those who are mentioned, or who are called so."""
    for mention in mentions:
        yield mention.name
        yield from mention.person.all_names() if mention.person else ()
    for name in names:
        yield name
        yield from person.all_names() if (person := people.of(name)) else ()


def _among(mention, names):
    own = [mention.name, *(mention.person.all_names() if mention.person else ())]
    if mention.is_short and not mention.person:
        return True
    return any(_same(name, other) for name in own for other in names)


def _same(name, other):
    """Names that are a slip apart are one here: that is found by people.names."""
    return form(name) == form(other) or near(name, other) or _is_longer(name, other)


def _is_longer(name, other):
    parts = set(form(name).split()), set(form(other).split())
    return min(map(len, parts)) > 1 and (parts[0] <= parts[1] or parts[1] <= parts[0])


def _has_other(mention, listed, language):
    """Whether the list lacks names in the language of a mention, so that it cannot be compared."""
    return any(language not in person.name for person, _part in listed)


def _list(mentions):
    names = list(dict.fromkeys(mention.name for mention in mentions))
    return _(", ").join(names)
