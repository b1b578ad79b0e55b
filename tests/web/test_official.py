"""Official documents over the API and at the terminal: what is wrong, mending, types."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from doubles.house import house

from ilson.documents.official.render import render
from ilson.domain.official_rule import Look

pytestmark = pytest.mark.anyio

DRAFT = {
    "title": "워크샵 안내",
    "to": "내부결재",
    "body": [{"text": "일시 : 2026.11.22."}, {"text": "기한 안에 제출할 것."}],
    "summary": "안내합니다.",
    "keywords": ["안내"],
}
SLOPPY = "수신: 내부결재\n제목: 워크샵 안내\n\n1.일시 : 2026.11.22\n2. 참석 바랍니다. 끝\n"
MENDED = "수신  내부결재\n제목  워크숍 안내\n\n1. 일시: 2026. 11. 22.\n2. 참석 바랍니다.  끝.\n"


@pytest.fixture
async def ilson(tmp_path):
    async with house(tmp_path) as running:
        yield running


async def posted(ilson, path, value):
    async with ilson.session.post(f"{ilson.address}/api/official/{path}", json=value) as response:
        return response.status, await response.json()


async def test_a_draft_is_checked_field_by_field(ilson):
    status, told = await posted(ilson, "lint", DRAFT)
    found = {(one["rule"], one["place"], one["safe"]) for one in told["findings"]}
    assert status == 200
    assert {("LOAN-01", "title", True), ("DATE-01", "body[0].text", True), ("TONE-01", "body[1].text", False)} <= found
    assert 0 < told["score"] < 100


async def test_every_finding_says_why_and_on_what_basis(ilson):
    _, told = await posted(ilson, "lint", DRAFT)
    assert all(one["message"].endswith(".") and one["basis"] for one in told["findings"])


async def test_what_is_safe_is_mended_at_once(ilson):
    _, told = await posted(ilson, "fix", DRAFT)
    assert (told["draft"]["title"], told["draft"]["body"][0]["text"], told["draft"]["body"][1]["text"]) == (
        "워크숍 안내",
        "일시: 2026. 11. 22.",
        "기한 안에 제출할 것.",
    )


async def test_one_rule_is_mended_alone(ilson):
    _, told = await posted(ilson, "fix?rule=LOAN-01", DRAFT)
    assert (told["fixed"], told["draft"]["body"][0]["text"]) == (1, "일시 : 2026.11.22.")


async def test_text_is_checked_and_mended_too(ilson):
    _, checked = await posted(ilson, "lint", {"text": SLOPPY})
    _, mended = await posted(ilson, "fix", {"text": SLOPPY})
    assert ("LABEL-01" in [one["rule"] for one in checked["findings"]], mended["text"]) == (True, MENDED)


@pytest.mark.parametrize("value", [[], {"text": 1}, {"text": None}])
async def test_what_is_no_document_is_refused(ilson, value):
    assert (await posted(ilson, "lint", value))[0] == 400


async def test_a_large_draft_is_checked(ilson):
    body = [{"text": f"항목 {number}: 2026.11.22.", "items": []} for number in range(3_000)]
    _, told = await posted(ilson, "lint", {"title": "가", "body": body})
    assert len([one for one in told["findings"] if one["rule"] == "DATE-01"]) == 3_000


async def test_the_types_are_told_with_form_and_example(ilson):
    async with ilson.session.get(f"{ilson.address}/api/official/types") as response:
        types = (await response.json())["types"]
    assert types[0]["name"] == "letter"
    assert all(known["title"] and known["when"] and known["look"]["head"] and known["example"] for known in types)


async def test_every_example_of_a_type_breaks_no_rule(ilson):
    async with ilson.session.get(f"{ilson.address}/api/official/types") as response:
        types = (await response.json())["types"]
    checked = {
        known["name"]: (await posted(ilson, "lint", known["example"] | {"type": known["name"]}))[1] for known in types
    }
    assert {name: told["findings"] for name, told in checked.items() if told["findings"]} == {}


def official(*arguments, told=b""):
    command = [str(Path(sys.executable).parent / "ilson"), "official", *map(str, arguments)]
    return subprocess.run(command, input=told, capture_output=True, check=False, timeout=120)


def test_the_terminal_says_what_is_wrong_with_its_place():
    result = official("lint", "-", "--json", told=SLOPPY.encode())
    found = json.loads(result.stdout)
    first = found[0]
    assert (result.returncode, first["rule"], first["level"], SLOPPY[first["start"] : first["end"]], first["fix"]) == (
        1,
        "LABEL-01",
        "error",
        ": ",
        "  ",
    )


def test_the_terminal_says_it_in_korean():
    told = official("lint", "-", told="워크샵 안내".encode()).stdout.decode()
    assert "1행  [고칠 것] LOAN-01  외래어 표기법에 맞지 않습니다.  「워크샵」 → 「워크숍」" in told


def test_a_text_without_faults_ends_well():
    result = official("lint", "-", told="교육을 안내합니다.".encode())
    assert (result.returncode, "100점" in result.stdout.decode()) == (0, True)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp949"])
def test_text_in_any_korean_coding_is_mended(coding):
    assert official("fix", "-", told=SLOPPY.encode(coding)).stdout.decode() == MENDED


def test_a_structured_document_is_mended_as_one():
    mended = json.loads(official("fix", "-", told=json.dumps(DRAFT).encode()).stdout)
    assert (mended["title"], mended["body"][0]["text"]) == ("워크숍 안내", "일시: 2026. 11. 22.")


@pytest.mark.parametrize("kind", ["hwpx", "docx"])
def test_an_office_file_is_mended_where_it_stands(tmp_path, kind):
    (tmp_path / f"a.{kind}").write_bytes(render(DRAFT, kind, Look()))
    result = official("fix", tmp_path / f"a.{kind}", "-o", tmp_path / f"b.{kind}")
    assert result.returncode == 0, result.stderr.decode()
    names = [
        {one["rule"] for one in json.loads(official("lint", tmp_path / f"{name}.{kind}", "--json").stdout)}
        for name in "ab"
    ]
    assert names[0] - names[1] >= {"LOAN-01", "DATE-01", "COLON-01"}
    parts = [zipfile.ZipFile(io.BytesIO((tmp_path / f"{name}.{kind}").read_bytes())).namelist() for name in "ab"]
    assert parts[0] == parts[1]


def test_a_file_that_cannot_be_mended_where_it_stands_is_said_so(tmp_path):
    (tmp_path / "a.pdf").write_bytes(render(DRAFT, "pdf", Look()))
    result = official("fix", tmp_path / "a.pdf", "-o", tmp_path / "b.pdf")
    assert (result.returncode, "hwpx, docx" in result.stderr.decode()) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "told", "said"),
    [
        (("lint", "nowhere.txt"), b"", "입력 파일을 열 수 없습니다"),
        (("lint", "-", "--type", "nothing"), b"", "없는 문서 유형입니다"),
        (("lint", "-"), b'{"title": ', "JSON 형식이 아닙니다"),
        (("fix", "-", "-o", "nowhere/a.txt"), b"", "폴더가 없습니다"),
        (("plain", "-", "-o", "a.yaml"), b"a,b\n", "낱말을 찾지 못했습니다"),
    ],
)
def test_bad_input_at_the_terminal_is_told_what_to_do(tmp_path, monkeypatch, arguments, told, said):
    monkeypatch.chdir(tmp_path)
    result = official(*arguments, told=told)
    assert (result.returncode, said in result.stderr.decode(), list(tmp_path.iterdir())) == (1, True, [])


def test_a_published_list_becomes_a_rule_of_the_agency(tmp_path):
    folder = tmp_path / "rules" / "official" / "lint"
    folder.mkdir(parents=True)
    (tmp_path / "list.csv").write_bytes("용어,대안어\n갈라쇼,뒤풀이공연\n".encode("cp949"))
    assert official("plain", tmp_path / "list.csv", "-o", folder / "plain.yaml").returncode == 0
    assert "갈라쇼" in (folder / "plain.yaml").read_text("utf-8")


def test_names_of_laws_are_taken_from_a_folder(tmp_path):
    (tmp_path / "a.md").write_text("---\n제목: 화성탐사진흥법\n---\n", "utf-8")
    assert official("laws", tmp_path, "-o", tmp_path / "laws.txt").returncode == 0
    assert (tmp_path / "laws.txt").read_text("utf-8") == "화성탐사진흥법\n"


@pytest.mark.parametrize("path", ["lint", "fix", "text", "render"])
async def test_a_draft_that_is_nested_without_end_is_refused(ilson, path):
    draft = {"title": "가"}
    for _ in range(150):
        draft = {"title": "가", "items": [draft]}
    status, told = await posted(ilson, path, draft)
    assert (status, told["code"]) == (400, "bad_request")
