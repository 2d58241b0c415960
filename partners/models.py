"""Who takes part: standing records that releases copy from.

``key`` is given once and never changes: it is the address of the organisation's page and the name
by which a release remembers where its values came from.
"""

import secrets

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_key():
    return secrets.token_hex(4)


class Record(models.Model):
    """A standing record, found again by its key."""

    key = models.CharField(
        _("key"),
        max_length=40,
        unique=True,
        default=new_key,
        validators=[
            RegexValidator(
                r"^[a-z0-9][a-z0-9-]*\Z", _("Use lower-case letters, digits and hyphens.")
            )
        ],
        help_text=_(
            "Lower-case letters, digits and hyphens. Part of public addresses, so it is given once and cannot be changed later."
        ),
    )

    class Meta:
        abstract = True


class Organisation(Record):
    class Role(models.TextChoices):
        HOST = "host", _("host")
        PARTNER = "partner", _("partner")

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.PARTNER)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "pictures.Picture",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["role", "key"]

    def __str__(self):
        return self.name_zh_hant or self.name_en or self.key


class Boilerplate(Record):
    """The standing “About X” text of an organisation, in force from a date until the next one."""

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="boilerplates",
    )
    text = models.TextField(_("text"), help_text=_("Blank lines separate paragraphs."))
    in_force_from = models.DateField(_("in force from"), default=timezone.localdate)

    class Meta:
        verbose_name = _("boilerplate")
        verbose_name_plural = _("boilerplates")
        ordering = ["organisation", "-in_force_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "in_force_from"],
                name="one_boilerplate_per_organisation_and_day",
                violation_error_message=_(
                    "This organisation already has a boilerplate from that day."
                ),
            )
        ]

    def __str__(self):
        return f"{self.organisation} · {self.in_force_from:%Y-%m-%d}"


class Spokesperson(Record):
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="spokespeople",
    )
    name = models.CharField(_("name"), max_length=100)
    honorific = models.CharField(
        _("honorific"), max_length=30, blank=True, help_text=_("Dr, Prof, Ms; 博士、教授、女士")
    )
    job_title = models.CharField(_("job title"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("spokesperson")
        verbose_name_plural = _("spokespeople")
        ordering = ["organisation", "key"]

    def __str__(self):
        name = self.name_zh_hant or self.name_en or self.key
        return f"{name}（{self.organisation}）"
