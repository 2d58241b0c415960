"""Somebody has looked at a warning of the preflight."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .draft import Release


class Acknowledgement(models.Model):
    """A warning was looked at and the words stay as they are. Rows are only added, and
    lose a name only by an erasure.

    It counts for the finding with this digest, which is one of exactly these words: when they change
    the finding has another. ``check_id`` and ``excerpt`` say what it was about once that is gone.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="acknowledgements")
    check_id = models.CharField(_("check"), max_length=60)
    digest = models.CharField(_("digest"), max_length=64)
    excerpt = models.TextField(_("excerpt"), blank=True)
    acknowledged_at = models.DateTimeField(_("acknowledged at"))
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("acknowledged by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        constraints = [
            models.UniqueConstraint(fields=["release", "digest"], name="acknowledged_once")
        ]

    def __str__(self):
        return f"{self.release} · {self.check_id} · {self.acknowledged_by}"
