import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("rules_of_the_house", Path(__file__).with_name("rules_of_the_house.py"))
house = importlib.util.module_from_spec(spec)
spec.loader.exec_module(house)


def test_no_file_is_too_long():
    assert (
        house.too_long(ROOT / "ilson") + house.too_long(ROOT / "frontend" / "src") + house.too_long(ROOT / "tests")
        == []
    )


def test_a_file_is_named_after_what_it_does():
    assert house.badly_named(ROOT / "ilson") + house.badly_named(ROOT / "frontend" / "src") == []


def test_every_folder_says_what_it_is_in_one_sentence():
    assert house.folders_without_sentence(ROOT / "ilson") == []


def test_korean_sentences_live_in_data():
    assert house.hangul_in_code(ROOT / "ilson") == []


def test_only_the_path_calls_a_model():
    callers = house.callers_of_a_model(ROOT / "ilson")
    assert [place.split(":")[0] for place in callers] == ["path.py"], callers


def test_only_the_rooms_that_must_touch_what_people_type():
    assert house.touching_text(ROOT / "ilson") == []


def test_addresses_are_taken_apart_and_never_opened():
    assert house.reaching_out(ROOT / "ilson") == []


BROKEN = [
    ("too_long", "long.py", "x = 1\n" * 401),
    ("badly_named", "user_service.py", "x = 1\n"),
    ("folders_without_sentence", "room/__init__.py", "from room import everything\n"),
    ("hangul_in_code", "speak.py", 'WORD = "안녕"\n'),
    ("callers_of_a_model", "second.py", "def ask(model, prompt):\n    return model.answer(prompt)\n"),
    ("callers_of_a_model", "second.py", "def ask(model, prompt):\n    say = model.answer\n    return say(prompt)\n"),
    ("callers_of_a_model", "second.py", 'def ask(model, prompt):\n    return getattr(model, "answer")(prompt)\n'),
    ("callers_of_a_model", "second.py", "match model:\n    case Model(answer=say):\n        say(prompt)\n"),
    ("touching_text", "ledger/peek.py", "def peek(turn):\n    return turn.text\n"),
    ("touching_text", "ledger/peek.py", 'def peek(turn):\n    return getattr(turn, "text")\n'),
    ("touching_text", "ledger/peek.py", "match turn:\n    case Turn(text=said):\n        print(said)\n"),
    ("touching_text", "ledger/peek.py", "match turn:\n    case Turn(_, said):\n        print(said)\n"),
    ("reaching_out", "fetch.py", "import urllib.request\n"),
    ("reaching_out", "fetch.py", "from urllib.request import urlopen\n"),
    ("reaching_out", "fetch.py", "from urllib import request\n"),
]


@pytest.mark.parametrize(("rule", "name", "content"), BROKEN)
def test_each_rule_bites(rule, name, content, tmp_path):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(content, "utf-8")
    assert getattr(house, rule)(tmp_path) != []


def test_a_docstring_may_hold_a_korean_term(tmp_path):
    (tmp_path / "a.py").write_text('"""The official document (공문)."""\n', "utf-8")
    assert house.hangul_in_code(tmp_path) == []
