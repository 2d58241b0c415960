"""The quantities of an English text: 12,000, forty-eight, HK$5-6 million, 12 per cent, two-thirds."""

import re
from fractions import Fraction

from .english_numbers import DIGITS, ORDINAL, SCALES, SPELLED, ordinal, value
from .mentions import FAIR, FIRM, LOOSE, blank
from .number import (
    CURRENCY_OF,
    DISCOUNT,
    LARGE,
    SIGNS,
    Number,
    is_small,
    join_times,
    smaller,
    spread,
)

_NUMBER = re.compile(
    rf"(?P<ordinal>{ORDINAL.pattern})|(?P<digits>{DIGITS.pattern})|(?P<spelled>{SPELLED.pattern})",
    re.IGNORECASE,
)
_PREFIX = re.compile(rf"(?<![A-Za-z])(?P<currency>{SIGNS}) ?$")
_SUFFIX = re.compile(
    r"[ -](?P<currency>Hong Kong dollars?|US dollars?|Singapore dollars?|Australian dollars?|Canadian dollars?|Swiss francs"
    r"|dollars?|yuan|renminbi|pounds sterling|pounds(?! of)|euros?|yen|patacas|(?:South )?Korean won|baht|rupees|HKD|USD|RMB|CNY|GBP|EUR|JPY|SGD|AUD|MOP)\b"
)
_PER_CENT = re.compile(r"\s?(?:%|‰)|[ -]per[ -]?cent(?:age)?\b(?! points?)|[ -](?:percent|pct)\b")
_POINTS = re.compile(
    r"(?:\s?%|[ -])?[ -]?(?:percentage[ -]points?|per cent points?|pps?\b|ppts?\b|pts\b)"
)
_OFF = re.compile(
    r"[ -](?:(?:early[- ]bird|special|member|group|student|senior|exclusive|further|extra|one-off|price|flat)s?[’']?[ -])?"
    r"(?:off\b(?! the peak)|discounts?\b|rebates?\b|reductions?\b|(?:price )?cuts?\b|concessions?\b)",
    re.IGNORECASE,
)
_OFF_BEFORE = re.compile(
    r"\b(?:discounts?|rebates?|concessions?) of (?:up to |at least |about |as much as )?$",
    re.IGNORECASE,
)
_BASIS = re.compile(r"[ -](?:basis[ -]points?|bps?)\b")
_CENTS = re.compile(r"[ -](?:HK |US )?(?:cents|pence)\b")
_UNIT = re.compile(
    r"[ -](?:(?:more|further|consecutive|full|calendar|working|business|additional|extra|whole|straight|short|long|school|academic|financial|fiscal)[ -])?"
    r"(?P<unit>year|month|week|day|hour|minute|second(?=s\b)|(?<=-)second|decade|centur(?:y|ies)|fortnight)s?\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"s? and a half\b")
_THEN_MINUTES = re.compile(r"[ -](?:hours?|minutes?|hrs?|mins?),? (?:and )?", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a half(?=[ -])", re.IGNORECASE)
_METRES = re.compile(
    r"[ -]?(?:(?P<thousand>kilomet(?:re|er)s?|km|tonnes?|tons?|kilograms?|kg|lit(?:re|er)s?|cubic met(?:re|er)s?)|(?P<hectares>hectares?|ha))\b"
)
_LETTERS = re.compile(r"(?:km|kg|mm|cm|m|g|mg|ml|L|l|ha|[MGk]W[hp]?|W|V|[MG]?Hz|dB|[GTM]B|[GMTk]bps|nm|sq|ft|hrs?|mins?|s|h|x|p|th)(?:[23²³])?(?![A-Za-z])|°|º")  # fmt: skip
_MANY_TIMES = re.compile(r"[ -]?(?:fold\b|times\b(?! (?:a|per|each)\b)|x\b)")
_FRACTION = re.compile(
    r"\b(?P<part>an?|one|two|three|four|five|six|seven|eight|nine|\d)[ -](?P<whole>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?P<s>s?)\b"
    r"|(?P<half>\bhal(?:f|ves|ving|ved)\b)|(?P<sign>[½¼¾⅓⅔])|(?<![\d/])(?P<a>[1-9])/(?P<b>[2-9]|10)(?![\d/A-Z])",
    re.IGNORECASE,
)
_WHOLES = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
# “The first three quarters” are counted, not shared out.
_IN_A_ROW = re.compile(
    r"\b(?:first|last|past|previous|next|final|these|those|other|all) $", re.IGNORECASE
)
_SIGNS = {"½": 50, "¼": 25, "¾": 75, "⅓": Fraction(100, 3), "⅔": Fraction(200, 3)}
_N = rf"(?:{SPELLED.pattern}|\d[\d,]{{0,11}}(?![\d,]))"
_RATIO = re.compile(rf"(?P<part>{_N}) (?:in|out of)(?: every)? (?P<of>{_N})(?! (?:years|months|days|weeks|minutes|hours))", re.IGNORECASE)  # fmt: skip
_ABOUT = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|over|more than|approximately|up to|at least|roughly|close to|exceeding|fewer than|less than|under|above|below|almost|just over|as many as|surpass(?:ed|ing)?|pass(?:ed)?|top(?:ped)?)\s|~)(?:an? )?(?:[A-Z]{0,3}[$£€¥])?$",
    re.IGNORECASE,
)
_AFTER_ABOUT = re.compile(r"\+|-odd\b|[ -](?:or so|or more|plus)\b")
# Words that open a sentence or lead to a number, so that the number is part of no name.
_LEADING = (
    "the a an in on at by with from to of for over about around some nearly almost more than less up under all its their our his her another only and"
    " or between until after before since within under during through as but when while where if these those this that first last next past every each"
    " total approximately roughly exceeding fewer least just also now today currently including there they we it he she who which what some both are is was were has had have will would can may"
    " says said raises raised wins won joins join adds added reach reached reaches serves served draws drew cuts hit hits top tops near nearly attracts opens gives plus per not no than of"
)
_LEADS = frozenset(_LEADING.split())
_DETERMINED = re.compile(r"\b(?:the|all|these|those|our|their|its|other|last|first|past|next|every|each|any|of)\s(?:the )?$", re.IGNORECASE)  # fmt: skip
_CAPITAL = re.compile(r"(?P<word>[A-Z][A-Za-z’'.-]*) $")
_SENTENCE = re.compile(r"(?:^|[.:;!?…“”\"‘(\n•–—]\s*)$")
_ROAD = re.compile(
    r" (?:[A-Z][\w’'-]* ){1,4}(?:Road|Street|Avenue|Lane|Drive|Path|Square|Terrace|Crescent|Way|Praya)\b"
)
_MARKER = re.compile(
    r"(?m)^[ \t]*(?:\(?\d{1,2}[.)](?!\d)|\(?[ivx]{1,4}[.)])|\(\d{1,2}\)|\[\d{1,3}\]|\b[Nn]otes? \d{1,2}\b"
)
_NEVER = re.compile(r"\b24/7\b|\bround[- ]the[- ]clock\b|\baround the clock\b", re.IGNORECASE)
_ROMAN = re.compile(r"(?<![A-Za-z])(?:III|IV|VI{0,3}|IX|X|XI{0,2}|II)(?![A-Za-z])")
_NAMED = re.compile(r"\b[A-Za-z]+-?(\d{1,6})\b", re.ASCII)
_ROMANS = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}  # fmt: skip
_LOOSE_WORDS = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), numbers)
    for pattern, numbers in (
        (r"tripl\w*|treble\w*|trio|triathlon|trilog\w+|trilingual|tripartite|three-?fold|thrice|hat-trick|triangle|triangular", (3,)),
        (r"quadrupl\w*|quartets?|four-?fold|quarterly", (4, 3)),
        (r"quintupl\w*|quintets?|pentathlon|five-?fold", (5,)),
        (r"sextets?|half-yearly|half[- ]a[- ]year|half[- ]year|semi-annual\w*|bi-?annual\w*|six-?fold", (6,)),
        (r"sevens|a week|weekly|septets?", (7,)),
        (r"octets?|octagon\w*", (8,)),
        (r"a decade|decade|decades|tenfold|decathlon", (10,)),
        (r"a dozen|dozen", (12,)),
        (r"half a dozen", (6,)),
        (r"fortnight\w*|bi-?weekly", (14, 2)),
        (r"half an hour|half-hour\w*", (30,)),
        (r"quarter of an hour", (15,)),
        (r"overnight|a day|daily", (24,)),
        (r"an hour|hourly", (60,)),
        (r"a year|annual\w*|yearly|year-long", (12, 365)),
        (r"a quarter|quarters?", (3, 4)),
        (r"quarter of a century|quarter[- ]century", (25,)),
        (r"all year round|year-round", (365,)),
        (r"half a century|golden jubilee|semi-?centenn\w+", (50,)),
        (r"century|centuries|centen\w+|centur\w+", (100,)),
        (r"bicenten\w+", (200,)),
        (r"silver jubilee", (25,)),
        (r"diamond jubilee", (60,)),
        (r"millennium|thousands?", (1000,)),
        (r"hundreds?", (100,)),
        (r"millions?|millionaires?", (10**6,)),
        (r"billions?|billionaires?", (10**9,)),
    )
)  # fmt: skip
_DOUBLE = re.compile(r"\b(?:doubl\w+|two-?fold|twice)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s?(?:%|per cent|percent)| (?:years|months|weeks|days|hours|minutes|seconds))?\s?(?:[-–—~]|\bto\b|\band\b|\bor\b)\s?(?:(?:HK|US|A|S|NT|C)?\$|RMB ?|£|€|¥)?",
    re.IGNORECASE,
)


