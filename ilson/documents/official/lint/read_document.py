"""Lays a file that was read out as text for the linter: a line for each paragraph, a row of cells between bars."""

from ilson.domain.document import Document, Heading, Paragraph, Table


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
