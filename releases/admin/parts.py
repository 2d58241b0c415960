"""The parts of a release: blocks of the body, and ordered lists. All are edited in its form."""

from content_editor.admin import ContentEditorInline
from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField
from django_prose_editor.widgets import AdminProseEditorWidget
from modeltranslation.admin import TranslationInlineModelAdmin, TranslationStackedInline

from partners.admin import PlainTextarea
from pictures.models import Picture
from releases import models as draft
from releases.roles import may

from . import forms as part_forms
from .widgets import RecordSelect, RowPictureSelect

# Spaces at the ends belong to the words, as between “said: ” and the quote.
KEEPS_SPACES = ("lead_in", "follow_on", "marks")
ROWS = {"text": 3}
ON_ONE_LINE = ("website",)


class PartInline(TranslationInlineModelAdmin):
    """Chinese left, English right. Who may edit the release may edit its parts."""

    extra = 0
    with_related = ()
    formset = part_forms.PartFormSet
    formfield_overrides = {
        models.TextField: {"widget": PlainTextarea},
        models.JSONField: {"widget": PlainTextarea},
        ProseEditorField: {"widget": AdminProseEditorWidget},
    }

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.with_related) if self.with_related else queryset

    def _may_write(self, request, obj):
        return may(request.user, "write", obj) if obj else may(request.user, "import")

    def _may_edit(self, request, obj):
        return self._may_write(request, obj) or (obj and may(request.user, "translate", obj))

    def has_view_permission(self, request, obj=None):
        return self._may_edit(request, obj) or request.user.has_perm("releases.view_release")

    def has_add_permission(self, request, obj):
        return self._may_write(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        name = getattr(db_field, "translated_field", db_field).name
        if name in ON_ONE_LINE:
            kwargs["widget"] = forms.TextInput
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return field
        if name in KEEPS_SPACES:
            field.strip = False
        if name in ROWS and isinstance(field.widget, PlainTextarea):
            field.widget.attrs["rows"] = ROWS[name]
        if hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        remote = db_field.remote_field.model
        if db_field.name in self.get_autocomplete_fields(request):
            select = RowPictureSelect if remote is Picture else RecordSelect
            kwargs["widget"] = select(db_field, self.admin_site)
            # With what the records' labels need, so that they cost no query each.
            kwargs["queryset"] = self.admin_site.get_model_admin(remote).get_queryset(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        for name in self.autocomplete_fields:
            field = formset.form.base_fields.get(name)
            if field and obj:
                used = self.model.objects.filter(**{formset.fk.name: obj}).values(
                    self.model._meta.get_field(name).attname
                )
                field.widget.widget.may_hold_new_choices = request.method == "POST"
                field.widget.widget.in_use = field.queryset.filter(
                    **{f"{field.to_field_name}__in": used}
                )
        if obj and not self._may_write(request, obj):
            part_forms.only_translated(formset.form, obj.source_language)
        return formset


class BlockInline(PartInline, ContentEditorInline):
    pass


TEXT_REGIONS = {"body", "notes_to_editors"}
PLACE = ["region", "ordering"]
PERSON_ROWS = [
    ("name_zh_hant", "honorific_zh_hant", "name_en", "honorific_en"),
    ("job_title_zh_hant", "organisation_zh_hant", "job_title_en", "organisation_en"),
]


class TextInline(BlockInline):
    model = draft.Text
    icon = "notes"
    color = "var(--block-text)"
    regions = TEXT_REGIONS
    fieldsets = [(None, {"fields": [("html_zh_hant", "html_en"), *PLACE]})]


class QuoteInline(BlockInline):
    model = draft.Quote
    form = part_forms.QuoteForm
    icon = "format_quote"
    color = "var(--block-quote)"
    autocomplete_fields = ["person"]
    fieldsets = [
        (
            None,
            {
                "description": part_forms.COPYING_HELP,
                "fields": [
                    "person",
                    *PERSON_ROWS,
                    ("lead_in_zh_hant", "lead_in_en"),
                    ("text_zh_hant", "text_en"),
                    ("follow_on_zh_hant", "follow_on_en"),
                    *PLACE,
                ],
            },
        ),
        (
            _("Quotation marks and original language"),
            {
                "classes": ["collapse"],
                "fields": [("marks_zh_hant", "marks_en"), "original_language"],
            },
        ),
    ]


class FigureInline(BlockInline):
    model = draft.Figure
    form = part_forms.FigureForm
    icon = "image"
    color = "var(--block-figure)"
    regions = TEXT_REGIONS
    autocomplete_fields = ["picture"]
    with_related = ["picture"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "picture",
                    ("alt_text_zh_hant", "alt_text_en"),
                    ("caption_zh_hant", "caption_en"),
                    ("credit_zh_hant", "usage_terms_zh_hant", "credit_en", "usage_terms_en"),
                    "quote_key",
                    *PLACE,
                ]
            },
        ),
        (
            _("What a crop keeps"),
            {"classes": ["collapse"], "fields": [("focal_x", "focal_y")]},
        ),
    ]

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        quotes = part_forms.PartsOfRelease(obj, request.POST).quotes
        nothing = "---------" if quotes else _("No quote is saved yet: save first, then choose.")
        formset.form.base_fields["quote_key"] = forms.ChoiceField(
            label=_("Carries the quote"),
            choices=[("", nothing), *quotes],
            required=False,
            help_text=_(
                "Where the caption quotes somebody: the words are checked against that quote."
            ),
        )
        return formset


