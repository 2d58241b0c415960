"""Boilerplates: the standing texts under 關於X, 有關X and About X, kept whole."""

import re

from django.utils.translation import gettext as _

from releases.document.schema import Boilerplate

from .. import shapes
from .reading import Reading
from .sections import About

# A domain of any kind where a verb or a label says that it is one.
VISIT = re.compile(
    r"(?:\bvisit|\bwebsite(?:\s+at)?|\bweb|\bonline at|\bmore at|瀏覽|浏览|訪問|访问|登入|登录|網址|网址|網站|网站)\s*[:：]?\s*"
    r"(?P<address>(?:[A-Za-z0-9\-]{1,63}\.){1,4}[A-Za-z]{2,12}(?![\w@])(?:/[\w\-./]*\w)?)",
    re.IGNORECASE | re.ASCII,
)


def read(reading: Reading, abouts: list[About]) -> list[Boilerplate]:
    found = []
    for about in abouts:
        if not about.paragraphs:
            if about.heading:
                reading.leave(
                    _("A heading of a standing text without a text below it."),
                    about.heading,
                )
            continue
        found.append(_one(reading, about))
    return found


def _one(reading: Reading, about: About) -> Boilerplate:
    key = reading.key("bp")
    texts = [paragraph.text for paragraph in about.paragraphs]
    if inline := shapes.about_inline(texts[0]) if about.heading is None else None:
        texts[0] = texts[0][inline.end() :]
    text = "\n\n".join(texts)
    reading.take(key, *about.paragraphs, *([about.heading] if about.heading else []))
    if about.guessed and about.heading:
        message = _(
            "Taken to be a standing text about %(name)s; its heading does not say so in full."
        ) % {"name": about.name or "?"}
        reading.note("guess", message, about.heading, key)
    return Boilerplate(
        key=key,
        organisation=reading.text(about.name),
        text=reading.text(text),
        website=website(text),
    )


def website(text: str) -> str:
    """The last web address of a text, as printed, without what belongs to the sentence."""
    plain = shapes.EMAIL.sub(lambda m: " " * len(m.group()), text)
    addresses = [m.group().rstrip(".,;:!?)'\"") for m in shapes.WEB_ADDRESS.finditer(plain)]
    addresses = addresses or [m["address"] for m in VISIT.finditer(plain)]
    social = re.compile(
        r"(?:facebook|twitter|x|linkedin|instagram|youtube|weibo|wechat|weixin)\.(?:com|cn)|t\.me",
        re.IGNORECASE,
    )
    addresses = [a for a in addresses if not social.search(a)]
    if not addresses:
        return ""
    address = addresses[0]
    if not re.match("https?://", address, re.IGNORECASE):
        address = "https://" + address
    return address.rstrip("/") if address.count("/") == 3 else address
