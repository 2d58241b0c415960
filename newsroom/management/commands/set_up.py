"""``manage.py set_up``: what stands before the first request, and before every upgrade."""

from pathlib import Path

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from releases.management.base import OperatorCommand


class Command(OperatorCommand):
    help = "Migrate the database and, where there is no user yet, make the first administrator."

    def add_arguments(self, parser):
        parser.add_argument("--administrator", default="administrator", metavar="NAME")
        parser.add_argument("--password-file", type=Path, required=True)

    def handle(self, *, administrator, password_file, **options):
        call_command("migrate", interactive=False, verbosity=1, stdout=self.stdout)
        if User.objects.exists():
            return
        try:
            password = password_file.read_text().strip()
            validate_password(password, User(username=administrator))
        except (OSError, ValidationError) as error:
            reason = " ".join(getattr(error, "messages", [str(error)]))
            raise CommandError(f"--password-file: {reason}", returncode=2) from None
        User.objects.create_superuser(administrator, password=password)
        self.stdout.write(_("The first user is %(name)s.") % {"name": administrator})
