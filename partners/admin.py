"""Screens for organisations, their boilerplates and their people.

``RecordAdmin`` is what the screens of all standing records have in common.
"""

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import NestedObjects, quote
from django.db import models, router
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from pictures.admin import PictureSelect
from pictures.models import Picture

from .models import Boilerplate, Organisation, Spokesperson, new_key


class PlainTextarea(forms.Textarea):
    """Plain text as it is stored: lines end in \\n, whatever a browser sends. Grows with its words."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 1, "cols": None, "class": "plain-text", **(attrs or {})})

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and value.replace("\r\n", "\n").replace("\r", "\n")


class NamesUsers:
    """A screen whose refusal to delete names what uses the row, with links, also for parts of it."""

    def get_deleted_objects(self, objs, request):
        collector = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        collector.collect(objs)
        if collector.protected:
            return [], {}, set(), sorted({self._link_to(user) for user in collector.protected})
        return super().get_deleted_objects(objs, request)

    def _link_to(self, row):
        """A link to a row, or to what it is a part of: a signatory is shown as its release."""
        while not self.admin_site.is_registered(type(row)):
            whole = next(
                (
                    getattr(row, field.name)
                    for field in row._meta.fields
                    if field.many_to_one and field.remote_field.on_delete is models.CASCADE
                ),
                None,
            )
            if whole is None:
                break
            row = whole
        options = row._meta
        label = capfirst(options.verbose_name)
        if not self.admin_site.is_registered(type(row)):
            return format_html("{}: {}", label, row)
        name = f"{self.admin_site.name}:{options.app_label}_{options.model_name}_change"
        return format_html(
            '{}: <a href="{}">{}</a>', label, reverse(name, args=[quote(row.pk)]), row
        )


class RecordForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False
            # Empty, so that it is written along while the English name is typed.
            self.initial["key"] = ""

    def clean_key(self):
        return self.cleaned_data["key"] or new_key()


class RecordAdmin(NamesUsers, TranslationAdmin):
    """Chinese left, English right; the key is given once."""

    form = RecordForm
    list_per_page = 50
    formfield_overrides = {
        models.TextField: {"widget": PlainTextarea(attrs={"rows": 5})},
        models.JSONField: {"widget": PlainTextarea(attrs={"rows": 2})},
        models.URLField: {"assume_scheme": "https"},
    }
    prepopulated_fields = {"key": ["name_en"]}

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(["key"] if obj else [])]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        related = self.list_select_related
        return queryset.select_related(*related) if related else queryset

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.remote_field.model is Picture:
            kwargs["widget"] = PictureSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    list_display = ["name_zh_hant", "name_en", "role", "website", "key"]
    list_display_links = ["name_zh_hant", "name_en"]
    list_filter = ["role"]
    search_fields = ["name_zh_hant", "name_en", "short_name_zh_hant", "short_name_en", "key"]
    autocomplete_fields = ["logo"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name_zh_hant", "name_en"),
                    ("short_name_zh_hant", "short_name_en"),
                    ("role", "website"),
                    "logo",
                    "key",
                ]
            },
        )
    ]


@admin.register(Boilerplate)
class BoilerplateAdmin(RecordAdmin):
    list_display = ["organisation", "in_force_from", "is_in_force", "beginning"]
    list_select_related = ["organisation"]
    list_filter = [("organisation", admin.RelatedOnlyFieldListFilter)]
    search_fields = [
        "organisation__name_zh_hant",
        "organisation__name_en",
        "text_zh_hant",
        "text_en",
        "key",
    ]
    autocomplete_fields = ["organisation"]
    prepopulated_fields = {}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("organisation", "in_force_from"),
                    ("text_zh_hant", "text_en"),
                    "key",
                ]
            },
        )
    ]

    def get_queryset(self, request):
        later = Boilerplate.objects.filter(
            organisation=OuterRef("organisation"),
            in_force_from__gt=OuterRef("in_force_from"),
            in_force_from__lte=timezone.localdate(),
        )
        return super().get_queryset(request).annotate(is_past=Exists(later))

    def get_search_results(self, request, queryset, search_term):
        queryset, may_have_duplicates = super().get_search_results(request, queryset, search_term)
        if request.path == reverse("admin:autocomplete"):
            # A release is given the text in force, or the next one; never one that is past.
            queryset = queryset.filter(is_past=False)
        return queryset, may_have_duplicates

    @admin.display(description=_("in force"), boolean=True)
    def is_in_force(self, boilerplate):
        return boilerplate.in_force_from <= timezone.localdate() and not boilerplate.is_past

    @admin.display(description=_("text"))
    def beginning(self, boilerplate):
        text = boilerplate.text_zh_hant or boilerplate.text_en or ""
        return text if len(text) <= 60 else f"{text[:59]}…"


@admin.register(Spokesperson)
class SpokespersonAdmin(RecordAdmin):
    list_display = ["name_zh_hant", "name_en", "job_title_zh_hant", "job_title_en", "organisation"]
    list_display_links = ["name_zh_hant", "name_en"]
    list_select_related = ["organisation"]
    list_filter = [("organisation", admin.RelatedOnlyFieldListFilter)]
    search_fields = [
        "name_zh_hant",
        "name_en",
        "organisation__name_zh_hant",
        "organisation__name_en",
        "key",
    ]
    autocomplete_fields = ["organisation"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name_zh_hant", "name_en"),
                    ("honorific_zh_hant", "honorific_en"),
                    ("job_title_zh_hant", "job_title_en"),
                    "organisation",
                    "key",
                ]
            },
        )
    ]
