"""What the commands for operators have in common."""

import os

from django.core.management.base import BaseCommand
from django.utils import translation


class OperatorCommand(BaseCommand):
    """Speaks the language of the operator's terminal (LANG): Chinese or English."""

    def execute(self, *args, **options):
        locale = (
            os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
        )
        with translation.override("zh-hant" if locale.startswith("zh") else "en"):
            return super().execute(*args, **options)
