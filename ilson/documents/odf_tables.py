"""Walks through the cells of an OpenDocument table, whose empty rows and columns may be written once for millions.

Source: OpenDocument 1.3 part 3, 9 (tables).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ilson.documents import limits, tree
from ilson.documents.tree import Element
from ilson.domain.errors import FileTooLarge

_GROUPS: Final = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_COLUMN_GROUPS: Final = frozenset({"table-header-columns", "table-columns", "table-column-group"})
_HIDDEN: Final = frozenset({"collapse", "filter"})
_MOST_COLUMNS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, the place of its upper left corner, counted from 0, and whether its row or its column is hidden."""

    row: int
    column: int
    cell: Element
    hidden: bool


def places(table: Element) -> Iterator[Place]:
    """Yield the cells that begin in each row; one that is repeated comes again, unless it is empty.

    Raises:
        FileTooLarge: far more repeated places than anyone writes.
    """
    hidden = _hidden_columns(table)
    count = row = 0  # of repeated places, and the row
    for line in _find(table, "table-row", _GROUPS):
        repeated = _times(line, "number-rows-repeated")
        for again in range(repeated if _filled(line) else 1):
            for column, cell in _cells(line, often=repeated > 1):
                count += again > 0 or cell.get("number-columns-repeated") is not None
                if count > limits.CELLS // 20:  # honest ones repeat a handful
                    raise FileTooLarge("a table with too many places")
                yield Place(row + again, column, cell, column in hidden or line.get("visibility") in _HIDDEN)
        row += repeated


def _cells(line: Element, *, often: bool) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in line:
        if cell.tag not in {"table-cell", "covered-table-cell"}:
            continue
        repeated = _times(cell, "number-columns-repeated")
        if len(cell):
            yield from ((column + again, cell) for again in range(repeated))
        elif repeated == 1 and not often:
            yield column, cell
        column += repeated


def _hidden_columns(table: Element) -> frozenset[int]:
    hidden: set[int] = set()
    at = 0
    for column in _find(table, "table-column", _COLUMN_GROUPS):
        repeated = min(_times(column, "number-columns-repeated"), _MOST_COLUMNS)
        if column.get("visibility") in _HIDDEN:
            hidden.update(range(at, at + repeated))
        at = min(at + repeated, _MOST_COLUMNS)
    return frozenset(hidden)


def _find(parent: Element, tag: str, groups: frozenset[str]) -> Iterator[Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in groups:
            yield from _find(element, tag, groups)


def _filled(line: Element) -> bool:
    return any(len(cell) for cell in line)


def _times(element: Element, name: str) -> int:
    return max(tree.number(element, name, 1), 1)
