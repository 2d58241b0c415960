"""How long a shared cache may keep a public answer: docs/decisions/0015.

An answer ends with the next moment at which a page appears or goes, to the second, and in any case
some seconds after the database was last asked for that moment: see ``releases.freshness``.
"""

import contextlib
import math
import time

from django.db import DatabaseError
from django.utils.cache import patch_cache_control

from releases import freshness

FRESH_FOR = 5  # then a cache may answer once more while it asks again


def shared_caches(get_response):
    """Let the caches in front keep what is public. Behind a proxy only (settings.BEHIND_PROXY)."""

    def middleware(request):
        began = time.time()  # a change while the answer is made is not in it
        span = None
        # Where the database does not answer, a page that asks it nothing else works.
        with contextlib.suppress(DatabaseError):
            span = freshness.span(began)
        response = get_response(request)
        if span and _may_be_kept(request, response):
            _say_until_when(response, span)
        return response

    return middleware


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


def _say_until_when(response, span):
    # The last whole second in which it may still be given.
    last, now = math.floor(span.known_until) - 1, time.time()
    fresh = min(math.floor(now) + FRESH_FOR, last)
    seconds = fresh - math.ceil(now)
    if seconds < 0:
        return
    # stale-while-revalidate is nginx's: for others must-revalidate stands above it.
    patch_cache_control(response, s_maxage=seconds, stale_while_revalidate=last - fresh)
    # The moment itself, since nginx counts s-maxage in whole seconds from when it has the answer.
    # After Cache-Control: nginx before 1.23 would not read that any more.
    response.headers["X-Accel-Expires"] = f"@{fresh}"
