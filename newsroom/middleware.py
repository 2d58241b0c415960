"""What every answer of the site has in common."""

import dataclasses

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The public policy for the public site, the admin's (scripts by nonce) for the admin."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(reverse("admin:index")):
            return dataclasses.replace(parts, replace=settings.ADMIN_CONTENT_SECURITY_POLICY)
        return parts
