"""What is done once a day, beside the requests. Nothing public waits for it: a newsroom whose
worker stands still publishes and withholds to the second all the same."""

import datetime as dt

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from releases import drafting
from releases.importing import reviewing
from releases.models import Import

from . import backups
from .models import Job

REVIEWS_KEPT_FOR = dt.timedelta(days=30)
DAY = dt.timedelta(days=1)
LATE_AFTER = 2 * DAY  # one may fail


def housekeeping():
    """Forget sessions that ended, drafts in the bin and reviews of imports that nobody confirmed."""
    call_command("clearsessions")
    drafting.purge()
    for review in Import.objects.filter(
        release=None, created_at__lt=timezone.now() - REVIEWS_KEPT_FOR
    ):
        reviewing.cancel(review=review)


def backup():
    """Make a backup and delete those that retention does not keep."""
    backups.make(settings.BACKUPS_DIR)
    backups.thin_out(settings.BACKUPS_DIR)


JOBS = {"housekeeping": housekeeping, "backup": backup}


def run(name: str) -> None:
    """Do a job now and note when it was done."""
    JOBS[name]()
    done(name)


def done(name: str) -> None:
    Job.objects.update_or_create(name=name, defaults={"done_at": timezone.now()})


def is_due(name: str) -> bool:
    return not Job.objects.filter(name=name, done_at__gt=timezone.now() - DAY).exists()


def ages() -> dict[str, dt.timedelta]:
    """How long ago each job was last done; one that never was is not in it."""
    now = timezone.now()
    return {job.name: now - job.done_at for job in Job.objects.all()}


def late() -> dict[str, str]:
    """The daily jobs that were done once and not for two days, with when."""
    return {
        job.name: job.done_at.isoformat(timespec="seconds")
        for job in Job.objects.filter(name__in=JOBS, done_at__lt=timezone.now() - LATE_AFTER)
    }
