"""Writes a laid-out document as a PDF file with its font in it, in memory.

What people typed goes to the typesetter as data, beside a fixed program (`paper.typ`) that never changes: nothing typed
is ever read as a command. The typesetter has no network, no fonts but ours, and no path.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Final

import orjson
import typst

from ilson.documents.official.items import columns
from ilson.documents.official.parts import MM, POINT, Bar, Cell, Grid, Image, Label, Letters, Line, Paper, Run, Stand
from ilson.documents.official.widths import is_small, spans, wide
from ilson.documents.official.wording import PICTURE, joined
from ilson.domain.errors import TooLong

CELLS: Final = 60_000
"""Cells of all tables together; the typesetter takes some 25 KB of memory for each."""

_HERE = Path(__file__).parent
_PROGRAM = _HERE / "paper.typ"
_FONTS = _HERE / "fonts"
_FOOTER = round(10 * MM)
_CELL_TOP = round(1.3 * MM)
_AROUND = round(2 * MM)  # tables and pictures
_AFTER = round(3 * MM)  # tables
_WORDS = re.compile(r"\n| +|[^ \n]+")
_PLAIN = re.compile(r"\S+(?: \S+)*")  # words with one space between them
_LATIN = re.compile(r"[A-Za-z]")
_ROOM = 90  # per cent of the width that a word may take before it is broken


def to_pdf(paper: Paper) -> bytes:
    """Return the document as the bytes of a PDF file; equal documents give equal bytes.

    It is a PDF/A-2a and PDF/UA-1 file, unless it holds a character that the font has not. Lines end between words.

    Raises:
        TooLong: its tables have more than CELLS cells.
    """
    if sum(len(row) for part in paper.parts if isinstance(part, Grid) for row in part.rows) > CELLS:
        message = f"more than {CELLS} cells"
        raise TooLong(message)
    images = [part for part in paper.parts if isinstance(part, Image)]
    given = {_name(number): _drawing(image) for number, image in enumerate(images)}
    given["paper"] = orjson.dumps(_paper(paper)).decode()
    try:
        return _compile(given, for_all=True)
    except typst.TypstError:
        return _compile(given, for_all=False)


def _compile(given: dict[str, str], *, for_all: bool) -> bytes:
    """Return the file; one for all is made for keeping (ISO 19005-2) and for those who hear it (ISO 14289-1)."""
    return typst.compile(
        _PROGRAM.read_bytes(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[_FONTS]),
        format="pdf",
        sys_inputs=given,
        pdf_standards=["a-2a", "ua-1"] if for_all else [],
        timestamp=0,
    )


def _name(number: int) -> str:
    return f"image{number}"


def _drawing(image: Image) -> str:
    """Return the picture inside a drawing, as SVG: the typesetter takes nothing from memory that is no text."""
    content = b64encode(image.content).decode()
    size = f'width="{image.width}" height="{image.height}"'
    picture = f'<image {size} href="data:{image.media};base64,{content}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{picture}</svg>'


def _paper(paper: Paper) -> dict[str, Any]:
    told = paper.properties
    return {
        "title": told.title,
        "author": [told.agency] if told.agency else [],
        "description": joined((told.mark, told.summary), " - "),
        "keywords": [*told.keywords, *filter(None, (told.mark,))],
        "top": paper.top,
        "bottom": paper.bottom + _FOOTER,
        "left": paper.left,
        "right": paper.right,
        "parts": [*_parts(paper)],
    }


def _parts(paper: Paper) -> Iterator[dict[str, Any]]:
    images = count()
    for part in paper.parts:
        match part:
            case Line():
                yield _line(part, paper.width)
            case Bar():
                weight = {"weight": part.weight, "color": part.color}
                yield {"kind": "bar", "before": part.before, "after": part.after, **weight}
            case Grid():
                yield _grid(part)
            case Image():
                size = {"width": part.width, "height": part.height}
                name = {"name": _name(next(images)), "says": part.says or PICTURE}
                yield {"kind": "image", "before": _AROUND, "after": _AROUND, **size, **name}


def _line(line: Line, width: int) -> dict[str, Any]:
    stand = line.stand
    leading = _leading(line.runs, stand)
    return {
        "kind": "line",
        "title": line.title,
        "before": stand.before,
        "after": stand.after + leading,
        "left": stand.left,
        "keep": stand.keep,
        "labels": [_label(label, line.runs[0]) for label in line.labels],
        **_text(line.runs, stand, width - stand.left - stand.hang),
    }


def _label(label: Label, run: Run) -> dict[str, Any]:
    return {"width": label.width, **_run(replace(run, text=label.text), label.width)}


def _text(runs: Sequence[Run], stand: Stand, width: int) -> dict[str, Any]:
    return {
        "align": "left" if stand.align == "justify" else stand.align,
        "justify": stand.align == "justify",
        "hang": stand.hang,
        "leading": _leading(runs, stand),
        "runs": [_run(run, width) for run in runs],
    }


def _leading(runs: Sequence[Run], stand: Stand) -> int:
    """Return how far the lines are apart: the spacing without the letters."""
    return max((run.letters.size for run in runs), default=0) * POINT * (stand.spacing - 100) // 100


def _run(run: Run, width: int) -> dict[str, Any]:
    letters = run.letters
    return {
        "size": letters.size * POINT,
        "bold": letters.bold,
        "underline": letters.underline,
        "boxed": letters.boxed,
        "spacing": letters.spacing * letters.size * POINT // 100,
        "words": [*_words(run.text, letters, width)],
    }


def _words(text: str, letters: Letters, width: int) -> Iterator[str]:
    """Yield words, the spaces between them and line breaks; a word that no line holds comes in pieces.

    A short text comes whole: most cells of a large table are, and each piece takes the typesetter's time and memory.
    """
    most = max(2, width * _ROOM * 2 // (100 * letters.size * POINT))
    if columns(text) <= most and _PLAIN.fullmatch(text):
        yield text
        return
    for word in _WORDS.findall(text):
        if columns(word) <= most or _fits(word, letters, width):
            yield word
        else:
            yield from (word[at : at + most // 2] for at in range(0, len(word), most // 2))


def _fits(word: str, letters: Letters, width: int) -> bool:
    """Return whether a line holds a word; how wide numbers and Hangul are is known, Latin letters differ."""
    share = _ROOM if _LATIN.search(word) else 100
    return wide(word, letters) <= width * share // 100


def _grid(grid: Grid) -> dict[str, Any]:
    side = 0 if grid.use == "people" else grid.side
    return {
        "kind": "grid",
        "use": grid.use,
        "before": _AROUND,
        "after": _AFTER,
        "whole": is_small(grid),
        "left": grid.left,
        "widths": grid.widths,
        "heads": grid.heads,
        "side": side,
        "top": _CELL_TOP,
        "rows": [
            [_cell(cell, wide - 2 * side) for cell, wide in zip(row, spans(row, grid.widths), strict=True)]
            for row in grid.rows
        ],
    }


def _cell(cell: Cell, width: int) -> dict[str, Any]:
    return {"head": cell.head, "across": cell.across, "down": cell.top, **_text(cell.runs, cell.stand, width)}
