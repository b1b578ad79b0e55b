from typing import Any

import pytest

from ilson.documents.official.model import Enclosure, Item, OfficialDocument, Signature, from_json, to_json
from ilson.domain.errors import BadRequest

WHOLE: dict[str, Any] = {
    "type": "letter",
    "grade": "S",
    "facts": [{"label": "일시·장소", "text": "2026. 11. 22.(일) 14:00\n구청"}],
    "agency": "서울특별시 강서구",
    "to": "수신자 참조",
    "via": "행정안전부장관",
    "recipients": ["행정지원과장", "자치행정과장"],
    "title": "교육 안내",
    "body": [
        {"text": "관련", "items": [], "table": None},
        {
            "text": "현황",
            "items": [{"text": "부서", "items": [], "table": None}],
            "table": [["구분", "인원"], ["행", "1"]],
        },
    ],
    "attachments": [{"name": "계획서", "copies": 2}],
    "sender": "강서구청장",
    "seal": "관인생략",
    "signatures": [{"role": "approver", "title": "과장", "name": "김강서", "mark": "전결"}],
    "number": "디지털정책과-5678",
    "date": "2026. 11. 22.",
    "address": "07658 서울특별시 강서구 화곡로 302",
    "homepage": "https://www.example.go.kr",
    "phone": "02-2600-0000",
    "fax": "02-2600-0001",
    "email": "a@example.go.kr",
    "disclosure": "부분공개(5)",
    "summary": "교육",
    "keywords": ["교육"],
}


def nested(levels: int) -> dict[str, Any]:
    item: dict[str, Any] = {"text": str(levels)}
    for level in range(levels - 1, 0, -1):
        item = {"text": str(level), "items": [item]}
    return {"body": [item]}


def told(items: tuple[Item, ...]) -> list[Any]:
    """Keep of the items the text, and what stands below as a list."""
    return [part for item in items for part in ([item.text, told(item.items)] if item.items else [item.text])]


def refusal(value: dict[str, Any]) -> str:
    with pytest.raises(BadRequest) as caught:
        from_json(value)
    return str(caught.value)


def test_a_whole_document_comes_back_as_it_went() -> None:
    assert to_json(from_json(WHOLE)) == WHOLE


def test_every_key_may_be_left_out() -> None:
    assert from_json({}) == OfficialDocument()


def test_what_is_left_out_inside_gets_its_default() -> None:
    value = {"body": [{"text": "가"}], "attachments": [{"name": "나"}], "signatures": [{"role": "drafter"}]}
    assert from_json(value) == OfficialDocument(
        body=(Item("가"),), attachments=(Enclosure("나"),), signatures=(Signature("drafter"),)
    )


@pytest.mark.parametrize(
    "value",
    [
        {"titel": "교육"},
        {"title": 1},
        {"title": None},
        {"recipients": "행정지원과장"},
        {"recipients": [1]},
        {"body": {}},
        {"body": ["관련"]},
        {"body": [{"text": "관련", "marker": "1."}]},
        {"body": [{"text": "관련", "table": [["가", 1]]}]},
        {"body": [{"text": "관련", "table": ["가"]}]},
        {"attachments": [{"name": "계획서", "copies": "1"}]},
        {"attachments": [{"name": "계획서", "copies": True}]},
        {"attachments": [{"name": "계획서", "copies": -1}]},
        {"signatures": [{"title": "과장"}]},
        {"signatures": [{"role": "boss"}]},
        {"signatures": [{"role": "approver", "mark": "후결"}]},
        {"seal": "도장"},
        {"title": "가" * 1_001},
        {"recipients": ["가"] * 1_001},
        {"body": [{"text": "가" * 50_001}]},
        {"body": [{"items": [{}] * 150}] * 150},
    ],
)
def test_another_shape_is_refused(value: dict[str, Any]) -> None:
    assert refusal(value)


def test_eight_levels_are_read() -> None:
    assert told(from_json(nested(8)).body) == ["1", ["2", ["3", ["4", ["5", ["6", ["7", ["8"]]]]]]]]


def test_deeper_levels_stand_on_the_eighth_in_reading_order() -> None:
    body = nested(10)["body"] + [{"text": "끝"}]
    assert told(from_json({"body": body}).body) == [
        "1",
        ["2", ["3", ["4", ["5", ["6", ["7", ["8", "9", "10"]]]]]]],
        "끝",
    ]


def test_hundreds_of_levels_are_read() -> None:
    assert str(told(from_json(nested(900)).body)).endswith("'899', '900']]]]]]]]")


@pytest.mark.parametrize("item", ["관련", {"text": 1}, {"marker": "1."}, {"items": {}}])
def test_another_shape_below_the_eighth_level_is_refused(item: Any) -> None:
    body = nested(10)["body"]
    deepest = body[0]
    while "items" in deepest:
        deepest = deepest["items"][0]
    deepest["items"] = [item]
    assert refusal({"body": body})


def test_a_refusal_names_the_known_keys_and_nothing_that_was_typed() -> None:
    told = refusal({"titel": "secret"})
    assert "title" in told
    assert "titel" not in told
    assert "secret" not in told


def test_characters_that_no_file_can_carry_are_dropped() -> None:
    assert from_json({"title": "교육\x00 \ud800안내\r\n계획\ufffe"}).title == "교육 안내 계획"


def test_rows_of_a_table_become_equally_long() -> None:
    table = from_json({"body": [{"table": [["가", "나"], ["다"], []]}]}).body[0].table
    assert table == (("가", "나"), ("다", ""), ("", ""))


def test_a_table_without_cells_is_no_table() -> None:
    assert from_json({"body": [{"text": "가", "table": [[]]}]}).body[0].table is None
