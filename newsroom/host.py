"""The settings of the host organisation, kept in the process: a page pays no query for them."""

import contextlib
import functools
import math
import re
import threading
import time

from django.db import DatabaseError, transaction
from django.db.models.signals import post_delete, post_save
from django.urls import reverse

from pictures.renditions import widths

from . import colours
from .models import Newsroom

KEPT_FOR = 5  # seconds until another process sees what was saved

_lock = threading.Lock()
_row = None
_asked_at = None


def current() -> Newsroom:
    """Return the row as it was at most ``KEPT_FOR`` seconds ago; it is shared, so only read it.

    In the process that saved it, as it is now. Without a row, or without a database that answers,
    what was last known.
    """
    global _row, _asked_at
    with _lock:
        if _asked_at is None or time.monotonic() - _asked_at > KEPT_FOR:
            # Where the database does not answer, a page that asks it nothing else works.
            with contextlib.suppress(DatabaseError):
                _row = Newsroom.objects.select_related("logo").first()
            _asked_at = time.monotonic()
    return last_known()


def last_known() -> Newsroom:
    """Return the row without asking the database."""
    return _row or _none()


@functools.cache
def _none():
    return Newsroom()


@contextlib.contextmanager
def held():
    """Read the row now: until the end of the block, whatever is asked for in this process has it."""
    global _asked_at
    forget()
    row = current()
    with _lock:
        _asked_at = math.inf
    try:
        yield row
    finally:
        forget()


def forget(**kwargs):
    """The next to ask reads the row again."""
    global _asked_at
    with _lock:
        _asked_at = None


def _saved(*, using, **kwargs):
    forget()
    # Somebody may have read the old row before this is committed.
    transaction.on_commit(forget, using=using)


post_save.connect(_saved, sender=Newsroom)
post_delete.connect(_saved, sender=Newsroom)


def shown(row: Newsroom, language: str) -> dict:
    """Return what templates show of the row in a language; what is empty has no words."""
    return {
        "name": row.called(language),
        "logo": row.logo and _logo(row.logo),
        "about": _paragraphs(row.words("about", language)),
        "website": row.website,
        "email": row.email,
        "footer": _paragraphs(row.words("footer", language)),
        "links": row.words("links", language) or [],
        "copyright_line": row.words("copyright_line", language) or "",
        "stylesheet": _stylesheet(row.accent.lower(), row.warm.lower()),
    }


def _logo(picture):
    """What ``<img>`` needs: the address and the size (px) of the file there."""
    width = widths(picture.width)[0]
    return {
        "src": reverse("logo", args=[picture.sha256]),
        "width": width,
        "height": max(1, round(picture.height * width / picture.width)),
    }


def _stylesheet(accent, warm):
    """The address of the stylesheet of two colours; an empty string where site.css has them."""
    css = colours.stylesheet(accent, warm)
    return css and reverse("colours", args=[accent[1:], warm[1:], colours.version(css)])


def _paragraphs(text):
    return [part.strip("\n") for part in re.split(r"\n\s*\n", text or "") if part.strip()]
