"""The languages of a release: codes are BCP 47, as in addresses and documents."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, to_locale
from django.utils.translation import gettext_lazy as _

NAMES = {
    "zh-hant": _("Traditional Chinese"),
    "en": _("English"),
    "zh-hans": _("Simplified Chinese"),
}

# Written by people: these have columns, forms and import.
WRITTEN = ("zh-hant", "en")

# Made from another language when a release is frozen or previewed (docs/decisions/0010).
DERIVED = {"zh-hans": "zh-hant"}

# The tag for ``lang``: Hong Kong forms of Han characters, British spelling and hyphenation.
HTML_LANG = {"zh-hant": "zh-Hant-HK", "en": "en-GB", "zh-hans": "zh-Hans"}

# A language in its own words, for the switch, and as short as a telephone needs it.
OWN_NAMES = {"zh-hant": "繁體中文", "en": "English", "zh-hans": "简体中文"}
SHORT_NAMES = {"zh-hant": "繁", "en": "EN", "zh-hans": "简"}


def all_languages():
    """The codes of the newsroom's languages, in the order of the switch."""
    return [code for code, _name in settings.LANGUAGES]


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
    return str(NAMES[code])


def language_names(codes):
    """The names of several languages in the reader's language, as one phrase."""
    return gettext(", ").join(language_name(code) for code in codes)


def is_chinese(code):
    """Whether a language is set as Chinese is: full-width marks, name before honorific."""
    return code.startswith("zh")


def current_language():
    """The language of this request, always one of the newsroom's."""
    codes = all_languages()
    code = translation.get_language()
    return code if code in codes else codes[0]


def readers_first(codes):
    """Languages, that of the reader before the others."""
    return sorted(codes, key=lambda code: code != current_language())
