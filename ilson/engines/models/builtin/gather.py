"""Gathers what a document says: sentences with their places and headings, without letterheads and footers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ilson.domain.document import Block, Document, Heading, Paragraph, Table
from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.sentences import split

_LABEL_LENGTH = 24  # characters; a longer cell is content, not the label of its neighbour
_SHORTEST_LABEL = 2  # characters
_HEADING_LENGTH = 45  # characters
_SHORTEST_CAPTION, _CAPTION_LENGTH = 6, 30  # characters of a heading without a number
_TITLE_LENGTH = 40  # characters
_LETTERHEAD = 40  # lines; the title line of an official document stands no deeper
_TITLE_LINES = 3  # lines among which a title is looked for
_ENOUGH_HEADINGS = 3  # in a file that marks so many, an unmarked line is no heading
_CELL_LENGTH = 18  # characters; a shorter cell of a wide row says little without its row
_RUNNING = 3  # times; a line that stands so often is a running header or footer
_PAIR = 2  # cells: a label and its value
_FOOTER_LENGTH = 60  # characters; after the end mark of an official document only longer sentences are content
_AMENDED = re.compile(r"<[^<>]*>|\[[^\[\]]*\]")  # when an article was amended


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block, or of a cell."""

    text: str
    block: int  # index in the document's blocks
    page: int | None
    heading: bool = False
    level: int = 0  # of a heading that the file marks, 1 is the highest
    cell: bool = False
    label: str = ""  # the cell that names this cell


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence as it stands in the document."""

    text: str
    block: int  # index in the document's blocks
    page: int | None
    heading: str  # the nearest heading, as it stands in the document
    marked: bool  # a list marker stood before it
    cell: bool
    first: bool  # the first one under its heading


@dataclass(frozen=True, slots=True)
class Gathered:
    """The title of a document, empty if none was found, and its sentences in order."""

    title: str
    units: tuple[Unit, ...]


def gather(document: Document, lexicon: Lexicon) -> Gathered:
    """Return the document's title and sentences, every text literally as in the document."""
    lines = [line for index, block in enumerate(document.blocks) for line in _lines(index, block)]
    title, lines = _title(lines, lexicon)
    return Gathered(title, tuple(_units(_without_footer(lines, lexicon), title, lexicon)))


def _lines(index: int, block: Block) -> Iterator[Line]:
    match block:
        case Heading(text, level, page):
            yield from (Line(part, index, page, heading=True, level=level) for part in _parts(text))
        case Paragraph(text, page):
            yield from (Line(part, index, page) for part in _parts(text))
        case Table(rows, page):
            for row in rows:
                yield from _row([cell.strip() for cell in row if cell.strip()], index, page)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.splitlines() if part.strip()]


def _row(cells: list[str], index: int, page: int | None) -> Iterator[Line]:
    if len(cells) == 1:
        yield from (Line(part, index, page, cell=True) for part in _parts(cells[0]))
    elif len(cells) == _PAIR and _is_label(cells[0]):
        yield from (Line(part, index, page, cell=True, label=cells[0]) for part in _parts(cells[1]))
    else:
        yield from _wide_row(cells, index, page)


def _wide_row(cells: list[str], index: int, page: int | None) -> Iterator[Line]:
    label = ""
    for cell in cells:
        if _is_label(cell):
            label = cell
        elif len(cell) >= _CELL_LENGTH:
            yield from (Line(part, index, page, cell=True, label=label) for part in _parts(cell))


def _is_label(cell: str) -> bool:
    return _SHORTEST_LABEL <= len(cell) <= _LABEL_LENGTH and "\n" not in cell and cell[0].isalnum()


def _title(lines: list[Line], lexicon: Lexicon) -> tuple[str, list[Line]]:
    """Return the title and the lines that are left: nothing above the title of an official document is content."""
    for index, line in enumerate(lines[:_LETTERHEAD]):
        if line.label and lexicon.says("title_label", line.label):
            return line.text, lines[index + 1 :]
        found = lexicon.patterns["title_line"].match(line.text)
        if found and index and any(lexicon.says("head_label", above.text) for above in lines[:index]):
            return found.group(1), lines[index + 1 :]
    return _first_line(lines, lexicon)


def _first_line(lines: list[Line], lexicon: Lexicon) -> tuple[str, list[Line]]:
    for index, line in enumerate(lines[:_TITLE_LINES]):
        if lexicon.says("contents_line", line.text):
            break
        if line.heading and _is_item(line, lines[index + 1 :], lexicon):
            break
        if line.heading or (len(lines) > _TITLE_LINES and _may_be_title(line, lexicon)):
            return line.text, lines[:index] + lines[index + 1 :]
    return "", lines


def _is_item(line: Line, after: list[Line], lexicon: Lexicon) -> bool:
    """Return whether a heading is an item of an outline: it states a fact, or its number counts a list of headings."""
    counted = lexicon.patterns["marker"].match(line.text) is not None
    return ":" in line.text or (counted and bool(after) and after[0].heading and after[0].level <= line.level)


