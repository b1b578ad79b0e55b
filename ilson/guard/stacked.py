"""Reads tables whose cells were pasted one below the other, as out of a PDF: first the heads, then row after row."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ilson.guard.grid import Cell

_LONGEST = 30  # characters of a line that may be a cell
_SHORT_LINES = re.compile(rf"\n(?:(?! *\n)[^\n]{{1,{_LONGEST}}}\n){{9,}}")
_HEAD = 12  # characters of a line that may be a head
_COLUMNS = range(3, 13)
_ROWS = 2  # fewer show no pattern
_MOST = 200  # rows
_LABELS = 2  # heads that are known
_ALIKE = 0.75  # of the cells of a row that must look like those of the first one


class Stack(NamedTuple):
    """A cell of a stacked table, and the line that heads it."""

    cell: Cell
    head: Cell


def stacked(seen: str, is_label: Callable[[Cell], bool]) -> Iterator[Stack]:
    """Yield the cells of the stacked tables of a text, with their heads.

    How many columns there are is told by what repeats: lines with a figure and lines without come again in each row.
    """
    for lines in _runs(seen):
        wordy = [not any(map(str.isdigit, seen[line.start : line.end])) for line in lines]
        known = [
            plain and line.end - line.start <= _HEAD and is_label(line)
            for line, plain in zip(lines, wordy, strict=True)
        ]
        at = 0
        while at < len(lines):
            if not known[at]:
                at += 1
                continue
            columns, rows = _best(known, wordy, at)
            for row in range(rows):
                below = at + columns * (row + 1)
                yield from map(Stack, lines[below : below + columns], lines[at : at + columns])
            at += max(1, columns * (rows + 1) if rows else 1)


def _runs(seen: str) -> Iterator[list[Cell]]:
    """Yield lines that follow each other and are all short."""
    for run in _SHORT_LINES.finditer(f"\n{seen}\n"):
        start = run.start()  # of the first line in `seen`, which has no line end in front
        lines: list[Cell] = []
        for line in run[0][1:-1].split("\n"):
            lines.append(Cell(start, start + len(line)))
            start += len(line) + 1
        yield lines


def _best(known: Sequence[bool], wordy: Sequence[bool], at: int) -> tuple[int, int]:
    """Return how many columns and rows the table has whose first head stands here; no rows if it is no table."""
    best, most = (0, 0), 0.0
    for columns in _COLUMNS:
        data = at + columns
        if not all(wordy[at:data]) or data + columns * _ROWS > len(wordy) or sum(known[at:data]) < _LABELS:
            continue
        first = wordy[data : data + columns]
        if all(first):  # nothing would tell the columns apart
            continue
        rows, alike = 1, 1.0
        while rows < _MOST and data + columns * (rows + 1) <= len(wordy):
            row = wordy[data + columns * rows : data + columns * (rows + 1)]
            same = sum(one == other for one, other in zip(row, first, strict=True)) / columns
            if same < _ALIKE:
                break
            rows, alike = rows + 1, alike + same
        if rows >= _ROWS and alike / rows * sum(known[at:data]) / columns > most:
            best, most = (columns, rows), alike / rows * sum(known[at:data]) / columns
    return best
