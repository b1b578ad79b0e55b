"""Packs what the server and its reading process say to each other: a length, a JSON header, and a body of bytes."""

import struct
from collections.abc import Mapping
from typing import Any, Final

import orjson

from ilson.domain.errors import ReaderDown

LENGTH: Final = struct.Struct(">I")
"""Bytes of the header, before the header."""

HEADER_BYTES: Final = 64 * 1024
"""Bytes of a header."""

BODY_BYTES: Final = 256 * 1024 * 1024
"""Bytes of a body: a file on the way in, a document as JSON on the way out."""


def pack(header: Mapping[str, Any], body: bytes = b"") -> bytes:
    """Return one frame without its body, which follows it; the header says how long the body is, in bytes."""
    head = orjson.dumps({**header, "bytes": len(body)})
    return LENGTH.pack(len(head)) + head


def unpack(head: bytes) -> tuple[dict[str, Any], int]:
    """Return a header, and the bytes of the body that follows.

    Raises:
        ReaderDown: no header; the other side is not what it should be.
    """
    try:
        header: dict[str, Any] = orjson.loads(head)
        size = int(header["bytes"])
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        raise ReaderDown("a frame without a header") from None
    if not 0 <= size <= BODY_BYTES:
        raise ReaderDown("a frame with too large a body")
    return header, size


def measure(length: bytes) -> int:
    """Return the bytes of the header that follows.

    Raises:
        ReaderDown: more than the limit.
    """
    (size,) = LENGTH.unpack(length)
    if size > HEADER_BYTES:
        raise ReaderDown("a frame with too large a header")
    return int(size)
