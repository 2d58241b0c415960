"""How words are set."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

# A Chinese headline is read in phrases, which an ideographic space or a full-width stop parts.
_PARTING = re.compile(r"(\u3000+)|(?<=[：，；！？])(?=[^」』》）”’])")
_HAN = re.compile(r"[\u3400-\u9fff]")
# A longer name may have to break on a telephone.
LONGEST_UNBROKEN = 8

register = template.Library()


@register.filter
def phrases(headline, organisations=()):
    """Mark up a Chinese headline so that lines break between phrases if they can, and in no name.

    ``organisations`` have the names to keep whole. The text stays as it was written: a space
    between phrases is still there for whoever copies it.
    """
    parts = [part for part in _PARTING.split(str(headline)) if part]
    names = _short_han_names(organisations or ())
    return mark_safe("".join(_marked_up(part, names, alone=len(parts) == 1) for part in parts))


def _short_han_names(organisations):
    names = {o.get(field) or "" for o in organisations for field in ("name", "short_name")}
    return sorted(
        (n for n in names if 1 < len(n) <= LONGEST_UNBROKEN and _HAN.match(n)),
        key=len,
        reverse=True,
    )


def _marked_up(part, names, *, alone):
    if part.isspace():
        return f'<span class="phrase-gap">{part}</span>'
    if names:
        between = re.split(f"({'|'.join(map(re.escape, names))})", part)
        marked = "".join(
            f'<span class="unbroken">{escape(text)}</span>' if text in names else escape(text)
            for text in between
        )
    else:
        marked = escape(part)
    return marked if alone else f'<span class="phrase">{marked}</span>'
