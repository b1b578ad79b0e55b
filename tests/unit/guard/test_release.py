"""What the official answers for: values that may pass, rules that ask; and what is only counted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ilson.domain.document import Document, Paragraph
from ilson.domain.errors import ConfirmationNeeded, WordBlocked
from ilson.domain.grade import Grade
from ilson.domain.question import Question, Release, Turn
from ilson.domain.rule import PiiRule, Rulebook, WordRule
from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.inspect import inspect

pytestmark = pytest.mark.usefixtures("one_salt")

PHONE = Release("PHONE", "010-1234-5678", "own")


def asked(*texts: str, **more: Any) -> Question:
    return Question(task="ask", turns=tuple(Turn("user", text) for text in texts), **more)


def test_a_released_value_goes_as_it_is_however_it_is_written_and_nothing_else(guard: Guard) -> None:
    question = asked("01012345678 010-9999-8888", "010 1234 5678", released=(PHONE,))
    inspected = inspect(question, (), guard)
    assert [turn.text for turn in inspected.question.turns] == ["01012345678 ⟦전화번호#1·kk⟧", "010 1234 5678"]


def test_a_released_value_is_counted_once_with_its_reason_and_raises_the_grade(guard: Guard) -> None:
    inspected = inspect(asked("010-1234-5678 01012345678", released=(PHONE,)), (), guard)
    assert (dict(inspected.released), inspected.told.released) == ({"PHONE:own": 1}, 1)
    assert (inspected.grade, inspected.told.grade_before, dict(inspected.counts)) == (Grade.S, Grade.S, {})


def test_a_release_that_meets_nothing_changes_nothing(guard: Guard) -> None:
    inspected = inspect(asked("안녕하십니까", released=(PHONE,)), (), guard)
    assert (dict(inspected.released), inspected.grade) == ({}, Grade.O)


def test_a_release_never_lowers_the_grade_that_was_chosen(guard: Guard) -> None:
    assert inspect(asked("010-1234-5678", released=(PHONE,), grade=Grade.C), (), guard).grade is Grade.C


def test_a_rule_that_does_not_allow_it_releases_nothing(guard: Guard) -> None:
    let = Release("RRN", "900101-1234567", "own")
    inspected = inspect(asked("900101-1234567", released=(let,)), (), guard)
    assert inspected.question.turns[0].text == "⟦주민등록번호#1·kk⟧"
    assert (dict(inspected.released), inspected.grade) == ({}, Grade.O)


def test_a_release_of_another_type_releases_nothing(guard: Guard) -> None:
    let = Release("EMAIL", "010-1234-5678", "own")
    assert "010" not in inspect(asked("010-1234-5678", released=(let,)), (), guard).question.turns[0].text


def test_a_released_value_passes_in_documents_too_and_back_in_the_answer(guard: Guard) -> None:
    document = Document("a.txt", "txt", (Paragraph("담당 010-1234-5678"),))
    inspected = inspect(asked("요약", released=(PHONE,)), (document,), guard)
    assert inspected.documents[0].blocks == document.blocks
    assert inspected.vault.holds("전화번호", "01012345678")


def test_masked_data_shows_in_the_grade_before_and_not_in_the_grade_of_what_leaves(guard: Guard) -> None:
    told = inspect(asked("010-1234-5678"), (), guard).told
    assert (told.grade_before, told.grade) == (Grade.S, Grade.O)


def test_a_masked_word_is_no_personal_data(guard_of: Callable[..., Guard], word: Callable[..., WordRule]) -> None:
    told = inspect(asked("나쁜말"), (), guard_of(word("mask", "나쁜말"))).told
    assert (dict(told.counts), told.grade_before) == ({"WORD": 1}, Grade.O)


def test_personal_data_that_a_rule_only_warns_of_raises_the_grade(
    guard_of: Callable[..., Guard], number: Callable[..., PiiRule]
) -> None:
    told = inspect(asked("A12"), (), guard_of(number("SN", "A[0-9]{2}", action="warn"))).told
    assert (told.grade, [one.rule for one in told.warnings]) == (Grade.S, ["SN"])


def test_each_rule_that_asks_wants_its_own_answer(
    guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    guard = guard_of(word("confirm", "하나", name="갑"), word("confirm", "둘", name="을"))
    with pytest.raises(ConfirmationNeeded) as both:
        inspect(asked("하나 둘"), (), guard)
    with pytest.raises(ConfirmationNeeded) as rest:
        inspect(asked("하나 둘", confirmed=("갑",)), (), guard)
    assert (both.value.rules, rest.value.rules) == (("갑", "을"), ("을",))
    assert inspect(asked("하나 둘", confirmed=("갑", "을")), (), guard).question.turns[0].text == "하나 둘"


def test_an_answer_to_one_rule_does_not_open_another(
    guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    with pytest.raises(ConfirmationNeeded):
        inspect(asked("둘", confirmed=("갑",)), (), guard_of(word("confirm", "둘", name="을")))


def test_a_refusal_tells_the_official_the_word_and_the_log_nothing(
    guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    with pytest.raises(WordBlocked) as stopped:
        inspect(asked("금지어"), (), guard_of(word("block", "금지어", basis="조례")))
    (told,) = stopped.value.reasons
    assert (told.rule, told.action, told.basis, "금지어" in told.why) == ("목록-block", "block", "조례", True)
    assert "금지어" not in str(stopped.value)


@pytest.mark.parametrize("action", ["mask", "block", "confirm", "warn"])
def test_a_list_in_the_shadow_is_counted_and_does_nothing(
    action: str, guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    guard = guard_of(word(action, "새말", grade=Grade.C, shadow=True))
    inspected = inspect(asked("새말과 새말"), (), guard)
    assert dict(inspected.noticed) == {f"목록-{action}": 2}
    assert (inspected.question.turns[0].text, inspected.grade, dict(inspected.counts)) == ("새말과 새말", Grade.O, {})
    assert inspected.told.warnings == ()


def test_a_number_in_the_shadow_that_two_forms_find_is_counted_once(rulebook: Rulebook, guard: Guard) -> None:
    shadowed = tuple(replace(rule, shadow=rule.type == "PHONE") for rule in rulebook.pii)
    inspected = inspect(asked("010-1234-5678"), (), Guard.of(replace(rulebook, pii=shadowed), guard.today))
    assert dict(inspected.noticed) == {"전화번호": 1}


def test_a_kind_of_number_in_the_shadow_goes_as_it_is_and_is_counted(rulebook: Rulebook, guard: Guard) -> None:
    shadowed = tuple(replace(rule, shadow=rule.type == "EMAIL") for rule in rulebook.pii)
    inspected = inspect(asked("010-1234-5678 a@b.kr"), (), Guard.of(replace(rulebook, pii=shadowed), guard.today))
    assert inspected.question.turns[0].text == "⟦전화번호#1·kk⟧ a@b.kr"
    assert (set(inspected.noticed), inspected.grade) == ({"이메일"}, Grade.O)


def test_a_list_of_one_department_is_not_for_the_others(
    guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    guard = guard_of(word("block", "감사자료", departments=("감사담당관",)))
    assert detect("감사자료", guard, "총무과") == detect("감사자료", guard) == []
    with pytest.raises(WordBlocked):
        inspect(asked("감사자료"), (), guard, "감사담당관")
    assert inspect(asked("감사자료"), (), guard, "총무과").question.turns[0].text == "감사자료"
