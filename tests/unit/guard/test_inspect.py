"""What a model gets to see of a question."""

import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.errors import ConfirmationNeeded, GuardFailed, WordBlocked
from ilson.domain.grade import Grade
from ilson.domain.question import Question, Turn
from ilson.domain.rule import PiiRule, Rulebook, WordRule
from ilson.guard.compile import Guard
from ilson.guard.inspect import Inspected, inspect

SECRET = "010-1234-5678"
CONFIRMED = ("입찰 정보", "목록-confirm")


def asked(*texts: str, **more: Any) -> Question:
    return Question(task="ask", turns=tuple(Turn("user", text) for text in texts), **more)


pytestmark = pytest.mark.usefixtures("one_salt")


def texts_of(inspected: Inspected) -> list[str]:
    return [turn.text for turn in inspected.question.turns]


def paper(*blocks: Any, name: str = "공문.hwpx") -> Document:
    return Document(name=name, kind="hwpx", blocks=blocks)


def test_a_resident_number_never_reaches_the_model(guard: Guard) -> None:
    assert texts_of(inspect(asked("번호 900101-1234567 확인"), (), guard)) == ["번호 ⟦주민등록번호#1·kk⟧ 확인"]


def test_one_value_has_one_token_in_all_turns_documents_and_fields(guard: Guard) -> None:
    question = asked("010-1234-5678", "01012345678로", form={"연락처": "010 1234 5678"})
    inspected = inspect(question, (paper(Paragraph("전화 ０１０－１２３４－５６７８")),), guard)
    assert texts_of(inspected) == ["⟦전화번호#1·kk⟧", "⟦전화번호#1·kk⟧로"]
    assert inspected.question.form == {"연락처": "⟦전화번호#1·kk⟧"}
    assert inspected.documents[0].blocks == (Paragraph("전화 ⟦전화번호#1·kk⟧"),)


def test_two_people_in_two_turns_keep_their_own_tokens(guard: Guard) -> None:
    inspected = inspect(asked("갑 010-1111-2222", "을 010-3333-4444"), (), guard)
    assert texts_of(inspected) == ["갑 ⟦전화번호#1·kk⟧", "을 ⟦전화번호#2·kk⟧"]
    assert [inspected.vault.restore(text) for text in texts_of(inspected)] == ["갑 010-1111-2222", "을 010-3333-4444"]


def test_headings_paragraphs_cells_and_the_name_of_a_file_are_masked(guard: Guard) -> None:
    document = paper(Heading(SECRET), Paragraph(SECRET, page=2), Table(((SECRET, "가"),)), name=f"{SECRET}.hwpx")
    masked = inspect(asked(), (document,), guard).documents[0]
    assert masked == paper(
        Heading("⟦전화번호#1·kk⟧"),
        Paragraph("⟦전화번호#1·kk⟧", page=2),
        Table((("⟦전화번호#1·kk⟧", "가"),)),
        name="⟦전화번호#1·kk⟧.hwpx",
    )


@pytest.mark.parametrize(
    "parts",
    [("900101", "1234567"), ("900101-", "1234567"), ("1", "900101", "1234567", "가"), ("010", "1234", "5678")],
)
def test_a_number_over_neighbouring_cells_or_paragraphs_is_masked_and_comes_back(
    parts: tuple[str, ...], guard: Guard
) -> None:
    document = paper(Table((parts,)), *map(Paragraph, parts))
    inspected = inspect(asked(), (document,), guard)
    table, *lines = inspected.documents[0].blocks
    masked = [*table.rows[0], *(line.text for line in lines)]
    assert [part for part in masked if part.isdigit() and len(part) > 1] == []
    assert [inspected.vault.restore(part) for part in masked] == [*parts, *parts]


def test_a_row_of_figures_stays(guard: Guard) -> None:
    document = paper(Table((("2024", "2025", "2026", "1023"), ("4579", "7212", "3456", "7893"))))
    assert inspect(asked(), (document,), guard).documents == (document,)


def test_a_form_is_masked_to_its_last_leaf(guard: Guard) -> None:
    form = {"항목": [{"글": SECRET, SECRET: 1}, [9001011234567, 3.5, True, None]]}
    token = "⟦전화번호#1·kk⟧"
    assert inspect(asked(form=form), (), guard).question.form == {
        "항목": [{"글": token, token: 1}, ["⟦주민등록번호#1·kk⟧", 3.5, True, None]]
    }


def test_attachments_do_not_travel_on(guard: Guard) -> None:
    question = asked("요약해 줘", attachments=(paper(Paragraph(SECRET)),))
    assert inspect(question, (), guard).question.attachments == ()


def test_counts_are_distinct_values_by_type(guard: Guard) -> None:
    inspected = inspect(asked("010-1111-2222 01011112222 010-3333-4444", "a@b.kr 씨발"), (), guard)
    assert inspected.counts == {"PHONE": 2, "EMAIL": 1, "WORD": 1}


