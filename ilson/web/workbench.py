"""The workbench's own API: who is here, reading a file, rendering an official document.

What takes long for something large is done in a thread: the others must not wait.
"""

from dataclasses import asdict, dataclass
from typing import Annotated, Any, Final
from urllib.parse import unquote

import orjson
from anyio import to_thread
from fastapi import APIRouter, Depends, Header, Request
from starlette.responses import Response

from ilson.documents.attach import MAX_CHARACTERS, MAX_FILES
from ilson.documents.limits import FILE_BYTES
from ilson.documents.official.types import type_of
from ilson.documents.wire import to_json
from ilson.domain.document import Document, File
from ilson.domain.errors import BadRequest
from ilson.domain.model import ModelCard
from ilson.domain.official import Official
from ilson.path import Parts
from ilson.web.body import JSON_BYTES, content_type, whole
from ilson.web.caller import caller
from ilson.web.replies import reply_file, reply_json

MEDIA: Final = {
    "hwpx": "application/hwp+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of this installation."""

    agency: str
    version: str


def workbench(parts: Parts, about: About) -> APIRouter:
    """Return the routes under /api; each admits the caller first."""
    router = APIRouter()

    async def admitted(request: Request) -> Official:
        return parts.gate.admit(caller(request.scope))

    Admitted = Annotated[Official, Depends(admitted)]  # noqa: N806

    @router.get("/session")
    async def session(official: Admitted) -> Response:
        """Tell who is here and what can be asked."""
        return reply_json(
            {
                "agency": about.agency,
                "version": about.version,
                "official": {"name": official.name, "department": official.department},
                "tasks": [
                    {"name": task.name, "title": task.title, "needs_document": task.needs_document}
                    for task in parts.rulebook.tasks
                ],
                "models": [_model(model.card) for model in parts.models.values()],
                "release_reasons": [
                    {"key": key.removeprefix("release."), "text": text}
                    for key, text in parts.rulebook.texts.items()
                    if key.startswith("release.")
                ],
                "limits": {"file_bytes": FILE_BYTES, "files": MAX_FILES, "characters": MAX_CHARACTERS},
            }
        )

    @router.post("/documents")
    async def read(request: Request, _official: Admitted, x_file_name: Annotated[str, Header()] = "") -> Response:
        """Read one file; it is kept nowhere, the page holds what it says."""
        content_type(request.scope, "application/octet-stream")
        content = await whole(request.receive, FILE_BYTES)
        document = await parts.desk.read(File(unquote(x_file_name), content))
        return await to_thread.run_sync(_replied, document)

    @router.post("/official/render")
    async def render(request: Request, _official: Admitted, kind: str = "hwpx") -> Response:
        """Make an official document as a file."""
        content_type(request.scope, "application/json")
        draft = await to_thread.run_sync(_object, await whole(request.receive, JSON_BYTES))
        content = await parts.desk.render(draft, kind, type_of(draft, parts.rulebook.official).look)
        return reply_file(
            content, f"{draft.get('title') or 'draft'}.{kind}", MEDIA.get(kind, "application/octet-stream")
        )

    @router.post("/official/text")
    async def as_text(request: Request, _official: Admitted) -> Response:
        """Write an official document as plain text, for pasting into another system."""
        content_type(request.scope, "application/json")
        draft = await to_thread.run_sync(_object, await whole(request.receive, JSON_BYTES))
        look = type_of(draft, parts.rulebook.official).look
        return reply_json({"text": (await parts.desk.render(draft, "txt", look)).decode()})

    return router


def _model(card: ModelCard) -> dict[str, Any]:
    return {**asdict(card), "grade": card.grade.name}


def _replied(document: Document) -> Response:
    return reply_json(to_json(document))


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest("the body is not JSON") from None
    if not isinstance(value, dict):
        raise BadRequest("the body is not a JSON object")
    return value
