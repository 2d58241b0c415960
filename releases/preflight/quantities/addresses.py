"""E-mail addresses, web addresses and telephone numbers that stand in a text."""

import re
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from .mentions import FAIR, FIRM, LOOSE, Mention, blank, narrow

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+", re.A)

_TOP = "com|org|net|edu|gov|int|info|biz|hk|cn|tw|mo|sg|my|jp|kr|uk|au|ca|us|eu|de|fr|ch|io|ai|co|me|tv|app|dev|asia|example|test"
_SITE = re.compile(
    r"(?:https?://|(?<![\w.@-])www\.)[A-Za-z0-9][^\s<>\"'“”‘’「」『』《》（）()，。；、！？\u3000-\u303f\ufffc]*"
    rf"|(?<![\w.@/-])(?=[\w-]*[A-Za-z])[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,4}}\.(?:{_TOP})(?![\w-])(?!\.\w)"
    r"(?:/[^\s<>\"'“”‘’「」『』《》（）()，。；、！？\u3000-\u303f\ufffc]*)?",
    re.A,
)
# What only says in which language a page is, or nothing at all.
_LANGUAGE_WORDS = (
    "en eng english e tc zh zht cht chi chn chinese hant hans hk tw c sc sch tch uc b5 big5 gb us trad lang"
    " language locale index default home main html htm php aspx asp jsp shtml http https www"
)
_NOT_TOLD_APART = frozenset(_LANGUAGE_WORDS.split())
_HREF = re.compile(r"<a\b[^>]*\bhref=\"([^\"]+)\"[^>]*>(.*?)</a>", re.DOTALL)

_PHONE = re.compile(
    r"(?<![\w.,+-])"
    r"(?:\+ ?\d{1,3}[ -]?|[(（]\+?\d{1,4}[)）][ -]?)?(?:\(0\)[ -]?)?\d{2,12}(?:[ -]\d{2,8}){0,4}(?![\d%]|[.,]\d|\w)",
    re.A,
)
_EXTENSION = re.compile(
    r"\s*[,，(（]?\s*(?:ext(?:ension|n)?\.?|內線|分機|轉)\s*[:：]?\s*(\d{1,6})", re.I
)
_CALLED = re.compile(
    r"(?:tel(?:ephone)?|phone|hotline|helpline|call|dial|fax|mobile|whatsapp|enquir\w*|inquir\w*|ring|sms|text|contact)\b[^.\d]{0,40}$"
    r"|(?:電話|熱線|致電|查詢|傳真|手機|手提|短訊|聯絡|撥打|打去|專線)[^。\d]{0,16}$",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=1024)
def addresses(text: str) -> tuple[Mention, ...]:
    """Every e-mail address, web address and telephone number in a text."""
    rest = narrow(text)
    found = []
    for read in (emails, websites, phones):
        some = read(rest)
        rest = blank(rest, [(mention.start, mention.end) for mention in some])
        found += [mention._replace(words=text[mention.start : mention.end]) for mention in some]
    return tuple(found)


def emails(text: str) -> list[Mention]:
    """Every e-mail address; capitals tell none apart."""
    found = []
    for match in _EMAIL.finditer(text):
        words = match[0].rstrip(".-")
        found.append(
            Mention("email", (words.lower(),), match.start(), match.start() + len(words), words)
        )
    return found


def websites(text: str) -> list[Mention]:
    """Every web address in ``text``, from which e-mail addresses are gone.

    Two that differ only by the language that they lead to mean the same. A bare name (a.example) may
    be the name of a firm, so that it is not missed in the other language.
    """
    found = []
    for match in _SITE.finditer(text):
        words = match[0].rstrip(".,;:!?)]}*_~'’")
        bare = not re.match(r"(?:https?://|www\.)", words)
        weight = FAIR if bare and "/" not in words else FIRM
        start = match.start()
        found.append(
            Mention("website", (_address(words),), start, start + len(words), words, weight)
        )
    return found


def links(html: str) -> list[Mention]:
    """The web addresses behind the words of a text: they answer for one that the other language prints."""
    return [
        Mention("website", (_address(unescape(href)),), 0, 0, unescape(words), LOOSE)
        for href, words in _HREF.findall(html)
        if href.startswith("http")
    ]


def _address(words):
    """Host and path without what tells only languages apart."""
    path = unquote(words.lower())
    path = re.sub(r"^https?://", "", path)
    host, _, path = path.partition("/")
    host = tuple(part for part in host.split(".") if part not in _NOT_TOLD_APART)
    if not path.isascii():
        return host, None
    parts = re.split(r"[/._\-?=&#%]+", path)
    return host, tuple(part for part in parts if part and part not in _NOT_TOLD_APART)


def same_website(a: Mention, b: Mention) -> bool:
    (host, path), (other, other_path) = a.values[0], b.values[0]
    return host == other and (path == other_path or path is None or other_path is None)


def phones(text: str) -> list[Mention]:
    """Every telephone number in ``text``, from which addresses are gone."""
    found = []
    for match in _PHONE.finditer(text):
        words, end = match[0], match.end()
        digits = re.sub(r"\D", "", words)
        if not _is_phone(words, digits, text[max(0, match.start() - 60) : match.start()]):
            continue
        extension = _EXTENSION.match(text, end)
        if extension:
            end = extension.end()
        number = digits.removeprefix("00").removeprefix("852") if len(digits) >= 11 else digits
        start = match.start()
        found.append(
            Mention(
                "phone",
                ((number, extension[1] if extension else ""),),
                start,
                end,
                text[start:end],
            )
        )
    return found


def _is_phone(words, digits, before):
    if not 4 <= len(digits) <= 15:
        return False
    if re.match(r"[+(（]", words) and len(digits) >= 8:
        return True
    groups = re.findall(r"\d+", words)
    if all(_YEAR.fullmatch(group) for group in groups):
        return False
    if _CALLED.search(before):
        return len(digits) >= 7 or len(groups) > 1 or (len(digits) == 4 and digits[0] == "1")
    return [len(group) for group in groups] in ([4, 4], [3, 3, 4], [3, 4, 4], [4, 3, 3])


def same_phone(a: Mention, b: Mention) -> bool:
    """The country's and the area's code may be left out in one of the languages."""
    (number, extension), (other, other_extension) = a.values[0], b.values[0]
    if extension and other_extension and extension != other_extension:
        return False
    shorter, longer = sorted((number.lstrip("0"), other.lstrip("0")), key=len)
    return longer == shorter or (len(shorter) >= 6 and longer.endswith(shorter))
