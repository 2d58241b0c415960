"""Screens for the picture store: upload, find, rename. Pictures are never changed or deleted."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from js_asset import Media, Script

from . import store
from .models import Picture
from .renditions import widths

ACCEPT = "image/jpeg,image/png,image/webp,image/tiff,image/gif"


def thumbnail_address(picture):
    """The address of the smallest rendition; staff may always see it."""
    return reverse("picture", args=[picture.sha256, f"{widths(picture.width)[0]}.webp"])


class PictureSelect(AutocompleteSelect):
    """A picture found by its name or uploaded here, with a thumbnail that follows the choice.

    For foreign keys to the SHA-256 and to the id alike: the thumbnail's address takes either.
    """

    @property
    def media(self):
        return super().media + Media(js=[Script("admin_newsroom/pictures.js", type="module")])

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        address = reverse("admin:pictures_picture_thumbnail", args=["0"])
        context["widget"]["attrs"] |= {
            "data-thumbnail": address,
            "data-upload": reverse("admin:pictures_picture_upload"),
            "data-known-by": self.field.target_field.attname,
        }
        return context

    def render(self, name, value, attrs=None, renderer=None):
        select = super().render(name, value, attrs, renderer)
        address = reverse("admin:pictures_picture_thumbnail", args=[value]) if value else ""
        image = format_html('<img class="thumbnail" src="{}" alt="">', address) if value else ""
        # Beside the select, not around it: the links to change and add look for their select there.
        return format_html(
            '<span class="picture-thumbnail">{}</span>{}<label class="picture-upload" hidden>{}'
            '<input class="visually-hidden" type="file" accept="{}"></label>',
            image,
            select,
            gettext("Upload…"),
            ACCEPT,
        )


class UploadForm(forms.ModelForm):
    """A new picture: a file, and a name to find it by."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=_(
            "JPEG, PNG, WebP, TIFF or GIF. Place and camera data are removed; "
            "credit and caption found in the file are kept for the figure."
        ),
    )

    class Meta:
        model = Picture
        fields = ["name"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.fields["name"].help_text = _(
            "To find it again; never shown to the public. Left empty, the name of the file."
        )

    def clean(self):
        super().clean()
        file = self.cleaned_data.get("file")
        if file is None:
            return
        name = self.cleaned_data.get("name") or file.name
        started_at = timezone.now()
        try:
            # One byte more than is allowed is enough to be refused.
            self.instance = store.add(
                file.read(store.MAX_BYTES + 1), name=name, by=self.uploaded_by
            )
        except store.PictureRefused as error:
            self.add_error("file", str(error))
            return
        self.was_here = self.instance.uploaded_at < started_at
        self.cleaned_data["name"] = self.instance.name

    def save(self, commit=True):
        self.save_m2m = lambda: None
        return self.instance  # stored when it was checked


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    list_display = ["thumbnail", "name", "size", "uploaded_at", "uploaded_by"]
    list_display_links = ["thumbnail", "name"]
    list_select_related = ["uploaded_by"]
    list_per_page = 50
    search_fields = ["name", "credit_found", "caption_found", "sha256"]
    date_hierarchy = "uploaded_at"
    readonly_fields = [
        "preview",
        "size",
        "credit_found",
        "caption_found",
        "sha256",
        "uploaded_at",
        "uploaded_by",
    ]

    def get_fields(self, request, obj=None):
        return ["name", *self.readonly_fields] if obj else ["file", "name"]

    def get_form(self, request, obj=None, **kwargs):
        if obj:
            return super().get_form(request, obj, **kwargs)
        return type("UploadForm", (UploadForm,), {"uploaded_by": request.user})

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/pictures/picture/
            path("upload/", view(self.upload_view), name="pictures_picture_upload"),
            path(
                "thumbnail/<str:value>/",
                view(self.thumbnail_view),
                name="pictures_picture_thumbnail",
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def upload_view(self, request):
        """Add the file that a script sends; say how a select names the picture, or why it is refused."""
        if not self.has_add_permission(request):
            return JsonResponse({"error": gettext("You may not add pictures.")}, status=403)
        form = self.get_form(request)(request.POST, request.FILES)
        if not form.is_valid():
            reasons = [reason for found in form.errors.values() for reason in found]
            return JsonResponse({"error": " ".join(reasons)}, status=400)
        picture = form.instance
        return JsonResponse(
            {
                "id": picture.pk,
                "sha256": picture.sha256,
                "name": picture.name,
                "words": picture.words_found,
            }
        )

    def thumbnail_view(self, request, value):
        """To the thumbnail of a picture by its SHA-256 or its id; a script need not know its sizes."""
        known_by = {"sha256": value} if len(value) == 64 else {"pk": value}
        if not (value.isascii() and value.isalnum()) or ("pk" in known_by and not value.isdigit()):
            raise Http404
        picture = Picture.objects.filter(**known_by).first()
        if picture is None:
            raise Http404
        return redirect(thumbnail_address(picture))

    def has_delete_permission(self, request, obj=None):
        return False  # an edition may name it

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        elif form.was_here:
            message = gettext("This picture was here already, as “%s”. It is used again.") % obj
            self.message_user(request, message, messages.INFO)

    @admin.display(description=_("picture"))
    def thumbnail(self, picture):
        return format_html(
            '<img class="thumbnail" src="{}" alt="{}" loading="lazy">',
            thumbnail_address(picture),
            picture.name,
        )

    @admin.display(description=_("picture"))
    def preview(self, picture):
        sizes = widths(picture.width)
        address = reverse("picture", args=[picture.sha256, f"{sizes[min(1, len(sizes) - 1)]}.webp"])
        return format_html('<img class="picture-preview" src="{}" alt="">', address)

    @admin.display(description=_("size"))
    def size(self, picture):
        return f"{picture.width} × {picture.height} px"
