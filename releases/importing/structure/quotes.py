"""Quotes: a paragraph with attributed words.

Words in quotation marks are a quote where somebody says them: after a verb of speaking and a colon,
or before one. Terms, product names, titles of works and scare quotes stand in the same marks and
are none. What does not print back word for word stays text.
"""

import dataclasses
import re

import msgspec
from django.utils.translation import gettext as _

from releases.document.schema import MARKS, Person, Quote, printed_quote

from .. import shapes
from ..paragraphs import Paragraph
from ..shapes import HAN, unclosed
from . import people, people_en, people_zh, words
from .reading import Reading

PAIRS = {"「": "」", "『": "』", "“": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}
VERB_ZH = re.compile(f"(?:{words.any_of(words.SPEAKING_ZH)})")
VERB_EN = rf"(?:{words.any_of(words.SPEAKING_EN)})"
COLON = "：:︰﹕"
# What may stand between a person named before and the verb: it names nobody else.
NOBODY_ZH = re.compile(
    r"(?:[亦並并又也還还續续再更]|同時|同时|最後|最后|(?:談|谈|對|对|針對|针对|就|面對|面对|回顧|回顾|展望|被問).{0,30}|另外|此外|其後|其后|隨後|随后|接著|进一步|進一步|期間|席間|會上|会上"
    r"|[在於于]?(?:典禮|儀式|仪式|活動|會議|記者會|發布會)[上中]|致[辭詞辞][時时]?|補充|时|時|[道：:︰﹕\s])*"
)
CIRCUMSTANCE = re.compile(
    r"^(?:(?:In|At|On|During|After|Before|Following|With|As|For|By|Upon|From|Under|When|While|[A-Z]?[a-z]+ing|in|at|on|with|after|during)\s[^,]*,\s*)+"
)
NOBODY_EN = re.compile(
    r"^(?:(?:(?:[Aa]nd|[Tt]hen|[Ll]ater|[Aa]lso|[Ff]urther|[Hh]owever|[Mm]eanwhile|[Ff]inally)\b|,)\s*)*$"
)
SENTENCE_ZH = re.compile(r"[。！？；]")
ABBREVIATION = r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\bRev)(?<!\bRevd)(?<!\bSt)(?<!\bLtd)(?<!\bCo)(?<!\bInc)(?<!\b[A-Z])"
PRONOUN_ZH = re.compile(
    rf"(?P<pronoun>[他她])[^，。；：「“他她]{{0,24}}?[，,]?\s*[^，。；：「“]{{0,12}}?(?:{VERB_ZH.pattern})"
)
SPOKESPERSON_ZH = re.compile(rf"(?P<role>[{HAN}A-Za-z ]{{0,30}}?)(?P<title>發言人|发言人)")
PRONOUN_EN = re.compile(r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)\b")


@dataclasses.dataclass(frozen=True)
class Span:
    """Where words stand in a text: from the opening mark to after the closing mark."""

    start: int
    end: int


def gather(paragraphs: list[Paragraph], index: int) -> int:
    """How many paragraphs one quote fills: its mark is opened again in each and closed once."""
    count, text = 1, paragraphs[index].text
    while index + count < len(paragraphs):
        mark = unclosed(text) or _single(text)
        following = paragraphs[index + count].text
        if not mark or not (following.startswith(mark) or _only_closes(following, mark)):
            break
        text += "\n\n" + following
        count += 1
    return count if count == 1 or not (unclosed(text) or _single(text)) else 1


def _single(text: str) -> str:
    """The single mark that opens a speech in British print and is not closed."""
    opened = re.search(r"(?:^|[,:]\s)(?P<mark>['‘])(?=[A-Z])", text)
    if not opened or re.search(r"[,.!?…]['’](?=\s|$)", text[opened.end() :]):
        return ""
    return opened["mark"]


def _only_closes(text: str, mark: str) -> bool:
    """Whether a paragraph ends a quote without having opened its mark again."""
    closing = PAIRS[mark]
    place = text.find(closing)
    if mark in "'‘" or place < 1 or text.count(closing) % 2 == (closing != mark):
        return False
    return text[place - 1] in ",.!?…，。！？" and mark not in text[:place]


