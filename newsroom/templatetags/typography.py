"""How words are set."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

# A Chinese headline is read in phrases, which an ideographic space or a full-width stop parts.
_PARTING = re.compile(r"(\u3000+)|(?<=[：，；！？])(?=[^」』》）])")

register = template.Library()


@register.filter
def phrases(headline):
    """Mark up the phrases of a Chinese headline, so that a line breaks between two if it can.

    The text itself stays as it was written: the space is still there for whoever copies it.
    """
    parts = [part for part in _PARTING.split(str(headline)) if part]
    if len(parts) == 1:
        return headline
    return mark_safe(
        "".join(
            f'<span class="phrase-gap">{part}</span>'
            if part.isspace()
            else f'<span class="phrase">{escape(part)}</span>'
            for part in parts
        )
    )
