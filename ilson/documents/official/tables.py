"""Lays out a table of the body: its head, and columns that stand alike."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ilson.documents.official import typefaces
from ilson.documents.official.items import columns
from ilson.documents.official.model import Rows
from ilson.documents.official.parts import CELL_SIDE, MM, Align, Cell, Grid, Letters, Run, Stand
from ilson.documents.official.widths import floors, shares

_SHORT = 24  # columns up to which the cells of a column are centred
_NUMBER = re.compile(r"[△▲+-]?\s?\d[\d,]*(?:\.\d+)?\s?%?")
_SERIAL = ("번호", "순번", "연번")
"""Names of columns that count the rows: their numbers are names, not amounts."""
_NO_NUMBER = ("", "-")  # how a column of numbers says that there is none
_SMALLER = range(typefaces.CELL.size - 1, 6, -1)  # points
_TIGHT = 0.8  # millimetres
_SPACING = 130  # per cent


def table(rows: Rows, left: int, width: int) -> Grid:
    """Return a table with its first row as its head; `left` and `width` say where it stands."""
    letters, side = _letters(rows, width)
    columns_below = zip(*rows[1:], strict=True)
    aligns = [
        "center" if name in _SERIAL else _align(column) for name, column in zip(rows[0], columns_below, strict=False)
    ]
    stands = [Stand(align=align, spacing=_SPACING) for align in aligns]
    head = tuple(_head(text, letters) for text in rows[0])
    cells = tuple(tuple(Cell((Run(text, letters),), stands[at]) for at, text in enumerate(row)) for row in rows[1:])
    widths = shares(rows, width, replace(letters, bold=True), side)
    return Grid((head, *cells), widths, left, heads=1, side=side)


def _letters(rows: Rows, width: int) -> tuple[Letters, int]:
    """Return the largest letters in which no number is broken, and the room at the sides of a cell."""
    tight = round(_TIGHT * MM)
    looks = [(typefaces.CELL, CELL_SIDE), *((replace(typefaces.CELL, size=size), tight) for size in _SMALLER)]
    return next((look for look in looks if sum(floors(rows, *look)) <= width), looks[-1])


def _head(text: str, letters: Letters) -> Cell:
    return Cell((Run(text, replace(letters, bold=True)),), Stand(align="center", spacing=_SPACING), head=True)


def _align(cells: Sequence[str]) -> Align:
    """Return how the cells of one column stand, below its head."""
    told = [cell for cell in cells if cell not in _NO_NUMBER]
    if told and all(map(_NUMBER.fullmatch, told)):
        return "right"
    return "center" if all(columns(cell) <= _SHORT and "\n" not in cell for cell in cells) else "left"
