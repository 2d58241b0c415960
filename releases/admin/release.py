"""The screen where a release is written, and the list of releases."""

from content_editor.admin import ContentEditor
from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import DateField, DateTimeField, Exists, OuterRef, Q, TextField
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from js_asset import ImportMap, Media, Script
from modeltranslation.admin import TranslationAdmin

from partners.admin import NamesUsers, PlainTextarea
from releases import drafting, models, roles
from releases.languages import DERIVED, OWN_NAMES, SHORT_NAMES, all_languages
from releases.models import ImportedFile, Page, Release

from . import parts
from .approving import ApprovalViews
from .deleting import DeletingViews
from .editions import public_address
from .forms import ReleaseForm, only_translated
from .importing import ImportViews
from .preflight import PreflightViews, findings_context
from .publish import PublishViews
from .states import (
    OrganisationFilter,
    StateFilter,
    shown_state,
    zone_name,
)
from .typed import typed
from .versions import VersionViews
from .writing import WritingViews, names_of, translated_fields, translation_panel

BLOCKS = [parts.TextInline, parts.QuoteInline, parts.FigureInline, parts.SubheadingInline]

# The form in the order in which a release is printed: names of fieldsets, and the lists between them.
ADDRESS, HEADLINE, DATELINE, NOTES = (
    _("Address and languages"),
    _("Headline"),
    _("Dateline and embargo"),
    _("Internal notes"),
)
LAYOUT = [
    ADDRESS,
    parts.SimplifiedPassageInline,
    HEADLINE,
    parts.KeyPointInline,
    DATELINE,
    parts.OrganisationInline,
    BLOCKS,
    parts.SignatoryInline,
    parts.WitnessInline,
    parts.PersonInPictureInline,
    parts.BoilerplateInline,
    parts.MediaContactInline,
    parts.TopicInline,
    NOTES,
]
SEARCHED = {
    models.Text: ["html"],
    models.Quote: ["text", "name"],
    models.Figure: ["caption"],
    models.Signatory: ["name"],
    models.Witness: ["name"],
    models.ReleaseOrganisation: ["name"],
}
SCRIPTS = ImportMap(
    {
        "newsroom-admin/folding": "admin_newsroom/folding.js",
        "newsroom-admin/order": "admin_newsroom/order.js",
        "newsroom-admin/pictures": "admin_newsroom/pictures.js",
    }
)


