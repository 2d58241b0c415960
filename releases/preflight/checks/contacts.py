"""Media contacts: addresses and numbers that reach somebody, one contact for every organisation."""

import re
import unicodedata

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from phonenumbers import PhoneNumberType

from media_contacts.fields import display_phone
from releases.document import schema

from ..findings import ERROR, WARNING, Found, Place, check
from ..people.issuing import is_the_same_organisation
from ..places import in_active_language


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
    for contact, printed in _hinted(reading, "contacts.email"):
        for address in contact.emails:
            if address in printed and address != printed:
                yield Found(
                    Place(contact.key, "emails"),
                    printed,
                    _("The source prints “%(printed)s”; %(address)s was taken from it.")
                    % {"printed": printed, "address": address},
                    (address, printed),
                )
                break


@check(
    "contacts.phone-country",
    WARNING,
    title=gettext_lazy("Telephone number without country code in the source"),
    hint=gettext_lazy(
        "Compare the country code with the number that is meant, then acknowledge this."
    ),
)
def country_code_not_in_the_source(reading):
    """A number that the imported file printed without a country code, and the import gave one. It is said
    as long as the contact has a number with these digits."""
    said = set()
    for contact, printed in _hinted(reading, "contacts.phone-country"):
        for phone in contact.phones:
            if (contact.key, phone) in said or not _is_printed(phone, printed):
                continue
            said.add((contact.key, phone))
            yield Found(
                Place(contact.key, "phones"),
                printed,
                _(
                    "The source prints %(printed)s without a country code; it was taken as %(number)s."
                )
                % {"printed": printed, "number": _displayed(phone)},
                (phone.number, printed),
            )


@check(
    "contacts.phone-length",
    WARNING,
    title=gettext_lazy("Telephone number too short or too long"),
    hint=gettext_lazy("Compare the number with its owner, digit by digit."),
)
def wrong_number_of_digits(reading):
    """A telephone number of a media contact with a digit too few or too many for its country, or with a
    country code that there is not. A number of the right length is left alone, also where its range
    is not known to be in use: new ones are given out every year."""
    for contact in reading.document.media_contacts:
        for phone in contact.phones:
            if not _may_be_called(phone.number):
                yield Found(
                    Place(contact.key, "phones"),
                    phone.number,
                    _("%(number)s has too few or too many digits for its country.")
                    % {"number": _displayed(phone)},
                    (phone.number,),
                )


@check(
    "contacts.none",
    WARNING,
    title=gettext_lazy("Organisation without media contact"),
    hint=gettext_lazy("Add a media contact, or say on whose behalf one of them answers."),
)
def nobody_answers(reading):
    """An organisation that issues the release and for which no media contact answers: none works for it or
    speaks on its behalf. An agency that names no client of the release answers for everybody. A partner of
    which the release prints no boilerplate, while it prints that of others, needs no contact, and neither
    does a government department, whose releases print none; where there is no contact at all, that is
    said once.
    """
    document = reading.document
    issuing = [one for one in document.organisations if schema.written(one.name)]
    answered = [_answers_for(contact, issuing) for contact in document.media_contacts]
    if not answered:
        issuing = [one for one in issuing[:1] if not _is_government(one)]
    for organisation in issuing:
        if any(organisation in those for those in answered):
            continue
        if organisation.role == "partner" and _is_not_presented(organisation, document):
            continue
        languages = [*reading.languages, *schema.written(organisation.name)]
        language = next(code for code in languages if code in organisation.name)
        yield Found(
            Place(organisation.key, "name", language),
            organisation.name[language],
            _("No media contact answers for %(organisation)s.")
            % {"organisation": in_active_language(organisation.name)},
            tuple(organisation.name.values()),
        )


def _hinted(reading, kind):
    """The contacts that a kind of hint is about, each with what the source printed."""
    contacts = {contact.key: contact for contact in reading.document.media_contacts}
    for hint in dict.fromkeys(reading.standing.hints):
        if hint.kind == kind and hint.part in contacts:
            yield contacts[hint.part], hint.source


def _is_printed(phone, printed):
    """Whether a number is the printed one with a country code before it; national zeros are dropped."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", printed)).lstrip("0")
    ways = {digits, digits.removesuffix(phone.extension)}
    return any(way and phone.number.endswith(way) for way in ways)


def _displayed(phone):
    return display_phone({"number": phone.number, "extension": phone.extension})


def _may_be_called(number):
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_valid_number(parsed):
        return True
    usual = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)
    if not any(phonenumbers.is_possible_number_for_type(parsed, kind) for kind in usual):
        return False
    # Some countries have numbers of several lengths: what is one with a digit less, or one or two more, is
    # not another.
    more = [f"{number}{digits}" for digits in (*range(10), *(f"{n:02}" for n in range(100)))]
    return not any(map(_is_valid, (number[:-1], *more)))


def _is_valid(number):
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def _answers_for(contact, issuing):
    named = [name for name in (contact.organisation, contact.on_behalf_of) if name]
    those = [o for o in issuing if any(is_the_same_organisation(o, name) for name in named)]
    return those or issuing


_GOVERNMENT = re.compile(r"[㐀-鿿]署\Z|\b(?:Department|Bureau)\Z")


def _is_government(organisation):
    return any(map(_GOVERNMENT.search, organisation.name.values()))


def _is_not_presented(organisation, document):
    """Whether the release prints the boilerplates of others and none of this one."""
    presented = [each.organisation for each in document.boilerplates if each.organisation]
    return bool(presented) and not any(
        is_the_same_organisation(organisation, name) for name in presented
    )
