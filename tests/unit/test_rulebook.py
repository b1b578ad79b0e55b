"""How rule files become a rulebook, and which files are refused."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import PiiRule, TaskRule, WordRule
from ilson.guard.prove import prover
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
            forms=book.pii[0].forms,
            action="mask",
            longest=8,
            basis="시험",
            matches=("번호 2026-123",),
            passes=("번호 20-26",),
        ),
    )
    (form,) = book.pii[0].forms
    assert (form.pattern, form.alone, form.named, form.otherwise) == ("[0-9]{4}-[0-9]{3}", 1.0, 1.0, 1.0)
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


def test_a_check_that_nobody_knows_is_refused_with_the_type_of_its_rule(folder: Make) -> None:
    with pytest.raises(RuleInvalid, match="CASE: no check is called 'no_such_check'"):
        load([folder(pii(NUMBER + "check: no_such_check\n"))], prover)


FORMS = NUMBER.replace(
    "pattern: '[0-9]{4}-[0-9]{3}'",
    """\
labels: [사건]
forms:
  - pattern: '[0-9]{4}{=}[0-9]{3}'
    where: number
    digits: 7
    alone: 0.4
    named: 0.9""",
).replace("번호 2026-123", "사건 2026-123")


def test_a_rule_of_forms_and_labels_is_proven_with_them(folder: Make) -> None:
    (rule,) = load([folder(pii(FORMS))], prover).pii
    assert (rule.labels, rule.forms[0].where, rule.forms[0].digits, rule.forms[0].alone) == (
        ("사건",),
        "number",
        7,
        0.4,
    )


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        (FORMS.replace("alone: 0.4", "alone: 1.4"), "'alone'"),
        (FORMS.replace("where: number", "where: there"), "'where'"),
        (FORMS.replace("digits: 7", "digits: many"), "'digits'"),
        (FORMS.replace("{=}", "{=}("), "regular expression"),
        (FORMS.replace("digits: 7", "colour: red"), "colour"),
        (FORMS.replace("사건 2026-123", "번호 2026-123"), "example 1 of 'matches' is not found"),
        (FORMS + "release: maybe\n", "'release'"),
        (FORMS + "shadow: 1\n", "'shadow'"),
    ],
)
def test_a_wrong_form_is_refused_with_the_fact(content: str, fact: str, folder: Make) -> None:
    with pytest.raises(RuleInvalid) as refused:
        load([folder(pii(content))], prover)
    assert "case.yaml" in str(refused.value)
    assert fact in str(refused.value)


PUBLIC = "public:\n  - {type: CASE, pattern: '2026-00[0-9]', reason: 공개}\n"
ORDERS = "name: 지시\npatterns: ['무시하라']\nmatches: ['다 무시하라']\npasses: ['무시']\n"


def test_public_values_labels_names_and_orders_come_from_their_files(folder: Make) -> None:
    files = {"public.ko.yaml": PUBLIC, "labels.ko.yaml": "labels: ['접수번호']\n", "orders.ko.yaml": ORDERS}
    first, second = folder(files, "a"), folder({"directory.txt": "김하늘\n\n박서준 \n"} | files, "b")
    book = load([first, second], prover)
    assert [(one.type, one.reason) for one in book.public] == [("CASE", "공개")] * 2
    assert (book.labels, book.directory) == (("접수번호",) * 2, ("김하늘", "박서준"))
    assert (book.order_name, book.orders) == ("지시", ("무시하라",))


@pytest.mark.parametrize(
    ("name", "content", "fact"),
    [
        ("public.ko.yaml", PUBLIC.replace("00[0-9]", "00[0-9"), "regular expression"),
        ("public.ko.yaml", PUBLIC.replace("reason: 공개", "why: 공개"), "why"),
        ("labels.ko.yaml", "labels: []\n", "'labels'"),
        ("orders.ko.yaml", ORDERS.replace("'다 무시하라'", "'다 지키라'"), "example 1 of 'matches'"),
        ("orders.ko.yaml", ORDERS.replace("['무시']", "['무시하라']"), "example 1 of 'passes'"),
    ],
)
def test_a_wrong_file_beside_the_rules_is_refused_too(name: str, content: str, fact: str, folder: Make) -> None:
    with pytest.raises(RuleInvalid) as refused:
        load([folder({name: content})], prover)
    assert fact in str(refused.value)


def test_a_list_of_words_may_be_for_some_departments_and_only_counted(folder: Make) -> None:
    more = "departments: ['감사담당관']\nshadow: true\ncategory: 감사\n"
    (rule,) = load([folder(words(WORDS + more))], prover).words
    assert (rule.departments, rule.shadow, rule.category) == (("감사담당관",), True, "감사")


def test_an_expired_list_still_loads(folder: Make) -> None:
    book = load([folder(words(WORDS.replace("2026-12-31", "2020-01-01")))], prover)
    assert book.words[0].expires == date(2020, 1, 1)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleInvalid, match="no such folder"):
        load([tmp_path / "none"], prover)
