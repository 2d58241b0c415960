"""The screen for topics."""

from django.contrib import admin

from partners.admin import RecordAdmin
from releases.models import Topic


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    list_display = ["name_zh_hant", "name_en", "key"]
    list_display_links = ["name_zh_hant", "name_en"]
    search_fields = ["name_zh_hant", "name_en", "key"]
    fieldsets = [(None, {"fields": [("name_zh_hant", "name_en"), "key"]})]