def signed_by(
    reading: Reading, paragraphs: list[Paragraph], index: int, count: int
) -> Person | None:
    """Who signs, on the line below, a quote that fills its paragraphs and says nobody's name."""
    words_ = "\n\n".join(p.text for p in paragraphs[index : index + count]).strip()
    if index + count >= len(paragraphs) or len(words_) > people.LONGEST:
        return None
    whole = [span for span in spans(words_) if span.start == 0 and span.end == len(words_)]
    return _signature(reading, paragraphs[index + count].text) if whole else None


def _signature(reading: Reading, text: str) -> Person | None:
    """The person whose name and role a line is, and nothing else."""
    text = re.sub(r"^[-–—─―~\s]+", "", text).rstrip(" .")
    if len(text) > 150 or shapes.ends_sentence(text) or shapes.is_section_heading(text):
        return None
    if not reading.chinese:
        hits = people_en.people_of(text, reading.organisations)
        fields = hits[0][2] if len(hits) == 1 and hits[0][0] == 0 else {}
        return people.build(reading, fields) if fields.get("job_title") else None
    first = re.match(
        rf"(?P<name>{words.HAN_NAME})\s*(?P<honorific>{people_zh.HONORIFIC})?[\s，,、/／]+(?P<role>\S.*)$",
        text,
    )
    if first and people_zh.TITLE_END.search(first["role"]):
        organisation, title = people_zh.split_role(first["role"], reading.organisations)
        fields = {
            "name": first["name"],
            "honorific": first["honorific"] or "",
            "job_title": title,
            "organisation": organisation,
        }
        return people.build(reading, fields)
    hits = people_zh.find(text, reading.organisations)
    if len(hits) != 1 or hits[0][0] or hits[0][1] < len(text) or not hits[0][2]["job_title"]:
        return None
    return people.build(reading, hits[0][2])


def read(reading: Reading, text: str, key: str, after_quote: bool = False) -> Quote | None:
    """Return the Quote that a paragraph is, or None where nobody is quoted.

    ``after_quote``: it follows a quote, or is signed below, so that words alone are one.
    """
    if len(text) > people.LONGEST * 3:
        return None
    for span in spans(text):
        speech = _is_speech_zh if reading.chinese else _is_speech_en
        if not (speech(reading, text, span) or _goes_on(text, span, after_quote)):
            continue
        opening, closing = text[span.start], text[span.end - 1]
        inner = text[span.start + 1 : span.end - 1].replace(f"\n\n{opening}", "\n\n")
        if not inner.strip():
            continue
        marks = opening + closing
        quote = Quote(
            key=key,
            lead_in=reading.raw(text[: span.start]),
            words=reading.raw(inner),
            follow_on=reading.raw(text[span.end :]),
            marks={} if marks == MARKS[reading.language] else {reading.language: marks},
            original_language=None,
        )
        printed = printed_quote(quote, reading.language)
        if text in (printed, printed.replace(f"\n\n{opening}", "\n\n")):
            return quote
    return None


def _goes_on(text: str, span: Span, after_quote: bool) -> bool:
    rest = text[span.end :]
    alone = not rest or rest.startswith("\n\n")
    return after_quote and span.start == 0 and alone and len(text) > 10


def spans(text: str) -> list[Span]:
    """The quotations of a text that stand in no other quotation."""
    found, place = [], 0
    single = not re.search('[「“"]', text)
    openers = '「『“"' + ("‘'" if single else "")
    while place < len(text):
        # In British print the outer marks are single: they follow the verb or open the paragraph.
        outer = text[place] in "‘'" and re.search(r"(?:^|[,:]\s)$", text[max(0, place - 2) : place])
        if (text[place] in openers or outer) and _may_open(text, place):
            end = _closing(text, place)
            if end:
                found.append(Span(place, end))
                place = end
                continue
        place += 1
    return found


def _may_open(text: str, place: int) -> bool:
    if text[place] not in "\"'":
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (
        not before or not before.isalnum() or bool(re.match(f"[{HAN}]", before))
    ) and not after.isspace()


