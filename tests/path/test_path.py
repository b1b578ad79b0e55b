"""The one path, over real sockets: page → Ilson → a model server's double."""

import json
from itertools import groupby

import aiohttp
import anyio
import pytest
from doubles.house import house
from doubles.model_server import DONE, chunk, model_server, said, sse, usage

from ilson.domain.errors import LedgerDown
from ilson.engines.sql.book import SqlLedgerBook
from ilson.settings import ModelSetting

pytestmark = pytest.mark.anyio

RRN = "900101-1234567"


@pytest.fixture
async def double():
    async with model_server() as server:
        yield server


@pytest.fixture
async def ilson(double, tmp_path):
    model = ModelSetting(name="inside", base_url=double.base_url, grade="S", won_in=100, won_out=200)
    async with house(tmp_path, models=(model,)) as running:
        yield running


@pytest.fixture
def one_salt(monkeypatch):
    """Every token ends with ·kk: what the model says is planned before the question has its salt."""
    monkeypatch.setattr("ilson.guard.vault._SALT", "k")


@pytest.fixture
def closed(monkeypatch):
    """An event that is set when a ledger line has been closed."""
    event = anyio.Event()
    real = SqlLedgerBook.close

    async def close(self, line):
        await real(self, line)
        event.set()

    monkeypatch.setattr(SqlLedgerBook, "close", close)
    return event


async def test_an_answer_streams_and_leaves_one_line_done(ilson):
    answer = await ilson.ask("안녕")
    line, *others = await ilson.lines()
    assert (answer.said, line.outcome, line.task, line.model, line.won) == ("안녕하세요.", "done", "ask", "inside", 2.0)
    assert others == []


async def test_the_stream_is_the_ui_message_stream(ilson):
    answer = await ilson.ask("안녕")
    kinds = [kind for kind, _ in groupby(event["type"] for event in answer.events)]
    assert kinds == ["start", "data-step", "data-guard", "data-step", "text-start", "text-delta", "text-end", "finish"]


@pytest.mark.usefixtures("one_salt")
async def test_a_resident_number_never_reaches_the_model_and_comes_back(ilson, double):
    double.plan = said("번호는 ⟦주민", "등록번호#1·kk⟧입니다.")
    answer = await ilson.ask(f"번호 {RRN} 확인")
    sent = double.bodies[0]["messages"][-1]["content"]
    assert (RRN in sent, "⟦주민등록번호#1·kk⟧" in sent, answer.said) == (False, True, f"번호는 {RRN}입니다.")


async def test_a_number_split_over_two_pieces_is_masked(ilson, double):
    double.plan = said("새 번호는 9001", "01-1234567 입니다. 그리고 다음 문장이 이어집니다.")
    answer = await ilson.ask("번호를 지어 주세요")
    assert "900101" not in answer.said
    assert "1234567" not in answer.said
    assert answer.said.endswith("그리고 다음 문장이 이어집니다.")


async def test_the_ledger_line_counts_what_was_masked_and_holds_nothing_said(ilson):
    await ilson.ask(f"번호 {RRN} 확인")
    line = (await ilson.lines())[0]
    assert line.masked == {"RRN": 1}
    assert RRN not in str(line)


async def test_a_reader_who_leaves_mid_answer_leaves_one_line_left(ilson, double, closed):
    double.plan, double.pause_after = said("첫 문장을 쓰고 있습니다. 이어서 둘째 문장을 쓰려고 합니다. "), 0
    response = await ilson.asking("길게 써 주세요")
    await response.content.readuntil(b"text-delta")
    response.close()
    with anyio.fail_after(10):
        await closed.wait()
        await double.reader_left.wait()
    lines = await ilson.lines()
    assert [line.outcome for line in lines] == ["left"]


async def test_a_reader_who_leaves_a_model_that_never_pauses_is_left_too(ilson, double, closed):
    double.plan = said(*["이어지는 문장입니다. "] * 20_000)
    response = await ilson.asking("길게 써 주세요")
    await response.content.readuntil(b"text-delta")
    response.close()
    with anyio.fail_after(30):
        await closed.wait()
    assert [line.outcome for line in await ilson.lines()] == ["left"]


async def test_a_server_that_is_stopped_in_mid_answer_closes_its_line(double, tmp_path):
    double.plan, double.pause_after = said("첫 문장을 쓰고 있습니다. 이어서 둘째 문장을 쓰려고 합니다. "), 0
    model = ModelSetting(name="inside", base_url=double.base_url, grade="S")
    async with aiohttp.ClientSession() as reader_who_stays:
        async with house(tmp_path, models=(model,)) as running:
            running.session = reader_who_stays
            response = await running.asking("길게 써 주세요")
            await response.content.readuntil(b"text-delta")
        lines = await running.lines()
    assert [line.outcome for line in lines] == ["left"]


