"""How long a shared cache may keep a public answer: docs/decisions/0015.

An answer ends with the next moment at which a page appears or goes, to the second, and in any case
``KNOWN_FOR`` seconds after the database was last asked for that moment: what nobody scheduled (a
release published now, the newsroom's own settings) is seen by then.
"""

import contextlib
import datetime as dt
import math
import threading
import time

from django.db import DatabaseError
from django.db.models import Min, Q
from django.utils.cache import patch_cache_control

from releases.models.edition import Page

ASKED_EVERY = 5  # seconds
KNOWN_FOR = 10
FRESH_FOR = 2  # then a cache may answer once more while it asks again

_lock = threading.Lock()
_asked_at = -math.inf
_next_change = math.inf


def shared_caches(get_response):
    """Let the caches in front keep what is public. Behind a proxy only (settings.BEHIND_PROXY)."""

    def middleware(request):
        began = time.time()  # a change while the answer is made is not in it
        response = get_response(request)
        if _may_be_kept(request, response):
            # Where the database does not answer, a page that asks it nothing else works.
            with contextlib.suppress(DatabaseError):
                _say_until_when(response, began)
        return response

    return middleware


def next_change(at) -> float:
    """The next moment (Unix time) at which a page appears or goes; infinity where none is known."""
    moments = Page.objects.aggregate(
        appears=Min("visible_from", filter=Q(visible_from__gt=at)),
        goes=Min("visible_until", filter=Q(visible_until__gt=at)),
    )
    return min((moment.timestamp() for moment in moments.values() if moment), default=math.inf)


def _may_be_kept(request, response):
    # Only what is open to all and asked for again each time: see middleware.ask_again.
    control = response.get("Cache-Control", "")
    return (
        request.method in ("GET", "HEAD")
        and response.status_code in (200, 301, 302, 404, 410)
        and "public" in control
        and "max-age=0" in control
        and not response.cookies
    )


def _say_until_when(response, began):
    last, now = _last_second(began), time.time()
    fresh = min(math.floor(now) + FRESH_FOR, last)
    seconds = fresh - math.ceil(now)
    if seconds < 0:
        return
    # stale-while-revalidate is nginx's: for others must-revalidate stands above it.
    patch_cache_control(response, s_maxage=seconds, stale_while_revalidate=last - fresh)
    # The moment itself, since nginx counts s-maxage in whole seconds from when it has the answer.
    # After Cache-Control: nginx before 1.23 would not read that any more.
    response.headers["X-Accel-Expires"] = f"@{fresh}"


def _last_second(began):
    """The last whole second in which an answer that was begun at a moment may still be given."""
    global _asked_at, _next_change
    with _lock:
        if not _asked_at <= began < min(_asked_at + ASKED_EVERY, _next_change):
            _next_change = next_change(dt.datetime.fromtimestamp(began, dt.UTC))
            _asked_at = began
        return math.floor(min(_asked_at + KNOWN_FOR, _next_change)) - 1
