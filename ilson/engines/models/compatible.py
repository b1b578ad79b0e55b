"""A model behind an OpenAI-compatible server."""

from collections.abc import AsyncGenerator

import orjson
from aiohttp import ClientResponse, ClientSession

from ilson.domain.errors import ModelBrokeOff
from ilson.domain.model import ModelCard
from ilson.domain.piece import Said
from ilson.domain.question import Prompt
from ilson.engines.models.chat import finish_of, from_wire, judge, to_wire
from ilson.engines.models.events import events
from ilson.engines.models.send import sent


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
            ModelDown, ModelBusy, ModelKeyRefused, ModelRequestRefused, ModelBrokeOff, ModelSilent, ModelCutShort,
            ModelDeclined: as their names say.
        """
        finish: str | None = None
        async with sent(self._session, self._url, to_wire(prompt, self._model), self._headers) as response:
            async for event in _events(response):
                for said in from_wire(event):
                    yield said
                finish = finish_of(event) or finish
        judge(finish)


async def _events(response: ClientResponse) -> AsyncGenerator[dict[str, object], None]:
    """Yield the events as objects; a server that does not stream gives one."""
    if response.content_type == "application/json":
        yield _object(await response.read())
        return
    async for data in events(response.content.iter_any()):
        if data != b"[DONE]":
            yield _object(data)


def _object(data: bytes) -> dict[str, object]:
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise ModelBrokeOff("the model server sent something that is not JSON") from None
    if not isinstance(value, dict):
        raise ModelBrokeOff("the model server sent JSON that is not an object")
    return value
