"""Writes amounts in Hangul as official documents do, and reads what people wrote."""

from typing import Final

MOST: Final = 10**16 - 1
"""The largest amount that is written: below 경."""

_DIGITS: Final = "영일이삼사오육칠팔구"
_TENS: Final = ("", "십", "백", "천")
_GROUPS: Final = ("", "만", "억", "조")
_VALUES: Final = {sign: value for value, sign in enumerate(_DIGITS)} | {"공": 0, "륙": 6, "령": 0}
_TENS_OF: Final = {"십": 10, "백": 100, "천": 1_000}
_GROUPS_OF: Final = {"만": 10**4, "억": 10**8, "조": 10**12}


def hangul(amount: int) -> str:
    """Return a whole number from 0 to MOST in Hangul, 113,560 as 일십일만삼천오백육십; every 일 is written.

    Raises:
        ValueError: the number is outside.

    Source: 시행규칙 제2조제2항; 행정업무운영 편람 (변조를 막기 위해 「일」을 쓴다).
    """
    if not 0 <= amount <= MOST:
        raise ValueError("an amount outside of what is written")
    if not amount:
        return _DIGITS[0]
    told = ""
    for group in range(len(_GROUPS) - 1, -1, -1):
        part = amount // 10 ** (4 * group) % 10**4
        if part:
            told += _group(part) + _GROUPS[group]
    return told


def _group(part: int) -> str:
    told = ""
    for place in range(3, -1, -1):
        digit = part // 10**place % 10
        if digit:
            told += _DIGITS[digit] + _TENS[place]
    return told


def amount(told: str) -> int | None:
    """Return the number that Hangul writes, with or without 일 and blanks; None where it is no number.

    Groups must fall (조, 억, 만) and so must 천, 백, 십 in a group.
    """
    total, rest = 0, "".join(told.split())
    if not rest:
        return None
    below = MOST + 1
    while rest:
        cut = next((at for at, sign in enumerate(rest) if sign in _GROUPS_OF), len(rest))
        size = _GROUPS_OF[rest[cut]] if cut < len(rest) else 1
        part = _part(rest[:cut]) if cut else (1 if size > 1 else None)
        if part is None or size >= below:
            return None
        total += part * size
        below, rest = size, rest[cut + 1 :]
    return total


def _part(told: str) -> int | None:
    total, digit, below = 0, -1, 10_000
    for sign in told:
        if sign in _VALUES:
            if digit >= 0:
                return None
            digit = _VALUES[sign]
        elif sign in _TENS_OF and _TENS_OF[sign] < below:
            below = _TENS_OF[sign]
            total += (1 if digit < 0 else digit) * below
            digit = -1
        else:
            return None
    return total + max(digit, 0)
