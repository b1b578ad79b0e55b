"""Reads a request's body into memory, with a limit, and nowhere else."""

from collections.abc import AsyncIterator
from typing import Final

from starlette.types import Receive, Scope

from ilson.domain.errors import BadRequest, FileTooLarge

JSON_BYTES: Final = 80 * 1024 * 1024  # a question with files as data addresses


class Left(Exception):
    """The reader went away before the request was whole."""


async def whole(receive: Receive, limit: int) -> bytes:
    """Return the body.

    Raises:
        FileTooLarge: more than `limit` bytes; the rest is not read.
        Left: the connection closed in the middle.
    """
    parts = bytearray()
    async for chunk in _chunks(receive):
        parts += chunk
        if len(parts) > limit:
            message = f"the body has more than {limit} bytes"
            raise FileTooLarge(message)
    return bytes(parts)


async def _chunks(receive: Receive) -> AsyncIterator[bytes]:
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Left
        yield message.get("body", b"")
        if not message.get("more_body", False):
            return


def content_type(scope: Scope, wanted: str) -> None:
    """Return if the body has the wanted type; a form on a foreign page can send no type but its own three.

    Raises:
        BadRequest: it has another.
    """
    found = dict(scope["headers"]).get(b"content-type", b"").split(b";")[0].strip().lower()
    if found != wanted.encode():
        message = f"the Content-Type must be {wanted}"
        raise BadRequest(message)
