"""What check digits and dates in numbers prove."""

from datetime import date

import pytest

from ilson.guard.checksums import (
    barcode_digit_holds,
    birth,
    business_digit_holds,
    corporate_digit_holds,
    luhn_holds,
    resident_digit_holds,
)


def test_the_seventh_digit_tells_the_century() -> None:
    assert [birth(f"850312{digit}") for digit in "901256"] == [date(1885, 3, 12)] * 2 + [date(1985, 3, 12)] * 4
    assert [birth(f"200312{digit}") for digit in "3478"] == [date(2020, 3, 12)] * 4


def test_a_day_that_is_in_no_calendar_is_no_birth() -> None:
    assert birth("9002301") is None


def test_published_numbers_pass_their_check_digits() -> None:
    assert luhn_holds("4111111111111111")
    assert luhn_holds("378282246310005")
    assert business_digit_holds("1248100998")
    assert barcode_digit_holds("4006381333931")
    assert corporate_digit_holds("1301110006246")


@pytest.mark.parametrize(
    ("check", "number"),
    [
        (luhn_holds, "4111111111111111"),
        (business_digit_holds, "1248100998"),
        (barcode_digit_holds, "4006381333931"),
        (corporate_digit_holds, "1301110006246"),
    ],
)
def test_one_wrong_digit_breaks_a_check_digit(check: object, number: str) -> None:
    broken = [number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :] for place in range(len(number))]
    assert not any(check(one) for one in broken)  # type: ignore[operator]


def test_a_foreigners_check_digit_is_counted_from_another_base() -> None:
    start = "850312512345"
    (residents,) = [last for last in range(10) if resident_digit_holds(f"{start}{last}")]
    (foreigners,) = [last for last in range(10) if resident_digit_holds(f"{start}{last}", 13)]
    assert (foreigners - residents) % 10 == 2
