"""Connections to the database that have just answered are not looked at before they are asked again.

Django looks at each once in every request (CONN_HEALTH_CHECKS), which takes a release page as long as its
one query. So this is left out where the last answer is no longer ago than ``TRUSTED_FOR``.
"""

import math
import time

from django.core.signals import request_started
from django.db import connections
from django.db.backends.signals import connection_created

TRUSTED_FOR = 1  # seconds


def trust(**kwargs):
    """After Django's own receiver, which asks for every connection to be looked at."""
    for connection in connections.all(initialized_only=True):
        if time.monotonic() - getattr(connection, "answered_at", -math.inf) < TRUSTED_FOR:
            connection.health_check_done = True


def watch(connection, **kwargs):
    """Once for each: it can be opened again."""
    if remember not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, remember)  # who adds one for a while takes the last


def remember(execute, sql, params, many, context):
    """A request that asks nothing says nothing of its connection, so the answers are noted."""
    connection = context["connection"]
    connection.answered_at = -math.inf
    answer = execute(sql, params, many, context)
    connection.answered_at = time.monotonic()
    return answer


def connect():
    request_started.connect(trust)
    connection_created.connect(watch)
