"""Writes a laid-out document as a DOCX file, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from ilson.documents.official.docx_package import image_id, pack
from ilson.documents.official.parts import (
    MM,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    POINT,
    Bar,
    Cell,
    Grid,
    Image,
    Label,
    Letters,
    Line,
    Paper,
    Part,
    Run,
    Stand,
)
from ilson.documents.official.widths import is_small, spans

_FOOTER = round(10 * MM)
_CELL_TOP = round(1.0 * MM)
_ROW = round(8 * MM)
_AROUND = 4 * POINT  # tables and pictures
_EMU = 127  # in a unit of ours
_UNDERLINE = '<w:u w:val="single"/>'
_BOX = '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_JUSTIFIED = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def to_docx(paper: Paper) -> bytes:
    """Return the document as the bytes of a DOCX file; equal documents give equal bytes.

    Source: ECMA-376 (WordprocessingML); 시행규칙 제18조 (쪽 번호).
    """
    pages = _Pages()
    body = "".join(map(pages.part, paper.parts))
    return pack(f"{body}{_section(paper)}", paper, pages.images)


class _Pages:
    """Writes parts as WordprocessingML, and collects the images among them."""

    def __init__(self) -> None:
        self.images: list[Image] = []

    def part(self, part: Part) -> str:
        """Return one part."""
        match part:
            case Line():
                return _line(part)
            case Bar():
                return _bar(part)
            case Grid():
                return _grid(part)
            case Image():
                self.images.append(part)
                return _image(part, len(self.images))


def _twips(length: int) -> int:
    return round(length / 5)


def _line(line: Line) -> str:
    named = '<w:pStyle w:val="Title"/>' if line.title else ""
    labels = "".join(_label(label, line.runs[0].letters) for label in line.labels)
    return _paragraph(line.runs, line.stand, named, labels)


def _label(label: Label, letters: Letters) -> str:
    """Return a run that is as wide as its place in every font, so that the text stands where its other lines do."""
    return _run(Run(label.text, letters), f'<w:fitText w:val="{_twips(label.width)}"/>')


def _paragraph(runs: Sequence[Run], stand: Stand, named: str = "", labels: str = "") -> str:
    keep = "<w:keepNext/>" if stand.keep else ""
    loose = '<w:wordWrap w:val="0"/>' if stand.loose else ""
    properties = (
        f'{named}{keep}{loose}<w:spacing w:before="{_twips(stand.before)}" w:after="{_twips(stand.after)}" '
        f'w:line="{round(_pitch(runs, stand))}" w:lineRule="atLeast"/>'
        f'<w:ind w:left="{_twips(stand.left + stand.hang)}" w:hanging="{_twips(stand.hang)}"/>'
        f'<w:jc w:val="{_JUSTIFIED[stand.align]}"/>'
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{labels}{''.join(map(_run, runs))}</w:p>"


def _pitch(runs: Sequence[Run], stand: Stand) -> float:
    """Return how far the lines are apart, in twips."""
    return max((run.letters.size for run in runs), default=1) * 20 * stand.spacing / 100


def _run(run: Run, more: str = "") -> str:
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in _padded(run).split("\n"))
    return f"<w:r>{_letters(run.letters, more)}{'<w:br/>'.join(pieces)}</w:r>"


def _padded(run: Run) -> str:
    return f" {run.text} " if run.letters.boxed else run.text


def _letters(letters: Letters, more: str = "") -> str:
    return (
        f"<w:rPr>{'<w:b/>' if letters.bold else ''}"
        f'<w:spacing w:val="{letters.spacing * letters.size * 20 // 100}"/>'
        f'<w:sz w:val="{letters.size * 2}"/><w:szCs w:val="{letters.size * 2}"/>'
        f"{_UNDERLINE if letters.underline else ''}{_BOX if letters.boxed else ''}{more}</w:rPr>"
    )


def _bar(bar: Bar) -> str:
    eighths = max(2, round(bar.weight / POINT * 8))
    border = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="1" w:color="{bar.color[1:]}"/></w:pBdr>'
        if bar.weight
        else ""
    )
    spacing = (
        f'<w:spacing w:before="{_twips(bar.before)}" w:after="{_twips(bar.after)}" w:line="20" w:lineRule="exact"/>'
    )
    return f"<w:p><w:pPr><w:keepNext/>{border}{spacing}</w:pPr></w:p>"


def _grid(grid: Grid) -> str:
    lined = grid.use != "people"
    side = _twips(grid.side if lined else 0)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = "single" if lined else "nil"
    borders = "".join(f'<w:{edge} w:val="{line}" w:sz="4" w:space="0" w:color="auto"/>' for edge in edges)
    properties = (
        f'<w:tblW w:w="{_twips(sum(grid.widths))}" w:type="dxa"/><w:tblInd w:w="{_twips(grid.left)}" '
        f'w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{_twips(_CELL_TOP)}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{_twips(_CELL_TOP)}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )
    columns = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in grid.widths)
    last = len(grid.rows) - 1
    small = is_small(grid)
    rows = "".join(
        _row([_kept(cell) for cell in row] if small and place < last else row, grid, head=place < grid.heads)
        for place, row in enumerate(grid.rows)
    )
    space = f'<w:spacing w:before="0" w:after="0" w:line="{_twips(_AROUND)}" w:lineRule="exact"/>'
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        f"<w:p><w:pPr>{space}</w:pPr></w:p>"  # two tables without a paragraph between them become one
    )


def _kept(cell: Cell) -> Cell:
    return replace(cell, stand=replace(cell.stand, keep=True))


def _row(row: Sequence[Cell], grid: Grid, *, head: bool) -> str:
    cells = "".join(_cell(cell, width) for cell, width in zip(row, spans(row, grid.widths), strict=True))
    height = f'<w:trHeight w:val="{_twips(_ROW)}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr>{height}{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E5E5E5"/>' if cell.head else ""
    properties = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>{span}{shade}<w:vAlign w:val="{_down(cell)}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(cell.runs, cell.stand)}</w:tc>"


def _down(cell: Cell) -> str:
    return "top" if cell.top else "center"


def _image(image: Image, number: int) -> str:
    size = f'cx="{image.width * _EMU}" cy="{image.height * _EMU}"'
    named = f'id="{number}" name="{image_id(number)}" descr="{escape(image.says)}"'
    around = f'<w:spacing w:before="{_twips(_AROUND)}" w:after="{_twips(_AROUND)}"/>'
    return (
        f'<w:p><w:pPr>{around}<w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{image_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _section(paper: Paper) -> str:
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{_twips(PAPER_WIDTH)}" w:h="{_twips(PAPER_HEIGHT)}"/>'
        f'<w:pgMar w:top="{_twips(paper.top)}" w:right="{_twips(paper.right)}" '
        f'w:bottom="{_twips(paper.bottom + _FOOTER)}" w:left="{_twips(paper.left)}" w:header="0" '
        f'w:footer="{_twips(paper.bottom)}" w:gutter="0"/></w:sectPr>'
    )
