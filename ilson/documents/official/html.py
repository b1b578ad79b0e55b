"""Writes a laid-out document as one HTML file that needs nothing else and runs nothing, in memory."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

from ilson.documents.official.parts import (
    MM,
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
from ilson.documents.official.widths import is_small
from ilson.documents.official.wording import joined

_NO_REACH = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_FALLBACK = "'Malgun Gothic','Apple SD Gothic Neo','Noto Sans CJK KR','Noto Sans KR',sans-serif"
_FOOTER = round(10 * MM)
_SHEET = (
    "html{background:#ECEEF1;-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "body{box-sizing:border-box;max-width:210mm;min-height:297mm;margin:0 auto;background:#FFF;color:#000;"
    "word-break:keep-all;overflow-wrap:anywhere}"
    "p,h1{margin:0;font-weight:400;white-space:pre-wrap}"
    "b{font-weight:700}"
    "span.l{display:inline-block;text-indent:0;white-space:pre}"
    ".x{border:.5pt solid;padding:0 3pt}"
    "table{border-collapse:collapse;table-layout:fixed;width:100%}"
    ".g{margin:4pt 0}"
    "table.t th,table.t td,table.f th,table.f td{border:.5pt solid;padding:1.3mm var(--side)}"
    "th{background:#E5E5E5;font-weight:700}"
    "td,th{height:1.3em;vertical-align:middle;white-space:pre-wrap}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
    "hr{border:0;height:0}"
    "figure{margin:4pt 0;text-align:center}img{max-width:100%}"
    ".k{break-after:avoid}.w{break-inside:avoid}"
    "@media screen and (max-width:210mm){body{padding:16pt 12pt!important;min-height:0}.j{text-align:left!important}"
    ".g{overflow-x:auto}table{table-layout:auto}col{width:auto!important}td,th{overflow-wrap:break-word}}"
    "@media print{html{background:none}body{max-width:none;min-height:0;padding:0!important}}"
)


def to_html(paper: Paper) -> bytes:
    """Return the document as the bytes of an HTML file in UTF-8; equal documents give equal bytes.

    It holds its pictures, no script, and may load nothing; printed, it has the margins of the paper and page numbers.
    """
    pages = _Pages()
    body = "".join(map(pages.part, paper.parts))
    return (
        f'<!DOCTYPE html>\n<html lang="ko"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_NO_REACH}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{_properties(paper)}'
        f"<style>{_page(paper)}{_SHEET}{pages.sheet()}</style></head><body><main>{body}</main></body></html>\n"
    ).encode()


def _properties(paper: Paper) -> str:
    told = paper.properties
    metas = {
        "author": told.agency,
        "description": told.summary,
        "keywords": joined(told.keywords, ", "),
        "generator": "Ilson",
        "subject": told.mark,
    }
    named = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in metas.items() if value)
    return f"<title>{escape(told.title)}</title>{named}"


def _page(paper: Paper) -> str:
    font = "".join(letter for letter in paper.font if letter.isalnum() or letter in " -_")
    sides = [_points(side) for side in (paper.top, paper.right, paper.bottom + _FOOTER, paper.left)]
    number = "@bottom-center{content:'- ' counter(page) ' -';font-size:9pt}"
    return (
        f"@page{{size:A4;margin:{' '.join(sides)};{number}}}"
        f"body{{padding:{' '.join(sides)};font-family:'{font}',{_FALLBACK}}}"
    )


def _points(length: float) -> str:
    return f"{length / POINT:g}pt"


class _Pages:
    """Writes parts as HTML, and gives each look a class, once."""

    def __init__(self) -> None:
        self._looks: dict[str, str] = {}

    def part(self, part: Part) -> str:
        """Return one part."""
        match part:
            case Line():
                return self._line(part)
            case Bar():
                return self._bar(part)
            case Grid():
                return self._grid(part)
            case Image():
                return _image(part)

    def sheet(self) -> str:
        """Return the looks of all parts as a style sheet."""
        return "".join(f".{name}{{{look}}}" for look, name in self._looks.items())

    def _class(self, look: str) -> str:
        return self._looks.setdefault(look, f"c{len(self._looks)}")

    def _line(self, line: Line) -> str:
        stand = line.stand
        look = self._class(
            f"{_standing(stand, line.runs)};margin:{_points(stand.before)} 0 {_points(stand.after)} "
            f"{_points(stand.left + stand.hang)};text-indent:{_points(-stand.hang)}"
        )
        labels = "".join(self._label(label, line.runs[0]) for label in line.labels)
        text = f"{labels}{''.join(map(self._run, line.runs))}"
        tag, named = (
            "h1" if line.title else "p",
            f"{' k' if stand.keep else ''}{' j' if stand.align == 'justify' else ''}",
        )
        return f'<{tag} class="{look}{named}">{text}</{tag}>\n'

    def _label(self, label: Label, run: Run) -> str:
        look = self._class(f"{_letters(run.letters)};min-width:{_points(label.width)}")
        return f'<span class="l {look}">{escape(label.text)}</span>'

    def _run(self, run: Run) -> str:
        look = self._class(_letters(run.letters)) + (" x" if run.letters.boxed else "")
        text = f'<span class="{look}">{escape(run.text)}</span>'
        return f"<b>{text}</b>" if run.letters.bold else text

    def _bar(self, bar: Bar) -> str:
        drawn = f"border-top:{_points(bar.weight)} solid {bar.color};" if bar.weight else ""
        look = self._class(f"{drawn}margin:{_points(bar.before)} 0 {_points(bar.after)}")
        return f'<hr class="{look}" aria-hidden="true">\n'

    def _grid(self, grid: Grid) -> str:
        """Return a table that is no broader than the window; where its words would not fit it moves sideways."""
        total = sum(grid.widths)
        width = self._class(
            f"max-width:{_points(total - POINT)};margin-left:{_points(grid.left)};--side:{_points(grid.side)}"
        )
        columns = "".join(f'<col class="{self._class(f"width:{100 * each / total:.4g}%")}">' for each in grid.widths)
        rows = [self._row(row, grid) for row in grid.rows]
        head = f"<thead>{''.join(rows[: grid.heads])}</thead>" if grid.heads else ""
        spoken = ' role="presentation"' if grid.use == "people" else ""
        whole = " w" if is_small(grid) else ""
        return (
            f'<div class="g {width}{whole}"><table class="{grid.use[0]}"{spoken}><colgroup>{columns}</colgroup>'
            f"{head}<tbody>{''.join(rows[grid.heads :])}</tbody></table></div>\n"
        )

    def _row(self, row: Sequence[Cell], grid: Grid) -> str:
        scope = "col" if grid.use == "table" else "row"
        return f"<tr>{''.join(self._cell(cell, scope) for cell in row)}</tr>"

    def _cell(self, cell: Cell, scope: str) -> str:
        look = self._class(_standing(cell.stand, cell.runs) + (";vertical-align:top" if cell.top else ""))
        span = f' colspan="{cell.across}"' if cell.across > 1 else ""
        text = "".join(map(self._run, cell.runs))
        if cell.head:
            return f'<th class="{look}" scope="{scope}"{span}>{text}</th>'
        return f'<td class="{look}"{span}>{text}</td>'


def _standing(stand: Stand, runs: Sequence[Run]) -> str:
    size = max(run.letters.size for run in runs)
    loose = ";word-break:break-all" if stand.loose else ""
    return f"text-align:{stand.align};line-height:{stand.spacing / 100:g};font-size:{size}pt{loose}"


def _letters(letters: Letters) -> str:
    spacing = f";letter-spacing:{letters.spacing / 100:g}em" if letters.spacing else ""
    line = ";text-decoration:underline" if letters.underline else ""
    return f"font-size:{letters.size}pt{spacing}{line}"


def _image(image: Image) -> str:
    source = f"data:{image.media};base64,{b64encode(image.content).decode()}"
    size = f'width="{round(image.width / 75)}"'
    return f'<figure><img src="{source}" alt="{escape(image.says)}" {size}></figure>\n'
