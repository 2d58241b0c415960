"""Editions and their pages: to look at. Nothing changes what has been published."""

import json

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, Page

from .states import print_moment


def public_address(page):
    """The address of a page on the public site, in its language."""
    with translation.override(page.language):
        return reverse("release_detail", args=[page.slug])


class ReadOnly:
    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class PageInline(ReadOnly, admin.TabularInline):
    model = Page
    template = "admin/releases/edition/pages.html"
    fields = readonly_fields = ["language", "headline", "address", "from_moment", "until_moment"]
    verbose_name_plural = _("pages")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("releases.view_edition")

    @admin.display(description=_("address"))
    def address(self, page):
        if not Page.objects.public(timezone.now()).filter(pk=page.pk).exists():
            return page.slug
        return format_html('<a href="{0}">{0}</a>', public_address(page))

    @admin.display(description=_("visible from"))
    def from_moment(self, page):
        return print_moment(page.visible_from)

    @admin.display(description=_("visible until"))
    def until_moment(self, page):
        return print_moment(page.visible_until) if page.visible_until else "–"


@admin.register(Edition)
class EditionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["release", "number", "kind", "from_moment", "created_by", "created_at"]
    list_select_related = ["release", "created_by"]
    list_filter = ["kind", "visible_from"]
    search_fields = ["release__headline_zh_hant", "release__headline_en", "release__slug"]
    date_hierarchy = "created_at"
    ordering = ["-created_at"]
    inlines = [PageInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "release_link",
                    ("number", "kind"),
                    "from_moment",
                    "printed_note",
                    ("created_at", "created_by"),
                    "digest",
                ]
            },
        ),
        (_("Document"), {"classes": ["collapse"], "fields": ["printed_document"]}),
    ]
    readonly_fields = ["release_link", "from_moment", "printed_note", "printed_document"]

    @admin.display(description=_("release"))
    def release_link(self, edition):
        address = reverse("admin:releases_release_change", args=[edition.release_id])
        return format_html('<a href="{}">{}</a>', address, edition.release)

    @admin.display(description=_("visible from"), ordering="visible_from")
    def from_moment(self, edition):
        return print_moment(edition.visible_from)

    @admin.display(description=_("change note"))
    def printed_note(self, edition):
        return "\n".join(edition.change_note.values()) or "–"

    @admin.display(description=_("document"))
    def printed_document(self, edition):
        return format_html(
            "<pre>{}</pre>", json.dumps(edition.document, ensure_ascii=False, indent=2)
        )
