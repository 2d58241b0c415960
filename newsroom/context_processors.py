"""What every template knows."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from releases import heads
from releases.addresses import address
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

from . import host


def newsroom(request):
    language = current_language()
    # A page can be made of several templates.
    known = request.__dict__.setdefault("_known_to_templates", {})
    if language not in known:
        known[language] = _newsroom(request, language)
    return known[language]


def _newsroom(request, language):
    shown = host.shown(request.newsroom, language)
    query = request.GET.copy()
    for name in ("page", "language"):  # another language has other pages
        query.pop(name, None)
    query = query and f"?{query.urlencode()}"
    prefix, home = (
        address("home"),
        {code: address("home", language=code) for code in all_languages()},
    )

    def in_language(code):
        # As translate_url, which would resolve the address again for each of them.
        path = request.path
        return home[code] + path.removeprefix(prefix) if path.startswith(prefix) else path

    return {
        "NEWSROOM_NAME": shown["name"],
        "site": heads.site(request),
        "newsroom": shown,
        "time_zone": time_zone(),
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
                "url": in_language(code),
                "switch_url": in_language(code) + (query or ""),
                "home_url": home[code],
                "current": code == language,
                "derived": code in DERIVED,
            }
            for code in all_languages()
        ],
    }


def time_zone():
    """The newsroom's zone as moments name it; both names where it has a summer time."""
    zone = timezone.get_default_timezone()
    year = timezone.localtime(timezone=zone).year
    names = {dt.datetime(year, month, 1, tzinfo=zone).tzname(): None for month in (1, 7)}
    # Zones without an abbreviation of their own are named “+04”.
    return "/".join(_(name) if name.isalpha() else f"UTC{name}" for name in names)
