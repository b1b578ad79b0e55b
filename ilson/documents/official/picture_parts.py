"""Takes a PNG or a JPEG apart into the pieces that it is made of.

Source: PNG (ISO/IEC 15948); JPEG (ITU-T T.81).
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
START: Final = b"\xff\xd8"
SCAN: Final = 0xDA
END: Final = 0xD9

_BARE: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # markers that have no length
_MARKS: Final = 0xFF  # what begins a marker, and fills the room before it
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a JPEG: its marker, what it says, and the coded dots that follow a scan."""

    marker: int
    data: bytes = b""
    dots: bytes = b""

    def written(self) -> bytes:
        """Return the bytes of the piece."""
        head = bytes((_MARKS, self.marker))
        return head if self.marker == END else head + struct.pack(">H", len(self.data) + 2) + self.data + self.dots


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and the data of each piece of a PNG up to its end; what follows the end is no picture.

    Raises:
        ValueError: it is damaged, or has no end.
        struct.error: it is cut off.
    """
    at, name = len(PNG), b""
    while name != b"IEND":
        (size,) = struct.unpack_from(">I", content, at)
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        (told,) = struct.unpack_from(">I", content, at + 8 + size)
        if zlib.crc32(name + data) != told:
            raise ValueError
        yield name, data
        at += size + 12


def segments(content: bytes) -> Iterator[Segment]:
    """Yield the pieces of a JPEG up to its end; telephones put films and more behind it.

    Raises:
        ValueError: it is damaged, or has no end.
        IndexError: it is cut off.
        struct.error: it is cut off.
    """
    at, marker = len(START), 0
    while marker != END:
        if content[at] != _MARKS:
            raise ValueError
        marker = content[at + 1]
        at += 1 if marker == _MARKS else 2
        if marker == _MARKS or marker in _BARE:
            continue
        (size,) = (0,) if marker == END else struct.unpack_from(">H", content, at)
        data = content[at + 2 : at + size]
        at += size
        following = _AFTER_SCAN.search(content, at) if marker == SCAN else None
        if at > len(content) or (marker == SCAN and following is None) or (marker != END and size < 2):  # noqa: PLR2004
            raise ValueError
        end = following.start() if following else at
        yield Segment(marker, data, content[at:end])
        at = end
