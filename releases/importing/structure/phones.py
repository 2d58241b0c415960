"""Telephone numbers to E.164. The newsroom's country code is added where none is printed, and said."""

import re
from collections.abc import Sequence

import phonenumbers
from django.conf import settings
from django.utils.translation import gettext as _

from releases.document.schema import Phone

NUMBER = re.compile(
    r"(?<![\w@./])(?P<number>(?:\+|00(?=\d{2,3}[\s\-]))?\s*(?:\(\s*\+?\d{1,4}\s*\)|\d{1,4})(?:[\s.\-–—]*(?:\(\s*\d{1,4}\s*\)|\d{1,8})){0,6})"
    r"(?:\s*(?:ext(?:ension|n)?\.?|x|內線|内线|轉|转|#|分機)\s*[:：.]?\s*(?P<extension>\d{1,8}))?(?![\w@])",
    re.IGNORECASE,
)


# What only stands in the United Kingdom: summer time, addresses, numbers of eleven digits.
BRITISH = re.compile(
    r"\bBST\b|\.uk\b|(?<![\d+])(?:01\d{3}[\s\-]?\d{3}[\s\-]?\d{3}|07\d{3}[\s\-]?\d{3}[\s\-]?\d{3}|020[\s\-]\d{4}[\s\-]\d{4})(?!\d)"
)


# North American Numbering Plan: three digits of an area, seven of a number.
AMERICAN = re.compile(r"(?:1[\s.\-])?\(?[2-9]\d{2}\)?[\s.\-–]*[2-9]\d{2}[\s.\-–]\d{4}")


def regions_in(text: str, chinese: bool = True) -> list[str]:
    """The countries of the numbers in a text that print their country code, or betray it."""
    regions: list[str] = [] if chinese or not BRITISH.search(text) else ["GB"]
    for match in NUMBER.finditer(text[:20_000]):
        printed = re.sub(r"\(\s*0\s*\)", "", match.group("number")).strip()
        if not printed.startswith("+"):
            continue
        try:
            parsed = phonenumbers.parse(printed)
        except phonenumbers.NumberParseException:
            continue
        region = phonenumbers.region_code_for_country_code(parsed.country_code)
        if region not in (settings.PHONE_REGION, "ZZ", *regions):
            regions.append(region)
    return regions


def phone_of(
    value: str, chinese: bool = True, regions: Sequence[str] = ()
) -> tuple[Phone | None, str]:
    """Return a number as E.164 and what was guessed about its country.

    ``regions`` are the countries of the other numbers, for numbers that begin with a zero.
    """
    match = NUMBER.search(value)
    if not match:
        return None, ""
    printed, extension = match.group("number").strip(), match.group("extension") or ""
    plain = re.sub(r"\(\s*0\s*\)", "", printed)
    digits = re.sub(r"\D", "", plain)
    at_home = _("No country code is printed; that of the newsroom is taken: %(number)s.")
    mainland = _("No country code is printed; taken to be mainland China: %(number)s.")
    if plain.startswith(("+", "00")) or re.match(r"\(\s*\+", plain):
        tries = [("+" + digits.removeprefix("00"), None, "")]
    elif re.match(r"\(?\s*(?:852|853|86|44|65|886)\s*\)?[\s\-]", plain) and len(digits) >= 10:
        tries = [("+" + digits, None, "")]
    elif AMERICAN.fullmatch(plain) and not chinese:
        tries = [
            (digits, "US", _("No country code is printed; taken to be North America: %(number)s."))
        ]
    elif len(digits) == 8:
        tries = [(digits, settings.PHONE_REGION, at_home)]
    elif re.fullmatch(r"1[3-9]\d{9}|0(?:10|2\d|[3-9]\d{2})\d{7,8}|400\d{7}", digits) and chinese:
        tries = [(digits, "CN", mainland)]
    elif digits.startswith("0"):
        other = _(
            "No country code is printed; that of other numbers and addresses is taken: %(number)s."
        )
        tries = [(digits, region, other) for region in regions]
        tries.append((digits, settings.PHONE_REGION, at_home))
    else:
        tries = [("+" + digits, None, ""), (digits, settings.PHONE_REGION, at_home)]
    for number, region, guess in tries:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        # The length of British numbers tells them; those kept for examples are not valid.
        is_national = region in regions or digits.startswith("0")
        strict = region and is_national and not (region == "GB" and len(digits) == 11)
        # Numbers kept for examples (555-01xx) are valid nowhere.
        strict = strict and region != "US"
        valid = phonenumbers.is_valid_number if strict else phonenumbers.is_possible_number
        if valid(parsed):
            text = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            if re.fullmatch(r"\+[1-9][0-9]{3,14}", text):
                return Phone(number=text, extension=extension), guess
    return None, ""
