from django.core.management import BaseCommand

from releases import drafting


class Command(BaseCommand):
    help = (
        "Forget the drafts that were deleted more than 30 days ago, with the files they came from."
    )

    def handle(self, **options):
        self.stdout.write(f"Forgotten: {drafting.purge()}.")
