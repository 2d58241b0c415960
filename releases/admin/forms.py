"""Forms of a release and its parts."""

import copy
import re
import secrets
from functools import partial

from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from releases.copying import values_of
from releases.languages import DERIVED, NAMES, WRITTEN, all_languages
from releases.models import Release
from releases.models.draft import KEY
from releases.publishing import without_source

COPYING_HELP = _(
    "Choose a record: what is left empty is copied from it when you save; what you type stays."
)


def only_translated(form: type[forms.BaseForm], source_language: str) -> None:
    """Let a form change nothing but words in the language that a release is translated into."""
    source = source_language.replace("-", "_")
    written = tuple(f"_{code.replace('-', '_')}" for code in WRITTEN)
    for name, field in form.base_fields.items():
        is_target = name.endswith(written) and not name.endswith(f"_{source}")
        if not is_target and name not in ("seen", "token", "key"):
            # A copy, because forms share the fields that they declare.
            form.base_fields[name] = copy.deepcopy(field)
            form.base_fields[name].disabled = True


class ReleaseForm(forms.ModelForm):
    """``seen`` is the digest of the draft that the form shows, ``token`` names the form itself."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    token = forms.RegexField(
        r"^[\w-]{0,40}\Z",
        required=False,
        widget=forms.HiddenInput,
        initial=partial(secrets.token_urlsafe, 20),
    )
    is_resumed = False
    """Whether the form only shows again what was typed before."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=lambda: [(code, NAMES[code]) for code in all_languages()],
        initial=all_languages,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("The languages the release goes out in, all at the same moment."),
    )

    def is_valid(self):
        return super().is_valid() and not self.is_resumed

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        others = Release.objects.at_address(slug).exclude(pk=self.instance.pk)
        if others.exclude(versions__token=self.data.get("token") or None).exists():
            raise forms.ValidationError(gettext("Another release has this address."))
        return slug

    def clean_languages(self):
        languages = self.cleaned_data["languages"]
        for language in languages:
            if DERIVED.get(language, language) not in languages:
                raise forms.ValidationError(without_source(language))
        return languages


class CopyingForm(forms.ModelForm):
    """A row that copies the words of the record that it names.

    When the record changes, every copied field that was not typed into takes its value. Later
    saves copy nothing.
    """

    record_field = None
    record_is_gone = False

    def _clean_fields(self):
        super()._clean_fields()
        if self.record_field not in self._errors:
            return
        known_from_before = self.instance.pk is None and self.cleaned_data.get("key")
        if known_from_before or self.record_field not in self.changed_data:
            # The record is gone; the row remembers its key until another is chosen.
            del self._errors[self.record_field]
            self.record_is_gone = True
            key = self[self.record_field].data
            setattr(self.instance, f"{self.record_field}_id", key if re.match(KEY, key) else None)

    def _get_validation_exclusions(self):
        exclude = super()._get_validation_exclusions()
        return exclude | {self.record_field} if self.record_is_gone else exclude

    def clean(self):
        super().clean()
        record = self.cleaned_data.get(self.record_field)
        if record is None or self.record_field not in self.changed_data:
            return
        for name, value in self.values_of(record).items():
            if name in self.fields and name not in self.changed_data:
                self.cleaned_data[name] = value

    def values_of(self, record):
        return values_of(record)


class OrderedForm(CopyingForm):
    """A row of an ordered list."""

    def has_changed(self):
        # A row that was added and left empty is not kept for the place that it was given.
        changed = set(self.changed_data)
        return bool(changed - {"ordering", "figure_key"} if self.instance.pk is None else changed)

    @property
    def label(self):
        """What the row is, by its first words."""
        for column in ("name", "text", "organisation"):
            for language in ("zh_hant", "en"):
                words = getattr(self.instance, f"{column}_{language}", None)
                if words:
                    return Truncator(words).chars(60)
        return ""


class PassageForm(OrderedForm):
    @property
    def label(self):
        return Truncator(self.instance.traditional).chars(60)


class PartFormSet(BaseInlineFormSet):
    """Rows that are known by the keys of their parts.

    What is sent says whole what the release is to hold: a part that is not sent is not there. So a
    form that is sent late, or that nobody saves, is read like any other.
    """

    def initial_form_count(self):
        return 0 if self.is_bound else super().initial_form_count()

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if self.is_bound:
            del form.fields[self._pk_field.name]
        self._pk_field = self.model._meta.get_field("key")  # which the templates print
        form.fields["key"] = forms.RegexField(
            KEY,
            required=False,
            widget=forms.HiddenInput,
            initial=None if index is None or form.instance.pk is None else form.instance.key,
        )

    def _construct_form(self, i, **kwargs):
        if self.is_bound:
            key = self.data.get(f"{self.add_prefix(i)}-key")
            kwargs["instance"] = self._stored.get(key) or self.model(**{"key": key} if key else {})
        form = super()._construct_form(i, **kwargs)
        # Without asking the database for the release again.
        setattr(form.instance, self.fk.name, self.instance)
        return form

    @cached_property
    def _stored(self):
        return {row.key: row for row in self.get_queryset()} if self.instance.pk else {}

    @property
    def rows(self):
        """The rows that the release is to hold, in order."""
        kept = [
            form.instance
            for form in self.forms
            if form.instance.pk or form.has_changed()
            if not (self.is_bound and self._should_delete_form(form))
        ]
        return sorted(kept, key=lambda row: row.ordering)


class FigureForm(CopyingForm):
    """A figure: its picture brings credit and caption along, where the figure has none yet."""

    record_field = "picture"

    def values_of(self, record):
        return {
            name: value
            for name, value in values_of(record).items()
            if not getattr(self.instance, name, None)
        }


class QuoteForm(CopyingForm):
    record_field = "person"


class PersonForm(OrderedForm):
    record_field = "person"


class RecordForm(OrderedForm):
    record_field = "record"


class PartsOfRelease:
    """What one part of a release may point to in another: its quotes and its figures."""

    def __init__(self, release, sent=None):
        self.release = release
        self.sent = sent or {}

    def _with_new(self, known, prefix):
        """And those that were written together with the row that points to them."""
        keys = [
            key
            for name, key in self.sent.items()
            if name.startswith(f"{prefix}-") and name.endswith("-key") and key
        ]
        return [*known, *((key, key) for key in keys if key not in dict(known))]

    @cached_property
    def quotes(self):
        """``(key, first words)`` of every quote, in the order in which they are printed."""
        known = [
            (quote.key, str(quote) or quote.key)
            for quote in (_printed(self.release.releases_quote_set) if self.release else ())
        ]
        return self._with_new(known, "releases_quote_set")

    @cached_property
    def figures(self):
        """``(key, number and caption)`` of every figure, in the order of print."""
        stored = _printed(self.release.releases_figure_set) if self.release else ()
        known = [
            (
                figure.key,
                gettext("Photo %(number)d: %(caption)s") % {"number": number, "caption": figure},
            )
            for number, figure in enumerate(stored, start=1)
        ]
        return self._with_new(known, "releases_figure_set")


def _printed(blocks):
    regions = [region.key for region in Release.regions]
    return sorted(blocks.all(), key=lambda b: (regions.index(b.region), b.ordering, b.pk))
