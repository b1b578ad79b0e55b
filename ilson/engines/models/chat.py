"""The wire of OpenAI-compatible servers: chat completions (vLLM, SGLang, llama.cpp, Ollama, OpenAI).

Source: OpenAI API description 2.3.0, POST /chat/completions; the fields are those that all these servers share.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ilson.domain.errors import ModelBrokeOff, ModelCutShort, ModelDeclined, ModelSaidNothing
from ilson.domain.piece import Said, Source, Text, Usage
from ilson.domain.question import Prompt

MOST_TOKENS: Final = 2**31 - 1  # a count that no ledger could hold is not believed


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
        ModelBrokeOff: the server reports an error in the middle, or its event has not the agreed form.
    """
    if event.get("error"):
        raise ModelBrokeOff("the model server reported an error in its stream")
    for choice in _choices(event):
        said = choice.get("delta") or choice.get("message") or {}
        text = _text(said.get("content") if isinstance(said, dict) else None)
        if text:
            yield Text(text)
    match event.get("usage"):
        case {"prompt_tokens": tokens_in, "completion_tokens": tokens_out}:
            yield Usage(_count(tokens_in), _count(tokens_out))
        case _:
            pass


def finish_of(event: Mapping[str, Any]) -> str | None:
    """Return why the answer ended, if this event tells."""
    for choice in _choices(event):
        if choice.get("finish_reason"):
            return str(choice["finish_reason"])
    return None


def judge(finish: str | None, *, said: bool) -> None:
    """Return if the answer came to its natural end and said something.

    Raises:
        ModelBrokeOff: the stream ended without an end.
        ModelCutShort: the answer reached the longest length.
        ModelDeclined: the server's own filter stopped it.
        ModelSaidNothing: it ended well and has no text.
    """
    match finish:
        case None:
            raise ModelBrokeOff("the stream ended without a finish reason")
        case "length":
            raise ModelCutShort("the answer reached the longest length")
        case "content_filter":
            raise ModelDeclined("the model server's filter stopped the answer")
        case _ if not said:
            raise ModelSaidNothing("the answer ended without any text")
        case _:
            return


class Thinking:
    """Drops the block of thoughts that some models write into their text before the answer."""

    _OPEN: Final = "<think>"
    _CLOSE: Final = "</think>"

    def __init__(self) -> None:
        self._held: str | None = ""  # the beginning of the text; None once the answer has begun

    def without(self, pieces: Iterable[Said]) -> Iterator[Said]:
        """Yield the pieces without the thoughts, and no text that is empty."""
        for piece in pieces:
            match piece:
                case Text(text):
                    answer = self._drop(text)
                    if answer:
                        yield Text(answer)
                case Source() | Usage():
                    yield piece

    def _drop(self, text: str) -> str:
        if self._held is None:
            return text
        self._held += text
        begun = self._held.lstrip()
        if begun.startswith(self._OPEN):
            _, closed, answer = begun.partition(self._CLOSE)
            if not closed:
                return ""
            begun = answer.lstrip()
        elif self._OPEN.startswith(begun):
            return ""
        self._held = None
        return begun


def _choices(event: Mapping[str, Any]) -> list[dict[str, Any]]:
    choices = event.get("choices") or []
    if not isinstance(choices, list) or not all(isinstance(choice, dict) for choice in choices):
        raise ModelBrokeOff("the model server sent choices of another form")
    return choices


def _text(content: object) -> str:
    match content:
        case None:
            return ""
        case str():
            return content
        case list():
            return "".join(
                part["text"] for part in content if isinstance(part, dict) and isinstance(part.get("text"), str)
            )
        case _:
            raise ModelBrokeOff("the model server sent content of another form")


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value <= MOST_TOKENS else 0
