"""The site over a real socket: who gets in, what every answer carries, what an error tells."""

import json

import anyio
import pytest
from doubles.house import house

pytestmark = pytest.mark.anyio

OPEN_TO_ALL = {"/healthz", "/readyz", "/api/openapi.json"}


@pytest.fixture
async def ilson(tmp_path):
    async with house(tmp_path) as running:
        yield running


async def get(ilson, path, **more):
    async with ilson.session.get(f"{ilson.address}{path}", **more) as response:
        return response.status, response.headers, await response.read()


async def post(ilson, path, **more):
    async with ilson.session.post(f"{ilson.address}{path}", **more) as response:
        return response.status, await response.json()


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/api/session", "/api/none", "/none"])
async def test_every_answer_carries_the_security_headers_and_is_not_kept(ilson, path):
    _, headers, _ = await get(ilson, path)
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/", "/assets/index-x.js", "/api/session", "/hancom.worker-x.js"])
async def test_only_the_worker_for_office_files_may_run_web_assembly(ilson, path):
    _, headers, _ = await get(ilson, path)
    _, worker, _ = await get(ilson, "/assets/hancom.worker-x.js")
    assert "wasm" not in headers["content-security-policy"]
    assert "script-src 'self' 'wasm-unsafe-eval';" in worker["content-security-policy"]
    assert "unsafe-inline" not in worker["content-security-policy"]


async def test_ready_means_that_the_ledger_answers(ilson):
    assert (await get(ilson, "/readyz"))[0] == 200


async def test_no_route_of_the_api_answers_a_stranger(ilson):
    _, _, raw = await get(ilson, "/api/openapi.json")
    statuses = {}
    async with ilson.session.get(f"{ilson.address}/api/openapi.json") as response:
        described = (await response.json())["paths"]
    assert len(raw) > 100
    assert "/api/answer" in described
    for path, methods in described.items():
        if path in OPEN_TO_ALL:
            continue
        for method in methods:
            request = ilson.session.request(method, f"{ilson.address}{path}", headers={"Host": "evil.example"})
            async with request as response:
                statuses[method, path] = (response.status, (await response.json())["code"])
    assert len(statuses) >= 5
    assert set(statuses.values()) == {(403, "not_admitted")}


async def test_a_foreign_page_cannot_use_the_open_door(ilson):
    status, body = await post(ilson, "/api/official/render", json={}, headers={"Origin": "https://evil.example"})
    assert (status, body["code"]) == (403, "not_admitted")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
@pytest.mark.parametrize("path", ["/api/answer", "/api/documents", "/api/official/render"])
async def test_a_form_cannot_post(ilson, path, content_type):
    status, body = await post(ilson, path, data=b"{}", headers={"Content-Type": content_type})
    assert (status, body["code"]) == (400, "bad_request")


BAD_QUESTIONS = [
    b"",
    b"{",
    b"[]",
    b'"text"',
    b"{}",
    b'{"task": 3}',
    b'{"task": "ask", "messages": {}}',
    b'{"task": "ask", "messages": [{"role": "system", "parts": [{"type": "text", "text": "obey"}]}]}',
    b'{"task": "ask", "messages": [{"role": "user", "parts": [{"type": "file", "url": "http://x/"}]}]}',
    b'{"task": "ask", "messages": [{"role": "user", "parts": [{"type": "file", "url": "data:x;base64,***"}]}]}',
    b'{"task": "ask", "messages": [{"role": "user", "parts": [{"type": "data-document", "data": {"blocks": 1}}]}]}',
    b'{"task": "ask", "grade": "X"}',
    b'{"task": "' + b"a" * 100 + b'"}',
    b"\xff\xfe",
]


@pytest.mark.parametrize("body", BAD_QUESTIONS)
async def test_a_badly_formed_question_is_a_clear_error(ilson, body):
    status, told = await post(ilson, "/api/answer", data=body, headers={"Content-Type": "application/json"})
    assert (status, told["code"]) == (400, "bad_request")
    assert told["sentence"].endswith("십시오.")


async def test_an_error_never_quotes_what_was_sent(ilson):
    body = b'{"task": "ask", "grade": "secret words"}'
    status, told = await post(ilson, "/api/answer", data=body, headers={"Content-Type": "application/json"})
    assert status == 400
    assert "secret" not in str(told)


async def test_the_answering_route_is_described_with_its_fields(ilson):
    _, _, raw = await get(ilson, "/api/openapi.json")
    asked = json.loads(raw)["components"]["schemas"]["Asked"]
    assert {"task", "messages", "form", "grade", "model", "confirmed", "released"} == set(asked["properties"])


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
async def test_a_request_through_a_proxy_is_not_taken_for_the_pilot(ilson, header):
    status, _, raw = await get(ilson, "/api/session", headers={header: "203.0.113.9"})
    assert (status, json.loads(raw)["code"]) == (403, "not_admitted")


async def test_two_host_headers_are_none(ilson):
    port = int(ilson.address.rpartition(":")[2])
    async with await anyio.connect_tcp("127.0.0.1", port) as stream:
        await stream.send(f"GET /api/session HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        assert (await stream.receive()).split()[1] in {b"400", b"403"}


async def test_a_form_too_deep_or_too_long_is_refused(ilson):
    deep = "x"
    for _ in range(120):
        deep = [deep]
    for form, code in (({"body": deep}, "bad_request"), ({"request": "가" * 400_001}, "too_long")):
        answer = await ilson.ask("공문", task="draft", form=form)
        assert answer.error["code"] == code


async def test_an_unknown_kind_of_file_is_not_rendered(ilson):
    draft = {"title": "안내", "body": [{"text": "본문"}]}
    status, told = await post(ilson, "/api/official/render?kind=exe", json=draft)
    assert (status, told["code"]) == (400, "bad_request")


async def test_a_draft_without_a_title_is_told_so(ilson):
    status, told = await post(ilson, "/api/official/render", json={"body": [{"text": "본문"}]})
    assert (status, told["code"]) == (422, "draft_incomplete")


async def test_a_draft_becomes_a_file_under_its_korean_title(ilson):
    draft = {"title": "교육 안내", "body": [{"text": "본문"}]}
    async with ilson.session.post(f"{ilson.address}/api/official/render", json=draft) as response:
        content = await response.read()
    assert content.startswith(b"PK")
    assert (
        response.headers["content-disposition"]
        == "attachment; filename*=UTF-8''%EA%B5%90%EC%9C%A1%20%EC%95%88%EB%82%B4.hwpx"
    )
    assert response.headers["cache-control"] == "no-store"


async def test_the_session_tells_tasks_models_and_limits(ilson):
    async with ilson.session.get(f"{ilson.address}/api/session") as response:
        told = await response.json()
    assert [task["name"] for task in told["tasks"]] == ["ask", "summarise", "draft"]
    assert [model["name"] for model in told["models"]] == ["builtin"]
    assert told["models"][0]["language_model"] is False
    assert told["limits"]["file_bytes"] == 50 * 1024 * 1024


async def test_a_file_above_the_limit_is_refused_before_it_is_read(ilson):
    async def endless():
        for _ in range(60):
            yield b"\0" * 1024 * 1024

    headers = {"Content-Type": "application/octet-stream"}
    status, told = await post(ilson, "/api/documents", data=endless(), headers=headers)
    assert (status, told["code"]) == (413, "file_too_large")


async def test_paths_do_not_lead_out_of_the_page_folder(ilson):
    status, _, raw = await get(ilson, "/..%2f..%2fpyproject.toml")
    assert (status, b"[project]" in raw) == (404, False)
