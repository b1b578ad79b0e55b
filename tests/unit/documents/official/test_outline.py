from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ilson.documents.official.lines import LABELS
from ilson.documents.official.model import FIELDS, MARKS, ROLES, from_json
from ilson.documents.official.outline import parse, told_facts, write
from ilson.domain.errors import BadRequest
from ilson.domain.official_rule import FactRule

SIGNS = "1.!가.!1)!(가)!①!- !끝.!끝!**!*!|!\\!#!```!:!붙임!제목:!부!,!(!)!---!~!수신  !관인: ! !전결"
PIECES = st.sampled_from([*SIGNS.split("!"), "교육", "2026. 11. 22.(일)", "계획서 1부", "1부.", "a", "0"])
LETTERS = st.text(st.characters(exclude_categories=("C", "Z")), max_size=20)
LINES = st.lists(PIECES, min_size=1, max_size=6).map("".join) | LETTERS
TEXTS = LINES.map(lambda text: " ".join(text.split())).filter(bool)
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=4)
)
ENTRIES = st.lists(TEXTS, min_size=1, max_size=3)


def items(depth: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    below = st.just([]) if depth == 1 else st.just([]) | items(depth - 1)
    item = st.fixed_dictionaries({"text": TEXTS, "items": below, "table": st.none() | TABLES})
    return st.lists(item, min_size=1, max_size=3)


ENCLOSURES = st.fixed_dictionaries({"name": TEXTS, "copies": st.integers(1, 99)})
PEOPLE = st.fixed_dictionaries(
    {"role": st.sampled_from(ROLES), "title": TEXTS, "name": TEXTS, "mark": st.sampled_from(MARKS)}
)
LISTS = st.fixed_dictionaries(
    {},
    optional={
        "recipients": ENTRIES,
        "keywords": ENTRIES,
        "body": items(3),
        "attachments": st.lists(ENCLOSURES, min_size=1, max_size=3),
        "signatures": st.lists(PEOPLE, min_size=1, max_size=3),
    },
)
SOME_FIELDS = st.dictionaries(
    st.sampled_from([name for name in FIELDS if name in LABELS and name != "seal"]), TEXTS, max_size=3
)
FORMS = st.builds(lambda lines, lists: lines | lists, SOME_FIELDS, LISTS)


def told(body: list[dict[str, Any]]) -> list[Any]:
    """Keep of the items what a test wants to see: the text, or text and what stands below."""
    return [(entry["text"], told(entry["items"])) if entry["items"] else entry["text"] for entry in body]


def items_of(text: str) -> list[Any]:
    return told(parse("제목: 안내\n" + text)["body"])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FORMS)
@example({"body": [{"text": "1. 관련", "items": [], "table": [["a|b", "---"], ["**", "\\"]]}]})
@example({"attachments": [{"name": "사진 3매", "copies": 0}, {"name": "계획서, 명단 각", "copies": 2}]})
def test_what_is_written_is_read_back(form: dict[str, Any]) -> None:
    assert parse(write(form)) == form


@settings(deadline=None)
@given(st.text() | st.lists(PIECES | st.just("\n") | st.just("  "), max_size=40).map("".join))
def test_any_text_gives_a_document(text: str) -> None:
    assert from_json(parse(text)) is not None


def test_what_is_longer_than_a_field_may_be_is_cut() -> None:
    long = "가" * 2_000
    rows = (f"제목: {long}", f"수신자: {long}", f"기안자: {long} | {long}", f"붙임: {long} 1부", f"- {long * 30}")
    assert from_json(parse("\n".join(rows)))


def test_a_form_of_another_shape_is_refused() -> None:
    with pytest.raises(BadRequest):
        write({"signatures": [{"title": "과장"}]})


def test_other_keys_of_a_form_are_passed_over() -> None:
    assert write({"request": "써 줘", "title": "교육"}) == "제목: 교육\n"


