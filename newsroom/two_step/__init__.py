"""The second step of a login: a code of an authenticator app, or a recovery code.

django-otp keeps the secrets and counts the failures; what follows from them is here. A user has at
most one app that is confirmed, and one set of recovery codes beside it.
"""

import base64
import math
import re

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10


def is_required(user) -> bool:
    """Whether TWO_STEP_ROLES names a role of theirs. Superusers hold every role."""
    if not settings.TWO_STEP_ROLES:
        return False
    return user.is_superuser or user.groups.filter(name__in=settings.TWO_STEP_ROLES).exists()


def is_on(user) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def is_awaited(user) -> bool:
    """Whether somebody who gave a password is nobody yet: the second step is still to come."""
    return user.is_authenticated and not user.is_verified() and (is_required(user) or is_on(user))


def begin(*, user) -> TOTPDevice:
    """Return the app that is being set up; it counts for nothing until it is confirmed."""
    if is_on(user):
        raise PermissionDenied
    device, _new = TOTPDevice.objects.get_or_create(user=user, confirmed=False)
    return device


def printed_secret(device: TOTPDevice) -> str:
    """The secret for who types it into the app: groups of four letters and digits."""
    secret = base64.b32encode(device.bin_key).decode()
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def confirm(*, user, code: str) -> tuple[TOTPDevice, list[str]]:
    """Switch two-step login on with the first code of the app; return it and the recovery codes.

    Raises ValidationError, in the reader's language, where the code is not right.
    """
    device = check(user=user, code=code, devices=TOTPDevice.objects.filter(pk=begin(user=user).pk))
    with transaction.atomic():
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        return device, renew_recovery_codes(user=user)


def check(*, user, code: str, devices=None) -> Device:
    """Return what accepted the code, which then counts no longer.

    Raises ValidationError, in the reader's language. Every failure doubles the wait for the next try.
    """
    if devices is None:
        model = TOTPDevice if re.fullmatch("[0-9]{6}", code) else StaticDevice
        devices = model.objects.filter(user=user, confirmed=True)
    with transaction.atomic():  # the failures that are counted must stay: nothing is raised in here
        device = devices.select_for_update().first()
        allowed, why_not = device.verify_is_allowed() if device else (True, None)
        if device and allowed and device.verify_token(code):
            return device
    if not allowed:
        seconds = math.ceil((why_not["locked_until"] - timezone.now()).total_seconds())
        raise ValidationError(
            ngettext(
                "After a wrong code the next one has to wait. Try again in %(n)d second.",
                "After a wrong code the next one has to wait. Try again in %(n)d seconds.",
                seconds,
            )
            % {"n": seconds}
        )
    raise ValidationError(
        _("This code is wrong, or it was used before. Type the one that the app shows next.")
    )


@transaction.atomic
def renew_recovery_codes(*, user) -> list[str]:
    """Return new recovery codes, each good for one login; the ones before count no longer."""
    device, _new = StaticDevice.objects.get_or_create(user=user)
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _number in range(RECOVERY_CODES)]
    device.token_set.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


@transaction.atomic
def switch_off(*, user, by):
    """Forget the app and the recovery codes of a user: the user's own wish, or a superuser's help.

    Raises PermissionDenied. Where a role requires two steps, the next login sets them up again.
    """
    if not (by.is_superuser or (by == user and not is_required(user))):
        raise PermissionDenied
    for model in (TOTPDevice, StaticDevice):
        model.objects.filter(user=user).delete()
