"""Who a media contact is: the organisation and the name among the words beside the numbers."""

import re
from collections.abc import Iterator

from .. import shapes
from ..paragraphs import Line
from ..shapes import HAN
from . import people_en, people_zh, words
from .reading import Reading

Text = tuple[str, Line]
ORGANISATION = rf"(?:{words.any_of(words.STRONG_ORGANISATIONS_ZH + words.WEAK_ORGANISATIONS_ZH)})"
ORGANISATION_LABEL = re.compile(
    r"^(?:(?:公司|機構|机构|單位|单位)(?:名稱|名称)?|company|organi[sz]ation)$", re.IGNORECASE
)
NAME_LABEL = re.compile(
    r"^(?:聯絡人|联系人|聯繫人|姓名|name|contact(?:\s+person)?|attn)$", re.IGNORECASE
)
# What a contact is for: no part of its name.
PURPOSE = re.compile(
    r"^(?:(?:media|press|investors?|news|general|public|corporate|analysts?|english|chinese|local|overseas|international"
    r"|24[\s\-]?hours?|24[\s\-]?hrs?|24\s*小時|relations|enquir(?:y|ies)|inquir(?:y|ies)|contacts?|office|desk|hours?|out of|and|&|/|or)[\s/]*)+$"
    r"|^(?:傳媒|传媒|媒體|媒体|新聞|新闻|記者|投資者|投资者|公眾|一般|中文|英文|本地|海外|及|和|、|/)+(?:查詢|查询|聯絡|联系|關係)?$",
    re.IGNORECASE,
)
# Whom the number is for, alone on its line: no organisation, whatever its words.
DESK = re.compile(r"^(?:media|press|news|investors?|communications)$", re.IGNORECASE)
GENDER = re.compile(r"\s*[（(](?:Mr|Ms|Mrs|Miss|Dr|Prof|先生|女士|小姐)\.?[)）]$", re.IGNORECASE)
BRACKETED = re.compile(r"^(?P<name>[^（()）]{2,60}?)\s*[（(](?P<other>[^（()）]{2,80})[)）]$")
DEPARTMENT = re.compile(
    rf"^(?P<organisation>.{{2,40}}?(?:{ORGANISATION}|[部科組组室]))(?P<name>{words.HAN_NAME})$"
)
NO_NAME_ZH = re.compile(rf"(?:{ORGANISATION}|[部科組组室線线團队隊網网]|{people_zh.TITLE})$")


def sort(
    reading: Reading, texts: list[Text], emails: list[str] | None = None
) -> tuple[str, str, list[Text]]:
    """Tell organisation and name apart; what is neither (job titles, addresses) is left over."""
    organisation = name = ""
    rest: list[Text] = []
    for text, line, hint in _pieces(reading, texts):
        hint = "aside" if DESK.match(text) else hint
        hint = hint or ("organisation" if _in_domain(text, emails or []) else "")
        if not name and hint in ("", "name") and (hint or is_name(reading, text)):
            name = text
        elif not organisation and (
            hint == "organisation" or not hint and is_organisation(reading, text)
        ):
            organisation = text
        else:
            rest.append((text, line))
    free = [r for r in rest if not _is_role(r[0]) and not PURPOSE.match(r[0].strip("()（）"))]
    if not name and organisation and (found := next((r for r in free if _like_name(r[0])), None)):
        name, _line = found
        rest.remove(found)
    free = [r for r in rest if not PURPOSE.match(r[0].strip("()（）"))][:1]
    unnamed = free and not (_is_role(free[0][0]) or shapes.WEB_ADDRESS.search(free[0][0]))
    if not organisation and free and (not name or unnamed and len(free[0][0]) < 50):
        organisation, _line = free[0]
        rest.remove(free[0])
    return organisation.strip(" :：,，"), name.strip(" :：,，."), rest


def _pieces(reading: Reading, texts: list[Text]) -> Iterator[tuple[str, Line, str]]:
    """The parts of lines in which several things stand, with what a label says of them."""
    for text, line in texts:
        label, colon, value = re.sub(r"\s*[：:]\s*", "：", text).partition("：")
        if not (colon and label and value):
            yield from ((piece, line, "") for piece in _split(reading, text.strip(" ：:")))
        elif PURPOSE.match(label):
            yield label, line, "aside"
            yield from ((piece, line, "") for piece in _split(reading, value))
        elif ORGANISATION_LABEL.match(label):
            yield value, line, "organisation"
        elif NAME_LABEL.match(label):
            yield value, line, "name"
        else:
            pieces = _split(reading, value)
            named = is_name(reading, label) and not any(is_name(reading, p) for p in pieces)
            yield label, line, "name" if named else "organisation"
            yield from ((piece, line, "") for piece in pieces)


def _split(reading: Reading, text: str) -> list[str]:
    """“Jane Chan, Head of Media, Acme Ltd” and 「香港某公司陳大文先生」 in one line."""
    if text in reading.organisations:
        return [text]
    bracketed = BRACKETED.match(text)
    if (
        bracketed
        and not GENDER.search(text)
        and is_name(reading, bracketed["name"])
        and not is_name(reading, bracketed["other"])
    ):
        return [bracketed["name"], bracketed["other"]]
    if re.search(f"[{HAN}]", text):
        return _split_zh(reading, text)
    pieces = re.split(r"\s*,\s*", text)
    department = len(pieces) == 2 and pieces[1] in reading.organisations
    if department and not (is_name(reading, pieces[0]) or _is_role(pieces[0])):
        return [text]
    if len(pieces) > 1 and any(is_name(reading, p) or _is_role(p) for p in pieces):
        return _rejoined(reading, pieces)
    match = re.match(r"(.{1,60}?)\s+(?:of|at|from)\s+(?:the\s+)?(.+)$", text)
    if match and is_name(reading, match.group(1)):
        return [match.group(1), match.group(2)]
    return [text]


