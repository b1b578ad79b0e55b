"""Reads tables in a text: which head stands over a value, and where the values under a head are."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ilson.guard import sql

_DELIMITERS = ("|", "│", "┃", "\t", "^", ";", " · ", " / ", " : ", ",")
_FEWEST = {" : ": 2}  # with one, it is a key and its value
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_RULE = re.compile(r"[\s|:+=-]+\Z")
_MOST = 60  # columns; more is no table that a person reads
_FAR = 5000  # rows under one head
_MANY = 5  # cells; in a shorter row the first and the last cell say little
_ODD = 2  # lines with more or fewer cells that do not end a table
_THOUSANDS = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_QUOTED = re.compile('"[^"\n]*"')


class Cell(NamedTuple):
    """A place in a text, as offsets."""

    start: int
    end: int


class Row(NamedTuple):
    """A line that has cells."""

    delimiter: str
    cells: list[Cell]
    starts: list[int]  # of the cells

    def holding(self, position: int) -> int:
        """Return which cell holds this position."""
        return max(0, bisect_right(self.starts, position) - 1)

    def fits(self, other: "Row") -> bool:
        """Whether both may stand in one table."""
        return self.delimiter == other.delimiter and len(self.cells) == len(other.cells)


class Grid:
    """The tables of a text: lines one after the other with the same delimiter and as many cells."""

    def __init__(self, seen: str) -> None:
        self._seen = seen
        self._rows: dict[int, Row | None] = {}  # by where the line begins
        self._tops: dict[int, int] = {}  # where a row's line begins → where the first line of its block begins
        self._heads: dict[int, int] = {}  # where a row's line begins → where its head's line begins

    def head(self, position: int) -> Cell | None:
        """Return the head over the cell that holds this position, or None if it stands in no table or in the head."""
        start = self._line_start(position)
        row = self._row(start)
        if row is None:
            return None
        head = self._head_of(start, row)
        index = row.holding(position)
        above = self._row(head)
        if head != start and above is not None and above.fits(row):
            return above.cells[index]
        if len(row.cells) < _MANY or 0 < index < len(row.cells) - 1:
            return None
        # A figure with a comma may make a row longer: the first and the last cell are still the first and the last.
        top = self._top(start, row.delimiter)
        above = self._row(top)
        return None if top == start or above is None else above.cells[-1 if index else 0]

    def under(self, position: int) -> Iterator[Cell]:
        """Yield the cells under the head at this position; none if it is no head."""
        start = self._line_start(position)
        row = self._row(start)
        if row is None or self._head_of(start, row) != start:
            return
        index = row.holding(position)
        odd = 0
        for below in self._below(start, row.delimiter):
            odd = 0 if below.fits(row) else odd + 1
            if not odd:
                yield below.cells[index]
            elif len(below.cells) >= _MANY and index in {0, len(row.cells) - 1}:
                yield below.cells[-1 if index else 0]
            elif odd > _ODD:
                return

    def _below(self, start: int, delimiter: str) -> Iterator[Row]:
        """Yield the rows after the one that begins here, as long as lines have this delimiter."""
        for _ in range(_FAR):
            start = self.line_end(start) + 1
            if start > len(self._seen):
                return
            if self._is_rule(start):
                continue
            row = self._row(start)
            if row is None or row.delimiter != delimiter:
                return
            yield row

    def column(self, position: int) -> Cell | None:
        """Return the name of the column to which SQL gives the value at this position."""
        return next((head for start, end, head in self._values if start <= position < end), None)

    def valued(self, position: int) -> Iterator[Cell]:
        """Yield the values that SQL gives to the column whose name holds this position."""
        return (Cell(start, end) for start, end, head in self._values if head.start <= position < head.end)

    @cached_property
    def _values(self) -> list[tuple[int, int, Cell]]:
        return [(start, end, Cell(*name)) for (start, end), name in sql.columns(self._seen)]

    def _head_of(self, start: int, row: Row) -> int:
        """Return where the first line of the block begins that this row stands in."""
        passed: list[int] = []
        odd = 0  # lines since the last one that fits
        first = at = start
        while at > 0 and len(passed) < _FAR:
            if at in self._heads:
                first = self._heads[at]
                break
            passed.append(at)
            at = self._line_start(at - 1)
            if self._is_rule(at):
                continue
            above = self._row(at)
            if above is not None and above.fits(row):
                first, odd = at, 0
                continue
            odd += 1
            if above is None or above.delimiter != row.delimiter or odd > _ODD:
                break
        for one in passed:
            self._heads[one] = first
        return first

    def _top(self, start: int, delimiter: str) -> int:
        """Return where the first of the lines begins that follow each other with this delimiter."""
        passed: list[int] = []
        at = start
        while at > 0 and at not in self._tops and len(passed) < _FAR:
            passed.append(at)
            above = self._line_start(at - 1)
            row = self._row(above)
            if row is None or row.delimiter != delimiter or len(row.cells) < _MANY:
                break
            at = above
        top = self._tops.get(at, at)
        self._tops.update(dict.fromkeys(passed, top))
        return top

    def _row(self, start: int) -> Row | None:
        if start not in self._rows:
            self._rows[start] = _row(self._seen[start : self.line_end(start)], start)
        return self._rows[start]

    def _is_rule(self, start: int) -> bool:
        line = self._seen[start : self.line_end(start)]
        return bool(line.strip()) and _RULE.match(line) is not None

    def _line_start(self, position: int) -> int:
        return self._seen.rfind("\n", 0, position) + 1

    def line_end(self, start: int) -> int:
        """Return where the line ends that begins here."""
        end = self._seen.find("\n", start)
        return len(self._seen) if end < 0 else end


def _is_prose(line: str) -> bool:
    """Whether a space follows most commas, as in a sentence, or there is none."""
    return line.count(", ") * 2 > line.count(",") or "," not in line


def _row(line: str, start: int) -> Row | None:
    for delimiter in _DELIMITERS:
        if delimiter not in line:
            continue
        prose = delimiter == "," and _is_prose(_THOUSANDS.sub("", line))
        if _FEWEST.get(delimiter, 1) <= line.count(delimiter) <= _MOST and not prose:
            return _parted(line, start, delimiter)
    gaps = [found.span() for found in _WIDE.finditer(line)] if "  " in line else []
    if not gaps or len(gaps) > _MOST:
        return None
    begins = [start, *(start + end for _, end in gaps)]
    ends = [*(start + first for first, _ in gaps), start + len(line)]
    return Row(" ", list(map(Cell, begins, ends)), begins)


def _parted(line: str, start: int, delimiter: str) -> Row:
    cells: list[Cell] = []
    starts: list[int] = []
    parted = line if '"' not in line else _QUOTED.sub(lambda quoted: '"' + "x" * (len(quoted[0]) - 2) + '"', line)
    for cell in parted.split(delimiter):
        quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
        starts.append(start)
        cells.append(Cell(start + quoted, start + len(cell) - quoted))
        start += len(cell) + len(delimiter)
    return Row(delimiter, cells, starts)
