"""Puts the security headers on every answer, and catches what nobody foresaw before a log could quote it."""

import logging
from collections.abc import Mapping
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ilson.domain.errors import Unexpected
from ilson.web.replies import reply_error

LOG: Final = logging.getLogger("ilson.web")

CONTENT_SECURITY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
WORKER: Final = "/assets/hancom.worker-"
"""How the path of the worker that reads and writes Hancom's files begins; alone of all it runs WebAssembly."""
WORKER_SECURITY: Final = CONTENT_SECURITY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
SECURITY: Final = (
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
NO_STORE: Final = (b"cache-control", b"no-store")


class SecureHeaders:
    """An ASGI layer around the whole site."""

    def __init__(self, app: ASGIApp, texts: Mapping[str, str]) -> None:
        self._app = app
        self._texts = texts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer back with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False
        policy = WORKER_SECURITY if scope["path"].startswith(WORKER) else CONTENT_SECURITY

        async def send_secured(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = [*message["headers"], (b"content-security-policy", policy.encode()), *SECURITY]
                if not any(name.lower() == b"cache-control" for name, _ in headers):
                    headers.append(NO_STORE)
                message = {**message, "headers": headers}
            await send(message)

        try:
            await self._app(scope, receive, send_secured)
        except Exception as error:
            if started:
                raise
            LOG.exception("a request ended with an unforeseen error", exc_info=error)
            await reply_error(Unexpected("unforeseen"), self._texts)(scope, receive, send_secured)