def _closing(text: str, start: int) -> int:
    opening = text[start]
    closing = PAIRS[opening]
    if opening in "'‘":
        ends = [m.end() for m in re.finditer(rf"[,.!?…]{closing}(?=\s|$)", text[start:])]
        return start + ends[0] if ends else 0
    depth = 0
    for place in range(start, len(text)):
        character = text[place]
        reopened = place > start + 1 and text[place - 1] == "\n"
        if (
            character == closing
            and (opening != closing or place > start)
            and not (opening == closing and reopened)
        ):
            depth -= 1 if opening != closing else depth
            if depth <= 0:
                return place + 1
        elif character == opening and not reopened:
            depth += 1
    return 0


# Chinese


def _is_speech_zh(reading: Reading, text: str, span: Span) -> bool:
    inner = text[span.start + 1 : span.end - 1]
    before, after = text[: span.start].rstrip(), text[span.end :]
    long = len(inner) >= 12 or re.search(r"[，。！？；]", inner)
    if before[-1:] in tuple(COLON):
        sentence = SENTENCE_ZH.split(before)[-1]
        verb = VERB_ZH.search(sentence)
        return bool(long or len(inner) >= 6 and verb) and bool(verb or people.find(reading, before))
    if long and re.search(rf"(?:{VERB_ZH.pattern})(?:道|說)?[，,]?$", before):
        return bool(re.search(r"[。！？]$|[，。；]", inner)) or len(inner) >= 20
    if long and not SENTENCE_ZH.split(before)[-1].strip() and after.strip():
        clause = re.split(r"[。：:；]", after)[0]
        return bool(re.match(rf"[，,]?\s*[^「“]{{0,50}}?(?:{VERB_ZH.pattern})", clause)) and (
            bool(re.search(r"[，。！？]$", inner)) or bool(people.find(reading, clause))
        )
    return False


def _speaker_zh(reading: Reading, quote: Quote) -> tuple[Person | None, bool]:
    """The speaker and whether that took a guess; an empty person where another is meant."""
    lead, follow = reading.get(quote.lead_in), reading.get(quote.follow_on)
    before = _subject_zh(reading, lead) if lead.strip() else None
    closed = lead.rstrip().endswith(("。", "！", "？"))
    if before and before[0] != Person() and not closed:
        return before
    clause = re.split(r"[。「“]", follow)[0]
    after = _subject_zh(reading, clause, after=True) if clause.strip(" ，") else None
    # A sentence that is over may be about somebody else, but 她說 means one whom it names.
    if closed and before and (not after or after[1] or PRONOUN_ZH.search(clause)):
        return before
    return after or before or (None, False)


def _subject_zh(reading: Reading, text: str, after: bool = False) -> tuple[Person, bool] | None:
    """The person who speaks in the text beside a quote; what stands next to the words decides."""
    text = re.sub(words.POST_NOMINALS_ZH, "", text)
    pieces = re.split(r"(?<=[。！？])", text.rstrip())
    last = pieces[-1] if pieces else text
    offset = len(text.rstrip()) - len(last)
    mentions = people.find(reading, text)
    pronoun = PRONOUN_ZH.search(last)
    inside = [m for m in mentions if m.start >= offset]
    if pronoun and not any(m.start < offset + pronoun.start() for m in inside):
        earlier = [m for m in mentions if m.end <= offset]
        person = people.resolve_pronoun(reading, pronoun.group("pronoun"), earlier)
        if person:
            return person, True
    clause = re.split(r"[，。；！？]", last.rstrip(COLON + "，"))[-1]
    speaking = [
        m for m in inside if re.match(rf"[^，。；]{{0,30}}?(?:{VERB_ZH.pattern})", text[m.end :])
    ]
    near = [m for m in inside if m.end > offset + last.rfind(clause)]
    if near and not after:
        return next((m for m in near if m in speaking), near[-1]).person, False
    if after and (speaking or near):
        return (speaking or near)[0].person, False
    verb = VERB_ZH.search(clause)
    subject = clause[: verb.start()] if verb else clause
    nobody = NOBODY_ZH.fullmatch(subject)
    if nobody and (speaking or inside or mentions):
        return (speaking or inside or mentions)[0].person, len(inside) != 1
    return _unnamed_zh(reading, last, subject, bool(nobody))


