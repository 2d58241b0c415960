"""The templates of the public pages: Jinja2, which sets a page in a third of the time that Django's own take.

What they may call beside Jinja2's own. Phrases with a number of things are put together in the
views: ``makemessages`` knows only ``_()`` in a template.
"""

import pickle
from functools import cache
from threading import Lock

from cachetools import LRUCache, cached
from django.template import defaultfilters, defaulttags
from django.templatetags.static import static
from django.utils.timezone import template_localtime
from django.utils.translation import gettext
from jinja2 import ChainableUndefined, Environment, pass_context

from releases import heads
from releases.addresses import address
from releases.languages import current_language
from releases.models.edition import Page
from releases.outputs.picture import picture_files

from . import typography

KEPT = 1000  # releases as lists show them, some 3 KB each, in every process


class SiteEnvironment(Environment):
    def getattr(self, obj, attribute):
        """A key before an attribute, as in Django's templates: most of what is shown are dicts."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment(**options):
    """Return the environment (``TEMPLATES`` of the settings names this function)."""
    made = SiteEnvironment(
        **{**options, "undefined": ChainableUndefined},
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        _=gettext,
        once=once,
        url=address,
        static=cache(static),
        picture_files=picture_files,
        querystring=querystring,
        share_picture=heads.share_picture,
        structured_data_of_release=heads.of_release,
        structured_data_of_newsroom=heads.of_newsroom,
    )
    made.filters.update(
        capfirst=defaultfilters.capfirst,
        date=date,
        linebreaksbr=defaultfilters.linebreaksbr,
        truncatechars=defaultfilters.truncatechars,
        urlencode=defaultfilters.urlencode,
        without_scheme=without_scheme,
        phrases=typography.phrases,
        foreign=typography.foreign,
        in_own_language=typography.in_own_language,
    )
    return made


def _printed(macro, *values, **options):
    """All that a macro prints: the same, and it need not be set again."""
    said = [_said(value) if isinstance(value, Page) else value for value in values]
    return macro, current_language(), pickle.dumps((said, options))


def _said(page):
    return (
        *(page.address, page.date, page.headline, page.summary),
        *(page.lead_picture, page.hosts),
    )


@cached(LRUCache(KEPT), key=_printed, lock=Lock())
def once(macro, *values, **options):
    """What a macro sets of plain values and of releases (a ``card`` of the views): set once."""
    return macro(*values, **options)


@pass_context
def querystring(context, **changes):
    """The query of the request with changes; None leaves a name out."""
    return defaulttags.querystring(context, context["request"].GET, **changes)


def date(moment, form):
    """A moment in the time zone of the newsroom, as Django's own templates have it."""
    return defaultfilters.date(template_localtime(moment), form)


def without_scheme(website):
    """A website's address as it is printed."""
    return website.removeprefix("https://").removeprefix("http://")
