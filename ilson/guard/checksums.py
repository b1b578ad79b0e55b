"""Computes what numbers carry in themselves: days of birth and check digits."""

from datetime import date

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


def corporate_digit_holds(digits: str) -> bool:
    """Return whether the last of 13 digits is the check digit of a corporate registration number.

    Numbers given since 2025-01-31 have none, so a failure proves nothing.

    Source: 법인 등의 등기사항에 관한 특례규칙 (before 대법원규칙 제3173호, 2024-11-29): weights 1 and 2 in turn.
    """
    weighed = sum(int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(digits[:12]))
    return (10 - weighed % 10) % 10 == int(digits[12])