def test_every_beginning_of_an_outline_gives_a_document() -> None:
    whole = (
        "제목: 안내\n수신: 내부결재\n1. 관련: 가과-1\n  가. 일시\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n붙임  1. 안 1부.\n"
    )
    assert all(from_json(parse(whole[:end])) for end in range(len(whole)))


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ("제목: 교육 안내", "title", "교육 안내"),
        ("**제목:** 교육 안내", "title", "교육 안내"),
        ("제목  교육 안내", "title", "교육 안내"),
        ("제  목: 교육 안내", "title", "교육 안내"),
        ("제목： 교육 안내", "title", "교육 안내"),  # the full-width colon
        ("## 제목: 교육 안내", "title", "교육 안내"),
        ("수신 내부결재", "to", "내부결재"),
        ("(경유)  총무과장", "via", "총무과장"),
        ("발신 명의: 강서구청장", "sender", "강서구청장"),
        ("공개 구분: 부분공개(5)", "disclosure", "부분공개(5)"),
        ("수신자: 행정과장(인사팀, 총무팀), 자치과장", "recipients", ["행정과장(인사팀, 총무팀)", "자치과장"]),
        ("관인: 관인생략", "seal", "관인생략"),
        ("키워드: 교육, 인공지능", "keywords", ["교육", "인공지능"]),
    ],
)
def test_a_field_is_read_however_it_is_written(row: str, field: str, value: object) -> None:
    assert parse(row + "\n") == {field: value}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("1. 하나\n2. 둘", ["하나", "둘"]),
        ("1. 하나\n가. 둘\n1) 셋\n2. 넷", [("하나", [("둘", ["셋"])]), "넷"]),
        ("- 하나\n  - 둘\n    - 셋\n- 넷", [("하나", [("둘", ["셋"])]), "넷"]),
        ("- 하나\n    - 둘\n  - 셋", [("하나", ["둘", "셋"])]),
        ("1. 하나\n- 둘\n- 셋\n2. 넷", [("하나", ["둘", "셋"]), "넷"]),
        ("□ 하나\n ○ 둘\n  - 셋\n□ 넷", [("하나", [("둘", ["셋"])]), "넷"]),
        ("- 1. 하나\n- 2. 둘", ["하나", "둘"]),
        ("다음과 같이 실시합니다.\n1. 일시\n2. 장소", [("다음과 같이 실시합니다.", ["일시", "장소"])]),
        ("다음과 같습니다.\n  일시: 오늘\n  장소: 여기", [("다음과 같습니다.", ["일시: 오늘", "장소: 여기"])]),
        ("- 긴 문장이\n  이어집니다.", ["긴 문장이 이어집니다."]),
        ("관련: 가과-1(2026. 11. 2.)", ["관련: 가과-1(2026. 11. 2.)"]),
        ("11. 22.(일) 실시합니다.", ["11. 22.(일) 실시합니다."]),
        ("1. 11. 22. 10. 실시", ["11. 22. 10. 실시"]),
        ("1. 하나\n2.", ["하나"]),
        ("1. **하나**\n```\n2. 둘\n```", ["하나", "둘"]),
        ("1. 바랍니다.  끝.\n물론 더 고칠 수 있습니다.\n- 필요하면 말씀해 주세요.", ["바랍니다."]),
        ("1. 바랍니다. 끝", ["바랍니다."]),
        ("1. 목적\n역량을 높이고자 함\n2. 개요", [("목적", ["역량을 높이고자 함"]), "개요"]),
        ("1. 안내합니다.\n협조 바랍니다.\n2. 끝으로", ["안내합니다.", "협조 바랍니다.", "끝으로"]),
        ("- 주차: 불가\n※ 대중교통 이용\n- 문의: 총무과", [("주차: 불가", ["※ 대중교통 이용"]), "문의: 총무과"]),
    ],
)
def test_items_find_their_level(text: str, body: list[Any]) -> None:
    assert items_of(text) == body


def test_nine_levels_become_eight() -> None:
    assert str(items_of("\n".join(f"{'  ' * level}- 항목" for level in range(9)))).count("[") == 8


