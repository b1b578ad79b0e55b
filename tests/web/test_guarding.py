"""The preview and the trial of the rules over a real socket: what is told, who is refused, and that nothing stays."""

import json
from io import BytesIO

import aiohttp
import pytest
from doubles.house import house
from doubles.process import process

pytestmark = pytest.mark.anyio

RRN = "900101-1234567"
DOCUMENT = {
    "name": "가.txt",
    "kind": "txt",
    "pages": None,
    "blocks": [{"kind": "table", "rows": [["성명", "학번"], ["가", "20201234"]], "page": None}],
}


@pytest.fixture
async def ilson(tmp_path):
    async with house(tmp_path) as running:
        yield running


async def post(ilson, path, body, **more):
    data = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
    headers = {"Content-Type": "application/json"} | more.pop("headers", {})
    async with ilson.session.post(f"{ilson.address}/api/guard/{path}", data=data, headers=headers) as response:
        return response.status, await response.json()


async def test_the_preview_tells_what_would_be_masked_and_the_grades(ilson):
    status, told = await post(ilson, "preview", {"text": f"번호 {RRN} 확인"})
    (one,) = told["findings"]
    assert (status, told["grade"], told["grade_after"], told["reasons"]) == (200, "S", "O", ["개인정보"])
    assert {**one, "why": "", "basis": ""} == {
        "place": {"field": "text"},
        "start": 3,
        "end": 17,
        "value": RRN,
        "type": "RRN",
        "label": "주민등록번호",
        "action": "mask",
        "why": "",
        "basis": "",
        "release": False,
        "released": False,
    }


async def test_the_preview_reads_a_document_with_its_table(ilson):
    _, told = await post(ilson, "preview", {"document": DOCUMENT})
    assert [(one["type"], one["place"]) for one in told["findings"]] == [
        ("STUID", {"field": "block", "block": 0, "row": 1, "cell": 1})
    ]


async def test_the_preview_follows_a_release(ilson):
    let = [{"type": "PHONE", "value": "01012345678", "reason": "own"}]
    _, told = await post(ilson, "preview", {"text": "010-1234-5678", "released": let})
    assert ([one["released"] for one in told["findings"]], told["grade_after"]) == ([True], "S")


async def test_a_trial_tells_scores_doubts_and_the_way_back(ilson):
    text = f"{RRN}와 4579-7212-3456-7894"
    status, told = await post(ilson, "try", {"text": text, "shadow": []})
    (one,) = told["findings"]
    assert (status, one["rule"], one["shadow"], told["restored"], told["same"]) == (
        *(200, "주민등록번호", False),
        *(text, True),
    )
    assert RRN not in told["masked"]
    assert {"CARD"} <= {doubt["type"] for doubt in told["rejections"]}


async def test_a_trial_may_put_a_rule_into_the_shadow(ilson):
    _, told = await post(ilson, "try", {"text": RRN, "shadow": ["주민등록번호"]})
    assert ([one["shadow"] for one in told["findings"]], told["masked"]) == ([True], RRN)


async def test_the_rules_are_listed_with_their_examples(ilson):
    async with ilson.session.get(f"{ilson.address}/api/guard/rules") as response:
        told = (await response.json())["rules"]
    names = [rule["name"] for rule in told]
    assert {"주민등록번호", "전화번호", "비속어"} <= set(names)
    assert all(rule["matches"] and rule["passes"] and rule["basis"] for rule in told)


BAD = {
    "preview": [
        b"",
        b"{",
        b"[]",
        b'{"text": 3}',
        b'{"grade": "X"}',
        b'{"released": [{"type": "PHONE"}]}',
        b'{"released": [{"type": "PHONE", "value": "1", "reason": "Free text!"}]}',
        b'{"document": {"blocks": 1}}',
        b"\xff\xfe",
    ],
    "try": [
        b"",
        b"[]",
        b"{}",
        b'{"text": 3}',
        b'{"text": "a", "shadow": "b"}',
        json.dumps({"text": "가" * 20_001}).encode(),
    ],
}


@pytest.mark.parametrize(("path", "body"), [(path, body) for path, bodies in BAD.items() for body in bodies])
async def test_a_badly_formed_body_is_a_clear_error(ilson, path, body):
    status, told = await post(ilson, path, body)
    assert (status, told["code"]) == (400, "bad_request")


async def test_a_text_longer_than_a_question_is_told_so(ilson):
    status, told = await post(ilson, "preview", {"text": "가" * 400_001})
    assert (status, told["code"]) == (413, "too_long")


@pytest.mark.parametrize("path", ["preview", "try"])
async def test_a_form_cannot_post(ilson, path):
    status, told = await post(ilson, path, b"{}", headers={"Content-Type": "text/plain"})
    assert (status, told["code"]) == (400, "bad_request")


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
@pytest.mark.parametrize("path", ["preview", "try"])
async def test_a_stranger_learns_nothing(ilson, path, headers):
    status, told = await post(ilson, path, {"text": RRN}, headers=headers)
    assert (status, told["code"], "findings" in told) == (403, "not_admitted", False)


async def test_a_guard_that_fails_in_a_preview_says_so_without_the_text(ilson, monkeypatch, caplog):
    def fail(text, *arguments, **more):
        raise ZeroDivisionError(text)

    monkeypatch.setattr("ilson.web.guarding.preview", fail)
    status, told = await post(ilson, "preview", {"text": RRN})
    assert (status, told["code"]) == (500, "guard_failed")
    assert RRN not in str(told) + caplog.text


async def test_a_preview_leaves_no_line(ilson):
    await post(ilson, "preview", {"text": RRN})
    await post(ilson, "try", {"text": RRN})
    assert await ilson.lines() == []


async def test_nothing_of_a_preview_is_written_anywhere(tmp_path):
    canary = "노란카나리아미리보기"
    bodies = [
        ("preview", {"text": f"{canary} {RRN}"}),
        ("preview", {"text": canary, "document": {"blocks": canary}}),
        ("preview", {"text": canary, "grade": canary}),
        ("try", {"text": f"{canary} {RRN}", "shadow": [canary]}),
        ("try", {"text": canary, "shadow": canary}),
    ]
    async with aiohttp.ClientSession() as session:
        with process(tmp_path) as running:
            running.session = session
            statuses = [(await post(running, path, body))[0] for path, body in bodies]
            running.kill()
            written = dict(running.written())
    words = [canary.encode(), canary.encode("utf-16-le"), json.dumps(canary)[1:-1].encode(), RRN.encode()]
    assert statuses == [200, 400, 400, 200, 400]
    assert [path.name for path, content in written.items() if any(word in content for word in words)] == []
    assert "log" in {path.name for path in written}
