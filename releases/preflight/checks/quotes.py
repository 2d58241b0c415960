"""Quotes: what a caption quotes was said in the body, in the same words."""

import re
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rapidfuzz import fuzz

from ..findings import WARNING, check
from ..reading import Passage

_BODY = {"text", "quote", "key_point"}
ALIKE = 72
"""From how many per cent on two passages are one quote in other words, and not two quotes."""


@check(
    "quotes.caption-differs",
    WARNING,
    title=gettext_lazy("Caption quotes in other words"),
    hint=gettext_lazy("Say it in the words of the body, or mark with … what is left out."),
)
def differs(reading):
    """A caption's quotation is nearly a quote of the body and differs in some words. An excerpt, and one
    whose gaps are marked with …, differs in none.
    """
    for compared in _compared(reading):
        if compared.nearest is None or compared.excerpt is None:
            continue
        yield compared.caption.found(
            compared.excerpt,
            _("The caption quotes “%(caption)s”; the body says “%(body)s”.")
            % {"caption": _short(compared.excerpt), "body": _short(compared.said)},
            compared.nearest,
        )


@check(
    "quotes.caption-missing",
    WARNING,
    title=gettext_lazy("Caption quotes what the body does not"),
    hint=gettext_lazy("Put these words into the body too, or take them out of the caption."),
)
def missing(reading):
    """A caption quotes words of somebody that stand nowhere in the body. Names and terms in quotation
    marks are no quotes. One finding for both languages of a caption.
    """
    reported = set()
    for compared in _compared(reading):
        part = compared.caption.place.part
        if compared.nearest is not None or part in reported:
            continue
        reported.add(part)
        yield compared.caption.found(
            compared.excerpt,
            _("The caption quotes “%(words)s”, which stands nowhere in the body.")
            % {"words": _short(compared.excerpt)},
        )


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79]}…"


class _Compared(NamedTuple):
    """Quoted words of a caption that do not stand in the body: ``nearest`` is the passage that has nearly
    the same, if one has; ``said`` is what stands there for ``excerpt``.
    """

    caption: Passage
    nearest: Passage | None
    excerpt: str | None
    said: str = ""


def _compared(reading):
    carried = {figure.key for figure in reading.document.figures() if figure.quote}
    own = {quote.key for quote in reading.document.caption_quotes}
    for caption in reading.passages:
        if caption.kind != "caption":
            continue
        body = [
            passage
            for passage in reading.passages
            if passage.kind in _BODY
            and passage.language == caption.language
            and passage.place.part not in own
        ]
        # Without a body in this language, that is what is found, not the caption.
        if not any(passage.kind in ("text", "quote") for passage in body):
            continue
        plain = [_plain(passage.text) for passage in body]
        for words in _quoted(caption.text, caption.place.part in carried):
            yield from _compare(caption, words, body, plain)


def _compare(caption, words, body, plain):
    for piece in re.split(r"\s*(?:…+|⋯+|\.\s?\.\s?\.|\[[^\[\]]*\]|（…+）)\s*", words):
        sought = _Plain(piece)
        if len(sought.letters) < 4 or any(sought.letters in each.letters for each in plain):
            continue
        scores = [fuzz.partial_ratio(sought.letters, each.letters) for each in plain]
        best = max(range(len(body)), key=scores.__getitem__)
        if scores[best] < ALIKE or len(plain[best].letters) < len(sought.letters) / 2:
            yield _Compared(caption, None, _first_sentence(piece))
        else:
            yield _Compared(caption, body[best], *_difference(sought, plain[best]))
        return  # one finding for each quotation


def _first_sentence(words: str) -> str:
    return re.match(r".*?(?:[。！？!?；]|\.(?=\s|$)|$)", words, re.DOTALL).group().strip() or words


_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")


class _Plain:
    """A text without marks and spaces, in lower case: its words (Han characters singly), and all in a row."""

    def __init__(self, text: str):
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [text[a:b].lower().replace("’", "'") for a, b in self.spans]
        self.letters = "".join(self.words)

    def between(self, first: int, last: int) -> str:
        """The text from one word up to another, without it."""
        first, last = max(0, first), min(last, len(self.spans))
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""


