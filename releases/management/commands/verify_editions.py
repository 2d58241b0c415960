"""``manage.py verify_editions``: every edition is still what was published."""

from django.core.management.base import CommandError

from releases.management.base import OperatorCommand
from releases.publishing import verify_editions


class Command(OperatorCommand):
    help = "Recompute the digest of every edition; exit code 1 where one does not agree."

    def handle(self, **options):
        count, faults = 0, []
        for count, (edition, fault) in enumerate(verify_editions(), start=1):
            if fault:
                faults.append(f"{edition} (id {edition.pk}): {fault}")
            if count % 1000 == 0:
                self.stderr.write(f"{count} editions verified")
        if faults:
            raise CommandError(
                "\n".join([f"{len(faults)} of {count} editions are damaged:", *faults])
            )
        self.stdout.write(f"{count} editions verified, all sound.")
