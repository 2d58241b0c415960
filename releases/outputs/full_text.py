"""A release whole as plain HTML, for readers of feeds: no classes, every address absolute."""

import contextlib
import html
import re
from urllib.parse import urljoin

from django.template.loader import render_to_string
from django.utils import translation

from releases.document import Document

from . import web_page

_ADDRESS = re.compile(r'(<(?:a|img) (?:[^<>]*? )?(?:href|src)=")([^"]*)')


def render(
    document: Document,
    language: str,
    *,
    base: str,
    change_note: str = "",
    is_correction: bool = False,
) -> str:
    """Return what the page of a release says in one language, its change note first.

    ``base`` is the absolute address of that page: addresses in the text are resolved against it.
    """
    with translation.override(language):
        context = web_page.render(document, language)
        context |= {"change_note": change_note, "is_correction": is_correction}
        text = render_to_string("releases/full_text.html", context)
    text = re.sub(r'<span class="dateline">(.*?)</span>', r"\1", text)
    text = re.sub(r"\s*\n\s*", "\n", text).strip()
    return _ADDRESS.sub(lambda match: match[1] + _absolute(match[2], base), text)


def _absolute(address, base):
    address = html.unescape(address)
    with contextlib.suppress(ValueError):  # no address at all, like https://www.park.example]
        address = urljoin(base, address)
    return html.escape(address)
