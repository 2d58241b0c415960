"""``manage.py run_worker JOB …``: does these jobs once a day, until it is told to stop."""

import logging
import signal
import threading
import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from newsroom import jobs

LOOKS_EVERY = 60  # seconds
TRIES_AGAIN_AFTER = 3600

log = logging.getLogger("newsroom.worker")


class Command(BaseCommand):
    help = "Do jobs once a day, until SIGTERM. A job that fails is tried again in an hour."

    def add_arguments(self, parser):
        parser.add_argument("jobs", nargs="+", choices=sorted(jobs.JOBS), metavar="JOB")
        parser.add_argument("--once", action="store_true", help="Do what is due now, and end.")

    def handle(self, *, once, **options):
        stop = threading.Event()
        tried = {}
        if not once:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            self.look(options["jobs"], tried)
            if once or stop.wait(LOOKS_EVERY):
                return
            close_old_connections()

    def look(self, names, tried):
        for name in names:
            if time.monotonic() - tried.get(name, -TRIES_AGAIN_AFTER) < TRIES_AGAIN_AFTER:
                continue
            try:
                if jobs.is_due(name):
                    tried[name] = time.monotonic()
                    jobs.run(name)
                    log.info("%s done", name)
            except Exception:  # a worker that ends at the first trouble does nothing the day after
                tried[name] = time.monotonic()
                log.exception("%s failed", name)
