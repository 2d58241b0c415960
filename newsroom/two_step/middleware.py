"""Who is there: nobody, until the second step of a login is taken."""

from functools import cache

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from releases.addresses import address

from . import is_awaited


def second_step(get_response):
    """Between the two steps ``request.user`` is anonymous, for every view of the site.

    So no address leads past the second step. ``request.person`` is who gave the password; only the
    pages of the second step look at it, and whatever else of the admin is asked for leads there.
    """

    def middleware(request):
        person = request.person = request.user
        is_nobody = cache(
            lambda: is_awaited(person)
        )  # asked late, so that public pages ask nothing
        request.user = SimpleLazyObject(lambda: AnonymousUser() if is_nobody() else person)
        if _is_locked(request.path) and is_nobody():
            asks_for_code = reverse("two_step:code")
            if request.method == "GET" and request.path != reverse("admin:login"):
                query = QueryDict(mutable=True)
                query["next"] = request.get_full_path()
                asks_for_code += f"?{query.urlencode(safe='/')}"
            return redirect(asks_for_code)
        return get_response(request)

    return middleware


def _is_locked(path):
    """An address of the admin that is none of the second step's own."""
    return (
        path.startswith(address("admin:index"))
        and not path.startswith(address("two_step:state"))
        and path != address("set_language")
    )
