"""What check digits, dates and neighbouring words prove about a number."""

from datetime import date

import pytest

from ilson.guard.checksums import (
    Candidate,
    barcode_digit_holds,
    birth,
    business_digit_holds,
    business_number,
    card_number,
    foreigner_number,
    luhn_holds,
    resident_digit_holds,
    resident_number,
)

DAY = date(2026, 11, 22)


def near(text: str, before: str = "", after: str = "") -> Candidate:
    return Candidate(text, before, after, DAY)


def with_digit(start: str) -> str:
    """The first twelve digits with their check digit."""
    return next(start + str(last) for last in range(10) if resident_digit_holds(start + str(last)))


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


@pytest.mark.parametrize(
    ("check", "number"),
    [(luhn_holds, "4111111111111111"), (business_digit_holds, "1248100998"), (barcode_digit_holds, "4006381333931")],
)
def test_one_wrong_digit_breaks_a_check_digit(check: object, number: str) -> None:
    broken = [number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :] for place in range(len(number))]
    assert not any(check(one) for one in broken)  # type: ignore[operator]


def test_a_failed_check_digit_never_rejects_a_resident_number() -> None:
    start = "850312123456"
    good = with_digit(start)
    others = [f"{start[:6]}-{start[6:]}{last}" for last in range(10) if start + str(last) != good]
    assert {resident_number(near(one)) for one in others} == {0.8}


def test_a_right_check_digit_raises_the_score_of_a_resident_number() -> None:
    assert resident_number(near(with_digit("850312123456"))) == 0.95


def test_a_resident_number_of_tomorrow_is_none() -> None:
    assert resident_number(near("261122-3123456")) == 0.8
    assert resident_number(near("261123-3123456")) == 0.0


def test_somebody_born_in_the_nineteenth_century_needs_the_check_digit() -> None:
    good = with_digit("850312923456")
    assert resident_number(near(good)) == 0.95
    assert resident_number(near(good[:-1] + str((int(good[-1]) + 1) % 10))) == 0.0


def test_a_corporate_number_that_looks_like_a_birthday_is_no_resident_number() -> None:
    assert resident_number(near("200111-0123456", "법인등록번호 ")) == 0.0
    assert resident_number(near("110111-1234567")) == 0.0


def test_a_bare_run_that_is_an_amount_of_money_is_no_resident_number() -> None:
    assert resident_number(near("9001011234567", after="원")) == 0.0
    assert resident_number(near("9001011234567", after="로")) == 0.8


def test_a_bare_barcode_is_no_resident_number_unless_a_label_says_so() -> None:
    assert resident_number(near("8801012123457", "바코드 ")) == 0.0
    assert resident_number(near("8801012123457", "주민번호 ")) == 0.8


def test_milliseconds_are_no_resident_number() -> None:
    assert resident_number(near("1711113456789")) == 0.0


def test_a_foreigner_has_an_own_check_digit() -> None:
    start = "850312512345"
    scores = sorted(foreigner_number(near(f"{start}{last}")) for last in range(10))
    assert scores == [0.8] * 9 + [0.95]


def test_a_card_number_in_a_row_of_figures_is_a_figure() -> None:
    assert card_number(near("4111 1111 1111 1111", "카드 ")) == 0.95
    assert card_number(near("4111 1111 1111 1111", "연도별 1023 ")) == 0.0


def test_a_business_number_needs_two_of_its_check_digit_its_hyphens_and_its_name() -> None:
    assert business_number(near("124-81-00998")) == 0.95
    assert business_number(near("124-81-00997", "사업자등록번호 ")) == 0.6
    assert business_number(near("124-81-00997", "예산과목 ")) == 0.0
    assert business_number(near("1248100998", "사업자등록번호 ")) == 0.8
    assert business_number(near("1248100998", "물품번호 ")) == 0.0
