"""Every find says why, and so does what was not believed."""

import pytest

from ilson.domain.rule import Rulebook
from ilson.guard.compile import Guard
from ilson.guard.detect import detect, explain
from ilson.guard.match import SURE
from ilson.guard.why import reason, why

REJECTED = [
    ("900231-1234567", "RRN", "no_such_day"),
    ("991231-4234567", "RRN", "day_to_come"),
    ("처리 1711113456789", "RRN", "milliseconds"),
    ("8801012123457", "RRN", "barcode"),
    ("9001011234567원", "RRN", "unit"),
    ("4579-7212-3456-7894", "CARD", "no_check_digit"),
    ("1023 4579 7212 3456 7893 2024", "CARD", "row_of_figures"),
    ("관리 124-81-00997", "BRN", "no_check_digit"),
    ("관리 11-123-4567-89", "ACCOUNT", "no_label"),
    ("접수번호 110-123-456789", "ACCOUNT", "otherwise"),
    ("98도1234", "PLATE", "case_number"),
    ("설치판 10.5.3.1", "IP", "version"),
    ("제031-2026-1234호", "PHONE", "numbered"),
]


@pytest.mark.parametrize(("text", "kind", "told"), REJECTED)
def test_what_is_not_believed_is_told_with_the_reason(text: str, kind: str, told: str, guard: Guard) -> None:
    found, doubted = explain(text, guard)
    assert kind not in {one.type for one in found}
    assert (kind, told) in {(one.type, one.reason) for one in doubted}


@pytest.mark.parametrize(("text", "kind", "_told"), REJECTED)
def test_a_reason_has_words(text: str, kind: str, _told: str, guard: Guard) -> None:
    assert all(why([one.reason], guard.texts_ko) for one in explain(text, guard)[1] if one.type == kind)


def test_what_is_found_is_not_also_doubted(guard: Guard) -> None:
    found, doubted = explain("계좌번호: 010-1234-5678", guard)
    assert ([one.type for one in found], doubted) == (["PHONE"], [])


def test_every_finding_of_every_example_carries_evidence_in_words(rulebook: Rulebook, guard: Guard) -> None:
    silent = [
        (rule.name, place)
        for rule in (*rulebook.pii, *rulebook.words)
        for place, example in enumerate(rule.matches)
        for one in detect(example, guard)
        if not one.evidence or not reason(one, example[one.start : one.end], guard.texts_ko).why
    ]
    assert silent == []


def test_every_finding_names_the_law_it_rests_on_and_is_sure(rulebook: Rulebook, guard: Guard) -> None:
    found = [one for rule in rulebook.pii for example in rule.matches for one in detect(example, guard)]
    assert [one for one in found if not one.basis or not SURE <= one.score <= 1] == []
    assert found


def test_the_same_text_is_found_with_and_without_the_reasons(rulebook: Rulebook, guard: Guard) -> None:
    examples = [example for rule in rulebook.pii for example in (*rule.matches, *rule.passes)]
    assert [explain(one, guard)[0] for one in examples] == [detect(one, guard) for one in examples]


def test_offsets_of_what_is_doubted_are_those_of_the_original(guard: Guard) -> None:
    text = "번호\u200b 9002\u200b31-1234567"
    (doubted,) = [one for one in explain(text, guard)[1] if one.type == "RRN"]
    assert text[doubted.start : doubted.end] == "9002\u200b31-1234567"