@admin.register(Release)
class ReleaseAdmin(
    DeletingViews,
    ApprovalViews,
    PublishViews,
    VersionViews,
    ImportViews,
    WritingViews,
    PreflightViews,
    NamesUsers,
    TranslationAdmin,
    ContentEditor,
):
    form = ReleaseForm
    list_display = ["shown_headline", "state", "date", "shown_languages", "created_by"]
    list_select_related = ["created_by"]
    list_filter = [StateFilter, OrganisationFilter]
    list_per_page = 50
    search_fields = ["headline_zh_hant", "headline_en", "slug"]
    search_help_text = _("Headline, address, or words of the body; names of who speaks and signs")
    date_hierarchy = "dateline_date"
    prepopulated_fields = {"slug": ["headline_en"]}
    inlines = [
        i
        for place in LAYOUT
        for i in (place if isinstance(place, list) else [place])
        if isinstance(i, type)
    ]
    formfield_overrides = {
        TextField: {"widget": PlainTextarea(attrs={"rows": 2})},
        DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})},
        DateTimeField: {
            "form_class": forms.DateTimeField,
            "widget": forms.DateTimeInput(
                format="%Y-%m-%dT%H:%M:%S", attrs={"type": "datetime-local"}
            ),
        },
    }
    fieldsets = [
        (ADDRESS, {"fields": [("slug", "languages", "source_language")]}),
        (
            HEADLINE,
            {
                "fields": [
                    ("headline_zh_hant", "headline_en"),
                    ("sub_headline_zh_hant", "sub_headline_en"),
                ]
            },
        ),
        (
            DATELINE,
            {
                "fields": [
                    ("dateline_city_zh_hant", "dateline_city_en"),
                    ("dateline_date", "embargo_until"),
                ]
            },
        ),
        (NOTES, {"fields": ["internal_notes"]}),
    ]
    change_form_template = "admin/releases/release/change_form.html"

    # The list

    def get_queryset(self, request):
        return roles.with_state(super().get_queryset(request).kept(), timezone.now())

    def get_search_results(self, request, queryset, search_term):
        """What is found by its headline, by words in its body or by who appears in it; together once."""
        found, _may_repeat = super().get_search_results(request, queryset, search_term)
        if not search_term:
            return found, False
        parts = Q()
        for model, columns in SEARCHED.items():
            words = Q()
            for column in columns:
                for language in ("zh_hant", "en"):
                    words |= Q(**{f"{column}_{language}__icontains": search_term})
            rows = model.objects.filter(words, **{model.whole: OuterRef("pk")})
            parts |= Q(Exists(rows))
        return queryset.filter(Q(pk__in=found.order_by().values("pk")) | parts), False

    @admin.display(description=_("headline"), ordering="headline_zh_hant")
    def shown_headline(self, release):
        return format_html(
            '<span class="headline">{}</span><span class="headline headline--other">{}</span>',
            *[*release.headlines().values(), release.slug, ""][:2],
        )

    @admin.display(description=_("state"), ordering="visible_from")
    def state(self, release):
        return shown_state(release)

    @admin.display(description=_("date"), ordering="dateline_date")
    def date(self, release):
        return release.dateline_date and release.dateline_date.isoformat()

    @admin.display(description=_("languages"))
    def shown_languages(self, release):
        return " ".join(SHORT_NAMES[code] for code in all_languages() if code in release.languages)

    # The form

    def get_inlines(self, request, obj):
        inlines = super().get_inlines(request, obj)
        if DERIVED.keys().isdisjoint(all_languages()):
            return [inline for inline in inlines if inline is not parts.SimplifiedPassageInline]
        return inlines

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "embargo_until":
            field.help_text = (
                gettext("Nothing is public before this moment. Time zone: %s.") % zone_name()
            )
        return field

    def save_model(self, request, obj, form, change):
        """Nothing yet: a release is saved whole, with its parts."""

    def save_related(self, request, form, formsets, change):
        release = form.instance
        saved = drafting.save(
            release=release if change else None,
            document=typed(form, formsets),
            internal_notes=release.internal_notes,
            source_language=release.source_language,
            seen=form.cleaned_data["seen"] or None,
            token=form.cleaned_data["token"],
            by=request.user,
        )
        release.pk = saved.pk

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_resumed = "_resume" in request.POST
        if obj and not roles.may(request.user, "write", obj):
            only_translated(form, obj.source_language)
        return form

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        try:
            return super().changeform_view(request, object_id, *args, **kwargs)
        except drafting.Stale as stale:
            release = self.get_object(request, unquote(object_id))
            return self.stale_view(
                request, stale, release=release, token=request.POST.get("token", "")
            )
        except IntegrityError:
            # Sent twice at once: now the first is there to be found.
            return super().changeform_view(request, object_id, *args, **kwargs)

    def construct_change_message(self, request, form, formsets, add=False):
        return [{"added": {}}] if add else [{"changed": {}}]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        release = self.get_object(request, unquote(object_id))
        if release and not self.has_change_permission(request, release):
            if request.method == "POST" or not self.has_view_permission(request, release):
                raise PermissionDenied
            return self.reading_view(request, release)
        return super().change_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *, obj=None, **kwargs):
        response = super().render_change_form(request, context, obj=obj, **kwargs)
        context = response.context_data
        context |= {
            "sections": list(_sections(context)),
            "script_words": _script_words(),
            "languages_to_preview": [
                (code, OWN_NAMES[code])
                for code in all_languages()
                if code not in DERIVED or (obj and code in obj.languages)
            ],
            "time_zone_name": zone_name(),
            "show_save_and_add_another": False,
            "keeping": {
                "user": request.user.pk,
                "release": obj.pk if obj else "new",
                "saved": drafting.saved_tokens(request.user),
            },
            "translated": translated_fields(),
            "is_resumed": context["adminform"].form.is_resumed,
            "preview_address": reverse(
                "admin:releases_release_typed" if obj else "admin:releases_release_typed_new",
                args=[*([obj.pk] if obj else []), "LANGUAGE"],
            ),
        }
        context["findings_address"] = reverse(
            "admin:releases_release_findings" if obj else "admin:releases_release_findings_new",
            args=[obj.pk] if obj else [],
        )
        if obj:
            shown = None
            if request.method != "POST":
                formsets = [inline.formset for inline in context["inline_admin_formsets"]]
                shown = typed(context["adminform"].form, formsets)
                context["adminform"].form.initial["seen"] = drafting.seen_digest(
                    shown, obj.internal_notes
                )
                context["translation"] = translation_panel(obj, shown)
            context |= findings_context(request, obj, shown)
            now = roles.state(obj, timezone.now())
            context |= {
                "release_state": shown_state(obj),
                "is_draft": now == "draft",
                "may_publish": self.may_publish(request, obj),
                **self.approval_context(request, obj),
                "originals": ImportedFile.objects.filter(source__release=obj).select_related(
                    "source"
                ),
                "others": names_of(drafting.others_at(obj, user=request.user)),
                "public_pages": _public_pages(obj) if now == "public" else [],
            }
        media = context["media"] + Media(
            importmap=SCRIPTS,
            js=[
                Script("admin_newsroom/release.js", type="module"),
                Script("admin_newsroom/body.js", type="module"),
                *(
                    Script(f"admin_newsroom/{name}.js", type="module")
                    for name in (
                        "translation",
                        "preview",
                        "keeping",
                        "presence",
                        "folding",
                        "missing",
                        "figures",
                        "glossary",
                        "preflight",
                    )
                ),
            ],
        )
        # Scripts run by nonce; without it the import map would be blocked.
        context["media"] = Media.from_media(media, nonce=str(request.csp_nonce))
        return response

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/releases/release/
            path("<int:pk>/publish/", view(self.publish_view), name="releases_release_publish"),
            path(
                "<int:pk>/preview/<str:language>/",
                view(self.preview_view),
                name="releases_release_preview",
            ),
            *self.approval_urls(),
            *self.import_urls(),
            *self.writing_urls(),
            *self.preflight_urls(),
            *self.deleting_urls(),
            *self.version_urls(),
            *super().get_urls(),
        ]


