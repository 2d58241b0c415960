"""Signatories and witnesses: who signed, who witnessed the signing.

Chinese: a person belongs to the first of 簽署/見證 that follows (由A簽署，並由B見證; 在B見證下，A簽署).
English: ``signed by``, ``witnessed by``, ``in the presence of``, or a subject before the verb.
"""

import re

from django.utils.translation import gettext as _

from releases.document.schema import Person, Signatory, Witness

from ..paragraphs import Paragraph
from . import people, people_en, words
from .reading import Reading

SIGN_ZH = re.compile(
    r"(?<![對就次着著完成自後后])(?:簽署|签署|簽訂|签订|簽定|簽約|签约)(?!儀式|典禮|仪式|典礼|後|后|現場)|代表(?:簽署|签署)"
)
WITNESS_ZH = re.compile(r"見證|见证")
PRESENCE_ZH = re.compile(
    r"(?:^|(?<=[，。；]))?在(?P<people>[^。；]{2,200}?)(?:的|共同|等)*(?:見證|见证)(?:之)?下"
)
LISTED_ZH = re.compile(
    r"(?:(?P<sign>簽署人|簽署代表|签署代表|簽約代表|签约代表)|(?:見證|见证)(?:人|嘉賓|嘉宾|者)|(?:見證|见证)[^，。]{0,10}的)(?:包括|為|为|有|是|：|:|分別)"
)
# Guests of honour and those who attend sign nothing.
OFFICIATED_ZH = re.compile(
    r"主禮|主礼|主持|致辭|致詞|[擔担]任(?!$)|(?:出席|参加|參加)(?!$|.*(?:並|共同|代表|一同))"
)
SPEECH_ZH = re.compile(f"(?:{words.any_of(words.SPEAKING_ZH)})")
STOP_EN = (
    r"(?=\s*(?:[,;]?\s*(?:and|with|while)?\s*(?:witnessed by|in the presence of|under the witness|witnessed the|was witnessed|were witnessed)|\s+(?:at a|at the (?:signing|ceremony)|during|on \w+ \d|today|yesterday)\b"
    r"|;(?!\s*(?:and\s+)?(?-i:[A-Z]))|;(?=[^;.]*\bwitness(?:es|ed)?\s+(?:the|this|its)\b)|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\bRev)(?<!\bRevd)(?<!\bLtd)(?<!\bCo)(?<!\bInc)(?<!\b[A-Z])\.(?:\s|$)|$))"
)
SIGNED_BY = re.compile(
    r"\b(?:co-)?signed\s+(?:today\s+|jointly\s+|(?:on|at) [^,.;]{3,40}? )?by\s+(?P<people>.+?)"
    + STOP_EN,
    re.IGNORECASE | re.DOTALL,
)
WITNESSED_BY = re.compile(
    r"\b(?:witnessed\s+by|in the presence of|under the witness of)\s*:?\s+(?P<people>.+?)"
    # “Witnessed by A, Secretary for Ports, the agreement was signed by B”: a clause follows the list.
    + r"(?:(?=,\s+(?:the|an?|this|both|two)\s[^,;.]{2,120}?\s(?:was|were)\s(?:[a-z]+\s)?signed\b)|"
    + STOP_EN
    + ")",
    re.IGNORECASE | re.DOTALL,
)
WITNESSED = re.compile(
    r"(?P<people>[A-Z][^.]*(?:\.[^.]*?)??)\s*,?\s+(?:also\s+|jointly\s+|were present to\s+|attended and\s+)?(?:witnessed|witness|to witness|bore witness to)\s+(?:the|this|its)",
    re.DOTALL,
)
PRESENCE_EN = re.compile(
    r"(?:in the presence of|witnessed by|under the witness of)\s+(?P<people>.+?),?\s+"
    r"(?:jointly\s+|formally\s+|today\s+)?(?:signed|inked)\s+(?:the|a|an)\b",
    re.IGNORECASE | re.DOTALL,
)
SIGNED = re.compile(
    r"(?P<people>[A-Z].*?),?\s+(?:jointly\s+|formally\s+|today\s+)?(?:signed|inked)\s+(?:the|a|an|this)\s",
    re.DOTALL,
)
OCCASION = re.compile(r"sign|^witnessed|\b(?:ceremony|exchange|agreement|MOU)\b", re.IGNORECASE)
LISTED_EN = re.compile(
    r"^(?:(?P<sign>signator(?:y|ies)|signed by)|witness(?:es|ed by)?)\s*:\s*(?P<people>.+)$",
    re.IGNORECASE | re.DOTALL,
)
SENTENCES_EN = re.compile(
    r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\bRev\.)(?<!\bRevd\.)(?<!\bLtd\.)(?<!\bCo\.)(?<!\bInc\.)(?<!\bSt\.)"
    r"(?<!\b[A-Z]\.)(?<=[.!?])\s+(?=[A-Z])"
)


def read(
    reading: Reading, body: list[Paragraph], captions: list[Paragraph]
) -> tuple[list[Signatory], list[Witness]]:
    """Return those who signed and those who witnessed; captions only count where the body names
    nobody who signed.
    """
    witnessed: list[tuple[Person, Paragraph]] = []
    for paragraphs in (body, captions):
        signed: list[tuple[Person, Paragraph]] = []
        for paragraph in paragraphs:
            if len(paragraph.text) > people.LONGEST:
                continue
            parties = (
                _zh(reading, paragraph.text) if reading.chinese else _en(reading, paragraph.text)
            )
            for found, into in zip(parties, (signed, witnessed), strict=True):
                _add(reading, found, into, paragraph)
        signed_names = {reading.get(person.name) for person, _p in signed}
        witnessed = [w for w in witnessed if reading.get(w[0].name) not in signed_names]
        if signed:
            return _parts(reading, signed, witnessed, captions)
    return [], []