def numbers(text: str) -> list[Number]:
    """Every quantity of a text from which days, times and addresses are gone."""
    text = _MARKER.sub(lambda m: "\ufffc" * len(m[0]), text)
    found = _implied(text)
    text = _NEVER.sub(lambda m: "\ufffc" * len(m[0]), text)
    fractions = [number for match in _FRACTION.finditer(text) if (number := _fraction(match, text))]
    text = blank(text, [(n.start, n.end) for n in fractions if n.weight > LOOSE])
    ratios = []
    for match in _RATIO.finditer(text):
        part, of = value(match["part"]), value(match["of"])
        if part < of:
            ratios.append(match.span())
            found.append(Number(100 * part / of, *match.span(), kind="share", weight=LOOSE))
    plain, titled = [], _is_title(text)
    for match in _NUMBER.finditer(text):
        number = _number(match, text, titled)
        if any(start <= number.start < end for start, end in ratios):
            number.weight = LOOSE
        plain.append(number)
    ordered = sorted(plain, key=lambda number: number.start)
    spread(ordered, lambda a, b: bool(_BETWEEN.fullmatch(text[a.end : b.start])))
    join_times(ordered, lambda a, b: bool(_THEN_MINUTES.fullmatch(text[a.end : b.start])))
    for number in ordered:
        if number.kind == "figure" and _MANY_TIMES.match(text, number.end):
            number.also = (number.value + 1, number.value - 1)
            found.append(
                Number(100 * number.value, number.start, number.end, "share", weight=LOOSE)
            )
    return [*found, *fractions, *ordered]


