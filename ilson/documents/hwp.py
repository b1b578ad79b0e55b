"""Reads HWP 5: every text in reading order, tables as tables.

Source: Hancom, HWP Document File Formats 5.0, revision 1.3.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents import grid, hangul_forms, hwp_looks, hwp_shapes
from ilson.documents.compound import Compound
from ilson.documents.hwp_looks import Looks
from ilson.documents.hwp_records import (
    CTRL_HEADER,
    EQUATION,
    FORM_OBJECT,
    LIST_HEADER,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PARA_RANGE_TAG,
    PARA_TEXT,
    TABLE,
    Record,
    inflate,
    number,
    records,
)
from ilson.documents.hwp_shapes import Shape
from ilson.documents.numbering import FORMS, Marks, written
from ilson.documents.unseen import Colour, Unseen
from ilson.domain.document import Block, Heading, Paragraph
from ilson.domain.errors import FileBroken, FileLocked

HEADING_CHARACTERS = 120
"""Characters; an outline paragraph that is longer is running text."""

_COMPRESSED: Final = 0x1
_LOCKED: Final = 0x2 | 0x4 | 0x10 | 0x100 | 0x400  # password, distribution, DRM, certificate, certificate DRM
_SECTION = re.compile(r"BodyText/Section(\d+)$")
_ONE_UNIT: Final = frozenset({0, 10, 13, *range(24, 32)})
_EXTENDED: Final = frozenset({1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23})
_CONTROL_UNITS: Final = 8
_TEXT_FROM: Final = 32
_SPOKEN: Final = {9: "\t", 10: "\n", 24: "-", 30: " ", 31: " "}
_TABLE_ID: Final = b" lbt"
_SECTION_ID: Final = b"dces"
_COMMENT_ID: Final = b"tmct"
_AUTO_NUMBERED: Final = range(1, 6)  # footnote, endnote, picture, table, equation
_MARGIN_IDS: Final = frozenset({b"daeh", b"toof"})
_DELETION: Final = 17  # the kind of a range
_RANGES: Final = 2000  # of one paragraph; more are no work of people
_BOX_ID: Final = b" osg"


def read(compound: Compound, unseen: Unseen) -> Iterator[Block]:
    """Yield the blocks of all sections.

    Raises:
        FileBroken: a section is missing or damaged; half a document is never returned.
        FileLocked: a password, a certificate or the distribution lock protects it.
    """
    flags = number("<I", compound.read("FileHeader"), 36)
    if flags & _LOCKED:
        raise FileLocked("hwp: protected")
    information = records(_stream(compound, "DocInfo", flags))
    shapes, marks = hwp_shapes.shapes(information), hwp_shapes.marks(information)
    looks = hwp_looks.looks(information)
    found = sorted((int(hit[1]), name) for name in compound.streams if (hit := _SECTION.match(name)))
    if not found or [index for index, _ in found] != list(range(len(found))):
        raise FileBroken("hwp: a section is missing")
    margins: set[tuple[Block, ...]] = set()
    for _, name in found:
        section = records(_stream(compound, name, flags))
        walker = _Walker(shapes, marks, _outline(section), looks, unseen, margins)
        yield from walker.walk(section, looks.page(section))


def _stream(compound: Compound, name: str, flags: int) -> bytes:
    data = compound.read(name)
    return inflate(data) if flags & _COMPRESSED else data


def _outline(section: Sequence[Record]) -> str:
    """Return the id of the numbering that the headings of a section use."""
    definitions = [child for paragraph in section for child in paragraph.children if child.data[:4] == _SECTION_ID]
    return str(number("<H", definitions[0].data, 18)) if definitions else ""


@dataclass(frozen=True, slots=True)
class _Walker:
    shapes: Sequence[Shape]
    marks: Marks
    outline: str
    looks: Looks
    unseen: Unseen
    margins: set[tuple[Block, ...]]  # what headers and footers said so far: most sections repeat it

    def walk(self, parents: Sequence[Record], ground: Colour | None, *, hidden: bool = False) -> Iterator[Block]:
        """Yield the blocks of records that stand on a ground of this colour; None is not known."""
        for record in parents:
            control = record.data[:4] if record.tag == CTRL_HEADER else b""
            if record.tag == PARA_HEADER:
                yield from self._paragraph(record, ground, hidden=hidden)
            elif control == _TABLE_ID:
                yield from self._table(record, ground, hidden=hidden)
            elif record.tag == EQUATION:
                yield from self._text(["", self.unseen.keep(_counted(record.data), hidden=hidden)], 0)
            elif control in _MARGIN_IDS:
                yield from self._once(record, ground, hidden=hidden)
            else:
                below = None if control == _BOX_ID else ground  # what a box is filled with is not known
                yield from self.walk(record.children, below, hidden=hidden or control == _COMMENT_ID)

    def _once(self, margin: Record, ground: Colour | None, *, hidden: bool) -> Iterator[Block]:
        """Yield what a header or a footer says, unless another said the same."""
        said = tuple(self.walk(margin.children, ground, hidden=hidden))
        if said not in self.margins:
            self.margins.add(said)
            yield from said

    def _paragraph(self, paragraph: Record, ground: Colour | None, *, hidden: bool) -> Iterator[Block]:
        """Yield the text, with tables where they stand; notes, boxes and headers follow the text they hang on."""
        level, mark = self._begin(paragraph.data)
        controls = [child for child in paragraph.children if child.tag == CTRL_HEADER]
        others = [child for child in paragraph.children if child.tag not in {CTRL_HEADER, PARA_TEXT}]
        shares = [(0, True)] if hidden else self._shares(paragraph, self.looks.paragraph(paragraph.data, ground))
        parts: list[str] = [mark]
        hanging: list[Record] = []
        rest = iter(controls)
        text = b"".join(child.data for child in paragraph.children if child.tag == PARA_TEXT)
        for place, piece in _pieces(text):
            if isinstance(piece, str):
                parts += self._seen(piece, place, shares)
            elif (control := next(rest, None)) is None:
                continue
            elif control.data[:4] == _TABLE_ID:
                yield from self._text(parts, level)
                parts = [""]
                yield from self._table(control, ground, hidden=hidden)
            elif control.data[:4] in _SAID:
                parts += self._seen(_SAID[control.data[:4]](control), place, shares)
            else:
                hanging.append(control)
        yield from self._text(parts, level)
        yield from self.walk([*hanging, *rest, *others], ground, hidden=hidden)

    def _shares(self, paragraph: Record, ground: Colour | None) -> list[tuple[int, bool]]:
        """Return from where on, in UTF-16 units, the letters of a paragraph are hidden, and from where on they show."""
        shares = [(0, False)]
        for record in paragraph.children:
            if record.tag == PARA_CHAR_SHAPE:
                for place in range(0, len(record.data) - 7, 8):
                    start, shape = struct.unpack_from("<II", record.data, place)
                    if (hidden := self.looks.hides(shape, ground)) != shares[-1][1]:
                        shares.append((start, hidden))
        return _without(shares, list(_deleted(paragraph)))

    def _seen(self, piece: str, place: int, shares: Sequence[tuple[int, bool]]) -> list[str]:
        """Return what shows of a piece of text that stands at a place, in UTF-16 units."""
        if len(shares) == 1:
            return [self.unseen.keep(piece, hidden=shares[0][1])]
        units = piece.encode("utf-16-le")
        ends = [*(start for start, _ in shares[1:]), place + len(units)]
        return [
            self.unseen.keep(
                units[2 * max(start - place, 0) : 2 * max(end - place, 0)].decode("utf-16-le", "ignore"), hidden=hidden
            )
            for (start, hidden), end in zip(shares, ends, strict=True)
        ]

    def _begin(self, header: bytes) -> tuple[int, str]:
        """Return the outline level of a paragraph, from 1 or 0 for running text, and the number that it begins with."""
        index = number("<H", header, 8)
        shape = self.shapes[index] if index < len(self.shapes) else Shape()
        if shape.kind == hwp_shapes.OUTLINE:
            return shape.level, grid.mark(self.marks.count(self.outline, shape.level))
        if shape.kind == hwp_shapes.NUMBERED:
            return 0, grid.mark(self.marks.count(shape.key, shape.level))
        return 0, grid.mark(self.marks.bullet(shape.key)) if shape.kind == hwp_shapes.BULLETED else ""

    def _text(self, parts: Sequence[str], level: int) -> Iterator[Block]:
        """Yield the paragraph of these parts, the first of which is its number: alone it says nothing."""
        text = grid.clean("".join(parts))
        if "".join(parts[1:]).strip():
            yield Heading(text, level) if level and len(text) <= HEADING_CHARACTERS else Paragraph(text)

    def _table(self, table: Record, ground: Colour | None, *, hidden: bool) -> Iterator[Block]:
        caption, cells = _lists(table.children)
        for paragraphs in caption:
            yield from self.walk(paragraphs, ground, hidden=hidden)
        below = self.looks.table(table, ground)
        if len(cells) == 1 and _frames(cells[0].children):
            yield from self.walk(cells[0].children, self.looks.cell(cells[0].data, below), hidden=hidden)
            return
        laid = grid.table(self._cell(cell, self.looks.cell(cell.data, below), hidden=hidden) for cell in cells)
        if laid is not None:
            yield laid

    def _cell(self, cell: Record, ground: Colour | None, *, hidden: bool) -> grid.Cell:
        text = grid.flatten(self.walk(cell.children, ground, hidden=hidden))
        return grid.Cell(number("<H", cell.data, 10), number("<H", cell.data, 8), text)


def _lists(children: Sequence[Record]) -> tuple[list[list[Record]], list[Record]]:
    """Return the paragraphs of the caption, and the cells, each with its paragraphs."""
    caption: list[list[Record]] = []
    cells: list[Record] = []
    current: list[Record] = []
    inside = False
    for child in children:
        if child.tag == TABLE:
            inside = True
        elif child.tag != LIST_HEADER:
            current.append(child)
        else:
            current = list(child.children)
            if inside:
                cells.append(Record(child.tag, child.data, current))
            else:
                caption.append(current)
    return caption, cells


def _frames(inside: Sequence[Record]) -> bool:
    """Return whether a cell holds another table."""
    return any(record.data[:4] == _TABLE_ID or _frames(record.children) for record in inside)


def _pieces(text: bytes) -> Iterator[tuple[int, str | int]]:
    """Yield the text in pieces, and the code of each control that has a record, with their places in UTF-16 units."""
    units = memoryview(text[: len(text) // 2 * 2]).cast("H")
    start = position = 0
    while position < len(units):
        code = units[position]
        if code >= _TEXT_FROM:
            position += 1
            continue
        yield start, text[start * 2 : position * 2].decode("utf-16-le", "ignore")
        if code in _SPOKEN:
            yield position, _SPOKEN[code]
        elif code in _EXTENDED:
            yield position, code
        position += 1 if code in _ONE_UNIT else _CONTROL_UNITS
        start = position
    yield start, text[start * 2 :].decode("utf-16-le", "ignore")


def _deleted(paragraph: Record) -> Iterator[tuple[int, int]]:
    """Yield from where to where, in UTF-16 units, a tracked change has deleted the text of a paragraph."""
    for record in paragraph.children:
        if record.tag == PARA_RANGE_TAG:
            for start, end, kind in struct.iter_unpack("<III", record.data[: len(record.data) // 12 * 12]):
                if kind >> 24 == _DELETION and start < end:
                    yield start, end


def _without(shares: list[tuple[int, bool]], gone: Sequence[tuple[int, int]]) -> list[tuple[int, bool]]:
    """Return the shares with these stretches hidden, too."""
    if not gone or len(gone) + len(shares) > _RANGES:
        return shares
    found = [(0, False)]
    for place in sorted({start for start, _ in shares}.union(*gone)):
        hidden = [hides for start, hides in shares if start <= place][-1]
        hidden = hidden or any(start <= place < end for start, end in gone)
        if hidden != found[-1][1]:
            found.append((place, hidden))
    return found


def _counted(data: bytes) -> str:
    """Return the text of an equation or of overlapping letters: a count of UTF-16 units, then the units."""
    length = number("<H", data, 4)
    return data[6 : 6 + 2 * length].decode("utf-16-le", "ignore")


def _overlapping(control: Record) -> str:
    return _counted(control.data)


def _form(control: Record) -> str:
    return "".join(hangul_forms.of_record(child.data) for child in control.children if child.tag == FORM_OBJECT)


def _auto_number(control: Record) -> str:
    """Return the number of a note, a picture, a table or an equation; that of a page is nowhere in the text."""
    data = control.data
    properties = number("<I", data, 4)
    if properties & 0xF not in _AUTO_NUMBERED:
        return ""
    form = properties >> 4 & 0xFF
    before, after = (chr(number("<H", data, place) or 0x20).strip() for place in (12, 14))
    return before + written(number("<H", data, 8), FORMS[form] if form < len(FORMS) else "DIGIT") + after


_SAID: Final = {b"spct": _overlapping, b"onta": _auto_number, b"mrof": _form}
"""What controls say in the line itself: overlapping letters, numbers, form controls."""
