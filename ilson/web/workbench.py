"""The workbench's own API: who is here, and reading a file.

What takes long for something large is done in a thread: the others must not wait.
"""

from dataclasses import asdict, dataclass
from typing import Annotated, Any
from urllib.parse import unquote

from anyio import to_thread
from fastapi import APIRouter, Depends, Header, Request
from starlette.responses import Response

from ilson.documents.attach import MAX_CHARACTERS, MAX_FILES
from ilson.documents.limits import FILE_BYTES
from ilson.documents.wire import to_json
from ilson.domain.document import Document, File
from ilson.domain.model import ModelCard
from ilson.domain.official import Official
from ilson.path import Parts
from ilson.web.body import content_type, whole
from ilson.web.caller import caller
from ilson.web.replies import reply_json


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

    return router


def _model(card: ModelCard) -> dict[str, Any]:
    return {**asdict(card), "grade": card.grade.name}


def _replied(document: Document) -> Response:
    return reply_json(to_json(document))