def _add(reading, found, into, paragraph) -> None:
    for person in found:
        if not any(
            people.same_name(reading.get(p.name), reading.get(person.name)) for p, _s in into
        ):
            into.append((person, paragraph))


def _parts(reading, signed, witnessed, captions):
    signatories = [Signatory(key=reading.key("sig"), person=person) for person, _p in signed]
    witnesses = [Witness(key=reading.key("wit"), person=person) for person, _p in witnessed]
    for part, (_person, paragraph) in zip(
        [*signatories, *witnesses], [*signed, *witnessed], strict=True
    ):
        if paragraph in captions:
            reading.note(
                "guess",
                _("Named only in a caption as one who signed or witnessed."),
                paragraph,
                part.key,
            )
        name = reading.get(part.person.name)
        if not part.person.organisation:
            message = _("The organisation of %(name)s could not be told from the job title.")
            reading.note("missing", message % {"name": name}, paragraph, part.key, text=name)
    if len(signatories) == 1:
        reading.note(
            "guess",
            _("Only one person is named as having signed."),
            signed[0][1],
            signatories[0].key,
        )
    return signatories, witnesses


def _zh(reading: Reading, text: str) -> tuple[list[Person], list[Person]]:
    signed: list[Person] = []
    witnessed: list[Person] = []
    for sentence in re.split(r"(?<=[。！？])", text):
        if not SIGN_ZH.search(sentence) and not WITNESS_ZH.search(sentence):
            continue
        if re.search(r"[：:]\s*[「“]", sentence):
            sentence = re.split(r"[：:]\s*[「“]", sentence)[0]
        mentions = people.find(reading, sentence)
        presence = PRESENCE_ZH.search(sentence)
        keys = sorted(
            [(m.start(), m.end(), signed) for m in SIGN_ZH.finditer(sentence)]
            + [(m.start(), m.end(), witnessed) for m in WITNESS_ZH.finditer(sentence)]
        )
        listed = [
            (m.end(), signed if m.group("sign") else witnessed)
            for m in LISTED_ZH.finditer(sentence)
        ]
        for mention in mentions:
            into = _role_zh(sentence, mention, presence, keys, listed, witnessed)
            if into is not None:
                into.append(mention.person)
    return signed, witnessed


def _role_zh(sentence, mention, presence, keys, listed, witnessed):
    if presence and presence.start() < mention.end <= presence.end():
        return witnessed
    before = [into for place, into in listed if place <= mention.end]
    if before:
        return before[-1]
    for start, _end, into in keys:
        if presence and presence.start() <= start < presence.end():
            continue
        if start >= mention.end:
            between = sentence[mention.end : start]
            # One who speaks about a signing has signed nothing.
            return None if SPEECH_ZH.search(between) or OFFICIATED_ZH.search(between) else into
    return None


def _en(reading: Reading, text: str) -> tuple[list[Person], list[Person]]:
    signed: list[Person] = []
    witnessed: list[Person] = []
    if listed := LISTED_EN.match(text):
        (signed if listed.group("sign") else witnessed).extend(
            _list_en(reading, listed.group("people"))
        )
        return signed, witnessed
    for sentence in SENTENCES_EN.split(text):
        sentence = re.split(r"[“\"]", sentence)[0]
        if not re.search(r"sign|witness|inked|in the presence of", sentence, re.IGNORECASE):
            continue
        if presence := PRESENCE_EN.match(sentence):
            first, second = _presence_en(reading, presence.group("people"))
            witnessed += first
            signed += second
            continue
        by = SIGNED_BY.search(sentence)
        if by:
            signed += _list_en(reading, by.group("people"))
        witness = WITNESSED_BY.search(sentence)
        if witness and (by or OCCASION.search(sentence)):
            witnessed += _list_en(reading, witness.group("people"))
        rest = sentence[by.end() :].lstrip(" ,;") if by else sentence
        rest = re.sub(r"^(?:and|while)\s+", "", rest)
        subject = WITNESSED.match(rest)
        if subject and not witness:
            witnessed += _list_en(reading, subject.group("people"), roles=True)
        start = sentence
        if witness and witness.start() < 5:
            start = sentence[witness.end() :].lstrip(" ,")
            start = start or sentence
        active = SIGNED.match(start)
        if active and not by:
            signed += _list_en(reading, active.group("people"), roles=True)
    return signed, witnessed


def _presence_en(reading: Reading, text: str) -> tuple[list[Person], list[Person]]:
    """“In the presence of A and B, C and D”: the first “and” closes the list of the witnesses.

    A single “and” belongs to those who signed, for one party alone signs nothing.
    """
    hits = people_en.people_of(text, reading.organisations)
    found = [people.known(reading, people.build(reading, fields)) for _s, _e, fields in hits]
    joined = [
        index
        for index in range(1, len(hits))
        if re.search(r"\band\b|&|together with", text[hits[index - 1][1] : hits[index][0]])
    ]
    last = joined[0] + 1 if len(joined) > 1 else 1
    return found[:last], found[last:]


def _list_en(reading: Reading, text: str, roles: bool = False) -> list[Person]:
    found = []
    for _start, _end, fields in people_en.people_of(text, reading.organisations):
        if roles and not (fields["honorific"] or fields["job_title"]):
            continue
        person = people.known(reading, people.build(reading, fields))
        found.append(person)
    return found
