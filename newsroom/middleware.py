"""What every answer of the site has in common."""

import dataclasses
from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject

from releases.addresses import address

from . import host


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The public policy for the public site, the admin's (scripts by nonce) for the admin."""

    def process_response(self, request, response):
        # Where DEBUG is on, pages of errors have styles of their own.
        if _is_of_admin(request) or settings.DEBUG:
            return super().process_response(request, response)
        response.headers[HEADER] = _public_policy()
        return response

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and _is_of_admin(request):
            return dataclasses.replace(parts, replace=settings.ADMIN_CONTENT_SECURITY_POLICY)
        return parts


def _is_of_admin(request):
    return request.path.startswith(address("admin:index"))


_public_policy = cache(build_policy)  # without a nonce it is always the same


def with_newsroom(get_response):
    """``request.newsroom`` is the row of the host's settings, for whoever needs its name."""

    def middleware(request):
        request.newsroom = SimpleLazyObject(host.current)
        return get_response(request)

    return middleware


def ask_again(get_response):
    """No answer may be kept where its view did not say for how long: not a 404, not a redirect.

    What is not there yet appears at its moment (docs/decisions/0006).
    """

    def middleware(request):
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response

    return middleware
