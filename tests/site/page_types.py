"""Every type of public page, once: whoever looks at the pages walks this list.

A new type is one line here. The pages show the sample newsroom (newsroom/sample) and what
``sample_newsroom.add_what_the_sample_lacks`` adds to it.
"""

import datetime as dt
from urllib.parse import quote

from django.conf import settings
from django.utils import timezone

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LAST_YEAR = timezone.localdate() - dt.timedelta(days=365)

# name → path below /<language>/
PAGE_TYPES = {
    "home": "",
    "release list": "releases/",
    "year list": f"releases/{LAST_YEAR.year}/",
    "release": "releases/tidewright-coastal-robotics-agreement/",
    "release without pictures": "releases/no-pictures/",
    "release with long words": "releases/long-words/",
    "release that went out in Chinese only": "releases/chinese-only/",
    "narrowed list": "releases/?organisation=lantau-bay&topic=park-news",
    "text version": "releases/tidewright-coastal-robotics-agreement/text/",
    "corrected release": "releases/corrected/",
    "earlier version": "releases/corrected/versions/1/",
    "organisations": "organisations/",
    "organisation": "organisations/lantau-bay/",
    "people": "people/",
    "person": "people/law-ching-laam/",
    "topics": "topics/",
    "topic": "topics/park-news/",
    "press pictures": "press-pictures/",
    "pictures that nothing matches": "press-pictures/?q=nothing",
    "media contacts": "media-contacts/",
    "about": "about/",
    "search": "search/",
    "search that finds": "search/?q=2026&topic=marine-technology",
    "search for Chinese": "search/?q=機械人",
    "search that finds nothing": "search/?q=memorandom",
    "404": "nothing-here/",
    "500": "fails/",
}
STATUS = {"404": 404, "500": 500}  # all others: 200


def address(page_type, language):
    return f"/{language}/{quote(PAGE_TYPES[page_type], safe='/?&=')}"
