"""Reads tables in a text: which head stands over a value, and where the values under a head are."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_DELIMITERS = ("|", "│", "\t", ";", " · ", " / ", ",")
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_RULE = re.compile(r"[\s|:+=-]+\Z")
_MOST = 60  # columns; more is no table that a person reads
_FAR = 5000  # rows under one head


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a text, as offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line that has cells."""

    delimiter: str
    cells: tuple[Cell, ...]
    head: int  # index of the block's first row among all rows


class Grid:
    """The rows of a text that stand in tables: lines one after the other with the same delimiter and as many cells."""

    def __init__(self, seen: str) -> None:
        self._seen = seen

    @cached_property
    def _lines(self) -> list[int]:
        starts = [0]
        starts.extend(found.end() for found in re.finditer("\n", self._seen))
        return starts

    @cached_property
    def rows(self) -> dict[int, Row]:
        """The rows by the number of their line; blocks of one line are none."""
        found: dict[int, Row] = {}
        block: list[int] = []
        for number, start in enumerate(self._lines):
            end = self._lines[number + 1] - 1 if number + 1 < len(self._lines) else len(self._seen)
            line = self._seen[start:end]
            if block and _RULE.match(line) and line.strip():
                continue  # the rule under a head
            row = _row(line, start, number)
            last = found[block[-1]] if block else None
            if row is None or last is None or row.delimiter != last.delimiter or len(row.cells) != len(last.cells):
                _drop_single(found, block)
                block = []
            if row is not None:
                head = block[0] if block else number
                found[number] = Row(row.delimiter, row.cells, head)
                block.append(number)
        _drop_single(found, block)
        return found

    def head(self, position: int) -> Cell | None:
        """Return the head over the cell that holds this position, or None if it stands in no table or in the head."""
        number = bisect_right(self._lines, position) - 1
        row = self.rows.get(number)
        if row is None or row.head == number:
            return None
        index = bisect_right([cell.start for cell in row.cells], position) - 1
        return self.rows[row.head].cells[max(0, index)]

    def under(self, position: int) -> Iterator[Cell]:
        """Yield the cells under the head at this position; none if it is no head."""
        number = bisect_right(self._lines, position) - 1
        row = self.rows.get(number)
        if row is None or row.head != number:
            return
        index = max(0, bisect_right([cell.start for cell in row.cells], position) - 1)
        for below in range(number + 1, min(len(self._lines), number + _FAR)):
            other = self.rows.get(below)
            if other is None:
                if not _RULE.match(self._line(below)) or not self._line(below).strip():
                    return
            elif other.head != number:
                return
            else:
                yield other.cells[index]

    def _line(self, number: int) -> str:
        end = self._lines[number + 1] - 1 if number + 1 < len(self._lines) else len(self._seen)
        return self._seen[self._lines[number] : end]


def _drop_single(found: dict[int, Row], block: list[int]) -> None:
    if len(block) == 1:
        del found[block[0]]


def _row(line: str, start: int, number: int) -> Row | None:
    for delimiter in _DELIMITERS:
        if delimiter in line and line.count(delimiter) <= _MOST:
            cells: list[Cell] = []
            begin = start
            for cell in line.split(delimiter):
                cells.append(Cell(begin, begin + len(cell)))
                begin += len(cell) + len(delimiter)
            return Row(delimiter, tuple(cells), number)
    gaps = [(found.start(), found.end()) for found in _WIDE.finditer(line)]
    if not gaps or len(gaps) > _MOST:
        return None
    begins = [0, *(end for _, end in gaps)]
    ends = [*(first for first, _ in gaps), len(line)]
    return Row(" ", tuple(Cell(start + one, start + two) for one, two in zip(begins, ends, strict=True)), number)
