"""The languages of a release: codes are BCP 47, as in addresses and documents."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

_NAMES = {"zh-hant": _("Chinese"), "en": _("English")}

# The tag for ``lang``: Hong Kong forms of Han characters, British spelling and hyphenation.
HTML_LANG = {"zh-hant": "zh-Hant-HK", "en": "en-GB"}

# A language in its own words, for the switch.
OWN_NAMES = {"zh-hant": "中文", "en": "English"}


def language_name(code):
    """The name of a language in the reader's language."""
    return str(_NAMES[code])


def current_language():
    """The language of this request, always one of the newsroom's."""
    code = translation.get_language()
    return code if code in _NAMES else next(iter(_NAMES))
