"""The screen for media contacts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partners.admin import RecordAdmin

from .fields import display_phone
from .models import MediaContact


@admin.register(MediaContact)
class MediaContactAdmin(RecordAdmin):
    list_display = ["__str__", "on_behalf_of", "printed_phones", "printed_emails"]
    list_select_related = ["on_behalf_of"]
    list_filter = [("on_behalf_of", admin.RelatedOnlyFieldListFilter)]
    search_fields = [
        "name_zh_hant",
        "name_en",
        "agency_zh_hant",
        "agency_en",
        "on_behalf_of__name_zh_hant",
        "on_behalf_of__name_en",
        "key",
    ]
    autocomplete_fields = ["on_behalf_of"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name_zh_hant", "name_en"),
                    ("agency_zh_hant", "agency_en"),
                    "on_behalf_of",
                    ("phones", "emails"),
                    "key",
                ]
            },
        )
    ]

    @admin.display(description=_("telephone"))
    def printed_phones(self, contact):
        return ", ".join(display_phone(phone) for phone in contact.phones)

    @admin.display(description=_("e-mail"))
    def printed_emails(self, contact):
        return ", ".join(contact.emails)
