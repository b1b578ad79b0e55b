"""The answering route, in plain ASGI: a question in, a stream out, and a reader who leaves stops it."""

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

import anyio
from anyio.lowlevel import checkpoint
from starlette.types import Receive, Scope, Send

from ilson.domain.errors import IlsonError, Unexpected
from ilson.domain.piece import Piece
from ilson.path import Parts, travel
from ilson.web.asked import asked
from ilson.web.body import JSON_BYTES, Left, content_type, whole
from ilson.web.caller import caller
from ilson.web.replies import note, reply_error
from ilson.web.stream import DONE, HEADERS, Writer

LOG: Final = logging.getLogger("ilson.web")


class Answering:
    """An ASGI application that answers one question a request."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._texts = parts.rulebook.texts
        self._labels = {rule.type: rule.name for rule in parts.rulebook.pii}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; an error before the first word is an HTTP error, a later one an event in the stream."""
        who = caller(scope)
        try:
            self._parts.gate.admit(who)  # before the body is read, so that a stranger costs nothing
            content_type(scope, "application/json")
            question = asked(await whole(receive, JSON_BYTES))
        except Left:
            return
        except IlsonError as error:
            await reply_error(error, self._texts)(scope, receive, send)
            return
        async with anyio.create_task_group() as group:
            group.start_soon(_cancel_when_left, receive, group.cancel_scope)
            async with aclosing(travel(who, question, self._parts)) as pieces:
                await self._reply(pieces, scope, receive, send)
            group.cancel_scope.cancel()

    async def _reply(self, pieces: AsyncGenerator[Piece, None], scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream; the first piece comes only when the line is open, so the status can still be an error."""
        writer = Writer(self._labels)
        started = False
        try:
            async for piece in pieces:
                events = writer.write(piece)
                if not started:
                    await send({"type": "http.response.start", "status": 200, "headers": list(HEADERS)})
                    started, events = True, writer.start() + events
                await send({"type": "http.response.body", "body": events, "more_body": True})
                await checkpoint()  # a model that never pauses would never let the cancellation of a reader who left in
            last = DONE
        except Exception as error:  # noqa: BLE001 - whatever failed, the official is told and nothing is quoted
            known = _known(error)
            if not started:
                await reply_error(known, self._texts)(scope, receive, send)
                return
            note(known)
            last = writer.fail(known, self._texts) + DONE
        await send({"type": "http.response.body", "body": last, "more_body": False})


def _known(error: Exception) -> IlsonError:
    if isinstance(error, IlsonError):
        return error
    LOG.error("question ended with an unforeseen error", exc_info=error)
    return Unexpected("unforeseen")


async def _cancel_when_left(receive: Receive, scope: anyio.CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()
