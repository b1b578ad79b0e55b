"""Estimates how much room text takes, without a font: what no format leaves to its viewer."""

import math
import re
from collections.abc import Sequence

from ilson.documents.official.parts import MM, PAPER_HEIGHT, POINT, Cell, Grid, Letters

_WIDE, _NARROW, _SPACE = 100, 55, 50  # hundredths of the size that a Hangul letter, a digit and a space are wide
_THIN = {".": 25, ")": 33, "(": 33, " ": _SPACE, ":": 25, ",": 25}
_ROW_ROOM = round(2 * MM)  # above and below the text of a row
_SLACK = round(0.9 * MM)  # beside the text of a cell and its sides: fonts differ
_WORD = re.compile(r"[!-~]+|[^\s!-~]+")
_UNBROKEN = 7  # letters of Hangul: a longer word may be broken in a cell


def wide(text: str, letters: Letters) -> int:
    """Return about how wide a label or a marker is."""
    hundredths = sum(_THIN.get(letter, _WIDE if letter >= "\u1100" else _NARROW) for letter in text)
    return hundredths * letters.size * POINT // 100


def longest_word(text: str, letters: Letters) -> int:
    """Return about how wide the longest word is."""
    return max((wide(word, letters) for word in text.split()), default=0)


def shares(rows: Sequence[Sequence[str]], width: int, letters: Letters, side: int) -> tuple[int, ...]:
    """Return the widths of a table's columns, together the width; `side` is the room beside the text of a cell.

    Each column gets what its longest line needs; where that is more than there is, the broadest get less, all the same,
    but no less than their longest word needs while there is room for all of these.
    """
    room = 2 * side + _SLACK
    needs = [
        max(2 * letters.size * POINT, *(_longest(text, letters) for text in column)) + room
        for column in zip(*rows, strict=True)
    ]
    if sum(needs) <= width:
        widths = [need * width // sum(needs) for need in needs]
    else:
        least = [min(need, floor) for need, floor in zip(needs, floors(rows, letters, side), strict=True)]
        spare = width - sum(least) if sum(least) <= width else 0
        if spare:
            most = _most([need - floor for need, floor in zip(needs, least, strict=True)], spare)
            widths = [floor + min(need - floor, most) for need, floor in zip(needs, least, strict=True)]
        else:
            most = _most(needs, width)
            widths = [min(need, most) for need in needs]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def floors(rows: Sequence[Sequence[str]], letters: Letters, side: int) -> list[int]:
    """Return how wide each column of a table must be so that no number and no short word of it is broken."""
    most, room = _UNBROKEN * letters.size * POINT, 2 * side + _SLACK
    return [
        min(most, max((wide(word, letters) for text in column for word in _WORD.findall(text)), default=0)) + room
        for column in zip(*rows, strict=True)
    ]


def _longest(text: str, letters: Letters) -> int:
    return max(wide(line, letters) for line in text.split("\n"))


def _most(needs: Sequence[int], width: int) -> int:
    """Return how wide a column may be so that all together take the width."""
    left, open_columns = width, len(needs)
    for need in sorted(needs):
        if need * open_columns >= left:
            break
        left -= need
        open_columns -= 1
    return left // open_columns


def spans(row: Sequence[Cell], widths: Sequence[int]) -> tuple[int, ...]:
    """Return how wide each cell of a row is."""
    found, at = [], 0
    for cell in row:
        found.append(sum(widths[at : at + cell.across]))
        at += cell.across
    return tuple(found)


def is_small(grid: Grid) -> bool:
    """Return whether a grid should stay on one page: it takes less than a third of it."""
    heights = (
        max(height(cell, wide) for cell, wide in zip(row, spans(row, grid.widths), strict=True)) + _ROW_ROOM
        for row in grid.rows
    )
    return sum(heights) < PAPER_HEIGHT // 3


def height(cell: Cell, width: int) -> int:
    """Return a height that holds the text of a cell between its margins."""
    letters = max((run.letters for run in cell.runs), key=lambda letters: letters.size, default=Letters(10))
    text = "".join(run.text for run in cell.runs)
    count = sum(max(1, math.ceil(wide(line, letters) / max(1, width))) for line in text.split("\n"))
    return count * letters.size * POINT * cell.stand.spacing // 100
