"""Tells which letters of an HWP 5 file nobody sees: as small as a speck, or of the colour of their ground.

Source: Hancom, HWP Document File Formats 5.0, revision 1.3, DocInfo (BORDER_FILL, CHAR_SHAPE, PARA_SHAPE).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents.hwp_records import (
    BORDER_FILL,
    CHAR_SHAPE,
    CTRL_HEADER,
    LIST_HEADER,
    PAGE_BORDER_FILL,
    PARA_SHAPE,
    TABLE,
    Record,
    number,
    of,
)
from ilson.documents.unseen import SPECK, WHITE, Colour, alike

_POINT: Final = 100  # units of a height
_NO_COLOUR: Final = 0xFFFFFFFF
_EFFECTS: Final = 0x7F00  # outline, shadow, emboss and engrave: they show whatever the colour
_BEHIND: Final = frozenset({2, 4})  # how text runs around what is drawn: as files have it, as the document says
_SECTION_ID: Final = b"dces"
_TABLE_ID: Final = b" lbt"
_DRAWN: Final = frozenset({_TABLE_ID, b" osg"})
_SOLID: Final = 1
_ZONE_BYTES: Final = 10


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: the colour, or None where something else shows them, their shade and the fill behind them."""

    speck: bool
    colour: Colour | None
    shade: Colour | None
    fill: int


@dataclass(frozen=True, slots=True)
class Looks:
    """What a document says of letters, paragraphs and fills; a fill that is None is not known."""

    letters: Sequence[Letters]
    paragraphs: Sequence[int]  # the id of the fill behind each shape
    fills: Mapping[int, Colour | None]  # only those that paint; ids count from 1

    def hides(self, shape: int, ground: Colour | None) -> bool:
        """Return whether letters of this shape on this ground show nothing to an eye."""
        if shape >= len(self.letters):
            return False
        look = self.letters[shape]
        below = self.fills.get(look.fill, ground) if look.shade in {None, WHITE} else look.shade
        return look.speck or alike(look.colour, below)

    def paragraph(self, header: bytes, ground: Colour | None) -> Colour | None:
        """Return the ground of a paragraph that stands on this one."""
        shape = number("<H", header, 8)
        return self.fills.get(self.paragraphs[shape], ground) if shape < len(self.paragraphs) else ground

    def table(self, table: Record, ground: Colour | None) -> Colour | None:
        """Return the ground of the cells of a table; a zone paints some of them."""
        painting = list(self._painting(table))
        return ground if not painting else painting[0] if len(painting) == 1 else None

    def cell(self, header: bytes, ground: Colour | None) -> Colour | None:
        """Return the ground of what stands in a cell."""
        return self.fills.get(number("<H", header, 32), ground)

    def page(self, section: Sequence[Record]) -> Colour | None:
        """Return the ground of the pages of a section, or None where something is drawn behind their text."""
        return None if any(self._drawn_behind(record) for record in section) else WHITE

    def _painting(self, table: Record) -> Iterator[Colour | None]:
        """Yield the fill of a whole table, and those of its zones, where they paint."""
        for record in table.children:
            if record.tag == TABLE:
                own = 18 + 2 * number("<H", record.data, 4)  # after the height of each row
                zones = own + 4 + 8
                count = min(number("<H", record.data, own + 2), len(record.data) // _ZONE_BYTES)
                places = [own, *range(zones, zones + count * _ZONE_BYTES, _ZONE_BYTES)]
                keys = [number("<H", record.data, place) for place in places]
                yield from (self.fills[key] for key in keys if key in self.fills)

    def _drawn_behind(self, record: Record) -> bool:
        if record.tag == PAGE_BORDER_FILL:
            return self.fills.get(number("<H", record.data, 12), WHITE) != WHITE
        if record.tag == CTRL_HEADER and record.data[:4] in _DRAWN:
            behind = number("<I", record.data, 4) >> 21 & 0x7 in _BEHIND
            if behind and (record.data[:4] != _TABLE_ID or self._coloured(record)):
                return True
        master = record.data[:4] == _SECTION_ID and any(child.tag == LIST_HEADER for child in record.children)
        return master or any(self._drawn_behind(child) for child in record.children)

    def _coloured(self, table: Record) -> bool:
        cells = (child.data for child in table.children if child.tag == LIST_HEADER)
        return any(self._painting(table)) or any(number("<H", cell, 32) in self.fills for cell in cells)


def looks(information: Sequence[Record]) -> Looks:
    """Return what the information of a document says."""
    fills = {key: record.data for key, record in enumerate(of(information, BORDER_FILL), start=1)}
    return Looks(
        [_letters(record.data) for record in of(information, CHAR_SHAPE)],
        [number("<H", record.data, 32) for record in of(information, PARA_SHAPE)],
        {key: _painted(data) for key, data in fills.items() if _paints(data)},
    )


def _letters(data: bytes) -> Letters:
    share = max(data[28:35], default=0) or 100
    height = number("<i", data, 42)
    effect = number("<I", data, 46) & _EFFECTS
    shade = number("<I", data, 60)
    return Letters(
        speck=len(data) > 46 and height * share / 100 <= SPECK * _POINT,  # noqa: PLR2004 - the height ends there
        colour=None if effect or len(data) < 56 else _colour(number("<I", data, 52)),  # noqa: PLR2004 - so does it
        shade=None if shade == _NO_COLOUR or len(data) < 64 else _colour(shade),  # noqa: PLR2004 - and this one
        fill=number("<H", data, 68),
    )


def _paints(data: bytes) -> bool:
    kind = number("<I", data, 32)
    plain = kind == _SOLID and number("<I", data, 36) == _NO_COLOUR and number("<i", data, 44) < 0
    return kind != 0 and not plain


def _painted(data: bytes) -> Colour | None:
    """Return the colour that a fill paints with; a picture, a run of colours or a hatch is not known."""
    hatched = number("<i", data, 44) >= 0 and len(data) >= 48  # noqa: PLR2004 - the hatch ends there
    return None if number("<I", data, 32) != _SOLID or hatched else _colour(number("<I", data, 36))


def _colour(value: int) -> Colour:
    return value & 0xFF, value >> 8 & 0xFF, value >> 16 & 0xFF
