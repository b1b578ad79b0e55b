"""Writes a document as Markdown or as plain text."""

import re
from collections.abc import Iterable
from typing import Final

from ilson.domain.document import Block, Document, Heading, Paragraph, Table

_DEEPEST: Final = 6  # levels of headings that Markdown knows
_MISREAD = re.compile(r"^(\s*)(#{1,6}\s|>|```|~~~)", re.MULTILINE)


def to_markdown(document: Document) -> str:
    """Return headings with `#`, tables with pipes, paragraphs between blank lines."""
    return "\n\n".join(block_to_markdown(block) for block in document.blocks)


def to_text(document: Document) -> str:
    """Return a line for each paragraph and each row, the cells of a row between tabs."""
    return "\n".join(_text(block) for block in document.blocks)


def block_to_markdown(block: Block) -> str:
    """Return one block as Markdown."""
    match block:
        case Heading(text, level):
            return f"{'#' * min(max(level, 1), _DEEPEST)} {_one_line(text)}"
        case Paragraph(text):
            return _MISREAD.sub(r"\1\\\2", text).replace("\n", "  \n")
        case Table(rows):
            return _pipes(rows)


def _pipes(rows: tuple[tuple[str, ...], ...]) -> str:
    width = max(map(len, rows), default=0)
    if not width:
        return ""
    lines = [_pipe([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join([lines[0], _pipe(["---"] * width), *lines[1:]])


def _pipe(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|').replace(chr(10), '<br>') for cell in cells)} |"


def _text(block: Block) -> str:
    match block:
        case Heading(text) | Paragraph(text):
            return text
        case Table(rows):
            return "\n".join("\t".join(_one_line(cell) for cell in row).rstrip("\t") for row in rows)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
