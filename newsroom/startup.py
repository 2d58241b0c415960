"""What every process of the newsroom does first."""

import importlib
import os
import sys

from django.core.exceptions import ImproperlyConfigured


def read_settings():
    """Read the settings; where they are refused, say why in one line and stop with exit code 2."""
    module = os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        importlib.import_module(module)
    except ImproperlyConfigured as error:
        print(error, file=sys.stderr)
        sys.exit(2)
