"""The screens that lead from files to a draft: choose them, review what was understood, confirm."""

import mimetypes

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from js_asset import Media, Script
from PIL import Image

from releases import rich_text
from releases.importing import File, ImportRefused, corrections, reviewing, shapes
from releases.importing.imported import MAX_BYTES
from releases.importing.matching import MODELS, matches
from releases.languages import HTML_LANG, OWN_NAMES, SHORT_NAMES, WRITTEN
from releases.models import Import, ImportedFile

from .review import KINDS, NOTE_KINDS, ReviewForm
from .states import zone_name

MOST_FILES = 2
ACCEPTED = ".docx,.pdf,.txt"
SCRIPT = "admin_newsroom/importing.js"
# The fields of a document that the first card of the review holds.
TOP = ("headline", "sub_headline", "dateline", "embargo_until", "slug", "languages", "top")


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or two files."""

    widget = FilesInput(attrs={"multiple": True, "accept": ACCEPTED})

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(file, initial) for file in data or [None]]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Choose one file, or two: one for each language."))
        return files


class FilesForm(forms.Form):
    files = FilesField(label=_("Files"), error_messages={"required": _("Choose a file first.")})


class ImportViews:
    """Views of the release screens. Each asks for permission itself: ``admin_view`` asks for staff only."""

    def import_urls(self):
        # /admin/releases/release/import/
        views = [
            ("", self.import_view, ""),
            ("<slug:key>/", self.review_view, "_review"),
            ("<slug:key>/pictures/<str:sha256>/", self.found_picture_view, "_picture"),
            ("<slug:key>/files/<int:pk>/", self.original_view, "_file"),
        ]
        return [
            path(
                f"import/{route}",
                self.admin_site.admin_view(view),
                name=f"releases_release_import{name}",
            )
            for route, view, name in views
        ]

    @method_decorator([require_http_methods(["GET", "HEAD", "POST"]), never_cache])
    def import_view(self, request):
        """Choose one file or two; what was read is reviewed next."""
        self._may_import(request)
        form = FilesForm(files=_chosen(request) if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            chosen = form.cleaned_data["files"]
            try:
                files = [File(file.name, file.read(MAX_BYTES + 1)) for file in chosen]
                review = reviewing.begin(files=files, by=request.user)
            except ImportRefused as refusal:
                form.add_error("files", str(refusal))
            else:
                return redirect("admin:releases_release_import_review", review.key)
        context = self._import_context(request, gettext("Import a release")) | {
            "form": form,
            "open_reviews": Import.objects.filter(release=None)
            .select_related("created_by")
            .prefetch_related("files"),
            "media": Media.from_media(
                self.media + Media(js=[Script(SCRIPT, type="module")]), nonce=str(request.csp_nonce)
            ),
        }
        status = 400 if form.errors else 200
        return render(request, "admin/releases/release/import.html", context, status=status)

    @method_decorator([require_http_methods(["GET", "HEAD", "POST"]), never_cache])
    def review_view(self, request, key):
        """What was understood beside the source; corrected here, and confirmed or cancelled."""
        self._may_import(request)
        review = Import.objects.filter(key=key).select_related("release").first()
        if review is None or review.release_id:
            return self._ended(request, review)
        if request.POST.get("do") == "cancel":
            reviewing.cancel(review=review)
            self.message_user(request, gettext("The import was cancelled. Nothing of it was kept."))
            return redirect("admin:releases_release_import")
        if request.POST.get("do") == "earlier":
            return self._open_earlier(review)
        form = self._form(request, review)
        if form.is_bound and form.is_valid():
            try:
                return self._act(request, review, form)
            except reviewing.ReviewChanged:
                current = self._form(request, Import.objects.get(pk=review.pk), bound=False)
                return self._review(request, review, current, typed=form, status=409)
            except reviewing.ReviewRefused as refusal:
                form.add_error(None, str(refusal))
        return self._review(request, review, form, status=400 if form.errors else 200)

    @method_decorator([require_safe, never_cache])
    def found_picture_view(self, request, key, sha256):
        """A picture of a file under review."""
        self._may_import(request)
        review = get_object_or_404(Import, key=key, release=None)
        found = corrections.from_json(review.imported).files
        if not any(p.sha256 == sha256 for file in found for p in file.pages.pictures):
            raise Http404
        file = review.open(sha256)
        with Image.open(file) as image:
            kind = image.get_format_mimetype()
        file.seek(0)
        return FileResponse(file, content_type=kind)

    @method_decorator([require_safe, never_cache])
    def original_view(self, request, key, pk):
        """An original, whole, as it was imported."""
        original = get_object_or_404(
            ImportedFile.objects.select_related("source"), pk=pk, source__key=key
        )
        release = original.source.release
        if release is None:
            self._may_import(request)
        elif not self.has_view_permission(request, release):
            raise PermissionDenied
        kind = mimetypes.guess_type(original.name)[0] or "application/octet-stream"
        return FileResponse(
            original.open(), as_attachment=True, filename=original.name, content_type=kind
        )

    # Steps

    def _may_import(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _ended(self, request, review):
        if review is None:
            self.message_user(
                request, gettext("This review has ended: it was cancelled."), messages.WARNING
            )
            return redirect("admin:releases_release_import")
        self.message_user(
            request, gettext("This review has ended: here is its draft."), messages.WARNING
        )
        return redirect("admin:releases_release_change", review.release_id)

    def _open_earlier(self, review):
        earlier = reviewing.earlier(review)
        if earlier is None:
            return redirect("admin:releases_release_import_review", review.key)
        reviewing.cancel(review=review)
        if earlier.release_id:
            return redirect("admin:releases_release_change", earlier.release_id)
        return redirect("admin:releases_release_import_review", earlier.key)

    def _form(self, request, review, bound=True):
        imported = corrections.from_json(review.imported)
        return ReviewForm(
            request.POST if bound and request.method == "POST" else None,
            imported=imported,
            matches=self._matches(request, imported),
            choices=review.choices,
        )

    def _matches(self, request, imported):
        """What may become of each part: who may not add records of a kind is not offered a new one."""
        return {
            part: match
            if self.admin_site.get_model_admin(MODELS[match.kind]).has_add_permission(request)
            else match.without_new()
            for part, match in matches(imported.document).items()
        }

    def _act(self, request, review, form):
        """Keep what was typed, then do what the button says."""
        do, *arguments = request.POST.get("do", "save").split(" ")
        imported, choices = form.corrected()
        imported = _taken_back(imported, request.POST)
        at = ""
        if do in ("up", "down") and len(arguments) == 2 and arguments[0] in WRITTEN:
            move = corrections.move_up if do == "up" else corrections.move_down
            imported = _if_there(move, imported, arguments[1], arguments[0])
            at = arguments[1]
        elif do == "join" and len(arguments) == 1:
            imported = _if_there(corrections.join_above, imported, arguments[0])
        choices = {
            part: match.choose(choices.get(part))
            for part, match in self._matches(request, imported).items()
        }
        seen = request.POST.get("seen", "")
        review = reviewing.save(review=review, imported=imported, choices=choices, seen=seen)
        if do != "confirm":
            if do == "save":
                self.message_user(request, gettext("The corrections were kept."), messages.SUCCESS)
            address = reverse("admin:releases_release_import_review", args=[review.key])
            return redirect(f"{address}#part-{at}" if at else address)
        release = reviewing.confirm(review=review, by=request.user, seen=reviewing.state(review))
        message = gettext("The draft was made from %(files)s.") % {"files": review}
        self.message_user(request, message, messages.SUCCESS)
        return redirect("admin:releases_release_change", release.pk)

    # The page

    def _import_context(self, request, title):
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            # Two panes need the whole width.
            "is_nav_sidebar_enabled": False,
            "accepted": ACCEPTED,
        }

    def _review(self, request, review, form, typed=None, status=200):
        imported = form.imported
        context = self._import_context(request, gettext("Review what was understood")) | {
            "review": review,
            "originals": review.files.all(),
            "earlier": reviewing.earlier(review),
            "seen": reviewing.state(Import.objects.get(pk=review.pk)),
            "form": form,
            "sections": form.sections,
            "sources": [_source(index, file) for index, file in enumerate(imported.files)],
            "places": _places(imported),
            "left_over": _left_over(imported),
            "take_as": [(kind, label) for kind, label in KINDS.items()],
            "general_notes": _general_notes(imported),
            "counts": _counts(imported),
            "note_kinds": NOTE_KINDS,
            "languages": [(code, OWN_NAMES[code], HTML_LANG[code]) for code in WRITTEN],
            "time_zone_name": zone_name(),
            "typed": _typed(typed) if typed else [],
            "media": Media.from_media(
                self.media + form.media + Media(js=[Script(SCRIPT, type="module")]),
                nonce=str(request.csp_nonce),
            ),
        }
        return render(request, "admin/releases/release/review.html", context, status=status)


def _chosen(request):
    return {"files": request.FILES.getlist("files")}


def _if_there(change, imported, key, *arguments):
    """Change the block with a key, unless a select of the same form took it away."""
    there = any(block.key == key for block in imported.document.body)
    return change(imported, key, *arguments) if there else imported


def _taken_back(imported, data):
    for note in _left_over(imported):
        kind = data.get(f"take:{note.file}:{note.line}")
        if kind in KINDS:
            language = "zh-hant" if shapes.HAN_CHARACTER.search(note.source) else "en"
            imported = corrections.take_back(
                imported, file=note.file, line=note.line, kind=kind, language=language
            )
    return imported


def _left_over(imported):
    """What was left over and can be taken back: once a line."""
    found = {}
    for note in imported.notes:
        if note.kind == "left_over" and note.line:
            lines = {n for p in imported.files[note.file].pages.paragraphs for n in p.numbers}
            if note.line in lines:
                found.setdefault((note.file, note.line), note)
    return list(found.values())


def _general_notes(imported):
    """What is about no part that is on the screen."""
    return [n for n in imported.notes if n.part is None and n.kind != "left_over"]


def _counts(imported):
    labels = {
        "guess": lambda n: ngettext("%(n)d guess", "%(n)d guesses", n),
        "mismatch": lambda n: ngettext(
            "%(n)d place does not agree", "%(n)d places do not agree", n
        ),
        "missing": lambda n: ngettext("%(n)d thing missing", "%(n)d things missing", n),
    }
    counts = {kind: sum(note.kind == kind for note in imported.notes) for kind in labels}
    counts["left_over"] = len(_left_over(imported))
    labels["left_over"] = lambda n: ngettext(
        "%(n)d passage left over", "%(n)d passages left over", n
    )
    return [(kind, labels[kind](n) % {"n": n}) for kind, n in counts.items() if n]


def _places(imported):
    """The first line of the source that went into a part, in every file: by the part's key, with
    the language of the file where there are two."""
    found = {}
    for index, file in enumerate(imported.files):
        for line, place in sorted(file.places.items()):
            if place != corrections.LEFT_OVER:
                found.setdefault("top" if place in TOP else place, {}).setdefault(index, line)
    labels = [_short_name(file) if len(imported.files) > 1 else "" for file in imported.files]
    return {
        place: [(index, line, labels[index]) for index, line in lines.items()]
        for place, lines in found.items()
    }


def _language(file):
    han = sum(bool(shapes.HAN_CHARACTER.search(p.text)) for p in file.pages.paragraphs)
    return "zh-hant" if han * 2 > len(file.pages.paragraphs) else "en"


def _short_name(file):
    return SHORT_NAMES[_language(file)]


def _source(index, file):
    """A file as it was read, paragraph by paragraph, each with the part it went to."""
    pictures = {picture.sha256: picture for picture in file.pages.pictures}
    rows = []
    for paragraph in file.pages.paragraphs:
        place = next(
            (
                p
                for n in paragraph.numbers
                if (p := file.places.get(n)) not in (None, corrections.LEFT_OVER)
            ),
            None,
        )
        rows.append(
            {
                "line": paragraph.line,
                "html": _safe(paragraph.html),
                "cells": paragraph.cells,
                "style": paragraph.style,
                "place": "top" if place in TOP else place,
                "is_left_over": place is None and bool(paragraph.text),
                "pictures": [pictures[p] for p in paragraph.pictures if p in pictures],
                "new_page": paragraph.lines[0].new_page,
            }
        )
    rows += [
        {"line": line.number, "html": line.text, "style": "furniture", "new_page": line.new_page}
        for line in file.pages.furniture
    ]
    rows.sort(key=lambda row: row["line"])
    lang = HTML_LANG[_language(file)]
    return {"index": index, "name": file.name, "rows": rows, "lang": lang}


def _safe(html):
    """Clean HTML: the readers make it, from files that nobody vouches for."""
    return mark_safe(rich_text.clean(html))


def _typed(form):
    """What somebody typed that the review does not hold: the name of the field, and the words."""
    return [
        (form.fields[name].label, form[name].value())
        for name in form.changed_data
        if form[name].value()
    ]
