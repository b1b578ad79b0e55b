"""How files of official documents become types, and which files are refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from ilson.documents.official.types import check_types
from ilson.domain.errors import RuleInvalid
from ilson.domain.official_rule import DocumentType, OfficialRules
from ilson.official_rules import load_official

OWN = Path(__file__).parents[2] / "ilson" / "rules"
TYPE: dict[str, Any] = {
    "name": "diary",
    "title": "업무일지",
    "group": "기록",
    "when": "하루의 일을 적을 때 고릅니다.",
    "basis": "시험",
    "look": {"head": "title", "marks": ["□", "1."], "end": False},
    "fields": ["title", "body"],
    "facts": [{"label": "날짜", "needed": True}, {"label": "한 일", "long": True}],
    "instructions": "하루의 일을 적습니다.",
    "skeleton": [{"text": "{한 일}", "items": [{"text": "{date}에 적음"}]}],
    "example": {"title": "일지", "facts": [{"label": "날짜", "text": "2026. 11. 25."}]},
}

Make = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Make:
    """A folder of rules whose types are those given: file name → content."""

    def make(files: dict[str, dict[str, Any]], name: str = "agency") -> Path:
        types = tmp_path / name / "official" / "types"
        types.mkdir(parents=True)
        for path, content in files.items():
            (types / path).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return tmp_path / name

    return make


def loaded(*folders: Path) -> OfficialRules:
    rules = load_official(folders)
    check_types(rules)
    return rules


def known(rules: OfficialRules, name: str) -> DocumentType:
    found = rules.find(name)
    assert found is not None
    return found


def refusal(folder: Path) -> str:
    with pytest.raises(RuleInvalid) as refused:
        loaded(folder)
    return str(refused.value)


def test_an_agency_adds_a_type_by_a_file(folder: Make) -> None:
    own, agency = loaded(OWN), loaded(OWN, folder({"일지.yaml": TYPE}))
    assert [kind.name for kind in agency.types] == [*(kind.name for kind in own.types), "diary"]


def test_an_agency_replaces_a_type_by_its_name(folder: Make) -> None:
    rules = loaded(OWN, folder({"a.yaml": TYPE | {"name": "minutes"}}))
    assert known(rules, "minutes").title == "업무일지"


def test_a_type_says_what_its_file_says(folder: Make) -> None:
    kind = known(loaded(folder({"a.yaml": TYPE})), "diary")
    assert (kind.look.head, kind.look.marks, kind.look.end, kind.look.table) == ("title", ("□", "1."), False, True)
    assert [(fact.label, fact.needed, fact.long) for fact in kind.facts] == [
        ("날짜", True, False),
        ("한 일", False, True),
    ]


def test_the_example_of_a_type_is_of_that_type(folder: Make) -> None:
    assert known(loaded(folder({"a.yaml": TYPE})), "diary").example["type"] == "diary"


def test_a_level_may_have_no_marker(folder: Make) -> None:
    kind = known(loaded(folder({"a.yaml": TYPE | {"look": {"marks": [""]}}})), "diary")
    assert kind.look.marks == ("",)


BAD: list[tuple[str, dict[str, Any], str]] = [
    ("an unknown field", {"colour": "red"}, "unknown: ['colour']"),
    ("no title", {"title": None}, "'title' must be a text"),
    ("a name that is no word", {"name": "업무 일지"}, "'name' must be a word of Latin letters"),
    ("an unknown head", {"look": {"head": "banner"}}, "'head' must be one of"),
    ("an end sign that is no yes or no", {"look": {"end": "끝"}}, "'end' must be true or false"),
    ("markers that are no list", {"look": {"marks": "□"}}, "'marks' must be a list of texts"),
    ("a marker of two signs", {"look": {"marks": ["=>"]}}, "'marks' must be at most 8 of"),
    ("a marker that is a letter", {"look": {"marks": ["a"]}}, "'marks' must be at most 8 of"),
    ("too many markers", {"look": {"marks": ["-"] * 9}}, "'marks' must be at most 8 of"),
    ("a field that the document has not", {"fields": ["colour"]}, "'fields' names ['colour']; the fields are"),
    ("a fact without a label", {"facts": [{"hint": "x"}]}, "missing: ['label']"),
    ("a fact twice", {"facts": [{"label": "날짜"}, {"label": "날짜"}]}, "stands there twice"),
    ("a label with a colon", {"facts": [{"label": "날:짜"}]}, "holds one of"),
    ("a label of a field", {"facts": [{"label": "제 목"}]}, "['제 목'] are those of fields"),
    ("a skeleton with an unknown key", {"skeleton": [{"words": "x"}]}, "unknown: ['words']"),
    ("a skeleton item without a text", {"skeleton": [{"items": [{"text": "x"}]}]}, "'text' must be a text"),
    ("a placeholder for nothing", {"skeleton": [{"text": "{날씨}"}]}, "'skeleton' names ['날씨']"),
    ("a placeholder in a table for nothing", {"skeleton": [{"table": [["{날씨}"]]}]}, "'skeleton' names ['날씨']"),
    ("a table that is no list", {"skeleton": [{"table": "x"}]}, "'table' must be a list of rows"),
    ("a bracket that stays open", {"skeleton": [{"text": "{날짜"}]}, "a curly bracket without the other one"),
    ("a wish among other words", {"skeleton": [{"text": "{request} 끝"}]}, "give it an item of its own"),
    (
        "an example of another shape",
        {"example": {"title": 1}},
        "'example' is no official document ('title' is no text)",
    ),
    ("an example of another type", {"example": {"type": "letter"}}, "the 'type' of 'example' is another one"),
    ("an example that says nothing", {"example": {"title": "일지"}}, "'example' has no title, or nothing below it"),
    (
        "an example without what is needed",
        {"example": {"title": "일지", "body": [{"text": "가"}]}},
        "'example' lacks the facts ['날짜']",
    ),
    (
        "an example with an unknown fact",
        {"example": {"title": "일지", "facts": [{"label": "날씨", "text": "맑음"}]}},
        "the facts ['날씨'], which are not in 'facts'",
    ),
]


@pytest.mark.parametrize(("wrong", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_a_type_that_is_wrong_is_refused_with_its_file(folder: Make, wrong: dict[str, Any], says: str) -> None:
    message = refusal(folder({"a.yaml": TYPE | wrong}))
    assert message.startswith("official/types/a.yaml: ")
    assert says in message


def test_two_types_of_one_name_in_a_folder_are_refused(folder: Make) -> None:
    message = refusal(folder({"a.yaml": TYPE, "b.yaml": TYPE}))
    assert message == "official/types/b.yaml: 'name' is 'diary', as in official/types/a.yaml; give each type its own"


def test_a_file_that_is_no_yaml_is_refused_with_its_name(folder: Make) -> None:
    top = folder({})
    (top / "official" / "types" / "a.yaml").write_text("name: [", encoding="utf-8")
    assert refusal(top).startswith("official/types/a.yaml: ")


def test_a_rule_that_is_switched_off_must_be_there(folder: Make) -> None:
    with pytest.raises(RuleInvalid) as refused:
        loaded(OWN, folder({"a.yaml": TYPE | {"without": ["END-1"]}}))
    assert str(refused.value).startswith("official/types/a.yaml: there are no rules ['END-1']")


def test_markers_of_the_profile_are_checked_too(folder: Make) -> None:
    top = folder({})
    (top / "official" / "profile.yaml").write_text("look: {marks: ['=>']}\nwithout: []\nlevels: {}\n", "utf-8")
    assert refusal(top).startswith("official/profile.yaml: 'marks' must be")
