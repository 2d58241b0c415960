"""What django-axes asks of us: where an attempt to log in came from, and what a lock-out says."""

import ipaddress

from django.conf import settings
from django.contrib import admin
from django.shortcuts import render
from django.utils.translation import gettext


def address(request) -> str | None:
    """Return the address of a visitor.

    Behind a proxy it is the last of X-Forwarded-For: the one that our own proxy put there. Whatever
    stands before it was sent by the visitor, who may write anything. Without a proxy the header is
    not read at all.
    """
    if settings.BEHIND_PROXY:
        last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        try:
            return str(ipaddress.ip_address(last))
        except ValueError:
            pass  # a proxy that says nothing: then all visitors count as one
    return request.META.get("REMOTE_ADDR")


def locked_out(request, response, credentials):
    """Too many attempts: say what to do (429)."""
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    context = admin.site.each_context(request) | {
        "title": gettext("Too many attempts"),
        "is_nav_sidebar_enabled": False,
        "minutes": seconds // 60,
    }
    response = render(request, "admin/locked_out.html", context, status=429)
    response["Retry-After"] = seconds
    return response
