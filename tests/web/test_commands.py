"""The commands, as a person runs them."""

import json
import socket
import subprocess
import zipfile
from io import BytesIO
from unittest.mock import Mock

import pytest
from doubles.process import ILSON, environment
from doubles.tokens import unsalted

from ilson.app import _in_address
from ilson.cli import _check_port


@pytest.fixture
def ilson(tmp_path):
    def run(*arguments, text=None, **more):
        return subprocess.run(
            [ILSON, *arguments],
            cwd=tmp_path,
            env=environment(tmp_path, **more),
            input=text.encode() if isinstance(text, str) else text,
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
    assert unsalted(result.stdout.decode()) == "번호는 ⟦주민등록번호#1⟧입니다."


def test_guard_scan_scans_every_good_line_and_tells_the_numbers_of_the_bad_ones(ilson):
    good = '{"id": 1, "text": "010-1234-5678"}'
    result = ilson("guard", "scan", text=f'{good}\nno\n\n{{"id": 2}}\n{good}\n')
    assert [len(json.loads(line)["findings"]) for line in result.stdout.splitlines()] == [1, 1]
    assert (result.returncode, "고쳐 주십시오: 2, 4\n" in result.stderr.decode()) == (1, True)


def test_guard_scan_counts_the_characters_of_cp949_and_passes_over_a_byte_order_mark(ilson):
    line = '{"id": 1, "text": "번호 010-1234-5678"}\n'
    for text in (line.encode("cp949"), line.encode("utf-8-sig")):
        (finding,) = json.loads(ilson("guard", "scan", text=text).stdout)["findings"]
        assert (finding["start"], finding["end"]) == (3, 16)


def test_guard_scan_tells_what_its_exit_means(ilson):
    told = b" ".join(ilson("guard", "scan", "--help").stdout.split())
    assert b"Exit: 0 when every line was scanned" in told


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_guard_mask_writes_korean_on_a_terminal_without_korean(ilson):
    result = ilson("guard", "mask", text="번호 010-1234-5678", **ASCII)
    assert (result.returncode, "번호" in result.stdout.decode()) == (0, True)


def test_guard_mask_reads_the_text_of_korean_windows(ilson):
    result = ilson("guard", "mask", text="번호는 900101-1234567입니다.".encode("cp949"))
    assert unsalted(result.stdout.decode()) == "번호는 ⟦주민등록번호#1⟧입니다."


def test_guard_mask_passes_over_a_byte_order_mark(ilson):
    assert ilson("guard", "mask", text="\ufeff안녕").stdout.decode() == "안녕"


def test_guard_mask_refuses_what_is_no_text_and_prints_nothing(ilson):
    result = ilson("guard", "mask", text=b"\xff\xff\xff 010-1234-5678")
    assert (result.returncode, "CP949" in result.stderr.decode(), result.stdout) == (1, True, b"")


def test_doc_read_prints_markdown(ilson, tmp_path):
    (tmp_path / "표.csv").write_bytes("이름,나이\n가,1\n".encode("cp949"))
    result = ilson("doc", "read", "표.csv")
    assert "| 이름 | 나이 |" in result.stdout.decode()


def test_a_file_that_cannot_be_read_is_told_in_korean(ilson, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    result = ilson("doc", "read", "a.pdf")
    assert (result.returncode, "손상" in result.stderr.decode(), result.stdout) == (1, True, b"")


@pytest.mark.parametrize("command", [("doc", "read"), ("guard", "scan"), ("guard", "mask"), ("official", "render")])
def test_a_file_that_is_not_there_is_told_in_the_words_of_a_terminal(ilson, command):
    more = ["-o", "a.txt"] if "render" in command else []
    result = ilson(*command, "none.hwpx", *more)
    assert (result.returncode, "경로와 읽기 권한" in result.stderr.decode()) == (1, True)


@pytest.fixture
def render(ilson, tmp_path):
    """Render a draft to this place."""

    def run(place, **draft):
        whole = {"title": "교육 안내", "to": "내부결재", "body": [{"text": "교육을 실시합니다."}], **draft}
        (tmp_path / "draft.json").write_text(json.dumps(whole), "utf-8-sig")
        return ilson("official", "render", "draft.json", "-o", place)

    return run


@pytest.mark.parametrize("place", ["out.hwpx", "OUT.HWPX"])
def test_official_render_writes_an_hwpx(render, tmp_path, place):
    result = render(place)
    names = zipfile.ZipFile(BytesIO((tmp_path / place).read_bytes())).namelist()
    assert (result.returncode, "Contents/section0.xml" in names) == (0, True)


@pytest.mark.parametrize(
    ("place", "told"),
    [("none/x.hwpx", "폴더를 먼저"), ("x", "hwpx, docx, pdf"), ("x.exe", "hwpx, docx, pdf"), ("home.txt", "쓸 수")],
)
def test_official_render_tells_what_is_wrong_with_the_place(render, tmp_path, place, told):
    (tmp_path / "home.txt").mkdir()
    result = render(place)
    assert (result.returncode, told in result.stderr.decode()) == (1, True), result.stderr.decode()


def test_a_draft_of_another_form_is_told_in_the_words_of_a_terminal(render):
    assert "초안 파일을 고친 뒤" in render("x.hwpx", unheard="of").stderr.decode()


def test_doctor_says_what_is_there_and_what_is_missing(ilson):
    model = [{"name": "gone", "base_url": "http://127.0.0.1:9/v1"}]
    result = ilson("doctor", "--json", ILSON_MODELS=json.dumps(model))
    found = {finding["name"]: finding["ok"] for finding in json.loads(result.stdout)}
    assert (result.returncode, found["ledger"], found["model"], found["builtin"]) == (1, True, False, True)


def test_rules_check_proves_every_rule(ilson):
    result = ilson("rules", "check", "--json")
    assert (result.returncode, json.loads(result.stdout)["tasks"] > 0) == (0, True)


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


@pytest.mark.parametrize(("host", "family"), [("::1", socket.AF_INET6), ("127.0.0.1", socket.AF_INET)])
def test_the_port_is_tried_in_the_family_of_the_host(monkeypatch, host, family):
    tried = []
    monkeypatch.setattr(
        socket, "create_server", lambda address, *, family: tried.append((address[0], family)) or Mock()
    )
    _check_port(host, 8600)
    assert tried == [(host, family)]


def test_the_address_that_is_told_can_be_opened():
    assert (_in_address("::1"), _in_address("127.0.0.1")) == ("[::1]", "127.0.0.1")


def test_wrong_usage_is_exit_2(ilson):
    assert ilson("nothing").returncode == 2


def compare(ilson, tmp_path, *options, new="제1조(목적) 접수는 7일로 한다."):
    (tmp_path / "old.txt").write_text("제1조(목적) 접수는 3일로 한다.", "utf-8")
    (tmp_path / "new.txt").write_text(new, "utf-8")
    return ilson("doc", "compare", "old.txt", "new.txt", *options)


def test_two_versions_are_shown_side_by_side(ilson, tmp_path):
    result = compare(ilson, tmp_path)
    assert "3일로" in result.stdout.decode()
    assert "------ 7일로" in result.stdout.decode()
    assert result.returncode == 0


def test_two_versions_as_json_and_as_a_file(ilson, tmp_path):
    assert json.loads(compare(ilson, tmp_path, "--json").stdout)["counts"]["changed"] == 1
    assert compare(ilson, tmp_path, "-o", "table.hwpx").returncode == 0
    assert zipfile.ZipFile(tmp_path / "table.hwpx").read("mimetype") == b"application/hwp+zip"


def test_two_versions_that_are_the_same_are_said_to_be(ilson, tmp_path):
    result = compare(ilson, tmp_path, new="제1조(목적) 접수는 3일로 한다.")
    assert "같습니다" in result.stdout.decode()


def test_a_table_of_a_kind_that_nothing_writes_is_refused_in_korean(ilson, tmp_path):
    result = compare(ilson, tmp_path, "-o", "table.exe")
    assert (result.returncode, "hwpx" in result.stderr.decode()) == (1, True)
    assert not (tmp_path / "table.exe").exists()
