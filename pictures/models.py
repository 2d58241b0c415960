"""The picture store: what was uploaded, re-encoded, under the SHA-256 of its bytes."""

import re

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Picture(models.Model):
    """One picture. Rows and files are only ever added, since an edition names them by hash; but an
    erasure takes away the pictures of a person.

    ``pictures.store`` makes and removes them.
    """

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width (px)"), editable=False)
    height = models.PositiveIntegerField(_("height (px)"), editable=False)
    name = models.CharField(
        _("name"), max_length=200, help_text=_("To find it again; never shown to the public.")
    )
    credit_found = models.TextField(_("credit found in the file"), blank=True, editable=False)
    caption_found = models.TextField(_("caption found in the file"), blank=True, editable=False)
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return self.name

    @property
    def words_found(self) -> dict[str, dict[str, str]]:
        """Credit and caption as the file stated them, under the language that they are written in."""
        found = {"credit": self.credit_found, "caption": self.caption_found}
        return {
            column: {"zh-hant" if re.search(r"[\u3400-\u9fff]", words) else "en": words}
            for column, words in found.items()
            if words
        }
