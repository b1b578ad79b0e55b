"""Renders the JSON form of an official document as a file."""

from collections.abc import Mapping
from typing import Any

from ilson.documents.official.complete import is_complete, settle
from ilson.documents.official.hwpx import to_hwpx
from ilson.documents.official.model import from_json
from ilson.documents.official.text import to_text
from ilson.domain.errors import BadRequest, DraftIncomplete
from ilson.domain.official_rule import Look

KINDS = ("hwpx", "txt")


def render(draft: Mapping[str, Any], kind: str, look: Look) -> bytes:
    """Return the document as the bytes of a file of a kind of KINDS, laid out as the look says; text is UTF-8.

    Raises:
        BadRequest: no such kind, or a draft that has not the agreed form.
        DraftIncomplete: the title or the body is missing.
    """
    if kind not in KINDS:
        message = "no such kind of file"
        raise BadRequest(message)
    document = settle(from_json(draft))
    if not is_complete(document):
        message = "title or body missing"
        raise DraftIncomplete(message)
    return to_hwpx(document) if kind == "hwpx" else to_text(document).encode()
