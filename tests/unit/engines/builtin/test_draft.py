"""The built-in draft carries over what the official wrote and invents nothing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from ilson.documents.official.model import from_json
from ilson.documents.official.outline import parse
from ilson.domain.document import Document, Paragraph
from ilson.domain.official_rule import DocumentType, FactRule, Look
from ilson.domain.piece import Text
from ilson.domain.question import Prompt
from ilson.engines.models.builtin.draft import draft
from ilson.engines.models.builtin.lexicon import compiled
from ilson.official_rules import load_official

TYPES = load_official([Path(__file__).parents[4] / "ilson/rules"]).types
RULES = Path(__file__).parents[4] / "ilson/rules/builtin.ko.yaml"
TEXTS: dict[str, str] = yaml.safe_load(RULES.read_text("utf-8"))
LEXICON = compiled(TEXTS)

WISHES = [
    (
        "11월 30일 14시에 구청 대강당에서 개인정보 보호 교육을 실시하니 모두 참석하도록 알리는 공문 써 줘",
        "개인정보 보호 교육 실시",
        ["11월 30일 14시에 구청 대강당에서 개인정보 보호 교육을 실시하니 모두 참석하도록 알립니다."],
    ),
    ("개인정보 보호 교육 안내 공문 작성해 줘", "개인정보 보호 교육 안내", ["개인정보 보호 교육 안내"]),
    (
        "예산 편성 자료를 12월 5일까지 제출하도록 요청하는 기안문 만들어 주세요. 서식은 붙임과 같습니다.",
        "예산 편성 자료 제출",
        ["예산 편성 자료를 12월 5일까지 제출하도록 요청합니다.", "서식은 붙임과 같습니다."],
    ),
    (
        "예산 편성 자료를 12월 5일까지 제출해 달라는 공문 써 줘",
        "예산 편성 자료 제출",
        ["예산 편성 자료를 12월 5일까지 제출해 주시기 바랍니다."],
    ),
    ("부서별 차량 현황을 조회하는 공문 써 줘", "부서별 차량 현황 조회", ["부서별 차량 현황을 조회합니다."]),
    (
        "12월 5일까지 자료 제출하도록 공문 써 줘",
        "12월 5일까지 자료 제출",
        ["12월 5일까지 자료 제출하도록 하여 주시기 바랍니다."],
    ),
    (
        "회의실 사용 규칙을 바꾸는 공문 써 줘",
        "회의실 사용 규칙을 바꿉니다",
        ["회의실 사용 규칙을 바꿉니다."],
    ),
    ("안녕하세요. 회의를 개최합니다. 감사합니다.", "회의 개최", ["회의를 개최합니다."]),
    ("산책로에 조명을 설치하고자 합니다.", "조명 설치", ["산책로에 조명을 설치하고자 합니다."]),
    (
        "주민 설명회를 열고자 합니다. 많은 참여를 바랍니다.",
        "주민 설명회",
        ["주민 설명회를 열고자 합니다.", "많은 참여를 바랍니다."],
    ),
    (
        "2026년 하반기 개인정보 보호 교육 안내\n11. 30.(월) 14시에 교육을 실시하니 참석하시기 바랍니다.",
        "2026년 하반기 개인정보 보호 교육 안내",
        ["11. 30.(월) 14시에 교육을 실시하니 참석하시기 바랍니다."],
    ),
]


def drafted(asked: str = "", form: Mapping[str, Any] | None = None, *documents: Document) -> str:
    pieces = draft(Prompt("draft", asked, "", (), documents, form or {}), LEXICON)
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


@pytest.mark.parametrize(("asked", "title", "items"), WISHES)
def test_wish_becomes_title_and_items(asked: str, title: str, items: list[str]) -> None:
    outline = parse(drafted(asked))
    assert (outline["title"], [item["text"] for item in outline["body"]]) == (title, items)


MARKED = """1. 관련: 총무과-12(2026. 11. 2.)
2. 다음과 같이 교육을 실시하니 참석하여 주시기 바랍니다.
  가. 일시: 2026. 11. 30.(월) 14:00
  나. 장소: 구청 대강당
