"""Summarises documents by extraction: every sentence stands literally in its document and points to its place."""

import math
from collections.abc import Iterator, Sequence
from itertools import count

from ilson.domain.document import Block, Document, Heading, Paragraph, Table
from ilson.domain.piece import Said, Source, Text
from ilson.engines.models.builtin.gather import Gathered, Unit, gather
from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.rank import choose
from ilson.engines.models.builtin.sentences import split

FEWEST, MOST = 3, 12  # sentences
WHOLE = 6  # sentences; a document with no more is quoted whole
MOST_WISHED = 30  # sentences, if the official asks for a number
TABLE_ROWS = 6  # rows shown of a document that has nothing but tables
TABLE_COLUMNS = 8
PASTED_LENGTH = 120  # characters; a longer request without a document is taken as the text itself


def summarise(documents: Sequence[Document], asked: str, lexicon: Lexicon) -> Iterator[Said]:
    """Yield the summary of the documents, one line of text at a time, each reference before its line.

    `asked` may name what matters and how many sentences are wanted. Without a document a long request is itself
    summarised, then without references.
    """
    if documents:
        yield from _all(documents, asked, lexicon)
    elif len(asked) >= PASTED_LENGTH:
        pasted = Document("", "txt", tuple(Paragraph(line) for line in asked.splitlines()))
        yield Text(lexicon.texts["pasted_notice"] + "\n")
        gathered = gather(pasted, lexicon)
        yield from (Text(line) for _, line in _lines(gathered, _chosen(gathered, "", None, lexicon)))
    else:
        yield Text(lexicon.texts["nothing_to_summarise"] + "\n")


def _all(documents: Sequence[Document], asked: str, lexicon: Lexicon) -> Iterator[Said]:
    wanted = _wanted(asked, lexicon)
    wish = " ".join(
        word
        for word in lexicon.patterns["summary_counts"].sub(" ", asked).split()
        if word not in lexicon.words["summary_noise"]
    )
    gathered = [gather(document, lexicon) for document in documents]
    yield Text(_notice(documents, gathered, wanted, lexicon) + "\n")
    numbers = count(1)
    for index, (document, found) in enumerate(zip(documents, gathered, strict=True)):
        if len(documents) > 1:
            yield Text(f"\n## {document.name}\n")
        if found.units:
            yield from _referred(index, _lines(found, _chosen(found, wish, wanted, lexicon)), numbers)
        else:
            yield from _leftover(index, document, numbers, lexicon)


def _notice(documents: Sequence[Document], gathered: Sequence[Gathered], wanted: int | None, lexicon: Lexicon) -> str:
    if not any(found.units for found in gathered) and any(map(_tables, documents)):
        return lexicon.texts["table_notice"]
    if all(_is_whole(document, found, wanted, lexicon) for document, found in zip(documents, gathered, strict=True)):
        return lexicon.texts["whole_notice"]
    return lexicon.texts["summary_notice"]


def _is_whole(document: Document, gathered: Gathered, wanted: int | None, lexicon: Lexicon) -> bool:
    """Return whether every line of the document is shown, but for page numbers and the like."""
    if len(gathered.units) > (wanted or WHOLE):
        return False
    shown = {gathered.title, *(part for unit in gathered.units for part in (unit.heading, unit.text))}
    lines = (line.strip() for block in document.blocks for text in _texts(block) for line in text.splitlines())
    return all(
        line in shown or lexicon.says("furniture", line) or all(part in shown for part in _sentences(line, lexicon))
        for line in lines
    )


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, _, _) | Paragraph(text, _):
            yield text
        case Table(rows, _):
            yield from (cell for row in rows for cell in row)


def _sentences(line: str, lexicon: Lexicon) -> list[str]:
    return [line[span.start : span.end] for span in split(line, lexicon)]


def _wanted(asked: str, lexicon: Lexicon) -> int | None:
    """Return how many sentences the official asks for."""
    found = lexicon.patterns["summary_counts"].search(asked)
    if found is None:
        return None
    digits, native = found.groups()
    number = int(digits) if digits else lexicon.texts["native_numbers"].split().index(native) + 1
    return max(1, min(number, MOST_WISHED))


def _chosen(gathered: Gathered, wish: str, wanted: int | None, lexicon: Lexicon) -> list[Unit]:
    units = gathered.units
    if len(units) <= (wanted or WHOLE):
        return list(units)
    size = wanted or max(FEWEST, min(MOST, round(3 + 0.9 * math.sqrt(len(units)))))
    return [units[index] for index in choose(units, gathered.title, wish, size, lexicon)]


def _lines(gathered: Gathered, units: Sequence[Unit]) -> Iterator[tuple[Unit | None, str]]:
    """Yield headings without and sentences with their unit."""
    heading = gathered.title
    if heading:
        yield None, f"\n**{heading}**\n"
    else:
        yield None, "\n"
    said = ""
    for unit in units:
        if unit.heading != heading:
            heading = unit.heading
            if heading and not (said and heading.endswith(said)):
                yield None, f"\n**{heading}**\n"
        yield unit, f"- {unit.text}"
        said = unit.text


def _referred(document: int, lines: Iterator[tuple[Unit | None, str]], numbers: Iterator[int]) -> Iterator[Said]:
    for unit, line in lines:
        if unit is None:
            yield Text(line)
        else:
            number = next(numbers)
            yield Source(number, document, unit.block, unit.text, unit.page)
            yield Text(f"{line} [{number}]\n")


def _leftover(index: int, document: Document, numbers: Iterator[int], lexicon: Lexicon) -> Iterator[Said]:
    """Yield the first table of a document without sentences, or its first words."""
    for block, table in _tables(document):
        yield from _excerpt(index, block, table, next(numbers))
        return
    for block, found in enumerate(document.blocks):
        text = _words(found)
        if text:
            number = next(numbers)
            yield Source(number, index, block, text, found.page)
            yield Text(f"- {text} [{number}]\n")
            return
    yield Text(lexicon.texts["no_text"] + "\n")


def _words(block: Block) -> str:
    match block:
        case Heading(text, _, _) | Paragraph(text, _):
            return next((line.strip() for line in text.splitlines() if line.strip()), "")
        case Table(rows, _):
            return next((cell.strip() for row in rows for cell in row if cell.strip()), "")


def _tables(document: Document) -> list[tuple[int, Table]]:
    """Return the tables that hold at least two filled cells, the largest first."""
    found: list[tuple[int, Table]] = []
    for index, block in enumerate(document.blocks):
        match block:
            case Table(rows, _) if sum(bool(cell.strip()) for row in rows for cell in row) > 1:
                found.append((index, block))
            case Table() | Heading() | Paragraph():
                pass
    return sorted(found, key=lambda entry: -sum(len(row) for row in entry[1].rows))


def _excerpt(document: int, block: int, table: Table, number: int) -> Iterator[Said]:
    rows = [row for row in table.rows if any(cell.strip() for cell in row)][: TABLE_ROWS + 1]
    columns = [
        column
        for column in range(max(map(len, rows)))
        if any(column < len(row) and row[column].strip() for row in rows)
    ][:TABLE_COLUMNS]
    quote = next(cell.strip() for row in rows for cell in row if cell.strip())
    yield Source(number, document, block, quote, table.page)
    for index, row in enumerate(rows):
        cells = (" ".join(row[column].split()).replace("|", "\\|") if column < len(row) else "" for column in columns)
        yield Text("\n| " * (index == 0) + "| " * (index > 0) + " | ".join(cells) + " |\n")
        if index == 0:
            yield Text("|" + " --- |" * len(columns) + "\n")
    yield Text(f"\n[{number}]\n")
