"""Telephone numbers and e-mail addresses: lists in the database, one per line in a form."""

from functools import lru_cache

import phonenumbers
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_EXTENSION = 8  # digits


def parse_phone(line: str) -> dict[str, str]:
    """Return ``{"number": E.164, "extension": digits}`` for a number as people write it.

    A number without a country code is taken as one of the newsroom's own region.
    Raises ValidationError where it is no possible number.
    """
    try:
        parsed = phonenumbers.parse(line, settings.PHONE_REGION)
    except phonenumbers.NumberParseException:
        parsed = None
    if (
        parsed is None
        or not phonenumbers.is_possible_number(parsed)
        or len(parsed.extension or "") > MAX_EXTENSION
    ):
        raise ValidationError(
            _(
                "“%(line)s” is not a telephone number. Write it like +852 2837 4775 or +852 2837 4775 ext. 12."
            ),
            params={"line": line},
            code="phone",
        )
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return {"number": number, "extension": parsed.extension or ""}


def display_phone(phone: dict[str, str]) -> str:
    """Return a stored number as it is printed: ``+852 2837 4775 ext. 12``."""
    printed = _international(phone["number"])
    return f"{printed} ext. {phone['extension']}" if phone["extension"] else printed


@lru_cache(1024)  # the same few stand below many releases
def _international(number):
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class OnePerLine(forms.CharField):
    """A list, edited as lines of text."""

    widget = forms.Textarea(attrs={"rows": 2, "cols": 36})

    def __init__(self, *args, encoder=None, decoder=None, **kwargs):
        # A JSONField hands these to its form field; lines need neither.
        super().__init__(*args, **kwargs)

    def parse(self, line):
        raise NotImplementedError

    def display(self, item):
        raise NotImplementedError

    def to_python(self, value):
        lines = (line.strip() for line in super().to_python(value).splitlines())
        return [self.parse(line) for line in lines if line]

    def prepare_value(self, value):
        if isinstance(value, list):
            return "\n".join(self.display(item) for item in value)
        return value

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True


class PhonesFormField(OnePerLine):
    def parse(self, line):
        return parse_phone(line)

    def display(self, item):
        return display_phone(item)


class EmailsFormField(OnePerLine):
    def parse(self, line):
        try:
            validate_email(line)
        except ValidationError as error:
            raise ValidationError(
                _("“%(line)s” is not an e-mail address."), params={"line": line}, code="email"
            ) from error
        return line

    def display(self, item):
        return item


class PhonesField(models.JSONField):
    """``[{"number": "+85228374775", "extension": "12"}, …]``"""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PhonesFormField, **kwargs})


class EmailsField(models.JSONField):
    """``["press@park.example", …]``"""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": EmailsFormField, **kwargs})
