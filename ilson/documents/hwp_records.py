"""Reads the record trees of an HWP 5 file.

Source: Hancom, HWP Document File Formats 5.0, revision 1.3.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ilson.documents import limits
from ilson.domain.errors import FileBroken, FileTooLarge

BORDER_FILL: Final = 20
CHAR_SHAPE: Final = 21
NUMBERING: Final = 23
BULLET: Final = 24
PARA_SHAPE: Final = 25
PARA_HEADER: Final = 66
PARA_TEXT: Final = 67
PARA_CHAR_SHAPE: Final = 68
PARA_RANGE_TAG: Final = 70
CTRL_HEADER: Final = 71
LIST_HEADER: Final = 72
PAGE_BORDER_FILL: Final = 75
TABLE: Final = 77
EQUATION: Final = 88
FORM_OBJECT: Final = 91

_SIZE_FOLLOWS: Final = 0xFFF


@dataclass(frozen=True, slots=True)
class Record:
    """One record with the records that belong to it."""

    tag: int
    data: bytes
    children: list["Record"] = field(default_factory=list)


def number(form: str, data: bytes, offset: int) -> int:
    """Return the number at an offset, or 0 where the record is too short: older versions write less."""
    if offset + struct.calcsize(form) > len(data):
        return 0
    value: int = struct.unpack_from(form, data, offset)[0]
    return value


def inflate(data: bytes) -> bytes:
    """Return a compressed stream unpacked, in bytes.

    Raises:
        FileBroken: it is damaged or cut off.
        FileTooLarge: it unpacks to more than the limit.
    """
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacked = unpacker.decompress(data, limits.MEMBER_BYTES)
    except zlib.error:
        raise FileBroken("hwp: a stream is damaged") from None
    if unpacker.unconsumed_tail:
        raise FileTooLarge("hwp: a stream unpacks to too much")
    if not unpacker.eof:
        raise FileBroken("hwp: a stream is cut off")
    return unpacked


def records(stream: bytes) -> list[Record]:
    """Return the records of the highest level, each with its tree below.

    Raises:
        FileBroken: a record reaches beyond the end.
    """
    roots: list[Record] = []
    path: list[tuple[int, Record]] = []
    for level, record in _flat(stream):
        while path and path[-1][0] >= level:
            path.pop()
        (path[-1][1].children if path else roots).append(record)
        path.append((level, record))
    return roots


def of(information: Sequence[Record], tag: int) -> list[Record]:
    """Return the records of a kind, in the order in which others refer to them."""
    return [record for root in information for record in (root, *root.children) if record.tag == tag]


def _flat(stream: bytes) -> Iterator[tuple[int, Record]]:
    position = 0
    while position + 4 <= len(stream):
        (head,) = struct.unpack_from("<I", stream, position)
        position += 4
        size = head >> 20
        if size == _SIZE_FOLLOWS:
            if position + 4 > len(stream):
                raise FileBroken("hwp: a record is cut off")
            (size,) = struct.unpack_from("<I", stream, position)
            position += 4
        if position + size > len(stream):
            raise FileBroken("hwp: a record is cut off")
        yield head >> 10 & 0x3FF, Record(head & 0x3FF, stream[position : position + size])
        position += size
