"""The review of an import: looking a value up by a key that a variable holds."""

from django import template

register = template.Library()


@register.filter
def at(mapping, key):
    return mapping.get(key, "")
