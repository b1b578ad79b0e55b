"""A model server in a thread of its own: a test tells it what to say, when to go on and how to fail."""

import json
import re
import threading
from contextlib import contextmanager

import anyio
from anyio.from_thread import start_blocking_portal
from doubles.model_server import ModelServer, said, serving

MARK = re.compile("⟦([^⟦⟧·]+)(·[^⟦⟧]+)⟧")
HOLD = b": hold\n\n"  # in a plan: says nothing more until `resume`; never sent


class Speaker(ModelServer):
    """The double of a model server, steered from another thread."""

    def __init__(self, portal):
        super().__init__()
        self._portal = portal
        self.forget()

    def forget(self):
        """Go back to a short, whole answer."""
        self.plan = said("안녕하십니까. 무엇을 도와드릴까요?")
        self.status, self.pause_after, self.abort_after = 200, None, None
        self.bodies, self.headers = [], []
        self.held, self.left = threading.Event(), threading.Event()
        self._go = self._portal.call(_event)

    def resume(self):
        """Say the rest, up to the next HOLD."""
        waiting, self._go = self._go, self._portal.call(_event)
        self._portal.call(waiting.set)

    async def __call__(self, scope, receive, send):
        async def send_or_hold(message):
            if message.get("body") == HOLD:
                await self._hold(receive)
            else:
                await send(message | {"body": self._copied(message["body"])} if "body" in message else message)

        try:
            await super().__call__(scope, receive, send_or_hold)
        except _LeftError:
            return

    def _copied(self, body):
        """Return what is said with the marks as they stand in the question: ⟦전화번호#1⟧ is said with its salt."""
        asked = json.dumps(self.bodies[-1:], ensure_ascii=False)
        for mark in MARK.findall(asked):
            body = body.replace(f"⟦{mark[0]}⟧".encode(), f"⟦{mark[0]}{mark[1]}⟧".encode())
        return body

    async def _hold(self, receive):
        go, held, left = self._go, self.held, self.left

        async def watch():
            while (await receive())["type"] != "http.disconnect":
                pass
            left.set()
            go.set()

        async with anyio.create_task_group() as group:
            group.start_soon(watch)
            held.set()
            await go.wait()
            group.cancel_scope.cancel()
        if left.is_set():
            raise _LeftError


class _LeftError(Exception):
    """The reader closed the connection while nothing was said."""


async def _event():
    return anyio.Event()


@contextmanager
def speaking():
    """Serve a speaker while a test session lasts."""
    with start_blocking_portal() as portal:
        speaker = Speaker(portal)
        with portal.wrap_async_context_manager(serving(speaker)) as address:
            speaker.base_url = f"{address}/v1"
            yield speaker