async def test_a_draft_of_a_thousand_items_does_not_resend_itself_at_each_line(ilson, double):
    double.plan = said("제목: 안내\n", *[f"- 항목 {number}입니다.\n" for number in range(1_000)])
    answer = await ilson.ask("공문", task="draft", form={})
    drafts = answer.of("data-draft")
    assert len(drafts[-1]["data"]["body"]) == 1_000
    assert len(drafts) < 200


@pytest.mark.parametrize("tokens", [10**19, -7, 1.5, "7", None, True])
async def test_a_count_that_no_ledger_can_hold_is_not_believed(ilson, double, tokens):
    double.plan = [*said("안녕하세요.")[:-2], usage(tokens, 5)]
    await ilson.ask("안녕")
    line = (await ilson.lines())[0]
    assert (line.outcome, line.tokens_in in {0, 1}, line.tokens_out) == ("done", True, 5)


STATUSES = {
    400: "model_request_refused",
    401: "model_key_refused",
    403: "model_key_refused",
    404: "model_not_found",
    429: "model_busy",
    500: "model_down",
    503: "model_busy",
    529: "model_busy",
}


@pytest.mark.parametrize(("status", "code"), STATUSES.items())
async def test_a_failing_model_is_told_clearly_and_leaves_one_line_broken(ilson, double, status, code):
    double.status = status
    answer = await ilson.ask("안녕")
    lines = await ilson.lines()
    assert (answer.error["code"], [(line.outcome, line.code) for line in lines]) == (code, [("broken", code)])


async def test_a_model_server_that_is_not_there_is_model_down(tmp_path):
    model = ModelSetting(name="gone", base_url="http://127.0.0.1:9/v1", grade="S")
    async with house(tmp_path, models=(model,)) as running:
        answer = await running.ask("안녕", model="gone")
    assert answer.error["code"] == "model_down"


async def test_an_answer_that_breaks_off_keeps_what_was_said(ilson, double):
    double.plan = [chunk("여기까지 쓴 문장입니다. 그리고 이어지는 아주 긴 다음 문장이 있습니다. ")]
    answer = await ilson.ask("안녕")
    assert (answer.error["code"], answer.said[:7]) == ("model_broke_off", "여기까지 쓴 ")


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        ([b"data: {not json}\n\n"], "model_broke_off"),
        ([b'data: {"error": {"message": "x"}}\n\n'], "model_broke_off"),
        ([b"data: [1]\n\n"], "model_broke_off"),
        ([chunk("가나다", "length")], "model_cut_short"),
        ([chunk("", "content_filter")], "model_declined"),
        ([b""], "model_broke_off"),
        ([b"<!doctype html><title>login</title>"], "model_not_found"),
        (said(), "model_said_nothing"),
        (said("<think>", "생각뿐입니다", "</think>"), "model_said_nothing"),
        ([b'data: {"choices": ["x"]}\n\n'], "model_broke_off"),
        ([b'data: {"choices": [{"delta": {"content": 7}}]}\n\n'], "model_broke_off"),
    ],
)
async def test_a_bad_stream_ends_in_a_clear_error(ilson, double, plan, code):
    double.plan = plan
    assert (await ilson.ask("안녕")).error["code"] == code


WHOLE = {
    "no finish reason": [chunk("안녕하세요."), DONE],
    "open after the end": [*said("안녕하세요."), b": still here\n\n"],
    "thoughts first": said("<thi", "nk>생각", "</think>\n\n안녕", "하세요."),
    "a byte order mark": [b"\xef\xbb\xbf" + chunk("안녕하세요."), DONE],
    "no stream": [json.dumps({"choices": [{"message": {"content": "안녕하세요."}}]}).encode()],
    "parts": [sse({"choices": [{"delta": {"content": [{"type": "text", "text": "안녕하세요."}]}}]}), DONE],
    "no last newline": [chunk("안녕하세요."), chunk("", "stop").rstrip()],
}


@pytest.mark.parametrize("server", WHOLE)
async def test_servers_of_other_people_are_understood(ilson, double, server):
    double.plan = WHOLE[server]
    double.pause_after = len(double.plan) - 1 if server == "open after the end" else None
    with anyio.fail_after(20):
        answer = await ilson.ask("안녕")
    assert (answer.error, answer.said) == ({}, "안녕하세요.")


@pytest.mark.parametrize(("status", "code"), [(400, "context_length_exceeded"), (413, None)])
async def test_a_question_longer_than_the_models_context_is_told_so(ilson, double, status, code):
    double.status, double.told = status, {"error": {"message": "too long", "code": code}}
    assert (await ilson.ask("안녕")).error["code"] == "model_context_full"


