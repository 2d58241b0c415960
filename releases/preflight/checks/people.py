"""People: who speaks is introduced, and is called the same wherever they stand."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import WARNING, Found, Place, check
from ..people import positions, spellings, titled
from ..people.alike import form, is_latin, near
from ..people.ceremony import SIGNED, WITNESSED, named_en, named_zh
from ..people.names import People
from ..people.organisations import organisations_of
from ..people.parties import Parties
from ..people.titles import has_title, is_office, is_private

_BODY = {"headline", "sub_headline", "key_point", "text", "quote", "caption"}


@check(
    "people.speaker-introduced",
    WARNING,
    title=gettext_lazy("Speaker without job title or organisation"),
    hint=gettext_lazy("Say who speaks: add the job title and the organisation before the name."),
)
def speaker_introduced(reading):
    """Somebody is quoted and has no job title or no organisation in a language, neither in the fields of
    the quote nor in the text up to there. Public offices, private persons (a student, a resident) and
    those who speak for the only issuing organisation need no organisation; who has no name is not asked.
    One finding for each speaker, of the first language that lacks it.
    """
    reported = set()
    known = organisations_of(reading)
    people = People(reading)
    for quote in reading.document.quotes():
        for language in reading.languages:
            name = quote.speaker.name.get(language, "")
            passage = reading.passage(quote.key, "printed", language)
            if not name or not passage or reported & _forms(quote.speaker):
                continue
            runs = [*_runs(reading, passage, name)]
            lacking = _lacking(reading, quote.speaker, language, runs, known)
            # A name that is misspelt here is introduced where it is spelt rightly.
            if not lacking or any(slip.name == name for slip in spellings.slips(reading, people)):
                continue
            reported |= _forms(quote.speaker)
            excerpt = name if name in passage.text else ""
            messages = {
                "both": _(
                    "%(name)s is quoted and introduced with neither job title nor organisation."
                ),
                "title": _("%(name)s is quoted and introduced without a job title."),
                "organisation": _("%(name)s is quoted and introduced without an organisation."),
            }
            yield passage.found(excerpt, messages[lacking] % {"name": name})


def _forms(speaker):
    return {form(name) for name in speaker.name.values()}


def _lacking(reading, speaker, language, runs, known):
    """What nothing says of a speaker: “title”, “organisation” or “both”, or nothing."""
    title = speaker.job_title.get(language, "")
    organisation = speaker.organisation.get(language, "")
    beside = [title, *runs]
    if any(is_private(words, language) for words in beside):
        return ""
    has_organisation = (
        organisation
        or any(is_office(words, language) for words in beside)
        or any(known.in_text(words, language) for words in runs)
        or any(known.looks_like_one(words, language) for words in runs)
    )
    alone = len(reading.document.organisations) <= 1
    no_title = not title and not any(has_title(words, language) for words in runs)
    if no_title:
        return "title" if has_organisation or alone else "both"
    return "" if has_organisation or alone else "organisation"


def _runs(reading, passage, name):
    """What stands before and behind a name in the texts up to a passage."""
    for other in reading.prose(passage.language):
        if other.kind in _BODY:
            for match in re.finditer(_spelled(name), other.text):
                yield from _beside(other.text, match.start(), match.end(), passage.language)
        if other is passage:
            return


def _spelled(name):
    between = r"[\s,]+"
    return (
        between.join(re.escape(part) for part in name.split())
        if is_latin(name)
        else re.escape(name)
    )


def _beside(text, start, end, language):
    if language.startswith("zh"):
        yield re.split(r"[。；！？：\n，]", text[max(0, start - 50) : start])[-1].strip()
        if after := re.match(r".{0,6}?[（(]([^（）()]{2,40})[）)]", text[end : end + 50]):
            yield after[1]
        if described := re.match(r".{0,4}?(?:是|為|擔任)([^，。]{2,30})", text[end : end + 40]):
            yield described[1]
        if addressed := re.match(r"(?!先生|女士|博士)[^，。：「]{2,5}", text[end : end + 5]):
            yield addressed.group()
        return
    yield re.split(r"[.!?;“”\"]\s", text[max(0, start - 110) : start])[-1].strip()
    yield re.split(r"(?<=[a-z]{3})[.!?]\s|[;:“”\"]", text[end : end + 140])[0].strip()


@check(
    "people.titles",
    WARNING,
    title=gettext_lazy("Two titles for one person"),
    hint=gettext_lazy("Ask which title is right on the day of the release, and use it everywhere."),
)
def titles(reading):
    """One person has two job titles that contradict each other, in the fields or beside the name in the
    text. A shorter form, one of several posts, a post in another organisation and a person who is
    appointed or steps down in this release are left alone.
    """
    people = People(reading)
    known = organisations_of(reading)
    for language in reading.languages:
        for person in people.persons:
            for title in titled.deviating(reading, people, known, person, language):
                yield title.passage.found(
                    title.words,
                    _("%(name)s is called “%(title)s” here and “%(other)s” elsewhere.")
                    % {
                        "name": person.called(language),
                        "title": title.words,
                        "other": title.usual.words,
                    },
                    title.usual.passage,
                )


@check(
    "people.names",
    WARNING,
    title=gettext_lazy("One name in two spellings"),
    hint=gettext_lazy("Ask how the name is written, and correct the other one."),
)
def names(reading):
    """A name stands in two spellings, a letter or a character apart, for what is evidently one person:
    the title, the organisation or the name in the other language is the same, or only one of them is
    ever introduced. Order and capitals (LAM Sai-hung, Sai-hung Lam) and Simplified characters are no
    other spelling.
    """
    for slip in spellings.slips(reading, People(reading)):
        yield slip.passage.found(
            slip.name,
            _("“%(name)s” stands here, “%(other)s” elsewhere for what seems to be the same person.")
            % {"name": slip.name, "other": slip.usual},
            *slip.also,
        )


@check(
    "people.captions",
    WARNING,
    title=gettext_lazy("Caption and people in the picture disagree"),
    hint=gettext_lazy(
        "Compare the caption with the picture, and correct it or the list of people."
    ),
)
def captions(reading):
    """A caption does not name somebody who is said to be in the picture, gives a position to somebody
    who is not said to be in it, puts two people in one place, or puts somebody elsewhere than the list
    or the caption in the other language does. Pictures whose people are not listed are left alone.
    """
    people = People(reading)
    # What a caption says of the signing alone, signing.* find.
    others = {
        passage.place.part
        for role in (SIGNED, WITNESSED)
        for passage, _mentions in Parties(reading, role).only_in_captions()
    }
    for figure in reading.document.figures():
        if figure.key in others:
            continue
        missing = misplaced = False
        for language in reading.languages:
            caption = reading.passage(figure.key, "caption", language)
            if not caption:
                continue
            if not missing:
                found = _unnamed(reading, people, figure, caption)
                missing = found is not None
                if found:
                    yield found
            if not misplaced:
                found = next(_misplaced(people, figure, caption), None)
                misplaced = found is not None
                if found:
                    yield found
        if not misplaced:
            yield from _elsewhere(reading, people, figure)


def _unnamed(reading, people, figure, caption):
    """The first in the picture whom a caption does not name; the message names all."""
    rows = []
    for row in figure.people:
        person = people.of(row.name.get(caption.language, ""))
        if person and not people.names_somebody(caption.text, person, caption.language):
            rows.append(row)
    if not rows:
        return None
    named = [row.name[caption.language] for row in rows]
    return Found(
        Place(rows[0].key, "name", caption.language),
        named[0],
        _("Said to be in the picture and not named in the caption: %(names)s.")
        % {"names": _(", ").join(named)},
        (caption.text, *named),
    )


def _read(people, caption):
    """Who is named in a caption, without what is quoted there, and who is given a place."""
    text = re.split(r"[：:]\s*[「“]|[,:]\s*[“\"]", caption.text)[0]
    is_chinese = caption.language.startswith("zh")
    mentions = named_zh(people, text) if is_chinese else named_en(people, text)
    return text, mentions, positions.placed(text, mentions)


def _elsewhere(reading, people, figure):
    """The first whom the captions of the two languages put in different places."""
    captions = [reading.passage(figure.key, "caption", code) for code in ("zh-hant", "en")]
    if not all(captions):
        return
    chinese, english = (_read(people, caption)[2] for caption in captions)
    for here in english:
        for there in chinese:
            spots = positions.spot(here.position), positions.spot(there.position)
            if (
                here.mention.person
                and here.mention.person is there.mention.person
                and all(spots)
                and positions.contradict(*spots)
            ):
                yield captions[1].found(
                    here.position,
                    _("The English caption puts %(name)s “%(here)s”, the Chinese one “%(there)s”.")
                    % {
                        "name": here.mention.name,
                        "here": here.position,
                        "there": there.position,
                    },
                    captions[0],
                )
                return


def _misplaced(people, figure, caption):
    text, mentions, placed = _read(people, caption)
    rows = {}
    for row in figure.people:
        for name in row.name.values():
            rows[form(name)] = row
    if rows and all(caption.language in row.name for row in figure.people):
        pictured = [*[p.mention for p in placed], *positions.listed(text, mentions)]
        strangers = [m for m in pictured if not _is_pictured(m, rows)]
        if strangers:
            yield caption.found(
                strangers[0].name,
                _("In the caption and not in the list of people in the picture: %(names)s.")
                % {"names": _(", ").join(dict.fromkeys(m.name for m in strangers))},
            )
            return
    if twice := _twice(caption, placed):
        yield twice
        return
    for one in placed:
        row = rows.get(form(one.mention.name))
        other = row.position.get(caption.language, "") if row else ""
        here, there = positions.spot(one.position), positions.spot(other)
        if here and there and positions.contradict(here, there):
            yield caption.found(
                one.position,
                _(
                    "The caption puts %(name)s “%(here)s”, the list of people in the picture “%(there)s”."
                )
                % {"name": one.mention.name, "here": one.position, "there": other},
            )
            return


def _is_pictured(mention, rows):
    if mention.is_short:
        return True
    names = [mention.name, *(mention.person.all_names() if mention.person else ())]
    forms = [form(name) for name in names]
    return any(
        each == other or near(name, other) or set(each.split()) <= set(other.split())
        for name, each in zip(names, forms, strict=True)
        for other in rows
    )


def _twice(caption, placed):
    """Two people at one place in one caption."""
    taken = {}
    for one in placed:
        spot = positions.spot(one.position)
        other = taken.setdefault(spot, one) if spot else one
        if form(other.mention.name) != form(one.mention.name):
            return caption.found(
                caption.text[one.mention.start : one.start + len(one.position)],
                _("%(one)s and %(other)s stand in one place: “%(position)s”.")
                % {
                    "one": other.mention.name,
                    "other": one.mention.name,
                    "position": one.position,
                },
            )
    return None
