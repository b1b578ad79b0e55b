from typing import Any

import pytest

from ilson.documents.official.complete import complete, is_complete, spell_date, spell_disclosure
from ilson.documents.official.model import Fact, Item, OfficialDocument, from_json
from ilson.domain.errors import BadRequest


def completed(form: dict[str, Any] | None = None, **draft: Any) -> OfficialDocument:
    return complete(from_json(draft), form or {})


def test_what_the_official_filled_in_wins() -> None:
    assert completed({"title": "사람의 제목"}, title="모델의 제목").title == "사람의 제목"


def test_an_empty_field_of_the_form_leaves_the_draft_alone() -> None:
    assert completed({"agency": ""}, agency="강서구").agency == "강서구"


def test_the_body_is_the_drafts_work() -> None:
    form = {"body": [{"text": "재료"}]}
    assert (completed(form, body=[{"text": "초안"}]).body, completed(form).body) == ((Item("초안"),), (Item("재료"),))


def test_whom_the_official_writes_to_is_not_changed_by_the_drafts_list() -> None:
    document = completed({"to": "국토교통부장관"}, to="수신자 참조", recipients=["가과장", "나과장"])
    assert (document.to, document.recipients) == ("국토교통부장관", ())


def test_a_date_behind_the_officials_number_wins() -> None:
    form = {"number": "디지털정책과-5678(2026. 11. 22.)"}
    assert completed(form, number="디지털정책과-1", date="2025. 1. 1.").date == "2026. 11. 22."


def test_other_keys_of_the_form_are_passed_over() -> None:
    assert completed({"request": "교육 안내 써 줘"}, title="교육").title == "교육"


def test_a_form_of_another_shape_is_refused() -> None:
    with pytest.raises(BadRequest):
        completed({"title": 1})


def test_several_recipients_stand_under_the_sender() -> None:
    document = completed(to="영등포구청장, 양천구청장(자치행정과장, 민원과장)")
    assert (document.to, document.recipients) == (
        "수신자 참조",
        ("영등포구청장", "양천구청장(자치행정과장, 민원과장)"),
    )


def test_a_list_of_recipients_is_referred_to() -> None:
    assert completed(to="각 과장", recipients=["가과장", "나과장"]).to == "수신자 참조"


def test_one_recipient_needs_no_list() -> None:
    document = completed(to="수신자 참조", recipients=["가과장"])
    assert (document.to, document.recipients) == ("가과장", ())


def test_an_internal_document_has_no_sender() -> None:
    document = completed(to="내부 결재", sender="강서구청장", seal="관인생략", recipients=["가과장"])
    assert (document.to, document.sender, document.seal, document.recipients) == ("내부결재", "", "", ())


def test_a_title_has_no_full_stop() -> None:
    assert completed(title="교육 안내.").title == "교육 안내"


def test_a_seal_mark_behind_the_sender_is_taken_apart() -> None:
    document = completed(sender="강서구청장(관인생략)")
    assert (document.sender, document.seal) == ("강서구청장", "관인생략")


def test_a_date_behind_the_number_is_taken_apart() -> None:
    document = completed(number="디지털정책과-5678(2026-11-22)")
    assert (document.number, document.date) == ("디지털정책과-5678", "2026. 11. 22.")


def test_a_document_is_open_unless_somebody_says_otherwise() -> None:
    assert (completed().disclosure, completed(disclosure="부분공개(5)").disclosure) == ("공개", "부분공개(5)")


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("2026-11-22", "2026. 11. 22."),
        ("2026.11.22.", "2026. 11. 22."),
        ("2026. 03. 05", "2026. 3. 5."),
        ("2026/3/5", "2026. 3. 5."),
        ("2026년 11월 22일", "2026. 11. 22."),
        ("2026. 11. 22.", "2026. 11. 22."),
        ("2026. 2. 30.", "2026. 2. 30."),
        ("2026. 11.", "2026. 11."),
        ("미정", "미정"),
        ("", ""),
    ],
)
def test_a_date_is_spelt_as_the_rule_says(typed: str, spelt: str) -> None:
    assert spell_date(typed) == spelt


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("비공개()", "비공개"),
        ("비공개( )", "비공개"),
        ("비공개", "비공개"),
        ("비공개(5,6 제5호)", "비공개(5,6)"),
        ("비공개(6, 5)", "비공개(5,6)"),
        ("비공개(제5호 및 제6호)", "비공개(5,6)"),
        ("비공개 5호", "비공개(5)"),
        ("비공개  (5호,  6호)", "비공개(5,6)"),
        ("부분 공개(5)", "부분공개(5)"),
        ("비공개(정보공개법 제9조제1항제5호)", "비공개(5)"),
        ("비공개(9)", "비공개(9)"),
        ("비공개(56)", "비공개(56)"),
        ("비공개(5~8)", "비공개(5~8)"),
        ("비공개(영업상 비밀)", "비공개(영업상 비밀)"),
        ("공개", "공개"),
        ("", ""),
    ],
)
def test_clauses_of_a_disclosure_are_a_list(typed: str, spelt: str) -> None:
    assert (spell_disclosure(typed), spell_disclosure(spelt)) == (spelt, spelt)


def test_a_drafts_disclosure_is_spelt_as_the_form_says() -> None:
    assert completed(disclosure="부분공개 (제6호, 제5호)").disclosure == "부분공개(5,6)"


@pytest.mark.parametrize(
    ("draft", "whole"),
    [
        ({"title": "교육", "body": [{"text": "안내"}]}, True),
        ({"title": "교육", "body": [{"items": [{"table": [["표"]]}]}]}, True),
        ({"title": "교육", "body": [{"text": ""}]}, False),
        ({"title": "교육"}, False),
        ({"body": [{"text": "안내"}]}, False),
    ],
)
def test_a_document_needs_a_title_and_a_body(draft: dict[str, Any], whole: bool) -> None:  # noqa: FBT001 - a table
    assert is_complete(from_json(draft)) is whole


def test_type_and_grade_of_the_form_stay() -> None:
    document = completed({"type": "minutes", "grade": "S"}, title="회의록")
    assert (document.type, document.grade) == ("minutes", "S")


def test_facts_of_the_official_win_one_by_one_and_the_others_are_the_drafts() -> None:
    form = {"facts": [{"label": "일시", "text": "사람"}, {"label": "장소", "text": ""}, {"label": "비고", "text": ""}]}
    drafted = [{"label": label, "text": "모델"} for label in ("결정", "장소", "일시")]
    assert completed(form, facts=drafted).facts == (Fact("일시", "사람"), Fact("장소", "모델"), Fact("결정", "모델"))


def test_a_document_of_facts_alone_is_complete() -> None:
    facts = [{"label": "명칭", "text": "간부회의"}]
    assert is_complete(completed(title="회의록", facts=facts))
    assert not is_complete(completed(title="회의록", facts=[{"label": "명칭", "text": ""}]))
    assert not is_complete(completed(facts=facts))
