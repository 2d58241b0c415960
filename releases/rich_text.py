"""The little HTML that a paragraph may hold, and the one sanitiser for it.

The same list configures the editor and the sanitiser, so what can be typed is what is kept.
"""

import html
import re

from django.utils.html import strip_tags
from django_prose_editor.fields import create_sanitizer

# Rich text is kept poor on purpose: it must survive Word, PDF, e-mail and a plain-text feed.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "History": True,
    "Newsroom": True,  # static/admin_newsroom/prose.js
}

_sanitize = create_sanitizer(EXTENSIONS)

# Splitting clean HTML by it gives text and tags by turns.
TAG = re.compile(r"""(<(?:"[^"]*"|[^">])*>)""")


def clean(value: str) -> str:
    """Return ``value`` with everything removed that a paragraph may not hold.

    Cleaning what is clean changes nothing: ``clean(clean(x)) == clean(x)``.
    """
    return _sanitize(value)


def from_plain(text: str) -> str:
    """Return plain text as clean HTML; blank lines separate paragraphs, single newlines break lines."""
    paragraphs = (part.strip("\n") for part in re.split(r"\n{2,}", text))
    return clean(
        "".join(
            "<p>{}</p>".format(html.escape(part, quote=False).replace("\n", "<br>"))
            for part in paragraphs
            if part
        )
    )


def escaped(text: str) -> str:
    """Return what stands between two tags as the sanitiser writes it."""
    return html.escape(text, quote=False).replace("\xa0", "&nbsp;")


def without_empty_marks(value: str) -> str:
    """Return clean HTML without emphasis and links that hold no words."""
    empty = re.compile(r"<(strong|em|sub|sup|a)(?: [^>]*)?></\1>")
    while value != (value := empty.sub("", value)):
        pass
    return value


def to_plain(value: str) -> str:
    """Return the words of clean HTML, paragraphs and list items separated by newlines."""
    value = re.sub(r"<br\s*/?>|</p>|</li>", "\n", value)
    return html.unescape(strip_tags(value)).strip()
