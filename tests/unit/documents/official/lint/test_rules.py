import json
from pathlib import Path

import pytest

from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.lint.mend import mend_text
from ilson.official_rules import load_official

SHARED = Path(__file__).parents[6] / "shared" / "official" / "rules.jsonl"
RULES = {rule.id: rule for rule in load_official([Path(__file__).parents[5] / "ilson" / "rules"]).lint}
PAIRS = [
    (rule.id, wrong, right)
    for rule in RULES.values()
    if not rule.json
    for wrong, right in zip(rule.wrong, rule.right, strict=False)
]

HEAD = "수신  국토교통부장관\n(경유)\n제목  하반기 교육 계획\n\n"
ITEMS = (
    "1. 관련: 디지털정책과-1234(2026. 11. 2.)\n2. 위와 관련하여 다음과 같이 안내합니다.\n"
    "  가. 기간: 2026. 11. 23.(월)∼11. 27.(금)\n  나. {}\n\n붙임  계획서 1부.  끝."
)
CLOSING = (
    "\n\n강서구청장\n\n주무관 김강서  팀장 이강서  과장 박강서\n시행  디지털정책과-5678(2026. 11. 22.)  접수\n"
    "우 07658 서울특별시 강서구 공항대로 123 / www.example.go.kr\n"
    "전화 02-2600-0000  팩스 02-2600-0001 / a@example.go.kr / 공개\n"
)


def inside(rule, example):
    """Place an example of a rule where such a text stands in a whole document."""
    family = rule.split("-")[0]
    if family in ("END", "ATT"):
        return f"{'' if example.startswith('제목') else HEAD}{example}{CLOSING}"
    if rule == "LABEL-01":
        return f"수신  국토교통부장관\n(경유)\n{example}\n\n{ITEMS.format('장소: 구청 대회의실')}{CLOSING}"
    if rule in ("REF-02", "DISCL-01"):
        return f"{HEAD}{ITEMS.format('장소: 구청 대회의실')}\n\n강서구청장\n{example}\n"
    if rule == "REF-01":
        return f"{HEAD}{example}\n2. 위와 같이 안내합니다.  끝.{CLOSING}"
    if "\n" in example or family == "ITEM":
        return f"{HEAD}{example}{CLOSING}"
    return f"{HEAD}{ITEMS.format(example)}{CLOSING}"


def test_all_eighty_four_rules_are_there():
    assert len(RULES) >= 84


@pytest.mark.parametrize(("rule", "wrong", "right"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_wrong_example_is_found_alone_and_in_a_whole_document(broken, rule, wrong, right):
    assert (rule in broken(wrong), rule in broken(inside(rule, wrong))) == (True, True)


@pytest.mark.parametrize(("rule", "wrong", "right"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_right_example_is_left_alone_alone_and_in_a_whole_document(broken, rule, wrong, right):
    assert (rule in broken(right), rule in broken(inside(rule, right))) == (False, False)


@pytest.mark.parametrize(
    ("rule", "wrong", "right"), [pair for pair in PAIRS if RULES[pair[0]].safe], ids=lambda value: value[:12]
)
def test_what_is_safe_is_mended_to_the_right_example(linter, rule, wrong, right):
    assert mend_text(wrong, linter)[0] == right


def test_a_whole_document_that_keeps_the_rules_gives_nothing(broken):
    assert broken(HEAD + ITEMS.format("장소: 구청 대회의실") + CLOSING) == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared examples are not here")
def test_the_shared_examples_hold(linter):
    rules = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()]
    told = {
        rule["id"]: [
            bool({rule["id"]} & {found.rule for found in _found(linter, rule, name)}) for name in ("wrong", "right")
        ]
        for rule in rules
    }
    assert {name: both for name, both in told.items() if both != [True, False]} == {}


def _found(linter: Linter, rule, name):
    return linter.check_draft(json.loads(rule[name])) if rule["scope"] == "json" else linter.check(rule[name])
