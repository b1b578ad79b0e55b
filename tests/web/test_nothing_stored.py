"""Nothing is stored: canary words go through every task, then everything that Ilson can write is searched."""

import base64
import json
from io import BytesIO
from urllib.parse import quote

import aiohttp
import pytest
from doubles.house import Answer, events
from doubles.model_server import chunk, model_server
from doubles.process import process

pytestmark = pytest.mark.anyio

CANARIES = {
    "question": "노란카나리아질문",
    "file": "노란카나리아파일",
    "big file": "노란카나리아큰파일",
    "file name": "노란카나리아이름",
    "form": "노란카나리아양식",
    "answer": "노란카나리아답변",
    "broken": "노란카나리아고장",
    "number": "850315-1234567",
    "key": "YellowCanaryKey",
}


def spellings(word):
    """Return every way in which the word may stand in a file."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp949"):
        raw = word.encode(encoding)
        yield raw
        for shift in range(3):
            yield base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 :][:-4]
    yield quote(word).encode()
    yield json.dumps(word)[1:-1].encode()
    yield repr(word.encode())[2:-1].encode()


def found_in(written):
    return [
        (str(path), name)
        for path, content in written
        for name, word in CANARIES.items()
        if any(spelling in content for spelling in spellings(word))
    ]


class Page:
    """What the page does, without a browser."""

    def __init__(self, address, session):
        self.address = address
        self.session = session

    async def upload(self, name, content):
        headers = {"Content-Type": "application/octet-stream", "X-File-Name": quote(name)}
        async with self.session.post(
            f"{self.address}/api/documents", data=BytesIO(content), headers=headers
        ) as response:
            return await response.json()

    async def ask(self, task, text, *parts, **more):
        messages = [{"id": "1", "role": "user", "parts": [*parts, {"type": "text", "text": text}]}]
        body = {"task": task, "messages": messages, **more}
        data, headers = BytesIO(json.dumps(body).encode()), {"Content-Type": "application/json"}
        async with self.session.post(f"{self.address}/api/answer", data=data, headers=headers) as response:
            raw = await response.read()
            return Answer(response.status, events=events(raw)) if b"data:" in raw else Answer(response.status)

    async def render(self, draft, kind):
        async with self.session.post(f"{self.address}/api/official/render?kind={kind}", json=draft) as response:
            return response.status, await response.read()

    async def compare(self, sides, kind):
        address, headers = f"{self.address}/api/documents/compare?kind={kind}", {"Content-Type": "application/json"}
        async with self.session.post(address, data=BytesIO(json.dumps(sides).encode()), headers=headers) as response:
            return response.status, await response.read()


def attached(document):
    return {"type": "data-document", "data": document}


async def use_everything(page):
    """Ask every task with canaries in all that an official types or uploads; return what came back."""
    text = f"{CANARIES['file']} 사업을 2026. 12. 1.까지 추진합니다. 담당자 번호는 {CANARIES['number']}입니다.\n" * 5
    small = await page.upload(f"{CANARIES['file name']}.txt", text.encode())
    big = await page.upload(
        "큰 파일.txt",
        (f"{CANARIES['big file']} 문단입니다.\n" + "가나다라마바사아자차카타파하거너더러.\n" * 20_000).encode()[
            :1_100_000
        ],
    )
    await page.upload(f"{CANARIES['file name']}.hwpx", b"PK\x03\x04" + CANARIES["broken"].encode())
    raw = "data:text/plain;base64," + base64.b64encode(text.encode()).decode()
    whole = {"type": "file", "filename": f"{CANARIES['file name']}.txt", "mediaType": "text/plain", "url": raw}
    draft = {"title": f"{CANARIES['form']} 안내", "body": [{"text": CANARIES["form"]}]}
    return [
        await page.ask("ask", f"{CANARIES['question']} 언제까지 추진합니까?", attached(small)),
        await page.ask("ask", f"{CANARIES['question']} {CANARIES['number']}", model="inside"),
        await page.ask("summarise", CANARIES["question"], attached(small), attached(big)),
        await page.ask("summarise", CANARIES["question"], whole),
        await page.ask("draft", CANARIES["question"], form={**draft, "request": CANARIES["question"]}),
        await page.ask(CANARIES["question"], CANARIES["question"]),
        await page.ask("ask", CANARIES["question"], {"type": "data-document", "data": {"name": CANARIES["file name"]}}),
        *[await page.render(draft, kind) for kind in ("hwpx", "docx", "pdf", "html", "txt")],
        await page.render(draft, CANARIES["form"]),
        await page.render({CANARIES["form"]: CANARIES["form"]}, "hwpx"),
        await page.render({CANARIES["key"]: 1}, "hwpx"),
        await page.render({"title": "t", "body": [{"text": "a", CANARIES["key"]: "b"}]}, "hwpx"),
        *[await page.compare({"old": small, "new": big}, kind) for kind in ("json", "hwpx", CANARIES["form"])],
        await page.compare({"old": small, CANARIES["key"]: small}, "json"),
        await page.ask("draft", "", form={"title": "t", "attachments": [{CANARIES["key"]: "b"}]}),
        await page.ask("draft", "", form={CANARIES["key"]: {CANARIES["key"]: "b"}}),
    ]


async def test_no_canary_is_found_in_anything_that_ilson_writes(tmp_path):
    async with model_server() as double, aiohttp.ClientSession() as session:
        double.plan = [chunk(f"{CANARIES['answer']}입니다. 이 문장은 길게 이어집니다. 그리고 끝나지 않습니다.")]
        models = json.dumps([{"name": "inside", "base_url": double.base_url, "grade": "S"}])
        with process(tmp_path, ILSON_MODELS=models) as running:
            answers = await use_everything(Page(running.address, session))
            running.kill()  # while the write-ahead log is still there
            files = list(running.written())
    assert found_in(files) == []
    statuses = [answer.status for answer in answers if isinstance(answer, Answer)]
    assert statuses == [200, 200, 200, 200, 200, 200, 400, 200, 200]
    rendered = [answer[0] for answer in answers if isinstance(answer, tuple)]
    assert rendered == [200] * 5 + [400] * 4 + [200] * 2 + [400] * 2
    assert {"ilson.db", "log"} <= {path.name for path, _ in files}
    assert CANARIES["answer"] in answers[1].said


async def test_no_canary_is_found_after_a_kill_in_mid_stream(tmp_path):
    async with model_server() as double, aiohttp.ClientSession() as session:
        double.plan, double.pause_after = [chunk(f"{CANARIES['answer']}입니다. " * 5)], 0
        models = json.dumps([{"name": "inside", "base_url": double.base_url, "grade": "S"}])
        with process(tmp_path, ILSON_MODELS=models) as running:
            messages = [{"id": "1", "role": "user", "parts": [{"type": "text", "text": CANARIES["question"]}]}]
            body = {"task": "ask", "messages": messages}
            async with session.post(f"{running.address}/api/answer", json=body) as response:
                await response.content.readuntil(b"text-delta")
                running.kill()
            assert found_in(running.written()) == []


def test_the_search_finds_a_planted_canary(tmp_path):
    planted = tmp_path / "planted"
    planted.write_bytes(b"xx" + base64.b64encode(b"ab" + CANARIES["file"].encode()))
    assert found_in([(planted, planted.read_bytes())]) == [(str(planted), "file")]
