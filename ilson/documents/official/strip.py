"""Takes out of a picture what it tells besides what it shows: where, when, by whom and with what it was made."""

import io
import struct
import zlib
from typing import Final

from PIL import Image

from ilson.documents.official.parts import Format
from ilson.documents.official.picture_parts import PNG, START, Segment, chunks, segments
from ilson.domain.errors import BadRequest

_SHOWN: Final = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND"),
        *(b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs"),
    }
)
"""Pieces of a PNG without which it would look different."""
_APPLICATIONS: Final = (*range(0xE0, 0xF0), 0xFE)  # markers of what programs add, and of remarks
_COLOURS: Final = ((0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_HEAD: Final = (0xE0, b"JFIF\0")
_HEAD_LENGTH: Final = 12  # bytes before the size of a small picture of the picture
_EXIF: Final = (0xE1, b"Exif\0\0")
_ORIENTATION: Final = 0x0112
_ENTRY: Final = 12  # bytes
_QUALITY: Final = 92  # of 100, for a picture that must be turned
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by what it says of how the camera was held."""


def strip(content: bytes, kind: Format) -> bytes:
    """Return a whole picture of this format without what it tells, upright as every viewer of pictures shows it.

    Its dots stay as they are, unless it must be turned: programs for documents do not turn it.

    Raises:
        BadRequest: it must be turned, and its dots are damaged.

    Source: Exif 3.0 (CIPA DC-008), Orientation.
    """
    bare, turn = _png(content) if kind == "png" else _jpeg(content)
    return _turned(bare, kind, _TURNS[turn]) if turn in _TURNS else bare


def _png(content: bytes) -> tuple[bytes, int]:
    kept, turn = [PNG], 1
    for name, data in chunks(content):
        if name == b"eXIf":
            turn = _orientation(data)
        if name in _SHOWN:
            kept += (struct.pack(">I", len(data)), name, data, struct.pack(">I", zlib.crc32(name + data)))
    return b"".join(kept), turn


def _jpeg(content: bytes) -> tuple[bytes, int]:
    kept, turn = [START], 1
    for segment in segments(content):
        if _begins(segment, _EXIF):
            turn = _orientation(segment.data.removeprefix(_EXIF[1]))
        elif _begins(segment, _HEAD):
            kept.append(Segment(segment.marker, segment.data[:_HEAD_LENGTH] + bytes(2)).written())
        elif segment.marker not in _APPLICATIONS or any(_begins(segment, colour) for colour in _COLOURS):
            kept.append(segment.written())
    return b"".join(kept), turn


def _begins(segment: Segment, known: tuple[int, bytes]) -> bool:
    return segment.marker == known[0] and segment.data.startswith(known[1])


def _orientation(exif: bytes) -> int:
    """Return how the camera was held; 1, upright, where nothing is said that can be read."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        entries = (struct.unpack_from(f"{order}HHIH", exif, at + 2 + _ENTRY * place) for place in range(count))
        return next((value for tag, _, _, value in entries if tag == _ORIENTATION), 1)
    except struct.error:
        return 1


def _turned(content: bytes, kind: Format, turn: Image.Transpose) -> bytes:
    name = "PNG" if kind == "png" else "JPEG"
    stream = io.BytesIO()
    try:
        with Image.open(io.BytesIO(content), formats=[name]) as picture:
            colours = picture.info.get("icc_profile")
            picture.transpose(turn).save(stream, name, quality=_QUALITY, icc_profile=colours)
    except (OSError, ValueError, SyntaxError):
        raise BadRequest("a picture that must be turned is damaged") from None
    return stream.getvalue()