def _is_title(text):
    """Whether Every Word is Written Large, as in a headline."""
    words = re.findall(r"[A-Za-z]{4,}", text)
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _implied(text):
    """Numbers that words hold: a decade, a dozen, quarterly; they answer for a number, and are never missed."""
    found = [
        Number(Fraction(number), *match.span(), weight=LOOSE)
        for pattern, numbers in _LOOSE_WORDS
        for match in pattern.finditer(text)
        for number in numbers
    ]
    for match in _NEVER.finditer(text):
        found += [Number(Fraction(n), *match.span(), weight=LOOSE) for n in (24, 7, 365)]
    for match in _NAMED.finditer(text):
        found.append(Number(Fraction(match[1]), *match.span(), weight=LOOSE))
    for match in _ROMAN.finditer(text):
        found.append(Number(Fraction(_ROMANS.get(match[0], 1)), *match.span(), weight=LOOSE))
    for match in _DOUBLE.finditer(text):
        found.append(Number(Fraction(100), *match.span(), kind="share", weight=LOOSE))
        found.append(Number(Fraction(2), *match.span(), weight=LOOSE))
    for match in re.finditer(r"\ball\b|\bentire(?:ly)?\b|\bfull(?:y)?\b|\bevery\b", text):
        found.append(Number(Fraction(100), *match.span(), kind="share", weight=LOOSE))
    for match in re.finditer(r"\ban? (year|hour|month|day|minute|week|decade) and a half\b", text):
        unit = match[1]
        length = Fraction(15) if unit == "decade" else Fraction(3, 2)
        found.append(Number(length, *match.span(), weight=LOOSE, also=smaller(length, unit)))
    return found


