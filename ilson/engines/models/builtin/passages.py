"""Cuts documents into passages that can be quoted and found again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.engines.models.builtin.gather import Gathered, Unit, gather
from ilson.engines.models.builtin.lexicon import Lexicon

_SENTENCES = 3  # sentences of one block that make a passage
_LENGTH = 320  # characters; a passage that has reached it takes no further sentence
_BRACKETS = "()[]{}/ \t\r\n\u00a0"  # a cell of these says nothing
_HEADER_LENGTH = 20  # characters; a longer cell is no column's name


@dataclass(frozen=True, slots=True)
class Passage:
    """A place to quote: `shown` is what people see, `quote` is literally in one block or cell."""

    document: int
    block: int
    page: int | None
    shown: str
    quote: str
    heading: str  # the nearest heading, or the names of a table's columns
    title: str
    item: bool  # of a list


def passages(documents: Sequence[Document], lexicon: Lexicon) -> list[Passage]:
    """Return all passages of the documents in order: sentences of running text, rows of tables."""
    return [
        passage
        for index, document in enumerate(documents)
        for passage in (
            *_addressee(index, document, lexicon),
            *_running(index, gather(document, lexicon)),
            *_rows(index, document),
        )
    ]


def _addressee(document: int, read: Document, lexicon: Lexicon) -> Iterator[Passage]:
    """Yield the lines that say to whom an official document goes; they are no sentences, but people ask for them."""
    for index, block in enumerate(read.blocks):
        match block:
            case Heading(text, _, page) | Paragraph(text, page):
                for line in map(str.strip, text.splitlines()):
                    found = lexicon.patterns["head_label"].match(line)
                    if found and line[found.end() :].strip() and len(line) < _LENGTH:
                        yield Passage(document, index, page, line, line, "", "", item=False)
            case Table():
                pass


def _running(document: int, gathered: Gathered) -> Iterator[Passage]:
    group: list[Unit] = []
    for unit in gathered.units:
        if group and not _belongs(unit, group):
            yield _joined(document, group, gathered.title)
            group = []
        group.append(unit)
    if group:
        yield _joined(document, group, gathered.title)


def _belongs(unit: Unit, group: list[Unit]) -> bool:
    return (
        unit.block == group[0].block
        and unit.heading == group[0].heading
        and not unit.marked
        and not unit.cell
        and len(group) < _SENTENCES
        and sum(len(member.text) for member in group) < _LENGTH
    )


def _joined(document: int, group: list[Unit], title: str) -> Passage:
    first = group[0]
    text = "\n".join(unit.text for unit in group)
    heading = "" if first.heading == title else first.heading
    return Passage(document, first.block, first.page, text, first.text, heading, title, first.marked)


def _rows(document: int, read: Document) -> Iterator[Passage]:
    for index, block in enumerate(read.blocks):
        match block:
            case Table(rows, page):
                header = (
                    " | ".join(cell.strip() for cell in rows[0] if 0 < len(cell.strip()) <= _HEADER_LENGTH)
                    if len(rows) > 1
                    else ""
                )
                for number, row in enumerate(rows):
                    above = header if number else ""
                    cells = [" ".join(cell.split()) for cell in row if cell.strip(_BRACKETS)]
                    if len(cells) > 1 and sum(map(len, cells)) < _LENGTH:
                        quote = max((cell.strip() for cell in row), key=len)
                        between = " | " if len(cells) == above.count(" | ") + 1 else " "
                        yield Passage(document, index, page, between.join(cells), quote, above, "", item=False)
            case Heading() | Paragraph():
                pass
