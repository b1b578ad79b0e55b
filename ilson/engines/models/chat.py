"""The wire of OpenAI-compatible servers: chat completions (vLLM, SGLang, llama.cpp, Ollama, OpenAI).

Source: OpenAI API description 2.3.0, POST /chat/completions; the fields are those that all these servers share.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ilson.domain.errors import ModelBrokeOff, ModelCutShort, ModelDeclined
from ilson.domain.piece import Said, Text, Usage
from ilson.domain.question import Prompt


def to_wire(prompt: Prompt, model: str) -> dict[str, Any]:
    """Return the body of the request; nothing in it lets the server keep the question."""
    return {
        "model": model,
        "messages": [
            {"role": "system", "content": prompt.instructions},
            *({"role": turn.role, "content": turn.text} for turn in prompt.turns),
        ],
        "stream": True,
        "stream_options": {"include_usage": True},
        "store": False,
    }


def from_wire(event: Mapping[str, Any]) -> Iterator[Said]:
    """Yield what one event says; an event that says nothing to us yields nothing.

    Raises:
        ModelBrokeOff: the server reports an error in the middle.
    """
    if event.get("error"):
        raise ModelBrokeOff("the model server reported an error in its stream")
    for choice in event.get("choices") or ():
        said = choice.get("delta") or choice.get("message") or {}
        if said.get("content"):
            yield Text(said["content"])
    usage = event.get("usage")
    if usage:
        yield Usage(usage.get("prompt_tokens") or 0, usage.get("completion_tokens") or 0)


def finish_of(event: Mapping[str, Any]) -> str | None:
    """Return why the answer ended, if this event tells."""
    for choice in event.get("choices") or ():
        if choice.get("finish_reason"):
            return str(choice["finish_reason"])
    return None


def judge(finish: str | None) -> None:
    """Return if the answer came to its natural end.

    Raises:
        ModelBrokeOff: the stream ended without an end.
        ModelCutShort: the answer reached the longest length.
        ModelDeclined: the server's own filter stopped it.
    """
    match finish:
        case None:
            raise ModelBrokeOff("the stream ended without a finish reason")
        case "length":
            raise ModelCutShort("the answer reached the longest length")
        case "content_filter":
            raise ModelDeclined("the model server's filter stopped the answer")
        case _:
            return
