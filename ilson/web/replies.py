"""Makes the short answers: JSON, files and errors, none of which a browser may keep."""

import logging
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

import orjson
from starlette.responses import Response

from ilson.domain.errors import IlsonError, Refused
from ilson.web.stream import told

LOG: Final = logging.getLogger("ilson.web")


def reply_json(value: object, status: int = 200) -> Response:
    """Return a value as JSON."""
    return Response(orjson.dumps(value), status, media_type="application/json")


def note(error: IlsonError) -> None:
    """Write an error to the log: what we must mend as an error, what an official can change as information."""
    LOG.log(logging.INFO if isinstance(error, Refused) else logging.ERROR, "%s: %s", error.code, error)


def reply_error(error: IlsonError, texts: Mapping[str, str]) -> Response:
    """Return an error as its status, its code and its Korean sentence; it is noted in the log."""
    note(error)
    return reply_json(told(error, texts), error.status)


def reply_file(content: bytes, name: str, media_type: str) -> Response:
    """Return a file to be saved under a name that may be Korean."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition})
