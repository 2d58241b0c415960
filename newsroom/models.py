"""What the host organisation decides about its newsroom: what is seen, not how it runs."""

from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from media_contacts.fields import OnePerLine
from releases.chinese import to_simplified
from releases.languages import DERIVED

from .colours import ACCENT, WARM

MAX_LINKS = 8
MAX_LABEL = 60  # characters


class LinksFormField(OnePerLine):
    validate_address = URLValidator(schemes=["https", "http"])

    def parse(self, line):
        *label, address = line.rsplit(None, 1)
        try:
            self.validate_address(address)
        except ValidationError:
            label = []
        if not label or len(label[0]) > MAX_LABEL:
            raise ValidationError(
                _(
                    "“%(line)s” is not a link. Write its words (%(limit)d characters at most), a space and its address: Privacy https://www.park.example/privacy"
                ),
                params={"line": line, "limit": MAX_LABEL},
                code="link",
            )
        return {"label": label[0], "address": address}

    def display(self, item):
        return f"{item['label']} {item['address']}"

    def to_python(self, value):
        links = super().to_python(value)
        if len(links) > MAX_LINKS:
            raise ValidationError(
                _("These are %(number)d links. The footer has room for %(limit)d."),
                params={"number": len(links), "limit": MAX_LINKS},
                code="links",
            )
        return links


class LinksField(models.JSONField):
    """``[{"label": "Privacy", "address": "https://www.park.example/privacy"}, …]``"""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": LinksFormField, **kwargs})


class ColourField(models.CharField):
    """``#rrggbb``"""

    default_validators = [
        RegexValidator(r"^#[0-9a-fA-F]{6}\Z", _("Write a colour as # and six digits: #0d5a62."))
    ]


class Newsroom(models.Model):
    """The one row of settings. Where there is none, or a field is empty, the newsroom does without.

    ``newsroom.host.current`` gives it to pages at no query.
    """

    WORDS = ("name", "about", "footer", "copyright_line")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(
        _("name"), max_length=100, blank=True, help_text=_("The words at the head of every page.")
    )
    logo = models.ForeignKey(
        "pictures.Picture",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Stands before the name. Drawn for white paper, best without a background."),
    )
    accent = ColourField(
        _("accent colour"),
        max_length=7,
        default=ACCENT,
        help_text=_("The colour of links, edges and the footer."),
    )
    warm = ColourField(
        _("second colour"),
        max_length=7,
        default=WARM,
        help_text=_("The colour of dates, of the edge of a quote and of what is in focus."),
    )
    about = models.TextField(
        _("about the newsroom"),
        blank=True,
        help_text=_(
            "A page of its own, in the menu once it has words. Blank lines separate paragraphs."
        ),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("The website of the organisation.")
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("For everybody; journalists find the media contacts.")
    )
    footer = models.TextField(
        _("footer"),
        blank=True,
        help_text=_("Words at the foot of every page. Blank lines separate paragraphs."),
    )
    links = LinksField(
        _("links in the footer"),
        default=list,
        blank=True,
        help_text=_("One per line: its words, a space and its address."),
    )
    copyright_line = models.CharField(
        _("copyright line"), max_length=200, blank=True, help_text=_("The last line of every page.")
    )

    class Meta:
        verbose_name = _("settings of the newsroom")
        verbose_name_plural = _("settings")
        default_permissions = ("view", "change")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_newsroom")]

    def __str__(self):
        return self.name_zh_hant or self.name_en or str(_("Newsroom"))

    def words(self, field, language):
        """Return a translated field in a language of the newsroom; nothing stands in for it."""
        if language in DERIVED:
            return _simplified(self.words(field, DERIVED[language]))
        return getattr(self, build_localized_fieldname(field, language), None)

    def called(self, language):
        """Return what the newsroom is called in a language; never empty."""
        with translation.override(language):
            return self.words("name", language) or gettext("Newsroom")

    def clean(self):
        """What has words in one language has them in each, so that no page lacks a part."""
        columns = settings.MODELTRANSLATION_LANGUAGES
        written = [code for code, _name in settings.LANGUAGES if code in columns]
        errors = {
            build_localized_fieldname(field, language): _(
                "Write this in the other language too, or leave both empty."
            )
            for field in self.WORDS
            if any(self.words(field, language) for language in written)
            for language in written
            if not self.words(field, language)
        }
        if errors:
            raise ValidationError(errors)


def _simplified(words):
    """A text, or links with their labels, in Simplified Chinese."""
    if isinstance(words, list):
        return [{**link, "label": _converted(link["label"])} for link in words]
    return words and _converted(words)


_converted = lru_cache(maxsize=64)(to_simplified)  # asked on every page


class Job(models.Model):
    """When something that is done again and again was last done (``newsroom.jobs``)."""

    name = models.CharField(max_length=50, primary_key=True)
    done_at = models.DateTimeField()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")

    def __str__(self):
        return self.name
