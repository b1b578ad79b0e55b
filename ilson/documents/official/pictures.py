"""Takes the measure of a picture, and refuses a file that is no whole PNG or JPEG."""

import struct
import zlib
from collections.abc import Iterator

from ilson.documents.official.parts import Format
from ilson.domain.errors import BadRequest

DOTS = 50_000_000
"""Dots that a picture may have: what a viewer would have to unpack."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # per dot, by the kind of colour
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where each pass of an interlaced PNG begins, and how far apart its dots are."""
_PIECE = 1 << 20  # bytes
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_BARE = {0x01, *range(0xD0, 0xD9)}  # markers that have no length
_SCAN = 0xDA
_MARKS = 0xFF  # what begins a marker, and fills the room before it


def measure(content: bytes) -> tuple[Format, int, int]:
    """Return the format of a picture, its width and its height in dots.

    Raises:
        BadRequest: it is no PNG or JPEG, is not whole, says of itself what does not hold, or has more than DOTS dots.

    Source: PNG (ISO/IEC 15948); JPEG (ITU-T T.81).
    """
    kind: Format = "png" if content.startswith(_PNG) else "jpg"
    try:
        width, height = _png(content) if kind == "png" else _jpeg(content)
    except (ValueError, IndexError, KeyError, struct.error, zlib.error):
        raise BadRequest("a picture is no whole PNG or JPEG") from None
    if not 0 < width * height <= DOTS:
        message = f"a picture has no dots, or more than {DOTS}"
        raise BadRequest(message)
    return kind, width, height


def _png(content: bytes) -> tuple[int, int]:
    chunks = [*_chunks(content)]
    if chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise ValueError
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if width * height <= DOTS:
        passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
        sizes = [(-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in passes]
        rows = sum((1 + -(-wide * depth * _SAMPLES[colour] // 8)) * high for wide, high in sizes if wide > 0)
        _holds(b"".join(data for name, data in chunks if name == b"IDAT"), rows)
    return width, height


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(content):
        (size,) = struct.unpack_from(">I", content, at)
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        (told,) = struct.unpack_from(">I", content, at + 8 + size)
        if zlib.crc32(name + data) != told:
            raise ValueError
        yield name, data
        at += size + 12


def _holds(packed: bytes, size: int) -> None:
    """Raise where there are more or fewer dots than the head says; they are never all in memory."""
    unpacker = zlib.decompressobj()
    while found := unpacker.decompress(packed, _PIECE):
        size -= len(found)
        packed = unpacker.unconsumed_tail
        if size < 0:
            break
    if size:
        raise ValueError


def _jpeg(content: bytes) -> tuple[int, int]:
    if not content.startswith(_JPEG) or not content.rstrip(b"\0").endswith(_JPEG_END):
        raise ValueError
    at, found = 2, (0, 0)
    while content[at + 1] != _SCAN:
        if content[at] != _MARKS:
            raise ValueError
        marker = content[at + 1]
        at += 1 if marker == _MARKS else 2
        if marker == _MARKS or marker in _BARE:
            continue
        (size,) = struct.unpack_from(">H", content, at)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 3)
            found = (width, height)
        at += size
    return found
