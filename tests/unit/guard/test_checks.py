"""How much surer a candidate is for what it holds and what stands around it."""

from datetime import date

import pytest

from ilson.guard.candidate import Candidate, Judged
from ilson.guard.checks import (
    CHECKS,
    account_shape,
    address_of_a_machine,
    born,
    business_number,
    card_number,
    corporate_number,
    foreigner_number,
    labelled_code,
    not_counted,
    plate,
    resident_number,
    secret_word,
)
from ilson.guard.checksums import corporate_digit_holds, resident_digit_holds
from ilson.guard.days import day
from ilson.guard.labels import Label

DAY = date(2026, 11, 22)
REJECTED = -1.0


def near(text: str, before: str = "", after: str = "", *, named: bool = False) -> Candidate:
    label = Label("X", "이름표", "before", 0, 3) if named else None
    return Candidate(text, before, after, label, named, DAY)


def with_digit(start: str, base: int = 11) -> str:
    """The first twelve digits with their check digit."""
    return next(start + str(last) for last in range(10) if resident_digit_holds(start + str(last), base))


def test_a_failed_check_digit_never_rejects_a_resident_number() -> None:
    start = "850312123456"
    good = with_digit(start)
    others = [f"{start[:6]}-{start[6:]}{last}" for last in range(10) if start + str(last) != good]
    assert {resident_number(near(one)) for one in others} == {Judged(0.0, "day")}


def test_a_right_check_digit_makes_a_resident_number_surer() -> None:
    assert resident_number(near(with_digit("850312123456"))) == Judged(0.15, "check_digit")


def test_a_resident_number_of_tomorrow_is_none() -> None:
    assert resident_number(near("261122-3123456")) == Judged(0.0, "day")
    assert resident_number(near("261123-3123456")) == Judged(REJECTED, "day_to_come")


def test_a_day_in_no_calendar_is_rejected() -> None:
    assert resident_number(near("850231-1234567")) == Judged(REJECTED, "no_such_day")


def test_somebody_born_in_the_nineteenth_century_needs_the_check_digit_or_a_label() -> None:
    good = with_digit("250312923456")
    wrong = good[:-1] + str((int(good[-1]) + 1) % 10)
    assert resident_number(near(good)) == Judged(0.15, "check_digit")
    assert resident_number(near(wrong)) == Judged(REJECTED, "no_check_digit_of_its_century")
    assert resident_number(near(wrong, named=True)) == Judged(REJECTED, "too_old")


def test_a_corporate_number_that_looks_like_a_day_is_no_resident_number_unless_a_label_says_so() -> None:
    start = "110111312345"
    holds = next(f"{start}{last}" for last in range(10) if corporate_digit_holds(f"{start}{last}"))
    other = holds[:-1] + str((int(holds[-1]) + 5) % 10)
    assert resident_number(near(holds)) == Judged(REJECTED, "corporate")
    assert resident_number(near(holds, named=True)) == Judged(0.0, "day")
    assert resident_number(near(other)) == Judged(0.0, "day")


def test_a_bare_run_that_is_an_amount_of_money_is_no_resident_number() -> None:
    assert resident_number(near("9001011234567", after="원")) == Judged(REJECTED, "unit")
    assert resident_number(near("9001011234567", after="로")) == Judged(0.0, "day")
    assert resident_number(near("900101-1234567", after="원")) == Judged(0.0, "day")


def test_a_bare_barcode_is_no_resident_number_unless_a_label_says_so() -> None:
    assert resident_number(near("8801012123457")) == Judged(REJECTED, "barcode")
    assert resident_number(near("8801012123457", named=True)) == Judged(0.0, "day")


def test_milliseconds_are_no_resident_number() -> None:
    assert resident_number(near("1711113456789")) == Judged(REJECTED, "milliseconds")


def test_a_foreigner_has_an_own_check_digit() -> None:
    start = "850312512345"
    more = sorted(foreigner_number(near(f"{start}{last}")).more for last in range(10))
    assert more == [0.0] * 9 + [0.15]


def test_a_card_number_in_a_row_of_figures_is_a_figure() -> None:
    assert card_number(near("4111 1111 1111 1111", "카드 ")) == Judged(0.35, "check_digit")
    assert card_number(near("4111 1111 1111 1111", "연도별 1023 ")) == Judged(REJECTED, "row_of_figures")
    assert card_number(near("4111 1111 1111 1111", after=" 1023")) == Judged(REJECTED, "row_of_figures")


def test_a_card_number_needs_its_check_digit_or_its_name() -> None:
    assert card_number(near("4111-1111-1111-1112")) == Judged(REJECTED, "no_check_digit")
    assert card_number(near("4111-1111-1111-1112", named=True)).more == 0.0
    assert card_number(near("4111111111111111", after="원")) == Judged(REJECTED, "unit")


