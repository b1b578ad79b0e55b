"""Sends a request to a model server and turns every failure into one of our errors."""

import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any, Final

import orjson
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from ilson.domain.errors import (
    IlsonError,
    ModelBrokeOff,
    ModelBusy,
    ModelContextFull,
    ModelDown,
    ModelKeyRefused,
    ModelNotFound,
    ModelRequestRefused,
    ModelSilent,
)

TIMEOUT: Final = ClientTimeout(total=None, connect=5, sock_connect=5, sock_read=60)  # seconds

ERROR_BYTES: Final = 16 * 1024
TOO_MUCH: Final = re.compile(rb"context.{0,12}(length|size|window)|too (long|large|many tokens)", re.IGNORECASE)
REFUSALS: Final[dict[int, type[IlsonError]]] = {
    401: ModelKeyRefused,
    403: ModelKeyRefused,
    404: ModelNotFound,
    429: ModelBusy,
    503: ModelBusy,
    529: ModelBusy,
}


@asynccontextmanager
async def sent(
    session: ClientSession, url: str, body: Mapping[str, Any], headers: Mapping[str, str]
) -> AsyncGenerator[ClientResponse, None]:
    """Post the body and hand over the answer, whose status is 200.

    Raises:
        ModelDown, ModelBusy, ModelKeyRefused, ModelNotFound, ModelContextFull, ModelRequestRefused: no answer came.
        ModelSilent: nothing came for 60 s.
        ModelBrokeOff: the connection broke while the answer was read.
    """
    answered = False
    try:
        async with session.post(
            url,
            data=BytesIO(orjson.dumps(body)),
            headers={"Content-Type": "application/json", **headers},
            timeout=TIMEOUT,
            allow_redirects=False,
        ) as response:
            if response.status != 200:  # noqa: PLR2004
                raise refusal(response.status, await response.content.read(ERROR_BYTES))
            answered = True
            yield response
    except TimeoutError:
        raise (ModelSilent if answered else ModelDown)("the model server did not answer in time") from None
    except (ClientError, OSError) as error:
        message = f"the connection to the model server failed: {type(error).__name__}"
        raise (ModelBrokeOff if answered else ModelDown)(message) from None


def refusal(status: int, body: bytes) -> IlsonError:
    """Return the error that an HTTP status of a model server means; its words are only searched, never kept."""
    message = f"the model server answered {status}"
    if status == 413 or (status in {400, 422} and TOO_MUCH.search(body)):  # noqa: PLR2004
        return ModelContextFull(message)
    known = REFUSALS.get(status)
    if known is not None:
        return known(message)
    return ModelRequestRefused(message) if 400 <= status < 500 else ModelDown(message)  # noqa: PLR2004


async def reachable(session: ClientSession, base_url: str, key: str | None) -> bool:
    """Return whether the server answers a request for its list of models."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    url = f"{base_url.rstrip('/')}/models"
    try:
        async with session.get(url, headers=headers, timeout=TIMEOUT, allow_redirects=False) as response:
            return response.status == 200  # noqa: PLR2004
    except (ClientError, OSError, TimeoutError):
        return False