def _unnamed_zh(reading: Reading, last: str, subject: str, nobody: bool):
    spokesperson = SPOKESPERSON_ZH.search(last)
    if spokesperson:
        role = people_zh.OPENERS.sub("", spokesperson.group("role").strip())
        organisation = people_zh.split_role(role, reading.organisations)[0] if role else ""
        fields = {
            "job_title": spokesperson.group("title"),
            "organisation": organisation or role,
        }
        return people.build(reading, fields), False
    if nobody:
        return None
    organisation = next((o for o in reading.organisations if subject.strip().startswith(o)), "")
    if organisation:
        name = reading.organisations[organisation]
        return people.build(reading, {"organisation": name}), False
    return Person(), False


# English


def _is_speech_en(reading: Reading, text: str, span: Span) -> bool:
    inner = text[span.start + 1 : span.end - 1]
    before, after = text[: span.start].rstrip(), text[span.end :]
    if len(inner.split()) < 2:
        return False
    sentence = re.split(rf"{ABBREVIATION}[.!?][”\"]?\s+(?=[A-Z“\"])", before)[-1]
    if re.search(r"[,:]$", before) and re.search(rf"\b{VERB_EN}\b", sentence):
        return True
    if before.endswith(":") and people.find(reading, sentence):
        return True
    if re.search(r"\b(?:said|says|added|adds)$", before) and re.search(r"[.!?]$", inner):
        return True
    if re.search(r"[,.!?…—]$", inner) or re.match(r"\s*,", after):
        clause = re.split(r"[“\"]", after)[0]
        # A term within a sentence is one, whoever speaks in the next clause.
        within = bool(CIRCUMSTANCE.sub("", f"{sentence} ").strip()) and not shapes.ends_sentence(
            before
        )
        return bool(
            re.match(
                rf"\s*,?\s*(?:(?:\w+ly\s+)?{VERB_EN}|according to)\s+(?!to\s)(?:the\s+)?\w",
                clause,
            )
            or _is_signed(reading, clause)
            or not within
            and re.match(rf"\s*,?\s*[^.]{{2,160}}?\s(?:also\s+|further\s+)?{VERB_EN}\b", clause)
        )
    return False


def _speaker_en(reading: Reading, quote: Quote) -> tuple[Person | None, bool]:
    lead, follow = reading.get(quote.lead_in), reading.get(quote.follow_on)
    before = _before_en(reading, lead) if lead.strip() else None
    # A sentence that is over may be about somebody else: who it names is a guess.
    closed = bool(re.search(rf"{ABBREVIATION}[.!?][”\"]?$", lead.rstrip()))
    if before and not closed:
        return before
    after = _after_en(reading, follow)
    if before and before[0] != Person() and (not after or after[1]):
        return before[0], True
    return after or before or (None, False)


def _before_en(reading: Reading, lead: str) -> tuple[Person, bool] | None:
    sentence = re.split(rf"{ABBREVIATION}[.!?][”\"]?\s+(?=[A-Z“\"])", lead)[-1]
    # The verb next to the words: “In her remarks, Jane Chan stated”.
    verbs = list(re.finditer(rf"\b(?:also\s+|further\s+)?{VERB_EN}\b", sentence))
    subject = sentence[: verbs[-1].start()] if verbs else sentence
    subject = re.sub(r"^(?:Said|Added|Says)\s+", "", subject)
    return _subject_en(reading, subject, lead[: len(lead) - len(sentence)])


def _after_en(reading: Reading, follow: str) -> tuple[Person, bool] | None:
    clause = re.split(rf"{ABBREVIATION}[.!?](?=\s|$)|[“\"]", follow)[0].strip(" ,")
    after = re.match(
        rf"(?:(?:\w+ly\s+)?{VERB_EN}|according to|[–—\-]+)\s+(?P<subject>.+)$", clause, re.DOTALL
    )
    before = re.match(
        rf"(?P<subject>.+?)\s+(?:also\s+|further\s+|later\s+)?{VERB_EN}\b",
        clause,
        re.DOTALL,
    )
    for match in (after, before):
        if match and (found := _subject_en(reading, match.group("subject"), "")):
            return found
    return None


