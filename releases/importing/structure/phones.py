"""Telephone numbers to E.164. Hong Kong's country code is added where none is printed, and said."""

import re

import phonenumbers
from django.utils.translation import gettext as _

from releases.document.schema import Phone

NUMBER = re.compile(
    r"(?<![\w@./])(?P<number>(?:\+|00(?=\d{2,3}[\s\-]))?\s*(?:\(\s*\+?\d{1,4}\s*\)|\d{1,4})(?:[\s.\-–—]*(?:\(\s*\d{1,4}\s*\)|\d{1,8})){0,6})"
    r"(?:\s*(?:ext(?:ension|n)?\.?|x|內線|内线|轉|转|#|分機)\s*[:：.]?\s*(?P<extension>\d{1,8}))?(?![\w@])",
    re.IGNORECASE,
)


def phone_of(value: str, chinese: bool = True) -> tuple[Phone | None, str]:
    """Return a number as E.164 and what was guessed about its country."""
    match = NUMBER.search(value)
    if not match:
        return None, ""
    printed, extension = match.group("number").strip(), match.group("extension") or ""
    plain = re.sub(r"\(\s*0\s*\)", "", printed)
    digits = re.sub(r"\D", "", plain)
    hong_kong = _("No country code is printed; taken to be Hong Kong: %(number)s.")
    mainland = _("No country code is printed; taken to be mainland China: %(number)s.")
    if plain.startswith(("+", "00")) or re.match(r"\(\s*\+", plain):
        tries = [("+" + digits.removeprefix("00"), None, "")]
    elif re.match(r"\(?\s*(?:852|853|86|44|65|886)\s*\)?[\s\-]", plain) and len(digits) >= 10:
        tries = [("+" + digits, None, "")]
    elif len(digits) == 8:
        tries = [(digits, "HK", hong_kong)]
    elif re.fullmatch(r"1[3-9]\d{9}|0(?:10|2\d|[3-9]\d{2})\d{7,8}|400\d{7}", digits) and chinese:
        tries = [(digits, "CN", mainland)]
    else:
        tries = [("+" + digits, None, ""), (digits, "HK", hong_kong)]
    for number, region, guess in tries:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(parsed):
            text = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            if re.fullmatch(r"\+[1-9][0-9]{3,14}", text):
                return Phone(number=text, extension=extension), guess
    return None, ""
