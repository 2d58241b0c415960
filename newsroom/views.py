"""The front door, and the pages for what went wrong."""

from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_vary_headers


def root(request):
    """To the home page in the visitor's language."""
    with translation.override(translation.get_language_from_request(request)):
        response = redirect("home")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def not_found(request, exception=None):
    """The same bytes for every address, so that what is not public yet cannot be told apart."""
    return render(request, "404.html", {"at_home": True}, status=404)


def server_error(request):
    """Needs no database."""
    return render(request, "500.html", {"at_home": True}, status=500)