붙임  1. 계획서 1부.
      2. 명단 2부.  끝."""
FACTS = ["일시: 2026. 11. 30.(월) 14:00", "장소: 구청 대강당"]


def test_wish_with_marks_keeps_its_levels() -> None:
    body = parse(drafted(MARKED))["body"]
    assert [(item["text"], [sub["text"] for sub in item["items"]]) for item in body] == [
        ("관련: 총무과-12(2026. 11. 2.)", []),
        ("다음과 같이 교육을 실시하니 참석하여 주시기 바랍니다.", FACTS),
    ]


def test_enclosures_of_a_wish_with_marks_become_enclosures() -> None:
    assert parse(drafted(MARKED))["attachments"] == [{"name": "계획서", "copies": 1}, {"name": "명단", "copies": 2}]


def test_list_below_a_wish_stands_under_the_sentence_that_announces_it() -> None:
    wish = (
        "아래 내용으로 공문 써 줘\n다음과 같이 회의를 개최합니다.\n- 일시: 12. 4.\n- 장소: 대강당\n위와 같이 작성해 줘"
    )
    body = parse(drafted(wish))["body"]
    assert [(item["text"], len(item["items"])) for item in body] == [("다음과 같이 회의를 개최합니다.", 2)]


def test_field_that_is_filled_in_wins_over_a_wish_with_marks() -> None:
    form = {"request": f"제목: 회의\n{MARKED}", "title": "내 제목"}
    assert parse(drafted("", form))["title"] == "내 제목"


def test_filled_form_comes_back_as_it_is() -> None:
    form = {
        "to": "각 부서",
        "title": "교육 안내",
        "body": [
            {"text": "교육을 엽니다.", "items": [{"text": "장소: 대강당", "items": [], "table": None}], "table": None}
        ],
        "attachments": [{"name": "계획서", "copies": 1}],
        "summary": "교육을 엽니다.",
        "keywords": ["교육"],
    }
    assert parse(drafted("", form)) == form


def test_filled_form_wins_over_the_wish() -> None:
    assert parse(drafted("교육을 실시하니 오십시오.", {"title": "내 제목"}))["title"] == "내 제목"


def test_wish_may_stand_in_the_form() -> None:
    assert parse(drafted("", {"request": "회의를 개최합니다."}))["title"] == "회의 개최"


def test_skeleton_says_that_no_language_model_wrote_it() -> None:
    assert drafted("회의를 개최합니다.").startswith(TEXTS["draft_notice"])


def test_document_gives_items_that_stand_in_it() -> None:
    source = Document("계획.txt", "txt", (Paragraph("예산은 5억 원이다."), Paragraph("기한은 2026. 12. 1.까지이다.")))
    texts = [item["text"] for item in parse(drafted("예산 편성 협조", None, source))["body"]]
    assert texts == ["예산은 5억 원이다.", "기한은 2026. 12. 1.까지이다."]


def test_nothing_given_says_what_is_needed() -> None:
    assert drafted() == TEXTS["no_draft"] + "\n"


def test_masked_values_survive() -> None:
    assert "⟦이름#1⟧" in drafted("⟦이름#1⟧ 주무관에게 자료를 제출하도록 요청하는 공문 써 줘")


def test_document_without_sentences_adds_nothing() -> None:
    assert len(parse(drafted("예산 편성 협조", None, Document("빈.txt", "txt", ())))["body"]) == 1


def kind(*skeleton: Mapping[str, Any], table: bool = False) -> DocumentType:
    return DocumentType(
        name="plan", title="추진계획", group="", when="", basis="", look=Look(table=table), fields=(),
        facts=(FactRule("목적", needed=True), FactRule("장소"), FactRule("할 일", long=True)),
        instructions="", skeleton=skeleton, example={},
    )  # fmt: skip


def item(text: str, *items: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": text, "items": items}


PLAN = kind(
    item("{목적}"),
    item("개요", item("장소: {장소}"), item("{할 일}")),
    item("{title} 담당: {agency}"),
    {"table": (("구분", "내용"), ("장소", "{장소}"), ("목적", "{목적}")), "items": ()},
)


def filled(given: DocumentType, asked: str = "", **form: Any) -> dict[str, Any]:
    facts = [{"label": label, "text": text} for label, text in form.pop("facts", {}).items()]
    pieces = draft(Prompt("draft", asked, "", (), (), {**form, "facts": facts}, given), LEXICON)
    outline = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    return parse(outline, given.facts)


def lines(body: list[dict[str, Any]]) -> list[Any]:
    return [(entry["text"], lines(entry["items"])) if entry["items"] else entry["text"] for entry in body]


def test_the_skeleton_is_filled_with_facts_and_fields() -> None:
    facts = {"목적": "길을 고침", "장소": "화곡동", "할 일": "1. 조사\n- 공사\n제목: 안내"}
    found = filled(PLAN, title="도로 정비", agency="강서구", facts=facts)
    *above, table = found["body"]
    assert lines(above) == [
        "길을 고침",
        ("개요", ["장소: 화곡동", "조사", "공사", "제목: 안내"]),
        "도로 정비 담당: 강서구",
    ]
    assert table["table"] == [["구분", "내용"], ["장소", "화곡동"], ["목적", "길을 고침"]]
    assert "facts" not in found


def test_what_nobody_told_is_left_out_and_what_is_needed_is_left_open() -> None:
    found = filled(PLAN, title="도로 정비")
    *above, table = found["body"]
    assert lines(above) == ["○○(목적)", "도로 정비 담당: ○○"]
    assert table["table"] == [["구분", "내용"], ["목적", "○○"]]


def test_a_table_without_a_row_is_left_out() -> None:
    table = {"table": (("구분", "내용"), ("장소", "{장소}")), "items": ()}
    assert lines(filled(kind(item("{목적}"), table), title="가")["body"]) == ["○○(목적)"]


def test_the_wish_stands_where_the_skeleton_says_or_at_the_end() -> None:
    wish = "회의를 개최합니다."
    inside = kind(item("내용", item("{request}")), item("{목적}"))
    assert lines(filled(inside, wish, facts={"목적": "길"})["body"]) == [("내용", [wish]), "길"]
    assert lines(filled(kind(item("{목적}")), wish, facts={"목적": "길"})["body"]) == ["길", wish]


def test_the_first_sentence_of_the_wish_opens_the_document_where_the_opening_fact_is_missing() -> None:
    opened = kind(item("{목적}", item("장소: {장소}")), item("{request}"))
    wish = "다음과 같이 {회의}를 개최합니다.\n- 일시: 오늘\n- 둘"
    found = filled(opened, wish + "\n장소: 화곡동")["body"]
    assert lines(found) == [("다음과 같이 {회의}를 개최합니다.", ["장소: 화곡동"]), "일시: 오늘", "둘"]


def test_a_wish_that_only_names_the_document_becomes_its_title() -> None:
    found = filled(PLAN, "도로 정비 추진계획 써 줘")  # and does not open it again
    assert (found["title"], lines(found["body"])[0], "도로 정비 추진계획" in lines(found["body"])) == (
        "도로 정비 추진계획",
        "○○(목적)",
        False,
    )


def test_facts_that_the_wish_tells_by_their_labels_are_taken() -> None:
    found = filled(PLAN, "목적: 길을 고침\n- 장소: 화곡동\n회의를 개최합니다.")
    assert lines(found["body"])[:2] == ["길을 고침", ("개요", ["장소: 화곡동"])]


def test_facts_of_the_form_win_over_the_wish() -> None:
    assert lines(filled(PLAN, "목적: 하나", facts={"목적": "둘"})["body"])[0] == "둘"


def test_a_title_that_is_missing_names_the_type() -> None:
    assert filled(PLAN, facts={"목적": "길을 고침"})["title"] == "○○ 추진계획"


def test_facts_of_a_table_stand_in_the_document_and_those_needed_are_left_open() -> None:
    found = filled(kind(table=True), title="가", facts={"장소": "화곡동"})
    assert found == {
        "title": "가",
        "facts": [{"label": "목적", "text": "○○"}, {"label": "장소", "text": "화곡동"}],
        "summary": "가",
    }


def test_a_body_of_the_officials_own_stays_without_the_skeleton() -> None:
    assert lines(filled(PLAN, title="가", body=[item("내 글")])["body"]) == ["내 글"]


def test_a_type_without_skeleton_and_facts_changes_nothing() -> None:
    letter = next(one for one in TYPES if one.name == "letter")
    assert filled(letter, "회의를 개최합니다.") == parse(drafted("회의를 개최합니다."))
    assert "title" not in filled(letter, body=[item("내 글")])


def test_nothing_given_says_what_is_needed_for_every_type() -> None:
    pieces = list(draft(Prompt("draft", "", "", (), (), {"type": "plan"}, PLAN), LEXICON))
    assert pieces == [Text(TEXTS["no_draft"] + "\n")]


@pytest.mark.parametrize("given", [one for one in TYPES if one.facts], ids=lambda one: one.name)
def test_every_type_drafts_from_the_facts_of_its_example(given: DocumentType) -> None:
    facts = {fact["label"]: fact["text"] for fact in given.example["facts"]}
    found = filled(given, title=given.example["title"], facts=facts)
    assert from_json(found).title == given.example["title"]
    said = str(found)
    used = facts if given.look.table else {label: facts[label] for label in facts if label != "올릴 곳"}
    assert [
        label for label, text in used.items() for line in text.splitlines() if without_number(line) not in said
    ] == []
    assert "○○" not in said


def without_number(line: str) -> str:
    return line.partition(". ")[2] if line[1:3] == ". " else line


def test_what_an_attached_document_encloses_is_no_item_of_the_draft() -> None:
    rows = ("추진실적을 붙임과 같이 제출합니다.", "붙임  추진실적 현황(3분기).  끝.")
    document = Document("공문.txt", "txt", tuple(map(Paragraph, rows)))
    pieces = draft(Prompt("draft", "추진실적 제출 공문 써 줘", "", (), (document,)), LEXICON)
    body = parse("".join(piece.text for piece in pieces if isinstance(piece, Text)))["body"]
    assert [item["text"] for item in body if "추진실적 현황" in item["text"]] == []
