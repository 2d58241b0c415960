"""Addresses that no browser opens: slips of the keyboard, and links that hold more or less than an address."""

import html
import re

_DOMAIN = "(?:com|org|net|edu|gov|hk|cn|io|info|asia|uk|eu|sg|mo|tw|example)"
_BROKEN = re.compile(
    "|".join(
        [
            r"\[[^\]\n]+\]\((?:https?:|www\.|mailto:|/)[^)\s]*\)",  # of another notation
            r"<a\b[^>\n]*>(?:[^\n]{0,200}?</a>)?|</a>|\bhref=\S+",
            # The scheme: http:/x, https;//x, htttp://x, http//x, http:\\x, https: //x
            r"(?<![A-Za-z])https?(?::/(?!/)|:///+|[;：.]/{1,2}|:(?=www\.)|//|:\\+|:／|:[ \u00a0]+//)[^\s㐀-鿿，。]*",
            r"(?<![A-Za-z])(?!https?:)(?:[a-z]?h?t{2,}[a-z]{0,3}|h[a-z]{0,2}t[a-z]{0,3}s?|hpp?ts?):/{1,3}[^\s㐀-鿿，。]*",
            r"(?<![A-Za-z])https?://(?:https?[:/]|[ \u00a0]+(?=[\w.-]+\.[a-z])[\w./-]*|(?=[\s，。]|\Z))[^\s㐀-鿿，。]*",
            # www,x.com  www..x.com  ww.x.com  www. x.com  www .x.com  www．x．com
            r"(?<![\w.])www(?:[,;:，、。．‧·]|\.\.+|\.[ \u00a0]+(?=[\w-]+\.)|[ \u00a0]+\.)[^\s㐀-鿿，。]+",
            r"(?<![\w.@/-])(?:ww|wwww+|wwe|wwv)\.[A-Za-z0-9-]+\.[A-Za-z0-9./_-]+",
            # a domain that is cut: www.x,com  www.x. com  www.x .com  www.x..com  www.x
            rf"(?<![\w.@-])(?:https?://|www\.)[\w.-]*\w(?:,|\.\.+|\.[ \u00a0]+|[ \u00a0]+\.|[，。．]){_DOMAIN}\b[^\s㐀-鿿，。]*",
            r"(?<![\w.@/-])www\.[A-Za-z0-9-]+(?![\w.-]*\.\w)(?![A-Za-z0-9-])(?:/[^\s㐀-鿿，。]*)?",
        ]
    )
)


def broken_addresses(text: str) -> list[tuple[int, int]]:
    """Return the spans of web addresses in plain text that are written wrong."""
    found = []
    for match in _BROKEN.finditer(text):
        end = match.start() + len(match[0].rstrip(".,;:!?)]）"))
        found.append((match.start(), match.end() if match[0][0] in "[<" else end))
    return found


_LINK = re.compile(r"""<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>""", re.S)
_TAG = re.compile(r"<[^>]+>")
_SWALLOWED = tuple(".,;:!?。，、；：！？）」』】》”’\"'")


def links(rich: str) -> list[tuple[str, str]]:
    """Return address and words of the links in rich text."""
    return [
        (html.unescape(href), html.unescape(_TAG.sub("", words)))
        for href, words in _LINK.findall(rich)
    ]


def is_broken(address: str) -> bool:
    """Whether an address swallowed punctuation, holds a space or names nothing that has a dot."""
    if address.startswith("tel:"):
        return False
    if address.endswith(")") and address.count(")") > address.count("("):
        return True
    if address.endswith(_SWALLOWED) or re.search(r"\s|%20", address.split("?")[0]):
        return True
    if address.startswith("mailto:"):
        return not re.fullmatch(r"[^@]+@[^@]+\.[^@.]+", address[7:].split("?")[0])
    host = re.sub(r"^[a-z]+:/*", "", address).split("/")[0]
    return "." not in host or ".." in host or bool(_BROKEN.match(address))