def _may_be_title(line: Line, lexicon: Lexicon) -> bool:
    return (
        not line.cell
        and _SHORTEST_CAPTION <= len(line.text) <= _TITLE_LENGTH
        and ":" not in line.text
        and lexicon.patterns["marker"].match(line.text) is None
        and not lexicon.says("heading_ends", line.text)
        and not lexicon.says("section_line", line.text)
        and not lexicon.says("article_line", line.text)
        and not _is_furniture(line.text, "", lexicon)
    )


def _without_footer(lines: list[Line], lexicon: Lexicon) -> Iterator[Line]:
    """Yield the lines without repetitions, tables of contents and what follows the end mark of an official document."""
    often = {text for text, count in Counter(line.text for line in lines).items() if count >= _RUNNING}
    seen: set[str] = set()
    contents = ended = False
    for line in lines:
        contents = lexicon.says("contents_line", line.text) or (contents and line.text[-1].isdigit())
        end = lexicon.says("end_mark", line.text)
        ended = end or (ended and not _reopens(line, lexicon))
        repeated = line.text in seen and line.text in often and not line.heading
        seen.add(line.text)
        if not contents and not repeated and (end or not ended):
            yield line


def _reopens(line: Line, lexicon: Lexicon) -> bool:
    return line.heading or (len(line.text) > _FOOTER_LENGTH and lexicon.says("finished", line.text))


def _units(lines: Iterator[Line], title: str, lexicon: Lexicon) -> Iterator[Unit]:
    kept = [replace(line, heading=line.heading and not lexicon.says("statement", line.text)) for line in lines]
    named = sum(line.heading for line in kept) >= _ENOUGH_HEADINGS
    heading, first = title, True
    above: list[Line] = []
    seen: set[str] = set()
    for index, line in enumerate(kept):
        headed = line.heading or (not named and _acts_as_heading(kept, index, lexicon))
        if headed:
            above = [higher for higher in above if not line.heading or higher.level < line.level]
            heading, first = above[-1].text if above else title, True
        if not headed or _says_itself(kept, index, lexicon):
            for unit in _sentences(line, lexicon):
                if unit.text not in seen:
                    seen.add(unit.text)
                    yield replace(unit, heading=line.label or heading, first=first)
                    first = False
        if headed:
            above += [line] if line.heading else []
            heading, first = line.text, True


def _says_itself(lines: list[Line], index: int, lexicon: Lexicon) -> bool:
    """Return whether a heading is content too: nothing stands under it, or it states a fact."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if line.heading and (after is None or (after.heading and after.level <= line.level)):
        return True
    body = _AMENDED.sub("", " ".join(line.text[span.start : span.end] for span in split(line.text, lexicon)))
    return ":" in body or lexicon.says("date_cue", body) or lexicon.says("amount_cue", body)


def _sentences(line: Line, lexicon: Lexicon) -> Iterator[Unit]:
    if _is_furniture(line.text, line.label, lexicon):
        return
    for span in split(line.text, lexicon):
        text = line.text[span.start : span.end]
        if not _is_furniture(text, line.label, lexicon):
            yield Unit(text, line.block, line.page, "", span.marked, line.cell, first=False)


def _is_furniture(text: str, label: str, lexicon: Lexicon) -> bool:
    """Return whether the text is no content; mere numbers are content only as a date beside its label."""
    if lexicon.says("wordless", text):
        return not (label and lexicon.says("date_cue", text))
    return lexicon.says("furniture", text)


def _acts_as_heading(lines: list[Line], index: int, lexicon: Lexicon) -> bool:
    """Return whether this line stands above others as their heading, though the file does not say so."""
    line = lines[index]
    if index + 1 == len(lines) or line.label or lexicon.says("heading_ends", line.text) or ":" in line.text:
        return False
    before = lines[index - 1] if index else None
    after = lines[index + 1]
    if _numbered(line, lexicon):
        return not _same_list(line, after, lexicon) and not (before and _same_list(line, before, lexicon))
    return (
        _is_caption(line, lexicon) and _is_statement(after, lexicon) and (not before or _is_statement(before, lexicon))
    )


def _numbered(line: Line, lexicon: Lexicon) -> bool:
    if len(line.text) > _HEADING_LENGTH or ":" in line.text:
        return False
    return lexicon.says("section_line", line.text) or lexicon.says("article_line", line.text)


def _same_list(line: Line, other: Line, lexicon: Lexicon) -> bool:
    """Return whether both lines are items of one list: same kind of number, both short."""
    return _numbered(other, lexicon) and _kind(line.text) == _kind(other.text)


def _kind(text: str) -> str:
    return "0" if text[0].isdigit() else "I" if text[0] in "IVX" or "\u2160" <= text[0] <= "\u216b" else text[0]


def _is_caption(line: Line, lexicon: Lexicon) -> bool:
    return (
        not line.cell
        and _SHORTEST_CAPTION <= len(line.text) <= _CAPTION_LENGTH
        and not any(character.isdigit() for character in line.text)
        and lexicon.patterns["marker"].match(line.text) is None
        and not _is_furniture(line.text, "", lexicon)
    )


def _is_statement(line: Line, lexicon: Lexicon) -> bool:
    return not line.cell and lexicon.says("finished", line.text)
