"""A model behind an OpenAI-compatible server."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, Final

import orjson
from aiohttp import ClientResponse, ClientSession

from ilson.domain.errors import ModelBrokeOff, ModelNotFound
from ilson.domain.model import ModelCard
from ilson.domain.piece import Said, Text
from ilson.domain.question import Prompt
from ilson.engines.models.chat import Thinking, finish_of, from_wire, judge, to_wire
from ilson.engines.models.events import events
from ilson.engines.models.send import sent

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
ENDED: Final = {"choices": [{"finish_reason": "stop"}]}  # what `[DONE]` says


class CompatibleModel:
    """Implements `ports.models.Model` over chat completions with streaming."""

    def __init__(self, card: ModelCard, session: ClientSession, base_url: str, model: str, key: str | None) -> None:
        self._card = card
        self._session = session
        self._url = f"{base_url.rstrip('/')}/chat/completions"
        self._model = model
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}

    @property
    def card(self) -> ModelCard:
        """What is known of it before it is asked."""
        return self._card

    async def answer(self, prompt: Prompt) -> AsyncGenerator[Said, None]:
        """Yield the answer as it arrives.

        Raises:
            ModelDown, ModelBusy, ModelKeyRefused, ModelRequestRefused, ModelNotFound, ModelContextFull: no answer.
            ModelBrokeOff, ModelSilent, ModelCutShort, ModelDeclined, ModelSaidNothing: no whole answer.
        """
        finish: str | None = None
        said_something = False
        thinking = Thinking()
        async with sent(self._session, self._url, to_wire(prompt, self._model), self._headers) as response:
            async for event in _events(response):
                for said in thinking.without(from_wire(event)):
                    said_something = said_something or isinstance(said, Text)
                    yield said
                finish = finish or finish_of(event)
        judge(finish, said=said_something)


async def _events(response: ClientResponse) -> AsyncGenerator[dict[str, Any], None]:
    """Yield the events as objects until the server says that it is done; one that does not stream gives one."""
    first = await response.content.readany()
    begun = first.removeprefix(BYTE_ORDER_MARK).lstrip()
    if begun.startswith(b"<"):
        raise ModelNotFound("the address answers with a page, not with a model")
    if begun.startswith(b"{"):
        yield _object(begun + await response.content.read())
        yield ENDED
        return
    async for data in events(_all(begun, response)):
        if data == b"[DONE]":
            yield ENDED
            return
        yield _object(data)


async def _all(begun: bytes, response: ClientResponse) -> AsyncIterator[bytes]:
    yield begun
    async for chunk in response.content.iter_any():
        yield chunk


def _object(data: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise ModelBrokeOff("the model server sent something that is not JSON") from None
    if not isinstance(value, dict):
        raise ModelBrokeOff("the model server sent JSON that is not an object")
    return value
