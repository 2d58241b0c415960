"""What every template knows."""

from django.conf import settings
from django.urls import reverse, translate_url

from releases.languages import (
    HTML_LANG,
    LOCALES,
    OWN_NAMES,
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
                "label": language_name(code),
                "url": translate_url(request.path, code),
                "home_url": translate_url(reverse("home"), code),
                "current": code == language,
            }
            for code in OWN_NAMES
        ],
    }
