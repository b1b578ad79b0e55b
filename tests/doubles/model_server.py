"""A double of an OpenAI-compatible server: chat completions after the official description, over a real socket."""

import json
from contextlib import asynccontextmanager

import anyio
import uvicorn


def chunk(text, finish=None):
    choice = {"index": 0, "delta": {"content": text} if text else {}, "finish_reason": finish}
    return sse({"id": "c-1", "object": "chat.completion.chunk", "created": 1, "model": "double", "choices": [choice]})


def usage(tokens_in, tokens_out):
    used = {"prompt_tokens": tokens_in, "completion_tokens": tokens_out, "total_tokens": 0}
    return sse(
        {"id": "c-1", "object": "chat.completion.chunk", "created": 1, "model": "double", "choices": [], "usage": used}
    )


def sse(value):
    return b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\n\n"


DONE = b"data: [DONE]\n\n"


def said(*pieces):
    return [*map(chunk, pieces), chunk("", "stop"), usage(10, 5), DONE]


class ModelServer:
    """Answers with what a test has put into `plan`; remembers what it was asked."""

    def __init__(self):
        self.bodies = []
        self.headers = []
        self.status = 200
        self.told = {"error": {"message": "no", "type": "x", "code": None, "param": None}}
        self.content_type = "text/event-stream"
        self.plan = said("안녕하세요.")
        self.pause_after = None  # index of the chunk after which it says nothing more
        self.abort_after = None  # index of the chunk after which the connection is torn down
        self.reader_left = None
        self.base_url = ""

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return
        body = await self._body(receive)
        self.headers.append(dict(scope["headers"]))
        if scope["path"].endswith("/models"):
            await self._whole(send, 200, {"object": "list", "data": [{"id": "double", "object": "model"}]})
            return
        self.bodies.append(json.loads(body))
        if self.status != 200:
            await self._whole(send, self.status, self.told)
            return
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", self.content_type.encode())]}
        )
        for index, part in enumerate(self.plan):
            await send({"type": "http.response.body", "body": part, "more_body": True})
            if self.pause_after == index:
                await self._until_left(receive)
                return
            if self.abort_after == index:
                raise ConnectionResetError
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    @staticmethod
    async def _body(receive):
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        return body

    async def _until_left(self, receive):
        while (await receive())["type"] != "http.disconnect":
            pass
        self.reader_left.set()

    @staticmethod
    async def _whole(send, status, value):
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(value).encode()})


@asynccontextmanager
async def serving(app):
    """Serve an ASGI application on a free loopback port; yields its address."""
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_config=None, access_log=False, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await server.shutdown()


@asynccontextmanager
async def model_server():
    double = ModelServer()
    double.reader_left = anyio.Event()
    async with serving(double) as address:
        double.base_url = f"{address}/v1"
        yield double
