"""``manage.py rebuild_pages``: make what lists and pages read again, from the editions."""

from releases.management.base import OperatorCommand
from releases.publishing import rebuild_pages


class Command(OperatorCommand):
    help = "Make all pages again from the editions. What is public does not change."

    def handle(self, **options):
        count = rebuild_pages(progress=self._progress)
        self.stdout.write(f"Pages of {count} editions made again.")

    def _progress(self, count):
        if count % 1000 == 0:
            self.stderr.write(f"{count} editions done")
