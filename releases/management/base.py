"""What the commands for operators have in common."""

import os

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, ProgrammingError
from django.utils import translation
from django.utils.translation import gettext as _


class OperatorCommand(BaseCommand):
    """Speaks the language of the operator's terminal (LANG): Chinese or English.

    A database that cannot be used is one clear line and exit code 2.
    """

    def execute(self, *args, **options):
        locale = (
            os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
        )
        with translation.override("zh-hant" if locale.startswith("zh") else "en"):
            try:
                return super().execute(*args, **options)
            except (OperationalError, ProgrammingError) as error:
                reason = str(error).strip().splitlines()[0]
                raise CommandError(
                    _(
                        "The database cannot be used: %(reason)s. Check DATABASE_URL, and set the "
                        "database up with: manage.py migrate"
                    )
                    % {"reason": reason},
                    returncode=2,
                ) from None
