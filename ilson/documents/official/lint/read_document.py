"""Lays a file that was read out as text for the linter, a line for each paragraph."""

from collections.abc import Sequence

from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.segment import CELLS, Segment


def to_lines(document: Document) -> str:
    """Return the text of a document; each row of a table is one line, so that rules know it as a table."""
    rows: list[str] = []
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                rows.append(text)
            case Table(cells):
                rows += [f"| {' | '.join(' '.join(cell.split()) for cell in row)} |" for row in cells]
    return "\n".join(rows)


def segment_lines(segments: Sequence[Segment], texts: Sequence[str]) -> tuple[str, frozenset[int]]:
    """Return these texts of the segments as one, and the numbers of the lines that stand in tables."""
    cells: set[int] = set()
    line = 0
    for segment, text in zip(segments, texts, strict=True):
        lines = text.count("\n") + 1
        if segment.place in CELLS:
            cells.update(range(line, line + lines))
        line += lines
    return "\n".join(texts), frozenset(cells)