def _fraction(match, text):
    rough = bool(_ABOUT.search(text[max(0, match.start() - 20) : match.start()]))
    if match["half"]:
        return Number(Fraction(50), *match.span(), kind="share", weight=LOOSE)
    if match["sign"]:
        return Number(Fraction(_SIGNS[match["sign"]]), *match.span(), kind="share", weight=LOOSE)
    if match["a"]:
        a, b = int(match["a"]), int(match["b"])
        return (
            Number(Fraction(100 * a, b), *match.span(), kind="share", weight=LOOSE)
            if a < b
            else None
        )
    part = match["part"].lower()
    parts = 1 if part in ("a", "an") else value(part)
    share = Fraction(100 * parts, _WHOLES[match["whole"].lower()])
    before = text[max(0, match.start() - 20) : match.start()]
    if share >= 100 or _IN_A_ROW.search(before):
        return None
    # “A third clinic” counts clinics, “a third of them” shares them out.
    after = text[match.end() : match.end() + 8]
    sure = match["s"] or re.match(
        r" (?:of\b(?! an?\b)|more\b|less\b|fewer\b|higher\b|lower\b)", after
    )
    sure = sure or (part == "one" and not re.match(r"[ -]\w", after))
    return Number(share, *match.span(), "share", weight=FAIR if sure else LOOSE, rough=rough)


def _number(match, text, titled):
    words, (start, end) = match[0], match.span()
    before, after = text[max(0, start - 30) : start], text[end : end + 40]
    if match["ordinal"]:
        found = Number(Fraction(ordinal(words)), start, end, weight=FAIR)
        if (
            is_small(found.value)
            or words[0].isupper()
            and not titled
            and not _SENTENCE.search(before)
        ):
            found.weight = LOOSE
        return found
    found = Number(value(words), start, end)
    found.scaled = _scale(words)
    found.rough = bool(_ABOUT.search(before) or _AFTER_ABOUT.match(after))
    if _POINTS.match(after) or _PER_CENT.match(after) or _BASIS.match(after):
        return _per_cent(found, before, after)
    prefix, suffix = _PREFIX.search(before), _SUFFIX.match(after)
    if prefix or suffix:
        return _money(found, prefix, suffix, before)
    cents = _CENTS.match(after)
    if cents:
        found.end += cents.end()
        found.kind, found.unit, found.weight = "amount", "$", FAIR
        found.also = (found.value / 100, found.value / 10)
        return found
    lettered = re.search(r"(?i)\d ?(k|m|b)$", words)
    if lettered:  # 5m visitors, or five metres
        found.also = (found.value / found.scaled,)
    if found.scaled >= 10**6 or (found.scaled > 1 and found.value >= LARGE):
        found.kind = "amount"
    half = _AND_A_HALF.match(after) if match["digits"] and found.scaled == 1 else None
    if half:
        found.value += Fraction(1, 2)
        found.end, after = found.end + half.end(), after[half.end() :]
    if re.match(r" dozen\b", after):
        found.value *= 12
    _measured(found, after)
    if match["digits"]:
        found.weight = _digits_weight(found, words, before, after, titled)
    else:
        found.weight = _spelled_weight(found, words, before, after, titled)
    return found


