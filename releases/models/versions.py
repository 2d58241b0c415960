"""What a draft was: every save, and who is at it now."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .draft import Release


class Version(models.Model):
    """A draft as it was saved. Inserted by ``releases.drafting``, never changed but by an
    erasure, which takes a person out of it.

    ``digest`` is that of the document and the internal notes together: what a form that is being
    typed into has seen. ``token`` names that form: sent twice, it is saved once.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    document = models.JSONField(_("document"))
    internal_notes = models.TextField(_("internal notes"), blank=True)
    digest = models.CharField(_("digest"), max_length=64)
    restored_from = models.PositiveIntegerField(_("restored from"), null=True)
    token = models.CharField(max_length=40, blank=True)
    saved_at = models.DateTimeField(_("saved at"))
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("saved by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["release", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "number"], name="version_number_once_per_release"
            ),
            models.UniqueConstraint(
                fields=["token"], condition=~models.Q(token=""), name="form_saved_once"
            ),
        ]

    def __str__(self):
        return f"{self.release} · {self.number}"


class Presence(models.Model):
    """Who has a release open, and was there last when."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "user"], name="present_once_per_release")
        ]