def _rejoined(reading: Reading, pieces: list[str]) -> list[str]:
    """Pieces between commas, “Acme Co., Ltd” left whole."""
    joined: list[str] = []
    for piece in pieces:
        if joined and re.fullmatch(r"(?:Ltd|Inc|LLC|Limited|LLP)\.?", piece):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined


def _split_zh(reading: Reading, text: str) -> list[str]:
    latin = re.fullmatch(rf"(?P<organisation>.*[{HAN}）)])\s+(?P<name>{words.LATIN_NAME})", text)
    if (
        latin
        and is_organisation(reading, latin["organisation"])
        and is_name(reading, latin["name"])
    ):
        return [latin["organisation"], latin["name"]]
    pieces = [p for p in re.split(r"\s*[,，]\s*|[\s\u3000]+", text) if p]
    if len(pieces) > 1 and any(is_name(reading, p) for p in pieces):
        if is_name(reading, text):
            return [text]
        if any(is_name(reading, p) and re.search(f"[{HAN}]", p) for p in pieces):
            return [part for piece in pieces for part in _role_apart(reading, piece)]
    hits = people_zh.find(text, reading.organisations)
    fields = hits[0][2] if hits else {}
    if fields and fields["name"]:
        whole = fields["name"] + fields["honorific"]
        role = fields["organisation"] + fields["job_title"]
        if text != whole and text.endswith(whole) and role:
            parts = (fields["organisation"], fields["job_title"], whole)
            return [part for part in parts if part]
    known = max((o for o in reading.organisations if text.startswith(o)), key=len, default="")
    if known and is_name(reading, text[len(known) :]) and _like_name(text[len(known) :]):
        return [known, text[len(known) :]]
    match = DEPARTMENT.match(text)
    if match and _like_name(match["name"]):
        return [match["organisation"], match["name"]]
    return _role_apart(reading, text)


def _role_apart(reading: Reading, text: str) -> list[str]:
    """An organisation and the job title that follows it."""
    if people_zh.TITLE_END.search(text) and not re.search(f"{ORGANISATION}$", text):
        organisation, title = people_zh.split_role(text, reading.organisations)
        if organisation and title and text == organisation + title:
            return [organisation, title]
    return [text]


def is_name(reading: Reading, text: str) -> bool:
    text = GENDER.sub("", text.strip(" :：."))
    pieces = re.split(r"\s[/&]\s|\s*／\s*", text)
    if len(pieces) > 1:
        return all(is_name(reading, piece) for piece in pieces)
    if re.search(f"[{HAN}]", text):
        both = re.fullmatch(rf"([{HAN}·]{{2,8}})\s*({words.LATIN_NAME})", text)
        if both:
            return is_name(reading, both.group(1)) and is_name(reading, both.group(2))
        bare = re.sub(rf"(?:{people_zh.HONORIFIC})$", "", text).strip()
        if bare != text and len(bare) <= 4:
            return True
        named = re.match(rf"^(?:{words.HAN_NAME})(?:\s*[（(].{{1,20}}[）)])?$", bare)
        return (
            bool(named)
            and bare not in reading.organisations
            and not re.search(f"{ORGANISATION}$", bare)
        )
    if all(
        word.lower() in words.FIELDS_EN | {"corporate", "affairs", "relations"}
        for word in text.split()
    ):
        return False
    honorific, name = people_en.split_name(text)
    if honorific:
        return bool(re.fullmatch(rf"{people_en.CAPITAL}(?:\s+{people_en.CAPITAL}){{0,4}}", name))
    return people_en.is_name(text, reading.organisations) and not people_en.is_organisation(text)


def _like_name(text: str) -> bool:
    """Whether words beside a known organisation can be a rare name: few, and of no other kind."""
    if re.fullmatch(f"[{HAN}]{{2,4}}", text):
        return not NO_NAME_ZH.search(text)
    capital = r"[A-Z][\w'’\-]+\.?"
    return bool(re.fullmatch(rf"{capital}(?:\s{capital}){{1,2}}", text)) and not (
        people_en.is_organisation(text) or people_en.is_title(text)
    )


def is_organisation(reading: Reading, text: str) -> bool:
    if text in reading.organisations:
        return True
    if re.search(f"[{HAN}]", text):
        ends = rf"(?:{ORGANISATION}|科技|國際|控股|藥業|資本|策略|媒體|創意)"
        return bool(re.search(rf"{ends}(?:[（(].{{1,20}}[）)])?$", text)) or bool(
            len(text) <= 30
            and not _is_role(text)
            and not shapes.ends_sentence(text)
            and re.search(ORGANISATION, text)
        )
    text = re.sub(r"\s*\([^()]*\)", "", text)
    if people_en.is_title(text.split(" of ")[0].split(" for ")[0]) and re.search(
        r"\s(?:of|for)\s", text
    ):
        return people_en.is_organisation(text) and bool(re.search(r"\s(?:at|of the)\s", text))
    return people_en.is_organisation(text) and not (
        people_en.is_title(text) and not people_en.is_organisation(text.split()[-1])
    )


def _in_domain(text: str, emails: list[str]) -> bool:
    """Whether the first word of a name stands in the domain of an e-mail address: Polestar Bio."""
    first = re.match(r"[A-Za-z]{4,}", text)
    domains = [email.rpartition("@")[2].lower() for email in emails]
    return bool(first) and any(first.group().lower() in domain for domain in domains)


def _is_role(text: str) -> bool:
    return bool(people_zh.TITLE_END.search(text)) or people_en.is_title(text)
