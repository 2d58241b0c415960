"""Whom a journalist may call: never a journalist."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Record

from .fields import EmailsField, PhonesField


class MediaContact(Record):
    """A press officer, or somebody at an agency, who answers for an organisation."""

    agency = models.CharField(
        _("agency"),
        max_length=200,
        blank=True,
        help_text=_(
            "The public relations agency, where the contact is not the organisation's own."
        ),
    )
    on_behalf_of = models.ForeignKey(
        Organisation,
        verbose_name=_("on behalf of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="media_contacts",
        help_text=_("The organisation that this contact speaks for."),
    )
    name = models.CharField(_("name"), max_length=100, blank=True)
    phones = PhonesField(_("telephone"), default=list, blank=True, help_text=_("One per line."))
    emails = EmailsField(_("e-mail"), default=list, blank=True, help_text=_("One per line."))

    class Meta:
        verbose_name = _("media contact")
        verbose_name_plural = _("media contacts")
        ordering = ["on_behalf_of", "key"]

    def __str__(self):
        name = self.name_zh_hant or self.name_en
        employer = self.agency_zh_hant or self.agency_en or self.on_behalf_of
        return " · ".join(str(part) for part in (name, employer) if part) or self.key

    def clean(self):
        if not (self.on_behalf_of_id or self.agency_zh_hant or self.agency_en):
            raise ValidationError(
                _("Name an agency, or the organisation that this contact speaks for.")
            )
