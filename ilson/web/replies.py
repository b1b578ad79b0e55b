"""Makes the short answers: JSON, files and errors, none of which a browser may keep."""

from collections.abc import Mapping
from urllib.parse import quote

import orjson
from starlette.responses import Response

from ilson.domain.errors import IlsonError
from ilson.web.stream import told


def reply_json(value: object, status: int = 200) -> Response:
    """Return a value as JSON."""
    return Response(orjson.dumps(value), status, media_type="application/json")


def reply_error(error: IlsonError, texts: Mapping[str, str]) -> Response:
    """Return an error as its status, its code and its Korean sentence."""
    return reply_json(told(error, texts), error.status)


def reply_file(content: bytes, name: str, media_type: str) -> Response:
    """Return a file to be saved under a name that may be Korean."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition})
