"""Renders the JSON form of an official document as a file."""

from collections.abc import Mapping
from typing import Any

from ilson.documents.official.complete import is_complete, settle
from ilson.documents.official.layout import lay_out
from ilson.documents.official.model import from_json
from ilson.documents.official.write import KINDS, write
from ilson.domain.errors import BadRequest, DraftIncomplete
from ilson.domain.official_rule import Look


def render(draft: Mapping[str, Any], kind: str, look: Look) -> bytes:
    """Return the document as the bytes of a file of a kind of KINDS, laid out as the look says; text is UTF-8.

    Raises:
        BadRequest: no such kind, a draft that has not the agreed form, or a picture that is none.
        DraftIncomplete: the title or the body is missing.
        TooLong: more than this kind of file can hold.
    """
    if kind not in KINDS:
        message = "no such kind of file"
        raise BadRequest(message)
    document = settle(from_json(draft))
    if not is_complete(document):
        message = "title or body missing"
        raise DraftIncomplete(message)
    return write(lay_out(document, look), kind)
