"""Yes to these words: decisions, each bound to a digest."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .draft import Release


class Approval(models.Model):
    """Somebody said yes to the document with this digest. When the draft changes it no longer counts."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="approvals")
    digest = models.CharField(_("digest"), max_length=64)
    approved_at = models.DateTimeField(_("approved at"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "digest", "approved_by"], name="approved_once_per_person"
            )
        ]

    def __str__(self):
        return f"{self.release} · {self.approved_by}"
