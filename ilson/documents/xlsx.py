"""Reads workbooks: each sheet is a heading with a table."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError

from ilson.documents import grid, limits
from ilson.documents.package import Package
from ilson.domain.document import Block, Heading, Table
from ilson.domain.errors import FileLocked, FileTooLarge

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
_PLACE = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_LETTERS: Final = 26
_EXACT: Final = 1e15  # below, a float keeps every whole number


def check(package: Package) -> None:
    """Make sure that no sheet spans more places than the limit: the parser allots memory for all between.

    Raises:
        FileTooLarge: one does.
    """
    for name in package.names:
        if _SHEET.match(name):
            rows = columns = 1
            for letters, digits in _PLACE.findall(package.read(name)):
                rows = max(rows, int(digits))
                columns = max(columns, _column(letters))
            if rows * columns > 4 * limits.CELLS:
                raise FileTooLarge("a sheet with too many places")


def read(content: bytes) -> Iterator[Block]:
    """Yield the sheets that are not empty, those of old .xls files too.

    Raises:
        FileLocked: a password protects it.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise FileLocked("workbook: protected") from None
    for name in book.sheet_names:
        table = _table(book.get_sheet_by_name(name))
        if table is not None:
            yield Heading(name)
            yield table


def _table(sheet: CalamineSheet) -> Table | None:
    rows = [[_said(value) for value in row] for row in sheet.to_python(skip_empty_area=True)]
    rows = [row for row in rows if any(row)]
    used = [index for index in range(max(map(len, rows), default=0)) if any(_at(row, index) for row in rows)]
    return Table(tuple(tuple(_at(row, index) for index in used) for row in rows)) if rows else None


def _at(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _said(value: Value) -> str:
    """Return a cell as it is read: no '.0', dates in ISO form."""
    match value:
        case bool():
            return str(value).upper()
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"
        case dt.datetime():
            whole = value.time() == dt.time()
            return value.date().isoformat() if whole else value.isoformat(" ")
        case dt.date() | dt.time():
            return value.isoformat()
        case str():
            return grid.clean(value)
        case int() | dt.timedelta():
            return str(value)


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * _LETTERS + letter - ord("A") + 1
    return column
