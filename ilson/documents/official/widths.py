"""Estimates how much room text takes, without a font: what no format leaves to its viewer."""

import math
from collections.abc import Sequence

from ilson.documents.official.items import columns
from ilson.documents.official.parts import POINT, Cell, Letters

_WIDE, _NARROW, _SPACE = 100, 55, 50  # hundredths of the size that a Hangul letter, a digit and a space are wide
_THIN = {".": 25, ")": 33, "(": 33, " ": _SPACE, ":": 25, ",": 25}
_NARROWEST, _WIDEST = 6, 40  # columns that a table column counts at least and at most


def wide(text: str, letters: Letters) -> int:
    """Return about how wide a label or a marker is."""
    hundredths = sum(_THIN.get(letter, _WIDE if letter >= "\u1100" else _NARROW) for letter in text)
    return hundredths * letters.size * POINT // 100


def shares(rows: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """Return the widths of a table's columns by what stands in them, together the width."""
    weights = [min(max(_NARROWEST, *map(_longest, column)), _WIDEST) for column in zip(*rows, strict=True)]
    widths = [width * weight // sum(weights) for weight in weights]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def _longest(text: str) -> int:
    return max(map(columns, text.split("\n")))


def spans(row: Sequence[Cell], widths: Sequence[int]) -> tuple[int, ...]:
    """Return how wide each cell of a row is."""
    found, at = [], 0
    for cell in row:
        found.append(sum(widths[at : at + cell.across]))
        at += cell.across
    return tuple(found)


def height(cell: Cell, width: int) -> int:
    """Return a height that holds the text of a cell between its margins."""
    size = max((run.letters.size for run in cell.runs), default=10) * POINT
    across = max(1, width * 2 // size)
    text = "".join(run.text for run in cell.runs)
    count = sum(max(1, math.ceil(columns(line) / across)) for line in text.split("\n"))
    return count * size * cell.stand.spacing // 100
