"""Writes the paragraphs and tables of an HWPX section."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ilson.documents.official.items import columns
from ilson.documents.official.model import Rows
from ilson.documents.official.styles import CELL, MM, NO_BORDER, PT, SHADED, Letters, Lines, Styles

CELL_LETTERS = Letters(11)
HEAD_LETTERS = Letters(11, bold=True)
CELL_SPACING = 130  # per cent
CELL_SIDE = round(1.8 * MM)
CELL_TOP = round(1.0 * MM)
ROW_HEIGHT = round(8 * MM)
AFTER_TABLE = round(2 * MM)
ANCHOR = Letters(2)
"""The letters of the empty line that a table hangs on."""

_NARROWEST, _WIDEST = 6, 40  # columns that a table column counts at least and at most
_SHORT = 24  # columns up to which the cells of a column are centred
_NUMBER = re.compile(r"[△▲+-]?\s?\d[\d,]*(?:\.\d+)?\s?%?")
_NO_NUMBER = ("", "-")  # how a column of numbers says that there is none


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, its look, and its border fill."""

    text: str
    letters: Letters
    lines: Lines
    border: int


class Blocks:
    """Writes blocks in the looks of one file; every method returns XML."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def paragraph(self, pieces: Sequence[tuple[str, Letters]], lines: Lines, *, before: str = "") -> str:
        """Return a paragraph of pieces of text; `before` is XML of runs that go first."""
        runs = "".join(
            f'<hp:run charPrIDRef="{self._styles.letters(letters)}"><hp:t>{_text(text)}</hp:t></hp:run>'
            for text, letters in pieces
        )
        return (
            f'<hp:p id="0" paraPrIDRef="{self._styles.lines(lines)}" styleIDRef="0" pageBreak="0" columnBreak="0" '
            f'merged="0">{before}{runs}</hp:p>'
        )

    def table(self, rows: Rows, number: int, left: int, width: int) -> str:
        """Return a table with its first row as its head, `left` and `width` in HWPUNIT."""
        widths = _widths(rows, width)
        looks = [Lines(align=_align(column), spacing=CELL_SPACING) for column in zip(*rows[1:], strict=True)]
        cells = [[_head_cell(text) for text in rows[0]]]
        cells += [[Cell(text, CELL_LETTERS, looks[at], CELL) for at, text in enumerate(row)] for row in rows[1:]]
        return self.grid(cells, widths, number, left=left, head=True)

    def grid(
        self, cells: Sequence[Sequence[Cell]], widths: Sequence[int], number: int, *, left: int = 0, head: bool = False
    ) -> str:
        """Return a grid of cells on a line of its own; `head` repeats the first row on each page."""
        heights = [_height(row, widths) for row in cells]
        rows = "".join(
            f"<hp:tr>{''.join(self._cell(cell, (x, y), (widths[x], heights[y])) for x, cell in enumerate(row))}</hp:tr>"
            for y, row in enumerate(cells)
        )
        table = (
            f'<hp:run charPrIDRef="{self._styles.letters(ANCHOR)}"><hp:tbl id="{number}" zOrder="{number}" '
            'numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" '
            f'pageBreak="CELL" repeatHeader="{int(head)}" rowCnt="{len(cells)}" colCnt="{len(widths)}" cellSpacing="0" '
            f'borderFillIDRef="{CELL if head else NO_BORDER}" noAdjust="0">'
            f'<hp:sz width="{sum(widths)}" widthRelTo="ABSOLUTE" height="{sum(heights)}" heightRelTo="ABSOLUTE" '
            'protect="0"/><hp:pos treatAsChar="0" affectLSpacing="0" flowWithText="1" allowOverlap="0" '
            'holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" '
            f'horzOffset="{left}"/><hp:outMargin left="0" right="0" top="{CELL_TOP}" bottom="{CELL_TOP}"/>'
            f"<hp:inMargin {_margins(_side(cells[0][0]))}/>{rows}</hp:tbl><hp:t/></hp:run>"
        )
        return self.paragraph((), Lines(spacing=100, after=AFTER_TABLE if head else 0, keep=not head), before=table)

    def _cell(self, cell: Cell, place: tuple[int, int], size: tuple[int, int]) -> str:
        inside = self.paragraph(((cell.text, cell.letters),), cell.lines)
        return (
            f'<hp:tc name="" header="{int(cell.border == SHADED)}" hasMargin="1" protect="0" editable="0" dirty="0" '
            f'borderFillIDRef="{cell.border}"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" '
            'vertAlign="CENTER" linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" '
            f'hasNumRef="0">{inside}</hp:subList><hp:cellAddr colAddr="{place[0]}" rowAddr="{place[1]}"/>'
            f'<hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz width="{size[0]}" height="{size[1]}"/>'
            f"<hp:cellMargin {_margins(_side(cell))}/></hp:tc>"
        )


def _text(text: str) -> str:
    return "<hp:lineBreak/>".join(map(escape, text.split("\n")))


def _side(cell: Cell) -> int:
    return 0 if cell.border == NO_BORDER else CELL_SIDE


def _margins(side: int) -> str:
    return f'left="{side}" right="{side}" top="{CELL_TOP}" bottom="{CELL_TOP}"'


def _head_cell(text: str) -> Cell:
    return Cell(text, HEAD_LETTERS, Lines(align="CENTER", spacing=CELL_SPACING), SHADED)


def _align(cells: Sequence[str]) -> str:
    """Return how the cells of one column stand, below its head."""
    told = [cell for cell in cells if cell not in _NO_NUMBER]
    if told and all(map(_NUMBER.fullmatch, told)):
        return "RIGHT"
    return "CENTER" if all(columns(cell) <= _SHORT and "\n" not in cell for cell in cells) else "LEFT"


def _widths(rows: Rows, width: int) -> list[int]:
    weights = [min(max(_NARROWEST, *map(_longest, column)), _WIDEST) for column in zip(*rows, strict=True)]
    widths = [width * weight // sum(weights) for weight in weights]
    widths[-1] += width - sum(widths)
    return widths


def _longest(text: str) -> int:
    return max(map(columns, text.split("\n")))


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return a height that holds the text, in HWPUNIT: viewers cut off what a thin row cannot show."""
    most = ROW_HEIGHT
    for cell, width in zip(row, widths, strict=True):
        across = max(1, (width - 2 * _side(cell)) * 2 // (cell.letters.size * PT))
        count = sum(max(1, math.ceil(columns(line) / across)) for line in cell.text.split("\n"))
        most = max(most, count * cell.letters.size * PT * cell.lines.spacing // 100 + 2 * CELL_TOP)
    return most
