from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilson.documents.official import text
from ilson.documents.official.layout import lay_out
from ilson.documents.official.model import OfficialDocument, from_json
from ilson.domain.official_rule import Look

TABLE = [["구분", "인원"], ["행정", "10"]]
LOOK = Look()


def to_text(document: OfficialDocument, look: Look = LOOK) -> str:
    return text.to_text(lay_out(document, look))


def middle(*body: dict[str, Any] | str, attachments: list[dict[str, Any]] | None = None) -> str:
    """Write the body and the enclosures only, without the two lines between them and the head."""
    items = [{"text": item} if isinstance(item, str) else item for item in body]
    draft = {"title": "제목", "body": items, "attachments": attachments or []}
    return to_text(from_json(draft)).split("제목  제목\n")[1].strip("\n")


def test_the_head_has_its_labels_and_two_columns() -> None:
    draft = {"agency": "강서구", "to": "국토교통부장관(주택과장)", "title": "교육 안내"}
    assert to_text(from_json(draft)) == "강서구\n\n수신  국토교통부장관(주택과장)\n(경유)\n제목  교육 안내\n"


def test_each_level_stands_two_columns_further_right() -> None:
    body = {
        "text": "개요",
        "items": [{"text": "일시", "items": [{"text": "오전"}, {"text": "오후"}]}, {"text": "장소"}],
    }
    assert middle("관련", body) == "1. 관련\n2. 개요\n  가. 일시\n    1) 오전\n    2) 오후\n  나. 장소  끝."


@pytest.mark.parametrize(
    ("body", "attachments", "written"),
    [
        (["안내합니다."], [], "안내합니다.  끝."),
        (["안내합니다.  끝."], [], "안내합니다.  끝."),
        (["안내"], [{"name": "계획서"}], "안내\n\n붙임  계획서 1부.  끝."),
        (["안내  끝."], [{"name": "계획서 1부.  끝.", "copies": 0}], "안내\n\n붙임  계획서 1부.  끝."),
        (["안내"], [{"name": "가"}, {"name": "나", "copies": 2}], "안내\n\n붙임  1. 가 1부.\n      2. 나 2부.  끝."),
        (["안내"], [{"name": "사진 3매", "copies": 0}], "안내\n\n붙임  사진 3매.  끝."),
        (["안내"], [{"name": "계획서 1부"}], "안내\n\n붙임  계획서 1부.  끝."),
        (["안내"], [{"name": "계획서 1부.", "copies": 2}], "안내\n\n붙임  계획서 1부.  끝."),
        (["안내"], [{"name": "계획서, 명단 각 1부"}], "안내\n\n붙임  계획서, 명단 각 1부.  끝."),
        (["안내"], [{"name": "사진 3매(원본)"}], "안내\n\n붙임  사진 3매(원본).  끝."),
        (["안내"], [{"name": "2개 부서 현황"}], "안내\n\n붙임  2개 부서 현황 1부.  끝."),
        (["안내"], [{"name": "백서 제2부"}], "안내\n\n붙임  백서 제2부 1부.  끝."),
        ([{"text": "현황", "table": TABLE}], [], "현황\n| 구분 | 인원 |\n| 행정 | 10 |\n  끝."),
        (
            [{"text": "현황", "table": TABLE}],
            [{"name": "가"}],
            "현황\n| 구분 | 인원 |\n| 행정 | 10 |\n\n붙임  가 1부.  끝.",
        ),
        ([{"text": "현황", "table": [*TABLE, ["", ""]]}], [], "현황\n| 구분 | 인원 |\n| 행정 | 10 |\n| 이하 빈칸 |  |"),
        ([{"table": [*TABLE, ["이하 빈칸", ""]]}], [], "| 구분 | 인원 |\n| 행정 | 10 |\n| 이하 빈칸 |  |"),
        ([], [], ""),
    ],
)
def test_the_end_sign_stands_where_the_rule_says(
    body: list[Any], attachments: list[dict[str, Any]], written: str
) -> None:
    assert middle(*body, attachments=attachments) == written


@given(
    st.lists(st.sampled_from(["안내합니다.", "협조 바랍니다.  끝.", "끝내기"]), min_size=1, max_size=4),
    st.integers(0, 3),
)
def test_there_is_one_end_sign_and_it_is_last(texts: list[str], attached: int) -> None:
    written = middle(*texts, attachments=[{"name": "계획서"}] * attached)
    assert (written.count("  끝."), written.endswith("  끝.")) == (1, True)


def test_the_closing_block_follows_the_form() -> None:
    draft = {
        "title": "교육",
        "sender": "강서구청장",
        "seal": "관인생략",
        "recipients": ["가과장", "나과장"],
        "signatures": [
            {"role": "approver", "title": "과장", "name": "박강서", "mark": "전결"},
            {"role": "cooperator", "title": "예산팀장", "name": "최강서"},
            {"role": "drafter", "title": "주무관", "name": "김강서"},
        ],
        "number": "디지털정책과-5678",
        "date": "2026. 11. 22.",
        "address": "07658 서울특별시 강서구 화곡로 302",
        "homepage": "https://example.go.kr",
        "phone": "02-2600-0000",
        "fax": "02-2600-0001",
        "email": "a@example.go.kr",
        "disclosure": "부분공개(5)",
    }
    assert to_text(from_json(draft)).split("제목  교육\n\n")[1] == (
        "강서구청장  관인생략\n\n수신자  가과장, 나과장\n\n"
        "주무관 김강서  과장 전결 박강서\n협조자  예산팀장 최강서\n"
        "시행  디지털정책과-5678(2026. 11. 22.)  접수\n"
        "우 07658 서울특별시 강서구 화곡로 302 / https://example.go.kr\n"
        "전화 02-2600-0000  팩스 02-2600-0001 / a@example.go.kr / 부분공개(5)\n"
    )


def test_a_second_line_of_an_item_stands_under_its_text() -> None:
    assert middle("관련", "개요\n이어지는 줄") == "1. 관련\n2. 개요\n  이어지는 줄  끝."
