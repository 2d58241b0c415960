"""Addresses of the site. Django takes its time over each, and a list needs hundreds."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils import translation

KEPT = 8192


def address(name: str, *args, language: str | None = None) -> str:
    """Return the address of a view, in a language or in that of the request."""
    return _address(name, args, language or translation.get_language(), get_script_prefix())


@lru_cache(KEPT)
def _address(name, args, language, _prefix):
    with translation.override(language):
        return reverse(name, args=args)