_plain = lru_cache(maxsize=500)(_Plain)


def _difference(sought, body):
    """The words of the caption that differ, and what the body has in their place.

    What stands before and behind in the body is no difference: a caption may begin later and end sooner.
    """
    head, head_end = _longest(sought.words, body.words)
    tail, tail_end = _longest(sought.words[::-1], body.words[::-1])
    first, last = head, len(sought.words) - tail
    said_first, said_last = head_end, len(body.words) - tail_end
    if first >= last:  # something is left out: the words on either side show where
        first, last = last - 1, first + 1
        said_first, said_last = min(said_first, said_last) - 1, max(said_first, said_last) + 1
    said = body.between(said_first, said_last) if 0 < said_last - said_first < 40 else ""
    return sought.between(first, last), said or body.text


def _longest(words: list[str], inside: list[str]) -> tuple[int, int]:
    """How many words from the first on stand in a row inside others, and where there they end."""
    best = end = 0
    for start in range(len(inside)):
        size = 0
        while (
            size < len(words) and start + size < len(inside) and words[size] == inside[start + size]
        ):
            size += 1
        if size > best:
            best, end = size, start + size
    return best, end


_MARKED = (("「", "」"), ("“", "”"), ("『", "』"))
_SAYING_ZH = re.compile(
    r"(?:說|説|说|表示|指出|稱|称|強調|强调|補充|认为|認為|形容|坦言|直言|寄語|分享|總結|回應|致辭|致詞)[^「“『]{0,14}$|[：:]\s*$"
)
_SAYING_EN = re.compile(
    r"(?:\b(?:said|says|saying|adds?|added|comment\w*|stat\w+|not\w+|remark\w*|explain\w*|stress\w*|recall\w*|told|observ\w+|continu\w+|quip\w*|"
    r"emphasi[sz]\w+)\b[^“\"]{0,40}|[:,])\s*$"
)
_SAID_AFTER_EN = re.compile(
    r"\s*,?\s*(?:(?:[A-Z][\w’'.\-]*|he|she|the|of)\s+){0,6}(?:said|says|added|adds|commented|noted|remarked|explained|stressed|recalled)\b"
)


def _quoted(text: str, carries_quote: bool) -> list[str]:
    """What a caption quotes: words in quotation marks that somebody is said to have said, or a sentence."""
    found = []
    for start, end in _spans(text):
        words = text[start:end].strip()
        if _is_speech(text[: start - 1], words, text[end + 1 :], carries_quote):
            found.append(words)
    return found


def _spans(text: str):
    """Outermost passages in quotation marks, without the marks."""
    place = 0
    while place < len(text):
        pair = next((p for p in _MARKED if text.startswith(p[0], place)), None)
        if text[place] == '"':
            end = text.find('"', place + 1)
        elif pair:
            end = _closing(text, place, *pair)
        else:
            place += 1
            continue
        if end < 0:
            return
        yield place + 1, end
        place = end + 1


def _closing(text, start, opening, closing):
    depth = 0
    for place in range(start, len(text)):
        if text[place] == opening:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if depth == 0:
                return place
    return -1


def _is_speech(before: str, words: str, after: str, carries_quote: bool) -> bool:
    han = len(re.findall(r"[\u3400-\u9fff]", words))
    if han > 3:
        if han < 8 and not re.search(r"[。！？!?]$", words):
            return False
        # A long name of an event has no mark inside, words that were said have.
        is_sentence = bool(re.search(r"[，。！？；]", words))
        return is_sentence and bool(
            carries_quote or _SAYING_ZH.search(before) or re.search(r"[。！？]$", words)
        )
    if len(words.split()) < 4:
        return False
    if _is_name(words):
        return False
    is_said = _SAYING_EN.search(before) or _SAID_AFTER_EN.match(after)
    return bool(is_said or re.search(r"[.!?,]$", words))


def _is_name(words: str) -> bool:
    """“A Hundred Years of Harbour Lights”: its words have capitals."""
    long = [word for word in words.split() if len(word) > 3]
    return sum(word[0].isupper() for word in long) > len(long) * 0.6