@pytest.mark.parametrize(
    ("text", "enclosures"),
    [
        ("붙임: 계획서 1부", [("계획서", 1)]),
        ("붙임 계획서 1부.  끝.", [("계획서", 1)]),
        ("붙임  1. 계획서 1부.\n      2. 명단 2부.  끝.", [("계획서", 1), ("명단", 2)]),
        ("붙임  1. 계획서 1부. 2. 명단 2부. 끝.", [("계획서", 1), ("명단", 2)]),
        ("붙임: 계획서 1부, 명단 2부", [("계획서", 1), ("명단", 2)]),
        ("붙임: 계획서, 명단 각 1부", [("계획서, 명단 각", 1)]),
        ("붙임:\n- 계획서 1부\n- 명단 1부", [("계획서", 1), ("명단", 1)]),
        ("붙임: 사진 3매.", [("사진 3매", 0)]),
        ("붙임: 2개 부서 현황", [("2개 부서 현황", 1)]),
        ("붙임: 계획서", [("계획서", 1)]),
        ("첨부: 계획서 1부\n언제든 말씀해 주세요.", [("계획서", 1)]),
        ("1. 바랍니다.  끝.\n붙임  계획서 1부.  끝.", [("계획서", 1)]),
    ],
)
def test_enclosures_have_a_name_and_copies(text: str, enclosures: list[tuple[str, int]]) -> None:
    assert [(entry["name"], entry["copies"]) for entry in parse(text)["attachments"]] == enclosures


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("기안자: 주무관 김강서", ("drafter", "주무관", "김강서", "")),
        ("결재권자: 전결 디지털정책과장 이강서", ("approver", "디지털정책과장", "이강서", "전결")),
        ("협조자: 예산팀장 | 박강서 |", ("cooperator", "예산팀장", "박강서", "")),
        ("검토자: 팀장", ("reviewer", "팀장", "", "")),
    ],
)
def test_a_person_signs_in_a_role(text: str, signed: tuple[str, ...]) -> None:
    assert [tuple(entry.values()) for entry in parse(text)["signatures"]] == [signed]


@pytest.mark.parametrize("nothing", ["붙임: 없음", "붙임: 해당 없음.", "붙임: -", "붙임:"])
def test_no_enclosure_is_none(nothing: str) -> None:
    assert parse(f"제목: 안내\n{nothing}\n") == {"title": "안내"}


def test_a_table_belongs_to_the_item_above() -> None:
    table = "1. 현황\n| 구분 | 인원 |\n|:---|---:|\n| 행정 | **10** |\n| 세 \\| 무 |  |"
    assert parse(table)["body"][0]["table"] == [["구분", "인원"], ["행정", "10"], ["세 | 무", ""]]


def test_chatter_before_the_first_field_is_ignored() -> None:
    assert parse("물론입니다. 아래는 공문 초안입니다.\n\n제목: 안내\n") == {"title": "안내"}


@pytest.mark.parametrize("start", ["붙", "붙임", "제", "끝", "발신"])
def test_a_label_half_written_is_no_item_yet(start: str) -> None:
    assert parse(f"제목: 안내\n1. 하나\n{start}")["body"] == parse("제목: 안내\n1. 하나\n")["body"]


RULES = (FactRule("일시·장소"), FactRule("결정 사항"), FactRule("발언 요지", long=True), FactRule("비고", long=True))
FACTS = st.lists(st.sampled_from([rule.label for rule in RULES]), unique=True, min_size=1).flatmap(
    lambda labels: st.tuples(
        *(
            st.builds(
                lambda label, lines: {"label": label, "text": "\n".join(lines)},
                st.just(label),
                st.lists(TEXTS, min_size=1, max_size=3),
            )
            for label in sorted(labels, key=[rule.label for rule in RULES].index)
        )
    ).map(list)
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FORMS, FACTS)
@example(
    {"body": [{"text": "결정 사항: 가결", "items": [], "table": None}]}, [{"label": "결정 사항", "text": "가\n- 나"}]
)
@example({"title": "가"}, [{"label": "비고", "text": "끝.\n제목: 나\n본문:\n결정 사항: 다\n| 라 |"}])
def test_facts_with_several_lines_are_read_back(form: dict[str, Any], facts: list[dict[str, str]]) -> None:
    form = {**form, "facts": facts}
    assert parse(write(form), RULES) == form