def _scale(words):
    last = re.search(r"[A-Za-z]+$", words)
    return SCALES.get(last[0].lower(), 1) if last else 1


def _per_cent(found, before, after):
    found.kind = "share"
    basis, points = _BASIS.match(after), _POINTS.match(after)
    sign = basis or points or _PER_CENT.match(after)
    found.end += sign.end()
    found.scaled = Fraction(1, 100) if basis else Fraction(1, 10) if "‰" in sign[0] else 1
    found.value *= found.scaled
    found.unit = "points" if basis or points else ""
    if not found.unit and (_OFF.match(after, sign.end()) or _OFF_BEFORE.search(before)):
        found.unit = DISCOUNT
    return found


def _money(found, prefix, suffix, before):
    found.kind = "amount"
    codes = [CURRENCY_OF.get(m["currency"].lower().rstrip("s"), CURRENCY_OF.get(m["currency"].lower())) for m in (prefix, suffix) if m]  # fmt: skip
    found.unit = next((code for code in codes if code and code != "$"), "$")
    if prefix:
        found.start -= len(prefix[0])
    if suffix:
        found.end += suffix.end()
    # “HK$5 million (about US$640,000)”: what is reckoned over may be left out.
    if re.search(r"\((?:about|around|approximately|approx\.?|equivalent to|or|some|roughly)?\s?$", before[: len(before) - len(prefix[0])] if prefix else before):  # fmt: skip
        found.weight = FAIR
    return found


def _measured(found, after):
    unit = _UNIT.match(after)
    if unit:
        name = unit["unit"].lower()
        if _HALF.match(after, unit.end("unit")):
            found.value += Fraction(1, 2)
        if name == "decade":
            found.value, name = found.value * 10, "year"
        elif name.startswith("centur"):
            found.value, name = found.value * 100, "year"
        elif name == "fortnight":
            found.value, name = found.value * 2, "week"
        found.unit = name
        found.also = (*found.also, *smaller(found.value, name))
    many = _METRES.match(after)
    if many and many["thousand"]:
        found.also = (*found.also, found.value * 1000)
    elif many:
        found.also = (*found.also, found.value * 10000, found.value / 100)


def _digits_weight(found, words, before, after, titled):
    if re.search(r"[A-Za-z][-–]$|[A-Za-z]$", before[-2:]):
        return LOOSE
    if words[-1].isdigit() and re.match(r"[A-Za-z°º]", after) and not _LETTERS.match(after):
        return LOOSE
    if is_small(found.value) or before.endswith(("/", ".", ":")) or re.match(r"[/:]\w", after):
        return FAIR
    if found.value == 18 and after.startswith(" districts"):  # of Hong Kong: all
        return FAIR
    if re.search(r"(?:\b[Nn]os?\.? ?|#|[Nn]umbers? )$", before[-10:]) or _ROAD.match(after):
        return FAIR
    capital = _CAPITAL.search(before[-24:])
    if capital and not titled and capital["word"].lower() not in _LEADS:
        return FAIR
    return FAIR if _DETERMINED.search(before[-16:]) and found.value < 10 else FIRM


def _spelled_weight(found, words, before, after, titled):
    if is_small(found.value) or before.endswith(("-", "–")):
        return LOOSE
    if words[0].isupper() and not titled and not _SENTENCE.search(before):
        return LOOSE
    if re.match(r"(?:a|an|half|a quarter)\b", words, re.IGNORECASE):
        return FAIR if found.value >= 10**5 else LOOSE
    if re.match(r"[ -]?(?:or|to) (?:" + SPELLED.pattern + ")", after, re.IGNORECASE):
        return FAIR
    return FIRM if found.value > 12 and not _DETERMINED.search(before) else FAIR
