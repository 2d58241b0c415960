"""The screens that lead to publication: previews, and the page that asks once more.

The same page publishes a draft and, once there is an edition, corrects it.
"""

from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from releases.document import compose, derived, digest
from releases.languages import (
    DERIVED,
    HTML_LANG,
    OWN_NAMES,
    WRITTEN,
    all_languages,
    language_name,
    language_names,
)
from releases.outputs import web_page
from releases.publishing import correct, problems, problems_of_correction, publish

from .editions import public_address
from .preflight import findings_context
from .states import print_moment, shown_state, zone_name


class PublishForm(forms.Form):
    """When the release goes out."""

    when = forms.ChoiceField(
        label=_("when"),
        choices=[("now", _("Now")), ("later", _("At this time:"))],
        widget=forms.RadioSelect,
    )
    at = forms.DateTimeField(
        label=_("moment"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M:%S", attrs={"type": "datetime-local"}),
    )
    seen = forms.CharField(widget=forms.HiddenInput)
    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, release, notes, initial, typed=None, **kwargs):
        ahead = [at for at in (release.embargo_until, release.visible_from) if at]
        ahead = max((at for at in ahead if at > timezone.now()), default=None)
        moment = {"when": "later", "at": ahead} if ahead else {"when": "now"}
        super().__init__(*args, initial={**moment, **(typed or {}), **initial}, **kwargs)
        for language in notes:
            self.fields[f"note_{language}"] = forms.CharField(
                label=OWN_NAMES[language],
                # Nobody needs to be told of a mistake that nobody could see.
                required=release.public_from is not None,
                widget=forms.Textarea(attrs={"rows": 2, "lang": HTML_LANG[language]}),
            )

    @property
    def note_fields(self):
        return [field for field in self if field.name.startswith("note_")]

    @property
    def note(self):
        return {
            name.removeprefix("note_"): words
            for name, words in self.cleaned_data.items()
            if name.startswith("note_")
        }

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        now = timezone.now()
        at = now if cleaned["when"] == "now" else cleaned["at"]
        if at is None:
            self.add_error("at", _("Give the time, or choose “Now”."))
        elif at < now:
            self.add_error("at", _("That time has passed. Choose “Now”, or a later time."))
        cleaned["moment"] = at
        return cleaned


class PublishViews:
    """Views of the release screen. Each asks for permission itself: ``admin_view`` asks for staff only."""

    @method_decorator([require_safe, never_cache, xframe_options_sameorigin])
    def preview_view(self, request, pk, language):
        """The saved draft in one language, by the code of the public page."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        if language not in all_languages():
            raise Http404
        with translation.override(language):
            context = web_page.render(derived(compose(release)), language)
            return render(request, "releases/release_detail.html", context)

    @method_decorator([require_http_methods(["GET", "HEAD", "POST"]), never_cache])
    def publish_view(self, request, pk):
        """Show all languages as they will look, ask for the moment, and publish or correct."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.may_publish(request, release):
            raise PermissionDenied
        number = release.editions.count() + 1
        is_correction = number > 1
        if request.POST.get("number", f"{number}") != f"{number}":  # a second click
            return self._published_already(request, release)
        document = compose(release)
        make_form = partial(
            PublishForm,
            release=release,
            initial={"seen": digest(document), "number": number},
            notes=[code for code in WRITTEN if code in document.languages and is_correction],
        )
        form = make_form(request.POST or None)
        refusals = []
        if request.method == "POST" and form.is_valid():
            verb = partial(correct, note=form.note) if is_correction else publish
            try:
                edition = verb(
                    release=release,
                    by=request.user,
                    at=form.cleaned_data["moment"],
                    seen=form.cleaned_data["seen"],
                )
            except ValidationError as error:
                if release.editions.count() >= number:  # somebody else was faster
                    return self._published_already(request, release)
                refusals = error.messages
                form = make_form(typed=form.cleaned_data)
            else:
                self.log_change(request, release, gettext("Published."))
                self.message_user(request, _success(edition), messages.SUCCESS)
                return redirect("admin:releases_release_change", release.pk)
        find_problems = problems_of_correction if is_correction else problems
        context = {
            **self._previews(
                request,
                release,
                title=gettext("Publish a correction") if is_correction else gettext("Publish"),
            ),
            "form": form,
            "problems": find_problems(document, release=release),
            "refusals": refusals,
            **findings_context(request, release, document),
            "time_zone_name": zone_name(),
        }
        return render(request, "admin/releases/release/publish.html", context)

    def reading_view(self, request, release):
        """A release for somebody who may see it and not change it: as it will look."""
        context = {
            **self._previews(request, release, title=gettext("Release")),
            "release_state": shown_state(release),
            **findings_context(request, release),
            **self.approval_context(request, release),
        }
        return render(request, "admin/releases/release/read.html", context)

    def _screen(self, request, release, *, title):
        """What every screen of one release is given."""
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "subtitle": str(release),
            "release": release,
        }

    def _previews(self, request, release, *, title):
        return {
            **self._screen(request, release, title=title),
            "is_nav_sidebar_enabled": False,  # room for two previews
            "languages": [_language(release, code) for code in all_languages()],
        }

    def _published_already(self, request, release):
        message = gettext("“%s” has been published already. Nothing was changed.") % release
        self.message_user(request, message, messages.WARNING)
        return redirect("admin:releases_release_change", release.pk)


def _language(release, code):
    is_chosen = code in release.languages
    return {
        "code": code,
        "name": language_name(code),
        "own_name": OWN_NAMES[code],
        "is_chosen": is_chosen,
        "converted_from": DERIVED.get(code) and language_name(DERIVED[code]),
        "consequence": ""
        if is_chosen
        else gettext(
            "%(missing)s is not chosen: its address will say that the release is available in %(chosen)s only."
        )
        % {"missing": language_name(code), "chosen": language_names(release.languages) or "–"},
    }


def _success(edition):
    if edition.visible_from > timezone.now():
        moment = f"{print_moment(edition.visible_from)} {zone_name()}"
        return gettext("The release is scheduled: it will be public from %s.") % moment
    links = format_html_join(
        " · ",
        '<a href="{}">{}</a>',
        ((public_address(page), OWN_NAMES[page.language]) for page in edition.pages.all()),
    )
    return format_html("{} {}", gettext("The release is public:"), links)
