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
_BEFORE = 8  # heads in front of the first one that is known
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
            first, columns, rows = _best(known, wordy, at)
            for row in range(rows):
                below = first + columns * (row + 1)
                yield from map(Stack, lines[below : below + columns], lines[first : first + columns])
            at = max(at + 1, first + columns * (rows + 1))


def _runs(seen: str) -> Iterator[list[Cell]]:
    """Yield lines that follow each other and are all short."""
    for run in _SHORT_LINES.finditer(f"\n{seen}\n"):
        start = run.start()  # of the first line in `seen`, which has no line end in front
        lines: list[Cell] = []
        for line in run[0][1:-1].split("\n"):
            lines.append(Cell(start, start + len(line)))
            start += len(line) + 1
        yield lines


def _best(known: Sequence[bool], wordy: Sequence[bool], at: int) -> tuple[int, int, int]:
    """Return where the heads begin, and how many columns and rows the table has of which this is a known head.

    No rows if it is no table.
    """
    best, most = (at, 0, 0), 0.0
    for first in range(at, max(-1, at - _BEFORE), -1):
        if not wordy[first]:
            break
        for columns in _COLUMNS:
            rows, alike = _rows(known, wordy, first, columns)
            if rows >= _ROWS and alike > most:
                best, most = (first, columns, rows), alike
    return best


def _rows(known: Sequence[bool], wordy: Sequence[bool], first: int, columns: int) -> tuple[int, float]:
    """Return how many rows look like the first one under so many heads, and how much they do, from 0 to 1."""
    data = first + columns
    shape = wordy[data : data + columns]
    named = sum(known[first:data])
    if not all(wordy[first:data]) or named < _LABELS or len(shape) < columns or all(shape):
        return 0, 0.0  # if all are words, nothing tells the columns apart
    rows, alike = 1, 1.0
    while rows < _MOST and data + columns * (rows + 1) <= len(wordy):
        row = wordy[data + columns * rows : data + columns * (rows + 1)]
        same = sum(one == other for one, other in zip(row, shape, strict=True)) / columns
        if same < _ALIKE:
            break
        rows, alike = rows + 1, alike + same
    return rows, alike / rows