def test_a_prohibited_word_goes_as_a_token_and_comes_back(guard: Guard) -> None:
    inspected = inspect(asked("「씨발 이게 행정이냐」라는 민원", "Fuck"), (), guard)
    assert texts_of(inspected) == ["「⟦비속어#1·kk⟧ 이게 행정이냐」라는 민원", "⟦비속어#2·kk⟧"]
    assert [inspected.vault.restore(text) for text in texts_of(inspected)] == [
        "「씨발 이게 행정이냐」라는 민원",
        "Fuck",
    ]


def test_a_typed_token_is_not_somebodys_number(guard: Guard) -> None:
    inspected = inspect(asked("010-1234-5678", "⟦전화번호#1·kk⟧를 알려줘"), (), guard)
    assert "⟦전화번호#1·kk⟧" not in texts_of(inspected)[1]


def test_a_warning_names_its_rule_and_raises_the_grade(guard: Guard) -> None:
    inspected = inspect(asked("대외비 문서를 요약해 줘"), (), guard)
    assert (inspected.grade, inspected.told.reasons) == (Grade.S, ("비공개 업무",))


def test_the_grade_is_never_lowered(guard: Guard) -> None:
    assert inspect(asked("대외비", grade=Grade.C), (), guard).grade is Grade.C


def test_an_open_question_stays_open(guard: Guard) -> None:
    inspected = inspect(asked("주차 조례를 설명해 줘 010-1234-5678"), (), guard)
    assert (inspected.grade, inspected.told.reasons) == (Grade.O, ())


def test_a_rule_that_asks_stops_until_the_official_confirms(guard: Guard) -> None:
    with pytest.raises(ConfirmationNeeded):
        inspect(asked("입찰예정가격 산정"), (), guard)
    confirmed = inspect(asked("입찰예정가격 산정", confirmed=CONFIRMED), (), guard)
    assert (confirmed.grade, confirmed.told.reasons) == (Grade.S, ("입찰 정보",))


def test_a_blocking_word_stops_even_a_confirmed_question(
    guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    guard = guard_of(word("block", "금지어"), word("confirm", "확인어"))
    with pytest.raises(WordBlocked) as stopped:
        inspect(asked("금지어와 확인어", confirmed=CONFIRMED), (), guard)
    assert "금지어" not in str(stopped.value)


def test_a_blocking_word_in_a_cell_stops_the_question(
    guard_of: Callable[..., Guard], word: Callable[..., WordRule]
) -> None:
    with pytest.raises(WordBlocked):
        inspect(asked("요약"), (paper(Table((("가", "금지어"),))),), guard_of(word("block", "금지어")))


def test_an_agency_may_block_a_kind_of_number(guard_of: Callable[..., Guard], number: Callable[..., PiiRule]) -> None:
    with pytest.raises(WordBlocked):
        inspect(asked("A12"), (), guard_of(number("SN", "A[0-9]{2}", action="block")))


@pytest.mark.parametrize(
    "question",
    [
        asked("900101-1234567", form={"a": object()}),
        Question(task="ask", turns=(None,)),  # type: ignore[arg-type]
        asked("900101-1234567", form={"a": b"900101-1234567"}),
    ],
)
def test_whatever_fails_nothing_passes_and_no_text_travels_in_the_error(question: Question, guard: Guard) -> None:
    with pytest.raises(GuardFailed) as failed:
        inspect(question, (), guard)
    assert "900101" not in "".join(traceback.format_exception(failed.value))


def test_a_bottomless_form_fails_closed(guard: Guard) -> None:
    deep: list[Any] = [SECRET]
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(GuardFailed):
        inspect(asked(form={"a": deep}), (), guard)


def test_a_name_that_is_sure_in_one_text_is_masked_in_all(rulebook: Rulebook, guard: Guard) -> None:
    known = Guard.of(replace(rulebook, directory=("도라지",)), guard.today)
    inspected = inspect(asked("신청인: 도라지", "도라지 씨에게 답한다"), (paper(Paragraph("도라지가 왔다")),), known)
    assert "도라지" not in "".join([*texts_of(inspected), str(inspected.documents)])


def test_the_head_of_a_table_names_the_values_in_its_cells(guard: Guard) -> None:
    document = paper(Table((("순번", "학번"), ("1", "20201234"), ("2", "20205678"))))
    (table,) = inspect(asked("요약"), (document,), guard).documents[0].blocks
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == ["학번", "⟦학번#1·kk⟧", "⟦학번#2·kk⟧"]


def test_a_line_break_inside_a_cell_does_not_move_its_column(guard: Guard) -> None:
    document = paper(Table((("비\n고", "학번"), ("가\t나", "20201234"))))
    (table,) = inspect(asked("요약"), (document,), guard).documents[0].blocks
    assert isinstance(table, Table)
    assert table.rows[1] == ("가\t나", "⟦학번#1·kk⟧")
