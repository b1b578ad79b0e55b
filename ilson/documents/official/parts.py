"""The parts that a laid-out document consists of; every writer draws the same parts.

Lengths are in hundredths of a point: HWPUNIT, the unit of HWPX.
"""

from dataclasses import dataclass, replace
from typing import Literal

POINT = 100
"""Units in a point."""
MM = 7200 / 25.4
"""Units in a millimetre."""
PAPER_WIDTH = round(210 * MM)
"""Of A4 (영 제7조제6항)."""
PAPER_HEIGHT = round(297 * MM)
CELL_SIDE = round(1.8 * MM)
"""Left and right of the text of a cell, unless its table has many columns."""

Align = Literal["left", "center", "right", "justify"]
Use = Literal["table", "facts", "people"]
Format = Literal["png", "jpg"]


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: `size` in points, `spacing` between them in per cent of the size."""

    size: int
    bold: bool = False
    underline: bool = False
    spacing: int = 0
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike; a line break stays one.

    A `blank` one is a label or a place that a form prints although nobody filled it in; plain text does without it.
    """

    text: str
    letters: Letters
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the text of a line and how wide its place is: 「1. 」, 「수신  」."""

    text: str
    width: int


@dataclass(frozen=True, slots=True)
class Stand:
    """How a paragraph stands: `spacing` of its lines in per cent.

    `left` is where its first line begins, `hang` how much further right the others do; `keep` keeps it on the page of
    what follows it; the lines of a `loose` one may end inside a word, since it has one that no line holds.
    """

    align: Align = "justify"
    left: int = 0
    hang: int = 0
    before: int = 0
    after: int = 0
    spacing: int = 160
    keep: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `title` marks the title of the document, `labels` stand before its first letters and look like them.

    `indent` and `gap` are for plain text: columns before it, and whether an empty line stands above it.
    """

    runs: tuple[Run, ...]
    stand: Stand = Stand()
    labels: tuple[Label, ...] = ()
    title: bool = False
    indent: int = 0
    gap: bool = False

    @property
    def whole(self) -> tuple[Run, ...]:
        """The runs with the labels in the first one, for writers that draw no places."""
        first, *rest = self.runs
        return (replace(first, text="".join(label.text for label in self.labels) + first.text), *rest)


@dataclass(frozen=True, slots=True)
class Bar:
    """A line across the text, `weight` thick, with room above and below it; `color` as `#RRGGBB`."""

    weight: int
    color: str = "#000000"
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `head` is one that names others, `across` how many columns it takes.

    Its text stands in the middle of its height, or at its top.
    """

    runs: tuple[Run, ...]
    stand: Stand = Stand(align="left", spacing=130)
    head: bool = False
    across: int = 1
    top: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells over columns of these widths; `heads` rows from the top repeat on every page.

    `side` is the room left and right of the text of a cell.

    A table has lines, and heads above; facts have lines, and heads at the side; people (the boxes of signatures) have
    neither. `gap` is an empty line of plain text above it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    left: int = 0
    heads: int = 0
    use: Use = "table"
    gap: bool = False
    side: int = CELL_SIDE


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the middle of the line; `content` is the whole file, `says` tells it to whoever cannot see it."""

    content: bytes
    format: Format
    says: str
    width: int
    height: int

    @property
    def media(self) -> str:
        """Its media type."""
        return "image/png" if self.format == "png" else "image/jpeg"


Part = Line | Bar | Grid | Image


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself; `mark` tells how it came about, and is empty where no AI took part."""

    title: str = ""
    agency: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document laid out on A4: its parts, the margins around them, the font, and its properties."""

    parts: tuple[Part, ...]
    properties: Properties = Properties()
    font: str = "맑은 고딕"
    top: int = round(20 * MM)
    bottom: int = round(10 * MM)
    left: int = round(20 * MM)
    right: int = round(20 * MM)

    @property
    def width(self) -> int:
        """How wide the text is."""
        return PAPER_WIDTH - self.left - self.right
