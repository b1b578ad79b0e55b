"""Sends a request to a model server and turns every failure into one of our errors."""

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
    ModelDown,
    ModelKeyRefused,
    ModelRequestRefused,
    ModelSilent,
)

TIMEOUT: Final = ClientTimeout(total=None, connect=5, sock_connect=5, sock_read=60)  # seconds

TOO_BUSY: Final = frozenset({429, 503, 529})
KEY_REFUSED: Final = frozenset({401, 403})


@asynccontextmanager
async def sent(
    session: ClientSession, url: str, body: Mapping[str, Any], headers: Mapping[str, str]
) -> AsyncGenerator[ClientResponse, None]:
    """Post the body and hand over the answer, whose status is 200.

    Raises:
        ModelDown, ModelBusy, ModelKeyRefused, ModelRequestRefused: instead of an answer.
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
                raise refusal(response.status)
            answered = True
            yield response
    except TimeoutError:
        raise (ModelSilent if answered else ModelDown)("the model server did not answer in time") from None
    except (ClientError, OSError) as error:
        message = f"the connection to the model server failed: {type(error).__name__}"
        raise (ModelBrokeOff if answered else ModelDown)(message) from None


def refusal(status: int) -> IlsonError:
    """Return the error that an HTTP status of a model server means."""
    message = f"the model server answered {status}"
    if status in TOO_BUSY:
        return ModelBusy(message)
    if status in KEY_REFUSED:
        return ModelKeyRefused(message)
    if 400 <= status < 500:  # noqa: PLR2004
        return ModelRequestRefused(message)
    return ModelDown(message)


async def reachable(session: ClientSession, base_url: str, key: str | None) -> bool:
    """Return whether the server answers a request for its list of models."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    url = f"{base_url.rstrip('/')}/models"
    try:
        async with session.get(url, headers=headers, timeout=TIMEOUT, allow_redirects=False) as response:
            return response.status == 200  # noqa: PLR2004
    except (ClientError, OSError, TimeoutError):
        return False
