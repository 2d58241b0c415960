"""Names of the languages, for labels."""

from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext

_SHORT_NAMES = {"zh-hant": "中文", "en": "English"}


def language_label(verbose_name, language):
    """The label of one language's column in the admin: “Headline (English)”."""
    return format_lazy("{} ({})", lazy(_label, str)(verbose_name), _SHORT_NAMES[language])


def _label(verbose_name):
    return gettext(str(verbose_name)) if verbose_name else ""
