"""The screen for what the host organisation decides: one row, changed and never added or deleted."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from js_asset import Media, Script

from partners.admin import RecordAdmin

from . import colours, users  # noqa: F401  (users: its screens)
from .models import ColourField, Newsroom

SCHEMES = {"light": _("Light"), "dark": _("Dark")}
REMARKS = {
    "light": _("made darker, so that it can be read"),
    "dark": _("made lighter, so that it can be read"),
}


@admin.register(Newsroom)
class NewsroomAdmin(RecordAdmin):
    form = forms.ModelForm
    prepopulated_fields = {}
    formfield_overrides = {
        **RecordAdmin.formfield_overrides,
        ColourField: {"widget": forms.ColorInput},
    }
    autocomplete_fields = ["logo"]
    fieldsets = [
        (None, {"fields": [("name_zh_hant", "name_en"), "logo"]}),
        (_("Colours"), {"fields": [("accent", "warm"), "colours_shown"]}),
        (_("About us"), {"fields": [("about_zh_hant", "about_en"), ("website", "email")]}),
        (
            _("Footer"),
            {
                "fields": [
                    ("footer_zh_hant", "footer_en"),
                    ("links_zh_hant", "links_en"),
                    ("copyright_line_zh_hant", "copyright_line_en"),
                ]
            },
        ),
    ]

    @property
    def media(self):
        return super().media + Media(js=[Script("admin_newsroom/newsroom.js", type="module")])

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_readonly_fields(self, request, obj=None):
        return ["colours_shown"]

    def get_urls(self):
        shown = self.admin_site.admin_view(self.colours_view)
        return [path("colours/", shown, name="newsroom_newsroom_colours"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """There is nothing to choose from: to the one form."""
        return redirect("admin:newsroom_newsroom_change", Newsroom().pk)

    def get_object(self, request, object_id, from_field=None):
        """The row; a newsroom that was never set up has an empty one, which saving makes."""
        row = super().get_object(request, object_id, from_field)
        return row or (Newsroom() if object_id == str(Newsroom().pk) else None)

    def colours_view(self, request):
        """What two colours become, for the form while they are chosen."""
        chosen = {name: request.GET.get(name, "") for name in ("accent", "warm")}
        try:
            for colour in chosen.values():
                ColourField(max_length=7).run_validators(colour or "-")
        except ValidationError as error:
            return HttpResponseBadRequest(error.messages[0])
        return render(request, "admin/newsroom/_colours.html", _colours(**chosen))

    @admin.display(description=_("as the pages show them"))
    def colours_shown(self, newsroom):
        return render_to_string(
            "admin/newsroom/_colours.html",
            {
                **_colours(newsroom.accent, newsroom.warm),
                "address": reverse("admin:newsroom_newsroom_colours"),
            },
        )


def _colours(accent, warm):
    """Each colour with what every scheme makes of it, and the grounds that it is shown on."""
    chosen = {"accent": accent.lower(), "warm": warm.lower()}
    palette = colours.palette(**chosen)
    return {
        "schemes": [
            {
                "label": SCHEMES[scheme],
                "paper": colours.PAPER[scheme],
                "ink": colours.INK[scheme],
                "mist": shown["mist"],
                "deep": shown["deep"],
                "colours": [
                    {
                        "label": Newsroom._meta.get_field(name).verbose_name,
                        "chosen": colour,
                        "remark": REMARKS[scheme] if shown[name].colour != colour else "",
                        **shown[name]._asdict(),
                    }
                    for name, colour in chosen.items()
                ],
            }
            for scheme, shown in palette.items()
        ]
    }
