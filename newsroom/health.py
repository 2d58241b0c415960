"""What a balancer, a container engine and a monitor ask. The proxy keeps it from the world.

``/health/live``: the process answers. ``/health/ready``: it can do its work; 503 names what it
cannot. Both come before the check of hosts and the redirect to https, for they are asked inside.
"""

import os

from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse

from . import jobs, metrics

_migrated = False


def inside(get_response):
    """Answer /health/live, /health/ready and /metrics."""
    answers = {"/health/live": _live, "/health/ready": _ready, "/metrics": metrics.answer}

    def middleware(request):
        return answers.get(request.path_info, get_response)(request)

    return middleware


def problems() -> dict[str, str]:
    """What keeps this process from its work, by its part; empty is ready."""
    found = {}
    for part, check in CHECKS.items():
        try:
            check()
        except Exception as error:  # whatever a driver raises: the answer names the part
            # Not its message, which may name hosts and users.
            found[part] = str(error) if isinstance(error, NotReady) else type(error).__name__
    return found


class NotReady(Exception):
    pass


def _database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _migrations():
    global _migrated
    if not _migrated:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise NotReady("not migrated")
        _migrated = True  # what has been applied stays: asked once, for it takes a while


def _storage():
    if isinstance(default_storage, FileSystemStorage):
        os.makedirs(default_storage.location, exist_ok=True)
        if not os.access(default_storage.location, os.W_OK):
            raise NotReady("cannot be written")
    else:
        default_storage.exists("ready")  # raises where the bucket does not answer


CHECKS = {"database": _database, "migrations": _migrations, "storage": _storage}


def _live(request):
    return HttpResponse("alive\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


def _ready(request):
    found = problems()
    # A late job is for the operator: a newsroom without its worker serves all the same.
    late = {} if found else jobs.late()
    return JsonResponse(
        {"ready": not found, "problems": found, "late": late},
        status=503 if found else 200,
        headers={"Cache-Control": "no-store"},
    )
