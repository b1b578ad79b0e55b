"""How rule files become a rulebook, and which files are refused."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import Form, PiiRule, TaskRule, WordRule
from ilson.guard.compile import prover
from ilson.rulebook import load

NUMBER = """\
type: CASE
name: 사건번호
pattern: '[0-9]{4}-[0-9]{3}'
action: mask
longest: 8
basis: 시험
matches: ['번호 2026-123']
passes: ['번호 20-26']
"""
WORDS = """\
name: 과제 이름
words: ['한빛 과제']
allow: ['한빛 과제물']
action: warn
grade: S
expires: 2026-12-31
basis: 시험
matches: ['한빛 과제 현황']
passes: ['한빛 과제물']
"""
TASK = """\
name: ask
title: 질의응답
instructions: |
  정중히 답합니다.
  짧게 답합니다.
"""

Make = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Make:
    """A folder of rules: path → content."""

    def make(files: dict[str, str], name: str = "rules") -> Path:
        top = tmp_path / name
        top.mkdir(exist_ok=True)
        for path, content in files.items():
            (top / path).parent.mkdir(exist_ok=True)
            (top / path).write_text(content, encoding="utf-8")
        return top

    return make


def pii(content: str) -> dict[str, str]:
    return {"pii/case.yaml": content}


def words(content: str) -> dict[str, str]:
    return {"words/project.yaml": content}


def test_each_kind_of_file_becomes_its_value(folder: Make) -> None:
    book = load([folder(pii(NUMBER) | words(WORDS) | {"tasks/ask.yaml": TASK, "texts.ko.yaml": "hello: 안녕"})], prover)
    assert book.pii == (
        PiiRule(
            type="CASE",
            name="사건번호",
            forms=(Form("[0-9]{4}-[0-9]{3}", otherwise=1.0, named=1.0),),
            action="mask",
            longest=8,
            basis="시험",
            matches=("번호 2026-123",),
            passes=("번호 20-26",),
        ),
    )
    assert book.words == (
        WordRule(
            name="과제 이름",
            words=("한빛 과제",),
            action="warn",
            basis="시험",
            matches=("한빛 과제 현황",),
            passes=("한빛 과제물",),
            allow=("한빛 과제물",),
            grade=Grade.S,
            expires=date(2026, 12, 31),
        ),
    )
    assert book.tasks == (TaskRule(name="ask", title="질의응답", instructions="정중히 답합니다.\n짧게 답합니다."),)
    assert book.texts == {"hello": "안녕"}


def test_the_rules_that_ilson_ships_hold() -> None:
    book = load([Path(__file__).parents[2] / "ilson" / "rules"], prover)
    assert {rule.type for rule in book.pii} >= {"RRN", "FRN", "PHONE", "EMAIL", "CARD", "BRN"}
    assert all(rule.action == "mask" for rule in book.pii)


def test_a_later_folder_replaces_and_adds(folder: Make) -> None:
    first = folder(pii(NUMBER) | words(WORDS) | {"texts.ko.yaml": "a: 하나\nb: 둘"})
    other = NUMBER.replace("CASE", "OTHER")
    second = folder(
        {"pii/a.yaml": NUMBER.replace("mask", "block"), "pii/b.yaml": other, "texts.ko.yaml": "b: 두울"}, "agency"
    )
    book = load([first, second], prover)
    assert [(rule.type, rule.action) for rule in book.pii] == [("CASE", "block"), ("OTHER", "mask")]
    assert ([rule.name for rule in book.words], book.texts) == (["과제 이름"], {"a": "하나", "b": "두울"})


def test_the_fingerprint_is_twelve_digits_and_tells_any_change(folder: Make) -> None:
    start = folder(pii(NUMBER), "a")
    same = folder(pii(NUMBER), "b")
    prints = [load([one], prover).fingerprint for one in (start, same)]
    other = [folder(pii(NUMBER + "# 주석\n"), "c"), folder({"pii/other.yaml": NUMBER}, "d"), folder({}, "e")]
    assert prints[0] == prints[1]
    assert re.fullmatch("[0-9a-f]{12}", prints[0])
    assert len({prints[0], *(load([one], prover).fingerprint for one in other)}) == 4


def test_the_order_of_the_folders_is_part_of_the_fingerprint(folder: Make) -> None:
    one, two = folder(pii(NUMBER), "a"), folder(pii(NUMBER.replace("mask", "block")), "b")
    assert load([one, two], prover).fingerprint != load([two, one], prover).fingerprint


@pytest.mark.parametrize(
    ("files", "fact"),
    [
        (pii(NUMBER + "colour: red\n"), "colour"),
        (pii(NUMBER.replace("basis: 시험\n", "")), "basis"),
        (pii(NUMBER.replace("basis: 시험", "basis: ''")), "basis"),
        (pii(NUMBER.replace("matches: ['번호 2026-123']", "matches: []")), "matches"),
        (pii(NUMBER.replace("passes: ['번호 20-26']", "passes:")), "passes"),
        (pii(NUMBER.replace("2026-123", "2026-12")), "example 1 of 'matches' is not found"),
        (pii(NUMBER.replace("20-26", "2026-123")), "example 1 of 'passes' is found"),
        (pii(NUMBER.replace("[0-9]{4}", "[0-9{4}")), "regular expression"),
        (pii(NUMBER.replace("[0-9]{4}-[0-9]{3}", "[0-9]*")), "empty"),
        (pii(NUMBER.replace("longest: 8", "longest: '8'")), "longest"),
        (pii(NUMBER.replace("longest: 8", "longest: 0")), "longest"),
        (pii(NUMBER.replace("action: mask", "action: hide")), "action"),
        (pii(NUMBER.replace("type: CASE", "type: case")), "type"),
        (pii(NUMBER.replace("type: CASE", "type: WORD")), "type"),
        (pii(NUMBER.replace("name: 사건번호", "name: '사건⟧'")), "name"),
        (pii(NUMBER + "check: no_such_check\n"), "no_such_check"),
        (pii(NUMBER + "type: OTHER\n"), "twice"),
        (pii("- a\n- b\n"), "key: value"),
        (pii("a: [b\n"), "YAML"),
        (pii("a: !!python/object:os.system {}\n"), "YAML"),
        (words(WORDS.replace("grade: S", "grade: X")), "grade"),
        (words(WORDS.replace("2026-12-31", "내년")), "expires"),
        (words(WORDS.replace("2026-12-31", "2026-12-31 10:00:00")), "expires"),
        (words(WORDS.replace("['한빛 과제']", "['한빛 과제', yes]")), "words"),
        (words(WORDS.replace("basis: 시험\n", "")), "basis"),
        ({"tasks/ask.yaml": TASK + "output: poem\n"}, "output"),
        ({"tasks/ask.yaml": TASK + "needs_document: 1\n"}, "needs_document"),
        ({"texts.ko.yaml": "a: 1\n"}, "'a'"),
        ({"texts.ko.yaml": "a: 하나\na: 둘\n"}, "twice"),
    ],
)
def test_a_wrong_file_is_refused_by_its_name_and_with_the_fact(files: dict[str, str], fact: str, folder: Make) -> None:
    with pytest.raises(RuleInvalid) as refused:
        load([folder(files)], prover)
    assert Path(next(iter(files))).name in str(refused.value)
    assert fact in str(refused.value)


def test_an_expired_list_still_loads(folder: Make) -> None:
    book = load([folder(words(WORDS.replace("2026-12-31", "2020-01-01")))], prover)
    assert book.words[0].expires == date(2020, 1, 1)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleInvalid, match="no such folder"):
        load([tmp_path / "none"], prover)
