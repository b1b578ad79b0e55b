"""Finds the cells of tables from the ruling lines of a page.

Source: A. Nurminen, Algorithmic Extraction of Data in Tables in PDF Documents, 2013, chapter 5.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_NEAR: Final = 3.0  # points; lines so close are one, ends so close meet
_MOST: Final = 120  # different positions of lines in one direction; more are a drawing

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

_Lines = Mapping[float, list[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that runs across (`at` is its height) or down (`at` is its distance from the left), in points."""

    at: float
    start: float
    end: float


def tables(across: Sequence[Line], down: Sequence[Line]) -> list[list[Box]]:
    """Return the cells of each table, from the upper left; a single box is no table."""
    rows, columns = _merged(across), _merged(down)
    if len(rows) > _MOST or len(columns) > _MOST:
        return []
    points = {
        (x, y)
        for y, runs in rows.items()
        for x, falls in columns.items()
        if _covers(runs, x, x) and _covers(falls, y, y)
    }
    cells = [cell for point in sorted(points) if (cell := _cell(point, points, rows, columns))]
    return [group for group in _groups(cells) if len(group) > 1]


def _merged(lines: Sequence[Line]) -> _Lines:
    """Return the lines by position, with near positions made one and touching lines joined."""
    placed: dict[float, list[tuple[float, float]]] = {}
    at = float("-inf")
    for line in sorted(lines, key=lambda line: line.at):
        if line.at - at > _NEAR:
            at = line.at
        placed.setdefault(at, []).append((line.start, line.end))
    return {at: _joined(runs) for at, runs in placed.items()}


def _joined(runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in sorted(runs):
        if joined and start <= joined[-1][1] + _NEAR:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _covers(runs: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    return any(first - _NEAR <= start and end <= last + _NEAR for first, last in runs)


def _cell(corner: tuple[float, float], points: set[tuple[float, float]], rows: _Lines, columns: _Lines) -> Box | None:
    """Return the smallest box whose upper left corner is here and whose four sides are drawn."""
    left, top = corner
    lower = sorted(
        (y for y in rows if y < top and (left, y) in points and _covers(columns[left], y, top)), reverse=True
    )
    right = sorted(x for x in columns if x > left and (x, top) in points and _covers(rows[top], left, x))
    for bottom in lower:
        for end in right:
            if (end, bottom) in points and _covers(rows[bottom], left, end) and _covers(columns[end], bottom, top):
                return left, bottom, end, top
    return None


def _groups(cells: Sequence[Box]) -> list[list[Box]]:
    """Return the cells in groups of those that share corners."""
    by_corner: dict[tuple[float, float], list[Box]] = {}
    for cell in cells:
        for corner in _corners(cell):
            by_corner.setdefault(corner, []).append(cell)
    groups: list[list[Box]] = []
    seen: set[Box] = set()
    for first in cells:
        waiting, group = [first], []
        while waiting:
            cell = waiting.pop()
            if cell not in seen:
                seen.add(cell)
                group.append(cell)
                waiting += [other for corner in _corners(cell) for other in by_corner[corner]]
        groups.append(sorted(group, key=lambda box: (-box[3], box[0])))
    return groups


def _corners(cell: Box) -> tuple[tuple[float, float], ...]:
    left, bottom, right, top = cell
    return (left, bottom), (left, top), (right, bottom), (right, top)
