"""The pages of the second step: ask for a code, set up the app, show recovery codes, switch off."""

import unicodedata
from functools import wraps

import django_otp
import segno
from django import forms
from django.contrib import admin, auth, messages
from django.contrib.auth.views import RedirectURLMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from newsroom import two_step


class CodeInput(forms.PasswordInput):
    """Seen while it is typed, and never sent back: after a wrong code the field is empty."""

    input_type = "text"


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=CodeInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "none",
                "spellcheck": "false",
                "autofocus": True,
            }
        ),
    )

    def clean_code(self):
        """Without the spaces that apps print, and from full-width digits."""
        code = unicodedata.normalize("NFKC", self.cleaned_data["code"])
        return "".join(code.split()).lower()


def page(request, template, title, status=200, **context):
    context |= admin.site.each_context(request) | {
        "title": title,
        "is_nav_sidebar_enabled": False,
        "person": request.person,
    }
    return render(request, f"admin/two_step/{template}.html", context, status=status)


def for_staff(view):
    """For whoever gave a password that opens the admin: between the two steps, or past both."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        person = request.person
        if not (person.is_authenticated and person.is_active and person.is_staff):
            return redirect("admin:login")
        return view(request, *args, **kwargs)

    return wrapped


def signed_in(view):
    """For whoever is past both steps, or needs one."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if two_step.is_awaited(request.person):
            return redirect("two_step:code")
        return view(request, *args, **kwargs)

    return for_staff(wrapped)


@method_decorator([never_cache, for_staff, sensitive_post_parameters("code")], name="dispatch")
class StepView(RedirectURLMixin, View):
    """A page with a field for a code; ``elsewhere`` is where to go who has no business here."""

    def dispatch(self, request):
        return self.elsewhere(request.person) or super().dispatch(request)

    def get_default_redirect_url(self):
        return resolve_url("admin:index")

    def get(self, request, form=None):
        form = form or CodeForm()
        return self.show(request, form, status=400 if form.errors else 200)

    def post(self, request):
        form = CodeForm(request.POST)
        if form.is_valid():
            try:
                return self.take(request, form.cleaned_data["code"])
            except ValidationError as error:
                form.add_error("code", error)
        return self.get(request, form)

    def verified(self, device):
        """From here on there is somebody."""
        self.request.user = self.request.person
        django_otp.login(self.request, device)
        self.request.session.cycle_key()


class CodeView(StepView):
    def elsewhere(self, person):
        if not two_step.is_awaited(person):
            return redirect(self.get_success_url())
        return None if two_step.is_on(person) else redirect("two_step:set_up")

    def show(self, request, form, status):
        return page(
            request,
            "code",
            gettext("Two-step login"),
            status,
            form=form,
            next=self.get_redirect_url(),
        )

    def take(self, request, code):
        self.verified(two_step.check(user=request.person, code=code))
        return redirect(self.get_success_url())


class SetUpView(StepView):
    """The app reads a picture, and says a first code."""

    def elsewhere(self, person):
        return redirect("two_step:state") if two_step.is_on(person) else None

    def show(self, request, form, status):
        device = two_step.begin(user=request.person)
        picture = segno.make(device.config_url, error="m", micro=False)
        return page(
            request,
            "set_up",
            gettext("Set up two-step login"),
            status,
            form=form,
            secret=two_step.printed_secret(device),
            # Ours alone goes into it: an address made of a key and percent-encoded names.
            picture=mark_safe(picture.svg_inline(omitsize=True, dark="#000", light="#fff")),
            is_required=two_step.is_required(request.person),
        )

    def take(self, request, code):
        device, codes = two_step.confirm(user=request.person, code=code)
        self.verified(device)
        return show_codes(request, codes)


def show_codes(request, codes):
    """Once, in the answer to what made them."""
    return page(request, "recovery_codes", gettext("Recovery codes"), codes=codes)


@never_cache
@require_safe
@signed_in
def state(request):
    """Whether it is on, and what can be done about it."""
    return page(
        request,
        "state",
        gettext("Two-step login"),
        is_on=two_step.is_on(request.user),
        is_required=two_step.is_required(request.user),
    )


@never_cache
@require_POST
@signed_in
def recovery_codes(request):
    if not two_step.is_on(request.user):
        raise PermissionDenied
    return show_codes(request, two_step.renew_recovery_codes(user=request.user))


@never_cache
@require_POST
@signed_in
def off(request):
    two_step.switch_off(user=request.user, by=request.user)
    messages.success(request, gettext("Two-step login is off."))
    return redirect("two_step:state")


@never_cache
@require_POST
def leave(request):
    """Log in as somebody else: forget who gave the password."""
    auth.logout(request)
    return redirect(reverse("admin:login"))
