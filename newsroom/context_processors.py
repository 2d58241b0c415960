"""What every template knows."""

from django.conf import settings
from django.urls import reverse, translate_url

from releases.languages import (
    DERIVED,
    HTML_LANG,
    LOCALES,
    OWN_NAMES,
    SHORT_NAMES,
    all_languages,
    current_language,
    hreflang,
    language_name,
)


def newsroom(request):
    language = current_language()
    return {
        "NEWSROOM_NAME": settings.NEWSROOM_NAME[language],
        "html_lang": HTML_LANG[language],
        "language_switch": [
            {
                "code": code,
                "html_lang": HTML_LANG[code],
                "hreflang": hreflang(code),
                "locale": LOCALES[code],
                "name": OWN_NAMES[code],
                "short_name": SHORT_NAMES[code],
                "label": language_name(code),
                "url": translate_url(request.path, code),
                "home_url": translate_url(reverse("home"), code),
                "current": code == language,
                "derived": code in DERIVED,
            }
            for code in all_languages()
        ],
    }
