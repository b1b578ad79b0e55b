"""Joins the routes: the page, the workbench's API, health; the answering route is plain ASGI."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from ilson.domain.errors import BadRequest, IlsonError
from ilson.path import Parts
from ilson.web.answering import Answering
from ilson.web.body import Left
from ilson.web.comparing import comparing
from ilson.web.described import description
from ilson.web.drafting import drafting
from ilson.web.guarding import guarding
from ilson.web.headers import SecureHeaders
from ilson.web.replies import reply_error, reply_json
from ilson.web.workbench import About, workbench

STATIC: Final = Path(__file__).parent / "static"

Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]


def site(parts: Parts, about: About, ready: Callable[[], Awaitable[None]], lifespan: Lifespan) -> ASGIApp:
    """Return the whole site as one ASGI application."""
    texts = parts.rulebook.texts
    app = FastAPI(
        title="Ilson",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )

    async def refuse(request: Request, error: Exception) -> Response:
        del request
        known = error if isinstance(error, IlsonError) else BadRequest("the request has not the agreed form")
        return reply_error(known, texts)

    async def unknown(request: Request, error: Exception) -> Response:
        del request
        status = error.status_code if isinstance(error, HTTPException) else BadRequest.status
        return reply_json({"code": "bad_request", "sentence": texts["error.bad_request"], "retry": False}, status)

    async def left(request: Request, error: Exception) -> Response:
        del request, error
        return Response(status_code=BadRequest.status)  # nobody is there to read it

    app.add_exception_handler(Left, left)
    app.add_exception_handler(IlsonError, refuse)
    app.add_exception_handler(RequestValidationError, refuse)
    app.add_exception_handler(HTTPException, unknown)

    @app.get("/api/openapi.json", include_in_schema=False)
    async def described() -> Response:
        """Tell what the API is."""
        return reply_json(description(app, about.version))

    @app.get("/healthz")
    async def alive() -> Response:
        """Tell that the process runs."""
        return reply_json({"status": "alive"})

    @app.get("/readyz")
    async def is_ready() -> Response:
        """Tell whether a question could be answered now."""
        await ready()
        return reply_json({"status": "ready", "models": len(parts.models)})

    app.include_router(workbench(parts, about), prefix="/api")
    app.include_router(comparing(parts), prefix="/api/documents")
    app.include_router(drafting(parts), prefix="/api/official")
    app.include_router(guarding(parts), prefix="/api/guard")
    app.router.routes.append(Route("/api/answer", Answering(parts), methods=["POST"]))
    app.mount("/", Page(directory=STATIC, html=True, check_dir=False))
    return SecureHeaders(app, texts)


class Page(StaticFiles):
    """The built page; files whose name holds a fingerprint may be kept by the browser, they hold nothing typed."""

    async def get_response(self, path: str, scope: Any) -> Response:  # noqa: ANN401
        """Return a file of the page."""
        response = await super().get_response(path, scope)
        if path.startswith("assets/"):
            response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response
