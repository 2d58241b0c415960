"""English: the role stands before the name (Acme CEO Jane Chan), between commas before it
(The Secretary for X, Mr Lam Sai-hung) or behind it (Jane Chan, CEO of Acme).
"""

import re

from . import words

HONORIFIC = rf"(?:{words.any_of(words.HONORIFICS_EN)})"
CAPITAL = r"(?:[dDOL]['’])?[A-Z][\w'’\-]*\.?"
PARTICLE = r"(?:van|von|de|der|da|di|bin|binti|al|la|le|du|ten|den|el)"
PLAIN_NAME = rf"{CAPITAL}(?:\s+(?:{PARTICLE}\s+)*{CAPITAL}){{1,3}}"
WITH_HONORIFIC = re.compile(
    rf"(?:(?:[Tt]he\s+)?\b(?P<hon>{HONORIFIC}(?:\s+{HONORIFIC})*)\s+)(?P<name>{CAPITAL}(?:,?\s+(?:{PARTICLE}\s+)*{CAPITAL}){{0,4}})"
)
NAME = re.compile(PLAIN_NAME)
TITLE_WORD = re.compile(r"[A-Za-z][A-Za-z\-]*")
SPLIT_AFTER = re.compile(
    r"\s+(?:at|from|with)\s+(?:the\s+)?(?=[A-Z0-9])|\s+of\s+(?:the\s+)?(?=[A-Z0-9])"
)


# A unit of an organisation that is named behind it.
UNIT_AT = re.compile(
    r"(?:Department|School|Faculty|Division|Section|Unit)\s+(?:of|for)\s+[^,]{3,60}?\s+at\s+(?:the\s+)?[A-Z]"
    r"|(?:[A-Z]\w+\s+){0,2}(?:Board|Committee)(?:\s+of\s+[A-Z]\w+)?\s+(?:of|at)\s+(?:the\s+)?[A-Z]"
)
SUFFIX = re.compile(r"-(?:designate|elect|in-chief|in-charge|emeritus)$")


def is_title(text: str) -> bool:
    return any(SUFFIX.sub("", w.lower()) in words.TITLE_WORDS_EN for w in TITLE_WORD.findall(text))


def is_organisation(text: str) -> bool:
    return any(
        w.lower().strip(",()") in words.ORGANISATION_WORDS_EN for w in re.split(r"[\s/]+", text)
    )


def is_name(text: str, known: dict[str, str] | None = None) -> bool:
    """Whether a text is a person's name without an honorific."""
    text = text.strip()
    if known and text in known:
        return False
    if not re.fullmatch(PLAIN_NAME, text):
        return False
    parts = re.split(r"[\s]+", text)
    if any(p in words.NO_NAMES_EN or p.lower() in words.ORGANISATION_WORDS_EN for p in parts):
        return False
    if any(p.lower() in words.TITLE_WORDS_EN for p in parts) or _is_title_of_several(parts[0]):
        return False
    return not all(p.isupper() and len(p) > 1 for p in parts) or len(parts) in (2, 3)


def _is_title_of_several(word: str) -> bool:
    """Co-founders A and B: a title before the names of those who share it."""
    return word.endswith("s") and word[:-1].lower() in words.TITLE_WORDS_EN


def split_name(text: str) -> tuple[str, str]:
    """Split “Prof. Ir Jane Chan” into the honorific and the name."""
    match = re.match(rf"(?:[Tt]he\s+)?((?:{HONORIFIC})(?:\s+{HONORIFIC})*)\s+(?=[A-Z])", text)
    if not match:
        return "", text.strip()
    return match.group(1), text[match.end() :].strip()


def is_post_nominal(text: str) -> bool:
    parts = re.split(r"[\s,]+", text.strip(" ,"))
    return bool(parts[0]) and all(
        p.replace(".", "").upper() in words.POST_NOMINALS_EN for p in parts
    )


