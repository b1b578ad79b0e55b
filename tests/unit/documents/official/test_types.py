"""The types that Ilson brings: all are there, and each example is what an approver could sign."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ilson.documents.official.complete import complete, is_complete
from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.model import from_json, to_json
from ilson.documents.official.outline import parse, write
from ilson.documents.official.render import render
from ilson.documents.official.types import check_types, type_of
from ilson.domain.errors import BadRequest
from ilson.domain.official_rule import DocumentType
from ilson.domain.piece import Text
from ilson.domain.question import Prompt
from ilson.engines.models.builtin.draft import draft
from ilson.engines.models.builtin.lexicon import compiled
from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.prove import prover
from ilson.official_rules import load_official
from ilson.rulebook import load

ROOT = Path(__file__).parents[4]
BOOK = load([ROOT / "ilson" / "rules"], prover)
RULES = BOOK.official
NAMES = (
    *("letter", "internal", "cooperation", "data_request", "guidance", "report", "brief", "plan", "result", "review"),
    *("trip", "minutes", "press", "notice", "petition", "disclosure", "speech", "event", "promotion", "agreement"),
    *("work_order", "audit_reply", "council_reply", "handover"),
)
MINUTES = (
    *("명칭", "개최기관", "일시·장소", "참석자·배석자", "진행 순서", "상정 안건", "발언 요지", "결정 사항"),
    "표결 내용",
)
"""Source: 공공기록물 관리에 관한 법률 시행령 제18조제2항."""

DATED = re.compile(
    r"(?:(?<!\d)(?P<year>20\d\d)\. )?(?P<month>\d{1,2})\. (?:(?P<day>\d{1,2})\.(?:\((?P<weekday>[월화수목금토일])\))?)?"
)
PHONE = "02-2600-0000"  # nobody's
PERSON = re.compile(r"(?:급|팀장|과장|주무관|위원회) ([가-힣]{3})(?:(?<!회의록)$| 의원)", re.MULTILINE)
MADE_UP = {"김강서", "이마곡", "박화곡", "최가양", "정방화", "한우장"}  # after places of the district
FIRST, LAST = date(2026, 8, 1), date(2027, 12, 31)

each_type = pytest.mark.parametrize("kind", RULES.types, ids=lambda kind: kind.name)


def texts(value: Any) -> list[str]:
    """Every text of a JSON value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, int):
        return []
    return [text for inner in (value.values() if isinstance(value, dict) else value) for text in texts(inner)]


def test_every_type_of_the_manual_is_there() -> None:
    assert tuple(kind.name for kind in RULES.types) == NAMES


def test_minutes_ask_for_what_the_law_names_and_nothing_may_be_missing() -> None:
    kind = type_of({"type": "minutes"}, RULES)
    assert tuple(fact.label for fact in kind.facts if fact.needed) == MINUTES


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(BadRequest):
        type_of({"type": "no such"}, RULES)


def test_a_document_without_a_type_is_a_letter() -> None:
    assert type_of({}, RULES).name == "letter"


def test_the_own_types_fit_the_document() -> None:
    check_types(RULES)


@each_type
def test_an_example_is_a_whole_document(kind: DocumentType) -> None:
    document = complete(from_json(kind.example), {})
    assert is_complete(document)
    assert (document.type, bool(document.summary), len(document.keywords) > 1) == (kind.name, True, True)


@each_type
def test_an_example_breaks_no_rule(kind: DocumentType) -> None:
    remarks = Linter(RULES).check_draft(to_json(complete(from_json(kind.example), {})))
    assert [(remark.rule, remark.place) for remark in remarks] == []


@each_type
def test_an_example_becomes_a_file(kind: DocumentType) -> None:
    written = render(kind.example, "txt", kind.look).decode()
    assert kind.example["title"] in written


@each_type
def test_facts_are_rows_only_where_the_type_has_a_table(kind: DocumentType) -> None:
    written = render(kind.example, "txt", kind.look).decode()
    facts = [fact for fact in kind.example.get("facts", ()) if fact["label"] != "부제"]  # a subtitle in the banner
    rows = [f"\n{fact['label']}: " in written for fact in facts]
    assert rows == [kind.look.table] * len(facts)


@each_type
def test_an_example_survives_the_outline(kind: DocumentType) -> None:
    outline = write(kind.example)
    document = to_json(complete(from_json(parse(outline, kind.facts)), {}))
    known = to_json(complete(from_json(kind.example), {}))
    assert {**document, "type": kind.name} == known


@each_type
def test_what_the_built_in_engine_makes_of_an_example_without_its_body_breaks_no_rule(kind: DocumentType) -> None:
    form = {name: value for name, value in kind.example.items() if name != "body"}
    said = draft(Prompt("draft", "", "", (), form=form, type=kind), compiled(BOOK.builtin))
    outline = "".join(piece.text for piece in said if isinstance(piece, Text))
    document = complete(from_json(parse(outline, kind.facts if kind.look.table else ())), form)
    assert [(remark.rule, remark.place) for remark in Linter(RULES).check_draft(to_json(document))] == []


@each_type
def test_days_of_the_week_fit_their_dates(kind: DocumentType) -> None:
    year = "2026"
    for found in DATED.finditer("\n".join(texts(kind.example))):
        year = found["year"] or year
        if found["weekday"]:
            day = date(int(year), int(found["month"]), int(found["day"]))
            assert "월화수목금토일"[day.weekday()] == found["weekday"], found[0]
            assert FIRST <= day <= LAST


@each_type
def test_an_example_holds_no_data_of_a_person(kind: DocumentType) -> None:
    guard = Guard.of(BOOK)
    told = texts(kind.example)
    found = {
        text[one.start : one.end] for text in told for one in detect(text, guard) if one.type not in ("NAME", "WORD")
    }
    assert found - {PHONE} == set()
    assert set(PERSON.findall("\n".join(told))) - MADE_UP == set()


@each_type
def test_the_instructions_are_long_enough_to_guide_and_short_enough_to_follow(kind: DocumentType) -> None:
    assert 150 <= len(kind.instructions) <= 900


def test_the_manual_lists_every_type_in_its_group() -> None:
    manual = (ROOT / "docs" / "설명서" / "4-공문-작성.md").read_text("utf-8")
    groups = list(dict.fromkeys(kind.group for kind in RULES.types))
    rows = {group: ", ".join(kind.title for kind in RULES.types if kind.group == group) for group in groups}
    assert [group for group, titles in rows.items() if f"| {group} | {titles} |" not in manual] == []


def test_the_type_of_the_manual_can_be_added(tmp_path: Path) -> None:
    manual = (ROOT / "docs" / "설명서" / "10-규칙-고치기.md").read_text("utf-8")
    (content,) = re.findall(r"```yaml\n(name: duty_log\n.*?)```", manual, re.DOTALL)
    (tmp_path / "official" / "types").mkdir(parents=True)
    (tmp_path / "official" / "types" / "duty_log.yaml").write_text(content, "utf-8")
    rules = load_official([ROOT / "ilson" / "rules", tmp_path])
    check_types(rules)
    assert Linter(rules).check_draft(type_of({"type": "duty_log"}, rules).example) == ()
