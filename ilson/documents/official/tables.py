"""Lays out a table of the body: its head, and columns that stand alike."""

import re
from collections.abc import Sequence

from ilson.documents.official import typefaces
from ilson.documents.official.items import columns
from ilson.documents.official.model import Rows
from ilson.documents.official.parts import Align, Cell, Grid, Run, Stand
from ilson.documents.official.widths import shares

_SHORT = 24  # columns up to which the cells of a column are centred
_NUMBER = re.compile(r"[△▲+-]?\s?\d[\d,]*(?:\.\d+)?\s?%?")
_NO_NUMBER = ("", "-")  # how a column of numbers says that there is none
_SPACING = 130  # per cent


def table(rows: Rows, left: int, width: int) -> Grid:
    """Return a table with its first row as its head; `left` and `width` say where it stands."""
    stands = [Stand(align=_align(column), spacing=_SPACING) for column in zip(*rows[1:], strict=True)]
    head = tuple(_head(text) for text in rows[0])
    cells = tuple(
        tuple(Cell((Run(text, typefaces.CELL),), stands[at]) for at, text in enumerate(row)) for row in rows[1:]
    )
    return Grid((head, *cells), shares(rows, width, typefaces.CELL_HEAD), left, heads=1)


def _head(text: str) -> Cell:
    return Cell((Run(text, typefaces.CELL_HEAD),), Stand(align="center", spacing=_SPACING), head=True)


def _align(cells: Sequence[str]) -> Align:
    """Return how the cells of one column stand, below its head."""
    told = [cell for cell in cells if cell not in _NO_NUMBER]
    if told and all(map(_NUMBER.fullmatch, told)):
        return "right"
    return "center" if all(columns(cell) <= _SHORT and "\n" not in cell for cell in cells) else "left"
