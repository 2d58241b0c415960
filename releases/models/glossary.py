"""The glossary: what a term is called in each language, whatever a converter would make of it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class TermQuerySet(models.QuerySet):
    def locked(self) -> list[tuple[str, str]]:
        """The terms with a Simplified form of their own, each with that form."""
        return list(self.exclude(zh_hans="").values_list("zh_hant", "zh_hans"))


class Term(models.Model):
    """A term of the house in every language, in a release or not."""

    zh_hant = models.CharField(_("Traditional Chinese"), max_length=200, unique=True)
    en = models.CharField(_("English"), max_length=200, blank=True)
    zh_hans = models.CharField(
        _("Simplified Chinese"),
        max_length=200,
        blank=True,
        help_text=_(
            "Printed in this form wherever the term stands, except within a longer name. Empty: converted."
        ),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("glossary")
        ordering = ["zh_hant"]

    def __str__(self):
        return self.zh_hant

    def clean(self):
        if not (self.en or self.zh_hans):
            raise ValidationError(_("Give the English, the Simplified form, or both."))
