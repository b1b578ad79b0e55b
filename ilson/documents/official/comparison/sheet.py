"""Lays a comparison out as the table of old and new provisions, on A4."""

from collections.abc import Sequence
from typing import Final

from ilson.documents.official.comparison.shown import Shown
from ilson.documents.official.comparison.words import Pieces
from ilson.documents.official.parts import POINT, Cell, Grid, Letters, Line, Paper, Part, Properties, Run, Stand

TITLE: Final = "신ㆍ구조문대비표"
HEADS: Final = ("현  행", "개  정  안")
SAME: Final = "두 문서의 내용이 같습니다."

_TITLE = Letters(16, bold=True)
_HEAD = Letters(11, bold=True)
_SAID = Letters(10)
_CHANGED = Letters(10, underline=True)
_STAND = Stand(align="left", spacing=150)


def lay_out(rows: Sequence[Shown]) -> Paper:
    """Return the table on its paper; its head is on every page.

    Source: 법제처, 「법령 입안ㆍ심사 기준」, 신구조문대비표의 작성.
    """
    blank = Paper(())
    title = Line((Run(TITLE, _TITLE),), Stand(align="center", after=10 * POINT), title=True)
    below = _grid(rows, blank.width) if rows else Line((Run(SAME, _SAID),), Stand(align="center"), gap=True)
    return Paper((title, below), Properties(title=TITLE))


def _grid(rows: Sequence[Shown], width: int) -> Part:
    half = width // 2
    head = tuple(Cell((Run(label, _HEAD),), Stand(align="center", spacing=130), head=True) for label in HEADS)
    cells = tuple((_cell(row.old), _cell(row.new)) for row in rows)
    return Grid((head, *cells), (half, width - half), heads=1, gap=True)


def _cell(pieces: Pieces) -> Cell:
    runs = tuple(Run(piece.text, _CHANGED if piece.changed else _SAID) for piece in pieces)
    return Cell(runs or (Run("", _SAID),), _STAND, top=True)
