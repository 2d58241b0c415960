"""What every answer of the site has in common."""

import dataclasses

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject

from . import host


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The public policy for the public site, the admin's (scripts by nonce) for the admin."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(reverse("admin:index")):
            return dataclasses.replace(parts, replace=settings.ADMIN_CONTENT_SECURITY_POLICY)
        return parts


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
