"""What the agency has made public itself, and what its own folder of rules changes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ilson.domain.rule import PublicValue, Rulebook
from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.prove import prover
from ilson.rulebook import load

RULES = Path(__file__).parents[3] / "ilson" / "rules"
OWN = {
    "public.ko.yaml": "public:\n  - {type: PHONE, pattern: '02-2600-[0-9]{4}', reason: 대표전화}\n",
    "labels.ko.yaml": "labels: ['강서표찰']\n",
    "pii/permit.yaml": (
        "type: PERMIT\nname: 허가증번호\npattern: '강서-[0-9]{4}'\naction: mask\nlongest: 8\nbasis: 조례\n"
        "matches: ['강서-1234']\npasses: ['강서-12']\n"
    ),
}


def found(text: str, guard: Guard) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in detect(text, guard) if one.type != "NAME"]


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory, guard: Guard) -> Guard:
    """The shipped rules with an agency's own folder over them."""
    folder = tmp_path_factory.mktemp("agency")
    for name, content in OWN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return Guard.of(load([RULES, folder], prover), guard.today)


def test_the_address_of_an_office_is_public_and_a_persons_is_not(guard: Guard) -> None:
    text = "minwon@gangseo.seoul.kr, gildong@gangseo.seoul.kr"
    assert found(text, guard) == [("EMAIL", "gildong@gangseo.seoul.kr")]


def test_an_agency_adds_its_own_public_numbers(agency: Guard, guard: Guard) -> None:
    text = "02-2600-6114, 02-2601-6114"
    assert found(text, agency) == [("PHONE", "02-2601-6114")]
    assert len(found(text, guard)) == 2


def test_the_shipped_public_values_stay_beside_the_agencys(agency: Guard) -> None:
    assert found("minwon@gangseo.seoul.kr", agency) == []


def test_a_public_value_must_be_the_whole_find(rulebook: Rulebook, guard: Guard) -> None:
    own = PublicValue("PHONE", "02-2600", "앞자리")
    assert found("02-2600-6114", Guard.of(replace(rulebook, public=(own,)), guard.today)) == [("PHONE", "02-2600-6114")]


def test_a_public_value_of_one_type_does_not_open_another(rulebook: Rulebook, guard: Guard) -> None:
    own = PublicValue("EMAIL", "02-2600-[0-9]{4}", "대표전화")
    assert len(found("02-2600-6114", Guard.of(replace(rulebook, public=(own,)), guard.today))) == 1


def test_an_agency_names_what_is_nobodys(agency: Guard, guard: Guard) -> None:
    text = "강서표찰 9001011234567"
    assert (found(text, agency), [kind for kind, _ in found(text, guard)]) == ([], ["RRN"])


def test_an_agency_adds_a_kind_of_its_own_with_one_pattern(agency: Guard) -> None:
    assert found("허가 강서-1234로", agency) == [("PERMIT", "강서-1234")]


def test_the_agencys_own_people_are_names(rulebook: Rulebook, guard: Guard) -> None:
    known = Guard.of(replace(rulebook, directory=("도라지",)), guard.today)
    text = "내일은 도라지 참석"
    assert [text[one.start : one.end] for one in detect(text, known) if one.type == "NAME"] == ["도라지"]


def test_a_guard_without_the_lists_of_names_finds_no_name(guard_of: Callable[..., Guard], rulebook: Rulebook) -> None:
    guard = guard_of(*rulebook.pii, names=None)
    assert [one.type for one in detect("신청인 박서준, 010-1234-5678", guard)] == ["PHONE"]
