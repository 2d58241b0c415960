"""Labels of the columns that stand once per language."""

from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext

from releases.languages import OWN_NAMES


def language_label(verbose_name, language):
    """The label of one language's column in the admin: “Headline (English)”."""
    return format_lazy("{} ({})", lazy(_translated, str)(verbose_name), OWN_NAMES[language])


def _translated(verbose_name):
    # An empty msgid would give the catalogue's header.
    return gettext(str(verbose_name)) if verbose_name else ""