class SubheadingInline(BlockInline):
    model = draft.Subheading
    icon = "title"
    color = "var(--block-subheading)"
    regions = TEXT_REGIONS
    fieldsets = [(None, {"fields": [("text_zh_hant", "text_en"), *PLACE]})]


class OrderedInline(PartInline, TranslationStackedInline):
    """An ordered list. Its places are numbers, written by buttons or, without scripts, by hand."""

    template = "admin/releases/ordered_inline.html"
    form = part_forms.OrderedForm

    @property
    def note(self):
        return part_forms.COPYING_HELP if self.autocomplete_fields else ""


class SimplifiedPassageInline(OrderedInline):
    model = draft.SimplifiedPassage
    form = part_forms.PassageForm
    classes = ["collapse"]
    note = _(
        "Simplified Chinese is converted when the release goes out. Where a passage should read "
        "differently, give its words here: they are printed wherever the passage stands in this "
        "release. Terms for every release belong in the glossary."
    )
    fieldsets = [(None, {"fields": [("traditional", "simplified"), "ordering"]})]


class KeyPointInline(OrderedInline):
    model = draft.KeyPoint
    fieldsets = [(None, {"fields": [("text_zh_hant", "text_en"), "ordering"]})]


class OrganisationInline(OrderedInline):
    model = draft.ReleaseOrganisation
    form = part_forms.RecordForm
    autocomplete_fields = ["record", "logo"]
    with_related = ["logo"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("record", "role"),
                    ("name_zh_hant", "short_name_zh_hant", "name_en", "short_name_en"),
                    ("logo", "website"),
                    "ordering",
                ]
            },
        )
    ]


class SignatoryInline(OrderedInline):
    model = draft.Signatory
    form = part_forms.PersonForm
    autocomplete_fields = ["person"]
    fieldsets = [(None, {"fields": ["person", *PERSON_ROWS, "ordering"]})]


class WitnessInline(SignatoryInline):
    model = draft.Witness


class PersonInPictureInline(OrderedInline):
    model = draft.PersonInPicture
    form = part_forms.RecordForm
    autocomplete_fields = ["record"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("figure_key", "record"),
                    ("name_zh_hant", "position_zh_hant", "name_en", "position_en"),
                    "ordering",
                ]
            },
        )
    ]

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        figures = part_forms.PartsOfRelease(obj, request.POST).figures
        nothing = "---------" if figures else _("No figure is saved yet: save first, then choose.")
        formset.form.base_fields["figure_key"] = forms.ChoiceField(
            label=_("Figure"), choices=[("", nothing), *figures]
        )
        return formset


class BoilerplateInline(OrderedInline):
    model = draft.ReleaseBoilerplate
    form = part_forms.RecordForm
    autocomplete_fields = ["record"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "record",
                    ("organisation_zh_hant", "organisation_en"),
                    ("text_zh_hant", "text_en"),
                    "website",
                    "ordering",
                ]
            },
        )
    ]


class MediaContactInline(OrderedInline):
    model = draft.ReleaseMediaContact
    form = part_forms.RecordForm
    autocomplete_fields = ["record"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "record",
                    (
                        "organisation_zh_hant",
                        "on_behalf_of_zh_hant",
                        "organisation_en",
                        "on_behalf_of_en",
                    ),
                    ("name_zh_hant", "name_en"),
                    ("phones", "emails"),
                    "ordering",
                ]
            },
        )
    ]


class TopicInline(OrderedInline):
    model = draft.ReleaseTopic
    form = part_forms.RecordForm
    autocomplete_fields = ["record"]
    fieldsets = [(None, {"fields": ["record", ("name_zh_hant", "name_en"), "ordering"]})]
