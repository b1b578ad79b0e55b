import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from ilson import rulebook
from ilson.cli import _parser
from ilson.documents import limits
from ilson.documents.attach import MAX_CHARACTERS, MAX_FILES
from ilson.guard.prove import prover
from ilson.settings import ModelSetting, Settings

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "설명서"
FOLDERS = ("docs", "tests", "ilson", "frontend/src")
PAGES = sorted([*ROOT.glob("*.md"), *(page for folder in FOLDERS for page in (ROOT / folder).rglob("*.md"))])
CALLED = [ROOT / "README.md", ROOT / "README.en.md", ROOT / "CONTRIBUTING.md", *sorted(MANUAL.glob("*.md"))]
SECTIONS = ["Context", "Decision", "Consequence", "What enforces it"]
REFERENCE = re.compile(r"`((?:tests|ilson|frontend|docs)/[^`\s]*|pyproject\.toml|uv\.lock|build_frontend\.py)`")


def read(path):
    return path.read_text("utf-8")


def rows(text, columns):
    """Return the cells of every table with this many columns, without the heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    ruled = {index for index, row in enumerate(cells) if all(re.fullmatch(":?-*:?", cell) for cell in row)}
    heads = {index - 1 for index in ruled}
    return [row for index, row in enumerate(cells) if len(row) == columns and index not in ruled | heads]


def twice(values):
    values = list(values)
    return sorted({value for value in values if values.count(value) > 1})


def exists(reference):
    """Whether a path is there; `tests/a.py::test_b` must also define the test."""
    path, _, name = reference.partition("::")
    place = ROOT / path
    return place.exists() and (not name or re.search(rf"def {name}\(", read(place)) is not None)


def missing(text):
    return [reference for reference in REFERENCE.findall(text) if not exists(reference)]


def dead_links(text, folder):
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    return [target for target in targets if target and "://" not in target and not (folder / target).exists()]


def unknown_terms(table, code):
    return [row[1] for row in rows(table, 3) if not re.search(rf"(?<![a-z]){re.escape(row[1].lower())}", code.lower())]


def dev_words():
    return set(re.findall(r"^([a-z]+)\)$", read(ROOT / "dev"), re.MULTILINE))


def unknown_dev_commands(text):
    return sorted(set(re.findall(r"\./dev ([a-z]+)", text)) - dev_words())


def commands(parser):
    """Return the commands as people type them: `serve`, `guard scan`."""
    found = set()
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for name, inner in action.choices.items():
                found |= {name} | {f"{name} {deeper}" for deeper in commands(inner)}
    return found


def unknown_ilson_commands(text):
    called = re.findall(r"(?:`|bin/)ilson ([a-z]+(?: [a-z]+)?)", text)
    return sorted({call for call in called if call not in commands(_parser())})


def record_faults(text):
    faults = [] if re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS else ["sections"]
    checks = REFERENCE.findall(text.partition("## What enforces it")[2])
    if not any(check.startswith(("tests/", "frontend/", "pyproject")) for check in checks):
        faults.append("no check")
    return faults


def default_of(field):
    if field.is_required():
        return "꼭 적음"
    return "없음" if field.default is None else f"`{json.dumps(field.default)}`"


def variable_of(name, field):
    alias = field.validation_alias
    return f"ILSON_{name.upper()}" if alias is None else alias.choices[0]


def test_where_is_has_thirty_questions_with_a_place_each():
    table = rows(read(ROOT / "docs" / "어디에.md"), 2)
    places = [row[1].strip("`") for row in table]
    assert len(table) >= 30
    assert [row[0] for row in table if not row[0].endswith("?")] == []
    assert [place for place in places if not (ROOT / place).exists()] == []
    assert twice(places) + twice(row[0] for row in table) == []


def test_every_term_is_the_word_of_the_code():
    table = read(ROOT / "docs" / "용어.md")
    folders = [*(ROOT / "ilson").rglob("*.py"), *(ROOT / "frontend" / "src").rglob("*.ts*")]
    assert len(rows(table, 3)) >= 30
    assert unknown_terms(table, "\n".join(map(read, folders))) == []


def test_no_term_stands_twice():
    table = rows(read(ROOT / "docs" / "용어.md"), 3)
    assert twice(row[0] for row in table) + twice(row[1] for row in table) == []


RECORDS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_decision_says_what_was_decided_and_what_enforces_it(record):
    assert record_faults(read(record)) == []
    assert len(read(record).splitlines()) <= 45
    assert f"({record.name})" in read(ROOT / "docs" / "decisions" / "README.md")


def test_decisions_are_numbered_without_a_gap():
    assert [int(record.name[:4]) for record in RECORDS] == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_names_is_there(page):
    text = read(page)
    assert missing(text) == []
    assert dead_links(text, page.parent) == []


def test_the_contracts_that_decisions_name_are_those_of_the_imports():
    contracts = {
        one["name"] for one in tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    }
    named = {name for record in RECORDS for name in re.findall(r'contract "([^"]+)"', " ".join(read(record).split()))}
    assert named - contracts == set()
    assert named


def test_the_changelog_has_this_version():
    version = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["version"]
    headings = re.findall(r"^## \[([^]]+)\]", read(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "미배포"
    assert version in headings


@pytest.mark.parametrize("page", CALLED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_that_a_page_tells_exists(page):
    assert unknown_dev_commands(read(page)) == []
    assert unknown_ilson_commands(read(page)) == []


def test_the_readme_tells_the_two_commands():
    assert {"./dev run", "./dev test"} <= set(re.findall(r"^\./dev [a-z]+", read(ROOT / "README.md"), re.MULTILINE))


def test_the_manual_lists_every_setting_with_its_name_and_default():
    fields = Settings.model_fields.items()
    wanted = [[f"`{name}`", f"`{variable_of(name, field)}`", default_of(field)] for name, field in fields]
    assert [row[:3] for row in rows(read(MANUAL / "6-설정.md"), 4)] == wanted


def test_the_manual_lists_every_field_of_a_model():
    wanted = [[f"`{name}`", default_of(field)] for name, field in ModelSetting.model_fields.items()]
    assert [row[:2] for row in rows(read(MANUAL / "6-설정.md"), 3)] == wanted


EXAMPLES = [
    (page, block)
    for page in sorted(MANUAL.glob("*.md"))
    for block in re.findall(r"```toml\n(.*?)```", read(page), re.DOTALL)
]


@pytest.mark.parametrize(("page", "block"), EXAMPLES, ids=lambda value: value.stem if isinstance(value, Path) else "")
def test_an_example_of_settings_is_accepted(page, block, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # away from a developer's own ilson.toml
    assert Settings(**tomllib.loads(block)).model_fields_set


def test_the_example_of_a_rule_holds(tmp_path):
    (example,) = re.findall(r"```yaml\n(name: 미발표.*?)```", read(MANUAL / "10-규칙-고치기.md"), re.DOTALL)
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "example.yaml").write_text(example, "utf-8")
    assert [rule.name for rule in rulebook.load([tmp_path], prover).words] == ["미발표 사업"]


def leaves(value):
    return [leaf for inner in value.values() for leaf in leaves(inner)] if isinstance(value, dict) else [value]


def labels():
    page = leaves(json.loads(read(ROOT / "frontend" / "src" / "shared" / "text" / "ko.json")))
    return [*page, yaml.safe_load(read(ROOT / "ilson" / "rules" / "builtin.ko.yaml"))["label"]]


SCREENS = [page for page in sorted(MANUAL.glob("*.md")) if re.match("([1-5]|12)-", page.name)]


@pytest.mark.parametrize("page", SCREENS, ids=lambda page: page.stem)
def test_the_manual_calls_things_as_the_screen_does(page):
    bold = [words for words in re.findall(r"\*\*(.+?)\*\*", read(page)) if not words.endswith("못합니다.")]
    shown = labels()
    assert [words for words in bold if not any(words in label for label in shown)] == []


def test_the_limits_in_the_manual_are_those_of_the_code():
    size = limits.FILE_BYTES // 1024**2
    told = f"한도: 파일 하나에 {size}MB, 한 작업에 {MAX_FILES}개, 문서를 모두 합쳐 {MAX_CHARACTERS:,}자"
    assert told in read(MANUAL / "1-시작하기.md")


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "docs/설명서/2-질의응답.md"])
def test_what_is_masked_is_told_in_full(page):
    names = [yaml.safe_load(read(rule))["name"] for rule in (ROOT / "ilson" / "rules" / "pii").glob("*.yaml")]
    assert [name for name in names if name not in read(ROOT / page)] == []


def test_every_threat_says_what_stops_it_and_what_is_open():
    threats = rows(read(ROOT / "docs" / "위협.md"), 4)
    assert len(threats) >= 10
    assert [row[0] for row in threats if not all(row)] == []
    assert [row[0] for row in threats if row[2] == row[3] == "–"] == []


def test_a_file_that_is_not_there_is_missed():
    assert missing("`tests/nowhere.py` and `tests/house/test_docs.py::test_nothing_of_this_name`") == [
        "tests/nowhere.py",
        "tests/house/test_docs.py::test_nothing_of_this_name",
    ]


def test_a_dead_link_is_found():
    assert dead_links("[a](nowhere.md) [b](https://example.org) [c](README.md#x)", ROOT) == ["nowhere.md"]


def test_a_term_that_the_code_does_not_know_is_found():
    assert unknown_terms("| a | b | c |\n|---|---|---|\n| 문 | gate | x |\n| 창 | casement | x |", "the gate") == [
        "casement"
    ]


def test_commands_that_do_not_exist_are_found():
    assert unknown_dev_commands("./dev run and ./dev fly") == ["fly"]
    assert unknown_ilson_commands("`ilson serve --port 1`, `ilson guard scan`, `ilson guard fly`") == ["guard fly"]


def test_a_decision_without_a_check_is_found():
    sections = "".join(f"## {name}\n\n" for name in SECTIONS)
    assert record_faults(f"{sections}a wish") == ["no check"]
    assert record_faults("## Context\n\n## What enforces it\n`tests/gates.py`") == ["sections"]