async def test_a_model_that_repeats_its_instructions_shows_nobodys_number(ilson, double):
    await ilson.ask("번호 010-3333-4444 확인")
    double.plan = said(double.bodies[0]["messages"][0]["content"])
    assert "010-3333-4444" not in (await ilson.ask("번호 010-3333-4444 확인")).said


async def test_a_question_without_anything_is_refused_with_one_line(ilson):
    answer = await ilson.ask("  ")
    assert (answer.error["code"], [line.outcome for line in await ilson.lines()]) == ("nothing_asked", ["refused"])


async def test_a_broken_file_in_a_question_is_refused_with_one_line(ilson):
    part = {"type": "file", "filename": "a.hwpx", "mediaType": "x", "url": "data:x;base64,UEsDBAAA"}
    messages = [{"id": "1", "role": "user", "parts": [part, {"type": "text", "text": "요약"}]}]
    async with ilson.session.post(
        f"{ilson.address}/api/answer", json={"task": "ask", "messages": messages}
    ) as response:
        body = await response.read()
    assert (b"file_broken" in body, [line.code for line in await ilson.lines()]) == (True, ["file_broken"])


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Host": ""}])
async def test_a_stranger_gets_no_answer_and_leaves_no_line(ilson, double, headers):
    answer = await ilson.ask("안녕", headers=headers)
    assert (answer.status, answer.error["code"], double.bodies, await ilson.lines()) == (403, "not_admitted", [], [])


async def test_without_a_ledger_line_there_is_no_answer(ilson, double, monkeypatch):
    async def down(self, line):
        raise LedgerDown("the disk is full")

    monkeypatch.setattr(SqlLedgerBook, "open", down)
    answer = await ilson.ask("안녕")
    assert (answer.status, answer.error["code"], double.bodies) == (503, "ledger_down", [])


async def test_what_fails_unforeseen_is_told_and_leaves_one_line_broken(ilson, monkeypatch):
    def fail(*arguments):
        raise ZeroDivisionError(f"quoting {arguments}")

    monkeypatch.setattr("ilson.path.choose", fail)
    answer = await ilson.ask("안녕")
    assert (answer.error["code"], [line.outcome for line in await ilson.lines()]) == ("unexpected", ["broken"])


async def test_a_sensitive_question_goes_to_the_built_in_engine_only(tmp_path, double):
    model = ModelSetting(name="outside", base_url=double.base_url, grade="O")
    async with house(tmp_path, models=(model,)) as running:
        answer = await running.ask("민감한 질문", grade="S")
    assert (answer.of("finish")[0]["messageMetadata"]["model"], double.bodies) == ("builtin", [])


async def test_a_rule_that_asks_is_named_and_a_confirmed_question_goes_on(ilson):
    asked = await ilson.ask("입찰예정가격을 알려 주세요")
    confirmed = await ilson.ask("입찰예정가격을 알려 주세요", confirmed=["입찰 정보"])
    assert (asked.error["code"], asked.error["rules"], confirmed.of("finish") != []) == (
        "confirmation_needed", ["입찰 정보"], True,
    )  # fmt: skip


async def test_no_model_sees_a_classified_question(ilson, double):
    answer = await ilson.ask("기밀 질문", grade="C")
    assert (answer.error["code"], double.bodies) == ("grade_too_high", [])


async def test_a_model_may_point_to_the_blocks_of_a_document(ilson, double):
    blocks = [
        {"kind": "paragraph", "text": "첫 문단", "page": 1},
        {"kind": "paragraph", "text": "마감은 3월 2일", "page": 2},
    ]
    double.plan = said("마감은 3월 2일입니다. [2", "]")
    document = {"name": "가.txt", "kind": "txt", "pages": 2, "blocks": blocks}
    answer = await ilson.ask("마감은?", documents=[document])
    place = answer.of("source-document")[0]["providerMetadata"]["ilson"]
    assert place == {"number": 2, "document": 0, "block": 1, "page": 2, "quote": "마감은 3월 2일"}


async def test_an_outline_becomes_the_official_document(ilson, double):
    double.plan = said("제목: 교육 안내\n", "수신: 양천구청장\n- 일시: 2026. 12. 1.\n", "- 장소: 대회의실\n")
    answer = await ilson.ask("교육 안내 공문", task="draft", form={"sender": "강서구청장"})
    draft = answer.of("data-draft")[-1]["data"]
    assert (draft["title"], draft["to"], draft["sender"], len(draft["body"])) == (
        "교육 안내",
        "양천구청장",
        "강서구청장",
        2,
    )
