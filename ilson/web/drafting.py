"""Serves official documents: their types, what is wrong in one, and files of it; nothing is kept.

What takes long for something large is done in a thread: the others must not wait.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any, Final

import orjson
from anyio import to_thread
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from ilson.documents.official.lint.draft_lines import refuse_deep
from ilson.documents.official.lint.lint import Linter, score
from ilson.documents.official.lint.mend import mend_draft, mend_text
from ilson.documents.official.types import type_of
from ilson.domain.errors import BadRequest
from ilson.domain.official import Official
from ilson.domain.official_rule import DocumentType
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

_TEXT: Final = {"text"}  # the only key of a body that is text, and no structured document
_SHOWN: Final = ("name", "title", "group", "when", "basis", "fields", "example")


def drafting(parts: Parts) -> APIRouter:
    """Return the routes under /api/official; each admits the caller first."""
    router = APIRouter()
    types = [_shown(known) for known in parts.rulebook.official.types]

    async def admitted(request: Request) -> Official:
        return parts.gate.admit(caller(request.scope))

    Admitted = Annotated[Official, Depends(admitted)]  # noqa: N806

    async def sent(request: Request) -> dict[str, Any]:
        content_type(request.scope, "application/json")
        return await to_thread.run_sync(_object, await whole(request.receive, JSON_BYTES))

    @router.get("/types")
    async def list_types(_official: Admitted) -> Response:
        """Tell what types of documents there are, with the form and an example of each."""
        return reply_json({"types": types})

    @router.post("/lint")
    async def lint(request: Request, _official: Admitted) -> Response:
        """Tell what is wrong in a structured document or a text, why, and how it is mended."""
        return reply_json(await to_thread.run_sync(_checked, await sent(request), parts.linter))

    @router.post("/fix")
    async def fix(request: Request, _official: Admitted, rule: str = "") -> Response:
        """Mend what can be mended without asking, all of it or what one rule finds."""
        return reply_json(await to_thread.run_sync(_mended, await sent(request), rule, parts.linter))

    @router.post("/render")
    async def render(request: Request, _official: Admitted, kind: str = "hwpx") -> Response:
        """Make an official document as a file."""
        draft = await sent(request)
        content = await parts.desk.render(draft, kind, type_of(draft, parts.rulebook.official).look)
        name = f"{draft.get('title') or 'draft'}.{kind}"
        return reply_file(content, name, MEDIA.get(kind, "application/octet-stream"))

    @router.post("/text")
    async def as_text(request: Request, _official: Admitted) -> Response:
        """Write an official document as plain text, for pasting into another system."""
        draft = await sent(request)
        look = type_of(draft, parts.rulebook.official).look
        return reply_json({"text": (await parts.desk.render(draft, "txt", look)).decode()})

    return router


def _shown(known: DocumentType) -> dict[str, Any]:
    return {
        **{name: getattr(known, name) for name in _SHOWN},
        "look": asdict(known.look),
        "facts": [asdict(fact) for fact in known.facts],
    }


def _checked(value: Mapping[str, Any], linter: Linter) -> dict[str, Any]:
    found = linter.check(_text(value)) if value.keys() == _TEXT else linter.check_draft(value)
    return {"score": score(found), "findings": [asdict(one) for one in found]}


def _mended(value: Mapping[str, Any], rule: str, linter: Linter) -> dict[str, Any]:
    if value.keys() == _TEXT:
        text, fixed = mend_text(_text(value), linter)
        return {"text": text, "fixed": fixed}
    draft, fixed = mend_draft(value, linter, rule)
    return {"draft": draft, "fixed": fixed}


def _text(value: Mapping[str, Any]) -> str:
    text = value["text"]
    if not isinstance(text, str):
        raise BadRequest("'text' is no text")
    return text


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest("the body is not JSON") from None
    if not isinstance(value, dict):
        raise BadRequest("the body is not a JSON object")
    refuse_deep(value)
    return value
