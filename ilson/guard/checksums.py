"""Tells how sure a number is what its form says: calendar dates, check digits, the words around it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

BEFORE = 40
"""How many characters in front of a number a check may read."""

AFTER = 2
"""How many characters behind it."""

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_CENTURIES = {
    "9": 1800,
    "0": 1800,
    "1": 1900,
    "2": 1900,
    "5": 1900,
    "6": 1900,
    "3": 2000,
    "4": 2000,
    "7": 2000,
    "8": 2000,
}
_OLDEST = 110  # years; older people have numbers with a check digit
_CORPORATE = "법인"
_BUSINESS = "사업자"
_WON = "원"
_RESIDENT = re.compile("주민|등록번호")
_SURE = 0.95
_LIKELY = 0.8
_POSSIBLE = 0.6
_NO = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a pattern found, on normalised text, with the characters around it and the day of the check."""

    text: str
    before: str
    after: str
    today: date

    @property
    def digits(self) -> str:
        """Only its digits."""
        return "".join(character for character in self.text if "0" <= character <= "9")


Check = Callable[[Candidate], float]
"""From 0, certainly not, to 1, certain."""


def birth(digits: str) -> date | None:
    """Return the day of birth in a resident or foreigner number, or None if there is no such day.

    Source: 주민등록법 시행규칙 제2조; 출입국관리법 시행령 제40조의3 (seventh digit: century and sex).
    """
    try:
        return date(_CENTURIES[digits[6]] + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return None


def resident_digit_holds(digits: str, base: int = 11) -> bool:
    """Return whether the last of 13 digits is the check digit: base 11 for residents, 13 for foreigners.

    Numbers given since 2020-10-05 have none, so a failure proves nothing.
    """
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return (base - weighed % 11) % 10 == int(digits[12])


def luhn_holds(digits: str) -> bool:
    """Return whether the digits end with their Luhn check digit.

    Source: ISO/IEC 7812-1, annex B.
    """
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[::-2]) + sum(doubled)) % 10 == 0


def business_digit_holds(digits: str) -> bool:
    """Return whether the last of ten digits is the check digit of a business registration number.

    Source: the National Tax Service's published scheme: weights 1 3 7 1 3 7 1 3 5, the tens of the last product added.
    """
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, (1, 3, 7, 1, 3, 7, 1, 3, 5), strict=False))
    return (10 - (weighed + int(digits[8]) * 5 // 10) % 10) % 10 == int(digits[9])


def barcode_digit_holds(digits: str) -> bool:
    """Return whether the last of 13 digits is the check digit of an EAN-13 barcode.

    Source: GS1 General Specifications, 7.9.
    """
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits[:12]))
    return (10 - weighed % 10) % 10 == int(digits[12])


def resident_number(candidate: Candidate) -> float:
    """Return how sure the number is a resident's: the date decides, the check digit only adds."""
    digits = candidate.digits
    holds = resident_digit_holds(digits)
    if digits[6] in "90" and not holds:
        return _NO
    return _person(candidate, holds=holds)


def foreigner_number(candidate: Candidate) -> float:
    """Return how sure the number is a registered foreigner's."""
    return _person(candidate, holds=resident_digit_holds(candidate.digits, 13))


def card_number(candidate: Candidate) -> float:
    """Return how sure the number is a payment card's: its Luhn digit, and no row of figures around it."""
    in_a_row = " " in candidate.text and re.search("[0-9] $", candidate.before)
    return _NO if in_a_row or not luhn_holds(candidate.digits) else _SURE


def business_number(candidate: Candidate) -> float:
    """Return how sure the number is a business's: its check digit, or its name and the form 3-2-5."""
    holds = business_digit_holds(candidate.digits)
    hyphens = candidate.text.count("-") == 2  # noqa: PLR2004 - the two hyphens of 3-2-5
    if holds and hyphens:
        return _SURE
    if _BUSINESS not in candidate.before[-20:] or not (holds or hyphens):
        return _NO
    return _LIKELY if holds else _POSSIBLE


def _person(candidate: Candidate, *, holds: bool) -> float:
    digits = candidate.digits
    born = birth(digits)
    if born is None or born > candidate.today or (born.year < candidate.today.year - _OLDEST and not holds):
        return _NO
    if _CORPORATE in candidate.before[-16:]:
        return _NO
    if holds:
        return _SURE
    if candidate.text.isdigit() and not _RESIDENT.search(candidate.before) and _something_else(candidate, digits):
        return _NO
    return _LIKELY


def _something_else(candidate: Candidate, digits: str) -> bool:
    """A bare run that is rather a barcode of Korea, milliseconds since 1970, or an amount of money."""
    barcode = digits.startswith("880") and barcode_digit_holds(digits)
    milliseconds = digits[:2] in {"15", "16", "17", "18", "19"}
    return barcode or milliseconds or candidate.after.strip().startswith(_WON)


CHECKS: Mapping[str, Check] = {
    "resident_number": resident_number,
    "foreigner_number": foreigner_number,
    "card_number": card_number,
    "business_number": business_number,
}
"""What a rule may name as its `check`."""
