"""Writes the parts of a document as the paragraphs, tables and pictures of an HWPX section."""

from collections.abc import Sequence
from html import escape

from ilson.documents.official.parts import MM, POINT, Bar, Cell, Grid, Image, Letters, Line, Part, Run, Stand
from ilson.documents.official.styles import CELL, NO_BORDER, PLAIN, SHADED, Styles
from ilson.documents.official.widths import height, is_small, spans

CELL_TOP = round(1.0 * MM)
ROW_HEIGHT = round(8 * MM)
AFTER_TABLE = round(2 * MM)
AROUND = round(2 * MM)

_ANCHOR = Letters(2)
"""The letters of the empty line that a bar or a table stands on."""


class Blocks:
    """Writes blocks in the looks of one file; every method returns XML."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._objects = 0
        self.images: list[Image] = []

    def part(self, part: Part, before: str = "") -> str:
        """Return one part; `before` is XML of runs that go first."""
        match part:
            case Line(stand=stand):
                return self._paragraph(part.whole, self._styles.stand(stand), before)
            case Bar():
                return self._bar(part, before)
            case Grid():
                return self._grid(part, before)
            case Image():
                return self._image(part, before)

    def _paragraph(self, runs: Sequence[Run], look: int, before: str = "") -> str:
        written = "".join(
            f'<hp:run charPrIDRef="{self._styles.letters(run.letters)}"><hp:t>{_text(run)}</hp:t></hp:run>'
            for run in runs
        )
        return (
            f'<hp:p id="0" paraPrIDRef="{look}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">'
            f"{before}{written}</hp:p>"
        )

    def _bar(self, bar: Bar, before: str) -> str:
        """Return empty lines as high as the room around the bar: viewers do not agree where a border stands in it."""
        rooms = [(bar.before, 0), (0, self._styles.bar(bar)), (bar.after, 0)]
        lines = [(round(room / POINT), border) for room, border in rooms if border or room >= POINT]
        written: list[str] = []
        for size, border in lines or [(1, 0)]:
            look = self._styles.stand(Stand(spacing=100, keep=True), border or PLAIN)
            written.append(self._paragraph((Run("", Letters(size or _ANCHOR.size)),), look, "" if written else before))
        return "".join(written)

    def _grid(self, grid: Grid, before: str) -> str:
        side = 0 if grid.use == "people" else grid.side
        lined = bool(side)
        widths = [spans(row, grid.widths) for row in grid.rows]
        heights = [_height(row, across, side) for row, across in zip(grid.rows, widths, strict=True)]
        rows = "".join(self._row(row, (y, heights[y]), widths[y], side) for y, row in enumerate(grid.rows))
        self._objects += 1
        breaks = "NONE" if is_small(grid) else "CELL"
        table = (
            f'<hp:run charPrIDRef="{self._styles.letters(_ANCHOR)}"><hp:tbl id="{self._objects}" '
            f'zOrder="{self._objects}" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" '
            f'dropcapstyle="None" pageBreak="{breaks}" repeatHeader="{int(bool(grid.heads))}" '
            f'rowCnt="{len(grid.rows)}" colCnt="{len(grid.widths)}" cellSpacing="0" '
            f'borderFillIDRef="{CELL if lined else NO_BORDER}" noAdjust="0"><hp:sz width="{sum(grid.widths)}" '
            f'widthRelTo="ABSOLUTE" height="{sum(heights)}" heightRelTo="ABSOLUTE" protect="0"/>'
            '<hp:pos treatAsChar="0" affectLSpacing="0" flowWithText="1" '
            'allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" '
            f'horzAlign="LEFT" vertOffset="0" horzOffset="{grid.left}"/><hp:outMargin left="0" right="0" '
            f'top="{AROUND}" bottom="{CELL_TOP}"/><hp:inMargin {_margins(side)}/>{rows}</hp:tbl><hp:t/></hp:run>'
        )
        stand = Stand(spacing=100, after=AFTER_TABLE if lined else 0, keep=not lined)
        return self._paragraph((), self._styles.stand(stand), f"{before}{table}")

    def _row(self, row: Sequence[Cell], place: tuple[int, int], widths: Sequence[int], side: int) -> str:
        down, tall = place
        columns = (sum(cell.across for cell in row[:at]) for at in range(len(row)))
        cells = (
            self._cell(cell, (column, down), (wide, tall), side)
            for cell, column, wide in zip(row, columns, widths, strict=True)
        )
        return f"<hp:tr>{''.join(cells)}</hp:tr>"

    def _cell(self, cell: Cell, place: tuple[int, int], size: tuple[int, int], side: int) -> str:
        inside = self._paragraph(cell.runs, self._styles.stand(cell.stand))
        border = (SHADED if cell.head else CELL) if side else NO_BORDER
        return (
            f'<hp:tc name="" header="{int(cell.head)}" hasMargin="1" protect="0" editable="0" dirty="0" '
            f'borderFillIDRef="{border}"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" '
            f'vertAlign="{"TOP" if cell.top else "CENTER"}" linkListIDRef="0" linkListNextIDRef="0" textWidth="0" '
            f'textHeight="0" hasTextRef="0" hasNumRef="0">{inside}</hp:subList>'
            f'<hp:cellAddr colAddr="{place[0]}" rowAddr="{place[1]}"/>'
            f'<hp:cellSpan colSpan="{cell.across}" rowSpan="1"/><hp:cellSz width="{size[0]}" height="{size[1]}"/>'
            f"<hp:cellMargin {_margins(side)}/></hp:tc>"
        )

    def _image(self, image: Image, before: str) -> str:
        self.images.append(image)
        self._objects += 1
        wide, tall = image.width, image.height
        unchanged = 'e1="1" e2="0" e3="0" e4="0" e5="1" e6="0"'
        picture = (
            f'<hp:run charPrIDRef="{self._styles.letters(_ANCHOR)}"><hp:pic textWrap="TOP_AND_BOTTOM" '
            f'textFlow="BOTH_SIDES" reverse="0" id="{self._objects}" zOrder="{self._objects}" numberingType="PICTURE" '
            f'lock="0" dropcapstyle="None" href="" groupLevel="0" instid="{self._objects}"><hp:offset x="0" y="0"/>'
            f'<hp:orgSz width="{wide}" height="{tall}"/><hp:curSz width="{wide}" height="{tall}"/>'
            f'<hp:flip horizontal="0" vertical="0"/><hp:rotationInfo angle="0" centerX="{wide // 2}" '
            f'centerY="{tall // 2}" rotateimage="1"/><hp:renderingInfo><hc:transMatrix {unchanged}/>'
            f"<hc:scaMatrix {unchanged}/><hc:rotMatrix {unchanged}/></hp:renderingInfo>"
            f'<hp:imgRect><hc:pt0 x="0" y="0"/><hc:pt1 x="{wide}" y="0"/><hc:pt2 x="{wide}" y="{tall}"/>'
            f'<hc:pt3 x="0" y="{tall}"/></hp:imgRect><hp:imgClip left="0" right="{wide}" top="0" bottom="{tall}"/>'
            f'<hp:inMargin left="0" right="0" top="0" bottom="0"/><hp:imgDim dimwidth="{wide}" dimheight="{tall}"/>'
            f'<hc:img binaryItemIDRef="{image_id(len(self.images))}" bright="0" contrast="0" effect="REAL_PIC" '
            f'alpha="0"/><hp:effects/><hp:sz width="{wide}" widthRelTo="ABSOLUTE" height="{tall}" '
            'heightRelTo="ABSOLUTE" protect="0"/><hp:pos treatAsChar="1" affectLSpacing="0" flowWithText="1" '
            'allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" '
            'horzAlign="LEFT" vertOffset="0" horzOffset="0"/><hp:outMargin left="0" right="0" top="0" bottom="0"/>'
            f"<hp:shapeComment>{escape(image.says)}</hp:shapeComment></hp:pic><hp:t/></hp:run>"
        )
        stand = Stand(align="center", spacing=100, before=AROUND, after=AROUND)
        return self._paragraph((), self._styles.stand(stand), f"{before}{picture}")


def image_id(number: int) -> str:
    """Return the name of an image, by its number from 1, inside the file."""
    return f"image{number}"


def _text(run: Run) -> str:
    room = " " if run.letters.boxed else ""
    return room + "<hp:lineBreak/>".join(map(escape, run.text.split("\n"))) + room


def _margins(side: int) -> str:
    return f'left="{side}" right="{side}" top="{CELL_TOP}" bottom="{CELL_TOP}"'


def _height(row: Sequence[Cell], widths: Sequence[int], side: int) -> int:
    """Return a height that holds the text: viewers cut off what a thin row cannot show."""
    needed = (height(cell, wide - 2 * side) + 2 * CELL_TOP for cell, wide in zip(row, widths, strict=True))
    return max(ROW_HEIGHT, *needed)
