"""The visible text of an office file, in segments that can be replaced one by one."""

from dataclasses import dataclass
from typing import Final, Literal

Where = Literal["body", "table", "merged", "box", "caption", "note", "header", "footer"]
"""Where a text stands; `merged` is a cell that spans others, or one of a table within a table."""

CELLS: Final[tuple[Where, ...]] = ("table", "merged")
"""The places that are cells."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The text of one paragraph.

    A stretch of another look, or a link, stands between the marks ⟨1⟩ and ⟨/1⟩; ⟨2/⟩ stands for what is no text, such
    as the anchor of a note. A tab is a tab, a break of the line a line feed. `plain` is the text without the marks.
    """

    id: str  # stable for the same bytes
    text: str
    place: Where
    plain: str


@dataclass(frozen=True, slots=True)
class Segmented:
    """The segments of a file in reading order; `left` counts places with text that stay: hidden, tracked, comments.

    `summary` and `keywords` are those of the file's properties (문서요지, 키워드).
    """

    kind: str  # hwpx, docx
    segments: tuple[Segment, ...]
    left: int
    summary: str = ""
    keywords: str = ""
