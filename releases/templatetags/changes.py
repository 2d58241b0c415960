"""What changed, as it is printed."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

register = template.Library()


@register.filter
def marked(pieces):
    """Pieces of a comparison as one text: what is gone and what is new are named to those who listen."""
    shapes = {
        "same": mark_safe("{0}"),
        "removed": format_html(
            '<del><span class="visually-hidden">{} </span>{{0}}</del>', gettext("removed:")
        ),
        "added": format_html(
            '<ins><span class="visually-hidden">{} </span>{{0}}</ins>', gettext("added:")
        ),
    }
    return format_html_join(
        "", "{}", ((format_html(shapes[piece.kind], piece.words),) for piece in pieces)
    )
