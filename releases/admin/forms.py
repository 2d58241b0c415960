"""Forms of a release and its parts."""

from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from releases.copying import values_of
from releases.languages import DERIVED, NAMES, all_languages
from releases.models import Release
from releases.publishing import without_source

COPYING_HELP = _(
    "Choose a record: what is left empty is copied from it when you save; what you type stays."
)


class ReleaseForm(forms.ModelForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=lambda: [(code, NAMES[code]) for code in all_languages()],
        initial=all_languages,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("The languages the release goes out in, all at the same moment."),
    )

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
        if self.record_field in self._errors and self.record_field not in self.changed_data:
            # The record is gone; the row remembers its key until another is chosen.
            del self._errors[self.record_field]
            self.record_is_gone = True

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
        return bool(changed - {"ordering"} if self.instance.pk is None else changed)

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
    """Rows that know their release without asking the database again."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        setattr(form.instance, self.fk.name, self.instance)
        return form


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

    def __init__(self, release):
        self.release = release

    @cached_property
    def quotes(self):
        """``(key, first words)`` of every saved quote, in the order in which they are printed."""
        if self.release is None:
            return []
        return [
            (quote.key, str(quote) or quote.key)
            for quote in _printed(self.release.releases_quote_set)
        ]

    @cached_property
    def figures(self):
        """``(key, number and caption)`` of every saved figure, in the order of print."""
        if self.release is None:
            return []
        return [
            (
                figure.key,
                gettext("Photo %(number)d: %(caption)s") % {"number": number, "caption": figure},
            )
            for number, figure in enumerate(_printed(self.release.releases_figure_set), start=1)
        ]


def _printed(blocks):
    regions = [region.key for region in Release.regions]
    return sorted(blocks.all(), key=lambda b: (regions.index(b.region), b.ordering, b.pk))
