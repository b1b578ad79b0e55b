"""Lays cells out as a table and flattens what cannot stand in a cell."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ilson.documents import limits
from ilson.domain.document import Block, Heading, Paragraph, Table
from ilson.domain.errors import FileTooLarge

_KEPT_CONTROLS = "\t\n"
_DROPPED = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in _KEPT_CONTROLS}
_DROPPED |= {0xFEFF: None, 0xFFFE: None, 0xFFFF: None}
_DROPPED |= dict.fromkeys(range(0xD800, 0xE000))  # lone surrogates cannot be sent on


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell and the place of its upper left corner, counted from 0."""

    row: int
    column: int
    text: str


def table(cells: Iterable[Cell]) -> Table | None:
    """Return the table of these cells, or None where none has text.

    A merged cell has its text once. Rows in which no cell begins and columns without any text are left out: they come
    from merging, and a form of some 40 hidden columns would bury its text.

    Raises:
        FileTooLarge: more places than the limit.
    """
    cells = list(cells)
    if not any(cell.text for cell in cells):
        return None
    rows = {row: index for index, row in enumerate(sorted({cell.row for cell in cells}))}
    columns = {column: index for index, column in enumerate(sorted({cell.column for cell in cells if cell.text}))}
    if len(rows) * len(columns) > limits.CELLS:
        raise FileTooLarge("a table with too many places")
    places = [[""] * len(columns) for _ in rows]
    for cell in (cell for cell in cells if cell.text):
        row, column = rows[cell.row], columns[cell.column]
        places[row][column] = join(places[row][column], cell.text)
    return Table(tuple(tuple(row) for row in places))


def flatten(blocks: Iterable[Block]) -> str:
    """Return the blocks as the text of one cell: a line for each paragraph and each row of a table inside."""
    return "\n".join(line for block in blocks for line in _lines(block) if line)


def clean(text: str) -> str:
    """Return the text composed (NFC), without control characters and without spaces at the ends of its lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").translate(_DROPPED)
    lines = [line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n")]
    return "\n".join(lines).strip("\n").rstrip()


def join(first: str, second: str) -> str:
    """Return both on lines of their own, or the one that is not empty."""
    return f"{first}\n{second}" if first and second else first or second


def mark(sign: str) -> str:
    """Return what stands before a paragraph: its number or bullet and a space, or nothing."""
    return f"{sign} " if sign else ""


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(text) | Paragraph(text):
            return [text]
        case Table(rows):
            return [" | ".join(cell.replace("\n", " ") for cell in row if cell) for row in rows]
