"""Takes the measure of a picture, and refuses a file that is no whole PNG or JPEG."""

import struct
import zlib

from ilson.documents.official.parts import Format
from ilson.documents.official.picture_parts import JPEG, PNG, SCAN, chunks, segments
from ilson.domain.errors import BadRequest

DOTS = 50_000_000
"""Dots that a picture may have: what a viewer would have to unpack."""

_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # per dot, by the kind of colour
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where each pass of an interlaced PNG begins, and how far apart its dots are."""
_PIECE = 1 << 20  # bytes
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def measure(content: bytes) -> tuple[Format, int, int]:
    """Return the format of a picture, its width and its height in dots.

    Raises:
        BadRequest: it is no PNG or JPEG, is not whole, says of itself what does not hold, or has more than DOTS dots.

    Source: PNG (ISO/IEC 15948); JPEG (ITU-T T.81).
    """
    kind: Format = "png" if content.startswith(PNG) else "jpg"
    try:
        width, height = _png(content) if kind == "png" else _jpeg(content)
    except (ValueError, IndexError, KeyError, struct.error, zlib.error):
        raise BadRequest("a picture is no whole PNG or JPEG") from None
    if not 0 < width * height <= DOTS:
        message = f"a picture has no dots, or more than {DOTS}"
        raise BadRequest(message)
    return kind, width, height


def _png(content: bytes) -> tuple[int, int]:
    pieces = [*chunks(content)]
    if pieces[0][0] != b"IHDR":
        raise ValueError
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", pieces[0][1])
    if width * height <= DOTS:
        passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
        sizes = [(-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in passes]
        rows = sum((1 + -(-wide * depth * _SAMPLES[colour] // 8)) * high for wide, high in sizes if wide > 0)
        _holds(b"".join(data for name, data in pieces if name == b"IDAT"), rows)
    return width, height


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
    if not content.startswith(JPEG):
        raise ValueError
    found, scanned = (0, 0), False
    for segment in segments(content):
        scanned |= segment.marker == SCAN
        if segment.marker in _FRAMES:
            height, width = struct.unpack_from(">HH", segment.data, 1)
            found = (width, height)
    if not scanned:
        raise ValueError
    return found
