"""Compares two documents that the page holds; nothing is kept, no model takes part, so no line is made."""

from collections.abc import Mapping
from typing import Annotated, Any

import orjson
from anyio import to_thread
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from ilson.documents.wire import from_json
from ilson.domain.document import Document
from ilson.domain.errors import BadRequest
from ilson.domain.official import Official
from ilson.path import Parts
from ilson.web.body import JSON_BYTES, content_type, whole
from ilson.web.caller import caller
from ilson.web.drafting import MEDIA
from ilson.web.replies import reply_file


def comparing(parts: Parts) -> APIRouter:
    """Return the route under /api/documents; it admits the caller first."""
    router = APIRouter()

    async def admitted(request: Request) -> Official:
        return parts.gate.admit(caller(request.scope))

    Admitted = Annotated[Official, Depends(admitted)]  # noqa: N806

    @router.post("/compare")
    async def compare(
        request: Request, _official: Admitted, kind: str = "json", *, every: bool = False, full: bool = False
    ) -> Response:
        """Show two versions of a document side by side, as rows or as a file.

        `every` shows what is the same too; `full` writes it out instead of dashes.
        """
        content_type(request.scope, "application/json")
        old, new = await to_thread.run_sync(_sides, await whole(request.receive, JSON_BYTES))
        content = await parts.desk.compare(old, new, kind, every=every, full=full)
        if kind == "json":
            return Response(content, media_type="application/json")
        name = f"{parts.rulebook.texts['compare.title']}.{kind}"
        return reply_file(content, name, MEDIA.get(kind, "application/octet-stream"))

    return router


def _sides(body: bytes) -> tuple[Document, Document]:
    try:
        value: Any = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest("the body is not JSON") from None
    if not isinstance(value, Mapping) or value.keys() != {"old", "new"}:
        raise BadRequest("the body has not an old and a new document")
    return from_json(value["old"]), from_json(value["new"])
