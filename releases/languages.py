"""The languages of a release: codes are BCP 47, as in addresses and documents."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import to_locale

_NAMES = {"zh-hant": _("Chinese"), "en": _("English")}

# The tag for ``lang``: Hong Kong forms of Han characters, British spelling and hyphenation.
HTML_LANG = {"zh-hant": "zh-Hant-HK", "en": "en-GB"}

# A language in its own words, for the switch.
OWN_NAMES = {"zh-hant": "中文", "en": "English"}

# The language and the territory as Open Graph names them.
LOCALES = {"zh-hant": "zh_HK", "zh-hans": "zh_CN", "en": "en_GB"}


def hreflang(code):
    """The tag for ``hreflang``: a script but no region, which would mean readers of that region only.

    Google Search Central, “Localized versions of your pages”: a bare language, or ``zh-Hant`` and
    ``zh-Hans``, reaches readers everywhere.
    """
    return to_locale(code).replace("_", "-")


def language_name(code):
    """The name of a language in the reader's language."""
    return str(_NAMES[code])


def current_language():
    """The language of this request, always one of the newsroom's."""
    code = translation.get_language()
    return code if code in _NAMES else next(iter(_NAMES))