def _public_pages(release):
    pages = Page.objects.public(timezone.now()).filter(edition__release=release).order_by("pk")
    return [(OWN_NAMES[page.language], public_address(page)) for page in pages]


def _sections(context):
    """The fieldsets and lists of the form, in order, with the ids that the table of contents uses."""
    fieldsets = {str(fieldset.name): fieldset for fieldset in context["adminform"]}
    lists = {type(formset.opts): formset for formset in context["inline_admin_formsets"]}
    for number, place in enumerate(LAYOUT):
        section = {"id": f"section-{number}"}
        if isinstance(place, list):
            section |= {
                "title": _("Body and notes"),
                "blocks": [lists[i] for i in place if i in lists],
            }
        elif isinstance(place, type):
            if place not in lists:
                continue
            section |= {
                "title": capfirst(lists[place].opts.verbose_name_plural),
                "list": lists[place],
            }
        else:
            section |= {"title": place, "fieldset": fieldsets[str(place)]}
        yield section


def _script_words():
    """What the scripts say, in the language of the admin."""
    return {
        "moveUp": gettext("Move up"),
        "moveDown": gettext("Move down"),
        "moved": gettext("%(what)s: now at place %(place)s of %(count)s"),
        "insert": gettext("Insert a block here"),
        "toggle": gettext("Show or hide"),
        "region": gettext("Where this block stands"),
    }
