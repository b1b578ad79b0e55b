"""Reads HWP 5: every text in reading order, tables as tables.

Source: Hancom, HWP Document File Formats 5.0, revision 1.3.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents import grid, hwp_shapes
from ilson.documents.compound import Compound
from ilson.documents.hwp_records import (
    CTRL_HEADER,
    EQUATION,
    LIST_HEADER,
    PARA_HEADER,
    PARA_TEXT,
    TABLE,
    Record,
    inflate,
    number,
    records,
)
from ilson.documents.hwp_shapes import Shape
from ilson.documents.numbering import Marks
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
_COMPOSE_ID: Final = b"spct"


def read(compound: Compound) -> Iterator[Block]:
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
    found = sorted((int(hit[1]), name) for name in compound.streams if (hit := _SECTION.match(name)))
    if not found or [index for index, _ in found] != list(range(len(found))):
        raise FileBroken("hwp: a section is missing")
    for _, name in found:
        section = records(_stream(compound, name, flags))
        yield from _Walker(shapes, marks, _outline(section)).walk(section)


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

    def walk(self, parents: Sequence[Record]) -> Iterator[Block]:
        for record in parents:
            if record.tag == PARA_HEADER:
                yield from self._paragraph(record)
            elif record.tag == CTRL_HEADER and record.data[:4] == _TABLE_ID:
                yield from self._table(record)
            elif record.tag == EQUATION:
                yield from self._text(["", _counted(record.data)], 0)
            else:
                yield from self.walk(record.children)

    def _paragraph(self, paragraph: Record) -> Iterator[Block]:
        """Yield the text, with tables where they stand; notes, boxes and headers follow the text they hang on."""
        level, mark = self._begin(paragraph.data)
        controls = [child for child in paragraph.children if child.tag == CTRL_HEADER]
        others = [child for child in paragraph.children if child.tag not in {CTRL_HEADER, PARA_TEXT}]
        parts: list[str] = [mark]
        hanging: list[Record] = []
        rest = iter(controls)
        for piece in _pieces(b"".join(child.data for child in paragraph.children if child.tag == PARA_TEXT)):
            if isinstance(piece, str):
                parts.append(piece)
            elif (control := next(rest, None)) is None:
                continue
            elif control.data[:4] == _TABLE_ID:
                yield from self._text(parts, level)
                parts = [""]
                yield from self._table(control)
            elif control.data[:4] == _COMPOSE_ID:
                parts.append(_counted(control.data))
            else:
                hanging.append(control)
        yield from self._text(parts, level)
        yield from self.walk([*hanging, *rest, *others])

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

    def _table(self, table: Record) -> Iterator[Block]:
        caption, cells = _lists(table.children)
        for paragraphs in caption:
            yield from self.walk(paragraphs)
        if len(cells) == 1 and _frames(cells[0][1]):
            yield from self.walk(cells[0][1])
            return
        laid = grid.table(
            grid.Cell(row, column, grid.flatten(self.walk(paragraphs))) for (row, column), paragraphs in cells
        )
        if laid is not None:
            yield laid


def _lists(
    children: Sequence[Record],
) -> tuple[list[list[Record]], list[tuple[tuple[int, int], list[Record]]]]:
    """Return the paragraphs of the caption, and those of each cell with its row and column."""
    caption: list[list[Record]] = []
    cells: list[tuple[tuple[int, int], list[Record]]] = []
    current: list[Record] = []
    inside = False
    for child in children:
        if child.tag == TABLE:
            inside = True
        elif child.tag != LIST_HEADER:
            current.append(child)
        elif inside:
            current = list(child.children)
            cells.append(((number("<H", child.data, 10), number("<H", child.data, 8)), current))
        else:
            current = list(child.children)
            caption.append(current)
    return caption, cells


def _frames(inside: Sequence[Record]) -> bool:
    """Return whether a cell holds another table."""
    return any(record.data[:4] == _TABLE_ID or _frames(record.children) for record in inside)


def _pieces(text: bytes) -> Iterator[str | int]:
    """Yield the text in pieces, and the code of each control that has a record of its own."""
    units = memoryview(text[: len(text) // 2 * 2]).cast("H")
    start = position = 0
    while position < len(units):
        code = units[position]
        if code >= _TEXT_FROM:
            position += 1
            continue
        yield text[start * 2 : position * 2].decode("utf-16-le", "ignore")
        if code in _SPOKEN:
            yield _SPOKEN[code]
        elif code in _EXTENDED:
            yield code
        position += 1 if code in _ONE_UNIT else _CONTROL_UNITS
        start = position
    yield text[start * 2 :].decode("utf-16-le", "ignore")


def _counted(data: bytes) -> str:
    """Return the text of an equation or of overlapping letters: a count of UTF-16 units, then the units."""
    length = number("<H", data, 4)
    return data[6 : 6 + 2 * length].decode("utf-16-le", "ignore")