def split_role(text: str, known: dict[str, str]) -> tuple[str, str]:
    """Split “Head of Research at Acme” or “Acme Head of Research” into organisation and title."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:.")
    text = re.sub(r"^(?:the|The|its|and|an?|our)\s+(?=[A-Za-z])", "", text)
    if not text:
        return "", ""
    if not is_title(text):  # “a worker from Iloilo” describes the person
        return ("", text) if text[:1].islower() else (text, "")
    name = max(
        (n for n in known if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text)),
        key=len,
        default="",
    )
    if name:
        place = text.rfind(name)
        before, after = text[:place].strip(" ,"), text[place + len(name) :].strip(" ,")
        before = re.sub(
            r"[\s,]+(?:of|at|from|with|for|and)?\s*(?:the|The)?$|^(?:of|at|the)$",
            "",
            before,
        )
        after = re.sub(r"^[’']s?\s+", "", after)
        if is_title(before) and not is_title(after) and not after:
            return name, before
        if is_title(before) and re.match(r"and\s", after) and is_title(after):
            return name, before
        if is_title(after) and not before:
            return name, after
    for match in SPLIT_AFTER.finditer(text):
        title, rest = text[: match.start()], text[match.end() :]
        if UNIT_AT.match(rest):
            continue
        is_of = match.group().strip().startswith("of")
        # “Director of the Icefield Station”: a name with its article is no field of work.
        named = "the" in match.group().split() and re.match(r"[A-Z]\S*\s+(?:of\s+)?[A-Z]", rest)
        if is_of and not (named and is_title(title)) and not _takes_organisation(title, rest):
            continue
        if is_title(title):
            return rest.strip(" ,"), title.strip(" ,")
    if ", " in text:
        title, _comma, rest = text.partition(", ")
        if is_title(title) and (is_organisation(rest) and not is_title(rest)):
            return re.sub(r"^(?:the)\s+", "", rest), title
    return _organisation_before_title(text)


def _takes_organisation(title: str, rest: str) -> bool:
    """Whether “of” leads to the organisation and not to a field of work (Head of Research)."""
    head = re.split(r"\s+(?:of|for|at|and)\s+|,", rest)[0]
    if (
        is_organisation(head)
        or is_organisation(rest)
        and not re.search(r"\s(?:of|at)\s", rest)
        and "," not in rest
    ):
        return True
    *before, last = [word.lower() for word in TITLE_WORD.findall(title)] or [""]
    # A Technical Director has a field of work already; a Deputy Director has none yet.
    specified = last in words.FIELD_TITLES_EN and any(w not in words.RANKS_EN for w in before)
    specified = specified and not re.search("[’']s", title)
    return (
        (last in words.FULL_TITLES_EN or specified)
        and not is_title(head)
        and rest.split()[0].lower() not in words.FIELDS_EN
        and not re.search(
            r"^(?:Research|Engineering|Operations|Medicine|Science|Marketing|Sales|Finance|Innovation)\b",
            rest,
        )
    )


def _organisation_before_title(text: str) -> tuple[str, str]:
    """“HKEX Head of Mainland Development”, “Acme’s Chief Executive”."""
    possessive = re.match(r"(.+?)[’']s?\s+(?=[A-Za-z])", text)
    if possessive and is_title(text[possessive.end() :]) and not is_title(possessive.group(1)):
        return possessive.group(1), text[possessive.end() :]
    tokens = text.split(" ")
    for index, token in enumerate(tokens):
        plain = token.lower().strip(",")
        if plain in words.TITLE_WORDS_EN or plain in words.MODIFIERS_EN:
            before = " ".join(tokens[:index])
            if (
                index
                and (
                    is_organisation(before)
                    or re.fullmatch(r"[A-Z][A-Z0-9&]+|[A-Z]\w+(?: [A-Z]\w+)?", before)
                )
                and not all(word.lower() in words.FIELDS_EN for word in before.split())
                and before.split()[0].lower() not in words.SCHOOL_YEARS_EN
            ):
                return before, " ".join(tokens[index:])
            return "", text
    return "", text


def people_of(text: str, known: dict[str, str]) -> list[tuple[int, int, dict[str, str]]]:
    """Return the people of a list such as “A, title, org, B, title, and C”."""
    pieces = _pieces(text)
    found: list[list] = []
    role: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(pieces):
        piece = text[start:end]
        named = _person_in(piece, known)
        if named:
            offset, honorific, name, before = named
            current = [start, end, honorific, name, [], []]
            while role and not (
                is_title(_slice(text, role[0])) or is_organisation(_slice(text, role[0]))
            ):
                role.pop(0)
            if before and role and not re.search(r"[,;:]", text[role[-1][1] : start]):
                # “Acme Founder and CEO Jane Chan”: the word “and” stands inside the role.
                current[5] = [text[role[0][0] : start + offset]]
                current[0] = role[0][0]
            elif before:
                current[5] = [before]
            elif role:
                current[0] = role[0][0]
                current[5] = [text[role[0][0] : role[-1][1]]]
            found.append(current)
            role = []
        elif is_post_nominal(piece):
            if found:
                found[-1][1] = end
        elif found and not (
            piece[:4].lower() == "the " and _person_next(text, pieces, index, known)
        ):
            found[-1][4].append((start, end))
            found[-1][1] = end
        else:
            role.append((start, end))
    return [(f[0], f[1], _fields(text, f, known)) for f in found]


def _slice(text: str, place: tuple[int, int]) -> str:
    return text[place[0] : place[1]]


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, place = [], 0
    for match in re.finditer(
        r"\s*[,;:]\s*(?:and\s+|as well as\s+|together with\s+)?|\s+(?:and|&|as well as|together with|alongside)\s+",
        text,
    ):
        pieces.append((place, match.start()))
        place = match.end()
    pieces.append((place, len(text)))
    return [(a, b) for a, b in pieces if text[a:b].strip(" .()")]


def _person_in(piece: str, known: dict[str, str]):
    """Return (offset, honorific, name, role before it) where a piece of a list names a person."""
    match = WITH_HONORIFIC.search(piece)
    if match:
        name = _trim(match.group("name"))
        before = piece[: match.start()].strip()
        return (
            match.start(),
            match.group("hon"),
            name,
            before if is_title(before) or is_organisation(before) else "",
        )
    plain = re.sub(r"\s*\([^)]*\)", "", piece).strip(" ")
    if not re.search(r"\s[A-Z]\.$", plain):  # the stop of “Analyn R.” is part of the name
        plain = plain.strip(" .")
    if is_name(plain, known):
        return 0, "", plain, ""
    tokens = plain.split(" ")
    for size in (2, 3, 4):
        if len(tokens) > size and is_name(" ".join(tokens[-size:]), known):
            before = " ".join(tokens[:-size])
            if _is_title_of_several(tokens[-size - 1]):
                before = before[:-1]
            elif tokens[-size - 1].lower().strip(",") not in words.TITLE_WORDS_EN:
                continue
            return len(before), "", " ".join(tokens[-size:]), before
    return None


def _trim(name: str) -> str:
    name = (
        re.split(r",", name)[0]
        if not re.match(r"[A-Z][a-z\-]+,\s+[A-Z]", name)
        else name.split(",")[0]
    )
    parts = name.split()
    while len(parts) > 1 and (
        parts[-1].lower() in words.TITLE_WORDS_EN
        or is_post_nominal(parts[-1])
        and not (parts[-1].istitle() and len(parts[-1]) == 2 and parts[-1] not in ("Jr", "Sr"))
    ):
        parts.pop()
    return (
        re.sub(r"[’']s$", "", " ".join(parts)).rstrip(".")
        if len(parts[-1]) > 2
        else " ".join(parts)
    )


def _person_next(text, pieces, index, known) -> bool:
    following = pieces[index + 1 : index + 2]
    return any(WITH_HONORIFIC.match(text[a:b]) for a, b in following)


def _fields(text: str, found: list, known: dict[str, str]) -> dict[str, str]:
    _start, _end, honorific, name, after, before = found
    organisation = title = ""
    if after:
        role = text[after[0][0] : after[-1][1]]
        organisation, title = _role(role, known)
    if before:
        other_organisation, other_title = _role(before[0], known)
        organisation, title = organisation or other_organisation, title or other_title
    return {
        "name": name,
        "honorific": honorific,
        "job_title": title,
        "organisation": organisation,
    }


def _role(text: str, known: dict[str, str]) -> tuple[str, str]:
    """Roles of several pieces: the last that is no title is the organisation."""
    if heads := HEADS.search(text):
        return heads["organisation"].strip(), ""
    text = re.sub(r"(?:^|,?\s+)(?:who|which|whose)\b.*", "", text.strip(" ,.;"))
    pieces = re.split(r"\s*,\s+(?!and\s)", text)
    while (
        len(pieces) > 1
        and pieces[-1][:1].islower()
        and not (is_title(pieces[-1]) or WHOSE.match(pieces[-1]))
    ):
        pieces.pop()  # “owner of Acme, one of the first customers”
    text = ", ".join(pieces)
    if len(pieces) > 1 and not is_title(pieces[-1]):
        # “President, Asia Pacific of Acme”: the field of work belongs to the title.
        field = re.match(
            r"(?P<field>[A-Z][^,]*?)\s+(?:of|at|for)\s+(?:the\s+)?(?P<name>[A-Z].*)$", pieces[-1]
        )
        if field and not is_organisation(field["field"]):
            title = ", ".join([*pieces[:-1], field["field"]])
            return _without_clause(field["name"]), title
        organisation = re.sub(r"^(?:of|at|and|the)\s+(?:the\s+)?", "", pieces[-1])
        return _without_clause(organisation), ", ".join(pieces[:-1]).strip(" ,")
    organisation, title = split_role(text, known)
    return _without_clause(organisation), title


def _without_clause(organisation: str) -> str:
    """“University of Wenlock and lead author of the study” is the university."""
    return re.sub(r"\s+and\s+(?:the\s+)?[a-z].*$", "", organisation)


def find(text: str, known: dict[str, str]) -> list[tuple[int, int, dict[str, str]]]:
    """Return the people that a running text names with an honorific or with a role."""
    found = []
    last = 0
    for match in _names(text, known):
        # “The Secretary for Treasury Services”: what follows “for” or “of” is nobody's name.
        if match[0] < last or not match[2] and FIELD_BEFORE.search(text[: match[0]]):
            continue
        start, end, honorific, name = match
        role_start, before = _role_before(text, last, start)
        role_end, after = _role_after(text, end)
        organisation = title = ""
        if before and text[role_start + len(before) :].startswith(","):
            # “the Director of Marine, Mr Lam, and …”: what follows is about somebody else.
            after = ""
        if after:
            organisation, title = _role(after, known)
        elif before:
            organisation, title = _role(before, known)
        if not (honorific or title):
            continue
        fields = {
            "name": name,
            "honorific": honorific,
            "job_title": title,
            "organisation": organisation,
        }
        stop = role_end if after else end
        found.append((role_start if before and not after else start, stop, fields))
        last = stop
    return found


def _names(text: str, known: dict[str, str]):
    hits = []
    for match in WITH_HONORIFIC.finditer(text):
        name = _trim(match.group("name"))
        hits.append((match.start(), match.start("name") + len(name), match.group("hon"), name))
    for match in re.finditer(rf"(?<![\w’'-])(?={PLAIN_NAME})", text):
        for size in (4, 3, 2):
            hit = re.match(
                rf"{CAPITAL}(?:\s+(?:{PARTICLE}\s+)*{CAPITAL}){{{size - 1}}}",
                text[match.start() :],
            )
            if hit and is_name(hit.group().rstrip("."), known):
                hits.append(
                    (
                        match.start(),
                        match.start() + len(hit.group().rstrip(".")),
                        "",
                        hit.group().rstrip("."),
                    )
                )
                break
    return sorted(hits, key=lambda hit: (hit[0], -len(hit[2])))


# “General Manager, Hong Kong, of Acme”
HEADS = re.compile(
    r"^who\s+(?:chairs|leads|heads|runs|directs|founded|owns)\s+(?:the\s+)?(?P<organisation>[A-Z][^,.;]{2,60})"
)
FIELD_BEFORE = re.compile(r"\b(?:for|of)\s+(?:the\s+)?$")
WHOSE = re.compile(r"(?:of|at|for|from)\s+(?:the\s+)?[A-Z]")
ROLE_BEFORE_COMMA = re.compile(
    r"(?:^|[,.;:!?]\s+|\s(?:when|and|while|as)\s+)((?:[Tt]he)\s[A-Z][^,.;:!?“”\"]{2,90}(?:,\s[^,.;:]{2,40})?),\s*$"
)


def _role_before(text: str, last: int, start: int) -> tuple[int, str]:
    """“Acme Chief Executive ” or “The Secretary for Transport and Logistics, ” before a name."""
    before = text[last:start]
    comma = ROLE_BEFORE_COMMA.search(before)
    if comma and is_title(comma.group(1)):
        return last + comma.start(1), comma.group(1)
    run = re.search(
        r"((?:[A-Z][\w’'&.\-]*|of|for|and|the|&|/|at)(?:\s+(?:[A-Z][\w’'&.\-]*|of|for|and|the|&|/|at))*)\s+$",
        before,
    )
    if (
        run
        and is_title(run.group(1).split()[-1])
        or run
        and is_title(run.group(1))
        and len(run.group(1).split()) > 1
    ):
        words_ = re.sub(r"^(?:and|of|the|at|for)\s+", "", run.group(1))
        return last + before.rfind(words_), words_
    return start, ""


def _role_after(text: str, end: int) -> tuple[int, str]:
    """“, Head of Research at Acme,” behind a name, up to the verb or the end of the clause."""
    match = re.match(
        rf"(?:,\s*(?:{words.any_of(sorted(words.POST_NOMINALS_EN))})\b\.?)*,\s*(?P<role>(?:the\s+)?(?:[^.;:!?“”\"()]|\([A-Z][^()]{{1,40}}\)(?=\s+(?:of|at)\b)){{3,160}}?)"
        rf"(?=,?\s+(?:{words.any_of(words.SPEAKING_EN)}|who|and\s+(?:the\s+)?{HONORIFIC}(?=\s)|signed|witnessed|attended|officiated|will|was|were|is|has|had|also)\b|[.;:!?“”\"]|\((?![A-Z][^()]{{1,40}}\)\s+(?:of|at)\b)|$)",
        text[end:],
    )
    # A long clause follows the role: its first pieces tell.
    match = match or re.match(r",\s*(?P<role>[^.;:!?“”\"()]{3,158}),\s", text[end:])
    if not match or re.match(r"(?:and|with|while|who|in|at)\s", match.group("role")):
        return end, ""
    if not is_title(match.group("role")):
        return end, ""
    role = match.group("role")
    pieces = role.split(", ")
    kept: list[str] = []
    for piece in pieces:
        plain = re.sub(r"^and\s+", "", piece)
        lower = not (is_title(piece) or is_organisation(piece) or WHOSE.match(piece))
        lower = lower and not piece[:1].isupper()
        if kept and (lower or is_name(plain) or WITH_HONORIFIC.match(plain)):
            break
        if kept and piece[:4] == "the " and not is_title(piece):
            break
        kept.append(piece)
    role = ", ".join(kept)
    return end + match.start("role") + len(role), role
