"""What is found in a text."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from doubles.tokens import unsalted
from hypothesis import given
from hypothesis import strategies as some

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import PiiRule, Rulebook, WordRule
from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.prove import prover
from ilson.guard.scan import mask_text, scan

PARTICLES = ["로", "으로", "입니다", "에서", "번", "은", "를", "께", "(확인)", "，", "。", "」", "~9"]


def found(text: str, guard: Guard) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in detect(text, guard)]


def test_each_example_that_must_be_found_is_found_with_its_own_type(rulebook: Rulebook, guard: Guard) -> None:
    missed = [
        (rule.type, place)
        for rule in rulebook.pii
        for place, example in enumerate(rule.matches)
        if rule.type not in {one.type for one in detect(example, guard)}
    ]
    assert missed == []


def test_each_example_that_must_pass_is_not_found_as_its_type(rulebook: Rulebook, guard: Guard) -> None:
    wrong = [
        (rule.type, place)
        for rule in rulebook.pii
        for place, example in enumerate(rule.passes)
        if rule.type in {one.type for one in detect(example, guard)}
    ]
    assert wrong == []


@pytest.mark.parametrize("particle", PARTICLES)
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("RRN", "900101-1234567"),
        ("FRN", "850312-5345678"),
        ("PHONE", "010-1234-5678"),
        ("PHONE", "02-123-4567"),
        ("PHONE", "01012345678"),
        ("EMAIL", "hong@korea.kr"),
        ("CARD", "4111-1111-1111-1111"),
        ("BRN", "124-81-00998"),
    ],
)
def test_a_glued_particle_neither_hides_a_value_nor_belongs_to_it(
    particle: str, kind: str, value: str, guard: Guard
) -> None:
    assert found(f"민원인의{value}{particle}", guard) == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "스마트정보과-12345 (2026. 11. 22.)",
        "강서구 고시 제2026-101호, 제15조제2항",
        "대표전화 1588-1234, 국번없이 120, 110, 080-123-4567",
        "바코드 8801012123457, ISBN 9788901012345",
        "처리시각 1711113456789, 1764000000",
        "예산액 1,234,567,890,123원, 9001011234567원",
        "민원접수번호 1AA-2603-0123456, 입찰공고번호 20261100123-00",
        "우 07658, 예산과목 201-01, 필지고유번호 1150010300101230045",
        "이미 가린 850312-1******, 010-****-5678",
        "3.141592653589793, 10.5.3, 99.9%",
        "2024 2025 2026 1023 4411",
        "제02-2026-0001호, 공고 제031-2026-1234호",
        "예산과목 201-01-12345, 문서 제110-26-00012호",
    ],
)
def test_numbers_of_the_office_pass(text: str, guard: Guard) -> None:
    assert found(text, guard) == []


def test_offsets_are_those_of_the_original_text(guard: Guard) -> None:
    text = "𝟎𝟏𝟎-𝟏𝟐𝟑𝟒-𝟓𝟔𝟕𝟖 그리고 ９００１０１－１２３４５６７"
    assert found(text, guard) == [("PHONE", "𝟎𝟏𝟎-𝟏𝟐𝟑𝟒-𝟓𝟔𝟕𝟖"), ("RRN", "９００１０１－１２３４５６７")]


def test_a_number_inside_an_address_is_one_finding(guard: Guard) -> None:
    assert found("01012345678@naver.com", guard) == [("EMAIL", "01012345678@naver.com")]


def test_hidden_values_that_overlap_are_hidden_together(
    guard_of: Callable[..., Guard], number: Callable[..., PiiRule]
) -> None:
    two = guard_of(number("A", "[0-9]{4}-[a-z]{2}"), number("B", "[a-z]{2}-[0-9]{6}"))
    assert unsalted(mask_text("x1234-ab-123456y", two)) == "x⟦B#1⟧y"


def test_an_agencys_own_pattern_may_use_classes_and_still_finds_a_number_with_a_particle(
    guard_of: Callable[..., Guard], number: Callable[..., PiiRule]
) -> None:
    assert found("관리번호 123로", guard_of(number("SN", r"\b\d{3}\b"))) == [("SN", "123")]


def test_innocent_longer_words_pass(guard_of: Callable[..., Guard], word: Callable[..., WordRule]) -> None:
    one = guard_of(word("mask", "시발", allow=("시발점", "동시발생")))
    assert found("시발점, 동시발생, 시발", one) == [("WORD", "시발")]


def test_a_latin_word_is_found_only_as_a_word(guard_of: Callable[..., Guard], word: Callable[..., WordRule]) -> None:
    assert found("class ASS ass를 pass", guard_of(word("mask", "ass"))) == [("WORD", "ASS"), ("WORD", "ass")]


def test_a_word_with_a_roof_is_found_only_where_a_word_begins(
    guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    assert found("보존나무 존나 (존나", guard_of(word("mask", "^존나"))) == [("WORD", "존나")] * 2


def test_a_word_rule_ends_with_its_last_day(guard_of: Callable[..., Guard], word: Callable[..., WordRule]) -> None:
    rule = word("warn", "가칭", expires=date(2026, 11, 22))
    days = [date(2026, 11, 22), date(2026, 11, 23)]
    assert [len(detect("가칭", guard_of(rule, today=day))) for day in days] == [1, 0]


def test_the_shipped_words_raise_the_grade_and_leave_false_friends(guard: Guard) -> None:
    assert [one.grade for one in detect("이 문서는 대외비, 입찰예정가격 포함", guard)] == [Grade.S, Grade.S]
    assert detect("시발점 시발역 병신년 질병신고 임시 발급 다시 발의 동시발생 새끼손가락 쓰레기봉투", guard) == []
    assert detect("보존나무 생존나이 의존나트륨 현존나선형 번개새끼 불이 꺼져라", guard) == []


def test_the_scan_prints_types_offsets_and_actions(guard: Guard) -> None:
    assert scan("전화 010-1234-5678", guard) == [{"type": "PHONE", "start": 3, "end": 16, "action": "mask"}]


def test_a_check_that_nobody_knows_is_refused(rulebook: Rulebook, number: Callable[..., PiiRule]) -> None:
    with pytest.raises(RuleInvalid, match="unknown_check"):
        prover(replace(rulebook, pii=(number("A", "[0-9]", check="unknown_check"),)))


@given(some.text(alphabet="0123456789-. ()+@a가원\n"))
def test_findings_never_overlap_and_never_leave_the_text(guard: Guard, text: str) -> None:
    ends = [0, *(offset for one in detect(text, guard) for offset in (one.start, one.end)), len(text)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("mark", ["①", "②", "¹", "1.", "1-", "12-", "1)", "2) ", "순번 1-"])
@pytest.mark.parametrize("value", ["010-1111-2222", "900101-1234567", "850312-5345678"])
def test_the_mark_of_a_list_in_front_hides_no_number(mark: str, value: str, guard: Guard) -> None:
    assert [text for _, text in found(mark + value, guard)] == [value]


def test_the_mark_of_a_note_behind_a_number_is_no_digit_of_it(guard: Guard) -> None:
    text = "010-1111-2222① 010-3333-4444²010-5555-6666"
    assert [value for _, value in found(text, guard)] == ["010-1111-2222", "010-3333-4444", "010-5555-6666"]


def test_a_number_in_circled_digits_is_found(guard: Guard) -> None:
    assert found("⓪①⓪-①②③④-567⑧", guard) == [("PHONE", "⓪①⓪-①②③④-567⑧")]


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\ufe0f\u20e3"])
@pytest.mark.parametrize("value", ["010-1234-5678", "900101-1234567", "hong@korea.kr"])
def test_characters_of_no_width_hide_no_number(invisible: str, value: str, guard: Guard) -> None:
    hidden = invisible.join(value)
    assert [text for _, text in found(f"연락처{invisible}: {hidden}{invisible}로", guard)] == [hidden]


@pytest.mark.parametrize("break_", ["\n", "-\n", "\r\n", "-\r\n", " \n"])
def test_a_line_break_hides_no_resident_number(break_: str, guard: Guard) -> None:
    assert found(f"900101{break_}1234567", guard) == [("RRN", f"900101{break_}1234567")]


def test_a_row_of_numbers_that_hide_each_other_is_found_to_its_end(guard: Guard) -> None:
    assert found("010-1234-5678-" * 50, guard) == [("PHONE", "010-1234-5678")] * 50


def test_random_digits_are_rarely_taken_for_a_person(guard: Guard) -> None:
    dice = random.Random(7)
    texts = [f"관리번호 {dice.randrange(10**12, 10**13)} 끝" for _ in range(2_000)]
    assert sum(bool(detect(text, guard)) for text in texts) < 40
