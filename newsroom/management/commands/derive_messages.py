"""The interface in a derived language: its catalogue is made from the one that people translate."""

import polib
from django.conf import settings
from django.core.management import BaseCommand
from django.utils.translation import to_locale

from releases.chinese import to_simplified
from releases.languages import DERIVED


class Command(BaseCommand):
    help = "Make the interface's words in Simplified Chinese from those in Traditional Chinese."
    requires_system_checks = ()

    def handle(self, **options):
        for language in DERIVED:
            path = catalogue(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            derived(language).save(str(path))


def catalogue(language):
    return settings.LOCALE_PATHS[0] / to_locale(language) / "LC_MESSAGES" / "django.po"


def derived(language) -> polib.POFile:
    """Return the catalogue of a derived language as it should stand."""
    words = polib.pofile(str(catalogue(DERIVED[language])), wrapwidth=0)
    words.header = f"Derived from {to_locale(DERIVED[language])}: make messages. Do not edit."
    words.metadata["Language"] = to_locale(language)
    for entry in words:
        entry.msgstr = to_simplified(entry.msgstr)
        entry.msgstr_plural = {n: to_simplified(text) for n, text in entry.msgstr_plural.items()}
    return words
