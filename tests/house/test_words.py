import inspect
import json
import re
from pathlib import Path

import yaml

from ilson.domain import errors

ROOT = Path(__file__).parents[2]
TEXTS = yaml.safe_load((ROOT / "ilson" / "rules" / "texts.ko.yaml").read_text("utf-8"))
PAGE = json.loads((ROOT / "frontend" / "src" / "shared" / "text" / "ko.json").read_text("utf-8"))
OWN_TO_THE_PAGE = {"network_down"}


def codes():
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.IlsonError)]
    return {kind.code for kind in kinds if hasattr(kind, "code")}


def server_sentences():
    return {key.removeprefix("error."): sentence for key, sentence in TEXTS.items() if key.startswith("error.")}


def page_sentences():
    found = PAGE.get("errors") or {k.removeprefix("errors."): v for k, v in PAGE.items() if k.startswith("errors.")}
    return {code: sentence for code, sentence in found.items() if code not in OWN_TO_THE_PAGE}


def test_every_error_has_a_korean_sentence_and_no_sentence_is_left_over():
    assert set(server_sentences()) == codes()


def test_the_page_says_the_same_sentences():
    assert page_sentences() == server_sentences()


def test_every_sentence_says_what_to_do_next():
    idle = [code for code, sentence in server_sentences().items() if not re.search(r"십시오\.$", sentence)]
    assert idle == []


def test_the_tree_on_top_of_the_errors_is_the_tree():
    drawn = set(re.findall(r"── (\w+)", errors.__doc__))
    real = {name for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.IlsonError)}
    assert drawn == real - {"IlsonError"}


def test_the_texts_that_the_code_asks_for_are_there():
    asked = {
        f"cli.{key}" for key in re.findall(r'Unusable\("([a-z_]+)"', (ROOT / "ilson" / "cli.py").read_text("utf-8"))
    }
    for path in [ROOT / "ilson" / "app.py", ROOT / "ilson" / "cli.py", *(ROOT / "ilson" / "tasks").rglob("*.py")]:
        asked |= set(re.findall(r'texts\["([a-z_.]+)"\]', path.read_text("utf-8")))
    assert asked - set(TEXTS) == set()
