"""Media contacts: addresses and numbers that reach somebody, one contact for every organisation."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..findings import ERROR, WARNING, Found, Place, check


@check(
    "contacts.email",
    ERROR,
    title=gettext_lazy("Malformed e-mail address"),
    hint=gettext_lazy("Correct the address: nobody can write to it as it stands."),
)
def malformed_address(reading):
    """An e-mail address of a media contact that no mail program accepts, such as one that ends in a slash."""
    for contact in reading.document.media_contacts:
        for address in contact.emails:
            try:
                validate_email(address)
            except ValidationError:
                yield Found(
                    Place(contact.key, "emails"),
                    address,
                    _("“%(address)s” is no e-mail address.") % {"address": address},
                    (address,),
                )


@check(
    "contacts.email-printed",
    WARNING,
    title=gettext_lazy("E-mail address malformed in the source"),
    hint=gettext_lazy("Compare the address with the source, then acknowledge this."),
)
def address_malformed_in_the_source(reading):
    """An address that the imported file printed malformed, and the import put right."""
    contacts = {contact.key: contact for contact in reading.document.media_contacts}
    for hint in reading.standing.hints:
        contact = contacts.get(hint.part)
        if hint.kind != "contacts.email" or contact is None:
            continue
        for address in contact.emails:
            if address in hint.source and address != hint.source:
                yield Found(
                    Place(contact.key, "emails"),
                    address,
                    _("The source prints “%(printed)s”; %(address)s was taken from it.")
                    % {"printed": hint.source, "address": address},
                    (address, hint.source),
                )
