"""The screen for the glossary."""

from django.contrib import admin

from releases.models import Term


@admin.register(Term)
class TermAdmin(admin.ModelAdmin):
    list_display = search_fields = ["zh_hant", "zh_hans", "en"]
    fields = [("zh_hant", "zh_hans"), "en"]