@settings(deadline=None)
@given(
    st.text()
    | st.lists(PIECES | st.sampled_from(["\n", "  ", "비고", "비고:", "결정 사항: "]), max_size=40).map("".join)
)
def test_any_text_gives_a_document_with_facts(text: str) -> None:
    assert from_json(parse(text, RULES)) is not None


def facts_of(text: str) -> dict[str, str]:
    return {fact["label"]: fact["text"] for fact in parse("제목: 회의록\n" + text, RULES).get("facts", [])}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("일시·장소: 오늘", {"일시·장소": "오늘"}),
        ("**일시ㆍ장소**: 오늘", {"일시·장소": "오늘"}),
        ("## 일시 · 장소： 오늘", {"일시·장소": "오늘"}),  # the full-width colon
        ("- 일시·장소: 오늘\n- 결정 사항: 가결", {"일시·장소": "오늘", "결정 사항": "가결"}),
        ("1. 일시·장소: 오늘\n2. 결정 사항: 가결", {"일시·장소": "오늘", "결정 사항": "가결"}),
        ("발언 요지:\n- 김: 찬성\n- 이: 반대", {"발언 요지": "- 김: 찬성\n- 이: 반대"}),
        ("발언 요지\n- 김: 찬성", {"발언 요지": "- 김: 찬성"}),
        ("발언 요지: 김: 찬성\n이: 반대\n결정 사항: 가결", {"발언 요지": "김: 찬성\n이: 반대", "결정 사항": "가결"}),
        ("결정 사항: 가결\n  다만, 내년부터", {"결정 사항": "가결\n다만, 내년부터"}),
        ("비고: 없음\n제목: 둘", {"비고": "없음"}),
        ("비고: 하나\n끝.", {"비고": "하나"}),
        ("날씨: 맑음", {}),
    ],
)
def test_a_fact_is_read_however_it_is_written(text: str, facts: dict[str, str]) -> None:
    assert facts_of(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "결정 사항: 가결\n본문:\n- 결정 사항: 둘째\n  - 일시·장소: 셋째",
        "결정 사항: 가결\n- 결정 사항을 알림\n  - 결정 사항: 셋째",
        "결정 사항: 가결\n- 첫째\n- 결정 사항: 둘째",
        "결정 사항: 가결\n본문:\n- 첫째\n  결정 사항: 둘째",
        "결정 사항: 가결\n본문:\n- 첫째\n비고\n- 둘째",
    ],
)
def test_what_stands_in_the_body_is_no_fact(text: str) -> None:
    assert facts_of(text) == {"결정 사항": "가결"}


def test_a_short_fact_ends_where_the_items_begin() -> None:
    found = parse("결정 사항: 가결\n- 첫째\n- 둘째", RULES)
    assert (told(found["body"]), found["facts"][0]["text"]) == (["첫째", "둘째"], "가결")


def test_a_label_that_is_still_being_written_is_no_item() -> None:
    assert "body" not in parse("제목: 회의록\n결정 사", RULES)


def test_without_its_rule_a_label_is_an_item() -> None:
    assert told(parse("제목: 안내\n결정 사항: 가결\n")["body"]) == ["결정 사항: 가결"]


def test_facts_stand_in_the_order_of_the_type() -> None:
    assert list(facts_of("비고: 없음\n결정 사항: 가결\n일시·장소: 오늘")) == ["일시·장소", "결정 사항", "비고"]


def test_facts_are_told_in_a_text_of_any_kind() -> None:
    text = "회의록 써 줘\n- 결정 사항: 가결\n일시·장소:\n내일 봅시다"
    assert told_facts(text, RULES) == (
        [{"label": "결정 사항", "text": "가결"}],
        "회의록 써 줘\n일시·장소:\n내일 봅시다",
    )