def test_a_business_number_needs_its_check_digit_and_its_hyphens_or_its_name() -> None:
    assert business_number(near("124-81-00998")) == Judged(0.7, "check_digit")
    assert business_number(near("124 81 00998")) == Judged(0.4, "check_digit")
    assert business_number(near("1248100998")) == Judged(REJECTED, "no_check_digit")
    assert business_number(near("124-81-00997")) == Judged(REJECTED, "no_check_digit")
    assert business_number(near("124-81-00997", named=True)).more == 0.0
    assert business_number(near("1248100998", named=True)).more == 0.05
    assert business_number(near("1248100997", named=True)).more == REJECTED


def test_a_corporate_number_needs_a_check_digit_that_is_no_day_or_its_name() -> None:
    assert corporate_number(near("130111-0006246")) == Judged(0.6, "check_digit")
    assert corporate_number(near("130111-0006247")) == Judged(REJECTED, "no_label")
    assert corporate_number(near("130111-0006247", named=True)).more == 0.0


def test_a_person_under_the_label_of_a_corporation_stays_a_person() -> None:
    assert corporate_number(near(with_digit("850301123456"), named=True)) == Judged(REJECTED, "day")


@pytest.mark.parametrize(
    ("text", "before", "after", "why"),
    [
        ("12가3456", "차량 ", "", "form"),
        ("98도1234", "", "", "case_number"),
        ("2003다1234", "대법원 ", "", "case_number"),
        ("12두3456", "", " 판결", "case_number"),
    ],
)
def test_a_case_number_is_no_plate(text: str, before: str, after: str, why: str) -> None:
    assert plate(near(text, before, after)).why == why


@pytest.mark.parametrize(
    ("text", "before", "more"),
    [
        ("203.0.113.9", "", 0.0),
        ("10.20.30.40", "", 0.0),
        ("10.5.3.1", "펌웨어 ", REJECTED),
        ("1.2.3.4", "제", REJECTED),
        ("1.2.3.4", "접속 IP ", 0.0),
        ("255.255.255.0", "서버 ", REJECTED),
        ("127.0.0.1", "", REJECTED),
    ],
)
def test_a_version_is_no_address_of_a_machine(text: str, before: str, more: float) -> None:
    assert address_of_a_machine(near(text, before)).more == more


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("1985-03-12", date(1985, 3, 12)),
        ("85.3.12", date(1985, 3, 12)),
        ("850312", date(1985, 3, 12)),
        ("1985년 3월 12일", date(1985, 3, 12)),
        ("'05. 3. 12", date(2005, 3, 12)),
        ("2026-11-23", None),
        ("1850-01-01", None),
        ("1985-02-30", None),
        ("1985-03", None),
    ],
)
def test_a_day_is_read_however_it_is_written_if_somebody_alive_can_be_born_on_it(
    written: str, when: date | None
) -> None:
    assert day(written, DAY) == when
    assert born(near(written)) == (Judged(REJECTED, "no_such_day") if when is None else Judged(0.0, "day"))


@pytest.mark.parametrize(
    ("value", "before", "why"),
    [
        ("Gangseo!2026", "비밀번호: ", "form"),
        ("********", "비밀번호: ", "covered"),
    ],
)
def test_what_is_covered_already_or_a_word_is_no_secret(value: str, before: str, why: str) -> None:
    assert secret_word(near(value, before, named=True)).why == why


@pytest.mark.parametrize(
    ("text", "named", "why"),
    [
        ("110-123-456789", False, "bank_shape"),
        ("110-123-456789", True, "form"),
        ("110.123.456789", False, "no_label"),
        ("2026-3000000-1234567", False, "no_label"),
        ("010-1234-5678", True, "otherwise"),
        ("900101-1234567", True, "otherwise"),
        ("4111111111111111", True, "otherwise"),
    ],
)
def test_what_has_the_form_of_another_kind_is_no_account(text: str, named: bool, why: str) -> None:  # noqa: FBT001
    assert account_shape(near(text, named=named)).why == why


@pytest.mark.parametrize(
    ("text", "after", "why"),
    [
        ("20201234", "", "form"),
        ("123", "", "otherwise"),
        ("010-1234-5678", "", "otherwise"),
        ("2020-03-01", "", "day"),
        ("2020", "학년", "unit"),
    ],
)
def test_a_code_of_a_person_is_no_day_and_no_telephone_number(text: str, after: str, why: str) -> None:
    assert labelled_code(near(text, after=after, named=True)).why == why


def test_what_a_unit_follows_is_counted_unless_a_label_names_it() -> None:
    assert not_counted(near("0212345678", after="원")) == Judged(REJECTED, "unit")
    assert not_counted(near("0212345678", after="원", named=True)).more == 0.0
    assert not_counted(near("0212345678", after="로")).more == 0.0


def test_a_rule_names_a_check_by_its_name() -> None:
    assert {name: check.__name__ for name, check in CHECKS.items()} == {name: name for name in CHECKS}
    assert "resident_number" in CHECKS