def _subject_en(reading: Reading, subject: str, earlier: str) -> tuple[Person, bool] | None:
    subject = subject.strip(" ,:")
    # “In his remarks at the launch, Jane Chan”: who stands before the verb speaks.
    own = CIRCUMSTANCE.sub("", subject)
    hits = people_en.people_of(own, reading.organisations) if own else []
    if not hits:
        hits = people_en.people_of(subject, reading.organisations)
    if not hits and (found := people.find(reading, subject)):
        return found[0].person, False
    for _start, _end, fields in hits:
        person = people.build(reading, fields)
        known = people.known(reading, person)
        if (
            not person.job_title
            and not known.job_title
            and (found := people.find(reading, subject))
        ):
            return found[-1].person, False
        return known, False
    if pronoun := PRONOUN_EN.search(subject):
        mentions = people.find(reading, earlier)
        person = people.resolve_pronoun(reading, pronoun.group("pronoun"), mentions)
        return (person, True) if person else None
    plain = subject.strip()
    if re.fullmatch(r"[A-Z][\w’'\-]+", plain) and (person := people.resolve_short(reading, plain)):
        return person, False
    spoken = re.match(
        r"(?:[Aa]n?|[Tt]he)\s+(spokes\w+|representative)\s+(?:for|of|from)\s+(?:the\s+)?(.+)$",
        plain,
    )
    if spoken:
        name = next(
            (n for n in reading.organisations if n.endswith(spoken.group(2))), spoken.group(2)
        )
        return people.build(reading, {"job_title": spoken.group(1), "organisation": name}), False
    role = re.sub(r"^(?:a|an|the|A|An|The)\s+", "", plain)
    if people_en.is_title(role) and len(role) < 80:
        organisation, title = people_en.split_role(role, reading.organisations)
        return people.build(reading, {"job_title": title, "organisation": organisation}), False
    if role in reading.organisations:
        return people.build(reading, {"organisation": reading.organisations[role]}), False
    return None if NOBODY_EN.match(own) else (Person(), False)


def _is_signed(reading: Reading, after: str) -> bool:
    """“…” – Jane Chan, CEO, Acme: a dash and one person with a role, and nothing else."""
    match = re.match(r"\s*(?:[–—]|--?)\s+(?P<who>[A-Z][^.!?]{5,150})\.?$", after)
    hits = people_en.people_of(match["who"], reading.organisations) if match else []
    return len(hits) == 1 and bool(hits[0][2]["job_title"])


def with_speaker(
    reading: Reading, quote: Quote, source: Paragraph, signed: Person | None = None
) -> Quote:
    """Return the quote with its speaker, noting what had to be guessed; ``signed`` is who is sure."""
    find = _speaker_zh if reading.chinese else _speaker_en
    person, guessed = (people.merge(reading, signed), False) if signed else find(reading, quote)
    if person is None and reading.last_speakers:
        person, guessed = reading.last_speakers[-1], True
    if person is None or person == Person():
        reading.note(
            "missing",
            _("Who says these words is not clear. Enter the speaker."),
            source,
            quote.key,
        )
        return quote
    name = reading.get(person.name) or reading.get(person.job_title)
    if guessed:
        message = _(
            "The speaker is not named beside the words; taken to be %(name)s, who was named last."
        )
        reading.note("guess", message % {"name": name}, source, quote.key)
    elif not person.name or not people.is_full(reading, person):
        reading.note(
            "missing",
            _("The full name of the speaker is not printed."),
            source,
            quote.key,
        )
    if person.name and not person.organisation:
        message = _("The organisation of %(name)s could not be told from the job title.")
        reading.note("missing", message % {"name": name}, source, quote.key)
    reading.spoke(person)
    return msgspec.structs.replace(quote, speaker=person)
