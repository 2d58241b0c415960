"""Deleting a draft, and taking it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from releases import drafting
from releases.models import Edition, Release
from releases.roles import may
from releases.users import name_of

from .states import print_moment, zone_name


class DeletingViews:
    """Deletion as the release screen does it: into the bin. Each view asks for permission itself."""

    def deleting_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/releases/release/
            path("deleted/", view(self.deleted_view), name="releases_release_deleted"),
            path("<int:pk>/undelete/", view(self.undelete_view), name="releases_release_undelete"),
        ]

    def get_deleted_objects(self, objs, request):
        """The drafts alone: all that belongs to them goes with them, and comes back."""
        editions = Edition.objects.filter(release__in=objs)
        if editions:
            return [], {}, set(), [self._link_to(edition) for edition in editions]
        return [str(release) for release in objs], {self.opts.verbose_name: len(objs)}, set(), []

    def delete_model(self, request, obj):
        drafting.delete(release=obj, by=request.user)

    def delete_queryset(self, request, queryset):
        for release in queryset:
            self.delete_model(request, release)

    def response_delete(self, request, obj_display, obj_id):
        message = gettext("“%s” is deleted. It can be taken back for 30 days:") % obj_display
        address = reverse("admin:releases_release_deleted")
        link = format_html('<a href="{}">{}</a>', address, gettext("Recently deleted"))
        self.message_user(request, format_html("{} {}", message, link), messages.SUCCESS)
        return redirect("admin:releases_release_changelist")

    @method_decorator([require_safe, never_cache])
    def deleted_view(self, request):
        if not may(request.user, "undelete"):
            raise PermissionDenied
        now = timezone.now()
        releases = Release.objects.filter(deleted_at__gt=now - drafting.KEPT_FOR)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Recently deleted"),
            "time_zone_name": zone_name(),
            "rows": [
                {
                    "release": release,
                    "by": name_of(release.deleted_by),
                    "moment": print_moment(release.deleted_at),
                    "left": _days((release.deleted_at + drafting.KEPT_FOR - now).days),
                }
                for release in releases.select_related("deleted_by").order_by("-deleted_at")
            ],
        }
        return render(request, "admin/releases/release/deleted.html", context)

    @method_decorator([require_POST, never_cache])
    def undelete_view(self, request, pk):
        release = get_object_or_404(Release, pk=pk)
        if not may(request.user, "undelete", release):
            raise PermissionDenied
        slug = release.slug
        back = drafting.undelete(release=release, by=request.user)
        self.log_change(request, back, gettext("Taken back."))
        message = gettext("“%s” is back.") % back
        if back.slug != slug:
            message += " " + gettext("Its address is taken by now; it has “%s”.") % back.slug
        self.message_user(request, message, messages.SUCCESS)
        return redirect("admin:releases_release_change", pk)


def _days(count):
    return ngettext("%d day left", "%d days left", count) % count
