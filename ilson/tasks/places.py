"""Numbers the places of a question's documents, the same in the prompt and in the answer that points to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents.markdown import block_to_markdown
from ilson.domain.document import Document, Heading, Paragraph, Table

QUOTE: Final = 300  # characters of a place that stand beside a reference


@dataclass(frozen=True, slots=True)
class Place:
    """A block, or one row of a table."""

    document: int  # index in the question's documents
    block: int  # index in the document's blocks
    page: int | None
    line: str  # as the model reads it
    quote: str  # words that stand there literally


def places(documents: Sequence[Document]) -> Iterator[Place]:
    """Yield every place in reading order; the first has the number 1."""
    for index, document in enumerate(documents):
        for number, block in enumerate(document.blocks):
            match block:
                case Heading(text, page=page) | Paragraph(text, page=page):
                    yield Place(index, number, page, block_to_markdown(block), text[:QUOTE])
                case Table(rows, page):
                    for row in rows:
                        line = f"| {' | '.join(cell.replace(chr(10), ' ') for cell in row)} |"
                        yield Place(index, number, page, line, max(row, key=len, default="")[:QUOTE])
