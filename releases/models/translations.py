"""What a translator has seen: which words in one language were put beside which in the other."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from releases.languages import NAMES, WRITTEN

from .draft import Release


class Translation(models.Model):
    """Words that somebody translated, or checked and found right, with the source they saw.

    Rows are only added (but for an erasure): a translation is up to date where there is a row for the very words that
    stand there now, in both languages, whatever stood there in between (docs/decisions/0016).
    ``part`` is the key of the part, empty for the release's own fields; digests are those of
    ``document.digest`` over the words.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="translations")
    part = models.CharField(max_length=40, blank=True)
    field = models.CharField(max_length=40)
    language = models.CharField(max_length=10, choices=[(code, NAMES[code]) for code in WRITTEN])
    source = models.TextField(_("source"))
    source_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    is_check = models.BooleanField(_("checked, nothing to change"), default=False)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "part", "field", "language", "source_digest", "digest"],
                name="translation_once_per_pair_of_words",
            )
        ]
