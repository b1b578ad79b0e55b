"""The wire of OpenAI-compatible servers: what is sent, and what recorded traffic means."""

import json

import anyio
import pytest

from ilson.domain.errors import ModelBrokeOff, ModelCutShort, ModelDeclined
from ilson.domain.piece import Text, Usage
from ilson.domain.question import Prompt, Turn
from ilson.engines.models.chat import finish_of, from_wire, judge, to_wire
from ilson.engines.models.events import MAX_EVENT, events

PROMPT = Prompt(task="ask", asked="질문", instructions="지시", turns=(Turn("user", "질문"),))

# Lines as these servers wrote them (ids shortened).
LLAMA = b"""data: {"choices":[{"finish_reason":null,"index":0,"delta":{"role":"assistant","content":null}}],"created":1,"id":"x","model":"m","system_fingerprint":"b1","object":"chat.completion.chunk"}

data: {"choices":[{"finish_reason":null,"index":0,"delta":{"content":"\xec\x95\x88\xeb\x85\x95"}}],"created":1,"id":"x","model":"m","object":"chat.completion.chunk"}

data: {"choices":[{"finish_reason":"stop","index":0,"delta":{}}],"created":1,"id":"x","model":"m","object":"chat.completion.chunk"}

data: {"choices":[],"created":1,"id":"x","model":"m","object":"chat.completion.chunk","usage":{"completion_tokens":2,"prompt_tokens":9,"total_tokens":11},"timings":{"prompt_n":1}}

data: [DONE]

"""
VLLM = LLAMA.replace(b"\n", b"\r\n")
THINKING = b"""data: {"choices":[{"index":0,"delta":{"reasoning_content":"hm","content":null},"logprobs":null,"finish_reason":null}]}

: keep-alive

data: {"choices":[{"index":0,"delta":{"content":"\xec\x95\x88\xeb\x85\x95"},"finish_reason":"stop"}],"usage":null}

data: {"choices":[],"usage":{"completion_tokens":2,"prompt_tokens":9,"total_tokens":11,"prompt_tokens_details":null}}

data: [DONE]

"""


def read(raw, step):
    async def run():
        async def chunks():
            for start in range(0, len(raw), step):
                yield raw[start : start + step]

        return [json.loads(data) async for data in events(chunks()) if data != b"[DONE]"]

    return anyio.run(run)


@pytest.mark.parametrize("recorded", [LLAMA, VLLM, THINKING], ids=["llama.cpp", "crlf", "thinking"])
@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_recorded_streams_mean_the_same_however_they_are_cut(recorded, step):
    found = read(recorded, step)
    assert [said for event in found for said in from_wire(event)] == [Text("안녕"), Usage(9, 2)]


def test_the_end_is_seen_in_its_event():
    assert [finish_of(event) for event in read(LLAMA, 50)] == [None, None, "stop", None]


def test_a_half_event_at_the_end_is_dropped():
    assert read(LLAMA[: LLAMA.index(b'"finish_reason":"stop"')], 50)[-1]["choices"][0]["delta"] == {"content": "안녕"}


def test_one_event_may_not_fill_the_memory():
    with pytest.raises(ModelBrokeOff):
        read(b"data: " + b"x" * (MAX_EVENT + 10), 65536)


def test_an_unknown_event_says_nothing():
    assert list(from_wire({"object": "something.new", "choices": [{"delta": {"audio": {}}}]})) == []


def test_the_body_asks_to_keep_nothing_and_holds_no_other_field():
    assert to_wire(PROMPT, "m") == {
        "model": "m",
        "messages": [{"role": "system", "content": "지시"}, {"role": "user", "content": "질문"}],
        "stream": True,
        "stream_options": {"include_usage": True},
        "store": False,
    }


@pytest.mark.parametrize(
    ("finish", "error"), [(None, ModelBrokeOff), ("length", ModelCutShort), ("content_filter", ModelDeclined)]
)
def test_an_answer_without_its_natural_end_is_an_error(finish, error):
    with pytest.raises(error):
        judge(finish, said=True)
