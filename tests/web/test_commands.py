"""The commands, as a person runs them."""

import json
import subprocess
import zipfile
from io import BytesIO

import pytest
from doubles.process import ILSON, environment


@pytest.fixture
def ilson(tmp_path):
    def run(*arguments, text=None, **more):
        return subprocess.run(
            [ILSON, *arguments],
            cwd=tmp_path,
            env=environment(tmp_path, **more),
            input=None if text is None else text.encode(),
            capture_output=True,
            check=False,
        )

    return run


def test_guard_scan_writes_offsets_in_characters_for_each_line(ilson):
    result = ilson(
        "guard", "scan", "-", text='{"id": "a", "text": "번호 010-1234-5678로"}\n{"id": 2, "text": "없음"}\n'
    )
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["findings"][0] | {"action": ""}) == {"type": "PHONE", "start": 3, "end": 16, "action": ""}
    assert (second, result.returncode) == ({"id": 2, "findings": []}, 0)


def test_guard_mask_hides_a_resident_number(ilson):
    result = ilson("guard", "mask", text="번호는 900101-1234567입니다.")
    assert result.stdout.decode() == "번호는 ⟦주민등록번호#1⟧입니다."


def test_doc_read_prints_markdown(ilson, tmp_path):
    (tmp_path / "표.csv").write_bytes("이름,나이\n가,1\n".encode("cp949"))
    result = ilson("doc", "read", "표.csv")
    assert "| 이름 | 나이 |" in result.stdout.decode()


def test_a_file_that_cannot_be_read_is_told_in_korean(ilson, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    result = ilson("doc", "read", "a.pdf")
    assert (result.returncode, "손상" in result.stderr.decode(), result.stdout) == (1, True, b"")


def test_a_file_that_is_not_there_is_told(ilson):
    result = ilson("doc", "read", "none.hwpx")
    assert (result.returncode, b"Traceback" in result.stderr) == (1, False)


def test_official_render_writes_an_hwpx(ilson, tmp_path):
    draft = {"title": "교육 안내", "to": "내부결재", "body": [{"text": "교육을 실시합니다."}]}
    (tmp_path / "draft.json").write_text(json.dumps(draft), "utf-8")
    result = ilson("official", "render", "draft.json", "-o", "out.hwpx")
    names = zipfile.ZipFile(BytesIO((tmp_path / "out.hwpx").read_bytes())).namelist()
    assert (result.returncode, "Contents/section0.xml" in names) == (0, True)


def test_doctor_says_what_is_there_and_what_is_missing(ilson):
    model = [{"name": "gone", "base_url": "http://127.0.0.1:9/v1"}]
    result = ilson("doctor", "--json", ILSON_MODELS=json.dumps(model))
    found = {finding["name"]: finding["ok"] for finding in json.loads(result.stdout)}
    assert (result.returncode, found["ledger"], found["model"], found["builtin"]) == (1, True, False, True)


def test_rules_check_proves_every_rule(ilson):
    assert ilson("rules", "check").returncode == 0


def test_a_rule_that_breaks_its_example_stops_everything(ilson, tmp_path):
    (tmp_path / "own" / "pii").mkdir(parents=True)
    rule = """{type: EMPID, name: 사번, pattern: "E[0-9]{4}", action: mask, longest: 5, basis: 내부,
               matches: [F1234], passes: [없음]}"""
    (tmp_path / "own" / "pii" / "empid.yaml").write_text(rule, "utf-8")
    result = ilson("rules", "check", ILSON_RULES=str(tmp_path / "own"))
    assert (result.returncode, b"empid.yaml" in result.stderr) == (1, True)


def test_a_wrong_setting_is_named_without_its_value(ilson):
    result = ilson("serve", ILSON_PORT="secret")
    assert (result.returncode, b"port" in result.stderr, b"secret" in result.stderr) == (1, True, False)


def test_wrong_usage_is_exit_2(ilson):
    assert ilson("nothing").returncode == 2
