"""The files that a release was imported from, and the review that stands before the draft."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from .draft import Release


def new_import_key():
    return get_random_string(16, "abcdefghijkmnpqrstuvwxyz23456789")


class Import(models.Model):
    """One or two files that were read. Without ``release`` a review, with it the origin of a draft.

    ``imported`` is ``releases.importing.Imported`` as JSON: what was read, as corrected so far; the
    bytes of its pictures are files beside the originals. ``choices`` maps a part to the standing
    record it was matched with (``releases.importing.matching``). Once there is a draft both are empty.
    """

    key = models.CharField(max_length=16, unique=True, default=new_import_key, editable=False)
    imported = models.JSONField(default=dict, editable=False)
    choices = models.JSONField(default=dict, editable=False)
    release = models.ForeignKey(
        Release,
        verbose_name=_("release"),
        null=True,
        on_delete=models.CASCADE,
        related_name="imports",
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return ", ".join(file.name for file in self.files.all())

    def path(self, sha256: str) -> str:
        """The name in the private store of an original or of a picture found in one."""
        return f"imports/{self.key}/{sha256}"

    def open(self, sha256: str):
        return default_storage.open(self.path(sha256))


class ImportedFile(models.Model):
    """An original: private, never changed, kept as long as the release or until somebody whom it names
    is erased."""

    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(_("name"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)
    ordering = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["ordering"]

    def __str__(self):
        return self.name

    def open(self):
        return self.source.open(self.sha256)
