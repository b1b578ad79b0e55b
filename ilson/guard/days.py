"""Reads a day however it is written."""

import re
from datetime import date
from typing import Final

OLDEST: Final = 110
"""Years that a person may have lived; older people have numbers with a check digit."""

_CENTURY: Final = 100
_DAY_PARTS: Final = 3
_YEAR_DIGITS: Final = 4
_MONTHS: Final = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"
_MONTH_NAME = re.compile("(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")


def day(written: str, today: date) -> date | None:
    """Return the day that is written here, however it is, or None if nobody alive can be born on it."""
    if named := _MONTH_NAME.search(written):
        number = _MONTHS.index(named[0].upper()) // 3 + 1
        return day(f"{written[named.end() :]}.{number}.{written[: named.start()]}", today)
    digits = re.findall("[0-9]+", written)
    if len(digits) == _DAY_PARTS and len(digits[2]) == _YEAR_DIGITS:  # day, month, year
        digits.reverse()
    if len(digits) == 1:
        run = digits[0]
        if len(run) not in {6, 8}:
            return None
        digits = [run[:-4], run[-4:-2], run[-2:]]
    if len(digits) != _DAY_PARTS:
        return None
    year, month, of_month = (int(part) for part in digits)
    if year < _CENTURY:
        year += 2000 if year <= today.year % _CENTURY else 1900
    try:
        when = date(year, month, of_month)
    except ValueError:
        return None
    return when if today.year - OLDEST <= when.year and when <= today else None
