"""Connections to the database that have just answered are not looked at before they are asked again.

Django looks at each once in every request (CONN_HEALTH_CHECKS), which takes a release page as long as its
one query. So this is left out where the last request is no longer ago than ``TRUSTED_FOR``.
"""

import math
import time

from django.core.signals import request_finished, request_started
from django.db import connections

TRUSTED_FOR = 1  # seconds


def trust(**kwargs):
    """After Django's own receiver, which asks for every connection to be looked at."""
    for connection in connections.all(initialized_only=True):
        if time.monotonic() - getattr(connection, "answered_at", -math.inf) < TRUSTED_FOR:
            connection.health_check_done = True


def remember(**kwargs):
    for connection in connections.all(initialized_only=True):
        if connection.connection is not None and not connection.errors_occurred:
            connection.answered_at = time.monotonic()
        else:
            connection.answered_at = -math.inf


def connect():
    request_started.connect(trust)
    request_finished.connect(remember)
