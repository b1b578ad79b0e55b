"""Writes a laid-out document as plain text, to be pasted into the document system (온나라)."""

from collections.abc import Iterator, Sequence

from ilson.documents.official.items import INDENT
from ilson.documents.official.parts import Bar, Cell, Grid, Image, Line, Paper, Part
from ilson.documents.official.wording import GAP, PICTURE, joined


def to_text(paper: Paper) -> str:
    """Return the whole document as text; a table is written row by row as `| a | b |`.

    Source: 시행규칙 제2조·제4조, 별지 제1호서식.
    """
    rows: list[str] = []
    apart = False
    for part in paper.parts:
        apart = apart or _apart(part)
        written = [*_part(part)]
        if written and rows and apart:
            rows.append("")
        apart = apart and not written
        rows += written
    return "\n".join(rows) + "\n"


def _apart(part: Part) -> bool:
    match part:
        case Line(gap=gap) | Grid(gap=gap):
            return gap
        case Bar():
            return True
        case Image():
            return False


def _part(part: Part) -> Iterator[str]:
    match part:
        case Line():
            yield from _line(part)
        case Grid():
            yield from _grid(part)
        case Image(says=says):
            yield f"[{joined((PICTURE, says), ': ')}]"
        case Bar():
            pass


def _grid(grid: Grid) -> Iterator[str]:
    match grid.use:
        case "table":
            yield from (f"| {' | '.join(' '.join(_said(cell).split()) for cell in row)} |" for row in grid.rows)
        case "facts":
            for row in grid.rows:
                yield from _facts(row)
        case "people":
            yield from _people([cell for row in grid.rows for cell in row])


def _line(line: Line) -> Iterator[str]:
    text = "".join(run.text for run in line.whole if not run.blank)
    first, *more = text.split("\n")
    indent = " " * line.indent
    if first.strip():
        yield f"{indent}{first.rstrip()}"
    yield from (f"{indent}{' ' * INDENT}{row.strip()}" for row in more if row.strip())


def _said(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs)


def _facts(row: Sequence[Cell]) -> Iterator[str]:
    for label, value in zip(row[::2], row[1::2], strict=True):
        first, *more = _said(value).split("\n")
        yield f"{_said(label)}: {first}".rstrip()
        yield from (f"{' ' * INDENT}{line.strip()}" for line in more if line.strip())


def _people(cells: Sequence[Cell]) -> Iterator[str]:
    each = zip(cells[::2], cells[1::2], strict=True)
    told = [joined((_said(title), _said(name).replace("\n", " ")), " ") for title, name in each]
    yield joined(told, GAP)
