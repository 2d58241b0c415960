"""What is known of the whole site for some seconds, behind a proxy: docs/decisions/0015.

A span begins when the database is asked for the next moment at which a page appears or goes, and ends
``ASKED_EVERY`` seconds later or at that moment. An answer that was begun in it may be given until
``KNOWN_FOR`` seconds after its beginning: what nobody scheduled is seen by then.
"""

import contextlib
import datetime as dt
import functools
import math
import threading
import time
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Min, Q

from .models.edition import Page

ASKED_EVERY = 5  # seconds
KNOWN_FOR = 10


class Answers(dict):
    """Answers by what was asked."""

    def __init__(self):
        super().__init__()
        self._locks = {}

    @contextlib.contextmanager
    def lacking(self, key):
        """Whether an answer has to be found out, and put in within the block: by who asks first, while the
        others wait for it. All of them at once would take the database as many times as long."""
        if key not in self:
            with self._locks.setdefault(key, threading.Lock()):
                if key not in self:
                    yield True
                    return
        yield False


@dataclass(frozen=True)
class Span:
    began: float = -math.inf
    next_change: float = math.inf
    kept: Answers = field(default_factory=Answers)

    @property
    def ends(self):
        return min(self.began + ASKED_EVERY, self.next_change)

    @property
    def known_until(self):
        """Before this moment (Unix time) nothing that was scheduled is missed, nothing else missed for long."""
        return min(self.began + KNOWN_FOR, self.next_change)


_lock = threading.Lock()
_span = Span()
_keeps = True


def span(began: float) -> Span:
    """Return the span of an answer that was begun at a moment, which may ask the database."""
    global _span
    with _lock:
        if not _span.began <= began < _span.ends:
            _span = Span(began, next_change(dt.datetime.fromtimestamp(began, dt.UTC)))
        return _span


def next_change(at) -> float:
    """The next moment (Unix time) at which a page appears or goes; infinity where none is known."""
    # Narrowed down first: almost all pages are of the past.
    pages = Page.objects.filter(Q(visible_from__gt=at) | Q(visible_until__gt=at))
    moments = pages.aggregate(
        appears=Min("visible_from", filter=Q(visible_from__gt=at)),
        goes=Min("visible_until", filter=Q(visible_until__gt=at)),
    )
    return min((moment.timestamp() for moment in moments.values() if moment), default=math.inf)


def known() -> Answers:
    """What is kept for the rest of the span: for answers that cost the more, the larger the newsroom.

    Without a proxy nothing is, nor after the span, whose end an answer can live to see: it takes its
    time, or the database did not say when the next one ends.
    """
    span = _span
    is_on = span.began <= time.time() < span.ends
    return span.kept if settings.BEHIND_PROXY and _keeps and is_on else Answers()


@contextlib.contextmanager
def nothing_kept():
    """Within it, every answer of this process is of its own moment."""
    global _keeps
    _keeps = False
    try:
        yield
    finally:
        _keeps = True


def kept(ask):
    """Keep what a function returns for the rest of the span."""

    @functools.wraps(ask)
    def answer(*arguments):
        answers = known()  # of one span, also when another one begins meanwhile
        key = (ask, arguments)
        with answers.lacking(key) as is_lacking:
            if is_lacking:
                answers[key] = ask(*arguments)
        return answers[key]

    return answer
