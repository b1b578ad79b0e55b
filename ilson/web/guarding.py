"""Shows what the guard would do, before anything is sent; nothing is kept, and nothing leaves, so no line is made."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import orjson
from anyio import to_thread
from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field, ValidationError
from starlette.responses import Response

from ilson.documents.attach import MAX_CHARACTERS
from ilson.documents.wire import from_json
from ilson.domain.errors import BadRequest, GuardFailed, IlsonError, TooLong
from ilson.domain.grade import Grade
from ilson.domain.official import Official
from ilson.domain.question import Release
from ilson.guard.preview import attempt, described, preview
from ilson.path import Parts
from ilson.web.asked import Released
from ilson.web.body import JSON_BYTES, content_type, whole
from ilson.web.caller import caller
from ilson.web.replies import reply_json


class Wanted(BaseModel):
    """The body of a preview."""

    text: str = ""
    document: Any = None
    released: list[Released] = Field(default_factory=list, max_length=1000)
    grade: Literal["O", "S", "C"] = "O"


class Tried(BaseModel):
    """The body of a trial."""

    text: str = Field(max_length=20_000)
    shadow: list[Annotated[str, Field(max_length=100)]] = Field(default_factory=list, max_length=200)


def guarding(parts: Parts) -> APIRouter:
    """Return the routes under /api/guard; each admits the caller first."""
    router = APIRouter()

    async def admitted(request: Request) -> Official:
        return parts.gate.admit(caller(request.scope))

    Admitted = Annotated[Official, Depends(admitted)]  # noqa: N806

    @router.post("/preview")
    async def show(request: Request, official: Admitted) -> Response:
        """Tell what would be masked in a text or a document."""
        content_type(request.scope, "application/json")
        body = await whole(request.receive, JSON_BYTES)
        return reply_json(await to_thread.run_sync(_closed, _preview, body, parts, official))

    @router.post("/try")
    async def attempted(request: Request, official: Admitted) -> Response:
        """Tell what the rules find in a text, what they do not believe, and what a model would see."""
        content_type(request.scope, "application/json")
        body = await whole(request.receive, JSON_BYTES)
        return reply_json(await to_thread.run_sync(_closed, _trial, body, parts, official))

    @router.get("/rules")
    async def rules(_official: Admitted) -> Response:
        """List the rules with their examples."""
        return reply_json({"rules": described([*parts.rulebook.pii, *parts.rulebook.words])})

    return router


def _closed(step: Any, body: bytes, parts: Parts, official: Official) -> dict[str, Any]:  # noqa: ANN401
    """Return what the step returns; whatever fails, no text travels in the error."""
    try:
        return dict(step(body, parts, official))
    except IlsonError:
        raise
    except ValidationError:
        raise BadRequest("the body has not the agreed form") from None
    except Exception as error:  # noqa: BLE001 - as above
        message = f"the guard failed in a preview: {type(error).__name__}"
        raise GuardFailed(message) from None


def _preview(body: bytes, parts: Parts, official: Official) -> dict[str, Any]:
    wanted = Wanted.model_validate(_json(body))
    if len(wanted.text) > MAX_CHARACTERS:
        raise TooLong("a text with too many characters")
    seen = preview(
        wanted.text,
        None if wanted.document is None else from_json(wanted.document),
        parts.guard,
        department=official.department,
        chosen=Grade[wanted.grade],
        released=_releases(wanted.released),
    )
    return {
        "findings": list(seen.findings),
        "grade": seen.grade.name,
        "grade_after": seen.grade_after.name,
        "reasons": list(seen.reasons),
    }


def _trial(body: bytes, parts: Parts, official: Official) -> dict[str, Any]:
    wanted = Tried.model_validate(_json(body))
    done = attempt(wanted.text, parts.guard, department=official.department, shadow=wanted.shadow)
    return {
        "findings": [
            {**shown, "rule": shown["label"], "score": score, "shadow": shadow}
            for shown, score, shadow in done.findings
        ],
        "rejections": list(done.rejections),
        "masked": done.masked,
        "restored": done.restored,
        "same": done.restored == wanted.text,
    }


def _releases(released: Sequence[Released]) -> tuple[Release, ...]:
    return tuple(Release(one.type, one.value, one.reason) for one in released)


def _json(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest("the body is not JSON") from None
