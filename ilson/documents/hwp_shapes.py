"""Reads from an HWP 5 file which paragraphs are headings, numbered or with a bullet.

Source: Hancom, HWP Document File Formats 5.0, revision 1.3, DocInfo.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents.hwp_records import BULLET, NUMBERING, PARA_SHAPE, Record, number, of
from ilson.documents.numbering import FORMS, Level, Marks

OUTLINE: Final = 1
NUMBERED: Final = 2
BULLETED: Final = 3

_LEVELS: Final = 7
_HEAD_BYTES: Final = 12  # before the pattern of a level, and before the sign of a bullet


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph begins with: the kind of its number, its level from 1, and the id of numbering or bullet."""

    kind: int = 0
    level: int = 1
    key: str = ""


def shapes(information: Sequence[Record]) -> tuple[Shape, ...]:
    """Return the paragraph shapes, in the order in which paragraphs refer to them."""
    return tuple(_shape(record.data) for record in of(information, PARA_SHAPE))


def marks(information: Sequence[Record]) -> Marks:
    """Return how paragraphs are numbered and what their bullets are; ids count from 1."""
    schemes = {str(index): _scheme(record.data) for index, record in enumerate(of(information, NUMBERING), start=1)}
    bullets = {
        str(index): chr(number("<H", record.data, _HEAD_BYTES) or 0x20).strip()
        for index, record in enumerate(of(information, BULLET), start=1)
    }
    return Marks(schemes, bullets)


def _shape(data: bytes) -> Shape:
    properties = number("<I", data, 0)
    return Shape(properties >> 23 & 0x3, (properties >> 25 & 0x7) + 1, str(number("<H", data, 30)))


def _scheme(data: bytes) -> Mapping[int, Level]:
    heads = list(_heads(data))
    after = 2 + sum(_HEAD_BYTES + 2 + len(pattern) for _, pattern in heads)
    return {
        level: Level(
            pattern.decode("utf-16-le", "ignore"),
            FORMS[form] if form < len(FORMS) else "DIGIT",
            _start(data, after, level),
        )
        for level, (form, pattern) in enumerate(heads, start=1)
    }


def _start(data: bytes, after: int, level: int) -> int:
    """Return the number that a level starts with; versions before 5.0.2.5 do not say."""
    place = after + 4 * (level - 1)
    return number("<I", data, place) if place + 4 <= len(data) else 1


def _heads(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the form of the number and the pattern, in UTF-16, of each level."""
    place = 0
    for _ in range(_LEVELS):
        length = 2 * number("<H", data, place + _HEAD_BYTES)
        start = place + _HEAD_BYTES + 2
        yield number("<I", data, place) >> 5 & 0x1F, data[start : start + length]
        place = start + length
