"""Reads workbooks: each sheet is a heading with a table."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from ilson.documents import grid, limits
from ilson.documents.package import Package
from ilson.documents.unseen import Unseen
from ilson.documents.xlsx_looks import Looks, column
from ilson.domain.document import Block, Heading, Paragraph, Table
from ilson.domain.errors import FileLocked, FileTooLarge

Place = tuple[int, int]
"""Row and column, from 0."""

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
_PLACE = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>(?!</)')  # one that holds something
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
                columns = max(columns, column(letters.decode()) + 1)
            if rows * columns > 4 * limits.CELLS:
                raise FileTooLarge("a sheet with too many places")


def read(
    content: bytes, looks: Mapping[str, Looks], boxes: Mapping[str, Sequence[str]], unseen: Unseen
) -> Iterator[Block]:
    """Yield the sheets that are not empty, those of old .xls files too; without what nobody sees of them.

    The paragraphs of the text boxes follow the table of their sheet.

    Raises:
        FileLocked: a password protects it.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise FileLocked("workbook: protected") from None
    for told in book.sheets_metadata:
        sheet = book.get_sheet_by_name(told.name)
        rows = [[_said(value) for value in row] for row in sheet.to_python(skip_empty_area=True)]
        if told.visible != SheetVisibleEnum.Visible:
            unseen.places += any(map(any, rows)) or told.name in boxes
            continue
        if told.name in looks:
            _write_shares(rows, sheet.start or (0, 0), looks[told.name])
            _leave_out(rows, sheet, looks[told.name], unseen)
        drawn = boxes.get(told.name, ())
        table = _table(rows)
        if table is not None or drawn:
            yield Heading(told.name)
        if table is not None:
            yield table
        yield from map(Paragraph, drawn)


def _write_shares(rows: list[list[str]], start: Place, looks: Looks) -> None:
    """Write as a per cent what the sheet shows so."""
    for (row, at), digits in looks.shares.items():
        place, column = row - start[0], at - start[1]
        if 0 <= place < len(rows) and 0 <= column < len(rows[place]):
            rows[place][column] = _share(rows[place][column], digits)


def _share(said: str, digits: int) -> str:
    try:
        return f"{Decimal(said).scaleb(2).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):f}%"
    except InvalidOperation:
        return said


def _leave_out(rows: list[list[str]], sheet: CalamineSheet, looks: Looks, unseen: Unseen) -> None:
    """Empty what nobody sees: hidden rows or columns that follow each other are one place, cells that touch are one."""
    top, left = sheet.start or (0, 0)
    merged = {first for first, last in sheet.merged_cell_ranges or () if _shows(first, last, looks)}
    width = max(map(len, rows), default=0)
    bands = [
        *([(row, at) for row in band for at in range(width)] for band in _bands(looks.rows, top, len(rows))),
        *([(row, at) for at in band for row in range(len(rows))] for band in _bands(looks.columns, left, width)),
        *_touching({(row - top, at - left) for row, at in looks.cells}),
    ]
    for band in bands:
        said = False
        for row, at in band:
            within = 0 <= row < len(rows) and 0 <= at < len(rows[row])
            if within and rows[row][at] and (row + top, at + left) not in merged:
                said = said or not rows[row][at].isspace()
                rows[row][at] = ""
        unseen.places += said


def _shows(first: Place, last: Place, looks: Looks) -> bool:
    """Return whether a merged cell shows: one of its rows and one of its columns does."""
    rows, columns = range(first[0], last[0] + 1), range(first[1], last[1] + 1)
    return first not in looks.cells and not looks.rows.issuperset(rows) and not looks.columns.issuperset(columns)


def _bands(hidden: set[int], first: int, count: int) -> Iterator[list[int]]:
    """Yield the hidden ones of so many rows or columns, in groups of those that follow each other, counted from 0."""
    band: list[int] = []
    for index in range(count):
        if index + first in hidden:
            band.append(index)
        elif band:
            yield band
            band = []
    yield band


def _touching(cells: set[Place]) -> Iterator[list[Place]]:
    """Yield the cells in groups of those that touch each other."""
    while cells:
        group = [cells.pop()]
        for row, at in group:  # it grows while it is read
            near = {(row - 1, at), (row + 1, at), (row, at - 1), (row, at + 1)} & cells
            cells -= near
            group += near
        yield group


def _table(rows: Sequence[Sequence[str]]) -> Table | None:
    rows = [row for row in rows if any(row)]
    used = [index for index in range(max(map(len, rows), default=0)) if any(_at(row, index) for row in rows)]
    return Table(tuple(tuple(_at(row, index) for index in used) for row in rows)) if rows else None


def _at(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _said(value: Value) -> str:
    """Return a cell as it is read: no '.0', dates in ISO form, lengths of time in hours, minutes and seconds."""
    match value:
        case bool():
            return str(value).upper()
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"
        case dt.datetime() | dt.date() | dt.time() | dt.timedelta():
            return _time(value)
        case str():
            return grid.clean(value)
        case int():
            return str(value)


def _time(value: dt.datetime | dt.date | dt.time | dt.timedelta) -> str:
    match value:
        case dt.datetime():
            whole = value.time() == dt.time()
            return value.date().isoformat() if whole else value.isoformat(" ")
        case dt.date() | dt.time():
            return value.isoformat()
        case dt.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
